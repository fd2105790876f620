import Foundation
import Statements

/// How names are compared: folded to lower-case words without diacritics, articles and possessive endings.
enum NameText {
  /// Letters that Unicode's decomposition leaves whole.
  private static let letters: [Character: String] = [
    "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ə": "e", "ħ": "h",
    "ŧ": "t", "ŋ": "n", "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "–": "-", "—": "-", "‑": "-",
  ]

  /// Lower case, no diacritics, plain apostrophes and hyphens.
  static func fold(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var out = ""
    for c in String(text).decomposedStringWithCanonicalMapping.lowercased() {
      let bare = String(String.UnicodeScalarView(c.unicodeScalars.filter { !(0x300...0x36F).contains($0.value) }))
      out += bare.count == 1 ? bare.first.flatMap { letters[$0] } ?? bare : bare
    }
    return out
  }

  private static let articles: Set<String> = ["the", "a", "an"]

  /// The folded words of a name: split at blanks, hyphens and slashes, without full stops, possessive endings and a
  /// leading article.
  static func words(_ text: some StringProtocol) -> [String] {
    var out: [String] = []
    for raw in fold(text).split(whereSeparator: { $0.isWhitespace || $0 == "-" || $0 == "/" }) {
      var word = raw.filter { $0.isLetter || $0.isNumber || $0 == "'" || $0 == "&" || $0 == "+" }[...]
      if word.hasSuffix("'s") { word = word.dropLast(2) }
      word = word.drop { $0 == "'" }
      while word.last == "'" { word = word.dropLast() }
      if !word.isEmpty { out.append(String(word)) }
    }
    if out.count > 1, let first = out.first, articles.contains(first) { out.removeFirst() }
    return out
  }

  /// The folded words as one string.
  static func key(_ text: some StringProtocol) -> String { words(text).joined(separator: " ") }

  /// A name without article, quotation marks, possessive ending and outer punctuation, spacing made single.
  static func clean(_ text: some StringProtocol) -> String {
    var words = text.split(whereSeparator: { (c: Character) in c.isWhitespace }).map { String($0) }
    if words.count > 1, let first = words.first, articles.contains(first.lowercased()) { words.removeFirst() }
    var s = words.joined(separator: " ")[...]
    let outer: Set<Character> = ["\"", "'", "“", "”", "‘", "’", ",", ";", ":", "-", "–", "—", "*", "["]
    var before = s.startIndex..<s.startIndex
    repeat {
      before = s.startIndex..<s.endIndex
      for ending in ["'s", "’s"] where s.hasSuffix(ending) && s.count > 2 { s = s.dropLast(2) }
      while let c = s.first, outer.contains(c) || c == "]" || c == ")" { s = s.dropFirst() }
      while let c = s.last, outer.contains(c) || c == "(" { s = s.dropLast() }
    } while s.startIndex..<s.endIndex != before
    return String(s)
  }

  /// A spelling with what transliterations differ in taken out: the same for Tsikhanouskaya and Tikhanovskaya,
  /// Mohammed and Muhammad, Zelensky and Zelenskyy.
  ///
  /// Consonants survive, vowels after the first letter do not; `kh`→`h`, `gh`→`g`, `ts`/`tz`→`t`, `w`/`v`/`u` before a
  /// consonant alike, `ck`/`c`/`q`→`k`, `ph`→`f`, doubled letters once.
  static func skeleton(_ word: some StringProtocol) -> String {
    var s = fold(word).filter { $0.isLetter }
    for (from, to) in replacements where s.contains(from) { s = s.replacingOccurrences(of: from, with: to) }
    var out: [Character] = []
    for (i, c) in s.enumerated() {
      var c = c
      if i == 0, "aeiouy".contains(c) { c = "a" }
      if i > 0, "aeiouyjh'".contains(c) { continue }
      if out.last != c { out.append(c) }
    }
    return String(out)
  }

  private static let replacements: [(String, String)] = [
    ("ouskaya", "ovskaya"), ("ouski", "ovski"), ("ousky", "ovsky"), ("ou", "u"), ("shch", "s"), ("tsch", "c"),
    ("sch", "s"), ("dzh", "j"), ("tch", "c"), ("kh", "h"), ("gh", "g"), ("ts", "t"), ("tz", "t"), ("zh", "z"),
    ("ph", "f"), ("ck", "k"), ("cz", "c"), ("ch", "c"), ("sh", "s"), ("sz", "s"), ("q", "k"), ("w", "v"), ("x", "ks"),
    ("ce", "se"), ("ci", "si"), ("c", "k"),
  ]

  /// The first letters of the words that count in an acronym.
  static func initials(_ words: [String], all: Bool = false) -> String {
    String(words.filter { all || !connectives.contains($0) }.compactMap(\.first))
  }

  static let connectives: Set<String> = [
    "of", "the", "for", "and", "in", "on", "to", "de", "la", "le", "des", "du", "et", "y", "&", "a", "an", "at", "with",
    "by",
  ]

  /// Whether a text has the look of an acronym: capitals (and digits) only, two to seven, full stops apart.
  static func isAcronym(_ text: some StringProtocol) -> Bool {
    let letters = text.filter { $0 != "." }
    guard (2...7).contains(letters.count), letters.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "&" }) else {
      return false
    }
    let capitals = letters.filter(\.isUppercase).count
    return capitals >= 2 && capitals * 2 > letters.count
  }

  static func startsWithCapital(_ text: some StringProtocol) -> Bool {
    text.first { $0.isLetter || $0.isNumber }.map { $0.isUppercase || $0.isNumber } ?? false
  }
}
