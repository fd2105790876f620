import EntenteTestSupport
import Statements
import Testing

@testable import Extraction

/// Compares what the rules for clauses and events find in a CoNLL-U literal with lines such as `Ada |met| Bo`.
///
/// Ties that a person's title or a place's name give are tested apart and left out here.
/// - Parameters:
///   - rules: how the names of the rules start that are looked at; frames and open phrases unless said.
///   - splits: for a mention of several things, the mentions that it takes up.
func check(
  _ conllu: String, expects: [String], of rules: String..., splits: [String: [String]] = [:],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let document = readDocument(conllu, splits: splits)
  let rules = rules.isEmpty ? ["frame/", "open/"] : rules
  let statements = Extractor().extract(from: document).statements.filter { s in
    rules.contains { s.evidence.rule.hasPrefix($0) }
  }
  #expect(lines(statements, in: document) == expects, sourceLocation: sourceLocation)
}
