import Foundation
import Statements

/// What triples say of who deals with whom: statements with all that the exports give them, or, where there are none,
/// plain triples between nodes that have names.
struct JSONLDAssertions {
  private typealias Object = JSONLDTriples.Object

  private let vocabulary: String
  private var nodes: [String: [String: [Object]]] = [:]
  private var order: [String] = []

  private static let schema = "https://schema.org/"
  private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  private static let oa = "http://www.w3.org/ns/oa#"
  private static let prov = "http://www.w3.org/ns/prov#"
  private static let sem = "http://semanticweb.cs.vu.nl/2009/11/sem/"
  private static let org = "http://www.w3.org/ns/org#"
  private static let labels = [
    schema + "name", "http://www.w3.org/2000/01/rdf-schema#label", "http://xmlns.com/foaf/0.1/name",
    "http://www.w3.org/2004/02/skos/core#prefLabel",
  ]
  private static let types: [String: EntityType] = [
    schema + "Person": .person, "http://xmlns.com/foaf/0.1/Person": .person, schema + "Organization": .organization,
    "http://xmlns.com/foaf/0.1/Organization": .organization, org + "Organization": .organization,
    schema + "Place": .place, schema + "Country": .place, schema + "City": .place, schema + "Event": .event,
    schema + "NGO": .organization, schema + "Corporation": .organization,
    schema + "GovernmentOrganization": .organization, schema + "AdministrativeArea": .place,
  ]

  /// - Parameter vocabulary: What the names of our classes and properties are appended to.
  init(_ triples: [JSONLDTriples.Triple], vocabulary: String) {
    self.vocabulary = vocabulary
    for triple in triples {
      if nodes[triple.subject] == nil { order.append(triple.subject) }
      nodes[triple.subject, default: [:]][triple.predicate, default: []].append(triple.object)
    }
  }

  /// Each with the node that it was read from.
  var assertions: [(node: String, assertion: Result<Assertion, Unfit>)] {
    let statements = order.filter { isOf($0, [vocabulary + "Statement", Self.rdf + "Statement"]) }
    if !statements.isEmpty {
      return statements.map { node in (node, Result { () throws(Unfit) in try statement(node) }) }
    }
    return order.flatMap { node in plain(node).map { (node, .success($0)) } }
  }

  // MARK: Statements

  private func statement(_ node: String) throws(Unfit) -> Assertion {
    guard let subject = iri(node, Self.rdf + "subject"), let predicate = iri(node, Self.rdf + "predicate") else {
      throw Unfit(reason: "has no rdf:subject or rdf:predicate", remedy: "give it both, as IRIs")
    }
    let object: Term<Assertion.Thing>
    if let thing = iri(node, Self.rdf + "object") {
      object = .node(self.thing(thing))
    } else if let words = text(node, vocabulary + "objectText") ?? text(node, Self.rdf + "object") {
      object = .literal(words)
    } else {
      throw Unfit(reason: "has no rdf:object", remedy: "give it one, or an objectText")
    }
    let relation = try relation(predicate, label: text(node, vocabulary + "relationLabel"))
    let evidence = iri(node, vocabulary + "evidence")
    let article =
      evidence.flatMap { iri($0, Self.oa + "hasSource") } ?? iri(node, Self.prov + "wasDerivedFrom")
    let quote = evidence.flatMap { evidence in
      nodes[evidence]?[Self.oa + "hasSelector"]?.lazy.compactMap { selector in
        if case .iri(let iri) = selector { text(iri, Self.oa + "exact") } else { nil }
      }.first
    }
    let isTitle = evidence.flatMap { iri($0, vocabulary + "part") } == vocabulary + "title"
    let polarity: Polarity = try choice(node, "polarity") ?? .positive
    let factuality: Factuality = try choice(node, "factuality") ?? .asserted
    let subjectThing = thing(subject)
    var assertion = Assertion(
      id: Self.identifier(node, "statement"), subject: subjectThing, relation: relation, object: object,
      polarity: polarity, factuality: factuality, source: source(article),
      words: Assertion.Words(
        text: quote ?? Self.sentence(subjectThing.name, relation, object), part: isTitle ? .title : .text))
    if let who = iri(node, vocabulary + "attribution") {
      assertion.attribution = .node(thing(who))
    } else {
      assertion.attribution = text(node, vocabulary + "attributionText").map { .literal($0) }
    }
    assertion.time = TemporalExtent(start: try date(node, "begin"), end: try date(node, "end"))
    if let event = iri(node, vocabulary + "event") { assertion.event = happening(event, of: article) }
    if let number = text(node, vocabulary + "confidence") {
      guard let value = Double(number), (0...1).contains(value) else {
        throw Unfit(reason: "its confidence '\(number)' is no number from 0 to 1", remedy: "write one, or leave it out")
      }
      assertion.confidence = value
    }
    assertion.rule = text(node, vocabulary + "rule")
    let agent = iri(node, Self.prov + "wasGeneratedBy").flatMap { iri($0, Self.prov + "wasAssociatedWith") }
    assertion.pipeline = agent.flatMap { agent in
      text(agent, Self.schema + "softwareVersion")
        ?? text(agent, Self.schema + "name").map { Evidence.pipeline(assertedBy: $0) }
    }
    return assertion
  }

