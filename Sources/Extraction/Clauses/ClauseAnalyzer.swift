import Statements

/// Who takes part in what each verb of a sentence says, wherever in the tree they stand.
///
/// The arguments follow enhanced Universal Dependencies: subjects and objects are shared in coordination, infinitives
/// and participles get the subject that controls them, relative pronouns are replaced by what they stand for. Passives
/// are turned round. All walks are bounded, so that any tree, however odd, is analysed.
struct ClauseAnalyzer: Sendable {
  let tree: SentenceTree
  var tokens: [Token] { tree.tokens }

  init(_ sentence: Sentence) { tree = SentenceTree(sentence) }

  private static let maximumDepth = 12

  /// The verbal and predicative-adjective clauses, in the order of their heads.
  func verbs() -> [Predicate] {
    tokens.indices.compactMap { i in
      if tree.isVerb(i) { return verb(i) }
      if tokens[i].upos == "ADJ", tree.has(i, "cop") || isReducedAdjective(i) { return adjective(i) }
      return nil
    }
  }

  private func verb(_ v: Int) -> Predicate {
    var particles = tree.children(v, "compound:prt")
    // "shot dead the thief", wherever the tree puts "dead".
    if particles.isEmpty, tree.lemma(v) == "shoot", v + 1 < tokens.count, tree.lemma(v + 1) == "dead" {
      particles = [v + 1]
    }
    let passive = isPassive(v)
    var arguments = subjects(of: v).flatMap { expand($0, slot: passive ? .object : .subject) }
    let (objects, sharedObjects) = self.objects(of: v)
    for o in objects {
      let slot: Slot = passive && !arguments.isEmpty ? .indirect : .object
      arguments += expand((o, sharedObjects), slot: slot)
      if let payee = payee(before: o), !passive { arguments += expand((payee, true), slot: .indirect) }
    }
    // A person who is the only object may be given as indirect: "thanked Ada".
    let only = !passive && objects.isEmpty
    for o in tree.children(v, "iobj") {
      arguments += expand((antecedent(o, of: v), false), slot: only ? .object : .indirect)
    }
    if !passive, !arguments.contains(where: { $0.slot == .object }) {
      for a in addressees(of: v) { arguments += expand((a, true), slot: .object) }
    }
    // "was given asylum": the passive's subject is whom it was given to.
    if passive, arguments.contains(where: { $0.slot == .indirect }), !tree.has(v, "iobj") {
      arguments = arguments.map { a in
        let slot: Slot = a.slot == .object ? .indirect : a.slot == .indirect ? .object : a.slot
        return Argument(slot: slot, token: a.token, markers: a.markers, isShared: a.isShared)
      }
    }
    arguments += obliques(of: v, passive: passive)
    arguments += complementSubjects(of: v)
    if Self.naming.contains(tree.lemma(v)) {
      arguments += objects.compactMap(title).map { Argument(slot: Slot(rawValue: "xcomp"), token: $0) }
    }
    let lemma = ([tree.lemma(v)] + particles.map { tree.lemma($0) }).joined(separator: " ")
    return Predicate(
      kind: .verb, head: v, lemma: lemma, words: ([v] + particles).sorted(), isPassive: passive, arguments: arguments)
  }

  private static let naming: Set<String> = ["appoint", "crown", "declare", "elect", "make", "name"]

  /// "named Ada Roe **prime minister**", where the tree takes the title for an apposition.
  private func title(behind object: Int) -> Int? {
    tree.children(object, "appos").first { a in
      tokens[a].upos == "NOUN" && a > object
        && (object + 1..<a).allSatisfy { ["PROPN", "ADJ", "NOUN"].contains(tokens[$0].upos) }
    }
  }

  /// Currencies, as words and signs.
  static let money: Set<String> = [
    "euro", "dollar", "pound", "yen", "yuan", "franc", "krona", "krone", "rupee", "ruble", "rouble", "peso", "lira",
    "rand", "real", "won", "$", "€", "£", "¥",
  ]

