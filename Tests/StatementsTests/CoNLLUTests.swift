import Statements
import Testing

@Suite struct CoNLLUTests {
  private let text = """
    # newdoc id = doc
    # newpar
    # text = Ana Roe didn't call.
    1\tAna\tAna\tPROPN\tNNP\t_\t5\tnsubj\t_\tNER=B-person
    2\tRoe\tRoe\tPROPN\tNNP\t_\t1\tflat\t_\tNER=I-person
    3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
    3\tdid\tdo\tAUX\tVBD\tTense=Past\t5\taux\t_\t_
    4\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_
    5\tcall\tcall\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
    6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

    """

  @Test func wordsOfAContractionShareItsBytes() throws {
    let document = try #require(CoNLLU.read(text).first)
    let sentence = try #require(document.sentences.first)
    #expect(
      sentence.tokens.map { document.article.text.text(at: $0.span) } == ["Ana", "Roe", "did", "n't", "call", "."])
    #expect(sentence.tokens[4].head == nil)
    #expect(sentence.children[4] == [0, 2, 3, 5])
    #expect(document.names == [NameSpan(sentence: 0, tokens: 0..<2, type: .person)])
  }

  @Test func whatIsWrittenReadsBack() throws {
    let parsed = try #require(CoNLLU.read(text).first)
    let document = Document(
      article: parsed.article, sentences: parsed.sentences,
      mentions: MentionFinder.mentions(in: parsed.sentences, names: parsed.names))
    let again = try #require(CoNLLU.read(CoNLLU.write(document)).first)
    #expect(again.sentences == parsed.sentences)
    #expect(again.names == parsed.names)
  }

  @Test(arguments: [
    "", "\n\n\n", "1\tx", "# newdoc\n\n", "a\tb\tc\td\te\tf\tg\th\ti\tj\n\n", "3\tx\t_\t_\t_\t_\t9\tx\t_\t_\n",
  ])
  func oddInputYieldsLess(text: String) {
    #expect(CoNLLU.read(text).allSatisfy { $0.sentences.allSatisfy { $0.tokens.allSatisfy { !$0.form.isEmpty } } })
  }

  @Test func aCycleDoesNotHang() throws {
    let row = { (i: Int, h: Int) in "\(i)\tw\tw\tNOUN\tNN\t_\t\(h)\tdep\t_\t_" }
    let sentence = try #require(CoNLLU.read([row(1, 2), row(2, 1)].joined(separator: "\n")).first?.sentences.first)
    #expect(sentence.subtree(of: 0) == [0, 1])
  }
}
