import Statements

/// Which parts of a text are the article's own prose.
///
/// Left out are, in this order: at the top the headline, by-lines, date lines and the dateline; inside, "read more"
/// blocks with their lists of links, picture credits and captions, pull-quote signatures, legends, lines that the
/// site and not the author wrote; at the end lists of sources and related news. The text itself is never changed.
struct ArticleBody {
  /// The headline, where the text has one and the caller does not know it.
  private(set) var headline: String?
  /// One span for each paragraph, in order: no sentence goes from one into the next.
  private(set) var spans: [Span] = []
  private(set) var dateline: Dateline?
  /// The day of a date line at the top.
  private(set) var date: PartialDate?

  /// - Parameters:
  ///   - title: the headline, if known; the same line at the text's top is left out. Nil looks for one.
  ///   - published: for dates without a year.
  init(of text: String, title: String?, published: PartialDate?) {
    let paragraphs = Paragraph.split(text)
    var i = 0
    let known = title.map(Self.comparable)
    while i < paragraphs.count {
      let paragraph = paragraphs[i]
      if let day = SiteLine.dateLine(paragraph) {
        date = date ?? day
      } else if SiteLine.isByline(paragraph) || SiteLine.isFurniture(paragraph) {
        // Passed over.
      } else if let known, Self.comparable(paragraph.text) == known {
        // Passed over.
      } else if known == nil, headline == nil, i + 1 < paragraphs.count,
        Self.isHeadline(paragraph, before: paragraphs[(i + 1)...])
      {
        headline = paragraph.text.onOneLine
      } else {
        break
      }
      i += 1
    }
    var rest = Array(paragraphs[i...])
    if let first = rest.first, let found = DatelineText.find(in: first.text, published: published ?? date) {
      dateline = found.dateline
      let span = Span(first.span.start + found.length, first.span.end)
      rest[0] = Paragraph(span: span, text: String(first.text.utf8.dropFirst(found.length)) ?? first.text)
    }
    spans = Self.prose(rest).map(\.span)
    // A text of nothing but short lines is better read than lost.
    if spans.isEmpty { spans = rest.map(\.span) }
  }

  private static func comparable(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// A first line of 2 to 25 words that does not end as a sentence, with prose after it.
  private static func isHeadline(_ paragraph: Paragraph, before rest: ArraySlice<Paragraph>) -> Bool {
    let words = paragraph.words
    guard (2...25).contains(words.count), paragraph.text.utf8.count <= 220 else { return false }
    guard paragraph.text.contains(where: \.isLetter), !SiteLine.isBullet(paragraph) else { return false }
    let ending = paragraph.text.last { !"\"'”’)]".contains($0) } ?? " "
    if ".,;:…".contains(ending) {
      // "Talks collapse in U.S." ends in an abbreviation, no sentence.
      guard ending == ".", let last = words.last, last.dropLast().contains(".") else { return false }
    }
    guard DatelineText.find(in: paragraph.text, published: nil) == nil else { return false }
    return rest.contains { $0.isTerminated && $0.words.count > 4 }
  }

  private static func prose(_ paragraphs: [Paragraph]) -> [Paragraph] {
    var kept: [Paragraph] = []
    var isList = false
    var i = 0
    while i < paragraphs.count {
      let paragraph = paragraphs[i]
      if SiteLine.isSourcesHeading(paragraph) { break }
      if SiteLine.isLinksHeading(paragraph) {
        i += 1
        while i < paragraphs.count, isLink(paragraphs[i]) { i += 1 }
        continue
      }
      // What follows a colon is a list, up to the next sentence.
      let isListed = isList && !paragraph.isTerminated
      if !kept.isEmpty, !isListed {
        let run = captionRun(paragraphs, at: i)
        if run >= 3 {
          i += run
          continue
        }
      }
      i += 1
      if SiteLine.isFurniture(paragraph) || SiteLine.dateLine(paragraph) != nil { continue }
      if !kept.isEmpty, !isListed, isSubheading(paragraph) { continue }
      isList = isListed || paragraph.text.hasSuffix(":")
      let label = SiteLine.labelLength(paragraph.text)
      kept.append(
        label == 0
          ? paragraph
          : Paragraph(
            span: Span(paragraph.span.start + label, paragraph.span.end),
            text: String(paragraph.text.utf8.dropFirst(label)) ?? paragraph.text))
    }
    return kept
  }

  /// One to three words that are no sentence: a subheading, a caption, a name beside a picture.
  private static func isSubheading(_ paragraph: Paragraph) -> Bool {
    !paragraph.isTerminated && paragraph.words.count <= 3 && !SiteLine.isBullet(paragraph)
  }

  /// How many lines from `i` on are short and no sentences: the captions of a gallery.
  private static func captionRun(_ paragraphs: [Paragraph], at i: Int) -> Int {
    paragraphs[i...].prefix {
      (!$0.isTerminated && $0.words.count <= 12 && !SiteLine.isBullet($0)) || SiteLine.isPictureCredit($0)
    }.count
  }

  /// What may stand in a list of links: titles, no prose.
  private static func isLink(_ paragraph: Paragraph) -> Bool {
    !paragraph.isTerminated || paragraph.text.hasSuffix("?") || paragraph.words.count <= 4
      || paragraph.text.contains("://")
  }
}
