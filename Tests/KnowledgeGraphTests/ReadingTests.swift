import Foundation
import Statements
import Testing

@testable import KnowledgeGraph

/// A store read piece by piece gives what the same graph in memory gives, in the same order.
@Suite struct ReadingTests {
  private func store() throws -> Store {
    let store = try Store()
    let graphs = try Samples.all.map { try $0.graph() }
    // One meeting of the first article is an event at a place.
    let graph = graphs[0]
    let met = try #require(graph.statements.first { $0.modality.isFact && $0.triple.relation.rawValue == "met" })
    let place = try #require(graph.entities.first { $0.name == "Norland" })
    let event = Event<Entity.ID>(
      id: "v1", article: graph.article.id, relation: met.triple.relation,
      participants: [
        .init(node: met.triple.subject, part: .agent),
        .init(node: try #require(met.triple.object.node), part: .counterpart),
      ], time: met.time, place: place.id)
    let statements = graph.statements.map { statement in
      statement.id != met.id
        ? statement
        : Statement(
          id: met.id, triple: met.triple, event: event.id, polarity: met.polarity, factuality: met.factuality,
          attribution: met.attribution, time: met.time, evidence: met.evidence)
    }
    let first = ArticleGraph(
      article: graph.article, entities: graph.entities, mentions: graph.mentions, statements: statements,
      events: [event], judgements: graph.judgements)
    _ = try store.add([first] + graphs.dropFirst())
    return store
  }

  @Test(arguments: [
    Selection(), Selection(around: ["Norland"], depth: 2), Selection(relations: ["CONSULT"]), Selection(top: 1),
    Selection(since: PartialDate("2021-06")), Selection(around: ["Norland"], depth: 0),
  ])
  func aStoreReadsLikeItsSubgraph(selection: Selection) throws {
    let store = try store()
    let subgraph = try store.subgraph(selection)
    let memory = SubgraphReading(subgraph)
    let texts = Dictionary(uniqueKeysWithValues: try store.articleGraphs().map { ($0.article.id, $0.article) })
    try store.reading(selection) { reading in
      #expect(reading.filter == memory.filter)
      var entities: [Entity] = []
      try reading.entities { entity in
        entities.append(entity)
        let facts = try reading.facts(of: entity.id)
        #expect(facts == memory.facts(of: entity.id))
        let found = try reading.entity(entity.id)
        #expect(found == entity)
      }
      #expect(entities == subgraph.entities)
      var facts: [[Triple<Entity.ID>]] = []
      try reading.entitiesWithFacts { facts.append($1) }
      #expect(facts == entities.map { memory.facts(of: $0.id) })
      var statements: [Fact] = []
      try reading.statements { statements.append($0) }
      #expect(statements == subgraph.statements)
      let keys = statements.map { [$0.evidence.article, $0.id] }
      #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) })
      var quoted: [Fact] = []
      try reading.statementsWithSurroundings { statement, surroundings in
        quoted.append(statement)
        let text = texts[statement.evidence.article]?.string(of: statement.evidence.part) ?? ""
        #expect(surroundings == Surroundings(of: statement.evidence.span, in: Array(text.utf8)))
      }
      #expect(quoted == statements)
      var expected: [Fact] = []
      try memory.statementsByContent { expected.append($0) }
      var found: [Fact] = []
      try reading.statementsByContent { found.append($0) }
      #expect(found == expected && Set(found) == Set(statements))
      #expect(zip(found, found.dropFirst()).allSatisfy { StatementContent($0) <= StatementContent($1) })
      var events: [Event<Entity.ID>] = []
      var modalities: [Modality?] = []
      try reading.eventsWithModality { event, modality in
        events.append(event)
        modalities.append(modality)
        #expect(modality?.isFact == true)
      }
      var articles: [Subgraph.Source] = []
      var pipelines: [[String]] = []
      try reading.articlesWithPipelines { article, versions in
        articles.append(article)
        pipelines.append(versions)
      }
      #expect(events == subgraph.events && articles == subgraph.articles)
      var told: (modalities: [Modality?], pipelines: [[String]]) = ([], [])
      try memory.eventsWithModality { told.modalities.append($1) }
      try memory.articlesWithPipelines { told.pipelines.append($1) }
      #expect(modalities == told.modalities && pipelines == told.pipelines)
    }
  }

  @Test func factsAreDistinctAndToldOfBothEnds() throws {
    let store = try store()
    try store.reading { reading in
      var all: [Triple<Entity.ID>] = []
      try reading.entities { all += try reading.facts(of: $0.id) }
      #expect(Set(all).count == all.count)
      let met = all.filter { $0.relation.rawValue == "met" }
      #expect(met.count == 2 && met[0].turned == met[1])
      #expect(!all.contains { $0.relation.rawValue == "visited" }, "a planned visit is no fact")
    }
  }

  @Test func theOrderOfAddingDoesNotShow() throws {
    let graphs = try Samples.all.map { try $0.graph() }
    let read = try [graphs, graphs.reversed()].map { graphs in
      let store = try Store()
      _ = try store.add(graphs)
      return try store.subgraph()
    }
    #expect(read[0] == read[1] && !read[0].statements.isEmpty)
  }

  @Test func whatTheReaderThrowsComesOut() throws {
    struct Full: Error {}
    let store = try store()
    #expect(throws: Full.self) { try store.reading { try $0.statements { _ in throw Full() } } }
  }
}
