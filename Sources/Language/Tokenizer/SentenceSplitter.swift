import Foundation
import Statements

/// Finds where sentences end: at the ends of paragraphs, and inside them where a logistic regression over the signs and
/// shapes around a word boundary says so.
///
/// The weights are made by `Training/sentences/train.py`, whose features these are. Linear in the number of words.
package struct SentenceSplitter: Sendable {
  private let weights: [UInt64: Float]

  /// Reads `sentences.tsv` of a model folder.
  ///
  /// - Throws: ``ModelError`` when it is missing or no row of it can be read.
  package init(contentsOf url: URL) throws(ModelError) {
    let text: String
    do {
      text = try String(contentsOf: url, encoding: .utf8)
    } catch {
      throw ModelError(file: url.path, reason: .unreadable)
    }
    self.init(text)
    guard !weights.isEmpty else { throw ModelError(file: url.path, reason: .broken("no weights in it")) }
  }

  /// Reads rows of template, codes, word and weight, separated by tabs; others are passed over.
  init(_ table: String) {
    var weights: [UInt64: Float] = [:]
    for line in table.utf8.split(separator: 0x0A) where line.first != 0x23 {
      let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard columns.count == 4, let template = UInt8(Substring(columns[0])), let weight = Float(Substring(columns[3]))
      else { continue }
      let codes = columns[1].split(separator: 0x2C).compactMap { UInt8(Substring($0)) }
      var key = Key(template)
      for code in codes { key.add(code) }
      for byte in columns[2] { key.add(word: byte) }
      weights[key.value] = weight
    }
    self.weights = weights
  }

  /// The sentences of a text as ranges of its words, and for each whether it begins a paragraph.
  package func sentences(_ words: [Word], in bytes: [UInt8]) -> [(words: Range<Int>, beginsParagraph: Bool)] {
    let isWrapped = Self.isHardWrapped(bytes)
    var sentences: [(Range<Int>, Bool)] = []
    var start = 0
    while start < words.count {
      var end = start + 1
      while end < words.count, words[end].lineBreaks < (isWrapped ? 2 : 1) { end += 1 }
      var first = start
      for boundary in boundaries(words[start..<end], in: bytes) {
        sentences.append((first..<boundary, first == start))
        first = boundary
      }
      start = end
    }
    return sentences
  }

  /// Whether single line breaks are only there to keep lines short: each such line is full, the next word would not
  /// have fitted. Otherwise a line is a paragraph.
  static func isHardWrapped(_ bytes: [UInt8]) -> Bool {
    var lines: [(length: Int, firstWord: Int)] = []
    var longest = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let firstWord = line.firstIndex(of: 0x20).map { $0 - line.startIndex } ?? line.count
      lines.append((line.count, firstWord))
      longest = max(longest, line.count)
    }
    guard (40...160).contains(longest) else { return false }
    var full = 0
    var short = 0
    for (line, next) in zip(lines, lines.dropFirst()) where line.length > 0 && next.length > 0 {
      if line.length + 1 + next.firstWord >= longest { full += 1 } else { short += 1 }
    }
    return full >= 3 && full > 9 * short
  }

  // MARK: inside a paragraph

  /// The ends of sentences in one paragraph, the last being its end.
  private func boundaries(_ words: ArraySlice<Word>, in bytes: [UInt8]) -> [Int] {
    let classes = words.map { WordClass.of(bytes, $0.span) }
    var ends: [Int] = []
    var state = State(start: 0)
    for i in 0..<classes.count - 1 {
      state.read(classes[i])
      let isEnd = Self.isCandidate(classes[i], classes[i + 1]) && score(i, classes, words, bytes, state) > 0
      if isEnd {
        ends.append(words.startIndex + i + 1)
        state.start = i + 1
        state.depth = 0
      }
    }
    ends.append(words.endIndex)
    return ends
  }

  private struct State {
    var start: Int
    var quotes = 0
    var depth = 0

    mutating func read(_ c: WordClass) {
      if c == .quote { quotes += 1 }
      if c == .open { depth += 1 } else if c == .close { depth = max(0, depth - 1) }
    }
  }

  /// A word in the middle of running text ends nothing, unless what follows begins like a sentence.
  private static func isCandidate(_ a: WordClass, _ c: WordClass) -> Bool {
    if c == .comma || c == .semicolon || c == .close || a == .open { return false }
    switch a {
    case .lower, .capitalised, .upper, .single, .number, .comma, .openQuote, .title:
      switch c {
      case .lower, .period, .question, .closeQuote, .colon, .ellipsis: return false
      default: return true
      }
    default: return true
    }
  }

  private func score(
    _ i: Int, _ classes: [WordClass], _ words: ArraySlice<Word>, _ bytes: [UInt8], _ state: State
  ) -> Float {
    func at(_ k: Int) -> UInt8 { classes.indices.contains(k) ? classes[k].rawValue : 0 }
    let (a, b, c, d) = (at(i), at(i - 1), at(i + 1), at(i + 2))
    let next = words[words.startIndex + i + 1]
    let isJoined: UInt8 = next.isJoined ? 1 : 0
    let inside = UInt8(2 * (state.quotes % 2) + (state.depth > 0 ? 1 : 0))
    let length = Self.bin(i + 1 - state.start)
    let rest = Self.bin(classes.count - i - 1)
    var ends = at(classes.count - 1)
    switch classes[classes.count - 1] {
    case .period, .question, .ellipsis, .colon, .closeQuote, .quote, .close: break
    default: ends = 0
    }
    let after = next.span
    let before = words[words.startIndex + i].span
    let isPlain = classes[i] == .lower || classes[i] == .capitalised || classes[i] == .upper
    var sum: Float = 0
    func add(_ template: UInt8, _ codes: [UInt8], _ word: Span? = nil) {
      var key = Key(template)
      for code in codes { key.add(code) }
      if let word {
        for k in word.start..<word.end { key.add(word: bytes[k] >= 65 && bytes[k] <= 90 ? bytes[k] + 32 : bytes[k]) }
      }
      sum += weights[key.value] ?? 0
    }
    add(0, [])
    add(1, [a, c, isJoined])
    add(2, [a, b, c])
    add(3, [a, c, d])
    add(4, [a, c, inside])
    add(5, [a, c, length])
    add(6, [a, c, rest])
    add(7, [a], after)
    add(8, [c], before)
    add(9, [a, c, ends])
    add(10, [a, c, at(state.start)])
    add(11, [a, b, c, d])
    add(12, [c, inside], isPlain ? nil : before)
    return sum
  }

  private static func bin(_ n: Int) -> UInt8 {
    switch n {
    case ...1: 0
    case 2: 1
    case ...4: 2
    case ...8: 3
    case ...16: 4
    case ...32: 5
    default: 6
    }
  }

  /// FNV-1a (64 bits) of a feature.
  private struct Key {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325

    init(_ template: UInt8) { add(template) }

    mutating func add(_ code: UInt8) { value = (value ^ UInt64(code)) &* 0x100_0000_01b3 }

    mutating func add(word byte: UInt8) { value = (value ^ (0x100 | UInt64(byte))) &* 0x100_0000_01b3 }
  }
}
