import Statements

/// Graphs as DOT text, written by us.
package enum DOT {
  /// The graph as DOT: what `dot -Tsvg` draws as ``Renderer`` does. Same graph, same bytes.
  ///
  /// Names are opaque (`n1`, `e1`, `m1`); text from articles stands in labels, tooltips and addresses alone, escaped
  /// for DOT and for what libgraphviz makes of it.
  package static func write(_ subgraph: Subgraph, options: PictureOptions = PictureOptions()) -> String {
    let sketch = Sketch(Diagram(subgraph, options: options), options: options, target: .text)
    return sketch.graph.text()
  }
}

/// A diagram in libgraphviz's terms.
struct Sketch {
  enum Target {
    /// For other programs: legend and caption in the graph's label, tooltips and links as attributes.
    case text
    /// For our own drawing, which places the furniture and finishes tooltips and links itself.
    case drawing
  }

  let diagram: Diagram
  let options: PictureOptions
  let target: Target
  let engine: LayoutEngine
  private let nameSizes: [Double]
  private(set) var graph = DOTGraph()

  private var style: PictureStyle { options.style }

  init(_ diagram: Diagram, options: PictureOptions, target: Target) {
    self.diagram = diagram
    self.options = options
    self.target = target
    engine = options.engine ?? Self.engine(for: diagram)
    nameSizes = Self.nameSizes(diagram)
    describeGraph()
    for (i, node) in diagram.nodes.enumerated() { graph.nodes.append(describe(node, "n\(i + 1)", size: nameSizes[i])) }
    for (i, gathering) in diagram.gatherings.enumerated() { add(gathering, "m\(i + 1)") }
    for (i, line) in diagram.lines.enumerated() { graph.edges.append(describe(line, "e\(i + 1)")) }
    for (i, cluster) in diagram.clusters.enumerated() { graph.clusters.append(describe(cluster, "c\(i + 1)")) }
    if engine == .stress, target == .text {
      let layout = StressLayout(network)
      for i in graph.nodes.indices { Self.place(&graph.nodes[i], at: layout.places[i]) }
    }
  }

  /// Up to this many nodes stand in ranks.
  static let largestInRanks = 60

  /// What places so many nodes that hang together, where nothing else is asked.
  static func engine(forNodes count: Int) -> LayoutEngine {
    switch count {
    case ...largestInRanks: .dot
    case ...1000: .stress
    default: .sfdp
    }
  }

  /// What places a diagram that is laid out as one: the text for other programs, and what has frames, of which
  /// ``StressLayout`` places one at a time.
  private static func engine(for diagram: Diagram) -> LayoutEngine {
    let whole = engine(forNodes: diagram.nodes.count)
    guard whole == .sfdp, !diagram.clusters.isEmpty else { return whole }
    let framed = diagram.clusters.map(\.nodes.count)
    let blocks = diagram.nodes.count - framed.reduce(0, +) + framed.count
    return engine(forNodes: max(blocks, framed.max() ?? 0)) == .sfdp ? .sfdp : .stress
  }

  /// What ties the nodes of `graph`.
  var network: Network {
    var network = Network(
      identifiers: diagram.nodes.map(\.entity.id)
        + diagram.gatherings.map { gathering in
          ([gathering.relation.rawValue] + gathering.participants.map { diagram.nodes[$0].entity.id }).joined(
            separator: " ")
        })
    func add(_ ties: [(Int, Int)], _ statements: [Statement<Entity.ID>]) {
      let day = statements.compactMap { diagram.articles[$0.evidence.article]?.published?.dayNumber }.min() ?? .max
      network.ties += ties
      for node in Set(ties.flatMap { [$0.0, $0.1] }) { network.firstSeen[node] = min(network.firstSeen[node], day) }
    }
    for line in diagram.lines { add([(line.tail, line.head)], line.statements) }
    for (i, gathering) in diagram.gatherings.enumerated() {
      add(gathering.participants.map { ($0, diagram.nodes.count + i) }, gathering.statements)
    }
    return network
  }

  /// In a large picture the names of hubs are larger, so that it can be read from afar: in steps, so that one line more
  /// seldom changes the layout.
  static func nameSize(lines: Int) -> Double {
    switch lines {
    case ..<8: 11
    case ..<16: 15
    case ..<32: 20
    default: 27
    }
  }

  /// For each node the size of its name.
  static func nameSizes(_ diagram: Diagram) -> [Double] {
    guard diagram.nodes.count > largestInRanks else {
      return [Double](repeating: nameSize(lines: 0), count: diagram.nodes.count)
    }
    return diagram.degrees.map(nameSize)
  }

