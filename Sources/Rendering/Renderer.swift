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
    let diagram = Diagram(subgraph, options: options)
    let sketch = Sketch(diagram, options: options, target: format == .svg ? .svg : .raster)
    let bytes = try draw(sketch.graph, engine: sketch.engine.rawValue, format: format.graphvizName)
    guard format == .svg else { return bytes }
    let svg = SVGFinish(diagram: diagram, options: options).finish(String(decoding: bytes, as: UTF8.self))
    return Array(svg.utf8)
  }

  func draw(_ graph: DOTGraph, engine: String, format: String) throws(RenderError) -> [UInt8] {
    lock.lock()
    defer { lock.unlock() }
    guard let context else { throw .outOfMemory }
    entente_graphviz_reset(context)
    let built = try Self.build(graph)
    defer { entente_graph_destroy(context, built) }
    guard entente_graph_layout(context, built, engine) else { throw failure(context, or: .unavailable(engine)) }
    // A broken label is no failure to the library, which draws the node's name instead.
    if entente_graphviz_failed(context) { throw failure(context, or: .failed("broken label")) }
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

  private func failure(_ context: OpaquePointer, or fallback: RenderError) -> RenderError {
    let said = String(cString: entente_graphviz_messages(context))
    if case .unavailable = fallback, said.contains("not recognized") || said.isEmpty { return fallback }
    let message = LabelText.clean(said, limit: 200)
    return message.isEmpty ? fallback : .failed(message)
  }

  private static func build(_ graph: DOTGraph) throws(RenderError) -> OpaquePointer {
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
    var nodes: [String: OpaquePointer] = [:]
    for node in graph.nodes {
      guard let element = entente_graph_node(built, node.name) else {
        isWhole = false
        break
      }
      nodes[node.name] = element
      set(element, node.attributes)
    }
    for edge in graph.edges {
      guard let tail = nodes[edge.tail], let head = nodes[edge.head],
        let element = entente_graph_edge(built, tail, head, edge.name)
      else {
        isWhole = false
        break
      }
      set(element, edge.attributes)
    }
    guard isWhole else {
      entente_graph_destroy(nil, built)
      throw .outOfMemory
    }
    return built
  }
}
