/// Text from articles made fit to be drawn: what cannot be seen or would turn the line is taken out, what is too long
/// is cut between words.
enum LabelText {
  /// One line of visible text of at most `limit` characters.
  ///
  /// Controls, the marks that override or isolate the direction of writing, noncharacters and private-use scalars go;
  /// every run of white space becomes one space. Reads at most 16 scalars for each character asked for, so that a name
  /// of a megabyte, or a letter with a thousand accents, costs no more than it shows.
  static func clean(_ text: String, limit: Int) -> String {
    var out = String.UnicodeScalarView()
    var isSpace = true  // also takes white space off the start
    var marks = 0
    for scalar in text.unicodeScalars.prefix(limit * 16) {
      if scalar.properties.isWhitespace {
        if !isSpace { out.append(" ") }
        isSpace = true
        continue
      }
      guard isVisible(scalar) else { continue }
      // Stacked accents paint over the neighbours; no script needs more than a few.
      marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
      guard marks <= 4 else { continue }
      out.append(scalar)
      isSpace = false
    }
    if isSpace, !out.isEmpty { out.removeLast() }
    return shorten(String(out), to: limit)
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C, 0x200D: true  // joiners: Persian and emoji need them
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x061C, 0xFEFF, 0xFFF9...0xFFFB: false
    case 0xE0000...0xE0FFF: false
    default:
      switch scalar.properties.generalCategory {
      case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
  }

  /// Cuts between words, with an ellipsis; inside a word only where the first is too long by itself.
  static func shorten(_ text: String, to limit: Int) -> String {
    guard text.count > limit, limit > 1 else { return text }
    let head = text.prefix(limit - 1)
    let cut = head.lastIndex(of: " ").flatMap { head.distance(from: head.startIndex, to: $0) > limit / 2 ? $0 : nil }
    var kept = cut.map { head[..<$0] } ?? head
    while let last = kept.last, " ,;:-–—(".contains(last) { kept.removeLast() }
    return kept + "…"
  }

  /// The lines of a name: about equally long, at most `width` characters where words allow, at most `lines` of them.
  static func wrap(_ text: String, width: Int, lines limit: Int) -> [String] {
    guard text.count > width else { return text.isEmpty ? [] : [text] }
    let count = min(limit, (text.count + width - 1) / width)
    // Balanced: the least width at which the words fit into that number of lines.
    var target = max(1, text.count / count)
    while target < width {
      if fill(text, width: target).count <= count { break }
      target += 1
    }
    var lines = fill(text, width: target)
    if lines.count > limit {
      let rest = lines[(limit - 1)...].joined(separator: " ")
      lines = lines.prefix(limit - 1) + [shorten(rest, to: width)]
    }
    return lines.map { shorten($0, to: width + 6) }
  }

  private static func fill(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// Escaped for XML: elements and attributes in either kind of quotes.
  static func xml(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for character in text.unicodeScalars {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(character)
      }
    }
    return out
  }
}

/// Addresses that may stand in a picture.
enum LinkAddress {
  /// An `http` or `https` address with everything percent-encoded that could end an attribute or a string; nil for any
  /// other scheme and for addresses of over 2,000 bytes.
  static func safe(_ address: String?) -> String? {
    guard let address, address.utf8.count <= 2000 else { return nil }
    let lowered = address.lowercased()
    guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://") else { return nil }
    let hex = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case 0...0x20, 0x7F...0xFF, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"),
        UInt8(ascii: "^"):
        bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
