import ArgumentParser
import Entente

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Statements as JSON lines, without a graph: one article in, one line out.",
    discussion: """
      Lines come in the order of the articles, each with the article's own identifier:
      {"id", "articles", "entities", "statements": [{"subject", "relation", "object", "factuality", "polarity",
      "attribution", "time", "evidence"}]}. Offsets are UTF-8 bytes of the article's text or title.

      With --open, every proposition in its own words, also between things that are no names, a line each:
      line<TAB>confidence<TAB>subject<TAB>relation<TAB>object[<TAB>more…]. With --sentences as well, PATH has one sentence a
      line whose words are parted by spaces and kept.

      Examples:
        entente extract news.jsonl > statements.jsonl
        cat news.jsonl | entente extract - | jq '.statements[].relation'
        entente extract --open article.txt
        entente extract --open --sentences sentences.txt
      """)

  @Argument(help: ArgumentHelp("Articles to read.", valueName: "path"))
  var paths: [String]

  @Flag(help: "Every proposition in its own words, as tab-separated lines.")
  var open = false

  @Flag(help: "With --open: PATH has one sentence a line, its words parted by spaces.")
  var sentences = false

  @OptionGroup var options: PipelineOptions

  func validate() throws {
    if sentences, !open { throw ValidationError("--sentences goes with --open") }
  }

  func run() throws {
    let pipeline = try options.pipeline()
    if open {
      try runOpen(pipeline)
      return
    }
    var progress = ProgressLine(paths: paths)
    var skips = SkipReport()
    try pipeline.extract(paths) { outcome in
      switch outcome {
      case .done(let graph):
        ProgressLine.clear()
        Terminal.say(try Subgraph(graph).json(id: graph.article.id))
        progress.step(graph.article.id)
      case .skipped(let skip): skips.note(skip)
      }
    }
    ProgressLine.clear()
    try skips.finish()
  }

  private func runOpen(_ pipeline: Pipeline) throws {
    var skips = SkipReport()
    func take(_ outcome: Pipeline.Outcome<[String]>) {
      switch outcome {
      case .done(let lines): Terminal.write(lines.map { $0 + "\n" }.joined())
      case .skipped(let skip): skips.note(skip)
      }
    }
    if sentences {
      try pipeline.open(sentences: paths, each: take)
    } else {
      try pipeline.open(paths, each: take)
    }
    try skips.finish()
  }
}
