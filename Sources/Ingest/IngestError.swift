/// Why a file, or one record of it, gave no article, and what to do about it.
///
/// The rest of a batch goes on. Text is in lower case, in the form `name: reason; remedy`.
package struct IngestError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as it was named or found; with the line (`news.jsonl:12`) or the number of the record (`feed.xml#3`)
  /// where only that is concerned.
  package let name: String
  package let reason: String
  package let remedy: String

  package init(name: String, reason: String, remedy: String) {
    self.name = name
    self.reason = reason
    self.remedy = remedy
  }

  package var description: String { "\(name): \(reason); \(remedy)" }
}

/// What one record is not fit for, before it is known where it came from.
struct Unfit: Error, Hashable {
  let reason: String
  let remedy: String

  func named(_ name: String) -> IngestError { IngestError(name: name, reason: reason, remedy: remedy) }
}
