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
  }

  /// All items at once, for small inputs.
  package func items(_ paths: [String]) -> [Item] {
    var items: [Item] = []
    read(paths) { items.append($0) }
    return items
  }
}
