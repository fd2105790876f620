import Statements

/// What a speaker's words do to whom they are about: in a clause that a verb of saying governs, and in quotations.
///
/// - "X **claimed** that Y **attacked** Z", "'Y **lied** to us,' X said", "X said Y was **behind** the attack", "X said Y was
///   **responsible** for the attack": saying that someone did wrong is accusing them.
/// - "X said Y **must** leave", "'I **hope** Y will leave,' X said", "it is **vital** that Y leave": saying what others must
///   do is urging them.
/// - "X said Y was a **hero**", "X called Y's plan **lousy**", "'the **brutal** regime'", "'the **bravery** of Y'": words of
///   praise praise, words of blame criticize; whoever made a plan stands for it.
/// - "'We **condemn** Y,' X said": X condemns Y, whoever else does. "'Thank you, Y,' X wrote": X praises Y.
/// - "'We are **with** Y,' X said": supporting them. "X **threatened to** sue Y": threatening them.
struct SpeechStanceRule {
  let participants: Participants
  let governors: GovernorLexicon
  let acts: ActLexicon
  let quotations: Quotations
  private let lexicon = StanceLexicon.shared

  init(participants: Participants, governors: GovernorLexicon, acts: ActLexicon) {
    self.participants = participants
    self.governors = governors
    self.acts = acts
    quotations = Quotations(participants.document.sentences)
  }

  private static let harms: Set<String> = [
    "attacked", "killed", "threatened", "other:mislead", "other:bribe", "other:intervene in",
  ]

  private static let naming: Set<String> = ["call", "describe", "label", "brand", "dub", "deem", "denounce", "slam"]

  private static let wishing: Set<String> = [
    "hope", "expect", "want", "need", "ask", "demand", "insist", "urge", "trust",
  ]

  private static let necessary: Set<String> = [
    "crucial", "essential", "high time", "imperative", "important", "necessary", "time", "vital",
  ]

  private static let speaking: Set<String> = ["i", "we"]

  private static let wishes: Set<String> = [
    "congratulation", "congratulations", "gratitude", "kudos", "thanks", "tribute",
  ]

  /// Who says something, and the words that carry it: the verb of saying, or the words in the quotation themselves.
  private struct Voice {
    let speakers: [Mention.ID]
    let trigger: Int
    let isQuoted: Bool
  }

  func candidates(_ matches: [FrameRule.Match], in s: Int, clauses: ClauseAnalyzer) -> [Candidate] {
    let tree = clauses.tree
    var out: [Candidate] = []
    func add(_ relation: String, _ targets: [Mention.ID], at i: Int, _ voice: Voice) {
      for speaker in voice.speakers {
        for target in targets where target != speaker && !isPronoun(target, Self.firstPersons) {
          out.append(candidate(speaker, relation, target, s, i, voice))
        }
      }
    }
    for m in matches
    where Self.harms.contains(m.frame.relation.rawValue) && m.predicate.kind != .adj
      && m.subjectArgument.slot == .subject
    {
      guard let voice = voice(at: m.predicate.head, s, clauses), isStated(m.predicate.head, tree) else { continue }
      add("accused", [m.subject], at: m.predicate.head, voice)
    }
    // "'We condemn Y,' X said": whoever else "we" are, X does.
    for m in matches where Self.attitudes.contains(m.frame.relation.category) && isPronoun(m.subject, ["we"]) {
      // "we asked" tells what was done before, perhaps by others of them; "we met Y" is the speaker's own to tell.
      let besides = m.frame.relation.category == .consult ? "VBD" : "JJ"
      guard ["VBP", besides].contains(tree.tokens[m.predicate.head].xpos), isStated(m.predicate.head, tree),
        let voice = voice(at: m.predicate.head, s, clauses), voice.isQuoted
      else { continue }
      add(m.frame.relation.rawValue, [m.object], at: m.predicate.head, voice)
    }
    for i in clauses.tokens.indices {
      if let voice = voice(at: i, s, clauses) {
        for (relation, targets) in stances(at: i, s, clauses, voice) { add(relation, targets, at: i, voice) }
      }
      // "threatened to sue Y"
      if tree.isVerb(i), tree.lemma(i) == "threaten" {
        let targets = tree.children(i, "xcomp").flatMap { tree.children($0, "obj", "iobj") }
          .flatMap { persons(at: $0, s, tree) }
        add("threatened", targets, at: i, Voice(speakers: speakers(of: i, s, clauses), trigger: i, isQuoted: false))
      }
      guard tree.isVerb(i), Self.naming.contains(tree.lemma(i)) else { continue }
      let words =
        tree.children(i, "xcomp") + tree.children(i, "obl").filter { tree.preposition(of: $0)?.name == "as" }
        + tree.children(i, "advcl")
      guard let relation = words.lazy.compactMap({ stance($0, tree) }).first else { continue }
      let named = tree.children(i, "obj").flatMap { self.targets($0, s, tree) }
      add(relation, named, at: i, Voice(speakers: speakers(of: i, s, clauses), trigger: i, isQuoted: false))
    }
    return out
  }

