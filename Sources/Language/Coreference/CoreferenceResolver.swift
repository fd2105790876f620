import Neural
import Statements

/// How sure the resolver must be, in the units of the learned score (0: as likely as no antecedent at all).
package struct CoreferenceThresholds: Sendable {
  /// "he", "she": they nearly always have an antecedent.
  package var person: Float = -3
  package var it: Float = -1.5
  package var they: Float = -1.5
  package var speaker: Float = -1
  package var noun: Float = -1
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
  let head: AntecedentHead
  let thresholds: CoreferenceThresholds
  let sentences: [Sentence]
  let profiles: [MentionProfile]
  let vectors: Analyzer.Vectors
  let quotations: Quotations
  /// For each profile, its chain's representative (union-find), and what is known of each chain.
  private var parents: [Int]
  var chainProfiles: [ChainProfile]
  /// The antecedents of what takes up several things, such as "they" of two people.
  var splits: [Int: [Int]] = [:]
  /// Which profile has its head at a word.
  var profileAt: [WordPlace: Int] = [:]

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
    // "Roe" after "Ana Roe" is no first name.
    let surnames = Set(
      mentions.lazy.filter { $0.form == .name && $0.type == .person && $0.tokens.count > 1 }
        .compactMap { m in sentences[m.sentence].tokens[m.tokens].last { $0.upos != "PART" }?.form.lowercased() })
    profiles = mentions.compactMap { m in
      guard m.type != .date, let vector = vectors[WordPlace(sentence: m.sentence, token: m.head)] else { return nil }
      let sentence = sentences[m.sentence]
      // "Iranian" before a noun names a country for Resolution to find; as an antecedent it only misleads.
      if m.form == .name, m.type == .demonym, sentence.tokens[m.head].upos == "ADJ" { return nil }
      if m.form == .nominal, vector.mention < thresholds.mention { return nil }
      return MentionProfile(
        m, in: sentence, position: starts[m.sentence] + m.head, firstNames: firstNames, surnames: surnames)
    }
    parents = Array(profiles.indices)
    chainProfiles = profiles.map(ChainProfile.init)
    for (i, p) in profiles.enumerated() {
      profileAt[WordPlace(sentence: p.mention.sentence, token: p.mention.head)] = i
    }
  }

  struct Links {
    /// Chains of mentions, each in order and at least two long, ordered by their first.
    let chains: [[Mention.ID]]
    /// For a mention of several things, a mention of each, in order.
    let splits: [Mention.ID: [Mention.ID]]
  }

  func links() -> Links {
    var resolver = self
    resolver.linkByRule()
    resolver.linkPairs()
    resolver.linkByScore()
    var members: [Int: [Mention.ID]] = [:]
    for i in profiles.indices { members[resolver.root(i), default: []].append(profiles[i].mention.id) }
    var splits: [Mention.ID: [Mention.ID]] = [:]
    for (i, antecedents) in resolver.splits {
      splits[profiles[i].mention.id] = antecedents.map { profiles[$0].mention.id }
    }
    return Links(
      chains: members.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }, splits: splits)
  }

  // MARK: chains

  mutating func root(_ i: Int) -> Int {
    var r = i
    while parents[r] != r { r = parents[r] }
    parents[i] = r
    return r
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (x, y) = (root(a), root(b))
    guard x != y else { return }
    parents[max(x, y)] = min(x, y)
    chainProfiles[min(x, y)].add(chainProfiles[max(x, y)])
  }

  // MARK: rules

  mutating func linkByRule() {
    linkNames()
    linkAppositions()
    linkSpeakers()
  }

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
}
