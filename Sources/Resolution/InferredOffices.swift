import Statements

/// Title and tie of a person whose office only ``Referents/resolveByEncounters(_:)`` found: "the Freedonian ambassador to Oslo".
///
/// The description is the evidence: it names the office, and whose it is.
struct InferredOffices {
  private let document: Document
  private let referents: Referents
  private let writer: EntityWriter

  init(_ document: Document, _ referents: Referents, _ writer: EntityWriter) {
    self.document = document
    self.referents = referents
    self.writer = writer
  }

  /// Heads of what they hold the office of; all others act for it.
  private static let heads: Set<String> = ["president", "premier", "chief", "leader", "head"]

  func statements(_ pipeline: String) -> [Statement<Entity.ID>] {
    referents.inferredOffices.flatMap { office -> [Statement<Entity.ID>] in
      guard let person = writer.entityOf[office.node], let d = referents.descriptionOf[office.mention] else {
        return []
      }
      let description = referents.descriptions[d]
      let sentence = document.sentences[description.mention.sentence]
      let span = sentence.span(of: description.mention.tokens)
      func statement(_ relation: String, _ object: Term<Entity.ID>, _ objectSpan: Span) -> Statement<Entity.ID> {
        Statement<Entity.ID>(
          triple: Triple(
            subject: writer.entities[person].id, relation: Relation(rawValue: relation), object: object),
          evidence: Evidence(
            article: document.article.id, part: sentence.part, sentence: description.mention.sentence,
            quote: document.article.string(of: sentence.part).text(at: sentence.span) ?? "", span: sentence.span,
            subject: span, object: objectSpan, relation: [], rule: "office-by-encounter", pipeline: pipeline,
            confidence: 0.6))
      }
      let title = NameText.clean(document.text(of: description.mention))
      var out = [statement("holdsRole", .literal(title), span)]
      let tie = Self.heads.contains(description.head) && !description.words.contains("vice") ? "leads" : "represents"
      for owner in description.owners {
        guard let node = referents.knownNode(owner), let body = writer.entityOf[node] else { continue }
        var named = span
        if case .name(let n) = owner { named = sentence.span(of: referents.clusters.names[n].tokens) }
        out.append(statement(tie, .node(writer.entities[body].id), named))
      }
      return out
    }
  }
}
