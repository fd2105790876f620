import Statements

/// Reads one article from a web page: what its metadata says, and its main text.
///
/// The main text is found by the density of prose: every block counts its words if it reads like prose (sentences, few
/// links) and counts against its surroundings if it does not. The element whose blocks add up to most, the innermost of
/// equals, holds the article. This is the maximum-sum subtree; linear in the size of the page.
enum HTMLPage {
  static func draft(_ html: String) throws(Unfit) -> ArticleDraft {
    let tree = HTMLTree(html)
    var draft = ArticleDraft()
    draft.mayHaveHeadline = false
    let data = linkedData(tree)
    let meta = metadata(tree)
    func first(_ keys: [String]) -> String? { keys.lazy.compactMap { meta[$0] }.first }
    func own(_ name: String) -> String? {
      data.flatMap { JSONRecords.member(name, of: $0) }.flatMap { JSONRecords.scalar($0) }
    }
    draft.publisher =
      own("publisher")
      ?? first(["og:site_name", "article:publisher_name", "application-name", "dc.publisher", "citation_publisher"])
    let headings = tree.nodes.indices.filter { tree.nodes[$0].tag == "h1" }.map { tree.text(of: $0).onOneLine }
      .filter { !$0.isEmpty }
    draft.title =
      own("headline") ?? first(["og:title", "twitter:title", "dc.title", "headline"])
      ?? (headings.count == 1 ? headings[0] : nil) ?? pageTitle(tree)
    draft.title = draft.title.map { withoutSiteName($0, site: draft.publisher) }
    draft.url = canonical(tree) ?? first(["og:url"]) ?? own("mainentityofpage") ?? own("url")
    let dates =
      [own("datepublished"), own("datecreated")]
      + [
        "article:published_time", "og:article:published_time", "datepublished", "pubdate", "publishdate", "date",
        "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date",
        "citation_publication_date", "article:published", "publication_date", "time",
      ].map { meta[$0] }
    draft.published = dates.lazy.compactMap { $0 }.compactMap { DateText.date($0) }.first
    draft.text = mainText(tree, title: draft.title)
    if draft.text.isEmpty, let body = own("articlebody") { draft.text = body }
    guard !draft.text.isEmpty else {
      throw Unfit(
        reason: "has no article text among its markup", remedy: "save the article's own page, or its text")
    }
    return draft
  }

  // MARK: Metadata

  /// The content of `meta` elements by name, property or itemprop in small letters; `time` is the first time element.
  private static func metadata(_ tree: HTMLTree) -> [String: String] {
    var found: [String: String] = [:]
    for (i, node) in tree.nodes.enumerated() {
      if node.tag == "meta" || node.attributes["itemprop"] != nil {
        let keys = ["property", "name", "itemprop"].compactMap { node.attributes[$0]?.lowercased() }
        guard let value = node.attributes["content"] ?? node.attributes["datetime"], !value.isEmpty else { continue }
        for key in keys where found[key] == nil { found[key] = value }
      }
      if node.tag == "time", found["time"] == nil {
        found["time"] = node.attributes["datetime"] ?? tree.text(of: i)
      }
    }
    return found
  }

  private static func canonical(_ tree: HTMLTree) -> String? {
    tree.nodes.first { node in
      node.tag == "link"
        && (node.attributes["rel"]?.lowercased().split(separator: " ").contains("canonical") ?? false)
    }?.attributes["href"]
  }

  private static func pageTitle(_ tree: HTMLTree) -> String? {
    tree.nodes.indices.first { tree.nodes[$0].tag == "title" }.map { tree.text(of: $0).onOneLine }
  }

  /// "Talks resume | Northwind News" without the site's name; without knowing it, only after "|".
  private static func withoutSiteName(_ title: String, site: String?) -> String {
    let text = title.onOneLine
    for mark in [" | ", " — ", " – ", " - ", " :: "] {
      guard let range = text.ranges(of: mark).last else { continue }
      let (head, tail) = (text[..<range.lowerBound], text[range.upperBound...])
      guard head.split(separator: " ").count >= 3 else { continue }
      if let site, tail.lowercased() == site.lowercased() { return String(head) }
      if site == nil, mark == " | ", tail.split(separator: " ").count <= 4 { return String(head) }
    }
    return text
  }

