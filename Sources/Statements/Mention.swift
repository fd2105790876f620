/// A stretch of words that refers to something: a name, a noun phrase or a pronoun.
public struct Mention: Hashable, Codable, Sendable, Identifiable {
  public typealias ID = Int

  public enum Form: String, Hashable, Codable, Sendable {
    case name, nominal, pronoun
  }

  /// Index in ``Document/mentions``.
  public let id: ID
  public let sentence: Int
  /// Names: the name alone. Nominals: the phrase without relative clauses and what follows a comma.
  public let tokens: Range<Int>
  /// Index in the sentence of the word that the tree hangs the phrase from.
  public let head: Int
  public let form: Form
  public let type: EntityType

  public init(id: ID, sentence: Int, tokens: Range<Int>, head: Int, form: Form, type: EntityType) {
    self.id = id
    self.sentence = sentence
    self.tokens = tokens
    self.head = head
    self.form = form
    self.type = type
  }
}

/// What kind of thing is meant.
public enum EntityType: String, Hashable, Codable, Sendable, CaseIterable {
  case person, organization, place, event, role
  /// "Iranian", "Russians", "Catholic": resolved to the country, group or people it stands for.
  case demonym
  case date
  /// A work, product, law, or a phrase whose kind is not known.
  case other

  /// Whether a thing of this type is drawn as a node.
  public var isNode: Bool {
    switch self {
    case .person, .organization, .place, .event, .role: true
    case .demonym, .date, .other: false
    }
  }
}