  /// Beyond this many nodes lines bear no words: the tooltip has them.
  private var hasLineLabels: Bool { diagram.nodes.count <= 200 }

  // MARK: - Graph

  private mutating func describeGraph() {
    // libgraphviz takes an engine that is named here over the one that it is asked for.
    graph.attributes = target == .text ? [.init("layout", engine.graphvizName)] : []
    graph.attributes += [
      .init("bgcolor", style.background), .init("fontname", style.font), .init("fontsize", "10"),
      .init("fontcolor", style.text), .init("pad", "0.25"),
    ]
    if target == .text {
      graph.attributes += attributes(of: engine, nodes: diagram.nodes.count, lines: diagram.lines.count, spread: 1)
    }
    graph.nodeDefaults = [
      .init("shape", "box"), .init("fontname", style.font), .init("fontsize", "11"), .init("fontcolor", style.text),
      .init("height", "0.3"), .init("width", "0.5"), .init("margin", "0.1,0.05"),
    ]
    graph.edgeDefaults = [
      .init("fontname", style.font), .init("fontsize", "9"), .init("fontcolor", style.text), .init("arrowsize", "0.7"),
    ]
    if target == .text {
      graph.attributes += [
        .init("labelloc", "b"), .init("labeljust", "l"),
        .init("label", .html(Furniture(diagram, options: options).html(escaped))),
      ]
    }
  }

  /// Whether libgraphviz bends lines around nodes; straight ones are bent by ``Detours``, which is faster by far.
  func bendsLines(_ engine: LayoutEngine, nodes: Int, lines: Int) -> Bool {
    switch engine {
    case .dot: lines <= 250
    case .stress, .neato, .fdp, .sfdp: target == .text && nodes <= 100 && lines <= 250
    }
  }

  private func attributes(
    of engine: LayoutEngine, nodes: Int, lines: Int, spread: Double
  ) -> [DOTGraph.Attribute] {
    func length(_ inches: Double) -> String { "\((inches * spread * 100).rounded() / 100)" }
    let bendsLines = bendsLines(engine, nodes: nodes, lines: lines)
    let splines = DOTGraph.Attribute("splines", bendsLines ? "true" : "line")
    switch engine {
    case .dot:
      // With many lines the search for the best ranks is cut short: it is quadratic in the hub's degree.
      return [.init("rankdir", "LR"), .init("nodesep", length(0.25)), .init("ranksep", length(0.5)), splines]
        + (bendsLines ? [] : [.init("nslimit", "1"), .init("nslimit1", "1"), .init("mclimit", "0.1")])
    case .stress, .neato, .fdp, .sfdp:
      // Prism scales the layout until lines are on average this many times as long as nodes, so this, and not the ideal
      // length of springs, says how much room there is for words.
      let scaling = "-\(((hasLineLabels ? 5 : 4) * spread * 10).rounded() / 10)"
      return [
        .init("start", "1"), .init("overlap", "prism"), .init("overlap_scaling", scaling),
        .init("outputorder", "edgesfirst"), splines,
      ]
    }
  }

  /// Some of the nodes and what ties them, or all with their frames, as an engine lays them out.
  ///
  /// - Parameter spread: how wide against the usual.
  func part(_ nodes: [Int]? = nil, engine: LayoutEngine, spread: Double) -> DOTGraph {
    var part = graph
    if let nodes {
      part.clusters = []
      part.nodes = nodes.map { graph.nodes[$0] }
      let names = Set(part.nodes.map(\.name))
      part.edges = graph.edges.filter { names.contains($0.tail) && names.contains($0.head) }
    }
    part.attributes += attributes(of: engine, nodes: part.nodes.count, lines: part.edges.count, spread: spread)
    if engine == .stress {
      let layout = StressLayout(nodes.map { network.part($0) } ?? network)
      for i in part.nodes.indices { Self.place(&part.nodes[i], at: layout.places[i]) }
    }
    return part
  }

  /// The names of lines with words on them, the best supported first.
  var labelOrder: [String] {
    guard hasLineLabels else { return [] }
    return diagram.lines.indices.sorted { (-diagram.lines[$0].articles, $0) < (-diagram.lines[$1].articles, $1) }
      .map { "e\($0 + 1)" }
  }

  // MARK: - Places

