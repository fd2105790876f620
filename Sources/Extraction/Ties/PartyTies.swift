import Statements

/// Ties people to their party by the word for its members, and parties to the election that they stand in.
///
/// - "Martin Roe, a Republican,"; "Jane Roe is a Democrat"; "Roe, Moe and Poe, all Republicans".
/// - "his party, the Harbour Union,"; "Roe's Harbour Party".
/// - "the Harbour Party won 40 seats", "lost 12 seats": it took part in the election that the article names.
enum PartyTies {
  static func candidates(in s: TieSentence, of view: TieDocument) -> [Candidate] {
    var out: [Candidate] = []
    var seen: Set<Mention.ID> = []
    for m in s.names.compactMap({ $0 }) where seen.insert(m.id).inserted && ImpliedBodies.isPartyAdjective(m, view) {
      for person in people(of: m, s) {
        out.append(
          Candidate(
            subject: person.id, relation: Relation(rawValue: "memberOf"), object: .node(m.id), sentence: s.index,
            trigger: m.head, words: [m.head], rule: "person-a-partisan", confidence: 0.8))
      }
    }
    out += possessed(s, view)
    out += elections(s, view)
    return out
  }

  private static let bodies: Set<String> = ["party", "club", "band", "faction", "bloc"]

  /// "his party, the Harbour Union", "Roe's Harbour Party": whose it is, is of it.
  private static func possessed(_ s: TieSentence, _ view: TieDocument) -> [Candidate] {
    var out: [Candidate] = []
    var done: Set<Mention.ID> = []
    func add(_ owners: [Int], _ body: Mention, _ word: Int) {
      for p in owners {
        guard let owner = s.heads[p], owner.type == .person || owner.form == .pronoun, done.insert(body.id).inserted
        else { continue }
        out.append(
          Candidate(
            subject: owner.id, relation: Relation(rawValue: "memberOf"), object: .node(body.id), sentence: s.index,
            trigger: word, words: [word], rule: "party-of-person", confidence: 0.8))
      }
    }
    for t in 0..<s.count where bodies.contains(s.lower[t]) && s.name(t) == nil {
      var next = t + 1
      if s.word(next) == "," { next += 1 }
      while s.upos(next) == "DET" { next += 1 }
      guard let body = s.name(startingAt: next), body.type == .organization else { continue }
      add(s.sentence.children(of: t, "nmod:poss"), body, t)
    }
    for body in s.names.compactMap({ $0 }) where body.type == .organization && ImpliedBodies.isParty(body, view) {
      add(s.sentence.children(of: body.head, "nmod:poss"), body, body.head)
    }
    return out
  }

  private static func people(of m: Mention, _ s: TieSentence) -> [Mention] {
    let h = m.head
    let isNoun = s.upos(h) == "PROPN" || s.upos(h) == "NOUN"
    guard isNoun || !s.sentence.children(of: h, "det", "cop").isEmpty else { return [] }
    let plural = s.lower[h].hasSuffix("s")
    var found: [Mention] = []
    if !s.sentence.children(of: h, "cop").isEmpty {
      found = Origins.subjects(of: h, s)
    } else if s.relation(h) == "appos", let a = s.head(h), let last = s.heads[a] {
      // "Roe, Moe and Poe, all Harbour Republicans": the word hangs from the last of them.
      let first = s.relation(a) == "conj" ? s.head(a).flatMap { s.heads[$0] } ?? last : last
      found = plural ? s.coordinated(first) : [last]
    } else {
      var p = m.tokens.lowerBound - 1
      while ["DET", "ADJ"].contains(s.upos(p)) { p -= 1 }
      if s.word(p) == ",", let first = s.name(p - 1),
        s.word(m.tokens.upperBound) == "," || s.word(m.tokens.upperBound) == "."
      {
        found = [first]
      }
    }
    // "some Democrats, such as Jane Roe"
    var i = m.tokens.upperBound
    if s.word(i) == "," { i += 1 }
    if plural, s.word(i) == "including" || s.word(i) == "such" && s.word(i + 1) == "as" {
      i += s.word(i) == "such" ? 2 : 1
      while i < s.count, s.name(i)?.type != .person, ["DET", "ADJ", "NOUN", "PROPN"].contains(s.upos(i)) { i += 1 }
      if let first = s.person(startingAt: i) { found += s.coordinated(first) }
    }
    return found.filter { $0.type == .person || $0.form == .pronoun }
  }

  private static let results: Set<String> = [
    "won", "win", "wins", "lost", "loses", "lose", "gained", "gains", "netted", "secured", "took", "received",
    "retained",
    "obtained", "obtain",
  ]
  private static let prizes: Set<String> = ["seats", "seat", "majority", "vote", "votes", "election", "elections"]

  private static func elections(_ s: TieSentence, _ view: TieDocument) -> [Candidate] {
    var out: [Candidate] = []
    for v in 0..<s.count where s.upos(v) == "VERB" && results.contains(s.lower[v]) {
      let objects = s.sentence.children(of: v, "obj")
      guard objects.contains(where: { prizes.contains(s.lower[$0]) || s.upos($0) == "NUM" }) else { continue }
      guard let event = view.events.first(["election", "elections", "referendum"], in: s.sentence.part) else {
        continue
      }
      for party in Origins.subjects(of: v, s) where ImpliedBodies.isParty(party, view) && party.form == .name {
        out.append(
          Candidate(
            subject: party.id, relation: Relation(rawValue: "participatedIn"), object: .node(event.id),
            sentence: s.index, trigger: v, words: [v] + objects.prefix(1), rule: "party-in-election", confidence: 0.75))
      }
    }
    return out
  }
}
