import Statements
import Testing

@testable import KnowledgeGraph

@Suite struct GraphDifferenceTests {
  private typealias Told = (
    subject: String, relation: String, object: String, factuality: Factuality, article: String, time: String?
  )

  private static let days = ["one": "2021-05-01", "two": "2021-05-09", "three": "2021-06-02"]

  /// - Parameter nodes: name and identifier, or name alone, which then is the identifier in small letters.
  private func graph(_ nodes: [(String, String)], _ told: [Told]) -> Subgraph {
    let ids = Dictionary(uniqueKeysWithValues: nodes)
    let statements = told.enumerated().map { i, fact in
      Statement<Entity.ID>(
        id: "s-\(fact.article)-\(fact.relation)-\(fact.factuality)-\(i)",
        triple: Triple(
          subject: ids[fact.subject] ?? fact.subject, relation: Relation(rawValue: fact.relation),
          object: ids[fact.object].map { .node($0) } ?? .literal(fact.object)),
        event: nil, polarity: .positive, factuality: fact.factuality, attribution: nil,
        time: fact.time.flatMap { TemporalExtent($0) },
        evidence: Evidence(
          article: fact.article, part: .text, sentence: 0, quote: "…", span: Span(0, 3), subject: Span(0, 1),
          object: Span(1, 2), relation: [], rule: "test", pipeline: "test", confidence: 1))
    }
    return Subgraph(
      entities: nodes.map { Entity(id: $0.1, type: .person, name: $0.0) }.sorted { $0.id < $1.id },
      statements: statements.sorted { $0.id < $1.id },
      articles: Set(told.map(\.article)).sorted().map {
        Subgraph.Source(
          id: $0, title: $0, url: nil, publisher: nil, published: Self.days[$0].flatMap { PartialDate($0) })
      })
  }

  private let mira = ("Mira Kolvane", "m"), deln = ("Oskar Deln", "d"), rook = ("Tamas Rook", "r")

  private func line(_ line: GraphDifference.Line) -> String {
    "\(line.subject.name) \(line.relation.label) \(line.object?.name ?? line.words ?? "")"
  }

  @Test func nothingChangedIsEmpty() {
    let one = graph([mira, deln], [("Mira Kolvane", "met", "Oskar Deln", .asserted, "one", nil)])
    let difference = GraphDifference(from: one, to: one)
    #expect(difference.isEmpty)
    #expect(difference.newStatements.isEmpty && difference.goneStatements.isEmpty)
    #expect(difference.union.statements == one.statements)
  }

