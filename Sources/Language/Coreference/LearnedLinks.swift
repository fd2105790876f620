import Neural
import Statements

/// A mention that may be an anaphor's antecedent.
struct AntecedentCandidate {
  let index: Int
  /// Chains with nearer candidates.
  let between: Int
  /// Whether all that are joined with it by "and" are meant, not it alone.
  let isCoordination: Bool
}

/// An anaphor's candidates by what they refer to: every mention of a chain speaks for it, so a chain's odds against there
/// being no antecedent are the sum of its mentions'.
struct AntecedentGroups {
  private struct Group {
    let nearest: AntecedentCandidate
    var odds: Float
  }

  private var groups: [Group] = []
  private var groupOfChain: [Int: Int] = [:]

  /// Candidates come the nearest first; a coordination is of no chain.
  mutating func add(_ candidate: AntecedentCandidate, score: Float, chain: Int?) {
    let odds = Activation.exp(score)
    if let chain, let known = groupOfChain[chain] {
      groups[known].odds += odds
      return
    }
    if let chain { groupOfChain[chain] = groups.count }
    groups.append(Group(nearest: candidate, odds: odds))
  }

  /// The best of those whose score is more than `lowest`; of equals, the one with the nearest candidate.
  func best(over lowest: Float) -> AntecedentCandidate? {
    var best: AntecedentCandidate?
    var most = Activation.exp(lowest)
    for group in groups where group.odds > most { (best, most) = (group.nearest, group.odds) }
    return best
  }
}

/// Links that the antecedent head makes, and the candidates that it chooses from.
extension CoreferenceResolver {
  /// Mentions before an anaphor that are looked at.
  private static let reach = 100
  /// Anaphors that are scored together.
  private static let block = 64

  mutating func linkByScore() {
    guard !profiles.isEmpty else { return }
    let projected = head.project(rows())
    let fixed = frozen()
    let features = PairFeatures(profiles, chainOf: fixed.chainOf, quotations: quotations, sentences: sentences)
    var values = [UInt8](repeating: 0, count: PairFeatures.count)
    for start in stride(from: 0, to: profiles.count, by: Self.block) {
      let anaphors = start..<min(start + Self.block, profiles.count)
      let candidates = anaphors.map { fixed.candidates(of: $0) }
      guard let first = candidates.lazy.flatMap({ $0 }).map(\.index).min(),
        let last = candidates.lazy.flatMap({ $0 }).map(\.index).max()
      else { continue }
      let scores = head.pairs(projected, anaphors: anaphors, antecedents: first..<last + 1)
      for i in anaphors {
        guard let lowest = threshold(i) else { continue }
        var groups = AntecedentGroups()
        for c in candidates[i - start] {
          features.write(i, c, into: &values)
          let score = scores[i - start, c.index - first] + head.bias(projected, i, c.index, values)
          if c.isCoordination {
            groups.add(c, score: score, chain: nil)
          } else if agrees(i, c.index) {
            groups.add(c, score: score, chain: root(c.index))
          }
        }
        guard let best = groups.best(over: lowest) else { continue }
        if best.isCoordination {
          splits[i] = fixed.coordination(best.index)
        } else {
          join(best.index, i)
        }
      }
    }
  }

  /// The vectors of the mentions' heads.
  func rows() -> Matrix {
    let width = vectors.values.first?.row.count ?? 0
    var values: [Float] = []
    values.reserveCapacity(profiles.count * width)
    for p in profiles { values += vectors[WordPlace(sentence: p.mention.sentence, token: p.mention.head)]?.row ?? [] }
    return Matrix(rows: profiles.count, columns: width, values: values)
  }

  /// The lowest score that links a mention; nil where it has its antecedent.
  private mutating func threshold(_ i: Int) -> Float? {
    if splits[i] != nil { return nil }
    return switch profiles[i].pronoun {
    case .he, .she: thresholds.person
    case .it: thresholds.it
    case .they: thresholds.they
    case .first, .firstPlural, .second: root(i) == i ? thresholds.speaker : nil
    case nil: root(i) == i ? thresholds.noun : nil
    }
  }

  /// Whether what has been linked so far lets an anaphor join a candidate.
  private mutating func agrees(_ i: Int, _ j: Int) -> Bool {
    let (a, b) = (root(i), root(j))
    guard a != b else { return true }
    guard chainProfiles[b].agrees(with: profiles[i]) else { return false }
    let here = WordPlace(sentence: profiles[i].mention.sentence, token: profiles[i].mention.head)
    if profiles[i].pronoun?.isThird == true, let speaker = quotations.speaker(at: here), let s = profileAt[speaker],
      root(s) == b
    {
      return false
    }
    guard a != i || chainProfiles[a].hasName else { return true }
    let (x, y) = (chainProfiles[a], chainProfiles[b])
    if let g = x.gender, let h = y.gender, g != h { return false }
    if let g = x.isPlural, let h = y.isPlural, g != h { return false }
    return x.kinds.isEmpty || y.kinds.isEmpty || !x.kinds.isDisjoint(with: y.kinds)
  }

  // MARK: candidates

  /// What the rules have found, as it stands now: the candidates do not depend on what is linked later.
  func frozen() -> FrozenChains {
    var resolver = self
    let chainOf = profiles.indices.map { resolver.root($0) }
    return FrozenChains(
      profiles: profiles, sentences: sentences, quotations: quotations, profileAt: profileAt, chainOf: chainOf,
      chainProfiles: chainProfiles, reach: Self.reach)
  }
}

