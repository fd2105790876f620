import Statements
import Testing

@testable import Rendering

@Suite struct StressLayoutTests {
  private func network(_ graph: Subgraph) -> (network: Network, diagram: Diagram) {
    let diagram = Diagram(graph, options: PictureOptions())
    return (Sketch(diagram, options: PictureOptions(), target: .drawing).network, diagram)
  }

  @Test func tiedNodesAreNearerThanOthers() {
    // A chain: distances along it grow.
    var chain = Network(identifiers: (0..<8).map { "n\($0)" })
    chain.ties = (0..<7).map { ($0, $0 + 1) }
    let places = StressLayout(chain).places
    func apart(_ a: Int, _ b: Int) -> Double {
      let (x, y) = (places[a].x - places[b].x, places[a].y - places[b].y)
      return (x * x + y * y).squareRoot()
    }
    for i in 1..<7 { #expect(apart(0, i) < apart(0, i + 1)) }
  }

  @Test func componentsDoNotMeet() {
    var network = Network(identifiers: (0..<9).map { "n\($0)" })
    network.ties = [(0, 1), (1, 2), (2, 0), (3, 4), (5, 6), (7, 8)]
    let places = StressLayout(network).places
    let boxes = [[0, 1, 2], [3, 4], [5, 6], [7, 8]].map { nodes in
      nodes.map { Box(low: places[$0], high: places[$0]) }.reduce(Box(low: places[nodes[0]], high: places[nodes[0]])) {
        $0.union($1)
      }.grown(by: 0.3)
    }
    for (i, a) in boxes.enumerated() { for b in boxes[(i + 1)...] { #expect(!a.intersects(b)) } }
  }

  @Test func fewNodesHaveFinitePlaces() {
    for count in 0...3 {
      var network = Network(identifiers: (0..<count).map { "n\($0)" })
      if count > 1 { network.ties = [(0, 1), (1, 0), (0, 0)] }
      let places = StressLayout(network).places
      #expect(places.count == count && places.allSatisfy { $0.x.isFinite && $0.y.isFinite })
    }
  }

  /// The news of one more article, of a pair that was tied before and of two new nodes, moves what was there little, on
  /// the picture as it is drawn.
  @Test(arguments: [(100, 140), (180, 260)])
  func oneMoreArticleMovesLittle(nodes: Int, statements: Int) throws {
    let before = Story.random(nodes: nodes, statements: statements)
    let pairs = before.statements.compactMap { old in old.triple.object.node.map { (old.triple.subject, $0) } }
    let pair = try #require(pairs.first { $0.0 != $0.1 })
    let article = Subgraph.Source(
      id: "z1", title: "Later", url: nil, publisher: "Outlet 1", published: PartialDate(year: 2022, month: 2, day: 3))
    var story = Story()
    story.entities = [("New Envoy", .person), ("New Council", .organization)]
    story.facts = [.init(subject: "New Envoy", relation: "leads", object: "New Council", article: "z1")]
    let new = story.subgraph
    func tie(_ a: String, _ b: String) -> Statement<Entity.ID> {
      Statement(
        triple: Triple(subject: a, relation: Relation(rawValue: "met"), object: .node(b)),
        evidence: Evidence(
          article: "z1", part: .text, sentence: 0, quote: "They met.", span: Span(0, 9), subject: Span(0, 1),
          object: Span(1, 2), relation: [], rule: "test", pipeline: "test", confidence: 0.8))
    }
    let after = Subgraph(
      entities: (before.entities + new.entities).sorted { $0.id < $1.id },
      statements: (before.statements + new.statements + [
        tie(pair.0, Story.id("New Envoy")), tie(pair.0, pair.1),
      ]).sorted { $0.id < $1.id }, articles: before.articles + [article])

    let (old, now) = (try places(before), try places(after))
    let moves = old.compactMap { name, place -> Double? in
      guard let new = now[name] else { return nil }
      return ((place.x - new.x) * (place.x - new.x) + (place.y - new.y) * (place.y - new.y)).squareRoot()
    }.sorted()
    #expect(moves.count >= old.count * 9 / 10)
    let (half, most) = (moves[moves.count / 2], moves[moves.count * 9 / 10])
    #expect(half < 0.05 && most < 0.15, "of the picture's diagonal: half move over \(half), a tenth over \(most)")
  }

  /// By name, relative to the picture's diagonal.
  private func places(_ graph: Subgraph) throws -> [String: Point] {
    let reader = SVGReader(try Renderer.shared.render(graph, as: .svg))
    let nodes = reader.groups.filter { $0.id.hasPrefix("n") && $0.classes.contains("node") }
    let boxes = nodes.compactMap { node in node.extent.map { (node.title, $0) } }
    guard let first = boxes.first?.1 else { return [:] }
    let all = boxes.reduce(first) { $0.union($1.1) }
    let diagonal = (all.width * all.width + all.height * all.height).squareRoot()
    return Dictionary(
      boxes.map { title, box in
        let name = String(title.prefix { $0 != "\n" })
        return (
          name, Point(x: (box.center.x - all.center.x) / diagonal, y: (box.center.y - all.center.y) / diagonal)
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}
