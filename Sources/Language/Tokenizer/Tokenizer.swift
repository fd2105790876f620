import Statements

/// Parts text into words as the English Web Treebank does (universaldependencies.org, UD_English-EWT).
///
/// The text is never rewritten: a word is a span of it, and the two words of "don't" or "cannot" are neighbouring
/// spans. Every byte that is not white space or a control character belongs to exactly one word. Linear in the length
/// of the text; never fails.
package struct Tokenizer: Sendable {
  /// Decides where words that scraping glued together come apart; nil parts none.
  let glue: GluedWords?

  package init(glue: GluedWords? = nil) { self.glue = glue }

  /// The words of a text in order, as UTF-8 spans, with what stands before each.
  package func words(of text: String) -> [Word] {
    let bytes = Array(text.utf8)
    return words(of: bytes, in: Span(0, bytes.count))
  }

  /// The words at a span of a text.
  package func words(of bytes: [UInt8], in span: Span) -> [Word] {
    let span = Span(max(0, span.start), min(bytes.count, span.end))
    var scanner = Scanner(units: Unit.all(of: bytes, in: span), length: span.end, bytes: bytes)
    scanner.scan()
    return glue?.part(scanner.words, in: bytes) ?? scanner.words
  }
}

/// One word and the white space before it.
package struct Word: Hashable, Sendable {
  package let span: Span
  /// Line breaks between it and the word before; 0 in a line, and for the first word of a text.
  package let lineBreaks: Int
  /// Whether it follows the word before without white space.
  package let isJoined: Bool
}

/// One pass over a text.
private struct Scanner {
  let units: [Unit]
  let length: Int
  let bytes: [UInt8]
  var words: [Word] = []
  /// The chunk between white space that is being read, in units.
  private var chunk = 0..<0
  private var lineBreaks = 0
  private var atChunkStart = true

  init(units: [Unit], length: Int, bytes: [UInt8]) {
    self.units = units
    self.length = length
    self.bytes = bytes
    words.reserveCapacity(units.count / 4)
  }

  mutating func scan() {
    var i = 0
    var breaks = 0
    while i < units.count {
      if units[i].kind == .space {
        if units[i].sign == 10 || isParagraphSeparator(i) { breaks += 1 }
        i += 1
        continue
      }
      var end = i
      while end < units.count, units[end].kind != .space { end += 1 }
      lineBreaks = words.isEmpty ? 0 : breaks
      breaks = 0
      atChunkStart = true
      chunk = i..<end
      part()
      i = end
    }
  }

  private func isParagraphSeparator(_ i: Int) -> Bool {
    let start = units[i].start
    return units[i].sign == 0 && start + 2 < length && bytes[start] == 0xE2 && bytes[start + 1] == 0x80
      && (bytes[start + 2] == 0xA8 || bytes[start + 2] == 0xA9)
  }

  // MARK: words

  private func offset(_ i: Int) -> Int { i < units.count ? units[i].start : length }

  private mutating func emit(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    words.append(
      Word(
        span: Span(offset(range.lowerBound), offset(range.upperBound)), lineBreaks: atChunkStart ? lineBreaks : 0,
        isJoined: !atChunkStart))
    atChunkStart = false
  }

  private func kind(_ i: Int) -> CharacterClass { chunk.contains(i) ? units[i].kind : .space }

  /// Lower-case ASCII of a few units; other scalars are left out.
  private func text(_ range: Range<Int>) -> String {
    String(decoding: range.prefix(24).lazy.filter { units[$0].sign != 0 }.map { units[$0].sign }, as: UTF8.self)
  }

  /// Splits one chunk.
  private mutating func part() {
    if let address = address() {
      parts(chunk.lowerBound..<address.lowerBound)
      emit(address)
      parts(address.upperBound..<chunk.upperBound)
    } else {
      parts(chunk)
    }
  }

  private mutating func parts(_ range: Range<Int>) {
    let whole = chunk
    chunk = range
    var i = range.lowerBound
    while i < range.upperBound {
      let end = kind(i).isWord || startsElision(i) ? word(at: i) : sign(at: i)
      i = max(end, i + 1)
    }
    chunk = whole
  }

  // MARK: signs

