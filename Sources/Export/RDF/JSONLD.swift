import Statements

/// The graph as one JSON-LD 1.1 document: an inline context, then a node a line, what belongs to a node inside it.
///
/// It means the same triples as Turtle and N-Quads: all are written from the same nodes (`RDFMapping`).
package struct JSONLDExport: GraphWriter {
  private let options: ExportOptions

  package init(_ options: ExportOptions = ExportOptions()) { self.options = options }

  package func write(_ graph: some GraphReading, to sink: TextSink) throws {
    try sink.write("{\"@context\":" + context.text() + ",\n\"@graph\":[")
    var separator = "\n"
    try RDFMapping(options: options).nodes(graph) { node in
      try sink.write(separator)
      try write(node, to: sink)
      separator = ",\n"
    }
    try sink.write("\n]}\n")
  }

  // MARK: Context

  /// Terms that are classes; those of our vocabulary need none.
  private static let classes: [(term: String, name: RDFName)] = [
    ("Person", RDFName(.schema, "Person")), ("Organization", RDFName(.schema, "Organization")),
    ("Place", RDFName(.schema, "Place")), ("Event", RDFName(.schema, "Event")), ("Thing", RDFName(.schema, "Thing")),
    ("NewsArticle", RDFName(.schema, "NewsArticle")), ("PropertyValue", RDFName(.schema, "PropertyValue")),
    ("Membership", RDFName(.org, "Membership")), ("Activity", RDFName(.prov, "Activity")),
    ("SoftwareAgent", RDFName(.prov, "SoftwareAgent")), ("Interval", RDFName(.time, "Interval")),
    ("Instant", RDFName(.time, "Instant")), ("SpecificResource", RDFName(.oa, "SpecificResource")),
    ("TextQuoteSelector", RDFName(.oa, "TextQuoteSelector")),
    ("DataPositionSelector", RDFName(.oa, "DataPositionSelector")),
  ]

  private static let terms: [RDFName: String] = Dictionary(
    classes.map { ($0.name, $0.term) }, uniquingKeysWith: { first, _ in first })

  private var context: JSONValue {
    var members: [(key: String, value: JSONValue)] = [("@version", .double(1.1))]
    // What has no term of its own is a name of our vocabulary.
    members.append(("@vocab", .string(options.vocabulary)))
    for space in RDFNamespace.allCases where ![.rdfs, .skos, .sh].contains(space) {
      members.append((space.rawValue, .string(space.iri(options))))
    }
    members += [("id", .string("@id")), ("type", .string("@type"))]
    members += Self.classes.map { ($0.term, .string($0.name.short)) }
    for property in RDFProperty.all {
      var definition: [(key: String, value: JSONValue)] = [("@id", .string(property.name.short))]
      switch property.coercion {
      case .text: break
      case .iri: definition.append(("@type", .string("@id")))
      case .name: definition.append(("@type", .string("@vocab")))
      case .typed(let type): definition.append(("@type", .string(type.short)))
      }
      if property.isMany { definition.append(("@container", .string("@set"))) }
      members.append((property.term, .object(definition)))
    }
    return .object(members)
  }

  /// A name as a word of the context.
  private func word(_ name: RDFName) -> String {
    Self.terms[name] ?? (name.space == .entente ? name.local : name.short)
  }

  // MARK: Nodes

  private func write(_ node: RDFNode, to sink: TextSink) throws {
    try sink.write("{\"id\":\"" + node.iri + "\",\"type\":")
    if node.types.count == 1 {
      try sink.write("\"" + word(node.types[0]) + "\"")
    } else {
      try sink.write("[" + node.types.map { "\"" + word($0) + "\"" }.joined(separator: ",") + "]")
    }
    try node.properties { property, values in
      try sink.write(",\"" + property.term + "\":")
      let isArray = property.isMany || values.count > 1
      if isArray { try sink.write("[") }
      for i in values.indices {
        if i > values.startIndex { try sink.write(",") }
        try write(values[i].value, of: property, to: sink)
      }
      if isArray { try sink.write("]") }
    }
    try sink.write("}")
  }

  /// A plain string or number where the context says what it stands for, else an object that says so itself.
  private func write(_ value: RDFValue, of property: RDFProperty, to sink: TextSink) throws {
    switch (value, property.coercion) {
    case (.node(let node), _): try write(node, to: sink)
    case (.iri(let iri), .iri): try sink.write("\"" + iri + "\"")
    case (.iri(let iri), _): try sink.write("{\"id\":\"" + iri + "\"}")
    case (.name(let name), .name): try sink.write("\"" + word(name) + "\"")
    case (.name(let name), _): try sink.write("{\"id\":\"" + name.iri(options) + "\"}")
    case (.text(let text), .text): try quote(text, to: sink)
    case (.text(let text), _):
      try sink.write("{\"@value\":")
      try quote(text, to: sink)
      try sink.write("}")
    case (.typed(let text, let type), .typed(let known)) where type == known: try sink.write("\"" + text + "\"")
    case (.typed(let text, let type), _):
      try sink.write("{\"@value\":\"" + text + "\",\"@type\":\"" + type.short + "\"}")
    case (.position(let number), _): try sink.write(String(number))
    }
  }

  private func quote(_ text: String, to sink: TextSink) throws {
    try sink.write("\"")
    try sink.write(text, JSONValue.escaping)
    try sink.write("\"")
  }
}

/// The graph as JSON-LD, a node a line and each line a document by itself: in expanded form, which needs no context.
package struct JSONLDLinesExport: GraphWriter {
  private let options: ExportOptions

  package init(_ options: ExportOptions = ExportOptions()) { self.options = options }

  package func write(_ graph: some GraphReading, to sink: TextSink) throws {
    try RDFMapping(options: options).nodes(graph) { node in
      try write(node, to: sink)
      try sink.write("\n")
    }
  }

  private func write(_ node: RDFNode, to sink: TextSink) throws {
    try sink.write("{\"@id\":\"" + node.iri + "\",\"@type\":[")
    for (i, type) in node.types.enumerated() {
      try sink.write(i > 0 ? ",\"" : "\"")
      try write(type, to: sink)
      try sink.write("\"")
    }
    try sink.write("]")
    try node.properties { property, values in
      try sink.write(",\"")
      try write(property.name, to: sink)
      try sink.write("\":[")
      for i in values.indices {
        if i > values.startIndex { try sink.write(",") }
        try write(values[i].value, to: sink)
      }
      try sink.write("]")
    }
    try sink.write("}")
  }

  private func write(_ name: RDFName, to sink: TextSink) throws {
    try sink.write(name.space.iri(options))
    try sink.write(name.local)
  }

  private func write(_ value: RDFValue, to sink: TextSink) throws {
    switch value {
    case .node(let node): try write(node, to: sink)
    case .iri(let iri):
      try sink.write("{\"@id\":\"")
      try sink.write(iri)
      try sink.write("\"}")
    case .name(let name):
      try sink.write("{\"@id\":\"")
      try write(name, to: sink)
      try sink.write("\"}")
    case .text(let text): try write(text, type: nil, to: sink)
    case .typed(let text, let type): try write(text, type: type, to: sink)
    case .position(let number): try write(String(number), type: RDFName(.xsd, "nonNegativeInteger"), to: sink)
    }
  }

  private func write(_ text: String, type: RDFName?, to sink: TextSink) throws {
    try sink.write("{\"@value\":\"")
    try sink.write(text, JSONValue.escaping)
    if let type {
      try sink.write("\",\"@type\":\"")
      try write(type, to: sink)
    }
    try sink.write("\"}")
  }
}
