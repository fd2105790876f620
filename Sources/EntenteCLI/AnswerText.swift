import Entente
import Foundation

/// Answers for people: lines of the terminal's width, a quotation under every claim.
enum AnswerText {
  /// Ties in sections by standing; all but facts only where `all` is set, else they are counted.
  static func ties(_ ties: [Tie], of node: Entity, all: Bool, quotations: Int = 3) -> String {
    var blocks: [String] = []
    for standing in Standing.allCases {
      let section = ties.filter { $0.standing == standing }
      if section.isEmpty || (standing != .fact && !all) { continue }
      if let heading = heading(standing) { blocks.append(heading) }
      blocks += section.map { tie($0, of: node, quotations: quotations) }
    }
    if !all, let hidden = hidden(ties) { blocks.append(hidden) }
    return blocks.joined(separator: "\n\n")
  }

  private static func heading(_ standing: Standing) -> String? {
    switch standing {
    case .fact: nil
    case .planned: "-- Planned, or only possible:"
    case .doubtful: "-- Doubtful, more likely misread than not:"
    case .denied: "-- Denied, or said not to have happened:"
    }
  }

  private static func hidden(_ ties: [Tie]) -> String? {
    let kinds: [(Standing, String)] = [(.planned, "planned or possible"), (.doubtful, "doubtful"), (.denied, "denied")]
    let parts = kinds.compactMap { standing, words in
      let count = ties.count { $0.standing == standing }
      return count > 0 ? "\(count) \(words)" : nil
    }
    if parts.isEmpty { return nil }
    return Terminal.wrap("Not told as facts: \(parts.joined(separator: ", ")). --all shows them.")
  }

  /// One tie: who, what, and the passages that say so.
  private static func tie(_ tie: Tie, of node: Entity, quotations: Int) -> String {
    let line = phrase(tie, of: node) + " · " + Terminal.count(tie.sources, "article")
    var lines = [Terminal.wrap(line, hanging: "  ")]
    for citation in tie.citations.prefix(quotations) { lines.append(self.citation(citation)) }
    if tie.citations.count > quotations {
      lines.append("  … and \(Terminal.count(tie.citations.count - quotations, "passage")) more (--json has all)")
    }
    return lines.joined(separator: "\n")
  }

  /// "met Oskar Deln (person)", or "Oskar Deln (person) praised Mira Kolvane".
  static func phrase(_ tie: Tie, of node: Entity) -> String {
    let other = tie.other.map { "\($0.name) (\($0.type.rawValue))" } ?? tie.literal ?? ""
    return tie.direction == .in
      ? "\(other) \(tie.relation.label) \(node.name)" : "\(node.name) \(tie.relation.label) \(other)"
  }

  /// When, which outlet, who says so; then the words.
  static func citation(_ citation: Citation, indent: String = "  ") -> String {
    let statement = citation.statement
    var parts: [String] = []
    if let time = statement.time { parts.append(words(time)) }
    let source = citation.source
    let outlet = source.publisher ?? (source.title.isEmpty ? source.id : source.title)
    parts.append([outlet, citation.source.published?.description].compactMap(\.self).joined(separator: ", "))
    if let note = note(statement) { parts.append(note) }
    if let attribution = citation.attribution { parts.append("according to \(attribution)") }
    let quote = quotation(statement.evidence).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return Terminal.wrap(parts.filter { !$0.isEmpty }.joined(separator: " · "), indent: indent, hanging: indent + "  ")
      + "\n" + Terminal.wrap("“\(quote)”", indent: indent + "  ", hanging: indent + "   ")
  }

  /// "2021-05-03", "since 2011", "until 2018-06", "2008 to 2016".
  static func words(_ time: TemporalExtent) -> String {
    switch (time.start, time.end) {
    case (let start?, nil): "since \(start)"
    case (nil, let end?): "until \(end)"
    case (let start?, let end?): start == end ? start.description : "\(start) to \(end)"
    case (nil, nil): ""
    }
  }

  /// The quotation, or of a long one the stretches around the words that count, whole words, with marks of omission.
  static func quotation(_ evidence: Evidence) -> String {
    let bytes = Array(evidence.quote.utf8)
    if bytes.count <= 360 { return evidence.quote }
    func isSpace(_ i: Int) -> Bool { bytes[i] == 0x20 || bytes[i] == 0x0A }
    var stretches: [Span] = []
    for span in ([evidence.subject, evidence.object] + evidence.relation).sorted() {
      var start = max(0, span.start - evidence.span.start - 70)
      var end = min(bytes.count, span.end - evidence.span.start + 70)
      guard start < end else { continue }
      while start > 0, !isSpace(start - 1) { start -= 1 }
      while end < bytes.count, !isSpace(end) { end += 1 }
      if let last = stretches.last, start <= last.end + 20 {
        stretches[stretches.count - 1] = last.union(Span(start, end))
      } else {
        stretches.append(Span(start, end))
      }
    }
    let parts = stretches.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    let opening = stretches.first.map { $0.start > 0 } ?? false ? "… " : ""
    let closing = stretches.last.map { $0.end < bytes.count } ?? false ? " …" : ""
    return opening + parts.joined(separator: " … ") + closing
  }

  /// How the text presents it, unless as plain fact.
  static func note(_ statement: Statement<Entity.ID>) -> String? {
    if statement.polarity == .negative { return "did not happen" }
    return statement.factuality == .asserted ? nil : statement.factuality.rawValue
  }

  /// Name, type and other names.
  static func heading(_ node: Entity) -> String {
    var lines = [Terminal.wrap("\(node.name) (\(node.type.rawValue)) · \(node.id)", hanging: "  ")]
    if !node.aliases.isEmpty {
      lines.append(Terminal.wrap("also: " + node.aliases.joined(separator: "; "), indent: "  ", hanging: "    "))
    }
    for (key, value) in node.identifiers.sorted(by: { $0.key < $1.key }) { lines.append("  \(key): \(value)") }
    return lines.joined(separator: "\n")
  }
}
