import Statements

/// Reads a text file: optional `Key: value` lines at the top, then the article.
///
/// The header is there if the first line has a key that is known (`Title`, `Date`, `URL`, `Publisher`, `ID` and their
/// other names); it ends at the first line that is no such pair. What follows is the article's text, unchanged.
enum PlainText {
  static func draft(_ content: String) -> ArticleDraft {
    var draft = ArticleDraft()
    var rest = content[...]
    var isHeader = false
    while true {
      let line = rest.prefix { !$0.isNewline }
      guard let (key, value) = pair(line) else { break }
      if let field = ArticleField.named(key) {
        set(field, value, of: &draft)
        isHeader = true
      } else if !isHeader || !plain.contains(key.lowercased()) {
        break
      }
      rest = rest[line.endIndex...].dropFirst()
    }
    if isHeader { rest = rest.drop(while: \.isNewline) }
    draft.text = String(rest)
    return draft
  }

  private static func pair(_ line: Substring) -> (key: Substring, value: String)? {
    guard line.utf8.count <= 2000, let colon = line.prefix(30).firstIndex(of: ":") else { return nil }
    let key = line[..<colon]
    guard let first = key.first, first.isLetter, key.allSatisfy({ $0.isLetter || "-_ ".contains($0) }) else {
      return nil
    }
    let after = line[line.index(after: colon)...]
    guard after.first?.isWhitespace ?? true else { return nil }
    return (key, after.trimmed)
  }

  private static func set(_ field: ArticleField, _ value: String, of draft: inout ArticleDraft) {
    guard !value.isEmpty else { return }
    switch field {
    case .id: draft.id = draft.id ?? value
    case .title: draft.title = draft.title ?? value
    case .date: draft.published = draft.published ?? DateText.date(value)
    case .url: draft.url = draft.url ?? value
    case .publisher: draft.publisher = draft.publisher ?? value
    case .text: break
    }
  }

  /// Keys that a header may have and that nothing is made of.
  private static let plain: Set<String> = [
    "author", "authors", "by", "byline", "section", "category", "categories", "language", "lang", "tags", "keywords",
    "place", "location", "country", "copyright", "license", "licence", "retrieved", "accessed", "edition", "page",
  ]
}

/// What an article has, by the names that files use for it.
enum ArticleField: Hashable, CaseIterable {
  case id, title, date, url, publisher, text

  static func named(_ key: some StringProtocol) -> ArticleField? {
    let plain = key.lowercased().filter { $0.isLetter || $0.isNumber }
    return allCases.first { field in names(field).contains(plain) && (field != .text) }
  }

  /// In order of preference, in small letters without `_`, `-` and spaces.
  static func names(_ field: ArticleField) -> [String] {
    switch field {
    case .id: ["id", "articleid", "guid", "uuid", "docid", "documentid"]
    case .title: ["title", "headline", "heading", "name"]
    case .date:
      [
        "date", "published", "publisheddate", "datepublished", "publishedat", "publicationdate", "pubdate",
        "publishdate", "publishedon", "firstpublished", "datetime", "timestamp", "created", "createdat", "datecreated",
        "updated",
      ]
    case .url: ["url", "link", "canonicalurl", "canonical", "weburl", "permalink", "href", "uri", "address"]
    case .publisher:
      [
        "publisher", "source", "outlet", "publication", "newspaper", "site", "sitename", "sourcename", "domain",
        "agency",
      ]
    case .text:
      [
        "text", "body", "content", "articlebody", "articletext", "fulltext", "bodytext", "maintext", "plaintext",
        "contenttext", "contenthtml", "article", "story", "html", "description", "summary", "abstract",
      ]
    }
  }
}
