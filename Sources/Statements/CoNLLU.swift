/// The text form of analysed sentences: CoNLL-U (universaldependencies.org/format.html).
///
/// Names stand in MISC as `NER=B-person`, offsets as `TokenRange=12:17` (UTF-8 bytes, half open), the chain of a mention
/// as `Chain=3` at its head word, what one of several things takes up as `Antecedents=2:1,2:4`, sentence and word of each
/// (both written only). Comments used: `# newdoc id =`, `# newpar`, `# part = title`, `# date =`.
public enum CoNLLU {
  /// What one `# newdoc` of a file holds.
  public struct Parsed: Sendable {
    public let article: Article
    public let sentences: [Sentence]
    public let names: [NameSpan]
  }

  /// Reads documents; a file without `# newdoc` is one. Lines that are not of the format are passed over.
  ///
  /// Where words bear no `TokenRange`, the text is rebuilt from `# text` or the forms and `SpaceAfter=No`.
  public static func read(_ text: String, defaultID: String = "conllu") -> [Parsed] {
    var documents: [Parsed] = []
    var builder = Builder(id: defaultID)
    var rows: [[Substring]] = []
    var ended = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = line.last == "\r" ? line.dropLast() : line
      if line.isEmpty {
        builder.add(rows)
        rows = []
        ended = true
      } else if line.hasPrefix("#") {
        let parts = line.dropFirst().split(separator: "=", maxSplits: 1).map { trim($0) }
        let key = parts.first ?? ""
        let value = parts.count > 1 ? parts[1] : nil
        if key == "newdoc id" || key == "newdoc" {
          if let done = builder.finish() { documents.append(done) }
          builder = Builder(id: value ?? "\(defaultID)-\(documents.count + 1)")
        }
        if ended, key.hasPrefix("newpar") { builder.startParagraph() }
        if key == "part" { builder.part = value == "title" ? .title : .text }
        if key == "date" || key == "meta::dateCreated" { builder.date = value.flatMap { PartialDate($0) } }
      } else {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        if columns.count >= 8 { rows.append(columns) }
        ended = false
      }
    }
    builder.add(rows)
    if let done = builder.finish() { documents.append(done) }
    return documents
  }

  /// Writes sentences with the names among the mentions; ends with an empty line.
  ///
  /// - Parameter comments: More lines above a sentence, by its index, without the `#`.
  public static func write(_ document: Document, comments: [Int: [String]] = [:]) -> String {
    var out = "# newdoc id = \(field(document.article.id))\n"
    if let date = document.article.published { out += "# date = \(date)\n" }
    let names = Dictionary(grouping: document.mentions.filter { $0.form == .name }, by: \.sentence)
    var chains: [Int: [Int: Int]] = [:]
    for (c, chain) in document.coreference.enumerated() {
      for id in chain where document.mentions.indices.contains(id) {
        chains[document.mentions[id].sentence, default: [:]][document.mentions[id].head] = c
      }
    }
    var several: [Int: [Int: String]] = [:]
    for (id, antecedents) in document.splitAntecedents where document.mentions.indices.contains(id) {
      let places = antecedents.filter(document.mentions.indices.contains).map {
        "\(document.mentions[$0].sentence + 1):\(document.mentions[$0].head + 1)"
      }
      several[document.mentions[id].sentence, default: [:]][document.mentions[id].head] = places.joined(separator: ",")
    }
    var paragraph: Int?
    for (s, sentence) in document.sentences.enumerated() {
      if sentence.paragraph != paragraph { out += "# newpar\n" }
      paragraph = sentence.paragraph
      out += "# sent_id = \(field(document.article.id))-\(s + 1)\n"
      if sentence.part == .title { out += "# part = title\n" }
      let string = document.article.string(of: sentence.part)
      let words = (string.text(at: sentence.span) ?? "").split(whereSeparator: \.isWhitespace)
      out += "# text = " + field(words.joined(separator: " ")) + "\n"
      for comment in comments[s] ?? [] { out += "# " + field(comment) + "\n" }
      var labels = [String](repeating: "", count: sentence.tokens.count)
      for name in names[s] ?? [] {
        for t in name.tokens { labels[t] = (t == name.tokens.lowerBound ? "B-" : "I-") + name.type.rawValue }
      }
      let tokens = sentence.tokens
      for (t, token) in tokens.enumerated() {
        // The words of "don't" and "cannot" share a line with the surface form (`1-2`), as in UD English.
        if t == 0 || !continuesWord(tokens[t - 1], token) {
          let last = (t + 1..<tokens.count).prefix { continuesWord(tokens[$0 - 1], tokens[$0]) }.last ?? t
          if last > t {
            let form = field(tokens[t...last].map(\.form).joined())
            let isJoined = last + 1 < tokens.count && tokens[last + 1].span.start == tokens[last].span.end
            out += "\(t + 1)-\(last + 1)\t\(form)" + String(repeating: "\t_", count: 7)
            out += isJoined ? "\tSpaceAfter=No\n" : "\t_\n"
          }
        }
        var misc = labels[t].isEmpty ? [] : ["NER=\(labels[t])"]
        if let chain = chains[s]?[t] { misc.append("Chain=\(chain + 1)") }
        if let places = several[s]?[t] { misc.append("Antecedents=\(places)") }
        let isInside =
          t + 1 < tokens.count && continuesWord(token, tokens[t + 1]) || t > 0 && continuesWord(tokens[t - 1], token)
        if !isInside, t + 1 < tokens.count, tokens[t + 1].span.start == token.span.end { misc.append("SpaceAfter=No") }
        misc.append("TokenRange=\(token.span.start):\(token.span.end)")
        let head = token.head.map { String($0 + 1) } ?? (token.deprel.isEmpty ? "_" : "0")
        let columns = [
          String(t + 1), field(token.form), field(token.lemma), token.upos, token.xpos, token.feats, head, token.deprel,
          "_",
          misc.joined(separator: "|"),
        ]
        out += columns.map { $0.isEmpty ? "_" : $0 }.joined(separator: "\t") + "\n"
      }
      out += "\n"
    }
    return out
  }

  /// A text as the format can hold it: on one line of one column. Anything that a reader may take for an end of either
  /// becomes a blank.
  private static func field(_ text: String) -> String {
    func ends(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value < 0x20 || scalar == "\u{7F}" || scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
    }
    guard text.unicodeScalars.contains(where: ends) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { ends($0) ? " " : $0 }))
  }

  /// Whether a word is the second part of what is written as one: "n't", "'s", the "not" of "cannot".
  private static func continuesWord(_ previous: Token, _ token: Token) -> Bool {
    guard previous.span.end == token.span.start, let last = previous.form.last, let first = token.form.first else {
      return false
    }
    guard last.isLetter || last.isNumber else { return false }
    if "'’`".contains(first) {
      return token.xpos == "POS" || ["s", "re", "ve", "ll", "d", "m"].contains(token.form.dropFirst().lowercased())
    }
    return first.isLetter && last.isLetter && first.isLowercase
  }

  fileprivate static func trim(_ s: some StringProtocol) -> String {
    var s = Substring(s)
    while s.first?.isWhitespace == true { s = s.dropFirst() }
    while s.last?.isWhitespace == true { s = s.dropLast() }
    return String(s)
  }
}

