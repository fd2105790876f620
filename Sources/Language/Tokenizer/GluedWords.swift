import Foundation
import Statements

/// Parts words that scraping glued together: "the end of the weekMaria Lopez said", "read moreThe council met".
///
/// A capital in the middle of a word is mostly a name's own ("McDonald", "YouTube"). It begins a new word only where both
/// halves are words, the whole is none, the article has it once, and letter case around it speaks for it:
///
/// - "councilThe vote": the second half opens sentences;
/// - "yesterdayMaria": the first half is in lower case, the second a proper name;
/// - "Northern RegionMaria": the first half ends a run of capitalised words, the second is a proper name.
package struct GluedWords: Sendable {
  private let vocabulary: WordPieces
  private let properNames: Set<String>

  /// Reads `proper.txt` of a model folder.
  ///
  /// - Throws: ``ModelError`` when it cannot be read.
  package init(vocabulary: WordPieces, properNames url: URL) throws(ModelError) {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      throw ModelError(file: url.path, reason: .unreadable)
    }
    self.init(
      vocabulary: vocabulary, properNames: Set(text.split(separator: "\n").filter { $0.first != "#" }.map(String.init)))
  }

  init(vocabulary: WordPieces, properNames: Set<String>) {
    self.vocabulary = vocabulary
    self.properNames = properNames
  }

  private static let openers: Set<String> = [
    "the", "this", "that", "these", "those", "there", "they", "she", "but", "and", "for", "with", "from", "after",
    "before", "when", "while", "although", "however", "meanwhile", "according", "during", "since", "under", "its",
    "his", "her", "their", "our", "you", "was", "are", "has", "have", "not", "also", "more", "what", "who", "how",
    "why",
    "where", "which", "some", "many", "all", "both", "one", "two", "three", "yesterday", "today", "earlier", "last",
  ]

  /// The words with glued ones parted. Linear in their length.
  func part(_ words: [Word], in bytes: [UInt8]) -> [Word] {
    var seams: [(word: Int, at: Int)] = []
    for (w, word) in words.enumerated() {
      if let at = seam(word.span, bytes) { seams.append((w, at)) }
    }
    guard !seams.isEmpty else { return words }
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for (w, _) in seams { counts[bytes[words[w].span.start..<words[w].span.end], default: 0] += 1 }
    var out: [Word] = []
    out.reserveCapacity(words.count + seams.count)
    var next = 0
    for (w, word) in words.enumerated() {
      guard next < seams.count, seams[next].word == w else {
        out.append(word)
        continue
      }
      let at = seams[next].at
      next += 1
      guard counts[bytes[word.span.start..<word.span.end]] == 1, comesApart(w, at, words, bytes) else {
        out.append(word)
        continue
      }
      out.append(Word(span: Span(word.span.start, at), lineBreaks: word.lineBreaks, isJoined: word.isJoined))
      out.append(Word(span: Span(at, word.span.end), lineBreaks: 0, isJoined: true))
    }
    return out
  }

  /// The one place in a word of ASCII letters where a capital follows a small letter, three letters from each end.
  private func seam(_ span: Span, _ bytes: [UInt8]) -> Int? {
    guard span.length >= 6, span.length <= 40 else { return nil }
    var found: Int?
    for i in span.start..<span.end {
      let isUpper = bytes[i] >= 65 && bytes[i] <= 90
      guard isUpper || bytes[i] >= 97 && bytes[i] <= 122 else { return nil }
      if isUpper, i > span.start {
        if found != nil { return nil }
        found = i
      }
    }
    guard let found, found - span.start >= 3, span.end - found >= 3 else { return nil }
    return found
  }

  private func comesApart(_ w: Int, _ at: Int, _ words: [Word], _ bytes: [UInt8]) -> Bool {
    let span = words[w].span
    let left = lower(bytes[span.start..<at])
    let right = lower(bytes[at..<span.end])
    guard vocabulary.contains(left), vocabulary.contains(right), !vocabulary.contains(left + right) else {
      return false
    }
    if w > 0, words[w].isJoined, let sign = sign(words[w - 1], bytes), sign == 0x23 || sign == 0x40 { return false }
    let second = String(decoding: right, as: UTF8.self)
    if Self.openers.contains(second) { return true }
    guard properNames.contains(second) else { return false }
    if bytes[span.start] >= 97 { return left.count >= 4 }
    return left.count >= 4 && w > 0 && !words[w].isJoined && isCapitalised(words[w - 1], bytes)
  }

  private func lower(_ bytes: ArraySlice<UInt8>) -> [UInt8] { bytes.map { $0 <= 90 ? $0 + 32 : $0 } }

  private func sign(_ word: Word, _ bytes: [UInt8]) -> UInt8? { word.span.length == 1 ? bytes[word.span.start] : nil }

  private func isCapitalised(_ word: Word, _ bytes: [UInt8]) -> Bool {
    word.span.length > 1 && bytes[word.span.start] >= 65 && bytes[word.span.start] <= 90
      && bytes[word.span.start..<word.span.end].allSatisfy { $0 >= 65 && $0 <= 90 || $0 >= 97 && $0 <= 122 }
      && !Self.openers.contains(String(decoding: lower(bytes[word.span.start..<word.span.end]), as: UTF8.self))
  }
}
