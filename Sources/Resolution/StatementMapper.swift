import Statements

/// Carries statements about mentions over to the entities that these refer to.
///
/// What has no entity is dropped, and so is what would tie a thing to itself. A mention of several ("delegations of A
/// and B", "they") multiplies; a statement about it and itself ("they met") is one about each two of them. One statement is kept for each fact: the surest evidence, the earlier of equals.
struct StatementMapper: Sendable {
  private let document: Document
  private let referents: Referents
  private let writer: EntityWriter
  private let gazetteer: Gazetteer

  init(_ document: Document, _ referents: Referents, _ writer: EntityWriter, gazetteer: Gazetteer) {
    self.document = document
    self.referents = referents
    self.writer = writer
    self.gazetteer = gazetteer
  }

  func map(
    _ statements: [Statement<Mention.ID>], _ events: [Event<Mention.ID>]
  ) -> (statements: [Statement<Entity.ID>], events: [Event<Entity.ID>]) {
    let pipeline = statements.first?.evidence.pipeline ?? "resolution"
    let mapped =
      statements.flatMap(multiply) + BodyTies(document, referents, writer, gazetteer).statements(statements)
      + InferredOffices(document, referents, writer).statements(pipeline)
    let kept = unite(withoutOwnSides(withoutIdleGuesses(mapped)))
    let used = Set(kept.compactMap(\.event))
    return (kept, events.filter { used.contains($0.id) }.compactMap(mapEvent))
  }

  /// The relation head ties what nothing else does; what resolution ties, it did not know of.
  private func withoutIdleGuesses(_ statements: [Statement<Entity.ID>]) -> [Statement<Entity.ID>] {
    let tied = Set(statements.lazy.filter { !$0.evidence.isByHead }.map { Set(ends($0)) })
    return statements.filter { !$0.evidence.isByHead || !tied.contains(Set(ends($0))) }
  }

  /// A minister who says "we must" takes no stance on the country that he speaks for.
  private func withoutOwnSides(_ statements: [Statement<Entity.ID>]) -> [Statement<Entity.ID>] {
    let own = Set(
      statements.lazy.filter { ["leads", "represents", "memberOf"].contains($0.triple.relation.rawValue) }.map(ends))
    return statements.filter { !$0.evidence.rule.hasPrefix("stance/") || !own.contains(ends($0)) }
  }

  /// Subject and object, where that is a node.
  private func ends(_ s: Statement<Entity.ID>) -> [Entity.ID] {
    [s.triple.subject] + (s.triple.object.node.map { [$0] } ?? [])
  }

  private func entities(of mention: Mention.ID) -> [Int] {
    guard referents.nodesOf.indices.contains(mention) else { return [] }
    return referents.nodesOf[mention].compactMap { writer.entityOf[$0] }
  }

  private func multiply(_ s: Statement<Mention.ID>) -> [Statement<Entity.ID>] {
    let subjects = entities(of: s.triple.subject)
    let objects: [Int?] =
      switch s.triple.object {
      case .node(let m): entities(of: m)
      case .literal: [nil]
      }
    var out: [Statement<Entity.ID>] = []
    // "they sought suspension of their imprisonment": what several do to themselves, none does to the others. "They met": each did.
    let isMutual = s.triple.relation.isSymmetric && s.triple.object.node == s.triple.subject
    let sides =
      isMutual ? (referents.sides[s.triple.subject] ?? []).map { Set($0.compactMap { writer.entityOf[$0] }) } : []
    // "the navies of Freedonia and Sylvania": unnamed, they are these countries, and no part of one of them.
    if s.triple.relation.rawValue == "partOf", document.mentions.indices.contains(s.triple.subject),
      document.mentions[s.triple.subject].form == .nominal,
      referents.nodesOf[s.triple.subject].count > 1
        || referents.nodesOf[s.triple.subject].contains(where: { referents.nodes[$0].country != nil })
    {
      return []
    }
    if subjects.count > 1, !isMutual, Set(subjects.map { Optional($0) }) == Set(objects) { return [] }
    for a in subjects {
      for b in objects where a != b {
        // Those on one side had no need to meet.
        if let b, sides.contains(where: { $0.contains(a) && $0.contains(b) }) { continue }
        if let b, !isPossible(s.triple.relation, writer.entities[a].type, writer.entities[b].type) { continue }
        if case .literal(let words) = s.triple.object, !isOffice(words, of: writer.entities[a]) { continue }
        let mapped = s.map {
          entities(of: $0).first.map { writer.entities[$0].id }
        } words: { m in
          document.mentions.indices.contains(m) ? document.text(of: document.mentions[m]) : ""
        }
        guard let mapped else { continue }
        guard subjects.count * objects.count > 1 else {
          out.append(mapped)
          continue
        }
        let triple = Triple<Entity.ID>(
          subject: writer.entities[a].id, relation: s.triple.relation,
          object: b.map { .node(writer.entities[$0].id) } ?? mapped.triple.object)
        // Of one sentence about several, each has an identifier of its own.
        let nodes = [writer.entities[a].id, b.map { writer.entities[$0].id } ?? ""]
        out.append(copy(mapped, id: ContentHash.identifier("s", [mapped.id] + nodes), triple: triple))
      }
    }
    return out
  }

