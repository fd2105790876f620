import Foundation
import Statements
import Testing

/// An article and what it says, for store tests: entities by name, facts by the words of one passage.
struct SampleArticle {
  let id: String
  let text: String
  var published: String? = "2021-05-03"
  var publisher: String? = "The Harbour Post"
  var entities: [(name: String, type: EntityType)] = []
  var facts: [SampleFact] = []
}

struct SampleFact {
  let subject: String
  let relation: String
  let object: String
  /// The passage that says so; it must stand in the text.
  let quote: String
  var isLiteral = false
  var factuality = Factuality.asserted
  var polarity = Polarity.positive
  var source: String?
  var time: String?
}

extension SampleArticle {
  func entityID(_ name: String) -> String { ContentHash.identifier("e", [id, name]) }

  func graph() throws -> ArticleGraph {
    let article = Article(
      id: id, title: "News", text: text, publisher: publisher, published: published.flatMap { PartialDate($0) })
    func span(_ words: String) throws -> Span {
      let range = try #require(text.range(of: words), "'\(words)' is not in the text")
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return Span(start, start + words.utf8.count)
    }
    let statements = try facts.map { fact in
      let quote = try span(fact.quote)
      return Statement<Entity.ID>(
        triple: Triple(
          subject: entityID(fact.subject), relation: Relation(rawValue: fact.relation),
          object: fact.isLiteral ? .literal(fact.object) : .node(entityID(fact.object))),
        polarity: fact.polarity, factuality: fact.factuality,
        attribution: fact.source.map { .node(entityID($0)) }, time: fact.time.flatMap { TemporalExtent($0) },
        evidence: Evidence(
          article: id, part: .text, sentence: 0, quote: fact.quote, span: quote,
          subject: try span(fact.subject), object: try span(fact.object), relation: [quote],
          rule: "test", pipeline: "test", confidence: 0.5))
    }
    return ArticleGraph(
      article: article,
      entities: entities.map { Entity(id: entityID($0.name), type: $0.type, name: $0.name) }.sorted { $0.id < $1.id },
      mentions: try entities.map {
        ArticleGraph.EntityMention(
          entity: entityID($0.name), part: .text, span: try span($0.name), text: $0.name, form: .name)
      },
      statements: statements.sorted { $0.id < $1.id }, events: [],
      judgements: [
        Judgement(
          left: entities[0].name, right: entities[0].name.uppercased(), verdict: .same, score: 0.9,
          reason: "same letters", author: .machine("test"))
      ])
  }
}

/// A small invented world: three articles of two outlets.
enum Samples {
  static let summit = SampleArticle(
    id: "summit",
    text: "Mira Kolvane met Oskar Deln in Port Essel on 2 May. Deln denied that he had met Tamas Rook. "
      + "Kolvane will visit Norland in June. Kolvane is Norland's trade envoy.",
    entities: [
      ("Mira Kolvane", .person), ("Oskar Deln", .person), ("Tamas Rook", .person), ("Norland", .place),
    ],
    facts: [
      SampleFact(
        subject: "Mira Kolvane", relation: "met", object: "Oskar Deln",
        quote: "Mira Kolvane met Oskar Deln in Port Essel on 2 May.", time: "2021-05-02"),
      SampleFact(
        subject: "Oskar Deln", relation: "met", object: "Tamas Rook",
        quote: "Deln denied that he had met Tamas Rook.", factuality: .denied),
      SampleFact(
        subject: "Mira Kolvane", relation: "visited", object: "Norland", quote: "Kolvane will visit Norland in June.",
        factuality: .planned),
      SampleFact(
        subject: "Mira Kolvane", relation: "holdsRole", object: "trade envoy",
        quote: "Kolvane is Norland's trade envoy.", isLiteral: true),
    ])

  static let followUp = SampleArticle(
    id: "follow-up", text: "Kolvane held talks with Oskar Deln again, said Tamas Rook. Rook urged Deln to resign.",
    published: "2021-06-10", publisher: "Essel Gazette",
    entities: [("Kolvane", .person), ("Oskar Deln", .person), ("Tamas Rook", .person)],
    facts: [
      SampleFact(
        subject: "Kolvane", relation: "met", object: "Oskar Deln", quote: "Kolvane held talks with Oskar Deln again",
        factuality: .reported, source: "Tamas Rook"),
      SampleFact(
        subject: "Tamas Rook", relation: "urged", object: "Oskar Deln", quote: "Rook urged Deln to resign."),
    ])

  static let other = SampleArticle(
    id: "other", text: "Ivo Brandt praised Lene Sørby in Café Lumière.", published: nil, publisher: nil,
    entities: [("Ivo Brandt", .person), ("Lene Sørby", .person)],
    facts: [
      SampleFact(
        subject: "Ivo Brandt", relation: "praised", object: "Lene Sørby", quote: "Ivo Brandt praised Lene Sørby")
    ])

  static let all = [summit, followUp, other]
}
