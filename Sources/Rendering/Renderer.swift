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
    sketch.furnish(try place(sketch))
    let bytes = try draw(sketch.graph, format: format.graphvizName)
    return switch format {
    case .svg: SVGFinish(diagram: diagram, options: options).finish(bytes)
    case .html: Array(LivePage(diagram: diagram, options: options).page(bytes).utf8)
    case .png, .pdf: bytes
    }
  }

  /// Lays the sketch out and finds room for the words on its lines: what hangs together by itself, then all of it on one
  /// sheet, so that an article moves only what it speaks of. What has frames is laid out as one.
  func place(_ sketch: Sketch) throws(RenderError) -> Placement {
    let order = sketch.labelOrder
    guard sketch.graph.clusters.isEmpty else {
      let engine = sketch.engine
      func framed(_ engine: LayoutEngine) throws(RenderError) -> Placement {
        try withRoom(order, sketch.graph, sketch, engine) { spread throws(RenderError) in
          try engine == .stress
            ? layOutFrames(sketch, spread: spread)
            : layOut(sketch.part(engine: engine, spread: spread), engine: engine.graphvizName)
        }
      }
      guard engine == .dot else { return try framed(engine) }
      // `dot` finds no ranks for some graphs with frames ("trouble in init_rank").
      do { return try framed(.dot) } catch { return try framed(.stress) }
    }
    let network = sketch.network
    let components = network.identifiers.isEmpty ? [[]] : network.components
    var placements: [Placement] = []
    for nodes in components {
      let engine = sketch.options.engine ?? Sketch.engine(forNodes: nodes.count)
      let part = sketch.part(nodes, engine: engine, spread: 1)
      let lines = Set(part.edges.map(\.name))
      placements.append(
        try withRoom(order.filter(lines.contains), part, sketch, engine) { spread throws(RenderError) in
          try layOut(
            spread == 1 ? part : sketch.part(nodes, engine: engine, spread: spread), engine: engine.graphvizName)
        })
    }
    return try Placement(packing: zip(components, placements).map { ($0, $1) }, firstSeen: network.firstSeen)
  }

  /// A layout, with the boxes of the words that found room. Where some found none, it is made wider, three times at most.
  private func withRoom(
    _ order: [String], _ part: DOTGraph, _ sketch: Sketch, _ engine: LayoutEngine,
    _ layOut: (_ spread: Double) throws(RenderError) -> Placement
  ) throws(RenderError) -> Placement {
    let isBent = sketch.bendsLines(engine, nodes: part.nodes.count, lines: part.edges.count)
    var best: (placement: Placement, left: Int)?
    for spread in [1, 1.5, 2.2, 3] {
      var placement = try layOut(spread)
      if !isBent { Detours.bend(&placement, edges: part.edges) }
      let labels = LabelPlacement(placement, order: order, keepsFree: engine == .dot)
      for name in order { placement.lines[name]?.label = labels.boxes[name] }
      if best.map({ labels.left.count < $0.left }) ?? true { best = (placement, labels.left.count) }
      // One in twenty may keep its words in the tooltip rather than make the sheet half as large again.
      if labels.left.count * 20 <= order.count { break }
    }
    guard let best else { throw .failed("no layout") }
    return best.placement
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
