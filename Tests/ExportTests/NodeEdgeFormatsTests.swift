import EntenteTestSupport
import Foundation
import Statements
import Testing

@testable import Export

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What the formats of nodes and edges say of a small graph, and what they make of text that tries to get out. Their own
/// readers look at them in `Tests/ReceivingTools`.
@Suite struct NodeEdgeFormatsTests {
  private static let article = Subgraph.Source(
    id: "harbour 1", title: "Envoy meets Deln", url: "https://harbour.example/1", publisher: "The Harbour Post",
    published: PartialDate("2021-05-03"))

  private static func statement(
    _ subject: String, _ relation: String, _ object: Term<Entity.ID>, _ factuality: Factuality = .asserted,
    attribution: Term<Entity.ID>? = nil, time: String? = nil, event: String? = nil
  ) -> Statement<Entity.ID> {
    Statement(
      triple: Triple(subject: subject, relation: Relation(rawValue: relation), object: object), event: event,
      factuality: factuality, attribution: attribution, time: time.flatMap { TemporalExtent($0) },
      evidence: Evidence(
        article: "harbour 1", part: .text, sentence: 0, quote: "\(subject) \(relation)", span: Span(0, 12),
        subject: Span(0, 1 + relation.count), object: Span(2, 3), relation: [], rule: "test", pipeline: "en-2",
        confidence: 0.75))
  }

  static let graph: Subgraph = {
    let statements = [
      statement("e1", "met", .node("e2"), time: "2021-05-02", event: "v1"),
      statement("e1", "spokeWith", .node("e2"), .reported, attribution: .node("e4"), time: "2008/2016"),
      statement("e1", "holdsRole", .literal("trade envoy; poet")),
      statement("e1", "citizenOf", .node("e4"), time: "2019/"),
      statement("e3", "owns", .node("e5")),
      statement("e2", "accused", .node("e4"), .planned),
      statement("e3", "other:sell boat to", .node("e1")),
    ]
    return Subgraph(
      entities: [
        Entity(id: "e1", type: .person, name: "Mira Kolvane", aliases: ["Kolvane", "the envoy"]),
        Entity(id: "e2", type: .person, name: "Oskar Deln"),
        Entity(id: "e3", type: .organization, name: "Harbour Bank"),
        Entity(id: "e4", type: .place, name: "Norland", identifiers: ["iso3166": "NO"]),
        Entity(id: "e5", type: .organization, name: "Essel Ferries"),
      ], statements: statements.sorted { $0.id < $1.id },
      events: [
        Event(
          id: "v1", article: "harbour 1", relation: Relation(rawValue: "met"),
          participants: [.init(node: "e1", part: .agent), .init(node: "e2", part: .counterpart)],
          time: TemporalExtent("2021-05-02"), place: "e4")
      ], articles: [article])
  }()

  // MARK: - What they say

  @Test func everyStatementBetweenNodesIsAnEdge() throws {
    for text in [try GraphMLExport().text(of: Self.graph), try GEXFExport().text(of: Self.graph)] {
      let found = XMLReading(text)
      #expect(found.error == nil)
      #expect(found.count("node") == 5)
      #expect(found.count("edge") == 6)
    }
    let graphML = try GraphMLExport().text(of: Self.graph)
    #expect(graphML.contains("<data key=\"node-roles\">trade envoy; poet</data>"))
    #expect(graphML.contains("<data key=\"edge-start\">2008-01-01</data><data key=\"edge-end\">2016-12-31</data>"))
    #expect(graphML.contains("<data key=\"edge-attribution\">Norland</data>"))
    #expect(graphML.contains("<data key=\"edge-relation\">other</data>"))
  }

  @Test func gexfEdgesLastAsLongAsTheTextSays() throws {
    let text = try GEXFExport().text(of: Self.graph)
    #expect(text.contains("kind=\"met\" label=\"met\" start=\"2021-05-02\" end=\"2021-05-02\">"))
    #expect(text.contains("kind=\"citizenOf\" label=\"citizen of\" start=\"2019-01-01\">"))
    #expect(text.contains("kind=\"owns\" label=\"owns\">"), "what holds is not dated by its article")
    #expect(text.contains("kind=\"other\" label=\"sell boat to\" start=\"2021-05-03\" end=\"2021-05-03\">"))
    #expect(text.contains("kind=\"accused\" label=\"accused\">"), "what has not happened is not dated by its article")
  }