  /// Reads a word that is not of letters and digits; returns its end.
  private mutating func sign(at i: Int) -> Int {
    var end = i + 1
    switch kind(i) {
    case .period:
      while kind(end) == .period { end += 1 }
      while kind(end) == .exclamation || kind(end) == .question { end += 1 }
      // ".5" and ".com" are words.
      if end == i + 1, kind(end) == .digit, i == chunk.lowerBound || !kind(i - 1).isWord { return number(from: i) }
      if end == i + 1, i == chunk.lowerBound, kind(end) == .lower { return word(at: i) }
    case .exclamation, .question:
      while kind(end) == .exclamation || kind(end) == .question { end += 1 }
    case .hyphen:
      while kind(end) == .hyphen { end += 1 }
      // "-5" at the start of a word is a negative number only with white space before it.
      if end == i + 1, i == chunk.lowerBound, kind(end) == .digit { break }
    case .apostrophe, .quote:
      // Two single quotes make a double one.
      if kind(i) == .apostrophe, kind(end) == .apostrophe, units[i].sign == units[end].sign { end += 1 }
    case .symbol, .underscore, .ellipsis:
      while kind(end) == kind(i), units[end].sign == units[i].sign, units[i].sign != 0 || kind(i) == .ellipsis {
        end += 1
      }
      if units[i].sign == 0 { end = emojiEnd(i) }
      if let face = face(at: i) { end = face }
    case .colon, .semicolon:
      if let face = face(at: i) { end = face }
    case .at:
      if kind(end).isWord {
        while kind(end).isWord || kind(end) == .underscore { end += 1 }
      }
    case .currency:
      while kind(end) == .currency { end += 1 }
    default: break
    }
    emit(i..<end)
    return end
  }

  /// An emoji with its modifiers and what joins it to the next.
  private func emojiEnd(_ i: Int) -> Int {
    var end = i + 1
    while kind(end) == .mark {
      let joins = offset(end + 1) - offset(end) == 3 && bytes[offset(end)] == 0xE2 && bytes[offset(end) + 2] == 0x8D
      end += 1
      if joins, kind(end) == .symbol { end += 1 }
    }
    return end
  }

  /// The end of a smiley that fills the rest of the chunk.
  private func face(at i: Int) -> Int? {
    guard chunk.upperBound - i <= 4, chunk.upperBound - i >= 2 else { return nil }
    let rest = text(i..<chunk.upperBound)
    let faces: Set<String> = [
      ":)", ":(", ":-)", ":-(", ";)", ";-)", ":d", ":-d", ":p", ":-p", "=)", ":/", ":o", "<3", "^_^", ":'(", "=d",
      ":-/", ">:(",
    ]
    return faces.contains(rest) ? chunk.upperBound : nil
  }

  private func startsElision(_ i: Int) -> Bool {
    guard kind(i) == .apostrophe, i == chunk.lowerBound || kind(i - 1) == .open else { return false }
    var end = i + 1
    if kind(end) == .digit {
      while kind(end) == .digit { end += 1 }
      return end - i == 3 && kind(end) != .apostrophe
    }
    while kind(end).isLetter { end += 1 }
    guard end - i <= 6, kind(end) != .apostrophe else { return false }
    let rest = text(i + 1..<end)
    return Lexicon.elided.contains(rest) || (rest == "s" || rest == "ve" || rest == "ll" || rest == "re")
  }

  // MARK: words of letters and digits

  /// Reads a run of letters, digits and what joins them; emits its words; returns its end.
  private mutating func word(at start: Int) -> Int {
    if kind(start) == .digit, let end = numberWithUnit(at: start) { return end }
    var end = start
    if !kind(end).isWord { end += 1 }
    while end < chunk.upperBound {
      if kind(end).isWord || kind(end) == .underscore {
        end += 1
      } else if joins(at: end, from: start) {
        end += 1
      } else {
        break
      }
    }
    if kind(end) == .period, periodBelongs(start..<end) { end += 1 }
    if kind(end) == .currency, end - start <= 3, !kind(end + 1).isLetter, kind(end - 1) == .upper { end += 1 }
    split(start..<end)
    return end
  }

  /// Whether the sign at `i`, which follows a word character, is part of the word.
  private func joins(at i: Int, from start: Int) -> Bool {
    let before = kind(i - 1)
    let after = kind(i + 1)
    guard i > start, after.isWord else { return false }
    switch kind(i) {
    case .apostrophe: return before.isWord
    case .period: return periodJoins(at: i, from: start)
    case .comma: return before == .digit && after == .digit && groups(ofThreeAfter: i)
    case .colon: return before == .digit && after == .digit
    case .ampersand: return isShortCapitals(start, i) && after == .upper
    case .slash: return slashJoins(at: i, from: start)
    case .hyphen: return hyphenJoins(at: i, from: start)
    case .at: return before.isWord
    default: return false
    }
  }

  private func groups(ofThreeAfter comma: Int) -> Bool {
    var end = comma + 1
    while kind(end) == .digit, end - comma <= 4 { end += 1 }
    return end - comma == 4
  }

  private func isShortCapitals(_ start: Int, _ end: Int) -> Bool {
    end - start <= 3 && (start..<end).allSatisfy { kind($0) == .upper }
  }

