import Statements

/// Two mentions of which something may be said, and what can be seen of them: the relation head's input.
package struct MentionPair: Hashable, Sendable {
  package let subject: Mention.ID
  package let object: Mention.ID
  /// The sentence that speaks of them.
  package let sentence: Int
  /// The word that carries whatever is said: where the paths from the two heads to the root meet.
  package let trigger: Int
  /// The words between the two heads in the tree, the topmost included.
  package let inner: [Int]
  /// What is seen, as words of a vocabulary that training chose.
  package let traits: [String]
  /// What speaks for one relation: senses of the words that link the two, and what rules propose.
  package let hints: [Relation: [String]]
  /// What rules propose of this pair, in the order of the proposals.
  package let proposals: [Int]
}

/// The tree path between two words of a sentence.
struct TreePath: Sendable {
  /// From the first word to just below the top, and the same from the second; empty where the word is the top.
  let up: [Int]
  let down: [Int]
  let top: Int

  /// Nil where the words lie in different trees.
  init?(from a: Int, to b: Int, in tokens: [Token]) {
    func chain(_ start: Int) -> [Int] {
      var out = [start]
      while let h = tokens[out[out.count - 1]].head, tokens.indices.contains(h), out.count <= tokens.count {
        out.append(h)
      }
      return out
    }
    let (x, y) = (chain(a), chain(b))
    let place = Dictionary(x.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    guard let k = y.firstIndex(where: { place[$0] != nil }), let j = place[y[k]] else { return nil }
    (up, down, top) = (Array(x[..<j]), Array(y[..<k]), y[k])
  }
}