  /// Fixes everything at its place and sets title, legend and caption around it.
  mutating func furnish(_ placement: Placement) {
    graph.attributes = [
      .init("bgcolor", style.background), .init("pad", "0.25"), .init("outputorder", "edgesfirst"),
    ]
    for i in graph.clusters.indices {
      guard let frame = placement.frames[graph.clusters[i].name] else { continue }
      let corners = Self.position(frame.box.low) + "," + Self.position(frame.box.high)
      graph.clusters[i].attributes += [.init("bb", corners), .init("lp", Self.position(frame.heading.center))]
      if let size = frame.size { Self.set("fontsize", "\(Int(size))", in: &graph.clusters[i].attributes) }
    }
    for i in graph.nodes.indices {
      guard let box = placement.nodes[graph.nodes[i].name] else { continue }
      graph.nodes[i].attributes.removeAll { $0.key == "pos" }
      graph.nodes[i].attributes.append(.init("pos", Self.position(box.center)))
    }
    for i in graph.edges.indices {
      guard let line = placement.lines[graph.edges[i].name] else { continue }
      graph.edges[i].attributes.append(.init("pos", line.position))
      // Words become nodes of their own, which are drawn after all lines, on a ground that parts them from what they cover.
      let words = graph.edges[i].attributes.first { $0.key == "label" }
      graph.edges[i].attributes.removeAll { $0.key == "label" }
      if let box = line.label, case .html(let html)? = words?.value {
        graph.nodes.append(describe(words: html, of: graph.edges[i], at: box.center))
      }
    }
    var bounds = placement.nodes.values.reduce(placement.bounds) { $0.union($1) }
    for frame in placement.frames.values { bounds = bounds.union(frame.box) }
    for line in placement.lines.values { if let label = line.label { bounds = bounds.union(label) } }
    let furniture = Furniture(diagram, options: options).around(bounds, escaped: escaped)
    graph.nodes += furniture.nodes
    graph.edges += furniture.edges
  }

  private func describe(words html: String, of edge: DOTGraph.Edge, at center: Point) -> DOTGraph.Node {
    let name = "t" + edge.name.dropFirst()
    let table =
      "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" BGCOLOR=\"\(style.background)d9\"><TR><TD>"
      + html + "</TD></TR></TABLE>"
    return DOTGraph.Node(
      name: name,
      attributes: [
        .init("id", name), .init("class", "words"), .init("shape", "none"), .init("margin", "0"),
        .init("width", "0.01"), .init("height", "0.01"), .init("fontsize", "9"), .init("label", .html(table)),
        .init("pos", Self.position(center)),
      ])
  }

  static func position(_ point: Point) -> String {
    func number(_ x: Double) -> String { "\((x * 100).rounded() / 100)" }
    return number(point.x) + "," + number(point.y)
  }

  // MARK: - Nodes

  private func describe(_ cluster: Diagram.Cluster, _ name: String) -> DOTGraph.Cluster {
    // A meeting is where all who came belong.
    let inside = Set(cluster.nodes)
    let meetings = diagram.gatherings.indices.filter { inside.isSuperset(of: diagram.gatherings[$0].participants) }
      .map { "m\($0 + 1)" }
    return DOTGraph.Cluster(
      name: "cluster_" + name,
      attributes: [
        .init("id", name), .init("class", "frame"), .init("style", "rounded,filled"),
        .init("fillcolor", style.frame), .init("color", style.frame), .init("fontsize", "12"),
        .init("fontname", style.font), .init("fontcolor", style.mutedText), .init("labeljust", "l"),
        .init("labelloc", "t"), .init("margin", "12"), .init("label", .phrase(cluster.name)),
      ], nodes: cluster.nodes.map { "n\($0 + 1)" } + meetings)
  }

  private func describe(_ node: Diagram.Node, _ name: String, size: Double) -> DOTGraph.Node {
    let look = style.node(node.entity.type)
    let isDense = diagram.nodes.count > 200
    let title = Self.title(of: node.entity, limit: isDense ? 32 : 60)
    if !node.members.isEmpty { return describe(group: node, name) }
    var html = LabelText.wrap(title, width: 22, lines: 3).map { "<B>\(escaped($0))</B>" }.joined(separator: "<BR/>")
    if let role = node.roles.first, !isDense {
      let lines = LabelText.wrap(LabelText.shorten(role, to: 56), width: 28, lines: 2).map(escaped)
      html +=
        "<BR/><FONT POINT-SIZE=\"\(Int((size * 0.8).rounded()))\" COLOR=\"\(style.mutedText)\">"
        + lines.joined(separator: "<BR/>") + "</FONT>"
    }
    if let change = options.change(of: node.entity.id) { html = change.marked(html) }
    var attributes: [DOTGraph.Attribute] = [
      .init("id", name), .init("class", node.entity.type.rawValue), .init("label", .html(html)),
      .init("shape", look.shape),
      .init("style", ([look.corners, "filled"]).filter { !$0.isEmpty }.joined(separator: ",")),
      .init("fillcolor", look.fill), .init("color", look.outline),
    ]
    if size > Self.nameSize(lines: 0) {
      attributes += [.init("fontsize", "\(Int(size))"), .init("penwidth", "\(size > 15 ? 2 : 1.5)")]
    }
    if target == .text {
      attributes.append(.init("tooltip", .phrase(Tooltip.node(node))))
    }
    return DOTGraph.Node(name: name, attributes: options.marked(attributes, node: node.entity.id))
  }

