/// Fields of comma-separated values (RFC 4180): the one place that writes them.
enum CSVText {
  /// Text in quotation marks, each mark inside doubled, so that commas, semicolons and ends of line stay text. NUL, which
  /// readers of CSV take for the end, becomes U+FFFD.
  private static let quoted = TextEscaping(
    ascii: { character in
      switch character {
      case "\"": "\"\""
      case "\u{0}": "\u{FFFD}"
      default: nil
      }
    }, hidden: { _ in nil })

  /// What a spreadsheet takes a cell for a formula by, in half and full width; and the apostrophe itself, so that every
  /// guard can be told.
  private static let guarded: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "'", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]

  /// Writes a field of text.
  ///
  /// - Parameter isGuarded: Puts an apostrophe before text that a spreadsheet would run as a formula, and before text that
  ///   begins with one: whoever reads the file takes one leading apostrophe off and has the text as it was.
  static func write(_ text: String, isGuarded: Bool, to sink: TextSink) throws {
    try sink.write("\"")
    if isGuarded, let first = text.unicodeScalars.first, guarded.contains(first) { try sink.write("'") }
    try sink.write(text, quoted)
    try sink.write("\"")
  }

  /// Writes a property; nothing where there is none. Numbers and flags need no quotation marks.
  ///
  /// - Parameter separator: Between the values of a list.
  static func write(
    _ value: PropertyValue?, separator: String = "; ", isGuarded: Bool, to sink: TextSink
  ) throws {
    switch value {
    case nil: break
    case .text(let text)?: try write(text, isGuarded: isGuarded, to: sink)
    case .list(let values)?: try write(values.joined(separator: separator), isGuarded: isGuarded, to: sink)
    case .flag?, .whole?, .number?: try sink.write(value?.plain ?? "")
    }
  }
}
