import Statements

/// Who holds an office, and by which construction.
struct OfficeHolder: Sendable {
  let mention: Mention
  let rule: String
  /// The word where time and factuality are judged.
  let trigger: Int
  let words: [Int]
  /// What the verb says of when: "resigned as", "was elected".
  let standing: Office.Standing?
  let confidence: Double
}

/// Finds the holders of a sentence's offices.
///
/// - Before a name: "Deputy Foreign Minister *Jane Roe*", "US Ambassador to Freedonia *Martin Roe*", "party leader and Prime
///   Minister *Jane Roe*", "Presidents *Jane Roe* of Freedonia and *Martin Roe* of Sylvania".
/// - In apposition, either way: "the Speaker of the House, *Jane Roe*", "*Jane Roe*, 45, a former minister and current mayor".
/// - As a predicate: "*Jane Roe* is the head of the agency", "*Martin Roe*, who is the secretary of state".
/// - By a verb of office: "*Jane Roe* became president", "was appointed", "served as", "Freedonia elected *Martin Roe* president".
enum OfficeHolders {
  static let honorifics: Set<String> = [
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "dame", "lord", "lady", "the", "honorable", "hon.",
    "rt.",
    "general", "admiral", "prof.", "prof", "professor", "rev.", "gen.", "col.", "lt.", "sgt.", "capt.", "sheikh",
    "prince",
  ]

  static func find(_ offices: [Office], in s: TieSentence) -> [[OfficeHolder]] {
    var out = offices.map { _ in [OfficeHolder]() }
    for k in offices.indices.reversed() {
      let office = offices[k]
      if let held = before(office, offices, k, out, s), !held.isEmpty {
        out[k] = held
      }
    }
    for k in offices.indices where out[k].isEmpty {
      let office = offices[k]
      if let held = apposition(office, s) ?? predicate(office, s) ?? verb(office, s) { out[k] = held }
    }
    // "Jane Roe, a former minister and current mayor": the second shares the first one's holder.
    for k in offices.indices where out[k].isEmpty {
      if let h = s.head(offices[k].head), s.relation(offices[k].head) == "conj",
        let first = offices.firstIndex(where: { $0.core.contains(h) }), !out[first].isEmpty
      {
        out[k] = out[first].map {
          OfficeHolder(
            mention: $0.mention, rule: $0.rule, trigger: offices[k].head, words: [], standing: nil,
            confidence: $0.confidence * 0.9)
        }
      } else if k > 0, !out[k - 1].isEmpty, s.word(offices[k].start - 1) == ",",
        offices[k - 1].end == offices[k].start - 1,
        let h = out[k - 1].first, h.rule == "name-then-office",
        [",", "—", "–", "and", "."].contains(s.word(offices[k].end)) || s.word(offices[k].start) == "and"
      {
        out[k] = [
          OfficeHolder(
            mention: h.mention, rule: h.rule, trigger: offices[k].head, words: [], standing: nil, confidence: 0.75)
        ]
      } else if k > 0, !out[k - 1].isEmpty, s.word(offices[k].start - 1) == "and",
        offices[k - 1].end == offices[k].start - 1,
        let h = out[k - 1].first, h.rule != "office-before-name"
      {
        out[k] = [
          OfficeHolder(
            mention: h.mention, rule: h.rule, trigger: offices[k].head, words: [], standing: nil,
            confidence: h.confidence * 0.9)
        ]
      }
    }
    // "the king or queen, now Queen Jane": which of them is held is not said.
    for k in offices.indices.dropLast() {
      let next = offices[k + 1]
      if s.word(offices[k].end) == "or", next.phrase.lowerBound == offices[k].end + 1 {
        out[k] = []
        if out[k + 1].first?.rule != "office-before-name" { out[k + 1] = [] }
      }
    }
    return out
  }

  // MARK: Before a name

