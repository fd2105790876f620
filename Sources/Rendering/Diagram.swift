import Statements

/// What a picture shows of a graph, before any drawing: nodes, lines between them, gatherings. Pure and in a specified
/// order: nodes by name and identifier, lines by their ends.
struct Diagram: Codable {
  struct Node: Codable {
    let entity: Entity
    /// Titles of offices, the best supported first.
    let roles: [String]
    /// Whom a node stands for that groups the leaves of a hub, by name; empty for others.
    var members: [Entity] = []
    /// Stands above the members.
    var heading: String?
  }

  /// One relation on a line.
  struct Entry: Hashable, Codable {
    let relation: Relation
    let articles: Int
    /// For lines that are no plain facts: "planned", "possible", "denied", "did not happen".
    let qualifier: String?
  }

  /// All that ties one node to another, in one direction and of one status.
  struct Line: Codable {
    /// Indices into `nodes`.
    let tail: Int
    let head: Int
    let status: LineStatus
    /// The best supported first.
    let entries: [Entry]
    let isDirected: Bool
    /// Most of its articles are of this group.
    let group: LineGroup
    /// Independent sources: outlets, where articles with the same passage count once.
    let sources: Int
    let articles: Int
    let dates: TemporalExtent?
    /// The best evidence first.
    let statements: [Statement<Entity.ID>]
  }

  /// Three or more who all met (agreed, spoke) with each other, drawn as one small node.
  struct Gathering: Codable {
    /// Indices into `nodes`, sorted.
    let participants: [Int]
    let relation: Relation
    let status: LineStatus
    let qualifier: String?
    let sources: Int
    let articles: Int
    let dates: TemporalExtent?
    let statements: [Statement<Entity.ID>]
  }

  var nodes: [Node] = []
  var lines: [Line] = []
  var gatherings: [Gathering] = []
  /// The articles that what is drawn rests on, by identifier.
  var articles: [Article.ID: Subgraph.Source] = [:]
  /// Names of what is drawn, and of those whose words it is.
  var names: [Entity.ID: String] = [:]
  /// How many nodes and statements would be drawn without a limit, or are in the whole graph where that is more.
  var totalNodes = 0
  /// Statements left out because they are denied or negated, or planned, and were not asked for.
  var withheld = 0
  var filter = ""
  /// How the nodes were chosen, where there was no room for all.
  var choice: NodeChoice?
  /// Nodes in one frame.
  var clusters: [Cluster] = []
  /// The same articles, sorted by identifier.
  var sources: [Subgraph.Source] { articles.values.sorted { $0.id < $1.id } }
  /// Nodes drawn, those in groups each for itself.
  var nodeCount: Int { nodes.reduce(0) { $0 + max(1, $1.members.count) } }
  var isPartial: Bool { nodeCount < totalNodes }
  /// For each node how many lines and gatherings it has.
  var degrees: [Int] {
    var degrees = [Int](repeating: 0, count: nodes.count)
    for end in lines.flatMap({ [$0.tail, $0.head] }) + gatherings.flatMap(\.participants) { degrees[end] += 1 }
    return degrees
  }
}

