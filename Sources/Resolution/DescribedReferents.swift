import Statements

/// Things that the article never names, but says something of: "the suspect", "protesters", "the police", "the 2016
/// referendum", "the Foreign Secretary".
///
/// Only what takes part in a statement of the vocabulary becomes a node, and only where the head word says that it is
/// someone who acts, a body, or an event that is held.
extension Referents {
  /// Adds the described things; `used` are the mentions that statements of the vocabulary are about.
  mutating func addDescribed(_ used: Set<Mention.ID>) {
    var wanted = used
    var chainOf: [Mention.ID: Int] = [:]
    for (c, chain) in document.coreference.enumerated() {
      for m in chain { chainOf[m] = c }
      if chain.contains(where: { used.contains($0) }) { wanted.formUnion(chain) }
    }
    var nodeOfChain: [Int: Int] = [:]
    var nodeOfKey: [String: Int] = [:]
    for d in descriptions where nodesOf[d.mention.id].isEmpty && wanted.contains(d.mention.id) {
      guard let type = describedType(d), let label = label(of: d) else { continue }
      let chain = chainOf[d.mention.id]
      let key =
        "\(type.rawValue)|\(label.owner ?? -1)|" + (type == .event ? d.words.sorted().joined(separator: " ") : d.head)
      // An indefinite phrase introduces someone new.
      let known = chain.flatMap { nodeOfChain[$0] } ?? (isIndefinite(d) && !d.isPlural ? nil : nodeOfKey[key])
      let node = known ?? (d.kinds.contains(.organ) ? nodeOfBody[[d.head]] : nil) ?? nodes.count
      if node == nodes.count {
        var described = Node()
        described.type = type
        described.isPerson = type == .person
        described.label = label.text
        nodes.append(described)
      }
      if let chain, nodeOfChain[chain] == nil { nodeOfChain[chain] = node }
      nodeOfKey[key] = node
      assign(d.mention.id, [node], score: 0.6, reason: "the article does not name it and speaks of one such")
    }
  }

  /// What kind of thing a description introduces, or nil where it should not be drawn.
  private func describedType(_ d: Description) -> EntityType? {
    if d.kinds.contains(.organ) || d.head == "opposition" {
      return d.owners.isEmpty && (!d.isPlural || d.head == "police") ? .organization : nil
    }
    if Self.events.contains(d.head), !d.isPlural || Self.plural.contains(d.head) { return .event }
    if d.isPlural && Self.groups.contains(d.head) || !d.isPlural && d.isDefinite && Self.unions.contains(d.head) {
      return .organization
    }
    if !d.isPlural, Self.persons.contains(d.head) { return .person }
    if !d.isPlural, d.kinds.contains(.office), d.isDefinite || startsCapitalised(d) { return .role }
    return nil
  }

  private func isIndefinite(_ d: Description) -> Bool {
    let sentence = document.sentences[d.mention.sentence]
    return sentence.children(of: d.mention.head, "det").contains {
      ["a", "an", "another"].contains(sentence.tokens[$0].form.lowercased())
    }
  }

  private func startsCapitalised(_ d: Description) -> Bool {
    NameText.startsWithCapital(document.sentences[d.mention.sentence].tokens[d.mention.head].form)
  }

  /// A description as a name: without its article, and whose it is by name; nil where that is not known.
  private func label(of d: Description) -> (text: String, owner: Int?)? {
    var words = document.text(of: d.mention).split(whereSeparator: \.isWhitespace).map { String($0) }
    guard words.count > 1, let first = words.first?.lowercased() else { return (words.joined(separator: " "), nil) }
    if ["the", "a", "an"].contains(first) {
      words.removeFirst()
    } else if Self.possessive.contains(first) {
      // "its army": the army of whom?
      let pronoun = pronouns[d.mention.sentence]?[d.mention.tokens.lowerBound]
      guard let owners = pronoun.map({ nodesOf[$0] }), owners.count == 1 else { return nil }
      words[0] = name(of: owners[0]) + "'s"
      return (words.joined(separator: " "), owners[0])
    }
    return (words.joined(separator: " "), nil)
  }

  private static let possessive: Set<String> = ["his", "her", "its", "their", "my", "our", "your"]

  /// Occasions that people take part in. Those at which people only speak (conferences, rallies) are no events of their
  /// own, and neither are audiences (journalists, supporters): careful readers draw one in thirty of them.
  private static let events: Set<String> = [
    "election", "referendum", "summit", "championship", "tournament", "race", "debate", "war",
    "festival", "marathon", "game", "parade", "forum", "congress", "final", "primary", "shooting",
    "riot", "protest", "demonstration", "march", "crash", "explosion", "massacre", "uprising", "siege",
  ]

  /// Occasions that are many, and one.
  private static let plural: Set<String> = ["game", "protest", "riot", "demonstration", "primary"]

  /// Bodies of several states or groups.
  private static let unions: Set<String> = ["coalition", "alliance", "regime", "militia", "camp"]

  /// Many who act together.
  private static let groups: Set<String> = [
    "protester", "demonstrator", "activist", "rebel", "militant", "insurgent", "lawmaker", "prosecutor", "firefighter",
    "rescuer", "soldier", "troop", "authority", "investigator", "scientist", "researcher", "worker", "opponent",
    "critic", "mp", "terrorist", "attacker", "gunman", "suspect", "officer", "farmer", "migrant", "refugee", "villager",
    "bishop", "teacher", "striker",
  ]

  /// One who acts or suffers.
  private static let persons: Set<String> = [
    "suspect", "gunman", "attacker", "assailant", "shooter", "accused", "defendant", "victim", "man", "driver",
    "pilot", "boy", "girl", "teenager", "protester", "officer", "policeman", "hunter", "killer", "bomber",
    "perpetrator",
    "passenger", "plaintiff", "survivor", "hostage", "prisoner", "soldier", "student", "fugitive", "witness",
  ]
}
