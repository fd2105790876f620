import Statements

/// Ties those who take part in an event to it, and those who lead a body by a verb.
///
/// - "Jane Roe attended the Port Grey Summit", "competed in the Games", "won the marathon": the subject of a verb of taking
///   part, with the event as object or in a phrase with "in", "at".
/// - "At the opening of the AU summit, Jane Roe said": who speaks at an event takes part.
/// - "the group, led by Jane Roe", "Jane Roe heads the agency": `leads`.
enum Participation {
  private static let direct: Set<String> = [
    "attend", "attended", "attends", "attending", "join", "joined", "win", "won", "wins", "lost", "entered",
    "contested",
    "hosted", "boycotted", "addressed", "contest", "began", "launched", "started",
  ]
  private static let prepositional: Set<String> = [
    "participate", "participated", "participating", "compete", "competed", "competing", "take", "took", "taking",
    "taken",
    "spoke", "speak", "speaking", "ran", "run", "running", "played", "play", "fought", "served", "fight", "met",
    "gathered",
    "finished", "stood", "stand", "defeated", "won", "said", "told", "represented", "voted", "gained", "beat",
  ]

  static func candidates(in s: TieSentence, of view: TieDocument) -> [Candidate] {
    var out: [Candidate] = []
    for v in 0..<s.count where s.upos(v) == "VERB" {
      for c in s.sentence.children(of: v, "obj", "obl", "nmod") {
        guard let event = event(at: c, s, view) else { continue }
        let preposition = s.preposition(of: c)
        let isAside = preposition == "on" && ["sidelines", "margins", "sideline", "margin"].contains(s.lower[c])
        let takesPart =
          isAside
            || preposition == nil
          ? direct.contains(s.lower[v]) && s.relation(c) == "obj"
          : ["in", "at", "during"].contains(preposition ?? "") && (prepositional.contains(s.lower[v]))
        guard takesPart else { continue }
        var members = Origins.subjects(of: v, s)
        if isAside, s.isWord(v, in: ["meet", "met"]) {
          members += s.sentence.children(of: v, "obj").flatMap { s.heads[$0].map { s.coordinated($0) } ?? [] }
        }
        for subject in members where subject.id != event.id && isActor(subject) {
          out.append(
            Candidate(
              subject: subject.id, relation: Relation(rawValue: "participatedIn"), object: .node(event.id),
              sentence: s.index, trigger: v, words: [v], rule: "takes-part-in-event",
              confidence: preposition == nil ? 0.7 : 0.65))
        }
      }
      // "a summit where Jane Roe signed": who acts there takes part.
      if s.tokens[v].relation == "acl", s.sentence.children(of: v, "advmod").contains(where: { s.word($0) == "where" }),
        let h = s.head(v), let event = view.events.event(at: h, in: s)
      {
        for subject in Origins.subjects(of: v, s) where subject.id != event.id && isActor(subject) {
          out.append(
            Candidate(
              subject: subject.id, relation: Relation(rawValue: "participatedIn"), object: .node(event.id),
              sentence: s.index, trigger: v, words: [v], rule: "acts-at-event", confidence: 0.65))
        }
      }
      out += leadership(v, s, view)
    }
    return out
  }

  private static func isActor(_ m: Mention) -> Bool {
    m.form != .name || m.type == .person || m.type == .organization || m.type == .place
  }

  /// The named event at a word, or within its "of" phrase ("at the opening of the Summit").
  private static func event(at t: Int, _ s: TieSentence, _ view: TieDocument) -> Mention? {
    if let m = view.events.event(at: t, in: s) {
      // A prize is won, but nobody takes part in it.
      return ["prize", "award", "awards", "medal"].contains(view.words(of: m).last ?? "") ? nil : m
    }
    for c in s.sentence.children(of: t, "nmod") where s.preposition(of: c) == "of" {
      if let m = view.events.event(at: c, in: s) { return m }
    }
    return nil
  }

  private static let leading: Set<String> = [
    "lead", "led", "leads", "headed", "heads", "chaired", "chairs", "commanded", "commands", "heading", "leading",
    "governs",
    "governed",
  ]

  private static func leadership(_ v: Int, _ s: TieSentence, _ view: TieDocument) -> [Candidate] {
    guard leading.contains(s.lower[v]) else { return [] }
    var out: [Candidate] = []
    func add(_ leader: Mention, _ body: Mention) {
      guard leader.id != body.id else { return }
      out.append(
        Candidate(
          subject: leader.id, relation: Relation(rawValue: "leads"), object: .node(body.id), sentence: s.index,
          trigger: v, words: [v], rule: "leads-body", confidence: 0.75))
    }
    let agents = s.sentence.children(of: v, "obl").filter { s.preposition(of: $0) == "by" }
    if let a = agents.first, let leader = s.heads[a], leader.type == .person || leader.form != .name {
      for body in Origins.subjects(of: v, s) where body.type == .organization || body.form == .nominal {
        add(leader, body)
      }
    } else if let o = s.sentence.children(of: v, "obj").first, let body = s.heads[o],
      body.type == .organization || body.type == .place
    {
      for leader in Origins.subjects(of: v, s) where leader.type == .person || leader.form == .pronoun {
        add(leader, body)
      }
    }
    return out
  }
}
