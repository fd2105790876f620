import Statements

/// Finds what stands before the first sentence of a report.
///
/// - "Oslo (NWA) - The minister …", "WASHINGTON, March 3 (Reuters) — …", "GENEVA/VIENNA, 3 March 2021 –"
/// - "MOSCOW, March 3. /TASS/. The …", "(Reuters) - The …"
/// - "PARIS — The …", "Berlin – The …", "NEW DELHI: The …"
enum DatelineText {
  /// The dateline and its length in UTF-8 bytes with the mark and the space behind it.
  static func find(in paragraph: String, published: PartialDate?) -> (dateline: Dateline, length: Int)? {
    let head = paragraph.prefix(140)
    for mark in marks(in: head) {
      let before = paragraph[..<mark.lowerBound]
      let after = paragraph[mark.upperBound...].drop(while: \.isWhitespace)
      guard startsSentence(after), let dateline = parse(before, mark: head[mark], published: published) else {
        continue
      }
      return (dateline, paragraph.utf8.distance(from: paragraph.startIndex, to: after.startIndex))
    }
    return nil
  }

  /// The first few places where the dateline could end.
  private static func marks(in head: Substring) -> [Range<Substring.Index>] {
    var found: [Range<Substring.Index>] = []
    var i = head.startIndex
    while i < head.endIndex, found.count < 3 {
      let c = head[i]
      let next = head.index(after: i)
      let isSpaced = i > head.startIndex && head[head.index(before: i)].isWhitespace
      let followed = next < head.endIndex ? head[next] : " "
      switch c {
      case "—", "–", "―", "−": found.append(i..<next)
      case "-" where followed == "-": found.append(i..<head.index(after: next))
      case "-" where followed.isWhitespace && (isSpaced || head[..<i].last == ")"): found.append(i..<next)
      case ":" where followed.isWhitespace: found.append(i..<next)
      case "/" where followed == ".": found.append(i..<head.index(after: next))
      case "/" where followed.isWhitespace && head[..<i].contains("/"): found.append(i..<next)
      default: break
      }
      i = found.last.map { max($0.upperBound, next) } ?? next
    }
    return found
  }

  private static func startsSentence(_ text: Substring) -> Bool {
    guard let c = text.first(where: { !"\"“‘'([".contains($0) }) else { return false }
    return c.isUppercase || c.isNumber
  }

  private static func parse(_ before: Substring, mark: Substring, published: PartialDate?) -> Dateline? {
    var rest = before.drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    var agency: Substring?
    if rest.last == ")", let open = rest.lastIndex(of: "(") {
      agency = rest[rest.index(after: open)...].dropLast()
      rest = rest[..<open]
    } else if mark.first == "/", let open = rest.lastIndex(of: "/") {
      // "MOSCOW, March 3. /TASS/."
      agency = rest[rest.index(after: open)...]
      rest = rest[..<open]
    } else if mark.first == "/" {
      return nil
    }
    // "(dpa)", "(ans)": agencies that write themselves small, behind a place in capitals
    let isSmall = agency.map { 2...4 ~= $0.count && $0.allSatisfy(\.isLowercase) } ?? false
    let isLoud =
      rest.prefix { $0 != "," }.contains(where: \.isUppercase)
      && !rest.prefix { $0 != "," }.contains(where: \.isLowercase)
    if let agency, !isName(agency, words: 5), !(isSmall && isLoud) { return nil }
    var place: [String] = []
    var dateWords = ""
    for part in rest.split(separator: ",").flatMap({ splitDate($0) }) {
      let part = part.trimmed
      if part.isEmpty { continue }
      if isDate(part) || !dateWords.isEmpty {
        guard isDate(part) else { return nil }
        dateWords += part + " "
      } else {
        guard isName(part[...], words: 5) else { return nil }
        place.append(part)
      }
    }
    guard place.count <= 3, !place.isEmpty || agency != nil else { return nil }
    if agency == nil, dateWords.isEmpty {
      let letters = (place.first ?? "").filter(\.isLetter)
      let isCapitals = letters.count >= 4 && letters.allSatisfy(\.isUppercase)
      // A colon after a place in small letters is more often a speaker's name or a topic.
      guard isCapitals || (mark != ":" && place.count == 1 && place[0].split(separator: " ").count <= 3) else {
        return nil
      }
    } else if mark == ":", agency == nil {
      return nil
    }
    let date = dateWords.isEmpty ? nil : DateText.date(dateWords, near: published)
    let name = place.map(inSmallLetters).joined(separator: ", ")
    return Dateline(place: name.isEmpty ? nil : name, agency: agency.map { $0.trimmed }, date: date)
  }