/// A name that the model or an annotator marked.
public struct NameSpan: Hashable, Sendable {
  public let sentence: Int
  public let tokens: Range<Int>
  public let type: EntityType

  public init(sentence: Int, tokens: Range<Int>, type: EntityType) {
    self.sentence = sentence
    self.tokens = tokens
    self.type = type
  }

  /// The same span with another type.
  package func typed(_ type: EntityType) -> NameSpan { NameSpan(sentence: sentence, tokens: tokens, type: type) }
}

/// Gathers the sentences of one document.
private struct Builder {
  let id: String
  var part = ArticlePart.text
  var date: PartialDate?
  private var paragraph = 0
  private var title = ""
  private var text = ""
  private var hasRanges = false
  private var sentences: [Sentence] = []
  private var names: [NameSpan] = []

  init(id: String) { self.id = id }

  mutating func startParagraph() {
    if !sentences.isEmpty { paragraph += 1 }
  }

  mutating func add(_ rows: [[Substring]]) {
    guard !rows.isEmpty else { return }
    var string = part == .title ? title : text
    if !string.isEmpty { string += "\n" }
    var tokens: [Token] = []
    var labels: [String] = []
    var shared: (last: Int, span: Span, isSplit: Bool)?
    for row in rows {
      let misc = row.count > 9 ? row[9].split(separator: "|") : []
      func value(_ key: String) -> String? {
        misc.first { $0.hasPrefix(key + "=") }.map { String($0.dropFirst(key.utf8.count + 1)) }
      }
      let isLast = misc.contains("SpaceAfter=No")
      if row[0].contains("-") {
        let ends = row[0].split(separator: "-").compactMap { Int($0) }
        guard ends.count == 2 else { continue }
        let forms = rows.filter { r in Int(r[0]).map { (ends[0]...max(ends[0], ends[1])).contains($0) } ?? false }
        let start = string.utf8.count
        string += row[1] + (isLast ? "" : " ")
        shared = (ends[1], Span(start, start + row[1].utf8.count), forms.map { String($0[1]) }.joined() == row[1])
        continue
      }
      guard let number = Int(row[0]), number == tokens.count + 1 else { continue }
      let form = String(row[1])
      var span: Span
      if let (last, whole, isSplit) = shared, number <= last {
        if isSplit {
          let start = tokens.last.map { $0.span.start >= whole.start ? $0.span.end : whole.start } ?? whole.start
          span = Span(start, start + form.utf8.count)
        } else {
          span = whole
        }
      } else {
        span = Span(string.utf8.count, string.utf8.count + form.utf8.count)
        string += form + (isLast ? "" : " ")
      }
      if let range = value("TokenRange")?.split(separator: ":").compactMap({ Int($0) }), range.count == 2 {
        span = Span(range[0], range[1])
        hasRanges = true
      }
      let known = { (s: Substring) in s == "_" ? "" : String(s) }
      tokens.append(
        Token(
          span: span, form: form, lemma: row[2] == "_" && form != "_" ? "" : String(row[2]), upos: known(row[3]),
          xpos: known(row[4]), feats: known(row[5]), head: Int(row[6]).flatMap { $0 > 0 ? $0 - 1 : nil },
          deprel: known(row[7])))
      labels.append(value("NER") ?? "")
    }
    addNames(labels)
    sentences.append(Sentence(tokens: tokens, part: part, paragraph: paragraph))
    if part == .title { title = string } else { text = string }
    part = .text
  }