  private static func before(
    _ office: Office, _ offices: [Office], _ k: Int, _ done: [[OfficeHolder]], _ s: TieSentence
  ) -> [OfficeHolder]? {
    for end in Set([office.core.upperBound, office.end]).sorted() {
      var i = end
      if s.word(i) == "(", let close = (i..<min(i + 5, s.count)).first(where: { s.word($0) == ")" }) { i = close + 1 }
      if s.word(i) == "-", ["elect", "designate"].contains(s.word(i + 1)) { i += 2 }
      if ["elect", "designate"].contains(s.word(i)) { i += 1 }
      var steps = 0
      while steps < 3, honorifics.contains(s.word(i)), s.person(startingAt: i) == nil, s.word(i) != "the" {
        i += 1
        steps += 1
      }
      if let name = s.person(startingAt: i) {
        return holders(name, office, s)
      }
      // The title's words lie inside the name: "[President Roe]".
      if let name = s.name(i - 1), name.type == .person, name.tokens.lowerBound <= office.core.lowerBound,
        name.tokens.upperBound > end
      {
        return holders(name, office, s)
      }
      // Stacked: "chairperson President Roe", "party leader and Prime Minister Roe".
      let next = offices.indices.contains(k + 1) ? offices[k + 1] : nil
      if let next, !office.isPlural, !done[k + 1].isEmpty, done[k + 1][0].rule == "office-before-name",
        next.start == i
          || s.word(i) == "and" && next.start == i + 1 && !isArticle(s, next.start) && !areTwo(office, next, s)
          || next.phrase.lowerBound == i
      {
        return done[k + 1].map {
          OfficeHolder(
            mention: $0.mention, rule: $0.rule, trigger: office.head, words: [], standing: nil, confidence: 0.85)
        }
      }
    }
    return nil
  }

  /// "the Prime Minister and President Roe", "the Sylvanian Chancellor and President Roe": two who hold office, of whom
  /// one is named.
  private static func areTwo(_ office: Office, _ next: Office, _ s: TieSentence) -> Bool {
    // "the Duchess of Port Grey and Chancellor Roe"
    if peers.contains(office.title.words), !office.complements.isEmpty { return true }
    guard office.title.implied == .country, next.title.implied == .country else { return false }
    return s.word(office.start) == "the"
      || [office, next].allSatisfy { $0.title.tie?.rawValue == "leads" }
  }

  private static let peers: Set<String> = [
    "duke", "duchess", "earl", "countess", "count", "king", "queen", "prince", "princess", "archbishop", "bishop",
  ]

  private static func isArticle(_ s: TieSentence, _ i: Int) -> Bool { ["a", "an", "the"].contains(s.word(i)) }

  private static func holders(_ name: Mention, _ office: Office, _ s: TieSentence) -> [OfficeHolder] {
    let all = office.isPlural ? conjuncts(of: name, s) : [name]
    // "told reporters Roe was well": a plural title belongs to several names.
    guard !office.isPlural || all.count > 1 else { return [] }
    return all.map {
      OfficeHolder(
        mention: $0, rule: "office-before-name", trigger: office.head, words: [], standing: nil, confidence: 0.93)
    }
  }

  /// The names listed after one: "Roe of Freedonia, Moe of Sylvania and Poe".
  private static func conjuncts(of name: Mention, _ s: TieSentence) -> [Mention] {
    var out = [name]
    var i = name.tokens.upperBound
    while i < s.count {
      if s.word(i) == "and" || s.word(i) == "," || s.word(i) == "of" || s.upos(i) == "NUM" {
        i += 1
      } else if let m = s.name(startingAt: i) {
        if m.type == .person, s.word(i - 1) == "and" || s.word(i - 1) == "," { out.append(m) }
        if m.type == .person, s.word(i - 1) == "of" { break }
        i = m.tokens.upperBound
      } else {
        break
      }
    }
    return out
  }

  // MARK: Apposition

