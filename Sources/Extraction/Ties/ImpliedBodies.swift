import Statements

/// The body that an office belongs to where its phrase names none.
///
/// A national office ("the Prime Minister, Jane Roe") is held in the country that the article is about; a seat in a
/// legislature ("Senator Roe") in the legislature that it names.
enum ImpliedBodies {
  /// What an office's body is taken to be, by which rule and how surely.
  struct Guess: Sendable {
    let body: Mention
    let rule: String
    let confidence: Double
  }

  static func body(of office: Office, _ holder: Mention, in s: TieSentence, _ view: TieDocument) -> Guess? {
    if office.title.implied == .legislature {
      return legislature(office, s, view).map { Guess(body: $0, rule: "office-implied-body", confidence: 0.7) }
    }
    if let noun = [TieLexicons.Title.Body.court: "court", .police: "police"][office.title.implied ?? .any] {
      let body = view.nearest(to: s.index) { m in
        abs(m.sentence - s.index) <= 2 && m.form == .name && m.type == .organization && view.words(of: m).contains(noun)
      }
      return body.map { Guess(body: $0, rule: "office-implied-\(noun)", confidence: 0.65) }
    }
    let isBare = office.phrase.lowerBound == office.core.lowerBound
    if isBare, office.title.implied != .country, office.title.tie?.rawValue == "leads",
      let known = view.bodies[office.title.words],
      let body = known.first(where: { view.document.sentences[$0.body.sentence].part == s.sentence.part })?.body,
      known.allSatisfy({
        view.words(of: $0.body) == view.words(of: body)
          || view.countries[$0.body.id].map { $0 == view.countries[body.id] } ?? false
      })
    {
      return Guess(body: body, rule: "office-same-body", confidence: 0.75)
    }
    if isBare, [.city, .region].contains(office.title.body), let place = view.mainPlace,
      let body = view.nearest(to: s.index, where: { $0.type == .place && view.words(of: $0) == place })
    {
      return Guess(body: body, rule: "office-implied-place", confidence: 0.65)
    }
    guard office.title.implied == .country else { return nil }
    // A minister for another country, a company's senior vice president, a minister of a church.
    if office.complements.contains(where: { OfficeBodies.isPortfolio($0, of: office, s) }), view.homeCountry == nil {
      return nil
    }
    let before = s.lower[office.phrase.lowerBound..<office.core.lowerBound]
    if office.title.words == "vice president", !before.isEmpty { return nil }
    if isBare, office.title.words == "minister", ["a", "an"].contains(s.word(office.start)) { return nil }
    // "club president": another word names what the office is of; "trade minister" is one of a country's.
    if !isBare, !ministers.contains(office.title.words) { return nil }
    guard let country = country(office, holder, s, view), let m = view.mention(ofCountry: country, near: s.index) else {
      return nil
    }
    // An article that hardly speaks of a country is not one about it, unless it speaks of no other.
    guard
      (view.weights[country] ?? 0) >= 3 || view.isNamed(country: country, in: s) || view.weights.count == 1
        || view.homeCountry == country
    else { return nil }
    return Guess(body: m, rule: "office-implied-body", confidence: 0.7)
  }

  /// What one does to other countries, not to one's own.
  private static let foreign: Set<String> = [
    "accused", "attacked", "cooperatedWith", "criticized", "hosted", "invited", "met", "negotiatedWith", "sanctioned",
    "spokeWith", "threatened", "urged", "visited",
  ]

  /// Without what is implied of people's countries where they are said to deal with that very country: whom a president
  /// urges, accuses or visits is another's.
  static func withoutForeign(_ candidates: [Candidate], in view: TieDocument) -> [Candidate] {
    var dealings: Set<[String]> = []
    // "Roe said that Freedonia must leave": what one asks of one's own is said in quotations.
    for c in candidates where foreign.contains(c.relation.rawValue) && !c.rule.hasPrefix("stance") {
      let person = view.personKey(view.document.mentions[c.subject])
      if !person.isEmpty, let country = c.object.node.flatMap({ view.countries[$0] }) {
        dealings.insert([person, country])
      }
    }
    return candidates.filter { c in
      guard c.rule == "office-implied-body", let country = c.object.node.flatMap({ view.countries[$0] }) else {
        return true
      }
      return !dealings.contains([view.personKey(view.document.mentions[c.subject]), country])
    }
  }

  private static let ministers: Set<String> = [
    "minister", "deputy minister", "secretary", "undersecretary", "vice president", "foreign minister",
  ]

