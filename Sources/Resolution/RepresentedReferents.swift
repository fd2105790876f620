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
      if d.kinds.contains(.folds) || d.kinds.contains(.force) || Self.people.contains(d.head) && d.isDefinite {
        let represented = owners.filter { canBeRepresented($0, by: d) }
        assign(d.mention.id, represented, score: 0.9, reason: "unnamed, stands for whom it represents")
      }
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
    case .place: return nodes[node].country != nil || d.kinds.contains(.folds)
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
