import Statements

/// Words that say when, and what they mean on the calendar.
package struct TimeExpression: Hashable, Sendable {
  /// The words, prepositions included.
  package let tokens: Range<Int>
  package let extent: TemporalExtent
}

/// Reads the dates and spans of a sentence against the day its article was published.
///
/// Precision is the text's: "in May" is a month, "last year" a year, "last week" a span of seven days. A weekday is the last
/// one up to the article's day, or the next one where the words around it look ahead; a day of a month without a year is
/// the one nearest to the article's day.
struct TimeExpressions {
  let anchor: PartialDate?
  let words: [String]
  let upos: [String]
  /// Whether the clause around a word looks ahead ("will", "is to", "scheduled").
  let looksAhead: (Int) -> Bool

  init(anchor: PartialDate?, sentence: Sentence, looksAhead: @escaping (Int) -> Bool) {
    self.anchor = anchor?.day == nil ? nil : anchor
    words = sentence.tokens.map { $0.form.lowercased() }
    upos = sentence.tokens.map(\.upos)
    self.looksAhead = looksAhead
  }

  private func word(_ i: Int) -> String { words.indices.contains(i) ? words[i] : "" }

  /// All expressions, in order, none inside another.
  func all() -> [TimeExpression] {
    var out: [TimeExpression] = []
    var i = 0
    while i < words.count {
      // "before Tuesday" is no time of the event.
      if ["before", "after"].contains(word(i)), let other = date(at: i + 1, preposition: word(i)) {
        i = other.tokens.upperBound
      } else if let found = span(at: i) ?? marked(at: i) ?? plain(at: i) {
        out.append(found)
        i = max(found.tokens.upperBound, i + 1)
      } else {
        i += 1
      }
    }
    return out
  }

  // MARK: Spans

  /// "from 2008 to 2016", "between May and July 2019", "for three days from 5 March", "2008–2016".
  private func span(at i: Int) -> TimeExpression? {
    if word(i) == "for", let n = CalendarWords.number(word(i + 1)), let unit = CalendarWords.units[word(i + 2)],
      ["from", "starting", "beginning"].contains(word(i + 3)),
      let start = date(at: word(i + 4) == "on" ? i + 5 : i + 4, preposition: "from"),
      let first = start.extent.start,
      let end = first.moved(
        by: unit == .day || unit == .week ? (unit == .week ? 7 * n : n) - 1 : n, unit == .week ? .day : unit),
      let extent = TemporalExtent(start: first, end: end)
    {
      return TimeExpression(tokens: i..<start.tokens.upperBound, extent: extent)
    }
    let pairs = ["from": ["to", "until", "till", "through"], "between": ["and"]]
    if let closers = pairs[word(i)], let start = date(at: i + 1, preposition: word(i)),
      closers.contains(word(start.tokens.upperBound)) || word(start.tokens.upperBound) == "-"
        || word(start.tokens.upperBound) == "–",
      let end = date(at: start.tokens.upperBound + 1, preposition: word(i))
    {
      guard let first = start.extent.start, let last = end.extent.end else { return nil }
      // "between May and July 2019": the year is said once.
      let from =
        first.month != nil && !saysYear(start.tokens) && saysYear(end.tokens)
        ? PartialDate(year: last.year, month: first.month, day: first.day) ?? first : first
      guard from.firstDay <= last.lastDay, let extent = TemporalExtent(start: from, end: last) else { return nil }
      return TimeExpression(tokens: i..<end.tokens.upperBound, extent: extent)
    }
    if let first = CalendarWords.year(word(i)), ["-", "–", "—"].contains(word(i + 1)),
      let last = CalendarWords.year(word(i + 2)),
      first < last, let extent = TemporalExtent(start: PartialDate(year: first), end: PartialDate(year: last))
    {
      return TimeExpression(tokens: i..<i + 3, extent: extent)
    }
    return nil
  }

  private func saysYear(_ range: Range<Int>) -> Bool { range.contains { CalendarWords.year(word($0)) != nil } }

  // MARK: Since, until

  private func marked(at i: Int) -> TimeExpression? {
    let open: Set<String> = ["since", "until", "till"]
    guard open.contains(word(i)) || word(i) == "from" && word(i + 1) != "the" else { return nil }
    guard let found = date(at: i + 1, preposition: word(i)) else { return nil }
    let after = found.tokens.upperBound
    let onwards = ["onward", "onwards", "on"].contains(word(after))
    if word(i) == "from", !onwards { return nil }
    let extent =
      word(i) == "since" || word(i) == "from"
      ? TemporalExtent(start: found.extent.start, end: nil) : TemporalExtent(start: nil, end: found.extent.end)
    return extent.map { TimeExpression(tokens: i..<(onwards ? after + 1 : after), extent: $0) }
  }

