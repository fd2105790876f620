import Foundation

/// The form under which names are compared: case, accents, punctuation, articles and forms of address do not count.
package enum NameKey {
  /// `"Mr. Šefčovič's"` → `"sefcovic"`; empty where a name has no letters or digits. Linear.
  package static func key(_ name: String) -> String {
    var folded = ""
    for scalar in name.decomposedStringWithCompatibilityMapping.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .spacingMark, .format: continue
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .letterNumber, .otherNumber:
        let lower = scalar.properties.lowercaseMapping
        folded += foreign[lower] ?? lower
      default:
        // Apostrophes inside names join ("O'Brien"); everything else parts words.
        folded += "'’‘ʼ`".unicodeScalars.contains(scalar) ? "'" : " "
      }
    }
    var words = folded.split(separator: " ").map { word in
      var word = word.hasSuffix("'s") ? word.dropLast(2) : word
      word.removeAll { $0 == "'" }
      return word
    }
    words.removeAll(where: \.isEmpty)
    while words.count > 1, let first = words.first, leading.contains(first) { words.removeFirst() }
    return words.joined(separator: " ")
  }

  /// Letters that decompose into nothing simpler.
  private static let foreign: [String: String] = [
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
  ]

  private static let leading: Set<Substring> = [
    "the", "a", "an", "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "prof", "professor", "hon",
  ]
}
