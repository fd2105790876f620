import Statements

/// Questions that every clause rule asks of a dependency tree.
struct SentenceTree: Sendable {
  let sentence: Sentence
  var tokens: [Token] { sentence.tokens }
  private let lemmas: [String]

  init(_ sentence: Sentence) {
    self.sentence = sentence
    lemmas = sentence.tokens.map { Lemmas.shared.lemma(of: $0) }
  }

  func lemma(_ i: Int) -> String { lemmas[i] }

  func children(_ i: Int, _ relations: String...) -> [Int] {
    sentence.children[i].filter { c in
      relations.contains { $0 == tokens[c].deprel || $0 == tokens[c].relation }
    }
  }

  func has(_ i: Int, _ relation: String) -> Bool {
    sentence.children[i].contains { tokens[$0].deprel == relation || tokens[$0].relation == relation }
  }

  private static let nonPredicates: Set<Substring> = [
    "aux", "cop", "amod", "compound", "case", "mark", "fixed", "flat", "cc", "advmod", "det", "goeswith",
  ]

  /// Whether the word heads a clause of its own as a verb.
  func isVerb(_ i: Int) -> Bool {
    tokens[i].upos == "VERB" && !Self.nonPredicates.contains(tokens[i].relation)
  }

  func isNominal(_ i: Int) -> Bool {
    ["NOUN", "PROPN", "PRON", "NUM", "X", "SYM"].contains(tokens[i].upos)
      || (["ADJ", "DET"].contains(tokens[i].upos) && has(i, "det"))
      || (tokens[i].upos == "ADJ" && ["nsubj", "obj", "obl", "nmod"].contains(tokens[i].relation))
  }

  private static let definites: Set<String> = ["the", "this", "that", "these", "those"]

  /// "the talks", "this decision": a phrase whose thing is known already, by its determiner.
  func isDefinite(_ i: Int) -> Bool { children(i, "det").contains { Self.definites.contains(lemma($0)) } }

  func isRelativePronoun(_ i: Int) -> Bool {
    let t = tokens[i]
    if t.feats.contains("PronType=Rel") { return true }
    return ["WDT", "WP", "WP$"].contains(t.xpos)
      && ["who", "which", "that", "whom", "whose"].contains(t.form.lowercased())
  }

  /// The prepositions before a phrase, `_` between the words of a fixed one; nil where there is none.
  ///
  /// In "with US Secretary of State Mia Orr" a parser may hang "with" from a word of the title instead of the name.
  func preposition(of i: Int) -> (name: String, words: [Int])? {
    var cases = prepositions(under: i)
    var modifier = i
    while cases.isEmpty, let next = children(modifier, "nmod:desc", "compound").first, next < modifier {
      cases = prepositions(under: next).filter { $0 < next }
      modifier = next
    }
    guard let first = cases.first else { return nil }
    var words: [Int] = []
    for c in cases { words += ([c] + children(c, "fixed")).sorted() }
    let name = ([first] + children(first, "fixed")).sorted().map { tokens[$0].form.lowercased() }.joined(separator: "_")
    return (Self.synonyms[name] ?? name, words)
  }

  private func prepositions(under i: Int) -> [Int] {
    children(i, "case").filter { tokens[$0].form.first != "'" && tokens[$0].form.first != "’" }
  }

  /// Prepositions that bring the same participant.
  private static let synonyms: [String: String] = [
    "along_with": "with", "together_with": "with", "alongside": "with", "upon": "on", "onto": "on", "toward": "towards",
  ]

  /// A phrase's head and the heads of what is coordinated with it, leaving out "but not X"; of "a man named X", X.
  func coordination(_ i: Int, depth: Int = 0) -> [Int] {
    guard depth < 20 else { return [i] }
    var out = [bearer(of: i) ?? i]
    for c in children(i, "conj") where !isVerb(c) && !isExcluded(c) {
      out += coordination(c, depth: depth + 1)
    }
    return out
  }

  /// "a woman named **Ada Roe**", "a man identified as **Ben Orr**".
  private func bearer(of noun: Int) -> Int? {
    guard tokens[noun].upos == "NOUN",
      let naming = children(noun, "acl").first(where: { ["call", "identify", "name"].contains(lemma($0)) })
    else { return nil }
    return children(naming, "xcomp", "obj", "obl").first { tokens[$0].upos == "PROPN" && $0 > naming }
  }

  private static let people: Set<String> = ["celebrity", "figure", "guest", "hostage", "star", "victim"]

  /// Whether a phrase is of several who can act: "ministers", "a number of firms".
  func areActors(_ i: Int, before end: Int) -> Bool {
    func isPlural(_ t: Int) -> Bool {
      tokens[t].xpos == "NNS" && (ActLexicon.isActor(lemma(t)) || Self.people.contains(lemma(t)))
    }
    return isPlural(i) || children(i, "nmod").contains { $0 < end && preposition(of: $0)?.name == "of" && isPlural($0) }
  }

  private func isExcluded(_ conjunct: Int) -> Bool {
    sentence.children[conjunct].contains {
      ["not", "n't", "never"].contains(lemma($0)) || tokens[$0].form.lowercased() == "rather"
    }
  }
}
