import ArgumentParser
import Entente

struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What is in the graph.",
    discussion: """
      Examples:
        entente stats
        entente stats --articles
      """)

  @Flag(help: "List the articles with their identifiers.")
  var articles = false

  @OptionGroup var graph: GraphOption
  @OptionGroup var json: JSONFlag

  func run() throws {
    let opened = try graph.open()
    if articles {
      let sources = try opened.articles()
      if json.json {
        Terminal.say(sources.json())
      } else {
        for source in sources {
          let parts = [source.id, source.published?.description, source.publisher, source.title]
          Terminal.say(Terminal.wrap(parts.compactMap(\.self).joined(separator: " · "), hanging: "  "))
        }
      }
      return
    }
    let statistics = try opened.statistics()
    if json.json {
      Terminal.say(statistics.json())
      return
    }
    func row(_ label: String, _ value: String) { Terminal.say(Terminal.wrap("\(label): \(value)", hanging: "  ")) }
    func list(_ counts: [GraphStatistics.Count], limit: Int = 12) -> String {
      if counts.isEmpty { return "none" }
      return counts.prefix(limit).map { "\($0.name) \($0.count)" }.joined(separator: ", ")
        + (counts.count > limit ? ", and \(counts.count - limit) more" : "")
    }
    let days = [statistics.firstDay, statistics.lastDay].compactMap(\.self)
    let period = days.count == 2 ? ", \(days[0]) to \(days[1])" : ""
    row("articles", "\(statistics.articles)\(period)")
    row("outlets", list(statistics.publishers))
    row("nodes", "\(statistics.entities) (\(list(statistics.types)))")
    row("merged from", "\(Terminal.count(statistics.articleEntities, "entity", "entities")) of single articles")
    row("statements", "\(statistics.statements) (\(list(statistics.standings)))")
    row("relations", list(statistics.relations))
    row("events", String(statistics.events))
  }
}

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Whether the graph's file is sound: structure, references, and every quotation against its article.",
    discussion: """
      Examples:
        entente check --graph news.sqlite
      """)

  @OptionGroup var graph: GraphOption
  @OptionGroup var json: JSONFlag

  func run() throws {
    let defects = try graph.open().defects()
    if json.json {
      Terminal.say(defects.json())
    } else if defects.isEmpty {
      Terminal.say("\(graph.graph) is sound")
    } else {
      for defect in defects { Terminal.say(Terminal.wrap(defect, hanging: "  ")) }
    }
    if !defects.isEmpty { throw ExitCode.saidNo }
  }
}
