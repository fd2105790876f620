import Foundation
import GRDB
import Statements

/// A reading of a store's graph, inside one read transaction: rows come off cursors, so that memory holds a page of the
/// file, not the graph. For a part that is told by filters, the numbers of its statements are held as well.
struct StoreReading: GraphReading {
  let db: Database
  /// What a selection keeps; nil for the whole graph.
  let kept: Kept?
  let filter: String

  /// Rows that pass a selection.
  struct Kept {
    /// Statements, in order of output.
    let numbers: [Int64]
    let nodes: Set<Entity.ID>
    let events: Set<String>
    let articles: Set<Article.ID>
    private let set: Set<Int64>

    init(numbers: [Int64], nodes: Set<Entity.ID>, events: Set<String>, articles: Set<Article.ID>) {
      self.numbers = numbers
      self.nodes = nodes
      self.events = events
      self.articles = articles
      set = Set(numbers)
    }

    func holds(_ number: Int64) -> Bool { set.contains(number) }
  }

  // MARK: - Passes

  func entities(_ body: (Entity) throws -> Void) throws {
    // A node that nothing is said of is no part of the graph.
    let isSpokenOf = """
      EXISTS (SELECT 1 FROM edge WHERE subjectNode = n.id) OR EXISTS (SELECT 1 FROM edge WHERE objectNode = n.id)
        OR EXISTS (SELECT 1 FROM edge WHERE sourceNode = n.id)
        OR EXISTS (SELECT 1 FROM cluster c JOIN participant p ON p.entity = c.entity WHERE c.node = n.id)
        OR EXISTS (SELECT 1 FROM cluster c JOIN event e ON e.place = c.entity WHERE c.node = n.id)
      """
    let rows = try Row.fetchCursor(
      db, sql: "SELECT * FROM node n WHERE \(kept == nil ? isSpokenOf : "1") ORDER BY n.id")
    while let row = try rows.next() {
      if let kept, !kept.nodes.contains(row["id"]) { continue }
      try body(try Store.entity(row))
    }
  }

  /// Of the whole graph, in two passes side by side: looking up a million statements node by node would take most of an
  /// export's time.
  func entitiesWithFacts(_ body: (Entity, [Triple<Entity.ID>]) throws -> Void) throws {
    guard kept == nil else { return try entities { try body($0, try facts(of: $0.id)) } }
    let asserted = "FROM edge WHERE polarity = 'positive' AND factuality = 'asserted'"
    var told = try KeyedRows(
      db,
      sql: """
        SELECT subjectNode AS node, subjectNode, relation, objectNode, literal \(asserted)
        UNION ALL
        SELECT objectNode, subjectNode, relation, objectNode, literal \(asserted)
          AND objectNode IS NOT NULL AND relation IN (\(Self.symmetric))
        ORDER BY node
        """)
    try entities { entity in
      var facts: Set<Triple<Entity.ID>> = []
      try told.rows(of: entity.id) { if let fact = Self.fact($0, of: entity.id) { facts.insert(fact) } }
      try body(entity, facts.sorted())
    }
  }

  /// What a row's second to fifth columns (subject, relation, object, words) tell of a node, which is one of the ends.
  private static func fact(_ row: Row, of node: Entity.ID) -> Triple<Entity.ID>? {
    let object: Term<Entity.ID> = (row[3] as String?).map { .node($0) } ?? .literal(row[4])
    let triple = Triple(subject: row[1] as String, relation: Relation(rawValue: row[2]), object: object)
    return triple.subject == node ? triple : triple.turned
  }

  private static let symmetric = RelationDefinition.vocabulary.filter(\.isSymmetric).map { "'\($0.name)'" }
    .joined(separator: ", ")

  func events(_ body: (Event<Entity.ID>) throws -> Void) throws {
    try Store.events(db, merged: true) { event in
      guard let kept else { return try body(event) }
      guard kept.events.contains(event.id) else { return }
      try body(
        Event(
          id: event.id, article: event.article, relation: event.relation,
          participants: event.participants.filter { kept.nodes.contains($0.node) }, time: event.time,
          place: event.place.flatMap { kept.nodes.contains($0) ? $0 : nil }))
    }
  }

  func eventsWithModality(_ body: (Event<Entity.ID>, Modality?) throws -> Void) throws {
    var told = try KeyedRows(
      db, sql: "SELECT event, polarity, factuality, number FROM edge WHERE event IS NOT NULL ORDER BY event")
    try events { event in
      var best: Modality?
      try told.rows(of: event.id) { row in
        if let kept, !kept.holds(row[3]) { return }
        let modality = Modality(polarity: try Store.raw(row, 1), factuality: try Store.raw(row, 2))
        best = min(best ?? modality, modality)
      }
      try body(event, best)
    }
  }

  func statements(_ body: (Fact) throws -> Void) throws {
    if let kept {
      let query = try statementByNumber()
      for number in kept.numbers {
        if let row = try Row.fetchOne(query, arguments: [number]) { try body(try Store.statement(row)) }
      }
      return
    }
    // An article's rows stand together in the file, so that by article it is read from one end to the other.
    let rows = try Row.fetchCursor(db, sql: "SELECT \(Store.edgeColumns) FROM edge s ORDER BY \(Store.edgeOrder)")
    while let row = try rows.next() { try body(try Store.statement(row)) }
  }

