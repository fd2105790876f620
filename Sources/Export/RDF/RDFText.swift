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
    guard let parts = url.wholeMatch(of: /(https?:\/\/)([^\/?#]+)([^#]*)(#.*)?/.ignoresCase().dotMatchesNewlines()),
      parts.2.wholeMatch(of: /([A-Za-z0-9\-._~!$&'()*+,;=:]*@)?[A-Za-z0-9\-._~!$&'()*+,;=]+(:[0-9]{0,5})?/) != nil
    else { return nil }
    func encoded(_ part: Substring) -> String {
      // A `%` that begins no escape of two digits is one itself.
      let whole = part.replacing(/%(?![0-9A-Fa-f]{2})/, with: "%25")
      return Self.encoded(String(whole), keeping: { isUnreserved($0) || "!$&'()*+,;=:@/?%".utf8.contains($0) })
    }
    let fragment = parts.4.map { "#" + encoded($0.dropFirst()) } ?? ""
    return String(parts.1).lowercased() + String(parts.2) + encoded(parts.3) + fragment
  }

  private static func encoded(_ string: String, keeping isKept: (UInt8) -> Bool) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in string.utf8 {
      if isKept(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
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
