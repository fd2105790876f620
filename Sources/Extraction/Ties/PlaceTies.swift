import Statements

/// Ties places to the greater places that the text puts them in, and events to where they are held.
///
/// - "Port Grey, Freedonia"; "Port Grey in Freedonia"; "the Freedonian city of Port Grey"; "Port Grey, a town in Freedonia".
/// - "Freedonia's capital, Port Grey"; "Port Grey, Freedonia's capital"; "Port Grey, the capital of Freedonia".
/// - "northern Freedonia": a part by its direction.
/// - Events: "the summit in Port Grey", "the 2019 Freedonian general election".
enum PlaceTies {
  private static let nouns: Set<String> = [
    "city", "town", "village", "capital", "region", "province", "state", "district", "county", "island", "suburb",
    "neighborhood", "neighbourhood", "area", "port", "municipality", "borough", "territory", "enclave", "governorate",
    "commune", "prefecture", "peninsula", "archipelago", "settlement", "resort", "community",
  ]
  private static let directions: Set<String> = [
    "northern", "southern", "eastern", "western", "central", "northeast", "northwest",
    "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "north-eastern",
    "north-western", "south-eastern", "south-western", "upper", "lower",
  ]

  static func candidates(in s: TieSentence, of view: TieDocument) -> [Candidate] {
    var out: [Candidate] = []
    func add(
      _ part: Mention, _ relation: String, _ whole: Mention, _ words: [Int], _ rule: String, _ confidence: Double
    ) {
      guard part.id != whole.id else { return }
      if let a = view.countries[part.id], a == view.countries[whole.id] { return }
      out.append(
        Candidate(
          subject: part.id, relation: Relation(rawValue: relation), object: .node(whole.id), sentence: s.index,
          trigger: words.first ?? part.head, words: words, rule: rule, confidence: confidence))
    }
    var seen: Set<Mention.ID> = []
    for m in s.names.compactMap({ $0 }) where seen.insert(m.id).inserted {
      let after = m.tokens.upperBound
      if m.type == .place {
        // "Port Grey, Freedonia"
        if s.word(after) == ",", let whole = s.name(startingAt: after + 1), whole.type == .place,
          view.countries[m.id] == nil, !isList(m, whole, s, view)
        {
          add(m, "partOf", whole, [after], "place-comma-place", 0.85)
        }
        // "Port Grey in Freedonia"
        if ["in", "at"].contains(s.word(after)), let whole = s.place(after: after), view.countries[m.id] == nil {
          // "Grey Hall in Port Grey" is in it; "Port Grey in Freedonia" is a part of it, and a town's name is mostly one word.
          let isHall = view.words(of: m).count > 1
          add(m, isHall ? "locatedIn" : "partOf", whole, [after], "place-in-place", 0.7)
        }
        // "Port Grey, in eastern Freedonia,"
        if s.word(after) == ",", s.word(after + 1) == "in", let whole = s.place(after: after + 1),
          view.countries[m.id] == nil, view.words(of: m).count == 1,
          [",", ".", ""].contains(s.word(whole.tokens.upperBound))
        {
          add(m, "partOf", whole, [after + 1], "place-in-place", 0.7)
        }
        // "Port Grey, near East Port"
        let near = s.word(after) == "," ? after + 1 : after
        if s.word(near) == "near", let other = s.place(after: near) {
          add(m, "other:near", other, [near], "place-near-place", 0.6)
        }
        // "the Freedonian city of Port Grey", "the town of Port Grey in Freedonia"
        let before = m.tokens.lowerBound
        if s.word(before - 1) == "of", s.isWord(before - 2, in: nouns), s.name(before - 2) == nil {
          var p = before - 3
          while p >= 0, ["ADJ", "NOUN"].contains(s.upos(p)), s.name(p) == nil { p -= 1 }
          if s.isPossessive(p) { p -= 1 }
          if let whole = s.name(p), Institutions.isLand(whole, view) {
            if whole.type == .place, view.countries[whole.id] == nil, !s.isPossessive(p + 1), p == before - 3 {
              // "the Harbour district of Port Grey"
              add(whole, "partOf", m, [before - 2], "district-of-city", 0.8)
            } else {
              add(m, "partOf", whole, [before - 2], "city-of-place", 0.85)
            }
          }
        }
        // "Freedonia's capital, Port Grey"; "the Freedonian capital Port Grey"
        let noun = s.word(before - 1) == "," ? before - 2 : before - 1
        if s.isWord(noun, in: nouns), s.name(noun) == nil {
          var p = noun - 1
          while p >= 0, ["ADJ", "NOUN"].contains(s.upos(p)), s.name(p) == nil { p -= 1 }
          if s.isPossessive(p) { p -= 1 }
          if let whole = s.heads.indices.contains(p) ? s.heads[p] : nil, whole.form != .pronoun, p != noun,
            Institutions.isLand(whole, view) || whole.form == .nominal && s.isPossessive(p + 1)
          {
            add(m, "partOf", whole, [noun], "capital-of-place", 0.85)
          }
        }
        // "Port Grey, Freedonia's capital"; "Port Grey, a town in Freedonia"
        if s.word(after) == "," {
          var q = after + 1
          while ["DET", "ADJ", "NUM"].contains(s.upos(q)) && s.name(q) == nil || s.isPossessive(q) { q += 1 }
          if let whole = s.name(startingAt: q), Institutions.isLand(whole, view) {
            var r = whole.tokens.upperBound
            if s.isPossessive(r) {
              r += 1
              while ["ADJ", "NOUN"].contains(s.upos(r)), !s.isWord(r, in: nouns) { r += 1 }
              if s.isWord(r, in: nouns) { add(m, "partOf", whole, [r], "capital-of-place", 0.85) }
            }
          } else {
            while ["ADJ", "NOUN"].contains(s.upos(q)), !s.isWord(q, in: nouns) { q += 1 }
            if s.isWord(q, in: nouns), ["in", "of", "on"].contains(s.word(q + 1)), let whole = s.place(after: q + 1) {
              add(m, "partOf", whole, [q], "place-a-town-in-place", 0.85)
            }
          }
        }
        // "northern Freedonia"
        let words = view.words(of: m)
        if view.countries[m.id] == nil, words.count > 1, directions.contains(words[0]),
          let inside = TieDocument.countries(in: words, view.lexicons).first,
          let whole = view.mention(ofCountry: inside.country, near: s.index)
        {
          add(m, "partOf", whole, [m.tokens.lowerBound], "direction-of-place", 0.8)
        }
      }
    }
    for (t, m) in s.heads.enumerated() {
      guard let m, m.head == t, view.events.mentions.contains(m.id) else { continue }
      var after = m.tokens.upperBound
      if m.form == .nominal,
        let p = (t + 1..<max(t + 1, m.tokens.upperBound)).first(where: { ["in", "at"].contains(s.word($0)) })
      {
        after = p
      }
      if ["in", "at"].contains(s.word(after)), let place = s.place(after: after) {
        for place in s.coordinated(place) where place.type == .place {
          add(m, "locatedIn", place, [after], "event-in-place", 0.8)
        }
      } else if m.form == .nominal, NamedEvents.happenings.contains(s.lower[t]),
        let place = (m.tokens.lowerBound..<t).compactMap({ s.name($0) }).first(where: { $0.type == .place })
      {
        add(m, "locatedIn", place, [m.head], "event-named-by-place", 0.75)
      } else if let inside = TieDocument.countries(in: view.words(of: m), view.lexicons).first,
        let place = view.mention(ofCountry: inside.country, near: s.index),
        ["election", "elections", "referendum", "protests", "championships", "census", "coup"].contains(s.lower[t])
      {
        add(m, "locatedIn", place, [m.head], "event-named-by-country", 0.75)
      }
    }
    return out
  }

