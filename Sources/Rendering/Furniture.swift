import Statements

/// What stands around a diagram: legend and caption. The legend has only what occurs.
struct Furniture {
  let diagram: Diagram
  let options: PictureOptions

  init(_ diagram: Diagram, options: PictureOptions) {
    self.diagram = diagram
    self.options = options
  }

  var types: [EntityType] {
    let present = Set(diagram.nodes.map(\.entity.type))
    return EntityType.allCases.filter(present.contains)
  }

  var groups: [LineGroup] {
    // In a picture of two graphs, only what is new has a colour of its own.
    func isColored(_ status: LineStatus, _ statements: [Statement<Entity.ID>]) -> Bool {
      (status == .fact || status == .open) && options.change(of: statements).map { $0 == .new } ?? true
    }
    let colored = diagram.lines.filter { isColored($0.status, $0.statements) }.map(\.group)
    let gathered = diagram.gatherings.filter { isColored($0.status, $0.statements) }.map {
      LineGroup($0.relation.category)
    }
    return Set(colored + gathered).sorted()
  }

  var statuses: [LineStatus] {
    Set(diagram.lines.map(\.status) + diagram.gatherings.map(\.status)).sorted()
  }

  /// One sentence or two a line: how much is shown, of what, from which sources.
  var caption: [String] {
    var lines: [String] = []
    var shown =
      diagram.isPartial
      ? "\(Self.grouped(diagram.nodeCount)) of \(Self.grouped(diagram.totalNodes)) nodes shown"
      : Self.count(diagram.nodeCount, "node", "nodes")
    let dates = diagram.sources.compactMap(\.published)
    var how = [LabelText.clean(diagram.filter, limit: 160)]
    if let choice = diagram.choice {
      how.append([choice.label, Self.months(dates)].filter { !$0.isEmpty }.joined(separator: ", "))
    }
    how.removeAll(where: \.isEmpty)
    if !how.isEmpty { shown += ": " + how.joined(separator: "; ") }
    lines.append(shown)
    if let first = dates.min(), let last = dates.max() {
      let span = TemporalExtent(start: first, end: last).map { DateText.short($0) } ?? ""
      lines.append("\(Self.count(diagram.sources.count, "article", "articles")), \(span)")
    } else {
      lines.append(Self.count(diagram.sources.count, "article", "articles"))
    }
    var articles: [String: Int] = [:]
    for source in diagram.sources {
      let outlet = LabelText.clean(source.publisher ?? "", limit: 40)
      if !outlet.isEmpty { articles[outlet, default: 0] += 1 }
    }
    let outlets = articles.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    if !outlets.isEmpty {
      let more = outlets.count > 4 ? " and \(outlets.count - 4) more" : ""
      lines.append("Sources: " + outlets.prefix(4).joined(separator: ", ") + more)
    }
    if diagram.withheld > 0 {
      let what = options.showsPlanned ? "denied or negated" : "denied, negated or only planned"
      lines.append("\(Self.count(diagram.withheld, "statement", "statements")) \(what), not drawn")
    }
    return lines
  }

  /// "2019-01 to 2019-06".
  private static func months(_ dates: [PartialDate]) -> String {
    let months = [dates.min(), dates.max()].compactMap { $0.map { String($0.description.prefix(7)) } }
    return Array(Set(months)).sorted().joined(separator: " to ")
  }

  private static func count(_ n: Int, _ one: String, _ many: String) -> String {
    "\(grouped(n)) \(n == 1 ? one : many)"
  }

  static func grouped(_ n: Int) -> String {
    let digits = String(n)
    var out = ""
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.count - i) % 3 == 0 { out += "," }
      out.append(digit)
    }
    return out
  }

  /// Legend and caption as one HTML-like label.
  func html(_ escaped: (String) -> String) -> String {
    let style = options.style
    var cells: [String] = []
    func item(_ sample: String, _ words: String) {
      cells.append(
        "<TR><TD WIDTH=\"30\" HEIGHT=\"12\">\(sample)</TD><TD ALIGN=\"LEFT\">\(words)</TD></TR>")
    }
    func mark(_ glyph: String, _ color: String) -> String { "<FONT COLOR=\"\(color)\">\(glyph)</FONT>" }
    for type in types {
      let glyph =
        switch type {
        case .person: "▢"
        case .organization: "□"
        case .place: "○"
        case .event: "⬡"
        default: "▢"
        }
      item(mark(glyph, style.node(type).outline), type.rawValue)
    }
    for group in groups { item(mark("━━", style.line(group, .fact)), group.label) }
    for status in statuses where status != .fact {
      let glyph =
        switch status {
        case .open: "╌╌"
        case .denied: "┈┈"
        case .reported, .fact: "──"
        }
      item(mark(glyph, style.line(.ties, status)), status.label)
    }
    for (change, words) in options.changeLegend {
      switch change {
      case .new: item(mark("<B>━━</B>", style.text), words)
      case .gone: item(mark("══", style.denied), words)
      case .kept: item(mark("──", style.reported), words)
      }
    }
    let table =
      cells.isEmpty
      ? ""
      : "<TR><TD ALIGN=\"LEFT\"><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"1\" CELLPADDING=\"1\">"
        + cells.joined() + "</TABLE></TD></TR>"
    let title = LabelText.clean(options.title, limit: 120)
    let heading =
      title.isEmpty ? "" : "<TR><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"15\"><B>\(escaped(title))</B></FONT></TD></TR>"
    let caption = caption.map {
      "<TR><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"9\" COLOR=\"\(style.mutedText)\">\(escaped($0))</FONT></TD></TR>"
    }
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">" + heading + caption.joined()
      + table + "</TABLE>"
  }
}