  @Test func whatIsLeftOutIsNotThere() throws {
    let all = Set(ExportPart.allCases)
    let facts = try GraphMLExport(options: ExportOptions(parts: all.subtracting([.statements]))).text(of: Self.graph)
    #expect(XMLReading(facts).count("edge") == 4)
    let bare = try GraphMLExport(options: ExportOptions(parts: all.subtracting([.evidence, .provenance, .roles])))
      .text(of: Self.graph)
    for word in ["quote", "publisher", "roles"] { #expect(!bare.contains(word)) }
  }

  @Test func csvHasThreeFilesThatRefer() throws {
    let nodes = CSVReading.rows(try CSVExport(.nodes).text(of: Self.graph))
    let edges = CSVReading.rows(try CSVExport(.edges).text(of: Self.graph))
    let evidence = CSVReading.rows(try CSVExport(.evidence).text(of: Self.graph))
    #expect(nodes.count == 6 && edges.count == 8 && evidence.count == 8)
    #expect(nodes[1] == ["e1", "Mira Kolvane", "person", "Kolvane; the envoy", "", "trade envoy; poet"])
    let known = Set(nodes.dropFirst().map { $0[0] })
    for edge in edges.dropFirst() {
      #expect(known.contains(edge[1]))
      #expect(known.contains(edge[2]) != (edge[3] == "trade envoy; poet"))
    }
    #expect(edges.dropFirst().map { $0[0] } == evidence.dropFirst().map { $0[0] })
    #expect(Set(edges.map(\.count)) == [edges[0].count])
  }

  @Test func neo4jKeepsListsApart() throws {
    let nodes = try Neo4jExport(.nodes).text(of: Self.graph).split(separator: "\n")
    #expect(nodes[0] == "id:ID,:LABEL,name,type,aliases:string[],identifiers:string[],roles:string[]")
    #expect(nodes[1].contains("\"Entity\u{1F}Person\",\"Mira Kolvane\""))
    #expect(nodes[1].hasSuffix("\"Kolvane\u{1F}the envoy\",,\"trade envoy; poet\""))
    let edges = try Neo4jExport(.relationships).text(of: Self.graph)
    #expect(edges.contains("\"SPOKE_WITH\"") && edges.contains("\"OTHER\""))
  }

  @Test func cypherNamesOnlyOurOwn() throws {
    let script = try CypherExport().text(of: Self.graph)
    #expect(script.contains("MERGE (n:Entity {id: 'e1'}) SET n:Person, n.name = 'Mira Kolvane'"))
    #expect(script.contains("n.roles = ['trade envoy; poet']"))
    #expect(script.contains("-[r:CITIZEN_OF {id: "))
    #expect(script.split(separator: "\n").allSatisfy { $0.hasSuffix(";") })
  }

  @Test func followTheMoneyHasFactsAlone() throws {
    let entities = try Self.objects(FollowTheMoneyExport().text(of: Self.graph))
    let schemas = entities.map { $0["schema"] as? String ?? "" }
    #expect(
      schemas.sorted() == [
        "Article", "Company", "Event", "Occupancy", "Organization", "Ownership", "Person", "Person", "Position",
        "PublicBody", "UnknownLink", "UnknownLink", "UnknownLink",
      ])
    let person = try #require(entities.first { $0["id"] as? String == "e1" }?["properties"] as? [String: [String]])
    #expect(person["nationality"] == ["no"])
    let owned = try #require(
      entities.first { $0["schema"] as? String == "Ownership" }?["properties"] as? [String: [String]])
    #expect(owned["owner"] == ["e3"] && owned["asset"] == ["e5"])
    #expect(owned["sourceUrl"] == ["https://harbour.example/1"])
  }

  // MARK: - Hostile text

  @Test func hostileTextStaysText() throws {
    let graph = HostileText.graph
    for text in [try GraphMLExport().text(of: graph), try GEXFExport().text(of: graph)] {
      let found = XMLReading(text)
      #expect(found.error == nil)
      #expect(found.count("node") == graph.entities.count)
      #expect(found.count("edge") == HostileText.corpus.count)
      #expect(
        found.elements.isSubset(of: [
          "graphml", "key", "graph", "node", "edge", "data", "gexf", "meta", "creator", "attributes", "attribute",
          "nodes", "edges", "attvalues", "attvalue",
        ]), "\(found.elements)")
    }
    for file in CSVExport.File.allCases {
      let rows = CSVReading.rows(try CSVExport(file).text(of: graph))
      #expect(Set(rows.map(\.count)).count == 1, "\(file)")
      for cell in rows.flatMap(\.self) {
        #expect(!(cell.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false))
      }
    }
    let names = CSVReading.rows(try CSVExport(.nodes).text(of: graph)).dropFirst().map { $0[1] }
    let back = names.map { $0.hasPrefix("'") ? String($0.dropFirst()) : $0 }
    #expect(back == graph.entities.map { $0.name.replacing("\u{0}", with: "\u{FFFD}") })
    for object in try Self.objects(FollowTheMoneyExport().text(of: graph)) {
      #expect(object.keys.sorted() == ["id", "properties", "schema"])
    }
  }

  @Test(arguments: [
    ("it's", "'it\\'s'"), ("a\\", "'a\\\\'"), ("\\u0027", "'\\\\\\u00750027'"), ("\n\u{1}", "'\\n\\u0001'"),
    ("\\\\u", "'\\\\\\\\\\u0075'"),
  ])
  func cypherStringsEndWhereTheyShould(text: String, literal: String) {
    #expect(CypherExport.literal(text) == literal)
    // Also for a reader that expands \u before anything else.
    let early = literal.replacing(/\\u([0-9A-F]{4})/) { String(UnicodeScalar(UInt32($0.1, radix: 16) ?? 0) ?? "?") }
    #expect(!early.dropFirst().dropLast().replacing("\\\\", with: "").replacing("\\'", with: "").contains("'"))
  }

  private static func objects(_ lines: String) throws -> [[String: Any]] {
    try lines.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }
}

