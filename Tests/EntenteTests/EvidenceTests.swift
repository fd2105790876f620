import Entente
import Foundation
import Testing

/// Every statement's quotation is the text at its offsets, and has the words of subject and object in it, or mentions of
/// the same things.
@Suite struct EvidenceTests {
  /// What is wrong with the evidence of an article's statements, a sentence each.
  static func faults(_ graph: ArticleGraph) -> [String] {
    let mentions = Dictionary(grouping: graph.mentions, by: \.entity)
    return graph.statements.flatMap { statement -> [String] in
      let e = statement.evidence
      let text = graph.article.string(of: e.part)
      var faults: [String] = []
      func fault(_ what: String) {
        faults.append("\(graph.article.id) \(statement.triple.relation.rawValue) (\(e.rule)): \(what): “\(e.quote)”")
      }
      if e.article != graph.article.id { fault("another article") }
      if text.text(at: e.span) != e.quote || e.quote.isEmpty { fault("the quotation is not the text at its offsets") }
      if !(0...1).contains(e.confidence) { fault("a confidence of \(e.confidence)") }
      for span in e.relation where !e.span.contains(span) || span.isEmpty {
        fault("the relation's words lie outside the quotation")
      }
      func check(_ span: Span, _ role: String, _ node: Entity.ID?) {
        if !e.span.contains(span) || span.isEmpty || text.text(at: span) == nil {
          fault("the \(role)'s words lie outside the quotation")
        } else if let node {
          let isMentioned = mentions[node, default: []].contains { mention in
            mention.part == e.part && e.span.contains(mention.span)
              && mention.span.start < span.end && span.start < mention.span.end
          }
          if !isMentioned { fault("the \(role)'s words “\(text.text(at: span) ?? "")” are no mention of it") }
        }
      }
      check(e.subject, "subject", statement.triple.subject)
      check(e.object, "object", statement.triple.object.node)
      return faults
    }
  }

  @Test func inventedNews() throws {
    let folder = try ScratchFolder()
    let pipeline = try TestPipeline.make()
    var statements = 0
    try pipeline.extract([try folder.file("news.jsonl", InventedNews.lines.joined(separator: "\n"))]) { outcome in
      guard case .done(let graph) = outcome else {
        Issue.record("an article was skipped")
        return
      }
      #expect(Self.faults(graph) == [])
      statements += graph.statements.count
    }
    #expect(statements >= 10)
  }

  @Test(.enabled(if: SharedArticles.isThere, SharedArticles.absence))
  func everyStatementOfTheWikinewsArticles() throws {
    let pipeline = try TestPipeline.make(jobs: 2)
    var articles = 0
    var statements = 0
    var faults: [String] = []
    try pipeline.extract([SharedArticles.path]) { outcome in
      guard case .done(let graph) = outcome else { return }
      articles += 1
      statements += graph.statements.count
      faults += Self.faults(graph)
    }
    #expect(articles == 171)
    #expect(statements > 1000)
    #expect(faults.count == 0, "of \(statements) statements")
    for fault in faults.prefix(20) { Issue.record(Comment(rawValue: String(fault.prefix(300)))) }
  }
}
