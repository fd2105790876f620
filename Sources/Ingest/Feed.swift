import Foundation
import Statements

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads RSS 0.9–2.0, RSS 1.0 (RDF) and Atom. An item's text is its `content:encoded` or `content`, else its
/// `description` or `summary`, as HTML.
///
/// No entity is resolved from outside and none that the document declares is expanded.
final class Feed: NSObject, XMLParserDelegate {
  private var drafts: [ArticleDraft] = []
  private var publisher: String?
  private var path: [String] = []
  private var fields: [String: String] = [:]
  private var isInItem = false
  private var text = ""
  private var textDepth = 0
  private var link: String?
  private var isFeed = false
  private var isTooDeep = false

  /// The feed's items in order.
  static func drafts(_ content: String) throws(Unfit) -> [ArticleDraft] {
    if declaresEntities(content) {
      throw Unfit(reason: "declares entities of its own, which feeds have no need of", remedy: "remove its DOCTYPE")
    }
    let delegate = Feed()
    let parser = XMLParser(data: Data(withoutDeclaredEncoding(content).utf8))
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    parser.delegate = delegate
    let isWhole = parser.parse()
    if delegate.isTooDeep {
      throw Unfit(reason: "is nested more than \(maximumDepth) levels deep", remedy: "check that it is a feed")
    }
    if !isWhole {
      throw Unfit(
        reason: "is no well-formed XML (line \(parser.lineNumber), column \(parser.columnNumber))",
        remedy: "fetch the feed again, or check it with xmllint")
    }
    guard delegate.isFeed else {
      throw Unfit(reason: "is XML but neither RSS nor Atom", remedy: "give a feed, or the article as text or HTML")
    }
    return delegate.drafts
  }

  private static let maximumDepth = 200

  /// Entities, which can grow without bound or read files, are declared before the first element.
  private static func declaresEntities(_ content: String) -> Bool {
    let bytes = Array(content.utf8)
    var i = 0
    while let open = bytes[i...].firstIndex(of: UInt8(ascii: "<")), open + 1 < bytes.count {
      let next = bytes[open + 1]
      if next != UInt8(ascii: "!"), next != UInt8(ascii: "?") { return false }
      if bytes[open...].starts(with: "<!ENTITY".utf8) { return true }
      i = open + 1
    }
    return false
  }

  /// The text is UTF-8 by now, whatever its first line says.
  private static func withoutDeclaredEncoding(_ content: String) -> Substring {
    let text = content.drop(while: \.isWhitespace)
    guard text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>") else { return text }
    return text[end.upperBound...]
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    path.append(element)
    if path.count > Self.maximumDepth {
      isTooDeep = true
      parser.abortParsing()
      return
    }
    if path.count == 1 { isFeed = ["rss", "feed", "RDF"].contains(element) }
    if element == "item" || element == "entry" {
      isInItem = true
      fields = [:]
      link = nil
      text = ""
      textDepth = 0
      return
    }
    if !isInItem {
      text = ""
      return
    }
    if element == "link", let href = attributes["href"] {
      if link == nil || attributes["rel"] == "alternate" { link = href }
    }
    if textDepth > 0 {
      // Atom's xhtml content: markup is kept as far as it parts paragraphs.
      if ["p", "div", "br", "li", "h1", "h2", "h3"].contains(element) { text += "<p>" }
      return
    }
    textDepth = path.count
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, foundCDATA block: Data) { text += String(decoding: block, as: UTF8.self) }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
  ) {
    defer { if !path.isEmpty { path.removeLast() } }
    if element == "item" || element == "entry" {
      finishItem()
      return
    }
    guard !isInItem || path.count == textDepth else { return }
    textDepth = 0
    let value = text.trimmed
    text = ""
    guard !value.isEmpty else { return }
    let prefix = qualifiedName.flatMap { $0.contains(":") ? $0.split(separator: ":").first.map(String.init) : nil }
    if isInItem {
      // media:title and the like describe pictures.
      guard prefix == nil || ["content", "dc", "atom", "dcterms"].contains(prefix ?? "") else { return }
      if fields[element] == nil { fields[element] = value }
    } else if element == "title", path.count <= 3, publisher == nil, path.dropLast().last != "image" {
      publisher = value
    }
  }

  private func finishItem() {
    isInItem = false
    textDepth = 0
    text = ""
    var draft = ArticleDraft()
    draft.mayHaveHeadline = false
    draft.title = fields["title"].map { HTMLFragment.text($0) }
    draft.id = fields["guid"] ?? fields["id"] ?? fields["identifier"]
    draft.url = fields["link"] ?? link ?? fields["guid"]
    draft.publisher = fields["source"] ?? publisher
    draft.published =
      ["pubDate", "published", "date", "issued", "updated", "modified"].lazy
      .compactMap { self.fields[$0].flatMap { DateText.date($0) } }.first
    let content = fields["encoded"] ?? fields["content"] ?? fields["description"] ?? fields["summary"] ?? ""
    draft.text = HTMLFragment.text(content)
    drafts.append(draft)
  }
}
