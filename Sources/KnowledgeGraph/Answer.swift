import Statements

/// One statement with the article that makes it.
public struct Citation: Hashable, Codable, Sendable {
  public let statement: Statement<Entity.ID>
  public let source: Subgraph.Source
  /// Whoever the article names as saying so.
  public let attribution: String?

  public init(statement: Statement<Entity.ID>, source: Subgraph.Source, attribution: String?) {
    self.statement = statement
    self.source = source
    self.attribution = attribution
  }

  /// How far what it says may be told as true.
  public var standing: Standing { Standing(statement) }

  /// The day to sort it by: what the text says, or the article's own.
  public var day: PartialDate? { statement.time?.start ?? statement.time?.end ?? source.published }
}

/// How far a statement may be told as true; the order is that of telling.
public enum Standing: String, Hashable, Codable, Sendable, CaseIterable, Comparable {
  /// Told as fact, or claimed by a source that is named with it.
  case fact
  /// Scheduled, or merely possible.
  case planned
  /// Of so low a confidence that it is more likely read wrongly (``Evidence/leastTrusted``).
  case doubtful
  /// Denied, or said not to have happened.
  case denied

  public init(_ statement: Statement<Entity.ID>) {
    switch (statement.polarity, statement.factuality) {
    case (.negative, _), (_, .denied): self = .denied
    case _ where statement.evidence.confidence < Evidence.leastTrusted: self = .doubtful
    case (_, .planned), (_, .possible): self = .planned
    case (_, .asserted), (_, .reported): self = .fact
    }
  }

  public static func < (a: Standing, b: Standing) -> Bool { a.order < b.order }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What ties a node to one other: a relation, its direction, and every passage that says so.
public struct Tie: Hashable, Codable, Sendable {
  public enum Direction: String, Hashable, Codable, Sendable {
    case out, `in`, both
  }

  /// The other end; nil where the object is words.
  public let other: Entity?
  public let literal: String?
  public let relation: Relation
  public let direction: Direction
  public let standing: Standing
  /// Oldest first; undated last.
  public let citations: [Citation]

  public init(
    other: Entity?, literal: String?, relation: Relation, direction: Direction, standing: Standing,
    citations: [Citation]
  ) {
    self.other = other
    self.literal = literal
    self.relation = relation
    self.direction = direction
    self.standing = standing
    self.citations = citations
  }

  /// How many articles say so.
  public var sources: Int { Set(citations.map(\.source.id)).count }
}

/// The answer to a question about one node.
public struct Answer: Hashable, Codable, Sendable {
  public let node: Entity
  /// Facts first, then what is planned, then what is denied; within each, by the number of articles, then by name.
  public let ties: [Tie]

  public init(node: Entity, ties: [Tie]) {
    self.node = node
    self.ties = ties
  }
}

/// A shortest way between two nodes.
public struct Path: Hashable, Codable, Sendable {
  public let nodes: [Entity]
  /// For each step, what ties its two ends, as seen from the first.
  public let steps: [[Tie]]

  public init(nodes: [Entity], steps: [[Tie]]) {
    self.nodes = nodes
    self.steps = steps
  }
}

/// What a search found.
public struct SearchResult: Hashable, Codable, Sendable {
  public struct Passage: Hashable, Codable, Sendable {
    public let article: Subgraph.Source
    /// Some words around the match, as the article has them, without line breaks.
    public let snippet: String

    public init(article: Subgraph.Source, snippet: String) {
      self.article = article
      self.snippet = snippet
    }
  }

  public let nodes: [NodeSummary]
  public let passages: [Passage]

  public init(nodes: [NodeSummary], passages: [Passage]) {
    self.nodes = nodes
    self.passages = passages
  }
}

/// How large the graph is.
public struct GraphStatistics: Hashable, Codable, Sendable {
  public struct Count: Hashable, Codable, Sendable {
    public let name: String
    public let count: Int

    public init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  public let articles: Int
  public let firstDay: String?
  public let lastDay: String?
  public let entities: Int
  /// Entities of articles before merging.
  public let articleEntities: Int
  public let statements: Int
  public let events: Int
  public let types: [Count]
  public let relations: [Count]
  public let standings: [Count]
  public let publishers: [Count]
}
