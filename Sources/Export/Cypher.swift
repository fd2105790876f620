import Statements

/// The graph as a script in Cypher, for `cypher-shell`, Memgraph and others: the same nodes and relationships as
/// ``Neo4jExport``, one statement a line.
///
/// Everything is merged by `id`, so a script that is run twice, or after one of a smaller graph, adds only what is new.
package struct CypherExport: GraphWriter {
  package let options: ExportOptions

  package init(options: ExportOptions = ExportOptions()) { self.options = options }

  package func write(_ graph: some GraphReading, to sink: TextSink) throws {
    let nodeProperties = NodeRecord.properties.kept(options)
    let edgeProperties = EdgeRecord.properties.kept(options)
    try sink.write("CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n")
    try graph.nodeRecords(options) { node in
      let id = Self.literal(node.entity.id)
      try sink.write("MERGE (n:Entity {id: \(id)}) SET n:\(node.entity.type.neo4jLabel)")
      try sink.write(", n.name = \(Self.literal(node.entity.name))")
      try Self.set("n", nodeProperties, of: node, to: sink)
      try sink.write(";\n")
    }
    try graph.nodeEdgeRecords(options) { edge, target in
      let triple = edge.statement.triple
      let ends = (Self.literal(triple.subject), Self.literal(target))
      try sink.write("MATCH (a:Entity {id: \(ends.0)}), (b:Entity {id: \(ends.1)}) ")
      try sink.write("MERGE (a)-[r:\(triple.relation.neo4jType) {id: \(Self.literal(edge.statement.id))}]->(b)")
      try sink.write(" SET r.label = \(Self.literal(triple.relation.label))")
      try Self.set("r", edgeProperties, of: edge, to: sink)
      try sink.write(";\n")
    }
  }

  private static func set<Subject>(
    _ variable: String, _ properties: [Property<Subject>], of subject: Subject, to sink: TextSink
  ) throws {
    for property in properties {
      guard let value = property.value(subject) else { continue }
      try sink.write(", \(variable).\(property.name) = ")
      switch value {
      case .text(let text): try sink.write(literal(text))
      case .list(let values): try sink.write("[" + values.map(literal).joined(separator: ", ") + "]")
      case .flag, .whole, .number: try sink.write(value.plain)
      }
    }
  }

  /// A string in apostrophes, on one line.
  ///
  /// Some versions of Neo4j expand `\u0027` before they look for the string's end, also after a backslash that is itself
  /// escaped; others expand it inside strings alone. So a `u` after a backslash is written as its own number, which both
  /// read alike.
  static func literal(_ text: String) -> String {
    var out = "'"
    out.reserveCapacity(text.utf8.count + 2)
    var follows = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case "'": out += "\\'"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}": out += TextEscaping.backslashU(scalar)
      case "u" where follows, "U" where follows: out += TextEscaping.backslashU(scalar)
      case _ where scalar.value > 0x7F && TextEscaping.isHidden(scalar): out += TextEscaping.backslashU(scalar)
      default: out.unicodeScalars.append(scalar)
      }
      follows = scalar == "\\"
    }
    return out + "'"
  }
}
