import Statements

/// What takes up two things that no "and" joins: "the two leaders" after "Roe received Lee".
extension CoreferenceResolver {
  /// Sentences back that are looked at.
  private static let reach = 3

  mutating func linkPairs() {
    for (i, p) in profiles.enumerated() where p.pronoun == nil && root(i) == i && isPair(p) {
      let kinds = Self.kinds(of: p.lemma)
      for s in stride(from: p.mention.sentence, through: max(0, p.mention.sentence - Self.reach), by: -1) {
        if let pair = pair(in: s, before: i, kinds, p.gender) {
          splits[i] = pair
          break
        }
      }
    }
  }

  /// "both sides", "the two leaders", "the pair".
  private func isPair(_ p: MentionProfile) -> Bool {
    let sentence = sentences[p.mention.sentence]
    let words = sentence.children(of: p.mention.head, "det", "nummod", "cc:preconj", "nmod:poss").map {
      sentence.tokens[$0].form.lowercased()
    }
    // "both of them", "the two of us", "the two sides of the river" speak of something else.
    guard !sentence.children(of: p.mention.head, "nmod", "acl", "conj").contains(where: { $0 > p.mention.head }) else {
      return false
    }
    if words.contains("both") { return p.isPlural == true }
    let isKnown = words.contains("the") || words.contains("these") || words.contains("those")
    if ["two", "pair", "duo", "both"].contains(p.word) { return isKnown || p.word == "both" }
    return isKnown && p.isPlural == true && (words.contains("two") || words.contains("2"))
  }

  /// What the two may be; nil for anything.
  static func kinds(of lemma: String) -> Set<MentionProfile.Kind>? {
    if NounKinds.people.contains(lemma) { return [.person] }
    if ["country", "nation", "state", "government", "capital"].contains(lemma) { return [.place] }
    if ["side", "party", "delegation", "team", "ally", "neighbour", "neighbor", "rival"].contains(lemma) {
      return [.place, .body]
    }
    if NounKinds.bodies.contains(lemma) { return [.body] }
    if NounKinds.places.contains(lemma) { return [.place] }
    return ["two", "pair", "duo", "both"].contains(lemma) ? nil : []
  }

  /// Two names of a sentence that stand together: joined by "and", or as two arguments of one verb, or alone of their
  /// kind.
  private mutating func pair(
    in s: Int, before i: Int, _ kinds: Set<MentionProfile.Kind>?, _ gender: MentionProfile.Gender?
  ) -> [Int]? {
    let sentence = sentences[s]
    var names: [Int] = []
    for j in profiles.indices[..<i] where profiles[j].mention.sentence == s && chainProfiles[root(j)].hasName {
      guard let kind = known(j), kinds?.contains(kind) ?? true, !isSetting(profiles[j].mention.head, sentence) else {
        continue
      }
      if let gender, let other = chainProfiles[root(j)].gender, gender != other { continue }
      names.append(j)
    }
    for j in names {
      let joined = sentence.children(of: profiles[j].mention.head, "conj").compactMap { c in
        names.first { profiles[$0].mention.head == c }
      }
      if joined.count == 1, root(joined[0]) != root(j), known(joined[0]) == known(j) { return [j, joined[0]] }
    }
    for j in names {
      let token = sentence.tokens[profiles[j].mention.head]
      guard token.deprel == "nsubj", let verb = token.head else { continue }
      let others = names.filter {
        let other = sentence.tokens[profiles[$0].mention.head]
        return other.head == verb && root($0) != root(j) && known($0) == known(j)
          && (other.relation == "obj" || other.relation == "obl" && isCompany(profiles[$0].mention.head, sentence))
      }
      if others.count == 1 { return [j, others[0]] }
    }
    var chains: [Int: Int] = [:]
    for j in names where chains[root(j)] == nil { chains[root(j)] = j }
    let distinct = chains.values.sorted()
    guard kinds != nil, distinct.count == 2, known(distinct[0]) == known(distinct[1]) else { return nil }
    return distinct
  }

  private mutating func known(_ j: Int) -> MentionProfile.Kind? {
    let kinds = chainProfiles[root(j)].kinds
    return kinds.count == 1 ? kinds.first : profiles[j].kind
  }

  /// "said in Oslo": where something happens is no side in it.
  private func isSetting(_ t: Int, _ sentence: Sentence) -> Bool {
    sentence.children(of: t, "case").contains { ["in", "at", "near"].contains(sentence.tokens[$0].form.lowercased()) }
  }

  /// "met with Lee", not "met in Oslo".
  private func isCompany(_ t: Int, _ sentence: Sentence) -> Bool {
    sentence.children(of: t, "case").contains { ["with", "to", "by"].contains(sentence.tokens[$0].form.lowercased()) }
  }
}
