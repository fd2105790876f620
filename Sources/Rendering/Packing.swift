/// Where the parts of a picture that nothing ties stand: the largest above rows of the others, which follow each other by
/// their first news. What is new comes last and moves nothing; what grows has some room to grow into, and the rows are of
/// one of few widths, so that little of it passes on to what follows.
struct Packing {
  /// Where the lower left corner of each part's box comes to stand, y upwards.
  private(set) var corners: [Point]

  /// - Parameters:
  ///   - parts: nodes, each in one part, with the box that they take.
  ///   - across: room between two parts of a row, as `down` is between rows.
  init(_ parts: [(nodes: [Int], box: Box)], firstSeen: [Int], across: Double, down: Double) {
    corners = [Point](repeating: Point(x: 0, y: 0), count: parts.count)
    guard
      let main = parts.indices.max(by: { a, b in
        (parts[a].nodes.count, parts[b].nodes[0]) < (parts[b].nodes.count, parts[a].nodes[0])
      })
    else { return }
    let others = parts.indices.filter { $0 != main }.sorted { a, b in
      func key(_ nodes: [Int]) -> (Int, Int) { (nodes.map { firstSeen[$0] }.min() ?? 0, nodes[0]) }
      return key(parts[a].nodes) < key(parts[b].nodes)
    }
    let sizes = parts.map { part in
      (
        width: (part.box.width / (across * 4)).rounded(.up) * across * 4,
        height: (part.box.height / (down * 2)).rounded(.up) * down * 2
      )
    }
    // Words are wider than high, and so are screens.
    let area = others.reduce(0) { $0 + (sizes[$1].width + across) * (sizes[$1].height + down) }
    let wanted = max(parts[main].box.width, (area * 1.6).squareRoot())
    var width = across * 8
    while width * 1.5 <= wanted { width *= 1.5 }
    corners[main] = Point(x: (max(width, wanted) - parts[main].box.width) / 2, y: 0)
    var corner = Point(x: 0, y: -down)
    var lowest = corner.y
    for part in others {
      if corner.x > 0, corner.x + sizes[part].width > width { corner = Point(x: 0, y: lowest - down) }
      corners[part] = Point(x: corner.x, y: corner.y - parts[part].box.height)
      lowest = min(lowest, corner.y - sizes[part].height)
      corner.x += sizes[part].width + across
    }
  }
}

extension Placement {
  /// Parts that were laid out by themselves, on one sheet.
  init(packing parts: [(nodes: [Int], placement: Placement)], firstSeen: [Int]) throws(RenderError) {
    if parts.count == 1 {
      self = parts[0].placement
      return
    }
    let boxed = parts.map { nodes, placement in
      (nodes, placement.lines.values.compactMap(\.label).reduce(placement.bounds) { $0.union($1) })
    }
    let packing = Packing(boxed, firstSeen: firstSeen, across: 36, down: 24)
    let moved = zip(parts, zip(boxed, packing.corners)).map { part, place in
      part.placement.moved(x: place.1.x - place.0.1.low.x, y: place.1.y - place.0.1.low.y)
    }
    guard var whole = moved.first else { throw .failed("no layout") }
    for part in moved.dropFirst() {
      whole.bounds = whole.bounds.union(part.bounds)
      whole.nodes.merge(part.nodes) { first, _ in first }
      whole.lines.merge(part.lines) { first, _ in first }
    }
    self = whole
  }
}
