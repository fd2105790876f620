/// What ties two nodes: one of the vocabulary, or an open phrase.
///
/// The raw value is a vocabulary name (`met`) or `other:` and the verb phrase as lemmas (`other:sell house to`).
public struct Relation: RawRepresentable, Hashable, Codable, Sendable, Comparable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public static func other(_ phrase: String) -> Relation { Relation(rawValue: "other:" + phrase) }

  /// The relation that a person means by its name, however cased and parted (`spoke-with`), by its label ("spoke with"), or
  /// by `other:` and a phrase; nil where there is none.
  public init?(named word: String) {
    let folded = word.lowercased()
    if folded.hasPrefix("other:"), folded.count > 6 {
      self = Relation(rawValue: folded)
      return
    }
    let name = folded.filter { $0 != "-" && $0 != "_" && $0 != " " }
    guard
      let found = RelationDefinition.vocabulary.first(where: {
        $0.name.lowercased() == name || $0.label.lowercased() == folded
      })
    else { return nil }
    self = Relation(rawValue: found.name)
  }

  /// The phrase of an open relation; nil for one of the vocabulary.
  public var phrase: String? { rawValue.hasPrefix("other:") ? String(rawValue.dropFirst(6)) : nil }

  public var definition: RelationDefinition? { RelationDefinition.byName[rawValue] }

  public var category: RelationCategory { definition?.category ?? .other }

  public var isSymmetric: Bool { definition?.isSymmetric ?? false }

  /// For people: "spoke with", or the open phrase.
  public var label: String { definition?.label ?? phrase ?? rawValue }

  public static func < (a: Relation, b: Relation) -> Bool { a.rawValue < b.rawValue }

  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var c = encoder.singleValueContainer()
    try c.encode(rawValue)
  }
}

/// PLOVER's categories, and POWER and TIE for who holds what.
public enum RelationCategory: String, Hashable, Codable, Sendable, CaseIterable {
  case consult = "CONSULT", agree = "AGREE", support = "SUPPORT", cooperate = "COOPERATE", aid = "AID"
  case concede = "CONCEDE", request = "REQUEST", accuse = "ACCUSE", reject = "REJECT", threaten = "THREATEN"
  case protest = "PROTEST", sanction = "SANCTION", coerce = "COERCE", assault = "ASSAULT", power = "POWER"
  case tie = "TIE", other = "OTHER"
}

/// One line of the vocabulary.
public struct RelationDefinition: Hashable, Sendable {
  public let name: String
  public let category: RelationCategory
  public let label: String
  /// What it says of its subject, in a sentence.
  public let meaning: String
  /// Its label when told of the object: "was visited by"; nil where it is symmetric or its object is words.
  public let inverseLabel: String?
  public let isSymmetric: Bool
  /// Types that the subject and the object may have.
  public let domain: Set<EntityType>
  public let range: Set<EntityType>
  /// CAMEO event code (root or sub-code), where one fits; PLOVER's event type is the category.
  public let cameo: String?
  /// Wikidata property, where one fits; after `^`, one that goes from the object to the subject.
  public let wikidata: String?
  /// schema.org property or action, where one fits; after `^`, one that goes from the object to the subject.
  public let schemaOrg: String?

  /// The name of the relation from the object to the subject: `visitedBy`, `hasMember`.
  public var inverseName: String? {
    guard let inverseLabel else { return nil }
    let words = inverseLabel.split(separator: " ").drop { $0 == "was" || $0 == "is" }
    return words.enumerated().map { $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst() }.joined()
  }

  public static let byName: [String: RelationDefinition] =
    Dictionary(vocabulary.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
