import Statements

/// The graph as JSON-LD 1.1 with an inline context: entities with the direct edges derived from what is asserted,
/// statements with polarity, factuality, source and evidence, articles.
///
/// Mapping: an entity is a schema.org `Person`, `Organization`, `Place`, `Event` or our `Role`; a statement is an
/// `rdf:Statement` (`rdf:subject`, `rdf:predicate`, `rdf:object`) of class `Statement`; its evidence is a Web Annotation
/// `SpecificResource` whose selectors are the quotation and its UTF-8 bytes (`DataPositionSelector`) in the article's text or
/// headline; an article is a schema.org `NewsArticle`. A relation of the vocabulary is a property of our namespace, an
/// open one is `other` with its phrase as `relationLabel`.
///
/// A direct edge stands on an entity only where some statement asserts it: what is negated, planned, possible, denied or
/// only reported is found in the statements alone.
package struct JSONLDExport: Sendable {
  /// Namespace of the vocabulary's terms.
  package let vocabulary: String
  /// What identifiers of entities, statements and articles are appended to.
  package let base: String

  package init(vocabulary: String = "urn:entente:terms#", base: String = "urn:entente:") {
    self.vocabulary = vocabulary
    self.base = base
  }

  package func write(_ graph: Subgraph) -> String {
    var out = ""
    write(graph) { out += $0 }
    return out
  }

  /// Hands the document over piece by piece, one node a line.
  package func write(_ graph: Subgraph, to sink: (String) throws -> Void) rethrows {
    try sink("{\"@context\":\(context.text()),\n\"@graph\":[")
    var isFirst = true
    func node(_ value: JSONValue) throws {
      try sink((isFirst ? "\n" : ",\n") + value.text())
      isFirst = false
    }
    let edges = directEdges(graph.statements)
    for entity in graph.entities { try node(self.entity(entity, edges: edges[entity.id] ?? [:])) }
    for event in graph.events { try node(self.event(event)) }
    for statement in graph.statements { try node(self.statement(statement)) }
    for article in graph.articles { try node(self.article(article)) }
    try sink("\n]}\n")
  }

  // MARK: Context

  private var context: JSONValue {
    let reference: JSONValue = .string("@id")
    func term(_ iri: String, type: JSONValue? = nil, isSet: Bool = false) -> JSONValue {
      .object(
        [("@id", .string(iri))] + (type.map { [("@type", $0)] } ?? [])
          + (isSet ? [("@container", .string("@set"))] : []))
    }
    let date = "xsd:date"
    var members: [(key: String, value: JSONValue)] = [
      ("@version", .double(1.1)),
      ("entente", .string(vocabulary)),
      ("schema", .string("https://schema.org/")),
      ("rdf", .string("http://www.w3.org/1999/02/22-rdf-syntax-ns#")),
      ("oa", .string("http://www.w3.org/ns/oa#")),
      ("xsd", .string("http://www.w3.org/2001/XMLSchema#")),
      ("id", .string("@id")), ("type", .string("@type")),
      ("Person", .string("schema:Person")), ("Organization", .string("schema:Organization")),
      ("Place", .string("schema:Place")), ("NewsArticle", .string("schema:NewsArticle")),
      // schema.org's Event holds what happens and what is named alike.
      ("Event", .string("schema:Event")), ("Role", .string("entente:Role")),
      ("Statement", .string("entente:Statement")),
      ("name", .string("schema:name")), ("aliases", term("schema:alternateName", isSet: true)),
      ("identifiers", term("schema:identifier", isSet: true)),
      ("subject", term("rdf:subject", type: reference)),
      ("relation", term("rdf:predicate", type: .string("@vocab"))),
      ("object", term("rdf:object", type: reference)), ("objectText", .string("entente:objectText")),
      ("relationLabel", .string("entente:relationLabel")),
      ("factuality", term("entente:factuality", type: .string("@vocab"))),
      ("polarity", term("entente:polarity", type: .string("@vocab"))),
      ("attribution", term("entente:attribution", type: reference)),
      ("attributionText", .string("entente:attributionText")),
      ("time", .string("entente:time")), ("confidence", term("entente:confidence", type: .string("xsd:double"))),
      ("rule", .string("entente:rule")), ("pipeline", .string("entente:pipeline")),
      ("event", term("entente:event", type: reference)),
      ("evidence", .string("entente:evidence")), ("source", term("oa:hasSource", type: reference)),
      ("part", .string("entente:part")), ("selector", term("oa:hasSelector", isSet: true)),
      ("SpecificResource", .string("oa:SpecificResource")),
      ("TextQuoteSelector", .string("oa:TextQuoteSelector")),
      ("DataPositionSelector", .string("oa:DataPositionSelector")),
      ("exact", .string("oa:exact")), ("start", .string("oa:start")), ("end", .string("oa:end")),
      ("headline", .string("schema:headline")), ("url", term("schema:url", type: reference)),
      ("publisher", .string("schema:publisher")), ("datePublished", term("schema:datePublished", type: .string(date))),
      ("place", term("schema:location", type: reference)),
      ("participants", .string("entente:participants")), ("node", term("entente:node", type: reference)),
      ("participantPart", .string("entente:participantPart")),
    ]
    for value in Factuality.allCases { members.append((value.rawValue, .string("entente:" + value.rawValue))) }
    for value in [Polarity.positive, .negative] {
      members.append((value.rawValue, .string("entente:" + value.rawValue)))
    }
    for relation in RelationDefinition.vocabulary {
      let isLiteral = relation.range.isEmpty
      members.append((relation.name, term("entente:" + relation.name, type: isLiteral ? nil : reference, isSet: true)))
    }
    members.append(("other", term("entente:other", type: reference, isSet: true)))
    return .object(members)
  }

  // MARK: Nodes

  private func iri(_ kind: String, _ id: String) -> JSONValue { .string(base + kind + ":" + Self.encoded(id)) }

  private func entity(_ entity: Entity, edges: [String: Set<String>]) -> JSONValue {
    let type =
      switch entity.type {
      case .person: "Person"
      case .organization: "Organization"
      case .place: "Place"
      case .event: "Event"
      case .role, .demonym, .date, .other: "Role"
      }
    var members: [(key: String, value: JSONValue)] = [
      ("id", iri("entity", entity.id)), ("type", .string(type)), ("name", .string(entity.name)),
    ]
    if !entity.aliases.isEmpty { members.append(("aliases", .array(entity.aliases.map { .string($0) }))) }
    if !entity.identifiers.isEmpty {
      let pairs = entity.identifiers.sorted { $0.key < $1.key }
      members.append(("identifiers", .array(pairs.map { .string($0.key + ":" + $0.value) })))
    }
    for (relation, objects) in edges.sorted(by: { $0.key < $1.key }) {
      let isLiteral = RelationDefinition.byName[relation]?.range.isEmpty == true
      let values = objects.sorted().map { isLiteral ? JSONValue.string($0) : iri("entity", $0) }
      members.append((relation, .array(values)))
    }
    return .object(members)
  }

  private func event(_ event: Event<Entity.ID>) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("id", iri("event", event.id)), ("type", .string("Event")), ("relation", .string(term(event.relation))),
      ("source", iri("article", event.article)),
      (
        "participants",
        .array(
          event.participants.map {
            .object([("node", iri("entity", $0.node)), ("participantPart", .string($0.part.rawValue))])
          })
      ),
    ]
    if let time = event.time { members.append(("time", .string(time.description))) }
    if let place = event.place { members.append(("place", iri("entity", place))) }
    return .object(members)
  }

  private func statement(_ statement: Statement<Entity.ID>) -> JSONValue {
    let triple = statement.triple
    let evidence = statement.evidence
    var members: [(key: String, value: JSONValue)] = [
      ("id", iri("statement", statement.id)), ("type", .string("Statement")),
      ("subject", iri("entity", triple.subject)), ("relation", .string(term(triple.relation))),
      ("relationLabel", .string(triple.relation.label)),
    ]
    switch triple.object {
    case .node(let node): members.append(("object", iri("entity", node)))
    case .literal(let words): members.append(("objectText", .string(words)))
    }
    members.append(("factuality", .string(statement.factuality.rawValue)))
    members.append(("polarity", .string(statement.polarity.rawValue)))
    switch statement.attribution {
    case .node(let node)?: members.append(("attribution", iri("entity", node)))
    case .literal(let words)?: members.append(("attributionText", .string(words)))
    case nil: break
    }
    if let time = statement.time { members.append(("time", .string(time.description))) }
    if let event = statement.event { members.append(("event", iri("event", event))) }
    members.append(("confidence", .double(evidence.confidence)))
    members.append(("rule", .string(evidence.rule)))
    members.append(("pipeline", .string(evidence.pipeline)))
    members.append(
      (
        "evidence",
        .object([
          ("type", .string("SpecificResource")), ("source", iri("article", evidence.article)),
          ("part", .string(evidence.part.rawValue)),
          (
            "selector",
            .array([
              .object([("type", .string("TextQuoteSelector")), ("exact", .string(evidence.quote))]),
              .object([
                ("type", .string("DataPositionSelector")), ("start", .int(evidence.span.start)),
                ("end", .int(evidence.span.end)),
              ]),
            ])
          ),
        ])
      ))
    return .object(members)
  }

  private func article(_ source: Subgraph.Source) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("id", iri("article", source.id)), ("type", .string("NewsArticle")), ("headline", .string(source.title)),
    ]
    if let publisher = source.publisher { members.append(("publisher", .string(publisher))) }
    if let date = source.published { members.append(("datePublished", .string(date.description))) }
    if let url = source.url { members.append(("url", .string(Self.encoded(url, isAddress: true)))) }
    return .object(members)
  }

  // MARK: Parts

  private func term(_ relation: Relation) -> String { relation.definition?.name ?? "other" }

  /// Subject → relation → objects, from asserted, positive statements alone; symmetric ones both ways.
  private func directEdges(_ statements: [Statement<Entity.ID>]) -> [Entity.ID: [String: Set<String>]] {
    var edges: [Entity.ID: [String: Set<String>]] = [:]
    for statement in statements where statement.factuality == .asserted && statement.polarity == .positive {
      let triple = statement.triple
      let relation = term(triple.relation)
      switch triple.object {
      case .literal(let words): edges[triple.subject, default: [:]][relation, default: []].insert(words)
      case .node(let object):
        edges[triple.subject, default: [:]][relation, default: []].insert(object)
        if triple.relation.isSymmetric { edges[object, default: [:]][relation, default: []].insert(triple.subject) }
      }
    }
    return edges
  }

  /// Percent-encodes what an IRI cannot hold: everything but unreserved characters in an identifier; controls, spaces
  /// and delimiters in an address (RFC 3987).
  private static func encoded(_ string: String, isAddress: Bool = false) -> String {
    let hex = Array("0123456789ABCDEF".unicodeScalars)
    var out = String.UnicodeScalarView()
    for scalar in string.unicodeScalars {
      let isKept =
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
        case "<", ">", "\"", "{", "}", "|", "\\", "^", "`", "\u{0}"..."\u{20}", "\u{7F}"..."\u{9F}": false
        default: isAddress
        }
      if isKept {
        out.append(scalar)
      } else {
        for byte in String(scalar).utf8 { out.append(contentsOf: ["%", hex[Int(byte >> 4)], hex[Int(byte & 15)]]) }
      }
    }
    return String(out)
  }
}
