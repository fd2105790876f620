import GRDB
import Statements

/// What an edge is before its evidence is read: enough to decide whether it belongs to a selection.
private struct Link {
  let number: Int64
  let subject: String
  let object: String?
  let source: String?
  let article: String
  /// Said not to have happened: no support for a line.
  let isDenied: Bool

  /// The two ends of a line, in order of identifier.
  var pair: Pair? { object.map { Pair(low: min(subject, $0), high: max(subject, $0)) } }
}

private struct Pair: Hashable, Comparable {
  let low: String
  let high: String

  static func < (a: Pair, b: Pair) -> Bool { (a.low, a.high) < (b.low, b.high) }
}

extension Store {
  /// The part of the graph that a selection names, sorted.
  ///
  /// Nodes are those that some kept statement or event touches, and those asked for. Time is linear in the number of
  /// statements; evidence is read for the kept ones alone.
  package func subgraph(_ selection: Selection = Selection()) throws -> Subgraph {
    try read { db in
      let centers = try selection.around.map { try Self.node(named: $0, db).id }
      var links = try Self.links(selection, db)
      if selection.minimumSources > 1 {
        let support = Self.support(links)
        links.removeAll { link in
          link.pair.map { support[$0, default: []].count < selection.minimumSources } ?? true
        }
      }
      if !centers.isEmpty { links = Self.within(max(0, selection.depth), of: centers, links) }
      if let top = selection.top {
        let support = Self.support(links)
        let kept = Set(
          support.keys.sorted { a, b in
            let counts = (support[a, default: []].count, support[b, default: []].count)
            return counts.0 != counts.1 ? counts.0 > counts.1 : a < b
          }.prefix(max(0, top)))
        let nodes = Set(kept.flatMap { [$0.low, $0.high] })
        links.removeAll { link in link.pair.map { !kept.contains($0) } ?? !nodes.contains(link.subject) }
      }
      return try Self.subgraph(of: links, centers: centers, selection: selection, db)
    }
  }

  /// The statements that pass the filters on one statement alone.
  private static func links(_ selection: Selection, _ db: Database) throws -> [Link] {
    let wanted = try selection.relations.map { try Relation.asked($0) }
    var links: [Link] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.number, s.subjectNode, s.objectNode, s.sourceNode, s.article, s.relation,
          s.polarity = 'negative' OR s.factuality = 'denied'
        FROM edge s JOIN article a ON a.id = s.article
        WHERE (:since IS NULL OR coalesce(s.lastDay, a.lastDay) >= :since)
          AND (:until IS NULL OR coalesce(s.firstDay, a.firstDay) <= :until)
        ORDER BY s.id, s.subjectNode, s.objectNode, s.literal
        """,
      arguments: ["since": selection.since?.firstDay.dayNumber, "until": selection.until?.lastDay.dayNumber])
    while let row = try rows.next() {
      let relation = Relation(rawValue: row[5])
      if !wanted.isEmpty, !wanted.contains(where: { $0(relation) }) { continue }
      links.append(
        Link(number: row[0], subject: row[1], object: row[2], source: row[3], article: row[4], isDenied: row[6]))
    }
    return links
  }

  /// For each pair, the articles that tie it other than by a denial.
  private static func support(_ links: [Link]) -> [Pair: Set<String>] {
    var support: [Pair: Set<String>] = [:]
    for link in links where !link.isDenied {
      if let pair = link.pair { support[pair, default: []].insert(link.article) }
    }
    return support
  }

  /// The links between nodes that are at most `depth` lines from a center.
  private static func within(_ depth: Int, of centers: [String], _ links: [Link]) -> [Link] {
    var neighbours: [String: Set<String>] = [:]
    for link in links {
      guard let object = link.object else { continue }
      neighbours[link.subject, default: []].insert(object)
      neighbours[object, default: []].insert(link.subject)
    }
    var reached = Set(centers)
    var frontier = reached
    for _ in 0..<depth where !frontier.isEmpty {
      frontier = Set(frontier.flatMap { neighbours[$0, default: []] }).subtracting(reached)
      reached.formUnion(frontier)
    }
    return links.filter { reached.contains($0.subject) && $0.object.map(reached.contains) ?? true }
  }

  private static func subgraph(
    of links: [Link], centers: [String], selection: Selection, _ db: Database
  ) throws -> Subgraph {
    var statements: [Fact] = []
    statements.reserveCapacity(links.count)
    let query = try db.cachedStatement(sql: "SELECT * FROM edge WHERE number = ?")
    for link in links {
      if let row = try Row.fetchOne(query, arguments: [link.number]) { statements.append(try edge(row)) }
    }
    var nodes = Set(centers)
    for link in links {
      nodes.insert(link.subject)
      if let object = link.object { nodes.insert(object) }
      if let source = link.source { nodes.insert(source) }
    }
    let isWhole = selection == Selection()
    let kept = Set(statements.compactMap(\.event))
    let events = try events(db, merged: true).compactMap { event -> Event<Entity.ID>? in
      guard isWhole || kept.contains(event.id) else { return nil }
      if isWhole { nodes.formUnion(event.participants.map(\.node)) }
      let place = event.place.flatMap { isWhole || nodes.contains($0) ? $0 : nil }
      if let place { nodes.insert(place) }
      return Event(
        id: event.id, article: event.article, relation: event.relation,
        participants: event.participants.filter { nodes.contains($0.node) }, time: event.time, place: place)
    }
    let articles = Set(statements.map(\.evidence.article)).union(events.map(\.article))
    return Subgraph(
      entities: try Row.fetchAll(db, sql: "SELECT * FROM node ORDER BY id").filter { nodes.contains($0["id"]) }
        .map(entity),
      statements: statements, events: events,
      articles: try Row.fetchAll(db, sql: "SELECT id, title, url, publisher, published FROM article ORDER BY id")
        .filter { articles.contains($0["id"]) }.map(source),
      totalEntities: try Int.fetchOne(
        db,
        sql:
          "SELECT count(*) FROM (SELECT subjectNode FROM edge UNION SELECT objectNode FROM edge WHERE objectNode IS NOT NULL)"
      ),
      totalStatements: try Int.fetchOne(db, sql: "SELECT count(*) FROM edge"),
      filter: try caption(selection, centers: centers, db))
  }

  /// A selection in words, for a caption.
  private static func caption(_ selection: Selection, centers: [String], _ db: Database) throws -> String {
    var parts: [String] = []
    if !centers.isEmpty {
      let names = try centers.map { id in
        try String.fetchOne(db, sql: "SELECT name FROM node WHERE id = ?", arguments: [id]) ?? id
      }
      let lines = selection.depth == 1 ? "" : " to depth \(selection.depth)"
      parts.append("around \(names.joined(separator: ", "))\(lines)")
    }
    if !selection.relations.isEmpty { parts.append(selection.relations.joined(separator: ", ")) }
    switch (selection.since, selection.until) {
    case (let since?, let until?): parts.append("\(since) to \(until)")
    case (let since?, nil): parts.append("since \(since)")
    case (nil, let until?): parts.append("until \(until)")
    case (nil, nil): break
    }
    if selection.minimumSources > 1 { parts.append("in at least \(selection.minimumSources) articles") }
    if let top = selection.top { parts.append("the \(top) strongest ties") }
    return parts.joined(separator: "; ")
  }
}
