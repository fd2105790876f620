import ArgumentParser
import Entente

struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find nodes by name and passages by words.",
    discussion: """
      All words must occur; a word also finds those that begin with it, whatever their case and accents.

      Examples:
        entente search kolvane
        entente search "harbour strike" --json
      """)

  @Argument(help: "Words to look for.")
  var text: [String]

  @Option(help: ArgumentHelp("How many nodes and how many passages.", valueName: "n"))
  var limit = 20

  @OptionGroup var graph: GraphOption
  @OptionGroup var json: JSONFlag

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be 1 or more") }
  }

  func run() throws {
    let words = text.joined(separator: " ")
    let found = try graph.open().search(words, limit: limit)
    if json.json {
      Terminal.say(found.json())
    } else {
      for node in found.nodes {
        Terminal.say(
          Terminal.wrap(
            "\(node.entity.name) (\(node.entity.type.rawValue), \(Terminal.count(node.statements, "statement"))) · "
              + node.entity.id, hanging: "  "))
      }
      for passage in found.passages {
        let source = [passage.article.title, passage.article.published?.description, passage.article.id]
        Terminal.say(Terminal.wrap(source.compactMap(\.self).joined(separator: " · "), hanging: "  "))
        Terminal.say(Terminal.wrap(passage.snippet, indent: "    "))
      }
    }
    if found.nodes.isEmpty, found.passages.isEmpty {
      if !json.json { Terminal.complain("nothing has all of these words: \(words)") }
      throw ExitCode.saidNo
    }
  }
}
