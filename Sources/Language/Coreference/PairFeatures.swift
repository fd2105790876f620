import Statements

/// What two mentions look like beside each other, in classes: the part of the antecedent head's input that is no vector.
///
/// A feature has a value below its size, and nothing depends on links that the head itself has made, so that training
/// sees what the program sees. `Training/FORMAT.md` lists the values.
struct PairFeatures {
  /// How many values each feature has, in order.
  static let sizes = [14, 3, 12, 12, 8, 10, 7, 18, 3, 4, 4, 5, 4, 3, 2, 4, 5, 9, 5, 5, 3, 4, 3, 3, 4]
  static var count: Int { sizes.count }

  private let profiles: [MentionProfile]
  private let places: [Place]
  private let chainOf: [Int]
  private let chains: [Chain]
  private let quotations: Quotations
  private let sentences: [Sentence]

  /// What one mention brings to all its pairs.
  private struct Place {
    var form: UInt8 = 0
    var anaphor: UInt8 = 0
    var role: UInt8 = 0
    var depth: UInt8 = 0
    var order: UInt8 = 0
    /// The word's head, that one's head, and so on up to the root.
    var above: [Int] = []
  }

  /// What rules have tied together before.
  private struct Chain {
    var size = 0
    var profile: ChainProfile?
    var words: Set<String> = []
    var nouns: Set<String> = []
    /// Mentions that are subjects, in order.
    var subjects: [Int] = []
    var members: [Int] = []
    var isFirstPerson = false
    var isMainPerson = false
  }

  /// - Parameter chainOf: for each profile, a number that it shares with those that rules found to be the same.
  init(_ profiles: [MentionProfile], chainOf: [Int], quotations: Quotations, sentences: [Sentence]) {
    self.profiles = profiles
    self.chainOf = chainOf
    self.quotations = quotations
    self.sentences = sentences
    var places: [Place] = []
    var chains = [Chain](repeating: Chain(), count: profiles.count)
    var order = 0
    for (i, p) in profiles.enumerated() {
      let m = p.mention
      order = i > 0 && profiles[i - 1].mention.sentence == m.sentence ? order + 1 : 0
      let sentence = sentences[m.sentence]
      var place = Place()
      var t = sentence.tokens[m.head].head
      while let a = t, place.above.count < sentence.tokens.count {
        place.above.append(a)
        t = sentence.tokens[a].head
      }
      place.form = Self.form(p)
      place.anaphor = Self.anaphor(p, in: sentence)
      place.role = Self.role(sentence.tokens[m.head])
      place.depth = UInt8(min(4, place.above.count))
      place.order = UInt8(min(3, order))
      places.append(place)
      let c = chainOf[i]
      chains[c].size += 1
      chains[c].members.append(i)
      if chains[c].profile == nil { chains[c].profile = ChainProfile(p) } else { chains[c].profile?.add(p) }
      if p.mention.form == .name {
        for token in sentence.tokens[m.tokens] where token.form.count > 2 {
          chains[c].words.insert(token.form.lowercased())
        }
      } else if p.mention.form == .nominal {
        chains[c].nouns.insert(p.lemma)
      }
      if place.role == 1 || place.role == 2 { chains[c].subjects.append(i) }
    }
    let people = chains.indices.filter { chains[$0].profile.map { $0.hasName && $0.kinds.contains(.person) } ?? false }
    if let first = people.min(by: { chains[$0].members[0] < chains[$1].members[0] }) {
      chains[first].isFirstPerson = true
    }
    let most = people.max { (chains[$0].size, -chains[$0].members[0]) < (chains[$1].size, -chains[$1].members[0]) }
    if let most { chains[most].isMainPerson = true }
    self.places = places
    self.chains = chains
  }

  /// Writes the features of an anaphor `i` with a candidate.
  func write(_ i: Int, _ candidate: AntecedentCandidate, into out: UnsafeMutablePointer<UInt8>) {
    let j = candidate.index
    let (p, q) = (profiles[i], profiles[j])
    let (a, b) = (places[i], places[j])
    let chain = chains[chainOf[j]]
    let sentencesBack = p.mention.sentence - q.mention.sentence
    let isAfter = j > i
    out[0] = a.anaphor
    out[1] = p.isReflexive ? 2 : p.isPossessive ? 1 : 0
    out[2] = a.role
    out[3] = b.role
    out[4] = isAfter ? 7 : UInt8(min(6, sentencesBack))
    out[5] = Self.bucket(p.position - q.position)
    out[6] = UInt8(min(6, candidate.between))
    out[7] = b.form
    let known = chain.profile
    out[8] = known?.gender == nil || p.gender == nil ? 0 : known?.gender == p.gender ? 1 : 2
    out[9] =
      candidate.isCoordination
      ? 3 : known?.isPlural == nil || p.isPlural == nil ? 0 : known?.isPlural == p.isPlural ? 1 : 2
    let kinds = known?.kinds ?? []
    out[10] = kinds.isEmpty ? 0 : p.kind.map { kinds.contains($0) ? 1 : 2 } ?? 3
    out[11] = UInt8([1, 2, 3, 5].firstIndex { chain.size <= $0 } ?? 4)
    let subject = chain.subjects.last { $0 < i }.map { p.mention.sentence - profiles[$0].mention.sentence }
    out[12] = subject.map { UInt8(min(2, $0)) } ?? 3
    out[13] =
      chain.isFirstPerson
      ? 1 : chain.members.contains { sentences[profiles[$0].mention.sentence].part == .title } ? 2 : 0
    out[14] = chain.isMainPerson ? 1 : 0
    out[15] = b.order
    out[16] = b.depth
    out[17] = sentencesBack == 0 ? tree(i, j) : 0
    out[18] = quotes(i, j)
    out[19] = match(p, q, chain)
    out[20] = known?.hasName == true ? 1 : 0
    out[21] = modifiers(p)
    let paragraphs = sentences[p.mention.sentence].paragraph - sentences[q.mention.sentence].paragraph
    out[22] = UInt8(max(0, min(2, paragraphs)))
    out[23] = q.isDefinite ? 1 : q.isIndefinite ? 2 : 0
    let others = chain.members.filter { $0 != j && ($0 < i) }
    // Whether another mention of the chain is nearer, in this sentence, or in the one before.
    out[24] =
      others.contains { $0 > j }
      ? 1
      : others.contains { profiles[$0].mention.sentence >= p.mention.sentence - 1 } ? 2 : others.isEmpty ? 0 : 3
  }

