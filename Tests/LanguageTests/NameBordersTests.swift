import Statements
import Testing

@testable import Language

/// Words as `form/upos/head/deprel`, heads from 1.
@Suite struct NameBordersTests {
  private func widened(_ names: [(Range<Int>, EntityType)], _ words: String) -> [Range<Int>] {
    let tokens = words.split(separator: " ").enumerated().map { i, word in
      let cells = word.split(separator: "/").map(String.init)
      let head = Int(cells[2]) ?? 0
      return Token(
        span: Span(i, i + 1), form: cells[0], lemma: cells[0].lowercased(), upos: cells[1], xpos: "",
        head: head == 0 ? nil : head - 1, deprel: cells[3])
    }
    return NameBorders.widened(
      names.map { NameSpan(sentence: 0, tokens: $0.0, type: $0.1) },
      in: [Sentence(tokens: tokens, part: .text, paragraph: 0)]
    ).map(\.tokens)
  }

  @Test func whatABodyDealsWithIsPartOfItsName() {
    #expect(
      widened(
        [(1..<2, .organization)],
        "the/DET/2/det Commission/PROPN/5/nsubj on/ADP/4/case Elections/PROPN/2/nmod met/VERB/0/root") == [1..<4])
    #expect(
      widened(
        [(0..<3, .organization)],
        "Society/PROPN/7/nsubj for/ADP/3/case Chemistry/PROPN/1/nmod and/CCONJ/6/cc Marine/ADJ/6/amod Biology/PROPN/3/conj met/VERB/0/root"
      ) == [0..<6])
  }

  @Test(arguments: ["Jr.", "Sr"])
  func generationsBelongToTheName(suffix: String) {
    let words = "Ana/PROPN/5/nsubj Roe/PROPN/1/flat ,/PUNCT/1/punct \(suffix)/PROPN/1/flat left/VERB/0/root"
    #expect(widened([(0..<2, .person), (3..<4, .person)], words) == [0..<4])
    #expect(widened([(0..<2, .place), (3..<4, .person)], words) == [0..<2, 3..<4])
  }

  @Test func aBranchIsNamedByItsPlace() {
    let words = "Youth/PROPN/2/compound Forum/PROPN/4/nsubj Freedonia/PROPN/2/appos left/VERB/0/root"
    #expect(widened([(0..<2, .organization), (2..<3, .place)], words) == [0..<3])
    let apart = "Acme/PROPN/3/compound Freedonia/PROPN/3/compound envoy/NOUN/0/root"
    #expect(widened([(0..<1, .organization), (1..<2, .place)], apart) == [0..<1, 1..<2])
  }

  @Test func placesAndOtherNamesStayApart() {
    #expect(
      widened(
        [(0..<1, .organization), (2..<3, .place)],
        "Parliament/PROPN/4/nsubj of/ADP/3/case Freedonia/PROPN/1/nmod met/VERB/0/root") == [0..<1, 2..<3])
    #expect(
      widened(
        [(0..<1, .organization)],
        "Acme/PROPN/2/nsubj left/VERB/0/root for/ADP/4/case Christmas/PROPN/2/obl") == [0..<1])
  }

  @Test func twoLandsMayShareABody() {
    #expect(
      widened(
        [(0..<3, .organization), (4..<5, .place)],
        "Court/PROPN/6/nsubj of/ADP/3/case Freedonia/PROPN/1/nmod and/CCONJ/5/cc Sylvania/PROPN/3/conj met/VERB/0/root")
        == [0..<5])
    #expect(
      widened(
        [(0..<3, .organization), (4..<5, .place)],
        "Bank/PROPN/6/nsubj of/ADP/3/case Freedonia/PROPN/1/nmod and/CCONJ/5/cc Sylvania/PROPN/1/conj met/VERB/0/root")
        == [0..<3, 4..<5])
  }

  @Test func everyNameOfASentenceIsLookedAt() {
    #expect(
      widened(
        [(1..<2, .organization), (6..<7, .place)],
        "the/DET/2/det Commission/PROPN/5/nsubj on/ADP/4/case Elections/PROPN/2/nmod left/VERB/0/root Lower/ADJ/7/amod Freedonia/PROPN/5/obj"
      ) == [1..<4, 5..<7])
  }
}