/// What a real XML parser counts in a text.
private final class XMLReading: NSObject, XMLParserDelegate {
  private(set) var elements: Set<String> = []
  private(set) var error: String?
  private var counts: [String: Int] = [:]

  init(_ text: String) {
    super.init()
    // In pieces: libxml2 refuses more than ten megabytes at once.
    let parser = XMLParser(stream: InputStream(data: Data(text.utf8)))
    parser.delegate = self
    if !parser.parse() { error = parser.parserError.map { "\($0)" } ?? "not XML" }
  }

  func count(_ name: String) -> Int { counts[name] ?? 0 }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    elements.insert(name)
    counts[name, default: 0] += 1
  }
}

/// Reads comma-separated values by RFC 4180. Stretches between quotation marks are taken whole: letter by letter, names of
/// a megabyte take minutes in a debug build.
private enum CSVReading {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    let stretches = stretches(text)
    for (i, stretch) in stretches.enumerated() {
      // Every other one stands in quotation marks; nothing between two of these is a mark in a text.
      if i % 2 == 1 {
        field += stretch
      } else if stretch.isEmpty, i > 0, i + 1 < stretches.count {
        field += "\""
      } else {
        for character in stretch {
          switch character {
          case ",", "\r\n":
            row.append(field)
            field = ""
            if character == "," { continue }
            rows.append(row)
            row = []
          default: field.append(character)
          }
        }
      }
    }
    return rows
  }

  private static func stretches(_ text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var found: [String] = []
      var start = 0
      while start <= bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start...])
        let mark = rest.baseAddress.flatMap { memchr($0, 0x22, rest.count) }
        let length = mark.flatMap { mark in rest.baseAddress.map { UnsafeRawPointer(mark) - $0 } } ?? rest.count
        found.append(String(decoding: UnsafeRawBufferPointer(rebasing: rest[..<length]), as: UTF8.self))
        start += length + 1
      }
      return found
    }
  }
}
