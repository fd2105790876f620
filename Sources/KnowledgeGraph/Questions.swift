import GRDB
import Statements

extension Store {
  /// What ties a node to others by some relations (names or categories; all where none is given).
  package func ties(
    of name: String, relations: [String] = [], since: PartialDate? = nil, until: PartialDate? = nil
  ) throws -> Answer {
    try read { db in
      let wanted = try relations.map { try Relation.asked($0) }
      let node = try Self.node(named: name, db)
      let citations = try Self.citations(of: node.id, since: since, until: until, db).filter { citation in
        wanted.isEmpty || wanted.contains { $0(citation.statement.triple.relation) }
      }
      return Answer(node: node, ties: try Self.ties(citations, seenFrom: node.id, db))
    }
  }

  /// Whom a node met: meetings, negotiations, visits to and by people and bodies. A journey to a place is none.
  package func meetings(
    of name: String, since: PartialDate? = nil, until: PartialDate? = nil
  ) throws -> Answer {
    let answer = try ties(
      of: name, relations: ["met", "negotiatedWith", "hosted", "visited"], since: since, until: until)
    return Answer(
      node: answer.node,
      ties: answer.ties.filter { tie in
        guard let other = tie.other else { return false }
        let visited = tie.direction == .in ? answer.node : other
        return tie.relation.rawValue != "visited" || visited.type != .place
      })
  }

  /// Everything said of a node, oldest first.
  package func timeline(
    of name: String, since: PartialDate? = nil, until: PartialDate? = nil
  ) throws -> (node: Entity, citations: [Citation], others: [Entity.ID: Entity]) {
    try read { db in
      let node = try Self.node(named: name, db)
      let citations = try Self.citations(of: node.id, since: since, until: until, db)
      let ids = Set(
        citations.flatMap { [$0.statement.triple.subject, $0.statement.triple.object.node].compactMap(\.self) })
      return (node, citations, try Self.nodes(ids, db))
    }
  }