  // MARK: classes

  private static func form(_ p: MentionProfile) -> UInt8 {
    switch p.pronoun {
    case .he: return 13
    case .she: return 14
    case .it: return 15
    case .they: return 16
    case .first, .firstPlural, .second: return 17
    case nil: break
    }
    if p.mention.form == .name {
      switch p.mention.type {
      case .person: return 0
      case .organization: return 1
      case .place: return 2
      case .event: return 3
      case .demonym: return 4
      default: return 5
      }
    }
    let plural: UInt8 = p.isPlural == true ? 1 : 0
    switch p.kind {
    case .person: return 6 + plural
    case .body: return 8
    case .place: return 9
    case .event, .other: return 10 + plural
    case nil: return 12
    }
  }

  private static func anaphor(_ p: MentionProfile, in sentence: Sentence) -> UInt8 {
    switch p.pronoun {
    case .he: return 0
    case .she: return 1
    case .it: return 2
    case .they: return 3
    case .first: return 4
    case .firstPlural: return 5
    case .second: return 6
    case nil: break
    }
    let determiners = sentence.children(of: p.mention.head, "det", "nmod:poss")
    if determiners.contains(where: {
      ["this", "that", "these", "those", "such"].contains(sentence.tokens[$0].form.lowercased())
    }) {
      return 8
    }
    if determiners.contains(where: { sentence.tokens[$0].deprel == "nmod:poss" }) { return 9 }
    if p.isDefinite { return p.isPlural == true ? 7 : 10 }
    if sentence.tokens[p.mention.head].upos == "PROPN" { return 11 }
    return p.isPlural == true ? 12 : 13
  }

  private static func role(_ token: Token) -> UInt8 {
    switch token.deprel {
    case "nsubj:pass": return 2
    case "nmod:poss": return 6
    default: break
    }
    switch token.relation {
    case "nsubj": return 1
    case "obj", "iobj": return 3
    case "obl": return 4
    case "nmod": return 5
    case "conj": return 7
    case "appos": return 8
    case "root", "parataxis": return 9
    case "compound", "flat", "amod": return 10
    case "vocative", "dislocated", "list": return 11
    default: return 0
    }
  }

  private static func bucket(_ d: Int) -> UInt8 {
    if d < 0 { return d >= -8 ? 8 : 9 }
    return UInt8([1, 2, 4, 8, 16, 32, 64].firstIndex { d <= $0 } ?? 7)
  }

  // MARK: pairs

  /// How the tree of one sentence relates an anaphor to a candidate.
  private func tree(_ i: Int, _ j: Int) -> UInt8 {
    let (a, b) = (places[i], places[j])
    let (x, y) = (profiles[i].mention.head, profiles[j].mention.head)
    if a.above.contains(y) { return 1 }
    if b.above.contains(x) { return 2 }
    guard let h = b.above.first, let g = a.above.first else { return 8 }
    if h == g { return b.role == 1 || b.role == 2 ? 3 : 4 }
    if let at = a.above.firstIndex(of: h) {
      guard b.role == 1 || b.role == 2 else { return 7 }
      return at <= 2 ? 5 : 6
    }
    return 8
  }

  private func quotes(_ i: Int, _ j: Int) -> UInt8 {
    let x = quotations.quotation(at: WordPlace(sentence: profiles[i].mention.sentence, token: profiles[i].mention.head))
    let y = quotations.quotation(at: WordPlace(sentence: profiles[j].mention.sentence, token: profiles[j].mention.head))
    switch (x, y) {
    case (nil, nil): return 0
    case (nil, _): return 1
    case (_, nil): return 2
    default: return x == y ? 3 : 4
    }
  }

  private func match(_ p: MentionProfile, _ q: MentionProfile, _ chain: Chain) -> UInt8 {
    if p.word == q.word { return 1 }
    if p.lemma == q.lemma { return 2 }
    if chain.nouns.contains(p.lemma) { return 3 }
    if chain.words.contains(p.lemma) || chain.words.contains(p.word) { return 4 }
    return 0
  }

  /// None, possessive or determiner only, few, many words before the head.
  private func modifiers(_ p: MentionProfile) -> UInt8 {
    guard p.pronoun == nil else { return 0 }
    let words = p.mention.head - p.mention.tokens.lowerBound
    let after = p.mention.tokens.upperBound - 1 - p.mention.head
    return after > 0 ? 3 : words <= 1 ? 1 : 2
  }
}
