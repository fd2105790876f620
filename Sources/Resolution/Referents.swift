import Statements

/// Which thing each mention of an article refers to.
struct Referents: Sendable {
  /// One thing of the article, as it takes shape.
  struct Node: Sendable {
    var isPerson = false
    var country: Int?
    /// The surfaces that name it.
    var surfaces: [Int] = []
    /// Descriptions that refer to it, in order of appearance.
    var descriptions: [Mention.ID] = []
    /// Whose it is, for a government, an army, a court named only by description, with the mention that says so.
    var owner: (node: Int, mention: Mention.ID)?
    /// The words that identify a body known by description alone.
    var label: String?
    var type: EntityType = .other
  }

  /// The country or place that a body's own name names.
  struct Within: Sendable {
    let node: Int
    let mention: Mention.ID
    let tokens: Range<Int>
  }

  var nodes: [Node] = []
  /// For the node of a body of state, the place in its name.
  var places: [Int: Within] = [:]
  /// For each mention, its nodes: none, one, or several ("delegations of A and B").
  var nodesOf: [[Int]]
  var judgements: [Judgement] = []
  let clusters: NameClusters
  /// For each mention, the index of its name.
  let nameOf: [Mention.ID: Int]

  let document: Document
  let gazetteer: Gazetteer
  var nodeOfCluster: [Int: Int] = [:]
  var nodeOfCountry: [Int: Int] = [:]
  var nodeOfBody: [[String]: Int] = [:]
  var titles: [Int: [PersonTitle]] = [:]
  /// Sentence → word → the name that it heads.
  var nameHeads: [Int: [Int: Int]] = [:]
  /// Sentence → word → the pronoun that stands there.
  let pronouns: [Int: [Int: Mention.ID]]
  var descriptions: [Description] = []
  var descriptionOf: [Mention.ID: Int] = [:]

  /// Offices that only another's dealings show to be a named person's, with the mention that names the office.
  var inferredOffices: [(node: Int, mention: Mention.ID)] = []
  /// For "the two sides" of a meeting, who was on which.
  var sides: [Mention.ID: [[Int]]] = [:]

