import Statements

/// What came, went and changed from one graph to another: two stores, two times of one, or one before and after a
/// correction.
///
/// Nodes are the same by identifier, by the statements that they share, or by name (``NodeMatching``). A line is a
/// relation from one node to another (or to words), with all the statements that tell it.
public struct GraphDifference: Hashable, Sendable {
  /// A node on one side alone.
  public struct Arrival: Hashable, Sendable {
    public let node: Entity
    /// The node of the other side that has statements of this one: it was merged into it, or split from it.
    public let partner: Entity?
  }

  /// A node or a line on both sides, with something other about it.
  public struct Change<Value: Hashable & Sendable>: Hashable, Sendable {
    public let before: Value
    public let after: Value
  }

  /// All that ties one node to another by one relation.
  public struct Line: Hashable, Sendable {
    public let subject: Entity
    public let relation: Relation
    /// The other end; nil where the object is words.
    public let object: Entity?
    public let words: String?
    /// How it is told, the surest first.
    public let modalities: [Modality]
    /// How many articles tell it.
    public let sources: Int
    /// From the first day to the last, as the text says or, for what happens rather than holds, as its article is dated.
    public let time: TemporalExtent?
    /// With their articles, in order of identifier.
    public let citations: [Citation]
  }

  /// What can be other about a line.
  public enum Aspect: String, Hashable, Sendable, CaseIterable {
    case certainty, sources, time
  }

  /// In order of name and identifier.
  public let newNodes, goneNodes: [Arrival]
  /// Those whose name or type is another.
  public let changedNodes: [Change<Entity>]
  /// In order of the names of their nodes, then of relation.
  public let newLines, goneLines: [Line]
  public let changedLines: [Change<Line>]

  /// Both graphs in one, nodes as they are in the second, for a picture; and which nodes of it are of the first alone,
  /// which statements tell what only one side tells so.
  public let union: Subgraph
  public let goneNodeIDs: Set<Entity.ID>
  public let newStatements, goneStatements: Set<String>

  public var isEmpty: Bool {
    newNodes.isEmpty && goneNodes.isEmpty && changedNodes.isEmpty && newLines.isEmpty && goneLines.isEmpty
      && changedLines.isEmpty
  }