  /// A list of names, cut where it gets long.
  private func describe(group node: Diagram.Node, _ name: String) -> DOTGraph.Node {
    let look = style.node(node.entity.type)
    let shown = node.members.prefix(node.members.count > 9 ? 8 : 9).map { Self.title(of: $0, limit: 32) }
    var lines = shown.map(escaped)
    if let heading = node.heading { lines.insert("<B>\(escaped(heading))</B>", at: 0) }
    if shown.count < node.members.count { lines.append("<I>and \(node.members.count - shown.count) others</I>") }
    var attributes: [DOTGraph.Attribute] = [
      .init("id", name), .init("class", node.entity.type.rawValue + " group"),
      .init("label", .html("<FONT POINT-SIZE=\"9\">" + lines.joined(separator: "<BR/>") + "</FONT>")),
      // A list does not fit into an ellipse; its second outline says that it is several.
      .init("shape", "box"), .init("peripheries", "2"),
      .init("style", [look.corners, "filled"].filter { !$0.isEmpty }.joined(separator: ",")),
      .init("fillcolor", look.fill), .init("color", look.outline),
    ]
    if target == .text { attributes.append(.init("tooltip", .phrase(Tooltip.node(node)))) }
    return DOTGraph.Node(name: name, attributes: attributes)
  }