extension Diagram {
  /// What of `subgraph` a picture with these options shows. Time n log n in the number of statements.
  init(_ subgraph: Subgraph, options: PictureOptions) {
    let entities = subgraph.entities.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    let articles = Dictionary(subgraph.articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var (drawn, withheld) = Self.drawable(subgraph, options: options)
    // A graph without lines is still worth a look at its nodes.
    let touched = Set(drawn.flatMap { [$0.triple.subject] + [$0.triple.object.node].compactMap(\.self) })
    let candidates = touched.isEmpty ? Set(entities.map(\.id)) : touched
    let kept = TieStrength(statements: drawn).chosen(by: options.choice, limit: options.nodeLimit, of: candidates)
    if kept.count < candidates.count { choice = options.choice }
    drawn.removeAll { !kept.contains($0.triple.subject) || !($0.triple.object.node.map(kept.contains) ?? false) }

    let roles = Self.roles(subgraph.statements)
    nodes = entities.filter { kept.contains($0.id) }.map { Node(entity: $0, roles: roles[$0.id] ?? []) }
    let support = Support(articles: articles, usesPublished: Self.isOfSeveralDays(drawn, articles))
    connect(drawn, support: support)
    if nodes.count > LeafGroups.largestWithout, options.changes == nil {
      let groups = LeafGroups(self)
      if !groups.isEmpty {
        nodes = groups.nodes
        connect(drawn, support: support)
      }
    }
    if let clustering = options.clustering { clusters = clusters(by: clustering) }
    cite(subgraph, drawn)
    let isPart = subgraph.statements.count < subgraph.totalStatements
    totalNodes = isPart ? max(candidates.count, subgraph.totalEntities) : candidates.count
    self.withheld = withheld
    filter = subgraph.filter
  }

  /// A diagram of nodes that stand for others, such as communities.
  ///
  /// - Parameter total: nodes of which theirs are a part.
  init(
    _ subgraph: Subgraph, nodes: [Node], drawn: [Statement<Entity.ID>], withheld: Int, total: Int
  ) {
    let articles = Dictionary(subgraph.articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let shown = Set(nodes.flatMap { $0.members.map(\.id) })
    let between = drawn.filter {
      shown.contains($0.triple.subject) && $0.triple.object.node.map(shown.contains) ?? false
    }
    self.nodes = nodes
    connect(
      between, support: Support(articles: articles, usesPublished: Self.isOfSeveralDays(between, articles)))
    cite(subgraph, between)
    totalNodes = total
    self.withheld = withheld
    filter = subgraph.filter
  }

  /// The statements of which a picture has lines, by identifier, and how many were not asked for.
  static func drawable(
    _ subgraph: Subgraph, options: PictureOptions
  ) -> (drawn: [Statement<Entity.ID>], withheld: Int) {
    let known = Set(subgraph.entities.map(\.id))
    var drawn: [Statement<Entity.ID>] = []
    var withheld = 0
    for statement in subgraph.statements.sorted(by: { $0.id < $1.id }) {
      guard case .node(let object) = statement.triple.object, object != statement.triple.subject,
        known.contains(object), known.contains(statement.triple.subject)
      else { continue }
      switch LineStatus(statement) {
      case .denied where !options.showsDenied, .open where !options.showsPlanned: withheld += 1
      default: drawn.append(statement)
      }
    }
    return (drawn, withheld)
  }

  /// The day of publication says nothing where all of it is of one day.
  private static func isOfSeveralDays(
    _ statements: [Statement<Entity.ID>], _ articles: [Article.ID: Subgraph.Source]
  ) -> Bool {
    Set(statements.compactMap { articles[$0.evidence.article]?.published }).count > 1
  }

  /// Keeps the articles and the names that the drawn statements speak of.
  private mutating func cite(_ subgraph: Subgraph, _ drawn: [Statement<Entity.ID>]) {
    let used = Set(drawn.map(\.evidence.article))
    articles = Dictionary(
      subgraph.articles.filter { used.contains($0.id) }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let named = Set(
      drawn.flatMap { [$0.triple.subject] + [$0.triple.object.node, $0.attribution?.node].compactMap(\.self) })
    names = Dictionary(
      subgraph.entities.filter { named.contains($0.id) }.map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Ties `nodes` by lines and gatherings.
  private mutating func connect(_ statements: [Statement<Entity.ID>], support: Support) {
    var index: [Entity.ID: Int] = [:]
    for (i, node) in nodes.enumerated() {
      for entity in node.members.isEmpty ? [node.entity] : node.members { index[entity.id] = i }
    }
    let gathered = Self.gather(statements, index: index, support: support)
    gatherings = gathered.gatherings
    lines = Self.lines(gathered.rest, index: index, support: support)
  }

  /// The titles that people hold, by node: what is told as fact, present offices before past ones, the best supported
  /// first.
  private static func roles(_ statements: [Statement<Entity.ID>]) -> [Entity.ID: [String]] {
    struct Title {
      var articles: Set<Article.ID> = []
      var isPast = true
    }
    var titles: [Entity.ID: [String: Title]] = [:]
    for statement in statements where LineStatus(statement) == .fact {
      guard statement.triple.relation.rawValue == "holdsRole", case .literal(let words) = statement.triple.object
      else { continue }
      let title = LabelText.clean(words, limit: 60)
      guard !title.isEmpty else { continue }
      titles[statement.triple.subject, default: [:]][title, default: Title()].articles.insert(
        statement.evidence.article)
      if statement.time?.end == nil || statement.time?.start == statement.time?.end {
        titles[statement.triple.subject]?[title]?.isPast = false
      }
    }
    return titles.mapValues { held in
      held.sorted { a, b in
        if a.value.isPast != b.value.isPast { return b.value.isPast }
        if a.value.articles.count != b.value.articles.count { return a.value.articles.count > b.value.articles.count }
        return a.key < b.key
      }.map(\.key)
    }
  }

  // MARK: - Gatherings

  /// Takes out events in which three or more all met each other: a small node in their middle says it with n lines
  /// instead of n(n − 1)/2. A star ("A and B met C") stays lines, since it does not say that A met B.
  private static func gather(
    _ statements: [Statement<Entity.ID>], index: [Entity.ID: Int], support: Support
  ) -> (gatherings: [Gathering], rest: [Statement<Entity.ID>]) {
    struct Occasion: Hashable, Comparable {
      let event: String
      let relation: Relation
      let status: LineStatus

      static func < (a: Self, b: Self) -> Bool { (a.event, a.relation, a.status) < (b.event, b.relation, b.status) }
    }
    struct Group: Hashable, Comparable {
      let participants: [Int]
      let relation: Relation
      let status: LineStatus

      static func < (a: Self, b: Self) -> Bool {
        if a.participants != b.participants { return a.participants.lexicographicallyPrecedes(b.participants) }
        return (a.relation, a.status) < (b.relation, b.status)
      }
    }
    var occasions: [Occasion: [Statement<Entity.ID>]] = [:]
    for statement in statements where statement.triple.relation.isSymmetric {
      guard let event = statement.event, LineStatus(statement) != .denied else { continue }
      let key = Occasion(event: event, relation: statement.triple.relation, status: LineStatus(statement))
      occasions[key, default: []].append(statement)
    }
    var groups: [Group: [Statement<Entity.ID>]] = [:]
    for (key, members) in occasions.sorted(by: { $0.key < $1.key }) {
      var pairs: Set<[Int]> = []
      for statement in members {
        if let a = index[statement.triple.subject], let b = statement.triple.object.node.flatMap({ index[$0] }),
          a != b
        {
          pairs.insert([min(a, b), max(a, b)])
        }
      }
      let participants = Set(pairs.flatMap(\.self)).sorted()
      guard participants.count >= 3, pairs.count == participants.count * (participants.count - 1) / 2 else { continue }
      groups[Group(participants: participants, relation: key.relation, status: key.status), default: []] += members
    }
    let taken = Set(groups.values.flatMap { $0.map(\.self) })
    let gatherings = groups.sorted { $0.key < $1.key }.map { key, members in
      Gathering(
        participants: key.participants, relation: key.relation, status: key.status,
        qualifier: qualifier(of: members), sources: support.sources(members), articles: support.articles(members),
        dates: support.dates(members), statements: support.byWeight(members))
    }
    return (gatherings, statements.filter { !taken.contains($0) })
  }

  // MARK: - Lines

  private static func lines(
    _ statements: [Statement<Entity.ID>], index: [Entity.ID: Int], support: Support
  ) -> [Line] {
    struct Key: Hashable, Comparable {
      let low: Int
      let high: Int
      let status: LineStatus

      static func < (a: Self, b: Self) -> Bool { (a.low, a.high, a.status) < (b.low, b.high, b.status) }
    }
    struct Bundle {
      var forward: [Statement<Entity.ID>] = []
      var backward: [Statement<Entity.ID>] = []
      var mutual: [Statement<Entity.ID>] = []
    }
    // What one article tells as fact, another that only reports it supports: it is no claim beside it.
    func fact(_ s: Statement<Entity.ID>) -> [String] {
      let object = s.triple.object.node ?? ""
      let isTurned = s.triple.relation.isSymmetric && object < s.triple.subject
      return [isTurned ? object : s.triple.subject, s.triple.relation.rawValue, isTurned ? s.triple.subject : object]
    }
    let facts = Set(statements.filter { LineStatus($0) == .fact }.map(fact))
    var bundles: [Key: Bundle] = [:]
    for statement in statements {
      guard let tail = index[statement.triple.subject], let head = statement.triple.object.node.flatMap({ index[$0] }),
        tail != head
      else { continue }
      var status = LineStatus(statement)
      if status == .reported, facts.contains(fact(statement)) { status = .fact }
      let key = Key(low: min(tail, head), high: max(tail, head), status: status)
      if statement.triple.relation.isSymmetric {
        bundles[key, default: Bundle()].mutual.append(statement)
      } else if tail < head {
        bundles[key, default: Bundle()].forward.append(statement)
      } else {
        bundles[key, default: Bundle()].backward.append(statement)
      }
    }
    var lines: [Line] = []
    for (key, bundle) in bundles.sorted(by: { $0.key < $1.key }) {
      // A line reads from tail to head, so each direction has its own; what is mutual goes with either.
      func add(_ tail: Int, _ head: Int, _ members: [Statement<Entity.ID>], isDirected: Bool) {
        guard !members.isEmpty else { return }
        let entries = entries(members, support: support)
        lines.append(
          Line(
            tail: tail, head: head, status: key.status, entries: entries, isDirected: isDirected,
            group: group(of: entries), sources: support.sources(members), articles: support.articles(members),
            dates: support.dates(members), statements: support.byWeight(members)))
      }
      if bundle.forward.isEmpty, bundle.backward.isEmpty {
        add(key.low, key.high, bundle.mutual, isDirected: false)
      } else {
        add(key.low, key.high, bundle.forward.isEmpty ? [] : bundle.forward + bundle.mutual, isDirected: true)
        add(
          key.high, key.low, bundle.forward.isEmpty ? bundle.backward + bundle.mutual : bundle.backward,
          isDirected: true)
      }
    }
    return lines
  }

  private static func entries(_ members: [Statement<Entity.ID>], support: Support) -> [Entry] {
    Dictionary(grouping: members, by: \.triple.relation).map { relation, statements in
      Entry(relation: relation, articles: support.articles(statements), qualifier: qualifier(of: statements))
    }.sorted { ($1.articles, $0.relation) < ($0.articles, $1.relation) }
  }

  private static func group(of entries: [Entry]) -> LineGroup {
    var weights: [LineGroup: Int] = [:]
    for entry in entries { weights[LineGroup(entry.relation.category), default: 0] += entry.articles }
    return weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key ?? .ties
  }

  private static func qualifier(of statements: [Statement<Entity.ID>]) -> String? {
    func word(_ s: Statement<Entity.ID>) -> String? {
      switch (s.polarity, s.factuality) {
      case (_, .denied): "denied"
      case (.negative, .planned), (.negative, .possible): "will not happen"
      case (.negative, _): "did not happen"
      case (_, .planned): "planned"
      case (_, .possible): "possible"
      case (_, .asserted), (_, .reported): nil
      }
    }
    let words = Set(statements.compactMap(word))
    return words.isEmpty ? nil : words.sorted().joined(separator: ", ")
  }
}
