import Statements

/// The vocabulary of the exports as an OWL ontology in Turtle, and the SHACL shapes that a graph has: made from the table
/// of relations, so that they cannot drift from it.
///
/// `Ontology/entente.ttl` and `Ontology/shapes.ttl` are these texts; a test compares them.
package struct Ontology {
  private let options: ExportOptions

  package init(_ options: ExportOptions = ExportOptions()) { self.options = options }

  // MARK: Ontology

  package var text: String {
    var out = prefixes([.entente, .schema, .org, .sem, .oa, .prov, .rdf, .rdfs, .xsd, .owl, .skos])
    out += "@prefix wdt: <http://www.wikidata.org/prop/direct/> .\n"
    let iri =
      options.vocabulary.last.map { "#/:".contains($0) } == true
      ? String(options.vocabulary.dropLast()) : options.vocabulary
    out += paragraph(
      "<\(iri)>", "owl:Ontology",
      [
        ("rdfs:label", quoted("Entente: who deals with whom")),
        (
          "rdfs:comment",
          quoted(
            "Relations between persons, organizations, places and events as news articles tell them, statements with "
              + "what they rest on, and how surely they are told.")
        ),
      ])
    for entry in Self.classes { out += paragraph(own(entry.name), "owl:Class", entry.lines) }
    for category in RelationCategory.allCases {
      out += paragraph(
        own(category.rawValue), "entente:Category",
        [("rdfs:label", quoted(category.rawValue.lowercased())), ("skos:notation", "\"\(category.rawValue)\"")])
    }
    for entry in Self.individuals {
      out += paragraph(own(entry.name), "entente:" + entry.type, [("rdfs:comment", quoted(entry.comment))])
    }
    for entry in Self.properties { out += paragraph(own(entry.name), entry.type, entry.lines) }
    for relation in RelationDefinition.vocabulary { out += paragraphs(relation) }
    return out
  }

  private func paragraphs(_ relation: RelationDefinition) -> String {
    let isWords = relation.range.isEmpty
    var lines: [(String, String)] = [
      ("rdfs:label", quoted(relation.label)), ("rdfs:comment", quoted(relation.meaning)),
      ("rdfs:domain", union(relation.domain)), ("rdfs:range", isWords ? "xsd:string" : union(relation.range)),
      ("entente:category", own(relation.category.rawValue)),
    ]
    if let code = relation.cameo { lines.append(("entente:cameo", "\"\(code)\"")) }
    lines += mappings(relation, isInverse: false)
    let kinds = isWords ? "owl:DatatypeProperty" : "owl:ObjectProperty"
    var out = paragraph(own(relation.name), kinds + (relation.isSymmetric ? ", owl:SymmetricProperty" : ""), lines)
    if let name = relation.inverseName, let label = relation.inverseLabel {
      out += paragraph(
        own(name), "owl:ObjectProperty",
        [("rdfs:label", quoted(label)), ("owl:inverseOf", own(relation.name))] + mappings(relation, isInverse: true))
    }
    return out
  }

  /// Terms of others that come close. One that goes the other way is a match of the inverse.
  private func mappings(_ relation: RelationDefinition, isInverse: Bool) -> [(String, String)] {
    let terms = [relation.wikidata.map { ("wdt:", $0) }, relation.schemaOrg.map { ("schema:", $0) }].compactMap(\.self)
    return terms.compactMap { prefix, term in
      guard term.hasPrefix("^") == isInverse else { return nil }
      // schema.org's actions are classes of what happened, not properties.
      let match = term.hasSuffix("Action") ? "rdfs:seeAlso" : "skos:closeMatch"
      return (match, prefix + (isInverse ? String(term.dropFirst()) : term))
    }
  }

  private func union(_ types: Set<EntityType>) -> String {
    let classes = EntityType.allCases.filter(types.contains).compactMap { RDFMapping.types(of: $0).first?.short }
    return classes.count == 1 ? classes[0] : "[ a owl:Class ; owl:unionOf ( \(classes.joined(separator: " ")) ) ]"
  }

  // MARK: Shapes

  package var shapes: String {
    var out = prefixes([.entente, .schema, .org, .sem, .oa, .prov, .time, .rdf, .xsd, .sh])
    for shape in Self.shapes { out += "\n" + shape + "\n" }
    let names = (RelationDefinition.vocabulary.map(\.name) + ["other"]).map(own).joined(separator: " ")
    for (shape, path) in [("StatementRelation", "rdf:predicate"), ("EventType", "sem:eventType")] {
      let type = shape == "EventType" ? "sem:Event" : "entente:Statement"
      out += "\nentente:\(shape)Shape a sh:NodeShape ;\n  sh:targetClass \(type) ;\n"
      out += "  sh:property [ sh:path \(path) ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( \(names) ) ] .\n"
    }
    for relation in RelationDefinition.vocabulary where !relation.range.isEmpty {
      out += "\nentente:\(relation.name)Shape a sh:NodeShape ;\n  sh:targetSubjectsOf \(own(relation.name)) ;\n"
      out += "  sh:property [ sh:path \(own(relation.name)) ; sh:nodeKind sh:IRI ] .\n"
    }
    return out
  }

  // MARK: Turtle

  private func own(_ name: String) -> String { "entente:" + name }

  private func prefixes(_ spaces: [RDFNamespace]) -> String {
    spaces.map { "@prefix \($0.rawValue): <\($0.iri(options))> .\n" }.joined()
  }

  private func quoted(_ text: String) -> String { "\"" + RDFText.literal.text(text) + "\"@en" }

  private func paragraph(_ subject: String, _ type: String, _ lines: [(String, String)]) -> String {
    "\n" + subject + " a " + type + lines.map { " ;\n  " + $0 + " " + $1 }.joined() + " .\n"
  }
}
