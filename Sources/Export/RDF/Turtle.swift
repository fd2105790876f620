import Statements

/// The graph as Turtle (W3C, 2014): one paragraph a node, its types first, then a line a property.
package struct TurtleExport: GraphWriter {
  private let options: ExportOptions

  package init(_ options: ExportOptions = ExportOptions()) { self.options = options }

  package func write(_ graph: some GraphReading, to sink: TextSink) throws {
    try writePrefixes([.entente, .schema, .org, .sem, .oa, .prov, .time, .rdf, .xsd, .owl], to: sink)
    try RDFMapping(options: options).nodes(graph) { try write($0, to: sink) }
  }

  /// Only these may be used in what follows.
  func writePrefixes(_ spaces: [RDFNamespace], to sink: TextSink) throws {
    for space in spaces { try sink.write("@prefix \(space.rawValue): <\(space.iri(options))> .\n") }
  }

  func write(_ node: RDFNode, to sink: TextSink) throws {
    try sink.write("\n<" + node.iri + ">")
    var separator = " a "
    for type in node.types {
      try sink.write(separator + type.short)
      separator = ", "
    }
    var last: RDFProperty?
    for pair in node.values {
      if pair.property == last {
        try sink.write(", ")
      } else {
        try sink.write((last == nil && node.types.isEmpty ? " " : " ;\n  ") + pair.property.name.short + " ")
      }
      try write(pair.value, to: sink)
      last = pair.property
    }
    try sink.write(" .\n")
    for case .node(let child) in node.values.lazy.map(\.value) { try write(child, to: sink) }
  }

  private func write(_ value: RDFValue, to sink: TextSink) throws {
    switch value {
    case .iri(let iri): try sink.write("<" + iri + ">")
    case .node(let node): try sink.write("<" + node.iri + ">")
    case .name(let name): try sink.write(name.short)
    case .text(let text): try quote(text, to: sink)
    case .typed(let text, let type):
      try quote(text, to: sink)
      try sink.write("^^" + type.short)
    case .position(let number):
      try quote(String(number), to: sink)
      try sink.write("^^xsd:nonNegativeInteger")
    }
  }

  private func quote(_ text: String, to sink: TextSink) throws {
    try sink.write("\"")
    try sink.write(text, RDFText.literal)
    try sink.write("\"")
  }
}
