import Statements

/// Recognizes lines that a site, an agency or a photo desk put into a text: they are no sentences of the article.
///
/// Every test looks at one short paragraph alone; prose of some length is never one of these.
enum SiteLine {
  // "Friday, January 4, 2019", "Published 4 January 2019, 10:32 GMT"
  static func dateLine(_ paragraph: Paragraph) -> PartialDate? {
    guard paragraph.text.utf8.count <= 100 else { return nil }
    let words = paragraph.text.split { !($0.isLetter || $0.isNumber) }.map { $0.lowercased() }
    guard (1...16).contains(words.count),
      words.allSatisfy({
        $0.allSatisfy(\.isNumber) || DateText.month($0) != nil || DateText.isWeekday($0) || dateWords.contains($0)
          || ($0.first?.isNumber == true && $0.count <= 9)
      })
    else { return nil }
    return DateText.date(paragraph.text)
  }

  private static let dateWords: Set<String> = [
    "published", "updated", "posted", "last", "first", "modified", "on", "at", "date", "am", "pm", "gmt", "utc", "bst",
    "est", "edt", "cet", "cest", "pst", "pdt", "ist", "msk", "eet", "local", "time", "et", "the", "of",
  ]

  // "By Jane Roe", "By JANE ROE and John Doe | Northwind News"
  static func isByline(_ paragraph: Paragraph) -> Bool {
    let words = paragraph.text.split { !($0.isLetter || $0.isNumber || "-.'’".contains($0)) }
    guard (2...14).contains(words.count), !paragraph.text.hasSuffix("."), words[0].lowercased() == "by" else {
      return false
    }
    return words.dropFirst().allSatisfy {
      $0.first?.isUppercase == true || ["and", "in", "for", "of", "the", "at", "with"].contains($0.lowercased())
    }
  }

  // "- one", "• two", "* three"
  static func isBullet(_ paragraph: Paragraph) -> Bool {
    let text = paragraph.text
    guard let first = text.first else { return false }
    return "•●▪◦‣".contains(first) || (("-*–".contains(first)) && text.dropFirst().first?.isWhitespace == true)
  }

  // "Read more:", "Related news", "See also"
  static func isLinksHeading(_ paragraph: Paragraph) -> Bool { linkHeadings.contains(heading(paragraph)) }

  // "Sources", "References": all that follows is no article.
  static func isSourcesHeading(_ paragraph: Paragraph) -> Bool { sourceHeadings.contains(heading(paragraph)) }

  private static func heading(_ paragraph: Paragraph) -> String {
    guard paragraph.text.utf8.count <= 60 else { return "" }
    var text = paragraph.lower[...]
    while let last = text.last, ":.…>»→#=* ".contains(last) { text = text.dropLast() }
    while let first = text.first, "#=*►▶ ".contains(first) { text = text.dropFirst() }
    return String(text)
  }

  private static let linkHeadings: Set<String> = [
    "read more", "read also", "also read", "more", "more news", "more on this", "more on this story", "more stories",
    "more from this section", "see also", "see more", "related", "related news", "related articles", "related article",
    "related stories", "related story", "related content", "related links", "related coverage", "related topics",
    "related reading", "recommended", "recommended for you", "recommended stories", "you may also like",
    "you might also like", "most read", "most popular", "trending", "trending now", "top stories", "latest news",
    "latest stories", "keep reading", "continue reading", "what to read next", "read next", "up next", "don't miss",
    "editor's picks", "editors' picks", "in other news", "in pictures", "further reading on this", "sister links",
  ]
  private static let sourceHeadings: Set<String> = [
    "sources", "references", "external links", "further reading", "footnotes", "notes and references", "comments",
    "leave a comment", "leave a reply", "share your thoughts", "bibliography", "notes to editors", "tags",
  ]

  /// Whatever a reader of the article would not read out.
  static func isFurniture(_ paragraph: Paragraph) -> Bool {
    let text = paragraph.text
    guard text.utf8.count <= 300, let first = text.first else { return false }
    if !text.contains(where: \.isLetter) { return true }
    if isPictureCredit(paragraph) || isSignature(paragraph) || isAddress(text) { return true }
    // "██ Green Party, 8 seats": the legend of a map or a chart.
    if !(first.isLetter || first.isNumber || "\"'“”‘’«([{<-–—•●▪◦‣*#$€£¥₹@…¿¡+~&%§".contains(first)) { return true }
    let lower = paragraph.lower
    if wholeLines.contains(heading(paragraph)) { return true }
    return prefixes.contains { lower.hasPrefix($0) }
  }

  private static let wholeLines: Set<String> = [
    "advertisement", "advertisements", "advert", "sponsored", "sponsored content", "share", "share this",
    "share this article", "print", "email", "listen to this article", "ends", "###", "-30-", "all rights reserved",
    "subscribe", "subscribe now", "sign up", "log in", "back to top", "story continues below advertisement",
    "story continues below", "article continues below", "play video", "close", "video", "audio", "photos", "gallery",
    "with agencies", "agencies",
  ]
  private static let prefixes = [
    "read more:", "read more at", "read also:", "also read:", "read:", "see also:", "related:", "related news:",
    "more:", "watch:", "watch |", "listen:", "photos:", "video:", "in pictures:", "click here", "sign up for",
    "sign up to", "subscribe to", "follow us on", "follow us", "follow @", "join us on", "download our app",
    "share on", "share this", "copyright ", "copyright:", "©", "(c) 20", "all rights reserved", "our standards:",
    "(reporting by", "reporting by", "(editing by", "editing by", "(additional reporting", "additional reporting by",
    "writing by", "(writing by", "with reporting by", "this story has been updated", "this article was updated",
    "this article was amended", "this article was originally published", "this story was originally published",
    "this content is subject to copyright", "terms of use", "privacy policy", "cookie policy", "we use cookies",
    "this site uses cookies", "tags:", "topics:", "filed under", "categories:", "estimated reading time",
    "reading time:", "for more information, visit", "for media inquiries", "media contact:", "press contact:",
  ]

