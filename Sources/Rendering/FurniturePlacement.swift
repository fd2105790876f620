import Statements

extension Furniture {
  /// Title above, legend and caption below a drawing, as nodes and lines with places of their own.
  ///
  /// The legend's samples are drawn by what draws the diagram, so they cannot differ from it. Blocks stand side by side
  /// while the drawing is wide enough, then below each other.
  func around(_ bounds: Box, escaped: @escaping (String) -> String) -> (nodes: [DOTGraph.Node], edges: [DOTGraph.Edge])
  {
    // A large drawing is looked at from farther off.
    let scale = min(3, max(1, bounds.width / 1400))
    var pen = Pen(style: options.style, scale: scale, escaped: escaped)
    let title = LabelText.clean(options.title, limit: 120)
    if !title.isEmpty {
      pen.text(title, at: Point(x: bounds.low.x, y: bounds.high.y + 22 * scale), size: 16, isBold: true)
    }
    var blocks: [Block] = []
    blocks.append(Block(rows: caption.map { Row(sample: nil, words: $0) }))
    blocks.append(Block(rows: types.map { Row(sample: .node($0), words: $0.rawValue) }))
    blocks.append(Block(rows: groups.map { Row(sample: .line($0, .fact, 1), words: $0.label) }))
    var marks = statuses.filter { $0 != .fact }.map { Row(sample: .line(.ties, $0, 1), words: $0.label) }
    let most = (diagram.lines.map(\.sources) + diagram.gatherings.map(\.sources)).max() ?? 0
    marks += options.changeLegend.map { Row(sample: .change($0.change), words: $0.words) }
    if most > 1, options.changes == nil {
      marks.append(Row(sample: .line(.ties, .fact, most), words: "\(most) independent sources"))
    }
    if diagram.lines.contains(where: { $0.entries.contains { $0.articles > 1 } }) {
      marks.append(Row(sample: .words("(2)"), words: "number of articles"))
    }
    let sizes = Sketch.nameSizes(diagram)
    if let most = sizes.max(), most > Sketch.nameSize(lines: 0) {
      marks.append(Row(sample: .words("Aa"), words: "larger names: more lines"))
    }
    blocks.append(Block(rows: marks))

    let width = max(bounds.width, 420 * scale)
    var corner = Point(x: bounds.low.x, y: bounds.low.y - 20 * scale)
    var lowest = corner.y
    for block in blocks where !block.rows.isEmpty {
      if corner.x > bounds.low.x, corner.x + block.width * scale - bounds.low.x > width {
        corner = Point(x: bounds.low.x, y: lowest - 10 * scale)
      }
      for (i, row) in block.rows.enumerated() {
        pen.row(row, at: Point(x: corner.x, y: corner.y - Block.rowHeight * scale * (Double(i) + 0.5)))
      }
      lowest = min(lowest, corner.y - Block.rowHeight * scale * Double(block.rows.count))
      corner.x += block.width * scale
    }
    return (pen.nodes, pen.edges)
  }

  private enum Sample {
    case node(EntityType)
    case line(LineGroup, LineStatus, Int)
    case change(Change)
    case words(String)
  }

  private struct Row {
    let sample: Sample?
    let words: String
  }

  private struct Block {
    static let rowHeight = 15.0
    static let sampleWidth = 36.0

    let rows: [Row]

    /// Letters of Arial are about half as wide as high; a little more keeps wide words apart.
    var width: Double {
      let words = rows.map { Double($0.words.count) * 9 * 0.54 }.max() ?? 0
      return words + 24 + (rows.contains { $0.sample != nil } ? Self.sampleWidth : 0)
    }
  }

  /// Draws samples and words at places.
  private struct Pen {
    let style: PictureStyle
    let scale: Double
    let escaped: (String) -> String
    var nodes: [DOTGraph.Node] = []
    var edges: [DOTGraph.Edge] = []

