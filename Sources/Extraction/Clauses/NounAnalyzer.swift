import Statements

/// Who takes part in what an event noun says: "a meeting with delegations from X", "held talks with Y".
///
/// Arguments come from the noun's own phrase (possessor, modifier, prepositions), from the verb that carries it (the
/// subject of "hold talks", of "faced criticism") and from the clause that it frames ("said during a meeting with X").
struct NounAnalyzer: Sendable {
  let clauses: ClauseAnalyzer
  var tree: SentenceTree { clauses.tree }
  var tokens: [Token] { clauses.tokens }

  init(_ clauses: ClauseAnalyzer) { self.clauses = clauses }

  /// The nouns for which `isEvent` holds (given the lemma), in order, with their participants.
  func nouns(where isEvent: (String) -> Bool) -> [Predicate] {
    tokens.indices.compactMap { i in
      guard tokens[i].upos == "NOUN", isEvent(tree.lemma(i)) else { return nil }
      return noun(i)
    }
  }

  func noun(_ n: Int) -> Predicate {
    var arguments = phrase(n)
    arguments += carried(n)
    arguments += described(n)
    return Predicate(
      kind: .noun, head: n, lemma: tree.lemma(n), words: [n], isPassive: false, arguments: arguments)
  }

  private func expand(_ t: Int, _ slot: Slot, _ markers: [Int] = [], shared: Bool = false) -> [Argument] {
    tree.coordination(t).map { Argument(slot: slot, token: $0, markers: markers, isShared: shared) }
  }

  // MARK: The noun's own phrase

  private func phrase(_ n: Int) -> [Argument] {
    var out: [Argument] = []
    for c in tree.sentence.children[n] {
      let token = tokens[c]
      switch token.relation {
      case "nmod" where token.deprel == "nmod:poss":
        out += expand(relativeOwner(c, of: n), .possessor)
      case "nmod":
        if let (name, words) = tree.preposition(of: c) {
          out += expand(c, Slot(rawValue: name), words)
          // "restrictions on flights to Arl"
          if name == "on", Self.traffic.contains(tree.lemma(c)) {
            for inner in tree.children(c, "nmod")
            where ["to", "with", "from"].contains(tree.preposition(of: inner)?.name) {
              out += expand(inner, Slot(rawValue: name), words)
            }
          }
          // "criticism of Ada Roe by the bishop", where the tree hangs the critic from the name
          for inner in tree.children(c, "nmod") where tokens[c].upos == "PROPN" && tokens[inner].deprel == "nmod" {
            guard let (name, words) = tree.preposition(of: inner), ["by", "from"].contains(name) else { continue }
            out += expand(inner, Slot(rawValue: name), words)
          }
        } else if c < n {
          out += expand(c, .modifier)
        }
      case "compound", "amod":
        if c < n { out += expand(c, .modifier) }
      case "acl" where clauses.isPassive(c) && Self.carriers.contains(tree.lemma(c)):
        for o in tree.children(c, "obl") {
          guard let (name, words) = tree.preposition(of: o) else { continue }
          out += expand(o, Slot(rawValue: name), words, shared: true)
        }
      default: break
      }
    }
    // "two days of talks with X": the phrase hangs from the whole.
    let top = outermost(n)
    if top < n, tokens[n].relation == "nmod" {
      for c in tree.children(top, "nmod") where c > n {
        guard let (name, words) = tree.preposition(of: c), name != "of" else { continue }
        out += expand(c, Slot(rawValue: name), words)
      }
    }
    // "Acme spokeswoman Ada Roe", where the tree hangs both words before the name from it
    if let h = tokens[n].head, h > n, n > 0, tokens[n].relation == "compound", tokens[h].upos == "PROPN",
      tokens[n - 1].upos == "PROPN", tokens[n - 1].head == h, tokens[n - 1].relation == "compound"
    {
      out += expand(n - 1, .modifier)
    }
    // "secured X's victory over Y", where the tree takes X for the verb's object
    if !out.contains(where: { $0.slot == .possessor }), let owner = possessor(before: n) {
      out += expand(owner, .possessor)
    }
    // "talks with X" where the tree hangs the phrase from a conjunct: "visits to and meetings with X"
    if let h = tokens[n].head, tokens[n].relation == "conj", tokens[h].upos == "NOUN" {
      for c in tree.children(h, "nmod:poss") where !out.contains(where: { $0.slot == .possessor }) {
        out += expand(relativeOwner(c, of: h), .possessor, shared: true)
      }
    }
    return out
  }

