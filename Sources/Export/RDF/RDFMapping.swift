import Statements

/// The graph as RDF nodes: the one place that says what a node, an event, a statement or an article means in RDF.
///
/// `Ontology/README.md` tells the mapping for people. In short: an entity is a schema.org `Person`, `Organization`, `Place`
/// or `Event`, or our `Role`, with a property of our vocabulary for each thing that is told of it as fact; an event is a
/// `sem:Event`; a statement is an `rdf:Statement` of class `Statement`, whose evidence is a Web Annotation specific
/// resource with the quotation, what stands around it, and its UTF-8 bytes (`DataPositionSelector`) in the article's
/// headline or text; an office or membership that is told as fact is an `org:Membership`; an article is a schema.org
/// `NewsArticle`, and one `prov:Activity` an article says which version of the program read it.
///
/// A property from node to node stands only where some statement asserts it: what is negated, planned, possible, denied or
/// only reported is found in the statements alone.
struct RDFMapping {
  let options: ExportOptions

  /// Hands the nodes over: entities, events, statements with their memberships, articles.
  func nodes(_ graph: some GraphReading, _ body: (RDFNode) throws -> Void) throws {
    if has(.facts) {
      try graph.entitiesWithFacts { try body(node($0, facts: $1)) }
    } else {
      try graph.entities { try body(node($0, facts: [])) }
    }
    if has(.events) { try graph.eventsWithModality { try body(node($0, $1)) } }
    func tell(_ statement: Statement<Entity.ID>, _ surroundings: Surroundings?) throws {
      if has(.statements) { try body(node(statement, surroundings)) }
      if has(.roles), let membership = membership(statement) { try body(membership) }
    }
    if has(.statements), has(.evidence) {
      try graph.statementsWithSurroundings(tell)
    } else if has(.statements) || has(.roles) {
      try graph.statements { try tell($0, nil) }
    }
    var described: Set<String> = []
    if has(.provenance) {
      try graph.articlesWithPipelines { article, pipelines in
        try body(node(article, &described))
        try body(activity(article.id, pipelines, &described))
      }
    } else {
      try graph.articles { try body(node($0, &described)) }
    }
  }

  // MARK: Nodes

  private func node(_ entity: Entity, facts: [Triple<Entity.ID>]) -> RDFNode {
    let iri = iri("entity", entity.id)
    var node = RDFNode(iri, types: Self.types(of: entity.type))
    node.add(.title, .text(entity.name))
    for alias in entity.aliases { node.add(.aliases, .text(alias)) }
    for (kind, value) in entity.identifiers.sorted(by: { $0.key < $1.key }) {
      if kind == "wikidata", value.wholeMatch(of: /Q[0-9]+/) != nil {
        node.add(.sameAs, .iri("http://www.wikidata.org/entity/" + value))
        continue
      }
      var identifier = RDFNode(iri + ":" + RDFText.encoded(kind), RDFName(.schema, "PropertyValue"))
      identifier.add(.identifierKind, .text(kind))
      identifier.add(.identifierValue, .text(value))
      node.add(.identifier, .node(identifier))
    }
    var last: RDFNode.Pair?
    // All open phrases are one property, so that its values must be put in order again.
    let open = Set(facts.filter { $0.relation.definition == nil }.map(\.object)).map(value).sorted { "\($0)" < "\($1)" }
    for fact in facts where fact.relation.definition != nil {
      let pair = RDFNode.Pair(property: .relation(fact.relation.rawValue), value: value(fact.object))
      if pair != last { node.add(pair.property, pair.value) }
      last = pair
    }
    for object in open { node.add(.other, object) }
    return node
  }

  private func node(_ event: Event<Entity.ID>, _ modality: Modality?) -> RDFNode {
    let iri = iri("event", event.id)
    var node = RDFNode(iri, RDFName(.sem, "Event"), RDFName(.schema, "Event"))
    let relation = RDFProperty.relation(event.relation.rawValue)
    node.add(.eventType, .name(relation.name))
    if relation == .other { node.add(.relationLabel, .text(event.relation.label)) }
    var actors: Set<Entity.ID> = []
    for participant in event.participants
    where !Self.isTheme(participant.part) && actors.insert(participant.node).inserted {
      node.add(.actor, entity(participant.node))
    }
    for (i, participant) in event.participants.enumerated() {
      var part = RDFNode(iri + ":\(i)", RDFName(.sem, "Role"))
      part.add(.participant, entity(participant.node))
      part.add(.participantPart, .name(RDFName(.entente, participant.part.rawValue)))
      node.add(.participation, .node(part))
    }
    if let place = event.place {
      node.add(.place, entity(place))
      node.add(.location, entity(place))
    }
    if let time = event.time {
      if let start = time.start, start == time.end {
        node.add(.timeStamp, start.rdf)
      } else {
        node.add(.beginTimeStamp, time.start?.rdf)
        node.add(.endTimeStamp, time.end?.rdf)
      }
      node.add(.startDate, time.start?.rdf)
      node.add(.endDate, time.end?.rdf)
    }
    if let modality {
      node.add(.factuality, .name(RDFName(.entente, modality.factuality.rawValue)))
      node.add(.polarity, .name(RDFName(.entente, modality.polarity.rawValue)))
      if modality.factuality == .planned {
        let status = modality.polarity == .positive ? "EventScheduled" : "EventCancelled"
        node.add(.status, .name(RDFName(.schema, status)))
      }
    }
    node.add(.derivedFrom, .iri(self.iri("article", event.article)))
    return node
  }