    init(style: PictureStyle, scale: Double, escaped: @escaping (String) -> String) {
      self.style = style
      self.scale = scale
      self.escaped = escaped
    }

    mutating func row(_ row: Row, at left: Point) {
      guard let sample = row.sample else {
        text(row.words, at: left, size: 9, isBold: false)
        return
      }
      let middle = Point(x: left.x + 14 * scale, y: left.y)
      switch sample {
      case .node(let type):
        let look = style.node(type)
        add(
          at: middle,
          [
            .init("class", "legend " + type.rawValue), .init("label", ""), .init("shape", look.shape),
            .init("style", [look.corners, "filled"].filter { !$0.isEmpty }.joined(separator: ",")),
            .init("fillcolor", look.fill), .init("color", look.outline), .init("width", "\(0.36 * scale)"),
            .init("height", "\(0.15 * scale)"), .init("fixedsize", "true"),
          ])
      case .line(let group, let status, let sources):
        line(from: Point(x: left.x, y: left.y), group, status, sources)
      case .change(let change):
        line(from: Point(x: left.x, y: left.y), .ties, .fact, 1, change)
      case .words(let words):
        text(words, at: Point(x: left.x + 6 * scale, y: left.y), size: 9, isBold: false)
      }
      text(row.words, at: Point(x: left.x + Block.sampleWidth * scale, y: left.y), size: 9, isBold: false)
    }

    /// A row of words that starts at a point. The table is as wide as we think the words are, or wider, and they stand
    /// at its left.
    mutating func text(_ words: String, at left: Point, size: Double, isBold: Bool) {
      let size = size * scale
      let width = Double(words.count) * size * (isBold ? 0.66 : 0.58) + 4
      let html = isBold ? "<B>\(escaped(words))</B>" : escaped(words)
      add(
        at: Point(x: left.x + width / 2, y: left.y),
        [
          .init("class", isBold ? "heading" : "legend"), .init("shape", "none"), .init("margin", "0"),
          .init("width", "0.01"), .init("height", "0.01"), .init("fontsize", "\(size)"),
          .init("fontcolor", isBold ? style.text : style.mutedText),
          .init(
            "label",
            .html(
              "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR><TD ALIGN=\"LEFT\" "
                + "WIDTH=\"\(Int(width))\">\(html)</TD></TR></TABLE>")),
        ])
    }

    private mutating func line(
      from start: Point, _ group: LineGroup, _ status: LineStatus, _ sources: Int, _ change: Change? = nil
    ) {
      let ends = (Point(x: start.x, y: start.y), Point(x: start.x + 28 * scale, y: start.y))
      let names = [ends.0, ends.1].map { point in
        add(
          at: point,
          [.init("style", "invis"), .init("width", "0.01"), .init("height", "0.01"), .init("label", "")])
      }
      var attributes: [DOTGraph.Attribute] = [
        .init("class", "legend \(status) \(group.rawValue)"), .init("color", style.line(group, status)),
        .init("penwidth", Sketch.width(sources)),
      ]
      attributes += Sketch.dashes(status)
      if let change { attributes = style.marked(attributes, change) }
      let stop = Point(x: ends.1.x - 7, y: start.y)
      let third = (stop.x - start.x) / 3
      let knots = (0...3).map { Sketch.position(Point(x: start.x + third * Double($0), y: start.y)) }
      attributes.append(
        .init("pos", "e,\(Sketch.position(ends.1)) " + knots.joined(separator: " ")))
      let name = "k\(edges.count + 1)"
      edges.append(
        DOTGraph.Edge(name: name, tail: names[0], head: names[1], attributes: [.init("id", name)] + attributes))
    }

    @discardableResult
    private mutating func add(at point: Point, _ attributes: [DOTGraph.Attribute]) -> String {
      let name = "l\(nodes.count + 1)"
      nodes.append(
        DOTGraph.Node(
          name: name, attributes: [.init("id", name), .init("pos", Sketch.position(point))] + attributes))
      return name
    }
  }
}
