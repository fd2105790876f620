import Statements

/// Reads articles from files, folders and standard input: plain text, HTML, JSON, JSON lines, RSS and Atom.
///
/// Items come one at a time and in a fixed order: paths as given, the files of a folder by the bytes of their paths, the
/// records of a file as they stand. A file of JSON lines is streamed; any other file is held in memory, one at a time.
package struct ArticleReader: Sendable {
  /// What is refused, so that no input can exhaust memory.
  package struct Limits: Hashable, Sendable {
    /// The largest file; does not hold for JSON lines, which are streamed.
    package var fileBytes: Int
    /// The largest line of a JSON lines file.
    package var recordBytes: Int
    /// The longest text of one article.
    package var textBytes: Int

    package init(fileBytes: Int = 64 << 20, recordBytes: Int = 16 << 20, textBytes: Int = 1 << 20) {
      self.fileBytes = fileBytes
      self.recordBytes = recordBytes
      self.textBytes = textBytes
    }
  }

  /// An article, or why there is none, with the place it was read from.
  package struct Item: Sendable {
    /// The file, and where it has several articles, `:line` or `#number`; `standard input` for `-`.
    package let source: String
    package let result: Result<Article, IngestError>
  }

  package let limits: Limits

  package init(limits: Limits = Limits()) { self.limits = limits }

  /// Calls `each` for every article and every problem. Only `each` can make it throw, which ends the reading.
  ///
  /// - Parameter paths: files, folders (read with what is below them) or `-` for standard input.
  package func read(_ paths: [String], each: (Item) throws -> Void) rethrows {
    for path in paths {
      for source in SourceFiles.find(path) {
        switch source {
        case .problem(let error): try each(Item(source: error.name, result: .failure(error)))
        case .standardInput: try read(path: nil, name: "standard input", ending: "", each)
        case .file(let file): try read(path: file, name: file, ending: SourceFiles.ending(of: file), each)
        }
      }
    }
  }

  /// All items at once, for small inputs.
  package func items(_ paths: [String]) -> [Item] {
    var items: [Item] = []
    read(paths) { items.append($0) }
    return items
  }

  private func read(path: String?, name: String, ending: String, _ each: (Item) throws -> Void) rethrows {
    let source: ByteSource
    let head: ArraySlice<UInt8>
    do {
      source = try ByteSource(path: path)
      head = try source.peek(1 << 16)
    } catch {
      return try each(Item(source: name, result: .failure(error.named(name))))
    }
    if head.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }), head.count < 1 << 16 {
      let unfit = Unfit(reason: "is empty", remedy: "check how it was saved, or leave it out")
      return try each(Item(source: name, result: .failure(unfit.named(name))))
    }
    if let unfit = TextDecoding.binaryKind(head) {
      return try each(Item(source: name, result: .failure(unfit.named(name))))
    }
    let isUTF8 = TextDecoding.detect(head).encoding == .utf8
    let format = FileFormat.of(TextDecoding.text(head), ending: ending)
    if format == .jsonLines, isUTF8, ending == "jsonl" || ending == "ndjson" || isRecordLine(head) {
      return try readLines(of: source, name: name, each)
    }
    try readWhole(source, name: name, format: format, each)
  }

  /// Whether the first line is a whole object, or too long to say.
  private func isRecordLine(_ head: ArraySlice<UInt8>) -> Bool {
    let mark = TextDecoding.detect(head).mark
    let lines = head.dropFirst(mark).split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: true)
    guard let first = lines.first, lines.count > 1 || head.count >= 1 << 16 else { return false }
    if lines.count == 1 { return true }
    return (try? JSONText.parse(Array(TextDecoding.text(first).utf8)[...])) != nil
  }

  /// JSON lines: every line a record, none held longer than its turn.
  private func readLines(of source: ByteSource, name: String, _ each: (Item) throws -> Void) rethrows {
    var number = 0
    while true {
      let line: ByteSource.Line?
      do {
        line = try source.line(limit: limits.recordBytes)
      } catch {
        return try each(Item(source: name, result: .failure(error.named(name))))
      }
      guard let line else { return }
      number += 1
      let place = "\(name):\(number)"
      switch line {
      case .tooLong:
        let unfit = Unfit(
          reason: "is longer than the limit of \(ByteCount.words(limits.recordBytes)) a line",
          remedy: "split the record, or leave it out")
        try each(Item(source: place, result: .failure(unfit.named(place))))
      case .bytes(let bytes):
        let text = TextDecoding.text(bytes)
        if text.allSatisfy(\.isWhitespace) { continue }
        let records: [JSONValue]
        do {
          let value = try JSONText.parse(text)
          let found = JSONRecords.records(in: value)
          records = found.isEmpty ? [value] : found
        } catch {
          let unfit = bytes.contains(0) ? TextDecoding.binaryKind(bytes) ?? error : error
          try each(Item(source: place, result: .failure(unfit.named(place))))
          continue
        }
        for (i, record) in records.enumerated() {
          try give(records.count > 1 ? "\(place)#\(i + 1)" : place, each) { () throws(Unfit) in
            try JSONRecords.draft(record)
          }
        }
      }
    }
  }

  private func readWhole(
    _ source: ByteSource, name: String, format: FileFormat, _ each: (Item) throws -> Void
  ) rethrows {
    let drafts: [Result<ArticleDraft, Unfit>]
    do {
      drafts = try Self.drafts(of: wholeText(of: source), format: format)
    } catch {
      return try each(Item(source: name, result: .failure(error.named(name))))
    }
    for (i, draft) in drafts.enumerated() {
      try give(drafts.count > 1 ? "\(name)#\(i + 1)" : name, each) { () throws(Unfit) in try draft.get() }
    }
  }

  private func wholeText(of source: ByteSource) throws(Unfit) -> String {
    guard let bytes = try source.rest(limit: limits.fileBytes) else {
      throw Unfit(
        reason: "is larger than the limit of \(ByteCount.words(limits.fileBytes)) a file",
        remedy: "split it, or give many articles as JSON lines (.jsonl), which have no such limit")
    }
    if let unfit = TextDecoding.binaryKind(bytes) { throw unfit }
    return TextDecoding.text(bytes)
  }

  private static func drafts(of text: String, format: FileFormat) throws(Unfit) -> [Result<ArticleDraft, Unfit>] {
    switch format {
    case .plainText: return [.success(PlainText.draft(text))]
    case .html: return [.success(try HTMLPage.draft(text))]
    case .feed:
      let drafts = try Feed.drafts(text)
      if drafts.isEmpty { throw Unfit(reason: "is a feed without items", remedy: "fetch it again later") }
      return drafts.map { .success($0) }
    case .json, .jsonLines:
      let value = try JSONText.parse(text)
      let records = JSONRecords.records(in: value)
      if records.isEmpty {
        // Says what the keys are.
        return [.success(try JSONRecords.draft(value))]
      }
      return records.map { record in Result { () throws(Unfit) in try JSONRecords.draft(record) } }
    }
  }

  /// Makes the article and hands it on, or the reason why there is none.
  private func give(
    _ place: String, _ each: (Item) throws -> Void, draft: () throws(Unfit) -> ArticleDraft
  ) rethrows {
    let result: Result<Article, IngestError>
    do {
      result = .success(try draft().article(limits: limits))
    } catch {
      result = .failure(error.named(place))
    }
    try each(Item(source: place, result: result))
  }
}
