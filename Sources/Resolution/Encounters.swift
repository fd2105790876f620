import Statements

/// Two mentions that a sentence has meet or talk, as a fact.
struct Encounter: Sendable {
  let sentence: Int
  let part: ArticlePart
  /// Where the word stands that says so.
  let trigger: Int
  let subject: Mention.ID
  let object: Mention.ID

  private static let relations: Set<String> = ["met", "spokeWith", "negotiatedWith", "hosted"]

  static func all(of statements: [Statement<Mention.ID>]) -> [Encounter] {
    statements.compactMap { s in
      guard relations.contains(s.triple.relation.rawValue), s.polarity == .positive,
        s.factuality == .asserted || s.factuality == .reported, let object = s.triple.object.node,
        object != s.triple.subject
      else { return nil }
      return Encounter(
        sentence: s.evidence.sentence, part: s.evidence.part, trigger: s.evidence.relation.first?.start ?? 0,
        subject: s.triple.subject, object: object)
    }
  }
}

/// What is known of someone only from whom he met.
extension Referents {
  /// "The Freedonian ambassador met delegations of A and B. … A and B discussed this with Ana Lind": where one person
  /// without a title, named later, dealt with just those parties, two at least, that one unnamed office-holder met, and the
  /// two never stand in one sentence, she holds the office.
  mutating func resolveByEncounters(_ encounters: [Encounter]) {
    struct Office: Hashable {
      let head: String
      let owners: Set<Int>
    }
    var offices: [Office: [Description]] = [:]
    for d in descriptions
    where nodesOf[d.mention.id].isEmpty && d.kinds.isSuperset(of: [.office, .folds]) && !d.isPlural
      && !d.owners.isEmpty && (d.isDefinite || isCapitalised(d)) && Self.past.isDisjoint(with: d.words)
    {
      let owners = Set(d.owners.compactMap { node(of: $0) })
      guard !owners.isEmpty, !owners.contains(where: { nodes[$0].isPerson }) else { continue }
      offices[Office(head: d.head, owners: owners), default: []].append(d)
    }
    guard !offices.isEmpty else { return }
    var met: [Int: Set<Int>] = [:]
    for e in encounters {
      for (a, b) in [(e.subject, e.object), (e.object, e.subject)] {
        guard nodesOf.indices.contains(a), let person = nodesOf[a].first, nodes[person].isPerson else { continue }
        met[person, default: []].formUnion(represented(by: b))
      }
    }
    var found: [(office: Office, person: Int)] = []
    for (office, held) in offices.sorted(by: { $0.value[0].mention.id < $1.value[0].mention.id }) {
      let mentions = Set(held.map(\.mention.id))
      var parties: Set<Int> = []
      for e in encounters {
        if mentions.contains(e.subject) { parties.formUnion(represented(by: e.object)) }
        if mentions.contains(e.object) { parties.formUnion(represented(by: e.subject)) }
      }
      guard parties.count > 1, parties.isDisjoint(with: office.owners) else { continue }
      let sentences = Set(held.map(\.mention.sentence))
      let people = met.keys.filter { person in
        titles[person] == nil && met[person] == parties
          && document.mentions.allSatisfy {
            nodesOf[$0.id] != [person] || $0.id > held[0].mention.id && !sentences.contains($0.sentence)
          }
      }
      if people.count == 1 { found.append((office, people[0])) }
    }
    for (office, person) in found where found.count(where: { $0.person == person }) == 1 {
      guard let held = offices[office],
        let fullest = held.max(by: { $0.mention.tokens.count < $1.mention.tokens.count })
      else { continue }
      for d in held {
        assign(
          d.mention.id, [person], score: 0.65, reason: "dealt with the same parties, and no other bears the office")
      }
      inferredOffices.append((person, fullest.mention.id))
    }
  }

  /// Whom a mention stands for, also where it has not been resolved yet: "delegations from A and B".
  private mutating func represented(by m: Mention.ID) -> Set<Int> {
    guard nodesOf.indices.contains(m) else { return [] }
    if !nodesOf[m].isEmpty { return Set(nodesOf[m]) }
    guard let d = descriptionOf[m].map({ descriptions[$0] }), d.kinds.contains(.folds) else { return [] }
    return Set(d.owners.compactMap { node(of: $0) })
  }

