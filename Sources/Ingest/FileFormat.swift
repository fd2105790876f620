/// What a file holds, told by its content first and by its name where that leaves a choice.
enum FileFormat: Hashable {
  case plainText, html, json, jsonLines, feed

  /// - Parameters:
  ///   - head: the text's first few thousand characters.
  ///   - ending: the file name's, in small letters; empty for standard input.
  static func of(_ head: some StringProtocol, ending: String) -> FileFormat {
    let start = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    switch start.first {
    case "<":
      let markup = start.prefix(4000).lowercased()
      if let root = rootElement(markup), ["rss", "feed", "rdf:rdf"].contains(root) { return .feed }
      if ["html", "htm", "xhtml"].contains(ending) || markup.contains("<html") || markup.contains("<!doctype html") {
        return .html
      }
      if ["xml", "rss", "atom"].contains(ending) || markup.hasPrefix("<?xml") { return .feed }
      return ["<body", "<head", "<div", "<p>", "<article", "<meta", "<h1"].contains { markup.contains($0) }
        ? .html : .plainText
    case "{", "[":
      switch ending {
      case "jsonl", "ndjson": return .jsonLines
      case "txt", "text": return .plainText
      case "html", "htm", "xhtml": return .html
      // A list is one value; an object may be the first of many lines.
      default: return start.first == "[" ? (ending == "json" || isList(start) ? .json : .plainText) : .jsonLines
      }
    default:
      switch ending {
      case "html", "htm", "xhtml": return .html
      case "json": return .json
      case "jsonl", "ndjson": return .jsonLines
      case "rss", "atom", "xml": return .feed
      default: return .plainText
      }
    }
  }

  /// "[{…" and "["…" begin JSON, "[Photo]" does not.
  private static func isList(_ text: some StringProtocol) -> Bool {
    text.dropFirst().first { !$0.isWhitespace }.map { "{[\"]".contains($0) } ?? false
  }

  private static func rootElement(_ markup: String) -> String? {
    var rest = markup[...]
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      guard let c = rest.first else { return nil }
      if c == "!" || c == "?" {
        if rest.hasPrefix("!--") {
          guard let end = rest.firstRange(of: "-->") else { return nil }
          rest = rest[end.upperBound...]
        } else if rest.hasPrefix("!doctype"), let bracket = rest.firstIndex(of: "["),
          bracket < (rest.firstIndex(of: ">") ?? rest.endIndex)
        {
          guard let end = rest.firstRange(of: "]>") else { return nil }
          rest = rest[end.upperBound...]
        }
        continue
      }
      return String(rest.prefix { $0.isLetter || $0 == ":" })
    }
    return nil
  }
}