  init(
    _ document: Document, clusters: NameClusters, roles: [HeldOffice], encounters: [Encounter], used: Set<Mention.ID>,
    gazetteer: Gazetteer
  ) {
    self.document = document
    self.clusters = clusters
    self.gazetteer = gazetteer
    nodesOf = [[Int]](repeating: [], count: document.mentions.count)
    var pronouns: [Int: [Int: Mention.ID]] = [:]
    for m in document.mentions where m.form == .pronoun { pronouns[m.sentence, default: [:]][m.head] = m.id }
    self.pronouns = pronouns
    nameOf = Dictionary(clusters.names.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    addNames(used)
    findPlaces()
    readDescriptions()
    readTitles(roles)
    resolveOffices(roles)
    resolveAppositions()
    resolvePredicates()
    readDescribedTitles()
    resolveByTitle()
    resolveByChain(pronouns: false) { $0.kinds.contains(.office) && !$0.isPlural && !$0.owners.isEmpty }
    resolveByEncounters(encounters)
    resolveByStructure()
    resolveSides(encounters)
    resolveSplits()
    resolveByChain(pronouns: true) { _ in true }
    resolveSplits()
    resolveOwnedByPronoun()
    resolveByHead()
    addDescribed(used)
    resolveByChain(pronouns: true) { _ in false }
  }

  // MARK: Names

  mutating func addNames(_ used: Set<Mention.ID>) {
    for members in clusters.classes {
      guard let root = members.first else { continue }
      var node = Node()
      node.surfaces = members
      node.country = members.compactMap { clusters.surfaces[$0].country }.first
      node.isPerson = members.contains { clusters.surfaces[$0].isPerson }
      node.type = type(of: members, node)
      if node.type == .other, isGroup(members, used) { node.type = .organization }
      nodeOfCluster[root] = nodes.count
      if let country = node.country { nodeOfCountry[country] = nodes.count }
      if !node.isPerson, node.country == nil {
        for s in members {
          let name = BodyName(text: clusters.text(s), words: clusters.surfaces[s].words, gazetteer: gazetteer)
          if nodeOfBody[name.bag] == nil { nodeOfBody[name.bag] = nodes.count }
        }
      }
      nodes.append(node)
    }
    for (n, name) in clusters.names.enumerated() {
      if let node = nodeOfCluster[clusters.cluster(ofName: n)] { nodesOf[name.id] = [node] }
    }
  }

  /// "Ruritanian Army", "Parliament of Ruritania", "Oslo police": each is its place's.
  mutating func findPlaces() {
    var named: [String: Int] = [:]
    for (n, node) in nodes.enumerated() where node.type == .place && node.country == nil {
      for s in node.surfaces { named[clusters.surfaces[s].words.joined(separator: " ")] = n }
    }
    for n in nodes.indices where nodes[n].type == .organization && nodes[n].country == nil {
      search: for s in nodes[n].surfaces {
        for use in clusters.surfaces[s].uses {
          if let (tokens, place) = place(in: clusters.names[use], named) {
            places[n] = Within(node: place, mention: clusters.names[use].id, tokens: tokens)
            break search
          }
        }
      }
    }
  }

  private static let continents: Set<String> = ["AFRICA", "AMERICAS", "ASIA", "EUROPE", "OCEANIA"]

  /// The longest place name within the name of a body of state, from the left, and the tokens that name it.
  mutating func place(in name: NameMention, _ named: [String: Int]) -> (Range<Int>, node: Int)? {
    let read = BodyName(text: name.text, words: name.words, gazetteer: gazetteer)
    guard gazetteer.isOrgan(read.head) else { return nil }
    let tokens = document.sentences[name.sentence].tokens
    for lower in name.tokens where NameText.startsWithCapital(tokens[lower].form) {
      for upper in (lower + 1...name.tokens.upperBound).reversed() where upper - lower < name.tokens.count {
        let key = NameText.key(tokens[lower..<upper].map(\.form).joined(separator: " "))
        if let country = gazetteer.countryWords[key]?.country {
          // "European Court": a continent has no organs.
          if Self.continents.contains(gazetteer.countries[country].code) { return nil }
          return (lower..<upper, node(ofCountry: country))
        }
        if let node = named[key] { return (lower..<upper, node) }
      }
    }
    return nil
  }

  func type(of members: [Int], _ node: Node) -> EntityType {
    if let country = node.country { return gazetteer.countries[country].type }
    if node.isPerson { return .person }
    var votes: [EntityType: Int] = [:]
    for s in members {
      for (type, count) in clusters.surfaces[s].types where type.isNode { votes[type, default: 0] += count }
    }
    let best = EntityType.allCases.filter { votes[$0] != nil }.max { (votes[$0] ?? 0) < (votes[$1] ?? 0) }
    let heads = members.map {
      BodyName(text: clusters.text($0), words: clusters.surfaces[$0].words, gazetteer: gazetteer).head
    }
    let told = heads.compactMap { gazetteer.kinds[$0] }.first
    if let best { return best == .person ? told ?? .organization : best }
    // "Republicans", "Catholics": a group; "Catholic" alone is none.
    if let told { return told }
    return members.contains { s in
      clusters.surfaces[s].uses.contains { n in
        let token = document.sentences[clusters.names[n].sentence].tokens[clusters.names[n].head]
        return token.upos != "ADJ" && token.xpos.hasSuffix("S")
      }
    } ? .organization : .other
  }

  /// "Liberal" in "Liberal senator": the party, where a statement is about it.
  func isGroup(_ members: [Int], _ used: Set<Mention.ID>) -> Bool {
    members.contains { s in clusters.surfaces[s].uses.contains { used.contains(clusters.names[$0].id) } }
  }

  /// The node of a country, made where the article has only its adjective.
  mutating func node(ofCountry country: Int) -> Int {
    if let node = nodeOfCountry[country] { return node }
    var node = Node()
    node.country = country
    node.type = gazetteer.countries[country].type
    nodeOfCountry[country] = nodes.count
    nodes.append(node)
    return nodes.count - 1
  }

  mutating func node(of owner: Description.Owner) -> Int? {
    switch owner {
    case .name(let n): nodeOfCluster[clusters.cluster(ofName: n)]
    case .country(let c): node(ofCountry: c)
    }
  }

  /// The node of an owner, where there is one already.
  func knownNode(_ owner: Description.Owner) -> Int? {
    switch owner {
    case .name(let n): nodeOfCluster[clusters.cluster(ofName: n)]
    case .country(let c): nodeOfCountry[c]
    }
  }

  mutating func assign(_ mention: Mention.ID, _ targets: [Int], score: Double, reason: String) {
    guard nodesOf[mention].isEmpty, !targets.isEmpty else { return }
    var unique: [Int] = []
    for t in targets where !unique.contains(t) { unique.append(t) }
    nodesOf[mention] = unique
    guard document.mentions[mention].form == .nominal else { return }
    for t in unique {
      nodes[t].descriptions.append(mention)
      judgements.append(
        Judgement(
          left: name(of: t), right: document.text(of: document.mentions[mention]), verdict: .same, score: score,
          reason: reason, author: .machine("resolution")))
    }
  }

  /// A short name of a node, for reasons and for what is its own.
  func name(of node: Int) -> String {
    if let country = nodes[node].country { return gazetteer.countries[country].name }
    let surfaces = nodes[node].surfaces
    let named = surfaces.first { clusters.surfaces[$0].type != .demonym } ?? surfaces.first
    return named.map(clusters.text) ?? nodes[node].label ?? ""
  }

  // MARK: Descriptions

  mutating func readDescriptions() {
    for (n, name) in clusters.names.enumerated() { nameHeads[name.sentence, default: [:]][name.head] = n }
    let heads = nameHeads
    for mention in document.mentions where mention.form == .nominal {
      descriptionOf[mention.id] = descriptions.count
      descriptions.append(
        Description(mention, in: document.sentences[mention.sentence], gazetteer: gazetteer) {
          heads[mention.sentence]?[$0]
        })
    }
  }
}