  /// Inside "U.S", "a.m", "1.5", "example.org"; not where a sentence was glued to the next ("end.The").
  private func periodJoins(at i: Int, from start: Int) -> Bool {
    let before = kind(i - 1)
    let after = kind(i + 1)
    if before == .digit && after == .digit { return true }
    var left = i - 1
    while left > start, kind(left - 1).isWord, i - left < 40 { left -= 1 }
    var right = i + 1
    while kind(right).isWord, right - i < 40 { right += 1 }
    if i - left == 1 || right - i == 2 {
      // "U.S": single letters; "a.Then" is a sentence that ends in one.
      return before.isLetter && after.isLetter
        && (i - left == 1 && (right - i == 2 || after == before || i - start > 2) || right - i == 2 && i - left <= 2)
    }
    if after == .upper, kind(i + 2) == .lower || right - i > 2, before == .lower || before == .digit {
      return false
    }
    if before.isLetter, after.isLetter {
      return before == .lower && after == .lower || Lexicon.domains.contains(text(i + 1..<right))
        || before == .upper && after == .upper
    }
    return before == .digit && after == .lower || before.isLetter && after == .digit
  }

  private func slashJoins(at i: Int, from start: Int) -> Bool {
    if kind(i - 1) == .digit, kind(i + 1) == .digit {
      return (start..<i).allSatisfy { kind($0) == .digit || kind($0) == .slash }
    }
    // "w/o", "l/c": single letters on both sides.
    return i - start == 1 && kind(i + 1).isLetter && !kind(i + 2).isWord && kind(i + 2) != .slash
  }

  private func hyphenJoins(at i: Int, from start: Int) -> Bool {
    var left = i
    while left > start, kind(left - 1).isWord, i - left < 24 { left -= 1 }
    if kind(left) == .digit || kind(i + 1) == .digit { return digitsJoin(left: left, hyphen: i, from: start) }
    // "un-elected", but "UN-led".
    if i - left > 1, (left..<i).allSatisfy({ kind($0) == .upper }) { return false }
    return left == start && Lexicon.prefixes.contains(text(left..<i))
  }

  /// Telephone numbers (groups of three and more) and dates of three groups are one word; ranges are three.
  private func digitsJoin(left: Int, hyphen: Int, from start: Int) -> Bool {
    if left == start, Lexicon.prefixes.contains(text(left..<hyphen)) { return true }
    guard (left..<hyphen).allSatisfy({ kind($0) == .digit }) else { return false }
    var first = start
    while first < hyphen, kind(first) == .digit { first += 1 }
    var groups: [Int] = []
    var i = start
    while i < chunk.upperBound, groups.count < 6 {
      let from = i
      while kind(i) == .digit { i += 1 }
      guard i > from else { return false }
      groups.append(i - from)
      guard kind(i) == .hyphen || kind(i) == .slash && groups.count == 1 else { break }
      i += 1
    }
    if kind(i).isLetter { return false }
    if groups.count >= 3 { return true }
    return groups.count == 2 && (groups == [3, 4] || groups == [5, 4] || groups == [1, 4])
  }

  // MARK: numbers

  private mutating func number(from start: Int) -> Int {
    var end = start + 1
    while kind(end) == .digit { end += 1 }
    emit(start..<end)
    return end
  }

  /// "10km", "5pm", "1.5m": a number and its unit are two words. Nil where it is something else.
  private mutating func numberWithUnit(at start: Int) -> Int? {
    var end = start
    while kind(end) == .digit
      || (kind(end) == .period || kind(end) == .comma || kind(end) == .colon) && kind(end + 1) == .digit
    {
      end += 1
    }
    guard kind(end).isLetter else { return nil }
    var after = end
    while kind(after).isLetter, after - end < 12 { after += 1 }
    guard !kind(after).isWord, kind(after) != .at, kind(after) != .underscore,
      !(kind(after) == .slash && after - end == 1),
      Lexicon.units.contains(text(end..<after))
    else { return nil }
    emit(start..<end)
    if kind(after) == .period, kind(after + 1) == .lower, !kind(after + 2).isWord {  // "5p.m."
      after += 2
      if kind(after) == .period { after += 1 }
    }
    emit(end..<after)
    return after
  }

  // MARK: periods after words

