import Statements

/// Ties bodies and places to the whole that a noun of belonging says: "part", "branch", "commonwealth", "agency".
///
/// - "Port Station is part of the Grey Line"; "East Freedonia is a territory of Freedonia".
/// - "the Relief Office, a specialized agency of the United Harbours,"; "Acme, a subsidiary of Grey Holdings,".
/// - "the Harbour Union's Grey Centre": a body's possessive before a body's name.
enum Parts {
  private static let nouns: Set<String> = [
    "part", "branch", "arm", "wing", "division", "unit", "agency", "organ", "subsidiary", "affiliate", "offshoot",
    "department", "commonwealth", "territory", "province", "state", "region", "district", "suburb", "neighbourhood",
    "neighborhood", "city", "town", "village", "capital", "island", "islands", "municipality", "chapter", "body",
    "possession", "dependency", "faction", "force", "section", "borough",
  ]

  static func candidates(in s: TieSentence, of view: TieDocument) -> [Candidate] {
    var out: [Candidate] = []
    for t in 0..<s.count
    where s.upos(t) == "NOUN" && s.isWord(t, in: nouns) && s.name(t) == nil && s.word(t + 1) == "of" {
      guard let whole = s.named(after: t + 1), whole.type == .organization || Institutions.isLand(whole, view) else {
        continue
      }
      for part in wholes(of: t, s) where part.id != whole.id && isPart(part) && part.tokens.upperBound <= t {
        if let a = view.countries[part.id], a == view.countries[whole.id] { continue }
        out.append(
          Candidate(
            subject: part.id, relation: Relation(rawValue: "partOf"), object: .node(whole.id), sentence: s.index,
            trigger: t, words: [t], rule: "part-of-whole", confidence: 0.8))
      }
    }
    // "Port Grey is the largest Freedonian city", "Port Grey, an East Freedonian town,"
    for t in 0..<s.count where s.upos(t) == "NOUN" && s.isWord(t, in: places) && s.name(t) == nil {
      guard
        let whole = s.sentence.children(of: t, "amod", "compound").compactMap({ s.name($0) }).first(where: {
          Institutions.isLand($0, view)
        })
      else { continue }
      for part in wholes(of: t, s)
      where part.id != whole.id && part.form == .name && part.type == .place && part.tokens.upperBound <= t {
        if let a = view.countries[part.id], a == view.countries[whole.id] { continue }
        out.append(
          Candidate(
            subject: part.id, relation: Relation(rawValue: "partOf"), object: .node(whole.id), sentence: s.index,
            trigger: t, words: [t], rule: "place-of-land", confidence: 0.8))
      }
    }
    out += asPart(s, view)
    out += members(s)
    out += grouped(s)
    var seen: Set<Mention.ID> = []
    for m in s.names.compactMap({ $0 }) where m.type == .organization && seen.insert(m.id).inserted {
      let p = m.tokens.lowerBound - 1
      guard s.isPossessive(p), let owner = s.name(p - 1) ?? body(p - 1, s, view), owner.id != m.id,
        owner.type == .organization && !ImpliedBodies.isParty(owner, view) || owner.form == .nominal
      else { continue }
      out.append(
        Candidate(
          subject: m.id, relation: Relation(rawValue: "partOf"), object: .node(owner.id), sentence: s.index,
          trigger: m.head, words: [p], rule: "body-of-body", confidence: 0.7))
    }
    return out
  }

  /// "Union members Freedonia and Sylvania", "the Union member state Freedonia".
  private static func members(_ s: TieSentence) -> [Candidate] {
    var out: [Candidate] = []
    for t in 0..<s.count where s.upos(t) == "NOUN" && ["member", "members"].contains(s.word(t)) {
      guard let whole = s.name(t - 1), whole.type == .organization, whole.tokens.upperBound == t else { continue }
      let next =
        ["state", "states", "country", "countries", "nation", "nations"].contains(s.word(t + 1)) ? t + 2 : t + 1
      guard let first = s.name(startingAt: next), first.type == .place else { continue }
      for m in s.coordinated(first) where m.type == .place && m.id != whole.id {
        out.append(
          Candidate(
            subject: m.id, relation: Relation(rawValue: "memberOf"), object: .node(whole.id), sentence: s.index,
            trigger: t, words: [t], rule: "member-of-body", confidence: 0.8))
      }
    }
    return out
  }

