import EntenteTestSupport
import Foundation
import Statements
import Testing

@testable import Rendering

/// Names, quotations, phrases and addresses that try to get out of where they are written.
@Suite struct HostileTextTests {
  private var graph: Subgraph {
    var story = Story()
    for (i, text) in HostileText.corpus.enumerated() {
      story.entities.append((text, EntityType.allCases[i % 5]))
      story.articles.append(
        Subgraph.Source(
          id: "a\(i) \(text.prefix(3000))", title: text, url: i % 2 == 0 ? text : "https://x.example/" + text,
          publisher: text,
          published: nil))
    }
    for (i, text) in HostileText.corpus.enumerated() {
      story.facts.append(
        .init(
          subject: text, relation: i % 3 == 0 ? "other:" + text : "met",
          object: HostileText.corpus[(i + 1) % HostileText.corpus.count],
          factuality: i % 4 == 0 ? .reported : .asserted,
          source: HostileText.corpus[(i + 2) % HostileText.corpus.count],
          article: "a\(i) \(text.prefix(3000))", quote: text))
      story.facts.append(.init(subject: text, relation: "holdsRole", object: text, isLiteral: true))
    }
    story.filter = HostileText.corpus.joined(separator: " ")
    return story.subgraph
  }

  private var options: PictureOptions { PictureOptions(title: HostileText.corpus[10] + "\u{0}\"<&") }

  @Test func svgIsXMLWithoutForeignMarkup() throws {
    let reader = SVGReader(try Renderer.shared.render(graph, as: .svg, options: options))
    #expect(reader.error == nil)
    #expect(
      reader.elements.isSubset(of: [
        "svg", "g", "title", "desc", "style", "a", "text", "polygon", "path", "ellipse", "polyline",
      ]), "\(reader.elements)")
    #expect(!reader.attributes.contains { $0.lowercased().hasPrefix("on") }, "\(reader.attributes)")
    let links = reader.groups.flatMap(\.links)
    #expect(!links.isEmpty)
    #expect(links.allSatisfy { $0.hasPrefix("https://x.example/") })
  }

  @Test func textSurvivesWhereItCanBeSeen() throws {
    let reader = SVGReader(try Renderer.shared.render(graph, as: .svg, options: options))
    let texts = Set(reader.groups.flatMap(\.texts))
    for text in [
      "<b>bold</b>", "&lt;b&gt;", "&amp;amp;", "\\N \\G \\L \\E \\T \\H", "%s%n%d", "a\\", "سفیر ایران", "俄罗斯外交部",
    ] {
      #expect(texts.contains(text), "\(text)")
    }
  }

  @Test func rasterFormatsTakeIt() throws {
    #expect(try Renderer.shared.render(graph, as: .pdf, options: options).count > 1000)
  }

  /// libgraphviz's own reader finds as many nodes and edges in the DOT as were written, and nothing else.
  @Test func dotIsReadBackWhole() throws {
    let text = DOT.write(graph, options: options)
    guard let canonical = try Self.canonical(text) else {
      print("the program 'dot' is not installed: reading DOT back is not tested")
      return
    }
    let diagram = Diagram(graph, options: options)
    #expect(canonical.nodes == diagram.nodes.count + diagram.gatherings.count)
    #expect(canonical.edges == diagram.lines.count + diagram.gatherings.map(\.participants.count).reduce(0, +))
    #expect(canonical.names.allSatisfy { $0.wholeMatch(of: /[nm][0-9]+/) != nil }, "\(canonical.names.prefix(5))")
  }

  private struct Reading: Decodable {
    struct Object: Decodable { let name: String }
    struct Edge: Decodable { let tail: Int }
    let objects: [Object]
    let edges: [Edge]
    var nodes: Int { objects.count }
    var names: [String] { objects.map(\.name) }
  }

  private static func canonical(_ dot: String) throws -> (nodes: Int, edges: Int, names: [String])? {
    let input = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString).dot")
    defer { try? FileManager.default.removeItem(at: input) }
    try Data(dot.utf8).write(to: input)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["dot", "-Tdot_json", "-Knop2", input.path]
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus == 127 { return nil }
    #expect(process.terminationStatus == 0)
    #expect(!said.lowercased().contains("syntax"), "\(said.prefix(300))")
    let reading = try JSONDecoder().decode(Reading.self, from: bytes)
    return (reading.nodes, reading.edges.count, reading.names)
  }
}
