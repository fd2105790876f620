import ArgumentParser
import Entente

/// For training only, and therefore not listed: what the relation head sees of every pair of mentions.
struct Pairs: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What the relation head sees of every pair of mentions, as JSON lines for its training.",
    shouldDisplay: false)

  @Argument(help: ArgumentHelp("Articles to read.", valueName: "path"))
  var paths: [String]

  @OptionGroup var options: PipelineOptions

  func run() throws {
    let pipeline = try options.pipeline()
    var skips = SkipReport()
    try pipeline.pairs(paths) { outcome in
      switch outcome {
      case .done(let line): Terminal.say(line)
      case .skipped(let skip): skips.note(skip)
      }
    }
    try skips.finish()
  }
}
