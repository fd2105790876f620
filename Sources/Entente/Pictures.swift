import Foundation
import Rendering
import Statements

/// How a picture is drawn; formats that are no pictures pass over it.
public struct PictureSettings: Hashable, Sendable {
  /// How the nodes are chosen where there is no room for all.
  public enum Choice: String, Hashable, Sendable, CaseIterable {
    /// The ends of the ties that most articles support.
    case ties
    /// The innermost cores: nodes each tied to the most others of them.
    case core
    /// The strongest of each community, in proportion.
    case communities
  }

  /// What nodes are drawn together in a frame.
  public enum Frames: String, Hashable, Sendable, CaseIterable {
    /// Those with most ties among themselves.
    case community
    /// Those that belong to one state or body.
    case bloc
  }

  /// How a graph is spread over several files.
  public enum Pages: String, Hashable, Sendable, CaseIterable {
    /// One drawing on sheets of A4.
    case poster
    /// A page for each community, and an overview.
    case communities
  }

  /// How nodes are placed.
  public enum Layout: String, Hashable, Sendable, CaseIterable {
    case dot, stress, neato, fdp, sfdp
  }

  /// Draws what is denied or said not to have happened, dotted and red. Off, it is only counted.
  public var showsDenied = false
  /// Draws what is planned or merely possible, dashed.
  public var showsPlanned = true
  /// The most nodes to draw; nil for as many as stay readable.
  public var nodeLimit: Int?
  public var choice = Choice.ties
  /// Nil for none.
  public var frames: Frames?
  /// Nil chooses by size.
  public var layout: Layout?
  /// Light figures on a dark ground.
  public var isDark = false
  /// Stands above the picture; empty for none.
  public var title = ""
  private var style: PictureStyle?
  /// Set by ``mark(_:)``.
  var changes: PictureChanges?

  public init() {}

  /// Takes colours, shapes and font from a style file, over those that are set.
  ///
  /// - Throws: for what is no style, and says what is wrong with it.
  public mutating func read(style json: Data) throws {
    style = try PictureStyle.read(Array(json), over: isDark ? .dark : .light)
  }

  var options: PictureOptions {
    var options = PictureOptions(
      showsDenied: showsDenied, showsPlanned: showsPlanned,
      engine: layout.flatMap { LayoutEngine(rawValue: $0.rawValue) },
      nodeLimit: nodeLimit, choice: NodeChoice(rawValue: choice.rawValue) ?? .ties,
      clustering: frames.flatMap { Clustering(rawValue: $0.rawValue) }, title: title,
      style: style ?? (isDark ? .dark : .light))
    options.changes = changes
    return options
  }
}

extension Format {
  var picture: PictureFormat? {
    switch self {
    case .svg: .svg
    case .png: .png
    case .pdf: .pdf
    case .html: .html
    default: nil
    }
  }

  /// Whether it is drawn by libgraphviz.
  public var isPicture: Bool { picture != nil }

  /// Whether it is drawn, as a picture or as what Graphviz draws one from.
  public var isDrawing: Bool { isPicture || self == .dot }
}

/// Draws pictures in processes of their own, with limits of time and memory: a layout cannot be interrupted, and a graph
/// of any size must not take the program with it.
public struct DrawingProcess: Sendable {
  /// A picture, and what a person should know about how it was made.
  public struct Product: Sendable {
    public let bytes: [UInt8]
    public let notices: [String]
  }

  private let child: ChildRenderer

  /// - Parameters:
  ///   - executable: a program that calls ``serve()`` where it is run with `arguments`.
  ///   - seconds: processor time for one layout; one that takes longer gives way to a faster one.
  public init(executable: URL, arguments: [String], seconds: Int = 20) {
    child = ChildRenderer(executable: executable, arguments: arguments, seconds: seconds)
  }

  /// The graph as a picture, as ``Statements/Subgraph/data(as:settings:options:)`` gives it where no limit is met.
  ///
  /// - Throws: where Graphviz is incomplete or refuses the graph, where even the fastest layout takes too long, and for
  ///   a format that is no picture.
  public func draw(_ graph: Subgraph, as format: Format, settings: PictureSettings) throws -> Product {
    guard let picture = format.picture else { throw RenderError.unavailable(format.rawValue) }
    let drawn = try child.render(graph, as: picture, options: settings.options)
    return Product(bytes: drawn.bytes, notices: drawn.notices)
  }

  /// The graph on several pages, each with what its file's name gets before the suffix: nothing for the overview, `-3`
  /// for the third community, `-r1c2` for a sheet's row and column.
  ///
  /// - Throws: as ``draw(_:as:settings:)`` does.
  public func draw(
    _ graph: Subgraph, as format: Format, pages: PictureSettings.Pages, settings: PictureSettings
  ) throws -> [(name: String, product: Product)] {
    guard let picture = format.picture, pages != .poster || picture != .html else {
      throw RenderError.unavailable("\(format.rawValue) as a \(pages.rawValue)")
    }
    let split = PageSplit(rawValue: pages.rawValue) ?? .communities
    return try child.pages(graph, as: picture, split: split, options: settings.options).map { page in
      (page.name, Product(bytes: page.drawn.bytes, notices: page.drawn.notices))
    }
  }

  /// The drawing process's side: reads a job from standard input, writes a picture to standard output.
  ///
  /// - Returns: its exit status.
  public static func serve() -> Int32 { ChildRenderer.serve() }
}
