/// What a statement's object is: another node, or words.
public enum Term<Node: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
  case node(Node)
  case literal(String)

  public var node: Node? {
    if case .node(let n) = self { n } else { nil }
  }

  public func map<Other>(_ transform: (Node) -> Other) -> Term<Other> {
    switch self {
    case .node(let n): .node(transform(n))
    case .literal(let s): .literal(s)
    }
  }
}

public struct Triple<Node: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
  public let subject: Node
  public let relation: Relation
  public let object: Term<Node>

  public init(subject: Node, relation: Relation, object: Term<Node>) {
    self.subject = subject
    self.relation = relation
    self.object = object
  }
}

public enum Polarity: String, Hashable, Codable, Sendable, CaseIterable {
  case positive, negative
}

/// How the text presents what a statement says.
public enum Factuality: String, Hashable, Codable, Sendable, CaseIterable {
  /// Told as a fact.
  case asserted
  /// Only claimed by a source.
  case reported
  /// Scheduled, promised, "will".
  case planned
  /// "May", "could", asked for, wanted, conditional.
  case possible
  /// The text says that someone denies it.
  case denied
}

/// One thing that an article says of two nodes (or of a node and a literal), and the words that say it.
///
/// `Node` is ``Mention/ID`` out of Extraction and ``Entity/ID`` out of Resolution.
public struct Statement<Node: Hashable & Codable & Sendable>: Hashable, Codable, Sendable, Identifiable {
  /// Derived from the article, the evidence's offsets and the triple's relation.
  public let id: String
  public let triple: Triple<Node>
  public let event: Event<Node>.ID?
  public let polarity: Polarity
  public let factuality: Factuality
  /// Who says so, where the article does not say it itself.
  public let attribution: Term<Node>?
  public let time: TemporalExtent?
  public let evidence: Evidence

  public init(
    triple: Triple<Node>, event: Event<Node>.ID? = nil, polarity: Polarity = .positive,
    factuality: Factuality = .asserted, attribution: Term<Node>? = nil, time: TemporalExtent? = nil,
    evidence: Evidence
  ) {
    self.init(
      id: Self.identifier(triple.relation, polarity, factuality, evidence), triple: triple, event: event,
      polarity: polarity, factuality: factuality, attribution: attribution, time: time, evidence: evidence)
  }

  public init(
    id: String, triple: Triple<Node>, event: Event<Node>.ID?, polarity: Polarity, factuality: Factuality,
    attribution: Term<Node>?, time: TemporalExtent?, evidence: Evidence
  ) {
    self.id = id
    self.triple = triple
    self.event = event
    self.polarity = polarity
    self.factuality = factuality
    self.attribution = attribution
    self.time = time
    self.evidence = evidence
  }

  static func identifier(_ r: Relation, _ p: Polarity, _ f: Factuality, _ e: Evidence) -> String {
    let spans = ([e.subject] + e.relation + [e.object]).map { "\($0.start)-\($0.end)" }.joined(separator: ",")
    return ContentHash.identifier("s", [e.article, e.part.rawValue, spans, r.rawValue, p.rawValue, f.rawValue])
  }

  /// The same statement about other nodes; nil where a node has no counterpart. An attribution without one is dropped
  /// to its words.
  public func map<Other>(_ node: (Node) -> Other?, words: (Node) -> String) -> Statement<Other>? {
    guard let subject = node(triple.subject) else { return nil }
    let object: Term<Other>
    switch triple.object {
    case .node(let n):
      guard let mapped = node(n) else { return nil }
      object = .node(mapped)
    case .literal(let s): object = .literal(s)
    }
    let source: Term<Other>? =
      switch attribution {
      case .node(let n)?: node(n).map { .node($0) } ?? .literal(words(n))
      case .literal(let s)?: .literal(s)
      case nil: nil
      }
    return Statement<Other>(
      id: id, triple: Triple<Other>(subject: subject, relation: triple.relation, object: object), event: event,
      polarity: polarity, factuality: factuality, attribution: source, time: time, evidence: evidence)
  }
}

/// The words that prove a statement. All spans are UTF-8 bytes of the article's `part`.
public struct Evidence: Hashable, Codable, Sendable {
  public let article: Article.ID
  public let part: ArticlePart
  /// Index of the (first) sentence in the document.
  public let sentence: Int
  /// The passage, exactly as the article has it at `span`; it contains the words of subject, relation and object, or of
  /// mentions that corefer with subject and object.
  public let quote: String
  public let span: Span
  public let subject: Span
  public let object: Span
  public let relation: [Span]
  /// The rule or head that found it.
  public let rule: String
  /// Version of the pipeline and model.
  public let pipeline: String
  /// Estimated probability that the statement is right, 0…1.
  public let confidence: Double

  public init(
    article: Article.ID, part: ArticlePart, sentence: Int, quote: String, span: Span, subject: Span, object: Span,
    relation: [Span], rule: String, pipeline: String, confidence: Double
  ) {
    self.article = article
    self.part = part
    self.sentence = sentence
    self.quote = quote
    self.span = span
    self.subject = subject
    self.object = object
    self.relation = relation
    self.rule = rule
    self.pipeline = pipeline
    self.confidence = confidence
  }
}

extension Evidence {
  /// What names of rules begin with where no rule but the relation head found the statement.
  public static let headPrefix = "head/"

  public var isByHead: Bool { rule.hasPrefix(Self.headPrefix) }

  /// The confidence below which three statements in five or more are wrong: pictures and answers leave them out unless asked.
  public static let leastTrusted = 0.4
}

extension Evidence {
  /// What stands for a pipeline where a person says so.
  package static func pipeline(assertedBy person: String) -> String { "asserted by " + person }

  /// The person of such a pipeline; nil for a program's.
  package static func person(ofPipeline pipeline: String) -> String? {
    pipeline.hasPrefix("asserted by ") ? String(pipeline.dropFirst(12)) : nil
  }
}

/// Something that happened, with everyone who took part.
public struct Event<Node: Hashable & Codable & Sendable>: Hashable, Codable, Sendable, Identifiable {
  public typealias ID = String

  public enum Part: String, Hashable, Codable, Sendable {
    case agent, counterpart, host, inviter, target, topic, purpose
  }

  public struct Participant: Hashable, Codable, Sendable {
    public let node: Node
    public let part: Part

    public init(node: Node, part: Part) {
      self.node = node
      self.part = part
    }
  }

  public let id: ID
  public let article: Article.ID
  public let relation: Relation
  public let participants: [Participant]
  public let time: TemporalExtent?
  public let place: Node?

  public init(
    id: ID, article: Article.ID, relation: Relation, participants: [Participant], time: TemporalExtent?, place: Node?
  ) {
    self.id = id
    self.article = article
    self.relation = relation
    self.participants = participants
    self.time = time
    self.place = place
  }
}

extension Statement {
  /// When it held or happened: as the text says or, for what happens rather than holds, the day its article is dated.
  /// What has not happened has no day but its own.
  package func time(publishedOn day: PartialDate?) -> TemporalExtent? {
    if let time { return time }
    let isOccasion =
      triple.relation.category != .tie && polarity == .positive && (factuality == .asserted || factuality == .reported)
    return isOccasion ? day.map { TemporalExtent($0) } : nil
  }
}
