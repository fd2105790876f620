import Statements

/// The value of a property, as formats with types know them.
enum PropertyValue: Hashable, Sendable {
  case text(String)
  case flag(Bool)
  case whole(Int)
  case number(Double)
  /// For formats without lists, joined by `; `.
  case list([String])

  /// As text that programs read.
  var plain: String {
    switch self {
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .whole(let number): String(number)
    case .number(let number): number.isFinite ? String(number) : "0"
    case .list(let values): values.joined(separator: "; ")
    }
  }
}

/// One property that nodes or edges have in GraphML, GEXF, CSV, Neo4j and Cypher: what it is called there, what kind of
/// value it has, and how it is read off.
struct Property<Subject>: Sendable {
  enum Kind: Sendable {
    case text, flag, whole, number, list
  }

  let name: String
  let kind: Kind
  /// What `--without` must not name for it to be there; nil for always.
  let part: ExportPart?
  let value: @Sendable (Subject) -> PropertyValue?
}

/// A node with what is told of it as fact in words.
struct NodeRecord {
  let entity: Entity
  /// Offices held, as the articles word them, sorted.
  let roles: [String]

  /// - `type`: person, organization, place, event, role.
  /// - `aliases`: other names and descriptions; `identifiers`: `iso3166:RU`; `roles`: offices held.
  static let properties: [Property<NodeRecord>] = [
    .init(name: "type", kind: .text, part: nil) { .text($0.entity.type.rawValue) },
    .init(name: "aliases", kind: .list, part: nil) { .some($0.entity.aliases) },
    .init(name: "identifiers", kind: .list, part: nil) { node in
      .some(node.entity.identifiers.sorted { $0.key < $1.key }.map { $0.key + ":" + $0.value })
    },
    .init(name: "roles", kind: .list, part: .roles) { .some($0.roles) },
  ]
}

/// A statement with what is known of its article and of who says so.
struct EdgeRecord {
  let statement: Statement<Entity.ID>
  let article: Subgraph.Source?
  /// Name of the node, or words.
  let attribution: String?

  private var triple: Triple<Entity.ID> { statement.triple }
  private var evidence: Evidence { statement.evidence }

  /// When it held or happened as the text says or, for what happens rather than holds, as its article is dated.
  var time: TemporalExtent? { statement.time(publishedOn: article?.published) }

  /// The relation's name, or `other` for an open one, whose phrase is the label.
  var relation: String { triple.relation.definition?.name ?? "other" }

  /// - `relation`: of the vocabulary, or `other`; `label`: the same in words, or the open phrase; `category`: PLOVER's,
  ///   POWER, TIE, OTHER. `symmetric`: whether it holds both ways; the edge stands once.
  /// - `polarity`, `factuality`: only `positive` and `asserted` is told as a fact. `attribution`: who says so.
  /// - `time`: as the text says, ISO 8601 of any precision (`2019-07`, `2008/2016`, `2019/`); `start`, `end`: its first
  ///   and last day; where the text is silent, for what happens rather than holds, the article's.
  /// - `confidence`: 0…1. `event`: edges of one event share it.
  /// - `quote`: the words, at the UTF-8 bytes `from`..<`to` of the article's `part` (title or text).
  /// - `article`, `title`, `publisher`, `published`, `url`: where; `rule`, `pipeline`: how it was found.
  static let properties: [Property<EdgeRecord>] = claim + words + origin

  static let claim: [Property<EdgeRecord>] = [
    .init(name: "relation", kind: .text, part: nil) { .text($0.relation) },
    .init(name: "category", kind: .text, part: nil) { .text($0.triple.relation.category.rawValue) },
    .init(name: "symmetric", kind: .flag, part: nil) { .flag($0.triple.relation.isSymmetric) },
    .init(name: "polarity", kind: .text, part: nil) { .text($0.statement.polarity.rawValue) },
    .init(name: "factuality", kind: .text, part: nil) { .text($0.statement.factuality.rawValue) },
    .init(name: "attribution", kind: .text, part: nil) { $0.attribution.map { .text($0) } },
    .init(name: "time", kind: .text, part: nil) { $0.statement.time.map { .text($0.description) } },
    .init(name: "start", kind: .text, part: nil) { ($0.time?.start?.firstDay).map { .text($0.description) } },
    .init(name: "end", kind: .text, part: nil) { ($0.time?.end?.lastDay).map { .text($0.description) } },
    .init(name: "confidence", kind: .number, part: nil) { .number($0.evidence.confidence) },
    .init(name: "event", kind: .text, part: .events) { $0.statement.event.map { .text($0) } },
  ]

