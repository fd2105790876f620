import Statements

/// The graph as GraphML (graphml.graphdrawing.org), with typed keys: what networkx, igraph, Gephi, yEd and Cytoscape read.
///
/// Mapping: an entity is a node, a statement between two entities an edge of its own, so that two nodes have as many
/// parallel edges as there are statements about them (networkx reads a `MultiDiGraph`; Gephi adds them up). Every edge is
/// directed, since readers refuse a graph that mixes; `symmetric` says which hold both ways. `label` is the name of a node
/// and the words of an edge; what else they bear is told at ``NodeRecord/properties`` and ``EdgeRecord/properties``.
/// Offices that are words and not entities are the `roles` of their holder. Lists are joined by `; `.
package struct GraphMLExport: GraphWriter {
  package let options: ExportOptions

  package init(options: ExportOptions = ExportOptions()) { self.options = options }

  package func write(_ graph: some GraphReading, to sink: TextSink) throws {
    let nodeProperties = NodeRecord.properties.kept(options)
    let edgeProperties = EdgeRecord.properties.kept(options)
    try sink.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
      \(Self.key("label", "node", "string"))\(Self.key("label", "edge", "string"))
      """)
    for property in nodeProperties { try sink.write(Self.key(property.name, "node", property.kind.graphML)) }
    for property in edgeProperties { try sink.write(Self.key(property.name, "edge", property.kind.graphML)) }
    try sink.write("<graph id=\"entente\" edgedefault=\"directed\">\n")
    try graph.nodeRecords(options) { node in
      try sink.write("<node id=\"")
      try sink.write(node.entity.id, .xml)
      try sink.write("\">")
      try Self.write("label", "node", .text(node.entity.name), to: sink)
      for property in nodeProperties { try Self.write(property.name, "node", property.value(node), to: sink) }
      try sink.write("</node>\n")
    }
    try graph.nodeEdgeRecords(options) { edge, target in
      try sink.write("<edge id=\"")
      try sink.write(edge.statement.id, .xml)
      try sink.write("\" source=\"")
      try sink.write(edge.statement.triple.subject, .xml)
      try sink.write("\" target=\"")
      try sink.write(target, .xml)
      try sink.write("\">")
      try Self.write("label", "edge", .text(edge.statement.triple.relation.label), to: sink)
      for property in edgeProperties { try Self.write(property.name, "edge", property.value(edge), to: sink) }
      try sink.write("</edge>\n")
    }
    try sink.write("</graph>\n</graphml>\n")
  }

  private static func key(_ name: String, _ domain: String, _ type: String) -> String {
    "<key id=\"\(domain)-\(name)\" for=\"\(domain)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n"
  }

  private static func write(_ name: String, _ domain: String, _ value: PropertyValue?, to sink: TextSink) throws {
    guard let value else { return }
    try sink.write("<data key=\"\(domain)-\(name)\">")
    try sink.write(value.plain, .xml)
    try sink.write("</data>")
  }
}

extension Property.Kind {
  fileprivate var graphML: String {
    switch self {
    case .text, .list: "string"
    case .flag: "boolean"
    case .whole: "int"
    case .number: "double"
    }
  }
}
