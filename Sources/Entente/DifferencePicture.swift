import Foundation
import KnowledgeGraph
import Rendering
import Statements

extension GraphDifference {
  /// A picture of both graphs in one: what is new and what is gone stand out from what stayed.
  ///
  /// - Throws: where Graphviz is incomplete or refuses the graph; ``NeedsGraph`` for a format that is no picture.
  public func data(as format: Format, settings: PictureSettings = PictureSettings()) throws -> Data {
    var options = settings.options
    options.changes = PictureChanges(
      newNodes: Set(newNodes.map(\.node.id)), goneNodes: goneNodeIDs, newStatements: newStatements,
      goneStatements: goneStatements)
    if format == .dot { return Data(DOT.write(union, options: options).utf8) }
    guard let picture = PictureFormat(rawValue: format.rawValue) else { throw NeedsGraph(format: format) }
    return Data(try Renderer.shared.render(union, as: picture, options: options))
  }
}

extension Format {
  /// Whether it shows the graph to the eye.
  public var isPicture: Bool { self == .dot || PictureFormat(rawValue: rawValue) != nil }
}
