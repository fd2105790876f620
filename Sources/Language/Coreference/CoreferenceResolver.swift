import Neural
import Statements

/// How sure the resolver must be, in the units of the learned score (0: as likely as no antecedent at all).
package struct CoreferenceThresholds: Sendable {
  /// "he", "she": they nearly always have an antecedent.
  package var person: Float = -3
  package var it: Float = 0
  package var they: Float = 0
  package var speaker: Float = 0
  /// Nouns with the same lemma, and others.
  package var sameNoun: Float = -3
  package var otherNoun: Float = -0.5
  /// What is asked more of nouns whose determiner does not say that they are known.
  package var indefinite: Float = 0
  /// Noun phrases whose antecedent's chain has a name: a wrong link there makes a wrong edge.
  package var nounOfName: Float = 0
  /// For third persons: what a chain gains that has a name, and loses whose kind is unknown.
  package var named: Float = 4
  package var unknown: Float = 2
  /// And what a candidate loses for each sentence that it lies back.
  package var perSentence: Float = 3
  /// Logit from which a noun phrase counts as one that refers.
  package var mention: Float = 0

  package init() {}
}

/// Links mentions that refer to one thing.
///
/// Names by their words, speakers of quotations, appositions and identities by rule; pronouns and other noun phrases by
/// the learned antecedent head among the candidates that agree in number, gender and kind with all that is known of
/// their chain. A wrong link makes a wrong edge, so what is doubtful stays apart.
struct CoreferenceResolver {
  private let head: AntecedentHead
  private let thresholds: CoreferenceThresholds
  private let sentences: [Sentence]
  private let profiles: [MentionProfile]
  private let vectors: Analyzer.Vectors
  private let quotations: Quotations
  /// Earlier mentions that are looked at.
  private static let reach = 100
  /// Anaphors that are scored together.
  private static let block = 64

  /// For each profile, its chain's representative (union-find), and what is known of each chain.
  private var parents: [Int]
  private var chainProfiles: [ChainProfile]
  /// Which profile has its head at a word.
  private var profileAt: [WordPlace: Int] = [:]

  init(
    head: AntecedentHead, firstNames: FirstNames, thresholds: CoreferenceThresholds = CoreferenceThresholds(),
    sentences: [Sentence], mentions: [Mention], vectors: Analyzer.Vectors
  ) {
    self.head = head
    self.thresholds = thresholds
    self.sentences = sentences
    self.vectors = vectors
    quotations = Quotations(sentences)
    var starts: [Int] = []
    var total = 0
    for sentence in sentences {
      starts.append(total)
      total += sentence.tokens.count
    }
    profiles = mentions.compactMap { m in
      guard m.type != .date, let vector = vectors[WordPlace(sentence: m.sentence, token: m.head)] else { return nil }
      let sentence = sentences[m.sentence]
      // "Iranian" before a noun names a country for Resolution to find; as an antecedent it only misleads.
      if m.form == .name, m.type == .demonym, sentence.tokens[m.head].upos == "ADJ" { return nil }
      if m.form == .nominal, vector.mention < thresholds.mention { return nil }
      return MentionProfile(m, in: sentence, position: starts[m.sentence] + m.head, firstNames: firstNames)
    }
    parents = Array(profiles.indices)
    chainProfiles = profiles.map(ChainProfile.init)
    for (i, p) in profiles.enumerated() {
      profileAt[WordPlace(sentence: p.mention.sentence, token: p.mention.head)] = i
    }
  }