  private static let sideWords: Set<String> = ["side", "party"]
  private static let leaders: Set<String> = [
    "leader", "president", "minister", "premier", "diplomat", "politician", "official", "negotiator", "chief",
    "statesman",
  ]

  /// "Roe flew to Oslo for talks with Lind. … After the two leaders met": the two persons who talked, not any two of the
  /// sentence before.
  private mutating func resolveLeaders(_ d: Description, _ sentence: Sentence, _ encounters: [Encounter]) {
    let between = encounters.filter { e in
      let ends = [e.subject, e.object].map { nodesOf[$0] }
      return e.part == sentence.part && e.sentence < d.mention.sentence && d.mention.sentence - e.sentence <= 3
        && ends.allSatisfy { $0.count == 1 && nodes[$0[0]].isPerson } && ends[0] != ends[1]
    }
    guard let last = between.last, !stand(document.splitAntecedents[d.mention.id] ?? []),
      // Who met several is not told which of them is meant.
      between.allSatisfy({
        $0.sentence != last.sentence
          || Set(nodesOf[$0.subject] + nodesOf[$0.object]) == Set(nodesOf[last.subject] + nodesOf[last.object])
      })
    else { return }
    assign(
      d.mention.id, (nodesOf[last.subject] + nodesOf[last.object]).sorted(), score: 0.75, reason: "the two who met")
  }

  /// Whether two mentions stand together: joined by "and", or as arguments of one verb.
  private func stand(_ two: [Mention.ID]) -> Bool {
    guard two.count == 2 else { return false }
    let (a, b) = (document.mentions[two[0]], document.mentions[two[1]])
    guard a.sentence == b.sentence else { return false }
    let tokens = document.sentences[a.sentence].tokens
    return tokens[b.head].head == a.head && tokens[b.head].relation == "conj"
      || tokens[a.head].head != nil && tokens[a.head].head == tokens[b.head].head
  }

  /// "The ambassador met delegations from A and B. During the meeting, the two sides …": the ambassador, and A and B.
  mutating func resolveSides(_ encounters: [Encounter]) {
    for d in descriptions where nodesOf[d.mention.id].isEmpty && d.isPlural && d.owners.isEmpty {
      let sentence = document.sentences[d.mention.sentence]
      let isOfTwo = sentence.children(of: d.mention.head, "det", "nummod", "cc").contains {
        ["both", "two"].contains(sentence.tokens[$0].form.lowercased())
      }
      if isOfTwo, Self.leaders.contains(d.head) { resolveLeaders(d, sentence, encounters) }
      guard isOfTwo, Self.sideWords.contains(d.head),
        let last = encounters.filter({ $0.part == sentence.part && $0.sentence < d.mention.sentence }).max(by: {
          ($0.sentence, $0.trigger) < ($1.sentence, $1.trigger)
        }), d.mention.sentence - last.sentence <= 3
      else { continue }
      // Nearer names that only stand together are the two, unless the sentence speaks of the meeting.
      let nearest = document.splitAntecedents[d.mention.id]?.map { document.mentions[$0].sentence }.max() ?? -1
      guard last.sentence >= nearest || speaksOfMeeting(sentence) else { continue }
      let of = encounters.filter { $0.part == last.part && $0.sentence == last.sentence && $0.trigger == last.trigger }
      let hosts = Set(of.flatMap { nodesOf[$0.subject] })
      let guests = Set(of.flatMap { nodesOf[$0.object] })
      // Several who met each other are more than two sides.
      guard !hosts.isEmpty, !guests.isEmpty, hosts.isDisjoint(with: guests),
        Set(of.map(\.subject)).count == 1 || Set(of.map(\.object)).count == 1
      else { continue }
      sides[d.mention.id] = [hosts.sorted(), guests.sorted()]
      assign(d.mention.id, hosts.sorted() + guests.sorted(), score: 0.75, reason: "the two sides of the meeting")
    }
  }

  private func speaksOfMeeting(_ sentence: Sentence) -> Bool {
    sentence.tokens.indices.contains { t in
      ["meeting", "talk", "conversation", "session", "discussion"].contains(sentence.tokens[t].lemma)
        && sentence.children(of: t, "det").contains { ["the", "this"].contains(sentence.tokens[$0].form.lowercased()) }
    }
  }
}
