import Statements

/// How the nodes are chosen of a graph that is too large to be read.
package enum NodeChoice: String, CaseIterable, Codable, Sendable {
  /// The ends of the ties that most articles support.
  case ties
  /// The nodes of the innermost cores: each tied to the most others of them.
  case core
  /// The strongest of each community, in proportion.
  case communities

  var label: String {
    switch self {
    case .ties: "strongest ties"
    case .core: "the core, where all are tied to most others"
    case .communities: "the strongest of each community"
    }
  }
}

/// How strongly pairs are tied, and what to draw of a graph that is too large to be read.
struct TieStrength {
  private struct Pair: Hashable, Comparable {
    let low: Entity.ID
    let high: Entity.ID

    static func < (a: Self, b: Self) -> Bool { (a.low, a.high) < (b.low, b.high) }
  }

  /// Graphs up to this size are drawn whole unless a limit is given.
  static let largestWhole = 1000
  /// How many nodes of a larger one are.
  static let readablePart = 120

  private let pairs: [(pair: Pair, articles: Int, statements: Int)]

  init(statements: [Statement<Entity.ID>]) {
    var supporting: [Pair: (articles: Set<Article.ID>, statements: Int)] = [:]
    for statement in statements {
      guard let object = statement.triple.object.node else { continue }
      let pair = Pair(low: min(statement.triple.subject, object), high: max(statement.triple.subject, object))
      supporting[pair, default: ([], 0)].articles.insert(statement.evidence.article)
      supporting[pair, default: ([], 0)].statements += 1
    }
    pairs = supporting.sorted { $0.key < $1.key }.map { ($0.key, $0.value.articles.count, $0.value.statements) }
  }

  /// The nodes to draw: all of `candidates` within the limit, else the chosen ones.
  func chosen(by choice: NodeChoice, limit: Int?, of candidates: Set<Entity.ID>) -> Set<Entity.ID> {
    let limit =
      limit.map { max(1, $0) } ?? (candidates.count > Self.largestWhole ? Self.readablePart : candidates.count)
    guard candidates.count > limit else { return candidates }
    let kept =
      switch choice {
      case .ties: strongest(limit, within: nil)
      case .core: core(limit)
      case .communities: communities(limit)
      }
    return kept.isEmpty ? Set(candidates.sorted().prefix(limit)) : kept
  }

  /// Ties are taken by articles, then how well tied their ends are, then statements, until the nodes are used up; a tie
  /// that touches what is there already needs one node only, which keeps the part together.
  private func strongest(_ limit: Int, within part: Set<Entity.ID>?) -> Set<Entity.ID> {
    let degree = degrees
    func weight(_ p: Pair) -> Int { min(degree[p.low] ?? 0, degree[p.high] ?? 0) }
    let inside = pairs.filter { tie in part.map { $0.contains(tie.pair.low) && $0.contains(tie.pair.high) } ?? true }
    let ranked = inside.sorted { a, b in
      if a.articles != b.articles { return a.articles > b.articles }
      let ends = (weight(a.pair), weight(b.pair))
      if ends.0 != ends.1 { return ends.0 > ends.1 }
      return a.statements != b.statements ? a.statements > b.statements : a.pair < b.pair
    }
    var kept: Set<Entity.ID> = []
    for (pair, _, _) in ranked {
      let new = [pair.low, pair.high].filter { !kept.contains($0) }
      if kept.count + new.count <= limit { kept.formUnion(new) }
      if kept.count == limit { break }
    }
    return kept
  }

  /// Articles that tie each node to others.
  private var degrees: [Entity.ID: Int] {
    pairs.reduce(into: [:]) { degree, tie in
      degree[tie.pair.low, default: 0] += tie.articles
      degree[tie.pair.high, default: 0] += tie.articles
    }
  }

  /// The nodes of the highest core numbers: a node's is the largest k of a part that holds it and whose nodes all have k
  /// neighbours in it (Seidman, 1983).
  private func core(_ limit: Int) -> Set<Entity.ID> {
    var near: [Entity.ID: Set<Entity.ID>] = [:]
    for (pair, _, _) in pairs {
      near[pair.low, default: []].insert(pair.high)
      near[pair.high, default: []].insert(pair.low)
    }
    // Peels off the least tied again and again; a node waits once for each count that it has had.
    var left = near.mapValues(\.count)
    var waiting = [[Entity.ID]](repeating: [], count: (left.values.max() ?? 0) + 1)
    for (node, count) in left { waiting[count].append(node) }
    var number: [Entity.ID: Int] = [:]
    for level in waiting.indices {
      while let node = waiting[level].popLast() {
        guard number[node] == nil else { continue }
        number[node] = level
        for other in near[node] ?? [] where number[other] == nil {
          guard let count = left[other], count > level else { continue }
          left[other] = count - 1
          waiting[count - 1].append(other)
        }
      }
    }
    let degree = degrees
    let ranked = number.keys.sorted { a, b in
      if number[a] != number[b] { return (number[a] ?? 0) > (number[b] ?? 0) }
      return (-(degree[a] ?? 0), a) < (-(degree[b] ?? 0), b)
    }
    let kept = Set(ranked.prefix(limit))
    return kept.filter { near[$0]?.isDisjoint(with: kept) == false }
  }

  /// The strongest ties of each community of three nodes or more, in proportion to their sizes.
  private func communities(_ limit: Int) -> Set<Entity.ID> {
    // Smaller shares than three nodes tell nothing.
    let parts = communities.filter { $0.count >= 3 }.prefix(max(1, limit / 3))
    let total = parts.reduce(0) { $0 + $1.count }
    var kept: Set<Entity.ID> = []
    for part in parts {
      let share = min(limit - kept.count, max(3, limit * part.count / max(1, total)))
      guard share > 1 else { break }
      kept.formUnion(strongest(share, within: Set(part)))
    }
    return kept
  }

  /// All nodes that something ties, sorted.
  var nodes: [Entity.ID] { Set(pairs.flatMap { [$0.pair.low, $0.pair.high] }).sorted() }

  /// Communities, the largest first.
  var communities: [[Entity.ID]] {
    let nodes = nodes
    let index = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    let ties = pairs.compactMap { tie -> Communities.Tie? in
      guard let a = index[tie.pair.low], let b = index[tie.pair.high] else { return nil }
      return Communities.Tie(a: a, b: b, weight: tie.articles)
    }
    return Communities(nodes: nodes.count, ties: ties).members.map { $0.map { nodes[$0] } }
  }

  /// Nodes, the best tied first.
  func byDegree(_ nodes: [Entity.ID]) -> [Entity.ID] {
    let degree = degrees
    return nodes.sorted { (-(degree[$0] ?? 0), $0) < (-(degree[$1] ?? 0), $1) }
  }
}
