import Statements

/// What nodes are drawn together in a frame.
package enum Clustering: String, CaseIterable, Codable, Sendable {
  /// Those with most ties among themselves.
  case community
  /// Those that belong to one state or body, through whatever stands between.
  case bloc
}

extension Diagram {
  /// Nodes in one frame, with a heading.
  struct Cluster: Codable {
    let name: String
    /// Indices into `nodes`, sorted.
    let nodes: [Int]
  }

  /// The frames of a diagram. A frame holds three nodes or more; a frame around all of them says nothing, so there is
  /// none.
  func clusters(by clustering: Clustering) -> [Cluster] {
    let found = clustering == .community ? communityClusters : blocClusters
    return found.filter { $0.nodes.count >= 3 && $0.nodes.count < nodes.count }
  }

  private var communityClusters: [Cluster] {
    let communities = Communities(nodes: nodes.count, ties: ties)
    let weight = ties.reduce(into: [Int](repeating: 0, count: nodes.count)) { weight, tie in
      weight[tie.a] += tie.weight
      weight[tie.b] += tie.weight
    }
    return communities.members.map { members in
      let ranked = members.sorted { (-weight[$0], $0) < (-weight[$1], $1) }
      return Cluster(name: "around " + ranked.prefix(2).map(heading).joined(separator: ", "), nodes: members)
    }
  }

  /// Pairs that lines and gatherings tie, by the number of articles; one entry a line.
  var ties: [Communities.Tie] {
    var ties = lines.map { Communities.Tie(a: $0.tail, b: $0.head, weight: $0.articles) }
    for gathering in gatherings {
      for (i, a) in gathering.participants.enumerated() {
        for b in gathering.participants[(i + 1)...] { ties.append(.init(a: a, b: b, weight: gathering.articles)) }
      }
    }
    return ties
  }

  /// A node belongs to the state or body that most articles put it in; what that belongs to, the node does too.
  private var blocClusters: [Cluster] {
    let belonging = ["partOf", "memberOf", "citizenOf", "represents", "leads", "locatedIn"]
    var best: [Int: (articles: Int, rank: Int, head: Int)] = [:]
    for line in lines where line.status == .fact && line.isDirected {
      guard [.place, .organization].contains(nodes[line.head].entity.type), nodes[line.head].members.isEmpty else {
        continue
      }
      for entry in line.entries {
        guard let rank = belonging.firstIndex(of: entry.relation.rawValue) else { continue }
        let new = (articles: entry.articles, rank: rank, head: line.head)
        guard let old = best[line.tail] else {
          best[line.tail] = new
          continue
        }
        if (-new.articles, new.rank, new.head) < (-old.articles, old.rank, old.head) { best[line.tail] = new }
      }
    }
    // What holds many by itself is not carried off by a report or two.
    let own = best.values.reduce(into: [Int: Int]()) { own, link in own[link.head, default: 0] += 1 }
    best = best.filter { node, link in link.articles >= own[node] ?? 0 }
    var blocs: [Int: [Int]] = [:]
    for node in nodes.indices {
      var path = [node]
      while let next = best[path[path.count - 1]]?.head {
        // Two that belong to each other: the first of the circle stands for both.
        if let start = path.firstIndex(of: next) {
          path.append(path[start...].min() ?? next)
          break
        }
        path.append(next)
      }
      blocs[path[path.count - 1], default: []].append(node)
    }
    return blocs.sorted { $0.key < $1.key }.map { root, members in Cluster(name: heading(root), nodes: members) }
  }

  private func heading(_ node: Int) -> String { Sketch.title(of: nodes[node].entity, limit: 32) }
}
