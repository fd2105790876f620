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
    var text = s.text(literal)
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
    add(Relation(rawValue: "holdsRole"), .literal(text), holder.rule, holder.confidence)
    guard let tie = tie(of: office) else { return out }
    let bodies = Self.bodies(office, s)
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
      if let implied = ImpliedBodies.body(of: office, in: s, view) {
        add(tie, .node(implied.id), "office-implied-body", 0.7)
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
    if ImpliedBodies.isParty(body, view), tie.rawValue != "leads", tie.rawValue != "founded" {
      return Relation(rawValue: "memberOf")
    }
    if tie.rawValue == "memberOf", body.type == .place || body.type == .demonym {
      return Relation(rawValue: office.title.body == .organization ? "citizenOf" : "represents")
    }
    if body.type == .person, tie.rawValue == "leads" || tie.rawValue == "memberOf" {
      return Relation(rawValue: "represents")
    }
    return tie
  }

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

  private static let places: Set<String> = [
    "city", "town", "village", "state", "province", "region", "district", "county", "republic", "island", "kingdom",
    "municipality",
  ]

  /// The bodies that an office is held in, as the phrase says.
  static func bodies(_ office: Office, _ s: TieSentence) -> [Mention] {
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
    guard let last = named.last else { return [] }
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
