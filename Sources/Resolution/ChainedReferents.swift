import Statements

/// Pronouns and descriptions that only their chain, or being the only one of their kind, can give a referent.
extension Referents {
  /// Pronouns and descriptions take the referent of the nearest name or described thing in their chain, what stands
  /// before them first.
  mutating func resolveByChain(pronouns: Bool, _ isWanted: (Description) -> Bool) {
    for chain in document.coreference {
      let known = chain.filter { nodesOf.indices.contains($0) && nodesOf[$0].count == 1 }
      let groups = chain.filter { nodesOf.indices.contains($0) && nodesOf[$0].count > 1 }
      for m in chain where nodesOf.indices.contains(m) && nodesOf[m].isEmpty {
        guard descriptionOf[m].map({ isWanted(descriptions[$0]) }) ?? pronouns else { continue }
        let candidates = known.filter { fits(m, nodesOf[$0][0]) && !isParted(m, from: $0, in: chain) }
        if let nearest = candidates.last(where: { $0 < m }) ?? candidates.first {
          assign(m, nodesOf[nearest], score: 0.8, reason: "coreference")
        } else if let group = groups.last(where: { $0 < m }) {
          assign(m, nodesOf[group], score: 0.7, reason: "coreference with a group")
        }
      }
    }
  }

  /// Whether a description that stands between two mentions of a chain is of another body: "its" behind "the dockworkers'
  /// union" is not the Harbour Union's.
  private func isParted(_ m: Mention.ID, from known: Mention.ID, in chain: [Mention.ID]) -> Bool {
    guard known < m, let node = nodesOf[known].first else { return false }
    return chain.contains { between in
      known < between && between < m && nodesOf[between].isEmpty
        && descriptionOf[between].map { isAnotherOfItsKind(descriptions[$0], node) } ?? false
    }
  }

  /// "They", "the two sides": the referents of all that they take up, once each of these is known.
  mutating func resolveSplits() {
    for (m, antecedents) in document.splitAntecedents.sorted(by: { $0.key < $1.key })
    where nodesOf.indices.contains(m) && nodesOf[m].isEmpty {
      let targets = antecedents.map { nodesOf.indices.contains($0) ? nodesOf[$0] : [] }
      guard targets.count > 1, targets.allSatisfy({ !$0.isEmpty }) else { continue }
      assign(m, targets.flatMap(\.self), score: 0.75, reason: "takes up several")
    }
  }

  static let personal: Set<String> = [
    "he", "him", "his", "himself", "she", "her", "hers", "herself", "i", "me", "my", "mine", "myself",
  ]
  static let impersonal: Set<String> = ["it", "its", "itself"]

  /// Whether a mention's form allows a referent.
  func fits(_ m: Mention.ID, _ node: Int) -> Bool {
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
    // A delegation or a team is whose it says.
    if d.kinds.contains(.folds), !d.kinds.contains(.office), !d.kinds.contains(.body), !owners.isEmpty { return false }
    if contradictsTitles(d, node) { return false }
    if isAnotherOfItsKind(d, node) { return false }
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

  /// "The dockworkers' union" is not the "Harbour Union": the same word for its kind, another word for which.
  func isAnotherOfItsKind(_ d: Description, _ node: Int) -> Bool {
    let sentence = document.sentences[d.mention.sentence]
    let which = sentence.children(of: d.mention.head, "nmod", "compound").filter {
      $0 < d.mention.head && sentence.tokens[$0].upos == "NOUN"
    }
    guard !which.isEmpty, nodes[node].type == .organization else { return false }
    return !nodes[node].surfaces.isEmpty
      && nodes[node].surfaces.allSatisfy { s in
        let words = clusters.surfaces[s].words
        return words.count > 1 && words.contains(d.head)
          && which.allSatisfy { t in
            let word = NameText.key(sentence.tokens[t].lemma)
            return !words.contains { $0.hasPrefix(word) }
          }
      }
  }

  /// "the Freedonian president" is not whom the article calls president of Ruritania.
  func contradictsTitles(_ d: Description, _ node: Int) -> Bool {
    guard d.kinds.contains(.office), nodes[node].isPerson, let known = titles[node] else { return false }
    let countries = d.owners.compactMap(knownNode).compactMap { nodes[$0].country.map { gazetteer.countries[$0].code } }
    let own = Set(known.filter { $0.head == d.head }.flatMap(\.countries))
    return !countries.isEmpty && !own.isEmpty && own.isDisjoint(with: countries)
  }

  // MARK: Definite descriptions

  /// Words in the names of what a noun means: "the hospital" after "Arl Medical Center".
  private static let namesOf: [String: Set<String>] = [
    "airline": ["airlines", "airways"], "broadcaster": ["broadcasting", "radio", "television", "tv"],
    "carrier": ["airlines", "airways"], "charity": ["foundation", "trust"],
    "hospital": ["clinic", "infirmary", "medical"], "newspaper": ["gazette", "herald", "post", "times", "tribune"],
    "paper": ["gazette", "herald", "post", "times", "tribune"], "school": ["academy", "college"],
  ]

  /// "the party" where one party has been named, "the government" where one has, "the paper" after "the Oslo paper Globus".
  mutating func resolveByHead() {
    let introduced = introducedKinds()
    for d in descriptions where nodesOf[d.mention.id].isEmpty && d.isDefinite && !d.isPlural && d.owners.isEmpty {
      guard d.words.count == 1 else { continue }
      let kind = d.kinds.contains(.body) ? EntityType.organization : gazetteer.kinds[d.head]
      let told = Set((introduced[d.head] ?? []).filter { $0.by < d.mention.id }.map(\.node))
      if told.count == 1 {
        assign(d.mention.id, Array(told), score: 0.85, reason: "the only one that was introduced as such")
        continue
      }
      guard told.isEmpty, kind == .organization || kind == .event else { continue }
      let found = nodes.indices.filter { node in
        guard nodes[node].type == kind, nodes[node].country == nil else { return false }
        if let label = nodes[node].label { return NameText.words(label).contains(d.head) }
        return nodes[node].surfaces.contains { s in
          (BodyName(text: clusters.text(s), words: clusters.surfaces[s].words, gazetteer: gazetteer).head == d.head
            || !(Self.namesOf[d.head] ?? []).isDisjoint(with: clusters.surfaces[s].words))
            && (clusters.surfaces[s].uses.first.map { clusters.names[$0].id } ?? .max) < d.mention.id
        }
      }
      if found.count == 1 { assign(d.mention.id, found, score: 0.85, reason: "the only one of its kind named so far") }
    }
  }

  /// By noun, the organizations that are said to be such where they are named: the noun right before the name ("the Oslo paper Globus"), or
  /// a description beside it ("Globus, a daily paper"); with the mention that says so.
  private func introducedKinds() -> [String: [(node: Int, by: Mention.ID)]] {
    var kinds: [String: [(node: Int, by: Mention.ID)]] = [:]
    for name in clusters.names {
      guard let node = nodesOf[name.id].first, nodes[node].type == .organization, name.tokens.lowerBound > 0 else {
        continue
      }
      let before = document.sentences[name.sentence].tokens[name.tokens.lowerBound - 1]
      if before.upos == "NOUN", before.xpos == "NN" {
        kinds[NameText.key(before.lemma), default: []].append((node, name.id))
      }
    }
    for (n, node) in nodes.enumerated() where node.type == .organization {
      for m in node.descriptions {
        guard let d = descriptionOf[m].map({ descriptions[$0] }), !d.isDefinite, !d.isPlural else { continue }
        kinds[d.head, default: []].append((n, m))
      }
    }
    return kinds
  }
}
