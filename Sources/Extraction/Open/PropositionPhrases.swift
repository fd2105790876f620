import Statements

/// Arguments and their words.
extension PropositionReader {
  /// What a clause says besides its subject and objects: a prepositional phrase, an adverbial, a clause.
  struct Modifier: Sendable {
    let head: Int
    /// Of the preposition that may join the relation; empty where there is none.
    let preposition: [Int]
    /// The phrases after the preposition, one for each conjunct.
    let ends: [[Int]]
    /// All of it.
    let words: [Int]
    let isAfter: Bool
  }

  /// The modifiers after the first of `heads` and its governors, and those before it, each in the order of the sentence.
  func modifiers(of heads: [Int], relation: [Int]) -> (after: [Modifier], before: [Modifier]) {
    var all: [Modifier] = []
    for v in heads {
      for c in tree.sentence.children[v] where !relation.contains(c) {
        if let found = modifier(c, of: v) { all.append(found) }
      }
      for c in tree.children(v, "nsubj").flatMap({ tree.children($0, "nmod") }) where isDay(c) {
        let words = phrase(c, withCase: true)
        all.append(Modifier(head: c, preposition: [], ends: [], words: words, isAfter: false))
      }
    }
    // "In May she moved to Rome and married": what stands before the first verb holds for the second.
    if let v = heads.last, tokens[v].deprel == "conj", let h = tokens[v].head, tree.isVerb(h), !tree.has(v, "nsubj"),
      let subject = tree.children(h, "nsubj").first
    {
      all += tree.children(h, "obl").filter { $0 < subject && isSetting($0) }.compactMap { modifier($0, of: h) }
    }
    return (
      all.filter(\.isAfter).sorted { $0.head < $1.head }, all.filter { !$0.isAfter }.sorted { $0.head < $1.head }
    )
  }

  private func modifier(_ c: Int, of v: Int) -> Modifier? {
    switch tokens[c].relation {
    case "obl":
      let preposition = tree.preposition(of: c)?.words ?? []
      if tree.isRelativePronoun(c) {
        let noun = clauses.antecedent(c, of: v)
        guard noun != c, !preposition.isEmpty else { return nil }
        let ends = members(noun, without: [v])
        return Modifier(head: c, preposition: preposition, ends: ends, words: preposition + ends[0], isAfter: true)
      }
      let isPlain = preposition.allSatisfy { $0 > v && $0 < c }
      let all = phrase(c, withCase: true, withConjuncts: true)
      let isTogether = preposition.contains { tree.lemma($0) == "between" }
      let ends = members(c, isTogether: isTogether)
      // "shortly before her death" is one phrase.
      let isFirst = ends[0].first.map { first in preposition.allSatisfy { $0 < first } } ?? false
      return Modifier(
        head: c, preposition: isPlain && isFirst ? preposition : [], ends: ends, words: all, isAfter: c > v)
    case "advmod":
      guard !negations(of: v).contains(c), !tokens[c].xpos.hasPrefix("W"),
        !Self.connectives.contains(tokens[c].form.lowercased()), c > v && !tree.has(v, "cop") || isWeighty(c)
      else { return nil }
      return Modifier(head: c, preposition: [], ends: [], words: cleaned(subtree(c)), isAfter: c > v)
    case "advcl":
      guard isTold(c, of: v) else { return nil }
      return Modifier(head: c, preposition: [], ends: [], words: clause(c), isAfter: c > v)
    default: return nil
    }
  }

  /// Whether a phrase says when or where, for all verbs that follow it.
  private func isSetting(_ c: Int) -> Bool {
    guard let name = tree.preposition(of: c)?.name else { return true }
    return ["after", "as_of", "at", "before", "by", "during", "in", "on", "since"].contains(name)
  }

  /// An adverbial of several words: "four years later".
  private func isWeighty(_ c: Int) -> Bool {
    tree.has(c, "obl") || tree.sentence.children[c].contains { tokens[$0].upos == "NOUN" }
  }

  /// Conjunctions whose clause says when, why or under what condition.
  private static let circumstances: Set<String> = [
    "after", "as", "because", "before", "if", "once", "since", "so", "than", "unless", "until", "when", "where",
    "whenever", "till",
  ]

  /// Whether an adverbial clause belongs to what is said: purposes, circumstances; not ", killing eleven".
  private func isTold(_ c: Int, of v: Int) -> Bool {
    let all = subtree(c)
    guard let first = all.first, all.count <= 25 else { return false }
    if isPurpose(c) { return c > v }
    let marks = tree.children(c, "mark", "case")
    if tokens[c].xpos == "VBG", !tree.has(c, "nsubj"), !marks.isEmpty { return true }
    return Self.circumstances.contains(tokens[first].form.lowercased()) && all.count <= 18
  }

  // MARK: Members of a coordination

  /// The phrases of a coordination; one for all where they are alternatives or act together.
  func members(_ head: Int, isTogether: Bool = false, without left: Set<Int> = []) -> [[Int]] {
    let heads = tree.coordination(head)
    guard heads.count > 1 else { return [phrase(head, without: left)] }
    let isOpen = heads.contains { h in tree.children(h, "cc").contains { ["or", "nor"].contains(tree.lemma($0)) } }
    if isTogether || isOpen { return [phrase(head, without: left, withConjuncts: true)] }
    return heads.map { phrase($0, without: left) }
  }

  // MARK: Words

