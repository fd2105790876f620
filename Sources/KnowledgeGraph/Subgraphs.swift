import GRDB
import Statements

/// What an edge is before its evidence is read: enough to decide whether it belongs to a selection. Small, since there
/// is one for each statement: identifiers are told by their index in ``Links/names``.
private struct Link {
  let number: Int64
  let subject: Int32
  let object: Int32?
  let source: Int32?
  let article: Int32
  let event: Int32?
  /// Said not to have happened: no support for a line.
  let isDenied: Bool

  /// The two ends of a line, in order.
  var pair: Pair? { object.map { Pair(low: min(subject, $0), high: max(subject, $0)) } }
}

private struct Pair: Hashable {
  let low: Int32
  let high: Int32
}

/// The statements that pass the filters on one statement alone, in order of output, and narrower choices among them.
private struct Links {
  var all: [Link] = []
  private(set) var names: [String] = []
  private var indices: [String: Int32] = [:]

  init(_ selection: Selection, _ db: Database) throws {
    let wanted = try selection.relations.map { try Relation.asked($0) }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.number, s.subjectNode, s.objectNode, s.sourceNode, s.article, s.event, s.relation,
          s.polarity = 'negative' OR s.factuality = 'denied'
        FROM edge s JOIN article a ON a.id = s.article
        WHERE (:since IS NULL OR coalesce(s.lastDay, a.lastDay) >= :since)
          AND (:until IS NULL OR coalesce(s.firstDay, a.firstDay) <= :until)
          AND s.confidence >= :confidence
        ORDER BY \(Store.edgeOrder)
        """,
      arguments: [
        "since": selection.since?.firstDay.dayNumber, "until": selection.until?.lastDay.dayNumber,
        "confidence": selection.minimumConfidence,
      ])
    while let row = try rows.next() {
      let relation = Relation(rawValue: row[6])
      if !wanted.isEmpty, !wanted.contains(where: { $0(relation) }) { continue }
      all.append(
        Link(
          number: row[0], subject: index(row[1]), object: (row[2] as String?).map { index($0) },
          source: (row[3] as String?).map { index($0) }, article: index(row[4]),
          event: (row[5] as String?).map { index($0) }, isDenied: row[7]))
    }
  }

  /// Nodes, articles and events share the indices: each is asked for as what it is.
  mutating func index(_ name: String) -> Int32 {
    if let known = indices[name] { return known }
    let index = Int32(names.count)
    names.append(name)
    indices[name] = index
    return index
  }

  mutating func keepPairs(inArticles minimum: Int) {
    let support = support()
    all.removeAll { link in link.pair.map { support[$0, default: 0] < minimum } ?? true }
  }

  /// The links between nodes that are at most `depth` lines from a center.
  mutating func keep(within depth: Int, of centers: [String]) {
    var neighbours: [Int32: Set<Int32>] = [:]
    for link in all {
      guard let object = link.object else { continue }
      neighbours[link.subject, default: []].insert(object)
      neighbours[object, default: []].insert(link.subject)
    }
    var reached = Set(centers.map { index($0) })
    var frontier = reached
    for _ in 0..<depth where !frontier.isEmpty {
      frontier = Set(frontier.flatMap { neighbours[$0, default: []] }).subtracting(reached)
      reached.formUnion(frontier)
    }
    all.removeAll { !reached.contains($0.subject) || !($0.object.map(reached.contains) ?? true) }
  }

  mutating func keepStrongest(_ count: Int) {
    let support = support()
    func name(_ pair: Pair) -> (String, String) {
      let ends = (names[Int(pair.low)], names[Int(pair.high)])
      return ends.0 < ends.1 ? ends : (ends.1, ends.0)
    }
    let kept = Set(
      support.keys.sorted { a, b in
        let counts = (support[a, default: 0], support[b, default: 0])
        return counts.0 != counts.1 ? counts.0 > counts.1 : name(a) < name(b)
      }.prefix(max(0, count)))
    let nodes = Set(kept.flatMap { [$0.low, $0.high] })
    all.removeAll { link in link.pair.map { !kept.contains($0) } ?? !nodes.contains(link.subject) }
  }

  /// For each pair, how many articles tie it other than by a denial.
  private func support() -> [Pair: Int] {
    var articles: [Pair: Set<Int32>] = [:]
    for link in all where !link.isDenied {
      if let pair = link.pair { articles[pair, default: []].insert(link.article) }
    }
    return articles.mapValues(\.count)
  }

  /// What is read for a selection: nodes are those that a statement touches, and those asked for.
  func kept(centers: [String]) -> StoreReading.Kept {
    var nodes = Set(centers)
    var events: Set<String> = []
    var articles: Set<String> = []
    for link in all {
      for end in [link.subject, link.object, link.source] {
        if let end { nodes.insert(names[Int(end)]) }
      }
      if let event = link.event { events.insert(names[Int(event)]) }
      articles.insert(names[Int(link.article)])
    }
    return StoreReading.Kept(numbers: all.map(\.number), nodes: nodes, events: events, articles: articles)
  }
}

extension Store {
  /// The part of the graph that a selection names, sorted. Linear in the number of statements.
  package func subgraph(_ selection: Selection = Selection()) throws -> Subgraph {
    try read { db in
      let reading = try Self.reading(selection, db)
      var entities: [Entity] = []
      var statements: [Fact] = []
      var events: [Event<Entity.ID>] = []
      var articles: [Subgraph.Source] = []
      try reading.entities { entities.append($0) }
      try reading.statements { statements.append($0) }
      try reading.events { events.append($0) }
      try reading.articles { articles.append($0) }
      return Subgraph(
        entities: entities, statements: statements, events: events, articles: articles,
        totalEntities: try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM (
              SELECT subjectNode FROM edge UNION SELECT objectNode FROM edge WHERE objectNode IS NOT NULL)
            """),
        totalStatements: try Int.fetchOne(db, sql: "SELECT count(*) FROM edge"), filter: reading.filter)
    }
  }

  /// Reads the part of the graph that a selection names piece by piece, all of it as it stands when the reading begins.
  ///
  /// The whole graph takes no more memory than a small one; a part, some 60 bytes for each statement that passes the
  /// filters on single statements.
  package func reading<Value>(
    _ selection: Selection = Selection(), _ body: (any GraphReading) throws -> Value
  ) throws -> Value {
    try read { db in try body(try Self.reading(selection, db)) }
  }

  /// Nodes are those that some kept statement or, of the whole graph, event touches, and those asked for.
  private static func reading(_ selection: Selection, _ db: Database) throws -> StoreReading {
    if selection == Selection() { return StoreReading(db: db, kept: nil, filter: "") }
    let centers = try selection.around.map { try node(named: $0, db).id }
    var links = try Links(selection, db)
    if selection.minimumSources > 1 { links.keepPairs(inArticles: selection.minimumSources) }
    if !centers.isEmpty { links.keep(within: max(0, selection.depth), of: centers) }
    if let top = selection.top { links.keepStrongest(top) }
    return StoreReading(
      db: db, kept: links.kept(centers: centers), filter: try caption(selection, centers: centers, db))
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
    if selection.minimumConfidence > 0 { parts.append("confidence from \(selection.minimumConfidence)") }
    if selection.minimumSources > 1 { parts.append("in at least \(selection.minimumSources) articles") }
    if let top = selection.top { parts.append("the \(top) strongest ties") }
    return parts.joined(separator: "; ")
  }
}
