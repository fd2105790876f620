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

  /// The columns, of the table `s`, that ``statement(_:)`` reads: a statement about entities of its article.
  static let statementColumns = columns("subject", "object", "source")
  /// The same of the view `edge`, as `s`: a statement about nodes.
  static let edgeColumns = columns("subjectNode", "objectNode", "sourceNode")
  /// The order in which statements are handed over.
  static let edgeOrder = "s.article, s.id, s.subjectNode, s.objectNode, s.literal"

  private static func columns(_ subject: String, _ object: String, _ source: String) -> String {
    [
      subject, object, "literal", source, "sourceWords", "id", "relation", "event", "polarity", "factuality", "time",
      "article", "part", "sentence", "quote", "start", "end", "subjectStart", "subjectEnd", "objectStart", "objectEnd",
      "relationSpans", "rule", "pipeline", "confidence",
    ].map { "s." + $0 }.joined(separator: ", ")
  }

  /// A statement off a row that begins with ``statementColumns`` or ``edgeColumns``. By place: a million rows are read,
  /// and looking names up would take longer than the rest.
  static func statement(_ row: Row) throws -> Fact {
    let object: Term<Entity.ID> = (row[1] as String?).map { .node($0) } ?? .literal(row[2])
    let attribution: Term<Entity.ID>? =
      (row[3] as String?).map { .node($0) } ?? (row[4] as String?).map { .literal($0) }
    return Fact(
      id: row[5], triple: Triple(subject: row[0], relation: Relation(rawValue: row[6]), object: object), event: row[7],
      polarity: try raw(row, 8), factuality: try raw(row, 9), attribution: attribution,
      time: (row[10] as String?).flatMap { TemporalExtent($0) },
      evidence: Evidence(
        article: row[11], part: try raw(row, 12), sentence: row[13], quote: row[14], span: Span(row[15], row[16]),
        subject: Span(row[17], row[18]), object: Span(row[19], row[20]), relation: spans(row[21]), rule: row[22],
        pipeline: row[23], confidence: row[24]))
  }

  /// Spans as `12-15,20-22`: a plain form, since every edge that is read decodes one.
  static func text(_ spans: [Span]) -> String { spans.map { "\($0.start)-\($0.end)" }.joined(separator: ",") }

  private static func spans(_ text: String) -> [Span] {
    text.utf8.split(separator: UInt8(ascii: ",")).compactMap { part in
      let ends = part.split(separator: UInt8(ascii: "-")).compactMap { Int(Substring($0)) }
      return ends.count == 2 ? Span(ends[0], ends[1]) : nil
    }
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

  static func raw<Value: RawRepresentable>(_ row: Row, _ index: Int) throws -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: row[index]) else { throw damaged(Array(row.columnNames)[index]) }
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
      statements: try rows(
        "SELECT \(statementColumns) FROM statement s WHERE article = ? ORDER BY id, subject, object, literal"
      ).map(statement),
      events: events,
      judgements: try rows("SELECT * FROM judgement WHERE article = ? ORDER BY number").map(judgement))
  }
}