  /// "Freedonia, Sylvania and Ruritania": names side by side in a list are no part of each other.
  private static func isList(_ a: Mention, _ b: Mention, _ s: TieSentence, _ view: TieDocument) -> Bool {
    let next = b.tokens.upperBound
    if s.word(a.tokens.lowerBound - 1) == ",", s.name(a.tokens.lowerBound - 2)?.type == .place, s.word(next) == ",",
      s.name(startingAt: next + 1)?.type == .place
    {
      return true
    }
    if s.word(next) == "and" || s.word(next) == "or" { return s.name(startingAt: next + 1)?.type == .place }
    if s.word(next) == ",", s.word(next + 1) == "and" || s.word(next + 1) == "or" {
      return s.name(startingAt: next + 2)?.type == .place
    }
    if s.word(next) == ",", let third = s.name(startingAt: next + 1), third.type == .place {
      // "Port Grey, East Freedonia, Freedonia" ends in a country; a list goes on.
      return view.countries[b.id] != nil || view.countries[third.id] == nil
    }
    if s.word(a.tokens.lowerBound - 1) == ",", let before = s.name(a.tokens.lowerBound - 2), before.type == .place {
      return view.countries[b.id] == nil || view.countries[before.id] != nil
    }
    return false
  }
}

extension TieSentence {
  /// The place that a preposition governs directly: "in the Freedonian town of *Port Grey*".
  func place(after preposition: Int) -> Mention? {
    var i = preposition + 1
    while ["DET", "ADJ"].contains(upos(i)), name(i) == nil { i += 1 }
    if let m = name(startingAt: i), m.type == .demonym { i = m.tokens.upperBound }
    if ["NOUN", "ADJ"].contains(upos(i)), name(i) == nil {
      var j = i
      while ["NOUN", "ADJ"].contains(upos(j)), name(j) == nil { j += 1 }
      if word(j) == "of" {
        i = j + 1
        while upos(i) == "DET" { i += 1 }
      }
    }
    guard let m = name(startingAt: i), m.type == .place else { return nil }
    // "in Freedonia's Port Grey province"
    if isPossessive(m.tokens.upperBound), let inner = name(startingAt: m.tokens.upperBound + 1), inner.type == .place {
      return inner
    }
    return m
  }
}
