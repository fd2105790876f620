import Statements

/// Names of days and months, and steps on the calendar.
enum CalendarWords {
  static let months: [String: Int] = [
    "january": 1, "jan": 1, "jan.": 1, "february": 2, "feb": 2, "feb.": 2, "march": 3, "mar.": 3, "april": 4, "apr": 4,
    "apr.": 4, "may": 5, "june": 6, "jun.": 6, "july": 7, "jul.": 7, "august": 8, "aug": 8, "aug.": 8, "september": 9,
    "sept": 9, "sept.": 9, "sep": 9, "sep.": 9, "october": 10, "oct": 10, "oct.": 10, "november": 11, "nov": 11,
    "nov.": 11, "december": 12, "dec": 12, "dec.": 12,
  ]
  /// 0 = Monday.
  static let weekdays: [String: Int] = [
    "monday": 0, "mon.": 0, "tuesday": 1, "tue.": 1, "tues.": 1, "wednesday": 2, "wed.": 2, "thursday": 3, "thu.": 3,
    "thurs.": 3, "friday": 4, "fri.": 4, "saturday": 5, "sat.": 5, "sunday": 6, "sun.": 6,
  ]
  static let numbers: [String: Int] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "couple": 2, "fifteen": 15, "twenty": 20, "thirty": 30,
  ]
  enum Unit: Sendable {
    case day, week, month, year, decade
  }
  static let units: [String: Unit] = [
    "day": .day, "days": .day, "week": .week, "weeks": .week, "month": .month, "months": .month, "year": .year,
    "years": .year, "decade": .decade, "decades": .decade,
  ]

  /// Whether a word is the name of a day or month; "May" may be somebody's name.
  static func isName(_ form: String) -> Bool {
    let word = form.lowercased()
    return weekdays[word] != nil || months[word] != nil && word != "may"
  }

  static func number(_ word: String) -> Int? {
    numbers[word] ?? Int(word).flatMap { (1...400).contains($0) ? $0 : nil }
  }

  /// "5", "5th", "31st": a day of a month.
  static func dayOfMonth(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard let n = Int(digits), (1...31).contains(n) else { return nil }
    return ["", "st", "nd", "rd", "th"].contains(String(word.dropFirst(digits.count))) ? n : nil
  }

  static func year(_ word: String) -> Int? {
    guard word.count == 4, let n = Int(word), (1000...2100).contains(n) else { return nil }
    return n
  }
}

extension PartialDate {
  /// The same precision, moved by whole years, months or days; a day past a month's end becomes its last.
  func moved(by n: Int, _ unit: CalendarWords.Unit) -> PartialDate? {
    switch unit {
    case .day: return PartialDate(dayNumber: dayNumber + n)
    case .week: return PartialDate(dayNumber: dayNumber + 7 * n)
    case .month:
      guard let month else { return self }
      let count = year * 12 + (month - 1) + n
      let (y, m) = (count / 12, count % 12 + 1)
      return PartialDate(year: y, month: m, day: day.map { min($0, PartialDate.days(in: m, of: y)) })
    case .year, .decade:
      let y = year + n * (unit == .decade ? 10 : 1)
      guard let month else { return PartialDate(year: y) }
      return PartialDate(year: y, month: month, day: day.map { min($0, PartialDate.days(in: month, of: y)) })
    }
  }

  /// Only the year, or the year and month.
  func rounded(to unit: CalendarWords.Unit) -> PartialDate {
    switch unit {
    case .day, .week: self
    case .month: PartialDate(year: year, month: month) ?? self
    case .year, .decade: PartialDate(year: year) ?? self
    }
  }
}
