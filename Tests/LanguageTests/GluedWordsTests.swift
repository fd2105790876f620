import Foundation
import Statements
import Testing

@testable import Language

@Suite struct GluedWordsTests {
  private func words(_ text: String) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("glued-\(UUID().uuidString).txt")
    let pieces = [
      "[CLS]", "[SEP]", "[UNK]", "northern", "region", "maria", "council", "the", "river", "feed", "book", "face",
      "facebook", "air", "europe", "yesterday",
    ]
    try pieces.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let glue = GluedWords(vocabulary: try WordPieces(contentsOf: file), properNames: ["maria", "europe"])
    return Tokenizer(glue: glue).words(of: text).map { text.text(at: $0.span) ?? "?" }
  }

  @Test(arguments: [
    ("the Northern RegionMaria Lopez", "the|Northern|Region|Maria|Lopez"),
    ("the councilThe vote", "the|council|The|vote"),
    ("yesterdayMaria left", "yesterday|Maria|left"),
    // Names that have a capital inside.
    ("a RiverFeed story", "a|RiverFeed|story"), ("on FaceBook today", "on|FaceBook|today"),
    ("Northern AirEurope flies", "Northern|AirEurope|flies"), ("McMaria and iPhone", "McMaria|and|iPhone"),
    // What the text has twice is no accident.
    ("Big RegionMaria met. Big RegionMaria left.", "Big|RegionMaria|met|.|Big|RegionMaria|left|."),
    ("see #RegionMaria", "see|#|RegionMaria"),
  ])
  func comesApartWhereCaseShowsIt(text: String, expected: String) throws {
    #expect(try words(text).joined(separator: "|") == expected)
  }
}
