import Statements

/// Descriptions that name what they stand for: representatives, forces, bodies of a state, "the city of X".
extension Referents {
  static let placeKinds: Set<String> = [
    "city", "town", "village", "province", "state", "region", "district", "county", "island", "municipality",
    "republic",
    "kingdom", "prefecture", "territory", "nation", "emirate",
  ]

  static let people: Set<String> = ["people", "nation", "public"]

  mutating func resolveByStructure() {
    for d in descriptions where nodesOf[d.mention.id].isEmpty {
      let owners = d.owners.compactMap { node(of: $0) }
      // "the city of Oslo"
      if Self.placeKinds.contains(d.head), !d.isPlural, owners.count == 1, nodes[owners[0]].type == .place,
        follows(d)
      {
        assign(d.mention.id, owners, score: 0.95, reason: "the name behind the word for its kind")
        continue
      }
      guard !owners.isEmpty else { continue }
      if d.kinds.contains(.force), owners.count == 1, let army = army(of: owners[0]) {
        assign(d.mention.id, [army], score: 0.85, reason: "its armed force is named")
        continue
      }
      if d.kinds.contains(.body), !d.isPlural || d.head == "police", owners.count == 1, !folds(d, into: owners[0]),
        let body = body(d, of: owners[0])
      {
        assign(d.mention.id, [body], score: 0.95, reason: "the same body, described")
        continue
      }
    }
    var headed: [[Int]: Mention.ID] = [:]
    for d in descriptions { headed[[d.mention.sentence, d.mention.head]] = d.mention.id }
    for d in descriptions where nodesOf[d.mention.id].isEmpty {
      // "delegations of the Ruritanian government and the Concord": the government is a description itself.
      let owners = d.owners.compactMap { node(of: $0) } + describedOwners(of: d, headed)
      // A former minister acts for nobody.
      guard Self.past.isDisjoint(with: d.words) else { continue }
      if let group = takenUp(d) {
        assign(d.mention.id, group, score: 0.8, reason: "takes up those that were introduced as such")
        continue
      }
      if d.kinds.contains(.folds) || d.kinds.contains(.force) || Self.people.contains(d.head) && d.isDefinite {
        let represented = owners.filter { canBeRepresented($0, by: d) }
        assign(d.mention.id, represented, score: 0.9, reason: "unnamed, stands for whom it represents")
      }
    }
  }

  /// The bodies that the phrase behind a delegation names by a description: "of the Ruritanian government".
  private func describedOwners(of d: Description, _ headed: [[Int]: Mention.ID]) -> [Int] {
    guard d.kinds.contains(.folds), !d.kinds.contains(.office) else { return [] }
    let sentence = document.sentences[d.mention.sentence]
    let behind = sentence.children(of: d.mention.head, "nmod").filter { c in
      c > d.mention.head
        && Phrase.preposition(of: c, in: sentence).map { ["of", "from", "for"].contains($0) } ?? false
    }
    return behind.flatMap { [$0] + sentence.children(of: $0, "conj") }.flatMap { t -> [Int] in
      guard let m = headed[[d.mention.sentence, t]] else { return [] }
      return nodesOf[m].filter { nodes[$0].type == .organization }
    }
  }

  static let past: Set<String> = ["former", "ex", "retired", "ousted", "late", "onetime"]

  private func isBoth(_ d: Description) -> Bool {
    let sentence = document.sentences[d.mention.sentence]
    return sentence.children(of: d.mention.head, "det", "cc").contains {
      sentence.tokens[$0].form.lowercased() == "both"
    }
  }

  /// "The Ruritanian delegations" after "delegations from the Ruritanian Front and the Concord": those two.
  func takenUp(_ d: Description) -> [Int]? {
    guard d.isPlural, d.isDefinite || isBoth(d), d.kinds.contains(.folds) else { return nil }
    let countries = Set(
      d.owners.compactMap { owner in knownNode(owner).flatMap { nodes[$0].country }.map { gazetteer.countries[$0].code }
      })
    guard countries.count == Set(d.owners).count else { return nil }
    let before = descriptions.last {
      $0.mention.id < d.mention.id && $0.head == d.head && $0.isPlural && nodesOf[$0.mention.id].count > 1
        && document.sentences[$0.mention.sentence].part == document.sentences[d.mention.sentence].part
    }
    guard let group = before.map({ nodesOf[$0.mention.id] }), group.allSatisfy({ nodes[$0].country == nil }) else {
      return nil
    }
    let isTheirs = countries.allSatisfy { code in
      group.contains { node in
        nodes[node].surfaces.contains { s in
          BodyName(words: clusters.surfaces[s].words, gazetteer: gazetteer).words.contains("@" + code)
        }
      }
    }
    return isTheirs ? group : nil
  }

