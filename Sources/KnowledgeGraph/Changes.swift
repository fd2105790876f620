import Foundation
import GRDB
import Statements

/// One thing in the world, made of entities of several articles.
package struct Cluster: Hashable, Sendable {
  package let node: Entity
  package let members: [Entity.ID]

  package init(node: Entity, members: [Entity.ID]) {
    self.node = node
    self.members = members
  }
}

/// What became of an article that was to be added.
package enum Addition: Hashable, Sendable {
  case added
  /// The same content is stored already, under this identifier.
  case known(as: Article.ID)
}

extension Store {
  /// What makes two articles the same: everything but the identifier.
  package static func contentHash(of article: Article) -> String {
    ContentHash.identifier(
      "c",
      [
        article.title, article.text, article.publisher ?? "", article.published?.description ?? "",
        article.url?.absoluteString ?? "",
      ])
  }

  /// The identifier under which an article's content is stored already, and nil where it is new.
  ///
  /// Throws ``StoreError/articleChanged(id:path:)`` where the identifier is taken by other content.
  package func stored(_ article: Article) throws -> Article.ID? {
    try read { db in try Self.stored(article, db, path: path) }
  }

  private static func stored(_ article: Article, _ db: Database, path: String) throws -> Article.ID? {
    let known = try String.fetchOne(
      db, sql: "SELECT id FROM article WHERE content = ?", arguments: [contentHash(of: article)])
    if let known { return known }
    if try Bool.fetchOne(db, sql: "SELECT 1 FROM article WHERE id = ?", arguments: [article.id]) != nil {
      throw StoreError.articleChanged(id: article.id, path: path)
    }
    return nil
  }

  /// Stores articles with all that they say, in one transaction; known content is passed over.
  ///
  /// Each new entity is a node of its own until ``link(_:judgements:)`` merges them.
  package func add(_ graphs: [ArticleGraph]) throws -> [Addition] {
    try write { db in
      var additions: [Addition] = []
      for graph in graphs {
        if let id = try Self.stored(graph.article, db, path: path) {
          additions.append(.known(as: id))
          continue
        }
        do {
          try insert(graph, db)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
          throw StoreError.inconsistent(article: graph.article.id, reason: error.message ?? "it breaks the schema")
        }
        additions.append(.added)
      }
      if additions.contains(.added) { try setStale(true, db) }
      return additions
    }
  }

  /// Takes articles out, with all that only they say; unknown identifiers throw and change nothing.
  package func remove(_ ids: [Article.ID]) throws {
    try write { db in
      for id in ids {
        try db.execute(sql: "DELETE FROM article WHERE id = ?", arguments: [id])
        if db.changesCount == 0 { throw LookupError.unknownArticle(id: id) }
      }
      try db.execute(sql: "DELETE FROM node WHERE id NOT IN (SELECT node FROM cluster)")
      try indexNodes(db)
      try setStale(true, db)
    }
  }

  /// Replaces the merged view. Statements and entities stay as they are; entities in no cluster stay nodes of their own.
  package func link(_ clusters: [Cluster], judgements: [Judgement]) throws {
    try write { db in
      try db.execute(sql: "DELETE FROM nodeName; DELETE FROM cluster; DELETE FROM node")
      for cluster in clusters {
        try insert(node: cluster.node, db)
        for member in cluster.members {
          try db.cachedStatement(sql: "INSERT INTO cluster (entity, node) VALUES (?, ?)").execute(
            arguments: [member, cluster.node.id])
        }
      }
      let alone = try Row.fetchAll(
        db, sql: "SELECT * FROM entity WHERE id NOT IN (SELECT entity FROM cluster) ORDER BY id")
      for row in alone { try insertAlone(Self.entity(row), db) }
      try db.execute(sql: "DELETE FROM judgement WHERE article IS NULL AND isPerson = 0")
      for judgement in judgements { try insert(judgement, article: nil, db) }
      try indexNodes(db)
      try setStale(false, db)
    }
  }

