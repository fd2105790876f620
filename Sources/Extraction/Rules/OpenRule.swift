import Statements

/// What links two named things by a verb that the lexicon has no sense for: `other:` and the verb phrase as lemmas.
///
/// - "The fleet **left** the port" → `other:leave`.
/// - "The ship **docked at** the island" → `other:dock at`; a preposition counts where the verb has no object.
/// - "The bank **sold** a mill **to** the brewer" → `other:sell mill to`.
struct OpenRule {
  let participants: Participants
  let lexicon: FrameLexicon
  let acts: ActLexicon

  /// Verbs that say nothing of how two things stand to each other.
  private static let empty: Set<String> = [
    "be", "have", "do", "say", "make", "get", "take", "go", "see", "know", "think", "include", "become", "seem",
    "appear", "remain", "mean", "contain", "note", "state", "add", "describe", "report", "believe", "want", "like",
    "need", "use", "show", "feature", "mention", "call", "name", "happen", "occur", "claim", "announce", "find",
    "begin", "start", "end", "continue", "keep", "let", "give", "put", "set", "come", "consider", "expect", "follow",
    "according", "read", "write", "reveal", "confirm", "explain", "cite", "quote", "tweet", "publish",
    "join", "refer", "adopt", "allow", "let", "cause", "require",
  ]

  func candidates(_ p: Predicate, in s: Int, tree: SentenceTree) -> [Candidate] {
    guard !Self.empty.contains(p.lemma) else { return [] }
    let subjects = names(p.arguments(.subject), s, tree)
    guard !subjects.isEmpty else { return [] }
    let objects = names(p.arguments(.object), s, tree)
    var out = pairs(subjects, objects, phrase: p.lemma, p, s)
    if p.arguments(.object).isEmpty {
      for argument in p.arguments where !Self.unrelating.contains(argument.slot.rawValue) && !argument.isShared {
        let ends = names([argument], s, tree)
        out += pairs(subjects, ends, phrase: "\(p.lemma) \(argument.slot.rawValue)", p, s)
      }
    }
    // "The bank sold a mill to the brewer"
    let things = p.arguments(.object).filter { participants.name(at: $0.token, in: s) == nil }
    if let thing = things.first, things.count == p.arguments(.object).count,
      !lexicon.isEventNoun(tree.lemma(thing.token)),
      tree.tokens[thing.token].upos == "NOUN"
    {
      for argument in p.arguments where Self.bringing.contains(argument.slot.rawValue) {
        let ends = names([argument], s, tree).filter { participants.mention($0.0).form == .name }
        out += pairs(
          subjects.filter { participants.mention($0.0).form == .name }, ends,
          phrase: "\(p.lemma) \(tree.lemma(thing.token)) \(argument.slot.rawValue)", p, s)
      }
    }
    return out
  }

  private static let bringing: Set<String> = ["to", "from", "with", "in", "on", "at", "for", "against", "into"]

  private static let unrelating: Set<String> = [
    "subj", "obj", "iobj", "csubj", "cobj", "after", "before", "since", "during", "until", "despite", "because_of",
    "according_to", "including", "like", "as", "than", "following", "by", "except", "due_to", "without", "such_as",
    "amid", "while", "via", "through", "over", "under", "about", "between", "among", "for", "because",
    "throughout", "within", "upon", "per",
  ]

  private func names(_ arguments: [Argument], _ s: Int, _ tree: SentenceTree) -> [(Mention.ID, Argument)] {
    // What happens or is said is no thing to be linked to: the noun's own senses tell who takes part.
    arguments.filter { a in
      let lemma = tree.lemma(a.token)
      return tree.tokens[a.token].upos != "NOUN" || !(lexicon.isEventNoun(lemma) || acts.nouns.contains(lemma))
    }.flatMap { a in
      participants.mentions(at: a.token, in: s, tree: tree).map { ($0, a) }
    }
  }

  private func pairs(
    _ subjects: [(Mention.ID, Argument)], _ objects: [(Mention.ID, Argument)], phrase: String, _ p: Predicate, _ s: Int
  ) -> [Candidate] {
    subjects.flatMap { a, _ in
      objects.filter { $0.0 != a }.map { b, argument in
        Candidate(
          subject: a, relation: .other(phrase), object: .node(b), sentence: s, trigger: p.head,
          words: Set(p.words + argument.markers).sorted(), rule: "open/verb", confidence: 0.3)
      }
    }
  }
}
