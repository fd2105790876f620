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

  var neighbours: [Set<Int>] {
    var near = [Set<Int>](repeating: [], count: identifiers.count)
    for (a, b) in ties where a != b {
      near[a].insert(b)
      near[b].insert(a)
    }
    return near
  }

  /// Nodes that hang together, each part sorted.
  var components: [[Int]] {
    let near = neighbours
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
    let near = network.neighbours
    let sorted = near.map { $0.sorted() }
    let anchors = network.identifiers.map(Self.anchor)
    places = [Point](repeating: Point(x: 0, y: 0), count: count)
    var parts: [(nodes: [Int], box: Box)] = []
    for nodes in network.components {
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
        let (few, many) = sorted[node].count < sorted[other].count ? (node, other) : (other, node)
        let shared = sorted[few].count { near[many].contains($0) }
        let apart = sorted[node].count + sorted[other].count - 2 * shared
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
  ///
  /// Sums are of four lanes, added in one order at the end, and rows are filled up with pulls of nothing: the same places
  /// on every processor.
  private static func majorize(_ points: inout [Point], _ distances: [Double]) {
    typealias Lanes = SIMD4<Double>
    let count = points.count
    let width = (count + 3) / 4
    // Inverse distances; none to itself and beyond the row's end.
    var pulls = [Lanes](repeating: .zero, count: count * width)
    for i in 0..<count {
      for j in 0..<count where j != i { pulls[i * width + j / 4][j % 4] = 1 / distances[i * count + j] }
    }
    func total(_ lanes: Lanes) -> Double { (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]) }
    let weights = (0..<count).map { i in
      total(pulls[i * width..<(i + 1) * width].reduce(Lanes.zero) { $0 + $1 * $1 })
    }
    var xs = [Lanes](repeating: .zero, count: width)
    var ys = xs
    for (i, point) in points.enumerated() {
      xs[i / 4][i % 4] = point.x
      ys[i / 4][i % 4] = point.y
    }
    // Keeps the division defined where two nodes are at one point.
    let least = Lanes(repeating: 1e-18)
    for _ in 0..<120 {
      var moved = 0.0
      pulls.withUnsafeBufferPointer { pulls in
        xs.withUnsafeMutableBufferPointer { xs in
          ys.withUnsafeMutableBufferPointer { ys in
            for i in 0..<count {
              let here = Point(x: xs[i / 4][i % 4], y: ys[i / 4][i % 4])
              let (x, y) = (Lanes(repeating: here.x), Lanes(repeating: here.y))
              var sums = (x: Lanes.zero, y: Lanes.zero)
              for j in 0..<width {
                let pull = pulls[i * width + j]
                let (dx, dy) = (x - xs[j], y - ys[j])
                let push = pull / (dx * dx + dy * dy + least).squareRoot()
                sums.x += pull * pull * xs[j] + push * dx
                sums.y += pull * pull * ys[j] + push * dy
              }
              let there = Point(x: total(sums.x) / weights[i], y: total(sums.y) / weights[i])
              moved = max(moved, abs(there.x - here.x) + abs(there.y - here.y))
              xs[i / 4][i % 4] = there.x
              ys[i / 4][i % 4] = there.y
            }
          }
        }
      }
      if moved < 0.01 { break }
    }
    points = points.indices.map { Point(x: xs[$0 / 4][$0 % 4], y: ys[$0 / 4][$0 % 4]) }
  }

  // MARK: - All components

  private mutating func pack(_ parts: [(nodes: [Int], box: Box)], firstSeen: [Int]) {
    let packing = Packing(parts, firstSeen: firstSeen, across: 1.8, down: 1.2)
    for (part, low) in zip(parts, packing.corners) {
      for node in part.nodes {
        places[node].x += low.x - part.box.low.x
        places[node].y += low.y - part.box.low.y
      }
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
