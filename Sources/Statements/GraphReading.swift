/// A part of the graph, or all of it, read piece by piece: what every export writes from.
///
/// Each pass hands over one thing after the other and holds no more than that one and what is told of it; a pass may look
/// things up with the functions below it. Order and content are those of ``Subgraph``, whatever stands behind. Passes
/// rethrow what `body` throws.
package protocol GraphReading {
  /// What was asked for, in words for a caption; empty for the whole graph.
  var filter: String { get }

  /// The nodes, by identifier.
  func entities(_ body: (Entity) throws -> Void) throws
  /// The same, each with what ``facts(of:)`` gives.
  func entitiesWithFacts(_ body: (Entity, [Triple<Entity.ID>]) throws -> Void) throws
  /// What happened, by identifier.
  func events(_ body: (Event<Entity.ID>) throws -> Void) throws
  /// The same, each with how surely the statements that it gave rise to tell it; nil where none of this part rests on it.
  func eventsWithModality(_ body: (Event<Entity.ID>, Modality?) throws -> Void) throws
  /// What is said, each with its evidence, by article, then by identifier, subject and object.
  func statements(_ body: (Statement<Entity.ID>) throws -> Void) throws
  /// The same, each with what stands around its quotation; nil where the article's text is not at hand.
  func statementsWithSurroundings(_ body: (Statement<Entity.ID>, Surroundings?) throws -> Void) throws
  /// The same by what they say (``StatementContent``), so that those that say the same follow each other; these by
  /// article, part, span and identifier.
  func statementsByContent(_ body: (Statement<Entity.ID>) throws -> Void) throws
  /// What the rest comes from, by identifier.
  func articles(_ body: (Subgraph.Source) throws -> Void) throws
  /// The same, each with the versions of the pipeline that read it, sorted.
  func articlesWithPipelines(_ body: (Subgraph.Source, [String]) throws -> Void) throws

  func entity(_ id: Entity.ID) throws -> Entity?
  func article(_ id: Article.ID) throws -> Subgraph.Source?
  /// What is told of a node as fact (asserted and positive): distinct, by relation and object. Symmetric relations are
  /// told of both their nodes.
  func facts(of node: Entity.ID) throws -> [Triple<Entity.ID>]
}