  /// The country that an unnamed office is of: the one that stands between the title and the name, else the one that the
  /// article is about, among those that know such an office and have no such office-holder of their own in it.
  private static func country(
    _ office: Office, _ holder: Mention, _ s: TieSentence, _ view: TieDocument
  ) -> String? {
    if office.end < holder.tokens.lowerBound, holder.sentence == s.index {
      // "Deputy Minister and Envoy of the Freedonian President Jane Roe"
      let within = Set(
        view.document.mentions.filter {
          $0.sentence == s.index && $0.tokens.lowerBound >= office.end
            && $0.tokens.upperBound <= holder.tokens.lowerBound
        }.compactMap { view.countries[$0.id] })
      if within.count == 1 { return within.first }
    }
    // "[US President Roe]", where the title was taken for a part of the name.
    if let inside = TieDocument.countries(in: view.words(of: holder), view.lexicons).first, holder.form == .name {
      return inside.country
    }
    let ranked = view.rankedCountries.filter { country in
      !(view.lexicons.absentOffices[country]?.contains(office.title.words) ?? false)
        && (office.title.countries.isEmpty || office.title.countries.contains(country))
    }
    // Said once, in another sentence, a country does not make an article one about it.
    guard let first = ranked.first, (view.weights[first] ?? 0) > 1 || view.isNamed(country: first, in: s) else {
      return nil
    }
    if let host = host(holder, s, view), ranked.contains(host), !isHeld(office, by: holder, in: host, view) {
      return host
    }
    // Written in another country, it is rather of that.
    if let place = view.datelineCountry, place != first {
      return ranked.contains(place) && !isHeld(office, by: holder, in: place, view) ? place : nil
    }
    // "Sylvanian President Ada Roe" and "President Cy Dor" are not both Sylvania's, unless in another year.
    if office.standing == .present, !isOfAnotherTime(s, view), office.title.tie?.rawValue == "leads",
      isHeld(office, by: holder, in: first, view)
    {
      return nil
    }
    if !office.title.countries.isEmpty { return first }
    // A government's own texts: its ministers go unnamed, and other countries' heads too.
    if let home = view.homeCountry, ranked.contains(home), office.title.tie?.rawValue == "represents" { return home }
    // Whoever deals with other countries is spoken of along with them.
    if ranked.count > 1, dealsWithOthers(holder, view) { return nil }
    guard ranked.count > 1, (view.weights[first] ?? 0) < 2 * (view.weights[ranked[1]] ?? 0) else { return first }
    // Where two countries are spoken of alike, the home country's officials go without its name and others' with it.
    let foreign = Set(
      view.bodies.values.joined().filter { $0.isPresent && $0.holder != view.personKey(holder) }.compactMap {
        view.countries[$0.body.id]
      })
    return ranked.prefix(3).first { country in
      !foreign.contains(country) && 2 * (view.weights[country] ?? 0) >= (view.weights[first] ?? 0)
    } ?? first
  }

  /// "flew to Oslo to meet Prime Minister Jane Roe": the country whose capital one goes to, where the holder is met there.
  private static func host(_ holder: Mention, _ s: TieSentence, _ view: TieDocument) -> String? {
    guard holder.sentence == s.index, !["nsubj", "conj"].contains(s.relation(holder.head)) else { return nil }
    for m in s.names.compactMap({ $0 }) where m.tokens.upperBound <= holder.tokens.lowerBound {
      if let country = view.lexicons.capitals[view.words(of: m).joined(separator: " ")],
        s.preposition(of: m.head) == "to", let verb = s.head(m.head), s.upos(verb) == "VERB"
      {
        return country
      }
    }
    return nil
  }

  /// Whether a sentence tells of a year or decade before the article's.
  private static func isOfAnotherTime(_ s: TieSentence, _ view: TieDocument) -> Bool {
    guard let year = view.document.article.published?.year else { return false }
    return s.lower.contains { word in
      decades.contains(word) || word.count == 4 && Int(word).map { (1900..<year).contains($0) } ?? false
    }
  }

  private static let decades: Set<String> = [
    "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties",
  ]

  /// Whether the article gives an office of a country to somebody else.
  private static func isHeld(_ office: Office, by holder: Mention, in country: String, _ view: TieDocument) -> Bool {
    let others = (view.bodies[office.title.words] ?? []).filter {
      $0.isPresent && !$0.holder.isEmpty && view.countries[$0.body.id] == country
    }
    let key = view.personKey(holder)
    return !others.isEmpty && !key.isEmpty && others.allSatisfy { $0.holder != key }
  }

