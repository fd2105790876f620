import Statements

/// Which part of the graph is asked for; as it stands, all of it.
public struct Selection: Hashable, Sendable {
  /// Names or identifiers of nodes: keep what lies within `depth` lines of any of them.
  public var around: [String]
  public var depth: Int
  /// Keep what holds or happened in this span. What the text does not date counts as of its article's day; what has
  /// neither is left out when a bound is given.
  public var since: PartialDate?
  public var until: PartialDate?
  /// Relations (`met`) or categories (`CONSULT`) to keep; empty for all.
  public var relations: [String]
  /// Keep statements of at least this confidence, 0…1.
  public var minimumConfidence: Double
  /// Keep pairs that at least so many articles tie, other than by a denial.
  public var minimumSources: Int
  /// Keep the so many pairs that most articles tie.
  public var top: Int?

  public init(
    around: [String] = [], depth: Int = 1, since: PartialDate? = nil, until: PartialDate? = nil,
    relations: [String] = [], minimumConfidence: Double = 0, minimumSources: Int = 1, top: Int? = nil
  ) {
    self.around = around
    self.depth = depth
    self.since = since
    self.until = until
    self.relations = relations
    self.minimumConfidence = minimumConfidence
    self.minimumSources = minimumSources
    self.top = top
  }
}

/// A node and how much is said of it.
public struct NodeSummary: Hashable, Codable, Sendable {
  public let entity: Entity
  /// Statements in which it is subject or object.
  public let statements: Int

  public init(entity: Entity, statements: Int) {
    self.entity = entity
    self.statements = statements
  }
}

extension Relation {
  /// What an asker means by a word: a relation, a category, an open phrase, or a label ("spoke with").
  static func asked(_ word: String) throws(LookupError) -> @Sendable (Relation) -> Bool {
    let folded = word.lowercased()
    if let category = RelationCategory.allCases.first(where: { $0.rawValue.lowercased() == folded }) {
      return { $0.category == category }
    }
    if let relation = Relation(named: word) { return { $0.rawValue.lowercased() == relation.rawValue.lowercased() } }
    throw .unknownRelation(name: word, known: RelationDefinition.vocabulary.map(\.name))
  }
}

/// A statement about entities or nodes; named here because GRDB has a `Statement` of its own.
package typealias Fact = Statement<Entity.ID>
