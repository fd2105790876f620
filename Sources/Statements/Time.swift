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
    let day = iso.split(whereSeparator: { $0 == "T" || $0 == " " }).first ?? ""
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, (1...3).contains(parts.count), parts[0].count == 4 else { return nil }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
  }

  public var description: String {
    func pad(_ n: Int, _ width: Int) -> String {
      let s = String(n)
      return String(repeating: "0", count: max(0, width - s.count)) + s
    }
    return ([pad(year, 4)] + [month, day].compactMap { $0.map { pad($0, 2) } }).joined(separator: "-")
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
    let parts = iso.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.count {
    case 1:
      guard let date = PartialDate(parts[0]) else { return nil }
      self.init(date)
    case 2: self.init(start: PartialDate(parts[0]), end: PartialDate(parts[1]))
    default: return nil
    }
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
