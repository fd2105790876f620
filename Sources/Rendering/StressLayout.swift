import Statements

/// Nodes and what ties them, for a layout.
struct Network {
  /// Only their hashes matter.
  let identifiers: [String]
  var ties: [(Int, Int)] = []
  /// For each node, a number that grows with the day of its first news.
  var firstSeen: [Int]

  init(identifiers: [String]) {
    self.identifiers = identifiers
    firstSeen = [Int](repeating: .max, count: identifiers.count)
  }

  /// Some of the nodes, in that order, and the ties among them.
  func part(_ nodes: [Int]) -> Network {
    let index = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    var part = Network(identifiers: nodes.map { identifiers[$0] })
    part.ties = ties.compactMap { tie in index[tie.0].flatMap { a in index[tie.1].map { (a, $0) } } }
    part.firstSeen = nodes.map { firstSeen[$0] }
    return part
  }
}

/// Places for nodes, by the stress of their distances; the same graph has the same places, and nearly the same graph
/// nearly the same ones.
///
/// libgraphviz's spring layouts start from random places, drawn in the order of nodes: one more node, and the picture
/// turns over. Here each component starts from classical scaling of its distances, turned to a side that its nodes'
/// identifiers choose, and stress is then lowered by majorization (Gansner, Koren and North, "Graph drawing by stress
/// majorization", 2004). A tie is the longer, the fewer neighbours its ends share (as in neato's `subset` model), which
/// gives hubs the room that their leaves need. Sums are taken in a fixed order with additions, products and square roots
/// alone, so the places are the same on every processor.
///
/// Components stand in the order of their first news, the largest above the others. Time and memory are quadratic in the
/// nodes of a component.
struct StressLayout {
  /// In lengths of about a short tie, y upwards.
  private(set) var places: [Point]

  init(_ network: Network) {
    let count = network.identifiers.count
    var near = [Set<Int>](repeating: [], count: count)
    for (a, b) in network.ties where a != b {
      near[a].insert(b)
      near[b].insert(a)
    }
    let sorted = near.map { $0.sorted() }
    let anchors = network.identifiers.map(Self.anchor)
    places = [Point](repeating: Point(x: 0, y: 0), count: count)
    var parts: [(nodes: [Int], box: Box)] = []
    for nodes in Self.components(sorted) {
      let placed = Self.place(nodes, near: near, sorted: sorted, anchors: anchors)
      var box = Box(low: placed[0], high: placed[0])
      for (i, node) in nodes.enumerated() {
        places[node] = placed[i]
        box = box.union(Box(low: placed[i], high: placed[i]))
      }
      parts.append((nodes, box))
    }
    pack(parts, firstSeen: network.firstSeen)
  }

  private static func components(_ near: [[Int]]) -> [[Int]] {
    var seen = [Bool](repeating: false, count: near.count)
    var components: [[Int]] = []
    for start in near.indices where !seen[start] {
      var nodes = [start]
      seen[start] = true
      var next = 0
      while next < nodes.count {
        for other in near[nodes[next]] where !seen[other] {
          seen[other] = true
          nodes.append(other)
        }
        next += 1
      }
      components.append(nodes.sorted())
    }
    return components
  }

  /// A point in the square from −1 to 1 that an identifier always has (FNV-1a).
  private static func anchor(_ identifier: String) -> Point {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in identifier.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 29
    return Point(
      x: Double(hash & 0xFFFF) / 32767.5 - 1, y: Double((hash >> 16) & 0xFFFF) / 32767.5 - 1)
  }

  // MARK: - One component

  private static func place(
    _ nodes: [Int], near: [Set<Int>], sorted: [[Int]], anchors: [Point]
  ) -> [Point] {
    let count = nodes.count
    guard count > 1 else { return [Point(x: 0, y: 0)] }
    let distances = distances(nodes, near: near, sorted: sorted)
    var points = scaled(distances, count: count, anchors: nodes.map { anchors[$0] })
    majorize(&points, distances)
    return points
  }

  /// Shortest ways between all nodes (Dijkstra's), row by row.
  private static func distances(_ nodes: [Int], near: [Set<Int>], sorted: [[Int]]) -> [Double] {
    let count = nodes.count
    let local = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    let edges = nodes.map { node in
      sorted[node].compactMap { other -> (Int, Double)? in
        guard let index = local[other] else { return nil }
        let apart = near[node].symmetricDifference(near[other]).count
        return (index, min(6, max(1, Double(apart).squareRoot())))
      }
    }
    var all = [Double](repeating: .infinity, count: count * count)
    var heap = Heap()
    for start in 0..<count {
      let row = start * count
      all[row + start] = 0
      heap.push(0, start)
      while let (distance, node) = heap.pop() {
        if distance > all[row + node] { continue }
        for (other, length) in edges[node] where distance + length < all[row + other] {
          all[row + other] = distance + length
          heap.push(distance + length, other)
        }
      }
    }
    return all
  }

