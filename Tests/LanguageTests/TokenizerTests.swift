import Foundation
import Statements
import Testing

@testable import Language

@Suite struct TokenizerTests {
  /// Text, and its words with a bar between.
  static let table: [(String, String)] = [
    ("She didn't, and they won't.", "She|did|n't|,|and|they|wo|n't|."),
    ("I can't; you cannot. We're gonna go.", "I|ca|n't|;|you|can|not|.|We|'re|gon|na|go|."),
    ("Norland’s envoy isn’t here", "Norland|’s|envoy|is|n’t|here"),
    ("the workers' union and Ana's", "the|workers|'|union|and|Ana|'s"),
    ("He'd've gone", "He|'d|'ve|gone"),
    ("O'Neill met D'Arcy in the '90s", "O'Neill|met|D'Arcy|in|the|'90s"),
    ("a state-of-the-art UN-led anti-war e-mail", "a|state|-|of|-|the|-|art|UN|-|led|anti-war|e-mail"),
    ("Call 555-0199 or 713-555-0123", "Call|555-0199|or|713-555-0123"),
    ("from 2010-2014, pages 3-5", "from|2010|-|2014|,|pages|3|-|5"),
    ("Mr. A. B. Roe of the U.S. spoke.", "Mr.|A.|B.|Roe|of|the|U.S.|spoke|."),
    ("Acme Inc. and Dr. Lee (St. Ives) at 5 p.m.", "Acme|Inc.|and|Dr.|Lee|(|St.|Ives|)|at|5|p.m."),
    ("It fell vs. No. 10, etc. in Sept. 2019.", "It|fell|vs.|No.|10|,|etc.|in|Sept.|2019|."),
    ("“Stop,” he said, ‘now’.", "“|Stop|,|”|he|said|,|‘|now|’|."),
    ("\"Wait!\" (Really?!) He did...", "\"|Wait|!|\"|(|Really|?!|)|He|did|..."),
    ("See https://example.org/a_b?c=1, or www.example.com.", "See|https://example.org/a_b?c=1|,|or|www.example.com|."),
    ("Write to <ana.roe@example.org>.", "Write|to|<|ana.roe@example.org|>|."),
    ("10km, 5pm, $3.5m, £20, 40%, 1,200, 3:30", "10|km|,|5|pm|,|$|3.5|m|,|£|20|,|40|%|,|1,200|,|3:30"),
    ("the 20th and the 1990s", "the|20th|and|the|1990s"),
    ("US$5 and/or 9/11", "US$|5|and|/|or|9/11"),
    ("AT&T — then – it fell… again", "AT&T|—|then|–|it|fell|…|again"),
    ("The end.The start", "The|end|.|The|start"),
    ("café müde Łódź 東京", "café|müde|Łódź|東京"),
    ("yes 👍🏽 no 👩‍👧", "yes|👍🏽|no|👩‍👧"),
    ("", ""), ("   \n\t ", ""),
  ]

  @Test(arguments: table) func wordsAreThoseOfTheTreebank(text: String, words: String) {
    let found = Tokenizer().words(of: text).map { text.text(at: $0.span) ?? "?" }
    #expect(found.joined(separator: "|") == words)
  }

  @Test func offsetsAreBytes() {
    let words = Tokenizer().words(of: "Łódź’s “mayor”")
    #expect(words.map(\.span) == [Span(0, 7), Span(7, 11), Span(12, 15), Span(15, 20), Span(20, 23)])
    #expect(words.map(\.isJoined) == [false, true, false, true, true])
  }

  @Test func lineBreaksAreCounted() {
    #expect(Tokenizer().words(of: "\n\na b\nc\r\n\r\nd\u{2029}e").map(\.lineBreaks) == [0, 0, 1, 2, 1])
  }

  @Test func aSpanOfATextIsReadAlone() {
    let bytes = Array("before: the text. After".utf8)
    let words = Tokenizer().words(of: bytes, in: Span(8, 17))
    #expect(words.map(\.span) == [Span(8, 11), Span(12, 16), Span(16, 17)])
  }

  /// Every byte that is no white space belongs to exactly one word, in order, whatever the text.
  @Test(arguments: HostileText.all) func nothingIsLost(text: String) {
    let bytes = Array(text.utf8)
    var covered = [Bool](repeating: false, count: bytes.count)
    var last = 0
    for word in Tokenizer().words(of: text) {
      #expect(word.span.start >= last && word.span.end > word.span.start && word.span.end <= bytes.count)
      last = word.span.end
      for i in word.span.start..<word.span.end { covered[i] = true }
    }
    let letters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
    #expect(zip(bytes, covered).allSatisfy { $1 || !letters.contains($0) })
  }
}

/// Texts that break careless code.
enum HostileText {
  static let all: [String] = [
    "", "\0", "a\0b", "\u{FEFF}Hello.", "\u{202E}abc\u{202C} مرحبا بالعالم", "שלום, עולם!", "👩‍👩‍👧‍👦🏳️‍🌈👍🏿", "\r\n\r\n\r",
    String(repeating: "a", count: 20_000), String(repeating: "a.", count: 5_000),
    String(repeating: "\"'(", count: 3_000),
    String(repeating: "é", count: 3_000), String(repeating: "\u{301}", count: 2_000),
    String(repeating: "1-", count: 4_000),
    String(repeating: "x@", count: 4_000), String(repeating: "http://", count: 2_000),
    String(repeating: "東", count: 2_000),
    String(repeating: "no end ", count: 3_000), "''''''''", "....", "-", "'s", "n't", "@", "#", "$", "://", "www.",
    "mailto:x",
    "\u{FFFD}\u{FFFF}\u{10FFFF}", "A\u{200B}B\u{AD}C\u{2060}D", "ﬁne ǅ ß İ ı",
  ]
}
