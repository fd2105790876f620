/// Communities of a graph: groups of nodes with more ties among themselves than chance would give them.
///
/// The method of Blondel and others ("Fast unfolding of communities in large networks", 2008) over nodes in the order
/// given, so that the same graph has the same communities. About O(ties) for each of a few passes.
struct Communities {
  /// An undirected tie and its strength.
  struct Tie: Hashable {
    let a: Int
    let b: Int
    let weight: Int
  }

  /// For each node the number of its community: 0 is the largest; of two as large, the one with the first node.
  let ofNode: [Int]
  /// Nodes of each community, in order.
  let members: [[Int]]

  init(nodes count: Int, ties: [Tie]) {
    var community = Array(0..<count)
    var level = Level(nodes: count, ties: ties)
    while let moved = level.move() {
      for node in community.indices { community[node] = moved[community[node]] }
      level = level.merged(by: moved)
    }
    var groups = [[Int]](repeating: [], count: count)
    for (node, group) in community.enumerated() { groups[group].append(node) }
    members = groups.filter { !$0.isEmpty }.sorted { a, b in
      a.count != b.count ? a.count > b.count : a[0] < b[0]
    }
    var numbers = [Int](repeating: 0, count: count)
    for (number, group) in members.enumerated() {
      for node in group { numbers[node] = number }
    }
    ofNode = numbers
  }

  /// The graph with communities of the level below as its nodes.
  private struct Level {
    var neighbours: [[(node: Int, weight: Int)]]
    /// Twice the weight of ties inside a node.
    var inside: [Int]
    /// Weight of all ends of ties at a node.
    var degree: [Int]

    init(nodes count: Int, ties: [Tie]) {
      var weights = [[Int: Int]](repeating: [:], count: count)
      inside = [Int](repeating: 0, count: count)
      for tie in ties {
        if tie.a == tie.b {
          inside[tie.a] += 2 * tie.weight
        } else {
          weights[tie.a][tie.b, default: 0] += tie.weight
          weights[tie.b][tie.a, default: 0] += tie.weight
        }
      }
      neighbours = weights.map { $0.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
      degree = zip(neighbours, inside).map { near, inside in near.reduce(inside) { $0 + $1.weight } }
    }

    /// Moves nodes to neighbours' communities while that raises modularity; nil where nothing moves. Communities are
    /// numbered by their first nodes.
    func move() -> [Int]? {
      let total = Double(degree.reduce(0, +))
      guard total > 0 else { return nil }
      var community = Array(degree.indices)
      var weight = degree
      var hasMoved = false
      for _ in 0..<20 {
        var moves = 0
        for node in degree.indices where !neighbours[node].isEmpty {
          let own = community[node]
          var shared: [Int: Int] = [own: 0]
          for (other, tie) in neighbours[node] { shared[community[other], default: 0] += tie }
          weight[own] -= degree[node]
          func gain(_ group: Int) -> Double {
            Double(shared[group] ?? 0) - Double(weight[group]) * Double(degree[node]) / total
          }
          var best = own
          var most = gain(own)
          for group in shared.keys.sorted() {
            let gain = gain(group)
            // A hair more, so that rounding moves nothing back and forth.
            if gain > most + 1e-9 { (best, most) = (group, gain) }
          }
          weight[best] += degree[node]
          if best != own {
            community[node] = best
            moves += 1
          }
        }
        if moves == 0 { break }
        hasMoved = true
      }
      guard hasMoved else { return nil }
      var numbers: [Int: Int] = [:]
      return community.map { group in
        if let number = numbers[group] { return number }
        numbers[group] = numbers.count
        return numbers.count - 1
      }
    }

    func merged(by community: [Int]) -> Level {
      var ties: [Tie] = []
      for (node, near) in neighbours.enumerated() {
        if inside[node] > 0 { ties.append(Tie(a: community[node], b: community[node], weight: inside[node] / 2)) }
        for (other, weight) in near where node < other {
          ties.append(Tie(a: community[node], b: community[other], weight: weight))
        }
      }
      return Level(nodes: (community.max() ?? -1) + 1, ties: ties)
    }
  }
}