  /// Offices are held by persons; a later word of a name is none ("King" of "Ada King Roe").
  private func isOffice(_ title: String, of holder: Entity) -> Bool {
    let later = Set(NameText.words(holder.name).dropFirst())
    return holder.type == .person && !Set(NameText.words(title)).isSubset(of: later)
  }

  /// Kinship is between persons, one is a citizen of a place, and nobody is a part of anything.
  private func isPossible(_ relation: Relation, _ a: EntityType, _ b: EntityType) -> Bool {
    switch relation.rawValue {
    case "relatedTo": [.person, .role].contains(a) && [.person, .role].contains(b)
    case "citizenOf": b == .place && a != .place
    case "partOf": a != .person
    default: true
    }
  }

  private func copy(
    _ s: Statement<Entity.ID>, id: String? = nil, triple: Triple<Entity.ID>? = nil, time: TemporalExtent? = nil
  ) -> Statement<Entity.ID> {
    Statement(
      id: id ?? s.id, triple: triple ?? s.triple, event: s.event, polarity: s.polarity, factuality: s.factuality,
      attribution: s.attribution, time: time ?? s.time, evidence: s.evidence)
  }

  // MARK: One statement a fact

  private struct Fact: Hashable {
    let subject: Entity.ID
    let relation: Relation
    let object: String
    let polarity: Polarity
  }

  private func unite(_ statements: [Statement<Entity.ID>]) -> [Statement<Entity.ID>] {
    let order = Dictionary(uniqueKeysWithValues: writer.entities.enumerated().map { ($1.id, $0) })
    var position: [Fact: Int] = [:]
    var kept: [Statement<Entity.ID>] = []
    for s in statements {
      var s = s
      var object = ""
      switch s.triple.object {
      case .node(let id):
        object = id
        if s.triple.relation.isSymmetric, (order[id] ?? 0) < (order[s.triple.subject] ?? 0) {
          let turned = Triple<Entity.ID>(subject: id, relation: s.triple.relation, object: .node(s.triple.subject))
          object = s.triple.subject
          s = turn(s, to: turned)
        }
      case .literal(let words): object = "\"" + title(words)
      }
      let fact = Fact(
        subject: s.triple.subject, relation: s.triple.relation, object: object, polarity: s.polarity)
      if let at = position[fact] {
        kept[at] = better(kept[at], s)
      } else {
        position[fact] = kept.count
        kept.append(s)
      }
    }
    return kept
  }

  /// The same statement the other way round, its evidence too.
  private func turn(_ s: Statement<Entity.ID>, to triple: Triple<Entity.ID>) -> Statement<Entity.ID> {
    let e = s.evidence
    return Statement(
      id: s.id, triple: triple, event: s.event, polarity: s.polarity, factuality: s.factuality,
      attribution: s.attribution, time: s.time,
      evidence: Evidence(
        article: e.article, part: e.part, sentence: e.sentence, quote: e.quote, span: e.span, subject: e.object,
        object: e.subject, relation: e.relation, rule: e.rule, pipeline: e.pipeline, confidence: e.confidence))
  }

  /// A title by which two wordings of one office are known: its words but for countries and what binds them.
  private func title(_ words: String) -> String {
    let name = BodyName(words: NameText.words(words), gazetteer: gazetteer)
    let bare = name.words.filter { !BodyName.isCountry($0) && !NameText.connectives.contains($0) }
    return (bare.isEmpty ? name.words : bare).joined(separator: " ")
  }

  private static let weight: [Factuality: Int] = [.asserted: 4, .reported: 3, .planned: 2, .possible: 1, .denied: 0]

  /// Of two statements of one fact the one told as fact, then the surer; a time or source that only the other has is
  /// taken along.
  private func better(_ a: Statement<Entity.ID>, _ b: Statement<Entity.ID>) -> Statement<Entity.ID> {
    let x = Self.weight[a.factuality] ?? 0
    let y = Self.weight[b.factuality] ?? 0
    let (best, other) = (y, b.evidence.confidence) > (x, a.evidence.confidence) ? (b, a) : (a, b)
    if best.time == nil, best.factuality == other.factuality, let time = other.time { return copy(best, time: time) }
    return best
  }

  private func mapEvent(_ event: Event<Mention.ID>) -> Event<Entity.ID>? {
    var seen: Set<Entity.ID> = []
    var participants: [Event<Entity.ID>.Participant] = []
    for p in event.participants {
      for e in entities(of: p.node) where seen.insert(writer.entities[e].id).inserted {
        guard let part = Event<Entity.ID>.Part(rawValue: p.part.rawValue) else { continue }
        participants.append(Event<Entity.ID>.Participant(node: writer.entities[e].id, part: part))
      }
    }
    guard !participants.isEmpty else { return nil }
    return Event<Entity.ID>(
      id: event.id, article: event.article, relation: event.relation, participants: participants, time: event.time,
      place: event.place.flatMap { entities(of: $0).first }.map { writer.entities[$0].id })
  }
}
