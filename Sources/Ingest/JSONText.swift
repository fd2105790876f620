/// A JSON value; the members of an object keep their order.
enum JSONValue: Hashable {
  case null
  case bool(Bool)
  /// As it was written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  struct Member: Hashable {
    let key: String
    let value: JSONValue
  }

  /// The string, also of a number; nil for what else there is and for blank strings.
  var text: String? {
    switch self {
    case .string(let s): s.allSatisfy(\.isWhitespace) ? nil : s
    case .number(let n): n
    default: nil
    }
  }

  var members: [Member] {
    if case .object(let members) = self { return members }
    return []
  }

  var elements: [JSONValue] {
    if case .array(let elements) = self { return elements }
    return []
  }
}

/// A reader of JSON (RFC 8259) that keeps the order of members and survives what hostile input has in it: nesting is
/// limited, and an escape of half a surrogate pair becomes U+FFFD instead of an error.
///
/// Linear in the number of bytes. Throws `Unfit` that names line and column.
struct JSONText {
  static let maximumDepth = 200

  private let bytes: ArraySlice<UInt8>
  private var i: Int
  private var depth = 0

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    i = bytes.startIndex
  }

  static func parse(_ text: String) throws(Unfit) -> JSONValue { try parse(Array(text.utf8)[...]) }

  /// - Parameter bytes: valid UTF-8 without a byte order mark.
  static func parse(_ bytes: ArraySlice<UInt8>) throws(Unfit) -> JSONValue {
    var parser = JSONText(bytes)
    let value = try parser.value()
    parser.skipSpace()
    if parser.i < bytes.endIndex { throw parser.wrong("has something after the end of its JSON") }
    return value
  }

  private func wrong(_ what: String) -> Unfit {
    let before = bytes[bytes.startIndex..<min(i, bytes.endIndex)]
    let line = before.count { $0 == 0x0A } + 1
    let column = before.count - (before.lastIndex(of: 0x0A).map { $0 - bytes.startIndex + 1 } ?? 0) + 1
    return Unfit(
      reason: "\(what) (line \(line), column \(column))",
      remedy: "check it with a JSON validator, for example python3 -m json.tool")
  }

  private mutating func skipSpace() {
    while i < bytes.endIndex, bytes[i] == 0x20 || (0x09...0x0D).contains(bytes[i]) { i += 1 }
  }

  private mutating func value() throws(Unfit) -> JSONValue {
    skipSpace()
    guard i < bytes.endIndex else { throw wrong("ends in the middle of its JSON") }
    switch bytes[i] {
    case UInt8(ascii: "{"): return try nested { parser throws(Unfit) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(Unfit) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    default: throw wrong("is no valid JSON")
    }
  }

  private mutating func nested(
    _ read: (inout JSONText) throws(Unfit) -> JSONValue
  ) throws(Unfit) -> JSONValue {
    guard depth < Self.maximumDepth else { throw wrong("is nested more than \(Self.maximumDepth) levels deep") }
    depth += 1
    i += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(Unfit) -> JSONValue {
    var members: [JSONValue.Member] = []
    skipSpace()
    if take("}") { return .object([]) }
    while true {
      skipSpace()
      guard i < bytes.endIndex, bytes[i] == UInt8(ascii: "\"") else { throw wrong("has an object without a key") }
      let key = try string()
      skipSpace()
      guard take(":") else { throw wrong("has a key without a colon") }
      members.append(JSONValue.Member(key: key, value: try value()))
      skipSpace()
      if take(",") { continue }
      if take("}") { return .object(members) }
      throw wrong(i < bytes.endIndex ? "has an object without a comma or an end" : "ends in the middle of its JSON")
    }
  }

  private mutating func array() throws(Unfit) -> JSONValue {
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return .array([]) }
    while true {
      elements.append(try value())
      skipSpace()
      if take(",") { continue }
      if take("]") { return .array(elements) }
      throw wrong(i < bytes.endIndex ? "has a list without a comma or an end" : "ends in the middle of its JSON")
    }
  }

  private mutating func take(_ c: Unicode.Scalar) -> Bool {
    guard i < bytes.endIndex, bytes[i] == UInt8(ascii: c) else { return false }
    i += 1
    return true
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Unfit) -> JSONValue {
    guard bytes[i...].starts(with: word.utf8) else { throw wrong("is no valid JSON") }
    i += word.utf8.count
    return value
  }

  private mutating func number() -> JSONValue {
    let start = i
    while i < bytes.endIndex, Self.numeric.contains(bytes[i]) { i += 1 }
    return .number(String(decoding: bytes[start..<i], as: UTF8.self))
  }

  private static let numeric = Set("+-.0123456789eE".utf8)

  private mutating func string() throws(Unfit) -> String {
    i += 1
    var out: [UInt8] = []
    var start = i
    while i < bytes.endIndex {
      switch bytes[i] {
      case UInt8(ascii: "\""):
        out.append(contentsOf: bytes[start..<i])
        i += 1
        return String(decoding: out, as: UTF8.self)
      case UInt8(ascii: "\\"):
        out.append(contentsOf: bytes[start..<i])
        try escape(&out)
        start = i
      default: i += 1
      }
    }
    throw wrong("has a string without an end")
  }

  private mutating func escape(_ out: inout [UInt8]) throws(Unfit) {
    i += 1
    guard i < bytes.endIndex else { throw wrong("has a string without an end") }
    let c = bytes[i]
    i += 1
    switch c {
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(c)
    case UInt8(ascii: "u"):
      guard let first = unit() else { throw wrong("has a broken \\u escape") }
      var units = [first]
      if (0xD800...0xDBFF).contains(first), i + 1 < bytes.endIndex, bytes[i] == UInt8(ascii: "\\"),
        bytes[i + 1] == UInt8(ascii: "u")
      {
        let back = i
        i += 2
        if let second = unit(), (0xDC00...0xDFFF).contains(second) { units.append(second) } else { i = back }
      }
      out.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
    default: throw wrong("has an unknown escape in a string")
    }
  }

  private mutating func unit() -> UInt16? {
    guard i + 4 <= bytes.endIndex, bytes[i..<(i + 4)].allSatisfy({ Self.hexadecimal.contains($0) }) else { return nil }
    defer { i += 4 }
    return UInt16(String(decoding: bytes[i..<(i + 4)], as: UTF8.self), radix: 16)
  }

  private static let hexadecimal = Set("0123456789abcdefABCDEF".utf8)
}
