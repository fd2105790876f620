import Statements

/// Parts words that scraping glued together.
package struct GluedWords: Sendable {
  func part(_ words: [Word], in bytes: [UInt8]) -> [Word] { words }
}
