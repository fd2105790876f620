import Foundation
import Statements
import Testing

@testable import KnowledgeGraph

@Suite struct QueryTests {
  /// The three samples, with the people who are one merged.
  private func store() throws -> Store {
    let store = try Store()
    _ = try store.add(try Samples.all.map { try $0.graph() })
    func cluster(_ id: String, _ name: String, _ first: String, _ second: String) -> Cluster {
      Cluster(
        node: Entity(id: id, type: .person, name: name, aliases: [second].filter { $0 != name }),
        members: [Samples.summit.entityID(first), Samples.followUp.entityID(second)])
    }
    try store.link(
      [
        cluster("n-kolvane", "Mira Kolvane", "Mira Kolvane", "Kolvane"),
        cluster("n-deln", "Oskar Deln", "Oskar Deln", "Oskar Deln"),
        cluster("n-rook", "Tamas Rook", "Tamas Rook", "Tamas Rook"),
      ], judgements: [])
    return store
  }

  private func names(_ graph: Subgraph) -> Set<String> { Set(graph.entities.map(\.name)) }

  @Test func meetingsComeWithTheirSourcesAndStanding() throws {
    let answer = try store().meetings(of: "kolvane")
    #expect(answer.node.name == "Mira Kolvane")
    let tie = try #require(answer.ties.first)
    #expect(answer.ties.count == 1, "a visit to a place is no meeting")
    #expect(tie.other?.name == "Oskar Deln")
    #expect(tie.standing == .fact)
    #expect(tie.sources == 2)
    #expect(tie.citations.map(\.source.publisher) == ["The Harbour Post", "Essel Gazette"])
    #expect(tie.citations.map(\.attribution) == [nil, "Tamas Rook"])
    #expect(tie.citations[0].statement.evidence.quote == "Mira Kolvane met Oskar Deln in Port Essel on 2 May.")
  }

  @Test func whatIsDeniedOrPlannedIsNeverAFact() throws {
    let store = try store()
    #expect(try store.meetings(of: "Tamas Rook").ties.map(\.standing) == [.denied])
    let visited = try store.ties(of: "Mira Kolvane", relations: ["visited"])
    #expect(visited.ties.map(\.standing) == [.planned])
    #expect(try store.path(from: "Mira Kolvane", to: "Norland") == nil)
  }

  @Test(
    arguments: [
      ("Oskar Deln", "Oskar Deln"), ("OSKAR  DELN", "Oskar Deln"), ("Mr. Deln", "Oskar Deln"), ("deln's", "Oskar Deln"),
      ("Lene Sorby", "Lene Sørby"), ("Kolvane", "Mira Kolvane"), ("n-rook", "Tamas Rook"), ("the Norland", "Norland"),
    ])
  func namesAreFound(asked: String, found: String) throws {
    #expect(try store().node(named: asked).name == found)
  }

  @Test func unknownNamesSayWhatIsNear() throws {
    let store = try store()
    do {
      _ = try store.node(named: "Oscar Delm")
      Issue.record("found a node")
    } catch let LookupError.unknown(_, nearest) {
      #expect(nearest.map(\.entity.name) == ["Oskar Deln"])
    }
    #expect(throws: LookupError.unknown(name: "…", nearest: [])) { try store.node(named: "…") }
  }

  @Test func ambiguousNamesListWhoIsMeant() throws {
    let store = try store()
    let article = SampleArticle(
      id: "namesake", text: "Anna Deln praised Oskar Deln.",
      entities: [("Anna Deln", .person), ("Oskar Deln", .person)],
      facts: [SampleFact(subject: "Anna Deln", relation: "praised", object: "Oskar Deln", quote: "Anna Deln praised")])
    _ = try store.add([try article.graph()])
    do {
      _ = try store.node(named: "Deln")
      Issue.record("took one of several")
    } catch let LookupError.ambiguous(_, candidates) {
      #expect(candidates.map(\.entity.name).sorted() == ["Anna Deln", "Oskar Deln", "Oskar Deln"])
      #expect(candidates.first?.entity.id == "n-deln", "most talked of first")
    }
  }

  @Test(arguments: [
    (Polarity.positive, Factuality.asserted, 0.39, Standing.doubtful), (.positive, .reported, 0.39, .doubtful),
    (.positive, .asserted, 0.4, .fact), (.negative, .asserted, 0.1, .denied), (.positive, .denied, 0.1, .denied),
    (.positive, .possible, 0.9, .planned),
  ])
  func whatIsHardlyBelievedIsNoFact(
    polarity: Polarity, factuality: Factuality, confidence: Double, expected: Standing
  ) {
    let span = Span(0, 1)
    let statement = Statement<Entity.ID>(
      triple: Triple(subject: "a", relation: Relation(rawValue: "met"), object: .node("b")), polarity: polarity,
      factuality: factuality,
      evidence: Evidence(
        article: "x", part: .text, sentence: 0, quote: "a", span: span, subject: span, object: span, relation: [],
        rule: "test", pipeline: "test", confidence: confidence))
    #expect(Standing(statement) == expected)
  }

