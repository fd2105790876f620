import Foundation
import Statements
import Testing

@testable import Language

@Suite struct SentenceSplitterTests {
  private func sentences(_ text: String) throws -> [String] {
    let splitter = try SentenceSplitter(contentsOf: TestModel.sentences)
    let bytes = Array(text.utf8)
    let words = Tokenizer().words(of: text)
    return splitter.sentences(words, in: bytes).map { range, begins in
      let span = Span(words[range.lowerBound].span.start, words[range.upperBound - 1].span.end)
      return (begins ? "¶" : "") + (text.text(at: span) ?? "?")
    }
  }

  @Test func periodsEndSentencesAndAbbreviationsDoNot() throws {
    #expect(
      try sentences("Mr. Roe met Dr. Lee in the U.S. on Monday. The talks went well. Were they long? Yes!")
        == ["¶Mr. Roe met Dr. Lee in the U.S. on Monday.", "The talks went well.", "Were they long?", "Yes!"])
  }

  @Test func quotationMarksStayWithTheirSentence() throws {
    #expect(
      try sentences("“We will not go,” she said. “They know that.” The union agreed.")
        == ["¶“We will not go,” she said.", "“They know that.”", "The union agreed."])
  }

  @Test func everyLineIsAParagraph() throws {
    #expect(
      try sentences("Ministers discussed the treaty\nAna Roe\nA spokesman said: they met.\n\nThe end")
        == ["¶Ministers discussed the treaty", "¶Ana Roe", "¶A spokesman said: they met.", "¶The end"])
  }

  @Test func hardWrappedLinesAreOne() throws {
    let text = """
      The harbour workers and the owners of the docks met in the
      town hall on Tuesday to talk about the new timetable, which
      the council had published without asking either of the two
      sides. Nobody was content with what came out of the talks
      in the end.
      """
    #expect(try sentences(text).count == 2)
  }

  @Test func coversAllWordsInOrder() throws {
    let splitter = try SentenceSplitter(contentsOf: TestModel.sentences)
    for text in HostileText.all {
      let words = Tokenizer().words(of: text)
      let ranges = splitter.sentences(words, in: Array(text.utf8)).map(\.words)
      #expect(ranges.flatMap { Array($0) } == Array(words.indices))
    }
  }

  @Test func aMissingFileIsNamed() {
    #expect {
      try SentenceSplitter(contentsOf: URL(fileURLWithPath: "/nowhere/sentences.tsv"))
    } throws: { "\($0)".contains("/nowhere/sentences.tsv") }
  }
}
