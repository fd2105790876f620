import ArgumentParser
import Entente

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Statements as JSON lines, without a graph: one article in, one line out.",
    discussion: """
      Lines come in the order of the articles, each with the article's own identifier:
      {"id", "articles", "entities", "statements": [{"subject", "relation", "object", "factuality", "polarity",
      "attribution", "time", "evidence"}]}. Offsets are UTF-8 bytes of the article's text or title.

      Examples:
        entente extract news.jsonl > statements.jsonl
        cat news.jsonl | entente extract - | jq '.statements[].relation'
      """)

  @Argument(help: ArgumentHelp("Articles to read.", valueName: "path"))
  var paths: [String]

  @OptionGroup var options: PipelineOptions

  func run() throws {
    let pipeline = try options.pipeline()
    var progress = ProgressLine(paths: paths)
    var skips = SkipReport()
    try pipeline.extract(paths) { outcome in
      switch outcome {
      case .done(let graph):
        ProgressLine.clear()
        Terminal.say(Subgraph(graph).json(id: graph.article.id))
        progress.step(graph.article.id)
      case .skipped(let skip): skips.note(skip)
      }
    }
    ProgressLine.clear()
    try skips.finish()
  }
}