  /// An event that a statement of an article names; nil where it is not described.
  private func happening(_ event: String, of article: String?) -> Assertion.Happening? {
    guard let type = iri(event, Self.sem + "eventType"),
      let relation = try? relation(type, label: text(event, vocabulary + "relationLabel"))
    else { return nil }
    var happening = Assertion.Happening(key: event, relation: relation)
    // An identifier belongs to one article.
    if iri(event, Self.prov + "wasDerivedFrom") == article { happening.id = Self.identifier(event, "event") }
    for case .iri(let participation) in nodes[event]?[vocabulary + "participation"] ?? [] {
      guard let who = iri(participation, Self.rdf + "value"), let part = iri(participation, Self.sem + "roleType"),
        let part = Event<Entity.ID>.Part(rawValue: String(part.dropFirst(vocabulary.count)))
      else { continue }
      happening.participants.append(Assertion.Participant(thing: thing(who), part: part))
    }
    func date(_ name: String) -> PartialDate? { text(event, Self.sem + name).flatMap { PartialDate($0) } }
    let day = date("hasTimeStamp")
    happening.time = TemporalExtent(start: day ?? date("hasBeginTimeStamp"), end: day ?? date("hasEndTimeStamp"))
    happening.place = iri(event, Self.sem + "hasPlace").map(thing)
    return happening
  }

