import Statements

/// What the sentence splitter needs to know of one word. The order is that of `Training/sentences/train.py`.
enum WordClass: UInt8 {
  case none, period, question, ellipsis, comma, semicolon, colon, closeQuote, quote, openQuote, open, close, dash
  /// "Mr.", "St.": a name follows.
  case title
  /// "J."
  case initial
  /// "U.S.", "p.m."
  case dotted
  /// Any other word that ends with a period.
  case abbreviation
  case number, lower, capitalised, upper
  /// A word of one capital: "I", "A".
  case single
  case symbol
  /// An address of the net or of mail.
  case address

  /// Abbreviations before a name or a number.
  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "rev", "fr", "hon", "messrs", "mme", "st", "ft", "mt", "gen", "col", "lt", "sgt",
    "capt", "cpl", "maj", "cmdr", "adm", "gov", "sen", "rep", "reps", "sens", "supt", "det", "pres", "amb", "atty",
    "vs",
    "no", "nos",
  ]

  /// The class of the word at a span of a text.
  static func of(_ bytes: [UInt8], _ span: Span) -> WordClass {
    let scalars = Unit.all(of: bytes, in: span)
    guard let first = scalars.first else { return .none }
    if let mark = mark(scalars, bytes) { return mark }
    let kinds = scalars.lazy.map(\.kind)
    if kinds.allSatisfy({ $0 == .period || $0 == .question || $0 == .exclamation || $0 == .ellipsis }) {
      return kinds.contains { $0 == .question || $0 == .exclamation } ? .question : .ellipsis
    }
    if kinds.allSatisfy({ $0 == .hyphen || $0 == .dash }) { return .dash }
    if isAddress(scalars) { return .address }
    var letters = 0
    var capitals = 0
    var firstLetter = CharacterClass.space
    for kind in kinds where kind.isLetter {
      if letters == 0 { firstLetter = kind }
      letters += 1
      if kind == .upper { capitals += 1 }
    }
    guard letters > 0 else { return kinds.contains(.digit) ? .number : .symbol }
    if scalars.count > 1, scalars[scalars.count - 1].kind == .period {
      let stem = scalars.dropLast()
      if titles.contains(String(decoding: stem.lazy.map(\.sign), as: UTF8.self)) { return .title }
      if scalars.count == 2, first.kind == .upper { return .initial }
      return stem.contains { $0.kind == .period } ? .dotted : .abbreviation
    }
    if first.kind == .digit { return .number }
    guard firstLetter == .upper else { return .lower }
    if letters == 1 { return .single }
    return capitals == letters ? .upper : .capitalised
  }

  /// Quotes, brackets and other signs that are a class of their own.
  private static func mark(_ scalars: [Unit], _ bytes: [UInt8]) -> WordClass? {
    let first = scalars[0]
    guard !first.kind.isWord, scalars.count <= 2 else { return nil }
    if scalars.count == 2 {
      guard first.kind == .apostrophe, scalars[1].kind == .apostrophe, first.sign == scalars[1].sign else { return nil }
      if first.sign == 0x60 { return .openQuote }
      return first.sign == 0x27 || last(of: first, bytes) == 0x99 ? .closeQuote : nil
    }
    switch first.kind {
    case .period where first.sign != 0: return .period
    case .comma: return .comma
    case .semicolon: return .semicolon
    case .colon: return .colon
    case .open: return first.sign != 0 ? .open : nil
    case .close: return first.sign != 0 ? .close : nil
    case .quote where first.sign == 0x22: return .quote
    case .apostrophe where first.sign == 0x27: return .quote
    // ‘ U+2018, ’ U+2019, “ U+201C, ” U+201D, « U+00AB, » U+00BB
    case .apostrophe, .quote:
      guard first.sign == 0, first.start + 1 < bytes.count else { return nil }
      if bytes[first.start] == 0xC2 {
        return bytes[first.start + 1] == 0xAB ? .openQuote : bytes[first.start + 1] == 0xBB ? .closeQuote : nil
      }
      switch last(of: first, bytes) {
      case 0x98, 0x9C: return .openQuote
      case 0x99, 0x9D: return .closeQuote
      default: return nil
      }
    default: return nil
    }
  }

  /// The third byte of a scalar in U+2000…U+203F; 0 for others.
  private static func last(of unit: Unit, _ bytes: [UInt8]) -> UInt8 {
    guard unit.start + 2 < bytes.count, bytes[unit.start] == 0xE2, bytes[unit.start + 1] == 0x80 else { return 0 }
    return bytes[unit.start + 2]
  }

  private static func isAddress(_ scalars: [Unit]) -> Bool {
    guard scalars.count > 4 else { return scalars.contains { $0.kind == .at } }
    if scalars.prefix(4).map(\.sign) == Array("www.".utf8) { return true }
    for (i, unit) in scalars.enumerated() {
      if unit.kind == .at { return true }
      if unit.kind == .slash, i > 1, scalars[i - 1].kind == .slash, scalars[i - 2].kind == .colon { return true }
    }
    return false
  }
}
