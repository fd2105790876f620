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
    let told = "FROM edge WHERE polarity = 'positive' AND factuality = 'asserted'"
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT subjectNode AS node, subjectNode, relation, objectNode, literal \(told)
        UNION ALL
        SELECT objectNode, subjectNode, relation, objectNode, literal \(told)
          AND objectNode IS NOT NULL AND relation IN (\(Self.symmetric))
        ORDER BY node
        """)
    var next = try rows.next()
    try entities { entity in
      var facts: Set<Triple<Entity.ID>> = []
      // Both come in the order of nodes' bytes.
      while let row = next, !entity.id.utf8.lexicographicallyPrecedes((row[0] as String).utf8) {
        if row[0] == entity.id, let fact = Self.fact(row, of: entity.id) { facts.insert(fact) }
        next = try rows.next()
      }
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

  func statements(_ body: (Fact) throws -> Void) throws {
    if let kept {
      let query = try db.cachedStatement(sql: "SELECT * FROM edge WHERE number = ?")
      for number in kept.numbers {
        if let row = try Row.fetchOne(query, arguments: [number]) { try body(try Store.edge(row)) }
      }
      return
    }
    let rows = try Row.fetchCursor(
      db, sql: "SELECT * FROM edge ORDER BY id, subjectNode, objectNode, literal")
    while let row = try rows.next() { try body(try Store.edge(row)) }
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
    let query = try db.cachedStatement(sql: "SELECT * FROM edge WHERE number = ?")
    while let row = try rows.next() {
      let number: Int64 = row[0]
      if let kept, !kept.holds(number) { continue }
      if let row = try Row.fetchOne(query, arguments: [number]) { try body(try Store.edge(row)) }
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

  func surroundings(of evidence: Evidence) throws -> Surroundings? {
    // Enough bytes for as many characters of any script.
    let reach = Surroundings.length * 4
    let (start, end) = (evidence.span.start, evidence.span.end)
    let first = max(0, start - reach)
    let query = try db.cachedStatement(
      sql: """
        SELECT substr(whole, ? + 1, ?), substr(whole, ? + 1, ?) FROM (
          SELECT CAST(CASE ? WHEN 'title' THEN title ELSE text END AS BLOB) AS whole FROM article WHERE id = ?)
        """)
    let row = try Row.fetchOne(
      query,
      arguments: [first, start - first, end, reach, evidence.part.rawValue, evidence.article])
    return row.map { Surroundings(before: ($0[0] as Data?) ?? Data(), after: ($0[1] as Data?) ?? Data()) }
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

  func modality(of event: String) throws -> Modality? {
    let rows = try Row.fetchCursor(
      try db.cachedStatement(sql: "SELECT number, polarity, factuality FROM edge WHERE event = ?"), arguments: [event])
    var best: Modality?
    while let row = try rows.next() {
      if let kept, !kept.holds(row["number"]) { continue }
      let modality = Modality(
        polarity: try Store.raw(row, "polarity"), factuality: try Store.raw(row, "factuality"))
      best = min(best ?? modality, modality)
    }
    return best
  }

  func pipelines(of article: Article.ID) throws -> [String] {
    let rows = try Row.fetchCursor(
      try db.cachedStatement(sql: "SELECT number, pipeline FROM edge WHERE article = ?"), arguments: [article])
    var pipelines: Set<String> = []
    while let row = try rows.next() {
      if kept?.holds(row[0]) ?? true { pipelines.insert(row[1]) }
    }
    return pipelines.sorted()
  }
}
