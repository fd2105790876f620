import Statements

/// Those who do what others were just said to do: "The union sued the mill. It **was joined in the suit by** two towns",
/// "Z **joined the boycott**", "Z **joined** X **in the appeal**".
///
/// The act meant is the last one of its kind told at most eight sentences before, by stem ("boycotted", "the boycott") or by
/// the relation that the frame lexicon gives both ("sued", "the suit"). Meetings are ``SharedEventRule``'s.
struct JoinedActRule {
  let participants: Participants
  let lexicon: FrameLexicon

  private static let reach = 8

  /// Acts told before a sentence are in `told`, by sentence.
  func candidates(in s: Int, clauses: ClauseAnalyzer, told: [[FrameRule.Match]]) -> [Candidate] {
    let tree = clauses.tree
    var out: [Candidate] = []
    for v in tree.tokens.indices where tree.isVerb(v) && tree.lemma(v) == "join" {
      let isPassive = clauses.isPassive(v)
      let inAct = tree.children(v, "obl").filter { tree.preposition(of: $0)?.name == "in" }
      let acts = isPassive ? inAct : tree.children(v, "obj") + inAct
      guard let act = acts.first(where: { tree.tokens[$0].upos == "NOUN" && isKnown($0, tree) })
      else { continue }
      // Those who are joined do it too.
      let joining = clauses.agents(of: v) + (isPassive ? clauses.subjects(of: v).map(\.token) : [])
      let actors = joining.flatMap { tree.coordination($0) }
        .flatMap { participants.mentions(at: $0, in: s, tree: tree) }
      for m in matches(of: act, before: s, tree, told) {
        for a in actors where a != m.object && a != m.subject {
          out.append(
            Candidate(
              subject: a, relation: m.frame.relation, object: .node(m.object), sentence: s, trigger: v,
              words: [v, act].sorted(), rule: "act/joined", confidence: 0.55))
        }
      }
    }
    return out
  }

  private func matches(
    of act: Int, before s: Int, _ tree: SentenceTree, _ told: [[FrameRule.Match]]
  ) -> [FrameRule.Match] {
    let lemma = tree.lemma(act)
    var relations = lexicon.relations(of: lemma, .noun)
    if lemma == "action", tree.children(act, "amod").contains(where: { tree.lemma($0) == "legal" }) {
      relations.insert(Relation(rawValue: "prosecuted"))
    }
    let part = participants.document.sentences[s].part
    for before in stride(from: s - 1, through: max(0, s - Self.reach), by: -1) {
      guard participants.document.sentences[before].part == part else { break }
      let found = told[before].filter { m in
        ![.consult, .tie].contains(m.frame.relation.category) && m.frame.relation.phrase == nil
          && (relations.contains(m.frame.relation) || ToldActs.isAkin(lemma, m.predicate.lemma))
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// "the boycott", "this legal action": told already.
  private func isKnown(_ n: Int, _ tree: SentenceTree) -> Bool {
    tree.isDefinite(n) || tree.has(n, "nmod:poss")
  }
}
