import EntenteTestSupport
import Testing

@testable import Extraction

/// Attacks whose author another sentence names.
struct AttributedAttackTests {
  private static let attack = """
    1 A        a        DET   DT  _ 2 det   _ _
    2 bombing  bombing  NOUN  NN  _ 5 nsubj _ _
    3 in       in       ADP   IN  _ 4 case  _ _
    4 Arl      Arl      PROPN NNP _ 2 nmod  _ NER=B-place
    5 hit      hit      VERB  VBD _ 0 root  _ _
    6 the      the      DET   DT  _ 8 det   _ _
    7 Orr      Orr      PROPN NNP _ 8 compound _ NER=B-organization
    8 Bank     Bank     PROPN NNP _ 5 obj   _ NER=I-organization
    9 .        .        PUNCT .   _ 5 punct _ _


    """

  @Test("Who claims responsibility did it; condemning it criticizes them")
  func claimed() {
    check(
      Self.attack + """
        1 The       the     DET   DT  _ 2 det   _ _
        2 Front     Front   PROPN NNP _ 3 nsubj _ NER=B-organization
        3 claimed   claim   VERB  VBD _ 0 root  _ _
        4 responsibility responsibility NOUN NN _ 3 obj _ _
        5 .         .       PUNCT .   _ 3 punct _ _

        1 Ada       Ada     PROPN NNP _ 2 nsubj _ NER=B-person
        2 condemned condemn VERB  VBD _ 0 root  _ _
        3 the       the     DET   DT  _ 4 det   _ _
        4 attack    attack  NOUN  NN  _ 2 obj   _ _
        5 .         .       PUNCT .   _ 2 punct _ _
        """,
      expects: [
        "Front |attacked| Arl (reported)", "Front |attacked| Orr Bank (reported)", "Ada |criticized| Front",
      ], of: "event/attributed")
  }

  @Test("Where two are named, nobody is taken for the author")
  func disputed() {
    check(
      Self.attack + """
        1 Ada    Ada     PROPN NNP _ 2 nsubj _ NER=B-person
        2 blamed blame   VERB  VBD _ 0 root  _ _
        3 Cy     Cy      PROPN NNP _ 2 obj   _ NER=B-person
        4 for    for     ADP   IN  _ 6 case  _ _
        5 the    the     DET   DT  _ 6 det   _ _
        6 attack attack  NOUN  NN  _ 2 obl   _ _
        7 .      .       PUNCT .   _ 2 punct _ _

        1 Bo     Bo      PROPN NNP _ 2 nsubj _ NER=B-person
        2 claimed claim  VERB  VBD _ 0 root  _ _
        3 responsibility responsibility NOUN NN _ 2 obj _ _
        4 .      .       PUNCT .   _ 2 punct _ _
        """,
      expects: [], of: "event/attributed")
  }

  @Test("The headline's words are no evidence in the text: every quote holds its subject and object")
  func evidence() {
    let document = readDocument(
      """
      # part = title
      1 Front          Front          PROPN NNP _ 2 nsubj _ NER=B-organization
      2 claims         claim          VERB  VBZ _ 0 root  _ _
      3 responsibility responsibility NOUN  NN  _ 2 obj   _ _

      # part = text
      """ + "\n" + Self.attack)
    let statements = Extractor().extract(from: document).statements
    #expect(!statements.contains { $0.evidence.rule == "event/attributed" })
    for e in statements.map(\.evidence) {
      #expect(e.subject.start >= e.span.start && e.object.start >= e.span.start)
      #expect(e.subject.end <= e.span.end && e.object.end <= e.span.end)
    }
  }
}
