import Statements

/// Words by which a speaker praises or blames, and verbs that say that their subject does wrong: `Lexicons/stance.tsv`.
struct StanceLexicon: Sendable {
  static let shared = StanceLexicon(tsv: String(decoding: PackageResources.stance_tsv, as: UTF8.self))

  /// Nouns and adjectives.
  let praise: Set<String>
  let blame: Set<String>
  /// Verbs.
  let misdeeds: Set<String>

  /// Lemma, kind, example, divided by tabs; lines that start with `#` say where the file comes from.
  init(tsv: String) {
    var words: [Substring: Set<String>] = [:]
    for line in tsv.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t")
      guard columns.count >= 2 else { continue }
      words[columns[1], default: []].insert(String(columns[0]))
    }
    praise = words["praise"] ?? []
    blame = words["blame"] ?? []
    misdeeds = words["misdeed"] ?? []
  }
}
