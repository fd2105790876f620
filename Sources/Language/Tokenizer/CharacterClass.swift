import Statements

/// What the tokenizer needs to know of one Unicode scalar.
enum CharacterClass: UInt8 {
  case space, lower, upper, letter, mark, digit
  case period, comma, colon, semicolon, exclamation, question
  case apostrophe, quote, open, close
  case hyphen, dash, slash, ampersand, at, underscore
  case currency, percent, ellipsis, hash
  /// Any other sign, such as `*`, `=` or an emoji.
  case symbol

  var isLetter: Bool { self == .lower || self == .upper || self == .letter }
  var isWord: Bool { isLetter || self == .digit || self == .mark }

  /// The class of a scalar. ASCII by table, common typography by value, the rest by its Unicode category.
  static func of(_ scalar: Unicode.Scalar) -> CharacterClass {
    let v = scalar.value
    if v < 128 { return ascii[Int(v)] }
    switch v {
    case 0x2018, 0x2019, 0x201B, 0x2032, 0xB4, 0x2BC: return .apostrophe
    case 0x201C...0x201F, 0xAB, 0xBB, 0x2033: return .quote
    case 0x2010, 0x2011: return .hyphen
    case 0x2012...0x2015, 0x2212: return .dash
    case 0x2026: return .ellipsis
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: return .space
    case 0xAD, 0x200C, 0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF: return .mark
    // Marks of writing direction are seen by nobody.
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return .mark
    case 0x3002: return .period
    default: break
    }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter: return .lower
    case .uppercaseLetter, .titlecaseLetter: return .upper
    case .otherLetter, .modifierLetter, .letterNumber: return .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    case .decimalNumber: return .digit
    case .currencySymbol: return .currency
    case .openPunctuation: return .open
    case .closePunctuation: return .close
    case .initialPunctuation, .finalPunctuation: return .quote
    case .dashPunctuation: return .dash
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return .space
    case .format: return .mark
    default: return .symbol
    }
  }

  private static let ascii: [CharacterClass] = (0..<128).map { v in
    switch Unicode.Scalar(UInt8(v)) {
    case "a"..."z": .lower
    case "A"..."Z": .upper
    case "0"..."9": .digit
    case ".": .period
    case ",": .comma
    case ":": .colon
    case ";": .semicolon
    case "!": .exclamation
    case "?": .question
    case "'", "`": .apostrophe
    case "\"": .quote
    case "(", "[", "{": .open
    case ")", "]", "}": .close
    case "-": .hyphen
    case "/": .slash
    case "&": .ampersand
    case "@": .at
    case "_": .underscore
    case "$": .currency
    case "%": .percent
    case "#": .hash
    default: v <= 32 || v == 127 ? .space : .symbol
    }
  }
}

/// One scalar of a text: its class, its place, and its lower-case letter or other ASCII sign (0 outside ASCII).
struct Unit {
  let kind: CharacterClass
  let sign: UInt8
  let start: Int

  /// The scalars at a span of UTF-8 bytes. A byte that is part of no scalar is a sign of its own.
  static func all(of bytes: [UInt8], in span: Span) -> [Unit] {
    var units: [Unit] = []
    units.reserveCapacity(span.length)
    var at = span.start
    bytes.withUnsafeBufferPointer { bytes in
      while at < span.end {
        let first = bytes[at]
        if first < 0x80 {
          let sign = first >= 65 && first <= 90 ? first + 32 : first
          units.append(Unit(kind: .of(Unicode.Scalar(first)), sign: sign, start: at))
          at += 1
          continue
        }
        let size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = UInt32(first) & (0x7F >> UInt32(size))
        var length = 1
        while length < size, at + length < span.end, bytes[at + length] & 0xC0 == 0x80 {
          value = value << 6 | UInt32(bytes[at + length] & 0x3F)
          length += 1
        }
        let scalar = length == size ? Unicode.Scalar(value) : nil
        units.append(Unit(kind: scalar.map { .of($0) } ?? .symbol, sign: 0, start: at))
        at += length
      }
    }
    return units
  }
}
