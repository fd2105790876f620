import Foundation
import Statements

/// Builds graphs for tests: entities by name, statements by who does what to whom.
struct Story {
  struct Fact {
    var subject: String
    var relation: String
    var object: String
    var isLiteral = false
    var factuality = Factuality.asserted
    var polarity = Polarity.positive
    var source: String?
    var time: String?
    var event: String?
    var article = "harbour-1"
    var quote: String?
  }

  var entities: [(name: String, type: EntityType)] = []
  var facts: [Fact] = []
  var articles: [Subgraph.Source] = []
  var filter = ""

  /// Of the beginning alone: names of a megabyte are slow to hash in a debug build.
  static func id(_ name: String) -> String {
    ContentHash.identifier("e", [String(name.prefix(200)), String(name.utf8.count)])
  }

  var subgraph: Subgraph {
    let statements = facts.enumerated().map { i, fact in
      Statement<Entity.ID>(
        triple: Triple(
          subject: Self.id(fact.subject), relation: Relation(rawValue: fact.relation),
          object: fact.isLiteral ? .literal(fact.object) : .node(Self.id(fact.object))),
        event: fact.event, polarity: fact.polarity, factuality: fact.factuality,
        attribution: fact.source.map { .node(Self.id($0)) }, time: fact.time.flatMap { TemporalExtent($0) },
        evidence: Evidence(
          article: fact.article, part: .text, sentence: i,
          quote: fact.quote ?? "\(fact.subject) \(fact.relation) \(fact.object).", span: Span(i, i + 20),
          subject: Span(i, i + 1), object: Span(i + 1, i + 2), relation: [], rule: "test", pipeline: "test",
          confidence: 0.8))
    }
    return Subgraph(
      entities: entities.map { Entity(id: Self.id($0.name), type: $0.type, name: $0.name) }.sorted { $0.id < $1.id },
      statements: statements.sorted { $0.id < $1.id }, articles: articles, filter: filter)
  }

  /// An invented round of talks with all that a picture can show.
  static let talks = Story(
    entities: [
      ("Mira Kolvane", .person), ("Oskar Deln", .person), ("Tamas Rook", .person), ("Norland", .place),
      ("Sudmark", .place), ("Ministry of Foreign Affairs of the Republic of Sudmark", .organization),
      ("Port Essel Conference", .event), ("ambassador to Norland", .role),
    ],
    facts: [
      Fact(subject: "Mira Kolvane", relation: "met", object: "Oskar Deln", time: "2021-05-02"),
      Fact(subject: "Oskar Deln", relation: "met", object: "Mira Kolvane", article: "courier-1"),
      Fact(subject: "Mira Kolvane", relation: "criticized", object: "Sudmark", article: "courier-1"),
      Fact(subject: "Mira Kolvane", relation: "visited", object: "Sudmark", factuality: .planned, time: "2021-06"),
      Fact(subject: "Oskar Deln", relation: "met", object: "Tamas Rook", factuality: .denied),
      Fact(
        subject: "Tamas Rook", relation: "accused", object: "Norland", factuality: .reported, source: "Oskar Deln"),
      Fact(subject: "Mira Kolvane", relation: "holdsRole", object: "trade envoy", isLiteral: true),
      Fact(subject: "Mira Kolvane", relation: "represents", object: "Norland"),
      Fact(
        subject: "Ministry of Foreign Affairs of the Republic of Sudmark", relation: "partOf", object: "Sudmark"),
      Fact(subject: "Norland", relation: "participatedIn", object: "Port Essel Conference"),
      Fact(subject: "ambassador to Norland", relation: "other:hand letter to", object: "Norland"),
      Fact(subject: "Norland", relation: "negotiatedWith", object: "Sudmark", event: "v1"),
      Fact(subject: "Norland", relation: "negotiatedWith", object: "Tamas Rook", event: "v1"),
      Fact(subject: "Tamas Rook", relation: "negotiatedWith", object: "Sudmark", event: "v1"),
    ],
    articles: [
      Subgraph.Source(
        id: "courier-1", title: "Talks in Port Essel", url: "https://courier.example/a?b=1&c=2",
        publisher: "The Courier", published: PartialDate(year: 2021, month: 5, day: 4)),
      Subgraph.Source(
        id: "harbour-1", title: "Envoy meets Deln", url: "https://harbour.example/1", publisher: "The Harbour Post",
        published: PartialDate(year: 2021, month: 5, day: 3)),
    ])

  /// A graph with a few hubs, of invented names; the same for the same numbers.
  static func random(nodes: Int, statements: Int) -> Subgraph {
    var state: UInt64 = 7
    func next(_ n: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(n))
    }
    let first = ["Ada", "Borin", "Carla", "Dmitar", "Elena", "Farid", "Grace", "Hasan", "Ines", "Jonas"]
    let last = ["Alvar", "Bogan", "Chen", "Dietr", "Erikson", "Fontan", "Grigor", "Husen", "Ivan", "Janssen"]
    let bodies = ["Ministry of Trade of", "Central Bank of", "National Union of", "Supreme Court of"]
    let lands = ["Norland", "Sudmark", "Ostria", "Vestania", "Kelmark", "Port Essel"]
    var story = Story()
    for i in 0..<nodes {
      switch i % 5 {
      case 0, 1: story.entities.append(("\(first[next(10)]) \(last[next(10)]) \(i)", .person))
      case 2, 3: story.entities.append(("\(bodies[next(4)]) \(lands[next(6)]) \(i)", .organization))
      default: story.entities.append(("\(lands[next(6)]) \(i)", .place))
      }
    }
    let relations = RelationDefinition.vocabulary.filter { !$0.range.isEmpty }.map(\.name)
    story.articles = (10..<30).map {
      Subgraph.Source(
        id: "a\($0)", title: "News \($0)", url: "https://news.example/\($0)", publisher: "Outlet \($0 % 7)",
        published: PartialDate(year: 2021, month: 1 + $0 % 12, day: 1 + $0 % 28))
    }
    for _ in 0..<statements {
      let hub = next(3) == 0 ? next(max(1, nodes / 20)) : next(nodes)
      story.facts.append(
        Fact(
          subject: story.entities[hub].name, relation: relations[next(relations.count)],
          object: story.entities[next(nodes)].name,
          factuality: [.asserted, .asserted, .asserted, .reported, .planned][next(5)], article: "a\(10 + next(20))"))
    }
    return story.subgraph
  }
}
