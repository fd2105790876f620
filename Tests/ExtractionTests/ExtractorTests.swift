import EntenteTestSupport
import Statements
import Testing

@testable import Extraction

/// Evidence, order, events, odd input.
struct ExtractorTests {
  private let meeting = readDocument(
    """
    1 Ada    Ada    PROPN NNP _ 2 nsubj _ NER=B-person
    2 met    meet   VERB  VBD _ 0 root  _ _
    3 Bo     Bo     PROPN NNP _ 2 obj   _ NER=B-person
    4 and    and    CCONJ CC  _ 5 cc    _ _
    5 Cy     Cy     PROPN NNP _ 3 conj  _ NER=B-person
    6 .      .      PUNCT .   _ 2 punct _ _
    """)

  @Test("Evidence is the text at its offsets")
  func evidence() throws {
    let statements = Extractor().extract(from: meeting).statements
    #expect(statements.count == 2)
    for s in statements {
      let text = meeting.article.string(of: s.evidence.part)
      #expect(text.text(at: s.evidence.span) == s.evidence.quote)
      let object = try #require(s.triple.object.node)
      #expect(text.text(at: s.evidence.object) == meeting.text(of: meeting.mentions[object]))
      #expect(s.evidence.relation.compactMap { text.text(at: $0) } == ["met"])
    }
  }

  @Test("One trigger is one event with all who took part")
  func event() {
    let extraction = Extractor().extract(from: meeting)
    #expect(extraction.events.count == 1)
    #expect(extraction.events.first?.participants.map(\.part) == [.agent, .counterpart, .counterpart])
    #expect(Set(extraction.statements.map(\.event)).count == 1)
  }

  @Test("Twice the same")
  func deterministic() {
    #expect(Extractor().extract(from: meeting) == Extractor().extract(from: meeting))
  }

  @Test("Trees without a root, with cycles or of nothing give less, never an end")
  func oddTrees() {
    let cycle = readDocument(
      """
      1 met  meet VERB  VBD _ 2 conj  _ _
      2 ran  run  VERB  VBD _ 1 xcomp _ _
      3 Ada  Ada  PROPN NNP _ 4 conj  _ NER=B-person
      4 Bo   Bo   PROPN NNP _ 3 conj  _ NER=B-person
      """)
    #expect(Extractor().extract(from: cycle).statements.isEmpty)
    #expect(Extractor().extract(from: readDocument("")).statements.isEmpty)
    #expect(Extractor().propositions(in: cycle).isEmpty)
  }
}
