import GRDB
import Statements

extension Store {
  /// The node that a name, an alias or an identifier means.
  ///
  /// Tried in order: identifier; main name; alias; all words in a name. The first step that finds anything decides; where
  /// it finds several, the name is ambiguous.
  package func node(named name: String) throws -> Entity {
    try read { try Self.node(named: name, $0) }
  }

  static func node(named name: String, _ db: Database) throws -> Entity {
    if let row = try Row.fetchOne(db, sql: "SELECT * FROM node WHERE id = ?", arguments: [name]) {
      return try entity(row)
    }
    let key = NameKey.key(name)
    let steps: [(sql: String, arguments: StatementArguments)] = [
      ("SELECT node FROM nodeName WHERE key = ? AND isMain = 1", [key]),
      ("SELECT node FROM nodeName WHERE key = ?", [key]),
      (
        "SELECT DISTINCT node FROM nodeName WHERE ' ' || key || ' ' LIKE ?",
        ["% " + key.replacing(" ", with: "% ") + " %"]
      ),
    ]
    if !key.isEmpty {
      for step in steps {
        let ids = try String.fetchAll(db, sql: step.sql, arguments: step.arguments)
        let found = try summaries(ids, db)
        if found.count == 1 { return found[0].entity }
        if found.count > 1 { throw LookupError.ambiguous(name: name, candidates: found) }
      }
    }
    throw LookupError.unknown(name: name, nearest: try nearest(to: key, db))
  }

  /// Nodes with their number of statements, most talked of first.
  static func summaries(_ ids: [Entity.ID], _ db: Database) throws -> [NodeSummary] {
    let count = try db.cachedStatement(
      sql: "SELECT count(*) FROM edge WHERE subjectNode = :id OR objectNode = :id")
    let node = try db.cachedStatement(sql: "SELECT * FROM node WHERE id = ?")
    return try ids.compactMap { id in
      guard let row = try Row.fetchOne(node, arguments: [id]) else { return nil }
      return NodeSummary(
        entity: try entity(row), statements: try Int.fetchOne(count, arguments: ["id": id]) ?? 0)
    }.sorted { ($1.statements, $0.entity.name, $0.entity.id) < ($0.statements, $1.entity.name, $1.entity.id) }
  }

  /// Names that share a word's beginning or differ by a few letters.
  private static func nearest(to key: String, _ db: Database) throws -> [NodeSummary] {
    guard !key.isEmpty else { return [] }
    let rows = try Row.fetchAll(db, sql: "SELECT key, node FROM nodeName ORDER BY key, node")
    var best: [String: Int] = [:]
    for row in rows {
      let other: String = row["key"]
      let distance = min(
        editDistance(key, other), other.split(separator: " ").map { editDistance(key, String($0)) + 1 }.min() ?? 99)
      if distance <= max(1, key.count / 3) { best[row["node"]] = min(best[row["node"]] ?? 99, distance) }
    }
    let ids = best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(5).map(\.key)
    let found = Dictionary(try summaries(ids, db).map { ($0.entity.id, $0) }, uniquingKeysWith: { a, _ in a })
    return ids.compactMap { found[$0] }
  }

  /// Levenshtein's distance, in characters; both lengths multiplied.
  private static func editDistance(_ a: String, _ b: String) -> Int {
    let a = Array(a.unicodeScalars)
    let b = Array(b.unicodeScalars)
    if abs(a.count - b.count) > max(a.count, b.count) / 2 { return max(a.count, b.count) }
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
