import CGraphvizShim
import Foundation
import Statements

/// The process's one owner of libgraphviz: lays graphs out and draws them, one at a time.
///
/// The library keeps global state, so two contexts in two threads crash, and a fresh context for each picture makes its
/// text plugin read freed memory: there is one context, behind one lock, for the life of the process. A layout cannot be
/// interrupted; a long-running server, or a graph of unknown size, is drawn in a child process.
///
/// Graphs go to the library through its functions rather than as DOT text: each string arrives as it is, with no grammar
/// in between that it could break out of. What the library then does to strings itself (`\N`, entities) is met by
/// ``DOTGraph/Value``; names, which its SVG writer does not escape, are ours alone.
package final class Renderer: Sendable {
  package static let shared = Renderer()

  private let lock = NSLock()
  // Only touched under the lock.
  private nonisolated(unsafe) let context: OpaquePointer?

  private init() { context = entente_graphviz_create() }

  /// Draws a graph. SVG is the same bytes for the same graph, fonts and release of Graphviz.
  ///
  /// - Throws: ``RenderError`` where Graphviz is incomplete or refuses the graph.
  package func render(
    _ subgraph: Subgraph, as format: PictureFormat, options: PictureOptions = PictureOptions()
  ) throws(RenderError) -> [UInt8] {
    try render(Diagram(subgraph, options: options), as: format, options: options)
  }

  func render(_ diagram: Diagram, as format: PictureFormat, options: PictureOptions) throws(RenderError) -> [UInt8] {
    var sketch = Sketch(diagram, options: options, target: .drawing)
    sketch.furnish(try place(&sketch))
    let bytes = try draw(sketch.graph, format: format.graphvizName)
    func drawing() -> String { String(decoding: bytes, as: UTF8.self) }
    return switch format {
    case .svg: Array(SVGFinish(diagram: diagram, options: options).finish(drawing()).utf8)
    case .html: Array(LivePage(diagram: diagram, options: options).page(drawing()).utf8)
    case .png, .pdf: bytes
    }
  }

  /// Lays the sketch out and finds room for the words on its lines. Where some have none, the layout is made wider,
  /// three times at most.
  func place(_ sketch: inout Sketch) throws(RenderError) -> Placement {
    var best: (spread: Double, placement: Placement, left: Int)?
    // The way to a good width is found with straight lines: bends around nodes take ten times as long.
    sketch.bendsLines = sketch.engine == .dot
    for spread in [1, 1.5, 2.2, 3] {
      sketch.spread = spread
      let (placement, left) = try placed(sketch)
      if best.map({ left < $0.left }) ?? true { best = (spread, placement, left) }
      // One in twenty may keep its words in the tooltip rather than make the sheet half as large again.
      if left * 20 <= sketch.labelOrder.count { break }
    }
    guard let best else { throw .failed("no layout") }
    guard !sketch.bendsLines, sketch.mayBendLines else { return best.placement }
    sketch.bendsLines = true
    sketch.spread = best.spread
    return try placed(sketch).placement
  }

  /// One layout, with the boxes of the words that found room; and how many found none.
  private func placed(_ sketch: Sketch) throws(RenderError) -> (placement: Placement, left: Int) {
    let order = sketch.labelOrder
    let isFramed = sketch.engine == .stress && !sketch.graph.clusters.isEmpty
    var placement =
      try isFramed ? layOutFrames(sketch) : layOut(sketch.graph, engine: sketch.engine.graphvizName)
    let labels = LabelPlacement(placement, order: order, keepsFree: sketch.engine == .dot)
    for name in order { placement.lines[name]?.label = labels.boxes[name] }
    return (placement, labels.left.count)
  }

  /// Where `engine` puts everything.
  func layOut(_ graph: DOTGraph, engine: String) throws(RenderError) -> Placement {
    try withGraph(graph, engine: engine) { (_, built, elements) throws(RenderError) in
      entente_graph_attach_positions(built)
      func value(_ element: OpaquePointer?, _ key: String) -> String {
        entente_graph_get(built, element, key).map { String(cString: $0) } ?? ""
      }
      let corners = Placement.numbers(value(nil, "bb"))
      guard corners.count == 4 else { throw .failed("the layout has no bounds") }
      var placement = Placement(
        bounds: Box(low: Point(x: corners[0], y: corners[1]), high: Point(x: corners[2], y: corners[3])), nodes: [:],
        lines: [:])
      for node in graph.nodes {
        let element = elements[node.name]
        let at = Placement.numbers(value(element, "pos"))
        guard at.count >= 2, let width = Double(value(element, "width")), let height = Double(value(element, "height"))
        else { throw .failed("a node has no place") }
        placement.nodes[node.name] = Box(
          center: Point(x: at[0], y: at[1]), width: width * 72, height: height * 72)
      }
      for cluster in graph.clusters {
        let element = elements[cluster.name]
        let corners = Placement.numbers(value(element, "bb"))
        let at = Placement.numbers(value(element, "lp"))
        guard corners.count == 4, at.count == 2 else { continue }
        placement.frames[cluster.name] = Placement.Frame(
          box: Box(low: Point(x: corners[0], y: corners[1]), high: Point(x: corners[2], y: corners[3])),
          heading: Box(
            center: Point(x: at[0], y: at[1]), width: (Double(value(element, "lwidth")) ?? 0) * 72,
            height: (Double(value(element, "lheight")) ?? 0) * 72))
      }
      for edge in graph.edges {
        guard let element = elements[edge.name] else { continue }
        let position = value(element, "pos")
        var line = Placement.Line(position: position, path: Placement.path(position))
        var width = 0.0
        var height = 0.0
        let at = Placement.numbers(value(element, "lp"))
        if entente_graph_label_size(element, &width, &height) {
          let middle = line.path.isEmpty ? placement.bounds.center : line.path[line.path.count / 2]
          line.label = Box(
            center: at.count == 2 ? Point(x: at[0], y: at[1]) : middle, width: width, height: height)
        }
        placement.lines[edge.name] = line
      }
      return placement
    }
  }

  /// Draws a graph whose nodes and lines have their places.
  func draw(_ graph: DOTGraph, format: String) throws(RenderError) -> [UInt8] {
    try withGraph(graph, engine: "nop2") { (context, built, _) throws(RenderError) in
      var bytes: UnsafeMutablePointer<CChar>?
      var count = 0
      guard entente_graph_render(context, built, format, &bytes, &count), let bytes else {
        throw failure(context, or: .unavailable(format))
      }
      defer { entente_graph_free_bytes(bytes) }
      return bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
        Array(UnsafeBufferPointer(start: $0, count: count))
      }
    }
  }

  /// Builds a graph, lays it out and lends it, with its elements by name.
  private func withGraph<Result>(
    _ graph: DOTGraph, engine: String,
    _ use: (OpaquePointer, OpaquePointer, [String: OpaquePointer]) throws(RenderError) -> Result
  ) throws(RenderError) -> Result {
    lock.lock()
    defer { lock.unlock() }
    guard let context else { throw .outOfMemory }
    entente_graphviz_reset(context)
    let (built, elements) = try Self.build(graph)
    defer { entente_graph_destroy(context, built) }
    guard entente_graph_layout(context, built, engine) else { throw failure(context, or: .unavailable(engine)) }
    // A broken label is no failure to the library, which draws the node's name instead.
    if entente_graphviz_failed(context) { throw failure(context, or: .failed("broken label")) }
    return try use(context, built, elements)
  }

  private func failure(_ context: OpaquePointer, or fallback: RenderError) -> RenderError {
    let said = String(cString: entente_graphviz_messages(context))
    if case .unavailable = fallback, said.contains("not recognized") || said.isEmpty { return fallback }
    let message = LabelText.clean(said, limit: 200)
    return message.isEmpty ? fallback : .failed(message)
  }

  private static func build(_ graph: DOTGraph) throws(RenderError) -> (OpaquePointer, [String: OpaquePointer]) {
    guard let built = entente_graph_create() else { throw .outOfMemory }
    var isWhole = true
    func set(_ element: OpaquePointer?, _ attributes: [DOTGraph.Attribute]) {
      for attribute in attributes {
        let isHTML = if case .html = attribute.value { true } else { false }
        isWhole = entente_graph_set(built, element, attribute.key, attribute.value.raw, isHTML) && isWhole
      }
    }
    set(nil, graph.attributes)
    for attribute in graph.nodeDefaults {
      isWhole = entente_graph_default(built, false, attribute.key, attribute.value.raw) && isWhole
    }
    for attribute in graph.edgeDefaults {
      isWhole = entente_graph_default(built, true, attribute.key, attribute.value.raw) && isWhole
    }
    var elements: [String: OpaquePointer] = [:]
    for node in graph.nodes {
      guard let element = entente_graph_node(built, node.name) else {
        isWhole = false
        break
      }
      elements[node.name] = element
      set(element, node.attributes)
    }
    var clusters = [OpaquePointer?](repeating: nil, count: graph.clusters.count)
    isWhole = entente_graph_clusters(built, &clusters, clusters.count) && isWhole
    for (cluster, element) in zip(graph.clusters, clusters) {
      guard let element else { continue }
      elements[cluster.name] = element
      set(element, cluster.attributes)
      for name in cluster.nodes {
        if let node = elements[name] { isWhole = entente_cluster_add(element, node) && isWhole }
      }
    }
    for edge in graph.edges {
      guard let tail = elements[edge.tail], let head = elements[edge.head],
        let element = entente_graph_edge(built, tail, head, edge.name)
      else {
        isWhole = false
        break
      }
      elements[edge.name] = element
      set(element, edge.attributes)
    }
    guard isWhole else {
      entente_graph_destroy(nil, built)
      throw .outOfMemory
    }
    return (built, elements)
  }
}
