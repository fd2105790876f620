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
  package func text(isIndented: Bool = false) -> String {
    var out = ""
    write(to: &out, indent: isIndented ? 0 : nil)
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
package enum GraphJSON {
  package static func value(_ graph: Subgraph, id: String) -> JSONValue {
    .object([
      ("id", .string(id)),
      ("articles", .array(graph.articles.map(article))),
      ("entities", .array(graph.entities.map(entity))),
      ("statements", .array(groups(graph.statements).map(statement))),
    ])
  }

  package static func write(_ graph: Subgraph, id: String, isIndented: Bool = false) -> String {
    value(graph, id: id).text(isIndented: isIndented)
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

  private static func statement(_ group: StatementGroup) -> JSONValue {
    .object([
      ("subject", .string(group.subject)), ("relation", .string(group.relation.rawValue)),
      ("object", .string(group.object)), ("factuality", .string(group.factuality.rawValue)),
      ("polarity", .string(group.polarity.rawValue)), ("attribution", .optional(group.attribution)),
      ("time", .optional(group.time?.description)),
      (
        "evidence",
        .array(
          group.evidence.map { id, evidence in
            .object([
              ("id", .string(id)), ("article", .string(evidence.article)), ("part", .string(evidence.part.rawValue)),
              ("quote", .string(evidence.quote)), ("span", .span(evidence.span)),
              ("subject", .span(evidence.subject)), ("relation", .array(evidence.relation.map(JSONValue.span))),
              ("object", .span(evidence.object)), ("confidence", .double(evidence.confidence)),
              ("rule", .string(evidence.rule)),
            ])
          })
      ),
    ])
  }

  /// Statements that say the same, in order: by subject, relation and object; then facts first, denials last.
  private static func groups(_ statements: [Statement<Entity.ID>]) -> [StatementGroup] {
    var groups: [[String]: StatementGroup] = [:]
    for statement in statements {
      let new = StatementGroup(statement)
      groups[new.key, default: new].add(statement)
    }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { $0.value.sorted() }
  }
}

private struct StatementGroup {
  let subject: String
  let relation: Relation
  let object: String
  let isNode: Bool
  let factuality: Factuality
  let polarity: Polarity
  let attribution: String?
  let time: TemporalExtent?
  private(set) var evidence: [(id: String, evidence: Evidence)] = []

  /// Without evidence yet. A symmetric relation goes from the lower identifier to the higher.
  init(_ statement: Statement<Entity.ID>) {
    let triple = statement.triple
    relation = triple.relation
    switch triple.object {
    case .node(let node):
      let isTurned = Self.isTurned(statement)
      subject = isTurned ? node : triple.subject
      object = isTurned ? triple.subject : node
      isNode = true
    case .literal(let words):
      subject = triple.subject
      object = words
      isNode = false
    }
    factuality = statement.factuality
    polarity = statement.polarity
    switch statement.attribution {
    case .node(let node)?: attribution = node
    case .literal(let words)?: attribution = words
    case nil: attribution = nil
    }
    time = statement.time
  }

  var key: [String] {
    let certainty = Factuality.allCases.firstIndex(of: factuality) ?? 0
    return [
      subject, relation.rawValue, isNode ? "0" : "1", object, polarity == .positive ? "0" : "1", String(certainty),
      attribution ?? "", time?.description ?? "",
    ]
  }

  mutating func add(_ statement: Statement<Entity.ID>) {
    var e = statement.evidence
    if Self.isTurned(statement) {
      e = Evidence(
        article: e.article, part: e.part, sentence: e.sentence, quote: e.quote, span: e.span, subject: e.object,
        object: e.subject, relation: e.relation, rule: e.rule, pipeline: e.pipeline, confidence: e.confidence)
    }
    evidence.append((statement.id, e))
  }

  func sorted() -> StatementGroup {
    var copy = self
    copy.evidence.sort {
      ($0.evidence.article, $0.evidence.part, $0.evidence.span, $0.id)
        < ($1.evidence.article, $1.evidence.part, $1.evidence.span, $1.id)
    }
    return copy
  }

  private static func isTurned(_ statement: Statement<Entity.ID>) -> Bool {
    guard statement.triple.relation.isSymmetric, let object = statement.triple.object.node else { return false }
    return object < statement.triple.subject
  }
}
