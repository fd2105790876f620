/// The syntactic place of an argument, by the name that the frame lexicon uses.
///
/// `subj`, `obj`, `iobj`: of the clause in its active form (a passive's subject is `obj`, its by-phrase `subj`).
/// `with`, `on`, `according_to`: what a preposition brings. For nouns also `poss` (X's visit), `mod` (US strikes),
/// `clause` (the subject of the clause that the event frames), `recv` (the subject that receives: "faced criticism")
/// and `is` (what the noun describes: "X is an ally", "X, an ally").
package struct Slot: RawRepresentable, Hashable, Sendable, Comparable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package static let subject = Slot(rawValue: "subj")
  package static let object = Slot(rawValue: "obj")
  package static let indirect = Slot(rawValue: "iobj")
  package static let possessor = Slot(rawValue: "poss")
  package static let modifier = Slot(rawValue: "mod")
  package static let clause = Slot(rawValue: "clause")
  package static let receiver = Slot(rawValue: "recv")
  package static let described = Slot(rawValue: "is")
  /// The other members of the subject's own coordination: "A and B met".
  package static let mutual = Slot(rawValue: "mutual")
  /// The subject of the clause's complement: "demanded that X resign".
  package static let complementSubject = Slot(rawValue: "csubj")

  package static func < (a: Slot, b: Slot) -> Bool { a.rawValue < b.rawValue }
}

/// A phrase that takes part in what a predicate says.
package struct Argument: Hashable, Sendable {
  package let slot: Slot
  /// The head of the phrase.
  package let token: Int
  /// The words that mark the slot: prepositions.
  package let markers: [Int]
  /// Whether it stands elsewhere in the tree: shared in coordination, controlled, relative.
  package let isShared: Bool

  package init(slot: Slot, token: Int, markers: [Int] = [], isShared: Bool = false) {
    self.slot = slot
    self.token = token
    self.markers = markers
    self.isShared = isShared
  }
}

/// A verb, event noun or predicative adjective, with everyone it speaks of.
package struct Predicate: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case verb, noun, adj
  }

  package let kind: Kind
  package let head: Int
  /// With its particle: "carry out".
  package let lemma: String
  /// The words of the predicate itself, in order.
  package let words: [Int]
  package let isPassive: Bool
  /// In the order of the sentence within each slot; heads of coordinations are expanded.
  package let arguments: [Argument]

  package func arguments(_ slot: Slot) -> [Argument] { arguments.filter { $0.slot == slot } }
}
