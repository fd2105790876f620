import Statements

/// What a clause says, in its own words: open extraction, between names and other phrases alike.
package struct Proposition: Hashable, Codable, Sendable {
  /// Index of the sentence in its document.
  package let sentence: Int
  /// 0…1.
  package let confidence: Double
  package let subject: String
  package let relation: String
  /// The object and what else the clause brings, with its preposition: at least one.
  package let arguments: [String]
}

extension Extractor {
  /// All propositions of a document, by sentence and predicate.
  package func propositions(in document: Document) -> [Proposition] {
    document.sentences.enumerated().flatMap { s, sentence in
      PropositionReader(clauses: ClauseAnalyzer(sentence), sentence: s).all()
    }
  }
}
