import Statements

/// Reads one sentence's clauses as propositions: subject, relation phrase, arguments, in the words of the sentence.
///
/// - A clause gives a line for each subject and each object of a coordination. Objects come first, then clauses, then
///   prepositional phrases and adverbials in the order of the sentence, those before the verb last. Where there is no
///   object, the preposition of the first phrase after the verb belongs to the relation: `flows through` / `three
///   provinces`; each further phrase then gives a short line of its own too.
/// - What is shared or left out is filled in from elsewhere in the sentence (``ClauseAnalyzer``): relative pronouns,
///   subjects of infinitives, participles and coordinated verbs, auxiliaries ("was written and produced").
/// - An infinitive speaks for the verb that governs it: "wants to buy" is one relation.
/// - Copulas, "there is", what stands beside a name or has an owner (`implied`).
///
/// After the clause types of Del Corro and Gemulla, "ClausIE: clause-based open information extraction" (WWW 2013).
struct PropositionReader: Sendable {
  let clauses: ClauseAnalyzer
  let sentence: Int
  var tree: SentenceTree { clauses.tree }
  var tokens: [Token] { clauses.tokens }

  init(clauses: ClauseAnalyzer, sentence: Int) {
    self.clauses = clauses
    self.sentence = sentence
  }

  func all() -> [Proposition] {
    tokens.indices.flatMap { i -> [Proposition] in
      var found: [Proposition] = []
      if tree.has(i, "expl"), let there = existential(i) {
        found = there
      } else if tree.isVerb(i) {
        found = outer(i) + verbal(i) + quoting(i)
      } else if tree.has(i, "cop") {
        found = outer(i) + copular(i)
      }
      return found + implied(i)
    }
  }

  // MARK: Verbs

  private func verbal(_ v: Int) -> [Proposition] {
    // Its infinitive speaks for it.
    if tree.children(v, "xcomp").contains(where: { joinsGovernor($0) }) { return [] }
    if let aims = infinitivePredicate(v) { return aims }
    let isPurpose = self.isPurpose(v)
    if isGoverned(v) { return [] }
    guard let (found, governors) = isPurpose ? purposeRelation(v).map({ ($0, []) }) : predicate(of: v) else {
      return []
    }
    var relation = found
    let subjects = subjects(of: v)
    guard !subjects.isEmpty else { return [] }
    let (objects, areShared) = objects(of: v)
    let indirect = tree.children(v, "iobj").map { clauses.antecedent($0, of: v) }
    let ends = objects.filter { end in !subjects.contains { $0.token == end } }.flatMap { members($0) }
    let complements = complements(of: v, hasObject: !ends.isEmpty, relation: relation)
    var (after, before) = modifiers(of: [v] + governors, relation: relation)
    if ends.isEmpty, indirect.isEmpty, complements.isEmpty, after.count > 1, after[0].words == [v + 1],
      !after[1].preposition.isEmpty
    {
      // "feeds mainly on insects"
      relation = (relation + after.removeFirst().words).sorted()
    }
    let rest = (indirect.map { text(phrase($0)) } + complements, (after + before))
    let isHeld = areShared && !ends.isEmpty
    return subjects.flatMap { subject -> [Proposition] in
      let trust = confidence(v, subject) * (isHeld ? 0.9 : 1) * (isPurpose ? 0.6 : 1)
      if !ends.isEmpty {
        return ends.map {
          proposition(subject.text, relation, rest.0 + [text($0)] + rest.1.map { text($0.words) }, trust)
        }
      }
      if rest.0.isEmpty, let first = after.first, !first.preposition.isEmpty {
        let others = after.dropFirst() + before
        let full = first.ends.map {
          proposition(
            subject.text, relation + first.preposition, [text($0)] + others.map { text($0.words) }, trust * 0.95)
        }
        let short =
          tokens[v].deprel == "advcl" || isSpan(after)
          ? []
          : others.filter { !$0.preposition.isEmpty && $0.isAfter }.flatMap { other in
            other.ends.map { proposition(subject.text, relation + other.preposition, [text($0)], trust * 0.45) }
          }
        return full + short
      }
      let arguments = rest.0 + rest.1.map { text($0.words) }
      if !arguments.isEmpty { return [proposition(subject.text, relation, arguments, trust * 0.9)] }
      return bare(relation, v).map { [proposition(subject.text, $0, [text($1)], trust * 0.8)] } ?? []
    }
  }

