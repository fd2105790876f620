import Statements

/// Ties people to where something happens to them, or where they do what one does in person: `locatedIn`.
///
/// - "Jane Roe **was arrested** in Port Grey", "the police **found** Martin Roe at Grey Hospital": whom it befalls.
/// - "Jane Roe **spoke** in Port Grey", "the Harbour Union **gathered** in Port Grey": who is there.
/// - "Jane Roe **met** Martin Moe in Port Grey": both.
/// - "Jane Roe, a judge **in Port Grey**", "the envoy **in Port Grey**, Jane Roe": by what stands beside a name.
enum Presence {
  /// What is done to someone who is at the place.
  private static let befalling: Set<String> = [
    "arrest", "assassinate", "attack", "behead", "bury", "capture", "detain", "discover", "find", "greet", "hold",
    "hospitalise", "hospitalize", "house", "imprison", "injure", "interview", "intern", "jail", "kidnap", "kill",
    "meet",
    "murder", "question", "receive", "rescue", "sentence", "shoot", "stab", "station", "swear", "treat", "try",
    "welcome", "wound",
  ]
  /// What one does at the place oneself.
  private static let acting: Set<String> = [
    "appear", "assemble", "campaign", "chat", "compete", "confer", "converge", "convene", "demonstrate",
    "die",
    "dine", "gather", "hide", "live", "march", "meet", "perform", "play", "preach", "protest", "rally",
    "reside", "run", "serve", "settle", "shelter", "speak", "stay", "study", "teach", "train", "work",
  ]
  private static let ballots: Set<String> = ["election", "elections", "referendum", "plebiscite"]
  private static let prepositions: Set<String> = ["in", "at", "inside", "outside"]

  static func candidates(in s: TieSentence, of view: TieDocument) -> [Candidate] {
    var out: [Candidate] = []
    for v in 0..<s.count where s.upos(v) == "VERB" {
      let lemma = s.lemma(v)
      // "Freedonia held a referendum"
      if lemma == "hold", s.sentence.children(of: v, "obj").contains(where: { ballots.contains(s.lower[$0]) }),
        let land = Origins.subjects(of: v, s).first(where: { $0.type == .place && $0.form == .name })
      {
        for o in s.sentence.children(of: v, "obj") where ballots.contains(s.lower[o]) {
          guard let event = s.heads[o] else { continue }
          out.append(
            Candidate(
              subject: event.id, relation: Relation(rawValue: "locatedIn"), object: .node(land.id), sentence: s.index,
              trigger: v, words: [v], rule: "ballot-held-by", confidence: 0.65))
        }
      }
      let acts = acting.contains(lemma)
      guard acts || befalling.contains(lemma), let (place, words) = place(of: v, s) else { continue }
      // "met in Port Grey for the Freedonia summit": there it is.
      for c in s.sentence.children(of: v, "obl")
      where ["for", "at", "during"].contains(s.preposition(of: c) ?? "") {
        guard let event = view.events.event(at: c, in: s), event.id != place.id else { continue }
        out.append(
          Candidate(
            subject: event.id, relation: Relation(rawValue: "locatedIn"), object: .node(place.id), sentence: s.index,
            trigger: v, words: [v] + words, rule: "event-of-gathering", confidence: 0.7))
      }
      let isPassive = !s.sentence.children(of: v, "nsubj:pass", "aux:pass").isEmpty || isParticiple(v, s)
      var there: [Mention] = []
      if isPassive {
        there = befalling.contains(lemma) ? Origins.subjects(of: v, s) : []
      } else {
        if acts { there += Origins.subjects(of: v, s) }
        if befalling.contains(lemma) {
          for o in s.sentence.children(of: v, "obj") { there += s.heads[o].map { s.coordinated($0) } ?? [] }
        }
      }
      if lemma == "meet" {
        for c in s.sentence.children(of: v, "obl") where s.preposition(of: c) == "with" {
          there += s.heads[c].map { s.coordinated($0) } ?? []
        }
      }
      for m in there where m.id != place.id && isSomeone(m, s) {
        out.append(
          Candidate(
            subject: m.id, relation: Relation(rawValue: "locatedIn"), object: .node(place.id), sentence: s.index,
            trigger: v, words: [v] + words, rule: "present-at-place", confidence: 0.6))
      }
    }
    out += described(s, view)
    // "at his home in Port Grey"
    for h in 0..<s.count where homes.contains(s.lower[h]) && s.upos(h) == "NOUN" {
      guard let owner = s.sentence.children(of: h, "nmod:poss").compactMap({ s.heads[$0] }).first, isSomeone(owner, s),
        owner.type != .organization,
        let place = s.sentence.children(of: h, "nmod").lazy.filter({ marker($0, s) != nil }).compactMap({
          within($0, s)
        })
        .first
      else { continue }
      out.append(
        Candidate(
          subject: owner.id, relation: Relation(rawValue: "locatedIn"), object: .node(place.id), sentence: s.index,
          trigger: h, words: [h], rule: "home-in-place", confidence: 0.7))
    }
    return out
  }

