import Export
import Foundation
import Statements

/// What a graph is written as.
public enum Format: String, Hashable, Sendable, CaseIterable {
  case json

  /// The format that a file's name ends in.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    self.init(rawValue: path[path.index(after: dot)...].lowercased())
  }
}

extension Subgraph {
  /// What one article says, as a graph of its own.
  public init(_ graph: ArticleGraph) {
    self.init(
      entities: graph.entities, statements: graph.statements, events: graph.events, articles: [Source(graph.article)])
  }

  /// One JSON object, on one line or indented; its shape is told at `GraphJSON`.
  public func json(id: String, isIndented: Bool = false) -> String {
    GraphJSON.write(self, id: id, isIndented: isIndented)
  }

  /// The graph in a format, as it stands in a file.
  ///
  /// - Throws: where a layout fails; never for text formats.
  public func data(as format: Format) throws -> Data {
    switch format {
    case .json: Data((json(id: "graph", isIndented: true) + "\n").utf8)
    }
  }
}
