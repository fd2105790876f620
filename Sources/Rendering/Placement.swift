/// A point of a drawing, in points, y upwards.
struct Point: Hashable {
  var x: Double
  var y: Double
}

/// An upright rectangle, in points, y upwards.
struct Box: Hashable {
  var low: Point
  var high: Point

  init(low: Point, high: Point) {
    self.low = low
    self.high = high
  }

  init(center: Point, width: Double, height: Double) {
    low = Point(x: center.x - width / 2, y: center.y - height / 2)
    high = Point(x: center.x + width / 2, y: center.y + height / 2)
  }

  var width: Double { high.x - low.x }
  var height: Double { high.y - low.y }
  var center: Point { Point(x: (low.x + high.x) / 2, y: (low.y + high.y) / 2) }

  func intersects(_ other: Box) -> Bool {
    low.x < other.high.x && other.low.x < high.x && low.y < other.high.y && other.low.y < high.y
  }

  func grown(by margin: Double) -> Box {
    Box(low: Point(x: low.x - margin, y: low.y - margin), high: Point(x: high.x + margin, y: high.y + margin))
  }

  func moved(x: Double, y: Double) -> Box {
    Box(low: Point(x: low.x + x, y: low.y + y), high: Point(x: high.x + x, y: high.y + y))
  }

  func union(_ other: Box) -> Box {
    Box(
      low: Point(x: min(low.x, other.low.x), y: min(low.y, other.low.y)),
      high: Point(x: max(high.x, other.high.x), y: max(high.y, other.high.y)))
  }

  /// Whether a straight stroke runs through it (Liang and Barsky's clipping).
  func meets(_ a: Point, _ b: Point) -> Bool {
    var first = 0.0
    var last = 1.0
    for (p, q) in [
      (a.x - b.x, a.x - low.x), (b.x - a.x, high.x - a.x), (a.y - b.y, a.y - low.y), (b.y - a.y, high.y - a.y),
    ] {
      if p == 0 {
        if q < 0 { return false }
      } else if p < 0 {
        first = max(first, q / p)
      } else {
        last = min(last, q / p)
      }
      if first > last { return false }
    }
    return true
  }
}

/// Where libgraphviz put things.
struct Placement {
  struct Line {
    /// The spline as libgraphviz writes it, and reads it again.
    let position: String
    /// Points along it, from tail to head.
    let path: [Point]
    /// The label's box, where there is one.
    var label: Box?
  }

  /// Around nodes that belong together, with the words at its top.
  struct Frame {
    let box: Box
    let heading: Box
    /// Of the heading's letters, where it is not the usual one.
    var size: Double?
  }

  var bounds: Box
  var frames: [String: Frame] = [:]
  /// By the names of the graph that was laid out.
  var nodes: [String: Box]
  var lines: [String: Line]

  /// All of it, frames apart, somewhere else.
  func moved(x: Double, y: Double) -> Placement {
    Placement(
      bounds: bounds.moved(x: x, y: y), nodes: nodes.mapValues { $0.moved(x: x, y: y) },
      lines: lines.mapValues { line in
        let splines = line.position.split(separator: ";").map { spline in
          spline.split(separator: " ").map { word in
            let values = Self.numbers(word.drop { $0 == "s" || $0 == "e" || $0 == "," })
            guard values.count >= 2 else { return String(word) }
            let kind = word.hasPrefix("s") ? "s," : word.hasPrefix("e") ? "e," : ""
            return kind + Sketch.position(Point(x: values[0] + x, y: values[1] + y))
          }.joined(separator: " ")
        }
        let position = splines.joined(separator: ";")
        return Line(position: position, path: Self.path(position), label: line.label?.moved(x: x, y: y))
      })
  }

  /// The numbers of a string, separated by commas and spaces.
  static func numbers(_ text: some StringProtocol) -> [Double] {
    text.split { $0 == "," || $0 == " " }.compactMap { Double($0) }
  }

  /// Points along splines written as `s,x,y e,x,y x,y x,y …;…`: six to each cubic.
  static func path(_ position: String) -> [Point] {
    var points: [Point] = []
    for spline in position.split(separator: ";") {
      var start: Point?
      var end: Point?
      var knots: [Point] = []
      for word in spline.split(separator: " ") {
        let values = numbers(word.drop { $0 == "s" || $0 == "e" || $0 == "," })
        guard values.count >= 2 else { continue }
        let point = Point(x: values[0], y: values[1])
        if word.hasPrefix("s") {
          start = point
        } else if word.hasPrefix("e") {
          end = point
        } else {
          knots.append(point)
        }
      }
      if let start { points.append(start) }
      if let first = knots.first { points.append(first) }
      for i in stride(from: 0, to: knots.count - 3, by: 3) {
        for step in 1...6 {
          points.append(cubic(knots[i], knots[i + 1], knots[i + 2], knots[i + 3], at: Double(step) / 6))
        }
      }
      if let end { points.append(end) }
    }
    return points
  }