  @Test func selectionsKeepWhatTheyName() throws {
    let store = try store()
    #expect(try store.subgraph().statements.count == 7)
    #expect(names(try store.subgraph(Selection(around: ["Norland"]))) == ["Norland", "Mira Kolvane"])
    #expect(
      names(try store.subgraph(Selection(around: ["Norland"], depth: 2)))
        == ["Norland", "Mira Kolvane", "Oskar Deln", "Tamas Rook"])
    #expect(names(try store.subgraph(Selection(around: ["Norland"], depth: 0))) == ["Norland"])
    #expect(try store.subgraph(Selection(relations: ["CONSULT"])).statements.count == 4)
    #expect(try store.subgraph(Selection(relations: ["urged", "praised"])).statements.count == 2)
    let strong = try store.subgraph(Selection(minimumSources: 2))
    #expect(names(strong) == ["Mira Kolvane", "Oskar Deln", "Tamas Rook"], "Rook is the source of one")
    #expect(strong.statements.count == 2)
    #expect(strong.totalStatements == 7)
    #expect(try store.subgraph(Selection(minimumConfidence: 0.5)).statements.count == 7)
    #expect(try store.subgraph(Selection(minimumConfidence: 0.6)).statements.isEmpty)
    #expect(try store.subgraph(Selection(top: 1)).statements.count == 3, "two meetings and a role")
    #expect(throws: LookupError.self) { try store.subgraph(Selection(relations: ["danced"])) }
  }

  @Test func timeIsTheStatementsOwnOrItsArticles() throws {
    let store = try store()
    let june = try store.subgraph(Selection(since: PartialDate("2021-06")))
    #expect(june.statements.map(\.evidence.article) == ["follow-up", "follow-up"])
    let second = try store.subgraph(Selection(until: PartialDate("2021-05-02")))
    #expect(second.statements.map(\.evidence.quote) == ["Mira Kolvane met Oskar Deln in Port Essel on 2 May."])
    #expect(second.filter == "until 2021-05-02")
  }

  @Test func pathsGoOverFacts() throws {
    let path = try #require(try store().path(from: "Tamas Rook", to: "Kolvane"))
    #expect(path.nodes.map(\.name) == ["Tamas Rook", "Oskar Deln", "Mira Kolvane"])
    #expect(path.steps.map { $0.map(\.relation.rawValue) } == [["urged"], ["met"]])
    #expect(try store().path(from: "Tamas Rook", to: "Ivo Brandt") == nil)
  }

  @Test func timelinesGoFromOldToNew() throws {
    let (_, citations, others) = try store().timeline(of: "Oskar Deln")
    #expect(citations.compactMap { $0.day?.description } == ["2021-05-02", "2021-05-03", "2021-06-10", "2021-06-10"])
    #expect(others["n-rook"]?.name == "Tamas Rook")
  }

  @Test func searchFindsNodesAndPassages() throws {
    let store = try store()
    #expect(try store.search("sorby").nodes.map(\.entity.name) == ["Lene Sørby"])
    #expect(try store.search("cafe lum").passages.map(\.article.id) == ["other"])
    #expect(try store.search("\"AND (").passages.isEmpty)
  }

  @Test func explanationsShowTheWordsAndTheJudgements() throws {
    let store = try store()
    let fact = try #require(try store.ties(of: "Ivo Brandt").ties.first?.citations.first?.statement)
    let explanation = try store.explanation(of: fact.id)
    #expect(explanation.nodes.map(\.name).sorted() == ["Ivo Brandt", "Lene Sørby"])
    #expect(explanation.paragraph == Samples.other.text)
    #expect(explanation.judgements.map(\.reason) == ["same letters"])
    #expect(throws: LookupError.unknownStatement(id: "s0")) { try store.explanation(of: "s0") }
  }

  @Test func statisticsCountTheView() throws {
    let statistics = try store().statistics()
    #expect(statistics.articles == 3)
    #expect(statistics.entities == 6)
    #expect(statistics.articleEntities == 9)
    #expect(statistics.standings.map { "\($0.name) \($0.count)" } == ["fact 5", "denied 1", "planned 1"])
    #expect(statistics.relations.first.map { "\($0.name) \($0.count)" } == "met 3")
  }
}
