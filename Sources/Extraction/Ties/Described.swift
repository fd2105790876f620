import Statements

/// What the description of a name says of it: where it is, where one is from, whom one works for.
///
/// - "Grey Air, a carrier *in Freedonia*", "Grey Air, the *Freedonian* carrier", "a court *in Port Grey*": `locatedIn`.
/// - "Jane Roe, a nurse *from Port Grey*", "Jane Roe, a *Freedonian* nurse", "the *Freedonian*-born cook": `citizenOf`.
/// - "Jane Roe, a sociologist *at Grey College*": `represents`, for trades that are no titles.
/// - "her *Freedonian* counterpart, Jane Roe": `represents`.
enum Described {
  static func candidates(in s: TieSentence, of view: TieDocument) -> [Candidate] {
    var out: [Candidate] = []
    func add(_ a: Mention, _ relation: String, _ b: Mention, _ words: [Int], _ rule: String, _ confidence: Double) {
      guard a.id != b.id, view.countries[a.id] == nil else { return }
      out.append(
        Candidate(
          subject: a.id, relation: Relation(rawValue: relation), object: .node(b.id), sentence: s.index,
          trigger: words.first ?? b.head, words: words, rule: rule, confidence: confidence))
    }
    for t in 0..<s.count where s.upos(t) == "NOUN" && s.name(t) == nil {
      let names = Self.names(of: t, s)
      for m in names where m.type == .person { person(m, t, s, view, add) }
      for m in names where m.type == .organization { body(m, t, s, view, add) }
      if names.isEmpty, let m = s.heads[t], m.form == .nominal { unnamed(m, s, view, add) }
    }
    for t in 0..<s.count where s.word(t) == "born" && s.word(t - 1) == "-" {
      if let land = s.name(t - 2), Institutions.isLand(land, view), let m = bearer(of: t, s) {
        add(m, "citizenOf", land, [t], "born-in-land", 0.8)
      }
    }
    return out
  }

  private typealias Add = (Mention, String, Mention, [Int], String, Double) -> Void

  /// Whom a noun describes: "Jane Roe, a *nurse*", "the *nurse* Jane Roe", "a *nurse*, Jane Roe", "she is a *nurse*".
  private static func names(of t: Int, _ s: TieSentence) -> [Mention] {
    if !s.sentence.children(of: t, "cop").isEmpty {
      let said = Origins.subjects(of: t, s).filter { $0.form == .name || $0.form == .pronoun && $0.type == .person }
      if !said.isEmpty { return said }
    }
    if s.relation(t) == "appos", let h = s.head(t), let m = s.name(h), m.form == .name { return [m] }
    if ["nmod", "compound", "flat"].contains(s.relation(t)), let h = s.head(t), h > t, let m = s.name(h),
      m.tokens.lowerBound == t + 1
    {
      return [m]
    }
    let beside = s.sentence.children(of: t, "appos", "flat").compactMap { s.name($0) }.first { $0.head > t }
    // "two Freedonian nurses, Jane Roe and Ada Moe"
    return beside.map { s.tokens[t].xpos == "NNS" ? s.coordinated($0) : [$0] } ?? []
  }

  /// The place that a phrase of a noun names: "a nurse *from Port Grey*", "a firm *in the city of Port Grey*".
  private static func places(_ prepositions: Set<String>, of t: Int, _ s: TieSentence) -> [(Mention, Int)] {
    s.sentence.children(of: t, "nmod").filter { $0 > t && prepositions.contains(s.preposition(of: $0) ?? "") }
      .compactMap { c in
        if let m = s.name(c), m.type == .place { return (m, c) }
        return s.sentence.children(of: c, "nmod").first { s.preposition(of: $0) == "of" }.flatMap { n in
          s.name(n).flatMap { $0.type == .place && placeNouns.contains(s.lower[c]) ? ($0, c) : nil }
        }
      }
  }

  private static let placeNouns: Set<String> = [
    "city", "town", "village", "state", "province", "region", "district", "county", "island", "suburb", "port",
  ]

  /// The land among a noun's modifiers: "a *Freedonian* nurse", "the *Port Grey* firm", "*Freedonia's* largest firm".
  private static func land(of t: Int, _ s: TieSentence, _ view: TieDocument) -> Mention? {
    let found = s.sentence.children(of: t, "amod", "compound", "nmod:desc", "nmod:poss").filter { $0 < t }
      .compactMap { s.name($0) }.filter { Institutions.isLand($0, view) }
    return found.count == 1 ? found[0] : nil
  }