  /// Chains of mentions, each in order and at least two long, ordered by their first.
  func chains() -> [[Mention.ID]] {
    var resolver = self
    resolver.linkNames()
    resolver.linkAppositions()
    resolver.linkSpeakers()
    resolver.linkByScore()
    var members: [Int: [Mention.ID]] = [:]
    for i in profiles.indices { members[resolver.root(i), default: []].append(profiles[i].mention.id) }
    return members.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  // MARK: chains

  private mutating func root(_ i: Int) -> Int {
    var r = i
    while parents[r] != r { r = parents[r] }
    parents[i] = r
    return r
  }

  private mutating func join(_ a: Int, _ b: Int) {
    let (x, y) = (root(a), root(b))
    guard x != y else { return }
    parents[max(x, y)] = min(x, y)
    chainProfiles[min(x, y)].add(chainProfiles[max(x, y)])
  }

  // MARK: rules

  private mutating func linkNames() {
    let names = profiles.indices.filter {
      let m = profiles[$0].mention
      return m.form == .name || m.form == .nominal && sentences[m.sentence].tokens[m.head].upos == "PROPN"
    }
    for chain in NameMatching.chains(names.map { profiles[$0].mention }, in: sentences) {
      for k in chain.dropFirst() { join(names[chain[0]], names[k]) }
    }
  }

  /// "Ana Roe, the mayor": two descriptions of one thing side by side; "Ana Roe is the mayor".
  private mutating func linkAppositions() {
    for (i, p) in profiles.enumerated() {
      let sentence = sentences[p.mention.sentence]
      let token = sentence.tokens[p.mention.head]
      if token.relation == "appos", let h = token.head, let j = profile(p.mention.sentence, h), canBeOne(j, i) {
        join(j, i)
        continue
      }
      guard p.mention.form == .nominal, p.isDefinite, !sentence.children(of: p.mention.head, "cop").isEmpty,
        sentence.children(of: p.mention.head, "advmod", "aux").allSatisfy({
          !["not", "n't", "would", "could", "may", "might", "should"].contains(sentence.tokens[$0].form.lowercased())
        }),
        let subject = sentence.children(of: p.mention.head, "nsubj").first,
        let j = profile(p.mention.sentence, subject),
        profiles[j].mention.form == .name, canBeOne(j, i)
      else { continue }
      join(j, i)
    }
  }

  private func profile(_ sentence: Int, _ token: Int) -> Int? { profileAt[WordPlace(sentence: sentence, token: token)] }

  private mutating func canBeOne(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (profiles[a], profiles[b])
    if x.mention.form == .name, y.mention.form == .name { return false }
    if x.mention.type == .place, y.kind == .place, y.mention.form == .name { return false }
    return chainProfiles[root(a)].agrees(with: y) && chainProfiles[root(b)].agrees(with: x)
  }

  /// First persons in quotations are the speaker.
  private mutating func linkSpeakers() {
    for (i, p) in profiles.enumerated() where p.pronoun == .first || p.pronoun == .firstPlural {
      let place = WordPlace(sentence: p.mention.sentence, token: p.mention.head)
      guard let speaker = quotations.speaker(at: place), let j = profileAt[speaker] else { continue }
      if chainProfiles[root(j)].agrees(with: p) { join(j, i) }
    }
  }

  // MARK: learned

  private mutating func linkByScore() {
    guard let width = vectors.values.first?.row.count, !profiles.isEmpty else { return }
    var values: [Float] = []
    values.reserveCapacity(profiles.count * width)
    for p in profiles { values += vectors[WordPlace(sentence: p.mention.sentence, token: p.mention.head)]?.row ?? [] }
    let projected = head.project(Matrix(rows: profiles.count, columns: width, values: values))
    for start in stride(from: 0, to: profiles.count, by: Self.block) {
      let anaphors = start..<min(start + Self.block, profiles.count)
      let first = max(0, start - Self.reach)
      let scores = head.pairs(projected, anaphors: anaphors, antecedents: first..<anaphors.upperBound)
      for i in anaphors {
        guard let lowest = threshold(i) else { continue }
        var best: Int?
        var top = -Float.infinity
        for j in stride(from: i - 1, through: max(0, i - Self.reach), by: -1) {
          let bias =
            head.bias(distance: profiles[i].position - profiles[j].position)
            + head.bias(isSame: profiles[i].word == profiles[j].word, anaphor: anaphorClass(i))
          var score = scores[i - start, j - first] + bias
          if isThirdPerson(i) {
            let chain = chainProfiles[root(j)]
            if chain.hasName { score += thresholds.named }
            if chain.kinds.isEmpty { score -= thresholds.unknown }
            score -= thresholds.perSentence * Float(profiles[i].mention.sentence - profiles[j].mention.sentence)
          }
          if score > top, score > threshold(of: i, and: j, lowest), mayCorefer(i, j) {
            top = score
            best = j
          }
        }
        if let best { join(best, i) }
      }
    }
  }

  private func tokenOf(_ i: Int) -> Token { sentences[profiles[i].mention.sentence].tokens[profiles[i].mention.head] }

  private func isThirdPerson(_ i: Int) -> Bool { profiles[i].pronoun == .he || profiles[i].pronoun == .she }

  private func anaphorClass(_ i: Int) -> AnaphorClass {
    AnaphorClass(upos: tokenOf(i).upos)
  }

  /// The lowest score that links a mention; nil where it has its antecedent or looks for none.
  private mutating func threshold(_ i: Int) -> Float? {
    let p = profiles[i]
    switch p.pronoun {
    case .he, .she: return thresholds.person
    case .it: return thresholds.it
    case .they: return thresholds.they
    case .first, .firstPlural, .second: return root(i) == i ? thresholds.speaker : nil
    case nil: break
    }
    guard p.mention.form == .nominal, root(i) == i else { return nil }
    return p.isIndefinite ? nil : min(thresholds.sameNoun, thresholds.otherNoun)
  }

  private mutating func threshold(of i: Int, and j: Int, _ lowest: Float) -> Float {
    let p = profiles[i]
    guard p.pronoun == nil else { return lowest }
    var base = p.lemma == profiles[j].lemma ? thresholds.sameNoun : thresholds.otherNoun
    if chainProfiles[root(j)].hasName { base = max(base, thresholds.nounOfName) }
    return p.isDefinite ? base : base + thresholds.indefinite
  }

  private mutating func mayCorefer(_ i: Int, _ j: Int) -> Bool {
    let (p, q) = (profiles[i], profiles[j])
    let (m, n) = (p.mention, q.mention)
    let here = WordPlace(sentence: m.sentence, token: m.head)
    let there = WordPlace(sentence: n.sentence, token: n.head)
    switch p.pronoun {
    case .first, .firstPlural, .second:
      guard q.pronoun == p.pronoun, quotations.quotation(at: here) == quotations.quotation(at: there) else {
        return false
      }
    case .he, .she, .it, .they:
      if m.sentence - n.sentence > (p.pronoun == .he || p.pronoun == .she ? 8 : 4) { return false }
      if let speaker = quotations.speaker(at: here), let s = profileAt[speaker], root(s) == root(j) { return false }
      if q.pronoun == .second || q.pronoun == .first || q.pronoun == .firstPlural { return false }
    case nil:
      if q.pronoun != nil, q.pronoun != .he, q.pronoun != .she, q.pronoun != .it, q.pronoun != .they { return false }
    }
    if m.sentence == n.sentence {
      if n.tokens.contains(m.head) || m.tokens.contains(n.head) { return false }
      let sentence = sentences[m.sentence]
      let (a, b) = (sentence.tokens[m.head], sentence.tokens[n.head])
      // Two arguments of one verb are two things, unless one is reflexive or a possessive.
      if !p.isReflexive, !p.isPossessive, !q.isPossessive, a.head == b.head, a.head != nil,
        ["nsubj", "obj", "iobj", "obl"].contains(a.relation), ["nsubj", "obj", "iobj", "obl"].contains(b.relation)
      {
        return false
      }
      if a.relation == "conj", a.head == n.head { return false }
      // "the leader of the party": neither is the other.
      if p.pronoun == nil, b.head == m.head || a.head == n.head, a.relation != "appos" { return false }
    }
    return chainProfiles[root(j)].agrees(with: p) && (root(i) == i || agree(root(i), root(j)))
  }

  private func agree(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (chainProfiles[a], chainProfiles[b])
    if let g = x.gender, let h = y.gender, g != h { return false }
    if let g = x.isPlural, let h = y.isPlural, g != h { return false }
    return x.kinds.isEmpty || y.kinds.isEmpty || !x.kinds.isDisjoint(with: y.kinds)
  }
}
