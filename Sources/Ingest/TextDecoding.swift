/// Bytes to text: UTF-8 and UTF-16 with or without a byte order mark, else Windows-1252.
///
/// UTF-8 is strict, so text in a one-byte encoding is not taken for it by chance. A file that is UTF-8 but for a few
/// damaged bytes stays UTF-8, with U+FFFD where they were.
enum TextDecoding {
  enum Encoding: Hashable {
    case utf8, utf16LittleEndian, utf16BigEndian, windows1252
  }

  /// What the bytes say by themselves, and how many of them are a byte order mark.
  static func detect(_ bytes: ArraySlice<UInt8>) -> (encoding: Encoding, mark: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    // English in UTF-16 has a zero in nearly every second byte.
    let head = Array(bytes.prefix(1024))
    if head.count >= 4 {
      let zeros = [0, 1].map { parity in stride(from: parity, to: head.count, by: 2).count { head[$0] == 0 } }
      let half = head.count / 2
      if zeros[1] * 10 >= half * 7, zeros[0] * 10 < half { return (.utf16LittleEndian, 0) }
      if zeros[0] * 10 >= half * 7, zeros[1] * 10 < half { return (.utf16BigEndian, 0) }
    }
    return (.utf8, 0)
  }

  /// The text, never failing: what cannot be decoded becomes U+FFFD. A byte order mark is left out.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let (encoding, mark) = detect(bytes)
    let content = bytes.dropFirst(mark)
    switch encoding {
    case .utf16LittleEndian: return utf16(content, isBigEndian: false)
    case .utf16BigEndian: return utf16(content, isBigEndian: true)
    case .utf8, .windows1252:
      if let text = String(validating: content, as: UTF8.self) { return text }
      return mark == 0 && isSingleByte(content) ? windows1252(content) : String(decoding: content, as: UTF8.self)
    }
  }

  /// Odd last bytes and lone surrogates become U+FFFD.
  private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2 + 1)
    var high: UInt16?
    for byte in bytes {
      guard let first = high else {
        high = UInt16(byte)
        continue
      }
      units.append(isBigEndian ? first << 8 | UInt16(byte) : UInt16(byte) << 8 | first)
      high = nil
    }
    if high != nil { units.append(0xFFFD) }
    return String(decoding: units, as: UTF16.self)
  }

  /// Whether bytes that are no valid UTF-8 have more that contradicts UTF-8 than multi-byte characters that fit it.
  private static func isSingleByte(_ bytes: ArraySlice<UInt8>) -> Bool {
    var wrong = 0
    var right = 0
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let lead = bytes[i]
      let length: Int? =
        switch lead {
        case ..<0x80: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: nil
        }
      guard let length, i + length <= bytes.endIndex,
        bytes[(i + 1)..<(i + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
      else {
        wrong += 1
        i += 1
        continue
      }
      if length > 1 { right += 1 }
      i += length
    }
    return wrong > right
  }

  static func windows1252(_ bytes: ArraySlice<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      let value = (0x80...0x9F).contains(byte) ? upper1252[Int(byte) - 0x80] : UInt16(byte)
      scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
    }
    return String(scalars)
  }

  /// 0x80–0x9F; the five places that the code page leaves free stay the control characters that they are in Latin-1.
  private static let upper1252: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// Why these bytes cannot be text, or nil.
  static func binaryKind(_ bytes: ArraySlice<UInt8>) -> Unfit? {
    for (magic, what, remedy) in magics where bytes.starts(with: magic) {
      return Unfit(reason: "is \(what), not text", remedy: remedy)
    }
    let (encoding, _) = detect(bytes)
    if encoding == .utf8, bytes.contains(0) {
      return Unfit(reason: "holds NUL bytes, so it is no text", remedy: "save the article as text, HTML or JSON")
    }
    return nil
  }

  private static let magics: [(magic: [UInt8], what: String, remedy: String)] = [
    (Array("%PDF-".utf8), "a PDF", "convert it to text first, for example with pdftotext"),
    (
      Array("PK\u{3}\u{4}".utf8), "a ZIP archive or an office document",
      "unpack it, or save the document as text or HTML"
    ),
    ([0x1F, 0x8B], "compressed with gzip", "unpack it first: gzip -dc FILE | entente … -"),
    (Array("BZh".utf8), "compressed with bzip2", "unpack it first"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "compressed with xz", "unpack it first"),
    ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd", "unpack it first"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an office document", "save the document as text or HTML"),
    (Array("{\\rtf".utf8), "rich text (RTF)", "save the document as text or HTML"),
    ([0x89, 0x50, 0x4E, 0x47], "a picture", "give the text of the article"),
    ([0xFF, 0xD8, 0xFF], "a picture", "give the text of the article"),
    (Array("GIF8".utf8), "a picture", "give the text of the article"),
    (Array("SQLite format 3".utf8), "an SQLite database", "name it with --graph if it is a graph of entente"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program", "give the text of the article"),
  ]
}
