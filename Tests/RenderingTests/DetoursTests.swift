import Statements
import Testing

@testable import Rendering

@Suite struct DetoursTests {
  private func placement(_ nodes: [String: Box], line: String) -> Placement {
    Placement(
      bounds: Box(low: Point(x: 0, y: -300), high: Point(x: 500, y: 300)), nodes: nodes,
      lines: ["e1": Placement.Line(position: line, path: Placement.path(line))])
  }

  private let ends = [
    "n1": Box(center: Point(x: 0, y: 0), width: 80, height: 24),
    "n2": Box(center: Point(x: 500, y: 0), width: 80, height: 24),
  ]
  private let edges = [DOTGraph.Edge(name: "e1", tail: "n1", head: "n2", attributes: [])]
  /// From the right side of the one to the left side of the other.
  private let straight = "e,460,0 40,0 177.67,0 315.33,0 453,0"

  @Test func lineGoesAroundWhatIsInItsWay() throws {
    var nodes = ends
    nodes["n3"] = Box(center: Point(x: 250, y: 4), width: 90, height: 30)
    var placement = placement(nodes, line: straight)
    Detours.bend(&placement, edges: edges)
    let line = try #require(placement.lines["e1"])
    let middle = try #require(nodes["n3"])
    #expect(!zip(line.path, line.path.dropFirst()).contains { middle.meets($0, $1) })
    // It begins and ends where it did, with its head.
    #expect(line.path.first == Point(x: 40, y: 0))
    #expect(line.position.hasPrefix("e,460.0,0.0 40.0,0.0 "))
  }

  @Test func lineThatMeetsNothingStays() throws {
    var nodes = ends
    nodes["n3"] = Box(center: Point(x: 250, y: 60), width: 90, height: 30)
    var placement = placement(nodes, line: straight)
    Detours.bend(&placement, edges: edges)
    #expect(placement.lines["e1"]?.position == straight)
  }

  @Test func fewLinesRunUnderNodes() throws {
    // Lines of a large picture in which no more than one in ten may have found no way.
    let graph = Story.random(nodes: 120, statements: 200)
    let diagram = Diagram(graph, options: PictureOptions())
    let sketch = Sketch(diagram, options: PictureOptions(), target: .drawing)
    let placement = try Renderer.shared.place(sketch)
    let hidden = sketch.graph.edges.filter { edge in
      guard let path = placement.lines[edge.name]?.path else { return false }
      return placement.nodes.contains { name, box in
        name != edge.tail && name != edge.head
          && zip(path, path.dropFirst()).contains { box.grown(by: -2).meets($0, $1) }
      }
    }
    #expect(hidden.count * 10 <= sketch.graph.edges.count, "\(hidden.count) of \(sketch.graph.edges.count)")
  }
}

@Suite struct PackingTests {
  private func box(_ width: Double, _ height: Double) -> Box {
    Box(low: Point(x: 0, y: 0), high: Point(x: width, y: height))
  }

  @Test func partsDoNotMeetAndTheLargestIsOnTop() {
    let parts: [(nodes: [Int], box: Box)] = [
      ([0, 1], box(200, 20)), ([2, 3, 4, 5], box(400, 300)), ([6], box(90, 20)), ([7, 8], box(210, 60)),
    ]
    let packing = Packing(parts, firstSeen: [5, 5, 9, 9, 9, 9, 1, 7, 7], across: 36, down: 24)
    let placed = zip(parts, packing.corners).map { $0.box.moved(x: $1.x, y: $1.y) }
    for (i, a) in placed.enumerated() { for b in placed[(i + 1)...] { #expect(!a.intersects(b)) } }
    #expect(placed.allSatisfy { $0.high.y <= placed[1].high.y })
  }

  /// The newest part comes last and moves none of the others.
  @Test func whatIsNewComesLast() {
    let parts: [(nodes: [Int], box: Box)] = [
      ([0, 1, 2], box(900, 300)), ([3, 4], box(200, 20)), ([5, 6], box(190, 20)),
    ]
    let old = Packing(parts, firstSeen: [1, 1, 1, 3, 3, 2, 2], across: 36, down: 24)
    let new = Packing(
      parts + [([7, 8], box(150, 20))], firstSeen: [1, 1, 1, 3, 3, 2, 2, 4, 4], across: 36, down: 24)
    #expect(Array(new.corners.prefix(3)) == old.corners)
    #expect(old.corners[2].x < old.corners[1].x)
  }

  /// A pair has room for the words on its line, also beside much larger parts.
  @Test func smallPartsKeepTheirWords() throws {
    let diagram = Diagram(Story.random(nodes: 110, statements: 70), options: PictureOptions())
    let sketch = Sketch(diagram, options: PictureOptions(), target: .drawing)
    let placement = try Renderer.shared.place(sketch)
    let bare = sketch.labelOrder.filter { placement.lines[$0]?.label == nil }
    #expect(bare.count * 20 <= sketch.labelOrder.count, "\(bare.count) of \(sketch.labelOrder.count)")
  }
}