  /// One statement, by identifier, with the nodes it ties and the paragraph around its words.
  package func explanation(of id: String) throws -> Explanation {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(Self.edgeColumns), s.number FROM edge s WHERE id = ? ORDER BY subjectNode, objectNode, literal
          """, arguments: [id])
      guard let row = rows.first else { throw LookupError.unknownStatement(id: id) }
      let fact = try Self.statement(row)
      guard
        let articleRow = try Row.fetchOne(
          db, sql: "SELECT * FROM article WHERE id = ?", arguments: [fact.evidence.article])
      else { throw LookupError.unknownArticle(id: fact.evidence.article) }
      let article = try Self.article(articleRow)
      let nodes = try Self.nodes(
        Set([fact.triple.subject, fact.triple.object.node, fact.attribution?.node].compactMap(\.self)), db)
      let written = try Row.fetchOne(
        db,
        sql: """
          SELECT e.name AS subjectName, f.name AS objectName FROM statement s
          JOIN entity e ON e.id = s.subject LEFT JOIN entity f ON f.id = s.object WHERE s.number = ?
          """, arguments: [row["number"] as Int64])
      let judgements = try Row.fetchAll(
        db,
        sql: """
          SELECT j.* FROM judgement j
          WHERE (j.article = :article AND ("left" IN (:subject, :object) OR "right" IN (:subject, :object)))
            OR (j.article IS NULL AND (
              "left" IN (SELECT subject FROM statement WHERE number = :number UNION
                SELECT object FROM statement WHERE number = :number)
              OR "right" IN (SELECT subject FROM statement WHERE number = :number UNION
                SELECT object FROM statement WHERE number = :number)))
          ORDER BY j.article, j."left", j."right", j.number
          """,
        arguments: [
          "article": article.id, "subject": written?["subjectName"] as String?,
          "object": written?["objectName"] as String?, "number": row["number"] as Int64,
        ]
      ).map(Self.judgement)
      return Explanation(
        citation: Citation(
          statement: fact, source: Subgraph.Source(article), attribution: Self.attribution(fact, nodes)),
        nodes: nodes.values.sorted { $0.id < $1.id },
        paragraph: Self.paragraph(around: fact.evidence.span, in: article.string(of: fact.evidence.part)),
        judgements: judgements)
    }
  }

  // MARK: - Parts of answers

  static func citations(
    of node: Entity.ID, since: PartialDate?, until: PartialDate?, _ db: Database
  ) throws -> [Citation] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(edgeColumns), a.title AS articleTitle, a.url, a.publisher, a.published,
          (SELECT name FROM node WHERE id = s.sourceNode) AS sourceName
        FROM edge s JOIN article a ON a.id = s.article
        WHERE (s.subjectNode = :node OR s.objectNode = :node)
          AND (:since IS NULL OR coalesce(s.lastDay, a.lastDay) >= :since)
          AND (:until IS NULL OR coalesce(s.firstDay, a.firstDay) <= :until)
        ORDER BY coalesce(CASE WHEN s.time LIKE '/%' THEN s.lastDay ELSE s.firstDay END, a.firstDay, 9999999), s.id, s.subjectNode, s.objectNode, s.literal
        """,
      arguments: ["node": node, "since": since?.firstDay.dayNumber, "until": until?.lastDay.dayNumber])
    return try rows.map { row in
      Citation(
        statement: try statement(row),
        source: Subgraph.Source(
          id: row["article"], title: row["articleTitle"], url: row["url"], publisher: row["publisher"],
          published: (row["published"] as String?).flatMap { PartialDate($0) }),
        attribution: row["sourceName"] as String? ?? row["sourceWords"] as String?)
    }
  }

  static func nodes(_ ids: Set<Entity.ID>, _ db: Database) throws -> [Entity.ID: Entity] {
    var nodes: [Entity.ID: Entity] = [:]
    let query = try db.cachedStatement(sql: "SELECT * FROM node WHERE id = ?")
    for id in ids {
      if let row = try Row.fetchOne(query, arguments: [id]) { nodes[id] = try entity(row) }
    }
    return nodes
  }

  /// Groups citations by other end, relation, direction and standing.
  static func ties(_ citations: [Citation], seenFrom node: Entity.ID, _ db: Database) throws -> [Tie] {
    struct Key: Hashable {
      let other: String?
      let literal: String?
      let relation: Relation
      let direction: Tie.Direction
      let standing: Standing
    }
    var order: [Key] = []
    var groups: [Key: [Citation]] = [:]
    for citation in citations {
      let triple = citation.statement.triple
      let isSubject = triple.subject == node
      var literal: String?
      if case .literal(let words) = triple.object { literal = words }
      let key = Key(
        other: isSubject ? triple.object.node : triple.subject, literal: literal, relation: triple.relation,
        direction: triple.relation.isSymmetric ? .both : isSubject ? .out : .in, standing: citation.standing)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(citation)
    }
    let others = try nodes(Set(order.compactMap(\.other)), db)
    let ties = order.map { key in
      Tie(
        other: key.other.flatMap { others[$0] }, literal: key.literal, relation: key.relation,
        direction: key.direction, standing: key.standing, citations: groups[key] ?? [])
    }
    return ties.sorted { a, b in
      if a.standing != b.standing { return a.standing < b.standing }
      if a.sources != b.sources { return a.sources > b.sources }
      func rest(_ t: Tie) -> [String] {
        [t.other?.name ?? t.literal ?? "", t.relation.rawValue, t.direction.rawValue, t.other?.id ?? ""]
      }
      return rest(a).lexicographicallyPrecedes(rest(b))
    }
  }

  private static func attribution(_ fact: Fact, _ nodes: [Entity.ID: Entity]) -> String? {
    switch fact.attribution {
    case .node(let id)?: nodes[id]?.name
    case .literal(let words)?: words
    case nil: nil
    }
  }

  /// The lines around a span, from the last empty line before it to the next after it.
  private static func paragraph(around span: Span, in text: String) -> String {
    let bytes = Array(text.utf8)
    let newline = UInt8(ascii: "\n")
    var start = min(span.start, bytes.count)
    while start > 0, !(bytes[start - 1] == newline && (start == 1 || bytes[start - 2] == newline)) { start -= 1 }
    var end = min(span.end, bytes.count)
    while end < bytes.count, !(bytes[end] == newline && (end + 1 == bytes.count || bytes[end + 1] == newline)) {
      end += 1
    }
    return text.text(at: Span(start, end)) ?? ""
  }
}

/// Why an edge is there.
public struct Explanation: Hashable, Codable, Sendable {
  public let citation: Citation
  public let nodes: [Entity]
  public let paragraph: String
  /// Decisions that led from the words to the nodes.
  public let judgements: [Judgement]
}
