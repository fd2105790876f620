/// What ties two nodes: one of the vocabulary, or an open phrase.
///
/// The raw value is a vocabulary name (`met`) or `other:` and the verb phrase as lemmas (`other:sell house to`).
public struct Relation: RawRepresentable, Hashable, Codable, Sendable, Comparable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public static func other(_ phrase: String) -> Relation { Relation(rawValue: "other:" + phrase) }

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
  public let isSymmetric: Bool
  /// Types that the subject and the object may have.
  public let domain: Set<EntityType>
  public let range: Set<EntityType>
  /// CAMEO event code (root or sub-code), where one fits; PLOVER's event type is the category.
  public let cameo: String?
  /// Wikidata property, where one fits.
  public let wikidata: String?
  /// schema.org property or action, where one fits.
  public let schemaOrg: String?

  public static let byName: [String: RelationDefinition] =
    Dictionary(vocabulary.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