  /// A point of a curve, from its first knot at 0 to its last at 1.
  static func cubic(_ a: Point, _ b: Point, _ c: Point, _ d: Point, at t: Double) -> Point {
    let u = 1 - t
    let (wa, wb, wc, wd) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    return Point(x: wa * a.x + wb * b.x + wc * c.x + wd * d.x, y: wa * a.y + wb * b.y + wc * c.y + wd * d.y)
  }
}

/// Moves the words on lines to where they cover nothing.
///
/// libgraphviz puts them in the middle of lines (its spring layouts) or finds room for most (`dot`). Here each label that
/// overlaps a node or another label tries places along its line, on both sides of it; among the free ones it takes the
/// place that the fewest other lines cross, then the one nearest to the middle of the line. What finds none is left out: the line's
/// tooltip has the words. O(labels × places × (boxes + strokes)).
struct LabelPlacement {
  /// Labels that found no room, by the names of their lines.
  private(set) var left: [String] = []
  private(set) var boxes: [String: Box] = [:]

  private struct Strokes {
    let line: String
    let bounds: Box
    let segments: [(Point, Point)]
  }

  /// - Parameters:
  ///   - order: names of the lines, the most important first.
  ///   - keepsFree: whether a label that overlaps nothing stays where libgraphviz put it.
  init(_ placement: Placement, order: [String], keepsFree: Bool) {
    var taken = placement.nodes.sorted { $0.key < $1.key }.map { $0.value.grown(by: 1) }
    taken += placement.frames.sorted { $0.key < $1.key }.map(\.value.heading)
    // With each line's bounds, since most lines are far from any one place.
    let strokes = placement.lines.keys.sorted().compactMap { name -> Strokes? in
      guard let path = placement.lines[name]?.path, let first = path.first else { return nil }
      let bounds = path.reduce(Box(low: first, high: first)) { $0.union(Box(low: $1, high: $1)) }
      return Strokes(line: name, bounds: bounds.grown(by: 0.5), segments: Self.strokes(path))
    }
    var waiting: [String] = []
    if keepsFree {
      for name in order {
        guard let box = placement.lines[name]?.label else { continue }
        if taken.contains(where: box.intersects) {
          waiting.append(name)
        } else {
          boxes[name] = box
          taken.append(box)
        }
      }
    } else {
      waiting = order
    }
    for name in waiting {
      guard let line = placement.lines[name], let label = line.label else { continue }
      var best: (cost: Double, box: Box)?
      for (step, place) in Self.places(
        along: line.path, width: label.width, height: label.height, isOnLine: !keepsFree
      ).enumerated() {
        if taken.contains(where: place.intersects) { continue }
        var cost = Double(step) * 0.15
        for other in strokes where other.line != name && place.intersects(other.bounds) {
          if let best, cost >= best.cost { break }
          if other.segments.contains(where: { place.meets($0, $1) }) { cost += 1 }
        }
        if best.map({ cost < $0.cost }) ?? true { best = (cost, place) }
      }
      if let best {
        boxes[name] = best.box
        taken.append(best.box)
      } else {
        left.append(name)
      }
    }
  }

  private static func strokes(_ path: [Point]) -> [(Point, Point)] { Array(zip(path, path.dropFirst())) }

  /// Boxes on a path (where wanted) and beside it, from its middle outwards.
  private static func places(along path: [Point], width: Double, height: Double, isOnLine: Bool) -> [Box] {
    var lengths: [Double] = [0]
    for (a, b) in strokes(path) { lengths.append((lengths.last ?? 0) + distance(a, b)) }
    guard let total = lengths.last, total > 0 else { return [] }
    var places: [Box] = []
    for step in 0..<17 {
      // 0.5, 0.45, 0.55, 0.4, 0.6 …
      let share = 0.5 + (step % 2 == 0 ? 1 : -1) * Double((step + 1) / 2) * 0.05
      let at = share * total
      guard let i = lengths.indices.dropFirst().first(where: { lengths[$0] >= at }) else { continue }
      let (a, b) = (path[i - 1], path[i])
      let length = max(distance(a, b), 1e-9)
      let t = (at - lengths[i - 1]) / length
      let middle = Point(x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t)
      let normal = Point(x: -(b.y - a.y) / length, y: (b.x - a.x) / length)
      // Just clear of the line.
      let reach = abs(normal.x) * width / 2 + abs(normal.y) * height / 2 + 1.5
      let up = normal.y > 0 || (normal.y == 0 && normal.x > 0) ? 1.0 : -1.0
      for side in [up, -up] {
        if isOnLine, side == up { places.append(Box(center: middle, width: width, height: height)) }
        places.append(
          Box(
            center: Point(x: middle.x + normal.x * reach * side, y: middle.y + normal.y * reach * side), width: width,
            height: height))
      }
    }
    return places
  }

  private static func distance(_ a: Point, _ b: Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }
}
