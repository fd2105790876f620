import Statements

/// Turns an office and its holder into statements: the title, and the tie to the body.
///
/// - holdsRole: "US Ambassador to Freedonia", without "former", without a possessor, with an "of" phrase.
/// - the tie of the title (`leads`, `represents`, `memberOf`, …) to the body: the possessor ("Freedonia's minister"), the
///   "of", "for", "at" phrase, a name among the modifiers ("UN envoy"), a place after the holder ("Senator Roe of East
///   Freedonia"), or the body that is implied (``ImpliedBodies``).
enum OfficeTies {
  static func candidates(_ offices: [Office], in s: TieSentence, of view: TieDocument) -> [Candidate] {
    let holders = OfficeHolders.find(offices, in: s)
    var out: [Candidate] = []
    for (office, held) in zip(offices, holders) {
      for holder in held where !(holder.mention.tokens.overlaps(office.core) && holder.mention.form != .name) {
        out += candidates(office, holder, s, view)
      }
    }
    return out
  }

  /// Drops what a fuller statement about the same person says: "President" beside "Freedonian President", and an
  /// implied body where another sentence names one.
  static func fullest(_ found: [Candidate], _ view: TieDocument) -> [Candidate] {
    func key(_ c: Candidate) -> String? {
      let k = view.personKey(view.document.mentions[c.subject])
      return k.isEmpty ? nil : k
    }
    func words(_ c: Candidate) -> Set<Substring> {
      if case .literal(let text) = c.object { Set(text.lowercased().split(separator: " ")) } else { [] }
    }
    var roles: [String: [Set<Substring>]] = [:]
    var named: Set<String> = []
    for c in found {
      guard let k = key(c) else { continue }
      if c.relation.rawValue == "holdsRole" {
        roles[k, default: []].append(words(c))
      } else if !c.rule.hasPrefix("office-implied"), c.rule != "office-same-body" {
        named.insert(k + " " + c.relation.rawValue)
      }
    }
    var seen: Set<String> = []
    return found.filter { c in
      guard let k = key(c) else { return true }
      if c.relation.rawValue == "holdsRole" {
        let own = words(c)
        let isFullest = !(roles[k] ?? []).contains { $0.isStrictSuperset(of: own) }
        return isFullest && seen.insert(k + " " + own.sorted().joined(separator: " ")).inserted
      }
      let isImplied = c.rule == "office-implied-body" || c.rule == "office-same-body"
      return !(isImplied && c.relation.rawValue == "leads" && named.contains(k + " leads"))
    }
  }

  private static func candidates(
    _ office: Office, _ holder: OfficeHolder, _ s: TieSentence, _ view: TieDocument
  ) -> [Candidate] {
    var out: [Candidate] = []
    let standing = holder.standing ?? office.standing
    let factuality: Factuality? =
      switch standing {
      case .future: .planned
      case .possible: .possible
      case .past, .present: nil
      }
    let time: TemporalExtent? =
      if standing == .past, holder.rule != "takes-office", let day = view.document.article.published {
        TemporalExtent(start: nil, end: day)
      } else {
        nil
      }
    let literal = literalRange(office)
    var text = office.isPlural ? singular(office, literal, s) : s.text(literal)
    let trailing = afterName(holder.mention, s)
    if holder.rule == "office-before-name", office.modifiers.isEmpty, office.possessor == nil,
      office.complements.isEmpty,
      office.title.body == .country, let place = trailing, place.type == .place
    {
      text += " of " + view.document.text(of: place)
    }
    let words = (Array(office.phrase) + holder.words).sorted()
    func add(_ relation: Relation, _ object: Term<Mention.ID>, _ rule: String, _ confidence: Double) {
      out.append(
        Candidate(
          subject: holder.mention.id, relation: relation, object: object, sentence: s.index, trigger: holder.trigger,
          words: words, literal: relation.rawValue == "holdsRole" ? literal : 0..<0, rule: rule,
          confidence: confidence, factuality: factuality, time: time))
    }
    if isRole(office, holder) { add(Relation(rawValue: "holdsRole"), .literal(text), holder.rule, holder.confidence) }
    guard let tie = tie(of: office) else { return out }
    let bodies = Self.bodies(office, s, view)
    for body in bodies {
      add(relation(tie, to: body, office, view), .node(body.id), holder.rule, holder.confidence)
    }
    if let place = trailing, bodies.isEmpty || office.title.body == .legislature, holder.rule == "office-before-name" {
      let relation = office.title.body == .legislature && place.type == .place ? Relation(rawValue: "represents") : tie
      add(relation, .node(place.id), "office-name-of-place", 0.75)
    }
    let named = bodies.contains { $0.type == .organization || $0.form == .nominal } && office.title.body == .legislature
    if office.title.body == .legislature
      ? !named || bodies.allSatisfy({ ImpliedBodies.isParty($0, view) }) : bodies.isEmpty && trailing == nil
    {
      if let implied = ImpliedBodies.body(of: office, holder.mention, in: s, view) {
        add(tie, .node(implied.body.id), implied.rule, implied.confidence)
      }
    }
    return out
  }

  /// The tie that a title gives: deputies of heads represent.
  private static func tie(of office: Office) -> Relation? {
    guard let tie = office.title.tie else { return nil }
    return tie
  }

