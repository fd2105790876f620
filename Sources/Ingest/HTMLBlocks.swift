/// The runs of text that a page sets one below the other, with what tells prose from furniture.
struct HTMLBlocks {
  struct Block {
    /// The block element that holds it.
    let node: Int
    let tag: String
    /// White space made one space each.
    let text: String
    let words: Int
    /// Words that are part of links.
    let linkWords: Int
    /// Inside what a reader does not count to the article: navigation, comments, share buttons, and so on.
    let isFurniture: Bool
  }

  private(set) var blocks: [Block] = []

  init(_ tree: HTMLTree) {
    var hidden = 0
    var furniture = 0
    var links = 0
    var holder = 0
    var text = ""
    var linkWords = 0
    var isFurniture = false
    // Where the effect of an element ends.
    var restore: [(end: Int, what: Int, holder: Int)] = []

    func flush() {
      let line = text.onOneLine
      if !line.isEmpty {
        let words = line.split(separator: " ").count
        blocks.append(
          Block(
            node: holder, tag: tree.nodes[holder].tag, text: line, words: words, linkWords: min(words, linkWords),
            isFurniture: isFurniture))
      }
      text = ""
      linkWords = 0
      isFurniture = furniture > 0
    }

    for (i, node) in tree.nodes.enumerated() {
      while let last = restore.last, last.end <= i {
        restore.removeLast()
        switch last.what {
        case 0: hidden -= 1
        case 1:
          flush()
          furniture -= 1
          isFurniture = furniture > 0
        case 2: links -= 1
        default:
          flush()
          holder = last.holder
        }
      }
      if node.isText {
        guard hidden == 0 else { continue }
        text += node.text
        if links > 0 { linkWords += node.text.split(whereSeparator: \.isWhitespace).count }
        continue
      }
      if Self.unread.contains(node.tag) || Self.isHidden(node) {
        hidden += 1
        restore.append((node.end, 0, 0))
        continue
      }
      if Self.blocks.contains(node.tag) {
        flush()
        restore.append((node.end, 3, holder))
        holder = i
      }
      if Self.isFurniture(node) {
        flush()
        furniture += 1
        isFurniture = true
        restore.append((node.end, 1, 0))
      }
      if node.tag == "a" {
        links += 1
        restore.append((node.end, 2, 0))
      }
      if node.tag == "br" || node.tag == "hr" { flush() }
    }
    flush()
  }

  private static let unread: Set<String> = [
    "script", "style", "noscript", "template", "svg", "iframe", "object", "select", "button", "textarea", "head",
    "canvas", "audio", "video", "math", "map",
  ]
  private static let blocks: Set<String> = [
    "html", "body", "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "h1", "h2", "h3",
    "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "caption", "blockquote", "pre",
    "figure", "figcaption", "form", "fieldset", "address", "center", "details", "summary",
  ]
  private static let furnitureTags: Set<String> = [
    "nav", "footer", "aside", "form", "figure", "figcaption", "address", "dialog", "menu",
  ]
  private static let furnitureRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu", "menubar", "form", "alert",
  ]
  /// Whole words of class and id.
  private static let furnitureWords: Set<String> = [
    "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "footer", "sidebar", "comment", "comments",
    "disqus", "share", "sharing", "social", "related", "recommended", "recommendations", "promo", "promotion",
    "newsletter", "subscribe", "subscription", "signup", "cookie", "cookies", "consent", "advert", "advertisement",
    "ad", "ads", "banner", "sponsor", "sponsored", "caption", "byline", "author", "tags", "taglist", "popular",
    "trending", "mostread", "readmore", "toolbar", "pagination", "pager", "widget", "credit", "copyright", "meta",
    "metadata", "timestamp", "skip", "outbrain", "taboola", "paywall", "modal", "popup", "hidden", "gallery", "more",
    "teaser", "teasers",
  ]

  private static func isHidden(_ node: HTMLTree.Node) -> Bool {
    if node.attributes["hidden"] != nil || node.attributes["aria-hidden"]?.lowercased() == "true" { return true }
    guard let style = node.attributes["style"]?.lowercased().filter({ !$0.isWhitespace }) else { return false }
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  private static func isFurniture(_ node: HTMLTree.Node) -> Bool {
    if furnitureTags.contains(node.tag) { return true }
    if node.tag == "body" || node.tag == "html" || node.tag == "main" || node.tag == "article" { return false }
    if let role = node.attributes["role"]?.lowercased(), furnitureRoles.contains(role) { return true }
    for name in ["class", "id"] {
      guard let value = node.attributes[name] else { continue }
      for word in words(value) where furnitureWords.contains(word) { return true }
    }
    return false
  }

  /// "articleBody related-links" as article, body, related, links; a class that names the body is no furniture.
  private static func words(_ value: String) -> [String] {
    var words: [String] = []
    for name in value.split(whereSeparator: \.isWhitespace) {
      var parts: [String] = []
      var part = ""
      for c in name {
        if !(c.isLetter || c.isNumber) || (c.isUppercase && part.last?.isLowercase == true) {
          if !part.isEmpty { parts.append(part.lowercased()) }
          part = ""
        }
        if c.isLetter || c.isNumber { part.append(c) }
      }
      if !part.isEmpty { parts.append(part.lowercased()) }
      // "has-sidebar", "no-comments", "with-ads": a page says so of itself, not of an element that is one.
      if let first = parts.first, ["has", "no", "with", "is", "not"].contains(first) { continue }
      // "article-body-with-sidebar", "story-content"
      if parts.contains("body") || parts.contains("content") || parts.contains("main") { continue }
      words += parts
      words.append(parts.joined())
    }
    return words
  }
}
