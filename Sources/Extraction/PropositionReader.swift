import Statements

/// Reads one sentence's clauses as propositions: subject, relation phrase, arguments, in the words of the sentence.
///
/// - A clause gives a line for each subject and each object of a coordination. Objects come first, then clauses, then
///   prepositional phrases, those before the verb last. Where there is no object, the preposition of the first phrase
///   after the verb belongs to the relation: `flows through` / `three provinces`.
/// - What is shared or left out is filled in from elsewhere in the sentence (``ClauseAnalyzer``): relative pronouns,
///   subjects of infinitives, participles and coordinated verbs.
/// - Copulas, "there is", and appositions with a name ("Ana Roe, the mayor" says that she is the mayor).
///
/// After the clause types of Del Corro and Gemulla, "ClausIE: clause-based open information extraction" (WWW 2013).
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
    tokens.indices.flatMap { i -> [Proposition] in
      if tree.has(i, "expl"), let found = existential(i) { return [found] }
      if tree.isVerb(i) { return verbal(i) }
      if tree.has(i, "cop") { return copular(i) }
      return tokens[i].deprel == "appos" ? apposition(i).map { [$0] } ?? [] : []
    }
  }

  // MARK: Clauses

  private func verbal(_ v: Int) -> [Proposition] {
    let subjects = clauses.subjects(of: v).filter { !tree.isRelativePronoun($0.token) && $0.token != v }
      .flatMap { s in tree.coordination(s.token).map { (token: $0, isShared: s.isShared) } }
    guard !subjects.isEmpty else { return [] }
    let (found, areShared) = clauses.objects(of: v)
    // Which verbs share an object that comes later cannot be told: "resigned and left the city".
    let later = tree.children(v, "conj").first { tree.isVerb($0) }
    let objects = found.filter { object in !areShared || later.map { object < $0 } ?? true }
    let indirect = tree.children(v, "iobj").map { clauses.antecedent($0, of: v) }
    let ends = objects.flatMap { tree.coordination($0) }.filter { end in !subjects.contains { $0.token == end } }
    var relation = relationWords(v)
    var rest = complements(of: v, hasObject: !ends.isEmpty)
    var phrases = obliques(of: v)
    if ends.isEmpty, indirect.isEmpty, rest.isEmpty, let first = phrases.first, first > v,
      let preposition = tree.preposition(of: first), preposition.words.allSatisfy({ $0 > v && $0 < first })
    {
      relation += preposition.words
      let ends = tree.coordination(first)
      phrases.removeFirst()
      let others = phrases.map { words(phrase($0, withCase: true)) }
      return subjects.flatMap { subject in
        ends.map { end in
          proposition(subject.token, relation, [words(phrase(end))] + others, subject.isShared ? 0.5 : 0.7)
        }
      }
    }
    if ends.isEmpty, rest.isEmpty, phrases.isEmpty {
      rest = tree.children(v, "advcl").map { clause($0) }
    }
    let others = rest + phrases.map { words(phrase($0, withCase: true)) }
    let before = indirect.map { words(phrase($0)) }
    return subjects.flatMap { subject -> [Proposition] in
      let base = subject.isShared || areShared && !ends.isEmpty ? 0.6 : 0.8
      guard !ends.isEmpty else {
        let arguments = before + others
        return arguments.isEmpty ? [] : [proposition(subject.token, relation, arguments, base - 0.1)]
      }
      return ends.map { proposition(subject.token, relation, before + [words(phrase($0))] + others, base) }
    }
  }

  /// Clauses that complete a verb. An infinitive without an object before it speaks for itself, with the verb's words in
  /// its relation: "wants to buy".
  private func complements(of v: Int, hasObject: Bool) -> [String] {
    let open = tree.children(v, "xcomp").filter { hasObject || !tree.isVerb($0) || tree.has(v, "iobj") }
    return (tree.children(v, "ccomp") + open).sorted().map { clause($0) }
  }

  private func copular(_ i: Int) -> [Proposition] {
    let relation = (tree.children(i, "aux", "cop") + negations(of: i)).sorted()
    // "critical of the board" is one phrase; "critical on Friday" is one too, for want of knowing better.
    let apart = obliques(of: i).filter { tree.isNominal(i) || $0 < i }
    let others =
      tree.children(i, "ccomp").map { clause($0) } + apart.map { words(phrase($0, withCase: true)) }
    let end = words(phrase(i, withCase: true, without: Set(apart + tree.children(i, "advcl", "ccomp"))))
    return clauses.subjects(of: i).flatMap { s in tree.coordination(s.token) }.filter { $0 != i }.map { subject in
      proposition(subject, relation, [end] + others, 0.7)
    }
  }

  /// "There were twelve people on board."
  private func existential(_ v: Int) -> Proposition? {
    guard let there = tree.children(v, "expl").first, tokens[there].form.lowercased() == "there",
      let subject = tree.children(v, "nsubj").first
    else { return nil }
    let relation =
      (tree.children(v, "aux", "cop") + negations(of: v) + (tree.isVerb(v) || tokens[v].upos == "AUX" ? [v] : []))
      .sorted()
    let others = obliques(of: v).map { words(phrase($0, withCase: true)) }
    return Proposition(
      sentence: sentence, confidence: 0.6, subject: tokens[there].form, relation: words(relation),
      arguments: [words(phrase(subject))] + others)
  }

  /// A name and what stands beside it: the name is the subject, on whichever side.
  private func apposition(_ i: Int) -> Proposition? {
    guard let h = tokens[i].head, tree.isNominal(i), tree.isNominal(h) else { return nil }
    let isName = { (t: Int) in tokens[t].upos == "PROPN" }
    let (subject, end) = isName(i) && !isName(h) ? (i, h) : (h, i)
    return proposition(subject, nil, [words(phrase(end))], 0.5)
  }

  // MARK: Words

  /// Prepositional and temporal phrases of a clause: those after its verb, then those before it.
  private func obliques(of v: Int) -> [Int] {
    let all = tree.children(v, "obl").filter { !tree.isRelativePronoun($0) }
    return all.filter { $0 > v } + all.filter { $0 < v }
  }

  private func negations(of v: Int) -> [Int] {
    tree.children(v, "advmod").filter { ["not", "n't", "never"].contains(tree.lemma($0)) }
  }

  /// The verb with its auxiliaries, particles, the adverbs between them, and the verbs that govern an infinitive: "agreed to
  /// meet".
  private func relationWords(_ v: Int) -> [Int] {
    var found: Set<Int> = [v]
    var at = v
    for _ in 0..<6 {
      let auxiliaries = tree.children(at, "aux")
      found.formUnion(auxiliaries + tree.children(at, "compound:prt") + negations(of: at))
      if let first = auxiliaries.first {
        found.formUnion(
          tree.children(at, "advmod").filter { first < $0 && $0 < at && tree.sentence.children[$0].isEmpty })
      }
      if tokens[at].deprel == "acl" { found.formUnion(tree.children(at, "mark")) }
      guard tokens[at].deprel == "xcomp", let h = tokens[at].head, tree.isVerb(h), !tree.has(h, "obj"),
        !tree.has(h, "iobj")
      else { break }
      found.formUnion(tree.children(at, "mark"))
      found.insert(h)
      at = h
    }
    return found.sorted()
  }

  private func clause(_ i: Int) -> String { words(trimmed(tree.sentence.subtree(of: i).sorted())) }

  private static let outside: Set<String> = [
    "acl:relcl", "appos", "conj", "cc", "punct", "parataxis", "nsubj", "cop", "aux", "mark", "expl", "csubj",
  ]

  /// A phrase's words without relative clauses, appositions, coordinated phrases and what a comma sets off, in order.
  private func phrase(_ head: Int, withCase: Bool = false, without left: Set<Int> = []) -> [Int] {
    var found: [Int] = [head]
    var stack = [head]
    while let t = stack.popLast(), found.count < 60 {
      for c in tree.sentence.children[t] {
        let token = tokens[c]
        let relation = String(token.relation)
        if t == head {
          if Self.outside.contains(token.deprel) || Self.outside.contains(relation) || left.contains(c) { continue }
          if relation == "advmod", tree.has(head, "cop"), ["not", "n't", "never"].contains(tree.lemma(c)) { continue }
          if relation == "case", !withCase { continue }
          if relation == "acl", isSetOff(c) { continue }
        } else if token.deprel == "acl:relcl" || relation == "appos" {
          continue
        }
        found.append(c)
        stack.append(c)
      }
    }
    return trimmed(found.sorted())
  }

  /// Whether a comma stands before a phrase: ", developed by a small team,".
  private func isSetOff(_ i: Int) -> Bool {
    guard let first = tree.sentence.subtree(of: i).min() else { return false }
    return tokens[first].form == "," || first > 0 && tokens[first - 1].form == ","
  }

  /// Without punctuation at the ends.
  private func trimmed(_ indices: [Int]) -> [Int] {
    var rest = indices[...]
    while let i = rest.first, tokens[i].upos == "PUNCT", rest.count > 1 { rest = rest.dropFirst() }
    while let i = rest.last, tokens[i].upos == "PUNCT", rest.count > 1 { rest = rest.dropLast() }
    return Array(rest)
  }

  private func words(_ indices: [Int]) -> String { indices.map { tokens[$0].form }.joined(separator: " ") }

  /// A proposition whose relation is "is" where no words of the sentence say it.
  private func proposition(_ subject: Int, _ relation: [Int]?, _ arguments: [String], _ confidence: Double)
    -> Proposition
  {
    Proposition(
      sentence: sentence, confidence: confidence, subject: words(phrase(subject)),
      relation: relation.map { words($0) } ?? "is", arguments: arguments)
  }
}
