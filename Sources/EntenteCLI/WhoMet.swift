import ArgumentParser
import Entente

struct WhoMet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "who-met",
    abstract: "Whom someone met: each counterpart with dates, outlets and quotations.",
    discussion: """
      Counts meetings, negotiations, and visits to or by people and bodies. What is planned, possible, doubtful or
      denied is never told as a fact: --all shows it in sections of its own. NAME is any name the articles use, or an
      identifier.

      Examples:
        entente who-met "Mira Kolvane"
        entente who-met Norland --since 2021-05 --until 2021-06
        entente who-met "Mira Kolvane" --json | jq -r '.ties[] | select(.standing == "fact") | .other.name'
      """)

  @Argument(help: ArgumentHelp("Who is asked about.", valueName: "name"))
  var name: String

  @OptionGroup var options: QuestionOptions

  func run() throws {
    let answer = try options.graph.open().meetings(of: name, since: options.period.since, until: options.period.until)
    try Answering.give(
      answer, json: options.json.json, all: options.all,
      nothing: "the articles name nobody whom \(answer.node.name) met")
  }
}

struct Who: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Who did something to someone: by a relation or a category of relations.",
    discussion: """
      RELATION is one of the vocabulary (met, urged, leads, holdsRole, …) or a category (CONSULT, ACCUSE, TIE, …). NAME is
      whom it was done to; with --whom, who did it.

      Examples:
        entente who urged "Harbour Bank"
        entente who leads "Harbour Bank"
        entente who ACCUSE Norland --whom --all
        entente who holdsRole "Mira Kolvane"
      """)

  @Argument(help: "The relation or category.")
  var relation: String

  @Argument(help: ArgumentHelp("Who is asked about.", valueName: "name"))
  var name: String

  @Flag(help: "Ask the other way round: whom NAME did it to.")
  var whom = false

  @OptionGroup var options: QuestionOptions

  func run() throws {
    let answer = try options.graph.open().ties(
      of: name, relations: [relation], since: options.period.since, until: options.period.until)
    // A role is words, so that it can only be asked for by its holder.
    let ties = answer.ties.filter { $0.literal != nil || $0.direction != (whom ? .in : .out) }
    var nothing = "the articles say nothing of that kind about \(answer.node.name)"
    let turned = answer.ties.count { $0.standing == .fact } - ties.count { $0.standing == .fact }
    if turned > 0 { nothing += "; the other way round they do: \(whom ? "leave out" : "add") --whom" }
    try Answering.give(
      Answer(node: answer.node, ties: ties), json: options.json.json, all: options.all, nothing: nothing)
  }
}

/// What questions share.
enum Answering {
  /// Prints an answer; ends with status 1 where no fact answers (or, with `all`, nothing at all).
  static func give(_ answer: Answer, json: Bool, all: Bool, nothing: String) throws {
    let isAnswered = answer.ties.contains { all || $0.standing == .fact }
    if json {
      Terminal.say(answer.json())
    } else {
      let text = AnswerText.ties(answer.ties, of: answer.node, all: all)
      if !isAnswered { Terminal.say(Terminal.wrap(nothing)) }
      if !text.isEmpty { Terminal.say(text) }
    }
    if !isAnswered { throw ExitCode.saidNo }
  }
}
