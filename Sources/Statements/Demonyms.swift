/// Adjectives of places that no list has.
package enum Demonyms {
  package static let endings = ["ian", "ean", "ese", "ish", "an"]

  /// Whether one word is the adjective of another by its form: "Freedonian" of "Freedonia", "Tyrolese" of "Tyrol".
  package static func isFormed(_ demonym: String, from name: String) -> Bool {
    guard name.count > 3, let ending = endings.first(where: { demonym.hasSuffix($0) }) else { return false }
    let stem = demonym.dropLast(ending.count)
    return name == stem
      || stem.count > 3 && name.hasPrefix(stem) && name.count <= stem.count + 2
        && name.dropFirst(stem.count).allSatisfy { "aeiouy".contains($0) }
  }
}
