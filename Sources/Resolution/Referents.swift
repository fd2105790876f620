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

  private(set) var nodes: [Node] = []
  /// For the node of a body of state, the place in its name.
  private(set) var places: [Int: Within] = [:]
  /// For each mention, its nodes: none, one, or several ("delegations of A and B").
  private(set) var nodesOf: [[Int]]
  private(set) var judgements: [Judgement] = []
  let clusters: NameClusters
  /// For each mention, the index of its name.
  let nameOf: [Mention.ID: Int]

  private let document: Document
  private let gazetteer: Gazetteer
  private var nodeOfCluster: [Int: Int] = [:]
  private var nodeOfCountry: [Int: Int] = [:]
  private var nodeOfBody: [[String]: Int] = [:]
  private var titles: [Int: [PersonTitle]] = [:]
  /// Sentence → word → the name that it heads.
  private var nameHeads: [Int: [Int: Int]] = [:]
  private var descriptions: [Description] = []
  private var descriptionOf: [Mention.ID: Int] = [:]

  init(_ document: Document, clusters: NameClusters, roles: [(person: Mention.ID, title: String)], gazetteer: Gazetteer)
  {
    self.document = document
    self.clusters = clusters
    self.gazetteer = gazetteer
    nodesOf = [[Int]](repeating: [], count: document.mentions.count)
    nameOf = Dictionary(clusters.names.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    addNames()
    findPlaces()
    readDescriptions()
    readTitles(roles)
    resolveAppositions()
    resolvePredicates()
    readDescribedTitles()
    resolveByTitle()
    resolveByChain(pronouns: false) { $0.kinds.contains(.office) && !$0.isPlural && !$0.owners.isEmpty }
    resolveByStructure()
    resolveByChain(pronouns: true) { _ in true }
    resolveByHead()
  }

  // MARK: Names

  private mutating func addNames() {
    for members in clusters.classes {
      guard let root = members.first else { continue }
      var node = Node()
      node.surfaces = members
      node.country = members.compactMap { clusters.surfaces[$0].country }.first
      node.isPerson = members.contains { clusters.surfaces[$0].isPerson }
      node.type = type(of: members, node)
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
  private mutating func findPlaces() {
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

  /// The longest place name within the name of a body of state, from the left, and the tokens that name it.
  private mutating func place(in name: NameMention, _ named: [String: Int]) -> (Range<Int>, node: Int)? {
    let read = BodyName(text: name.text, words: name.words, gazetteer: gazetteer)
    guard gazetteer.isOrgan(read.head) else { return nil }
    let tokens = document.sentences[name.sentence].tokens
    for lower in name.tokens where NameText.startsWithCapital(tokens[lower].form) {
      for upper in (lower + 1...name.tokens.upperBound).reversed() where upper - lower < name.tokens.count {
        let key = NameText.key(tokens[lower..<upper].map(\.form).joined(separator: " "))
        if let country = gazetteer.countryWords[key]?.country { return (lower..<upper, node(ofCountry: country)) }
        if let node = named[key] { return (lower..<upper, node) }
      }
    }
    return nil
  }

  private func type(of members: [Int], _ node: Node) -> EntityType {
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

  /// The node of a country, made where the article has only its adjective.
  private mutating func node(ofCountry country: Int) -> Int {
    if let node = nodeOfCountry[country] { return node }
    var node = Node()
    node.country = country
    node.type = gazetteer.countries[country].type
    nodeOfCountry[country] = nodes.count
    nodes.append(node)
    return nodes.count - 1
  }

  private mutating func node(of owner: Description.Owner) -> Int? {
    switch owner {
    case .name(let n): nodeOfCluster[clusters.cluster(ofName: n)]
    case .country(let c): node(ofCountry: c)
    }
  }

  /// The node of an owner, where there is one already.
  private func knownNode(_ owner: Description.Owner) -> Int? {
    switch owner {
    case .name(let n): nodeOfCluster[clusters.cluster(ofName: n)]
    case .country(let c): nodeOfCountry[c]
    }
  }

  private mutating func assign(_ mention: Mention.ID, _ targets: [Int], score: Double, reason: String) {
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

  /// A short name of a node, for reasons.
  func name(of node: Int) -> String {
    if let country = nodes[node].country { return gazetteer.countries[country].name }
    return nodes[node].surfaces.first.map(clusters.text) ?? nodes[node].label ?? ""
  }

  // MARK: Descriptions

  private mutating func readDescriptions() {
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

  /// "Ruritania's ambassador to Oslo, Ana Lind": the description beside a name is its bearer's.
  private mutating func resolveAppositions() {
    for d in descriptions {
      let sentence = document.sentences[d.mention.sentence]
      let h = d.mention.head
      var beside = sentence.children(of: h, "appos")
      if sentence.tokens[h].relation == "appos", let above = sentence.tokens[h].head { beside.append(above) }
      for t in beside {
        guard let n = nameHeads[d.mention.sentence]?[t], let node = nodeOfCluster[clusters.cluster(ofName: n)],
          nodes[node].country == nil, !d.isPlural, sentence.children(of: h, "conj").isEmpty,
          isPlausible(d, for: node), !contradictsTitles(d, node)
        else { continue }
        assign(d.mention.id, [node], score: 0.95, reason: "description beside the name")
        break
      }
    }
  }

  /// "Ana Lind, who is the mayor of Oslo", "Ana Lind is mayor": an office that the sentence says one holds.
  private mutating func resolvePredicates() {
    for d in descriptions where nodesOf[d.mention.id].isEmpty && d.kinds.contains(.office) && !d.isPlural {
      let sentence = document.sentences[d.mention.sentence]
      let h = d.mention.head
      guard let be = sentence.children(of: h, "cop").first, sentence.tokens[be].form.lowercased() == "is",
        sentence.children(of: h, "conj", "neg").isEmpty,
        !sentence.children(of: h, "advmod").contains(where: {
          ["not", "no", "never"].contains(sentence.tokens[$0].lemma)
        })
      else { continue }
      var subject = sentence.children(of: h, "nsubj").first
      if sentence.tokens[h].deprel == "acl:relcl" { subject = sentence.tokens[h].head }
      guard let subject, let n = nameHeads[d.mention.sentence]?[subject],
        let node = nodeOfCluster[clusters.cluster(ofName: n)], nodes[node].isPerson
      else { continue }
      assign(d.mention.id, [node], score: 0.9, reason: "the sentence says that the named person is it")
    }
  }

  /// Whether what a phrase's head word denotes can be of a node's type.
  private func isPlausible(_ d: Description, for node: Int) -> Bool {
    let person = nodes[node].isPerson
    if d.kinds.contains(.office) { return person || d.kinds.contains(.body) || d.kinds.contains(.folds) }
    if let kind = gazetteer.kinds[d.head] ?? (d.kinds.contains(.body) ? .organization : nil) {
      return person ? kind == .person : kind == nodes[node].type || nodes[node].type == .organization && kind != .event
    }
    return true
  }

  private mutating func readTitles(_ roles: [(person: Mention.ID, title: String)]) {
    for name in clusters.names where !name.titles.isEmpty {
      guard let node = nodesOf[name.id].first, nodes[node].isPerson else { continue }
      if let title = PersonTitle(name.titles, gazetteer: gazetteer) { titles[node, default: []].append(title) }
    }
    for (person, words) in roles {
      guard nodesOf.indices.contains(person), let node = nodesOf[person].first, nodes[node].isPerson else { continue }
      if let title = PersonTitle(NameText.words(words), gazetteer: gazetteer) {
        titles[node, default: []].append(title)
      }
    }
  }

  private mutating func readDescribedTitles() {
    for d in descriptions {
      guard let node = nodesOf[d.mention.id].first, nodes[node].isPerson else { continue }
      let words = NameText.words(document.text(of: d.mention))
      if let title = PersonTitle(words, gazetteer: gazetteer) { titles[node, default: []].append(title) }
    }
  }

  private static let placeKinds: Set<String> = [
    "city", "town", "village", "province", "state", "region", "district", "county", "island", "municipality",
    "republic",
    "kingdom", "prefecture", "territory", "nation", "emirate",
  ]

  private static let people: Set<String> = ["people", "nation", "public"]

  /// "the minister" where one minister is named.
  private mutating func resolveByTitle() {
    for d in descriptions where nodesOf[d.mention.id].isEmpty && !d.isPlural && d.kinds.contains(.office) {
      guard d.isDefinite || !d.owners.isEmpty || isCapitalised(d), let person = bearer(of: d) else { continue }
      assign(d.mention.id, [person], score: 0.9, reason: "the only person of that title")
    }
  }

  /// "Foreign Secretary said": a title without article.
  private func isCapitalised(_ d: Description) -> Bool {
    let sentence = document.sentences[d.mention.sentence]
    let hasArticle = sentence.children(of: d.mention.head, "det").contains {
      sentence.tokens[$0].form.lowercased() != "the"
    }
    return !hasArticle && NameText.startsWithCapital(sentence.tokens[d.mention.head].form)
  }

  private mutating func resolveByStructure() {
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
      if d.kinds.contains(.body), !d.isPlural, owners.count == 1, !folds(d, into: owners[0]),
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
  private func folds(_ d: Description, into owner: Int) -> Bool {
    d.kinds.contains(.folds) && nodes[owner].type == .place
  }

  /// The one named army of a country: "Ruritanian Armed Forces".
  private func army(of owner: Int) -> Int? {
    guard let country = nodes[owner].country else { return nil }
    let code = "@" + gazetteer.countries[country].code
    let found = Set(
      nodeOfBody.filter { $0.key.contains(code) && !Self.armies.isDisjoint(with: $0.key) }.values)
    return found.count == 1 ? found.first : nil
  }

  private static let armies: Set<String> = ["forces", "army", "military"]

  /// Whether the owner stands behind the head: "city of Oslo", not "Oslo city".
  private func follows(_ d: Description) -> Bool {
    guard case .name(let n)? = d.owners.first else { return false }
    let sentence = document.sentences[d.mention.sentence]
    return clusters.names[n].head > d.mention.head
      && Phrase.preposition(of: clusters.names[n].head, in: sentence) == "of"
  }

  private func canBeRepresented(_ node: Int, by d: Description) -> Bool {
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

  /// Words that no title contains.
  private static let passing: Set<String> = [
    "current", "incumbent", "new", "late", "longtime", "embattled", "controversial", "popular", "outgoing", "sitting",
    "own", "present", "newly", "elected",
  ]

  /// The one person whose title a description repeats.
  private func bearer(of d: Description) -> Int? {
    let countries = Set(
      d.owners.compactMap { owner -> String? in
        switch owner {
        case .country(let c): gazetteer.countries[c].code
        case .name(let n):
          clusters.surfaces[clusters.surfaceOf[n]].country.map { gazetteer.countries[$0].code }
        }
      })
    let words = Set(
      BodyName(words: d.words.sorted(), gazetteer: gazetteer).words.filter {
        !BodyName.isCountry($0) && !NameText.connectives.contains($0) && !Self.passing.contains($0)
      })
    // An owner that is no country ("the company's director") must not be lost: its words count.
    let found = titles.keys.sorted().filter { node in
      (titles[node] ?? []).contains { $0.covers(words, head: d.head, countries: countries) }
    }
    return found.count == 1 ? found.first : nil
  }

  /// The node of a government, army, court, … of an owner.
  private mutating func body(_ d: Description, of owner: Int) -> Int? {
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

  // MARK: Chains

  /// Pronouns and descriptions take the referent of the nearest name or described thing in their chain, what stands
  /// before them first.
  private mutating func resolveByChain(pronouns: Bool, _ isWanted: (Description) -> Bool) {
    for chain in document.coreference {
      let known = chain.filter { nodesOf.indices.contains($0) && nodesOf[$0].count == 1 }
      let groups = chain.filter { nodesOf.indices.contains($0) && nodesOf[$0].count > 1 }
      for m in chain where nodesOf.indices.contains(m) && nodesOf[m].isEmpty {
        guard descriptionOf[m].map({ isWanted(descriptions[$0]) }) ?? pronouns else { continue }
        let candidates = known.filter { fits(m, nodesOf[$0][0]) }
        if let nearest = candidates.last(where: { $0 < m }) ?? candidates.first {
          assign(m, nodesOf[nearest], score: 0.8, reason: "coreference")
        } else if let group = groups.last(where: { $0 < m }) {
          assign(m, nodesOf[group], score: 0.7, reason: "coreference with a group")
        }
      }
    }
  }

  private static let personal: Set<String> = [
    "he", "him", "his", "himself", "she", "her", "hers", "herself", "i", "me", "my", "mine", "myself",
  ]
  private static let impersonal: Set<String> = ["it", "its", "itself"]

  /// Whether a mention's form allows a referent.
  private func fits(_ m: Mention.ID, _ node: Int) -> Bool {
    let mention = document.mentions[m]
    let sentence = document.sentences[mention.sentence]
    let token = sentence.tokens[mention.head]
    if mention.form == .pronoun {
      let form = token.form.lowercased()
      if Self.personal.contains(form) { return nodes[node].isPerson }
      if Self.impersonal.contains(form) { return !nodes[node].isPerson }
      return true
    }
    guard let d = descriptionOf[m].map({ descriptions[$0] }) else { return false }
    if d.isPlural, nodes[node].isPerson { return false }
    let owners = d.owners.compactMap(knownNode)
    // "Lind's spokeswoman" is not Lind.
    if owners.contains(node) { return false }
    if contradictsTitles(d, node) { return false }
    let isCountry = nodes[node].country != nil
    if d.head == "country" || d.head == "nation" { return isCountry }
    if Self.placeKinds.contains(d.head) { return nodes[node].type == .place && !isCountry }
    // Two words for bodies of different kinds: "the government" is no parliament.
    if d.kinds.contains(.body),
      nodes[node].surfaces.contains(where: { s in
        let head = BodyName(text: clusters.text(s), words: clusters.surfaces[s].words, gazetteer: gazetteer).head
        return head != d.head && (gazetteer.representatives[head]?.contains(.body) ?? false)
      })
    {
      return false
    }
    // Who is known by other offices is not "the governor".
    if d.kinds.contains(.office), nodes[node].isPerson, let known = titles[node],
      !known.contains(where: { $0.head == d.head })
    {
      return false
    }
    return isPlausible(d, for: node)
  }

  /// "the Freedonian president" is not whom the article calls president of Ruritania.
  private func contradictsTitles(_ d: Description, _ node: Int) -> Bool {
    guard d.kinds.contains(.office), nodes[node].isPerson, let known = titles[node] else { return false }
    let countries = d.owners.compactMap(knownNode).compactMap { nodes[$0].country.map { gazetteer.countries[$0].code } }
    let own = Set(known.filter { $0.head == d.head }.flatMap(\.countries))
    return !countries.isEmpty && !own.isEmpty && own.isDisjoint(with: countries)
  }

  // MARK: Definite descriptions

  /// "the party" where one party has been named, "the government" where one has.
  private mutating func resolveByHead() {
    for d in descriptions where nodesOf[d.mention.id].isEmpty && d.isDefinite && !d.isPlural && d.owners.isEmpty {
      guard gazetteer.kinds[d.head] == .organization || d.kinds.contains(.body), d.words.count == 1 else { continue }
      let found = nodes.indices.filter { node in
        guard nodes[node].type == .organization, nodes[node].country == nil else { return false }
        if let label = nodes[node].label { return NameText.words(label).contains(d.head) }
        return nodes[node].surfaces.contains { s in
          BodyName(text: clusters.text(s), words: clusters.surfaces[s].words, gazetteer: gazetteer).head == d.head
            && (clusters.surfaces[s].uses.first.map { clusters.names[$0].id } ?? .max) < d.mention.id
        }
      }
      if found.count == 1 { assign(d.mention.id, found, score: 0.85, reason: "the only one of its kind named so far") }
    }
  }
}
