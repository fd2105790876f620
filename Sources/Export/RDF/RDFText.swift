import Statements

/// How text gets into RDF: literals of Turtle and N-Quads, and IRIs.
enum RDFText {
  /// The inside of `"…"` in Turtle and N-Quads: quotes, backslashes, controls and hidden characters as escapes.
  static let literal = TextEscaping { scalar in
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case "\u{0}"..."\u{1F}", "\u{7F}": TextEscaping.backslashU(scalar)
    default: nil
    }
  } hidden: {
    TextEscaping.backslashU($0)
  }

  /// Part of an IRI: everything but unreserved characters (RFC 3986) as `%` and two digits for each byte.
  static func encoded(_ identifier: String) -> String {
    identifier.utf8.allSatisfy(isUnreserved) ? identifier : encoded(identifier, keeping: isUnreserved)
  }

  /// An address as an IRI that every reader takes, and nil for what is none, or is not of the web: `javascript:` and the
  /// like stay words.
  static func address(_ url: String) -> String? {
    let bytes = Array(url.utf8)
    guard let scheme = ["https://", "http://"].first(where: { url.prefix(8).lowercased().hasPrefix($0) }) else {
      return nil
    }
    let start = scheme.utf8.count
    let end = bytes[start...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.count
    guard isAuthority(bytes[start..<end]) else { return nil }
    var out = Array(scheme.utf8) + bytes[start..<end]
    var hasFragment = false
    for i in end..<bytes.count {
      let byte = bytes[i]
      // The first `#` begins the fragment; a `%` that begins no escape of two digits is one itself.
      let isKept =
        byte == UInt8(ascii: "#")
        ? !hasFragment
        : byte == UInt8(ascii: "%")
          ? bytes[(i + 1)...].prefix(2).count(where: isHexadecimal) == 2
          : isUnreserved(byte) || "!$&'()*+,;=:@/?".utf8.contains(byte)
      if byte == UInt8(ascii: "#") { hasFragment = true }
      out += isKept ? [byte] : encoded(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// `user@host:port`, the first and the last as may be, in characters that need no escape.
  private static func isAuthority(_ bytes: ArraySlice<UInt8>) -> Bool {
    func isKnown(_ byte: UInt8) -> Bool { isUnreserved(byte) || "!$&'()*+,;=".utf8.contains(byte) }
    var host = bytes
    if let at = host.lastIndex(of: UInt8(ascii: "@")) {
      guard host[..<at].allSatisfy({ isKnown($0) || $0 == UInt8(ascii: ":") }) else { return false }
      host = host[(at + 1)...]
    }
    if let colon = host.lastIndex(of: UInt8(ascii: ":")) {
      let port = host[(colon + 1)...]
      guard port.count <= 5, port.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
      host = host[..<colon]
    }
    return !host.isEmpty && host.allSatisfy(isKnown)
  }

  private static func encoded(_ string: String, keeping isKept: (UInt8) -> Bool) -> String {
    var bytes: [UInt8] = []
    for byte in string.utf8 {
      if isKept(byte) { bytes.append(byte) } else { bytes += encoded(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func encoded(_ byte: UInt8) -> [UInt8] {
    [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    hexadecimal.contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// A number of 0…1 as `xsd:decimal`, to four places.
  static func decimal(_ value: Double) -> String {
    let parts = Int((min(1, max(0, value.isFinite ? value : 0)) * 10_000).rounded())
    if parts % 10_000 == 0 { return parts == 0 ? "0.0" : "1.0" }
    var digits = String(parts)
    digits = String(repeating: "0", count: 4 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return "0." + digits
  }
}

extension PartialDate {
  /// The type that is as precise as the date.
  var xsdType: RDFName { RDFName(.xsd, day != nil ? "date" : month != nil ? "gYearMonth" : "gYear") }

  var rdf: RDFValue { .typed(description, xsdType) }
}