  /// What saying so does.
  private static let attitudes: Set<RelationCategory> = [.accuse, .support, .request, .reject, .threaten, .consult]

  private static let misdeeds: Set<String> = [
    "abduction", "ambush", "arson", "assassination", "assault", "attack", "atrocity", "blast", "bombing", "collapse",
    "coup", "crash", "crime", "cyberattack", "death", "disaster", "explosion", "fire", "fraud", "hack", "hacking",
    "kidnapping", "killing", "leak", "massacre", "murder", "plot", "poisoning", "raid", "sabotage", "shelling",
    "shooting", "strike", "theft", "violence",
  ]

  /// "was behind the attack", "was responsible for the attack", "was to blame for it", "was the culprit".
  private func isBlamed(_ i: Int, _ tree: SentenceTree) -> Bool {
    guard tree.has(i, "cop"), !isNegated(i, tree) else { return false }
    switch tree.lemma(i) {
    case "blame": return tree.children(i, "mark").contains { tree.lemma($0) == "to" }
    case "responsible":
      return tree.children(i, "obl").contains {
        tree.preposition(of: $0)?.name == "for" && Self.misdeeds.contains(tree.lemma($0))
      }
    default:
      return AttributedAttackRule.perpetrators.contains(tree.lemma(i))
        || Self.misdeeds.contains(tree.lemma(i)) && tree.preposition(of: i)?.name == "behind"
    }
  }

  private static let firstPersons: Set<String> = ["i", "we", "me", "us", "my", "our"]

  private func isPronoun(_ id: Mention.ID, _ words: Set<String>) -> Bool {
    let m = participants.mention(id)
    return m.form == .pronoun
      && words.contains(participants.document.sentences[m.sentence].tokens[m.head].form.lowercased())
  }

  /// What the clause or noun at a word says of whom.
  private func stances(
    at i: Int, _ s: Int, _ clauses: ClauseAnalyzer, _ voice: Voice
  ) -> [(String, [Mention.ID])] {
    let tree = clauses.tree
    var out: [(String, [Mention.ID])] = []
    func subjects(of v: Int) -> [Mention.ID] {
      clauses.isPassive(v) ? [] : doers(of: v, clauses).flatMap { targets($0, s, tree) }
    }
    if isBlamed(i, tree) { out.append(("accused", clauses.subjects(of: i).flatMap { targets($0.token, s, tree) })) }
    if tree.has(i, "cop"), !(tree.lemma(i) == "responsible" && tree.has(i, "obl")) {
      if let relation = stance(i, tree) {
        out.append((relation, subjects(of: i).filter { participants.type(of: $0) != .place || !voice.isQuoted }))
      }
      if Self.necessary.contains(tree.lemma(i)) {
        for c in tree.children(i, "csubj", "ccomp", "advcl", "xcomp", "acl") where tree.isVerb(c) {
          out.append(("urged", tree.children(c, "nsubj").flatMap { targets($0, s, tree) }))
        }
      }
    }
    if tree.isVerb(i) {
      if obliges(i, tree) { out.append(("urged", subjects(of: i))) }
      if voice.isQuoted, Self.wishing.contains(tree.lemma(i)),
        clauses.subjects(of: i).contains(where: { Self.speaking.contains(tree.tokens[$0.token].form.lowercased()) })
      {
        for c in tree.children(i, "ccomp") {
          out.append(("urged", tree.children(c, "nsubj").flatMap { targets($0, s, tree) }))
        }
        if tree.has(i, "xcomp") { out.append(("urged", tree.children(i, "obj").flatMap { targets($0, s, tree) })) }
      }
      if lexicon.misdeeds.contains(tree.lemma(i)), isStated(i, tree) {
        out.append(
          ("accused", clauses.subjects(of: i).flatMap { clauses.isPassive(i) ? [] : targets($0.token, s, tree) }))
      }
    }
    guard voice.isQuoted else { return out }
    if tree.isVerb(i), ["thank", "congratulate", "salute", "applaud"].contains(tree.lemma(i)) {
      out.append(("praised", called(i, s, tree)))
    }
    if let target = sympathy(i, s, tree) { out.append(("supported", target)) }
    if Self.wishes.contains(tree.lemma(i)) {
      let named = tree.children(i, "nmod").filter { ["to", "for"].contains(tree.preposition(of: $0)?.name ?? "") }
      out.append(("praised", named.flatMap { tree.coordination($0) }.flatMap { persons(at: $0, s, tree) }))
    }
    if tree.tokens[i].upos == "NOUN" || participants.name(at: i, in: s) != nil { out += described(i, s, tree) }
    return out
  }

