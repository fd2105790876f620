import Statements

/// Ties bodies to the countries, places and greater bodies that they belong to.
///
/// `partOf` for organs (court, army, ministry, committee), `locatedIn` for the rest (party, firm, university); the head noun
/// decides (`groups.tsv`).
/// - In the name: "Supreme Court *of Freedonia*", "*Freedonian* National Police", "Medical University *of Port Grey*".
/// - Before it: "*Freedonia's* Harbour Union", "*Freedonian* airline Grey Air", "*Freedonian* firms including Acme".
/// - After it: "the Court of Appeal *in Freedonia*", "the Guard Corps *of Freedonia*".
/// - Without a name: "the *Freedonian* government", "the *UK* parliament".
/// - A name within a longer one: "*House* Budget Committee".
enum Institutions {
  static func candidates(in s: TieSentence, of view: TieDocument) -> [Candidate] {
    var out: [Candidate] = []
    var done: Set<Mention.ID> = []
    for m in s.names.compactMap({ $0 }) where done.insert(m.id).inserted && m.type == .organization {
      out += named(m, s, view)
    }
    for (t, m) in s.heads.enumerated() {
      if let m, m.form == .nominal, m.head == t { out += nominal(m, s, view) }
    }
    out += listed(s, view)
    return out
  }

  // MARK: Names

  private static func named(_ m: Mention, _ s: TieSentence, _ view: TieDocument) -> [Candidate] {
    let words = m.tokens.map { s.lower[$0] }
    guard view.countries[m.id] == nil else { return [] }
    let relation = Self.relation(ofName: words)
    var out: [Candidate] = []
    var hasOwner = false
    func add(_ object: Mention, _ relation: Relation, _ rule: String, _ confidence: Double) {
      hasOwner = true
      out.append(
        Candidate(
          subject: m.id, relation: relation, object: .node(object.id), sentence: s.index, trigger: m.head,
          words: Array(m.tokens), rule: rule, confidence: confidence))
    }
    let isOrgan = relation?.rawValue == "partOf"
    // In the name.
    if isOrgan, let inside = TieDocument.countries(in: words, view.lexicons).first,
      let country = view.mention(ofCountry: inside.country, near: s.index)
    {
      add(country, .init(rawValue: "partOf"), "body-named-by-country", 0.85)
    }
    // A greater body's name within this one's.
    if isOrgan,
      let greater = view.nearest(
        to: s.index,
        where: { p in
          let inner = view.words(of: p)
          return p.id != m.id && p.form == .name && p.type == .organization && inner.count < words.count
            && view.countries[p.id] == nil
            && Array(words.prefix(inner.count)) == inner && !["of", "and", "for"].contains(words[inner.count])
            && TieDocument.countries(in: inner, view.lexicons).first?.words.count != inner.count
        })
    {
      add(greater, .init(rawValue: "partOf"), "body-named-by-body", 0.7)
    }
    // Before it: a possessor, or a country's adjective and a common noun.
    var p = m.tokens.lowerBound - 1
    while ["NOUN", "ADJ"].contains(s.upos(p)) || isCompound(p, s), s.name(p) == nil, m.tokens.lowerBound - p < 7 {
      p -= 1
    }
    // "Freedonia's (FR) Harbour Union"
    if s.word(p) == ")", s.word(p - 2) == "(" { p -= 3 }
    let gap = p + 1..<m.tokens.lowerBound
    // "the Port Grey-based Harbour Union"
    if let based = gap.first(where: { s.word($0) == "based" }), let place = s.name(p), isLand(place, view),
      based == p + 2
    {
      add(place, .init(rawValue: "locatedIn"), "place-based-body", 0.85)
    }
    if s.isPossessive(p) { p -= 1 }
    if let owner = s.name(p), owner.tokens.upperBound == p + 1, isLand(owner, view), !hasOwner,
      gap.isEmpty || gap.contains(where: { view.lexicons.groups[s.lower[$0]] != nil || owned.contains(s.lower[$0]) })
    {
      // "Freedonia's state-owned Grey Oil"
      if gap.contains(where: { s.word($0) == "state" && s.word($0 + 2) == "owned" }) {
        return out + [
          Candidate(
            subject: owner.id, relation: .init(rawValue: "owns"), object: .node(m.id), sentence: s.index,
            trigger: m.head, words: Array(gap), rule: "country-owns-body", confidence: 0.8)
        ]
      }
      let noun = gap.compactMap { view.lexicons.groups[s.lower[$0]] }.last
      if !gap.isEmpty || s.isPossessive(m.tokens.lowerBound - 1) || (noun ?? relation)?.rawValue == "partOf" {
        add(owner, noun ?? relation ?? .init(rawValue: "locatedIn"), "country-before-body", 0.75)
      }
    }
    // After it.
    let after = m.tokens.upperBound
    if ["of", "in", "at"].contains(s.word(after)) || s.word(after) == "based" && s.word(after + 1) == "in" {
      var q = s.word(after) == "based" ? after + 2 : after + 1
      while s.upos(q) == "DET" { q += 1 }
      if let place = s.name(startingAt: q), !isModifier(place, s),
        isLand(place, view) || place.type == .organization && ["of", "at"].contains(s.word(after))
      {
        let isOf = s.word(after) == "of" || place.type == .organization
        // A firm "of Freedonia" is no part of the state.
        let isPart =
          isOf && (isOrgan || relation == nil && place.type == .organization)
        // "in Freedonia and Sylvania"
        for place in isOf ? [place] : s.coordinated(place) where place.id == s.name(q)?.id || isLand(place, view) {
          add(place, .init(rawValue: isPart ? "partOf" : "locatedIn"), "body-in-place", 0.75)
        }
      }
    }
    return out
  }

