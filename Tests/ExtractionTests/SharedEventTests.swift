import EntenteTestSupport
import Statements
import Testing

@testable import Extraction

/// Events that several sentences tell of, and where they happen.
struct SharedEventTests {
  private static let met = """
    1 Ada  Ada  PROPN NNP _ 2 nsubj _ NER=B-person
    2 met  meet VERB  VBD _ 0 root  _ _
    3 Bo   Bo   PROPN NNP _ 2 obj   _ NER=B-person
    4 in   in   ADP   IN  _ 5 case  _ _
    5 Arl  Arl  PROPN NNP _ 2 obl   _ NER=B-place
    6 for  for  ADP   IN  _ 7 case  _ _
    7 talks talk NOUN NNS _ 2 obl   _ _
    8 .    .    PUNCT .   _ 2 punct _ _
    """

  @Test("Who attends the meeting that was told of met those who were there")
  func attended() {
    check(
      Self.met + """


        1 Cy       Cy      PROPN NNP _ 2 nsubj _ NER=B-person
        2 attended attend  VERB  VBD _ 0 root  _ _
        3 the      the     DET   DT  _ 4 det   _ _
        4 meeting  meeting NOUN  NN  _ 2 obj   _ _
        5 .        .       PUNCT .   _ 2 punct _ _
        """,
      expects: ["Cy |met| Ada", "Cy |met| Bo"], of: "event/")
  }

  @Test("Another meeting is another event")
  func another() {
    check(
      Self.met + """


        1 Cy       Cy      PROPN NNP _ 2 nsubj _ NER=B-person
        2 attended attend  VERB  VBD _ 0 root  _ _
        3 a        a       DET   DT  _ 4 det   _ _
        4 meeting  meeting NOUN  NN  _ 2 obj   _ _
        5 .        .       PUNCT .   _ 2 punct _ _
        """,
      expects: [], of: "event/")
  }

  @Test("An event has its place; who meets is there")
  func place() {
    let document = readDocument(Self.met)
    let found = Extractor().extract(from: document)
    #expect(found.events.compactMap(\.place).map { document.text(of: document.mentions[$0]) } == ["Arl"])
    check(Self.met, expects: ["Ada |locatedIn| Arl", "Bo |locatedIn| Arl"], of: "present-at-place")
  }

  @Test("Nobody has attended what is still to come")
  func planned() {
    check(
      """
      1 Ada  Ada  PROPN NNP _ 3 nsubj _ NER=B-person
      2 will will AUX   MD  _ 3 aux   _ _
      3 meet meet VERB  VB  _ 0 root  _ _
      4 Bo   Bo   PROPN NNP _ 3 obj   _ NER=B-person
      5 .    .    PUNCT .   _ 3 punct _ _

      1 Cy       Cy      PROPN NNP _ 2 nsubj _ NER=B-person
      2 attended attend  VERB  VBD _ 0 root  _ _
      3 the      the     DET   DT  _ 4 det   _ _
      4 meeting  meeting NOUN  NN  _ 2 obj   _ _
      5 .        .       PUNCT .   _ 2 punct _ _
      """,
      expects: [], of: "event/")
  }
}
