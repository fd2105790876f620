import Testing

/// Who takes an office after somebody left it.
struct SuccessionTests {
  @Test("Becoming leader after somebody stepped down")
  func becoming() {
    check(
      """
      1 Ada     Ada    PROPN NNP _ 2 nsubj _ NER=B-person
      2 became  become VERB  VBD _ 0 root  _ _
      3 leader  leader NOUN  NN  _ 2 xcomp _ _
      4 after   after  SCONJ IN  _ 6 mark  _ _
      5 Bo      Bo     PROPN NNP _ 6 nsubj _ NER=B-person
      6 resigned resign VERB VBD _ 2 advcl _ _
      7 .       .      PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |succeeded| Bo"], of: "event/succession")
  }

  @Test("Who names somebody after a death succeeds nobody")
  func naming() {
    check(
      """
      1 Ada     Ada    PROPN NNP _ 2 nsubj _ NER=B-person
      2 named   name   VERB  VBD _ 0 root  _ _
      3 Cy      Cy     PROPN NNP _ 2 obj   _ NER=B-person
      4 after   after  ADP   IN  _ 6 case  _ _
      5 the     the    DET   DT  _ 6 det   _ _
      6 death   death  NOUN  NN  _ 2 obl   _ _
      7 of      of     ADP   IN  _ 8 case  _ _
      8 Bo      Bo     PROPN NNP _ 6 nmod  _ NER=B-person
      9 .       .      PUNCT .   _ 2 punct _ _
      """,
      expects: [], of: "event/succession")
    check(
      """
      1 Cy      Cy     PROPN NNP _ 3 nsubj:pass _ NER=B-person
      2 was     be     AUX   VBD _ 3 aux:pass _ _
      3 named   name   VERB  VBN _ 0 root  _ _
      4 after   after  ADP   IN  _ 6 case  _ _
      5 the     the    DET   DT  _ 6 det   _ _
      6 death   death  NOUN  NN  _ 3 obl   _ _
      7 of      of     ADP   IN  _ 8 case  _ _
      8 Bo      Bo     PROPN NNP _ 6 nmod  _ NER=B-person
      9 .       .      PUNCT .   _ 3 punct _ _
      """,
      expects: ["Cy |succeeded| Bo"], of: "event/succession")
  }

  @Test("Who is appointed in place of somebody dismissed")
  func replaced() {
    check(
      """
      1 Ada       Ada       PROPN NNP  _ 2 nsubj _ NER=B-person
      2 dismissed dismiss   VERB  VBD  _ 0 root  _ _
      3 Bo        Bo        PROPN NNP  _ 2 obj   _ NER=B-person
      4 and       and       CCONJ CC   _ 5 cc    _ _
      5 appointed appoint   VERB  VBD  _ 2 conj  _ _
      6 Cy        Cy        PROPN NNP  _ 5 obj   _ NER=B-person
      7 as        as        ADP   IN   _ 9 case  _ _
      8 his       his       PRON  PRP$ _ 9 nmod:poss _ _
      9 successor successor NOUN  NN   _ 5 obl   _ _
      10 .        .         PUNCT .    _ 2 punct _ _
      """,
      expects: ["Ada |dismissed| Bo", "Ada |appointed| Cy", "Cy |succeeded| Bo"], of: "event/succession", "frame/")
  }
}
