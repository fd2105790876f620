import Statements

/// Finds the articles in a JSON value: an object that has a text, a list of such, or an object with lists of such inside
/// (`{"articles": […]}`, `{"response": {"docs": […]}}`).
enum JSONRecords {
  /// The records in the order of the file; none where there is nothing like an article.
  static func records(in value: JSONValue) -> [JSONValue] { records(in: value, depth: 0) }

  private static func records(in value: JSONValue, depth: Int) -> [JSONValue] {
    guard depth < 6 else { return [] }
    switch value {
    case .array(let elements):
      // Elements of a list are records even where they have no text, so that each can be reported.
      if depth == 0 || elements.contains(where: isRecord) {
        return elements.flatMap { element in
          let inner = isRecord(element) ? [] : records(in: element, depth: depth + 1)
          return inner.isEmpty ? [element] : inner
        }
      }
      return elements.flatMap { records(in: $0, depth: depth + 1) }
    case .object(let members):
      if isRecord(value) { return [value] }
      return members.flatMap { member -> [JSONValue] in
        switch member.value {
        case .array, .object: records(in: member.value, depth: depth + 1)
        default: []
        }
      }
    default: return []
    }
  }

  private static func isRecord(_ value: JSONValue) -> Bool { text(of: value) != nil }

  /// A record's fields; throws where it has no text.
  static func draft(_ record: JSONValue) throws(Unfit) -> ArticleDraft {
    guard case .object(let members) = record else {
      throw Unfit(reason: "is no JSON object", remedy: "give one object an article, with \"title\" and \"text\"")
    }
    guard let found = text(of: record) else {
      let keys = members.prefix(8).map { "\"\($0.key.prefix(30))\"" }.joined(separator: ", ")
      throw Unfit(
        reason: keys.isEmpty ? "is an empty object" : "has no text among its keys \(keys)",
        remedy: "name the article's text \"text\"")
    }
    var draft = ArticleDraft()
    draft.id = scalar(.id, in: record) ?? members.first { $0.key == "_id" }?.value.text
    draft.title = scalar(.title, in: record)
    draft.url = scalar(.url, in: record)
    draft.publisher = scalar(.publisher, in: record)
    for name in ArticleField.names(.date) where draft.published == nil {
      draft.published = member(name, of: record).flatMap { scalar($0) }.flatMap { DateText.date($0) }
    }
    draft.text = found
    if looksLikeHTML(found) {
      draft.text = HTMLFragment.text(found)
      draft.mayHaveHeadline = false
    }
    return draft
  }

  /// The text, or the paragraphs of a list joined by empty lines.
  private static func text(of record: JSONValue) -> String? {
    for name in ArticleField.names(.text) {
      switch member(name, of: record) {
      case .string(let s)? where !s.allSatisfy(\.isWhitespace): return s
      case .array(let parts)?:
        let strings = parts.compactMap { part -> String? in
          if case .string(let s) = part { return s }
          return nil
        }
        if strings.count == parts.count, !strings.isEmpty { return strings.joined(separator: "\n\n") }
      case .object(let inner)?:
        // {"content": {"text": "…"}}, {"summary": {"@value": "…"}}
        for key in ["text", "html", "value", "@value", "rendered", "plain"] {
          if case .string(let s)? = inner.first(where: { $0.key == key })?.value, !s.isEmpty { return s }
        }
      default: break
      }
    }
    return nil
  }

  private static func scalar(_ field: ArticleField, in record: JSONValue) -> String? {
    for name in ArticleField.names(field) {
      if let found = member(name, of: record).flatMap({ scalar($0) }) { return found }
    }
    return nil
  }

  /// Text, also where it is inside `{"name": …}`, `{"@id": …}` or the first of a list.
  static func scalar(_ value: JSONValue) -> String? {
    switch value {
    case .string, .number: return value.text
    case .object(let members):
      for key in ["name", "title", "@value", "value", "@id", "id", "url", "rendered", "$date"] {
        if let s = members.first(where: { $0.key == key })?.value.text { return s }
      }
      return nil
    case .array(let elements): return elements.first.flatMap { scalar($0) }
    default: return nil
    }
  }

  static func member(_ plainName: String, of record: JSONValue) -> JSONValue? {
    record.members.first { member in
      member.key == plainName || member.key.lowercased().filter({ $0.isLetter || $0.isNumber }) == plainName
    }?.value
  }

  /// Markup of paragraphs or several tags; a text that only speaks of `<b>` is none.
  static func looksLikeHTML(_ text: String) -> Bool {
    let lower = text.prefix(20_000).lowercased()
    return ["<p>", "<p ", "</p>", "<br>", "<br/>", "<br />", "<div", "</a>"].contains { lower.contains($0) }
  }
}
