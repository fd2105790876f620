import Statements

/// Nouns for what someone does, says or issues, which stand for their author: "condemned the ministry's decision".
struct ActLexicon: Sendable {
  static let shared = ActLexicon(tsv: String(decoding: PackageResources.acts_tsv, as: UTF8.self))

  let nouns: Set<String>

  /// One lemma a line; lines that start with `#` say where the file comes from.
  init(tsv: String) {
    nouns = Set(
      tsv.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap {
        $0.split(separator: "\t").first.map(String.init)
      })
  }

  private static let actors: Set<String> = [
    "administration", "agency", "agent", "aide", "airline", "ally", "army", "assembly", "assistant", "authority",
    "bank",
    "board", "body", "boss", "boy", "branch", "brother", "bureau", "cabinet", "candidate", "captain", "chief", "child",
    "church", "citizen", "city", "clerk", "client", "club", "colleague", "commission", "committee", "community",
    "company", "congress", "consul", "council", "counterpart", "country", "court", "cousin", "daughter", "delegate",
    "delegation", "department", "deputy", "diplomat", "division", "embassy", "envoy", "executive", "faction", "family",
    "fan", "firm", "force", "friend", "fund", "general", "girl", "government", "group", "guard", "head", "husband",
    "judge",
    "king", "law enforcement", "leadership", "legislature", "mayor", "member", "militia", "minority", "movement",
    "nation", "navy", "nephew", "niece", "office", "official", "opponent", "organisation", "organization", "panel",
    "parent", "parliament", "party", "patient", "people", "person", "police", "president", "press", "prince",
    "princess",
    "queen", "regime", "relative", "representative", "resident", "rival", "school", "senate", "shah", "sibling", "son",
    "spokesperson", "spouse", "staff", "state", "student", "team", "troop", "tribe", "uncle", "union", "unit",
    "university", "victim", "widow", "wife", "wing",
  ]

  private static let things: Set<String> = [
    "answer", "behavior", "border", "career", "center", "chapter", "cover", "disorder", "error", "favor", "honor",
    "labor", "letter", "matter", "number", "offer", "order", "paper", "power", "shelter", "tax", "weather",
  ]

  /// Acts whose "of" phrase names whom they befall.
  private static let undergone: Set<String> = [
    "appointment", "arrest", "assassination", "assault", "bombardment", "bombing", "conquest", "creation", "criticism",
    "execution", "handling", "impeachment", "invasion", "killing", "mistreatment", "murder", "nomination", "occupation",
    "oppression", "persecution", "proclamation", "publication", "rejection", "repeal", "repression", "shelling",
    "shooting", "siege", "suspension", "takeover", "treatment", "violation",
  ]

  /// Whether a noun names a person or a body, as far as its form tells.
  static func isActor(_ lemma: String) -> Bool {
    if actors.contains(lemma) || TieLexicons.shared.groups[lemma]?.rawValue == "partOf" { return true }
    if things.contains(lemma) { return false }
    return ["er", "or", "ist", "ian", "man", "men", "woman", "women"].contains { lemma.hasSuffix($0) }
  }

  /// Who did, said or issued what a phrase names; nil where its head is no act or the phrase names no author.
  ///
  /// "the attack **by the rebels**", "**Tehran's** decision", "**US** policy", "a statement **from the palace**".
  func authors(
    of token: Int, in sentence: Int, tree: SentenceTree, participants: Participants, isAct: Bool = false
  ) -> [Mention.ID]? {
    guard tree.tokens[token].upos == "NOUN", participants.name(at: token, in: sentence) == nil else { return nil }
    guard isAct || nouns.contains(tree.lemma(token)) else {
      // Of anything else that is no person or body, whoever has or decreed it: "suspended the airline's permit", "the
      // state of emergency that the king declared".
      // But a "state of emergency" is no state.
      guard !Self.isActor(tree.lemma(token)) || tree.lemma(token) == "state" && tree.has(token, "nmod") else {
        return nil
      }
      let owners = tree.children(token, "nmod:poss")
      let decreeing =
        owners.isEmpty ? makers(of: token, tree).filter { Self.decreeing.contains(tree.lemma($0.verb)) } : []
      let found = (owners + decreeing.map(\.maker)).flatMap { tree.coordination($0) }
        .flatMap { participants.mentions(at: $0, in: sentence, tree: tree) }
      return found.isEmpty ? nil : found
    }
    let nmods = tree.children(token, "nmod")
    func marked(_ prepositions: Set<String>) -> [Int] {
      nmods.filter { prepositions.contains(tree.preposition(of: $0)?.name ?? "") }
    }
    let owners = nmods.filter { tree.tokens[$0].deprel == "nmod:poss" }
    let agents = tree.children(token, "acl").flatMap { c in
      tree.children(c, "obl").filter { tree.preposition(of: $0)?.name == "by" }
    }
    // "the order the governor signed"
    let makers = makers(of: token, tree).map(\.maker)
    // "the killing of X" was not done by X.
    let bearers = Self.undergone.contains(tree.lemma(token)) ? [] : marked(["of"])
    for group in [owners, marked(["by"]), agents, makers, marked(["from"]), bearers] {
      let found = group.flatMap { tree.coordination($0) }
        .flatMap { participants.mentions(at: $0, in: sentence, tree: tree) }
      if !found.isEmpty { return found }
    }
    let modifiers = tree.children(token, "compound", "amod").compactMap { participants.name(at: $0, in: sentence) }
    return modifiers.isEmpty ? nil : modifiers
  }

  private static let decreeing: Set<String> = [
    "announce", "declare", "decree", "draft", "impose", "introduce", "issue", "order", "propose", "sign",
  ]

  /// Who makes what a noun names, by the verb of its relative clause: "the order the governor **signed**".
  private func makers(of token: Int, _ tree: SentenceTree) -> [(verb: Int, maker: Int)] {
    // "the state of emergency that the king declared": it may hang from the last word.
    let behind = tree.children(token, "nmod").filter { tree.preposition(of: $0)?.name == "of" }
    let relative = ([token] + behind).flatMap { tree.children($0, "acl:relcl") }.flatMap { c in
      tree.has(c, "obj") || tree.children(c, "nsubj:pass", "aux:pass").first != nil
        ? [] : tree.children(c, "nsubj").filter { !tree.isRelativePronoun($0) }.map { (c, $0) }
    }
    guard relative.isEmpty, let end = tree.sentence.subtree(of: token).max(), end + 1 < tree.tokens.count else {
      return relative
    }
    // Where the tree hangs such a clause from elsewhere: its subject follows the phrase at once, and it has no object.
    var subject = end + 1
    for _ in 0..<8 {
      guard let v = tree.tokens[subject].head else { break }
      if tree.tokens[subject].relation == "nsubj", v > end, tree.isVerb(v), Self.decreeing.contains(tree.lemma(v)),
        !["obj", "mark", "ccomp", "aux:pass", "cc"].contains(where: { tree.has(v, $0) }),
        tree.sentence.subtree(of: subject).min() == end + 1
      {
        return [(v, subject)]
      }
      subject = v
    }
    return []
  }
}
