import Statements

/// From words to the mentions they stand for, over one document.
struct Participants: Sendable {
  let document: Document
  /// For each sentence and token: the name that covers it.
  private let names: [[Mention.ID?]]
  /// For each sentence and token: the nominal or pronoun mention that it heads.
  private let heads: [[Mention.ID?]]
  /// For each mention, the type of its chain's first name, or its own.
  private let types: [EntityType?]
  private let groups: Set<Mention.ID>

  init(_ document: Document) {
    self.document = document
    var names = document.sentences.map { [Mention.ID?](repeating: nil, count: $0.tokens.count) }
    var heads = names
    for m in document.mentions where names.indices.contains(m.sentence) {
      if m.form == .name {
        for t in m.tokens where names[m.sentence].indices.contains(t) { names[m.sentence][t] = m.id }
      } else if heads[m.sentence].indices.contains(m.head) {
        heads[m.sentence][m.head] = m.id
      }
    }
    self.names = names
    self.heads = heads
    var types: [EntityType?] = document.mentions.map { m in
      m.form == .name || m.type.isNode || m.type == .demonym ? m.type : Self.pronounType(m, document)
    }
    for chain in document.coreference {
      let members = chain.compactMap { document.mentions.indices.contains($0) ? document.mentions[$0] : nil }
      guard let known = members.first(where: { $0.form == .name })?.type else { continue }
      for m in members where m.form != .name { types[m.id] = known }
    }
    self.types = types
    var groups = Set(document.splitAntecedents.keys)
    for chain in document.coreference where chain.contains(where: groups.contains) { groups.formUnion(chain) }
    for m in document.mentions where m.form == .nominal && document.sentences.indices.contains(m.sentence) {
      let tokens = document.sentences[m.sentence].tokens
      if tokens.indices.contains(m.head), tokens[m.head].xpos == "NNS" { groups.insert(m.id) }
    }
    self.groups = groups
  }

  private static func pronounType(_ m: Mention, _ document: Document) -> EntityType? {
    guard m.form == .pronoun else { return nil }
    let form = document.sentences[m.sentence].tokens[m.head].form.lowercased()
    return ["he", "him", "his", "she", "her", "i", "me", "my", "himself", "herself", "myself"].contains(form)
      ? .person : nil
  }

  /// Nouns that say what kind of thing the name before them is.
  private static let classNouns: Set<String> = [
    "agreement", "accord", "treaty", "pact", "deal", "movement", "party", "group", "organization", "organisation",
    "network", "summit", "referendum", "election", "company", "firm", "newspaper", "channel", "agency", "militia",
    "coalition", "alliance", "club", "team", "airline", "festival", "tournament", "championship", "campaign",
  ]

  /// What is spoken of: those whom it includes take no part.
  private static let topicNouns: Set<String> = [
    "area", "concern", "issue", "matter", "problem", "question", "subject", "theme", "thing", "topic",
  ]

  private static let chambers: Set<String> = ["house", "chamber"]

  private static let placeNouns: Set<String> = [
    "city", "town", "village", "state", "province", "district", "county", "region", "country", "nation", "port",
    "island", "suburb", "municipality", "republic", "kingdom",
  ]

  /// The name at a word, or the one beside the common noun that stands there: "the president, the *surgeon* Ada Roe".
  private func described(by token: Int, _ sentence: Int, _ tree: SentenceTree) -> Mention.ID? {
    if let name = names[sentence][token] { return name }
    guard tree.tokens[token].upos == "NOUN" else { return nil }
    return tree.children(token, "appos", "flat").compactMap { names[sentence][$0] }.first
  }

  private func isPlural(_ token: Int, _ sentence: Int) -> Bool {
    document.sentences[sentence].tokens[token].xpos.hasSuffix("S")
  }

  /// The type of what a mention refers to; nil where nothing tells.
  func type(of id: Mention.ID) -> EntityType? { types[id] }

  /// Whether a mention is of someone who acts: a person, a body, a place that stands for one.
  func isActor(_ id: Mention.ID) -> Bool {
    switch types[id] {
    case .person, .organization, .place, .demonym, .role: true
    default: false
    }
  }

  /// Whether a mention is of several things: "ministers", or what takes up several.
  func isGroup(_ id: Mention.ID) -> Bool { groups.contains(id) }

  func mention(_ id: Mention.ID) -> Mention { document.mentions[id] }

  /// The name that covers a token.
  func name(at token: Int, in sentence: Int) -> Mention.ID? { names[sentence][token] }

  /// What a phrase refers to, by its head: the name it is or is put beside ("the ambassador, X"), else the phrase.
  ///
  /// "countries including X and Y" are also X and Y.
  func mentions(at token: Int, in sentence: Int, tree: SentenceTree) -> [Mention.ID] {
    if let name = names[sentence][token] {
      if types[name] == .demonym, !isPlural(token, sentence) {
        // "a Freedonian, Ada Roe", "[Freedonian] Minister Ada Roe" where the tree lets the rest hang from the adjective
        let person = tree.children(token, "appos", "flat").compactMap { names[sentence][$0] }
          .first { types[$0] == .person && $0 != name }
        if let person { return [person] }
      }
      return types[name].map { $0.isNode || $0 == .demonym || $0 == .other } ?? false ? [name] : []
    }
    // "Presidents Ada Bel and Cy Dor": a title that the names hang from
    let titled = tree.children(token, "flat").flatMap { tree.coordination($0) }.compactMap { names[sentence][$0] }
      .filter { types[$0]?.isNode ?? false }
    if !titled.isEmpty { return titled }
    var out: [Mention.ID] = []
    guard let own = heads[sentence][token] else { return [] }
    if mention(own).form == .nominal, Self.classNouns.contains(tree.lemma(token)) {
      // "the Bergen agreement", "the Concord movement": the thing that the name names
      let modifiers = tree.children(token, "compound", "nmod:desc").compactMap { names[sentence][$0] }
      if modifiers.count == 1, let type = types[modifiers[0]], type == .event || type == .organization {
        return modifiers
      }
    }
    if mention(own).form == .nominal {
      for a in tree.children(token, "appos") {
        let beside = tree.coordination(a).compactMap { described(by: $0, sentence, tree) }
          .filter { types[$0]?.isNode ?? false }
        if let first = beside.first { return isPlural(token, sentence) ? beside : [first] }
      }
      // "the city of X"; "both houses of the X Congress"
      let lemma = tree.lemma(token)
      let type: EntityType? =
        Self.placeNouns.contains(lemma)
        ? .place : Self.chambers.contains(lemma) && isPlural(token, sentence) ? .organization : nil
      if let type {
        for n in tree.children(token, "nmod") where tree.preposition(of: n)?.name == "of" {
          if let name = names[sentence][n], types[name] == type { return [name] }
        }
      }
      for n in tree.children(token, "nmod") {
        guard let name = tree.preposition(of: n)?.name, ["including", "like", "such_as"].contains(name),
          !Self.topicNouns.contains(tree.lemma(token))
        else {
          continue
        }
        out += tree.coordination(n).compactMap { names[sentence][$0] }
      }
    }
    return [own] + out
  }
}