  private mutating func addNames(_ labels: [String]) {
    var start: Int?
    func type(_ i: Int) -> Substring { labels[i].dropFirst(2) }
    for i in 0...labels.count {
      if let s = start, i == labels.count || !labels[i].hasPrefix("I-") || type(i) != type(s) {
        if let kind = EntityType(rawValue: String(type(s))) {
          names.append(NameSpan(sentence: sentences.count, tokens: s..<i, type: kind))
        }
        start = nil
      }
      if i < labels.count, start == nil, !labels[i].isEmpty, labels[i] != "O" { start = i }
    }
  }

  func finish() -> CoNLLU.Parsed? {
    guard !sentences.isEmpty else { return nil }
    // Words with offsets of their own point into a text that is not here: it is laid out again from the forms.
    return CoNLLU.Parsed(
      article: Article(
        id: id, title: hasRanges ? layOut(.title) : title, text: hasRanges ? layOut(.text) : text, published: date),
      sentences: sentences, names: names)
  }

  /// The words of a part at their offsets, blanks between.
  private func layOut(_ part: ArticlePart) -> String {
    let tokens = sentences.filter { $0.part == part }.flatMap(\.tokens)
    var bytes = [UInt8](repeating: 0x20, count: tokens.map(\.span.end).max() ?? 0)
    for token in tokens where token.span.start >= 0 {
      for (i, byte) in token.form.utf8.prefix(token.span.length).enumerated() { bytes[token.span.start + i] = byte }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