  private static let counterparts: Set<String> = ["counterpart", "colleague", "number", "homologue"]

  private static func person(_ m: Mention, _ t: Int, _ s: TieSentence, _ view: TieDocument, _ add: Add) {
    let noun = s.lower[t]
    for (place, c) in places(["from"], of: t, s) { add(m, "citizenOf", place, [t, c], "trade-from-place", 0.75) }
    let title = view.lexicons.title([noun])
    let isOffice =
      title?.tie != nil
      || view.offices[s.index].contains { $0.core.contains(t) && $0.title.tie != nil }
    if counterparts.contains(noun), noun != "number" || s.word(t - 1) == "opposite" {
      if let land = land(of: t, s, view) { add(m, "represents", land, [t], "counterpart-of-land", 0.75) }
      return
    }
    guard !isOffice, isTrade(noun, view) else { return }
    if let land = land(of: t, s, view), land.type == .demonym {
      add(m, "citizenOf", land, [t], "trade-of-land", 0.7)
    }
    for c in s.sentence.children(of: t, "nmod")
    where c > t && ["at", "with", "for"].contains(s.preposition(of: c) ?? "") {
      if let body = s.name(c), body.type == .organization {
        add(m, "represents", body, [t, c], "trade-at-body", 0.75)
      }
    }
    for (place, c) in places(["in", "at"], of: t, s) { add(m, "locatedIn", place, [t, c], "trade-in-place", 0.6) }
  }

  /// Whether a noun says what somebody does or is, and no kin.
  private static func isTrade(_ noun: String, _ view: TieDocument) -> Bool {
    if view.lexicons.kinship.contains(noun) { return false }
    if let title = view.lexicons.title([noun]) { return title.tie == nil }
    return trades.contains(noun)
      || ["er", "or", "ist", "ian", "man", "woman", "smith", "wright"].contains { noun.hasSuffix($0) && noun.count > 4 }
  }

  private static let trades: Set<String> = [
    "apprentice", "boy", "child", "citizen", "clerk", "cook", "critic", "exile", "expert", "girl", "graduate", "guard",
    "guide", "heir", "maid", "man", "mechanic", "migrant", "midwife", "national", "native", "postdoc", "pupil",
    "refugee",
    "resident", "servant", "specialist", "spy", "student", "subject", "teenager", "vet", "volunteer", "youth",
    "youngster", "star",
  ]

  private static func body(_ m: Mention, _ t: Int, _ s: TieSentence, _ view: TieDocument, _ add: Add) {
    guard let relation = Institutions.relation(ofNoun: s.lower[t], view) else { return }
    for (place, c) in places(["in", "from", "near", "outside"], of: t, s) {
      add(m, "locatedIn", place, [t, c], "body-a-firm-in-place", 0.8)
    }
    if let land = land(of: t, s, view) {
      add(m, relation.rawValue, land, [t], "body-a-firm-of-land", 0.75)
    }
  }

  /// "a court in Port Grey", "Freedonia's embassy in Sylvania"; several are no body.
  private static func unnamed(_ m: Mention, _ s: TieSentence, _ view: TieDocument, _ add: Add) {
    guard s.tokens[m.head].xpos == "NN", let relation = Institutions.relation(ofNoun: s.lower[m.head], view),
      relation.rawValue == "locatedIn" || seated.contains(s.lower[m.head])
    else { return }
    for (place, c) in places(["in"], of: m.head, s) {
      add(m, "locatedIn", place, [m.head, c], "unnamed-body-in-place", 0.75)
    }
  }

  /// Organs of which a country has several: "the parliament in Port Grey" is said of where the country is.
  private static let seated: Set<String> = ["court", "tribunal", "embassy", "consulate"]

  /// Whom "Freedonian-born" is said of: the name above it, or the one that the noun above it describes.
  private static func bearer(of t: Int, _ s: TieSentence) -> Mention? {
    var at = t
    for _ in 0..<3 {
      guard let h = s.head(at) else { return nil }
      if let m = s.name(h), m.type == .person { return m }
      if s.upos(h) == "NOUN" {
        if let m = names(of: h, s).first { return m.type == .person ? m : nil }
        if let m = s.heads[h], h > t { return m.form == .nominal ? m : nil }
      }
      at = h
    }
    return nil
  }
}
