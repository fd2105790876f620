import Statements

/// Where an export's text goes: gathered into blocks of bytes, each handed over when it is full.
///
/// Memory stays at one block however long the text is. Write errors come out of whichever call fills the block, and of
/// ``finish()``, which must end the writing.
package final class TextSink {
  // Nothing that is called while it is changed can reach it; the check at each of millions of short writes would show.
  @exclusivity(unchecked) private var buffer: [UInt8] = []
  private let blockSize: Int
  private let drain: ([UInt8]) throws -> Void

  package init(blockSize: Int = 1 << 17, drain: @escaping ([UInt8]) throws -> Void) {
    self.blockSize = blockSize
    self.drain = drain
    buffer.reserveCapacity(blockSize + blockSize / 4)
  }

  /// Writes text as it is.
  package func write(_ text: String) throws {
    var text = text
    text.withUTF8 { buffer.append(contentsOf: $0) }
    if buffer.count >= blockSize { try flush() }
  }

  /// Writes text by a format's rules.
  package func write(_ text: String, _ escaping: TextEscaping) throws {
    escaping.append(text, to: &buffer)
    if buffer.count >= blockSize { try flush() }
  }

  /// Hands over what is left.
  package func finish() throws { try flush() }

  private func flush() throws {
    if buffer.isEmpty { return }
    try drain(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

/// How a format writes the characters that it cannot hold as they are: one value a format, so that there is one place.
package struct TextEscaping: Sendable {
  /// For each ASCII byte its replacement, or nil where it stays.
  private let ascii: [[UInt8]?]
  private let other: @Sendable (Unicode.Scalar) -> String?

  /// - Parameters:
  ///   - ascii: What stands for an ASCII character; nil leaves it.
  ///   - other: What stands for one that is hidden (see ``isHidden(_:)``); nil leaves it. Not asked for others.
  package init(
    ascii: (Unicode.Scalar) -> String?, hidden other: @escaping @Sendable (Unicode.Scalar) -> String?
  ) {
    self.ascii = (0..<128).map { byte in ascii(Unicode.Scalar(UInt8(byte))).map { Array($0.utf8) } }
    self.other = other
  }

  /// Characters beyond ASCII that nobody sees but that steer a reader: C1 controls, ends of line, turns of direction,
  /// byte order marks and the noncharacters of the first plane.
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{80}"..."\u{9F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FEFF}": true
    default: (0xFDD0...0xFDEF).contains(scalar.value) || (0xFFFE...0xFFFF).contains(scalar.value)
    }
  }

  /// `\u` and four hexadecimal digits, for a character of the first plane.
  package static func backslashU(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }

  package func text(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Linear; copies whole stretches that need nothing.
  func append(_ text: String, to buffer: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      var done = 0
      var i = 0
      func replace(_ count: Int, by replacement: [UInt8]) {
        buffer.append(contentsOf: bytes[done..<i])
        buffer.append(contentsOf: replacement)
        i += count
        done = i
      }
      while i < bytes.count {
        let byte = bytes[i]
        if byte < 0x80 {
          if let replacement = ascii[Int(byte)] { replace(1, by: replacement) } else { i += 1 }
          continue
        }
        // The lead bytes of all hidden characters: U+0080…, U+2028…, U+FDD0….
        guard byte == 0xC2 || byte == 0xE2 || byte == 0xEF else {
          i += 1
          continue
        }
        let count = byte == 0xC2 ? 2 : 3
        guard i + count <= bytes.count else { break }
        let value =
          count == 2
          ? UInt32(byte & 0x1F) << 6 | UInt32(bytes[i + 1] & 0x3F)
          : UInt32(byte & 0x0F) << 12 | UInt32(bytes[i + 1] & 0x3F) << 6 | UInt32(bytes[i + 2] & 0x3F)
        if let scalar = Unicode.Scalar(value), Self.isHidden(scalar), let replacement = other(scalar) {
          replace(count, by: Array(replacement.utf8))
        } else {
          i += count
        }
      }
      buffer.append(contentsOf: bytes[done..<bytes.count])
    }
  }
}

/// Writes a graph as one file of some format.
package protocol GraphWriter: Sendable {
  func write(_ graph: some GraphReading, to sink: TextSink) throws
}

extension GraphWriter {
  /// The whole text, for a graph in memory.
  package func text(of graph: Subgraph) throws -> String {
    var bytes: [UInt8] = []
    let sink = TextSink { bytes += $0 }
    try write(SubgraphReading(graph), to: sink)
    try sink.finish()
    return String(decoding: bytes, as: UTF8.self)
  }
}