  /// "Jakarta March 3" has the date in the same part as the place.
  private static func splitDate(_ part: Substring) -> [Substring] {
    let words = part.split(separator: " ")
    guard let i = words.firstIndex(where: { DateText.month(trimDot($0)) != nil }), i > 0 else { return [part] }
    // May, March and August are names too: only a number beside them makes a date.
    let start = Int(words[i - 1]) != nil ? i - 1 : i
    guard start > 0, start < i || (i + 1 < words.count && words[i + 1].first?.isNumber == true) else { return [part] }
    return [part[..<words[start].startIndex], part[words[start].startIndex...]]
  }

  private static func isDate(_ part: String) -> Bool {
    let words = part.split(separator: " ").map(trimDot)
    return !words.isEmpty
      && words.allSatisfy { DateText.month($0) != nil || DateText.isWeekday($0) || $0.allSatisfy(\.isNumber) }
  }

  private static func trimDot(_ word: Substring) -> Substring { word.hasSuffix(".") ? word.dropLast() : word }

  /// Capitalized words, with the small ones that names have inside; no word that starts sentences.
  private static func isName(_ text: Substring, words limit: Int) -> Bool {
    let words = text.split { $0.isWhitespace || $0 == "/" }
    guard let first = words.first, let last = words.last, words.count <= limit else { return false }
    guard first.first?.isUppercase == true, last.first?.isUppercase == true else { return false }
    // "THE HAGUE"
    let hasArticle = words.count == 2 && first.lowercased() == "the" && articled.contains(words[1].lowercased())
    guard hasArticle || !openers.contains(first.lowercased()) else { return false }
    return words.allSatisfy { word in
      guard let c = word.first else { return false }
      return (c.isUppercase || inside.contains(String(word)))
        && word.allSatisfy { $0.isLetter || $0.isNumber || "-.'’&".contains($0) }
    }
  }

  private static let inside: Set<String> = [
    "de", "la", "le", "el", "al", "of", "the", "and", "del", "da", "do", "dos", "das", "der", "den", "am", "an", "on",
    "upon", "sur", "in", "y", "e",
  ]
  /// Places that go by an article.
  private static let articled: Set<String> = ["hague", "bronx", "gambia", "valley", "vatican", "bahamas"]
  private static let openers: Set<String> = [
    "the", "a", "an", "it", "he", "she", "they", "we", "i", "you", "this", "that", "these", "those", "in", "on", "at",
    "but", "and", "for", "as", "after", "before", "when", "while", "if", "no", "not", "so", "there", "its", "his",
    "her", "their", "our", "my", "with", "from", "by", "to", "of", "wrong", "yes", "now", "then", "once", "today",
    "yesterday", "breaking", "update", "exclusive", "watch", "video", "opinion", "analysis", "live", "photos",
  ]

  /// "NEW YORK" as "New York"; what is not all capitals and short forms ("D.C.") stay.
  private static func inSmallLetters(_ place: String) -> String {
    guard place.count > 3, !place.contains("."), place.allSatisfy({ !$0.isLetter || $0.isUppercase }) else {
      return place
    }
    var isStart = true
    var out = ""
    for c in place {
      out += isStart ? String(c) : c.lowercased()
      isStart = !c.isLetter && c != "'" && c != "’"
    }
    return out
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    var s = self[...]
    while s.first?.isWhitespace == true || s.first == "\u{FEFF}" { s = s.dropFirst() }
    while s.last?.isWhitespace == true { s = s.dropLast() }
    return String(s)
  }

  /// With every run of white space made one space.
  var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