  /// Whether articles came or went since the last ``link(_:judgements:)``.
  package func isStale() throws -> Bool {
    try read { try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = 'stale'") == "1" }
  }

  private func setStale(_ stale: Bool, _ db: Database) throws {
    try db.execute(
      sql:
        "INSERT INTO setting (name, value) VALUES ('stale', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      arguments: [stale ? "1" : "0"])
  }

  private func indexNodes(_ db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM nodeText;
        INSERT INTO nodeText (node, keys)
        SELECT node, group_concat(key, ' . ') FROM (SELECT node, key FROM nodeName ORDER BY node, key) GROUP BY node
        """)
  }

  // MARK: - Rows

  private func insert(_ graph: ArticleGraph, _ db: Database) throws {
    let article = graph.article
    try db.cachedStatement(
      sql: """
        INSERT INTO article (id, content, title, text, body, url, publisher, published, firstDay, lastDay, dateline)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      article.id, Self.contentHash(of: article), article.title, article.text, try json(article.body),
      article.url?.absoluteString, article.publisher, article.published?.description,
      article.published?.firstDay.dayNumber, article.published?.lastDay.dayNumber,
      try article.dateline.map { try json($0) },
    ])
    for entity in graph.entities {
      try db.cachedStatement(
        sql: "INSERT INTO entity (id, article, type, name, aliases, identifiers) VALUES (?, ?, ?, ?, ?, ?)"
      ).execute(arguments: [
        entity.id, article.id, entity.type.rawValue, entity.name, try json(entity.aliases),
        try json(entity.identifiers),
      ])
      try insertAlone(entity, db)
    }
    for mention in graph.mentions {
      try db.cachedStatement(
        sql: """
          INSERT INTO mention (entity, part, start, end, text, form) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
          """
      ).execute(arguments: [
        mention.entity, mention.part.rawValue, mention.span.start, mention.span.end, mention.text,
        mention.form.rawValue,
      ])
    }
    for event in graph.events {
      try db.cachedStatement(sql: "INSERT INTO event (id, article, relation, time, place) VALUES (?, ?, ?, ?, ?)")
        .execute(arguments: [
          event.id, article.id, event.relation.rawValue, event.time?.description, event.place,
        ])
      for (position, participant) in event.participants.enumerated() {
        try db.cachedStatement(sql: "INSERT INTO participant (event, position, entity, part) VALUES (?, ?, ?, ?)")
          .execute(arguments: [event.id, position, participant.node, participant.part.rawValue])
      }
    }
    for statement in graph.statements { try insert(statement, db) }
    for judgement in graph.judgements { try insert(judgement, article: article.id, db) }
  }

  private func insertAlone(_ entity: Entity, _ db: Database) throws {
    try insert(node: entity, db)
    try db.cachedStatement(sql: "INSERT INTO cluster (entity, node) VALUES (?, ?)").execute(
      arguments: [entity.id, entity.id])
  }

  private func insert(node: Entity, _ db: Database) throws {
    try db.cachedStatement(sql: "INSERT INTO node (id, type, name, aliases, identifiers) VALUES (?, ?, ?, ?, ?)")
      .execute(arguments: [
        node.id, node.type.rawValue, node.name, try json(node.aliases), try json(node.identifiers),
      ])
    for (name, isMain) in [(node.name, true)] + node.aliases.map({ ($0, false) }) {
      let key = NameKey.key(name)
      if key.isEmpty { continue }
      try db.cachedStatement(
        sql: "INSERT INTO nodeName (node, key, isMain) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
      ).execute(arguments: [node.id, key, isMain])
    }
  }

  private func insert(_ statement: Fact, _ db: Database) throws {
    var object: Entity.ID?
    var literal: String?
    switch statement.triple.object {
    case .node(let id): object = id
    case .literal(let words): literal = words
    }
    var source: Entity.ID?
    var sourceWords: String?
    switch statement.attribution {
    case .node(let id)?: source = id
    case .literal(let words)?: sourceWords = words
    case nil: break
    }
    let days = statement.time?.days
    let evidence = statement.evidence
    try db.cachedStatement(
      sql: """
        INSERT INTO statement (
          id, article, subject, relation, object, literal, event, polarity, factuality, source, sourceWords, time,
          firstDay, lastDay, part, sentence, quote, start, end, subjectStart, subjectEnd, objectStart, objectEnd,
          relationSpans, rule, pipeline, confidence)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """
    ).execute(arguments: [
      statement.id, evidence.article, statement.triple.subject, statement.triple.relation.rawValue, object, literal,
      statement.event, statement.polarity.rawValue, statement.factuality.rawValue, source, sourceWords,
      statement.time?.description, days?.lowerBound, days?.upperBound, evidence.part.rawValue, evidence.sentence,
      evidence.quote, evidence.span.start, evidence.span.end, evidence.subject.start, evidence.subject.end,
      evidence.object.start, evidence.object.end, Self.text(evidence.relation), evidence.rule, evidence.pipeline,
      evidence.confidence,
    ])
  }

  private func insert(_ judgement: Judgement, article: Article.ID?, _ db: Database) throws {
    let author: String
    let isPerson: Bool
    switch judgement.author {
    case .machine(let name): (author, isPerson) = (name, false)
    case .person(let name): (author, isPerson) = (name, true)
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO judgement (article, "left", "right", verdict, score, reason, author, isPerson, date)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      article, judgement.left, judgement.right, judgement.verdict.rawValue, judgement.score, judgement.reason, author,
      isPerson, judgement.date?.description,
    ])
  }

  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

extension TemporalExtent {
  /// The first and last day covered, as days since 1970; open ends reach as far as dates go.
  var days: ClosedRange<Int> {
    let first = start?.firstDay.dayNumber ?? -719_162
    return first...max(first, end?.lastDay.dayNumber ?? 2_932_896)
  }
}