  /// "prohibits firms from dumping waste", "accused of hiding it": what a gerund after a preposition says need not be so.
  private func isGoverned(_ v: Int) -> Bool {
    guard tokens[v].xpos == "VBG", ["advcl", "acl"].contains(tokens[v].deprel) else { return false }
    return tree.children(v, "mark", "case").contains {
      ["of", "from", "for", "against", "on", "to", "without", "about"].contains(tree.lemma($0))
    }
  }

  /// "grew from 3,200 in 1950 to 11,000 in 2010": no end of a span is told alone.
  private func isSpan(_ modifiers: [Modifier]) -> Bool {
    let names = modifiers.map { $0.preposition.first.map { tree.lemma($0) } ?? "" }
    return names.contains("from") && names.contains { ["to", "until", "till", "through"].contains($0) }
  }

  /// "declined" / "to comment", "was never" / "rebuilt": without anything more, the last verb completes what is
  /// before it.
  private func bare(_ relation: [Int], _ v: Int) -> ([Int], [Int])? {
    let to = relation.lastIndex { tokens[$0].xpos == "TO" }
    guard let at = to ?? relation.firstIndex(of: v), at > 0,
      to != nil || relation[..<at].contains(where: { tokens[$0].upos == "AUX" })
    else { return nil }
    return (Array(relation[..<at]), Array(relation[at...]))
  }

  private func objects(of v: Int) -> (tokens: [Int], areShared: Bool) {
    let (found, areShared) = clauses.objects(of: v)
    if areShared, tokens[v].deprel == "acl:relcl" {
      // "whose grave lies beneath it", "what they found": the noun before is no object.
      let isTaken = tree.children(v, "nsubj", "obl").contains { c in
        tree.sentence.subtree(of: c).contains { tree.isRelativePronoun($0) }
      }
      return (found.filter { !isTaken && !clauses.isPassive(v) && !tokens[$0].xpos.hasPrefix("W") }, true)
    }
    // Which verbs share an object that comes later cannot be told: "resigned and left the city".
    let later = areShared ? tree.children(v, "conj").first { tree.isVerb($0) } : nil
    return (found.filter { object in later.map { object < $0 } ?? true }, areShared)
  }

  /// Clauses that complete a verb, "it" before them.
  private func complements(of v: Int, hasObject: Bool, relation: [Int]) -> [String] {
    let open = tree.children(v, "xcomp").filter { !relation.contains($0) }
    let late = tree.has(v, "expl") ? tree.children(v, "csubj").filter { $0 > v } : []
    let found = (tree.children(v, "ccomp") + open + late).sorted()
    let it = found.isEmpty ? [] : tree.children(v, "expl").filter { $0 > v }
    return it.map { tokens[$0].form } + found.map { text(clause($0)) }
  }

  /// "The plan, officials said, failed": what is said stands around it.
  private func quoting(_ v: Int) -> [Proposition] {
    guard tokens[v].deprel == "parataxis", let h = tokens[v].head, Self.speech.contains(tree.lemma(v)),
      tree.children(v, "nsubj").contains(where: { !tree.isRelativePronoun($0) }), !tree.has(v, "obj"),
      !tree.has(v, "ccomp")
    else { return [] }
    let said = text(cleaned(Set(tree.sentence.subtree(of: h)).subtracting(tree.sentence.subtree(of: v)).sorted()))
    guard let relation = predicate(of: v)?.words else { return [] }
    return subjects(of: v).map { proposition($0.text, relation, [said], confidence(v, $0) * 0.9) }
  }

  static let speech: Set<String> = [
    "add", "announce", "argue", "believe", "claim", "explain", "insist", "note", "report", "say", "state", "suggest",
    "think", "warn", "write", "tell",
  ]

  // MARK: Copulas

