import Statements

/// Clusters under construction: unions that persons' decisions forbid do not happen.
struct Merging {
  private let ids: [Entity.ID]
  private var indexOf: [Entity.ID: Int] = [:]
  private var parent: [Int]
  private var members: [[Int]]
  /// For each root, roots that a person said are different.
  private var apart: [Int: Set<Int>] = [:]
  private(set) var judgements: [Judgement] = []

  init(_ ids: [Entity.ID]) {
    self.ids = ids
    parent = Array(ids.indices)
    members = ids.indices.map { [$0] }
    indexOf = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
  }

  private func root(_ i: Int) -> Int {
    var i = i
    while parent[i] != i { i = parent[i] }
    return i
  }

  /// Takes persons' decisions in: the latest word on a pair counts, "different" before "same".
  mutating func apply(_ decisions: [Judgement]) {
    var latest: [Pair: Judgement] = [:]
    for d in decisions.sorted(by: Self.isEarlier) {
      guard case .person = d.author, let a = indexOf[d.left], let b = indexOf[d.right], a != b else { continue }
      latest[Pair(min(a, b), max(a, b))] = d
    }
    let pairs = latest.keys.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    for pair in pairs where latest[pair]?.verdict == .different {
      apart[pair.a, default: []].insert(pair.b)
      apart[pair.b, default: []].insert(pair.a)
    }
    for pair in pairs {
      guard let d = latest[pair] else { continue }
      if d.verdict == .same { unite(pair.a, pair.b) }
      judgements.append(d)
    }
  }

  private struct Pair: Hashable {
    let a: Int
    let b: Int
    init(_ a: Int, _ b: Int) {
      self.a = a
      self.b = b
    }
  }

  private static func isEarlier(_ x: Judgement, _ y: Judgement) -> Bool {
    (x.date?.description ?? "", x.left, x.right, x.verdict.rawValue)
      < (y.date?.description ?? "", y.left, y.right, y.verdict.rawValue)
  }

  /// The machine's union, where no person's word is against it.
  mutating func merge(_ a: Int, _ b: Int, score: Double, reason: String) {
    guard unite(a, b) else { return }
    note(a, b, .same, score: score, reason: reason)
  }

  mutating func note(_ a: Int, _ b: Int, _ verdict: Judgement.Verdict, score: Double, reason: String) {
    judgements.append(
      Judgement(
        left: ids[min(a, b)], right: ids[max(a, b)], verdict: verdict, score: score, reason: reason,
        author: .machine("linker")))
  }

  @discardableResult
  private mutating func unite(_ a: Int, _ b: Int) -> Bool {
    let x = root(a)
    let y = root(b)
    guard x != y, !(apart[x]?.contains(y) ?? false) else { return false }
    // The larger takes the smaller in; which root stays does not show.
    let (keep, gone) = (members[y].count, x) > (members[x].count, y) ? (y, x) : (x, y)
    parent[gone] = keep
    members[keep] += members[gone]
    members[gone] = []
    if let others = apart.removeValue(forKey: gone) {
      for other in others {
        apart[other]?.remove(gone)
        apart[other, default: []].insert(keep)
      }
      apart[keep, default: []].formUnion(others)
    }
    return true
  }

  /// The clusters with their merged views.
  func linking(_ inputs: [LinkInput], decisions: [Judgement]) -> Linking {
    var clusters: [Linking.Cluster] = []
    var clusterOf: [Entity.ID: Entity.ID] = [:]
    for i in ids.indices where parent[i] == i {
      let list = members[i].sorted()
      let entity = MergedEntity.view(of: list.map { inputs[$0] })
      clusters.append(Linking.Cluster(entity: entity, members: list.map { ids[$0] }))
      for m in list { clusterOf[ids[m]] = entity.id }
    }
    let unknown = decisions.filter { indexOf[$0.left] == nil || indexOf[$0.right] == nil }
    return Linking(
      clusters: clusters.sorted { $0.entity.id < $1.entity.id }, clusterOf: clusterOf,
      judgements: judgements.sorted {
        ($0.left, $0.right, $0.verdict.rawValue, $0.reason) < ($1.left, $1.right, $1.verdict.rawValue, $1.reason)
      }, unknown: unknown.sorted(by: Self.isEarlier))
  }
}

/// The one view of entities that were merged.
enum MergedEntity {
  /// The name that most articles use, then the longer, then the first in order; all others are aliases.
  ///
  /// Descriptions without a capital ("the minister") hold in their article alone and are left out where there are
  /// several. The identifier is the smallest of the members', so that it stays when unrelated articles come and go, and
  /// every decision about it names a member.
  static func view(of members: [LinkInput]) -> Entity {
    guard let first = members.first else { return Entity(id: "", type: .other, name: "") }
    if members.count == 1 { return first.entity }
    var names: [String: Int] = [:]
    var types: [EntityType: Int] = [:]
    var identifiers: [String: String] = [:]
    for m in members {
      names[m.entity.name, default: 0] += 1
      types[m.entity.type, default: 0] += 1
      for (key, value) in m.entity.identifiers { identifiers[key] = min(identifiers[key] ?? value, value) }
    }
    let name = names.keys.min { a, b in
      (-(names[a] ?? 0), -a.utf8.count, a) < (-(names[b] ?? 0), -b.utf8.count, b)
    }
    let type = EntityType.allCases.filter { types[$0] != nil }.max { (types[$0] ?? 0) < (types[$1] ?? 0) }
    var aliases: [String: String] = [:]
    for m in members {
      for alias in [m.entity.name] + m.entity.aliases where alias.contains(where: \.isUppercase) {
        let key = NameText.key(alias)
        aliases[key] = aliases[key].map { min($0, alias) } ?? alias
      }
    }
    aliases[NameText.key(name ?? "")] = nil
    return Entity(
      id: members.map(\.entity.id).min() ?? first.entity.id, type: type ?? first.entity.type,
      name: name ?? first.entity.name, aliases: aliases.values.sorted(), identifiers: identifiers)
  }
}