  /// What goes to and fro, and may be barred.
  private static let traffic: Set<String> = [
    "business", "export", "flight", "import", "sale", "shipment", "trade", "transaction", "travel", "trip",
  ]

  /// Whoever the possessive mark before a noun and its modifiers belongs to, wherever the tree puts him.
  private func possessor(before n: Int) -> Int? {
    var p = n - 1
    while p > 0, ["ADJ", "NUM", "NOUN"].contains(tokens[p].upos), tokens[p].head == n { p -= 1 }
    guard p > 0, tokens[p].xpos == "POS", let owner = tokens[p].head, owner < p, tokens[owner].upos == "PROPN",
      tokens[owner].head != n
    else { return nil }
    return owner
  }

  /// "X, whose attack on Y": the pronoun's antecedent.
  private func relativeOwner(_ c: Int, of n: Int) -> Int {
    guard tree.isRelativePronoun(c) else { return c }
    var at = n
    for _ in 0..<12 {
      guard let h = tokens[at].head else { return c }
      if tokens[at].deprel == "acl:relcl" { return h }
      at = h
    }
    return c
  }

  // MARK: The verb that carries it

  /// Verbs that say little beyond that their object takes place: their subject does it.
  static let carriers: Set<String> = [
    "accept", "announce", "arrange", "attend", "begin", "broadcast", "broker", "bring", "cancel", "carry", "commence",
    "complete", "conclude", "conduct", "continue", "convene", "cut", "declare", "deliver", "demand", "do", "end",
    "enter", "exchange", "express", "extend", "file", "finalise", "finalize", "finish", "give", "have", "hold",
    "host", "impose", "initiate", "intensify", "issue", "join", "keep", "launch", "lead", "lend", "lodge", "make",
    "mount", "negotiate", "offer", "open", "orchestrate", "order", "pay", "perform", "place", "plan", "pledge",
    "postpone", "prepare", "present", "promise", "propose", "provide", "pursue", "put", "raise", "ratify", "reach",
    "refuse", "reiterate", "renew", "repeat", "resume", "say", "schedule", "seal", "secure", "seek", "send", "show",
    "sign", "stage", "start", "step", "stop", "strike", "submit", "suspend", "take", "throw", "undertake", "voice",
    "wage", "want", "write", "publish", "post", "agree", "boost", "withdraw", "unseal", "oversee", "bear",
    "convey", "draft", "ink", "level", "register", "swear",
  ]

  /// Verbs whose subject gets what their object says: "faced criticism from", "won support from".
  static let receivers: Set<String> = [
    "attract", "draw", "earn", "face", "gain", "get", "receive", "suffer", "survive", "undergo", "win", "endure",
    "provoke", "prompt", "spark", "meet", "encounter", "sustain", "escape", "resist", "lose", "incur",
    "elicit", "obtain",
  ]

  private static let carryingPrepositions: [String: Set<String>] = [
    "engage": ["in"], "take": ["in"], "participate": ["in"], "enter": ["into", "in"], "join": ["in"], "go": ["on"],
    "come": ["to"], "arrive": ["for", "on"], "meet": ["for", "in"], "sit": ["for"], "travel": ["for", "on"],
    "fly": ["for"], "agree": ["on", "to"], "gather": ["for"], "return": ["for", "from"], "be": ["in", "on"],
    "embark": ["on"], "work": ["on"], "involve": ["in"], "push": ["for"], "respond": ["with"], "open": ["with"],
    "give": ["in"], "offer": ["in"], "pledge": ["in"], "promise": ["in"], "provide": ["in"], "send": ["in"],
    "prepare": ["for"], "attend": ["to"], "die": [], "speak": ["in"], "act": ["in"], "vote": ["in"],
  ]

  /// The words of this file's sets.
  static let closedClasses: Set<String> =
    carriers.union(receivers).union(carryingPrepositions.keys).union(partNouns).union(answered).union(answering)
    .union(answeringPrepositions.keys)

  private static let framing: Set<String> = [
    "during", "in", "at", "after", "before", "following", "amid", "while", "throughout", "on", "ahead_of",
    "as_part_of", "upon", "within", "prior_to",
  ]

