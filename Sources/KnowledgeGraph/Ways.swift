import GRDB
import Statements

extension Store {
  /// A shortest way between two nodes over facts, or nil where none is.
  ///
  /// Breadth first from both names; among ways of equal length, the one whose steps most articles support, then the
  /// first by identifiers. Linear in the number of statements.
  package func path(from start: String, to end: String) throws -> Path? {
    try read { db in
      let a = try Self.node(named: start, db)
      let b = try Self.node(named: end, db)
      if a.id == b.id { return Path(nodes: [a], steps: []) }
      var support: [String: [String: Set<String>]] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT subjectNode, objectNode, article FROM edge
          WHERE objectNode IS NOT NULL AND polarity = 'positive' AND factuality IN ('asserted', 'reported')
            AND confidence >= \(Evidence.leastTrusted)
          """)
      while let row = try rows.next() {
        let (x, y, article): (String, String, String) = (row[0], row[1], row[2])
        support[x, default: [:]][y, default: []].insert(article)
        support[y, default: [:]][x, default: []].insert(article)
      }
      // Layer by layer; each node keeps its best predecessor, so that the weight of a way adds up.
      var best: [String: (previous: String, weight: Int)] = [a.id: ("", 0)]
      var frontier = [a.id]
      while best[b.id] == nil, !frontier.isEmpty {
        var next: [String: (previous: String, weight: Int)] = [:]
        for x in frontier {
          for (y, articles) in support[x, default: [:]] where best[y] == nil {
            let weight = (best[x]?.weight ?? 0) + articles.count
            if let known = next[y], (known.weight, x) > (weight, known.previous) { continue }
            next[y] = (x, weight)
          }
        }
        best.merge(next) { old, _ in old }
        frontier = next.keys.sorted()
      }
      guard best[b.id] != nil else { return nil }
      var ids = [b.id]
      while let last = ids.last, last != a.id, let step = best[last] { ids.append(step.previous) }
      ids.reverse()
      let nodes = try Self.nodes(Set(ids), db)
      let steps = try zip(ids, ids.dropFirst()).map { x, y in
        let citations = try Self.citations(of: x, since: nil, until: nil, db).filter { citation in
          let triple = citation.statement.triple
          return citation.standing == .fact && (triple.subject == y || triple.object.node == y)
        }
        return try Self.ties(citations, seenFrom: x, db)
      }
      return Path(nodes: ids.compactMap { nodes[$0] }, steps: steps)
    }
  }

  /// Nodes and passages that have all of the words; a word matches every word that begins with it.
  package func search(_ text: String, limit: Int = 20) throws -> SearchResult {
    try read { db in
      guard let pattern = FTS5Pattern(matchingAllPrefixesIn: text) else { return SearchResult(nodes: [], passages: []) }
      let ids = try String.fetchAll(
        db, sql: "SELECT node FROM nodeText WHERE nodeText MATCH ? ORDER BY rank, node LIMIT ?",
        arguments: [FTS5Pattern(matchingAllPrefixesIn: NameKey.key(text)) ?? pattern, limit])
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT a.id, a.title, a.url, a.publisher, a.published, snippet(articleText, -1, '', '', '…', 24) AS snippet
          FROM articleText JOIN article a ON a.number = articleText.rowid
          WHERE articleText MATCH ? ORDER BY rank, a.id LIMIT ?
          """,
        arguments: [pattern, limit])
      return SearchResult(
        nodes: try Self.summaries(ids, db),
        passages: rows.map { row in
          let words = (row["snippet"] as String).split(whereSeparator: \.isWhitespace)
          return SearchResult.Passage(article: Self.source(row), snippet: words.joined(separator: " "))
        })
    }
  }
}