  private static func apposition(_ office: Office, _ s: TieSentence) -> [OfficeHolder]? {
    // "Jane Roe is the mayor's sister"
    if s.isPossessive(office.end) { return nil }
    let commas: Set<String> = [",", "—", "–", "-", "(", ":"]
    // "two Harbour lawmakers, Jane Roe and Martin Moe,"
    if office.isPlural {
      let i = office.end
      guard s.word(i) == "," || s.word(i) == ":" || s.word(i) == "including", let first = s.person(startingAt: i + 1)
      else { return nil }
      let all = conjuncts(of: first, s)
      return all.count < 2 ? nil : all.map { holder($0, office, "offices-then-names", 0.8) }
    }
    // "the Speaker of the House, Jane Roe"
    let after = office.end
    if commas.contains(s.word(after)) || s.word(after) == "\"" {
      var i = after + 1
      while honorifics.contains(s.word(i)), s.person(startingAt: i) == nil { i += 1 }
      if let name = s.person(startingAt: i), linked(office, name, s) {
        return [holder(name, office, "office-then-name", 0.9)]
      }
    }
    // "Jane Roe, 45, the Speaker of the House"
    var p = office.start - 1
    if commas.contains(s.word(p)) {
      p -= 1
      if s.upos(p) == "NUM" || s.name(p)?.type == .date {
        while p >= 0,
          s.upos(p) == "NUM" || s.name(p)?.type == .date
            || s.upos(p) == "NOUN" && ["years", "old", "year"].contains(s.word(p))
        { p -= 1 }
        if commas.contains(s.word(p)) { p -= 1 }
      }
      if s.word(p) == ")" {
        while p >= 0, s.word(p) != "(" { p -= 1 }
        p -= 1
      }
      if let name = s.name(p), name.type == .person, name.tokens.upperBound == p + 1, linked(office, name, s) {
        return [holder(name, office, "name-then-office", 0.9)]
      }
    }
    // "Jane Roe, Martin Moe and Pat Poe, the mayor": of the last, wherever the tree puts it.
    if s.relation(office.head) == "appos", let h = s.head(office.head), h < office.start,
      s.word(office.start - 1) == ",",
      let last = s.name(office.start - 2), last.type == .person, last.head != h, s.relation(last.head) == "conj",
      s.head(last.head) == h
    {
      return [holder(last, office, "name-then-office", 0.8)]
    }
    // Wherever the tree says so.
    if s.relation(office.head) == "appos", let h = s.head(office.head), let m = s.heads[h], m.type == .person {
      return [holder(m, office, "name-then-office", 0.8)]
    }
    // "Jane Roe, his wife and the chairwoman of the Harbour Party"
    if s.relation(office.head) == "conj", let first = s.head(office.head), s.relation(first) == "appos",
      let h = s.head(first), let m = s.heads[h], m.type == .person
    {
      return [holder(m, office, "name-then-office", 0.75)]
    }
    for c in s.sentence.children(of: office.head, "appos") {
      if let m = s.heads[c], m.type == .person { return [holder(m, office, "office-then-name", 0.8)] }
    }
    return nil
  }

  private static func holder(_ m: Mention, _ office: Office, _ rule: String, _ confidence: Double) -> OfficeHolder {
    OfficeHolder(mention: m, rule: rule, trigger: office.head, words: [], standing: nil, confidence: confidence)
  }

  /// Whether the tree puts a name and an office into one phrase, or leaves it open.
  private static func linked(_ office: Office, _ name: Mention, _ s: TieSentence) -> Bool {
    let (a, b) = (office.head, name.head)
    if office.isPlural { return false }
    // "At Roe's request, the minister left": a subject of its own.
    // "argued the company's lawyer, Jane Roe.": set off by commas on both sides.
    let next = name.tokens.upperBound
    if office.end + 1 == name.tokens.lowerBound, s.word(office.end) == ",", s.relation(b) != "conj",
      [",", ".", ";", ":", "\"", "—", ""].contains(s.word(next)),
      !(s.word(next) == "," && s.name(next + 1)?.type == .person)
    {
      return true
    }
    if s.relation(a) == "nsubj", office.start > name.tokens.lowerBound, s.head(a) != b { return false }
    if s.head(a) == b || s.head(b) == a {
      let below = s.head(a) == b ? a : b
      return ["appos", "flat", "nmod", "compound", "parataxis", "acl", "dep", "list", "obl"].contains(s.relation(below))
    }
    // Both from one word, neither coordinated: an apposition that the parser has attached beside.
    if s.head(a) == s.head(b), s.relation(a) != "conj", s.relation(b) != "conj" {
      return s.relation(a) == s.relation(b) || s.relation(a) == "appos" || s.relation(b) == "appos"
    }
    // The name hangs from a word of the office's complement.
    if let h = s.head(b), h > a, h < office.end, s.relation(b) == "appos" || s.relation(b) == "flat" { return true }
    if let h = s.head(a), name.tokens.contains(h) { return true }
    return false
  }

  // MARK: Predicates

