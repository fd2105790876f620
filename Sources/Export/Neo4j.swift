import Statements

/// The graph as the two files that `neo4j-admin database import` reads, one of a folder:
///
/// ```
/// neo4j-admin database import full --multiline-fields=true --array-delimiter=U+001F \
///   --nodes=nodes.csv --relationships=relationships.csv
/// ```
/// Mapping: an entity is a node with the label `Entity` and that of its type (`Person`, `Organization`, `Place`, `Event`,
/// `Role`), a statement between two entities a relationship whose type is the relation (`SPOKE_WITH`; `OTHER` for an open
/// one, whose phrase is `label`). Both bear `id` and the properties at ``NodeRecord/properties`` and
/// ``EdgeRecord/properties``; aliases, identifiers and roles are lists. Text is as it was but for NUL: the files are not
/// for spreadsheets, so formulas are not guarded. ``CypherExport`` writes the same graph as a script.
package struct Neo4jExport: GraphWriter {
  package enum File: String, CaseIterable, Sendable {
    case nodes, relationships

    package var name: String { rawValue + ".csv" }
  }

  package let file: File
  package let options: ExportOptions

  package init(_ file: File, options: ExportOptions = ExportOptions()) {
    self.file = file
    self.options = options
  }

  /// Between the values of a list: a character that text does not have.
  private static let separator = "\u{1F}"

  package func write(_ graph: some GraphReading, to sink: TextSink) throws {
    switch file {
    case .nodes:
      let properties = NodeRecord.properties.kept(options)
      try sink.write("id:ID,:LABEL,name")
      for property in properties { try sink.write(",\(property.name)\(property.kind.neo4j)") }
      try sink.write("\n")
      try graph.nodeRecords(options) { node in
        try row(
          [.text(node.entity.id), .list(["Entity", node.entity.type.neo4jLabel]), .text(node.entity.name)]
            + properties.map { $0.value(node) }, to: sink)
      }
    case .relationships:
      let properties = EdgeRecord.properties.kept(options)
      try sink.write(":START_ID,:END_ID,:TYPE,id,label")
      for property in properties { try sink.write(",\(property.name)\(property.kind.neo4j)") }
      try sink.write("\n")
      try graph.nodeEdgeRecords(options) { edge, target in
        let triple = edge.statement.triple
        try row(
          [
            .text(triple.subject), .text(target), .text(triple.relation.neo4jType), .text(edge.statement.id),
            .text(triple.relation.label),
          ] + properties.map { $0.value(edge) }, to: sink)
      }
    }
  }

  private func row(_ values: [PropertyValue?], to sink: TextSink) throws {
    for (i, value) in values.enumerated() {
      if i > 0 { try sink.write(",") }
      try CSVText.write(Self.parted(value), separator: Self.separator, isGuarded: false, to: sink)
    }
    try sink.write("\n")
  }

  /// A list whose values cannot be taken for two.
  private static func parted(_ value: PropertyValue?) -> PropertyValue? {
    guard case .list(let values)? = value else { return value }
    return .list(values.map { $0.replacing(separator, with: " ") })
  }
}

extension EntityType {
  /// One of five labels.
  var neo4jLabel: String {
    switch self {
    case .person: "Person"
    case .organization: "Organization"
    case .place: "Place"
    case .event: "Event"
    case .role, .demonym, .date, .other: "Role"
    }
  }
}

extension Relation {
  /// `SPOKE_WITH`: of the vocabulary alone, so that no text of an article is ever an identifier.
  var neo4jType: String {
    guard let name = definition?.name else { return "OTHER" }
    return name.map { $0.isUppercase ? "_\($0)" : $0.uppercased() }.joined()
  }
}

extension Property.Kind {
  fileprivate var neo4j: String {
    switch self {
    case .text: ""
    case .list: ":string[]"
    case .flag: ":boolean"
    case .whole: ":long"
    case .number: ":double"
    }
  }
}
