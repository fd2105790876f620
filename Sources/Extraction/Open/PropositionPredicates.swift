import Statements

/// Relation phrases and subjects.
extension PropositionReader {
  struct Subject: Sendable {
    let token: Int
    let text: String
    /// Whether it stands elsewhere in the tree.
    let isShared: Bool
  }

  // MARK: Subjects

  func subjects(of v: Int) -> [Subject] {
    let it = tree.children(v, "expl").filter { $0 < v && tokens[$0].form.lowercased() == "it" }
    if !it.isEmpty, !tree.has(v, "nsubj") {
      // "It has been suggested that …"
      return it.map { Subject(token: $0, text: tokens[$0].form, isShared: false) }
    }
    let clausal = tree.children(v, "csubj")
    if !clausal.isEmpty { return clausal.map { Subject(token: $0, text: text(clause($0)), isShared: false) } }
    let isTogether = Self.mutual.contains(tree.lemma(v)) && !tree.has(v, "obj")
    // Of two before it, the one beside the verb: "A poor student, he left".
    let own = tree.children(v, "nsubj").filter { $0 < v && !tree.children(v, "nsubj:outer").contains($0) }
    let far = own.count > 1 ? own.dropLast() : []
    return clauses.subjects(of: v).filter { s in
      s.token != v && !far.contains(s.token) && !tree.children(v, "nsubj:outer").contains(s.token)
        && (!tree.isRelativePronoun(s.token) || tree.has(s.token, "acl:relcl"))
    }.flatMap { s in
      described(s.token, in: v).flatMap { token in
        members(token, isTogether: isTogether, without: [v]).map { words in
          Subject(token: token, text: text(words, in: v), isShared: s.isShared || token != s.token)
        }
      }
    }
  }

  /// Verbs whose subjects do them to each other: "Ana and Ben met".
  private static let mutual: Set<String> = [
    "agree", "clash", "collide", "compete", "cooperate", "differ", "divorce", "fight", "marry", "meet", "merge",
    "separate", "split",
  ]

  /// "Ana Roe was an architect who designed churches", "Ana Roe, an architect who …": Ana Roe designed them.
  private func described(_ noun: Int, in v: Int) -> [Int] {
    guard ["acl:relcl", "acl"].contains(tokens[v].deprel), tokens[v].head == noun else { return [noun] }
    if tokens[noun].deprel == "appos", let h = tokens[noun].head, tokens[h].upos == "PROPN" { return [h] }
    guard tree.has(noun, "cop"), tree.children(noun, "det").contains(where: { ["a", "an"].contains(tree.lemma($0)) })
    else { return [noun] }
    let own = clauses.subjects(of: noun).map(\.token).filter {
      !["it", "this", "that", "there"].contains(tokens[$0].form.lowercased())
    }
    return own.isEmpty ? [noun] : own
  }

  // MARK: Relation words

  func negations(of v: Int) -> [Int] {
    tree.children(v, "advmod").filter { ["not", "n't", "never", "no_longer"].contains(tree.lemma($0)) }
  }

  /// A verb with its auxiliaries, particles, the adverbs among them, and the words that govern an infinitive: "has never
  /// agreed to meet"; and those governors.
  func predicate(of v: Int) -> (words: [Int], governors: [Int])? {
    var found: Set<Int> = []
    var governors: [Int] = []
    var at = v
    for _ in 0..<6 {
      found.insert(at)
      found.formUnion(verbGroup(at))
      if joinsGovernor(at), let h = tokens[at].head {
        governors.append(h)
        at = h
        continue
      }
      // "was written and produced", "wants to buy and sell"
      guard tokens[at].deprel == "conj", let h = tokens[at].head, sharesAuxiliaries(at, h) else { break }
      found.formUnion(tree.children(h, "aux").filter { $0 < h })
      guard joinsGovernor(h), let governor = tokens[h].head else { break }
      found.formUnion(tree.children(h, "mark"))
      at = governor
    }
    return (found.sorted(), governors)
  }

  private func verbGroup(_ v: Int) -> [Int] {
    var found = tree.children(v, "aux", "cop", "compound:prt") + negations(of: v)
    found += tree.children(v, "mark").filter { tokens[$0].xpos == "TO" && $0 < v }
    let group = Set(found)
    var i = v - 1
    while i >= 0, tokens[i].head == v, group.contains(i) || isPlainAdverb(i) {
      found.append(i)
      i -= 1
    }
    if let next = tokens.indices.contains(v + 1) ? v + 1 : nil, tokens[next].head == v,
      tokens[next].relation == "advmod", Self.particles.contains(tokens[next].form.lowercased()),
      tree.sentence.children[next].isEmpty
    {
      found.append(next)
    }
    return found
  }

  private static let particles: Set<String> = [
    "ahead", "along", "apart", "around", "away", "back", "down", "forward", "in", "off", "on", "out", "over",
    "together",
    "up",
  ]

  /// Adverbs that join sentences and say nothing of the act.
  static let connectives: Set<String> = [
    "accordingly", "consequently", "furthermore", "hence", "however", "instead", "meanwhile", "moreover",
    "nevertheless",
    "nonetheless", "therefore", "though", "thus", "too", "either", "also", "so",
  ]

  private func isPlainAdverb(_ i: Int) -> Bool {
    tokens[i].relation == "advmod" && tree.sentence.children[i].isEmpty && !tokens[i].xpos.hasPrefix("W")
      && !Self.connectives.subtracting(["also"]).contains(tokens[i].form.lowercased())
  }

  /// Whether an infinitive or participle is one relation with the word above it: "agreed to meet", "is able to swim".
  func joinsGovernor(_ v: Int) -> Bool {
    guard tokens[v].deprel == "xcomp", tree.isVerb(v) || tree.has(v, "cop"), let h = tokens[v].head, h < v,
      !tree.has(h, "obj"),
      !tree.has(h, "iobj"), !tree.has(h, "expl"), tree.children(h, "xcomp").first == v
    else { return false }
    guard tree.isVerb(h) else {
      return tokens[h].upos == "ADJ" && tree.has(h, "cop") && (tree.has(v, "obj") || tree.has(v, "obl"))
    }
    return clauses.subjects(of: v).map(\.token) == clauses.subjects(of: h).map(\.token)
  }

  private func sharesAuxiliaries(_ v: Int, _ h: Int) -> Bool {
    guard tree.isVerb(h), !tree.has(v, "aux"), !tree.has(v, "nsubj") else { return false }
    let forms = (tokens[v].xpos, tokens[h].xpos)
    return forms.0 == forms.1 && ["VB", "VBN", "VBG"].contains(forms.0)
  }

  // MARK: Purposes

  /// "gathered to protest", "uses light to measure oxygen".
  func isPurpose(_ v: Int) -> Bool {
    tokens[v].deprel == "advcl" && !tree.has(v, "nsubj")
      && tree.children(v, "mark").contains { tokens[$0].xpos == "TO" }
  }

  /// The governing verb, its object where it is short, and the infinitive.
  func purposeRelation(_ v: Int) -> [Int]? {
    guard let h = tokens[v].head, tree.isVerb(h), h < v, !tree.has(h, "expl"), !tree.has(h, "ccomp"),
      !tree.has(h, "xcomp"), let governor = predicate(of: h)?.words, let own = predicate(of: v)?.words
    else { return nil }
    let objects = tree.children(h, "obj").flatMap { phrase($0) }
    guard objects.count <= 3, objects.allSatisfy({ $0 > h && $0 < v }) else { return nil }
    return governor + objects + own.filter { !governor.contains($0) }
  }
}
