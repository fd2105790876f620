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

  /// The place's words inside a body's name, where they are no mention yet: "Norland" in "the Norland Court of Audit".
  static func mentions(
    of statements: [Statement<Entity.ID>], besides known: [ArticleGraph.EntityMention], in article: Article
  ) -> [ArticleGraph.EntityMention] {
    var seen = Set(known.map { [$0.entity, $0.part.rawValue, "\($0.span.start)", "\($0.span.end)"] })
    return statements.compactMap { statement in
      let e = statement.evidence
      guard e.rule == rule, let place = statement.triple.object.node,
        let text = article.string(of: e.part).text(at: e.object),
        seen.insert([place, e.part.rawValue, "\(e.object.start)", "\(e.object.end)"]).inserted
      else { return nil }
      return ArticleGraph.EntityMention(entity: place, part: e.part, span: e.object, text: text, form: .name)
    }
  }

  private static let rule = "bodyOfState"

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
        rule: Self.rule, pipeline: pipeline, confidence: 0.85))
  }
}