  /// "in a *Port Grey* court": the place is not where the phrase puts it.
  private static func isModifier(_ m: Mention, _ s: TieSentence) -> Bool {
    guard let h = s.head(m.head), h >= m.tokens.upperBound else { return false }
    return ["compound", "amod", "nmod"].contains(s.relation(m.head))
  }

  /// "Freedonia's state-owned Grey Oil".
  private static let owned: Set<String> = ["owned", "run", "controlled", "backed", "funded"]

  /// A hyphen or what it binds, or the "and" within: "state-owned mortar and shell maker".
  private static func isCompound(_ i: Int, _ s: TieSentence) -> Bool {
    ["-", "–"].contains(s.word(i)) || s.word(i - 1) == "-" && s.upos(i) == "VERB"
      || s.word(i) == "and" && s.upos(i - 1) == "NOUN" && s.upos(i + 1) == "NOUN"
  }

  // MARK: Nominals

  /// "the Freedonian government", "Freedonia's army".
  private static func nominal(_ m: Mention, _ s: TieSentence, _ view: TieDocument) -> [Candidate] {
    guard s.upos(m.head) == "NOUN" || s.upos(m.head) == "PROPN",
      let relation = relation(ofNoun: s.lower[m.head], view), relation.rawValue == "partOf"
    else { return [] }
    var first = m.head
    while first > 0,
      ["ADJ", "NOUN", "PROPN"].contains(s.upos(first - 1)) || s.isPossessive(first - 1) || s.name(first - 1) != nil
    {
      first -= 1
    }
    let before = min(first, m.tokens.lowerBound)..<m.head
    let owners = before.compactMap { s.name($0) }.filter { isLand($0, view) }
    let after = (m.head + 1..<max(m.head + 1, m.tokens.upperBound)).compactMap { s.name($0) }.filter {
      isLand($0, view)
    }
    // "the Roe administration", "Roe's government"
    let people = before.compactMap { s.name($0) }.filter { $0.type == .person }
    if let leader = people.last
      ?? before.compactMap({ s.heads[$0] }).first(where: {
        $0.form == .pronoun && $0.head < m.head && ["his", "her", "my"].contains(s.lower[$0.head])
      }),
      governments.contains(s.lower[m.head]),
      leader.form == .name || owners.isEmpty
    {
      return [
        Candidate(
          subject: leader.id, relation: Relation(rawValue: "leads"), object: .node(m.id), sentence: s.index,
          trigger: m.head, words: [m.head], rule: "person-before-government", confidence: 0.75)
      ]
    }
    guard let owner = owners.last ?? (s.word(m.head + 1) == "of" ? after.first : nil) else { return [] }
    return [
      Candidate(
        subject: m.id, relation: relation, object: .node(owner.id), sentence: s.index, trigger: m.head,
        words: [m.head], rule: "country-before-organ", confidence: 0.8)
    ]
  }

