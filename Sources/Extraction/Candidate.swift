import Statements

/// What the words around an event's trigger say besides who took part.
package struct Circumstances: Hashable, Sendable {
  package var place: Mention.ID?
  /// "talks **on** X", "discussed X with Y".
  package var topics: [Mention.ID] = []
  /// "met **for** the X summit".
  package var purposes: [Mention.ID] = []
}

/// What a rule proposes: a relation between two mentions, before polarity, factuality, source and time are read off
/// the words around its trigger.
package struct Candidate: Hashable, Sendable {
  package let subject: Mention.ID
  package let relation: Relation
  package let object: Term<Mention.ID>
  package let sentence: Int
  /// The word that carries the relation (verb, event noun, title): polarity, factuality and time are judged there.
  package let trigger: Int
  /// The words of the relation, for the evidence, in order.
  package let words: [Int]
  /// The words of a literal object (a title), in the same sentence; empty for a node.
  package let literal: Range<Int>
  /// Where it happens and what it is about, as the words around the trigger say.
  package let circumstances: Circumstances
  /// The rule's name, as it stands in the evidence.
  package let rule: String
  /// The rule's measured precision, 0…1.
  package private(set) var confidence: Double
  /// What the construction itself says of factuality ("agreed to meet", "designate"); nil: judged from the context.
  package let factuality: Factuality?
  /// What the construction itself says of polarity; nil: judged from the context.
  package let polarity: Polarity?
  /// What the construction itself says of time ("former", "since 2011"); nil: judged from the context.
  package let time: TemporalExtent?

  package init(
    subject: Mention.ID, relation: Relation, object: Term<Mention.ID>, sentence: Int, trigger: Int, words: [Int],
    literal: Range<Int> = 0..<0, circumstances: Circumstances = Circumstances(), rule: String, confidence: Double,
    factuality: Factuality? = nil,
    polarity: Polarity? = nil, time: TemporalExtent? = nil
  ) {
    self.subject = subject
    self.relation = relation
    self.object = object
    self.sentence = sentence
    self.trigger = trigger
    self.words = words
    self.literal = literal
    self.circumstances = circumstances
    self.rule = rule
    self.confidence = confidence
    self.factuality = factuality
    self.polarity = polarity
    self.time = time
  }

  /// The same proposal, surer or less sure.
  func with(confidence: Double) -> Candidate {
    var copy = self
    copy.confidence = confidence
    return copy
  }
}