  private static let outside: Set<String> = [
    "acl:relcl", "appos", "conj", "cc", "punct", "parataxis", "nsubj", "cop", "aux", "mark", "expl", "csubj",
    "discourse",
  ]

  /// A phrase's words without relative clauses, appositions, coordinated phrases and what a comma or a bracket sets off,
  /// in order.
  func phrase(
    _ head: Int, withCase: Bool = false, without left: Set<Int> = [], withConjuncts: Bool = false
  ) -> [Int] {
    var found: [Int] = [head]
    var stack = [head]
    // What they found
    let isFree = tokens[head].xpos == "WP"
    while let t = stack.popLast(), found.count < 80 {
      for c in tree.sentence.children[t] {
        let token = tokens[c]
        let relation = String(token.relation)
        if left.contains(c) { continue }
        if token.deprel == "acl:relcl", !isFree || t != head { continue }
        if relation == "appos", !isPlacePart(c), isApart(c) { continue }
        if isDay(c) { continue }
        if isBracketed(c) { continue }
        if t == head {
          let isOutside = Self.outside.contains(token.deprel) || Self.outside.contains(relation)
          let isJoined = withConjuncts && (relation == "conj" || relation == "cc")
          if isOutside, !isJoined, !(isFree && token.deprel == "acl:relcl"), relation != "appos" { continue }
          if relation == "conj", tree.isVerb(c) { continue }
          if relation == "advmod", tree.has(head, "cop"), negations(of: head).contains(c) { continue }
          if relation == "case", !withCase { continue }
          if ["acl", "amod", "advmod", "advcl", "nmod", "obl"].contains(relation), isSetOff(c, from: head) { continue }
        }
        found.append(c)
        stack.append(c)
      }
    }
    return cleaned(found.sorted())
  }

  func clause(_ i: Int) -> [Int] { cleaned(subtree(i)) }

  func subtree(_ i: Int) -> [Int] { tree.sentence.subtree(of: i).sorted() }

  /// "in Austin, Texas": a wider place beside a place.
  func isPlacePart(_ i: Int) -> Bool {
    guard tokens[i].relation == "appos", let h = tokens[i].head, tokens[i].upos == "PROPN", tokens[h].upos == "PROPN",
      let preposition = tree.preposition(of: h)?.name
    else { return false }
    return ["in", "at", "near", "from", "to", "of", "outside"].contains(preposition) && i > 0
      && subtree(i).count { tokens[$0].upos != "PUNCT" } <= 3
  }

  /// Whether an apposition is set off, as in "the actor, Paul Renn," but not in "the actor Paul Renn".
  func isApart(_ i: Int) -> Bool {
    guard let h = tokens[i].head, h < i, let first = subtree(i).first, first > 0 else { return true }
    return tokens[first].upos == "PUNCT" || tokens[first - 1].upos == "PUNCT"
  }

  /// "The Senate on Thursday voted": a day that hangs from the subject belongs to the verb.
  func isDay(_ i: Int) -> Bool {
    guard tokens[i].relation == "nmod", let h = tokens[i].head, tokens[h].relation == "nsubj", h < i,
      CalendarWords.isName(tokens[i].form)
    else { return false }
    return tree.preposition(of: i)?.name == "on" || tree.preposition(of: i) == nil
  }

  /// Whether a comma stands before a phrase that follows its head: ", developed by a small team,".
  private func isSetOff(_ i: Int, from head: Int) -> Bool {
    guard i > head, tokens[i].deprel != "nmod:unmarked", let first = subtree(i).first else { return false }
    return tokens[first].form == "," || first > 0 && tokens[first - 1].form == ","
  }

  /// "( 1861 – 1934 )"
  private func isBracketed(_ i: Int) -> Bool {
    guard let first = subtree(i).first, tokens[i].upos != "PUNCT" else { return false }
    return tokens[first].form == "(" || first > 0 && tokens[first - 1].form == "("
  }

  /// Without punctuation at the ends, brackets and quotation marks without their counterpart, and commas that are left
  /// beside a gap.
  func cleaned(_ indices: [Int]) -> [Int] {
    let quotes = indices.filter { ["``", "''"].contains(tokens[$0].xpos) }
    let opening = indices.count { tokens[$0].form == "(" }
    let closing = indices.count { tokens[$0].form == ")" }
    var kept = indices.filter { i in
      if quotes.count % 2 == 1, quotes.contains(i) { return false }
      return !(["(", ")"].contains(tokens[i].form) && opening != closing)
    }
    let all = Set(kept)
    kept.removeAll { tokens[$0].form == "," && !(all.contains($0 - 1) && all.contains($0 + 1)) }
    var rest = kept[...]
    while let i = rest.first, tokens[i].upos == "PUNCT", rest.count > 1 { rest = rest.dropFirst() }
    while let i = rest.last, tokens[i].upos == "PUNCT", rest.count > 1 { rest = rest.dropLast() }
    return Array(rest)
  }

  func text(_ indices: [Int]) -> String { indices.map { tokens[$0].form }.joined(separator: " ") }

  /// With "whose" replaced by whom it stands for in the clause of `v`.
  func text(_ indices: [Int], in v: Int) -> String {
    indices.map { i in
      guard tokens[i].xpos == "WP$" else { return tokens[i].form }
      let owner = clauses.antecedent(i, of: v)
      return owner == i ? tokens[i].form : text(phrase(owner)) + " 's"
    }.joined(separator: " ")
  }
}