  /// Nouns that say only which part of an event is meant: "on the sidelines of the summit", "a series of meetings".
  private static let partNouns: Set<String> = [
    "sideline", "margin", "course", "framework", "part", "end", "start", "conclusion", "round", "series", "number",
    "beginning", "wake", "eve", "set", "string", "wave", "spate", "occasion", "duration", "aftermath", "outcome",
    "result", "session", "minute", "hour", "day", "week", "month", "year", "subject", "target", "object", "possibility",
    "kind", "form", "act", "sort", "prospect",
  ]

  /// The noun that stands for the whole: the part noun above it, or the first conjunct.
  private func outermost(_ n: Int) -> Int {
    var at = n
    for _ in 0..<8 {
      guard let h = tokens[at].head else { return at }
      // "a round of talks", "20 million dollars in aid"
      let isPart =
        tokens[at].relation == "nmod"
        && (Self.partNouns.contains(tree.lemma(h)) || ClauseAnalyzer.money.contains(tree.lemma(h)))
      let isConjunct = tokens[at].relation == "conj" && tokens[h].upos == "NOUN"
      guard isPart || isConjunct else { return at }
      at = h
    }
    return at
  }

  /// What one says to others and they answer, and how: who grants or rejects a request was asked.
  private static let answered: Set<String> = [
    "accusation", "allegation", "appeal", "criticism", "demand", "invitation", "petition", "plea", "request",
  ]
  private static let answering: Set<String> = [
    "accept", "answer", "consider", "decline", "deny", "dismiss", "grant", "heed", "honor", "honour", "ignore",
    "rebuff", "refuse", "reject", "turn",
  ]
  private static let answeringPrepositions: [String: Set<String>] = [
    "comply": ["with"], "accede": ["to"], "agree": ["to"], "bow": ["to"], "respond": ["to"], "yield": ["to"],
    "react": ["to"], "reply": ["to"],
  ]

  /// "**rejected** the request of Y", "**complied with** the request of Y".
  func isAnswered(_ n: Int, by v: Int) -> Bool {
    guard Self.answered.contains(tree.lemma(n)), tree.isVerb(v), !clauses.isPassive(v) else { return false }
    if tokens[n].relation == "obj" { return Self.answering.contains(tree.lemma(v)) }
    return tokens[n].relation == "obl"
      && Self.answeringPrepositions[tree.lemma(v)]?.contains(tree.preposition(of: n)?.name ?? "") ?? false
  }

  /// Whom a request was put to: who answers it.
  private func asked(_ n: Int, _ v: Int) -> [Argument] {
    guard isAnswered(n, by: v) else { return [] }
    return clauses.subjects(of: v).flatMap { expand($0.token, .receiver, shared: true) }
  }

  private static let joined: Set<String> = ["fight", "battle", "struggle", "war", "campaign"]

  /// "supports X in the fight against Y": X fights.
  private func helped(_ n: Int, _ h: Int) -> [Argument] {
    guard Self.joined.contains(tree.lemma(n)), tree.preposition(of: n)?.name == "in" else { return [] }
    if tokens[h].upos == "PROPN" { return expand(h, .subject, shared: true) }
    let helped =
      tree.children(h, "obj")
      + tree.children(h, "nmod").filter {
        $0 < n && ["for", "of"].contains(tree.preposition(of: $0)?.name ?? "")
      }
    return helped.flatMap { expand($0, .subject, shared: true) }
  }

