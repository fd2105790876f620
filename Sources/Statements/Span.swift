/// A half-open range of UTF-8 bytes of an article's title or text.
public struct Span: Hashable, Codable, Sendable, Comparable {
  public let start: Int
  public let end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  public var length: Int { end - start }
  public var isEmpty: Bool { start == end }

  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// The smallest span that contains both.
  public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

  public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }

  // Written as `[start, end]`, the form that programs read.
  public init(from decoder: any Decoder) throws {
    var c = try decoder.unkeyedContainer()
    self.init(try c.decode(Int.self), try c.decode(Int.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var c = encoder.unkeyedContainer()
    try c.encode(start)
    try c.encode(end)
  }
}

extension String {
  /// The text at a span, or nil where the span is not inside the text or cuts a character.
  public func text(at span: Span) -> String? {
    guard span.start >= 0, span.end <= utf8.count else { return nil }
    let start = utf8.index(utf8.startIndex, offsetBy: span.start)
    let end = utf8.index(start, offsetBy: span.length)
    return String(self[start..<end].utf8)
  }
}
