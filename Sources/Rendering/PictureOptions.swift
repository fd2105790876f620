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
  /// Which nodes those are.
  package var choice: NodeChoice
  /// Frames around nodes that belong together; nil for none.
  package var clustering: Clustering?
  /// Stands above the picture; empty for none.
  package var title: String
  package var style: PictureStyle
  /// For a picture of two graphs in one; nil for one graph.
  package var changes: PictureChanges?

  package init(
    showsDenied: Bool = false, showsPlanned: Bool = true, engine: LayoutEngine? = nil, nodeLimit: Int? = nil,
    choice: NodeChoice = .ties, clustering: Clustering? = nil, title: String = "", style: PictureStyle = .light
  ) {
    self.showsDenied = showsDenied
    self.showsPlanned = showsPlanned
    self.engine = engine
    self.nodeLimit = nodeLimit
    self.choice = choice
    self.clustering = clustering
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

/// Ways to place nodes.
package enum LayoutEngine: String, CaseIterable, Codable, Sendable {
  /// libgraphviz's, in ranks from left to right: the most readable up to about sixty nodes.
  case dot
  /// Our own ``StressLayout``, then libgraphviz's `prism` against overlaps: to a thousand nodes, and steady when articles
  /// come.
  case stress
  /// libgraphviz's, by springs, without overlaps: to about two hundred. `fdp` alone of these draws frames.
  case neato, fdp
  /// libgraphviz's, by springs on many scales: to a thousand and more.
  case sfdp

  /// Its name in libgraphviz: `nop1` takes places as given and parts what overlaps.
  var graphvizName: String { self == .stress ? "nop1" : rawValue }
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