  /// Compares two graphs. Time n log n in their size.
  public init(from before: Subgraph, to after: Subgraph, caption: String = "") {
    let matching = NodeMatching(before: before, after: after)
    newNodes = after.entities.filter { !matching.isMatched(after: $0.id) }.map {
      Arrival(node: $0, partner: matching.origin(of: $0.id))
    }.sorted { ($0.node.name, $0.node.id) < ($1.node.name, $1.node.id) }
    goneNodes = before.entities.filter { matching.matched[$0.id] == nil }.map {
      Arrival(node: $0, partner: matching.destination(of: $0.id))
    }.sorted { ($0.node.name, $0.node.id) < ($1.node.name, $1.node.id) }

    let nodes = Dictionary(after.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    changedNodes = before.entities.compactMap { old -> Change<Entity>? in
      guard let new = matching.matched[old.id].flatMap({ nodes[$0] }), new.name != old.name || new.type != old.type
      else { return nil }
      return Change(before: old, after: new)
    }.sorted { ($0.after.name, $0.after.id) < ($1.after.name, $1.after.id) }

    // An identifier that means another node on the other side gives way.
    let taken = Set(nodes.keys)
    func name(_ id: Entity.ID) -> Entity.ID { matching.matched[id] ?? (taken.contains(id) ? id + "-before" : id) }
    let moved = before.statements.compactMap { $0.map({ name($0) }, words: { $0 }) }
    let old = LineTable(statements: moved, entities: before.entities, articles: before.articles, name: name)
    let new = LineTable(statements: after.statements, entities: after.entities, articles: after.articles) { $0 }
    newLines = new.lines.filter { old.byKey[$0.key] == nil }.map(\.value)
    goneLines = old.lines.filter { new.byKey[$0.key] == nil }.map(\.value)
    changedLines = new.lines.compactMap { key, line in
      guard let earlier = old.byKey[key], !line.differences(from: earlier).isEmpty else { return nil }
      return Change(before: earlier, after: line)
    }

    // After a correction the same statement may be of other nodes, and stands twice in a picture of both.
    let later = Dictionary(after.statements.map { ($0.id, $0.triple) }, uniquingKeysWith: { first, _ in first })
    let twice = Set(moved.filter { statement in later[statement.id].map { $0 != statement.triple } ?? false }.map(\.id))
    func identifier(_ id: String) -> String { twice.contains(id) ? id + "-before" : id }
    // What is told as surely on both sides is drawn as it was, whoever tells it.
    newStatements = Set(new.statements.filter { !old.tellings.contains($0.telling) }.map(\.id))
    goneStatements = Set(old.statements.filter { !new.tellings.contains($0.telling) }.map { identifier($0.id) })

    let statements =
      after.statements
      + moved.filter { later[$0.id] == nil || twice.contains($0.id) }.map {
        Statement(
          id: identifier($0.id), triple: $0.triple, event: $0.event, polarity: $0.polarity, factuality: $0.factuality,
          attribution: $0.attribution, time: $0.time, evidence: $0.evidence)
      }
    let gone = before.entities.filter { matching.matched[$0.id] == nil }.map {
      Entity(id: name($0.id), type: $0.type, name: $0.name, aliases: $0.aliases, identifiers: $0.identifiers)
    }
    goneNodeIDs = Set(gone.map(\.id))
    let articles = Dictionary((after.articles + before.articles).map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    union = Subgraph(
      entities: (after.entities + gone).sorted { $0.id < $1.id },
      statements: statements.sorted { ($0.evidence.article, $0.id) < ($1.evidence.article, $1.id) },
      articles: articles.values.sorted { $0.id < $1.id }, filter: caption)
  }
}

extension GraphDifference.Line {
  /// In what this line is another than it was, in the order of ``GraphDifference/Aspect``.
  public func differences(from before: GraphDifference.Line) -> [GraphDifference.Aspect] {
    GraphDifference.Aspect.allCases.filter { aspect in
      switch aspect {
      case .certainty: modalities != before.modalities
      case .sources: sources != before.sources
      case .time: time != before.time
      }
    }
  }
}

/// The lines of one graph, under keys that mean the same in both.
private struct LineTable {
  struct Key: Hashable, Comparable {
    let names: [String]
    let relation: Relation
    let subject: Entity.ID
    let object: Term<Entity.ID>

    func hash(into hasher: inout Hasher) {
      hasher.combine(relation)
      hasher.combine(subject)
      hasher.combine(object)
    }

    /// Names are for the order alone: a node may have another in the other graph.
    static func == (a: Key, b: Key) -> Bool {
      a.relation == b.relation && a.subject == b.subject && a.object == b.object
    }

    static func < (a: Key, b: Key) -> Bool {
      if a.names != b.names { return a.names.lexicographicallyPrecedes(b.names) }
      return Triple(subject: a.subject, relation: a.relation, object: a.object)
        < Triple(subject: b.subject, relation: b.relation, object: b.object)
    }
  }

  struct Telling: Hashable {
    let key: Key
    let modality: Modality
  }

  let lines: [(key: Key, value: GraphDifference.Line)]
  let byKey: [Key: GraphDifference.Line]
  /// Every statement with what it tells and how.
  let statements: [(id: String, telling: Telling)]
  let tellings: Set<Telling>

  /// - Parameter name: What the statements call an entity.
  init(
    statements: [Statement<Entity.ID>], entities: [Entity], articles: [Subgraph.Source],
    name: (Entity.ID) -> Entity.ID
  ) {
    let entities = Dictionary(entities.map { (name($0.id), $0) }, uniquingKeysWith: { first, _ in first })
    let articles = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var groups: [Key: [Statement<Entity.ID>]] = [:]
    var told: [(id: String, telling: Telling)] = []
    for statement in statements {
      var triple = statement.triple
      // What holds both ways has no direction.
      if let turned = triple.turned, turned.subject < triple.subject { triple = turned }
      let names = [entities[triple.subject]?.name ?? "", Self.words(triple.object, entities)]
      let key = Key(names: names, relation: triple.relation, subject: triple.subject, object: triple.object)
      groups[key, default: []].append(statement)
      told.append((statement.id, Telling(key: key, modality: statement.modality)))
    }
    lines = groups.sorted { $0.key < $1.key }.compactMap { key, members in
      guard let subject = entities[key.subject] else { return nil }
      var words: String?
      if case .literal(let literal) = key.object { words = literal }
      let object = key.object.node.flatMap { entities[$0] }
      guard words != nil || object != nil else { return nil }
      let times = members.compactMap { $0.time(publishedOn: articles[$0.evidence.article]?.published) }
      let citations = members.sorted { $0.id < $1.id }.map { statement -> Citation in
        let id = statement.evidence.article
        let source =
          articles[id] ?? Subgraph.Source(id: id, title: "", url: nil, publisher: nil, published: nil)
        return Citation(
          statement: statement, source: source, attribution: statement.attribution.map { Self.words($0, entities) })
      }
      let line = GraphDifference.Line(
        subject: subject, relation: key.relation, object: object, words: words,
        modalities: Set(members.map(\.modality)).sorted(), sources: Set(members.map(\.evidence.article)).count,
        time: TemporalExtent(around: times), citations: citations)
      return (key, line)
    }
    byKey = Dictionary(lines.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    self.statements = told
    tellings = Set(told.map(\.telling))
  }

  private static func words(_ term: Term<Entity.ID>, _ entities: [Entity.ID: Entity]) -> String {
    switch term {
    case .node(let id): entities[id]?.name ?? id
    case .literal(let words): words
    }
  }
}