  private static func predicate(_ office: Office, _ s: TieSentence) -> [OfficeHolder]? {
    let t = office.head
    guard let cop = s.sentence.children(of: t, "cop").first else { return asOffice(office, s) }
    // "If I were the mayor": nobody is said to be.
    if s.sentence.children(of: t, "mark").contains(where: { ["if", "unless"].contains(s.word($0)) }) { return nil }
    // "was among the leaders at the summit"
    if s.preposition(of: t) != nil { return nil }
    var subject = s.sentence.children(of: t, "nsubj").first
    if subject == nil, s.relation(t) == "conj", let h = s.head(t) {
      subject = s.sentence.children(of: h, "nsubj", "nsubj:pass").first
    }
    if subject == nil, ["xcomp", "advcl"].contains(s.relation(t)) {
      return Origins.subjects(of: t, s).filter { $0.type == .person || $0.form == .pronoun }.map {
        OfficeHolder(mention: $0, rule: "is-office", trigger: t, words: [cop], standing: nil, confidence: 0.75)
      }
    }
    guard let subject, let m = s.referent(subject), isHolder(m, s) else { return nil }
    return s.coordinated(m).map {
      OfficeHolder(mention: $0, rule: "is-office", trigger: t, words: [cop], standing: nil, confidence: 0.85)
    }
  }

  private static let terms: Set<String> = [
    "term", "terms", "year", "years", "time", "tenure", "stint", "career", "role", "days", "service", "work",
    "position",
    "job", "spell", "decade", "months", "reign",
  ]

  /// "his years as mayor", "was elected to a second term as President".
  private static func asOffice(_ office: Office, _ s: TieSentence) -> [OfficeHolder]? {
    guard s.preposition(of: office.head) == "as", let noun = s.head(office.head), terms.contains(s.word(noun)) else {
      return nil
    }
    var mention = s.sentence.children(of: noun, "nmod:poss").first.flatMap { s.heads[$0] }
    if mention == nil {
      var t: Int? = s.head(noun)
      for _ in 0..<3 {
        guard let v = t else { break }
        if s.upos(v) == "VERB" {
          mention = Origins.subjects(of: v, s).first
          break
        }
        t = s.head(v)
      }
    }
    guard let mention, isHolder(mention, s), mention.form != .nominal else { return nil }
    return [
      OfficeHolder(
        mention: mention, rule: "term-as-office", trigger: office.head, words: [noun], standing: nil, confidence: 0.8)
    ]
  }

  private static func isHolder(_ m: Mention, _ s: TieSentence) -> Bool {
    switch m.form {
    case .name: m.type == .person || m.type == .organization || m.type == .place
    case .pronoun: true
    case .nominal:
      // "the ambassador became", not "the election selects".
      isHuman(m, s)
    }
  }

  private static func isHuman(_ m: Mention, _ s: TieSentence) -> Bool {
    let noun = s.lower[m.head]
    return TieLexicons.shared.title([noun]) != nil || TieLexicons.shared.kinship.contains(noun)
      || ["man", "woman", "person", "guy", "boy", "girl", "politician", "suspect", "native"].contains(noun)
  }

  // MARK: Verbs of office

  /// Verbs whose subject takes the office, and the standing that they leave.
  private static let takers: [String: Office.Standing] = [
    "become": .present, "remain": .present, "serve": .present, "act": .present, "work": .present, "continue": .present,
    "resign": .past, "retire": .past, "quit": .past, "depart": .past, "campaign": .possible, "run": .possible,
    "stand": .possible, "succeed": .present, "replace": .present, "reign": .present, "rule": .present,
    "begin": .present, "start": .present, "end": .past, "step": .past,
  ]
  /// Verbs whose object (or passive subject) takes it.
  private static let givers: [String: Office.Standing] = [
    "appoint": .present, "elect": .present, "name": .present, "choose": .present, "designate": .present,
    "nominate": .future, "select": .present, "swear": .present, "re-elect": .present, "reelect": .present,
    "confirm": .present, "install": .present, "make": .present, "crown": .present, "proclaim": .present,
    "inaugurate": .present, "enthrone": .present, "consecrate": .present, "ordain": .present, "employ": .present,
    "hire": .present, "promote": .present, "dismiss": .past, "sack": .past,
    "fire": .past, "remove": .past, "oust": .past, "reappoint": .present, "declare": .present, "know": .present,
    "identify": .present, "describe": .present, "vote": .present,
  ]

