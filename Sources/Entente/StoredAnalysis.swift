import Foundation
import KnowledgeGraph
import Statements

extension Graph {
  /// The articles that a part of the graph rests on, each analysed anew from its stored text and written as CoNLL-U, in
  /// order of identifier.
  ///
  /// What the article says stands above the sentence that says it, a line each:
  /// `# statement = s0123 | Mira Kolvane | met | Oskar Deln | positive | asserted`. Words are found by their bytes, so that
  /// this holds also where another version of the model read the article.
  func analyses(_ selection: Selection, by pipeline: Pipeline, each: (String) throws -> Void) throws {
    var articles: [Article.ID] = []
    try store.reading(selection) { reading in try reading.articles { articles.append($0.id) } }
    let line = OrderedWork<Article.ID, String>(jobs: pipeline.jobs) { [store] id in
      let graph = try store.articleGraph(id)
      let document = pipeline.analyze(graph.article)
      return CoNLLU.write(document, comments: Self.comments(graph, document))
    }
    try line.run(source: { [articles] push in for id in articles { try push(id) } }, receive: each)
  }

  /// By sentence, what is said in it.
  private static func comments(_ graph: ArticleGraph, _ document: Document) -> [Int: [String]] {
    let names = Dictionary(graph.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var comments: [Int: [String]] = [:]
    for statement in graph.statements {
      let evidence = statement.evidence
      let sentence = document.sentences.firstIndex {
        $0.part == evidence.part && $0.span.start < evidence.span.end && evidence.span.start < $0.span.end
      }
      guard let sentence else { continue }
      let triple = statement.triple
      let object =
        switch triple.object {
        case .node(let id): names[id] ?? id
        case .literal(let words): words
        }
      let parts = [
        statement.id, names[triple.subject] ?? triple.subject, triple.relation.rawValue, object,
        statement.polarity.rawValue, statement.factuality.rawValue,
      ]
      comments[sentence, default: []].append("statement = " + parts.joined(separator: " | "))
    }
    return comments
  }
}