  /// "the army's", "the administration's", "the commonwealth's".
  private static func body(_ t: Int, _ s: TieSentence, _ view: TieDocument) -> Mention? {
    guard s.heads.indices.contains(t), let m = s.heads[t], m.form == .nominal, m.head == t,
      Institutions.relation(ofNoun: s.lower[t], view)?.rawValue == "partOf"
        || ["commonwealth", "state", "country", "county", "city", "nation", "university"].contains(s.lower[t])
    else { return nil }
    return m
  }

  /// "the Seven, a group of seven countries, Freedonia, Sylvania and Ruritania": each is a member.
  private static func grouped(_ s: TieSentence) -> [Candidate] {
    var out: [Candidate] = []
    for t in 0..<s.count where groups.contains(s.lemma(t)) && s.upos(t) == "NOUN" {
      let members = s.sentence.children(of: t, "nmod").filter {
        s.preposition(of: $0) == "of" && ["countries", "nations", "states", "members"].contains(s.lower[$0])
      }.flatMap { s.sentence.children(of: $0, "appos") + s.sentence.children(of: t, "appos") }
        .compactMap { s.name($0) }.filter { $0.type == .place }.flatMap { s.coordinated($0) }
      guard members.count > 1 else { continue }
      for whole in wholes(of: t, s) where whole.tokens.upperBound <= t {
        for m in members where m.type == .place && m.id != whole.id {
          out.append(
            Candidate(
              subject: m.id, relation: Relation(rawValue: "memberOf"), object: .node(whole.id), sentence: s.index,
              trigger: t, words: [t], rule: "listed-member", confidence: 0.75))
        }
      }
    }
    return out
  }

  private static let groups: Set<String> = [
    "alliance", "bloc", "club", "coalition", "group", "grouping", "organisation", "organization", "union",
  ]

  private static let places: Set<String> = [
    "territory", "province", "state", "region", "district", "suburb", "city", "town", "village", "island",
    "municipality",
    "commonwealth", "possession", "dependency", "county", "port",
  ]

  /// "Freedonia, as part of the Grey Coalition," "works as part of the Coalition": states and people are members, bodies
  /// parts.
  private static func asPart(_ s: TieSentence, _ view: TieDocument) -> [Candidate] {
    var out: [Candidate] = []
    for t in 1..<max(1, s.count) where s.word(t) == "part" && s.word(t - 1) == "as" && s.word(t + 1) == "of" {
      guard let whole = s.named(after: t + 1), whole.type == .organization, let h = s.head(t) else { continue }
      let members = s.name(h).map { [$0] } ?? (s.upos(h) == "VERB" ? Origins.subjects(of: h, s) : [])
      for m in members where m.id != whole.id {
        let isMember = m.type == .place || m.type == .person || m.form == .pronoun
        out.append(
          Candidate(
            subject: m.id, relation: Relation(rawValue: isMember ? "memberOf" : "partOf"), object: .node(whole.id),
            sentence: s.index, trigger: t, words: [t], rule: "as-part-of-body", confidence: 0.7))
      }
    }
    return out
  }

  private static func isPart(_ m: Mention) -> Bool {
    m.form == .name ? m.type == .organization || m.type == .place : true
  }

  /// What the noun is said of: its subject, or what it stands in apposition to.
  private static func wholes(of t: Int, _ s: TieSentence) -> [Mention] {
    if !s.sentence.children(of: t, "cop").isEmpty { return Origins.subjects(of: t, s) }
    if s.relation(t) == "appos", let h = s.head(t), let m = s.heads[h] { return [m] }
    var p = t - 1
    while ["DET", "ADJ", "NOUN", "ADV", "VERB"].contains(s.upos(p)), s.name(p) == nil, t - p < 6 { p -= 1 }
    if s.word(p) == "," || s.word(p) == "—", let m = s.name(p - 1) { return [m] }
    return []
  }
}
