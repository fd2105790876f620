@_exported import Export

import Foundation
import Rendering
import Statements

/// What a graph is written as.
public enum Format: String, Hashable, Sendable, CaseIterable {
  case json, jsonld, ndjsonld, ttl, nq, graphml, gexf, csv, neo4j, cypher, ftm, conllu, dot, svg, png, pdf, html

  /// The format that a file's name ends in.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    self.init(rawValue: path[path.index(after: dot)...].lowercased())
  }

  /// How a format comes about.
  enum Making {
    /// From the whole graph at once.
    case whole((Subgraph) throws -> Data)
    /// Piece by piece, in one file.
    case file(any GraphWriter)
    /// Piece by piece, in several files of one folder.
    case folder([(name: String, writer: any GraphWriter)])
    /// By analysing the articles anew.
    case analysis
  }

  func making(picture: PictureSettings, options: ExportOptions) -> Making {
    func drawn(_ format: PictureFormat) -> Making {
      .whole { Data(try Renderer.shared.render($0, as: format, options: picture.options)) }
    }
    switch self {
    case .json: return .file(GraphJSON(id: "graph", isIndented: true))
    case .jsonld: return .file(JSONLDExport(options))
    case .ndjsonld: return .file(JSONLDLinesExport(options))
    case .ttl: return .file(TurtleExport(options))
    case .nq: return .file(NQuadsExport(options))
    case .graphml: return .file(GraphMLExport(options: options))
    case .gexf: return .file(GEXFExport(options: options))
    case .csv: return .folder(CSVExport.File.allCases.map { ($0.name, CSVExport($0, options: options)) })
    case .neo4j: return .folder(Neo4jExport.File.allCases.map { ($0.name, Neo4jExport($0, options: options)) })
    case .cypher: return .file(CypherExport(options: options))
    case .ftm: return .file(FollowTheMoneyExport(options: options))
    case .conllu: return .analysis
    case .dot: return .whole { Data(DOT.write($0, options: picture.options).utf8) }
    case .svg: return drawn(.svg)
    case .png: return drawn(.png)
    case .pdf: return drawn(.pdf)
    case .html: return drawn(.html)
    }
  }

  /// Whether it is written as a folder of files.
  public var isFolder: Bool {
    if case .folder = making(picture: PictureSettings(), options: ExportOptions()) { true } else { false }
  }
}

extension Subgraph {
  /// What one article says, as a graph of its own.
  public init(_ graph: ArticleGraph) {
    self.init(
      entities: graph.entities, statements: graph.statements, events: graph.events, articles: [Source(graph.article)])
  }

  /// One JSON object on one line; its shape is told at `GraphJSON`.
  public func json(id: String) throws -> String { try GraphJSON(id: id).text(of: self) }

  /// The graph in a format of one file. The same graph gives the same bytes (SVG, PNG and PDF: with the same fonts and
  /// release of Graphviz).
  ///
  /// - Throws: where Graphviz is incomplete or refuses the graph; ``NeedsGraph`` for a format of several files or of
  ///   whole articles.
  public func data(
    as format: Format, settings: PictureSettings = PictureSettings(), options: ExportOptions = ExportOptions()
  ) throws -> Data {
    switch format.making(picture: settings, options: options) {
    case .whole(let make): return try make(self)
    case .file(let writer): return Data(try writer.text(of: self).utf8)
    case .folder, .analysis: throw NeedsGraph(format: format)
    }
  }
}

/// A part of a graph was asked for in a format that is several files, or needs the articles.
public struct NeedsGraph: Error, Hashable, CustomStringConvertible {
  public let format: Format
  public var description: String { "\(format.rawValue) is not one file of a part alone: use Graph.write(as:)" }
}

extension Graph {
  /// Writes the graph, or a part of it, in a format. Text formats are written piece by piece, so that memory does not
  /// grow with the graph. The same graph gives the same bytes (SVG, PNG and PDF: with the same fonts and release
  /// of Graphviz).
  ///
  /// - Parameters:
  ///   - pipeline: What analyses articles anew, for formats that hold the analysis; asked for only then.
  ///   - open: Opens a file by its name in the folder, or the one file by an empty name, and gives what takes its blocks
  ///     of bytes. Called for one file after the other. Neither may ask this graph for anything.
  /// - Throws: What `open` and its result throw; where Graphviz is incomplete or refuses the graph.
  public func write(
    _ selection: Selection = Selection(), as format: Format, picture: PictureSettings = PictureSettings(),
    options: ExportOptions = ExportOptions(), pipeline: @autoclosure () throws -> Pipeline = try Pipeline(),
    open: (_ name: String) throws -> (_ block: [UInt8]) throws -> Void
  ) throws {
    let files: [(name: String, writer: any GraphWriter)]
    switch format.making(picture: picture, options: options) {
    case .whole(let make):
      let data = try make(try subgraph(selection))
      try open("")([UInt8](data))
      return
    case .file(let writer): files = [("", writer)]
    case .folder(let several): files = several
    case .analysis:
      let sink = TextSink(drain: try open(""))
      try analyses(selection, by: try pipeline()) { try sink.write($0) }
      try sink.finish()
      return
    }
    try store.reading(selection) { reading in
      for file in files {
        let sink = TextSink(drain: try open(file.name))
        try file.writer.write(reading, to: sink)
        try sink.finish()
      }
    }
  }
}
