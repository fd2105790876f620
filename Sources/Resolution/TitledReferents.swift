import Statements

/// Descriptions that give a named person: beside the name, as a predicate, by a title that one person bears.
extension Referents {
  /// "Ruritania's ambassador to Oslo, Ana Lind": the description beside a name is its bearer's.
  mutating func resolveAppositions() {
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
  mutating func resolvePredicates() {
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
  func isPlausible(_ d: Description, for node: Int) -> Bool {
    let person = nodes[node].isPerson
    if d.kinds.contains(.office) { return person || d.kinds.contains(.body) || d.kinds.contains(.folds) }
    if let kind = gazetteer.kinds[d.head] ?? (d.kinds.contains(.body) ? .organization : nil) {
      return person ? kind == .person : kind == nodes[node].type || nodes[node].type == .organization && kind != .event
    }
    return true
  }

  mutating func readTitles(_ roles: [(person: Mention.ID, title: String)]) {
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

  mutating func readDescribedTitles() {
    for d in descriptions {
      guard let node = nodesOf[d.mention.id].first, nodes[node].isPerson else { continue }
      let words = NameText.words(document.text(of: d.mention))
      if let title = PersonTitle(words, gazetteer: gazetteer) { titles[node, default: []].append(title) }
    }
  }

  /// "the minister" where one minister is named.
  mutating func resolveByTitle() {
    for d in descriptions where nodesOf[d.mention.id].isEmpty && !d.isPlural && d.kinds.contains(.office) {
      guard d.isDefinite || !d.owners.isEmpty || isCapitalised(d), let person = bearer(of: d) else { continue }
      assign(d.mention.id, [person], score: 0.9, reason: "the only person of that title")
    }
  }

  /// "Foreign Secretary said": a title without article.
  func isCapitalised(_ d: Description) -> Bool {
    let sentence = document.sentences[d.mention.sentence]
    let hasArticle = sentence.children(of: d.mention.head, "det").contains {
      sentence.tokens[$0].form.lowercased() != "the"
    }
    return !hasArticle && NameText.startsWithCapital(sentence.tokens[d.mention.head].form)
  }

  /// Words that no title contains.
  static let passing: Set<String> = [
    "current", "incumbent", "new", "late", "longtime", "embattled", "controversial", "popular", "outgoing", "sitting",
    "own", "present", "newly", "elected",
  ]

  /// The one person whose title a description repeats.
  func bearer(of d: Description) -> Int? {
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
}
