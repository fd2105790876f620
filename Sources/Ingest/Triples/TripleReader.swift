import Foundation
import Statements

/// Files of triples, CSV or JSON-LD, as articles that assert them.
package struct TripleReader: Sendable {
  /// What a file gave: graphs of articles to store, and what is wrong with some of its triples.
  package struct Reading: Sendable {
    package let graphs: [ArticleGraph]
    package let problems: [IngestError]
  }

  /// Who asserts what names no outlet.
  package let author: String
  /// What the names of our classes and properties are appended to in JSON-LD.
  package let vocabulary: String
  /// What kind of thing a name means, where nothing else tells.
  private let known: @Sendable (String) -> EntityType?

  package init(
    author: String, vocabulary: String = "urn:entente:terms#",
    known: @escaping @Sendable (String) -> EntityType? = { _ in nil }
  ) {
    self.author = author
    self.vocabulary = vocabulary
    self.known = known
  }

  /// Reads a file: JSON-LD where it begins like JSON, else CSV.
  ///
  /// - Throws: `IngestError` where nothing of it can be read.
  package func read(_ bytes: [UInt8], name: String) throws(IngestError) -> Reading {
    let text = TextDecoding.text(bytes[...])
    let found: [(place: String, assertion: Result<Assertion, Unfit>)]
    do {
      switch text.first(where: { !$0.isWhitespace }) {
      case "{", "[": found = try Self.jsonld(text, name, vocabulary)
      default: found = try CSVTriples.read(text).map { ("\(name):\($0.line)", $0.assertion) }
      }
    } catch {
      throw error.named(name)
    }
    var assertions: [Assertion] = []
    var problems: [IngestError] = []
    for (place, assertion) in found {
      switch assertion {
      case .success(let assertion): assertions.append(assertion)
      case .failure(let unfit): problems.append(unfit.named(place))
      }
    }
    return Reading(graphs: AssertedArticles(author: author).graphs(typed(assertions)), problems: problems)
  }

  /// One document, or one a line, whose nodes belong together.
  private static func jsonld(
    _ text: String, _ name: String, _ vocabulary: String
  ) throws(Unfit) -> [(place: String, assertion: Result<Assertion, Unfit>)] {
    var triples = JSONLDTriples()
    var problems: [(place: String, assertion: Result<Assertion, Unfit>)] = []
    do {
      try triples.read(try JSONText.parse(text))
    } catch {
      let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      guard lines.count > 1, let first = lines.first(where: { !$0.isEmpty }),
        (try? JSONText.parse(String(first) ?? "")) != nil
      else { throw error }
      for (i, line) in lines.enumerated() {
        guard let line = String(line), !line.allSatisfy(\.isWhitespace) else { continue }
        do { try triples.read(try JSONText.parse(line)) } catch {
          problems.append(("\(name):\(i + 1)", .failure(error)))
        }
      }
    }
    let found = JSONLDAssertions(triples.triples, vocabulary: vocabulary).assertions
    if found.isEmpty, problems.isEmpty, !triples.triples.isEmpty {
      throw Unfit(
        reason: "ties no two nodes that have names",
        remedy: "give the nodes a schema:name or an rdfs:label, and a property from one to the other")
    }
    return problems + found.map { ("\(name), \($0.node)", $0.assertion) }
  }

  /// Kinds of things that a row does not tell: as other rows have it, as the graph has it, as the relation allows.
  private func typed(_ assertions: [Assertion]) -> [Assertion] {
    var types: [String: EntityType] = [:]
    for assertion in assertions {
      for case .node(let thing) in [.node(assertion.subject), assertion.object, assertion.attribution ?? .literal("")] {
        if let type = thing.type, types[thing.key] == nil { types[thing.key] = type }
      }
    }
    func typed(_ thing: Assertion.Thing, _ allowed: Set<EntityType>) -> Assertion.Thing {
      var thing = thing
      thing.type = thing.type ?? types[thing.key] ?? known(thing.name) ?? (allowed.count == 1 ? allowed.first : nil)
      return thing
    }
    return assertions.map { assertion in
      let definition = assertion.relation.definition
      var copy = Assertion(
        id: assertion.id, subject: typed(assertion.subject, definition?.domain ?? []), relation: assertion.relation,
        object: assertion.object.map { typed($0, definition?.range ?? []) }, source: assertion.source,
        words: assertion.words)
      copy.polarity = assertion.polarity
      copy.factuality = assertion.factuality
      copy.attribution = assertion.attribution.map { $0.map { typed($0, []) } }
      copy.time = assertion.time
      copy.event = assertion.event
      copy.confidence = assertion.confidence
      copy.rule = assertion.rule
      copy.pipeline = assertion.pipeline
      return copy
    }
  }
}
