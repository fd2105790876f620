import Statements

/// Who takes an office after somebody left it: "X **became** leader **after** Y **stepped down**", "X was sworn in
/// **following the resignation of** Y", "Z **dismissed** Y and **appointed** X as his **successor**".
struct SuccessionRule {
  let participants: Participants

  private static let taking: Set<String> = [
    "become", "appoint", "elect", "name", "swear in", "take over", "install", "inaugurate", "promote", "swear",
  ]
  /// Said of the new holder in the active voice; of the others the passive's subject takes office.
  private static let active: Set<String> = ["become", "take over"]
  private static let leaving: Set<String> = [
    "step down", "step aside", "stand down", "resign", "die", "retire", "quit",
  ]
  private static let departures: Set<String> = [
    "resignation", "death", "departure", "dismissal", "ouster", "retirement", "removal",
  ]

  private static let removing: Set<String> = ["dismiss", "fire", "oust", "remove", "sack"]
  private static let naming: Set<String> = ["appoint", "choose", "hire", "install", "name", "pick", "promote"]

  func candidates(in s: Int, clauses: ClauseAnalyzer) -> [Candidate] {
    let tree = clauses.tree
    var out = replaced(in: s, clauses)
    for v in tree.tokens.indices where tree.isVerb(v) {
      let lemma = self.lemma(v, tree)
      guard Self.taking.contains(lemma), Self.active.contains(lemma) != clauses.isPassive(v) else { continue }
      let holders = persons(clauses.subjects(of: v).map(\.token), s, tree)
      guard !holders.isEmpty else { continue }
      for (former, word) in predecessors(of: v, s, clauses) {
        for holder in holders where holder != former {
          out.append(
            Candidate(
              subject: holder, relation: Relation(rawValue: "succeeded"), object: .node(former), sentence: s,
              trigger: v, words: [v, word].sorted(), rule: "event/succession", confidence: 0.6))
        }
      }
    }
    return out
  }

  /// "Z dismissed Y and appointed X as his successor".
  private func replaced(in s: Int, _ clauses: ClauseAnalyzer) -> [Candidate] {
    let tree = clauses.tree
    return tree.tokens.indices.flatMap { v -> [Candidate] in
      guard tree.isVerb(v), Self.naming.contains(tree.lemma(v)), tree.tokens[v].deprel == "conj",
        let h = tree.tokens[v].head, Self.removing.contains(tree.lemma(h)), !clauses.isPassive(v), !clauses.isPassive(h)
      else { return [] }
      let objects = tree.children(v, "obj")
      let roles = (tree.children(v, "obl", "xcomp") + objects.flatMap { tree.children($0, "nmod") }).filter {
        ["successor", "replacement", "place", "stead"].contains(tree.lemma($0))
      }
      guard let role = roles.first else { return [] }
      let former = persons(tree.children(h, "obj"), s, tree)
      return persons(objects, s, tree).flatMap { holder in
        former.filter { $0 != holder }.map {
          Candidate(
            subject: holder, relation: Relation(rawValue: "succeeded"), object: .node($0), sentence: s, trigger: v,
            words: [v, role].sorted(), rule: "event/succession", confidence: 0.6)
        }
      }
    }
  }

  private func lemma(_ v: Int, _ tree: SentenceTree) -> String {
    ([v] + tree.children(v, "compound:prt")).map { tree.lemma($0) }.joined(separator: " ")
  }

  /// Who left, and the word that says so.
  private func predecessors(of v: Int, _ s: Int, _ clauses: ClauseAnalyzer) -> [(Mention.ID, Int)] {
    let tree = clauses.tree
    var out: [(Mention.ID, Int)] = []
    for c in tree.children(v, "advcl") where Self.leaving.contains(lemma(c, tree)) {
      guard tree.children(c, "mark", "advmod").contains(where: { ["after", "when", "once"].contains(tree.lemma($0)) })
      else { continue }
      out += persons(tree.children(c, "nsubj"), s, tree).map { ($0, c) }
    }
    for c in tree.children(v, "obl") where Self.departures.contains(tree.lemma(c)) {
      guard let name = tree.preposition(of: c)?.name, ["after", "following", "upon", "on"].contains(name) else {
        continue
      }
      let owners =
        tree.children(c, "nmod:poss") + tree.children(c, "nmod").filter { tree.preposition(of: $0)?.name == "of" }
      out += persons(owners, s, tree).map { ($0, c) }
    }
    return out
  }

  private func persons(_ tokens: [Int], _ s: Int, _ tree: SentenceTree) -> [Mention.ID] {
    tokens.flatMap { participants.mentions(at: $0, in: s, tree: tree) }.filter {
      participants.type(of: $0) == .person
    }
  }
}
