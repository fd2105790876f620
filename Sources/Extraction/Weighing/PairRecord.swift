import Statements

extension Proposals {
  /// A pair as training sees it: what the head sees, and what a statement made of it would be.
  package struct PairRecord: Sendable {
    package let pair: MentionPair
    package let subjects: [Entity.ID]
    package let objects: [Entity.ID]
    /// How the text presents what the trigger says.
    package let polarity: Polarity
    package let factuality: Factuality
    /// What rules propose of the pair, presented as the text does.
    package let proposed: [Statement<Mention.ID>]
  }

  /// Every pair of the document, with the statements that rules make of it.
  ///
  /// - Parameter things: For each mention, the things that it refers to.
  package func records(_ things: [[Entity]]) -> [PairRecord] {
    pairs(things).map { pair in
      let clauses = builder.analyses[pair.sentence].clauses
      let verdict = Judge(tree: clauses.tree, clauses: clauses, governors: builder.governors).verdict(at: pair.trigger)
      return PairRecord(
        pair: pair, subjects: things[pair.subject].map(\.id), objects: things[pair.object].map(\.id),
        polarity: verdict.polarity, factuality: verdict.factuality,
        proposed: pair.proposals.map { stated[$0].statement })
    }
  }

  func pairs(_ things: [[Entity]]) -> [MentionPair] {
    PairReader(
      document: builder.document, analyses: builder.analyses, lexicon: .shared, things: things, stated: stated
    ).pairs()
  }
}