  // MARK: Dates

  private static let prepositions: Set<String> = [
    "on", "in", "by", "during", "at", "of", "around", "before", "after", "for", "from", "to", "through", "throughout",
    "between", "effective",
  ]
  private static let softeners: Set<String> = [
    "early", "late", "mid", "earlier", "later", "the", "-", "around", "about",
  ]

  private func plain(at i: Int) -> TimeExpression? {
    if Self.prepositions.contains(word(i)), word(i + 1) != "" {
      guard let found = date(at: i + 1, preposition: word(i)) else { return nil }
      return TimeExpression(tokens: i..<found.tokens.upperBound, extent: found.extent)
    }
    return date(at: i, preposition: nil)
  }

  /// A date that begins at a word.
  private func date(at start: Int, preposition: String?) -> TimeExpression? {
    var i = start
    while i < start + 3, Self.softeners.contains(word(i)) { i += 1 }
    guard let (extent, end) = core(at: i, preposition: preposition ?? (i > start && word(start) != "the" ? "in" : nil))
    else { return nil }
    return TimeExpression(tokens: start..<end, extent: extent)
  }

  private func core(at i: Int, preposition: String?) -> (TemporalExtent, Int)? {
    let w = word(i)
    if let date = PartialDate(w), w.contains("-") { return (TemporalExtent(date), i + 1) }
    if let month = CalendarWords.months[w] { return byMonth(month, at: i, preposition: preposition) }
    if let day = CalendarWords.dayOfMonth(w), Int(w) != nil || preposition != nil || w.count > 2 {
      let m = word(i + 1) == "of" ? i + 2 : i + 1
      if let month = CalendarWords.months[word(m)],
        word(m) != "may" || CalendarWords.year(word(m + 1)) != nil || preposition != nil
      {
        return dated(day: day, month: month, yearAt: m + 1, from: i)
      }
    }
    if let year = CalendarWords.year(w),
      preposition.map({ !["of", "at", "to", "for"].contains($0) }) ?? false
        || preposition != nil && ["of", "to", "for"].contains(preposition) && upos(i) == "NUM" && upos(i + 1) != "NOUN"
    {
      if upos(i + 1) == "NOUN" || upos(i + 1) == "PROPN" { return nil }
      guard let date = PartialDate(year: year) else { return nil }
      return (TemporalExtent(date), i + 1)
    }
    if let weekday = CalendarWords.weekdays[w] { return byWeekday(weekday, at: i) }
    guard let anchor else { return nil }
    switch w {
    case "today", "tonight": return (TemporalExtent(anchor), i + 1)
    case "yesterday": return anchor.moved(by: -1, .day).map { (TemporalExtent($0), i + 1) }
    case "tomorrow": return anchor.moved(by: 1, .day).map { (TemporalExtent($0), i + 1) }
    default: break
    }
    return relative(at: i, anchor)
  }

  private func upos(_ i: Int) -> String { upos.indices.contains(i) ? upos[i] : "" }

  private func byMonth(_ month: Int, at i: Int, preposition: String?) -> (TemporalExtent, Int)? {
    // "may" and "march" are verbs, too.
    if ["may", "march"].contains(word(i)), upos(i) == "AUX" || upos(i) == "VERB" { return nil }
    if let day = CalendarWords.dayOfMonth(word(i + 1)), CalendarWords.units[word(i + 2)] == nil {
      return dated(day: day, month: month, yearAt: i + 2, from: i)
    }
    var y = i + 1
    if word(y) == "," || word(y) == "of" { y += 1 }
    if let year = CalendarWords.year(word(y)), let date = PartialDate(year: year, month: month) {
      return (TemporalExtent(date), y + 1)
    }
    guard let anchor, preposition != nil || upos(i) == "PROPN" else { return nil }
    if preposition == nil { return nil }
    return bareMonth(month, at: i, anchor).map { (TemporalExtent($0), i + 1) }
  }

  private func bareMonth(_ month: Int, at i: Int, _ anchor: PartialDate) -> PartialDate? {
    let now = anchor.month ?? 1
    let year =
      looksAhead(i) ? (month >= now ? anchor.year : anchor.year + 1) : (month <= now ? anchor.year : anchor.year - 1)
    return PartialDate(year: year, month: month)
  }

