import Statements

/// The graph as FollowTheMoney entities (followthemoney.tech), one JSON object a line: what Aleph, OpenAleph and the
/// `ftm` command read. Schemas and properties are those of version 4, and of version 3 but for names alone.
///
/// Only what is told as fact is written: FollowTheMoney has no place for what is denied, planned or merely claimed.
///
/// | here | there |
/// | --- | --- |
/// | person, organization, event | `Person`, `Organization` (`Company` where something owns it), `Event` |
/// | place | `PublicBody` where it has a country's code, since in news it acts; else `Address` |
/// | office (`role`) | `Position` |
/// | article | `Article`, the `proof` of what it tells |
/// | event | `Event` with those `involved`, its host as `organizer`, and its place |
/// | `holdsRole` of a person | `Occupancy` of a `Position` |
/// | `memberOf`, `leads`, `owns`, `represents`, `relatedTo` | `Membership`, `Directorship`, `Ownership`, `Representation`, `Family`, where both ends are of the kinds that these take |
/// | every other statement | `UnknownLink`, its relation in words as `role` |
///
/// A relation bears the passage as `summary`, its dates, and outlet and address of the article as `publisher` and
/// `sourceUrl`. Identifiers are those of the graph, hashed where they have more than letters, digits, dots and hyphens;
/// those of articles always are, and stand as they were in `fileName`.
package struct FollowTheMoneyExport: GraphWriter {
  package let options: ExportOptions

  package init(options: ExportOptions = ExportOptions()) { self.options = options }

  package func write(_ graph: some GraphReading, to sink: TextSink) throws {
    // An entity has one schema, and only companies can be owned.
    var owned: Set<Entity.ID> = []
    try graph.statements { statement in
      if statement.modality.isFact, statement.triple.relation.rawValue == "owns",
        let object = statement.triple.object.node
      {
        owned.insert(object)
      }
    }
    func schema(of id: Entity.ID) throws -> Schema? {
      try graph.entity(id).map { Schema($0, isOwned: owned.contains(id)) }
    }
    try graph.entitiesWithFacts { entity, facts in
      let schema = Schema(entity, isOwned: owned.contains(entity.id))
      try write(self.entity(entity, schema: schema, facts, in: graph), to: sink)
    }
    if options.parts.contains(.provenance) {
      try graph.articles { try write(article($0), to: sink) }
    }
    if options.parts.contains(.events) {
      try graph.eventsWithModality { event, modality in
        guard modality?.isFact == true else { return }
        try write(try self.event(event, in: graph, schema: schema), to: sink)
      }
    }
    var positions: Set<String> = []
    try graph.statementsWithArticles { statement, source in
      guard statement.modality.isFact, let subject = try schema(of: statement.triple.subject) else { return }
      switch statement.triple.object {
      case .node(let object):
        guard options.parts.contains(.facts), let range = try schema(of: object) else { return }
        try write(link(statement, subject, range, object, source: source), to: sink)
      case .literal(let words):
        guard options.parts.contains(.roles) else { return }
        // An office in words is one of its holder: two countries' presidents hold two.
        let post = ContentHash.identifier("p", [statement.triple.subject, words])
        if positions.insert(post).inserted {
          try write(FTMEntity(id: post, schema: .position, [("name", [FTMText.name(words)])]), to: sink)
        }
        try write(link(statement, subject, .position, post, source: source), to: sink)
      }
    }
  }

  private func write(_ entity: FTMEntity, to sink: TextSink) throws { try sink.write(entity.json.text() + "\n") }

  // MARK: Things

  private func entity(
    _ entity: Entity, schema: Schema, _ facts: [Triple<Entity.ID>], in graph: some GraphReading
  ) throws -> FTMEntity {
    var properties: [(String, [String])] = [
      ("name", [FTMText.name(entity.name)]), ("alias", entity.aliases.compactMap(FTMText.alias)),
    ]
    let country = entity.country
    switch schema {
    case .address: properties.append(("full", FTMText.strings([entity.name], limit: 240)))
    case .person:
      var nationality: Set<String> = []
      for fact in facts where fact.relation.rawValue == "citizenOf" {
        if let object = fact.object.node, let code = try graph.entity(object)?.country { nationality.insert(code) }
      }
      properties.append(("nationality", nationality.sorted()))
    default: break
    }
    if let country { properties.append(("country", [country])) }
    if let wikidata = entity.identifiers["wikidata"], wikidata.wholeMatch(of: /Q[1-9][0-9]*/) != nil {
      properties.append(("wikidataId", [wikidata]))
    }
    return FTMEntity(id: entity.id, schema: schema, properties)
  }

  private func article(_ source: Subgraph.Source) -> FTMEntity {
    var properties: [(String, [String])] = [
      ("title", FTMText.strings([source.title])), ("fileName", [FTMText.name(source.id)]),
    ]
    if let date = source.published { properties.append(("publishedAt", [date.description])) }
    return FTMEntity(id: Self.articleID(source.id), schema: .article, properties + origin(source))
  }

  private func event(
    _ event: Event<Entity.ID>, in graph: some GraphReading, schema: (Entity.ID) throws -> Schema?
  ) throws -> FTMEntity {
    var names: [String] = []
    var involved: [String] = []
    var hosts: [String] = []
    for participant in event.participants {
      guard let entity = try graph.entity(participant.node), let kind = try schema(participant.node) else { continue }
      names.append(FTMText.name(entity.name))
      let id = FTMText.identifier(entity.id)
      if kind.isLegalEntity { involved.append(id) }
      if kind.isLegalEntity, participant.part == .host { hosts.append(id) }
    }
    var properties: [(String, [String])] = [
      ("name", [FTMText.name("\(event.relation.label): \(names.joined(separator: ", "))")]), ("involved", involved),
      ("organizer", hosts),
    ]
    if let place = try event.place.flatMap({ try graph.entity($0) }) {
      properties.append(("location", FTMText.strings([place.name], limit: 240)))
      if let country = place.country { properties.append(("country", [country])) }
    }
    let source = try graph.article(event.article)
    return FTMEntity(
      id: event.id, schema: .event, properties + dates(event.time) + origin(source) + proof(event.article))
  }

  // MARK: Links

  private func link(
    _ statement: Statement<Entity.ID>, _ subject: Schema, _ object: Schema, _ target: String,
    source: Subgraph.Source?
  ) -> FTMEntity {
    let label = FTMText.strings([statement.triple.relation.label])
    let ends: (schema: Schema, from: String, to: String, role: String?) =
      switch statement.triple.relation.rawValue {
      case "holdsRole" where subject == .person && object == .position: (.occupancy, "holder", "post", nil)
      case "memberOf" where subject.isLegalEntity && object.isOrganization:
        (.membership, "member", "organization", "role")
      case "leads" where subject.isLegalEntity && object.isOrganization:
        (.directorship, "director", "organization", "role")
      case "owns" where subject.isLegalEntity && object == .company: (.ownership, "owner", "asset", "role")
      case "represents" where subject.isLegalEntity && object.isLegalEntity:
        (.representation, "agent", "client", "role")
      case "relatedTo" where subject == .person && object == .person: (.family, "person", "relative", "relationship")
      default: (.unknownLink, "subject", "object", "role")
      }
    var properties: [(String, [String])] = [
      (ends.from, [FTMText.identifier(statement.triple.subject)]), (ends.to, [FTMText.identifier(target)]),
    ]
    if let role = ends.role { properties.append((role, label)) }
    if options.parts.contains(.evidence) {
      properties.append(("summary", FTMText.strings([statement.evidence.quote], limit: 60_000)))
    }
    return FTMEntity(
      id: statement.id, schema: ends.schema,
      properties + dates(statement.time) + origin(source) + proof(statement.evidence.article))
  }

  private func dates(_ time: TemporalExtent?) -> [(String, [String])] {
    guard let time else { return [] }
    if time.start == time.end { return [("date", [time.description])] }
    return [
      ("startDate", [time.start?.description].compactMap(\.self)),
      ("endDate", [time.end?.description].compactMap(\.self)),
    ]
  }

  private func origin(_ source: Subgraph.Source?) -> [(String, [String])] {
    guard let source, options.parts.contains(.provenance) else { return [] }
    return [
      ("publisher", FTMText.strings([source.publisher].compactMap(\.self))),
      ("sourceUrl", FTMText.addresses([source.url])),
    ]
  }

  private func proof(_ article: Article.ID) -> [(String, [String])] {
    options.parts.contains(.provenance) ? [("proof", [Self.articleID(article)])] : []
  }

  private static func articleID(_ id: Article.ID) -> String { ContentHash.identifier("a", [id]) }
}

