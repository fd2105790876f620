import ArgumentParser
import Entente
import Foundation

struct Analyze: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case conllu
  }

  static let configuration = CommandConfiguration(
    abstract: "What the language model sees: sentences, words, tags, trees and names, as CoNLL-U.",
    discussion: """
      Names stand in the last column as NER=B-person, offsets as TokenRange=12:17 (UTF-8 bytes). With --tokenized, PATH
      holds CoNLL-U whose words and sentences are kept and whose analysis is made anew, so that it can be compared.

      Examples:
        entente analyze article.txt
        entente analyze --tokenized gold.conllu > system.conllu
      """)

  @Argument(help: ArgumentHelp("Articles to read, or CoNLL-U.", valueName: "path"))
  var paths: [String]

  @Option(help: "How it is written.")
  var format = Format.conllu

  @Flag(help: "PATH is CoNLL-U; keep its words and sentences.")
  var tokenized = false

  @OptionGroup var options: PipelineOptions

  func run() throws {
    let pipeline = try options.pipeline()
    var skips = SkipReport()
    func take(_ outcome: Pipeline.Outcome<Document>) {
      switch outcome {
      case .done(let document): Terminal.write(CoNLLU.write(document))
      case .skipped(let skip): skips.note(skip)
      }
    }
    if tokenized {
      try pipeline.analyze(tokenized: paths, each: take)
    } else {
      try pipeline.analyze(paths, each: take)
    }
    try skips.finish()
  }
}
