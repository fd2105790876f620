import Statements

/// Reads dates as files and news texts write them. The day is taken as written; no time zone is applied.
enum DateText {
  /// `2019-07-24T10:00Z`, `2019/07/24`, `20190724`, `Wed, 24 Jul 2019 10:00:00 GMT`, `Wednesday, July 24, 2019`,
  /// `24 July 2019`, `24.07.2019`, `July 2019`, seconds or milliseconds since 1970. Words around a date may stand
  /// there ("Published 24 July 2019, 10:30 BST"); nil where there is no date or it could be read two ways.
  static func date(_ text: some StringProtocol) -> PartialDate? {
    let trimmed = text.prefix(200).drop(while: \.isWhitespace)
    if let iso = isoDate(trimmed) { return iso }
    if let epoch = epochDate(trimmed) { return epoch }
    let words = trimmed.split { !($0.isLetter || $0.isNumber) }.map { $0.lowercased() }
    for i in words.indices {
      if let date = spelledDate(words, at: i, year: nil) { return date }
    }
    return numericDate(trimmed)
  }

  /// A date with a month's name somewhere in the words, where a missing year may be given: "March 3".
  static func date(_ text: some StringProtocol, near reference: PartialDate?) -> PartialDate? {
    if let date = date(text) { return date }
    guard let reference else { return nil }
    let words = text.prefix(200).split { !($0.isLetter || $0.isNumber) }.map { $0.lowercased() }
    for i in words.indices {
      // A dateline's day lies before publication, or a day after it where the zones differ.
      let candidates = [reference.year + 1, reference.year, reference.year - 1].compactMap {
        spelledDate(words, at: i, year: $0)
      }
      if let date = candidates.first(where: { $0.dayNumber <= reference.lastDay.dayNumber + 1 }) { return date }
    }
    return nil
  }

  /// The month of an English name or its abbreviation, 1…12.
  static func month(_ word: some StringProtocol) -> Int? {
    let w = word.lowercased()
    guard w.count >= 3 else { return nil }
    return months.firstIndex { $0 == w || (w.count == 3 && $0.hasPrefix(w)) || (w == "sept" && $0 == "september") }
      .map { $0 + 1 }
  }

  static func isWeekday(_ word: some StringProtocol) -> Bool {
    let w = word.lowercased()
    return w.count >= 3 && weekdays.contains { $0 == w || $0.prefix(3) == w || (w.count == 4 && $0.hasPrefix(w)) }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  private static func isoDate(_ text: some StringProtocol) -> PartialDate? {
    let head = text.prefix { $0.isNumber || $0 == "-" || $0 == "/" }
    let parts = head.split(whereSeparator: { $0 == "-" || $0 == "/" })
    guard let year = parts.first, year.count == 4, year.allSatisfy(\.isASCII), let y = Int(year), y >= 1000 else {
      if head.count == 8, text.dropFirst(8).first.map({ $0 == "T" || $0.isWhitespace }) ?? true, let n = Int(head) {
        return (1900...2199).contains(n / 10_000)
          ? PartialDate(year: n / 10_000, month: n / 100 % 100, day: n % 100) : nil
      }
      return nil
    }
    switch parts.count {
    case 1: return head.count == text.count ? PartialDate(year: y) : nil
    case 2: return Int(parts[1]).flatMap { PartialDate(year: y, month: $0) }
    case 3:
      guard let m = Int(parts[1]), let d = Int(parts[2]) else { return nil }
      return PartialDate(year: y, month: m, day: d)
    default: return nil
    }
  }

  private static func epochDate(_ text: some StringProtocol) -> PartialDate? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard rest.isEmpty || rest.first == ".", let n = Int(digits) else { return nil }
    // Ten digits are seconds from 2001 to 2286; thirteen the same in milliseconds.
    switch digits.count {
    case 9, 10: return PartialDate(dayNumber: n / 86_400)
    case 13: return PartialDate(dayNumber: n / 86_400_000)
    default: return nil
    }
  }

  /// "July 24 2019", "24 July 2019", "July 2019" with their start at `i`.
  private static func spelledDate(_ words: [String], at i: Int, year given: Int?) -> PartialDate? {
    func year(_ j: Int) -> Int? {
      if let given { return given }
      guard j < words.count, words[j].count == 4, let y = Int(words[j]), (1000...2999).contains(y) else { return nil }
      return y
    }
    func day(_ j: Int) -> Int? {
      guard words.indices.contains(j) else { return nil }
      var w = words[j][...]
      for ending in ["st", "nd", "rd", "th"] where w.hasSuffix(ending) && w.count > 2 { w = w.dropLast(2) }
      return w.count <= 2 ? Int(w).flatMap { (1...31).contains($0) ? $0 : nil } : nil
    }
    if let m = month(words[i]) {
      if let d = day(i + 1), let y = year(i + 2) { return PartialDate(year: y, month: m, day: d) }
      if given == nil, i == 0 || day(i - 1) == nil, let y = year(i + 1) { return PartialDate(year: y, month: m) }
    } else if let d = day(i) {
      let next = i + 1 < words.count && words[i + 1] == "of" ? i + 2 : i + 1
      if next < words.count, let m = month(words[next]), let y = year(next + 1) {
        return PartialDate(year: y, month: m, day: d)
      }
    }
    return nil
  }

  /// `24.07.2019`, and `07/24/2019` where only one order gives a day.
  private static func numericDate(_ text: some StringProtocol) -> PartialDate? {
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      let isDotted = word.contains(".")
      let parts = word.split(separator: isDotted ? "." : "/").compactMap { Int($0) }
      guard parts.count == 3, (1000...2999).contains(parts[2]) else { continue }
      let dayFirst = PartialDate(year: parts[2], month: parts[1], day: parts[0])
      let monthFirst = PartialDate(year: parts[2], month: parts[0], day: parts[1])
      if isDotted || monthFirst == nil || dayFirst == monthFirst { return dayFirst }
      if dayFirst == nil { return monthFirst }
    }
    return nil
  }
}
