import Foundation
import Statements
import Testing

@testable import Rendering

/// Names, quotations, phrases and addresses that try to get out of where they are written.
@Suite struct HostileTextTests {
  static let corpus: [String] = [
    "\"", "'", "\\", "\\\"", "\\\\\"", "a\\", "\\N \\G \\L \\E \\T \\H", "\\n\\l\\r", "\"]; evil [label=\"x",
    "} digraph x {",
    "<b>bold</b>", "</TD></TR></TABLE>", "<script>alert(1)</script>", "]]>", "<!-- -->", "-->", "<![CDATA[x]]>",
    "&", "&amp;", "&lt;b&gt;", "&#0;", "&#x1F600;", "&nosuch;", "&amp;amp;", "%s%n%d", "${x} $(x) `x`",
    "\u{0}", "a\u{0}b", "\u{1}\u{2}\u{1B}[31m", "\r\n", "a\rb", "\u{7F}\u{85}\u{9F}", "\u{2028}\u{2029}",
    "\u{202E}gnp.exe", "\u{2066}x\u{2069}", "\u{FEFF}bom",
    String(decoding: [0xEF, 0xBF, 0xBE, 0xEF, 0xBF, 0xBF, 0xEF, 0xB7, 0x90], as: UTF8.self), "\u{E000}\u{F8FF}",
    String(decoding: [0x61, 0xED, 0xA0, 0x80, 0x62], as: UTF8.self),
    String(decoding: [0xC3, 0x28, 0xFF], as: UTF8.self),
    "a" + String(repeating: "\u{301}", count: 5000), String(repeating: "long ", count: 200_000),
    String(repeating: "x", count: 1_000_000), "\" onload=\"alert(1)", "javascript:alert(1)",
    "=HYPERLINK(\"http://x\")", "سفیر ایران", "俄罗斯外交部", "👩‍👩‍👧‍👦 🇷🇺", "", " ", "e1", "n1", "node", "graph0", "html:<x>",
    "<", ">", "<>", "<<>>", "#ffffff", "box",
  ]

  private var graph: Subgraph {
    var story = Story()
    for (i, text) in Self.corpus.enumerated() {
      story.entities.append((text, EntityType.allCases[i % 5]))
      story.articles.append(
        Subgraph.Source(
          id: "a\(i) \(text.prefix(3000))", title: text, url: i % 2 == 0 ? text : "https://x.example/" + text,
          publisher: text,
          published: nil))
    }
    for (i, text) in Self.corpus.enumerated() {
      story.facts.append(
        .init(
          subject: text, relation: i % 3 == 0 ? "other:" + text : "met",
          object: Self.corpus[(i + 1) % Self.corpus.count],
          factuality: i % 4 == 0 ? .reported : .asserted, source: Self.corpus[(i + 2) % Self.corpus.count],
          article: "a\(i) \(text.prefix(3000))", quote: text))
      story.facts.append(.init(subject: text, relation: "holdsRole", object: text, isLiteral: true))
    }
    story.filter = Self.corpus.joined(separator: " ")
    return story.subgraph
  }

  private var options: PictureOptions { PictureOptions(title: Self.corpus[10] + "\u{0}\"<&") }

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
