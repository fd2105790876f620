import ArgumentParser
import Entente
import Foundation

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read articles and draw who deals with whom.",
    discussion: """
      PATH is a file, a folder, or - for standard input: plain text, HTML, JSON or JSON lines (id, title, date, url,
      publisher, text), RSS or Atom. What cannot be read is named on standard error; the rest goes on.

      Examples:
        entente build articles/ -o graph.svg
        entente build news.jsonl -o graph.svg -o graph.dot -o graph.jsonld --graph news.sqlite
        entente build articles/ -o met.svg --relation CONSULT --min-sources 2
        entente build articles/ -o bank.pdf --around "Harbour Bank" --depth 2
      """)

  @Argument(help: ArgumentHelp("Articles to read.", valueName: "path"))
  var paths: [String]

  @OptionGroup var output: OutputOptions
  @OptionGroup var graph: GraphOption

  @Flag(help: "Start the graph anew. Without it, articles come to those that the graph holds.")
  var fresh = false

  @OptionGroup(title: "How it is drawn") var picture: PictureFlags
  @OptionGroup(title: "Which part is drawn") var part: SelectionOptions
  @OptionGroup var options: PipelineOptions

  func run() throws {
    let pipeline = try options.pipeline()
    let report: Pipeline.Report
    let built: Graph
    if fresh, FileManager.default.fileExists(atPath: graph.graph) {
      // Built beside the old one, which stays until the new one is whole.
      let beside = graph.graph + ".new-\(ProcessInfo.processInfo.processIdentifier)"
      do {
        // Only a graph of ours is replaced; opening it to write also empties its log.
        _ = try Graph(path: graph.graph)
        report = try Adding.run(paths, pipeline, to: try Graph(path: beside))
        try Adding.replace(graph.graph, by: beside)
      } catch {
        Adding.delete(beside)
        throw error
      }
      built = try Graph(reading: graph.graph)
    } else {
      built = try Graph(path: graph.graph)
      let before = try built.articles().count
      report = try Adding.run(paths, pipeline, to: built)
      if before > report.known {
        Terminal.complain(
          "\(graph.graph) also holds \(Terminal.count(before - report.known, "article")) from before; --fresh leaves them out"
        )
      }
    }
    let drawn = try built.subgraph(part.selection)
    try output.write(built, part, picture)
    try Adding.conclude(report, drawn, written: output.output, graph: graph.graph)
  }
}

struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add articles to a graph.",
    discussion: """
      What is there already, by content, is passed over; the graph is made where there is none.

      Examples:
        entente add today/*.html
        curl -s https://example.org/feed | entente add -
      """)

  @Argument(help: ArgumentHelp("Articles to read.", valueName: "path"))
  var paths: [String]

  @OptionGroup var graph: GraphOption
  @OptionGroup var options: PipelineOptions

  func run() throws {
    let pipeline = try options.pipeline()
    let opened = try Graph(path: graph.graph)
    let report = try Adding.run(paths, pipeline, to: opened)
    try Adding.conclude(report, try opened.subgraph(), written: [], graph: graph.graph)
  }
}

struct Remove: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take articles out of a graph, with all that only they say.",
    discussion: """
      Examples:
        entente stats --articles
        entente remove a3f09c21d4e5b678
      """)

  @Argument(help: ArgumentHelp("Identifiers of articles.", valueName: "article"))
  var articles: [String]

  @OptionGroup var graph: GraphOption

  func run() throws {
    guard FileManager.default.fileExists(atPath: graph.graph) else { throw StoreError.missing(path: graph.graph) }
    try Graph(path: graph.graph).remove(articles)
    Terminal.say("\(Terminal.count(Set(articles).count, "article")) removed from \(graph.graph)")
  }
}

/// What `build` and `add` share.
enum Adding {
  static func run(_ paths: [String], _ pipeline: Pipeline, to graph: Graph) throws -> Pipeline.Report {
    var progress = ProgressLine(paths: paths)
    var told = 0
    let report = try pipeline.add(paths, to: graph) { report, article in
      for skip in report.skipped.dropFirst(told) { Terminal.complain("skipped " + skip.description) }
      told = report.skipped.count
      progress.step(article)
    }
    for skip in report.skipped.dropFirst(told) { Terminal.complain("skipped " + skip.description) }
    ProgressLine.clear()
    return report
  }

  /// Says what was done, and ends with status 1 where something was skipped.
  static func conclude(_ report: Pipeline.Report, _ drawn: Subgraph, written: [String], graph: String) throws {
    var parts = ["\(Terminal.count(report.added.count, "article")) added"]
    if report.known > 0 { parts.append("\(report.known) known already") }
    if !report.skipped.isEmpty { parts.append("\(report.skipped.count) skipped") }
    Terminal.say(Terminal.wrap(parts.joined(separator: ", ") + " · " + graph))
    var size = "\(Terminal.count(drawn.entities.count, "node")), \(Terminal.count(drawn.statements.count, "statement"))"
    if drawn.totalStatements > drawn.statements.count { size += " of \(drawn.totalStatements)" }
    Terminal.say(Terminal.wrap(([size] + written).joined(separator: " · ")))
    if !report.skipped.isEmpty { throw ExitCode.saidNo }
  }

  static func replace(_ old: String, by new: String) throws {
    // A log that is left behind must not meet the new file.
    for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: old + suffix) }
    if rename(new, old) != 0 {
      throw Refusal(description: "cannot put \(new) in the place of \(old): check the folder's permissions")
    }
  }

  static func delete(_ path: String) {
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }
}