  static let words: [Property<EdgeRecord>] = [
    .init(name: "part", kind: .text, part: .evidence) { .text($0.evidence.part.rawValue) },
    .init(name: "from", kind: .whole, part: .evidence) { .whole($0.evidence.span.start) },
    .init(name: "to", kind: .whole, part: .evidence) { .whole($0.evidence.span.end) },
    .init(name: "quote", kind: .text, part: .evidence) { .text($0.evidence.quote) },
  ]

  static let origin: [Property<EdgeRecord>] = [
    .init(name: "article", kind: .text, part: .provenance) { .text($0.evidence.article) },
    .init(name: "title", kind: .text, part: .provenance) { ($0.article?.title).map { .text($0) } },
    .init(name: "publisher", kind: .text, part: .provenance) { ($0.article?.publisher).map { .text($0) } },
    .init(name: "published", kind: .text, part: .provenance) { ($0.article?.published).map { .text($0.description) } },
    .init(name: "url", kind: .text, part: .provenance) { ($0.article?.url).flatMap(RDFText.address).map { .text($0) } },
    .init(name: "rule", kind: .text, part: .provenance) { .text($0.evidence.rule) },
    .init(name: "pipeline", kind: .text, part: .provenance) { .text($0.evidence.pipeline) },
  ]
}

extension PropertyValue? {
  /// A list, or nothing where it is empty.
  fileprivate static func some(_ values: [String]) -> PropertyValue? { values.isEmpty ? nil : .list(values) }
}

extension Array {
  /// The properties that an export with these options has.
  func kept<Subject>(_ options: ExportOptions) -> [Property<Subject>] where Element == Property<Subject> {
    filter { $0.part.map(options.parts.contains) ?? true }
  }
}

extension GraphReading {
  /// The nodes with their offices, by identifier.
  func nodeRecords(_ options: ExportOptions, _ body: (NodeRecord) throws -> Void) throws {
    guard options.parts.contains(.roles) else { return try entities { try body(NodeRecord(entity: $0, roles: [])) } }
    try entitiesWithFacts { entity, facts in
      let roles = facts.compactMap { fact in
        if case .literal(let words) = fact.object, fact.relation.rawValue == "holdsRole" { words } else { nil }
      }
      try body(NodeRecord(entity: entity, roles: roles))
    }
  }

  /// The statements with their articles, which are looked up once for all the statements of one.
  func statementsWithArticles(_ body: (Statement<Entity.ID>, Subgraph.Source?) throws -> Void) throws {
    var source: Subgraph.Source?
    try statements { statement in
      if source?.id != statement.evidence.article { source = try article(statement.evidence.article) }
      try body(statement, source)
    }
  }

  /// The statements that the options ask for, each an edge of its own, in their order. `--without statements` leaves the
  /// facts, `--without facts` what is no fact.
  func edgeRecords(_ options: ExportOptions, _ body: (EdgeRecord) throws -> Void) throws {
    try statementsWithArticles { statement, article in
      guard options.parts.contains(statement.modality.isFact ? .facts : .statements) else { return }
      let attribution: String? =
        switch statement.attribution {
        case .node(let id)?: try entity(id)?.name
        case .literal(let words)?: words
        case nil: nil
        }
      try body(EdgeRecord(statement: statement, article: article, attribution: attribution))
    }
  }

  /// The same where both ends are nodes. Offices in words are found at the nodes.
  func nodeEdgeRecords(
    _ options: ExportOptions, _ body: (_ edge: EdgeRecord, _ target: Entity.ID) throws -> Void
  ) throws {
    try edgeRecords(options) { edge in
      if let target = edge.statement.triple.object.node { try body(edge, target) }
    }
  }
}
