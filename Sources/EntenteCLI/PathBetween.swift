import ArgumentParser
import Entente

struct PathBetween: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "A shortest way from one name to another, over facts.",
    discussion: """
      Examples:
        entente path "Mira Kolvane" "Harbour Bank"
      """)

  @Argument(help: "Where it starts.")
  var start: String

  @Argument(help: "Where it ends.")
  var end: String

  @OptionGroup var graph: GraphOption
  @OptionGroup var json: JSONFlag

  func run() throws {
    guard let path = try graph.open().path(from: start, to: end) else {
      if json.json { Terminal.say("null") }
      Terminal.complain("no facts lead from '\(start)' to '\(end)'")
      throw ExitCode.saidNo
    }
    if json.json {
      Terminal.say(path.json())
      return
    }
    Terminal.say(Terminal.wrap(path.nodes.map(\.name).joined(separator: " → "), hanging: "  "))
    for (node, ties) in zip(path.nodes, path.steps) {
      Terminal.say("\n" + AnswerText.ties(ties, of: node, all: false, quotations: 1))
    }
  }
}
