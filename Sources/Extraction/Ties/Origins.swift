import Statements

/// Ties people to where they come from, live or work: `citizenOf`, `locatedIn`, `represents`, `memberOf`.
///
/// - "Jane Roe is from Freedonia", "Jane Roe of Freedonia", "Jane Roe, born in Port Grey", "she was born in Port Grey".
/// - "Martin Roe of the Harbour Party", "Jane Roe from Acme", "the Harbour Party's Jane Roe", "Harbour Republican Jane Roe".
/// - "Jane Roe belongs to the Harbour Party", "joined the Senate", "was elected to Congress".
enum Origins {
  static func candidates(in s: TieSentence, of view: TieDocument) -> [Candidate] {
    var out: [Candidate] = []
    func add(_ a: Mention, _ relation: String, _ b: Mention, _ words: [Int], _ rule: String, _ confidence: Double) {
      guard a.id != b.id else { return }
      out.append(
        Candidate(
          subject: a.id, relation: Relation(rawValue: relation), object: .node(b.id), sentence: s.index,
          trigger: words.first ?? b.head, words: words, rule: rule, confidence: confidence))
    }
    var seen: Set<Mention.ID> = []
    for m in s.names.compactMap({ $0 }) where seen.insert(m.id).inserted && m.type == .person {
      let after = m.tokens.upperBound
      // "the Jane Roe telescope" is not she.
      if s.relation(m.head) == "compound", let h = s.head(m.head), h >= after, s.upos(h) == "NOUN" { continue }
      // "Jane Roe of the Harbour Party", "Roe, of Port Grey,"
      var p = s.word(after) == "," ? after + 1 : after
      if p > after, s.word(p) == "also" { p += 1 }
      if ["of", "from"].contains(s.word(p)), let body = body(after: p, s) {
        if ImpliedBodies.isParty(body, view) || isAssembly(body, view) {
          add(m, "memberOf", body, [p], "person-of-body", 0.85)
        } else if body.type == .organization {
          // "Director Jane Roe of the Harbour Institute" leads it.
          let leads = view.offices[s.index].contains {
            $0.core.upperBound == m.tokens.lowerBound && $0.title.tie?.rawValue == "leads"
              && $0.title.body == .organization && $0.possessor == nil && $0.modifiers.isEmpty
          }
          if !leads { add(m, "represents", body, [p], "person-of-body", 0.75) }
        } else if body.type == .place,
          !view.offices[s.index].contains(where: {
            $0.end == m.tokens.lowerBound || $0.core.upperBound == m.tokens.lowerBound || m.tokens.overlaps($0.core)
              || $0.isPlural && $0.head < m.tokens.lowerBound
          })
            || view.offices[s.index].contains(where: {
              $0.core.upperBound == m.tokens.lowerBound
                && ![.country, .region, .city, .legislature].contains($0.title.body)
            })
        {
          add(m, "citizenOf", body, [p], "person-of-place", 0.7)
        }
      }
      // "Roe and Moe, both from Freedonia"; "Roe, a Freedonian"
      for c in s.sentence.children(of: m.head, "nmod") where c > after && s.preposition(of: c) == "from" {
        guard let place = s.name(c), place.type == .place else { continue }
        let isShared = s.sentence.children(of: c, "det", "advmod", "cc:preconj").contains {
          ["both", "all"].contains(s.word($0))
        }
        for person in isShared ? s.coordinated(m) : [m] where person.type == .person {
          add(person, "citizenOf", place, [c], "person-from-place", 0.7)
        }
      }
      for c in s.sentence.children(of: m.head, "appos") {
        guard let origin = s.name(c), origin.type == .demonym, view.countries[origin.id] != nil else { continue }
        add(m, "citizenOf", origin, [c], "person-a-demonym", 0.8)
      }
      // "a Freedonian, Jane Roe,"
      if s.relation(m.head) == "appos", let h = s.head(m.head), let origin = s.name(h), origin.type == .demonym,
        !["amod", "compound", "nmod"].contains(s.relation(h)), view.countries[origin.id] != nil
      {
        for person in s.lower[origin.head].hasSuffix("s") ? s.coordinated(m) : [m] where person.type == .person {
          add(person, "citizenOf", origin, [h], "person-a-demonym", 0.8)
        }
      }
      // "a Freedonian cook named Jane Roe"
      if let named = s.head(m.head), ["named", "called"].contains(s.word(named)), let noun = s.head(named),
        s.relation(named) == "acl",
        let origin = s.sentence.children(of: noun, "amod").compactMap({ s.name($0) }).first,
        view.countries[origin.id] != nil
      {
        add(m, "citizenOf", origin, [named], "person-named", 0.8)
      }
      // "Freedonian Jane Roe", "Freedonia's Jane Roe"
      let origin = s.isPossessive(m.tokens.lowerBound - 1) ? m.tokens.lowerBound - 2 : m.tokens.lowerBound - 1
      if let land = s.name(origin), land.id != m.id, land.tokens.upperBound == origin + 1,
        view.countries[land.id] != nil,
        land.type == .demonym || origin == m.tokens.lowerBound - 2,
        !view.offices[s.index].contains(where: { $0.phrase.contains(land.head) })
      {
        for person in s.lower[land.head].hasSuffix("s") && land.type == .demonym ? s.coordinated(m) : [m]
        where person.type == .person {
          add(person, "citizenOf", land, [land.head], "person-of-land", 0.65)
        }
      }
      // "the Harbour Party's Jane Roe", "Republican Jane Roe"
      let before = m.tokens.lowerBound - 1
      if s.isPossessive(before), let body = s.name(before - 1) {
        if ImpliedBodies.isParty(body, view) {
          add(m, "memberOf", body, [before], "body-before-person", 0.8)
        } else if body.type == .organization {
          add(m, "represents", body, [before], "body-before-person", 0.75)
        }
      } else if let body = s.name(before), body.id != m.id, ImpliedBodies.isParty(body, view) {
        add(m, "memberOf", body, [before], "party-before-person", 0.85)
      }
    }
    for v in 0..<s.count where s.upos(v) == "VERB" || s.upos(v) == "AUX" || s.upos(v) == "PROPN" || s.upos(v) == "ADJ" {
      out += verbs(v, s, view)
    }
    return out
  }

