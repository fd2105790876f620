import Statements

/// How the text presents what a trigger says: polarity, factuality and source, read off the words above and around it.
///
/// Walks from the trigger to the root. Nearest first: negation, modals and adverbs at a clause; what the verb or noun
/// above says of it (``GovernorLexicon``); conditions, questions, "according to". Relative clauses and what a noun
/// phrase takes for granted are facts.
struct Judge: Sendable {
  let tree: SentenceTree
  let clauses: ClauseAnalyzer
  let governors: GovernorLexicon
  var tokens: [Token] { tree.tokens }

  struct Verdict: Hashable, Sendable {
    let polarity: Polarity
    let factuality: Factuality
    /// The head of the phrase that names the source.
    let source: Int?
    /// A source without a phrase of its own: "reportedly".
    let words: String?
  }

  private static let maximumDepth = 40

  /// What has been read so far on the way up; the first word on factuality and on the source holds.
  private struct Reading {
    var polarity = Polarity.positive
    var decided: Factuality?
    var isReported = false
    var source: Int?
    var words: String?

    mutating func decide(_ f: Factuality) { if decided == nil { decided = f } }

    mutating func report(_ source: Int?, _ words: String? = nil) {
      isReported = true
      if self.source == nil, self.words == nil { (self.source, self.words) = (source, words) }
    }
  }

  func verdict(at trigger: Int) -> Verdict {
    var reading = Reading()
    var node = trigger
    var isClause = tokens[trigger].upos != "NOUN" || tree.has(trigger, "cop")
    if !isClause { describe(noun: trigger, &reading) }
    for _ in 0..<Self.maximumDepth {
      if isClause { read(clause: node, &reading) }
      guard step(from: &node, &isClause, &reading) else { break }
    }
    return Verdict(
      polarity: reading.polarity, factuality: reading.decided ?? (reading.isReported ? .reported : .asserted),
      source: reading.isReported ? reading.source : nil, words: reading.isReported ? reading.words : nil)
  }

  private func read(clause node: Int, _ reading: inout Reading) {
    if isNegated(node) { reading.polarity = .negative }
    if let f = modality(of: node) { reading.decide(f) }
    for (source, words) in sources(of: node) { reading.report(source, words) }
  }

  /// Goes up one edge and notes what the word above says; false where nothing above matters.
  private func step(from node: inout Int, _ isClause: inout Bool, _ reading: inout Reading) -> Bool {
    guard let h = tokens[node].head else { return false }
    let deprel = tokens[node].deprel
    switch tokens[node].relation {
    case "conj":
      if isClause {
        let h = clauses.finite(node, under: h)
        // Modals and negation may be shared; sources are. What governs the first conjunct governs the second.
        if sharesAuxiliaries(node, with: h) {
          if let f = modality(of: h) { reading.decide(f) }
          if isNegated(h), !hasContrast(node) { reading.polarity = .negative }
        }
        for (source, words) in sources(of: h) { reading.report(source, words) }
        node = h
        return step(from: &node, &isClause, &reading)
      }
      node = h
    case "acl":
      // "dismissed reports that X paid Y"
      if let v = tokens[h].head, tokens[h].relation == "obj", Self.claims.contains(tree.lemma(h)),
        Self.deniers.contains(tree.lemma(v))
      {
        reading.decide(.denied)
      }
      // "plans to visit", "the decision to attack", "allegations that X paid Y"
      guard deprel != "acl:relcl", tokens[node].xpos != "VBN" else { return false }
      if isHeadlinePlan(node, of: h) { reading.decide(.planned) }
      apply(h, &reading)
      node = h
      isClause = false
    case "xcomp", "ccomp", "csubj":
      // "has yet to meet Roe"
      if tree.lemma(h) == "have", tree.children(h, "advmod").contains(where: { tree.lemma($0) == "yet" }) {
        reading.polarity = .negative
      }
      apply(h, &reading)
      node = h
      isClause = true
    case "advcl":
      let marks = tree.children(node, "mark", "advmod").map { tree.lemma($0) }
      // "nothing is better for him than to meet Roe"
      if marks.contains(where: { ["if", "unless", "whether", "lest"].contains($0) })
        || marks.contains("than") && marks.contains("to")
      {
        reading.decide(.possible)
        return false
      }
      if marks.contains(where: { ["of", "from", "for", "against"].contains($0) }) {
        apply(h, &reading)
        node = h
        isClause = true
        return true
      }
      if marks.contains("to"), governors.effect(of: tree.lemma(h)) != nil { apply(h, &reading) }
      // "will travel to meet Roe": a purpose is as planned, and as certain, as what serves it.
      if marks.contains("to"), tree.isVerb(h) {
        // "travelled to speak with Roe, but was received by Lee": it may have failed.
        if tree.children(h, "conj").contains(where: { $0 > node && hasContrast($0) }) { reading.decide(.possible) }
        node = h
        isClause = true
        return true
      }
      // "will return, visiting the port", "will go, with Roe succeeding her": a participle happens when its clause does.
      // "will visit the port before travelling to Arl"
      if tokens[node].xpos == "VBG", marks.allSatisfy({ ["with", "before", "after", "by"].contains($0) }),
        let f = modality(of: h)
      {
        reading.decide(f)
      }
      // Otherwise it shares the source of the clause it hangs from, not its modals.
      climbForSources(h, &reading)
      return false
    case "parataxis":
      if let source = speech(h) { reading.report(source) }
      return false
    case "nsubj" where deprel != "nsubj:pass":
      // "talks will begin"
      if isClause { return false }
      node = h
      isClause = tree.isVerb(h)
      return isClause
    case "nsubj", "obj", "obl", "nmod", "compound", "appos":
      if isClause { return false }
      // The event as a thing: "cancelled the meeting", "called for talks", "plans for a visit".
      let isObject = tokens[node].relation == "obj" || deprel == "nsubj:pass"
      let preposition = tree.preposition(of: node)?.name
      let isGoverned =
        isObject || preposition.map { ["for", "on", "of", "to", "in", "about", "from", "with"].contains($0) } ?? false
      guard isGoverned else {
        climbForSources(h, &reading)
        return false
      }
      // "rejected the request": it was made.
      if !NounAnalyzer(clauses).isAnswered(node, by: h) { apply(h, &reading, asObject: true) }
      node = h
      isClause = tree.isVerb(h)
    default:
      return false
    }
    return true
  }