/// Chains as the rules alone have made them, and who may be whose antecedent.
struct FrozenChains {
  let profiles: [MentionProfile]
  let sentences: [Sentence]
  let quotations: Quotations
  let profileAt: [WordPlace: Int]
  let chainOf: [Int]
  let chainProfiles: [ChainProfile]
  let reach: Int

  /// The candidates of a mention: those before it, the nearest first, then, for pronouns, names behind it in its
  /// sentence ("in his speech, Roe"). None where it looks for none.
  func candidates(of i: Int) -> [AntecedentCandidate] {
    let p = profiles[i]
    switch p.pronoun {
    case .first?, .firstPlural?, .second?: if chainProfiles[chainOf[i]].hasName { return [] }
    case .some: break
    case nil:
      guard p.mention.form == .nominal, !p.isIndefinite, chainOf[i] == i || !chainProfiles[chainOf[i]].hasName else {
        return []
      }
    }
    var found: [AntecedentCandidate] = []
    var passed: Set<Int> = []
    func add(_ j: Int) {
      guard areNotApart(i, j) else { return }
      let isGroup = isOfMany(p) && profiles[j].isPlural != true && isGroup(coordination(j), for: p)
      guard isGroup || chainProfiles[chainOf[j]].agrees(with: p) else { return }
      passed.insert(chainOf[j])
      found.append(AntecedentCandidate(index: j, between: passed.count - 1, isCoordination: isGroup))
    }
    for j in stride(from: i - 1, through: max(0, i - reach), by: -1) { add(j) }
    if p.pronoun?.isThird == true {
      passed = []
      for j in profiles.indices[(i + 1)...] {
        guard profiles[j].mention.sentence == p.mention.sentence else { break }
        if profiles[j].mention.form == .name { add(j) }
      }
    }
    return found
  }

  /// Whether a mention takes up several things: "they", "both sides", "the two".
  func isOfMany(_ p: MentionProfile) -> Bool {
    guard p.pronoun != .they else { return true }
    let sentence = sentences[p.mention.sentence]
    return p.pronoun == nil
      && (p.lemma == "both"
        || sentence.children(of: p.mention.head, "det", "nummod", "cc:preconj").contains {
          ["both", "two", "three"].contains(sentence.tokens[$0].form.lowercased())
        })
  }

  /// Whether a coordination may be what a plural takes up: "the two women" are two women, "both trawlers" nobody.
  private func isGroup(_ members: [Int], for p: MentionProfile) -> Bool {
    guard members.count > 1 else { return false }
    guard p.pronoun == nil, let kinds = CoreferenceResolver.kinds(of: p.lemma) else { return true }
    return members.allSatisfy { k in
      let chain = chainProfiles[chainOf[k]]
      if let a = chain.gender, let b = p.gender, a != b { return false }
      // Sides may also be persons who speak for them.
      return !chain.kinds.isDisjoint(with: kinds.count > 1 ? kinds.union([.person]) : kinds)
    }
  }

  /// A mention and those that are joined with it by "and", when it is the first of them.
  func coordination(_ j: Int) -> [Int] {
    let m = profiles[j].mention
    let sentence = sentences[m.sentence]
    var members = [j]
    for c in sentence.children(of: m.head, "conj") {
      let isOr = sentence.children(of: c, "cc").contains {
        ["or", "but", "nor"].contains(sentence.tokens[$0].form.lowercased())
      }
      if !isOr, let k = profileAt[WordPlace(sentence: m.sentence, token: c)] { members.append(k) }
    }
    return members
  }

  /// Whether nothing in the text's form says that two mentions are two things, whatever they are.
  private func areNotApart(_ i: Int, _ j: Int) -> Bool {
    let (p, q) = (profiles[i], profiles[j])
    let (m, n) = (p.mention, q.mention)
    guard chainOf[i] != chainOf[j] || p.pronoun != nil else { return false }
    let here = WordPlace(sentence: m.sentence, token: m.head)
    let there = WordPlace(sentence: n.sentence, token: n.head)
    switch p.pronoun {
    case .first, .firstPlural, .second:
      guard q.pronoun == p.pronoun, quotations.quotation(at: here) == quotations.quotation(at: there) else {
        return false
      }
    case .he, .she, .it, .they:
      if m.sentence - n.sentence > (p.pronoun == .he || p.pronoun == .she ? 8 : 4) { return false }
      if let speaker = quotations.speaker(at: here), let s = profileAt[speaker], chainOf[s] == chainOf[j] {
        return false
      }
      if q.pronoun?.isThird == false { return false }
    case nil:
      if q.pronoun?.isThird == false { return false }
    }
    if m.sentence == n.sentence {
      if n.tokens.contains(m.head) || m.tokens.contains(n.head) { return false }
      let sentence = sentences[m.sentence]
      let (a, b) = (sentence.tokens[m.head], sentence.tokens[n.head])
      // Two arguments of one verb are two things, unless one is reflexive or a possessive.
      if !p.isReflexive, !p.isPossessive, !q.isPossessive, a.head == b.head, a.head != nil,
        Self.arguments.contains(a.relation), Self.arguments.contains(b.relation)
      {
        return false
      }
      if a.relation == "conj", a.head == n.head { return false }
      // "the leader of the party": neither is the other.
      if p.pronoun == nil, b.head == m.head || a.head == n.head, a.relation != "appos" { return false }
    }
    return true
  }

  private static let arguments: Set<Substring> = ["nsubj", "obj", "iobj", "obl"]
}
