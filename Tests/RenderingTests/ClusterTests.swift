import Statements
import Testing

@testable import Rendering

@Suite struct ClusterTests {
  /// Two groups of four where all are tied, tied once to each other.
  private static let groups: [Communities.Tie] =
    [0, 4].flatMap { first in
      [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)].map { a, b in
        Communities.Tie(a: first + a, b: first + b, weight: 2)
      }
    } + [Communities.Tie(a: 0, b: 4, weight: 2)]

  @Test func communitiesAreWhatHangsTogether() {
    let found = Communities(nodes: 9, ties: Self.groups)
    #expect(found.members == [[0, 1, 2, 3], [4, 5, 6, 7], [8]])
    #expect(found.ofNode == [0, 0, 0, 0, 1, 1, 1, 1, 2])
  }

  @Test func orderOfTiesDoesNotMatter() {
    #expect(
      Communities(nodes: 8, ties: Self.groups).members == Communities(nodes: 8, ties: Self.groups.reversed()).members)
  }

  private func frames(_ story: Story, _ clustering: Clustering) -> [String] {
    let diagram = Diagram(story.subgraph, options: PictureOptions(clustering: clustering))
    return diagram.clusters.map { cluster in
      "\(cluster.name): " + cluster.nodes.map { diagram.nodes[$0].entity.name }.joined(separator: ", ")
    }
  }

  @Test func blocIsWhatBelongsToOneThroughOthers() {
    let story = Story(
      entities: [
        ("Ada", .person), ("Ben", .person), ("Cem", .person), ("Trade ministry", .organization), ("Norland", .place),
        ("Sudmark", .place), ("Dov", .person), ("Eva", .person),
      ],
      facts: [
        .init(subject: "Ada", relation: "leads", object: "Trade ministry"),
        .init(subject: "Trade ministry", relation: "partOf", object: "Norland"),
        .init(subject: "Ben", relation: "citizenOf", object: "Norland"),
        .init(subject: "Cem", relation: "represents", object: "Sudmark"),
        .init(subject: "Dov", relation: "citizenOf", object: "Sudmark"),
        .init(subject: "Ada", relation: "met", object: "Cem"),
        .init(subject: "Eva", relation: "citizenOf", object: "Norland", factuality: .reported),
      ])
    #expect(
      frames(story, .bloc) == ["Norland: Ada, Ben, Norland, Trade ministry", "Sudmark: Cem, Dov, Sudmark"])
  }

  @Test func oneReportCarriesNoStateOff() {
    var story = Story(
      entities: [
        ("Ada", .person), ("Ben", .person), ("Cem", .person), ("Norland", .place), ("Sudmark", .place),
        ("Dov", .person), ("Eva", .person),
      ])
    story.facts = [("Ada", "Norland"), ("Ben", "Norland"), ("Cem", "Sudmark"), ("Dov", "Sudmark"), ("Eva", "Sudmark")]
      .map { .init(subject: $0.0, relation: "citizenOf", object: $0.1) }
    story.facts.append(.init(subject: "Norland", relation: "partOf", object: "Sudmark"))
    #expect(frames(story, .bloc) == ["Norland: Ada, Ben, Norland", "Sudmark: Cem, Dov, Eva, Sudmark"])
  }

  /// Drawn frames hold the nodes they name, and no others, in both layouts.
  @Test(arguments: [(40, 60), (120, 150)])
  func framesHoldTheirNodesAlone(nodes: Int, statements: Int) throws {
    let graph = Story.random(nodes: nodes, statements: statements)
    let options = PictureOptions(clustering: .community)
    let diagram = Diagram(graph, options: options)
    #expect(diagram.clusters.count > 1)
    let reader = SVGReader(try Renderer.shared.render(graph, as: .svg, options: options))
    let frames = reader.groups(of: "frame")
    #expect(frames.count == diagram.clusters.count)
    for (i, cluster) in diagram.clusters.enumerated() {
      let frame = try #require(frames.first { $0.id == "c\(i + 1)" }?.extent)
      for node in diagram.nodes.indices {
        let box = try #require(reader.groups.first { $0.id == "n\(node + 1)" }?.extent)
        #expect(frame.intersects(box) == cluster.nodes.contains(node), "n\(node + 1) and c\(i + 1)")
      }
    }
  }

  // MARK: - Parts of large graphs

  /// A ring of four where all are tied, a chain that hangs from it, and a pair that many articles tell of.
  private static var mixed: Story {
    var story = Story(entities: (1...9).map { ("N\($0)", EntityType.person) })
    let pairs = [(1, 2), (1, 3), (1, 4), (2, 3), (2, 4), (3, 4), (4, 5), (5, 6), (6, 7)]
    story.facts = pairs.map { .init(subject: "N\($0.0)", relation: "praised", object: "N\($0.1)", article: "a") }
    story.facts += ["a", "b", "c"].map { .init(subject: "N8", relation: "praised", object: "N9", article: $0) }
    return story
  }

  @Test(arguments: [
    (NodeChoice.ties, 2, ["N8", "N9"]), (.core, 4, ["N1", "N2", "N3", "N4"]),
    (.communities, 6, ["N1", "N2", "N3", "N4", "N5", "N6", "N7"]),
  ])
  func chosenPart(choice: NodeChoice, limit: Int, expected: [String]) {
    let options = PictureOptions(nodeLimit: limit, choice: choice)
    let diagram = Diagram(Self.mixed.subgraph, options: options)
    #expect(diagram.nodes.count <= limit && Set(diagram.nodes.map(\.entity.name)).isSubset(of: expected))
    #expect(!diagram.lines.isEmpty && diagram.isPartial)
    #expect(Furniture(diagram, options: options).caption[0].contains(choice.label))
  }
}