  /// "fined **Acme** 1.5 million euros", where the tree makes the name a part of the sum.
  private func payee(before sum: Int) -> Int? {
    guard Self.money.contains(tree.lemma(sum)) else { return nil }
    return tree.children(sum, "compound", "nmod").first {
      $0 < sum && tokens[$0].upos == "PROPN" && tree.preposition(of: $0) == nil
    }
  }

  private static let addressing: Set<String> = ["ask", "beg", "implore", "thank", "urge", "warn", "congratulate"]
  private static let writing: Set<String> = ["cable", "email", "message", "text", "tweet", "write"]

  /// "wrote to X **asking** to be heard": whom it was written to is asked.
  private func addressees(of v: Int) -> [Int] {
    guard tokens[v].xpos == "VBG", Self.addressing.contains(tree.lemma(v)), let h = tokens[v].head,
      ["advcl", "xcomp"].contains(tokens[v].relation), Self.writing.contains(tree.lemma(h))
    else { return [] }
    return tree.children(h, "obl").filter { tree.preposition(of: $0)?.name == "to" && $0 < v }
  }

  private func adjective(_ a: Int) -> Predicate {
    var arguments = subjects(of: a).flatMap { expand($0, slot: .subject) }
    if isReducedAdjective(a), let noun = tokens[a].head { arguments += expand((noun, true), slot: .subject) }
    arguments += obliques(of: a, passive: false)
    return Predicate(
      kind: .adj, head: a, lemma: tree.lemma(a), words: [a], isPassive: false, arguments: arguments)
  }

  /// "a lawmaker critical of the party": an adjective after its noun, with arguments of its own.
  private func isReducedAdjective(_ i: Int) -> Bool {
    guard tokens[i].upos == "ADJ", let h = tokens[i].head, h < i else { return false }
    return ["amod", "acl"].contains(tokens[i].relation) && tree.has(i, "obl")
  }

  // MARK: Voice

  private static let passiveMarks = ["nsubj:pass", "aux:pass", "csubj:pass", "obl:agent"]

  /// Whether the surface subject is what the verb is done to.
  func isPassive(_ v: Int, depth: Int = 0) -> Bool {
    if Self.passiveMarks.contains(where: { tree.has(v, $0) }) { return true }
    let token = tokens[v]
    guard token.xpos == "VBN" || token.feats.contains("Voice=Pass"), !tree.has(v, "aux") else {
      return isHeadlinePassive(v)
    }
    switch token.deprel {
    case "acl", "xcomp": return true
    case "advcl": return !tree.has(v, "nsubj") && !tree.has(v, "obj")
    case "conj":
      guard let h = token.head, depth < Self.maximumDepth else { return false }
      return !tree.has(v, "nsubj") && isPassive(h, depth: depth + 1)
    default: return isHeadlinePassive(v)
    }
  }

  /// "Editor jailed by court": no auxiliary, no object, a by-phrase.
  private func isHeadlinePassive(_ v: Int) -> Bool {
    guard ["VBN", "VBD"].contains(tokens[v].xpos), !tree.has(v, "aux"), !tree.has(v, "obj") else { return false }
    return tree.children(v, "obl").contains {
      tree.preposition(of: $0)?.name == "by" && !CalendarWords.isName(tokens[$0].form)
        // "spoke by telephone": what one does by a thing is no passive.
        && (tokens[$0].upos == "PROPN" || tokens[$0].upos == "NOUN" && ActLexicon.isActor(tree.lemma($0)))
    }
  }

  // MARK: Subjects

  /// The surface subjects of a verb or predicative word: its own, or the ones it shares.
  func subjects(of v: Int, depth: Int = 0) -> [(token: Int, isShared: Bool)] {
    guard depth < Self.maximumDepth else { return [] }
    let own = withoutTitles(tree.children(v, "nsubj"))
    if !own.isEmpty {
      return own.flatMap { s -> [(token: Int, isShared: Bool)] in
        let a = antecedent(s, of: v)
        guard a != s, Self.messages.contains(tree.lemma(a)) else { return [(a, a != s)] }
        return authors(of: a, depth: depth).map { ($0, true) }
      }
    }
    guard let h = tokens[v].head else { return [] }
    let shared: [Int]
    switch tokens[v].deprel {
    case "conj": shared = subjects(of: finite(v, under: h), depth: depth + 1).map(\.token)
    case "xcomp": shared = controllers(of: v, governor: h, depth: depth)
    case "advcl": shared = adverbialSubjects(of: v, governor: h, depth: depth)
    case "acl": shared = participleSubjects(of: v, noun: h, depth: depth)
    case "acl:relcl":
      // A relative clause without a subject: the pronoun hangs elsewhere, or the noun is it.
      shared = tree.has(v, "obj") || ["VBG", "VBN", "VBD", "VBZ", "VBP"].contains(tokens[v].xpos) ? [h] : []
    case "ccomp":
      // "denied attacking"
      shared = tokens[v].xpos == "VBG" && !tree.has(v, "mark") ? subjects(of: h, depth: depth + 1).map(\.token) : []
    default: shared = []
    }
    return shared.map { ($0, true) }
  }

