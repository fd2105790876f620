import Foundation

/// First names with the gender of those who bear them, for where the text says nothing else.
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
    // By bytes: it is read whenever the program starts.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"))
    var genders = [String: MentionProfile.Gender](minimumCapacity: lines.count)
    for line in lines where line.first != UInt8(ascii: "#") {
      let columns = line.split(separator: UInt8(ascii: "\t"))
      guard columns.count == 2 else { continue }
      genders[String(Substring(columns[0]))] = columns[1].elementsEqual("f".utf8) ? .female : .male
    }
    self.genders = genders
  }

  subscript(name: String) -> MentionProfile.Gender? { genders[name] }
}
