/// A calendar year, month or day, as precise as the text is. Proleptic Gregorian; no time zone.
public struct PartialDate: Hashable, Codable, Sendable, Comparable, CustomStringConvertible {
  public let year: Int
  public let month: Int?
  public let day: Int?

  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), month.map((1...12).contains) ?? (day == nil) else { return nil }
    if let month, let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2019`, `2019-07`, `2019-07-24` and anything after a day that starts with `T` or a space.
  public init?(_ iso: some StringProtocol) {
    let day = iso.utf8.split(whereSeparator: { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: " ") }).first
    guard let parts = day?.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false),
      (1...3).contains(parts.count), parts[0].count == 4
    else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard let number = Self.number(part) else { return nil }
      numbers.append(number)
    }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// A number in ASCII digits that no part of a date exceeds.
  private static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard !digits.isEmpty else { return nil }
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit), number < 1000 else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }

  public var description: String {
    func padded(_ n: Int, _ width: Int) -> String {
      let digits = String(n)
      let count = digits.utf8.count
      return count < width ? String(repeating: "0", count: width - count) + digits : digits
    }
    var text = padded(year, 4)
    if let month { text += "-" + padded(month, 2) }
    if let day { text += "-" + padded(day, 2) }
    return text
  }

  /// The first and the last day it covers.
  public var firstDay: PartialDate { PartialDate(year: year, month: month ?? 1, day: day ?? 1) ?? self }
  public var lastDay: PartialDate {
    let m = month ?? 12
    return PartialDate(year: year, month: m, day: day ?? Self.days(in: m, of: year)) ?? self
  }

  /// Days since 1970-01-01 of the first day it covers.
  public var dayNumber: Int {
    // Civil-from-days, H. Hinnant, "chrono-compatible low-level date algorithms".
    let m = month ?? 1
    let d = day ?? 1
    let y = m <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day that many days after 1970-01-01.
  public init?(dayNumber: Int) {
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(year: year, month: month, day: dayOfYear - (153 * mp + 2) / 5 + 1)
  }

  /// 0 = Monday … 6 = Sunday.
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static func < (a: PartialDate, b: PartialDate) -> Bool {
    (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
  }

  public init(from decoder: any Decoder) throws {
    let c = try decoder.singleValueContainer()
    guard let date = PartialDate(try c.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: c, debugDescription: "not an ISO date")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var c = encoder.singleValueContainer()
    try c.encode(description)
  }
}

/// When something holds or happened: a date of some precision, or a span with one or two ends.
///
/// Written `2019-07-23`, `2019-07`, `2008/2016`, `2019-07-23/` (since), `/2018` (until).
public struct TemporalExtent: Hashable, Codable, Sendable, Comparable, CustomStringConvertible {
  public let start: PartialDate?
  public let end: PartialDate?

  public init(_ date: PartialDate) {
    start = date
    end = date
  }

  /// Nil where both ends are open.
  public init?(start: PartialDate?, end: PartialDate?) {
    guard start != nil || end != nil else { return nil }
    self.start = start
    self.end = end
  }

  public init?(_ iso: String) {
    guard let slash = iso.utf8.firstIndex(of: UInt8(ascii: "/")) else {
      guard let date = PartialDate(iso) else { return nil }
      self.init(date)
      return
    }
    let rest = iso[iso.utf8.index(after: slash)...]
    if rest.utf8.contains(UInt8(ascii: "/")) { return nil }
    self.init(start: PartialDate(iso[..<slash]), end: PartialDate(rest))
  }

  /// From the first day of any to the last, open where one is; nil where there is none.
  package init?(around times: [TemporalExtent]) {
    guard !times.isEmpty else { return nil }
    let starts = times.compactMap(\.start)
    let ends = times.compactMap(\.end)
    self.init(
      start: starts.count == times.count ? starts.min { $0.firstDay < $1.firstDay } : nil,
      end: ends.count == times.count ? ends.max { $0.lastDay < $1.lastDay } : nil)
  }

  public var description: String {
    if let start, start == end { return start.description }
    return (start?.description ?? "") + "/" + (end?.description ?? "")
  }

  public static func < (a: TemporalExtent, b: TemporalExtent) -> Bool { a.description < b.description }

  public init(from decoder: any Decoder) throws {
    let c = try decoder.singleValueContainer()
    guard let extent = TemporalExtent(try c.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: c, debugDescription: "not an ISO date or span")
    }
    self = extent
  }

  public func encode(to encoder: any Encoder) throws {
    var c = encoder.singleValueContainer()
    try c.encode(description)
  }
}