  private static func verb(_ office: Office, _ s: TieSentence) -> [OfficeHolder]? {
    let t = office.head
    guard let v = s.head(t), ["VERB", "AUX"].contains(s.upos(v)) else { return nil }
    let relation = s.relation(t)
    let marker = s.preposition(of: t)
    if s.sentence.children(of: v, "mark", "case").contains(where: { s.word($0) == "from" }) { return nil }
    guard ["obj", "xcomp", "obl", "advcl", "iobj", "nmod", "ccomp"].contains(relation), marker == nil || marker == "as"
    else { return nil }
    let found = givers.keys.contains { isForm(of: $0, s, v) } ? nil : takers.first { isForm(of: $0.key, s, v) }?.value
    let subjects = subject(of: v, s)
    var mention: Mention?
    var standing = Office.Standing.present
    if let found {
      if marker == nil, !["become", "remain", "quit"].contains(where: { isForm(of: $0, s, v) }) {
        return nil
      }
      mention = subjects
      standing = found
    } else if let given = givers.sorted(by: { $0.key < $1.key }).first(where: { isForm(of: $0.key, s, v) })?.value {
      standing = given
      let object =
        s.sentence.children(of: v, "obj", "iobj").first { $0 != t }
        // "named Jane Roe as secretary", "named Jane Roe secretary", where the tree takes her for a part of the office
        ?? s.sentence.children(of: v, "xcomp").first { $0 != t && $0 < t && s.name($0)?.type == .person }
        ?? (relation == "obj" || relation == "xcomp"
          ? s.sentence.children(of: t, "nmod", "compound", "nmod:desc", "flat", "nsubj").first {
            $0 > v && $0 < t && s.name($0)?.type == .person
          } : nil)
      if let object, let m = s.heads[object], object < t || marker == "as" {
        mention = m
      } else if isPassive(v, s) || object == nil && (relation != "obj" || isHeadline(t, v, s)) {
        mention = subjects
      } else if s.relation(v) == "acl", let h = s.head(v) {
        mention = s.heads[h]
      } else {
        mention = nil
      }
    }
    guard let mention, isHolder(mention, s) else { return nil }
    if s.relation(v) == "acl", mention.head == v { return nil }
    return s.coordinated(mention).map {
      OfficeHolder(
        mention: $0, rule: "takes-office", trigger: v, words: [v], standing: standing == .present ? nil : standing,
        confidence: 0.8)
    }
  }

  private static func isForm(of verb: String, _ s: TieSentence, _ v: Int) -> Bool {
    let w = s.lower[v]
    if w == verb || s.lemma(v) == verb { return true }
    let irregular = [
      "became": "become", "chose": "choose", "chosen": "choose", "swore": "swear", "sworn": "swear", "ran": "run",
      "stood": "stand", "known": "know", "made": "make", "began": "begin",
    ]
    if let base = irregular[w] { return base == verb }
    let stem = verb.hasSuffix("e") ? String(verb.dropLast()) : verb
    return w == stem + "ed" || w == verb + "s" || w == stem + "ing" || w == stem + "es"
  }

  /// "Roe elected Harbour leader": a headline's passive.
  private static func isHeadline(_ t: Int, _ v: Int, _ s: TieSentence) -> Bool {
    s.sentence.children(of: t, "det", "nmod:poss").isEmpty && s.sentence.children(of: v, "aux").isEmpty
      && s.lower[v].hasSuffix("ed")
  }

  private static func isPassive(_ v: Int, _ s: TieSentence) -> Bool {
    !s.sentence.children(of: v, "nsubj:pass", "aux:pass").isEmpty
  }

  /// The subject of a verb: its own, or that of the verb it is coordinated with or depends on.
  private static func subject(of v: Int, _ s: TieSentence) -> Mention? {
    var t = v
    for _ in 0..<5 {
      if let n = s.sentence.children(of: t, "nsubj", "nsubj:pass").first { return s.referent(n) }
      guard let h = s.head(t) else { return nil }
      switch s.tokens[t].relation {
      case "acl": return s.heads[h]
      case "conj", "xcomp", "advcl": t = h
      default: return nil
      }
    }
    return nil
  }
}
