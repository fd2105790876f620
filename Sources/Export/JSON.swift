import Statements

/// A JSON value whose objects keep the order in which they were written, so that the same graph is the same bytes.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  package static func optional(_ string: String?) -> JSONValue { string.map { .string($0) } ?? .null }

  package static func span(_ span: Span) -> JSONValue { .array([.int(span.start), .int(span.end)]) }

  /// The text, on one line, or indented by two spaces where `isIndented`.
  ///
  /// Everything that may end a line, close an HTML script or turn the reading direction is escaped (RFC 8259 lets any
  /// character be). Numbers that JSON cannot write become null.
  package func text(isIndented: Bool = false) -> String { text(indent: isIndented ? 0 : nil) }

  /// The text of a value that stands so many steps deep in what is written; nil for one line.
  func text(indent: Int?) -> String {
    var out = ""
    write(to: &out, indent: indent)
    return out
  }

  private func write(to out: inout String, indent: Int?) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .int(let value): out += String(value)
    case .double(let value): out += value.isFinite ? String(value) : "null"
    case .string(let value): Self.quote(value, to: &out)
    case .array(let values):
      // Spans and the like stay on one line.
      let isFlat = values.allSatisfy(\.isScalar)
      Self.writeList(values, "[", "]", to: &out, indent: isFlat ? nil : indent, isSpaced: indent != nil) {
        $0.write(to: &$1, indent: $2)
      }
    case .object(let members):
      Self.writeList(members, "{", "}", to: &out, indent: indent, isSpaced: indent != nil) { member, out, indent in
        Self.quote(member.key, to: &out)
        out += indent == nil ? ":" : ": "
        member.value.write(to: &out, indent: indent)
      }
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    case .null, .bool, .int, .double, .string: true
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], _ open: String, _ close: String, to out: inout String, indent: Int?, isSpaced: Bool,
    _ write: (Element, inout String, Int?) -> Void
  ) {
    out += open
    for (i, element) in elements.enumerated() {
      if i > 0 { out += indent == nil && isSpaced ? ", " : "," }
      if let indent { out += "\n" + String(repeating: "  ", count: indent + 1) }
      write(element, &out, indent.map { $0 + 1 })
    }
    if let indent, !elements.isEmpty { out += "\n" + String(repeating: "  ", count: indent) }
    out += close
  }

  private static func quote(_ string: String, to out: inout String) {
    out += "\"" + escaping.text(string) + "\""
  }

  /// The inside of a string: everything that may end it or a line, close an HTML script or turn the reading direction.
  static let escaping = TextEscaping { scalar in
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case "<", "\u{0}"..."\u{1F}", "\u{7F}": TextEscaping.backslashU(scalar)
    default: nil
    }
  } hidden: {
    TextEscaping.backslashU($0)
  }

  package static func == (a: JSONValue, b: JSONValue) -> Bool { a.text() == b.text() }

  package func hash(into hasher: inout Hasher) { hasher.combine(text()) }
}

/// The graph as one JSON object: `--format json`, and one line an article of `entente extract`.
///
/// ```
/// {"id", "articles": [{"id", "title", "date", "url", "publisher"}],
///  "entities": [{"id", "type", "name", "aliases", "identifiers"}],
///  "statements": [{"subject", "relation", "object", "factuality", "polarity", "attribution", "time",
///    "evidence": [{"id", "article", "part", "quote", "span": [b, e], "subject": [b, e], "relation": [[b, e]],
///      "object": [b, e], "confidence", "rule"}]}]}
/// ```
/// A statement stands once, with every passage that makes it: the same nodes, relation, factuality, polarity, source and
/// time. Offsets are UTF-8 bytes of the article's `part`, half open. `object` is an entity's identifier, or the words of
/// a role; `attribution` an identifier, words, or null.
package struct GraphJSON: GraphWriter {
  private let id: String
  private let isIndented: Bool

  package init(id: String, isIndented: Bool = false) {
    self.id = id
    self.isIndented = isIndented
  }

  package func write(_ graph: some GraphReading, to sink: TextSink) throws {
    let (line, space) = isIndented ? ("\n  ", " ") : ("", "")
    try sink.write("{" + line + "\"id\":" + space + JSONValue.string(id).text())
    try writeList("articles", to: sink) { item in try graph.articles { try item(Self.article($0)) } }
    try writeList("entities", to: sink) { item in try graph.entities { try item(Self.entity($0)) } }
    try writeList("statements", to: sink) { item in
      var content: StatementContent?
      var evidence: [JSONValue] = []
      func finish() throws {
        if let content { try item(Self.statement(content, evidence)) }
        evidence = []
      }
      try graph.statementsByContent { statement in
        let next = StatementContent(statement)
        if next != content {
          try finish()
          content = next
        }
        evidence.append(Self.evidence(statement, isTurned: next.subject != statement.triple.subject))
      }
      try finish()
    }
    try sink.write((isIndented ? "\n" : "") + "}")
    if isIndented { try sink.write("\n") }
  }

  /// A member whose value is an array, item by item.
  private func writeList(
    _ name: String, to sink: TextSink, _ items: ((JSONValue) throws -> Void) throws -> Void
  ) throws {
    try sink.write(isIndented ? ",\n  \"\(name)\": [" : ",\"\(name)\":[")
    var isEmpty = true
    try items { item in
      try sink.write((isEmpty ? "" : ",") + (isIndented ? "\n    " : "") + item.text(indent: isIndented ? 2 : nil))
      isEmpty = false
    }
    try sink.write((isIndented && !isEmpty ? "\n  " : "") + "]")
  }

  private static func article(_ source: Subgraph.Source) -> JSONValue {
    .object([
      ("id", .string(source.id)), ("title", .string(source.title)),
      ("date", .optional(source.published?.description)), ("url", .optional(source.url)),
      ("publisher", .optional(source.publisher)),
    ])
  }

  private static func entity(_ entity: Entity) -> JSONValue {
    .object([
      ("id", .string(entity.id)), ("type", .string(entity.type.rawValue)), ("name", .string(entity.name)),
      ("aliases", .array(entity.aliases.map { .string($0) })),
      ("identifiers", .object(entity.identifiers.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
    ])
  }

  private static func statement(_ content: StatementContent, _ evidence: [JSONValue]) -> JSONValue {
    .object([
      ("subject", .string(content.subject)), ("relation", .string(content.relation.rawValue)),
      ("object", .string(words(content.object))), ("factuality", .string(content.modality.factuality.rawValue)),
      ("polarity", .string(content.modality.polarity.rawValue)),
      ("attribution", .optional(content.attribution.map(words))),
      ("time", .optional(content.time?.description)), ("evidence", .array(evidence)),
    ])
  }

  private static func words(_ term: Term<Entity.ID>) -> String {
    switch term {
    case .node(let id): id
    case .literal(let words): words
    }
  }

  private static func evidence(_ statement: Statement<Entity.ID>, isTurned: Bool) -> JSONValue {
    let evidence = statement.evidence
    return .object([
      ("id", .string(statement.id)), ("article", .string(evidence.article)), ("part", .string(evidence.part.rawValue)),
      ("quote", .string(evidence.quote)), ("span", .span(evidence.span)),
      ("subject", .span(isTurned ? evidence.object : evidence.subject)),
      ("relation", .array(evidence.relation.map(JSONValue.span))),
      ("object", .span(isTurned ? evidence.subject : evidence.object)), ("confidence", .double(evidence.confidence)),
      ("rule", .string(evidence.rule)),
    ])
  }
}
