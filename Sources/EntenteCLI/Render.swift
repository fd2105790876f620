import ArgumentParser
import Entente
import Foundation

struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw the graph, or a part of it.",
    discussion: """
      Examples:
        entente render -o graph.svg
        entente render -o round.png --around "Mira Kolvane" --depth 2 --since 2021-05
        entente render -o strongest.pdf --top 60
      """)

  @OptionGroup var output: OutputOptions
  @OptionGroup(title: "How it is drawn") var picture: PictureFlags
  @OptionGroup(title: "Which part") var part: SelectionOptions
  @OptionGroup var graph: GraphOption

  func validate() throws {
    if output.output.isEmpty { throw ValidationError("name a file to draw, such as -o graph.svg") }
  }

  func run() throws {
    let drawn = try graph.open().subgraph(part.selection)
    if drawn.statements.isEmpty {
      Terminal.complain("nothing in \(graph.graph) passes these filters; nothing was drawn")
      throw ExitCode.saidNo
    }
    try output.write(drawn, picture)
  }
}

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the graph, or a part of it, for other programs.",
    discussion: """
      Examples:
        entente export --format json > graph.json
        entente export --format jsonld -o graph.jsonld --relation CONSULT
      """)

  @Option(help: "One of \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: Format?

  @OptionGroup var output: OutputOptions
  @OptionGroup(title: "How it is drawn") var picture: PictureFlags
  @OptionGroup(title: "Which part") var part: SelectionOptions
  @OptionGroup var graph: GraphOption

  func validate() throws {
    if output.output.isEmpty, format == nil { throw ValidationError("name a format, such as --format json") }
  }

  func run() throws {
    let exported = try graph.open().subgraph(part.selection)
    if let format, output.output.isEmpty {
      Terminal.write(try exported.data(as: format, settings: picture.settings))
    } else if let format {
      let data = try exported.data(as: format, settings: picture.settings)
      for path in output.output { try Output.write(data, to: path) }
    } else {
      try output.write(exported, picture)
    }
  }
}

extension Format: ExpressibleByArgument {}