  private func node(_ statement: Statement<Entity.ID>, _ surroundings: Surroundings?) -> RDFNode {
    let triple = statement.triple
    let evidence = statement.evidence
    let iri = iri("statement", statement.id)
    var node = RDFNode(iri, RDFName(.entente, "Statement"))
    node.add(.subject, entity(triple.subject))
    let relation = RDFProperty.relation(triple.relation.rawValue)
    node.add(.predicate, .name(relation.name))
    switch triple.object {
    case .node(let id): node.add(.object, entity(id))
    case .literal(let words): node.add(.objectText, .text(words))
    }
    if relation == .other { node.add(.relationLabel, .text(triple.relation.label)) }
    node.add(.factuality, .name(RDFName(.entente, statement.factuality.rawValue)))
    node.add(.polarity, .name(RDFName(.entente, statement.polarity.rawValue)))
    switch statement.attribution {
    case .node(let id)?: node.add(.attribution, entity(id))
    case .literal(let words)?: node.add(.attributionText, .text(words))
    case nil: break
    }
    node.add(.begin, statement.time?.start?.rdf)
    node.add(.end, statement.time?.end?.rdf)
    if has(.events), let event = statement.event { node.add(.event, .iri(self.iri("event", event))) }
    node.add(.confidence, .typed(RDFText.decimal(evidence.confidence), RDFName(.xsd, "decimal")))
    if has(.evidence) { node.add(.evidence, .node(self.evidence(evidence, surroundings, of: iri))) }
    if has(.provenance) {
      node.add(.rule, .text(evidence.rule))
      node.add(.generatedBy, .iri(self.iri("activity", evidence.article)))
    }
    node.add(.derivedFrom, .iri(self.iri("article", evidence.article)))
    return node
  }

  private func evidence(_ evidence: Evidence, _ surroundings: Surroundings?, of statement: String) -> RDFNode {
    var node = RDFNode(statement + ":evidence", RDFName(.oa, "SpecificResource"))
    node.add(.source, .iri(iri("article", evidence.article)))
    node.add(.part, .name(RDFName(.entente, evidence.part.rawValue)))
    var quote = RDFNode(statement + ":quote", RDFName(.oa, "TextQuoteSelector"))
    quote.add(.exact, .text(evidence.quote))
    if let before = surroundings?.before, !before.isEmpty { quote.add(.before, .text(before)) }
    if let after = surroundings?.after, !after.isEmpty { quote.add(.after, .text(after)) }
    var position = RDFNode(statement + ":position", RDFName(.oa, "DataPositionSelector"))
    position.add(.selectionStart, .position(evidence.span.start))
    position.add(.selectionEnd, .position(evidence.span.end))
    node.add(.selector, .node(quote))
    node.add(.selector, .node(position))
    return node
  }

