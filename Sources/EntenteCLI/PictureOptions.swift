import ArgumentParser
import Entente
import Foundation

/// How pictures are drawn.
struct PictureFlags: ParsableArguments {
  @Flag(help: "Draw what is denied, too, dotted and red.")
  var denied = false

  @Flag(inversion: .prefixedNo, help: "Draw what is planned or merely possible, dashed.")
  var planned = true

  @Option(help: ArgumentHelp("The most nodes to draw; else as many as stay readable.", valueName: "n"))
  var nodes: Int?

  @Option(
    help: ArgumentHelp(
      "Which nodes, where not all: those of the strongest ties, the core, or some of each community.",
      valueName: "choice"))
  var choose = PictureSettings.Choice.ties

  @Option(help: ArgumentHelp("Frames around what belongs together: community or bloc.", valueName: "kind"))
  var cluster: PictureSettings.Frames?

  @Option(
    help: ArgumentHelp(
      "Several files: sheets of A4 (poster), or an overview and a page for each community (communities).",
      valueName: "kind"))
  var page: PictureSettings.Pages?

  @Option(
    help: ArgumentHelp(
      "How nodes are placed, if not by their number: \(PictureSettings.Layout.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "layout"))
  var layout: PictureSettings.Layout?

  @Option(
    help: ArgumentHelp("Seconds of processor time for one layout; then a faster one is taken.", valueName: "seconds"))
  var patience = 20

  @Flag(help: "Light figures on a dark ground.")
  var dark = false

  @Option(
    help: ArgumentHelp("Colours, shapes and font: a JSON file that names what changes.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var style: String?

  @Option(help: "A line above the picture.")
  var title = ""

  func validate() throws {
    if let nodes, nodes < 1 { throw ValidationError("--nodes must be 1 or more") }
    if patience < 1 { throw ValidationError("--patience must be 1 or more") }
  }

  func settings() throws -> PictureSettings {
    var settings = PictureSettings()
    settings.showsDenied = denied
    settings.showsPlanned = planned
    settings.nodeLimit = nodes
    settings.choice = choose
    settings.frames = cluster
    settings.layout = layout
    settings.isDark = dark
    settings.title = title
    if let style {
      guard let json = FileManager.default.contents(atPath: style) else {
        throw Refusal(description: "cannot read \(style): check that the style file is there")
      }
      try settings.read(style: json)
    }
    return settings
  }

  /// A picture, drawn by a process of its own; what that has to say goes to standard error.
  ///
  /// - Parameter settings: What takes the place of these flags' own.
  func draw(_ graph: Subgraph, as format: Format, settings: PictureSettings? = nil) throws -> [UInt8] {
    let product = try process.draw(graph, as: format, settings: try settings ?? self.settings())
    for notice in product.notices { Terminal.complain(notice) }
    return product.bytes
  }

  /// A picture's files: one, or by --page several whose names begin alike.
  func draw(_ graph: Subgraph, as format: Format, to path: String) throws -> [(path: String, bytes: [UInt8])] {
    guard let page else { return [(path, try draw(graph, as: format))] }
    let stem = path.lastIndex(of: ".").map { path[..<$0] } ?? path[...]
    let suffix = path[stem.endIndex...]
    return try process.draw(graph, as: format, pages: page, settings: try settings()).map { name, product in
      for notice in product.notices { Terminal.complain(notice) }
      return (stem + name + suffix, product.bytes)
    }
  }

  private var process: DrawingProcess {
    let program = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return DrawingProcess(
      executable: program, arguments: [DrawingServer.configuration.commandName ?? ""], seconds: patience)
  }
}

extension PictureSettings.Choice: ExpressibleByArgument {}
extension PictureSettings.Frames: ExpressibleByArgument {}
extension PictureSettings.Pages: ExpressibleByArgument {}
extension PictureSettings.Layout: ExpressibleByArgument {}

/// The process that draws: run by the program itself, hidden from people.
struct DrawingServer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw-in-child", abstract: "Draw what comes on standard input.", shouldDisplay: false)

  func run() throws {
    let status = DrawingProcess.serve()
    if status != 0 { throw ExitCode(status) }
  }
}

/// Files to write, their formats told by their names.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "A file to write: \(Format.allCases.map { "." + $0.rawValue }.joined(separator: " ")). May be given several times.",
      valueName: "file"))
  var output: [String] = []

  func validate() throws {
    for path in output where Format(path: path) == nil {
      throw ValidationError(
        "'\(path)' does not end in one of \(Format.allCases.map { "." + $0.rawValue }.joined(separator: " "))")
    }
  }

  /// - Parameter drawn: what the selection names, where it has been read.
  func write(_ graph: Graph, _ part: SelectionOptions, drawn: Subgraph? = nil, _ picture: PictureFlags) throws {
    for path in output {
      guard let format = Format(path: path) else { continue }
      try Output.write(graph, part.selection(as: format), drawn: drawn, as: format, picture: picture, to: path)
    }
  }
}
