extension TextEscaping {
  /// Text and attribute values of XML 1.0: what would end them, what a parser would fold into a blank, and what hides
  /// from a reader goes as an entity or a number; what XML cannot hold at all (controls, two noncharacters) becomes
  /// U+FFFD.
  package static let xml = TextEscaping(
    ascii: { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "\t", "\n", "\r", "\u{7F}": "&#\(character.value);"
      case "\u{0}"..."\u{1F}": "\u{FFFD}"
      default: nil
      }
    }, hidden: { $0.value >= 0xFFFE ? "\u{FFFD}" : "&#\($0.value);" })
}