  private static let demonstratives: Set<String> = ["that", "this"]

  /// The subjects of a clause; for "this" in "Y lied — this is a disgrace", those of the clause that it looks back to.
  private func doers(of v: Int, _ clauses: ClauseAnalyzer) -> [Int] {
    let tree = clauses.tree
    let own = clauses.subjects(of: v).map(\.token)
    guard own.count == 1, Self.demonstratives.contains(tree.tokens[own[0]].form.lowercased()),
      tree.tokens[own[0]].upos == "PRON", tree.tokens[v].relation == "parataxis", let h = tree.tokens[v].head, h < v,
      tree.isVerb(h), !clauses.isPassive(h)
    else { return own }
    return clauses.subjects(of: h).map(\.token)
  }

  /// "Thank you, Y": whom a clause speaks to, by name.
  private func called(_ i: Int, _ s: Int, _ tree: SentenceTree) -> [Mention.ID] {
    guard tree.children(i, "obj", "iobj").contains(where: { tree.tokens[$0].form.lowercased() == "you" }) else {
      return []
    }
    return tree.children(i, "vocative").flatMap { tree.coordination($0) }.compactMap {
      participants.name(at: $0, in: s)
    }
  }

  /// "the brutal regime", "the bravery of the crew", "the terrorist group X".
  private func described(_ i: Int, _ s: Int, _ tree: SentenceTree) -> [(String, [Mention.ID])] {
    let lemma = tree.lemma(i)
    let isBlame = lexicon.blame.contains(lemma)
    if isBlame || lexicon.praise.contains(lemma), !tree.has(i, "cop") {
      // Whose it is: by possessor or "of", "by".
      let owners =
        tree.children(i, "nmod:poss")
        + tree.children(i, "nmod").filter { ["of", "by"].contains(tree.preposition(of: $0)?.name ?? "") }
      let found = owners.flatMap { tree.coordination($0) }.flatMap { persons(at: $0, s, tree) }
      return found.isEmpty ? [] : [(isBlame ? "criticized" : "praised", found)]
    }
    let modifiers = tree.children(i, "amod", "compound", "nmod:desc").map { tree.lemma($0) }
    if modifiers.contains(where: { lexicon.blame.contains($0) }) {
      let target = acts.authors(of: i, in: s, tree: tree, participants: participants) ?? persons(at: i, s, tree)
      return [("criticized", target)]
    }
    return []
  }

  /// Those at a word who are persons or bodies.
  private func persons(at i: Int, _ s: Int, _ tree: SentenceTree) -> [Mention.ID] {
    participants.mentions(at: i, in: s, tree: tree).filter { id in
      switch participants.type(of: id) {
      case .person, .organization, .role: true
      case .place, .demonym: false
      default: participants.mention(id).form != .pronoun
      }
    }
  }

  /// "We are with Y", "our thoughts are with Y".
  private func sympathy(_ i: Int, _ s: Int, _ tree: SentenceTree) -> [Mention.ID]? {
    guard tree.has(i, "cop"), tree.preposition(of: i)?.name == "with",
      tree.children(i, "nsubj").contains(where: {
        Self.speaking.contains(tree.tokens[$0].form.lowercased())
          || ["thought", "prayer", "heart", "condolence"].contains(tree.lemma($0))
      })
    else { return nil }
    return tree.coordination(i).flatMap { participants.mentions(at: $0, in: s, tree: tree) }
  }

  /// "must", "should", "needs to".
  private func obliges(_ i: Int, _ tree: SentenceTree) -> Bool {
    guard tree.isVerb(i), !tree.has(i, "nsubj:pass") else { return false }
    if tree.lemma(i) == "need" { return tree.has(i, "xcomp") }
    return tree.children(i, "aux").contains { ["must", "should", "ought"].contains(tree.tokens[$0].form.lowercased()) }
      && !tree.children(i, "aux").contains { ["have", "has"].contains(tree.tokens[$0].form.lowercased()) }
  }

