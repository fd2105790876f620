import Statements

/// Which node of one graph is which of another.
///
/// In this order, each step among the nodes that are left: the same identifier; most statements in common (a node that
/// was merged or split is the part with most of them); the same name and type, where no other has them; a name of the
/// same type that is an alias of the other, where no other has it. Names are compared as ``NameKey`` has them.
struct NodeMatching {
  /// From nodes of the first graph to nodes of the second.
  private(set) var matched: [Entity.ID: Entity.ID] = [:]
  private var matchedAfter: Set<Entity.ID> = []
  private let entitiesBefore: [Entity.ID: Entity]
  private let entitiesAfter: [Entity.ID: Entity]
  /// Pairs that have statements in common, most first.
  private let sharing: [(before: Entity.ID, after: Entity.ID)]

  init(before: Subgraph, after: Subgraph) {
    entitiesBefore = Dictionary(before.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    entitiesAfter = Dictionary(after.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    sharing = Self.sharing(before, after)
    for id in entitiesBefore.keys where entitiesAfter[id] != nil { match(id, id) }
    for pair in sharing { match(pair.before, pair.after) }
    match(byName(leftBefore), byName(leftAfter))
    match(byName(leftBefore), byAlias(leftAfter))
    match(byAlias(leftBefore), byName(leftAfter))
  }

  func isMatched(after id: Entity.ID) -> Bool { matchedAfter.contains(id) }

  /// The node of the second graph that took over statements of one that is gone.
  func destination(of id: Entity.ID) -> Entity? {
    sharing.first { $0.before == id }.flatMap { entitiesAfter[$0.after] }
  }

  /// The node of the first graph that gave statements to one that is new.
  func origin(of id: Entity.ID) -> Entity? {
    sharing.first { $0.after == id }.flatMap { entitiesBefore[$0.before] }
  }

  private mutating func match(_ before: Entity.ID, _ after: Entity.ID) {
    guard matched[before] == nil, !matchedAfter.contains(after) else { return }
    matched[before] = after
    matchedAfter.insert(after)
  }

  private static func sharing(_ before: Subgraph, _ after: Subgraph) -> [(before: Entity.ID, after: Entity.ID)] {
    struct Pair: Hashable {
      let before: Entity.ID
      let after: Entity.ID
    }
    let statements = Dictionary(before.statements.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var counts: [Pair: Int] = [:]
    for statement in after.statements {
      guard let old = statements[statement.id] else { continue }
      counts[Pair(before: old.triple.subject, after: statement.triple.subject), default: 0] += 1
      if let from = old.triple.object.node, let to = statement.triple.object.node {
        counts[Pair(before: from, after: to), default: 0] += 1
      }
    }
    return counts.sorted {
      ($1.value, $0.key.before, $0.key.after) < ($0.value, $1.key.before, $1.key.after)
    }.map { ($0.key.before, $0.key.after) }
  }

  // MARK: - Names

  private struct Name: Hashable {
    let key: String
    let type: EntityType
  }

  private var leftBefore: [Entity] {
    entitiesBefore.values.filter { matched[$0.id] == nil }.sorted { $0.id < $1.id }
  }

  private var leftAfter: [Entity] {
    entitiesAfter.values.filter { !matchedAfter.contains($0.id) }.sorted { $0.id < $1.id }
  }

  private func byName(_ entities: [Entity]) -> [Name: [Entity.ID]] {
    Dictionary(grouping: entities) { Name(key: NameKey.key($0.name), type: $0.type) }.mapValues { $0.map(\.id) }
  }

  private func byAlias(_ entities: [Entity]) -> [Name: [Entity.ID]] {
    var names: [Name: [Entity.ID]] = [:]
    for entity in entities {
      for key in Set(entity.aliases.map(NameKey.key)) {
        names[Name(key: key, type: entity.type), default: []].append(entity.id)
      }
    }
    return names
  }

  /// Ties nodes whose name only one of either side has.
  private mutating func match(_ before: [Name: [Entity.ID]], _ after: [Name: [Entity.ID]]) {
    for name in before.keys.sorted(by: { ($0.key, $0.type.rawValue) < ($1.key, $1.type.rawValue) })
    where !name.key.isEmpty {
      if let left = before[name], let right = after[name], left.count == 1, right.count == 1 {
        match(left[0], right[0])
      }
    }
  }
}