  /// Past tenses that are no participles.
  private static let pasts: Set<String> = [
    "ate", "began", "broke", "chose", "drew", "drove", "fell", "flew", "froze", "gave", "grew", "hid", "knew", "ran",
    "rode", "rose", "sang", "saw", "shook", "spoke", "stole", "swam", "swore", "threw", "took", "tore", "went",
    "withdrew",
    "woke", "wore", "wrote",
  ]

  /// What a conjunct goes with by its tense: in "found that the car had left and spoke with her", they found and spoke.
  func finite(_ v: Int, under h: Int) -> Int {
    guard Self.pasts.contains(tokens[v].form.lowercased()), ["VBN", "VB"].contains(tokens[h].xpos), tree.has(h, "aux")
    else { return h }
    var at = h
    for _ in 0..<Self.maximumDepth {
      guard let above = tokens[at].head else { return h }
      at = above
      if ["VBD", "VBP", "VBZ"].contains(tokens[at].xpos) || tree.has(at, "cop") { return at }
    }
    return h
  }

  /// Who does what a verb says, by the surface: its subjects, or what a passive's by-phrases name.
  func agents(of v: Int) -> [Int] {
    guard isPassive(v) else { return subjects(of: v).map(\.token) }
    return tree.children(v, "obl").filter {
      tokens[$0].deprel == "obl:agent" || tree.preposition(of: $0)?.name == "by"
    }
  }

  /// Of "Arl Institute" and "Ada Roe", both made subjects in "Arl Institute director Ada Roe said", the latter; so of
  /// "director" and "Ada Roe".
  private func withoutTitles(_ subjects: [Int]) -> [Int] {
    guard subjects.count == 2, subjects[0] < subjects[1], tokens[subjects[1]].upos == "PROPN" else { return subjects }
    let between = subjects[0] + 1..<subjects[1]
    let isOnePhrase =
      between.isEmpty
      ? tokens[subjects[0]].upos == "NOUN"
      : between.allSatisfy { ["NOUN", "ADJ"].contains(tokens[$0].upos) && tokens[$0].head == subjects[1] }
    return isOnePhrase ? [subjects[1]] : subjects
  }

  private static let subjectControl: Set<String> = ["promise", "threaten", "vow", "pledge", "swear"]
  private static let obliqueControl: [String: String] = ["call": "on", "appeal": "to", "plead": "with", "rely": "on"]

  /// Who does what an infinitive or participle after `governor` says: "agreed to meet", "asked X to release Y".
  private func controllers(of v: Int, governor h: Int, depth: Int) -> [Int] {
    if !Self.subjectControl.contains(tree.lemma(h)), !isPassive(h) {
      let objects = tree.children(h, "obj", "iobj").filter { $0 < v }
      if !objects.isEmpty { return objects.map { antecedent($0, of: h) } }
      if let preposition = Self.obliqueControl[tree.lemma(h)] {
        let through = tree.children(h, "obl").filter { tree.preposition(of: $0)?.name == preposition && $0 < v }
        if !through.isEmpty { return through }
      }
    }
    return subjects(of: h, depth: depth + 1).map(\.token)
  }

