import Statements

/// Joins the names of one organization, place or event: other word orders, acronyms, shortenings, plurals for members,
/// slips of spelling. A shortening that fits two things joins neither.
struct BodyMatcher {
  let gazetteer: Gazetteer

  func match(_ clusters: inout NameClusters, sentences: [Sentence]) {
    let bodies = clusters.surfaces.indices.filter {
      !clusters.surfaces[$0].isPerson && clusters.surfaces[$0].country == nil
    }
    let names = clusters.surfaces.indices.map {
      BodyName(text: clusters.text($0), words: clusters.surfaces[$0].words, gazetteer: gazetteer)
    }
    func name(_ s: Int) -> BodyName { names[s] }

    var byBag: [[String]: Int] = [:]
    for s in bodies where !name(s).bag.isEmpty {
      if let first = byBag[name(s).bag] {
        if areCompatible(s, first, clusters) {
          clusters.join(first, s, score: 0.97, reason: "the same words, otherwise arranged")
        }
      } else {
        byBag[name(s).bag] = s
      }
    }
    joinAdjectives(&clusters, bodies)
    joinBracketedAcronyms(&clusters, sentences)
    joinFormedAcronyms(&clusters, bodies, name)

    // Short names, the longest first: each joins the one thing whose name it shortens.
    let ordered = bodies.sorted { (-name($0).bag.count, $0) < (-name($1).bag.count, $1) }
    for s in ordered {
      var found: [(surface: Int, reason: String)] = []
      for long in ordered where long != s && clusters.root(long) != clusters.root(s) {
        guard areCompatible(s, long, clusters),
          let reason = shortening(name(s), of: name(long), clusters.surfaces[s].type, clusters.surfaces[long].type)
        else { continue }
        found.append((long, reason))
      }
      if Set(found.map { clusters.root($0.surface) }).count == 1, let first = found.first {
        clusters.join(first.surface, s, score: 0.9, reason: first.reason)
      }
    }
    for (i, a) in bodies.enumerated() {
      for b in bodies[(i + 1)...] where clusters.root(a) != clusters.root(b) && areCompatible(a, b, clusters) {
        if SpellingDistance.isSlip(name(a).words, name(b).words, shortest: 6),
          !isInflection(name(a).words, name(b).words)
        {
          clusters.join(a, b, score: 0.85, reason: "the same but for one letter")
        }
      }
    }
  }

  /// "Sylvan" of "Sylva", neither of which any list has.
  private func joinAdjectives(_ clusters: inout NameClusters, _ bodies: [Int]) {
    let single = bodies.filter { clusters.surfaces[$0].words.count == 1 }
    for place in single where clusters.surfaces[place].type == .place {
      for s in single where clusters.root(s) != clusters.root(place) {
        guard Demonyms.isFormed(clusters.surfaces[s].words[0], from: clusters.surfaces[place].words[0]) else {
          continue
        }
        clusters.markAsAdjective(s)
        clusters.join(place, s, score: 0.9, reason: "the adjective of its name")
      }
    }
  }

  /// Places join places and organizations join organizations; a demonym or an unknown kind joins either.
  private func areCompatible(_ a: Int, _ b: Int, _ clusters: NameClusters) -> Bool {
    let x = clusters.surfaces[a].type
    let y = clusters.surfaces[b].type
    if x == y { return true }
    let open: Set<EntityType> = [.demonym, .other, .role]
    if open.contains(x) || open.contains(y) { return true }
    let pair: Set<EntityType> = [x, y]
    // A multi-word name marked once as one kind, once as another is one thing.
    return clusters.surfaces[a].words.count > 1 && clusters.surfaces[b].words.count > 1
      || pair == [.organization, .event]
  }

  /// "Freedonian", "Freedonians": kin, but the shortening rules decide on plurals.
  private func isInflection(_ a: [String], _ b: [String]) -> Bool {
    zip(a, b).contains { x, y in x != y && (x + "s" == y || y + "s" == x) }
  }

  // MARK: Acronyms

