import Statements

/// What a charge, request or ruling without an author refers back to: "The senate accused the union. The union rejected
/// **the accusation**."
///
/// A definite or demonstrative phrase is the deed that was told last by a word of its kind: the same stem ("ruled", "the
/// ruling"), or one that the frame lexicon gives the same relation ("sued", "the case"). Only what is directed at somebody
/// is looked for: who objects to "the move" or "the accord" seldom speaks of those who made it.
struct ToldActs: Sendable {
  private struct Deed {
    let token: Int
    let lemma: String
    let relations: Set<Relation>
    let authors: [Mention.ID]
  }

  /// By sentence, in its order.
  private let deeds: [[Deed]]
  private let acts: ActLexicon
  private let lexicon: FrameLexicon
  private let participants: Participants

  /// Sentences from a deed to what refers to it; longer evidence proves nothing to a reader.
  private static let reach = 6

  /// What one says to others, by the relation that the noun's sense has.
  private static let directed: Set<String> = [
    "accused", "attacked", "criticized", "urged", "prosecuted", "threatened", "invited",
  ]
  private static let said: Set<String> = [
    "allegation", "assertion", "claim", "decision", "decree", "finding", "offer", "order", "proposal", "ruling",
    "sentence", "ultimatum", "verdict", "judgment", "judgement",
  ]

  init(_ analyses: [SentenceAnalysis], participants: Participants, acts: ActLexicon, lexicon: FrameLexicon) {
    self.acts = acts
    self.lexicon = lexicon
    self.participants = participants
    deeds = analyses.enumerated().map { s, analysis in
      let tree = analysis.clauses.tree
      var deeds: [Deed] = []
      for i in tree.tokens.indices {
        var authors: [Mention.ID] = []
        if tree.isVerb(i) {
          authors = analysis.clauses.agents(of: i).flatMap { tree.coordination($0) }.flatMap {
            participants.mentions(at: $0, in: s, tree: tree)
          }
        } else if tree.tokens[i].upos == "NOUN" {
          authors =
            acts.authors(
              of: i, in: s, tree: tree, participants: participants, isAct: lexicon.isHappening(tree.lemma(i))) ?? []
        }
        // A pronoun or name of unknown kind may be anyone.
        authors = authors.filter {
          participants.isActor($0) || participants.type(of: $0) == nil && participants.mention($0).form != .nominal
        }
        guard !authors.isEmpty else { continue }
        let lemma = tree.lemma(i)
        let kind: Predicate.Kind = tree.isVerb(i) ? .verb : .noun
        deeds.append(Deed(token: i, lemma: lemma, relations: lexicon.relations(of: lemma, kind), authors: authors))
      }
      return deeds
    }
  }

  /// Who did what a phrase refers back to; nil where its head is no act, is told as new, or nothing told is its like.
  func authors(of n: Int, in s: Int, tree: SentenceTree) -> [Mention.ID]? {
    let lemma = tree.lemma(n)
    let relations = lexicon.relations(of: lemma, .noun).filter { Self.directed.contains($0.rawValue) }
    guard tree.tokens[n].upos == "NOUN", participants.name(at: n, in: s) == nil,
      Self.said.contains(lemma) || acts.nouns.contains(lemma) && !relations.isEmpty, isKnown(n, tree)
    else { return nil }
    let sentences = participants.document.sentences
    let part = sentences[s].part
    for before in stride(from: s, through: max(0, s - Self.reach), by: -1) where sentences[before].part == part {
      let deed = deeds[before].last { d in
        (before < s || d.token < n)
          && d.authors.allSatisfy { sentences[participants.mention($0).sentence].part == part }
          && (Self.isAkin(lemma, d.lemma) || !relations.isDisjoint(with: d.relations))
      }
      if let deed { return deed.authors }
    }
    return nil
  }

  /// "the charge", "this decision": told already, and without an author or an object of its own.
  private func isKnown(_ n: Int, _ tree: SentenceTree) -> Bool {
    tree.isDefinite(n) && !tree.has(n, "nmod:poss") && !tree.has(n, "acl:relcl")
      && !tree.children(n, "nmod").contains {
        ["of", "by", "from", "on", "against", "between", "with"].contains(tree.preposition(of: $0)?.name ?? "")
      }
  }

  /// Whether a noun and a verb have a stem in common: "decision" and "decide", "withdrawal" and "withdraw".
  static func isAkin(_ noun: String, _ verb: String) -> Bool {
    if noun == verb { return true }
    let common = zip(noun, verb).prefix { $0 == $1 }.count
    return common >= 4 && common * 2 >= noun.count && common + 3 >= verb.count
  }
}
