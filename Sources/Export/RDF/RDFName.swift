import Statements

/// The vocabularies that an export speaks.
package enum RDFNamespace: String, Sendable, CaseIterable {
  case entente, schema, org, sem, oa, prov, time, rdf, rdfs, xsd, owl, skos, sh

  /// The IRI that names are appended to; our own is told by the options.
  func iri(_ options: ExportOptions) -> String {
    switch self {
    case .entente: options.vocabulary
    case .schema: "https://schema.org/"
    case .org: "http://www.w3.org/ns/org#"
    case .sem: "http://semanticweb.cs.vu.nl/2009/11/sem/"
    case .oa: "http://www.w3.org/ns/oa#"
    case .prov: "http://www.w3.org/ns/prov#"
    case .time: "http://www.w3.org/2006/time#"
    case .rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    case .rdfs: "http://www.w3.org/2000/01/rdf-schema#"
    case .xsd: "http://www.w3.org/2001/XMLSchema#"
    case .owl: "http://www.w3.org/2002/07/owl#"
    case .skos: "http://www.w3.org/2004/02/skos/core#"
    case .sh: "http://www.w3.org/ns/shacl#"
    }
  }
}

/// A class, property or individual of a vocabulary: `schema:Person`. The local part is letters and digits.
package struct RDFName: Hashable, Sendable {
  package let space: RDFNamespace
  package let local: String

  package init(_ space: RDFNamespace, _ local: String) {
    self.space = space
    self.local = local
  }

  /// `schema:Person`
  var short: String { space.rawValue + ":" + local }

  func iri(_ options: ExportOptions) -> String { space.iri(options) + local }
}

