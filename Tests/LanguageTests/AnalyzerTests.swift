import Foundation
import Statements
import Testing

@testable import Language

@Suite(.enabled(if: TestModel.isThere, "the weights are not in this clone")) struct AnalyzerTests {
  private let article = Article(
    id: "t", title: "Harbour talks end without a deal",
    text: """
      Mayor Ana Roe met the dock workers in Port Ellery on Tuesday. She told reporters: “I don't want a strike.”

      The workers' union rejected her offer. It will hold a vote next week.
      """)

  @Test func everySentenceIsATreeAndEveryTokenItsText() throws {
    let document = try TestModel.analyzer.get().analyze(article)
    #expect(document.sentences.first?.part == .title)
    #expect(document.sentences.count == 5)
    #expect(Set(document.sentences.map(\.paragraph)) == [0, 1, 2])
    for sentence in document.sentences {
      #expect(sentence.tokens.filter { $0.head == nil }.count == 1)
      #expect(sentence.subtree(of: sentence.tokens.firstIndex { $0.head == nil } ?? 0).count == sentence.tokens.count)
      for token in sentence.tokens {
        #expect(article.string(of: sentence.part).text(at: token.span) == token.form)
        #expect((token.head == nil) == (token.deprel == "root"))
      }
    }
  }

  @Test func theSameArticleGivesTheSameDocument() throws {
    let analyzer = try TestModel.analyzer.get()
    #expect(analyzer.analyze(article) == analyzer.analyze(article))
  }

  @Test func onlyTheBodyIsRead() throws {
    let text = "PORT ELLERY (XY) - The talks failed. Read more: Other news."
    let article = Article(id: "t", text: text, body: [Span(19, 36)])
    let document = try TestModel.analyzer.get().analyze(article)
    #expect(document.sentences.flatMap(\.tokens).map(\.form) == ["The", "talks", "failed", "."])
    #expect(document.sentences.first?.tokens.first?.span == Span(19, 22))
  }

  @Test func givenTokensStay() throws {
    let text = "# newdoc id = d\n1\tAna-Lee\t_\t_\t_\t_\t0\t_\t_\t_\n2\tagreed\t_\t_\t_\t_\t0\t_\t_\t_\n\n"
    let parsed = try #require(CoNLLU.read(text).first)
    let document = try TestModel.analyzer.get().analyze(tokenized: parsed)
    #expect(document.sentences.map { $0.tokens.map(\.form) } == [["Ana-Lee", "agreed"]])
    #expect(document.sentences[0].tokens[1].upos == "VERB")
  }

  @Test func aSentenceThatIsTooLongIsReadInParts() throws {
    let words = (0..<600).map { $0 % 10 == 9 ? "," : "word" }
    let document = try TestModel.analyzer.get().analyze(Article(id: "t", text: words.joined(separator: " ")))
    #expect(document.sentences.count == 2)
    #expect(document.sentences.flatMap(\.tokens).count == 600)
    let rows = words.enumerated().map { "\($0.offset + 1)\t\($0.element)\t_\t_\t_\t_\t0\t_\t_\t_" }
    let parsed = try #require(CoNLLU.read(rows.joined(separator: "\n") + "\n\n").first)
    let kept = try TestModel.analyzer.get().analyze(tokenized: parsed)
    #expect(kept.sentences.count == 1 && kept.sentences[0].tokens.count == 600)
    #expect(kept.sentences[0].tokens.filter { $0.head == nil }.count == 1)
    #expect(kept.sentences[0].subtree(of: kept.sentences[0].tokens.firstIndex { $0.head == nil } ?? 0).count == 600)
  }

  @Test func oddTextYieldsLessAndNeverFails() throws {
    let analyzer = try TestModel.analyzer.get()
    for text in HostileText.all.map({ String($0.prefix(400)) }) + [String(repeating: "x", count: 1 << 20)] {
      let document = analyzer.analyze(Article(id: "h", title: String(text.prefix(300)), text: text))
      for sentence in document.sentences {
        #expect(sentence.tokens.filter { $0.head == nil }.count == 1)
        for token in sentence.tokens { #expect(!token.form.isEmpty) }
      }
      for chain in document.coreference { #expect(chain == chain.sorted() && chain.count > 1) }
    }
  }

  @Test func whatTakesUpSeveralThings() throws {
    let text = """
      Ana Lindqvist and Piet Okafor arrived in Oslo on Monday. They visited the harbour.

      Prime Minister Tomas Veidt met with Chancellor Maria Holm in Vienna. The two leaders discussed trade.
      """
    let document = try TestModel.analyzer.get().analyze(Article(id: "s", text: text))
    let found = document.splitAntecedents.sorted { $0.key < $1.key }.map { m, antecedents in
      [m] + antecedents
    }.map { $0.map { document.text(of: document.mentions[$0]) } }
    #expect(found == [["They", "Ana Lindqvist", "Piet Okafor"], ["The two leaders", "Tomas Veidt", "Maria Holm"]])
  }

  @Test func whatTheTwoCanNotBe() throws {
    let text = """
      Tomas Veidt thanked Lars Holm and Acme Holdings on Monday. The two women will meet in May.

      Tomas Veidt thanked Piet Okafor and Lars Holm on Monday. The two ships left the port.
      """
    let document = try TestModel.analyzer.get().analyze(Article(id: "s", text: text))
    #expect(document.splitAntecedents.isEmpty)
  }

  @Test func aMissingModelIsNamed() {
    #expect {
      try Analyzer(model: URL(fileURLWithPath: "/nowhere/en-9"))
    } throws: { "\($0)".contains("/nowhere/en-9") }
  }
}
