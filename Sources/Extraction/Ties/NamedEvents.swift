import Statements

/// The events of an article that can stand as nodes: those that the name head marked, and phrases that a name or a year
/// makes one of a kind ("the 2019 Freedonian general election", "the AU summit").
///
/// A later "the election" is the one so named.
struct NamedEvents: Sendable {
  static let nouns: Set<String> = [
    "election", "elections", "summit", "referendum", "conference", "olympics", "games", "championships", "championship",
    "marathon", "war", "tournament", "festival", "inauguration", "convention", "primary", "primaries", "congress",
    "cup", "meeting",
    "vote", "ceremony", "forum", "coup", "revolution", "uprising", "massacre", "shooting", "bombing", "hearing",
    "trial",
    "race", "by-election", "crisis", "protests", "attack", "attacks",
  ]
  /// What makes an election one of a kind in an article.
  private static let adjectives: Set<String> = [
    "federal", "general", "gubernatorial", "legislative", "mayoral", "midterm", "municipal", "parliamentary",
    "presidential", "snap",
  ]
  /// By identifier.
  let mentions: Set<Mention.ID>
  /// The first one of each noun, in the title and in the text.
  private let byNoun: [ArticlePart: [String: Mention]]
  /// The first "the election", "this summit" of each noun that either part names in full.
  private let bare: [ArticlePart: [String: Mention]]

  init(_ sentences: [TieSentence]) {
    var mentions: Set<Mention.ID> = []
    var byNoun: [ArticlePart: [String: Mention]] = [:]
    var bare: [ArticlePart: [String: Mention]] = [:]
    for s in sentences {
      for (t, m) in s.heads.enumerated() {
        guard let m, m.head == t else { continue }
        if m.form == .nominal, Self.nouns.contains(s.lower[t]), Self.isDefinite(m, s) {
          let part = s.sentence.part
          if bare[part]?[s.lower[t]] == nil { bare[part, default: [:]][s.lower[t]] = m }
        }
        let isNamed = m.form == .name && m.type == .event
        let isPhrase =
          m.form == .nominal && Self.nouns.contains(s.lower[t])
          && m.tokens.contains { i in
            i < t
              && (s.name(i).map { $0.type != .person && $0.type != .date } ?? false
                || CalendarWords.year(s.lower[i]) != nil || Self.adjectives.contains(s.lower[i]))
          }
        guard isNamed || isPhrase || Self.isPlaced(m, t, s) else { continue }
        mentions.insert(m.id)
        if byNoun[s.sentence.part]?[s.lower[t]] == nil { byNoun[s.sentence.part, default: [:]][s.lower[t]] = m }
      }
    }
    self.mentions = mentions
    self.byNoun = byNoun
    let known = Set(byNoun.values.flatMap(\.keys))
    self.bare = bare.mapValues { $0.filter { known.contains($0.key) } }
  }

  /// The event that a word stands for.
  func event(at t: Int, in s: TieSentence) -> Mention? {
    guard let m = s.heads.indices.contains(t) ? s.heads[t] : nil else { return nil }
    if mentions.contains(m.id) { return m }
    guard m.form == .nominal, m.head == t, Self.isDefinite(m, s) else { return nil }
    return named(s.lower[t], in: s.sentence.part)
  }

  /// The first event of one of the nouns.
  func first(_ nouns: [String], in part: ArticlePart) -> Mention? {
    nouns.compactMap { named($0, in: part) }.min { $0.id < $1.id }
  }

  private func named(_ noun: String, in part: ArticlePart) -> Mention? { byNoun[part]?[noun] ?? bare[part]?[noun] }

  /// What happens at one place: "a shooting in Port Grey".
  static let happenings: Set<String> = [
    "shooting", "riot", "riots", "protest", "protests", "demonstration", "demonstrations", "march", "rally", "festival",
    "crash", "fire", "explosion", "summit", "conference", "race", "marathon", "uprising", "massacre", "war", "siege",
    "ceremony", "parade",
  ]

  private static func isPlaced(_ m: Mention, _ t: Int, _ s: TieSentence) -> Bool {
    guard m.form == .nominal, happenings.contains(s.lower[t]), ["in", "at"].contains(s.word(t + 1)) else {
      return false
    }
    return s.place(after: t + 1) != nil
  }

  private static func isDefinite(_ m: Mention, _ s: TieSentence) -> Bool {
    ["the", "this", "that"].contains(s.word(m.tokens.lowerBound))
  }
}