/// A property with what JSON-LD's context says of it. There is one object of each, since values by the million point to it.
package final class RDFProperty: Hashable, Sendable {
  /// What a plain JSON string stands for.
  enum Coercion: Hashable, Sendable {
    case text
    case iri
    /// A name of our vocabulary.
    case name
    case typed(RDFName)
  }

  package let name: RDFName
  /// The key in JSON-LD.
  package let term: String
  let coercion: Coercion
  /// Always an array in JSON-LD.
  let isMany: Bool

  private init(_ space: RDFNamespace, _ local: String, _ coercion: Coercion, as term: String? = nil, many: Bool = false)
  {
    name = RDFName(space, local)
    self.term = term ?? local
    self.coercion = coercion
    isMany = many
  }

  package static func == (a: RDFProperty, b: RDFProperty) -> Bool { a === b }

  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  /// A relation of the vocabulary, or `other`, as a property from node to node or, where it ranges over words, to words.
  static func relation(_ name: String) -> RDFProperty { relations[name] ?? other }

  private static let relations: [String: RDFProperty] = Dictionary(
    RelationDefinition.vocabulary.map {
      ($0.name, .init(.entente, $0.name, $0.range.isEmpty ? .text : .iri, many: true))
    },
    uniquingKeysWith: { first, _ in first })

  static let other = RDFProperty(.entente, "other", .iri, many: true)

  private static let date = Coercion.typed(RDFName(.xsd, "date"))
  private static let position = Coercion.typed(RDFName(.xsd, "nonNegativeInteger"))

  static let title = RDFProperty(.schema, "name", .text)
  static let aliases = RDFProperty(.schema, "alternateName", .text, as: "aliases", many: true)
  static let identifier = RDFProperty(.schema, "identifier", .iri, as: "identifiers", many: true)
  static let identifierKind = RDFProperty(.schema, "propertyID", .text)
  static let identifierValue = RDFProperty(.schema, "value", .text)
  static let sameAs = RDFProperty(.owl, "sameAs", .iri, many: true)

  static let subject = RDFProperty(.rdf, "subject", .iri)
  static let predicate = RDFProperty(.rdf, "predicate", .name, as: "relation")
  static let object = RDFProperty(.rdf, "object", .iri)
  static let objectText = RDFProperty(.entente, "objectText", .text)
  static let relationLabel = RDFProperty(.entente, "relationLabel", .text)
  static let factuality = RDFProperty(.entente, "factuality", .name)
  static let polarity = RDFProperty(.entente, "polarity", .name)
  static let attribution = RDFProperty(.entente, "attribution", .iri)
  static let attributionText = RDFProperty(.entente, "attributionText", .text)
  static let begin = RDFProperty(.entente, "begin", date)
  static let end = RDFProperty(.entente, "end", date, as: "until")
  static let event = RDFProperty(.entente, "event", .iri)
  static let confidence = RDFProperty(.entente, "confidence", .typed(RDFName(.xsd, "decimal")))
  static let rule = RDFProperty(.entente, "rule", .text)
  static let evidence = RDFProperty(.entente, "evidence", .iri)

  static let source = RDFProperty(.oa, "hasSource", .iri, as: "source")
  static let part = RDFProperty(.entente, "part", .name)
  static let selector = RDFProperty(.oa, "hasSelector", .iri, as: "selector", many: true)
  static let exact = RDFProperty(.oa, "exact", .text)
  static let before = RDFProperty(.oa, "prefix", .text)
  static let after = RDFProperty(.oa, "suffix", .text)
  static let selectionStart = RDFProperty(.oa, "start", position)
  static let selectionEnd = RDFProperty(.oa, "end", position)

  static let eventType = RDFProperty(.sem, "eventType", .name)
  static let actor = RDFProperty(.sem, "hasActor", .iri, as: "actors", many: true)
  static let place = RDFProperty(.sem, "hasPlace", .iri, as: "place")
  static let location = RDFProperty(.schema, "location", .iri)
  static let timeStamp = RDFProperty(.sem, "hasTimeStamp", date)
  static let beginTimeStamp = RDFProperty(.sem, "hasBeginTimeStamp", date)
  static let endTimeStamp = RDFProperty(.sem, "hasEndTimeStamp", date)
  static let startDate = RDFProperty(.schema, "startDate", date)
  static let endDate = RDFProperty(.schema, "endDate", date)
  static let status = RDFProperty(.schema, "eventStatus", .iri)
  static let participation = RDFProperty(.entente, "participation", .iri, as: "participants", many: true)
  static let participant = RDFProperty(.rdf, "value", .iri, as: "node")
  static let participantPart = RDFProperty(.sem, "roleType", .name, as: "participantPart")

  static let member = RDFProperty(.org, "member", .iri)
  static let organization = RDFProperty(.org, "organization", .iri, as: "ofOrganization")
  static let role = RDFProperty(.org, "role", .iri)
  static let during = RDFProperty(.org, "memberDuring", .iri)
  static let beginning = RDFProperty(.time, "hasBeginning", .iri)
  static let ending = RDFProperty(.time, "hasEnd", .iri)
  static let inDate = RDFProperty(.time, "inXSDDate", date)
  static let inMonth = RDFProperty(.time, "inXSDgYearMonth", .typed(RDFName(.xsd, "gYearMonth")))
  static let inYear = RDFProperty(.time, "inXSDgYear", .typed(RDFName(.xsd, "gYear")))

  static let headline = RDFProperty(.schema, "headline", .text)
  static let url = RDFProperty(.schema, "url", .iri)
  static let publisher = RDFProperty(.schema, "publisher", .iri)
  static let published = RDFProperty(.schema, "datePublished", date)

  static let generatedBy = RDFProperty(.prov, "wasGeneratedBy", .iri)
  static let derivedFrom = RDFProperty(.prov, "wasDerivedFrom", .iri)
  static let used = RDFProperty(.prov, "used", .iri)
  static let associatedWith = RDFProperty(.prov, "wasAssociatedWith", .iri)
  static let version = RDFProperty(.schema, "softwareVersion", .text)

  /// All that an export uses, for JSON-LD's context.
  static let all: [RDFProperty] =
    [
      title, aliases, identifier, identifierKind, identifierValue, sameAs, subject, predicate, object, objectText,
      relationLabel, factuality, polarity, attribution, attributionText, begin, end, event, confidence, rule, evidence,
      source, part, selector, exact, before, after, selectionStart, selectionEnd, eventType, actor, place, location,
      timeStamp, beginTimeStamp, endTimeStamp, startDate, endDate, status, participation, participant, participantPart,
      member,
      organization, role, during, beginning, ending, inDate, inMonth, inYear, headline, url, publisher, published,
      generatedBy, derivedFrom, used, associatedWith, version,
    ] + RelationDefinition.vocabulary.map { relation($0.name) } + [other]
}

/// What a property points to.
package enum RDFValue: Hashable, Sendable {
  /// A whole IRI, made safe.
  case iri(String)
  case name(RDFName)
  case text(String)
  case typed(String, RDFName)
  /// A whole number that cannot be negative.
  case position(Int)
  /// Another node, described here.
  indirect case node(RDFNode)
}

/// A thing with its types and properties, and the things that are described with it: what every serializer writes.
///
/// There are no blank nodes: each has an IRI that depends on what it is, so that two exports can be compared and joined.
package struct RDFNode: Hashable, Sendable {
  package let iri: String
  package let types: [RDFName]
  /// Values of one property stand together.
  package private(set) var values: [Pair] = []

  package struct Pair: Hashable, Sendable {
    package let property: RDFProperty
    package let value: RDFValue
  }

  init(_ iri: String, _ types: RDFName...) {
    self.iri = iri
    self.types = types
  }

  init(_ iri: String, types: [RDFName]) {
    self.iri = iri
    self.types = types
  }

  mutating func add(_ property: RDFProperty, _ value: RDFValue) {
    values.append(Pair(property: property, value: value))
  }

  mutating func add(_ property: RDFProperty, _ value: RDFValue?) {
    if let value { add(property, value) }
  }

  /// Hands the values of each property over, in order.
  func properties(_ body: (RDFProperty, ArraySlice<Pair>) throws -> Void) rethrows {
    var start = 0
    while start < values.count {
      let property = values[start].property
      let end = values[start...].firstIndex { $0.property != property } ?? values.count
      try body(property, values[start..<end])
      start = end
    }
  }
}