  /// "Union of Swamp Frogs (USF)", "USF (Union of Swamp Frogs)".
  private func joinBracketedAcronyms(_ clusters: inout NameClusters, _ sentences: [Sentence]) {
    var starts: [Int: [Int: Int]] = [:]
    for (n, name) in clusters.names.enumerated() { starts[name.sentence, default: [:]][name.tokens.lowerBound] = n }
    for (n, name) in clusters.names.enumerated() {
      let tokens = sentences[name.sentence].tokens
      let open = name.tokens.upperBound
      guard open + 2 < tokens.count, tokens[open].form == "(",
        let inner = starts[name.sentence]?[open + 1], clusters.names[inner].tokens.upperBound < tokens.count,
        tokens[clusters.names[inner].tokens.upperBound].form == ")"
      else { continue }
      let (a, b) = (clusters.surfaceOf[n], clusters.surfaceOf[inner])
      guard !clusters.surfaces[a].isPerson, !clusters.surfaces[b].isPerson else { continue }
      let (short, long) = NameText.isAcronym(clusters.names[inner].text) ? (inner, n) : (n, inner)
      guard NameText.isAcronym(clusters.names[short].text), abbreviates(short, long, clusters, strictly: false) else {
        continue
      }
      clusters.join(a, b, score: 0.98, reason: "acronym introduced in brackets")
    }
  }

  /// An acronym whose letters one other name begins its words with.
  private func joinFormedAcronyms(_ clusters: inout NameClusters, _ bodies: [Int], _ name: (Int) -> BodyName) {
    for s in bodies where NameText.isAcronym(clusters.text(s)) && clusters.surfaces[s].words.count == 1 {
      let long = bodies.filter { l in
        l != s && clusters.surfaces[l].words.count > 1
          && abbreviates(clusters.surfaces[s].uses[0], clusters.surfaces[l].uses[0], clusters, strictly: true)
      }
      if Set(long.map { clusters.root($0) }).count == 1, let l = long.first {
        clusters.join(l, s, score: 0.93, reason: "acronym formed from its capitals")
      }
    }
  }

  /// Whether the letters of one name are the initials of another; leniently, whether they stand in it in order from its
  /// first letter on ("Interpol", names of another language excepted).
  private func abbreviates(_ short: Int, _ long: Int, _ clusters: NameClusters, strictly: Bool) -> Bool {
    let letters = NameText.fold(clusters.names[short].text).filter { $0.isLetter || $0.isNumber }
    let words = clusters.names[long].words
    guard letters.count >= 2, words.count >= 2 else { return false }
    if NameText.initials(words) == letters || NameText.initials(words, all: true) == letters { return true }
    // "Pacific Pipe Company" is "PP": what says the legal form may lack.
    let bare = words.filter { gazetteer.kinds[$0] == nil || $0 != words.last }
    if NameText.initials(bare) == letters, letters.count > 2 { return true }
    if strictly { return false }
    // In brackets, that it begins alike or was written there by the author is proof enough.
    var rest = letters[...]
    for c in words.joined() where rest.first == c { rest = rest.dropFirst() }
    return rest.isEmpty || letters.count >= 3
  }

  // MARK: Shortenings

  /// Words of an organization's name that its short form lacks: "Group", "AG", "Rail".
  static let droppable: Set<String> = [
    "party", "group", "company", "corporation", "corp", "inc", "ltd", "plc", "llc", "co", "airlines", "airways", "air",
    "association", "organization", "organisation", "movement", "club", "fc", "newspaper", "network", "holdings",
    "industries", "motors", "technologies", "systems", "bank", "magazine", "news", "agency", "trust", "fund", "stores",
    "limited", "international", "union", "front", "museum", "sa", "ag", "gmbh", "capital", "partners", "rail",
    "railway",
    "railways", "foods", "energy", "oil", "petroleum", "steel", "pharmaceuticals", "pharma", "insurance", "financial",
    "ventures", "investments", "securities", "logistics", "shipping", "aerospace", "entertainment", "pictures",
    "studios",
    "records", "software", "electronics", "telecom", "communications", "mobile", "solutions", "services", "consulting",
    "properties", "mining", "motor", "electric", "automotive", "aviation", "healthcare", "beverages", "resources",
    "metals", "chemicals", "laboratories", "labs", "robotics", "brewery",
  ]
  private static let droppableOfPlaces: Set<String> = [
    "mount", "city", "town", "village", "island", "islands", "province", "region", "municipality", "state", "republic",
    "lake", "river", "district", "prefecture", "governorate", "area", "strait", "peninsula", "valley", "sea",
  ]