  /// Verbs whose object does what the gerund after the preposition says: "accused X of hiding", "thanked X for helping".
  private static let gerundObjectControl: Set<String> = [
    "accuse", "suspect", "convict", "acquit", "charge", "blame", "criticize", "criticise", "condemn", "praise", "thank",
    "prevent", "stop", "ban", "bar", "prohibit", "block", "discourage", "arrest", "detain", "jail", "sentence", "fine",
    "punish", "sue", "denounce", "congratulate", "commend", "deter", "dissuade", "indict", "prosecute", "fault",
    "warn", "rebuke", "excuse", "forgive", "pardon", "reward", "admonish", "exempt", "restrict", "help", "caution",
  ]

  private func adverbialSubjects(of v: Int, governor h: Int, depth: Int) -> [Int] {
    let marks = tree.children(v, "mark", "case").map { tree.lemma($0) }
    if tokens[v].xpos == "VBG",
      marks.contains(where: { ["of", "for", "from", "with", "against", "over"].contains($0) }),
      Self.gerundObjectControl.contains(tree.lemma(h))
    {
      if isPassive(h) { return subjects(of: h, depth: depth + 1).map(\.token) }
      let objects = tree.children(h, "obj", "iobj")
      if !objects.isEmpty { return objects.map { antecedent($0, of: h) } }
    }
    // Finite adverbial clauses have their own subject; a missing one there is a parsing error.
    if ["VBZ", "VBP", "VBD"].contains(tokens[v].xpos) { return [] }
    if marks.contains("to"), Self.obliqueControl[tree.lemma(h)] != nil || tree.lemma(h) == "urge" {
      return controllers(of: v, governor: h, depth: depth)
    }
    return subjects(of: h, depth: depth + 1).map(\.token)
  }

  /// Nouns whose infinitive is done by whoever has or makes them: "its decision to attack", "made a bid to buy".
  static let controlNouns: Set<String> = [
    "ability", "agreement", "attempt", "authority", "bid", "call", "campaign", "chance", "choice", "claim",
    "commitment", "deal", "decision", "demand", "desire", "determination", "effort", "failure", "fight", "intent",
    "intention", "invitation", "mandate", "mission", "move", "need", "obligation", "offer", "opportunity", "order",
    "permission", "plan", "pledge", "power", "pressure", "promise", "proposal", "push", "readiness", "refusal",
    "request", "right", "scheme", "struggle", "threat", "time", "vote", "vow", "way", "willingness", "wish",
  ]

  /// Of these, the ones that whoever they are put to is to carry out.
  private static let addressed: Set<String> = ["call", "demand", "invitation", "order", "permission", "request"]

  /// What is written or said: what it condemns, its author does: "issued a statement condemning X".
  private static let messages: Set<String> = [
    "address", "advertisement", "affidavit", "article", "brief", "broadcast", "cable", "column", "comment",
    "communique", "communiqué", "complaint", "declaration", "decree", "editorial", "email", "filing", "indictment",
    "judgment", "lawsuit", "leaflet", "letter", "manifesto", "memo", "memorandum", "message", "motion", "note", "op-ed",
    "opinion", "petition", "post", "proclamation", "remark", "reply", "report", "resolution",
    "response", "ruling", "speech", "statement", "suit", "telegram", "testimony", "tweet", "verdict", "video",
    "warning",
  ]

  /// Whoever has or makes what a noun names; the noun where nobody is said to.
  private func authors(of noun: Int, depth: Int) -> [Int] {
    let owners = owners(of: noun, by: ["by", "from"])
    if !owners.isEmpty { return owners }
    guard let h = tokens[noun].head, tree.isVerb(h) else { return [noun] }
    let makers: [Int]
    switch tokens[noun].deprel {
    case "obj": makers = isPassive(h) ? [] : subjects(of: h, depth: depth + 1).map(\.token)
    case "nsubj:pass": makers = agents(of: h)
    default: makers = []
    }
    return makers.isEmpty ? [noun] : makers
  }

  /// Whose a noun's phrase says it is: by a possessive, or by one of the prepositions.
  private func owners(of noun: Int, by prepositions: Set<String>) -> [Int] {
    tree.children(noun, "nmod:poss")
      + tree.children(noun, "nmod").filter { prepositions.contains(tree.preposition(of: $0)?.name ?? "") }
  }

