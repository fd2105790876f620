import Statements

/// Parts words that scraping glued together.
package struct GluedWords: Sendable {
  private let vocabulary: WordPieces

  package init(vocabulary: WordPieces) { self.vocabulary = vocabulary }

  func part(_ words: [Word], in bytes: [UInt8]) -> [Word] { words }
}
