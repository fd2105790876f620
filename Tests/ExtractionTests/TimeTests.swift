import Statements
import Testing

@testable import Extraction

/// Dates and spans against the day of the article, a Thursday, and what they are attached to.
@Suite struct TimeTests {
  /// The expressions of words on 16 May 2024, a Thursday; a word after `/` is tagged so.
  private func read(_ text: String, ahead: Bool = false, on day: String = "2024-05-16") -> [String] {
    let tokens = text.split(separator: " ").enumerated().map { i, w in
      let parts = w.split(separator: "/")
      let form = String(parts[0])
      let upos =
        parts.count > 1
        ? String(parts[1]) : form.first?.isNumber == true ? "NUM" : form.first?.isUppercase == true ? "PROPN" : "X"
      return Token(
        span: Span(i, i + 1), form: form, lemma: form, upos: upos, xpos: "", head: nil, deprel: "dep")
    }
    return TimeExpressions(anchor: PartialDate(day), sentence: Sentence(tokens: tokens), looksAhead: { _ in ahead })
      .all()
      .map(\.extent.description)
  }

  @Test(arguments: [
    ("on Tuesday", "2024-05-14"), ("on Thursday", "2024-05-16"), ("last Thursday", "2024-05-09"),
    ("yesterday", "2024-05-15"),
    ("today", "2024-05-16"), ("last night", "2024-05-15"), ("last month", "2024-04"), ("last year", "2023"),
    ("last week", "2024-05-06/2024-05-12"), ("earlier this month", "2024-05"), ("three days ago", "2024-05-13"),
    ("two years ago", "2022"), ("in March", "2024-03"), ("in September", "2023-09"), ("in May 2011", "2011-05"),
    ("on March 5 , 2019", "2019-03-05"), ("on 5 March", "2024-03-05"), ("Friday , January 4 , 2019", "2019-01-04"),
    ("since 2011", "2011/"), ("until 2018", "/2018"), ("from 2008 to 2016", "2008/2016"), ("in 1995", "1995"),
    ("for three days from 5 March", "2024-03-05/2024-03-07"), ("between May and July 2019", "2019-05/2019-07"),
    ("this past Friday", "2024-05-10"), ("next week", "2024-05-20/2024-05-26"), ("last December", "2023-12"),
    ("since Monday", "2024-05-13/"), ("on December 22 , last year", "2023-12-22"), ("2024-05-01", "2024-05-01"),
  ]) func expressions(words: String, extent: String) {
    #expect(read(words) == [extent])
  }

  @Test(arguments: [("on Tuesday", "2024-05-21"), ("in March", "2025-03"), ("on Thursday", "2024-05-23")])
  func lookingAhead(words: String, extent: String) {
    #expect(read(words, ahead: true) == [extent])
  }

  @Test(arguments: [
    "they may/AUX leave", "to march/VERB on", "Theresa May/PROPN left", "killed 2010/NUM people/NOUN",
    "a day/NOUN in court/NOUN",
    "before Tuesday",
  ]) func noDate(words: String) {
    #expect(read(words).isEmpty)
  }

  @Test func withoutADayOnlyFullDatesCount() {
    #expect(read("on Tuesday", on: "").isEmpty)
    #expect(read("on March 5 , 2019", on: "") == ["2019-03-05"])
  }

  // Roe met Moe on Tuesday and will visit Sylvania on Friday.
  @Test func eachVerbHasItsOwn() {
    let resolver = TimeResolver(
      document: document(
        """
        Roe PROPN 2 nsubj B-person
        met VERB 0 root
        Moe PROPN 2 obj B-person
        on ADP 5 case
        Tuesday PROPN 2 obl B-date
        and CCONJ 8 cc
        will AUX 8 aux
        visit VERB 2 conj
        Sylvania PROPN 8 obj B-place
        on ADP 11 case
        Friday PROPN 8 obl B-date
        . PUNCT 2 punct
        """))
    #expect(resolver.time(of: 1, in: 0)?.description == "2024-05-14")
    #expect(resolver.time(of: 7, in: 0)?.description == "2024-05-17")
    #expect(resolver.time(of: 0, in: 0) == nil)
  }

  // The minister held talks with Moe last month.
  @Test func eventNounsTakeTheirVerbsTime() {
    let resolver = TimeResolver(
      document: document(
        """
        The DET 2 det
        minister NOUN 3 nsubj
        held VERB 0 root
        talks NOUN 3 obj
        with ADP 6 case
        Moe PROPN 4 nmod B-person
        last ADJ 8 amod
        month NOUN 3 obl:unmarked
        . PUNCT 3 punct
        """))
    #expect(resolver.time(of: 3, in: 0)?.description == "2024-04")
    #expect(resolver.time(of: 1, in: 0) == nil)
  }

  // Friday, January 4, 2019 / He left on Wednesday.
  @Test func aDateLineIsTheDay() {
    let text = """
      Friday PROPN 0 root B-date
      , PUNCT 1 punct
      January PROPN 1 appos B-date
      4 NUM 3 nummod I-date
      , PUNCT 3 punct
      2019 NUM 3 nmod I-date

      He PRON 2 nsubj
      left VERB 0 root
      on ADP 4 case
      Wednesday PROPN 2 obl B-date
      . PUNCT 2 punct
      """
    let resolver = TimeResolver(document: document(text, published: ""))
    #expect(resolver.anchor?.description == "2019-01-04")
    #expect(resolver.time(of: 1, in: 1)?.description == "2019-01-02")
  }
}
