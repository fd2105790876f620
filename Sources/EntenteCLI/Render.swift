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
    let opened = try graph.open()
    let drawn = try opened.subgraph(part.drawn)
    if drawn.statements.isEmpty {
      Terminal.complain("nothing in \(graph.graph) passes these filters; nothing was drawn")
      throw ExitCode.saidNo
    }
    try output.write(opened, part, drawn: drawn, picture)
  }
}
