import Foundation
import GRDB
import Statements

/// Rows back into the nouns. A row that the schema let in always decodes; what cannot be is a damaged store.
extension Store {
  static func entity(_ row: Row) throws -> Entity {
    Entity(
      id: row["id"], type: try raw(row, "type"), name: row["name"], aliases: try decoded(row, "aliases"),
      identifiers: try decoded(row, "identifiers"))
  }

  static func source(_ row: Row) -> Subgraph.Source {
    Subgraph.Source(
      id: row["id"], title: row["title"], url: row["url"], publisher: row["publisher"],
      published: (row["published"] as String?).flatMap { PartialDate($0) })
  }

  static func article(_ row: Row) throws -> Article {
    let dateline: String? = row["dateline"]
    return Article(
      id: row["id"], title: row["title"], text: row["text"], body: try decoded(row, "body"),
      url: (row["url"] as String?).flatMap { URL(string: $0) }, publisher: row["publisher"],
      published: (row["published"] as String?).flatMap { PartialDate($0) },
      dateline: dateline == nil ? nil : try decoded(row, "dateline") as Dateline)
  }

  /// A statement about the columns named: entities of its article, or nodes.
  static func statement(
    _ row: Row, subject: String, object: String, source: String
  ) throws -> Fact {
    let term: Term<Entity.ID>
    if let node = row[object] as String? {
      term = .node(node)
    } else {
      term = .literal(row["literal"])
    }
    let attribution: Term<Entity.ID>? =
      (row[source] as String?).map { .node($0) } ?? (row["sourceWords"] as String?).map { .literal($0) }
    return Fact(
      id: row["id"],
      triple: Triple(subject: row[subject], relation: Relation(rawValue: row["relation"]), object: term),
      event: row["event"], polarity: try raw(row, "polarity"), factuality: try raw(row, "factuality"),
      attribution: attribution, time: (row["time"] as String?).flatMap { TemporalExtent($0) },
      evidence: Evidence(
        article: row["article"], part: try raw(row, "part"), sentence: row["sentence"], quote: row["quote"],
        span: Span(row["start"], row["end"]), subject: Span(row["subjectStart"], row["subjectEnd"]),
        object: Span(row["objectStart"], row["objectEnd"]), relation: spans(row["relationSpans"]),
        rule: row["rule"], pipeline: row["pipeline"], confidence: row["confidence"]))
  }

  /// Spans as `12-15,20-22`: a plain form, since every edge that is read decodes one.
  static func text(_ spans: [Span]) -> String { spans.map { "\($0.start)-\($0.end)" }.joined(separator: ",") }

  private static func spans(_ text: String) -> [Span] {
    text.split(separator: ",").compactMap { part in
      let ends = part.split(separator: "-").compactMap { Int($0) }
      return ends.count == 2 ? Span(ends[0], ends[1]) : nil
    }
  }

  static func edge(_ row: Row) throws -> Fact {
    try statement(row, subject: "subjectNode", object: "objectNode", source: "sourceNode")
  }

  static func judgement(_ row: Row) throws -> Judgement {
    let author: String = row["author"]
    return Judgement(
      left: row["left"], right: row["right"], verdict: try raw(row, "verdict"), score: row["score"],
      reason: row["reason"], author: row["isPerson"] ? .person(author) : .machine(author),
      date: (row["date"] as String?).flatMap { PartialDate($0) })
  }

  /// Events with their participants, about entities or, where `merged`, about nodes, by identifier.
  static func events(
    _ db: Database, merged: Bool, where condition: SQL = "1", _ body: (Event<Entity.ID>) throws -> Void
  ) throws {
    let node: SQL = merged ? "c.node" : "p.entity"
    let place: SQL = merged ? "(SELECT node FROM cluster WHERE entity = e.place)" : "e.place"
    let request = SQLRequest<Row>(
      literal: """
        SELECT e.id, e.article, e.relation, e.time, \(place) AS place, \(node) AS node, p.part
        FROM event e
        LEFT JOIN participant p ON p.event = e.id
        LEFT JOIN cluster c ON c.entity = p.entity
        WHERE \(condition)
        ORDER BY e.id, p.position
        """)
    var current: Row?
    var participants: [Event<Entity.ID>.Participant] = []
    func finish() throws {
      guard let row = current else { return }
      var seen: Set<Event<Entity.ID>.Participant> = []
      try body(
        Event(
          id: row["id"], article: row["article"], relation: Relation(rawValue: row["relation"]),
          participants: participants.filter { seen.insert($0).inserted },
          time: (row["time"] as String?).flatMap { TemporalExtent($0) }, place: row["place"]))
    }
    let rows = try request.fetchCursor(db)
    while let row = try rows.next() {
      if current?["id"] as String? != row["id"] as String? {
        try finish()
        current = row.copy()
        participants = []
      }
      if let node = row["node"] as String? {
        participants.append(.init(node: node, part: try raw(row, "part")))
      }
    }
    try finish()
  }

  static func raw<Value: RawRepresentable>(_ row: Row, _ column: String) throws -> Value
  where Value.RawValue == String {
    guard let value = Value(rawValue: row[column]) else { throw damaged(column) }
    return value
  }

  static func decoded<Value: Decodable>(_ row: Row, _ column: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data((row[column] as String).utf8))
  }

  private static func damaged(_ column: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "unknown value in column \(column)")
  }
}

extension Store {
  /// All that one article says, as it was stored.
  package func articleGraph(_ id: Article.ID) throws -> ArticleGraph {
    try read { db in
      guard let row = try Row.fetchOne(db, sql: "SELECT * FROM article WHERE id = ?", arguments: [id]) else {
        throw LookupError.unknownArticle(id: id)
      }
      return try Self.graph(of: Self.article(row), db)
    }
  }

  /// All that every article says, sorted by article: what the linker reads.
  package func articleGraphs() throws -> [ArticleGraph] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM article ORDER BY id").map { row in
        try Self.graph(of: Self.article(row), db)
      }
    }
  }

  /// What is stored of every article but its text, sorted by identifier.
  package func articles() throws -> [Subgraph.Source] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT id, title, url, publisher, published FROM article ORDER BY id")
        .map(Self.source)
    }
  }

  private static func graph(of article: Article, _ db: Database) throws -> ArticleGraph {
    func rows(_ sql: String) throws -> [Row] { try Row.fetchAll(db, sql: sql, arguments: [article.id]) }
    var events: [Event<Entity.ID>] = []
    try Self.events(db, merged: false, where: "e.article = \(article.id)") { events.append($0) }
    return ArticleGraph(
      article: article,
      entities: try rows("SELECT * FROM entity WHERE article = ? ORDER BY id").map(entity),
      mentions: try rows(
        "SELECT m.* FROM mention m JOIN entity e ON e.id = m.entity WHERE e.article = ? ORDER BY part, start, end, entity"
      ).map { row in
        ArticleGraph.EntityMention(
          entity: row["entity"], part: try raw(row, "part"), span: Span(row["start"], row["end"]), text: row["text"],
          form: try raw(row, "form"))
      },
      statements: try rows("SELECT * FROM statement WHERE article = ? ORDER BY id, subject, object, literal").map {
        try statement($0, subject: "subject", object: "object", source: "source")
      },
      events: events,
      judgements: try rows("SELECT * FROM judgement WHERE article = ? ORDER BY number").map(judgement))
  }
}
