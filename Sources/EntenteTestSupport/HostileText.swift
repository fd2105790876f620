import Statements

/// Names, quotations, phrases and addresses that try to get out of where they are written, for tests of every format.
package enum HostileText {
  package static let corpus: [String] = [
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
    // Formulas of spreadsheets, and what stands for guards against them.
    "=1+1", "+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1)", "\t=1+1", "'=1+1", "''", "\u{FF1D}1+1", "a,b;c\td", "\"\"\"",
    // Ends of strings in Cypher, by escapes that some readers expand early.
    "\\u0027 OR 1=1", "'}) DETACH DELETE n //", "\\u005C\\u0027",
    // Words of JSON-LD, Turtle and XML, and controls that XML cannot hold.
    "@id", "@context", "_:b0", "<http://x> .", "\u{B}\u{C}", "xmlns:x", "http://x.example/a b|c",
  ]
}

extension HostileText {
  /// A graph in which every text of the corpus is a name, an alias, a phrase, a quotation, an office, a source, and the
  /// title, outlet and address of an article.
  package static let graph: Subgraph = {
    func text(_ i: Int) -> String { corpus[i % corpus.count] }
    var statements: [Statement<Entity.ID>] = []
    for i in corpus.indices {
      func add(_ relation: String, _ object: Term<Entity.ID>, at start: Int) {
        statements.append(
          Statement(
            triple: Triple(subject: "e\(i)", relation: Relation(rawValue: relation), object: object),
            factuality: i % 4 == 0 ? .reported : .asserted,
            attribution: i % 2 == 0 ? .node("e\((i + 2) % corpus.count)") : .literal(text(i + 3)),
            evidence: Evidence(
              article: article(i), part: .text, sentence: 0, quote: text(i), span: Span(start, start + 9),
              subject: Span(start, start + 1), object: Span(start + 2, start + 3), relation: [], rule: "test",
              pipeline: "test", confidence: 0.5)))
      }
      add(i % 3 == 0 ? "other:" + text(i) : "met", .node("e\((i + 1) % corpus.count)"), at: 0)
      add("holdsRole", .literal(text(i)), at: 10)
    }
    let types: [EntityType] = [.person, .organization, .place, .event, .role]
    return Subgraph(
      entities: corpus.indices.map {
        Entity(id: "e\($0)", type: types[$0 % 5], name: text($0), aliases: [text($0 + 1)])
      }.sorted { $0.id < $1.id },
      statements: statements.sorted { ($0.evidence.article, $0.id) < ($1.evidence.article, $1.id) },
      articles: corpus.indices.map {
        Subgraph.Source(
          id: article($0), title: text($0), url: $0 % 2 == 0 ? text($0) : "https://x.example/" + text($0),
          publisher: text($0), published: nil)
      }.sorted { $0.id < $1.id })
  }()

  /// Of the beginning alone: identifiers of a megabyte are slow to hash in a debug build.
  private static func article(_ i: Int) -> String { "a\(i) \(corpus[i].prefix(3000))" }
}
