import Statements

/// What a speaker's words do to whom they are about.
///
/// - "X **claimed** that Y **attacked** Z": saying that someone did harm is accusing them.
/// - "X said Y **must** leave": saying what others must do is urging them.
/// - "X said Y was a **hero**", "X called Y's plan **lousy**": words of praise praise, words of blame criticize; whoever
///   made a plan stands for it.
struct SpeechStanceRule {
  let participants: Participants
  let governors: GovernorLexicon
  let acts: ActLexicon

  private static let harms: Set<String> = [
    "attacked", "killed", "threatened", "other:mislead", "other:bribe", "other:intervene in",
  ]

  private static let naming: Set<String> = ["call", "describe", "label", "brand", "dub", "deem", "denounce", "slam"]

  private static let praise: Set<String> = [
    "admirable", "amazing", "beloved", "best", "brave", "brilliant", "champion", "courageous", "decent", "dedicated",
    "excellent", "extraordinary", "fantastic", "friend", "generous", "giant", "good", "great", "heroic", "hero",
    "honest", "humble", "iconic", "icon", "inspiration", "inspirational", "kind", "legend", "legendary", "outstanding",
    "pioneer", "positive", "proud", "remarkable", "soft-spoken", "success", "successful", "talented", "visionary",
    "wonderful", "welcome", "important",
  ]

  private static let blame: Set<String> = [
    "abhorrent", "appalling", "bad", "barbaric", "barbarity", "brutal", "contempt", "corrupt", "coward", "cowardly",
    "crime", "criminal", "cruel", "dangerous", "despicable", "dictator", "disaster", "disgrace", "disgraceful", "evil",
    "failure", "fraud", "grab", "horrific", "hypocrite", "illegal", "inappropriate", "incompetent", "insult",
    "irresponsible", "joke", "liar", "lie", "lousy", "mistake", "murderer", "outrage", "racist", "reckless", "sham",
    "shameful", "shocking", "terrible", "terrorist", "threat", "thug", "tyrant", "unacceptable", "unconstitutional",
    "undemocratic", "unfair", "unjust", "unlawful", "vile", "worst", "wrong",
  ]

  func candidates(_ matches: [FrameRule.Match], in s: Int, clauses: ClauseAnalyzer) -> [Candidate] {
    let tree = clauses.tree
    var out: [Candidate] = []
    for m in matches where Self.harms.contains(m.frame.relation.rawValue) {
      guard let verb = speech(above: m.predicate.head, tree) else { continue }
      for speaker in speakers(of: verb, s, clauses) where speaker != m.subject {
        out.append(candidate(speaker, "accused", m.subject, s, verb))
      }
    }
    for i in clauses.tokens.indices {
      if tree.has(i, "cop"), let relation = stance(i, tree), let verb = speech(above: i, tree) {
        let targets = clauses.subjects(of: i).flatMap { self.targets($0.token, s, tree) }
        for speaker in speakers(of: verb, s, clauses) {
          for target in targets where target != speaker { out.append(candidate(speaker, relation, target, s, verb)) }
        }
      }
      if obliges(i, tree), let verb = speech(above: i, tree) {
        for speaker in speakers(of: verb, s, clauses) {
          for target in clauses.subjects(of: i).flatMap({ self.targets($0.token, s, tree) }) where target != speaker {
            out.append(candidate(speaker, "urged", target, s, verb))
          }
        }
      }
      guard tree.isVerb(i), Self.naming.contains(tree.lemma(i)) else { continue }
      let words =
        tree.children(i, "xcomp") + tree.children(i, "obl").filter { tree.preposition(of: $0)?.name == "as" }
        + tree.children(i, "advcl")
      guard let relation = words.lazy.compactMap({ stance($0, tree) }).first else { continue }
      let named = tree.children(i, "obj").flatMap { self.targets($0, s, tree) }
      for speaker in speakers(of: i, s, clauses) {
        for target in named where target != speaker { out.append(candidate(speaker, relation, target, s, i)) }
      }
    }
    return out
  }

  /// "must", "should", "needs to".
  private func obliges(_ i: Int, _ tree: SentenceTree) -> Bool {
    guard tree.isVerb(i), !tree.has(i, "nsubj:pass") else { return false }
    if tree.lemma(i) == "need" { return tree.has(i, "xcomp") }
    return tree.children(i, "aux").contains { ["must", "should", "ought"].contains(tree.tokens[$0].form.lowercased()) }
  }

  /// The verb of saying whose complement the word stands in, directly or in a clause coordinated with it.
  private func speech(above i: Int, _ tree: SentenceTree) -> Int? {
    var at = i
    for _ in 0..<8 {
      guard let h = tree.tokens[at].head else { return nil }
      switch tree.tokens[at].relation {
      case "ccomp": return governors.effect(of: tree.lemma(h)) == .reported ? h : nil
      case "conj", "xcomp", "obj": at = h
      default: return nil
      }
    }
    return nil
  }

  private func speakers(of verb: Int, _ s: Int, _ clauses: ClauseAnalyzer) -> [Mention.ID] {
    guard !clauses.isPassive(verb) else { return [] }
    return clauses.subjects(of: verb).flatMap { clauses.tree.coordination($0.token) }
      .flatMap { participants.mentions(at: $0, in: s, tree: clauses.tree) }
  }

  private func targets(_ token: Int, _ s: Int, _ tree: SentenceTree) -> [Mention.ID] {
    tree.coordination(token).flatMap {
      acts.authors(of: $0, in: s, tree: tree, participants: participants)
        ?? participants.mentions(at: $0, in: s, tree: tree)
    }
  }

  /// Whether a predicate word, or an adjective of its phrase, praises or blames.
  private func stance(_ i: Int, _ tree: SentenceTree) -> String? {
    let isNegated = tree.children(i, "advmod", "det").contains {
      ["not", "n't", "never", "no"].contains(tree.lemma($0))
    }
    for w in [i] + tree.children(i, "amod", "conj", "nmod") {
      let lemma = tree.lemma(w)
      if Self.praise.contains(lemma) { return isNegated ? "criticized" : "praised" }
      if Self.blame.contains(lemma) { return isNegated ? nil : "criticized" }
    }
    return nil
  }

  private func candidate(_ a: Mention.ID, _ relation: String, _ b: Mention.ID, _ s: Int, _ verb: Int) -> Candidate {
    Candidate(
      subject: a, relation: Relation(rawValue: relation), object: .node(b), sentence: s, trigger: verb, words: [verb],
      rule: "stance/\(relation)", confidence: 0.55)
  }
}