  private func participleSubjects(of v: Int, noun: Int, depth: Int) -> [Int] {
    if Self.messages.contains(tree.lemma(noun)), tokens[v].xpos == "VBG" { return authors(of: noun, depth: depth) }
    guard Self.controlNouns.contains(tree.lemma(noun)), !["VBN"].contains(tokens[v].xpos) else { return [noun] }
    let owners = owners(of: noun, by: ["of", "by", "from"])
    if !owners.isEmpty { return owners }
    guard let h = tokens[noun].head, ["obj", "obl", "xcomp"].contains(tokens[noun].relation) else { return [] }
    // "gives farmers the right to sue", "gave the order to the army to attack"
    let receivers =
      tree.children(h, "iobj")
      + (Self.addressed.contains(tree.lemma(noun))
        ? (tree.children(noun, "nmod") + tree.children(h, "obl")).filter {
          $0 > noun && $0 < v && tree.preposition(of: $0)?.name == "to"
        } : [])
    if !receivers.isEmpty { return receivers.map { antecedent($0, of: h) } }
    return subjects(of: h, depth: depth + 1).map(\.token)
  }

  // MARK: Objects and obliques

  /// What a relative pronoun in the clause of `v` stands for; any other word stands for itself.
  func antecedent(_ i: Int, of v: Int) -> Int {
    guard tree.isRelativePronoun(i) else { return i }
    var clause = v
    for _ in 0..<Self.maximumDepth {
      guard let h = tokens[clause].head else { return i }
      if tokens[clause].deprel == "acl:relcl" {
        // "Ada Roe, a Freedonian who took over": she did.
        if tokens[h].deprel == "appos", tree.has(h, "det"), let name = tokens[h].head, tokens[name].upos == "PROPN" {
          return name
        }
        return h
      }
      clause = h
    }
    return i
  }

  /// The objects of a verb: its own, or the ones it shares.
  func objects(of v: Int) -> (tokens: [Int], areShared: Bool) {
    let own = tree.children(v, "obj").map { antecedent($0, of: v) }
    if !own.isEmpty || tree.has(v, "ccomp") { return (own, false) }
    // "named Ada Roe prime minister", "named Ada Roe as secretary", where the tree makes her a complement, too
    if Self.naming.contains(tree.lemma(v)), !isPassive(v) {
      let complements = tree.children(v, "xcomp")
      if let who = complements.first, tokens[who].upos == "PROPN", complements.count > 1 || title(behind: who) != nil {
        return ([who], false)
      }
    }
    if tokens[v].deprel == "acl:relcl", tree.has(v, "nsubj"), !tree.has(v, "xcomp"), !isPassive(v),
      let noun = tokens[v].head,
      !tree.children(v, "nsubj", "obl", "advmod").contains(where: { c in
        tree.isRelativePronoun(c) || isRelativeAdverb(c)
          // "the envoy whose aide left"
          || tree.children(c, "nmod:poss").contains { tree.isRelativePronoun($0) }
      })
    {
      return ([noun], true)  // "the envoy she met"
    }
    guard let h = tokens[v].head, tokens[v].deprel == "conj", tree.isVerb(h) else {
      // "criticised and fined the bank", where the tree gives the object to the second verb
      let next = tree.children(v, "conj").first { $0 == v + 2 && tree.isVerb($0) && !tree.has($0, "nsubj") }
      return (next.map { tree.children($0, "obj") } ?? [], true)
    }
    return (isPassive(h) ? [] : tree.children(h, "obj").filter { $0 > v }, true)
  }

  private func isRelativeAdverb(_ i: Int) -> Bool { ["where", "when", "why"].contains(tree.lemma(i)) }

