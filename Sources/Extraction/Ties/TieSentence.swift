import Statements

/// One sentence as the tie rules see it: its words, and which mention each belongs to.
struct TieSentence: Sendable {
  let document: Document
  let index: Int
  let sentence: Sentence
  /// The name that covers each word.
  let names: [Mention?]
  /// The mention that each word heads (for a word inside a name: that name).
  let heads: [Mention?]
  let lower: [String]

  var tokens: [Token] { sentence.tokens }
  var count: Int { sentence.tokens.count }

  init(document: Document, index: Int, mentions: [Mention]) {
    self.document = document
    self.index = index
    sentence = document.sentences[index]
    var names = [Mention?](repeating: nil, count: sentence.tokens.count)
    var heads = names
    for m in mentions {
      if m.form == .name {
        for t in m.tokens where names.indices.contains(t) {
          if names[t] == nil { names[t] = m }
          if heads[t] == nil || heads[t]?.form != .name { heads[t] = m }
        }
      } else if heads.indices.contains(m.head), heads[m.head] == nil {
        heads[m.head] = m
      }
    }
    self.names = names
    self.heads = heads
    lower = sentence.tokens.map { $0.form.lowercased() }
  }

  func upos(_ i: Int) -> String { tokens.indices.contains(i) ? tokens[i].upos : "" }
  func word(_ i: Int) -> String { tokens.indices.contains(i) ? lower[i] : "" }
  func name(_ i: Int) -> Mention? { names.indices.contains(i) ? names[i] : nil }
  func head(_ i: Int) -> Int? { tokens.indices.contains(i) ? tokens[i].head : nil }
  func relation(_ i: Int) -> Substring { tokens.indices.contains(i) ? tokens[i].relation : "" }
  func text(_ range: Range<Int>) -> String { document.text(index, range) }

  /// The name that begins at a word.
  func name(startingAt i: Int) -> Mention? {
    guard let m = name(i), m.tokens.lowerBound == i else { return nil }
    return m
  }

  /// Whether a word stands for a person: a person's name, or a name whose kind is unknown and that is no country.
  func person(startingAt i: Int) -> Mention? {
    guard let m = name(startingAt: i), m.type == .person else { return nil }
    return m
  }

  var isPossessive: (Int) -> Bool {
    { i in upos(i) == "PART" && ["'s", "’s", "'", "’"].contains(word(i)) }
  }

  /// The word's lemma where the model gave one, else its form; lower-cased.
  func lemma(_ i: Int) -> String {
    guard tokens.indices.contains(i) else { return "" }
    return tokens[i].lemma.isEmpty ? lower[i] : tokens[i].lemma.lowercased()
  }

  /// Whether the form or the lemma is one of the words; forms first, since lemmas are predicted.
  func isWord(_ i: Int, in words: Set<String>) -> Bool {
    words.contains(word(i)) || words.contains(lemma(i))
      || TieLexicons.singulars(word(i)).contains { words.contains($0) }
  }

  /// The preposition that marks a phrase.
  func preposition(of i: Int) -> String? {
    sentence.children(of: i, "case").first { upos($0) == "ADP" || upos($0) == "SCONJ" }.map { lower[$0] }
  }

  /// A mention with those that are coordinated with it.
  func coordinated(_ m: Mention) -> [Mention] {
    var out = [m]
    for c in sentence.children(of: m.head, "conj") {
      if let other = heads[c], other.id != m.id { out.append(other) }
    }
    return out
  }

  /// The node that a word refers to: its own mention, or for a relative pronoun the antecedent's.
  func referent(_ i: Int) -> Mention? {
    if ["who", "which", "that", "whom", "whose"].contains(word(i)) {
      var t = head(i)
      var steps = 0
      while let h = t, steps < 12 {
        if tokens[h].relation == "acl", let antecedent = tokens[h].head { return heads[antecedent] }
        t = tokens[h].head
        steps += 1
      }
      return nil
    }
    return heads.indices.contains(i) ? heads[i] : nil
  }
}