/// The schemas of FollowTheMoney that are used here.
private enum Schema: String {
  case person = "Person"
  case organization = "Organization"
  case company = "Company"
  case publicBody = "PublicBody"
  case address = "Address"
  case event = "Event"
  case position = "Position"
  case article = "Article"
  case occupancy = "Occupancy"
  case membership = "Membership"
  case directorship = "Directorship"
  case ownership = "Ownership"
  case representation = "Representation"
  case family = "Family"
  case unknownLink = "UnknownLink"

  init(_ entity: Entity, isOwned: Bool) {
    switch entity.type {
    case .person: self = .person
    case .organization: self = isOwned ? .company : .organization
    case .place: self = entity.country == nil ? .address : .publicBody
    case .event: self = .event
    case .role, .demonym, .date, .other: self = .position
    }
  }

  var isOrganization: Bool { self == .organization || self == .company || self == .publicBody }
  var isLegalEntity: Bool { self == .person || isOrganization }
}

extension Entity {
  /// ISO 3166-1, in small letters.
  fileprivate var country: String? {
    guard let code = identifiers["iso3166"], code.utf8.count == 2, code.utf8.allSatisfy(FTMText.isLetter) else {
      return nil
    }
    return code.lowercased()
  }
}

private struct FTMEntity {
  let json: JSONValue

