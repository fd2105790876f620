import Statements

/// The senses of verbs, event nouns and adjectives, by lemma: `Lexicons/frames.tsv`.
///
/// Tab-separated: lemma, kind (`verb`, `noun`, `adj`), subject slots, object slots, relation, conditions, example.
/// Alternative slots are divided by `/`, conditions by blanks: `+with` (there is one), `-obj` (there is none),
/// `obj:person,organization` (its type), `obj=deal,pact` (its lemma), `-xcomp=dead` (not this lemma).
package struct FrameLexicon: Sendable {
  package static let shared = FrameLexicon(tsv: String(decoding: PackageResources.frames_tsv, as: UTF8.self))

  private let frames: [Key: [Frame]]
  private let objectFrames: [Key: [Frame]]

  private struct Key: Hashable {
    let lemma: String
    let kind: Predicate.Kind
  }

  package init(tsv: String) {
    var plain: [Key: [Frame]] = [:]
    var withObject: [Key: [Frame]] = [:]
    for line in tsv.split(separator: "\n") where !line.hasPrefix("#") {
      guard let frame = Frame(line: line) else { continue }
      let key = Key(lemma: frame.lemma, kind: frame.kind)
      if frame.objectLemma == nil {
        plain[key, default: []].append(frame)
      } else {
        withObject[key, default: []].append(frame)
      }
    }
    frames = plain
    objectFrames = withObject
  }

  /// All senses, in no particular order.
  package var all: [Frame] { frames.values.flatMap(\.self) + objectFrames.values.flatMap(\.self) }

  /// The senses of a lemma, those that its object makes first; where one of them fits, the plain ones do not.
  func senses(_ lemma: String, _ kind: Predicate.Kind, objectLemmas: Set<String> = []) -> (
    special: [Frame], plain: [Frame]
  ) {
    let key = Key(lemma: lemma, kind: kind)
    let special = (objectFrames[key] ?? []).filter { f in f.objectLemma.map { objectLemmas.contains($0) } ?? false }
    return (special, frames[key] ?? [])
  }

  /// The relations that a lemma says by itself, whatever its object is.
  func relations(of lemma: String, _ kind: Predicate.Kind) -> Set<Relation> {
    Set(
      (frames[Key(lemma: lemma, kind: kind)] ?? []).lazy.filter { f in
        f.relation.phrase == nil && !f.conditions.contains { if case .lemmas = $0.test { true } else { false } }
      }.map(\.relation))
  }

  /// Every word that some sense is made of.
  var lemmas: Set<String> {
    Set(
      all.flatMap { f in [f.lemma.split(separator: " ").first.map(String.init) ?? f.lemma, f.objectLemma ?? f.lemma] })
  }

  func isEventNoun(_ lemma: String) -> Bool { frames[Key(lemma: lemma, kind: .noun)] != nil }

  /// Whether a noun names what happens, not only what somebody is: "visit", not "teacher".
  func isHappening(_ lemma: String) -> Bool {
    (frames[Key(lemma: lemma, kind: .noun)] ?? []).contains {
      !$0.subject.contains(.described) && !$0.object.contains(.described)
    }
  }
}

extension Frame {
  /// Reads a line of the lexicon; nil where it is not of the form.
  init?(line: Substring) {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard columns.count >= 7, let kind = Predicate.Kind(rawValue: columns[1]) else { return nil }
    let words = columns[0].split(separator: "+", maxSplits: 1).map(String.init)
    guard let lemma = words.first else { return nil }
    self.lemma = lemma
    self.objectLemma = words.count > 1 ? words[1] : nil
    self.kind = kind
    self.subject = columns[2].split(separator: "/").map { Slot(rawValue: String($0)) }
    self.object = columns[3].split(separator: "/").map { Slot(rawValue: String($0)) }
    self.relation = Relation(rawValue: columns[4])
    self.conditions = columns[5].split(separator: " ").compactMap { Condition($0) }
    self.example = columns[6]
  }
}

extension Frame.Condition {
  init?(_ text: Substring) {
    if text.hasPrefix("+") {
      slot = Slot(rawValue: String(text.dropFirst()))
      test = .present
    } else if text.hasPrefix("-"), let equals = text.firstIndex(of: "=") {
      slot = Slot(rawValue: String(text[text.index(after: text.startIndex)..<equals]))
      test = .otherLemmas(Set(text[text.index(after: equals)...].split(separator: ",").map(String.init)))
    } else if text.hasPrefix("-"), text.count > 1 {
      slot = Slot(rawValue: String(text.dropFirst()))
      test = .absent
    } else if let colon = text.firstIndex(of: ":") {
      slot = Slot(rawValue: String(text[..<colon]))
      let names = text[text.index(after: colon)...].split(separator: ",")
      test = .types(Set(names.flatMap { Self.types($0) }))
    } else if let equals = text.firstIndex(of: "=") {
      slot = Slot(rawValue: String(text[..<equals]))
      test = .lemmas(Set(text[text.index(after: equals)...].split(separator: ",").map(String.init)))
    } else {
      return nil
    }
  }

  private static func types(_ name: Substring) -> [EntityType] {
    switch name {
    case "actor": [.person, .organization, .place, .role, .demonym]
    case "body": [.organization, .place, .demonym]
    case "person": [.person, .role, .demonym]
    case "place": [.place, .demonym]
    default: EntityType(rawValue: String(name)).map { [$0] } ?? []
    }
  }
}
