import Statements

/// Graphs for the tests of every format.
enum Samples {
  static func evidence(_ quote: String, article: String = "a 1") -> Evidence {
    Evidence(
      article: article, part: .text, sentence: 0, quote: quote, span: Span(0, quote.utf8.count), subject: Span(0, 3),
      object: Span(8, 10), relation: [Span(4, 7)], rule: "frame", pipeline: "test", confidence: 0.75)
  }

  /// One statement of a person and an organization, told in some way.
  static func graph(
    _ factuality: Factuality, _ polarity: Polarity = .positive, relation: String = "met",
    object: Term<Entity.ID> = .node("e2"), time: String? = nil
  ) -> Subgraph {
    Subgraph(
      entities: [
        Entity(
          id: "e1", type: .person, name: "Ada \"Ace\" Roe", aliases: ["Roe"],
          identifiers: ["iso3166": "XN", "wikidata": "Q1"]),
        Entity(id: "e2", type: .organization, name: "Harbour\u{0}Union<script>"),
      ],
      statements: [
        Statement(
          triple: Triple(subject: "e1", relation: Relation(rawValue: relation), object: object), event: "v1",
          polarity: polarity, factuality: factuality, attribution: .literal("a clerk"),
          time: time.flatMap { TemporalExtent($0) }, evidence: evidence("Ada met HU"))
      ],
      events: [
        Event(
          id: "v1", article: "a 1", relation: Relation(rawValue: relation),
          participants: [.init(node: "e1", part: .agent), .init(node: "e2", part: .topic)],
          time: time.flatMap { TemporalExtent($0) }, place: "e2")
      ],
      articles: [
        Subgraph.Source(
          id: "a 1", title: "T", url: "https://example.org/a b?\"<x>", publisher: "P",
          published: PartialDate("2024-05-06"))
      ])
  }
}