  init(id: String, schema: Schema, _ properties: [(name: String, values: [String])]) {
    json = .object([
      ("id", .string(FTMText.identifier(id))), ("schema", .string(schema.rawValue)),
      (
        "properties",
        .object(
          properties.filter { !$0.values.isEmpty }.map { ($0.name, .array($0.values.map { .string($0) })) })
      ),
    ])
  }
}

/// What FollowTheMoney takes as text: no controls, runs of blanks as one, and no more than a type's length. Counted in
/// code points, as it counts.
private enum FTMText {
  /// A name, which everything there must have.
  static func name(_ text: String) -> String { alias(text) ?? "(no name)" }

  /// Nil where nothing but blanks and quotation marks would be left, which are no name there.
  static func alias(_ text: String) -> String? {
    strings([text], limit: 380).first { $0.contains { !$0.isWhitespace && !"\"'“”‘’«»`".contains($0) } }
  }

  static func addresses(_ urls: [String?]) -> [String] {
    urls.compactMap { $0.flatMap(RDFText.address) }.filter { $0.utf8.count <= 4000 }
  }

  /// An identifier as it is, or hashed where it has other characters than letters, digits, dots and hyphens, is longer than
  /// 192 of them, or begins or ends with none of the first two.
  static func identifier(_ id: String) -> String {
    func isAlphanumeric(_ byte: UInt8) -> Bool {
      isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    let isKept =
      (1...192).contains(id.utf8.count)
      && id.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
      && id.utf8.first.map(isAlphanumeric) == true && id.utf8.last.map(isAlphanumeric) == true
    return isKept ? id : ContentHash.identifier("h", [id])
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  static func strings(_ texts: [String], limit: Int = 1000) -> [String] {
    texts.compactMap { text in
      var out = String.UnicodeScalarView()
      var count = 0
      var isBlank = false
      for scalar in text.unicodeScalars {
        if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control || scalar == "\u{FEFF}" {
          isBlank = count > 0
          continue
        }
        if isBlank {
          out.append(" ")
          count += 1
          isBlank = false
        }
        if count >= limit { break }
        out.append(scalar)
        count += 1
      }
      return count == 0 ? nil : String(out)
    }
  }
}
