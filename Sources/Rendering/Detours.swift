/// Bends straight lines around nodes that are not theirs: a line that runs under a node reads as if it ended there.
///
/// A line that meets no other node stays as it is. One that does becomes the flattest arc among some that meets the fewest,
/// to either side and with its height in the middle or nearer to one end. Lines between the same two nodes keep the
/// distance that libgraphviz gave them. O(lines × (nodes + arcs × nodes nearby)).
struct Detours {
  private let obstacles: [(name: String, box: Box)]

  private init(_ nodes: [String: Box]) {
    obstacles = nodes.sorted { $0.key < $1.key }.map { ($0.key, $0.value.grown(by: 2)) }
  }

  /// - Parameter edges: of the graph that was laid out with straight lines.
  static func bend(_ placement: inout Placement, edges: [DOTGraph.Edge]) {
    let detours = Detours(placement.nodes)
    for edge in edges {
      guard let line = placement.lines[edge.name], let bent = detours.bent(line, edge) else { continue }
      placement.lines[edge.name] = bent
    }
  }

  /// Nil where the line is best as it is.
  private func bent(_ line: Placement.Line, _ edge: DOTGraph.Edge) -> Placement.Line? {
    guard let start = line.path.first, let end = line.path.last, line.path.count > 1 else { return nil }
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 1 else { return nil }
    let normal = Point(x: -dy / length, y: dx / length)
    let highest = min(0.4 * length, 192)
    // All that any arc could meet.
    let reach = Box(low: start, high: start).union(Box(low: end, high: end)).grown(by: highest)
    let near = obstacles.filter { $0.box.intersects(reach) }
    let others = near.filter { $0.name != edge.tail && $0.name != edge.head }.map(\.box)
    /// How many boxes a path meets; it stops at a number.
    func met(_ path: [Point], _ boxes: [Box], before limit: Int = .max) -> Int {
      let bounds = path.dropFirst().reduce(Box(low: path[0], high: path[0])) { $0.union(Box(low: $1, high: $1)) }
      var count = 0
      for box in boxes where box.intersects(bounds) {
        guard (1..<path.count).contains(where: { box.meets(path[$0 - 1], path[$0]) }) else { continue }
        count += 1
        if count >= limit { break }
      }
      return count
    }
    let straight = met(line.path, others)
    guard straight > 0 else { return nil }

    let own = near.filter { $0.name == edge.tail || $0.name == edge.head }.map {
      Box(center: $0.box.center, width: $0.box.width * 0.6, height: $0.box.height * 0.6)
    }
    let middle = line.path[line.path.count / 2]
    let aside = (middle.x - start.x) * normal.x + (middle.y - start.y) * normal.y
    var best: (met: Int, knots: (Point, Point))?
    search: for height in stride(from: 12.0, through: highest, by: 18) {
      for side in [1.0, -1.0] {
        for (first, second) in [(1.33, 1.33), (2, 0.67), (0.67, 2)] {
          func knot(_ share: Double, _ weight: Double) -> Point {
            let off = height * side * weight + aside
            return Point(x: start.x + dx * share + normal.x * off, y: start.y + dy * share + normal.y * off)
          }
          let knots = (knot(1.0 / 3, first), knot(2.0 / 3, second))
          let arc = (0...8).map { Placement.cubic(start, knots.0, knots.1, end, at: Double($0) / 8) }
          let limit = best?.met ?? straight
          // It must leave its own nodes at once.
          if met(Array(arc[1...7]), own, before: 1) > 0 { continue }
          let count = met(arc, others, before: limit)
          if count < limit { best = (count, knots) }
          if count == 0 { break search }
        }
      }
    }
    return best.map { Self.line(line, from: start, $0.knots.0, $0.knots.1, to: end) }
  }

  /// The arc, with the line's own head.
  private static func line(
    _ line: Placement.Line, from start: Point, _ first: Point, _ second: Point, to end: Point
  ) -> Placement.Line {
    var stop = end
    var head = ""
    if line.position.hasPrefix("e,") {
      let tip = Point(x: second.x - end.x, y: second.y - end.y)
      let length = max((tip.x * tip.x + tip.y * tip.y).squareRoot(), 1e-9)
      let size = line.headLength
      stop = Point(x: end.x + tip.x / length * size, y: end.y + tip.y / length * size)
      head = "e,\(Sketch.position(end)) "
    }
    let position = head + [start, first, second, stop].map(Sketch.position).joined(separator: " ")
    return Placement.Line(position: position, path: Placement.path(position), label: line.label)
  }
}

extension Placement.Line {
  /// From an arrow's base to its tip.
  fileprivate var headLength: Double {
    guard path.count > 1 else { return 0 }
    let (base, tip) = (path[path.count - 2], path[path.count - 1])
    return ((tip.x - base.x) * (tip.x - base.x) + (tip.y - base.y) * (tip.y - base.y)).squareRoot()
  }
}
