import Statements

/// What one document says, in terms of its mentions.
package struct Extraction: Hashable, Sendable {
  /// By sentence, trigger, relation, subject and object.
  package let statements: [Statement<Mention.ID>]
  /// By sentence and trigger of the first mention of each.
  package let events: [Event<Mention.ID>]

  package init(statements: [Statement<Mention.ID>], events: [Event<Mention.ID>]) {
    self.statements = statements
    self.events = events
  }
}
