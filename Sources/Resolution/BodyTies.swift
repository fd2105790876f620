import Statements

/// Ties a government, army, police, court, parliament or ministry that is named with its country or place to that place.
///
/// "the Ruritanian government", "Government of Ruritania", "Oslo police" → `partOf`. The name itself says so, and is the
/// evidence.
struct BodyTies {
  private let document: Document
  private let referents: Referents
  private let writer: EntityWriter
  private let gazetteer: Gazetteer

  init(_ document: Document, _ referents: Referents, _ writer: EntityWriter, _ gazetteer: Gazetteer) {
    self.document = document
    self.referents = referents
    self.writer = writer
    self.gazetteer = gazetteer
  }

  /// One statement a body, at most, besides those that Extraction found.
  func statements(_ others: [Statement<Mention.ID>]) -> [Statement<Entity.ID>] {
    let pipeline = others.first?.evidence.pipeline ?? "resolution"
    var out: [Statement<Entity.ID>] = []
    for (n, node) in referents.nodes.enumerated() {
      guard node.type == .organization, node.country == nil, let body = writer.entityOf[n] else { continue }
      if let (owner, mention) = node.owner, let place = writer.entityOf[owner] {
        guard referents.nodes[owner].type == .place || referents.nodes[owner].country != nil, isOrgan(node) else {
          continue
        }
        let m = document.mentions[mention]
        let named = m.tokens.filter { t in
          document.mentions.contains { $0.sentence == m.sentence && $0.form == .name && $0.tokens.contains(t) }
        }
        let tokens = named.first.map { $0..<$0 + 1 } ?? m.tokens
        out.append(tie(body, place, mention: m, place: tokens, pipeline))
        continue
      }
      guard let within = referents.places[n], let place = writer.entityOf[within.node] else { continue }
      out.append(tie(body, place, mention: document.mentions[within.mention], place: within.tokens, pipeline))
    }
    return out
  }

  private func isOrgan(_ node: Referents.Node) -> Bool {
    NameText.words(node.label ?? "").last.map(gazetteer.isOrgan) ?? false
  }

  private func tie(
    _ body: Int, _ place: Int, mention: Mention, place tokens: Range<Int>, _ pipeline: String
  ) -> Statement<Entity.ID> {
    let sentence = document.sentences[mention.sentence]
    return Statement<Entity.ID>(
      triple: Triple(
        subject: writer.entities[body].id, relation: Relation(rawValue: "partOf"),
        object: .node(writer.entities[place].id)),
      evidence: Evidence(
        article: document.article.id, part: sentence.part, sentence: mention.sentence,
        quote: document.article.string(of: sentence.part).text(at: sentence.span) ?? "", span: sentence.span,
        subject: sentence.span(of: mention.tokens), object: sentence.span(of: tokens), relation: [],
        rule: "bodyOfState", pipeline: pipeline, confidence: 0.85))
  }
}
