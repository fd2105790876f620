import Export
import Foundation
import Rendering
import Statements

/// What a graph is written as.
public enum Format: String, Hashable, Sendable, CaseIterable {
  case json, jsonld, dot, svg, png, pdf, html

  /// The format that a file's name ends in.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    self.init(rawValue: path[path.index(after: dot)...].lowercased())
  }
}

/// How a picture is drawn; formats that are no pictures pass over it.
public struct PictureSettings: Hashable, Sendable {
  /// Draws what is denied or said not to have happened, dotted and red. Off, it is only counted.
  public var showsDenied: Bool
  /// Draws what is planned or merely possible, dashed.
  public var showsPlanned: Bool
  /// The most nodes to draw; nil for as many as stay readable.
  public var nodeLimit: Int?
  /// Light figures on a dark ground.
  public var isDark: Bool
  /// Stands above the picture; empty for none.
  public var title: String

  public init(
    showsDenied: Bool = false, showsPlanned: Bool = true, nodeLimit: Int? = nil, isDark: Bool = false,
    title: String = ""
  ) {
    self.showsDenied = showsDenied
    self.showsPlanned = showsPlanned
    self.nodeLimit = nodeLimit
    self.isDark = isDark
    self.title = title
  }

  fileprivate var options: PictureOptions {
    PictureOptions(
      showsDenied: showsDenied, showsPlanned: showsPlanned, nodeLimit: nodeLimit, title: title,
      style: isDark ? .dark : .light)
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

  /// The graph in a format, as it stands in a file. The same graph gives the same bytes (SVG, PNG and PDF: with the same
  /// fonts and release of Graphviz).
  ///
  /// - Throws: where Graphviz is incomplete or refuses the graph; never for text formats.
  public func data(as format: Format, settings: PictureSettings = PictureSettings()) throws -> Data {
    switch format {
    case .json: Data((json(id: "graph", isIndented: true) + "\n").utf8)
    case .jsonld: Data(JSONLDExport().write(self).utf8)
    case .dot: Data(DOT.write(self, options: settings.options).utf8)
    case .svg: Data(try Renderer.shared.render(self, as: .svg, options: settings.options))
    case .png: Data(try Renderer.shared.render(self, as: .png, options: settings.options))
    case .pdf: Data(try Renderer.shared.render(self, as: .pdf, options: settings.options))
    case .html: Data(try Renderer.shared.render(self, as: .html, options: settings.options))
    }
  }
}