  private func statementByNumber() throws -> GRDB.Statement {
    try db.cachedStatement(sql: "SELECT \(Store.edgeColumns) FROM edge s WHERE number = ?")
  }

  func statementsWithSurroundings(_ body: (Fact, Surroundings?) throws -> Void) throws {
    let query = try db.cachedStatement(sql: "SELECT CAST(title AS BLOB), CAST(text AS BLOB) FROM article WHERE id = ?")
    // Of the article whose statements are being read.
    var texts: (article: Article.ID, title: [UInt8], text: [UInt8])?
    try statements { statement in
      let evidence = statement.evidence
      if texts?.article != evidence.article {
        texts = try Row.fetchOne(query, arguments: [evidence.article]).map { row in
          (evidence.article, [UInt8](row[0] as Data), [UInt8](row[1] as Data))
        }
      }
      try body(
        statement, texts.map { Surroundings(of: evidence.span, in: evidence.part == .title ? $0.title : $0.text) })
    }
  }

  func statementsByContent(_ body: (Fact) throws -> Void) throws {
    // Rows are sorted by keys alone; what they hold is read one by one.
    let isTurned = "(objectNode IS NOT NULL AND objectNode < subjectNode AND relation IN (\(Self.symmetric)))"
    let certainty = Factuality.allCases.enumerated().map { "WHEN '\($1.rawValue)' THEN \($0)" }.joined(separator: " ")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT number FROM edge ORDER BY
          iif(\(isTurned), objectNode, subjectNode), relation, objectNode IS NULL,
          iif(\(isTurned), subjectNode, coalesce(objectNode, literal)), polarity = 'negative',
          CASE factuality \(certainty) END, coalesce(sourceNode, sourceWords, ''), coalesce(time, ''), article,
          part = 'text', start, end, id
        """)
    let query = try statementByNumber()
    while let row = try rows.next() {
      let number: Int64 = row[0]
      if let kept, !kept.holds(number) { continue }
      if let row = try Row.fetchOne(query, arguments: [number]) { try body(try Store.statement(row)) }
    }
  }

  func articles(_ body: (Subgraph.Source) throws -> Void) throws {
    let speaks = """
      EXISTS (SELECT 1 FROM edge WHERE article = a.id) OR EXISTS (SELECT 1 FROM event WHERE article = a.id)
      """
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, title, url, publisher, published FROM article a WHERE \(kept == nil ? speaks : "1") ORDER BY id
        """)
    while let row = try rows.next() {
      if let kept, !kept.articles.contains(row["id"]) { continue }
      try body(Store.source(row))
    }
  }

  func articlesWithPipelines(_ body: (Subgraph.Source, [String]) throws -> Void) throws {
    var told = try KeyedRows(db, sql: "SELECT article, pipeline, number FROM edge ORDER BY article")
    try articles { article in
      var pipelines: Set<String> = []
      try told.rows(of: article.id) { if kept?.holds($0[2]) ?? true { pipelines.insert($0[1]) } }
      try body(article, pipelines.sorted())
    }
  }

  // MARK: - Look-ups

  func entity(_ id: Entity.ID) throws -> Entity? {
    try Row.fetchOne(try db.cachedStatement(sql: "SELECT * FROM node WHERE id = ?"), arguments: [id])
      .map(Store.entity)
  }

  func article(_ id: Article.ID) throws -> Subgraph.Source? {
    try Row.fetchOne(
      try db.cachedStatement(sql: "SELECT id, title, url, publisher, published FROM article WHERE id = ?"),
      arguments: [id]
    ).map(Store.source)
  }

  func facts(of node: Entity.ID) throws -> [Triple<Entity.ID>] {
    var facts: Set<Triple<Entity.ID>> = []
    for end in ["subjectNode", "objectNode"] {
      let query = try db.cachedStatement(
        sql: """
          SELECT number, subjectNode, relation, objectNode, literal FROM edge
          WHERE \(end) = ? AND polarity = 'positive' AND factuality = 'asserted'
          """)
      let rows = try Row.fetchCursor(query, arguments: [node])
      while let row = try rows.next() {
        if let kept, !kept.holds(row[0]) { continue }
        if let fact = Self.fact(row, of: node) { facts.insert(fact) }
      }
    }
    return facts.sorted()
  }
}

/// Rows in the order of their first column's bytes, read beside a pass over what these name.
private struct KeyedRows {
  private let rows: RowCursor
  private var next: Row?

  init(_ db: Database, sql: String) throws {
    rows = try Row.fetchCursor(db, sql: sql)
    next = try rows.next()
  }

  /// Hands over the rows of a key; those of lower keys are passed over. Keys must be asked for in order.
  mutating func rows(of key: String, _ body: (Row) throws -> Void) throws {
    while let row = next {
      let current: String = row[0]
      if key.utf8.lexicographicallyPrecedes(current.utf8) { return }
      if current == key { try body(row) }
      next = try rows.next()
    }
  }
}
