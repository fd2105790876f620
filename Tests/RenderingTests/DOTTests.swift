import Foundation
import Statements
import Testing

@testable import Rendering

@Suite struct DOTTests {
  @Test func storyIsDrawnAsReviewed() throws {
    try compare(DOT.write(Story.talks.subgraph), with: "talks.dot")
  }

  @Test func deniedIsDottedOnRequest() throws {
    try compare(
      DOT.write(Story.talks.subgraph, options: PictureOptions(showsDenied: true, title: "Talks")),
      with: "talks-denied.dot")
  }

  /// Compares bytes with a snapshot; `RECORD_SNAPSHOTS=1` writes it anew, and fails, so that it is looked at.
  private func compare(_ text: String, with name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name)")
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text == expected)
  }

  @Test func orderOfInputDoesNotMatter() {
    let graph = Story.talks.subgraph
    let turned = Subgraph(
      entities: graph.entities.reversed(), statements: graph.statements.reversed(), articles: graph.articles.reversed())
    #expect(DOT.write(graph) == DOT.write(turned))
  }

  @Test func engineFollowsSize() {
    #expect(DOT.write(Story.talks.subgraph).contains("layout=\"dot\""))
    #expect(DOT.write(Story.random(nodes: 120, statements: 400)).contains("layout=\"nop1\""))
    var large = PictureOptions()
    large.nodeLimit = 1100
    #expect(DOT.write(Story.random(nodes: 1200, statements: 3600), options: large).contains("layout=\"sfdp\""))
  }

  @Test func emptyGraphIsAGraph() throws {
    let empty = Subgraph(entities: [], statements: [], articles: [])
    #expect(DOT.write(empty).hasPrefix("digraph entente {"))
    #expect(try !Renderer.shared.render(empty, as: .svg).isEmpty)
  }
}
