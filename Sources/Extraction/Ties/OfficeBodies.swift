import Statements

/// The bodies that an office is held in, as its phrase names them.
///
/// In this order: the "of", "for", "at" phrase ("head of *the agency*"), the possessor ("*Freedonia's* minister"), a name among
/// the modifiers ("*UN* envoy"), a noun among them that the article mentions elsewhere ("*Senate* President").
enum OfficeBodies {
  private static let places: Set<String> = [
    "city", "town", "village", "state", "province", "region", "district", "county", "republic", "island", "kingdom",
    "municipality",
  ]

  /// The bodies that an office is held in, as the phrase says.
  static func bodies(_ office: Office, _ s: TieSentence, _ view: TieDocument) -> [Mention] {
    bodiesAsWritten(office, s, view).filter { m in
      // A title that was taken for a name is no body; nor is a country the chamber of a member of it.
      (m.form != .name || view.lexicons.title(view.words(of: m)) == nil)
        && !(office.title.body == .legislature && view.countries[m.id] != nil
          && office.title.words != "member of parliament")
    }
  }

  private static func bodiesAsWritten(_ office: Office, _ s: TieSentence, _ view: TieDocument) -> [Mention] {
    let to: Set<String> = [
      "adviser", "advisor", "aide", "chief of staff", "assistant", "counsel", "candidate", "secretary",
    ]
    var allowed: Set<String> = ["of", "for", "at", "with", "in"]
    if to.contains(office.title.words) { allowed.insert("to") }
    if office.title.body == .legislature || office.title.body == .country { allowed.insert("from") }
    var previousWasPlace = false
    for c in office.complements {
      if c.preposition == "in" && office.title.body != .any && !previousWasPlace { continue }
      guard allowed.contains(c.preposition), !isPortfolio(c, of: office, s) else { continue }
      // "members of the UK parliament": the noun that the name modifies.
      if let n = c.mentions.last, n.form == .nominal, n.head == c.range.upperBound - 1, isBody(n, s),
        c.mentions.count > 1
      {
        return [n]
      }
      // "of the Roe government's Trade Office": what stands behind the last possessive.
      let owned = c.range.last { s.isPossessive($0) && $0 + 1 < c.range.upperBound } ?? c.range.lowerBound
      let names = c.mentions.filter { m in
        m.form == .name && m.type != .date && m.type != .demonym && !s.isPossessive(m.tokens.upperBound)
          && m.tokens.lowerBound >= owned
          // "member of the Voskhod crew": the crew, not the place.
          && !(m.type == .place && s.relation(m.head) == "compound"
            && s.head(m.head).map { $0 >= m.tokens.upperBound && c.range.contains($0) && s.upos($0) == "NOUN" } ?? false)
      }
      if !names.isEmpty {
        return names.filter { $0.type != .other }
      }
      let nominals = c.mentions.filter { $0.form == .nominal }
      if let n = nominals.last {
        if places.contains(s.lower[n.head]) {
          previousWasPlace = true
          continue
        }
        if isBody(n, s) { return [n] }
      }
      if let m = c.mentions.first(where: {
        $0.type == .demonym && !isOfSomethingElse($0, c.range, s)
          || $0.form == .name && $0.type != .demonym && $0.type != .date
      }) {
        return [m]
      }
      if let p = c.mentions.first(where: { $0.form == .pronoun }), c.mentions.count == 1 { return [p] }
    }
    let named = office.modifiers.filter {
      $0.type != .date && $0.type != .other && !isCut($0, office, s)
        && !(ImpliedBodies.isPartyAdjective($0, view) && !OfficeTies.partyHeads.contains(office.title.words)
          && office.title.body != .legislature)
    }
    if let p = office.possessor {
      // "Freedonia's Harbour Union leader": the nearer one is the body.
      if let inner = named.last, inner.type == .organization { return [inner] }
      if p.form != .name || p.type.isNode || p.type == .demonym { return [p] }
    }
    guard let last = named.last else {
      // "Senate President", "Council leader": the body by its noun, as the article mentions it elsewhere.
      // A country that the name head has not marked: "former US President".
      let words = Array(s.lower[office.phrase.lowerBound..<office.core.lowerBound])
      if let found = TieDocument.countries(in: words, view.lexicons).last,
        let country = view.mention(ofCountry: found.country, near: s.index)
      {
        return [country]
      }
      for t in (office.phrase.lowerBound..<office.core.lowerBound).reversed()
      where view.lexicons.groups[s.lower[t]] != nil {
        if let body = ImpliedBodies.body(named: s.lower[t], near: s.index, view) { return [body] }
      }
      return []
    }
    if office.title.body == .legislature { return named }
    return [last]
  }

