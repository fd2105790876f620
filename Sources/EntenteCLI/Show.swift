import ArgumentParser
import Entente

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Everything the articles say about one node.",
    discussion: """
      Examples:
        entente show "Mira Kolvane"
        entente show "Harbour Bank" --all --quotations 1
      """)

  @Argument(help: ArgumentHelp("A name or identifier.", valueName: "name"))
  var name: String

  @Flag(help: "Also show what is planned, possible, doubtful or denied.")
  var all = false

  @Option(help: ArgumentHelp("Quotations for each line.", valueName: "n"))
  var quotations = 1

  @OptionGroup var period: PeriodOptions
  @OptionGroup var graph: GraphOption
  @OptionGroup var json: JSONFlag

  func validate() throws {
    if quotations < 0 { throw ValidationError("--quotations must be 0 or more") }
  }

  func run() throws {
    let answer = try graph.open().ties(of: name, since: period.since, until: period.until)
    if json.json {
      Terminal.say(answer.json())
      return
    }
    Terminal.say(AnswerText.heading(answer.node))
    let text = AnswerText.ties(answer.ties, of: answer.node, all: all, quotations: quotations)
    if !text.isEmpty { Terminal.say("\n" + text) }
  }
}
