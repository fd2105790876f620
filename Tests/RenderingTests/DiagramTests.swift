import Statements
import Testing

@testable import Rendering

@Suite struct DiagramTests {
  private func diagram(_ story: Story, _ options: PictureOptions = PictureOptions()) -> Diagram {
    Diagram(story.subgraph, options: options)
  }

  /// Lines as words: "Ada –met→ Ben".
  private func lines(_ diagram: Diagram) -> [String] {
    diagram.lines.map { line in
      let words = line.entries.map { $0.relation.rawValue }.joined(separator: ",")
      let tail = diagram.nodes[line.tail].entity.name
      let head = diagram.nodes[line.head].entity.name
      return "\(tail) \(words) \(head) \(line.status)" + (line.isDirected ? "" : " mutual")
    }
  }

  private static let people: [(name: String, type: EntityType)] = [
    ("Ada", .person), ("Ben", .person), ("Cem", .person), ("Dov", .person),
  ]

  @Test func pairHasOneLineADirectionAndStatus() {
    let story = Story(
      entities: Self.people,
      facts: [
        .init(subject: "Ben", relation: "met", object: "Ada"),
        .init(subject: "Ada", relation: "praised", object: "Ben"),
        .init(subject: "Ada", relation: "urged", object: "Ben"),
        .init(subject: "Ben", relation: "accused", object: "Ada"),
        .init(subject: "Ada", relation: "visited", object: "Ben", factuality: .planned),
      ])
    #expect(
      lines(diagram(story)) == [
        "Ada met,praised,urged Ben fact", "Ben accused Ada fact", "Ada visited Ben open",
      ])
  }

  @Test func deniedAndNegatedAreNoLines() {
    let story = Story(
      entities: Self.people,
      facts: [
        .init(subject: "Ada", relation: "met", object: "Ben", factuality: .denied),
        .init(subject: "Ada", relation: "met", object: "Cem", polarity: .negative),
        .init(subject: "Ada", relation: "met", object: "Dov"),
      ])
    #expect(lines(diagram(story)) == ["Ada met Dov fact mutual"])
    #expect(diagram(story).withheld == 2)
    #expect(
      lines(diagram(story, PictureOptions(showsDenied: true))) == [
        "Ada met Ben denied mutual", "Ada met Cem denied mutual", "Ada met Dov fact mutual",
      ])
  }

  @Test func reportOfAFactSupportsIt() {
    let story = Story(
      entities: Self.people,
      facts: [
        .init(subject: "Ada", relation: "met", object: "Ben"),
        .init(subject: "Ben", relation: "met", object: "Ada", factuality: .reported, article: "courier-1"),
        .init(subject: "Ada", relation: "accused", object: "Cem", factuality: .reported),
      ])
    let diagram = diagram(story)
    #expect(lines(diagram) == ["Ada met Ben fact mutual", "Ada accused Cem reported"])
    #expect(diagram.lines.first?.articles == 2)
  }

  @Test func meetingOfThreeIsAGatheringButAStarIsNot() {
    let meeting = Story(
      entities: Self.people,
      facts: [
        .init(subject: "Ada", relation: "met", object: "Ben", event: "v1"),
        .init(subject: "Ada", relation: "met", object: "Cem", event: "v1"),
        .init(subject: "Cem", relation: "met", object: "Ben", event: "v1"),
      ])
    #expect(diagram(meeting).gatherings.map(\.participants) == [[0, 1, 2]])
    #expect(diagram(meeting).lines.isEmpty)
    var star = meeting
    star.facts.removeLast()
    #expect(diagram(star).gatherings.isEmpty)
    #expect(lines(diagram(star)) == ["Ada met Ben fact mutual", "Ada met Cem fact mutual"])
  }

  @Test func outletsWithTheSamePassageAreOneSource() {
    var story = Story(entities: Self.people, articles: Story.talks.articles)
    story.facts = ["harbour-1", "courier-1"].map {
      .init(subject: "Ada", relation: "met", object: "Ben", article: $0, quote: "Ada met Ben, the agency said.")
    }
    #expect(diagram(story).lines.first?.sources == 1)
    #expect(diagram(story).lines.first?.articles == 2)
    story.facts[1].quote = "Ben and Ada sat down together."
    #expect(diagram(story).lines.first?.sources == 2)
  }

  @Test func rolesAreSecondLinesAndPresentOnesComeFirst() {
    let story = Story(
      entities: Self.people,
      facts: [
        .init(subject: "Ada", relation: "met", object: "Ben"),
        .init(subject: "Ada", relation: "holdsRole", object: "mayor", isLiteral: true, time: "2008/2016"),
        .init(subject: "Ada", relation: "holdsRole", object: "senator", isLiteral: true),
        .init(subject: "Ada", relation: "holdsRole", object: "spy", isLiteral: true, factuality: .reported),
      ])
    #expect(diagram(story).nodes.first?.roles == ["senator", "mayor"])
  }

  @Test func strongestTiesStayAndTheCaptionSaysSo() {
    var story = Story(entities: Self.people)
    story.facts = [
      .init(subject: "Ada", relation: "met", object: "Ben", article: "a"),
      .init(subject: "Cem", relation: "met", object: "Dov", article: "a"),
      .init(subject: "Cem", relation: "met", object: "Dov", article: "b"),
    ]
    let options = PictureOptions(nodeLimit: 2)
    let diagram = diagram(story, options)
    #expect(lines(diagram) == ["Cem met Dov fact mutual"])
    #expect(Furniture(diagram, options: options).caption.first == "2 of 4 nodes shown: strongest ties")
  }

  @Test func datesSpanWhatTheTextSays() {
    let story = Story(
      entities: Self.people,
      facts: [
        .init(subject: "Ada", relation: "met", object: "Ben", time: "2021-05-02"),
        .init(subject: "Ada", relation: "met", object: "Ben", time: "2021-05-12"),
      ])
    #expect(diagram(story).lines.first?.dates.map { DateText.short($0) } == "2–12 May 2021")
  }

  @Test func leavesOfAHubAreOneNodeThatListsThem() throws {
    var story = Story.talks
    story.entities = [("Hub", .person)] + (10..<60).map { ("Body \($0)", .organization) }
    story.facts = (10..<60).map { i in
      .init(subject: "Hub", relation: i < 57 ? "met" : "praised", object: "Body \(i)")
    }
    let diagram = diagram(story)
    #expect(diagram.nodes.map(\.members.count) == [47, 0, 0, 0, 0])
    #expect(diagram.nodeCount == 51 && !diagram.isPartial)
    let line = try #require(diagram.lines.first)
    #expect(line.statements.count == 47 && line.entries.map(\.relation.rawValue) == ["met"])
    let dot = DOT.write(story.subgraph)
    #expect(dot.contains("Body 17<BR/><I>and 39 others</I>"))
  }
}