  /// Whether some title of a person says so: "foreign minister", "Foreign Office minister".
  private static func dealsWithOthers(_ holder: Mention, _ view: TieDocument) -> Bool {
    let key = view.personKey(holder)
    return zip(view.sentences, view.offices).contains { s, offices in
      offices.contains { office in
        s.lower[office.phrase].contains("foreign")
          && [office.end, office.end + 1].contains { s.name($0).map { view.personKey($0) == key } ?? false }
      }
    }
  }

  /// The nearest mention of a body by its bare noun: "Senate" for "Senate President".
  static func body(named noun: String, near sentence: Int, _ view: TieDocument) -> Mention? {
    view.nearest(to: sentence) { m in
      guard m.form == .name else { return m.form == .nominal && view.sentences[m.sentence].lower[m.head] == noun }
      let words = view.words(of: m)
      // "the House of Representatives"
      return m.type == .organization && (words.last == noun || words.count > 2 && words[0] == noun && words[1] == "of")
    }
  }

  private static let chambers: [(titles: Set<String>, nouns: Set<String>)] = [
    (["senator", "state senator", "senate majority leader", "senate minority leader"], ["senate"]),
    (
      [
        "representative", "congressman", "congresswoman", "house majority leader", "house minority leader",
        "house speaker",
      ],
      ["house"]
    ),
    (["assemblyman", "assemblywoman", "assemblymember"], ["assembly"]),
    (["councillor", "councilman", "councilwoman", "councilor", "alderman"], ["council"]),
    (["peer"], ["lords"]),
    (["mep", "member of the european parliament"], ["parliament"]),
  ]

  private static func legislature(_ office: Office, _ s: TieSentence, _ view: TieDocument) -> Mention? {
    let nouns =
      chambers.first { $0.titles.contains(office.title.words) }?.nouns
      ?? ["parliament", "legislature", "assembly", "congress", "commons", "diet", "knesset"]
    return view.nearest(to: s.index) { m in
      guard m.form == .name, m.type == .organization || m.type == .place else { return false }
      let words = m.tokens.map { view.sentences[m.sentence].lower[$0] }
      if view.lexicons.title(words) != nil { return false }
      return words.contains { nouns.contains($0) } && !words.contains("committee") && words.first != "white"
        && words.first != "republican" && words.first != "democratic"
    }
  }

  private static let partyWords: Set<String> = [
    "party", "front", "democrats", "republicans", "conservatives", "liberals", "greens", "socialists",
  ]
  private static let partyNames: Set<String> = [
    "conservative", "labour", "labor", "democratic", "democrat", "republican", "liberal", "socialist", "communist",
    "tory",
    "green", "christian democrat", "social democrat", "liberal democrat", "social democratic", "nationalist",
    "unionist",
    "gop", "greens",
  ]

  /// What else members and parties of an adjective are called.
  private static let partisans: [String: Set<String>] = [
    "democratic": ["democrat", "democrats"], "republican": ["republicans", "gop"], "conservative": ["conservatives"],
    "liberal": ["liberals"], "socialist": ["socialists"], "green": ["greens"], "labor": ["labour"],
  ]

  /// The party whose adjective stands unmarked in a phrase: "Labour" of "Labour MP", where the article names it elsewhere.
  static func party(in words: Range<Int>, _ s: TieSentence, _ view: TieDocument) -> Mention? {
    for t in words where s.name(t) == nil && partyNames.contains(s.lower[t]) && Offices.isCapital(s, t) {
      if let m = view.nearest(
        to: s.index,
        where: { m in
          m.form == .name && isParty(m, view)
            && view.words(of: m).contains { $0 == s.lower[t] || partisans[s.lower[t]]?.contains($0) ?? false }
        })
      {
        return m
      }
    }
    return nil
  }

  static func isPartyAdjective(_ m: Mention, _ view: TieDocument) -> Bool {
    let name = view.words(of: m).joined(separator: " ")
    return partyNames.contains(name) || name.hasSuffix("s") && partyWords.contains(name)
  }

  /// Whether a mention is a party: by its head noun, or by a name that members bear.
  static func isParty(_ m: Mention, _ view: TieDocument) -> Bool {
    guard m.type != .person, m.type != .event else { return false }
    let words = m.tokens.map { view.sentences[m.sentence].lower[$0] }.filter { $0 != "the" }
    if m.form == .name, partyNames.contains(words.joined(separator: " ")) { return true }
    return words.contains { partyWords.contains($0) }
  }
}
