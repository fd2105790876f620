import Statements
import Testing

@testable import Language

/// Words as `form/upos/head/deprel`, heads from 1.
@Suite struct NameTypesTests {
  private func sentence(_ words: String) -> Sentence {
    let tokens = words.split(separator: " ").enumerated().map { i, word in
      let cells = word.split(separator: "/").map(String.init)
      let head = Int(cells[2]) ?? 0
      return Token(
        span: Span(i, i + 1), form: cells[0], lemma: cells[0].lowercased(), upos: cells[1], xpos: "",
        head: head == 0 ? nil : head - 1, deprel: cells[3])
    }
    return Sentence(tokens: tokens, part: .text, paragraph: 0)
  }

  private func types(_ names: [(Range<Int>, EntityType)], in words: String...) -> [EntityType] {
    let sentences = words.map(sentence)
    return NameTypes.corrected(
      names.enumerated().map { NameSpan(sentence: min($0, words.count - 1), tokens: $1.0, type: $1.1) }, in: sentences
    ).map(\.type)
  }

  @Test func whatHasAChairmanIsAnOrganization() {
    #expect(
      types(
        [(0..<1, .person), (1..<2, .person)], in: "Tervo/PROPN/2/compound chairman/NOUN/3/nsubj resigned/VERB/0/root",
        "Nobody/PRON/3/nsubj Tervo/PROPN/1/nmod left/VERB/0/root")
        == [.organization, .organization])
  }

  @Test func aPersonWithATitleOrAFullNameStaysOne() {
    #expect(
      types(
        [(0..<1, .person), (0..<2, .person)], in: "Tervo/PROPN/2/nmod:poss board/NOUN/3/nsubj resigned/VERB/0/root",
        "Ana/PROPN/3/nsubj Tervo/PROPN/1/flat left/VERB/0/root") == [.person, .person])
    #expect(
      types(
        [(0..<1, .person), (1..<2, .person)], in: "Tervo/PROPN/2/compound board/NOUN/3/nsubj resigned/VERB/0/root",
        "President/PROPN/2/nmod:desc Tervo/PROPN/3/nsubj left/VERB/0/root") == [.person, .person])
  }

  @Test func adjectivesOfStatesMakeTheirNamesPlaces() {
    #expect(
      types(
        [(0..<1, .person), (0..<1, .person)],
        in: "Freedonian/PROPN/2/amod soldiers/NOUN/3/nsubj left/VERB/0/root",
        "Freedonia/PROPN/2/nsubj agreed/VERB/0/root") == [.demonym, .place])
  }

  @Test func aNameTakenForADateIsAPerson() {
    #expect(
      types(
        [(0..<2, .date), (0..<2, .date)], in: "Ana/PROPN/3/nsubj Roe/PROPN/1/flat left/VERB/0/root",
        "Ash/PROPN/3/obl Wednesday/PROPN/1/flat came/VERB/0/root") == [.person, .date])
  }

  @Test func stormsAreNobody() {
    #expect(
      types(
        [(1..<2, .person), (0..<1, .person)],
        in: "Hurricane/PROPN/2/compound Mira/PROPN/3/nsubj turned/VERB/0/root",
        "Mira/PROPN/2/nsubj grew/VERB/0/root") == [.event, .event])
  }
}
