import Statements

/// Decides which entities of different articles are one.
///
/// Entities are filed by what they must share (``LinkKey``): the same words of a name, a name that the article itself
/// gives as another name, or a spelling that sounds alike. Within one file, persons of the same name are kept apart
/// where role, place and company contradict (``Homonyms``). A single name joins a full one only where company or role
/// agree and no other fits. Decisions of persons come first and are never overruled.
///
/// The result depends on the set of inputs alone, not on their order; adding an unrelated article changes nothing for
/// the rest. Time is about n log n in the number of entities.
package struct Linker: Sendable {
  private let gazetteer: Gazetteer
  /// A file of more spellings than this is not compared pair by pair.
  private static let largestBlock = 120

  package init() { gazetteer = .standard }

  package func link(_ inputs: [LinkInput], decisions: [Judgement] = []) -> Linking {
    let inputs = Dictionary(inputs.map { ($0.entity.id, $0) }, uniquingKeysWith: { a, _ in a }).values
      .sorted { $0.entity.id < $1.entity.id }
    let keys = inputs.map { LinkKey($0, gazetteer: gazetteer) }
    var merging = Merging(inputs.map(\.entity.id))
    merging.apply(decisions)

    var byExact: [String: [Int]] = [:]
    for (i, key) in keys.enumerated() { byExact[key.exact, default: []].append(i) }
    let homonyms = Homonyms(inputs: inputs, gazetteer: gazetteer)
    // Groups of one name and, as far as known, one bearer; each is sorted, and named by its first member.
    var groups: [[Int]] = []
    for exact in byExact.keys.sorted() {
      let members = byExact[exact] ?? []
      let parts = homonyms.split(members, key: keys[members[0]])
      for part in parts {
        groups.append(part)
        for other in part.dropFirst() {
          merging.merge(part[0], other, score: 0.95, reason: reason(for: keys[part[0]]))
        }
      }
      for (i, a) in parts.enumerated() {
        for b in parts[(i + 1)...].prefix(8) where keys[a[0]].isGeneric == false {
          merging.note(a[0], b[0], .different, score: 0.2, reason: "the same name, but role, place or company differ")
        }
      }
    }
    for edge in variants(groups, keys, byExact, homonyms) {
      merging.merge(edge.a, edge.b, score: edge.score, reason: edge.reason)
    }
    return merging.linking(inputs, decisions: decisions)
  }

  private func reason(for key: LinkKey) -> String {
    switch key.kind {
    case .country: "the same country"
    case .person: "the same name, and nothing known of them differs"
    case .body: key.isGeneric ? "the same name in the same country" : "the same name"
    }
  }

  private struct Edge {
    let a: Int
    let b: Int
    let score: Double
    let reason: String
  }

  /// Joins of groups whose names differ, surest first.
  private func variants(
    _ groups: [[Int]], _ keys: [LinkKey], _ byExact: [String: [Int]], _ homonyms: Homonyms
  ) -> [Edge] {
    let profiles = groups.map(homonyms.profile)
    var groupOf: [Int: Int] = [:]
    for (g, members) in groups.enumerated() { for m in members { groupOf[m] = g } }
    var edges: [Edge] = []
    func propose(_ g: Int, _ h: Int, _ score: Double, _ reason: String) {
      guard g != h else { return }
      edges.append(Edge(a: groups[min(g, h)][0], b: groups[max(g, h)][0], score: score, reason: reason))
    }

    // What an article itself gives as another name.
    for (g, members) in groups.enumerated() {
      for other in Set(members.flatMap { keys[$0].others }).sorted() {
        let targets = Set((byExact[other] ?? []).compactMap { groupOf[$0] }).sorted()
        let fitting = targets.filter { !homonyms.contradict(profiles[g], profiles[$0]) }
        if targets.count == 1, let t = fitting.first {
          propose(g, t, 0.92, "another name that an article gives it")
        } else if let t = fitting.first(where: { homonyms.agree(profiles[g], profiles[$0]) }) {
          propose(g, t, 0.9, "another name that an article gives it, in the same company")
        }
      }
    }

    // "Parliament", "Harbour Union": of the same words, and in the same company, they are one.
    var generic: [[String]: [Int]] = [:]
    for (g, members) in groups.enumerated() where keys[members[0]].isGeneric {
      if case .body(let name, _) = keys[members[0]].kind, name.bag.count > 1 {
        generic[name.bag, default: []].append(g)
      }
    }
    for bag in generic.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      for (i, g) in (generic[bag] ?? []).enumerated() {
        for h in (generic[bag] ?? [])[(i + 1)...].prefix(Self.largestBlock)
        where homonyms.shareCompany(profiles[g], profiles[h]) {
          propose(g, h, 0.85, "the same words, in the same company")
        }
      }
    }

    // Spellings.
    var blocks: [String: [Int]] = [:]
    for (g, members) in groups.enumerated() where !keys[members[0]].block.isEmpty {
      blocks[keys[members[0]].block, default: []].append(g)
    }
    for block in blocks.keys.sorted() {
      let list = blocks[block] ?? []
      guard list.count > 1, list.count <= Self.largestBlock else { continue }
      for (i, g) in list.enumerated() {
        for h in list[(i + 1)...] where areSpellings(keys[groups[g][0]], keys[groups[h][0]]) {
          if !homonyms.contradict(profiles[g], profiles[h]) {
            let sure = homonyms.agree(profiles[g], profiles[h])
            propose(g, h, sure ? 0.9 : 0.8, "spellings of one name")
          }
        }
      }
    }

    // "Sylvan" in one article, "Sylva" in another.
    var places: [(group: Int, word: String)] = []
    for (g, members) in groups.enumerated() {
      if case .body(let name, isPlace: true) = keys[members[0]].kind, name.words.count == 1 {
        places.append((g, name.words[0]))
      }
    }
    let placed = Dictionary(grouping: places, by: { $0.word.prefix(4) })
    for (g, word) in places {
      for (h, other) in placed[word.prefix(4), default: []] where Demonyms.isFormed(word, from: other) {
        if homonyms.shareCompany(profiles[g], profiles[h]) { propose(h, g, 0.85, "the adjective of a place's name") }
      }
    }

    // A family name alone: the one full name of that family in the same company.
    var families: [String: [Int]] = [:]
    for (g, members) in groups.enumerated() {
      if case .person(let name) = keys[members[0]].kind, name.isFull { families[name.family, default: []].append(g) }
    }
    for (g, members) in groups.enumerated() {
      guard case .person(let name) = keys[members[0]].kind, !name.isFull else { continue }
      let fitting = (families[name.family] ?? []).filter { homonyms.agree(profiles[g], profiles[$0]) }
      if fitting.count == 1, let f = fitting.first {
        propose(f, g, 0.8, "family name of the only person so named in the same company")
      }
    }
    return edges.sorted { (-$0.score, $0.a, $0.b, $0.reason) < (-$1.score, $1.a, $1.b, $1.reason) }
  }

  /// Whether two names are spellings or forms of one.
  private func areSpellings(_ x: LinkKey, _ y: LinkKey) -> Bool {
    switch (x.kind, y.kind) {
    case (.person(let a), .person(let b)):
      if a.matchesFully(b, gazetteer: gazetteer) { return true }
      // Given and family name both in another transliteration.
      return a.isFull && a.core.count == b.core.count && a.suffix == b.suffix
        && zip(a.core, b.core).allSatisfy { PersonName.areSpellings($0, $1) }
    case (.body(let a, let p), .body(let b, let q)):
      guard p == q, a.words.count == b.words.count else { return false }
      return zip(a.words, b.words).allSatisfy { v, w in
        v == w || !BodyName.isCountry(v) && !BodyName.isCountry(w) && PersonName.areSpellings(v, w)
      }
    default: return false
    }
  }
}
