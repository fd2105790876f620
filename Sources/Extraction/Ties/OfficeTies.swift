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
    // A country's names and adjectives count as one word: "US President" is "United States President".
    func words(_ c: Candidate) -> Set<String> {
      guard case .literal(let text) = c.object else { return [] }
      var words = text.lowercased().split(separator: " ").map(String.init)
      for found in TieDocument.countries(in: words, view.lexicons).reversed() {
        words.replaceSubrange(found.words, with: [found.country])
      }
      return Set(words)
    }
    var roles: [String: [Set<String>]] = [:]
    var named: Set<String> = []
    for c in found {
      guard let k = key(c) else { continue }
      if c.relation.rawValue == "holdsRole" {
        roles[k, default: []].append(words(c))
      } else if !c.rule.hasPrefix("office-implied"), c.rule != "office-same-body" {
        named.insert(k + " " + c.relation.rawValue)
      }
    }
    // Of the ways to write one title, the longest.
    var spelled: [String: String] = [:]
    for c in found where c.relation.rawValue == "holdsRole" {
      guard let k = key(c), case .literal(let text) = c.object else { continue }
      let title = k + " " + words(c).sorted().joined(separator: " ")
      if text.count > spelled[title]?.count ?? 0 { spelled[title] = text }
    }
    var seen: Set<String> = []
    return found.filter { c in
      guard let k = key(c) else { return true }
      if c.relation.rawValue == "holdsRole" {
        let own = words(c)
        let isFullest = !(roles[k] ?? []).contains { $0.isStrictSuperset(of: own) }
        let title = k + " " + own.sorted().joined(separator: " ")
        return isFullest && c.object == .literal(spelled[title] ?? "") && seen.insert(title).inserted
      }
      let isImplied = ["office-implied-body", "office-same-body"].contains(c.rule)
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
    let literal = OfficeTitles.range(office)
    var text = OfficeTitles.text(office, s)
    let trailing = OfficeBodies.afterName(holder.mention, of: office, s)
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
    if OfficeTitles.isRole(office, holder, s) {
      add(Relation(rawValue: "holdsRole"), .literal(text), holder.rule, holder.confidence)
    }
    for origin in office.modifiers where office.title.tie == nil && origin.type == .demonym && office.title.body == .any
    {
      add(Relation(rawValue: "citizenOf"), .node(origin.id), "trade-by-origin", 0.8)
    }
    // "Grey College historian Jane Roe": a trade is followed for whom it is named with.
    if office.title.tie == nil, office.title.body == .any, let body = office.modifiers.last, body.type == .organization,
      body.tokens.upperBound == office.core.lowerBound, !ImpliedBodies.isPartyAdjective(body, view)
    {
      add(Relation(rawValue: "represents"), .node(body.id), "trade-of-body", 0.75)
    }
    guard let tie = office.title.tie else { return out }
    let bodies = OfficeBodies.bodies(office, s, view)
    // "Harbour Republican President Roe", "the Labour chairman": the party is his, the office is another body's.
    if let party = ImpliedBodies.party(in: office.phrase.lowerBound..<office.core.lowerBound, s, view) {
      let leads = OfficeTies.partyHeads.contains(office.title.words) && tie.rawValue == "leads"
      add(leads ? tie : Relation(rawValue: "memberOf"), .node(party.id), holder.rule, 0.85)
    }
    for party in office.modifiers where ImpliedBodies.isPartyAdjective(party, view) && !bodies.contains(party) {
      add(Relation(rawValue: "memberOf"), .node(party.id), holder.rule, 0.85)
    }
    for body in bodies {
      if contenders.contains(office.title.words), body.type == .event || view.events.mentions.contains(body.id) {
        add(Relation(rawValue: "participatedIn"), .node(body.id), "contender-in-event", 0.75)
        continue
      }
      // "an East Freedonia candidate" acts for nobody yet.
      if contenders.contains(office.title.words), body.type == .place { continue }
      // "a veteran of the Harbour War"
      if body.type == .event, ["memberOf", "represents"].contains(tie.rawValue) {
        add(Relation(rawValue: "participatedIn"), .node(body.id), holder.rule, holder.confidence)
        continue
      }
      // "their prime ministers": of whose country is not said; nobody is at the head of a person.
      if body.form == .pronoun, tie.rawValue == "leads", office.title.body == .country, s.lower[body.head] != "its" {
        continue
      }
      // "the Bosnian Serb leader": of a people, which is no state.
      if stateHeads.contains(office.title.words), office.modifiers.filter({ $0.type == .demonym }).count > 1 {
        continue
      }
      let relation = relation(tie, to: body, office, s, view)
      add(relation, .node(body.id), holder.rule, holder.confidence)
      // "a Freedonian-Sylvanian journalist"
      if relation.rawValue == "citizenOf" {
        for land in office.modifiers where land.id != body.id && land.type == .demonym && view.countries[land.id] != nil
        {
          add(relation, .node(land.id), holder.rule, holder.confidence)
        }
      }
    }
    if let place = trailing, [.country, .legislature, .region, .city].contains(office.title.body),
      bodies.isEmpty || office.title.body == .legislature,
      ["office-before-name", "offices-then-names"].contains(holder.rule)
    {
      let relation = office.title.body == .legislature && place.type == .place ? Relation(rawValue: "represents") : tie
      add(relation, .node(place.id), "office-name-of-place", 0.75)
    }
    // "Director Jane Roe of the Harbour Institute"
    if let body = trailing, body.type == .organization, bodies.isEmpty, holder.rule == "office-before-name",
      tie.rawValue == "leads", office.title.body == .organization
    {
      add(tie, .node(body.id), "office-name-of-body", 0.8)
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
  private static func relation(
    _ tie: Relation, to body: Mention, _ office: Office, _ s: TieSentence, _ view: TieDocument
  ) -> Relation {
    // "Harbour Republican chairman": the party is his, the office another body's.
    if ImpliedBodies.isParty(body, view),
      tie.rawValue == "memberOf"
        || tie.rawValue == "leads" && !partyHeads.contains(office.title.words)
          && ImpliedBodies.isPartyAdjective(body, view)
    {
      return Relation(rawValue: "memberOf")
    }
    // Who stands for a party is of it; a representative of a body that is no chamber acts for it.
    if contenders.contains(office.title.words), body.type == .organization { return Relation(rawValue: "memberOf") }
    if office.title.words == "representative", body.type == .organization, !ImpliedBodies.isParty(body, view),
      !Origins.isAssembly(body, view)
    {
      return Relation(rawValue: "represents")
    }
    // "a Harbour Democratic candidate", "the Labour committee chair": of the party, whatever the office is.
    if ImpliedBodies.isPartyAdjective(body, view), office.modifiers.contains(body),
      tie.rawValue == "represents" || body.tokens.upperBound < office.core.lowerBound
    {
      return Relation(rawValue: "memberOf")
    }
    // "a Freedonian journalist" comes from there; "a Freedonian diplomat" acts for it.
    if [.any, .court].contains(office.title.body), ["represents", "memberOf"].contains(tie.rawValue),
      office.modifiers.contains(body), body.type == .demonym,
      !publicOffices.contains(office.title.words)
    {
      return Relation(rawValue: "citizenOf")
    }
    if tie.rawValue == "memberOf", body.type == .place || body.type == .demonym {
      return Relation(rawValue: office.title.body == .organization ? "citizenOf" : "represents")
    }
    // "the Freedonian director Jane Roe" comes from there; "the Freedonian leader Jane Roe" leads it.
    if tie.rawValue == "leads", [.organization, .city].contains(office.title.body), body.type == .demonym,
      office.modifiers.contains(body), view.countries[body.id] != nil, !commands(office.title.words),
      !stateHeads.contains(office.title.words) || office.core.lowerBound > body.tokens.upperBound
    {
      return Relation(rawValue: "citizenOf")
    }
    // "the bank's head of sales" heads a part of it; nobody is at the head of a person.
    if tie.rawValue == "leads", body.type == .person || isOfPart(office, body) || isOfOrgan(office, body, s, view) {
      return Relation(rawValue: "represents")
    }
    // "US Speaker Roe": at the head of a chamber of it.
    if tie.rawValue == "leads", office.title.words == "speaker",
      body.type != .organization || view.countries[body.id] != nil
    {
      return Relation(rawValue: "represents")
    }
    if body.type == .person, tie.rawValue == "memberOf" || tie.rawValue == "leads" && office.title.body == .country {
      return Relation(rawValue: "represents")
    }
    return tie
  }

  /// "the bank's head of European sales", "Acme director of research": an "of" phrase says of which part.
  private static func isOfPart(_ office: Office, _ body: Mention) -> Bool {
    ["head", "director", "chief", "chair"].contains(office.title.words)
      && (office.possessor?.id == body.id || office.modifiers.contains(body)
        || office.complements.contains { ["at", "for"].contains($0.preposition) && $0.mentions.contains(body) })
      && office.complements.contains {
        $0.preposition == "of" && !$0.mentions.contains { $0.form == .name && $0.type.isNode }
      }
  }

  /// "Freedonia's army chief", "Freedonian central bank governor": at the head of an organ, not of the country.
  private static func isOfOrgan(_ office: Office, _ body: Mention, _ s: TieSentence, _ view: TieDocument) -> Bool {
    guard view.countries[body.id] != nil, office.title.body == .organization else { return false }
    let words = office.title.words.split(separator: " ")
    return ["chief", "governor", "commander", "director", "head"].contains(words.last ?? "")
      && (words.count > 1
        || office.phrase.lowerBound < office.core.lowerBound && s.upos(office.core.lowerBound - 1) == "NOUN")
  }

  private static let stateHeads: Set<String> = ["leader", "ruler", "head", "strongman", "dictator", "autocrat"]

  /// Offices under arms and of the state's services, which are held for the country of their adjective.
  private static func commands(_ title: String) -> Bool {
    title.split(separator: " ").contains { ["chief", "commander", "captain", "governor", "commissioner"].contains($0) }
      && !title.hasPrefix("chief ")
  }

  private static let contenders: Set<String> = ["candidate", "presidential candidate", "nominee", "champion"]
  static let partyHeads: Set<String> = [
    "leader", "party leader", "chairman", "chairwoman", "chair", "chairperson", "co-leader", "interim leader",
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
}
