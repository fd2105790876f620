import Statements

/// One sense of a word: which of its arguments the relation holds between.
package struct Frame: Hashable, Sendable {
  /// What an argument must be for the sense to hold.
  package struct Condition: Hashable, Sendable {
    package enum Test: Hashable, Sendable {
      case present, absent
      /// The argument refers to one of these types (or its type is not known).
      case types(Set<EntityType>)
      /// The argument's head is one of these lemmas.
      case lemmas(Set<String>)
      /// Nothing in the place has one of these lemmas.
      case otherLemmas(Set<String>)
    }

    package let slot: Slot
    package let test: Test
  }

  /// With particle ("call off") or, after `+`, the object that makes the sense ("cut+tie").
  package let lemma: String
  package let objectLemma: String?
  package let kind: Predicate.Kind
  /// Places of the relation's subject; the first that is filled counts.
  package let subject: [Slot]
  package let object: [Slot]
  package let relation: Relation
  package let conditions: [Condition]
  /// A sentence that shows the sense.
  package let example: String
}
