/// A person's name read into its parts.
struct PersonName: Hashable, Sendable {
  /// Given, middle and family names, folded, without particles, honorifics and suffixes.
  let core: [String]
  /// "jr", "ii", "iii", … where there is one.
  let suffix: String?

  private static let particles: Set<String> = [
    "al", "el", "bin", "ibn", "bint", "van", "von", "de", "der", "den", "da", "di", "do", "dos", "du", "la", "le", "ul",
    "ur", "ter", "ten", "af", "av", "zu", "y", "e",
  ]
  private static let suffixes: Set<String> = [
    "jr", "sr", "ii", "iii", "iv", "v", "vi", "vii", "viii", "xiv", "xv", "xvi", "mp", "phd", "md", "qc", "kc", "mep",
    "obe", "cbe", "mbe",
  ]

  init(words: [String], gazetteer: Gazetteer) {
    var w = words[...]
    var suffix: String?
    while w.count > 1, let last = w.last, Self.suffixes.contains(last) {
      if !["mp", "phd", "md", "qc", "kc", "mep", "obe", "cbe", "mbe"].contains(last) { suffix = last }
      w = w.dropLast()
    }
    while w.count > 1, let first = w.first, gazetteer.honorifics[first] != nil { w = w.dropFirst() }
    let bare = w.filter { !Self.particles.contains($0) }
    core = bare.isEmpty ? Array(w) : bare
    self.suffix = suffix
  }

  var family: String { core.last ?? "" }
  var given: String { core.first ?? "" }
  var isFull: Bool { core.count > 1 }

  /// Whether two full names may be one person's: equal family names and given names of which one may stand for the
  /// other ("Bill"–"William", "J."–"John"), or one name within the other from the same given name on.
  func matchesFully(_ other: PersonName, gazetteer: Gazetteer) -> Bool {
    guard isFull, other.isFull else { return false }
    if let a = suffix, let b = other.suffix, a != b { return false }
    if core == other.core { return suffix == other.suffix || suffix == nil || other.suffix == nil }
    let (short, long) = core.count <= other.core.count ? (self, other) : (other, self)
    if short.suffix != nil, long.suffix == nil { return false }
    if short.core.count < long.core.count {
      guard gazetteer.mayBeOneGivenName(short.given, long.given) else {
        // "Rivera Schatz" of "Thomas Rivera Schatz": the two family names.
        return long.core.count >= 3 && Array(long.core.suffix(short.core.count)) == short.core
      }
      return Self.isSubsequence(short.core.dropFirst(), of: long.core.dropFirst())
    }
    if Set(core) == Set(other.core) { return true }
    guard
      zip(core.dropFirst().dropLast(), other.core.dropFirst().dropLast()).allSatisfy({ a, b in
        a == b || a.count == 1 && b.first == a.first || b.count == 1 && a.first == b.first
      })
    else { return false }
    if family == other.family { return gazetteer.mayBeOneGivenName(given, other.given) }
    return given == other.given && Self.areSpellings(family, other.family)
  }

  /// Whether two words may be spellings of one: long, alike in their consonants, two letters apart at most.
  static func areSpellings(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    guard min(a.count, b.count) >= 5, a.first == b.first else { return false }
    // "Daniel" and "Daniela" are two.
    if (a.last == "a") != (b.last == "a") { return false }
    if NameText.skeleton(a) == NameText.skeleton(b) { return SpellingDistance.between(a, b, limit: 2) != nil }
    return min(a.count, b.count) >= 7 && SpellingDistance.between(a, b, limit: 1) != nil
  }

  private static func isSubsequence(_ short: ArraySlice<String>, of long: ArraySlice<String>) -> Bool {
    var rest = long
    for word in short {
      guard let at = rest.firstIndex(where: { $0 == word || word.count == 1 && $0.first == word.first }) else {
        return false
      }
      rest = rest[(at + 1)...]
    }
    return true
  }
}
