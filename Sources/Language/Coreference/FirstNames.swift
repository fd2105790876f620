import Foundation

/// First names with the gender of the pronouns that take them up, for where the text says nothing else.
struct FirstNames: Sendable {
  private let genders: [String: MentionProfile.Gender]

  init(_ genders: [String: MentionProfile.Gender]) { self.genders = genders }

  /// Reads `first_names.tsv` of a model folder: a name in lower case and `m` or `f`.
  ///
  /// - Throws: ``ModelError`` when it cannot be read.
  init(contentsOf url: URL) throws(ModelError) {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      throw ModelError(file: url.path, reason: .unreadable)
    }
    var genders: [String: MentionProfile.Gender] = [:]
    for line in text.split(separator: "\n") where line.first != "#" {
      let columns = line.split(separator: "\t")
      if columns.count == 2 { genders[String(columns[0])] = columns[1] == "f" ? .female : .male }
    }
    self.genders = genders
  }

  subscript(name: String) -> MentionProfile.Gender? { genders[name] }
}
