import Statements

/// Attacks whose author another sentence names.
///
/// - "X **claimed responsibility** for the bombing", "the attack was **carried out by** X", "**blamed** X for the attack",
///   "**attributed** the bombing **to** X": X is the author of the attack that the article tells of, if it names no other.
///   "X is the suspected **perpetrator**" says so too.
/// - "the attack **in** Y", "the blast **hit** Y", "Y was killed **in the attack**": done by that author, as far as it is
///   said who did it.
/// - "Z **condemned the attack**", "**condemnation** came **from** Z": Z criticizes its author.
struct AttributedAttackRule {
  let participants: Participants
  let acts: ActLexicon

  private static let attacks: Set<String> = [
    "attack", "assault", "ambush", "blast", "bombing", "explosion", "killing", "massacre", "murder", "raid", "shelling",
    "shooting", "stabbing", "strike", "airstrike", "atrocity",
  ]
  private static let committing: Set<String> = [
    "carry", "commit", "conduct", "perpetrate", "perform", "stage", "orchestrate", "mount", "claim", "launch",
  ]
  private static let ascribing: Set<String> = ["attribute", "ascribe", "pin"]
  private static let hitting: Set<String> = ["hit", "strike", "target", "damage", "destroy"]
  private static let harming: [String: String] = [
    "kill": "killed", "murder": "killed", "injure": "attacked", "wound": "attacked",
  ]

  static let perpetrators: Set<String> = [
    "perpetrator", "attacker", "assailant", "bomber", "culprit", "gunman", "killer", "mastermind", "shooter",
  ]

  /// Who is named as author, and the words that say so.
  private struct Authorship {
    let author: Mention.ID
    let isClaim: Bool
  }

  func candidates(_ analyses: [SentenceAnalysis], _ matches: [[FrameRule.Match]]) -> [Candidate] {
    let found = analyses.enumerated().flatMap { authors(in: $0, $1.clauses) }
    guard Set(found.map { key($0.author) }).count == 1 else { return [] }
    var out: [Candidate] = []
    let sentences = participants.document.sentences
    for (s, analysis) in analyses.enumerated() {
      // Evidence is a passage of the title or of the text.
      let here = found.first { sentences[participants.mention($0.author).sentence].part == sentences[s].part }
      guard let first = here else { continue }
      let tree = analysis.clauses.tree
      for n in tree.tokens.indices where isAttack(n, tree) {
        guard acts.authors(of: n, in: s, tree: tree, participants: participants) == nil else { continue }
        for (relation, target, words) in targets(of: n, s, analysis.clauses) where key(target) != key(first.author) {
          out.append(candidate(first.author, relation, target, s, n, words, .reported))
        }
      }
      for n in tree.tokens.indices where tree.lemma(n) == "condemnation" && tree.tokens[n].upos == "NOUN" {
        for critic in critics(n, s, tree) {
          out.append(candidate(critic, Relation(rawValue: "criticized"), first.author, s, n, [n], nil))
        }
      }
      for m in matches[s] where m.frame.relation.category == .accuse && isAttack(m.objectArgument.token, tree) {
        guard participants.mention(m.object).form == .nominal else { continue }
        out.append(
          candidate(m.subject, m.frame.relation, first.author, s, m.predicate.head, m.predicate.words, nil))
      }
    }
    return out
  }

  private func isAttack(_ n: Int, _ tree: SentenceTree) -> Bool {
    tree.tokens[n].upos == "NOUN" && Self.attacks.contains(tree.lemma(n))
  }

  /// From whom a condemnation comes that says nothing of its object.
  private func critics(_ n: Int, _ s: Int, _ tree: SentenceTree) -> [Mention.ID] {
    guard !tree.children(n, "nmod").contains(where: { tree.preposition(of: $0)?.name == "of" }) else { return [] }
    var phrases = tree.children(n, "nmod")
    // "Statements of condemnation have come from X"
    var at = n
    for _ in 0..<3 {
      guard let h = tree.tokens[at].head else { break }
      if tree.isVerb(h) { phrases += tree.children(h, "obl") }
      at = h
    }
    return phrases.filter { tree.preposition(of: $0)?.name == "from" }.flatMap { tree.coordination($0) }
      .flatMap { participants.mentions(at: $0, in: s, tree: tree) }.filter(participants.isActor)
  }

  private func key(_ m: Mention.ID) -> String {
    if let chain = participants.document.coreference.first(where: { $0.contains(m) }),
      let name = chain.first(where: {
        participants.mention($0).form == .name
      })
    {
      return participants.document.text(of: participants.mention(name)).lowercased()
    }
    return participants.document.text(of: participants.mention(m)).lowercased()
  }

