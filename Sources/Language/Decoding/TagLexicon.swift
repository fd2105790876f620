import Foundation

/// The Penn tags that frequent words were seen with in training: a brake on tags that would be new for such a word.
///
/// `tags.tsv`, made by `Training/tags.py`, which also says how the penalty was chosen.
struct TagLexicon: Sendable {
  /// What a tag's score loses where the word is listed without it.
  static let penalty: Float = 2

  private let unseen: [String: [Int]]

  /// Reads `tags.tsv` of a model folder; `tags` names the tagger's classes by index.
  ///
  /// - Throws: ``ModelError`` when it is missing.
  init(contentsOf url: URL, tags: [String]) throws(ModelError) {
    guard let table = try? String(contentsOf: url, encoding: .utf8) else {
      throw ModelError(file: url.path, reason: .unreadable)
    }
    self.init(table: table, tags: tags)
  }

  /// Reads rows of a word and its tags, separated by a tab and spaces; others are passed over.
  init(table: String, tags: [String]) {
    var unseen: [String: [Int]] = [:]
    for line in table.split(separator: "\n") where !line.hasPrefix("# ") {
      let columns = line.split(separator: "\t")
      guard columns.count == 2 else { continue }
      let seen = Set(columns[1].split(separator: " "))
      unseen[String(columns[0])] = tags.indices.filter { !seen.contains(Substring(tags[$0])) }
    }
    self.unseen = unseen
  }

  /// The classes that a word was never seen with; none for a word that is not listed.
  func unseen(with form: String) -> [Int] { unseen[form] ?? [] }
}
