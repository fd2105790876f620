import Foundation
import Statements
import Testing

@testable import Rendering

@Suite struct RendererTests {
  private func svg(_ graph: Subgraph, _ options: PictureOptions = PictureOptions()) throws -> SVGReader {
    let reader = SVGReader(try Renderer.shared.render(graph, as: .svg, options: options))
    #expect(reader.error == nil)
    return reader
  }

  @Test func storyHasItsNodesLinesWordsAndSources() throws {
    let reader = try svg(Story.talks.subgraph, PictureOptions(title: "Talks"))
    #expect(reader.groups(of: "node").filter { $0.id.hasPrefix("n") }.count == 8)
    #expect(reader.groups(of: "gathering").count == 1)
    #expect(reader.groups(of: "spoke").count == 3)
    let met = try #require(reader.groups.first { $0.title.hasPrefix("Mira Kolvane – met – Oskar Deln") })
    #expect(met.title.contains("“Mira Kolvane met Oskar Deln.” — The Harbour Post, 3 May 2021"))
    #expect(met.links == ["https://courier.example/a?b=1&c=2"] || met.links == ["https://harbour.example/1"])
    #expect(reader.groups.contains { $0.texts == ["met (2)", "2–4 May 2021"] })
    #expect(reader.groups.contains { $0.texts == ["Mira Kolvane", "trade envoy"] })
    #expect(reader.groups(of: "heading").map(\.texts) == [["Talks"]])
    #expect(reader.groups(of: "denied").isEmpty)
    #expect(!reader.groups(of: "open").isEmpty)
    #expect(!reader.groups(of: "reported").isEmpty)
  }

  @Test func legendHasOnlyWhatOccurs() throws {
    var story = Story.talks
    story.entities.removeAll { $0.type != .person }
    let words = try svg(story.subgraph).groups(of: "legend").flatMap(\.texts)
    #expect(words.contains("person"))
    #expect(!words.contains("place"))
    #expect(words.contains("talks and visits"))
    #expect(!words.contains("sanctions, law, force"))
    #expect(!words.contains("planned or possible"))
    #expect(words.contains("number of articles"))
  }

  @Test func sameGraphIsTheSameBytes() throws {
    let graph = Story.random(nodes: 40, statements: 70)
    #expect(
      try Renderer.shared.render(graph, as: .svg) == Renderer.shared.render(graph, as: .svg))
  }

  @Test func pngAndPDFAreWhatTheySay() throws {
    let graph = Story.talks.subgraph
    #expect(try Renderer.shared.render(graph, as: .png).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try Renderer.shared.render(graph, as: .pdf).starts(with: Array("%PDF".utf8)))
    #expect(
      try Renderer.shared.render(graph, as: .svg, options: PictureOptions(style: .dark))
        != Renderer.shared.render(graph, as: .svg))
  }

  @Test func threadsTakeTurns() async throws {
    let graph = Story.talks.subgraph
    let expected = try Renderer.shared.render(graph, as: .svg)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<12 { group.addTask { try Renderer.shared.render(graph, as: .svg) } }
      for try await bytes in group { #expect(bytes == expected) }
    }
  }

  @Test func unknownEngineIsAnError() {
    var graph = DOTGraph()
    graph.nodes = [.init(name: "n1", attributes: [])]
    #expect(throws: RenderError.unavailable("no-such")) { try Renderer.shared.layOut(graph, engine: "no-such") }
  }

  @Test func brokenLabelIsAnError() {
    var graph = DOTGraph()
    graph.nodes = [.init(name: "n1", attributes: [.init("label", .html("<B>open"))])]
    #expect(throws: RenderError.self) { try Renderer.shared.layOut(graph, engine: "dot") }
  }

  /// Measured on the drawn shapes: names by their nodes, words on lines by the ground they stand on.
  @Test(arguments: [(20, 30), (60, 90), (120, 160), (200, 260)])
  func noLabelCoversAnother(nodes: Int, statements: Int) throws {
    let reader = try svg(Story.random(nodes: nodes, statements: statements))
    let labels = reader.groups.filter { ($0.classes.contains("node") && $0.id.hasPrefix("n")) || $0.id.hasPrefix("t") }
    let boxes = labels.compactMap { group in group.extent.map { (group.id, $0.grown(by: -0.5)) } }
    #expect(boxes.count > nodes)
    var overlaps: [String] = []
    for (i, a) in boxes.enumerated() {
      for b in boxes[(i + 1)...] where a.1.intersects(b.1) { overlaps.append("\(a.0) and \(b.0)") }
    }
    #expect(overlaps.isEmpty, "\(overlaps.count) of \(boxes.count): \(overlaps.prefix(5))")
    let worded = labels.filter { $0.id.hasPrefix("t") }.count
    let lines = reader.groups(of: "edge").filter { $0.id.hasPrefix("e") }.count
    #expect(Double(worded) >= 0.9 * Double(lines), "\(worded) of \(lines) lines have words")
  }
}
