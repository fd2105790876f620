import Statements

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
  /// The rule's name, as it stands in the evidence.
  package let rule: String
  /// The rule's measured precision, 0…1.
  package let confidence: Double
  /// What the construction itself says of factuality ("agreed to meet", "designate"); nil: judged from the context.
  package let factuality: Factuality?
  /// What the construction itself says of time ("former", "since 2011"); nil: judged from the context.
  package let time: TemporalExtent?

  package init(
    subject: Mention.ID, relation: Relation, object: Term<Mention.ID>, sentence: Int, trigger: Int, words: [Int],
    literal: Range<Int> = 0..<0, rule: String, confidence: Double, factuality: Factuality? = nil,
    time: TemporalExtent? = nil
  ) {
    self.subject = subject
    self.relation = relation
    self.object = object
    self.sentence = sentence
    self.trigger = trigger
    self.words = words
    self.literal = literal
    self.rule = rule
    self.confidence = confidence
    self.factuality = factuality
    self.time = time
  }
}
