import Statements
import Testing

@testable import Extraction

/// The lexicon's lines are well formed, and each shows its sense.
struct FrameLexiconTests {
  private var rows: [[String]] {
    String(decoding: PackageResources.frames_tsv, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test("Every line is read")
  func linesAreRead() {
    #expect(rows.count > 500)
    for row in rows {
      #expect(row.count == 7, "\(row)")
      #expect(Frame(line: row.joined(separator: "\t")[...]) != nil, "\(row)")
    }
    #expect(FrameLexicon.shared.all.count == rows.count)
  }

  @Test("Relations are of the vocabulary or open phrases")
  func relationsAreKnown() {
    for frame in FrameLexicon.shared.all {
      #expect(frame.relation.definition != nil || frame.relation.phrase != nil, "\(frame.lemma): \(frame.relation)")
    }
  }

  @Test("Lines are sorted by lemma and kind")
  func sorted() {
    let keys = rows.map { [$0[0].prefix { $0 != "+" }.description, $0[1]] }
    for (a, b) in zip(keys, keys.dropFirst()) { #expect((a[0], a[1]) <= (b[0], b[1]), "\(a) \(b)") }
  }

  @Test("Examples show their word")
  func examples() {
    for row in rows {
      let stem = row[0].split(whereSeparator: { $0 == " " || $0 == "+" }).first.map { $0.prefix(3).lowercased() } ?? ""
      let irregular = row[6].lowercased().split(separator: " ").contains { $0.first == stem.first }
      #expect(row[6].hasSuffix("."), "\(row)")
      #expect(row[6].lowercased().contains(stem) || irregular, "\(row)")
    }
  }
}