  // "Photo: J. Roe/Northwind", "The bridge at night. Image: J. Roe.", "(J. Roe/Northwind via AP)"
  static func isPictureCredit(_ paragraph: Paragraph) -> Bool {
    guard paragraph.text.utf8.count <= 260 else { return false }
    let lower = paragraph.lower
    if creditPrefixes.contains(where: { lower.hasPrefix($0) }) { return true }
    // Nearly every paragraph ends here.
    guard paragraph.words.contains(where: isCreditWord) else { return false }
    if paragraph.words.count <= 35, agencies.contains(where: { lower.contains($0) }) { return true }
    // A caption that ends in its credit: what follows the last "image:" is a name, no clause.
    let line = paragraph.words.joined(separator: " ")
    for key in ["image: ", "photo: ", "picture: ", "photograph: ", "credit: ", "photo by "] {
      guard let found = line.lastRange(ofLowercased: key) else { continue }
      let rest = line[found.upperBound...].split(separator: " ")
      if rest.count <= 8, rest.first?.first.map({ $0.isUppercase || $0 == "@" }) ?? false { return true }
    }
    return false
  }

  private static let agencies = ["getty images", "via getty", "shutterstock", "photo/", "file photo", "handout photo"]

  /// Whether a word could be part of a credit, by its bytes alone.
  private static func isCreditWord(_ word: Substring) -> Bool {
    let letters = word.utf8.prefix(24).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return ["photo", "image", "picture", "credit", "getty", "shutterstock"].contains { key in
      letters.count >= key.utf8.count
        && (0...(letters.count - key.utf8.count)).contains { letters[$0...].starts(with: key.utf8) }
    }
  }

  private static let creditPrefixes = [
    "photo:", "photos:", "image:", "images:", "picture:", "pictures:", "photograph:", "photo by", "image by",
    "picture by", "photograph by", "photo credit", "image credit", "picture credit", "image source", "image caption",
    "file photo", "credit:", "(photo", "(image", "[photo", "[image", "caption:", "representational image",
    "file image", "courtesy:",
  ]

  // "—Jane Roe on the new bridge": who said the pull quote above it.
  private static func isSignature(_ paragraph: Paragraph) -> Bool {
    guard let first = paragraph.text.first, "—–―".contains(first), paragraph.words.count <= 25 else { return false }
    return !paragraph.isTerminated
  }

  private static func isAddress(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.count == 1
      && (text.contains("://") || text.hasPrefix("www.") || (text.contains("@") && text.contains(".")))
  }

  /// The bytes of a desk's label before a paragraph: an outlet's name with a colon ("Northwind News: The …"), also
  /// where scraping glued a section to it ("Northwind PressEurope: The …"). A speaker's name is none.
  static func labelLength(_ text: String) -> Int {
    guard let colon = text.prefix(50).firstIndex(of: ":") else { return 0 }
    let words = text[..<colon].split(separator: " ")
    let after = text[text.index(after: colon)...]
    guard (1...4).contains(words.count), after.first?.isWhitespace == true else { return 0 }
    let sentence = after.drop(while: \.isWhitespace)
    guard let start = sentence.first(where: { !"\"“‘'".contains($0) }), start.isUppercase else { return 0 }
    guard words.allSatisfy({ $0.first?.isUppercase == true }) else { return 0 }
    guard words.contains(where: { outletWords.contains($0.lowercased()) || isGlued($0) }) else { return 0 }
    return text.utf8.distance(from: text.startIndex, to: sentence.startIndex)
  }

  private static let outletWords: Set<String> = [
    "news", "press", "agency", "newswire", "wire", "tribune", "gazette", "newsroom", "newsdesk", "reuters", "bureau",
  ]

  /// Two words without the space between them: a capital after at least five letters, with four more after it.
  private static func isGlued(_ word: Substring) -> Bool {
    let letters = Array(word)
    guard letters.count >= 9 else { return false }
    return (5...(letters.count - 4)).contains { i in
      letters[i].isUppercase && letters[i - 1].isLowercase
        && letters[..<i].allSatisfy(\.isLetter) && letters[(i + 1)...].allSatisfy(\.isLowercase)
    }
  }
}

extension String {
  /// The last place of an ASCII string in lower case, whatever the case here.
  fileprivate func lastRange(ofLowercased key: String) -> Range<String.Index>? {
    let needle = Array(key.utf8)
    let hay = Array(utf8)
    guard hay.count >= needle.count else { return nil }
    for start in stride(from: hay.count - needle.count, through: 0, by: -1) {
      let matches = needle.indices.allSatisfy { k in
        let byte = hay[start + k]
        return ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) == needle[k]
      }
      if matches {
        let from = utf8.index(utf8.startIndex, offsetBy: start)
        return from..<utf8.index(from, offsetBy: needle.count)
      }
    }
    return nil
  }
}
