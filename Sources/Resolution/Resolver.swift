import Statements

/// Decides which mentions of one article are one thing, and carries what was said of mentions over to these things.
///
/// Names first (``NameClusters``), then descriptions and pronouns (``Referents``), then names, types and other names of
/// each thing (``EntityWriter``) and the statements about them (``StatementMapper``). Pure and total: odd input gives a
/// smaller graph. Time grows with the square of the number of distinct names of one article.
package struct Resolver: Sendable {
  private let gazetteer: Gazetteer

  package init() { gazetteer = .standard }

  /// The article's graph: entities sorted by first mention, statements in the order of Extraction.
  ///
  /// - Parameter weigh: Called once with the things that each mention refers to; gives the statements and events that
  ///   are carried over instead of those that were given.
  package func resolve(
    _ document: Document, statements: [Statement<Mention.ID>], events: [Event<Mention.ID>],
    weigh: (([[Entity]]) -> (statements: [Statement<Mention.ID>], events: [Event<Mention.ID>]))? = nil
  ) -> ArticleGraph {
    let names = document.mentions.filter { $0.form == .name && $0.type != .date && isReadable($0, document) }
      .map { NameMention($0, in: document, gazetteer: gazetteer) }
      .filter { !$0.words.isEmpty && $0.text.contains { $0.isUppercase || $0.isNumber } }
    var clusters = NameClusters(names: names, sentences: document.sentences, gazetteer: gazetteer)
    PersonMatcher(gazetteer: gazetteer).match(&clusters)
    BodyMatcher(gazetteer: gazetteer).match(&clusters, sentences: document.sentences)

    let roles = statements.compactMap(HeldOffice.init)
    let used = Set(
      statements.filter { $0.triple.relation.phrase == nil && $0.triple.object.node != $0.triple.subject }.flatMap {
        [$0.triple.subject] + ($0.triple.object.node.map { [$0] } ?? [])
      })
    let referents = Referents(
      document, clusters: clusters, roles: roles, encounters: Encounter.all(of: statements), used: used,
      gazetteer: gazetteer)
    let writer = EntityWriter(document, referents, gazetteer: gazetteer)
    let mapper = StatementMapper(document, referents, writer, gazetteer: gazetteer)
    let things = referents.nodesOf.map { $0.compactMap { writer.entityOf[$0].map { writer.entities[$0] } } }
    let (kept, keptEvents) = weigh?(things) ?? (statements, events)
    let (mapped, mappedEvents) = mapper.map(kept, keptEvents)
    let mentions = writer.mentions + BodyTies.mentions(of: mapped, besides: writer.mentions, in: document.article)
    return ArticleGraph(
      article: document.article, entities: writer.entities, mentions: mentions, statements: mapped,
      events: mappedEvents, judgements: clusters.judgements + referents.judgements)
  }

  private func isReadable(_ mention: Mention, _ document: Document) -> Bool {
    guard document.sentences.indices.contains(mention.sentence) else { return false }
    let tokens = document.sentences[mention.sentence].tokens
    return !mention.tokens.isEmpty && mention.tokens.upperBound <= tokens.count && tokens.indices.contains(mention.head)
  }
}