  /// Classical scaling: the two strongest axes of the doubly centred squares of the distances, by power iteration.
  private static func scaled(_ distances: [Double], count: Int, anchors: [Point]) -> [Point] {
    let n = Double(count)
    var matrix = distances.map { $0 * $0 }
    var means = [Double](repeating: 0, count: count)
    for i in 0..<count { means[i] = (0..<count).reduce(0) { $0 + matrix[i * count + $1] } / n }
    let mean = means.reduce(0, +) / n
    for i in 0..<count {
      for j in 0..<count { matrix[i * count + j] = -0.5 * (matrix[i * count + j] - means[i] - means[j] + mean) }
    }
    let first = axis(matrix, count: count, start: anchors.map(\.x), without: nil)
    let second = axis(matrix, count: count, start: anchors.map(\.y), without: first.direction)
    return (0..<count).map { i in
      // A little of the anchor parts nodes that stand alike, such as the leaves of one hub.
      Point(
        x: first.direction[i] * first.length + 0.05 * anchors[i].x,
        y: second.direction[i] * second.length + 0.05 * anchors[i].y)
    }
  }

  /// The strongest axis, on the side of `start`; orthogonal to another where one is given. `length` is the root of its
  /// eigenvalue.
  private static func axis(
    _ matrix: [Double], count: Int, start: [Double], without other: [Double]?
  ) -> (direction: [Double], length: Double) {
    func unit(_ v: [Double]) -> (direction: [Double], length: Double) {
      var v = v
      if let other {
        let along = zip(v, other).reduce(0) { $0 + $1.0 * $1.1 }
        for i in v.indices { v[i] -= along * other[i] }
      }
      let length = v.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return length > 1e-12 ? (v.map { $0 / length }, length) : (v.map { _ in 0 }, 0)
    }
    var (vector, _) = unit(start)
    var value = 0.0
    for _ in 0..<60 {
      var next = [Double](repeating: 0, count: count)
      matrix.withUnsafeBufferPointer { matrix in
        for i in 0..<count {
          var sum = 0.0
          for j in 0..<count { sum += matrix[i * count + j] * vector[j] }
          next[i] = sum
        }
      }
      (vector, value) = unit(next)
    }
    // The side that the nodes' own anchors lean to: it does not turn when a node comes or goes.
    if zip(vector, start).reduce(0, { $0 + $1.0 * $1.1 }) < 0 { vector = vector.map { -$0 } }
    return (vector, value.squareRoot())
  }

  /// Moves each node in turn to where its distances to all others pull it, weighted by their inverse squares.
  private static func majorize(_ points: inout [Point], _ distances: [Double]) {
    let count = points.count
    for _ in 0..<120 {
      var moved = 0.0
      distances.withUnsafeBufferPointer { distances in
        for i in 0..<count {
          var sum = Point(x: 0, y: 0)
          var weights = 0.0
          let here = points[i]
          for j in 0..<count where j != i {
            let ideal = distances[i * count + j]
            let weight = 1 / (ideal * ideal)
            let (dx, dy) = (here.x - points[j].x, here.y - points[j].y)
            let apart = (dx * dx + dy * dy).squareRoot()
            let pull = apart > 1e-9 ? ideal / apart : 0
            sum.x += weight * (points[j].x + dx * pull)
            sum.y += weight * (points[j].y + dy * pull)
            weights += weight
          }
          let there = Point(x: sum.x / weights, y: sum.y / weights)
          moved = max(moved, abs(there.x - here.x) + abs(there.y - here.y))
          points[i] = there
        }
      }
      if moved < 0.01 { break }
    }
  }

  // MARK: - All components

  /// Sets the largest component above rows of the others, which follow each other by their first news: what is new
  /// comes last and moves nothing.
  private mutating func pack(_ parts: [(nodes: [Int], box: Box)], firstSeen: [Int]) {
    guard let main = parts.max(by: { ($0.nodes.count, $1.nodes[0]) < ($1.nodes.count, $0.nodes[0]) }) else { return }
    let gap = 1.2
    // Words are wider than high.
    let others = parts.filter { $0.nodes[0] != main.nodes[0] }.sorted { a, b in
      func key(_ nodes: [Int]) -> (Int, Int) { (nodes.map { firstSeen[$0] }.min() ?? 0, nodes[0]) }
      return key(a.nodes) < key(b.nodes)
    }
    let area = others.reduce(0) { $0 + ($1.box.width + gap * 1.5) * ($1.box.height + gap) }
    let width = max(main.box.width, (area * 1.6).squareRoot(), 4)
    move(main.nodes, from: main.box, to: Point(x: (width - main.box.width) / 2, y: 0))
    var corner = Point(x: 0, y: -gap)
    var lowest = corner.y
    for part in others {
      if corner.x > 0, corner.x + part.box.width > width {
        corner = Point(x: 0, y: lowest - gap)
      }
      move(part.nodes, from: part.box, to: Point(x: corner.x, y: corner.y - part.box.height))
      lowest = min(lowest, corner.y - part.box.height)
      corner.x += part.box.width + gap * 1.5
    }
  }

  /// - Parameter low: where the lower left corner of the nodes' box comes to stand.
  private mutating func move(_ nodes: [Int], from box: Box, to low: Point) {
    for node in nodes {
      places[node].x += low.x - box.low.x
      places[node].y += low.y - box.low.y
    }
  }
}

/// A binary heap of nodes by distance.
private struct Heap {
  private var items: [(distance: Double, node: Int)] = []

  mutating func push(_ distance: Double, _ node: Int) {
    items.append((distance, node))
    var child = items.count - 1
    while child > 0, items[child].distance < items[(child - 1) / 2].distance {
      items.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (Double, Int)? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    guard !items.isEmpty else { return first }
    items[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < items.count {
        if items[child].distance < items[least].distance { least = child }
      }
      if least == parent { return first }
      items.swapAt(least, parent)
      parent = least
    }
  }
}