  /// Only who says it matters above a clause that the trigger merely stands beside.
  private func climbForSources(_ start: Int, _ reading: inout Reading) {
    var at = start
    for _ in 0..<Self.maximumDepth {
      for (source, words) in sources(of: at) { reading.report(source, words) }
      guard let h = tokens[at].head, tokens[at].deprel != "acl:relcl" else { return }
      if tokens[at].relation == "ccomp", let source = speech(h) { reading.report(source) }
      at = h
    }
  }

  /// What is said of somebody, and how it is denied.
  private static let claims: Set<String> = [
    "accusation", "allegation", "assertion", "charge", "claim", "idea", "report", "rumor", "rumour", "speculation",
    "suggestion",
  ]
  private static let deniers: Set<String> = [
    "contest", "contradict", "deny", "dismiss", "dispute", "rebuff", "rebut", "refute", "reject",
  ]

  private func apply(_ h: Int, _ reading: inout Reading, asObject: Bool = false) {
    let particles = tree.children(h, "compound:prt").map { tree.lemma($0) }
    let lemma = ([tree.lemma(h)] + particles).joined(separator: " ")
    guard let effect = governors.effect(of: lemma) ?? (particles.isEmpty ? nil : governors.effect(of: tree.lemma(h)))
    else { return }
    switch effect {
    case .fact: break
    case .planned: reading.decide(.planned)
    case .possible: reading.decide(.possible)
    case .denied: reading.decide(.denied)
    case .negative: reading.polarity = .negative
    case .reported: if !asObject { reading.report(speaker(of: h)) }
    }
  }

  // MARK: The clause's own words

  private static let negations: Set<String> = [
    "not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "nobody", "none",
  ]

  private func isNegated(_ node: Int) -> Bool {
    for c in tree.sentence.children[node] {
      let form = tokens[c].form.lowercased()
      guard Self.negations.contains(form) || Self.negations.contains(tree.lemma(c)) else { continue }
      if ["advmod", "det", "nsubj", "cc", "aux", "preconj"].contains(tokens[c].relation) {
        // "not only A but also B"
        if c + 1 < tokens.count, ["only", "just", "merely"].contains(tree.lemma(c + 1)) { continue }
        return true
      }
    }
    return tree.children(node, "nsubj", "obj").contains { s in
      tree.children(s, "det", "cc").contains { tree.lemma($0) == "no" || tree.lemma($0) == "neither" }
    } || tree.children(node, "mark").contains { tree.lemma($0) == "without" }
  }