  private func dated(day: Int, month: Int, yearAt y: Int, from i: Int) -> (TemporalExtent, Int)? {
    var end = y
    var at = y
    if word(at) == "," { at += 1 }
    if let year = CalendarWords.year(word(at)), let date = PartialDate(year: year, month: month, day: day) {
      return (TemporalExtent(date), at + 1)
    }
    guard let anchor else { return nil }
    if word(at) == "last", word(at + 1) == "year", let date = PartialDate(year: anchor.year - 1, month: month, day: day)
    {
      return (TemporalExtent(date), at + 2)
    }
    let nearest = [-1, 0, 1].compactMap { PartialDate(year: anchor.year + $0, month: month, day: day) }
      .min { abs($0.dayNumber - anchor.dayNumber) < abs($1.dayNumber - anchor.dayNumber) }
    guard let nearest else { return nil }
    // "March 5–7", "5 to 7 March" end where they begin unless the second day follows.
    if ["-", "–", "to"].contains(word(end)), let last = CalendarWords.dayOfMonth(word(end + 1)), last > day,
      CalendarWords.months[word(i)] != nil,
      let finish = PartialDate(year: nearest.year, month: month, day: last),
      let extent = TemporalExtent(start: nearest, end: finish)
    {
      end += 2
      return (extent, end)
    }
    return (TemporalExtent(nearest), end)
  }

  private func byWeekday(_ weekday: Int, at i: Int) -> (TemporalExtent, Int)? {
    // "Friday, January 4, 2019": the date says more.
    var next = i + 1
    if word(next) == "," { next += 1 }
    if let month = CalendarWords.months[word(next)], let day = CalendarWords.dayOfMonth(word(next + 1)) {
      return dated(day: day, month: month, yearAt: next + 2, from: next)
    }
    if let day = CalendarWords.dayOfMonth(word(next)), let month = CalendarWords.months[word(next + 1)] {
      return dated(day: day, month: month, yearAt: next + 2, from: next)
    }
    guard let anchor else { return nil }
    let before = word(i - 1)
    let ahead = before == "next" || before == "coming" || before != "last" && before != "past" && looksAhead(i)
    var step = (anchor.weekday - weekday + 7) % 7
    if ahead { step = step == 0 ? -7 : step - 7 }
    if before == "last", step == 0 { step = 7 }
    var end = i + 1
    if ["morning", "afternoon", "evening", "night"].contains(word(end)) { end += 1 }
    return anchor.moved(by: -step, .day).map { (TemporalExtent($0), end) }
  }

  /// "last week", "this past Friday", "next month", "three days ago", "last December", "earlier this year".
  private func relative(at i: Int, _ anchor: PartialDate) -> (TemporalExtent, Int)? {
    let w = word(i)
    var j = i + 1
    let step: Int
    switch w {
    case "last", "past", "previous": step = -1
    case "next", "coming": step = 1
    case "this", "current": step = 0
    default:
      guard let n = CalendarWords.number(w), let unit = CalendarWords.units[word(i + 1)],
        ["ago", "earlier"].contains(word(i + 2)),
        let date = anchor.moved(by: -n, unit)
      else { return nil }
      return (TemporalExtent(date.rounded(to: unit)), i + 3)
    }
    var direction = step
    if w == "this", ["past", "last"].contains(word(j)) {
      direction = -1
      j += 1
    } else if w == "this", ["coming", "next"].contains(word(j)) {
      direction = 1
      j += 1
    }
    if let weekday = CalendarWords.weekdays[word(j)] {
      guard let (extent, end) = byWeekday(weekday, at: j) else { return nil }
      return (extent, end)
    }
    if let month = CalendarWords.months[word(j)] {
      let now = anchor.month ?? 1
      let year =
        direction < 0
        ? (month < now ? anchor.year : anchor.year - 1)
        : direction > 0 ? (month > now ? anchor.year : anchor.year + 1) : anchor.year
      return PartialDate(year: year, month: month).map { (TemporalExtent($0), j + 1) }
    }
    if ["night", "evening"].contains(word(j)), direction <= 0 {
      return anchor.moved(by: w == "last" ? -1 : 0, .day).map { (TemporalExtent($0), j + 1) }
    }
    if ["morning", "afternoon"].contains(word(j)) { return (TemporalExtent(anchor), j + 1) }
    guard let unit = CalendarWords.units[word(j)], let date = anchor.moved(by: direction, unit) else { return nil }
    switch unit {
    case .week:
      guard let monday = date.moved(by: -date.weekday, .day), let sunday = monday.moved(by: 6, .day) else { return nil }
      return TemporalExtent(start: monday, end: sunday).map { ($0, j + 1) }
    case .day: return direction == 0 ? nil : (TemporalExtent(date), j + 1)
    case .decade: return nil
    case .month, .year: return (TemporalExtent(date.rounded(to: unit)), j + 1)
    }
  }
}
