import ArgumentParser
import Entente

struct Timeline: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What is said of someone, oldest first.",
    discussion: """
      A line's day is what the text gives, else the article's own, marked with a tilde.

      Examples:
        entente timeline "Mira Kolvane" --since 2021-05
      """)

  @Argument(help: ArgumentHelp("A name or identifier.", valueName: "name"))
  var name: String

  @OptionGroup var options: QuestionOptions

  func run() throws {
    let (node, every, others) = try options.graph.open().timeline(
      of: name, since: options.period.since, until: options.period.until)
    let citations = every.filter { options.all || $0.standing == .fact }
    if options.json.json {
      Terminal.say(TimelineJSON.text(node, citations, others))
    } else {
      Terminal.say(AnswerText.heading(node))
      for citation in citations {
        let triple = citation.statement.triple
        func name(_ id: Entity.ID) -> String { others[id]?.name ?? id }
        let object: String
        switch triple.object {
        case .node(let id): object = name(id)
        case .literal(let words): object = words
        }
        let day =
          citation.statement.time.map(AnswerText.words) ?? citation.source.published.map { "~\($0)" } ?? "undated"
        let line = "\(day)  \(name(triple.subject)) \(triple.relation.label) \(object)"
        Terminal.say("\n" + Terminal.wrap(line, hanging: "  "))
        Terminal.say(AnswerText.citation(citation))
      }
    }
    if citations.isEmpty {
      if !options.json.json { Terminal.complain("nothing is said of \(node.name) that may be told as a fact") }
      throw ExitCode.saidNo
    }
  }
}