  private func choice<Value: RawRepresentable & CaseIterable>(_ node: String, _ name: String) throws(Unfit) -> Value?
  where Value.RawValue == String {
    guard let told = iri(node, vocabulary + name) ?? text(node, vocabulary + name) else { return nil }
    let word = told.hasPrefix(vocabulary) ? String(told.dropFirst(vocabulary.count)) : told
    if let value = Value(rawValue: word) { return value }
    throw Unfit(
      reason: "'\(word)' is no \(name)",
      remedy: "write one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
  }

  private func date(_ node: String, _ name: String) throws(Unfit) -> PartialDate? {
    guard let text = text(node, vocabulary + name) else { return nil }
    if let date = PartialDate(text) { return date }
    throw Unfit(reason: "'\(text)' is no date", remedy: "write 2021, 2021-05 or 2021-05-02")
  }

  private func relation(_ predicate: String, label: String?) throws(Unfit) -> Relation {
    if predicate == vocabulary + "other" { return .other(label ?? "other") }
    if predicate.hasPrefix(vocabulary) { return try Relation(asserted: String(predicate.dropFirst(vocabulary.count))) }
    return foreign(predicate).relation
  }

  /// The relation that a property of another vocabulary comes close to, or its own name as an open phrase; and whether it
  /// goes from the property's object to its subject.
  private func foreign(_ predicate: String) -> (relation: Relation, isInverse: Bool) {
    let name = predicate.split { $0 == "/" || $0 == "#" || $0 == ":" }.last.map(String.init) ?? predicate
    for definition in RelationDefinition.vocabulary {
      let terms = [
        predicate.hasPrefix(Self.schema) ? definition.schemaOrg : nil,
        predicate.contains("wikidata.org/") ? definition.wikidata : nil,
      ]
      for isInverse in [false, true] where terms.contains((isInverse ? "^" : "") + name) {
        return (Relation(rawValue: definition.name), isInverse)
      }
    }
    var words = ""
    for character in name {
      words +=
        character.isUppercase
        ? " " + character.lowercased() : character == "_" || character == "-" ? " " : String(character)
    }
    return (.other(words.trimmingCharacters(in: .whitespaces)), false)
  }

  /// The same for a property of ours or another's; nil for one of ours that is no relation.
  private func tie(_ predicate: String) -> (relation: Relation, isInverse: Bool)? {
    guard predicate.hasPrefix(vocabulary) else { return foreign(predicate) }
    let name = String(predicate.dropFirst(vocabulary.count))
    if let relation = Relation(named: name) { return (relation, false) }
    let inverse = RelationDefinition.vocabulary.first { $0.inverseName == name }
    return inverse.map { (Relation(rawValue: $0.name), true) }
  }

  // MARK: Plain triples

  private func plain(_ node: String) -> [Assertion] {
    guard let properties = nodes[node], label(node) != nil else { return [] }
    let subject = thing(node)
    var found: [Assertion] = []
    for predicate in properties.keys.sorted() {
      for object in properties[predicate] ?? [] {
        guard let (relation, isInverse) = tie(predicate) else { continue }
        let isWords = relation.definition?.range.isEmpty == true
        var subject = subject
        let term: Term<Assertion.Thing>
        switch object {
        case .iri(let iri) where label(iri) != nil && iri != node && !isWords:
          term = .node(isInverse ? subject : thing(iri))
          if isInverse { subject = thing(iri) }
        case .text(let words) where isWords: term = .literal(words)
        default: continue
        }
        found.append(
          Assertion(
            subject: subject, relation: relation, object: term, source: source(nil),
            words: Assertion.Words(text: Self.sentence(subject.name, relation, term), part: .text)))
      }
    }
    return found
  }

  /// The triple in words, where nobody quoted any.
  private static func sentence(_ subject: String, _ relation: Relation, _ object: Term<Assertion.Thing>) -> String {
    switch object {
    case .node(let thing): "\(subject) \(relation.label) \(thing.name)."
    case .literal(let words): "\(subject) \(relation.label): \(words)."
    }
  }

  // MARK: Nodes

  private func thing(_ node: String) -> Assertion.Thing {
    var thing = Assertion.Thing(key: node, name: label(node) ?? Self.readable(node), type: type(node))
    thing.aliases = texts(node, Self.schema + "alternateName").sorted()
    for case .iri(let identifier) in nodes[node]?[Self.schema + "identifier"] ?? [] {
      if let kind = text(identifier, Self.schema + "propertyID") {
        thing.identifiers[kind] = text(identifier, Self.schema + "value")
      }
    }
    for case .iri(let other) in nodes[node]?["http://www.w3.org/2002/07/owl#sameAs"] ?? [] {
      if let match = other.wholeMatch(of: /https?:\/\/www\.wikidata\.org\/(entity|wiki)\/(Q[0-9]+)/) {
        thing.identifiers["wikidata"] = String(match.2)
      }
    }
    return thing
  }

  private func type(_ node: String) -> EntityType? {
    for case .iri(let type) in nodes[node]?[JSONLDTriples.type] ?? [] {
      if type == vocabulary + "Role" { return .role }
      if let known = Self.types[type] { return known }
    }
    return nil
  }

  private func source(_ article: String?) -> Assertion.Source {
    var source = Assertion.Source()
    guard let article else { return source }
    source.article = Self.identifier(article, "article") ?? article
    source.title = text(article, Self.schema + "headline") ?? text(article, Self.schema + "name") ?? ""
    source.url = iri(article, Self.schema + "url") ?? text(article, Self.schema + "url")
    source.publisher =
      iri(article, Self.schema + "publisher").flatMap(label) ?? text(article, Self.schema + "publisher")
    source.published = text(article, Self.schema + "datePublished").flatMap { PartialDate($0) }
    return source
  }

  private func label(_ node: String) -> String? {
    for property in Self.labels {
      if let text = texts(node, property).min(), !text.allSatisfy(\.isWhitespace) { return text }
    }
    return nil
  }

  private static func readable(_ iri: String) -> String {
    let last = iri.split { $0 == "/" || $0 == "#" || $0 == ":" }.last.map(String.init) ?? iri
    return last.removingPercentEncoding ?? last
  }

  /// The identifier in an IRI of ours: what follows `statement:`.
  private static func identifier(_ iri: String, _ kind: String) -> String? {
    guard let range = iri.firstRange(of: kind + ":") else { return nil }
    let id = String(iri[range.upperBound...])
    return id.isEmpty || id.contains(":") ? nil : id.removingPercentEncoding
  }

  private func isOf(_ node: String, _ types: [String]) -> Bool {
    nodes[node]?[JSONLDTriples.type]?.contains { types.map(Object.iri).contains($0) } == true
  }

  private func iri(_ node: String, _ property: String) -> String? {
    for case .iri(let iri) in nodes[node]?[property] ?? [] { return iri }
    return nil
  }

  private func text(_ node: String, _ property: String) -> String? { texts(node, property).first }

  private func texts(_ node: String, _ property: String) -> [String] {
    (nodes[node]?[property] ?? []).compactMap { if case .text(let text) = $0 { text } else { nil } }
  }
}