/// The words right before and after a quotation, by which it is found again in a text that has changed elsewhere.
package struct Surroundings: Hashable, Sendable {
  /// At most as many characters on each side.
  package static let length = 32

  package let before: String
  package let after: String

  /// What stands around a span of a text in UTF-8.
  package init(of span: Span, in text: [UInt8]) {
    // Enough bytes for as many characters of any script.
    let reach = Self.length * 4
    let start = min(max(0, span.start), text.count)
    let end = min(max(start, span.end), text.count)
    self.init(before: text[max(0, start - reach)..<start], after: text[end..<min(text.count, end + reach)])
  }

  /// - Parameters:
  ///   - before: UTF-8 up to the quotation; its first character may be cut, and is then left out.
  ///   - after: UTF-8 from the quotation's end on; the same with its last one.
  package init(before: ArraySlice<UInt8>, after: ArraySlice<UInt8>) {
    func isContinued(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
    self.before = String(String(decoding: before.drop(while: isContinued), as: UTF8.self).suffix(Self.length))
    var end = after.endIndex
    if let lead = after.lastIndex(where: { !isContinued($0) }) {
      let size = after[lead] < 0x80 ? 1 : after[lead] < 0xE0 ? 2 : after[lead] < 0xF0 ? 3 : 4
      if after.distance(from: lead, to: end) < size { end = lead }
    }
    self.after = String(String(decoding: after[..<end], as: UTF8.self).prefix(Self.length))
  }
}

/// Whether and how surely something is said to be so. The order is that of certainty: what is told as fact first.
public struct Modality: Hashable, Sendable, Comparable {
  public let polarity: Polarity
  public let factuality: Factuality

  public init(polarity: Polarity, factuality: Factuality) {
    self.polarity = polarity
    self.factuality = factuality
  }

  public var isFact: Bool { polarity == .positive && factuality == .asserted }

  public static func < (a: Modality, b: Modality) -> Bool { a.order < b.order }

  private var order: Int {
    (polarity == .positive ? 0 : Factuality.allCases.count) + (Factuality.allCases.firstIndex(of: factuality) ?? 0)
  }
}

extension Statement {
  public var modality: Modality { Modality(polarity: polarity, factuality: factuality) }
}

extension Triple: Comparable where Node: Comparable {
  /// By subject, relation and object, nodes before words.
  public static func < (a: Triple, b: Triple) -> Bool {
    if a.subject != b.subject { return a.subject < b.subject }
    if a.relation != b.relation { return a.relation < b.relation }
    switch (a.object, b.object) {
    case (.node(let x), .node(let y)): return x < y
    case (.literal(let x), .literal(let y)): return x < y
    case (.node, .literal): return true
    case (.literal, .node): return false
    }
  }
}

/// A reading of a graph that is in memory. Making it is linear in the graph, look-ups take constant time.
package struct SubgraphReading: GraphReading {
  private let graph: Subgraph
  private let entitiesByID: [Entity.ID: Entity]
  private let articlesByID: [Article.ID: Subgraph.Source]
  private let factsByNode: [Entity.ID: [Triple<Entity.ID>]]
  private let modalities: [String: Modality]
  private let pipelinesByArticle: [Article.ID: Set<String>]

  package init(_ graph: Subgraph) {
    self.graph = graph
    entitiesByID = Dictionary(graph.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    articlesByID = Dictionary(graph.articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var facts: [Entity.ID: Set<Triple<Entity.ID>>] = [:]
    var modalities: [String: Modality] = [:]
    var pipelines: [Article.ID: Set<String>] = [:]
    for statement in graph.statements {
      let triple = statement.triple
      if statement.modality.isFact {
        facts[triple.subject, default: []].insert(triple)
        if let turned = triple.turned { facts[turned.subject, default: []].insert(turned) }
      }
      if let event = statement.event {
        modalities[event] = min(modalities[event] ?? statement.modality, statement.modality)
      }
      pipelines[statement.evidence.article, default: []].insert(statement.evidence.pipeline)
    }
    factsByNode = facts.mapValues { $0.sorted() }
    self.modalities = modalities
    pipelinesByArticle = pipelines
  }

  package var filter: String { graph.filter }

  package func entities(_ body: (Entity) throws -> Void) throws { try graph.entities.forEach(body) }
  package func entitiesWithFacts(_ body: (Entity, [Triple<Entity.ID>]) throws -> Void) throws {
    try graph.entities.forEach { try body($0, facts(of: $0.id)) }
  }
  package func events(_ body: (Event<Entity.ID>) throws -> Void) throws { try graph.events.forEach(body) }
  package func eventsWithModality(_ body: (Event<Entity.ID>, Modality?) throws -> Void) throws {
    try graph.events.forEach { try body($0, modalities[$0.id]) }
  }
  package func statements(_ body: (Statement<Entity.ID>) throws -> Void) throws { try graph.statements.forEach(body) }
  package func statementsWithSurroundings(_ body: (Statement<Entity.ID>, Surroundings?) throws -> Void) throws {
    try graph.statements.forEach { try body($0, nil) }
  }
  package func articles(_ body: (Subgraph.Source) throws -> Void) throws { try graph.articles.forEach(body) }
  package func articlesWithPipelines(_ body: (Subgraph.Source, [String]) throws -> Void) throws {
    try graph.articles.forEach { try body($0, (pipelinesByArticle[$0.id] ?? []).sorted()) }
  }

  package func statementsByContent(_ body: (Statement<Entity.ID>) throws -> Void) throws {
    let keyed = graph.statements.map { (content: StatementContent($0), statement: $0) }
    let sorted = keyed.sorted { a, b in
      if a.content != b.content { return a.content < b.content }
      let (x, y) = (a.statement.evidence, b.statement.evidence)
      return (x.article, x.part, x.span, a.statement.id) < (y.article, y.part, y.span, b.statement.id)
    }
    for (_, statement) in sorted { try body(statement) }
  }

  package func entity(_ id: Entity.ID) -> Entity? { entitiesByID[id] }
  package func article(_ id: Article.ID) -> Subgraph.Source? { articlesByID[id] }
  package func facts(of node: Entity.ID) -> [Triple<Entity.ID>] { factsByNode[node] ?? [] }
}

extension Triple {
  /// The same said of the object; nil where the relation has a direction, or the object is words.
  package var turned: Triple? {
    guard relation.isSymmetric, let node = object.node else { return nil }
    return Triple(subject: node, relation: relation, object: .node(subject))
  }
}
