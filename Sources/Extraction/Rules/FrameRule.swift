import Statements

/// Relations that the frame lexicon gives to verbs, event nouns and adjectives.
///
/// - "The envoy **met** the rebels": the verb's sense, its subject and object.
/// - "X **held talks** with Y", "during a **meeting** with Y, X said": the noun's sense, with what the verb lends it.
/// - "A and B **met**", "talks between A and B": every pair of a coordination, where the sense has nobody else.
/// - "They **met**", "both sides **agreed**": the group with itself; Resolution makes pairs of those whom it means.
/// - "X condemned Y's **decision**": who did the deed stands for it, also where another sentence says who did.
struct FrameRule {
  let participants: Participants
  let lexicon: FrameLexicon
  let acts: ActLexicon
  let told: ToldActs

  struct Match {
    let predicate: Predicate
    let frame: Frame
    let subject: Mention.ID
    let object: Mention.ID
    let subjectArgument: Argument
    let objectArgument: Argument
    let isProjected: Bool
    /// The act was told before, and by whom: "rejected the accusation".
    var isRecalled = false
  }

  /// All matches of one predicate, by the order of the lexicon.
  func matches(_ predicate: Predicate, in sentence: Int, tree: SentenceTree) -> [Match] {
    let objectLemmas = Set(predicate.arguments.filter { $0.slot == .object }.map { tree.lemma($0.token) })
    let (special, plain) = lexicon.senses(predicate.lemma, predicate.kind, objectLemmas: objectLemmas)
    let found = matches(special, predicate, sentence, tree)
    return found.isEmpty ? matches(plain, predicate, sentence, tree) : found
  }

  private static let places: [Slot] = [Slot(rawValue: "in"), Slot(rawValue: "at")]
  private static let topics: [Slot] = ["about", "on", "over", "regarding", "concerning"].map { Slot(rawValue: $0) }
  private static let purposes: [Slot] = [Slot(rawValue: "for")]

  /// Where it happened, what it was about and what for, as far as the predicate's phrases name it.
  func circumstances(of match: Match, in s: Int, tree: SentenceTree) -> Circumstances {
    func names(_ slots: [Slot]) -> [Mention.ID] {
      slots.flatMap { match.predicate.arguments($0) }.compactMap { participants.name(at: $0.token, in: s) }
        .filter { $0 != match.subject && $0 != match.object }
    }
    var found = Circumstances(topics: names(Self.topics), purposes: names(Self.purposes))
    found.place = names(Self.places).first { participants.type(of: $0) == .place }
    if match.predicate.lemma == "discuss" { found.topics += names([.object]) }
    return found
  }

  private func matches(_ frames: [Frame], _ predicate: Predicate, _ s: Int, _ tree: SentenceTree) -> [Match] {
    var out: [Match] = []
    for frame in frames {
      guard frame.conditions.allSatisfy({ holds($0, frame, predicate, s, tree) }) else { continue }
      // Another pattern of the same relation has said it already.
      if out.contains(where: { $0.frame.relation == frame.relation }) { continue }
      // "hosts the leaders": not also what hosting games is.
      if frame.relation.phrase != nil, !out.isEmpty { continue }
      let subjects = fill(frame.subject, predicate, s, tree, projecting: true, frame: frame)
      let objects: [Filler]
      if frame.object == [.mutual] {
        out += pairs(subjects, frame, predicate)
        continue
      } else {
        let taken = Set(subjects.map(\.argument.token))
        objects = fill(frame.object, predicate, s, tree, projecting: projects(frame.relation), frame: frame)
          .filter { !taken.contains($0.argument.token) }
      }
      for a in subjects {
        for b in objects where a.mention != b.mention && fits(a.mention, b.mention, frame.relation) {
          out.append(
            Match(
              predicate: predicate, frame: frame, subject: a.mention, object: b.mention, subjectArgument: a.argument,
              objectArgument: b.argument, isProjected: a.isProjected || b.isProjected, isRecalled: b.isRecalled))
        }
      }
    }
    return out
  }

  private struct Filler {
    let mention: Mention.ID
    let argument: Argument
    let isProjected: Bool
    var isRecalled = false
  }

  private func pairs(_ members: [Filler], _ frame: Frame, _ predicate: Predicate) -> [Match] {
    var out: [Match] = []
    if members.count == 1, participants.isGroup(members[0].mention) {
      let group = members[0]
      out.append(
        Match(
          predicate: predicate, frame: frame, subject: group.mention, object: group.mention,
          subjectArgument: group.argument, objectArgument: group.argument, isProjected: group.isProjected))
    }
    for (i, a) in members.enumerated() {
      for b in members[(i + 1)...] where a.mention != b.mention && fits(a.mention, b.mention, frame.relation) {
        out.append(
          Match(
            predicate: predicate, frame: frame, subject: a.mention, object: b.mention, subjectArgument: a.argument,
            objectArgument: b.argument, isProjected: a.isProjected || b.isProjected))
      }
    }
    return out
  }

