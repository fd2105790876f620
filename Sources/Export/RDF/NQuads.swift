import Statements

/// The graph as N-Quads (W3C, 2014): a triple a line, all in the default graph.
package struct NQuadsExport: GraphWriter {
  private let options: ExportOptions

  package init(_ options: ExportOptions = ExportOptions()) { self.options = options }

  package func write(_ graph: some GraphReading, to sink: TextSink) throws {
    try RDFMapping(options: options).nodes(graph) { try write($0, to: sink) }
  }

  private func write(_ node: RDFNode, to sink: TextSink) throws {
    let subject = "<" + node.iri + "> <"
    // What a line begins with.
    func write(_ property: RDFName) throws {
      try sink.write(subject)
      try sink.write(property.space.iri(options))
      try sink.write(property.local)
      try sink.write("> ")
    }
    for type in node.types {
      try write(RDFName(.rdf, "type"))
      try self.write(type, to: sink)
      try sink.write(" .\n")
    }
    for pair in node.values {
      try write(pair.property.name)
      try self.write(pair.value, to: sink)
      try sink.write(" .\n")
    }
    for case .node(let child) in node.values.lazy.map(\.value) { try self.write(child, to: sink) }
  }

  private func write(_ name: RDFName, to sink: TextSink) throws {
    try sink.write("<")
    try sink.write(name.space.iri(options))
    try sink.write(name.local)
    try sink.write(">")
  }

  private func write(_ value: RDFValue, to sink: TextSink) throws {
    switch value {
    case .iri(let iri): try write(iri: iri, to: sink)
    case .node(let node): try write(iri: node.iri, to: sink)
    case .name(let name): try write(name, to: sink)
    case .text(let text): try quote(text, to: sink)
    case .typed(let text, let type):
      try quote(text, to: sink)
      try sink.write("^^")
      try write(type, to: sink)
    case .position(let number):
      try quote(String(number), to: sink)
      try sink.write("^^")
      try write(RDFName(.xsd, "nonNegativeInteger"), to: sink)
    }
  }

  private func write(iri: String, to sink: TextSink) throws {
    try sink.write("<")
    try sink.write(iri)
    try sink.write(">")
  }

  private func quote(_ text: String, to sink: TextSink) throws {
    try sink.write("\"")
    try sink.write(text, RDFText.literal)
    try sink.write("\"")
  }
}