  /// The name that a preposition governs; "of Freedonia's Trade Office": the office; none in "of the Port Grey council".
  private static func body(after p: Int, _ s: TieSentence) -> Mention? {
    guard let named = s.named(after: p) else { return nil }
    let next = named.tokens.upperBound
    if s.isPossessive(next) { return s.name(startingAt: next + 1).flatMap { $0.type == .organization ? $0 : nil } }
    if named.type == .place, s.relation(named.head) == "compound", let h = s.head(named.head), h >= next,
      s.upos(h) == "NOUN", TieLexicons.shared.groups[s.lower[h]] != nil
    {
      return nil
    }
    return named
  }

  static func isAssembly(_ m: Mention, _ view: TieDocument) -> Bool {
    let chambers: Set<String> = [
      "parliament", "senate", "congress", "assembly", "council", "house", "commons", "lords", "legislature", "duma",
      "knesset", "court", "cabinet",
    ]
    let words = view.words(of: m)
    return m.type == .organization
      && (words.last.map { chambers.contains($0) } ?? false || words.first.map { chambers.contains($0) } ?? false)
  }

  private static func verbs(_ v: Int, _ s: TieSentence, _ view: TieDocument) -> [Candidate] {
    var out: [Candidate] = []
    func add(_ relation: String, _ object: Mention, _ rule: String, _ confidence: Double) {
      for subject in subjects(of: v, s)
      where subject.form != .name || subject.type == .person || relation == "memberOf" || relation == "locatedIn" {
        guard subject.id != object.id else { continue }
        out.append(
          Candidate(
            subject: subject.id, relation: Relation(rawValue: relation), object: .node(object.id), sentence: s.index,
            trigger: v, words: [v], rule: rule, confidence: confidence))
      }
    }
    func object(_ prepositions: Set<String>) -> Mention? {
      for c in s.sentence.children(of: v, "obl", "nmod", "obj") {
        if let p = s.preposition(of: c), prepositions.contains(p), let m = s.heads[c], m.form == .name, m.type != .date
        {
          return m
        }
        if prepositions.isEmpty, s.relation(c) == "obj", let m = s.heads[c], m.form == .name { return m }
      }
      return nil
    }
    // "is in central Port Grey"
    if let place = s.name(v), place.type == .place, ["in", "at"].contains(s.preposition(of: v) ?? ""),
      !s.sentence.children(of: v, "cop").isEmpty
    {
      add("locatedIn", place, "is-in-place", 0.7)
    }
    // "is from Freedonia"
    if let place = s.name(v), place.type == .place, s.preposition(of: v) == "from",
      !s.sentence.children(of: v, "cop").isEmpty
    {
      add("citizenOf", place, "is-from-place", 0.85)
    }
    // "is Freedonian"
    if let land = s.name(v), land.type == .demonym, view.countries[land.id] != nil,
      !s.sentence.children(of: v, "cop").isEmpty, s.sentence.children(of: v, "aux", "det").isEmpty
    {
      add("citizenOf", land, "is-a-demonym", 0.8)
    }
    let w = s.lower[v]
    switch w {
    case "born", "raised":
      if let place = object(["in", "at"]), place.type == .place { add("citizenOf", place, "born-in-place", 0.8) }
    case "hails", "hailed", "comes":
      if let place = object(["from"]), place.type == .place { add("citizenOf", place, "born-in-place", 0.75) }
    case "belongs", "belonged", "belong":
      if let body = object(["to"]) { add("memberOf", body, "belongs-to-body", 0.85) }
    case "joined", "joins", "joining":
      if let body = object([]), ImpliedBodies.isParty(body, view) || isAssembly(body, view) {
        add("memberOf", body, "joins-body", 0.7)
      }
    case "elected":
      if let body = object(["to"]), body.type == .organization { add("memberOf", body, "elected-to-body", 0.75) }
    case "served", "serves", "serving":
      if let body = object(["in", "on"]), body.type == .organization { add("memberOf", body, "serves-in-body", 0.7) }
    case "based" where s.word(v - 1) == "-":
      if let place = s.name(v - 2), place.type == .place { add("locatedIn", place, "lives-in-place", 0.75) }
    case "lives", "lived", "living", "resides", "resided", "based", "headquartered", "located":
      if let place = object(["in", "at"]), place.type == .place { add("locatedIn", place, "lives-in-place", 0.75) }
    case "works", "worked", "working":
      if let body = object(["for", "at"]), body.type == .organization {
        add("represents", body, "works-for-body", 0.8)
      }
    case "flown", "taken", "transferred", "evacuated", "rushed", "airlifted", "returned", "fled", "moved":
      if let place = object(["to"]) ?? within(["to"], of: v, s), place.type == .place {
        add("locatedIn", place, "brought-to-place", 0.6)
      }
    case "died":
      if let place = object(["in", "at"]), place.type == .place || place.type == .organization {
        add("locatedIn", place, "died-in-place", 0.6)
      }
    default: break
    }
    return out
  }