  private func modality(of node: Int) -> Factuality? {
    for c in tree.children(node, "aux") {
      switch tokens[c].form.lowercased() {
      case "will", "'ll", "’ll", "shall", "wo", "gon": return .planned
      case "would", "'d":
        // "said they would meet": a plan then
        if tokens[node].relation == "ccomp", let h = tokens[node].head,
          governors.effect(of: tree.lemma(h)) == .reported
        {
          return .planned
        }
        return .possible
      case "could", "can", "ca":
        // "could not agree": they did not
        if !isNegated(node) { return .possible }
      case "may", "might", "should", "must", "ought": return .possible
      default: break
      }
    }
    // "was due to meet", where the tree makes "due" a mark
    if tree.children(node, "mark", "advmod").contains(where: { tree.lemma($0) == "due" && $0 < node }) {
      return .planned
    }
    // "is to meet", "are set to sign"
    if tree.children(node, "mark").contains(where: { tree.lemma($0) == "to" }),
      tree.children(node, "aux", "cop").contains(where: { tree.lemma($0) == "be" && tokens[$0].xpos != "VB" })
    {
      return .planned
    }
    if let h = tokens[node].head, tokens[node].deprel == "xcomp", tree.lemma(h) == "be" { return .planned }
    // "Acme to buy Roe Bank", where the tree makes the verb the root.
    if tokens[node].head == nil, tokens[node].xpos == "VB",
      tree.children(node, "mark").contains(where: { tree.lemma($0) == "to" }),
      !tree.children(node, "nsubj", "nsubj:pass").isEmpty
    {
      return .planned
    }
    for c in tree.children(node, "advmod") {
      if ["possibly", "perhaps", "maybe", "potentially", "likely", "probably"].contains(tree.lemma(c)) {
        return .possible
      }
    }
    if tree.children(node, "mark").contains(where: { ["if", "unless", "whether"].contains(tree.lemma($0)) }) {
      return .possible
    }
    if tokens[node].head == nil, let last = tokens.last(where: { !["\"", "”", "’", "'"].contains($0.form) }),
      last.form == "?"
    {
      return .possible
    }
    return nil
  }

  /// A headline's future: "Acme to buy Roe Bank", "Minister to meet rebels".
  private func isHeadlinePlan(_ node: Int, of h: Int) -> Bool {
    h < node && tokens[node].xpos == "VB" && tree.children(node, "mark").contains { tree.lemma($0) == "to" }
      && (tokens[h].upos == "PROPN" || tokens[h].head == nil && ActLexicon.isActor(tree.lemma(h)))
  }

  private func sharesAuxiliaries(_ node: Int, with h: Int) -> Bool {
    !tree.has(node, "nsubj") && !tree.has(node, "aux") && tokens[node].xpos != "VBD"
      && (tokens[node].xpos == tokens[h].xpos || ["VB", "VBN", "VBG"].contains(tokens[node].xpos))
  }

  private func hasContrast(_ node: Int) -> Bool { tree.children(node, "cc").contains { tree.lemma($0) == "but" } }

  private static let hedges: Set<String> = ["reportedly", "allegedly", "supposedly", "purportedly", "apparently"]

  private func sources(of node: Int) -> [(Int?, String?)] {
    var out: [(Int?, String?)] = []
    for c in tree.sentence.children[node] {
      switch tokens[c].relation {
      case "advmod":
        if Self.hedges.contains(tree.lemma(c)) { out.append((nil, tokens[c].form.lowercased())) }
      case "obl":
        if tree.preposition(of: c)?.name == "according_to" { out.append((c, nil)) }
        // The tree may give "according" as the head's case alone.
        if tree.children(c, "case").contains(where: { tree.lemma($0) == "accord" || tree.lemma($0) == "according" }),
          tree.preposition(of: c)?.name != "according_to"
        {
          out.append((c, nil))
        }
      case "parataxis", "advcl":
        // "…, X said", "as X reported"
        if governors.effect(of: tree.lemma(c)) == .reported, !tree.has(c, "ccomp"), !tree.has(c, "obj"),
          tokens[c].relation == "parataxis"
            || tree.children(c, "mark", "advmod").contains(where: { tree.lemma($0) == "as" }), let who = speaker(of: c)
        {
          out.append((who, nil))
        }
      default: break
      }
    }
    return out
  }

  /// Where the word says something for its subject: the subject.
  private func speech(_ h: Int) -> Int? {
    governors.effect(of: tree.lemma(h)) == .reported ? speaker(of: h) : nil
  }

  private func speaker(of h: Int) -> Int? {
    if clauses.isPassive(h) {
      return tree.children(h, "obl").first { tree.preposition(of: $0)?.name == "by" }
    }
    if let subject = clauses.subjects(of: h).first { return subject.token }
    return tree.children(h, "nmod").first
  }

  private func describe(noun n: Int, _ reading: inout Reading) {
    for c in tree.children(n, "amod", "advmod") {
      switch tree.lemma(c) {
      case "planned", "upcoming", "scheduled", "forthcoming", "proposed", "plan", "schedule", "propose", "future",
        "expected", "expect":
        reading.decide(.planned)
      case "possible", "potential", "hypothetical", "likely", "eventual": reading.decide(.possible)
      case "alleged", "reported", "purported", "suspected", "supposed", "allege", "suspect":
        reading.report(nil, tokens[c].form.lowercased())
      default: break
      }
    }
  }
}
