import Statements

/// Ties people who are kin.
///
/// - "his wife Jane Roe", "Roe's mother, Jane Moe", "her younger brother, King Martin": a possessor, a word for kin, a name.
/// - "Jane Roe, the daughter of Martin Moe"; "Jane Roe was the sister of Martin Moe".
/// - "Jane Roe and her husband, Martin": the possessor is a pronoun, resolved later.
/// - "Jane Roe, whose son Martin"; "his son, the painter Martin Roe"; "a brother-in-law of Martin Roe".
/// - "two cousins, Jane Roe and Martin Moe", "the brothers Jon and Martin Roe": kin of each other.
enum Kinship {
  static func candidates(in s: TieSentence, of view: TieDocument) -> [Candidate] {
    var out: [Candidate] = []
    func add(_ a: Mention, _ b: Mention, _ t: Int, _ rule: String, _ confidence: Double) {
      guard a.id != b.id else { return }
      out.append(
        Candidate(
          subject: a.id, relation: Relation(rawValue: "relatedTo"), object: .node(b.id), sentence: s.index, trigger: t,
          words: [t], rule: rule, confidence: confidence))
    }
    for t in 0..<s.count where isKin(t, s, view) && s.upos(t) != "VERB" {
      let kin = names(of: t, s)
      if kin.count == 2, mutual.contains(s.word(t)), possessor(t, s, view) == nil, s.word(t + 1) != "of" {
        add(kin[0], kin[1], t, "kin-of-each-other", 0.85)
      }
      var others: [Mention] = []
      if let owner = possessor(t, s, view) { others = [owner] }
      let isInLaw = s.word(t + 1) == "-" && s.word(t + 2) == "in" && s.word(t + 4) == "law"
      let end = isInLaw ? t + 5 : t + 1
      if s.word(end) == "of", let m = person(after: end, s) { others = s.coordinated(m) }
      for k in kin {
        for o in others where o.form == .pronoun || o.type == .person { add(k, o, t, "kin-of-person", 0.9) }
      }
    }
    return out
  }

  private static let mutual: Set<String> = ["brothers", "sisters", "cousins", "siblings", "twins", "spouses", "couple"]

  private static func isKin(_ t: Int, _ s: TieSentence, _ view: TieDocument) -> Bool {
    let words = view.lexicons.kinship
    if words.contains(s.word(t)) || TieLexicons.singulars(s.word(t)).contains(where: { words.contains($0) }) {
      return true
    }
    // "son-in-law", split at its hyphens: the last word carries it.
    return s.word(t) == "law" && s.word(t - 2) == "in" && s.word(t - 1) == "-" && words.contains(s.word(t - 4))
  }

  private static func possessor(_ t: Int, _ s: TieSentence, _ view: TieDocument) -> Mention? {
    for c in s.sentence.children(of: t, "nmod:poss") {
      if let m = s.word(c) == "whose" ? s.referent(c) : s.heads[c] { return m }
    }
    var p = t - 1
    if s.word(t) == "law" { p = t - 5 }
    while p >= 0, ["ADJ", "NOUN", "ADV", "NUM"].contains(s.upos(p)) && s.name(p) == nil || s.word(p) == "-" { p -= 1 }
    guard p >= 0 else { return nil }
    // "his wife Mary and two sons": whose she is
    if s.relation(t) == "conj", let h = s.head(t), h < t, s.word(p) == "and" || s.word(p) == "," {
      let first = s.relation(h) == "appos" ? s.head(h) ?? h : h
      if isKin(first, s, view) { return possessor(first, s, view) }
    }
    if ["his", "her", "their", "my", "our", "your"].contains(s.word(p)) { return s.heads[p] }
    if s.isPossessive(p), p > 0 { return s.heads[p - 1] }
    return nil
  }

  private static func person(after preposition: Int, _ s: TieSentence) -> Mention? {
    var i = preposition + 1
    while i < s.count, i < preposition + 10, s.name(i)?.type != .person,
      ["DET", "ADJ", "NOUN", "PROPN"].contains(s.upos(i)) || s.name(i) != nil || s.word(i) == "-"
        || s.upos(i) == "VERB" && s.relation(i) == "amod"
        || s.upos(i) == "CCONJ" && s.upos(i - 1) == "NOUN"
    { i += 1 }
    guard let m = s.name(i), m.type == .person else { return nil }
    return m
  }

  /// Who the word for kin stands for: the name after it, or the one that it is said of.
  private static func names(of t: Int, _ s: TieSentence) -> [Mention] {
    var i = t + 1
    if s.word(i) == "," { i += 1 }
    var skipped = 0
    while skipped < 3, s.name(i) == nil,
      s.upos(i) == "PROPN" || OfficeHolders.honorifics.contains(s.word(i))
        || ["king", "queen", "prince", "princess", "president"].contains(s.word(i))
    {
      i += 1
      skipped += 1
    }
    // "his son, the painter Martin Roe"
    if s.word(t + 1) == ",", s.word(t + 2) == "the" {
      var j = t + 3
      while j < t + 6, s.name(j) == nil, ["ADJ", "NOUN"].contains(s.upos(j)) { j += 1 }
      if s.person(startingAt: j) != nil { i = j }
    }
    if let m = s.person(startingAt: i) {
      let isPlural = !TieLexicons.singulars(s.word(t)).isEmpty
      return isPlural ? s.coordinated(m) : [m]
    }
    if s.relation(t) == "appos", let h = s.head(t), let m = s.heads[h], m.type == .person { return [m] }
    if !s.sentence.children(of: t, "cop").isEmpty, let n = s.sentence.children(of: t, "nsubj").first,
      let m = s.referent(n)
    {
      return [m]
    }
    // "Jane Roe, son of …": a comma before, the name before that.
    var p = t - 1
    while ["DET", "ADJ"].contains(s.upos(p)) { p -= 1 }
    if s.word(p) == ",", let m = s.name(p - 1), m.type == .person, s.word(t + 1) == "of" { return [m] }
    return []
  }
}
