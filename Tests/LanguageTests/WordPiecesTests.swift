import Foundation
import Testing

@testable import Language

@Suite struct WordPiecesTests {
  private func pieces(_ words: String...) throws -> [[Int32]] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("vocab-\(UUID().uuidString).txt")
    let vocabulary = [
      "[PAD]", "[CLS]", "[SEP]", "[UNK]", "am", "##bass", "##ador", "muller", "o", "'", "s", "東", "京", "-", "amber",
      "…",
    ]
    try vocabulary.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let table = try WordPieces(contentsOf: file)
    return words.map { table.pieces(of: $0) }
  }

  @Test func longestMatchFirst() throws {
    #expect(try pieces("Ambassador", "am", "amber") == [[4, 5, 6], [4], [14]])
  }

  @Test func whatHasNoPiecesIsUnknown() throws {
    #expect(try pieces("zebra", "amzebra", String(repeating: "am", count: 60), "\u{200B}") == [[3], [3], [3], [3]])
  }

  @Test func accentsPunctuationAndIdeographsAreSplitOff() throws {
    #expect(try pieces("Müller", "O's", "o's-", "東京", "…") == [[7], [8, 9, 10], [8, 9, 10, 13], [11, 12], [15]])
  }

  @Test(arguments: [
    ("council", WordShape.lower), ("Council", .capitalised), ("UN", .upper), ("A", .singleCapital),
    ("A.", .singleCapital),
    ("2019", .digits), ("3,5", .digits), ("2nd", .mixed), ("McRoe", .mixed), ("iPhone", .mixed), ("–", .none),
    ("", .none),
    ("O'Neill", .mixed), ("Łódź", .capitalised), ("ß", .lower), ("東京", .lower), ("n't", .lower),
  ])
  func shapes(word: String, shape: WordShape) {
    #expect(WordShape.of(word) == shape)
  }

  @Test(arguments: [
    ("L-0+", "Dogs", "dogs"), ("K-0+", "Ana", "Ana"), ("L-1+", "Dogs", "dog"), ("L-2+be", "is", "be"),
    ("K-1+", "Roes", "Roe"),
    ("L-9+x", "is", "is"), ("L-2+", "is", "is"), ("L-3+y", "parties", "party"),
  ])
  func lemmas(script: String, form: String, lemma: String) {
    #expect(LemmaScript(script).apply(to: form) == lemma)
  }
}
