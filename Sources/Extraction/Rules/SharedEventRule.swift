import Statements

/// Those who join an event that an earlier sentence told of: "The **talks** were also attended by Z".
///
/// - "X met Y. Z **attended the meeting**", "**joined the talks**", "was **present at the meeting**": Z met X and Y.
/// - "X met Y. The talks were **hosted by** Z": Z hosted X and Y.
///
/// The event meant is the last one of its kind told at most five sentences before.
struct SharedEventRule {
  let participants: Participants

  /// A meeting or conversation that has been told.
  struct Told {
    let sentence: Int
    let relation: Relation
    var members: [Mention.ID]
    /// Whether it took place, by what that sentence says.
    var isFact = true
  }

  private static let reach = 5

  private static let meetings: Set<String> = [
    "meeting", "talk", "summit", "negotiation", "discussion", "consultation", "session", "gathering", "dialogue",
    "conference", "reception", "dinner", "lunch", "round", "encounter", "event",
  ]
  private static let calls: Set<String> = ["call", "conversation", "phone call"]
  private static let joining: Set<String> = ["attend", "join"]
  private static let joiningIn: Set<String> = ["participate", "take", "sit", "be", "present"]
  private static let hosting: Set<String> = ["host", "organise", "organize"]

  /// The meetings and conversations among one sentence's matches, those of one trigger as one.
  static func told(_ matches: [FrameRule.Match], in s: Int, judge: Judge) -> [Told] {
    var out: [(trigger: Int, told: Told)] = []
    for m in matches where ["met", "spokeWith", "negotiatedWith"].contains(m.frame.relation.rawValue) {
      if let at = out.firstIndex(where: { $0.trigger == m.predicate.head && $0.told.relation == m.frame.relation }) {
        for x in [m.subject, m.object] where !out[at].told.members.contains(x) { out[at].told.members.append(x) }
      } else {
        let verdict = judge.verdict(at: m.predicate.head)
        let isFact = verdict.polarity == .positive && [.asserted, .reported].contains(verdict.factuality)
        out.append(
          (
            m.predicate.head,
            Told(sentence: s, relation: m.frame.relation, members: [m.subject, m.object], isFact: isFact)
          ))
      }
    }
    return out.map(\.told)
  }

  func candidates(in s: Int, clauses: ClauseAnalyzer, told: [Told], judge: Judge) -> [Candidate] {
    let tree = clauses.tree
    var out: [Candidate] = []
    for n in clauses.tokens.indices where clauses.tokens[n].upos == "NOUN" && isKnown(n, tree) {
      let lemma = tree.lemma(n)
      let isCall = Self.calls.contains(lemma)
      guard isCall || Self.meetings.contains(lemma), let v = clauses.tokens[n].head,
        let event = told.last(where: { t in
          t.sentence < s && s - t.sentence <= Self.reach && (t.relation.rawValue == "spokeWith") == isCall
            && participants.document.sentences[t.sentence].part == participants.document.sentences[s].part
            // Nobody attended what is still to come.
            && (t.isFact || judge.verdict(at: v).factuality != .asserted)
        }), let (newcomers, relation) = newcomers(n, v, clauses, event.relation)
      else { continue }
      let guests = newcomers.flatMap { tree.coordination($0) }
        .flatMap { participants.mentions(at: $0, in: s, tree: tree) }
      for a in guests {
        for b in event.members where a != b {
          out.append(
            Candidate(
              subject: a, relation: relation, object: .node(b), sentence: s, trigger: v, words: [v, n].sorted(),
              rule: "event/shared", confidence: 0.55))
        }
      }
    }
    return out
  }

  /// "the talks", "their meeting": told already, and without participants of its own.
  private func isKnown(_ n: Int, _ tree: SentenceTree) -> Bool {
    let isDefinite =
      tree.isDefinite(n)
      || tree.children(n, "nmod:poss").contains { tree.lemma($0) == "they" || tree.lemma($0) == "their" }
    return isDefinite
      && !tree.children(n, "nmod").contains {
        ["with", "between", "of", "among"].contains(tree.preposition(of: $0)?.name ?? "")
      }
  }

  /// Who the verb brings to the event, and how they stand to those who were there.
  private func newcomers(
    _ n: Int, _ v: Int, _ clauses: ClauseAnalyzer, _ relation: Relation
  ) -> (tokens: [Int], relation: Relation)? {
    let tree = clauses.tree
    let lemma = tree.lemma(v)
    let isObject = tree.tokens[n].relation == "obj" || tree.tokens[n].deprel == "nsubj:pass"
    if tree.isVerb(v), isObject, Self.joining.contains(lemma) || Self.hosting.contains(lemma) {
      return (clauses.agents(of: v), Self.hosting.contains(lemma) ? Relation(rawValue: "hosted") : relation)
    }
    guard tree.tokens[n].relation == "obl", let name = tree.preposition(of: n)?.name, ["in", "at"].contains(name),
      Self.joiningIn.contains(lemma), !clauses.isPassive(v)
    else { return nil }
    if lemma == "take", !tree.children(v, "obj").contains(where: { tree.lemma($0) == "part" }) { return nil }
    return (clauses.subjects(of: v).map(\.token), relation)
  }
}