  /// Whether the period after a word is part of it.
  private func periodBelongs(_ word: Range<Int>) -> Bool {
    let after = kind(word.upperBound + 1)
    guard after != .period || kind(word.upperBound + 2) != .period else { return false }
    guard word.count <= 12 else { return false }
    let lower = text(word)
    let isLast = word.upperBound + 1 >= units.count
    if word.count == 1, kind(word.lowerBound).isLetter {
      if kind(word.lowerBound) == .upper {
        return !(lower == "i" && startsSentence(after: word.upperBound + 1)) && !isLast
      }
      return isBeforeNumber(word.upperBound + 1) || word.lowerBound == 0
    }
    // "U.S.", "p.m.", "e.g.": letters with periods between.
    if word.contains(where: { kind($0) == .period }) {
      var single = true
      for i in word where kind(i) == .period {
        single = single && (i - word.lowerBound == 1 || kind(i - 2) == .period) && kind(i - 1).isLetter
      }
      return single && kind(word.upperBound - 2) == .period || Lexicon.abbreviations.contains(lower)
    }
    guard word.allSatisfy({ kind($0).isLetter }) else { return false }
    if Lexicon.abbreviationsBeforeNumbers.contains(lower), isBeforeNumber(word.upperBound + 1) { return true }
    let isCapitalised = kind(word.lowerBound) == .upper
    if Lexicon.capitalisedAbbreviations.contains(lower) { return isCapitalised && !isLast }
    guard Lexicon.abbreviations.contains(lower) else { return false }
    switch lower {
    case "etc": return !startsSentence(after: word.upperBound + 1)
    case "vs", "approx", "al", "cf", "viz", "ca", "ext", "tel", "incl": return true
    default: return isCapitalised
    }
  }

  private func isBeforeNumber(_ i: Int) -> Bool {
    var next = i
    while next < units.count, units[next].kind == .space { next += 1 }
    return next < units.count && units[next].kind == .digit && next - i <= 2
  }

  private func startsSentence(after i: Int) -> Bool {
    var next = i
    while next < units.count, units[next].kind == .space { next += 1 }
    return next >= units.count || next > i && units[next].kind == .upper
  }

  // MARK: contractions

  /// Emits a run as one word, or as the words of a contraction.
  private mutating func split(_ range: Range<Int>) {
    var ends: [Int] = []
    var end = range.upperBound
    while let start = clitic(range.lowerBound..<end) {
      ends.append(end)
      end = start
    }
    let first = range.lowerBound..<end
    if (4...8).contains(first.count), let second = Lexicon.contractions[text(first)] {
      emit(first.lowerBound..<first.lowerBound + second)
      emit(first.lowerBound + second..<end)
    } else {
      emit(first)
    }
    for next in ends.reversed() {
      emit(end..<next)
      end = next
    }
  }

  /// Where the clitic begins that a run ends with.
  private func clitic(_ range: Range<Int>) -> Int? {
    guard range.count >= 3 else { return nil }
    let end = range.upperBound
    for at in [end - 2, end - 3] where at > range.lowerBound && kind(at) == .apostrophe {
      let tail = text(at + 1..<end)
      if tail == "t", units[at - 1].sign == 0x6E { return at - 1 > range.lowerBound ? at - 1 : nil }
      guard Lexicon.clitics.contains(tail) else { return nil }
      // "1980's" is a decade.
      if tail == "s", kind(at - 1) == .digit { return nil }
      return at
    }
    return nil
  }

  // MARK: addresses

  /// The part of the chunk that is an address of the net or of a person's mail.
  private func address() -> Range<Int>? {
    guard chunk.count >= 5 else { return nil }
    var low = chunk.lowerBound
    while low < chunk.upperBound, !kind(low).isWord { low += 1 }
    var slashes: Int?
    var at: Int?
    var isWeb = chunk.upperBound - low > 4 && text(low..<low + 4) == "www."
    var i = low
    while i < chunk.upperBound, i - low < 4096 {
      if kind(i) == .at, i > low, at == nil { at = i }
      if kind(i) == .slash, kind(i + 1) == .slash, kind(i - 1) == .colon, i - low > 3, i - low < 9 {
        slashes = i
        break
      }
      if kind(i) == .colon, i - low == 6, text(low..<i) == "mailto" { isWeb = true }
      i += 1
    }
    isWeb = isWeb || slashes != nil
    var high = chunk.upperBound
    if !isWeb {
      guard let at, kind(at + 1).isWord, kind(at - 1).isWord else { return nil }
      high = at + 1
      var dotted = false
      while kind(high).isWord
        || (kind(high) == .period || kind(high) == .hyphen || kind(high) == .underscore) && kind(high + 1).isWord
      {
        dotted = dotted || kind(high) == .period
        high += 1
      }
      return dotted ? low..<high : nil
    }
    trim: while high > low {
      switch kind(high - 1) {
      case .period, .comma, .semicolon, .colon, .exclamation, .question, .apostrophe, .quote, .ellipsis: high -= 1
      case .close: if (low..<high).contains(where: { kind($0) == .open }) { break trim } else { high -= 1 }
      case .symbol where units[high - 1].sign == 0x3E: high -= 1
      default: break trim
      }
    }
    return high - low >= 5 ? low..<high : nil
  }
}
