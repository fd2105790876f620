import Statements

/// The graph as GEXF 1.3 (gexf.net), dynamic: what Gephi and its time line read.
///
/// Mapping as in ``GraphMLExport``: one edge a statement, all directed, with the same properties. An edge exists from the
/// first day of its time to the last; one whose time is open at an end has no such bound, one without a time always
/// exists, and so do nodes. `kind` is the relation, by which Gephi keeps parallel edges apart.
package struct GEXFExport: GraphWriter {
  package let options: ExportOptions

  package init(options: ExportOptions = ExportOptions()) { self.options = options }

  /// The bounds are attributes of the element itself, which readers hand on under these names.
  private static let bounds: Set<String> = ["start", "end"]

  package func write(_ graph: some GraphReading, to sink: TextSink) throws {
    let nodeProperties = NodeRecord.properties.kept(options)
    let edgeProperties = EdgeRecord.properties.kept(options).filter { !Self.bounds.contains($0.name) }
    try sink.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
      <meta><creator>entente</creator></meta>
      <graph mode="dynamic" defaultedgetype="directed" timeformat="date">

      """)
    try Self.declare(nodeProperties, of: "node", to: sink)
    try Self.declare(edgeProperties, of: "edge", to: sink)
    try sink.write("<nodes>\n")
    try graph.nodeRecords(options) { node in
      try sink.write("<node id=\"")
      try sink.write(node.entity.id, .xml)
      try sink.write("\" label=\"")
      try sink.write(node.entity.name, .xml)
      try sink.write("\">")
      try Self.write(nodeProperties, of: node, to: sink)
      try sink.write("</node>\n")
    }
    try sink.write("</nodes>\n<edges>\n")
    try graph.nodeEdgeRecords(options) { edge, target in
      try sink.write("<edge id=\"")
      try sink.write(edge.statement.id, .xml)
      try sink.write("\" source=\"")
      try sink.write(edge.statement.triple.subject, .xml)
      try sink.write("\" target=\"")
      try sink.write(target, .xml)
      try sink.write("\" kind=\"\(edge.relation)\" label=\"")
      try sink.write(edge.statement.triple.relation.label, .xml)
      try sink.write("\"")
      if let start = edge.time?.start?.firstDay { try sink.write(" start=\"\(start)\"") }
      if let end = edge.time?.end?.lastDay { try sink.write(" end=\"\(end)\"") }
      try sink.write(">")
      try Self.write(edgeProperties, of: edge, to: sink)
      try sink.write("</edge>\n")
    }
    try sink.write("</edges>\n</graph>\n</gexf>\n")
  }

  private static func declare<Subject>(
    _ properties: [Property<Subject>], of domain: String, to sink: TextSink
  ) throws {
    try sink.write("<attributes class=\"\(domain)\" mode=\"static\">\n")
    for property in properties {
      try sink.write(
        "<attribute id=\"\(property.name)\" title=\"\(property.name)\" type=\"\(property.kind.gexf)\"/>\n")
    }
    try sink.write("</attributes>\n")
  }

  private static func write<Subject>(
    _ properties: [Property<Subject>], of subject: Subject, to sink: TextSink
  ) throws {
    try sink.write("<attvalues>")
    for property in properties {
      guard let value = property.value(subject) else { continue }
      try sink.write("<attvalue for=\"\(property.name)\" value=\"")
      try sink.write(value.plain, .xml)
      try sink.write("\"/>")
    }
    try sink.write("</attvalues>")
  }
}

extension Property.Kind {
  fileprivate var gexf: String {
    switch self {
    case .text, .list: "string"
    case .flag: "boolean"
    case .whole: "integer"
    case .number: "double"
    }
  }
}
