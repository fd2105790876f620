import Statements

/// Joins the names of one person: full names with full names, then single names with the one full name they shorten.
///
/// "Ms Ortega" is "Lucía Ortega" where one Ortega is named; where two are, it is the one that was introduced before the
/// name first stood alone, if that is one only, and nobody otherwise. Honorifics and given names of different gender
/// keep people apart.
struct PersonMatcher {
  let gazetteer: Gazetteer

  func match(_ clusters: inout NameClusters) {
    let people = clusters.surfaces.indices.filter { clusters.surfaces[$0].isPerson }
    let read = Dictionary(
      uniqueKeysWithValues: people.map { ($0, PersonName(words: clusters.surfaces[$0].words, gazetteer: gazetteer)) })
    func name(_ s: Int) -> PersonName { read[s] ?? PersonName(words: clusters.surfaces[s].words, gazetteer: gazetteer) }

    let full = people.filter { name($0).isFull }
    // Longest first, so that a name joins the fullest of its forms; a short form of two different people joins neither.
    let ordered = full.sorted {
      (-name($0).core.count, $0) < (-name($1).core.count, $1)
    }
    for (i, a) in ordered.enumerated() {
      let matches = ordered[..<i].filter {
        name(a).matchesFully(name($0), gazetteer: gazetteer) && !clash(a, $0, clusters)
      }
      let roots = Set(matches.map { clusters.root($0) })
      guard roots.count == 1, let b = matches.first else { continue }
      let reason =
        name(a).core == name(b).core ? "the same name" : "given and family name agree, one name is the shorter"
      clusters.join(b, a, score: name(a).core == name(b).core ? 0.99 : 0.95, reason: reason)
    }

    for s in people where !name(s).isFull {
      let word = name(s).family
      if gazetteer.honorifics[word] != nil {
        // "the Queen"
        let bearers = people.filter { p in
          p != s && gazetteer.honorifics[name(p).family] == nil
            && (clusters.surfaces[p].words.first == word
              || clusters.surfaces[p].uses.contains { clusters.names[$0].titles.last == word })
        }
        if let target = choose(among: bearers, for: s, clusters) {
          clusters.join(target, s, score: 0.9, reason: "the only person of that title")
        }
        continue
      }
      let families = full.filter { name($0).core.dropFirst().contains(word) && !clash(s, $0, clusters) }
      if let target = choose(among: families, for: s, clusters) {
        clusters.join(target, s, score: 0.95, reason: "family name of the only person so named")
        continue
      }
      if !families.isEmpty { continue }
      let given = full.filter { name($0).given == word && !clash(s, $0, clusters) }
      if let target = choose(among: given, for: s, clusters) {
        clusters.join(target, s, score: 0.9, reason: "given name of the only person so named")
        continue
      }
      if !given.isEmpty { continue }
      let slips = full.filter {
        SpellingDistance.isSlip([word], [name($0).family], shortest: 6) && !clash(s, $0, clusters)
      }
      if let target = choose(among: slips, for: s, clusters) {
        clusters.join(target, s, score: 0.85, reason: "family name but for one letter")
      }
    }
    // Single names that no full name explains, kept apart only by an honorific on one of them.
    let singles = people.filter { !name($0).isFull }
    for (i, a) in singles.enumerated() {
      for b in singles[(i + 1)...] where name(a).core == name(b).core && !clash(a, b, clusters) {
        let gendered = singles.filter { name($0).core == name(a).core && clusters.surfaces[$0].gender != nil }
        if gendered.count < 2 { clusters.join(a, b, score: 0.9, reason: "the same name") }
      }
    }
  }

  /// The one class that candidates belong to, or the one that had been introduced when the name first stood alone.
  private func choose(among candidates: [Int], for s: Int, _ clusters: NameClusters) -> Int? {
    let roots = Set(candidates.map { clusters.root($0) })
    if roots.count == 1 { return candidates.first }
    guard roots.count > 1 else { return nil }
    for use in clusters.surfaces[s].uses {
      let introduced = candidates.filter { (clusters.surfaces[$0].uses.first ?? .max) < use }
      let before = Set(introduced.map { clusters.root($0) })
      if before.count == 1 { return introduced.first }
      if before.count > 1 { return nil }
    }
    return nil
  }

  /// Whether honorifics or given names tell different genders.
  private func clash(_ a: Int, _ b: Int, _ clusters: NameClusters) -> Bool {
    guard let x = gender(a, clusters), let y = gender(b, clusters) else { return false }
    return x != y
  }

  private func gender(_ s: Int, _ clusters: NameClusters) -> String? {
    let surface = clusters.surfaces[s]
    if let told = surface.gender { return told }
    let told = Set(surface.uses.compactMap { clusters.names[$0].gender })
    if told.count == 1 { return told.first }
    let name = PersonName(words: surface.words, gazetteer: gazetteer)
    guard name.isFull, let forms = gazetteer.givenNames[name.given] else { return nil }
    let genders = Set(forms.compactMap { gazetteer.genders[$0] })
    return genders.count == 1 ? genders.first : nil
  }
}