  /// The place of a thing that a preposition brings: "taken to a clinic in Port Grey".
  private static func within(_ prepositions: Set<String>, of v: Int, _ s: TieSentence) -> Mention? {
    for c in s.sentence.children(of: v, "obl") where prepositions.contains(s.preposition(of: c) ?? "") {
      for n in s.sentence.children(of: c, "nmod") where ["in", "at", "of"].contains(s.preposition(of: n) ?? "") {
        if let m = s.name(n), m.type == .place { return m }
      }
    }
    return nil
  }

  /// Who a verb or predicate is said of: its subject, what a participle modifies, or the subject that it shares.
  static func subjects(of v: Int, _ s: TieSentence) -> [Mention] {
    var t = v
    for _ in 0..<4 {
      if let n = s.sentence.children(of: t, "nsubj", "nsubj:pass").first {
        return s.referent(n).map { s.coordinated($0) } ?? []
      }
      guard let h = s.head(t) else { return [] }
      switch s.relation(t) {
      // "She is a clerk living in Port Grey": of her.
      case "acl" where !s.sentence.children(of: h, "cop").isEmpty: t = h
      case "acl": return s.heads[h].map { [$0] } ?? []
      case "appos", "amod": return s.heads[h].map { [$0] } ?? []
      case "conj", "xcomp", "advcl", "parataxis": t = h
      default: return []
      }
    }
    return []
  }
}

extension TieSentence {
  /// The name that a preposition governs directly, its article and modifiers passed over.
  func named(after preposition: Int) -> Mention? {
    var i = preposition + 1
    while i < preposition + 4, name(i) == nil, ["DET", "ADJ"].contains(upos(i)) { i += 1 }
    if let m = name(startingAt: i), m.type == .demonym, let next = name(startingAt: m.tokens.upperBound) { return next }
    return name(startingAt: i)
  }
}