  private func fill(
    _ slots: [Slot], _ predicate: Predicate, _ s: Int, _ tree: SentenceTree, projecting: Bool, frame: Frame
  ) -> [Filler] {
    for slot in slots {
      let fillers = predicate.arguments(slot).filter { fits($0, in: slot, frame, tree) }.flatMap {
        argument -> [Filler] in
        // A modifier counts only as a name: "US strikes", not "night strikes".
        if slot == .modifier {
          return participants.name(at: argument.token, in: s)
            .map { [Filler(mention: $0, argument: argument, isProjected: false)] } ?? []
        }
        // "The visit of X took place at the invitation of Y": X was invited.
        let isEvent = slot == .clause && lexicon.isHappening(tree.lemma(argument.token))
        if isEvent,
          let authors = acts.authors(
            of: argument.token, in: s, tree: tree, participants: participants, isAct: true)
        {
          return authors.map { Filler(mention: $0, argument: argument, isProjected: true) }
        }
        if projecting, let authors = acts.authors(of: argument.token, in: s, tree: tree, participants: participants) {
          return authors.map { Filler(mention: $0, argument: argument, isProjected: true) }
        }
        if projecting, frame.object.contains(slot), Self.answering.contains(frame.relation.category),
          let authors = told.authors(of: argument.token, in: s, tree: tree)
        {
          return authors.map { Filler(mention: $0, argument: argument, isProjected: true, isRecalled: true) }
        }
        return participants.mentions(at: argument.token, in: s, tree: tree)
          .map { Filler(mention: $0, argument: argument, isProjected: false) }
      }.filter { allowed($0.mention, in: slot, frame) }
      if !fillers.isEmpty { return fillers }
    }
    return []
  }

  private static let venues: Set<String> = ["in", "at", "before"]

  /// Whether an argument's head is one of the words that the sense asks for in its place.
  private func fits(_ argument: Argument, in slot: Slot, _ frame: Frame, _ tree: SentenceTree) -> Bool {
    frame.conditions.allSatisfy { c in
      guard c.slot == slot, case .lemmas(let lemmas) = c.test else { return true }
      return lemmas.contains(tree.lemma(argument.token))
    }
  }

  /// Relations by which one answers what somebody said or ruled.
  private static let answering: Set<RelationCategory> = [.reject, .accuse, .concede, .coerce]

  /// Relations to what someone did are relations to who did it; one succeeds who had a post.
  private func projects(_ relation: Relation) -> Bool {
    switch relation.category {
    case .accuse, .support, .reject, .protest, .threaten, .sanction, .coerce, .request, .concede, .cooperate: true
    default: relation.rawValue == "succeeded"
    }
  }

  private func allowed(_ id: Mention.ID, in slot: Slot, _ frame: Frame) -> Bool {
    // "appeared in court" names no court.
    if Self.venues.contains(slot.rawValue), frame.subject.contains(slot), frame.relation.category == .coerce,
      participants.mention(id).form == .nominal
    {
      return false
    }
    for condition in frame.conditions where condition.slot == slot {
      // A tie is to a thing of a known kind: "runs the Arl Bank", not "runs a mile".
      if case .types = condition.test, frame.relation.category == .tie, participants.type(of: id) == nil,
        participants.mention(id).form == .nominal
      {
        return false
      }
      if case .types(let types) = condition.test, let type = participants.type(of: id), !types.contains(type) {
        return false
      }
    }
    return true
  }

  private func fits(_ a: Mention.ID, _ b: Mention.ID, _ relation: Relation) -> Bool {
    guard let definition = relation.definition else { return true }
    func fits(_ id: Mention.ID, _ types: Set<EntityType>) -> Bool {
      guard let type = participants.type(of: id) else { return true }
      return type == .demonym || type == .other || types.contains(type)
    }
    return fits(a, definition.domain) && fits(b, definition.range)
  }

  private func holds(
    _ c: Frame.Condition, _ frame: Frame, _ p: Predicate, _ s: Int, _ tree: SentenceTree
  ) -> Bool {
    let arguments = p.arguments(c.slot)
    switch c.test {
    case .present:
      return !arguments.isEmpty || tree.has(p.head, c.slot.rawValue)
    case .absent:
      return arguments.isEmpty && !tree.has(p.head, c.slot.rawValue)
    case .lemmas(let lemmas):
      // One of several places for the same participant may be empty.
      let isAlternative = [frame.subject, frame.object].contains { $0.count > 1 && $0.contains(c.slot) }
      // "shot him dead": a word that is no participant.
      if arguments.isEmpty, tree.children(p.head, c.slot.rawValue).contains(where: { lemmas.contains(tree.lemma($0)) })
      {
        return true
      }
      return arguments.isEmpty && isAlternative || arguments.contains { lemmas.contains(tree.lemma($0.token)) }
    case .otherLemmas(let lemmas):
      return !(arguments.map(\.token) + tree.children(p.head, c.slot.rawValue)).contains {
        lemmas.contains(tree.lemma($0))
      }
    case .types:
      return true  // judged mention by mention
    }
  }
}