  private static func relation(
    _ tie: Relation, to body: Mention, _ office: Office, _ view: TieDocument
  ) -> Relation {
    // "Harbour Republican chairman": the party is his, the office another body's.
    if ImpliedBodies.isParty(body, view),
      tie.rawValue == "memberOf"
        || tie.rawValue == "leads" && !partyHeads.contains(office.title.words)
          && ImpliedBodies.isPartyAdjective(body, view)
    {
      return Relation(rawValue: "memberOf")
    }
    // "a Freedonian journalist" comes from there; "a Freedonian diplomat" acts for it.
    if tie.rawValue == "represents", office.title.body == .any, office.modifiers.contains(body), body.type == .demonym,
      !publicOffices.contains(office.title.words)
    {
      return Relation(rawValue: "citizenOf")
    }
    if tie.rawValue == "memberOf", body.type == .place || body.type == .demonym {
      return Relation(rawValue: office.title.body == .organization ? "citizenOf" : "represents")
    }
    if body.type == .person, tie.rawValue == "memberOf" || tie.rawValue == "leads" && office.title.body == .country {
      return Relation(rawValue: "represents")
    }
    return tie
  }

  private static let partyHeads: Set<String> = [
    "leader", "party leader", "chairman", "chairwoman", "chair", "chairperson", "chief", "head", "president",
    "co-leader", "interim leader",
  ]
  /// Offices of the kind "any" that are held for a country where its adjective stands before them.
  private static let publicOffices: Set<String> = [
    "ambassador", "envoy", "special envoy", "special representative", "peace envoy", "consul", "consul general",
    "high commissioner", "commissioner", "emissary", "negotiator", "chief negotiator", "diplomat", "attaché",
    "delegate",
    "permanent representative", "spokesman", "spokeswoman", "spokesperson", "adviser", "advisor", "official", "agent",
    "prosecutor", "chief prosecutor", "officer", "press secretary", "secretary", "inspector general", "deputy",
    "candidate",
  ]

  /// The literal: modifiers, title and the "of" phrase.
  private static func literalRange(_ office: Office) -> Range<Int> {
    var end = office.core.upperBound
    let speaks =
      office.title.words.hasPrefix("spokes") || office.title.body == .any && office.title.words != "ambassador"
    for c in office.complements {
      guard ["of", "to", "for", "from"].contains(c.preposition), c.range.lowerBound == end else { break }
      if speaks, c.preposition != "of" && c.preposition != "to" { break }
      end = c.range.upperBound
    }
    return office.phrase.lowerBound..<end
  }

  /// Plain membership and trades are told of as ties, not as offices, unless they stand as a title before the name.
  private static func isRole(_ office: Office, _ holder: OfficeHolder) -> Bool {
    let words = office.title.words
    if words == "member" || words.hasSuffix(" member") { return false }
    if holder.mention.form == .name, holder.mention.type != .person { return false }
    switch office.title.tie?.rawValue {
    case "memberOf"?:
      return office.title.body == .legislature || office.title.body == .court || holder.rule == "office-before-name"
    case nil: return holder.rule != "is-office"
    default: return !(holder.rule == "is-office" && ["candidate", "nominee", "official"].contains(words))
    }
  }

  private static func singular(_ office: Office, _ literal: Range<Int>, _ s: TieSentence) -> String {
    let isCapital = Offices.isCapital(s, office.core.lowerBound)
    let words = office.title.words.split(separator: " ").map { w in
      isCapital && w != "of" && w != "the" ? w.prefix(1).uppercased() + w.dropFirst() : String(w)
    }
    let before =
      literal.lowerBound < office.core.lowerBound ? s.text(literal.lowerBound..<office.core.lowerBound) + " " : ""
    let after =
      literal.upperBound > office.core.upperBound ? " " + s.text(office.core.upperBound..<literal.upperBound) : ""
    return before + words.joined(separator: " ") + after
  }

  private static let places: Set<String> = [
    "city", "town", "village", "state", "province", "region", "district", "county", "republic", "island", "kingdom",
    "municipality",
  ]

  /// The bodies that an office is held in, as the phrase says.
  static func bodies(_ office: Office, _ s: TieSentence, _ view: TieDocument) -> [Mention] {
    bodiesAsWritten(office, s, view).filter { m in
      // A title that was taken for a name is no body; nor is a country the chamber of a member of it.
      view.lexicons.title(m.tokens.map { s.lower[$0] }) == nil
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
      guard allowed.contains(c.preposition) else { continue }
      // "members of the UK parliament": the noun that the name modifies.
      if let n = c.mentions.last, n.form == .nominal, n.head == c.range.upperBound - 1, isBody(n, s),
        c.mentions.count > 1
      {
        return [n]
      }
      let names = c.mentions.filter { m in
        m.form == .name && m.type != .date && m.type != .demonym && !s.isPossessive(m.tokens.upperBound)
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
      if let m = c.mentions.first(where: { $0.type == .demonym || $0.form == .name && $0.type != .date }) { return [m] }
      if let p = c.mentions.first(where: { $0.form == .pronoun }), c.mentions.count == 1 { return [p] }
    }
    let named = office.modifiers.filter { $0.type != .date && $0.type != .other }
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

  static func isBody(_ m: Mention, _ s: TieSentence) -> Bool {
    let noun = s.lower[m.head]
    if TieLexicons.shared.groups[noun] != nil { return true }
    if TieLexicons.singulars(noun).contains(where: { TieLexicons.shared.groups[$0] != nil }) { return true }
    return ["country", "nation", "state", "organisation", "organization", "company", "body"].contains(noun)
  }

  /// The place or body that follows the holder: "Senator Roe *of East Freedonia*", "Roe (D-*Freedonia*)".
  private static func afterName(_ m: Mention, _ s: TieSentence) -> Mention? {
    let i = m.tokens.upperBound
    guard s.word(i) == "of" || s.word(i) == "from" else { return nil }
    var j = i + 1
    while s.upos(j) == "DET" { j += 1 }
    guard let found = s.name(startingAt: j), found.type == .place || found.type == .organization else { return nil }
    return found
  }
}