  /// What a statement of an office or a membership, told as fact, is in the organization ontology; nil for others.
  ///
  /// The title and the body of one office are statements of the same words about the same person: they are one
  /// membership, each adding what it has.
  private func membership(_ statement: Statement<Entity.ID>) -> RDFNode? {
    guard statement.modality.isFact else { return nil }
    let office: [RDFNode.Pair]
    switch (statement.triple.relation.rawValue, statement.triple.object) {
    case ("holdsRole", .literal(let title)):
      var role = RDFNode(self.iri("statement", statement.id) + ":role", RDFName(.org, "Role"))
      role.add(.title, .text(title))
      office = [RDFNode.Pair(property: .role, value: .node(role))]
    case (let relation, .node(let body)):
      guard let role = Self.memberships[relation] else { return nil }
      office = [
        RDFNode.Pair(property: .organization, value: entity(body)),
        RDFNode.Pair(property: .role, value: .name(RDFName(.entente, role))),
      ]
    default: return nil
    }
    let evidence = statement.evidence
    let place = ([evidence.subject] + evidence.relation).map { "\($0.start)-\($0.end)" }
    let time = statement.time.map { ":" + $0.description.replacing("/", with: "--") } ?? ""
    let iri =
      evidence.relation.isEmpty
      ? self.iri("membership", statement.id)
      : self.iri("membership", evidence.article) + ":\(evidence.part.rawValue):" + place.joined(separator: ".") + time
    var node = RDFNode(iri, RDFName(.org, "Membership"))
    node.add(.member, entity(statement.triple.subject))
    for pair in office { node.add(pair.property, pair.value) }
    if let time = statement.time {
      var during = RDFNode(node.iri + ":during", RDFName(.time, "Interval"))
      if let start = time.start { during.add(.beginning, .node(instant(start, node.iri + ":beginning"))) }
      if let end = time.end { during.add(.ending, .node(instant(end, node.iri + ":end"))) }
      node.add(.during, .node(during))
    }
    node.add(.derivedFrom, .iri(self.iri("statement", statement.id)))
    return node
  }

  /// Relations that are memberships, and the role that the subject has in the object.
  static let memberships = ["leads": "LeaderRole", "memberOf": "MemberRole", "represents": "RepresentativeRole"]

  private func instant(_ date: PartialDate, _ iri: String) -> RDFNode {
    var node = RDFNode(iri, RDFName(.time, "Instant"))
    node.add(date.day != nil ? .inDate : date.month != nil ? .inMonth : .inYear, date.rdf)
    return node
  }

  private func node(_ article: Subgraph.Source, _ described: inout Set<String>) -> RDFNode {
    var node = RDFNode(iri("article", article.id), RDFName(.schema, "NewsArticle"))
    node.add(.headline, .text(article.title))
    node.add(.published, article.published?.rdf)
    if let url = article.url { node.add(.url, RDFText.address(url).map { .iri($0) } ?? .text(url)) }
    if let publisher = article.publisher {
      node.add(
        .publisher,
        once("publisher", publisher, &described) { iri in
          var body = RDFNode(iri, RDFName(.schema, "Organization"))
          body.add(.title, .text(publisher))
          return body
        })
    }
    return node
  }

  private func activity(_ article: Article.ID, _ pipelines: [String], _ described: inout Set<String>) -> RDFNode {
    var node = RDFNode(iri("activity", article), RDFName(.prov, "Activity"))
    node.add(.used, .iri(iri("article", article)))
    for pipeline in pipelines {
      node.add(
        .associatedWith,
        once("agent", pipeline, &described) { iri in
          let person = Evidence.person(ofPipeline: pipeline)
          var agent = RDFNode(iri, RDFName(.prov, person == nil ? "SoftwareAgent" : "Person"))
          agent.add(.title, .text(person ?? "Entente"))
          if person == nil { agent.add(.version, .text(pipeline)) }
          return agent
        })
    }
    return node
  }

  // MARK: Parts

  private func has(_ part: ExportPart) -> Bool { options.parts.contains(part) }

  private func iri(_ kind: String, _ id: String) -> String { options.base + kind + ":" + RDFText.encoded(id) }

  private func entity(_ id: Entity.ID) -> RDFValue { .iri(iri("entity", id)) }

  private func value(_ object: Term<Entity.ID>) -> RDFValue {
    switch object {
    case .node(let id): entity(id)
    case .literal(let words): .text(words)
    }
  }

  /// A node that is described where it is first named, and only named from then on. There are as many as outlets and
  /// versions of the program.
  private func once(
    _ kind: String, _ id: String, _ described: inout Set<String>, _ describe: (String) -> RDFNode
  ) -> RDFValue {
    let iri = iri(kind, id)
    return described.insert(iri).inserted ? .node(describe(iri)) : .iri(iri)
  }

  static func types(of type: EntityType) -> [RDFName] {
    switch type {
    case .person: [RDFName(.schema, "Person")]
    case .organization: [RDFName(.schema, "Organization"), RDFName(.org, "Organization")]
    case .place: [RDFName(.schema, "Place")]
    case .event: [RDFName(.schema, "Event")]
    case .role: [RDFName(.entente, "Role")]
    case .demonym, .date, .other: [RDFName(.schema, "Thing")]
    }
  }

  /// What is talked of, rather than who takes part.
  private static func isTheme(_ part: Event<Entity.ID>.Part) -> Bool { part == .topic || part == .purpose }
}