  private func copular(_ i: Int) -> [Proposition] {
    // "is likely to win": the infinitive speaks.
    if tree.children(i, "xcomp").contains(where: { joinsGovernor($0) }) { return [] }
    let subjects = subjects(of: i).filter { $0.token != i }
    guard !subjects.isEmpty else { return [] }
    var relation = (tree.children(i, "aux", "cop") + negations(of: i)).sorted()
    var governors: [Int] = []
    if joinsGovernor(i), let whole = predicate(of: i) {
      // "claims to be"
      relation = whole.words.filter { $0 != i }
      governors = whole.governors
    }
    let isNominal = tree.isNominal(i)
    if isNominal, let cop = relation.last {
      // "is currently the mayor"
      var next = cop + 1
      while next < i, tokens[next].head == i, tokens[next].relation == "advmod", tree.sentence.children[next].isEmpty {
        relation.append(next)
        next += 1
      }
    }
    var (after, before) = modifiers(of: [i] + governors, relation: relation + [i])
    let cases = tree.preposition(of: i)?.words.filter { $0 < i } ?? []
    if tree.has(i, "expl") { after.removeAll { tokens[$0.head].relation == "advcl" } }
    let apart = Set((after + before).map(\.head) + tree.children(i, "advcl", "ccomp", "parataxis", "discourse"))
    let predicates = tree.coordination(i).filter { $0 == i || !tree.has($0, "cop") && !tree.has($0, "nsubj") }
    let late = tree.has(i, "expl") ? tree.children(i, "csubj", "advcl").filter { $0 > i && !subjects.isEmpty } : []
    let that = Set(tree.children(i, "ccomp") + late).sorted().map { text(clause($0)) }
    return subjects.flatMap { subject -> [Proposition] in
      let trust = confidence(i, subject)
      if !isNominal, predicates.count == 1, that.isEmpty, let first = after.first, first.preposition.first == i + 1 {
        // "is critical of" / "the board"
        let words = (relation + phrase(i, without: apart)).sorted()
        let others = after.dropFirst() + before
        return first.ends.map {
          proposition(subject.text, words + first.preposition, [text($0)] + others.map { text($0.words) }, trust * 0.95)
        }
      }
      if !isNominal { after.removeAll { $0.words.isEmpty } }
      let others = that + (after + before).map { text($0.words) }
      return predicates.map { p in
        let shared = p == i ? Set(relation) : []
        let end = phrase(p, without: apart.union(shared)).filter { !shared.contains($0) }
        return proposition(subject.text, relation + cases, [text(end)] + others, trust)
      }
    }
  }

  /// "Its aims are to protect rivers and to teach children".
  private func infinitivePredicate(_ v: Int) -> [Proposition]? {
    let isTo = { (i: Int) in tree.children(i, "mark").contains { tokens[$0].xpos == "TO" } }
    let copulas = tree.children(v, "cop")
    if tokens[v].deprel == "conj", isTo(v), let h = tokens[v].head, isTo(h), tree.has(h, "cop") { return [] }
    guard isTo(v), !copulas.isEmpty else { return nil }
    let all = [v] + tree.children(v, "conj").filter(isTo)
    return subjects(of: v).flatMap { subject in
      all.map { i -> Proposition in
        let others = Set(all).subtracting([i]).flatMap { $0 == v ? [] : tree.sentence.subtree(of: $0) }
        let left = Set(others + copulas + tree.children(v, "nsubj").flatMap { tree.sentence.subtree(of: $0) })
        return proposition(
          subject.text, copulas, [text(cleaned(subtree(i).filter { !left.contains($0) }))], confidence(v, subject))
      }
    }
  }

  /// "The problem is that nobody came": a clause as the predicate.
  private func outer(_ i: Int) -> [Proposition] {
    let subjects = tree.children(i, "nsubj:outer")
    let copulas = tree.children(i, "cop")
    guard let first = subjects.first, let cop = copulas.first, first < cop else { return [] }
    let said = tree.sentence.subtree(of: i).filter { $0 > cop }.sorted()
    return [proposition(text(phrase(first)), [cop], [text(cleaned(said))], 0.6)]
  }

  /// "There were twelve people on board."
  private func existential(_ v: Int) -> [Proposition]? {
    guard let there = tree.children(v, "expl").first, tokens[there].form.lowercased() == "there",
      let subject = tree.children(v, "nsubj").first
    else { return nil }
    let isHead = tree.isVerb(v) || tokens[v].upos == "AUX"
    let relation = (tree.children(v, "aux", "cop") + negations(of: v) + (isHead ? [v] : [])).sorted()
    let (after, before) = modifiers(of: [v], relation: relation)
    let others = (after + before).map { text($0.words) }
    return members(subject).map {
      Proposition(
        sentence: sentence, confidence: 0.6, subject: tokens[there].form, relation: text(relation),
        arguments: [text($0)] + others)
    }
  }

  // MARK: Making

  func proposition(_ subject: String, _ relation: [Int], _ arguments: [String], _ confidence: Double) -> Proposition {
    Proposition(
      sentence: sentence, confidence: shortened(confidence, [subject] + arguments), subject: subject,
      relation: text(relation), arguments: arguments.filter { !$0.isEmpty })
  }
}
