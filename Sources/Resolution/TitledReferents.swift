import Statements

/// An office that the extraction found beside the name of its holder.
struct HeldOffice: Sendable {
  let person: Mention.ID
  let title: String
  /// Where the title stands.
  let part: ArticlePart
  let span: Span
  /// Whether title and name are one phrase: "Foreign Minister Ana Lind", "the mayor, Ana Lind".
  let isBesideName: Bool

  /// Nil where a statement is about something else.
  init?(_ statement: Statement<Mention.ID>) {
    guard statement.triple.relation.rawValue == "holdsRole", case .literal(let title) = statement.triple.object else {
      return nil
    }
    person = statement.triple.subject
    self.title = title
    part = statement.evidence.part
    span = statement.evidence.object
    isBesideName = ["office-before-name", "office-then-name", "name-then-office"].contains(statement.evidence.rule)
  }
}

/// Descriptions that give a named person: beside the name, as a predicate, by a title that one person bears.
extension Referents {
  /// "Deputy Premier and Envoy of the President Ana Lind": each title is the bearer's, however far it stands from the name.
  mutating func resolveOffices(_ offices: [HeldOffice]) {
    let held = Dictionary(grouping: offices.filter(\.isBesideName), by: \.part)
    for d in descriptions {
      let sentence = document.sentences[d.mention.sentence]
      let head = sentence.tokens[d.mention.head].span
      let bearers = (held[sentence.part] ?? []).filter { office in
        guard office.span.start <= head.start, head.end <= office.span.end else { return false }
        // Not the minister of "aide to the minister".
        return !sentence.tokens[..<d.mention.head].contains {
          $0.upos == "ADP" && $0.span.start >= office.span.start
        }
      }
      let people = bearers.compactMap { office in
        nodesOf.indices.contains(office.person) ? nodesOf[office.person].first : nil
      }
      assign(
        d.mention.id, people.filter { nodes[$0].isPerson }, score: 0.95, reason: "title beside the name of its bearer")
    }
  }

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
      resolveBefore(d)
    }
  }

  /// "his Sylvanian counterpart Ana Lind", "Arl agent and trade specialist Ana Lind": right before the name, whatever the
  /// tree makes of it.
  private mutating func resolveBefore(_ d: Description) {
    let isPerson = d.kinds.contains(.office) || gazetteer.kinds[d.head] == .person
    guard nodesOf[d.mention.id].isEmpty, isPerson, !d.isPlural else { return }
    let sentence = document.sentences[d.mention.sentence]
    var last = d.mention.head
    if let second = sentence.children(of: last, "conj").first {
      guard sentence.children(of: second, "det", "nmod").isEmpty, second > last + 1, second - last < 5,
        sentence.tokens[last + 1].form == "and"
      else { return }
      last = second
    }
    guard
      let n = clusters.names.indices.first(where: {
        clusters.names[$0].sentence == d.mention.sentence && clusters.names[$0].tokens.lowerBound == last + 1
      }), let node = nodeOfCluster[clusters.cluster(ofName: n)], nodes[node].isPerson, !contradictsTitles(d, node)
    else { return }
    assign(d.mention.id, [node], score: 0.9, reason: "description right before the name")
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

  mutating func readTitles(_ roles: [HeldOffice]) {
    for name in clusters.names where !name.titles.isEmpty {
      guard let node = nodesOf[name.id].first, nodes[node].isPerson else { continue }
      if let title = PersonTitle(name.titles, gazetteer: gazetteer) { titles[node, default: []].append(title) }
    }
    for role in roles {
      guard nodesOf.indices.contains(role.person), let node = nodesOf[role.person].first, nodes[node].isPerson else {
        continue
      }
      if let title = PersonTitle(NameText.words(role.title), gazetteer: gazetteer) {
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
