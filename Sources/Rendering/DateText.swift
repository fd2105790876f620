import Statements

/// Dates for people.
enum DateText {
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// "5 Mar 2019", "Mar 2019", "2019".
  static func short(_ date: PartialDate) -> String {
    var parts = [String(date.year)]
    if let month = date.month { parts.insert(months[month - 1], at: 0) }
    if let day = date.day { parts.insert(String(day), at: 0) }
    return parts.joined(separator: " ")
  }

  /// "5 Mar 2019", "5–12 Mar 2019", "Mar–Jul 2019", "since 2011", "until 2018".
  static func short(_ extent: TemporalExtent) -> String {
    switch (extent.start, extent.end) {
    case (let start?, let end?):
      if start == end { return short(start) }
      if start.year == end.year, let a = start.month, let b = end.month {
        if a == b, let first = start.day, let last = end.day { return "\(first)–\(last) \(months[a - 1]) \(end.year)" }
        if a == b { return "\(months[a - 1]) \(end.year)" }
        let first = start.day.map { "\($0) " } ?? ""
        let last = end.day.map { "\($0) " } ?? ""
        return "\(first)\(months[a - 1])–\(last)\(months[b - 1]) \(end.year)"
      }
      return "\(short(start)) – \(short(end))"
    case (let start?, nil): return "since \(short(start))"
    case (nil, let end?): return "until \(short(end))"
    case (nil, nil): return ""
    }
  }
}
