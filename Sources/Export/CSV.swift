import Statements

/// The graph as comma-separated values (RFC 4180, UTF-8, a header line each), for spreadsheets, pandas, R and SQL: one of
/// the three files of a folder.
///
/// | file | one line | columns |
/// | --- | --- | --- |
/// | `nodes.csv` | an entity | `id`, `label` (its name), ``NodeRecord/properties`` |
/// | `edges.csv` | a statement | `id`, `source`, `target`, `target_text` (where the object is words, such as an office), `label`, ``EdgeRecord/claim`` |
/// | `evidence.csv` | a statement's words and where they stand | `edge`, ``EdgeRecord/words``, ``EdgeRecord/origin`` |
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe, and so does one that began with an
/// apostrophe: take one leading apostrophe off each text cell to have the text as it was.
package struct CSVExport: GraphWriter {
  package enum File: String, CaseIterable, Sendable {
    case nodes, edges, evidence

    package var name: String { rawValue + ".csv" }
  }

  package let file: File
  package let options: ExportOptions

  package init(_ file: File, options: ExportOptions = ExportOptions()) {
    self.file = file
    self.options = options
  }

  package func write(_ graph: some GraphReading, to sink: TextSink) throws {
    switch file {
    case .nodes:
      let properties = NodeRecord.properties.kept(options)
      try header(["id", "label"] + properties.map(\.name), to: sink)
      try graph.nodeRecords(options) { node in
        try row([.text(node.entity.id), .text(node.entity.name)] + properties.map { $0.value(node) }, to: sink)
      }
    case .edges:
      let properties = EdgeRecord.claim.kept(options)
      try header(["id", "source", "target", "target_text", "label"] + properties.map(\.name), to: sink)
      try graph.edgeRecords(options) { edge in
        let triple = edge.statement.triple
        var words: String?
        if case .literal(let literal) = triple.object { words = literal }
        try row(
          [
            .text(edge.statement.id), .text(triple.subject), triple.object.node.map { .text($0) },
            words.map { .text($0) }, .text(triple.relation.label),
          ] + properties.map { $0.value(edge) }, to: sink)
      }
    case .evidence:
      let properties = (EdgeRecord.words + EdgeRecord.origin).kept(options)
      try header(["edge"] + properties.map(\.name), to: sink)
      if properties.isEmpty { return }
      try graph.edgeRecords(options) { edge in
        try row([.text(edge.statement.id)] + properties.map { $0.value(edge) }, to: sink)
      }
    }
  }

  private func header(_ names: [String], to sink: TextSink) throws {
    try sink.write(names.joined(separator: ",") + "\r\n")
  }

  private func row(_ values: [PropertyValue?], to sink: TextSink) throws {
    for (i, value) in values.enumerated() {
      if i > 0 { try sink.write(",") }
      try CSVText.write(value, isGuarded: true, to: sink)
    }
    try sink.write("\r\n")
  }
}
