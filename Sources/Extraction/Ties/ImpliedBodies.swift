import Statements

/// The body that an office belongs to where its phrase names none.
///
/// A national office ("the Prime Minister, Jane Roe") is held in the country that the article is about; a seat in a
/// legislature ("Senator Roe") in the legislature that it names.
enum ImpliedBodies {
  static func body(of office: Office, in s: TieSentence, _ view: TieDocument) -> Mention? {
    switch office.title.implied {
    case .country?:
      // "club president", "company president": a lower-cased modifier names another body.
      if office.phrase.lowerBound < office.core.lowerBound, !Offices.isCapital(s, office.core.lowerBound) { return nil }
      guard let country = view.mainCountry else { return nil }
      return view.mention(ofCountry: country, near: s.index)
    case .legislature?:
      return legislature(office, s, view)
    default:
      return nil
    }
  }

  private static let chambers: [(titles: Set<String>, nouns: Set<String>)] = [
    (["senator", "state senator", "senate majority leader", "senate minority leader"], ["senate"]),
    (
      ["representative", "congressman", "congresswoman", "house majority leader", "house minority leader"],
      ["house", "congress"]
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
      return words.contains { nouns.contains($0) } && !words.contains("committee")
        || words.count > 1 && words.first == "house" && nouns.contains("house") && words.contains("representatives")
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

  /// Whether a mention is a party: by its head noun, or by a name that members bear.
  static func isParty(_ m: Mention, _ view: TieDocument) -> Bool {
    guard m.type != .person, m.type != .event else { return false }
    let words = m.tokens.map { view.sentences[m.sentence].lower[$0] }.filter { $0 != "the" }
    if m.form == .name, partyNames.contains(words.joined(separator: " ")) { return true }
    return words.contains { partyWords.contains($0) }
  }
}