  private func carried(_ n: Int) -> [Argument] {
    let top = outermost(n)
    // "was the subject of sanctions"
    if top != n, tree.has(top, "cop"), ["subject", "target", "object"].contains(tree.lemma(top)) {
      return clauses.subjects(of: top).flatMap { expand($0.token, .receiver, shared: true) }
    }
    // "is in talks with", "is on a visit to", "is under investigation by"
    if tree.has(top, "cop"), let name = tree.preposition(of: top)?.name, ["in", "on", "under"].contains(name) {
      return clauses.subjects(of: top).flatMap {
        expand($0.token, name == "under" ? .receiver : .subject, shared: true)
      }
    }
    guard let v = tokens[top].head else { return [] }
    let relation = tokens[top].deprel
    let lemma = tree.lemma(v)
    var out = helped(top, v)
    if out.isEmpty { out = asked(top, v) }
    if !out.isEmpty { return out }
    switch relation {
    case "obj", "nsubj:pass":
      guard tree.isVerb(v) else { return [] }
      let isCarrier = Self.carriers.contains(lemma)
      if relation == "obj", !clauses.isPassive(v), isCarrier || Self.receivers.contains(lemma) {
        let slot: Slot = isCarrier ? .subject : .receiver
        for s in clauses.subjects(of: v) { out += expand(s.token, slot, shared: true) }
      }
      guard isCarrier || Self.receivers.contains(lemma) else { return [] }
      out += obliques(of: v, passive: relation == "nsubj:pass")
    case "nsubj":
      if ["take", "happen", "occur", "begin", "start", "end", "continue", "resume", "conclude", "follow"].contains(
        lemma)
      {
        out += obliques(of: v, passive: false)
      }
    case "obl", "obl:unmarked", "advcl", "advmod", "nmod":
      guard let (name, _) = tree.preposition(of: top) else { return [] }
      var clause = v
      if tokens[v].upos == "NOUN", relation == "nmod" {
        // "said in an interview during his visit to X": the frame may hang from a neighbouring phrase.
        guard ["during", "ahead_of", "at", "on"].contains(name), let h = tokens[v].head, tree.isVerb(h),
          ["obl", "obj"].contains(tokens[v].relation)
        else { return [] }
        clause = h
      }
      let subjects = clauses.subjects(of: clause)
      if Self.carryingPrepositions[lemma]?.contains(name) == true {
        for s in subjects { out += expand(s.token, clauses.isPassive(v) ? .receiver : .subject, shared: true) }
        out += obliques(of: v, passive: false).filter { $0.token != top }
      } else if name == "under", ["come", "be", "remain"].contains(lemma) {
        for s in subjects { out += expand(s.token, .receiver, shared: true) }
        out += obliques(of: v, passive: false).filter { $0.token != top }
      }
      if Self.framing.contains(name) {
        for s in subjects { out += expand(s.token, .clause, shared: true) }
      }
    case "conj", "root", "parataxis":
      break
    default: break
    }
    return out
  }

  private func obliques(of v: Int, passive: Bool) -> [Argument] {
    var out: [Argument] = []
    for o in tree.children(v, "obl") {
      guard let (name, words) = tree.preposition(of: o) else { continue }
      let isAgent = tokens[o].deprel == "obl:agent" || passive && name == "by"
      out += expand(o, isAgent ? .subject : Slot(rawValue: name), words, shared: true)
    }
    return out
  }

  // MARK: What the noun describes

  /// "X is an ally of Y", "X, an ally of Y", "the ally, X", "Y ally X", "X served as a mediator".
  private func described(_ n: Int) -> [Argument] {
    var out: [Argument] = []
    if tree.has(n, "cop") { for s in clauses.subjects(of: n) { out += expand(s.token, .described) } }
    for c in tree.children(n, "appos") { out += expand(c, .described) }
    if let h = tokens[n].head {
      switch tokens[n].deprel {
      case "appos": out += expand(h, .described)
      case "compound", "nmod:desc", "flat", "nmod:unmarked":
        if tokens[h].upos == "PROPN" { out += expand(h, .described) }
      case "xcomp", "conj":
        if tokens[n].deprel == "xcomp", tree.isVerb(h) {
          for s in clauses.subjects(of: h) { out += expand(s.token, .described, shared: true) }
        }
      case "nmod":
        // "X, one of the members of Y"
        if tree.lemma(h) == "one", tree.preposition(of: n)?.name == "of" { out += described(h) }
      case "nsubj":
        // "the winner was X"
        if tree.has(h, "cop"), tokens[h].upos == "PROPN" { out += expand(h, .described) }
      case "obl", "advcl":
        if tree.preposition(of: n)?.name == "as", tree.isVerb(h) {
          // "named Ada as his successor": she; "served as mediator": who served.
          let named = clauses.isPassive(h) ? [] : tree.children(h, "obj", "iobj")
          for t in named.isEmpty ? clauses.subjects(of: h).map(\.token) : named {
            out += expand(t, .described, shared: true)
          }
        }
      default: break
      }
    }
    return out
  }
}
