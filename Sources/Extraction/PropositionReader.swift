import Statements

/// Reads one sentence's clauses as propositions: subject, relation phrase, arguments, in the words of the sentence.
///
/// Each subject of a coordination and each object gives a line of its own; prepositional arguments follow the object.
/// Also "X, a maker of Y" and "X is Y".
struct PropositionReader: Sendable {
  let clauses: ClauseAnalyzer
  let sentence: Int
  private var tree: SentenceTree { clauses.tree }
  private var tokens: [Token] { clauses.tokens }

  init(clauses: ClauseAnalyzer, sentence: Int) {
    self.clauses = clauses
    self.sentence = sentence
  }

  func all() -> [Proposition] {
    var out: [Proposition] = []
    for i in tokens.indices {
      if tree.isVerb(i) {
        out += verbal(i)
      } else if tree.has(i, "cop") {
        out += copular(i)
      } else if tokens[i].deprel == "appos", let h = tokens[i].head, tree.isNominal(i) {
        out.append(proposition(phrase(h), "is", [phrase(i)], 0.5))
      }
    }
    return out
  }

  private func verbal(_ v: Int) -> [Proposition] {
    let subjects = clauses.subjects(of: v).flatMap { s in tree.coordination(s.token).map { ($0, s.isShared) } }
    let objects = tree.children(v, "obj", "iobj").filter { !tree.isRelativePronoun($0) }
    let obliques = tree.children(v, "obl").filter { !tree.isRelativePronoun($0) }.map { phrase($0, withCase: true) }
    var complements = tree.children(v, "ccomp", "xcomp").map { clause($0) }
    if let first = tree.children(v, "xcomp").first, tree.isVerb(first), objects.isEmpty {
      // "agreed to meet X": the infinitive's own proposition says it with its words.
      complements = tree.children(v, "ccomp").map { clause($0) }
      if obliques.isEmpty, complements.isEmpty { return [] }
    }
    let relation = relationWords(v)
    return subjects.flatMap { subject, isShared -> [Proposition] in
      let base = isShared ? 0.6 : 0.8
      let ends = objects.flatMap { tree.coordination($0) }.map { phrase($0) }
      if ends.isEmpty {
        let rest = complements + obliques
        return rest.isEmpty ? [] : [proposition(phrase(subject), relation, rest, base - 0.1)]
      }
      return ends.map { proposition(phrase(subject), relation, [$0] + complements + obliques, base) }
    }
  }

  private func copular(_ i: Int) -> [Proposition] {
    let relation = (tree.children(i, "aux", "cop") + tree.children(i, "advmod").filter { tree.lemma($0) == "not" })
      .sorted()
    return clauses.subjects(of: i).flatMap { s in tree.coordination(s.token) }.map { subject in
      proposition(phrase(subject), words(relation), [phrase(i, withCase: true)], 0.7)
    }
  }

  /// The verb with its auxiliaries, negation, particles, and the verbs that govern an infinitive: "agreed to meet".
  private func relationWords(_ v: Int) -> String {
    var found: Set<Int> = [v]
    var at = v
    for _ in 0..<6 {
      found.formUnion(tree.children(at, "aux", "compound:prt"))
      found.formUnion(tree.children(at, "advmod").filter { ["not", "n't", "never"].contains(tree.lemma($0)) })
      guard tokens[at].deprel == "xcomp", let h = tokens[at].head, tree.isVerb(h), !tree.has(h, "obj") else { break }
      found.formUnion(tree.children(at, "mark"))
      found.insert(h)
      at = h
    }
    return words(found.sorted())
  }

  private func clause(_ i: Int) -> String { words(tree.sentence.subtree(of: i).filter { tokens[$0].upos != "PUNCT" }) }

  private static let outside: Set<String> = [
    "acl:relcl", "appos", "conj", "cc", "punct", "parataxis", "nsubj", "cop", "aux", "mark",
  ]

  /// A phrase without relative clauses, appositions and coordinated phrases.
  private func phrase(_ head: Int, withCase: Bool = false) -> String {
    var found: [Int] = [head]
    var stack = [head]
    while let t = stack.popLast(), found.count < 60 {
      for c in tree.sentence.children[t] {
        let token = tokens[c]
        if t == head {
          if Self.outside.contains(token.deprel) || Self.outside.contains(String(token.relation)) { continue }
          if token.relation == "case", !withCase, !["'s", "’s", "'"].contains(token.form) { continue }
          if token.relation == "case", !withCase { continue }
        } else if token.deprel == "acl:relcl" || token.relation == "appos" {
          continue
        }
        found.append(c)
        stack.append(c)
      }
    }
    return words(found.sorted())
  }

  private func words(_ indices: [Int]) -> String { indices.map { tokens[$0].form }.joined(separator: " ") }

  private func proposition(_ s: String, _ r: String, _ a: [String], _ confidence: Double) -> Proposition {
    Proposition(sentence: sentence, confidence: confidence, subject: s, relation: r, arguments: a)
  }
}
