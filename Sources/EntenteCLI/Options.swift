import ArgumentParser
import Entente
import Foundation

struct GraphOption: ParsableArguments {
  @Option(name: [.long, .short], help: ArgumentHelp("The file that holds the graph.", valueName: "file"))
  var graph = "entente.sqlite"

  func open() throws -> Graph { try Graph(reading: graph) }
}

struct PipelineOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The language model's folder, if not the one that came along.", valueName: "folder"))
  var model: String?

  @Option(
    name: [.long, .short, .customLong("threads")],
    help: ArgumentHelp("Articles read at once. Changes nothing but the time.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
  }

  func pipeline() throws -> Pipeline { try Pipeline(model: model, jobs: jobs) }
}

struct JSONFlag: ParsableArguments {
  @Flag(help: "Print JSON, for programs.")
  var json = false
}

struct PeriodOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only what holds or happened on or after this day, month or year.", valueName: "date"))
  var since: PartialDate?

  @Option(help: ArgumentHelp("Only what holds or happened on or before this day, month or year.", valueName: "date"))
  var until: PartialDate?
}

/// What every question about one name takes.
struct QuestionOptions: ParsableArguments {
  @Flag(help: "Also show what is planned, possible, doubtful or denied.")
  var all = false

  @OptionGroup var period: PeriodOptions
  @OptionGroup var graph: GraphOption
  @OptionGroup var json: JSONFlag
}

/// Which part of the graph: the filters that `render`, `export` and `build` share.
struct SelectionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only what lies near this name. May be given several times.", valueName: "name"))
  var around: [String] = []

  @Option(help: ArgumentHelp("How many lines away from --around.", valueName: "n"))
  var depth = 1

  @OptionGroup var period: PeriodOptions

  @Option(
    help: ArgumentHelp(
      "Only this relation (met) or category (CONSULT). May be given several times.", valueName: "relation"))
  var relation: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only what is right with at least this probability. (default: \(Evidence.leastTrusted) in pictures, else 0)",
      valueName: "0…1"))
  var minConfidence: Double?

  @Option(help: ArgumentHelp("Only pairs that so many articles tie.", valueName: "n"))
  var minSources = 1

  @Option(help: ArgumentHelp("Only the pairs that most articles tie.", valueName: "n"))
  var top: Int?

  func validate() throws {
    if depth < 0 { throw ValidationError("--depth must be 0 or more") }
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence must lie between 0 and 1")
    }
    if minSources < 1 { throw ValidationError("--min-sources must be 1 or more") }
    if let top, top < 1 { throw ValidationError("--top must be 1 or more") }
  }

  /// The part, for data.
  var selection: Selection { selection(confidence: 0) }

  /// The part, for people to look at: without what is more likely wrong, unless asked for.
  var drawn: Selection { selection(confidence: Evidence.leastTrusted) }

  func selection(as format: Format) -> Selection { format.isDrawing ? drawn : selection }

  private func selection(confidence: Double) -> Selection {
    Selection(
      around: around, depth: depth, since: period.since, until: period.until, relations: relation,
      minimumConfidence: minConfidence ?? confidence, minimumSources: minSources, top: top)
  }
}

extension PartialDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// Counts what was skipped, and says it by name.
struct SkipReport {
  private(set) var count = 0

  mutating func note(_ skip: Pipeline.Skip) {
    count += 1
    Terminal.complain("skipped " + skip.description)
  }

  /// Ends the command with status 1 where something was skipped.
  func finish() throws {
    guard count > 0 else { return }
    Terminal.complain("\(Terminal.count(count, "input")) skipped")
    throw ExitCode.saidNo
  }
}