  /// Why one name may be the other's short form, or nil.
  private func shortening(_ short: BodyName, of long: BodyName, _ a: EntityType, _ b: EntityType) -> String? {
    guard short.bag.count < long.bag.count || short.bag.count == 1 else { return nil }
    let rest = difference(long.bag, short.bag)
    if let rest, short.head == long.head, !short.head.isEmpty, !BodyName.isCountry(short.head) {
      if short.bag.count == 1 {
        // "Senate" of "Puerto Rico Senate", "Court" of "Court of Session", but not "House" of "Corner House".
        // "Concord" of "Ruritanian New Concord": a word that says no kind.
        let isOwn =
          a == .organization && b == .organization && short.head.count > 4
          && gazetteer.representatives[short.head] == nil
        guard long.hasComplement || rest.allSatisfy(BodyName.isCountry) || gazetteer.kinds[short.head] != nil || isOwn,
          !(short.head == "house" && !long.hasComplement && !rest.allSatisfy(BodyName.isCountry))
        else { return nil }
        if b == .place, !rest.allSatisfy(BodyName.isCountry) { return nil }
      }
      // The library of a house is not the house.
      if let last = long.words.last, last != long.head, gazetteer.kinds[last] != nil, !short.words.contains(last) {
        return nil
      }
      return "shorter form with the same head word"
    }
    if let rest, a != .demonym || b == .organization {
      let isPlace = a == .place && b == .place
      let droppable = isPlace ? Self.droppableOfPlaces : Self.droppable
      let isSameKind = a == b || a == .demonym || a == .other
      if isSameKind, a != .event, !short.bag.allSatisfy({ BodyName.isCountry($0) || gazetteer.kinds[$0] != nil }),
        rest.contains(where: { droppable.contains($0) }),
        rest.allSatisfy({ droppable.contains($0) || BodyName.isCountry($0) }),
        !(isPlace && gazetteer.states[short.words.joined(separator: " ")] != nil)
      {
        return "shorter form without the word for its kind"
      }
      // "Islamic Jihad" of "Ruritanian Islamic Jihad".
      if isSameKind, !isPlace, short.bag.count > 1, rest.allSatisfy(BodyName.isCountry) {
        return "shorter form without its country"
      }
      // "Reed" of "Water Movement of Reed".
      if a == .organization, b == .organization, short.bag.count == 1, let at = long.words.lastIndex(of: "of"),
        Array(long.words[(at + 1)...]) == short.words,
        ["movement", "group", "party", "organization"].contains(long.head)
      {
        return "the proper name behind the word for its kind"
      }
    }
    return members(short, of: long)
  }

  /// "Liberals" and "Liberal Party", "Democrats" and "Democratic Party", "Democrat" and "Democrats".
  private func members(_ short: BodyName, of long: BodyName) -> String? {
    guard short.words.count == 1, let word = short.words.first, word.count >= 4, !BodyName.isCountry(word) else {
      return nil
    }
    let stem = Self.stem(word)
    if long.words.count == 1, let other = long.words.first, other != word, Self.stem(other) == stem, stem.count >= 4 {
      return "singular and plural of one group"
    }
    let rest = long.words.filter { !BodyName.isCountry($0) }
    guard rest.count == 2, rest[1] == "party", Self.stem(rest[0]) == stem else { return nil }
    return "members of the party of that name"
  }

  private static func stem(_ word: String) -> String {
    var s = word[...]
    if s.hasSuffix("s") { s = s.dropLast() }
    if s.hasSuffix("tic") { s = s.dropLast(2) }
    return String(s)
  }

  /// What is left of a sorted bag when all of another is taken from it; nil where that is not within it.
  private func difference(_ long: [String], _ short: [String]) -> [String]? {
    var rest = long
    for word in short {
      guard let at = rest.firstIndex(of: word) else { return nil }
      rest.remove(at: at)
    }
    return rest
  }
}
