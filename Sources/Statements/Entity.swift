/// A thing in the world that articles name: a node.
public struct Entity: Hashable, Codable, Sendable, Identifiable {
  public typealias ID = String

  public let id: ID
  public let type: EntityType
  /// The fullest name.
  public let name: String
  /// All other names and descriptions that refer to it, sorted; pronouns are not listed.
  public let aliases: [String]
  /// Identifiers elsewhere, such as `iso3166`: `RU`.
  public let identifiers: [String: String]

  public init(
    id: ID, type: EntityType, name: String, aliases: [String] = [], identifiers: [String: String] = [:]
  ) {
    self.id = id
    self.type = type
    self.name = name
    self.aliases = aliases
    self.identifiers = identifiers
  }
}

/// Whether two entities are one, and why.
public struct Judgement: Hashable, Codable, Sendable {
  public enum Verdict: String, Hashable, Codable, Sendable {
    case same, different, unsure
  }

  public enum Author: Hashable, Codable, Sendable {
    /// A rule or scorer of ours, by name.
    case machine(String)
    /// A person; their word beats the machine's.
    case person(String)
  }

  public let left: Entity.ID
  public let right: Entity.ID
  public let verdict: Verdict
  /// Estimated probability that they are one, 0…1.
  public let score: Double
  public let reason: String
  public let author: Author
  /// The day a person decided; nil for the machine's, which must not depend on the day it ran.
  public let date: PartialDate?

  public init(
    left: Entity.ID, right: Entity.ID, verdict: Verdict, score: Double, reason: String, author: Author,
    date: PartialDate? = nil
  ) {
    self.left = left
    self.right = right
    self.verdict = verdict
    self.score = score
    self.reason = reason
    self.author = author
    self.date = date
  }
}

/// What one article says, with its mentions resolved to entities of that article.
public struct ArticleGraph: Hashable, Codable, Sendable {
  public struct EntityMention: Hashable, Codable, Sendable {
    public let entity: Entity.ID
    public let part: ArticlePart
    public let span: Span
    public let text: String
    public let form: Mention.Form

    public init(entity: Entity.ID, part: ArticlePart, span: Span, text: String, form: Mention.Form) {
      self.entity = entity
      self.part = part
      self.span = span
      self.text = text
      self.form = form
    }
  }

  public let article: Article
  public let entities: [Entity]
  public let mentions: [EntityMention]
  public let statements: [Statement<Entity.ID>]
  public let events: [Event<Entity.ID>]
  /// Why mentions of different names are one entity: `left` and `right` are the names as written.
  public let judgements: [Judgement]

  public init(
    article: Article, entities: [Entity], mentions: [EntityMention], statements: [Statement<Entity.ID>],
    events: [Event<Entity.ID>], judgements: [Judgement]
  ) {
    self.article = article
    self.entities = entities
    self.mentions = mentions
    self.statements = statements
    self.events = events
    self.judgements = judgements
  }
}

/// A part of the graph, or all of it: what Rendering and Export read. Everything sorted by identifier, statements by article
/// first.
public struct Subgraph: Hashable, Codable, Sendable {
  public struct Source: Hashable, Codable, Sendable, Identifiable {
    public let id: Article.ID
    public let title: String
    public let url: String?
    public let publisher: String?
    public let published: PartialDate?

    public init(id: Article.ID, title: String, url: String?, publisher: String?, published: PartialDate?) {
      self.id = id
      self.title = title
      self.url = url
      self.publisher = publisher
      self.published = published
    }

    public init(_ article: Article) {
      self.init(
        id: article.id, title: article.title, url: article.url?.absoluteString, publisher: article.publisher,
        published: article.published)
    }
  }

  public let entities: [Entity]
  public let statements: [Statement<Entity.ID>]
  public let events: [Event<Entity.ID>]
  public let articles: [Source]
  /// How many entities and statements the whole graph has.
  public let totalEntities: Int
  public let totalStatements: Int
  /// What was asked for, in words for a caption; empty for the whole graph.
  public let filter: String

  public init(
    entities: [Entity], statements: [Statement<Entity.ID>], events: [Event<Entity.ID>] = [], articles: [Source],
    totalEntities: Int? = nil, totalStatements: Int? = nil, filter: String = ""
  ) {
    self.entities = entities
    self.statements = statements
    self.events = events
    self.articles = articles
    self.totalEntities = totalEntities ?? entities.count
    self.totalStatements = totalStatements ?? statements.count
    self.filter = filter
  }
}
