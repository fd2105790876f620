import Testing

@testable import Language

@Suite struct TagLexiconTests {
  private let lexicon = TagLexicon(
    table: "# words\n#\tNN SYM\nmet\tVBD VBN\nodd row\n", tags: ["NN", "VBD", "VBN", "SYM"])

  @Test func listsWhatAWordWasNeverSeenWith() {
    #expect(lexicon.unseen(with: "met") == [0, 3])
    #expect(lexicon.unseen(with: "#") == [1, 2])
  }

  @Test func saysNothingOfOtherWordsOrSpellings() {
    #expect(lexicon.unseen(with: "Met").isEmpty)
    #expect(lexicon.unseen(with: "odd row").isEmpty)
  }
}