  /// "its envoy", "their officials": unnamed, for whoever the pronoun means.
  mutating func resolveOwnedByPronoun() {
    for d in descriptions where nodesOf[d.mention.id].isEmpty && d.kinds.contains(.folds) && d.owners.isEmpty {
      let sentence = document.sentences[d.mention.sentence]
      let owners = sentence.children(of: d.mention.head, "nmod").filter { sentence.tokens[$0].deprel == "nmod:poss" }
      guard let m = owners.first.flatMap({ pronouns[d.mention.sentence]?[$0] }), Self.past.isDisjoint(with: d.words),
        sentence.children(of: d.mention.head, "appos", "flat").isEmpty
      else { continue }
      let represented = nodesOf[m].filter { !nodes[$0].isPerson && canBeRepresented($0, by: d) }
      assign(d.mention.id, represented, score: 0.75, reason: "unnamed, stands for whom it represents")
    }
  }

  /// "the Ruritanian regime": the country; "Lind's regime": a body.
  func folds(_ d: Description, into owner: Int) -> Bool {
    d.kinds.contains(.folds) && nodes[owner].type == .place
  }

  /// The one named army of a country: "Ruritanian Armed Forces".
  func army(of owner: Int) -> Int? {
    guard let country = nodes[owner].country else { return nil }
    let code = "@" + gazetteer.countries[country].code
    let found = Set(
      nodeOfBody.filter { $0.key.contains(code) && !Self.armies.isDisjoint(with: $0.key) }.values)
    return found.count == 1 ? found.first : nil
  }

  static let armies: Set<String> = ["forces", "army", "military"]

  /// Whether the owner stands behind the head: "city of Oslo", not "Oslo city".
  func follows(_ d: Description) -> Bool {
    guard case .name(let n)? = d.owners.first else { return false }
    let sentence = document.sentences[d.mention.sentence]
    return clusters.names[n].head > d.mention.head
      && Phrase.preposition(of: clusters.names[n].head, in: sentence) == "of"
  }

  func canBeRepresented(_ node: Int, by d: Description) -> Bool {
    switch nodes[node].type {
    case .organization: return true
    case .place:
      // A city has officials; its teams and sources are not the city.
      return nodes[node].country != nil
        || d.kinds.contains(.folds) && !["team", "source", "side", "mission", "management", "board"].contains(d.head)
    case .person:
      return [
        "spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative", "lawyer", "attorney", "aide",
      ]
      .contains(d.head)
    default: return false
    }
  }

  /// The node of a government, army, court, … of an owner.
  mutating func body(_ d: Description, of owner: Int) -> Int? {
    let isPlace = nodes[owner].type == .place || nodes[owner].country != nil
    guard isPlace || ["government", "administration", "regime", "cabinet"].contains(d.head) else { return nil }
    let sentence = document.sentences[d.mention.sentence]
    var words = [d.head]
    for c in sentence.children(of: d.mention.head, "compound") {
      let word = NameText.key(sentence.tokens[c].form)
      if gazetteer.countryWords[word] == nil, d.words.contains(word),
        nodes[owner].surfaces.allSatisfy({ !clusters.surfaces[$0].words.contains(word) })
      {
        words.append(word)
      }
    }
    let ownerWords =
      nodes[owner].country.map { ["@" + gazetteer.countries[$0].code] }
      ?? nodes[owner].surfaces.first.map { clusters.surfaces[$0].words } ?? []
    guard !ownerWords.isEmpty else { return nil }
    let bag = (words + ownerWords).sorted()
    if let node = nodeOfBody[bag] { return node }
    var node = Node()
    node.type = .organization
    node.owner = (owner, d.mention.id)
    node.label = NameText.clean(document.text(of: d.mention))
    nodeOfBody[bag] = nodes.count
    nodes.append(node)
    return nodes.count - 1
  }
}
