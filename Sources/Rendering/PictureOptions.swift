/// What a picture of a graph shows and how.
package struct PictureOptions: Hashable, Codable, Sendable {
  /// Draws what is denied or said not to have happened, dotted and red. Off, it is counted in the caption.
  package var showsDenied: Bool
  /// Draws what is planned or merely possible, dashed.
  package var showsPlanned: Bool
  /// Nil chooses by size.
  package var engine: LayoutEngine?
  /// The most nodes to draw; the strongest ties stay. Nil: all up to a thousand, and of more a readable part.
  package var nodeLimit: Int?
  /// Stands above the picture; empty for none.
  package var title: String
  package var style: PictureStyle

  package init(
    showsDenied: Bool = false, showsPlanned: Bool = true, engine: LayoutEngine? = nil, nodeLimit: Int? = nil,
    title: String = "", style: PictureStyle = .light
  ) {
    self.showsDenied = showsDenied
    self.showsPlanned = showsPlanned
    self.engine = engine
    self.nodeLimit = nodeLimit
    self.title = title
    self.style = style
  }
}

/// A file format of pictures; the raw value is the file name's suffix.
package enum PictureFormat: String, CaseIterable, Codable, Sendable {
  case svg, png, pdf
  /// A page by itself: the SVG with search, filters and evidence.
  case html

  /// Its name in libgraphviz: Cairo draws letters as the layout measured them.
  var graphvizName: String {
    switch self {
    case .svg, .html: "svg"
    case .png: "png:cairo"
    case .pdf: "pdf:cairo"
    }
  }
}

/// libgraphviz's ways to place nodes.
package enum LayoutEngine: String, CaseIterable, Codable, Sendable {
  /// In ranks from left to right: the most readable up to about sixty nodes.
  case dot
  /// By springs, without overlaps: to about two hundred.
  case neato, fdp
  /// By springs on many scales: to a thousand and more.
  case sfdp
}

/// Why a picture could not be made.
package enum RenderError: Error, Hashable, CustomStringConvertible {
  /// An engine or a format that this installation of Graphviz lacks.
  case unavailable(String)
  /// What libgraphviz said.
  case failed(String)
  case outOfMemory
  /// A layout that was given up, in words.
  case tooSlow(String)
  /// A style file that cannot be used, and why.
  case badStyle(String)

  package var description: String {
    switch self {
    case .unavailable(let name):
      "graphviz has no '\(name)' here: install the package 'graphviz' and run 'dot -c'"
    case .failed(let message):
      "graphviz could not draw the graph: \(message); try another layout engine or a smaller part of the graph"
    case .tooSlow(let what): "\(what): draw a smaller part of the graph with --top or --around"
    case .badStyle(let why): "the style cannot be used: \(why)"
    case .outOfMemory: "not enough memory to draw the graph: draw a smaller part of it"
    }
  }
}