  // MARK: Authors

  private func authors(in s: Int, _ clauses: ClauseAnalyzer) -> [Authorship] {
    let tree = clauses.tree
    var out: [Authorship] = []
    func add(_ tokens: [Int], isClaim: Bool) {
      for t in tokens.flatMap({ tree.coordination($0) }) {
        for m in participants.mentions(at: t, in: s, tree: tree) where participants.isActor(m) {
          out.append(Authorship(author: m, isClaim: isClaim))
        }
      }
    }
    for n in tree.tokens.indices
    where tree.tokens[n].upos == "NOUN" && Self.perpetrators.contains(tree.lemma(n)) && tree.has(n, "cop") {
      add(clauses.subjects(of: n).map(\.token).filter { participants.name(at: $0, in: s) != nil }, isClaim: false)
    }
    for v in tree.tokens.indices where tree.tokens[v].upos == "VERB" {
      let lemma = tree.lemma(v)
      let objects = tree.children(v, "obj")
      let agents = tree.children(v, "obl").filter { tree.preposition(of: $0)?.name == "by" }
      if lemma == "claim", objects.contains(where: { tree.lemma($0) == "responsibility" }), !clauses.isPassive(v) {
        add(clauses.subjects(of: v).map(\.token), isClaim: true)
      }
      if Self.committing.contains(lemma), clauses.isPassive(v),
        clauses.subjects(of: v).contains(where: { isAttack($0.token, tree) })
          || tree.tokens[v].deprel == "acl" && tree.tokens[v].head.map({ isAttack($0, tree) }) ?? false
      {
        add(agents, isClaim: false)
      }
      if Self.ascribing.contains(lemma),
        objects.contains(where: { isAttack($0, tree) }) || tree.tokens[v].head.map({ isAttack($0, tree) }) ?? false
          || clauses.isPassive(v) && clauses.subjects(of: v).contains(where: { isAttack($0.token, tree) })
      {
        add(tree.children(v, "obl").filter { tree.preposition(of: $0)?.name == "to" }, isClaim: false)
      }
      if lemma == "blame" {
        let reasons = tree.children(v, "obl").filter { tree.preposition(of: $0)?.name == "for" }
        if reasons.contains(where: { isAttack($0, tree) }) { add(objects, isClaim: false) }
        if objects.contains(where: { isAttack($0, tree) }) {
          add(tree.children(v, "obl").filter { tree.preposition(of: $0)?.name == "on" }, isClaim: false)
        }
      }
    }
    return out
  }

  // MARK: Targets

  private func targets(
    of n: Int, _ s: Int, _ clauses: ClauseAnalyzer
  ) -> [(relation: Relation, target: Mention.ID, words: [Int])] {
    let tree = clauses.tree
    var out: [(Relation, Mention.ID, [Int])] = []
    func named(_ t: Int) -> [Mention.ID] {
      tree.coordination(t).flatMap { participants.mentions(at: $0, in: s, tree: tree) }.filter {
        participants.isActor($0) && participants.mention($0).form == .name
      }
    }
    for c in tree.children(n, "nmod") {
      guard let (name, words) = tree.preposition(of: c), ["in", "on", "at", "against"].contains(name) else { continue }
      for m in named(c) { out.append((Relation(rawValue: "attacked"), m, [n] + words)) }
    }
    if tree.tokens[n].relation == "nsubj", let v = tree.tokens[n].head, tree.isVerb(v), !clauses.isPassive(v) {
      let lemma = tree.lemma(v)
      if let relation = Self.hitting.contains(lemma) ? "attacked" : Self.harming[lemma] {
        for m in tree.children(v, "obj").flatMap(named) {
          out.append((Relation(rawValue: relation), m, [n, v].sorted()))
        }
      }
    }
    if tree.tokens[n].relation == "obl", tree.preposition(of: n)?.name == "in", let v = tree.tokens[n].head,
      clauses.isPassive(v), let relation = Self.harming[tree.lemma(v)],
      !tree.children(v, "obl").contains(where: { tree.preposition(of: $0)?.name == "by" })
    {
      for m in clauses.subjects(of: v).flatMap({ named($0.token) }) {
        out.append((Relation(rawValue: relation), m, [v, n].sorted()))
      }
    }
    return out
  }

  private func candidate(
    _ a: Mention.ID, _ relation: Relation, _ b: Mention.ID, _ s: Int, _ trigger: Int, _ words: [Int],
    _ factuality: Factuality?
  ) -> Candidate {
    Candidate(
      subject: a, relation: relation, object: .node(b), sentence: s, trigger: trigger, words: Set(words).sorted(),
      rule: "event/attributed", confidence: 0.5, factuality: factuality)
  }
}
