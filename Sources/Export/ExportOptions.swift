/// A part of an export that can be left out.
public enum ExportPart: String, Hashable, Sendable, CaseIterable {
  /// Lines from node to node, made of what is told as fact.
  case facts
  case events
  /// Who holds what office or membership, and when.
  case roles
  /// What is said, with polarity, factuality, source and time.
  case statements
  /// The words that say so, and where they stand.
  case evidence
  /// Which article and which version of the program each statement comes from.
  case provenance
}

/// What an export holds and how it names things. Formats pass over what they have no place for.
public struct ExportOptions: Hashable, Sendable {
  public var parts: Set<ExportPart>
  /// RDF: what the names of classes and properties are appended to.
  public var vocabulary: String
  /// RDF: what the identifiers of nodes, statements, events and articles are appended to.
  public var base: String

  public init(
    parts: Set<ExportPart> = Set(ExportPart.allCases), vocabulary: String = "urn:entente:terms#",
    base: String = "urn:entente:"
  ) {
    self.parts = parts
    self.vocabulary = vocabulary
    self.base = base
  }

  /// Whether names can be appended to it to make an absolute IRI that every reader takes: a scheme, and only characters
  /// that need no encoding.
  public static func isPrefix(_ iri: String) -> Bool {
    iri.wholeMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:[A-Za-z0-9\-._~\/:?=&@]+#?/) != nil
  }

  /// What the terms of the RDF exports mean, in Turtle.
  public var ontology: String { Ontology(self).text }

  /// The SHACL shapes that an RDF export has, in Turtle.
  public var shapes: String { Ontology(self).shapes }
}
