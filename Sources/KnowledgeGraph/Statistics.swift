import GRDB
import Statements

extension Store {
  /// Counts of everything, most frequent first.
  package func statistics() throws -> GraphStatistics {
    try read { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      func counts(_ sql: String) throws -> [GraphStatistics.Count] {
        try Row.fetchAll(db, sql: sql + " ORDER BY 2 DESC, 1").map { .init(name: $0[0], count: $0[1]) }
      }
      return GraphStatistics(
        articles: try count("SELECT count(*) FROM article"),
        firstDay: try String.fetchOne(db, sql: "SELECT min(published) FROM article"),
        lastDay: try String.fetchOne(db, sql: "SELECT max(published) FROM article"),
        entities: try count("SELECT count(*) FROM node"),
        articleEntities: try count("SELECT count(*) FROM entity"),
        statements: try count("SELECT count(*) FROM edge"),
        events: try count("SELECT count(*) FROM event"),
        types: try counts("SELECT type, count(*) FROM node GROUP BY 1"),
        relations: try counts("SELECT relation, count(*) FROM edge GROUP BY 1"),
        standings: try counts(
          """
          SELECT CASE WHEN polarity = 'negative' OR factuality = 'denied' THEN 'denied'
            WHEN confidence < \(Evidence.leastTrusted) THEN 'doubtful'
            WHEN factuality IN ('planned', 'possible') THEN 'planned' ELSE 'fact' END, count(*)
          FROM edge GROUP BY 1
          """),
        publishers: try counts("SELECT coalesce(publisher, 'unknown'), count(*) FROM article GROUP BY 1"))
    }
  }

  /// What is wrong with the store, a sentence each; empty where it is sound.
  ///
  /// Reads the whole file: SQLite's structure and keys, every quotation against its article, every span, every node.
  package func defects() throws -> [String] {
    try read { db in
      var defects = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
        defects.append("a row of \(row["table"] as String) refers to nothing in \(row["parent"] as String)")
      }
      let loose = try String.fetchAll(
        db, sql: "SELECT id FROM entity WHERE id NOT IN (SELECT entity FROM cluster) ORDER BY id")
      defects += loose.map { "entity \($0) is in no node" }
      let empty = try String.fetchAll(
        db, sql: "SELECT id FROM node WHERE id NOT IN (SELECT node FROM cluster) ORDER BY id")
      defects += empty.map { "node \($0) stands for no entity" }
      let articles = try Row.fetchCursor(db, sql: "SELECT * FROM article ORDER BY id")
      while let row = try articles.next() {
        let article = try Self.article(row)
        let rows = try Row.fetchCursor(
          db, sql: "SELECT \(Self.statementColumns) FROM statement s WHERE article = ? ORDER BY id",
          arguments: [article.id])
        while let row = try rows.next() {
          let fact = try Self.statement(row)
          let text = article.string(of: fact.evidence.part)
          if text.text(at: fact.evidence.span) != fact.evidence.quote {
            defects.append("statement \(fact.id): its quotation is not what article '\(article.id)' says there")
          }
          let isInside = ([fact.evidence.subject, fact.evidence.object] + fact.evidence.relation).allSatisfy {
            $0.start >= 0 && $0.end <= text.utf8.count
          }
          if !isInside { defects.append("statement \(fact.id): its words lie outside article '\(article.id)'") }
        }
      }
      return defects
    }
  }
}
