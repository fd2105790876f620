import Statements

/// Places for diagrams with frames, from the inside: each frame's nodes by ``StressLayout``, then frames and what stands
/// outside by it as blocks of their sizes. So frames hold their own nodes alone and lie apart, which libgraphviz's
/// spring layouts do not promise.
extension Renderer {
  func layOutFrames(_ sketch: Sketch, spread: Double) throws(RenderError) -> Placement {
    let index = Dictionary(uniqueKeysWithValues: sketch.graph.nodes.enumerated().map { ($1.name, $0) })
    var blocks = sketch.graph.clusters.map { $0.nodes.compactMap { index[$0] } }
    let framed = Set(blocks.joined())
    blocks += sketch.graph.nodes.indices.filter { !framed.contains($0) }.map { [$0] }

    // Each block by itself, around its own middle.
    var inner: [Int: Point] = [:]
    var boxes: [Box] = []
    for (i, block) in blocks.enumerated() {
      let placement = try layOut(
        sketch.part(block, engine: .stress, spread: spread), engine: LayoutEngine.stress.graphvizName)
      var box: Box?
      for node in block {
        guard let place = placement.nodes[sketch.graph.nodes[node].name] else { continue }
        box = box?.union(place) ?? place
        inner[node] = place.center
      }
      guard let box else { throw .failed("a frame has no place") }
      boxes.append(i < sketch.graph.clusters.count ? Frame.around(box, name: sketch.diagram.clusters[i].name) : box)
    }

    let outer = try layOut(
      sketch.quotient(blocks, sizes: boxes, spread: spread), engine: LayoutEngine.stress.graphvizName)
    var graph = sketch.part(Array(sketch.graph.nodes.indices), engine: .neato, spread: spread)
    Sketch.set("overlap", "true", in: &graph.attributes)
    var frames: [String: Placement.Frame] = [:]
    for (i, block) in blocks.enumerated() {
      guard let center = outer.nodes["b\(i + 1)"]?.center else { throw .failed("a frame has no place") }
      let (dx, dy) = (center.x - boxes[i].center.x, center.y - boxes[i].center.y)
      for node in block {
        guard let place = inner[node] else { continue }
        Sketch.set(
          "pos", Sketch.position(Point(x: place.x + dx, y: place.y + dy)), in: &graph.nodes[node].attributes)
      }
      if i < sketch.graph.clusters.count {
        frames[sketch.graph.clusters[i].name] = Frame.frame(
          boxes[i].moved(x: dx, y: dy), name: sketch.diagram.clusters[i].name)
      }
    }
    var placement = try layOut(graph, engine: LayoutEngine.stress.graphvizName)
    // libgraphviz moves a drawing to the origin; the frames go with it.
    if let first = sketch.graph.nodes.first, let there = placement.nodes[first.name]?.center,
      let here = graph.nodes[0].attributes.last(where: { $0.key == "pos" })
    {
      let from = Placement.numbers(here.value.raw)
      let (dx, dy) = (there.x - from[0], there.y - from[1])
      placement.frames = frames.mapValues {
        Placement.Frame(
          box: $0.box.moved(x: dx, y: dy), heading: $0.heading.moved(x: dx, y: dy), size: $0.size)
      }
    }
    return placement
  }

  /// The measures of a frame.
  private enum Frame {
    static let margin = 14.0

    /// Of the heading's letters: a large frame is looked at from farther off.
    static func size(_ width: Double) -> Double { min(40, max(12, (width / 40).rounded())) }

    /// The ground that a frame around these nodes takes.
    static func around(_ nodes: Box, name: String) -> Box {
      var box = nodes.grown(by: margin)
      let size = size(box.width)
      box.high.y += size + 8
      box.high.x = max(box.high.x, box.low.x + width(name, size) + 2 * margin)
      return box
    }

    static func frame(_ box: Box, name: String) -> Placement.Frame {
      var size = size(box.width)
      while size > 12, width(name, size) + 2 * margin > box.width { size -= 1 }
      let width = width(name, size)
      let middle = Point(x: box.low.x + margin + width / 2, y: box.high.y - size / 2 - 6)
      return Placement.Frame(box: box, heading: Box(center: middle, width: width, height: size + 4), size: size)
    }

    /// Letters of Arial are about half as wide as high.
    private static func width(_ name: String, _ size: Double) -> Double { Double(name.count) * size * 0.55 }
  }
}

extension Sketch {
  /// The graph with blocks for nodes.
  func quotient(_ blocks: [[Int]], sizes: [Box], spread: Double) -> DOTGraph {
    let whole = network
    var block = [Int](repeating: 0, count: graph.nodes.count)
    for (i, nodes) in blocks.enumerated() {
      for node in nodes { block[node] = i }
    }
    var outer = Network(identifiers: blocks.map { nodes in nodes.map { whole.identifiers[$0] }.min() ?? "" })
    outer.ties = whole.ties.map { (block[$0.0], block[$0.1]) }.filter { $0.0 != $0.1 }
    outer.firstSeen = blocks.map { nodes in nodes.map { whole.firstSeen[$0] }.min() ?? .max }
    let layout = StressLayout(outer)
    var quotient = DOTGraph()
    quotient.attributes = part([], engine: .neato, spread: spread).attributes
    Self.set("splines", "false", in: &quotient.attributes)
    Self.set("overlap_scaling", "-\(1.2 * spread)", in: &quotient.attributes)
    for i in blocks.indices {
      func inches(_ points: Double) -> String { "\(((points + 16) / 72 * 100).rounded() / 100)" }
      var node = DOTGraph.Node(
        name: "b\(i + 1)",
        attributes: [
          .init("shape", "box"), .init("fixedsize", "true"), .init("label", ""),
          .init("width", inches(sizes[i].width)), .init("height", inches(sizes[i].height)),
        ])
      Self.place(&node, at: layout.places[i])
      quotient.nodes.append(node)
    }
    var seen: Set<[Int]> = []
    for (a, b) in outer.ties where seen.insert([min(a, b), max(a, b)]).inserted {
      quotient.edges.append(
        DOTGraph.Edge(name: "e\(seen.count)", tail: "b\(a + 1)", head: "b\(b + 1)", attributes: []))
    }
    return quotient
  }

  /// Where libgraphviz's work on a node begins.
  static func place(_ node: inout DOTGraph.Node, at place: Point) {
    set("pos", position(Point(x: place.x * 100, y: place.y * 100)), in: &node.attributes)
  }

  static func set(_ key: String, _ word: String, in attributes: inout [DOTGraph.Attribute]) {
    attributes.removeAll { $0.key == key }
    attributes.append(.init(key, word))
  }
}
