import Statements

/// Gathers statements that one happening underlies into events with all who took part.
///
/// Statements of one trigger and relation are one event. Two mentions of a happening are one where the relation is the
/// same, a participant is shared (by name, pronoun chain or words) and no time contradicts: a meeting in the headline and the
/// same meeting in the text.
struct EventBuilder: Sendable {
  let document: Document
  let participants: Participants
  /// By statement.
  let circumstances: [String: Circumstances]

  struct Result: Sendable {
    let events: [Event<Mention.ID>]
    let byStatement: [String: String]
  }

  private struct Group {
    var statements: [Statement<Mention.ID>]
    var keys: Set<String>
    let relation: Relation
    var time: TemporalExtent?
  }

  func events(of statements: [Statement<Mention.ID>]) -> Result {
    var groups: [Group] = []
    var byTrigger: [String: Int] = [:]
    for s in statements where s.triple.relation.category != .tie && s.triple.object.node != nil {
      let relation = s.triple.relation
      let place = s.evidence.relation.first.map { "\($0.start)" } ?? ""
      let trigger =
        "\(s.evidence.part.rawValue) \(s.evidence.sentence) \(place) \(relation.rawValue) \(s.polarity.rawValue)"
      if let g = byTrigger[trigger] {
        add(s, to: &groups[g])
        continue
      }
      let keys = Set([s.triple.subject, s.triple.object.node].compactMap(\.self).flatMap(keys))
      let known = groups.firstIndex { g in
        g.relation == relation && g.statements[0].polarity == s.polarity && agrees(g.time, s.time)
          && g.keys.intersection(keys).count >= min(2, keys.count)
      }
      if let g = known {
        add(s, to: &groups[g])
        byTrigger[trigger] = g
      } else {
        byTrigger[trigger] = groups.count
        groups.append(Group(statements: [s], keys: keys, relation: relation, time: s.time))
      }
    }
    return finish(groups)
  }

  private func add(_ s: Statement<Mention.ID>, to g: inout Group) {
    g.statements.append(s)
    for m in [s.triple.subject, s.triple.object.node].compactMap(\.self) { g.keys.formUnion(keys(m)) }
    if g.time == nil { g.time = s.time }
  }

  private func agrees(_ a: TemporalExtent?, _ b: TemporalExtent?) -> Bool {
    guard let a, let b else { return true }
    return a == b
  }

  /// A key for each thing that a mention takes up.
  private func keys(_ m: Mention.ID) -> [String] { (document.splitAntecedents[m] ?? [m]).map(key) }

  /// What a mention refers to, as far as it can be told here: its chain, or its words.
  private func key(_ m: Mention.ID) -> String {
    if let chain = document.coreference.firstIndex(where: { $0.contains(m) }) { return "chain \(chain)" }
    return document.text(of: participants.mention(m)).lowercased()
  }

  private func finish(_ groups: [Group]) -> Result {
    var events: [Event<Mention.ID>] = []
    var byStatement: [String: String] = [:]
    for g in groups {
      let id = ContentHash.identifier("e", [document.article.id, g.statements[0].id])
      var seen: Set<String> = []
      var members: [Event<Mention.ID>.Participant] = []
      for s in g.statements {
        byStatement[s.id] = id
        let parts = Self.parts(s.triple.relation)
        for (m, part) in [(s.triple.subject, parts.0), (s.triple.object.node, parts.1)] {
          guard let m, seen.insert(key(m)).inserted else { continue }
          members.append(.init(node: m, part: part))
        }
      }
      let around = g.statements.compactMap { circumstances[$0.id] }
      for (m, part) in around.flatMap({ c in c.topics.map { ($0, Part.topic) } + c.purposes.map { ($0, Part.purpose) } }
      )
      where seen.insert(key(m)).inserted {
        members.append(.init(node: m, part: part))
      }
      members.sort { ($0.node, $0.part.rawValue) < ($1.node, $1.part.rawValue) }
      events.append(
        Event(
          id: id, article: document.article.id, relation: g.relation, participants: members, time: g.time,
          place: around.compactMap(\.place).first))
    }
    return Result(events: events, byStatement: byStatement)
  }

  private typealias Part = Event<Mention.ID>.Part

  private static func parts(_ r: Relation) -> (Part, Part) {
    switch r.rawValue {
    case "hosted": (.host, .counterpart)
    case "invited": (.inviter, .counterpart)
    case "visited": (.agent, .host)
    default: r.isSymmetric ? (.agent, .counterpart) : (.agent, .target)
    }
  }
}