  /// The JSON-LD object that describes the article, on its own or in `@graph`.
  private static func linkedData(_ tree: HTMLTree) -> JSONValue? {
    for (i, node) in tree.nodes.enumerated()
    where node.tag == "script" && node.attributes["type"]?.lowercased().contains("ld+json") == true {
      guard let value = try? JSONText.parse(tree.text(of: i).trimmed) else { continue }
      var open = [value]
      while let next = open.popLast() {
        if isArticle(next) { return next }
        open += next.elements.reversed()
        open += next.members.filter { $0.key == "@graph" || $0.key == "mainEntity" }.map(\.value)
      }
    }
    return nil
  }

  private static func isArticle(_ value: JSONValue) -> Bool {
    guard let type = value.members.first(where: { $0.key == "@type" })?.value else { return false }
    let names = type.elements.compactMap(\.text) + [type.text].compactMap { $0 }
    return names.contains { $0.hasSuffix("Article") || $0 == "BlogPosting" || $0 == "LiveBlogPosting" }
  }

  // MARK: Main text

  private static func mainText(_ tree: HTMLTree, title: String?) -> String {
    let blocks = HTMLBlocks(tree).blocks.filter { $0.node < tree.nodes.count }
    guard !blocks.isEmpty else { return "" }
    var sums = [Int](repeating: 0, count: tree.nodes.count)
    for block in blocks { sums[block.node] += score(block) }
    // Children come after their parents, so one pass from the end adds up every subtree.
    for i in tree.nodes.indices.reversed() where tree.nodes[i].parent >= 0 { sums[tree.nodes[i].parent] += sums[i] }
    guard let best = tree.nodes.indices.max(by: { sums[$0] < sums[$1] || (sums[$0] == sums[$1] && $0 < $1) }),
      sums[best] > 0
    else {
      // Nothing reads like prose: what is no furniture is given as it is.
      return blocks.filter { !$0.isFurniture && $0.linkWords * 2 < $0.words }.map(\.text).joined(separator: "\n\n")
    }
    let inside = blocks.filter { $0.node >= best && $0.node < tree.nodes[best].end }
    guard let first = inside.firstIndex(where: isProse), var last = inside.lastIndex(where: isProse) else { return "" }
    // A last paragraph may be a short one: "No."
    while last + 1 < inside.count, inside[last + 1].tag == "p", !inside[last + 1].isFurniture,
      inside[last + 1].linkWords == 0, score(inside[last + 1]) == 0
    {
      last += 1
    }
    return inside[first...last].filter { block in
      !block.isFurniture && (isProse(block) || block.linkWords * 2 <= block.words) && !isTitle(block, title)
    }.map(\.text).joined(separator: "\n\n")
  }

  private static func isTitle(_ block: HTMLBlocks.Block, _ title: String?) -> Bool {
    block.tag == "h1" || (title != nil && block.text == title)
  }

  private static func isProse(_ block: HTMLBlocks.Block) -> Bool { score(block) > 0 }

  /// Words for prose; for the rest a small loss, larger for links, so that lists of them push the border inwards.
  private static func score(_ block: HTMLBlocks.Block) -> Int {
    let isLinks = block.linkWords * 3 > block.words
    if block.isFurniture { return -2 - block.words / 4 }
    if isLinks { return -3 - block.words / 2 }
    if block.tag.hasPrefix("h"), block.tag.count == 2 { return -1 }
    let sentences = block.text.split(separator: " ").count { word in
      word.last { !"\"'”’)".contains($0) }.map { ".!?".contains($0) } ?? false
    }
    guard sentences > 0 else { return -1 - block.words / 6 }
    return block.words >= 5 ? block.words : 0
  }
}