  @Test func whatCameAndWent() {
    let before = graph(
      [mira, deln],
      [
        ("Mira Kolvane", "met", "Oskar Deln", .asserted, "one", nil),
        ("Mira Kolvane", "holdsRole", "envoy", .asserted, "one", nil),
      ])
    let after = graph([mira, rook], [("Tamas Rook", "praised", "Mira Kolvane", .asserted, "two", nil)])
    let difference = GraphDifference(from: before, to: after)
    #expect(difference.newNodes.map(\.node.name) == ["Tamas Rook"])
    #expect(difference.goneNodes.map(\.node.name) == ["Oskar Deln"])
    #expect(difference.newLines.map(line) == ["Tamas Rook praised Mira Kolvane"])
    #expect(
      difference.goneLines.map(line) == ["Oskar Deln met Mira Kolvane", "Mira Kolvane holds role envoy"].sorted())
    #expect(difference.changedLines.isEmpty)
    #expect(difference.union.entities.map(\.name) == ["Oskar Deln", "Mira Kolvane", "Tamas Rook"])
    #expect(difference.newStatements.count == 1 && difference.goneStatements.count == 2)
  }

  @Test func aLineThatIsToldOtherwiseIsChanged() throws {
    let before = graph([mira, deln], [("Mira Kolvane", "visited", "Oskar Deln", .planned, "one", "2021-06")])
    let after = graph(
      [mira, deln],
      [
        ("Mira Kolvane", "visited", "Oskar Deln", .asserted, "two", nil),
        ("Mira Kolvane", "visited", "Oskar Deln", .asserted, "three", "2021-05-08"),
      ])
    let difference = GraphDifference(from: before, to: after)
    #expect(difference.newLines.isEmpty && difference.goneLines.isEmpty)
    let change = try #require(difference.changedLines.first)
    #expect(change.after.differences(from: change.before) == [.certainty, .sources, .time])
    #expect(change.before.time?.description == "2021-06")
    #expect(change.after.time?.description == "2021-05-08/2021-05-09")
    #expect(change.after.sources == 2)
    // In a picture the planned line is gone and one told as fact is new.
    #expect(difference.newStatements.count == 2 && difference.goneStatements.count == 1)
  }

  @Test func anotherSourceForTheSameIsNoNewLineOfAPicture() {
    let before = graph([mira, deln], [("Mira Kolvane", "met", "Oskar Deln", .asserted, "one", nil)])
    let after = graph([mira, deln], [("Oskar Deln", "met", "Mira Kolvane", .asserted, "two", nil)])
    let difference = GraphDifference(from: before, to: after)
    #expect(difference.changedLines.map { $0.after.differences(from: $0.before) } == [[.time]])
    #expect(difference.newStatements.isEmpty && difference.goneStatements.isEmpty)
  }

  @Test func nodesAreTheSameByStatementsAndByName() {
    let before = graph(
      [("O. Deln", "x1"), ("Mira Kolvane", "x2"), ("Rook", "x3")],
      [
        ("O. Deln", "met", "Mira Kolvane", .asserted, "one", nil),
        ("Rook", "met", "Mira Kolvane", .planned, "two", nil),
      ])
    let after = Subgraph(
      entities: [
        Entity(id: "y1", type: .person, name: "Oskar Deln"), Entity(id: "y2", type: .person, name: "MIRA KOLVANE"),
        Entity(id: "y3", type: .person, name: "Tamas Rook", aliases: ["Mr Rook"]),
        Entity(id: "y4", type: .organization, name: "Rook"),
      ], statements: [], articles: [])
    let byName = GraphDifference(from: before, to: after)
    #expect(byName.changedNodes.map { $0.after.name } == ["MIRA KOLVANE", "Tamas Rook"])
    #expect(byName.goneNodes.map(\.node.name) == ["O. Deln"], "no name in common")
    #expect(byName.newNodes.map(\.node.id) == ["y1", "y4"], "another type is another thing")

    let told = graph(
      [("Oskar Deln", "y1"), ("M. Kolvane", "y2")], [("Oskar Deln", "met", "M. Kolvane", .asserted, "one", nil)])
    let byStatement = GraphDifference(from: before, to: told)
    #expect(byStatement.changedNodes.map { $0.before.name } == ["Mira Kolvane", "O. Deln"])
  }

  @Test func twoOfOneNameAreNotGuessedBetween() {
    let before = graph([("Ann Lee", "x1")], [])
    let after = graph([("Ann Lee", "y1"), ("Ann  Lee", "y2")], [])
    let difference = GraphDifference(from: before, to: after)
    #expect(difference.newNodes.count == 2 && difference.goneNodes.count == 1)
  }

  @Test func aMergeIsToldAsOne() throws {
    let told: [Told] = [
      ("Deln", "met", "Mira Kolvane", .asserted, "one", nil),
      ("Oskar Deln", "praised", "Mira Kolvane", .asserted, "two", nil),
      ("Oskar Deln", "urged", "Mira Kolvane", .asserted, "two", nil),
    ]
    let before = graph([mira, deln, ("Deln", "a")], told)
    let after = graph([mira, ("Oskar Deln", "a")], told.map { ("Oskar Deln", $0.1, $0.2, $0.3, $0.4, $0.5) })
    // The merged node took the identifier of the lesser part.
    let difference = GraphDifference(from: before, to: after)
    let gone = try #require(difference.goneNodes.first)
    #expect(gone.node.name == "Oskar Deln" && gone.partner?.id == "a")
    let back = GraphDifference(from: after, to: before)
    #expect(back.newNodes.first?.partner?.id == "a")
    // Statements that moved stand on both sides of the picture, under names of their own.
    #expect(Set(difference.union.statements.map(\.id)).count == difference.union.statements.count)
    #expect(difference.goneStatements.isSubset(of: Set(difference.union.statements.map(\.id))))
    #expect(difference.goneStatements.count == 2)
  }

  @Test func theOrderIsThatOfNames() {
    let after = graph(
      [mira, deln, rook],
      [
        ("Tamas Rook", "urged", "Oskar Deln", .asserted, "one", nil),
        ("Mira Kolvane", "praised", "Tamas Rook", .asserted, "one", nil),
        ("Mira Kolvane", "met", "Oskar Deln", .asserted, "one", nil),
      ])
    let difference = GraphDifference(from: graph([], []), to: after)
    #expect(
      difference.newLines.map(line) == [
        "Mira Kolvane praised Tamas Rook", "Oskar Deln met Mira Kolvane", "Tamas Rook urged Oskar Deln",
      ])
    #expect(difference.newNodes.map(\.node.name) == ["Mira Kolvane", "Oskar Deln", "Tamas Rook"])
  }
}
