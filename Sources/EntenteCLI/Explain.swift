import ArgumentParser
import Entente

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Why a line is in the graph: the words, their paragraph, the rule and the judgements.",
    discussion: """
      STATEMENT is an identifier as --json prints it, and as the exports have it.

      Examples:
        entente who-met "Mira Kolvane" --json | jq -r '.ties[0].citations[0].id'
        entente explain s41d0c2a77b3e9f10
      """)

  @Argument(help: "The statement's identifier.")
  var statement: String

  @OptionGroup var graph: GraphOption
  @OptionGroup var json: JSONFlag

  func run() throws {
    let explanation = try graph.open().explanation(of: statement)
    if json.json {
      Terminal.say(explanation.json())
      return
    }
    let citation = explanation.citation
    let fact = citation.statement
    let names = Dictionary(explanation.nodes.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
    func name(_ id: Entity.ID) -> String { names[id] ?? id }
    let object: String
    switch fact.triple.object {
    case .node(let id): object = name(id)
    case .literal(let words): object = words
    }
    Terminal.say(Terminal.wrap("\(name(fact.triple.subject)) \(fact.triple.relation.label) \(object)", hanging: "  "))
    Terminal.say(AnswerText.citation(citation))
    Terminal.say("")
    func row(_ label: String, _ value: String) {
      Terminal.say(Terminal.wrap("\(label): \(value)", indent: "  ", hanging: "    "))
    }
    row("presented as", fact.factuality.rawValue + (fact.polarity == .negative ? ", negative" : ""))
    row("found by", "\(fact.evidence.rule), \(fact.evidence.pipeline)")
    row("confidence", String((fact.evidence.confidence * 100).rounded() / 100))
    let e = fact.evidence
    row(
      "offsets",
      "\(e.part.rawValue) \(e.span.start)–\(e.span.end) (subject \(e.subject.start)–\(e.subject.end), object \(e.object.start)–\(e.object.end))"
    )
    row(
      "article",
      [citation.source.id, citation.source.title, citation.source.url].compactMap(\.self).joined(separator: " · "))
    Terminal.say("\n  in its paragraph:")
    Terminal.say(Terminal.wrap(explanation.paragraph, indent: "    "))
    if !explanation.judgements.isEmpty { Terminal.say("\n  who is who:") }
    for judgement in explanation.judgements {
      let score = String((judgement.score * 100).rounded() / 100)
      Terminal.say(
        Terminal.wrap(
          "‘\(judgement.left)’ and ‘\(judgement.right)’: \(judgement.verdict.rawValue) (\(score)), \(judgement.reason)",
          indent: "    ", hanging: "      "))
    }
  }
}