  /// The name as the picture has it: a long one gives way to its acronym, where it has one.
  static func title(of entity: Entity, limit: Int) -> String {
    let name = LabelText.clean(entity.name, limit: 200)
    if name.isEmpty { return "(no name)" }
    guard name.count > limit else { return name }
    let acronym = entity.aliases.filter { alias in
      (2...8).contains(alias.count) && alias.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "-" || $0 == "." }
    }.min()
    if let acronym { return LabelText.shorten(name, to: limit - acronym.count - 3) + " (\(acronym))" }
    return LabelText.shorten(name, to: limit)
  }

  private mutating func add(_ gathering: Diagram.Gathering, _ name: String) {
    let color = style.line(LineGroup(gathering.relation.category), gathering.status)
    let entry = Diagram.Entry(
      relation: gathering.relation, articles: gathering.articles, qualifier: gathering.qualifier)
    var attributes: [DOTGraph.Attribute] = [
      .init("id", name), .init("class", "gathering"),
      .init("label", .html(label([entry], dates: gathering.dates, attribution: nil, of: gathering.statements))),
      .init("shape", "box"), .init("style", gathering.status == .open ? "rounded,dashed,filled" : "rounded,filled"),
      .init("fillcolor", style.background), .init("color", color), .init("fontsize", "9"),
      .init("height", "0.2"), .init("margin", "0.06,0.03"),
    ]
    if target == .text {
      attributes += linkAttributes(gathering.statements, "tooltip")
    }
    graph.nodes.append(
      DOTGraph.Node(name: name, attributes: options.marked(attributes, gathering: gathering.statements)))
    for (j, participant) in gathering.participants.enumerated() {
      graph.edges.append(
        DOTGraph.Edge(
          name: "\(name)p\(j + 1)", tail: j * 2 < gathering.participants.count ? "n\(participant + 1)" : name,
          head: j * 2 < gathering.participants.count ? name : "n\(participant + 1)",
          attributes: options.marked(
            [
              .init("id", "\(name)p\(j + 1)"), .init("class", "spoke \(gathering.status)"), .init("dir", "none"),
              .init("color", color), .init("style", gathering.status == .open ? "dashed" : "solid"),
              .init("penwidth", Self.width(gathering.sources)),
            ], line: gathering.statements)))
    }
  }

  // MARK: - Lines

  private func describe(_ line: Diagram.Line, _ name: String) -> DOTGraph.Edge {
    var attributes: [DOTGraph.Attribute] = [
      .init("id", name), .init("class", "\(line.status) \(line.group.rawValue)"),
      .init("color", style.line(line.group, line.status)), .init("penwidth", Self.width(line.sources)),
    ]
    if !line.isDirected { attributes.append(.init("dir", "none")) }
    attributes += Self.dashes(line.status)
    if hasLineLabels {
      let said = line.status == .reported ? attribution(line.statements) : nil
      attributes.append(
        .init("label", .html(label(line.entries, dates: line.dates, attribution: said, of: line.statements))))
    }
    if target == .text {
      attributes += linkAttributes(line.statements, hasLineLabels ? "labeltooltip" : "edgetooltip")
    }
    return DOTGraph.Edge(
      name: name, tail: "n\(line.tail + 1)", head: "n\(line.head + 1)",
      attributes: options.marked(attributes, line: line.statements))
  }

  /// How a line shows what is no plain fact, without colour.
  static func dashes(_ status: LineStatus) -> [DOTGraph.Attribute] {
    switch status {
    case .fact: []
    case .reported: [.init("arrowhead", "empty")]
    case .open: [.init("style", "dashed")]
    case .denied: [.init("style", "dotted")]
    }
  }

  /// Grows with the logarithm of independent sources: 1, 2, 4, 8 of them are 1, 1.9, 2.8, 3.7 points.
  static func width(_ sources: Int) -> String {
    let steps = Int.bitWidth - 1 - max(1, sources).leadingZeroBitCount
    return ["1", "1.9", "2.8", "3.7", "4.5"][min(4, steps)]
  }

  private func linkAttributes(_ statements: [Statement<Entity.ID>], _ key: String) -> [DOTGraph.Attribute] {
    let tooltip = Tooltip.evidence(statements, articles: diagram.articles)
    var attributes: [DOTGraph.Attribute] = [.init("tooltip", .phrase(tooltip))]
    if key != "tooltip" { attributes.append(.init(key, .phrase(tooltip))) }
    if let link = Tooltip.link(statements, articles: diagram.articles) {
      attributes += [.init("URL", .phrase(link)), .init("target", "_blank")]
    }
    return attributes
  }

  /// At most three relations, each with its number of articles where that is more than one; dates below.
  private func label(
    _ entries: [Diagram.Entry], dates: TemporalExtent?, attribution: String?, of statements: [Statement<Entity.ID>]
  ) -> String {
    let shown = entries.prefix(entries.count > 3 ? 2 : 3)
    var lines = shown.map { entry in
      let words = LabelText.wrap(LabelText.clean(entry.relation.label, limit: 80), width: 20, lines: 2)
      let count = entry.articles > 1 ? " (\(entry.articles))" : ""
      let html = (words.isEmpty ? ["?"] : words).map(escaped).joined(separator: "<BR/>") + count
      // Of several relations on a line, some may be new and some gone.
      return options.change(of: statements.filter { $0.triple.relation == entry.relation })?.marked(html) ?? html
    }
    if shown.count < entries.count { lines.append("and \(entries.count - shown.count) more") }
    let qualifiers = Set(entries.compactMap(\.qualifier)).sorted().joined(separator: ", ")
    var small: [String] = []
    if !qualifiers.isEmpty { small.append(qualifiers) }
    if let attribution { small.append("says " + escaped(LabelText.shorten(attribution, to: 24))) }
    if let dates { small.append(DateText.short(dates)) }
    var html = lines.joined(separator: "<BR/>")
    if !small.isEmpty {
      html +=
        "<BR/><FONT POINT-SIZE=\"7.5\" COLOR=\"\(style.mutedText)\">" + small.joined(separator: "<BR/>") + "</FONT>"
    }
    return "<FONT>" + html + "</FONT>"
  }

  /// Who says so, where all agree on one.
  private func attribution(_ statements: [Statement<Entity.ID>]) -> String? {
    let names = Set(
      statements.map { statement -> String in
        switch statement.attribution {
        case .node(let id)?: diagram.names[id] ?? ""
        case .literal(let words)?: words
        case nil: ""
        }
      })
    guard names.count == 1, let name = names.first else { return nil }
    let clean = LabelText.clean(name, limit: 60)
    return clean.isEmpty ? nil : clean
  }

  /// Text for an HTML-like label: libgraphviz expands `\N` and its like there too, and makes one backslash of two.
  private func escaped(_ text: String) -> String {
    LabelText.xml(text).replacing("\\", with: "\\\\")
  }
}