  /// "Jane Roe, a judge in Port Grey", "its envoy in Port Grey, Jane Roe", "the Globe, a weekly in Port Grey".
  private static func described(_ s: TieSentence, _ view: TieDocument) -> [Candidate] {
    var out: [Candidate] = []
    var seen: Set<Mention.ID> = []
    for m in s.names.compactMap({ $0 })
    where [.person, .organization].contains(m.type) && seen.insert(m.id).inserted {
      var nouns = s.sentence.children(of: m.head, "appos")
      if s.relation(m.head) == "appos", let h = s.head(m.head) { nouns.append(h) }
      for n in nouns where s.upos(n) == "NOUN" && s.name(n) == nil {
        // "the governor in Port Grey" is at its head.
        if view.offices[s.index].contains(where: {
          $0.core.contains(n) && [.country, .region, .city].contains($0.title.body)
        }) {
          continue
        }
        for c in s.sentence.children(of: n, "nmod") where c > n && ["in", "at"].contains(s.preposition(of: c) ?? "") {
          guard let place = s.name(c), place.type == .place else { continue }
          for place in s.coordinated(place) where place.type == .place && place.id != m.id {
            out.append(
              Candidate(
                subject: m.id, relation: Relation(rawValue: "locatedIn"), object: .node(place.id), sentence: s.index,
                trigger: n, words: [n, c], rule: "described-in-place", confidence: 0.7))
          }
        }
      }
    }
    return out
  }

  private static let homes: Set<String> = ["home", "house", "apartment", "residence", "flat"]

  /// A place's name, or the one within its phrase: "the neighbouring state of *East Freedonia*".
  private static func within(_ c: Int, _ s: TieSentence) -> Mention? {
    if let m = s.name(c) { return m.type == .place ? m : nil }
    return s.sentence.children(of: c, "nmod").compactMap { s.name($0) }.first { $0.type == .place }
  }

  /// "a man found in the harbour": a participle after its noun.
  private static func isParticiple(_ v: Int, _ s: TieSentence) -> Bool {
    s.tokens[v].xpos == "VBN" && s.tokens[v].deprel == "acl"
  }

  /// One person, or a body: what several do says nothing of their country.
  private static func isSomeone(_ m: Mention, _ s: TieSentence) -> Bool {
    switch m.form {
    case .name: m.type == .person || m.type == .organization
    case .pronoun: ["he", "she", "him", "her"].contains(s.lower[m.head])
    case .nominal: s.tokens[m.head].xpos == "NN" && !s.sentence.children(of: m.head, "det").isEmpty
    }
  }

  /// The place of what a verb says: "in Port Grey", "at Grey Hospital", "at a hotel in Port Grey".
  private static func place(of v: Int, _ s: TieSentence) -> (Mention, [Int])? {
    // "met Jane Roe, an envoy, in Port Grey": the tree may hang the place from what stands beside the name.
    if s.lemma(v) == "meet" {
      for c in s.sentence.children(of: v, "obj", "obl") {
        for a in s.sentence.children(of: c, "appos") {
          for n in s.sentence.children(of: a, "nmod") {
            if let words = marker(n, s), s.word(n - 2) == ",", let m = s.name(n), m.type == .place { return (m, words) }
          }
        }
      }
    }
    for c in s.sentence.children(of: v, "obl") {
      guard let words = marker(c, s) else { continue }
      if let m = s.name(c), m.type == .place || m.type == .organization && s.preposition(of: c) == "at" {
        return (m, words)
      }
      guard s.name(c) == nil else { continue }
      for n in s.sentence.children(of: c, "nmod") {
        guard let inner = marker(n, s), let m = s.name(n), m.type == .place else { continue }
        return (m, words + inner)
      }
    }
    return nil
  }

  private static func marker(_ c: Int, _ s: TieSentence) -> [Int]? {
    let words = s.sentence.children(of: c, "case").filter { prepositions.contains(s.lower[$0]) }
    return words.isEmpty ? nil : words
  }
}