  /// "the Roe administration", "Roe's government": a part of the country that Roe leads.
  static func administrations(of offices: [Candidate], _ view: TieDocument) -> [Candidate] {
    var led: [String: String] = [:]
    for c in offices where c.relation.rawValue == "leads" {
      let leader = view.personKey(view.document.mentions[c.subject])
      if let country = c.object.node.flatMap({ view.countries[$0] }), !leader.isEmpty, led[leader] == nil {
        led[leader] = country
      }
    }
    return view.document.mentions.compactMap { m in
      let s = view.sentences[m.sentence]
      guard m.form == .nominal, governments.contains(s.lower[m.head]),
        let leader = m.tokens.compactMap({ s.name($0) }).first(where: { $0.type == .person }),
        let country = led[view.personKey(leader)], let whole = view.mention(ofCountry: country, near: m.sentence)
      else { return nil }
      return Candidate(
        subject: m.id, relation: Relation(rawValue: "partOf"), object: .node(whole.id), sentence: m.sentence,
        trigger: m.head, words: [m.head], rule: "administration-of-leader", confidence: 0.75)
    }
  }

  private static let governments: Set<String> = ["administration", "government", "cabinet", "regime"]

  // MARK: Lists

  /// "Freedonian firms including Acme, Grey Air, and Roe & Sons".
  private static func listed(_ s: TieSentence, _ view: TieDocument) -> [Candidate] {
    var out: [Candidate] = []
    for t in 0..<s.count where s.word(t) == "including" || s.word(t) == "such" && s.word(t + 1) == "as" {
      let noun = s.word(t - 1) == "," ? t - 2 : t - 1
      guard noun >= 1, let relation = relation(ofNoun: s.word(noun), view), let owner = s.name(noun - 1),
        isLand(owner, view)
      else { continue }
      var i = s.word(t) == "such" ? t + 2 : t + 1
      while i < s.count {
        if let m = s.name(startingAt: i) {
          if m.type == .organization || m.type == .person {
            out.append(
              Candidate(
                subject: m.id, relation: relation, object: .node(owner.id), sentence: s.index, trigger: noun,
                words: [noun], rule: "country-before-list", confidence: 0.8))
          }
          i = m.tokens.upperBound
        } else if [",", "and", "or", "the"].contains(s.word(i)) {
          i += 1
        } else {
          break
        }
      }
    }
    return out
  }

  // MARK: Kinds

  static func isLand(_ m: Mention, _ view: TieDocument) -> Bool {
    m.type == .place || m.type == .demonym && view.countries[m.id] != nil
  }

  /// What a name's head noun says: the word before "of", "for", "in", else the last.
  static func relation(ofName words: [String]) -> Relation? {
    let cut = words.firstIndex { ["of", "for", "in", "on", "at"].contains($0) } ?? words.count
    guard cut > 0 else { return nil }
    if cut >= 2, let pair = TieLexicons.shared.groups[words[cut - 2...cut - 1].joined(separator: " ")] { return pair }
    return TieLexicons.shared.groups[words[cut - 1]]
      ?? TieLexicons.singulars(words[cut - 1]).compactMap { TieLexicons.shared.groups[$0] }.first
  }

  static func relation(ofNoun noun: String, _ view: TieDocument) -> Relation? {
    view.lexicons.groups[noun] ?? TieLexicons.singulars(noun).compactMap { view.lexicons.groups[$0] }.first
  }
}
