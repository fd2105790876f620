import Foundation
import GRDB
import Statements
import Testing

@testable import KnowledgeGraph

@Suite struct StoreTests {
  /// Each test that says so runs on a store in memory and on one in a file.
  static let places = ["memory", "file"]

  private func store(_ place: String) throws -> Store {
    place == "memory" ? try Store() : try Store(path: temporaryPath())
  }

  @Test(arguments: places) func addingTwiceChangesNothing(place: String) throws {
    let store = try store(place)
    let graphs = try Samples.all.map { try $0.graph() }
    #expect(try store.add(graphs) == [.added, .added, .added])
    let before = try store.subgraph()
    #expect(try store.add(graphs) == [.known(as: "summit"), .known(as: "follow-up"), .known(as: "other")])
    #expect(try store.subgraph() == before)
    #expect(before.statements.count == 7)
  }

  @Test func theSameContentUnderAnotherIdentifierIsKnown() throws {
    let store = try Store()
    _ = try store.add([try Samples.other.graph()])
    let copy = SampleArticle(
      id: "copy", text: Samples.other.text, published: nil, publisher: nil, entities: Samples.other.entities)
    #expect(try store.add([try copy.graph()]) == [.known(as: "other")])
  }

  @Test func otherContentUnderAKnownIdentifierIsRefusedWhole() throws {
    let store = try Store()
    _ = try store.add([try Samples.other.graph()])
    let changed = SampleArticle(id: "other", text: "Ivo Brandt left.", entities: [("Ivo Brandt", .person)])
    #expect(throws: StoreError.articleChanged(id: "other", path: "memory")) {
      try store.add([try Samples.summit.graph(), try changed.graph()])
    }
    #expect(try store.articles().map(\.id) == ["other"])
  }

  @Test(arguments: places) func anArticleComesBackAsItWas(place: String) throws {
    let store = try store(place)
    let graph = try Samples.summit.graph()
    _ = try store.add([graph])
    let back = try store.articleGraph("summit")
    #expect(back.article == graph.article)
    #expect(back.entities == graph.entities)
    #expect(Set(back.mentions) == Set(graph.mentions))
    #expect(back.statements == graph.statements)
    #expect(back.judgements == graph.judgements)
  }

  @Test func aQuotationMustBeTheTextAtItsOffsets() throws {
    let store = try Store()
    let graph = try Samples.other.graph()
    let moved = graph.statements.map { s in
      let e = s.evidence
      return Fact(
        triple: s.triple,
        evidence: Evidence(
          article: e.article, part: e.part, sentence: 0, quote: e.quote, span: Span(e.span.start + 1, e.span.end + 1),
          subject: e.subject, object: e.object, relation: e.relation, rule: e.rule, pipeline: e.pipeline,
          confidence: e.confidence))
    }
    let misplaced = ArticleGraph(
      article: graph.article, entities: graph.entities, mentions: [], statements: moved, events: [], judgements: [])
    #expect(throws: StoreError.self) { try store.add([misplaced]) }
    #expect(try store.articles().isEmpty)
  }

  @Test func statementsAreNeverOverwritten() throws {
    let store = try Store()
    _ = try store.add([try Samples.other.graph()])
    #expect(throws: StoreError.self) {
      try store.write { try $0.execute(sql: "UPDATE statement SET confidence = 1") }
    }
  }

  @Test(arguments: places) func removingTakesWhatOnlyThatArticleSays(place: String) throws {
    let store = try store(place)
    _ = try store.add(try [Samples.summit, Samples.other].map { try $0.graph() })
    let before = try store.subgraph()
    _ = try store.add([try Samples.followUp.graph()])
    try store.link([Self.merged], judgements: [])
    try store.remove(["follow-up"])
    try store.link([], judgements: [])
    #expect(try store.subgraph() == before)
    #expect(try store.defects() == [])
    #expect(try store.search("resign").passages.isEmpty)
  }

  @Test func removingAnUnknownArticleChangesNothing() throws {
    let store = try Store()
    _ = try store.add([try Samples.other.graph()])
    #expect(throws: LookupError.unknownArticle(id: "nowhere")) { try store.remove(["other", "nowhere"]) }
    #expect(try store.articles().map(\.id) == ["other"])
  }

  /// Oskar Deln and Kolvane of the first two samples as one node each.
  static let merged = Cluster(
    node: Entity(id: "n-deln", type: .person, name: "Oskar Deln", aliases: ["Deln"]),
    members: [Samples.summit.entityID("Oskar Deln"), Samples.followUp.entityID("Oskar Deln")])

  @Test func mergingIsAViewThatCanBeTakenBack() throws {
    let store = try Store()
    _ = try store.add(try Samples.all.map { try $0.graph() })
    let before = try store.subgraph()
    #expect(try store.isStale())
    let judgement = Judgement(
      left: Self.merged.members[0], right: Self.merged.members[1], verdict: .same, score: 0.95,
      reason: "same full name",
      author: .machine("linker"))
    try store.link([Self.merged], judgements: [judgement])
    #expect(try !store.isStale())
    let after = try store.subgraph()
    #expect(after.entities.count == before.entities.count - 1)
    #expect(after.statements.map(\.id) == before.statements.map(\.id))
    #expect(after.statements.filter { $0.triple.object.node == "n-deln" || $0.triple.subject == "n-deln" }.count == 4)
    try store.link([], judgements: [])
    #expect(try store.subgraph() == before)
  }

  @Test func theOrderOfAddingDoesNotShow() throws {
    let graphs = try Samples.all.map { try $0.graph() }
    let (one, two) = (try Store(), try Store())
    _ = try one.add(graphs)
    for graph in graphs.reversed() { _ = try two.add([graph]) }
    for store in [one, two] { try store.link([Self.merged], judgements: []) }
    #expect(try one.subgraph() == two.subgraph())
    #expect(try one.articleGraphs() == two.articleGraphs())
  }

  // MARK: - Files

  @Test func aStoreIsThereWhenOpenedAgain() throws {
    let path = temporaryPath()
    let before: Subgraph
    do {
      let store = try Store(path: path)
      _ = try store.add(try Samples.all.map { try $0.graph() })
      before = try store.subgraph()
    }
    #expect(try Store(path: path, access: .read).subgraph() == before)
    #expect(try Store(path: path).subgraph() == before)
  }

  @Test func readingGoesOnWhileAnotherWrites() throws {
    let path = temporaryPath()
    let writer = try Store(path: path)
    _ = try writer.add([try Samples.other.graph()])
    let reader = try Store(path: path, access: .read)
    try writer.write { db in
      try db.execute(sql: "DELETE FROM article")
      #expect(try reader.articles().map(\.id) == ["other"])
    }
    #expect(try reader.articles().isEmpty)
  }

  @Test func aTransactionThatFailsLeavesNothing() throws {
    struct Stop: Error {}
    let path = temporaryPath()
    let store = try Store(path: path)
    _ = try store.add([try Samples.other.graph()])
    #expect(throws: Stop.self) {
      try store.write { db in
        try db.execute(sql: "DELETE FROM article")
        throw Stop()
      }
    }
    #expect(try store.subgraph().statements.count == 1)
    #expect(try store.defects() == [])
  }

  @Test func whatIsNoStoreIsSaidByName() throws {
    let text = temporaryPath()
    try "This is a note about nothing.\n".write(toFile: text, atomically: true, encoding: .utf8)
    #expect(throws: StoreError.notAStore(path: text)) { try Store(path: text) }
    #expect(throws: StoreError.notAStore(path: text)) { try Store(path: text, access: .read) }
    #expect(try String(contentsOfFile: text, encoding: .utf8) == "This is a note about nothing.\n")

    let foreign = temporaryPath()
    let queue = try DatabaseQueue(path: foreign)
    try queue.write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
    try queue.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: foreign))
    #expect(throws: StoreError.notAStore(path: foreign)) { try Store(path: foreign) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: foreign)) == bytes)

    let nothing = temporaryPath()
    #expect(throws: StoreError.missing(path: nothing)) { try Store(path: nothing, access: .read) }
    #expect(!FileManager.default.fileExists(atPath: nothing))
  }

  @Test func aNewerSchemaIsRefused() throws {
    let path = temporaryPath()
    do {
      let store = try Store(path: path)
      try store.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: of another day')") }
    }
    #expect(throws: StoreError.newerSchema(path: path)) { try Store(path: path) }
    #expect(throws: StoreError.newerSchema(path: path)) { try Store(path: path, access: .read) }
  }

  @Test func aFullDiskIsSaidAndLeavesTheStoreWhole() throws {
    let path = temporaryPath()
    let store = try Store(path: path)
    _ = try store.add([try Samples.other.graph()])
    try store.write { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    let long = SampleArticle(
      id: "long", text: String(repeating: "Ivo Brandt spoke at length. ", count: 20_000),
      entities: [("Ivo Brandt", .person)])
    #expect(throws: StoreError.diskFull(path: path)) { try store.add([try long.graph()]) }
    #expect(try store.articles().map(\.id) == ["other"])
    #expect(try store.defects() == [])
  }

  @Test func aDamagedFileIsSaid() throws {
    let path = temporaryPath()
    do {
      let store = try Store(path: path)
      _ = try store.add(try Samples.all.map { try $0.graph() })
    }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for i in bytes.indices.dropFirst(100) { bytes[i] = 0xA5 }
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreError.damaged(path: path)) { try Store(path: path, access: .read).statistics() }
  }
}

/// A path in the temporary folder at which nothing is.
func temporaryPath() -> String {
  FileManager.default.temporaryDirectory.appendingPathComponent("entente-test-\(UUID().uuidString).sqlite").path
}