  /// Said to be so: not denied, wished or supposed.
  private func isStated(_ i: Int, _ tree: SentenceTree) -> Bool {
    !tree.sentence.children[i].contains { c in
      ["not", "n't", "never", "if", "unless", "whether"].contains(tree.lemma(c))
        // What one means to do is not yet done.
        || tree.tokens[c].relation == "mark" && tree.lemma(c) == "to"
        || tree.tokens[c].relation == "aux"
          && ["would", "could", "might", "may", "should", "must", "can"].contains(tree.tokens[c].form.lowercased())
    }
  }

  /// Who says the clause at a word: the subject of the verb of saying above it, or whoever is quoted.
  private func voice(at i: Int, _ s: Int, _ clauses: ClauseAnalyzer) -> Voice? {
    if let verb = speech(above: i, clauses.tree) {
      let speakers = speakers(of: verb, s, clauses)
      // "X said we believe that …": in a quotation the speaker is who is quoted.
      if !speakers.isEmpty, !isQuoted(verb, s) {
        return Voice(speakers: speakers, trigger: verb, isQuoted: isQuoted(i, s))
      }
    }
    guard isQuoted(i, s), let place = quotations.speaker(at: WordPlace(sentence: s, token: i)),
      abs(place.sentence - s) <= Self.longestSpeech
    else { return nil }
    let tree = place.sentence == s ? clauses.tree : SentenceTree(participants.document.sentences[place.sentence])
    let speakers = tree.coordination(place.token).flatMap {
      participants.mentions(at: $0, in: place.sentence, tree: tree)
    }
    return speakers.isEmpty ? nil : Voice(speakers: speakers, trigger: i, isQuoted: true)
  }

  /// Sentences from the speaker to what is said; longer evidence proves nothing to a reader.
  private static let longestSpeech = 6

  private func isQuoted(_ i: Int, _ s: Int) -> Bool {
    quotations.quotation(at: WordPlace(sentence: s, token: i)) != nil
  }

  /// The verb of saying whose complement the word stands in, directly or in a clause coordinated with it.
  private func speech(above i: Int, _ tree: SentenceTree) -> Int? {
    var at = i
    for _ in 0..<8 {
      guard let h = tree.tokens[at].head else { return nil }
      switch tree.tokens[at].relation {
      case "ccomp": return says(h, tree) ? h : nil
      case "acl" where Self.reports.contains(tree.lemma(h)) && tree.tokens[h].relation == "obj":
        return tree.tokens[h].head.flatMap { says($0, tree) ? $0 : nil }
      case "conj", "xcomp", "obj": at = h
      default: return nil
      }
    }
    return nil
  }

  private static let findings: Set<String> = ["conclude", "confirm", "determine", "find", "establish"]
  private static let reports: Set<String> = ["report", "allegation", "accusation", "claim", "statement"]

  private func says(_ verb: Int, _ tree: SentenceTree) -> Bool {
    governors.effect(of: tree.lemma(verb)) == .reported || Self.findings.contains(tree.lemma(verb))
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
    let isNegated = isNegated(i, tree)
    for w in [i] + tree.children(i, "amod", "conj", "nmod") {
      let lemma = tree.lemma(w)
      if lexicon.praise.contains(lemma) { return isNegated ? "criticized" : "praised" }
      if lexicon.blame.contains(lemma) { return isNegated ? nil : "criticized" }
    }
    return nil
  }

  private func isNegated(_ i: Int, _ tree: SentenceTree) -> Bool {
    tree.children(i, "advmod", "det").contains { ["not", "n't", "never", "no"].contains(tree.lemma($0)) }
  }

  private func candidate(
    _ a: Mention.ID, _ relation: String, _ b: Mention.ID, _ s: Int, _ word: Int, _ voice: Voice
  ) -> Candidate {
    let relation = Relation(rawValue: relation)
    // Saying it is the act, whatever is said of it; but that one has met somebody is only told.
    let isAct = voice.isQuoted && relation.category != .consult
    return Candidate(
      subject: a, relation: relation, object: .node(b), sentence: s, trigger: voice.trigger,
      words: Set([word, voice.trigger]).sorted(), rule: "stance/\(relation.rawValue)",
      confidence: voice.isQuoted ? 0.5 : 0.55, factuality: isAct ? .asserted : nil,
      polarity: voice.isQuoted ? .positive : nil)
  }
}