  private func obliques(of v: Int, passive: Bool) -> [Argument] {
    var out: [Argument] = []
    for c in tree.children(v, "obl") {
      guard let (name, words) = tree.preposition(of: c) else { continue }
      let isAgent = tokens[c].deprel == "obl:agent" || (passive && name == "by")
      out += expand((antecedent(c, of: v), false), slot: isAgent ? .subject : Slot(rawValue: name), markers: words)
    }
    for c in tree.children(v, "advcl") where !tree.isVerb(c) && tokens[c].upos == "NOUN" && !tree.has(c, "cop") {
      // "named X as chancellor"
      guard let (name, words) = tree.preposition(of: c), name == "as" else { continue }
      out += expand((c, false), slot: Slot(rawValue: name), markers: words)
    }
    if passive, !out.contains(where: { $0.slot == .subject }) { out += nestedAgents(of: v) }
    out += included(by: v, passive: passive, out)
    // "imposed sanctions on X", "signed a deal with Y": the phrase may hang from the object.
    for o in tree.children(v, "obj", "iobj") where ["NOUN", "PROPN"].contains(tokens[o].upos) {
      for c in tree.children(o, "nmod") where tokens[c].deprel == "nmod" {
        guard let (name, words) = tree.preposition(of: c) else { continue }
        // What hangs from a name is the verb's only where names take no such phrase: "asked Mia Orr for leave".
        if tokens[o].upos == "PROPN", !["for", "about", "over"].contains(name) { continue }
        out += expand((antecedent(c, of: v), true), slot: Slot(rawValue: name), markers: words)
      }
    }
    // "met and spoke with X"
    if let next = tree.children(v, "conj").first(where: { $0 == v + 2 && tree.isVerb($0) && !tree.has($0, "nsubj") }),
      !tree.has(v, "obj"), out.isEmpty
    {
      for c in tree.children(next, "obl") {
        guard let (name, words) = tree.preposition(of: c) else { continue }
        out += expand((antecedent(c, of: next), true), slot: Slot(rawValue: name), markers: words)
      }
    }
    return out
  }

  /// "was accused of fraud **by Ada Roe**", "was removed from his post **by the mayor**", where the tree hangs who did it
  /// from the nearer noun.
  private func nestedAgents(of v: Int) -> [Argument] {
    tree.children(v, "obl", "obj").filter { o in
      o > v && tree.preposition(of: o).map { !Self.occasions.contains($0.name) } ?? true
    }.flatMap { o in
      (tree.children(o, "nmod") + tree.children(o, "nmod").flatMap { tree.children($0, "nmod") }).flatMap {
        c -> [Argument] in
        guard let (name, words) = tree.preposition(of: c), name == "by", tokens[o].upos == "NOUN",
          tokens[c].upos == "PROPN" || ActLexicon.isActor(tree.lemma(c))
        else { return [] }
        return expand((c, true), slot: .subject, markers: words)
      }
    }
  }

  private static let occasions: Set<String> = [
    "after", "amid", "because_of", "before", "despite", "due_to", "during", "following", "since", "until",
  ]

  /// "met several ministers, **including Ada Roe**": she is one of those that the phrase before her brings.
  private func included(by v: Int, passive: Bool, _ obliques: [Argument]) -> [Argument] {
    tree.children(v, "obl").filter { $0 > v && tree.preposition(of: $0)?.name == "including" }.flatMap {
      c -> [Argument] in
      let before = obliques.filter { $0.token < c && $0.slot.rawValue != "including" }.max { $0.token < $1.token }
      let object = passive ? nil : tree.children(v, "obj").last { $0 < c }
      guard let whole = [before?.token, object].compactMap({ $0 }).max(), tree.areActors(whole, before: c) else {
        return []
      }
      return expand((c, true), slot: whole == object ? .object : before?.slot ?? .object)
    }
  }

  private func complementSubjects(of v: Int) -> [Argument] {
    var out: [Argument] = []
    for c in tree.children(v, "ccomp", "advcl", "xcomp") {
      let mark = tree.children(c, "mark").map { tree.lemma($0) }
      guard tokens[c].relation == "ccomp" || mark.contains("for") || tokens[c].relation == "xcomp" && mark.isEmpty
      else {
        continue
      }
      let slot: Slot = isPassive(c) ? Slot(rawValue: "cobj") : .complementSubject
      out += tree.children(c, "nsubj").flatMap { expand(($0, true), slot: slot) }
    }
    return out
  }

  private func expand(_ a: (token: Int, isShared: Bool), slot: Slot, markers: [Int] = []) -> [Argument] {
    tree.coordination(a.token).map { Argument(slot: slot, token: $0, markers: markers, isShared: a.isShared) }
  }
}
