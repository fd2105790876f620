import Statements

/// The name of an organization, place or event read into its parts.
struct BodyName: Hashable, Sendable {
  /// Folded words; every country name or adjective is one word, `@` and the country's code.
  let words: [String]
  /// The words that count, sorted: the same for "Department of State" and "State Department".
  let bag: [String]
  /// The word that says what it is: the last one before "of", "for", …
  let head: String
  /// Whether an "of" (or the like) follows the head.
  let hasComplement: Bool

  /// Reads folded words; where the text itself is given, only what it capitalises counts as a country ("US", not "us").
  init(text: String? = nil, words: [String], gazetteer: Gazetteer) {
    var out: [String] = []
    var i = 0
    let shape = text?.split(whereSeparator: { $0.isWhitespace || $0 == "-" || $0 == "/" }) ?? []
    let isCapitalised = shape.count == words.count ? shape.map { NameText.startsWithCapital($0) } : nil
    while i < words.count {
      var matched = false
      for length in stride(from: min(gazetteer.longestCountry, words.count - i), through: 1, by: -1) {
        let phrase = words[i..<i + length].joined(separator: " ")
        guard let country = gazetteer.countryWords[phrase]?.country, isCapitalised?[i] ?? true else { continue }
        out.append("@" + gazetteer.countries[country].code)
        i += length
        matched = true
        break
      }
      if !matched {
        out.append(words[i])
        i += 1
      }
    }
    self.words = out
    let content = out.filter { !NameText.connectives.contains($0) }
    bag = content.sorted()
    let split = out.firstIndex { $0 != out.first && ["of", "for", "in", "on", "de", "to", "against"].contains($0) }
    let before = split.map { out[..<$0] } ?? out[...]
    head = before.last { !NameText.connectives.contains($0) } ?? content.last ?? ""
    hasComplement = split != nil
  }

  static func isCountry(_ word: String) -> Bool { word.hasPrefix("@") }
}
