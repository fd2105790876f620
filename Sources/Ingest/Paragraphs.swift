import Statements

/// A paragraph, or a line that stands for itself, without the white space around it.
struct Paragraph {
  /// UTF-8 bytes of the text it was found in.
  let span: Span
  let text: String
  let words: [Substring]
  /// The text in small letters with single spaces, where it is short enough to be a line of the site's; else empty.
  let lower: String

  init(span: Span, text: String) {
    self.span = span
    self.text = text
    words = text.split(whereSeparator: \.isWhitespace)
    lower = text.utf8.count <= 300 ? words.joined(separator: " ").lowercased() : ""
  }

  /// Whether it ends as sentences do; closing quotes and brackets may follow.
  var isTerminated: Bool {
    let end = text.last { !"\"'”’)]»*".contains($0) }
    return end.map { ".!?…:;".contains($0) } ?? false
  }

  /// Where the text's paragraphs are: parted by empty lines, and by every line end where lines are not merely wrapped.
  ///
  /// Linear in the text's length.
  static func split(_ text: String) -> [Paragraph] {
    let bytes = Array(text.utf8)
    var paragraphs: [Paragraph] = []
    var block: [Span] = []
    func finish() {
      guard let first = block.first, let last = block.last else { return }
      let spans = isWrapped(block, bytes) ? [first.union(last)] : block
      for span in spans {
        paragraphs.append(
          Paragraph(span: span, text: String(decoding: bytes[span.start..<span.end], as: UTF8.self)))
      }
      block = []
    }
    var start = 0
    for i in 0...bytes.count where i == bytes.count || bytes[i] == 0x0A || bytes[i] == 0x0D {
      let line = trim(Span(start, i), bytes)
      // The empty line inside "\r\n" is none.
      let isInside = i < bytes.count && i > 0 && bytes[i] == 0x0A && bytes[i - 1] == 0x0D && start == i
      if !line.isEmpty { block.append(line) } else if !isInside { finish() }
      start = i + 1
    }
    finish()
    return paragraphs
  }

  /// A span without white space (also U+00A0 and U+FEFF) at its ends.
  static func trim(_ span: Span, _ bytes: [UInt8]) -> Span {
    var (start, end) = (span.start, span.end)
    while start < end {
      if isSpace(bytes[start]) {
        start += 1
      } else if end - start >= 2, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else if end - start >= 3, bytes[start] == 0xEF, bytes[start + 1] == 0xBB, bytes[start + 2] == 0xBF {
        start += 3
      } else {
        break
      }
    }
    while start < end {
      if isSpace(bytes[end - 1]) {
        end -= 1
      } else if end - start >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return Span(start, end)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Lines that a program broke at a width: all but the last are about as long, and sentences run on over their ends.
  private static func isWrapped(_ lines: [Span], _ bytes: [UInt8]) -> Bool {
    guard lines.count > 1 else { return false }
    let full = lines.dropLast()
    let longest = lines.map(\.length).max() ?? 0
    guard longest <= 110, full.allSatisfy({ $0.length >= 40 && $0.length >= longest - 25 }) else { return false }
    let runningOn = full.count { !".!?:\"".utf8.contains(bytes[$0.end - 1]) }
    return runningOn * 2 >= full.count
  }
}