  /// "*Port Grey Post* editor Jane Roe": a name of which only the place was found, by the capital behind it.
  private static func isCut(_ m: Mention, _ office: Office, _ s: TieSentence) -> Bool {
    let next = m.tokens.upperBound
    return m.type == .place && next < office.core.lowerBound && s.name(next) == nil && Offices.isCapital(s, next)
      && !Offices.isCapital(s, office.core.lowerBound) && ["NOUN", "PROPN"].contains(s.upos(next))
  }

  private static let delegated: Set<String> = [
    "minister", "deputy minister", "secretary", "undersecretary", "envoy", "special envoy", "peace envoy",
    "representative", "special representative", "coordinator", "rapporteur", "special rapporteur",
    "high representative",
  ]

  private static let diplomats: Set<String> = [
    "ambassador", "nuncio", "consul", "consul general", "consul-general", "high commissioner", "envoy", "special envoy",
    "representative", "special representative", "attaché", "diplomat", "correspondent",
  ]

  /// "Minister for Sylvania", "envoy for Port Grey", "ambassador in Oslo": what it deals with or where, not whose it is.
  static func isPortfolio(_ c: Office.Complement, of office: Office, _ s: TieSentence) -> Bool {
    // "the Secretary of Transportation", where that was taken for a body's name
    if ["secretary", "minister", "deputy minister", "undersecretary", "high commissioner"].contains(office.title.words),
      ["of", "for"].contains(c.preposition), !c.mentions.isEmpty,
      c.mentions.allSatisfy({ m in
        m.form == .name && m.type == .organization && m.tokens.count < 4 && m.tokens.upperBound == c.range.upperBound
          && s.tokens[m.head].form != s.tokens[m.head].form.uppercased()
          && Institutions.relation(ofName: m.tokens.map { s.lower[$0] }) == nil
      })
    {
      return true
    }
    return
      (c.preposition == "for" && delegated.contains(office.title.words)
      || c.preposition == "in" && diplomats.contains(office.title.words))
      && c.mentions.contains { $0.type == .place } && !c.mentions.contains { $0.type == .organization }
  }

  static func isBody(_ m: Mention, _ s: TieSentence) -> Bool {
    let noun = s.lower[m.head]
    if TieLexicons.shared.groups[noun] != nil { return true }
    if TieLexicons.singulars(noun).contains(where: { TieLexicons.shared.groups[$0] != nil }) { return true }
    return ["country", "nation", "state", "organisation", "organization", "company", "body"].contains(noun)
  }

  /// The place or body that follows the holder: "Senator Roe *of East Freedonia*", "Roe (D-*Freedonia*)".
  static func afterName(_ m: Mention, of office: Office, _ s: TieSentence) -> Mention? {
    let i = m.tokens.upperBound
    // "a rebellion against President Roe from Freedonia": only members of chambers are from where they stand for.
    guard s.word(i) == "of" || s.word(i) == "from" && office.title.body == .legislature else { return nil }
    var j = i + 1
    while s.upos(j) == "DET" { j += 1 }
    guard let found = s.name(startingAt: j), found.type == .place || found.type == .organization else { return nil }
    return found
  }

  /// "head of European deals": the adjective tells of what the office is about, not of whom.
  private static func isOfSomethingElse(_ demonym: Mention, _ range: Range<Int>, _ s: TieSentence) -> Bool {
    guard let noun = s.head(demonym.head), range.contains(noun), s.upos(noun) == "NOUN" else { return false }
    return TieLexicons.shared.groups[s.lower[noun]] == nil && !places.contains(s.lower[noun])
  }
}
