import EntenteTestSupport
import Testing

/// Polarity, factuality and source.
struct JudgeTests {
  @Test("Negation words and verbs")
  func negated() {
    check(
      """
      1 Ada  Ada  PROPN NNP _ 4 nsubj  _ NER=B-person
      2 did  do   AUX   VBD _ 4 aux    _ _
      3 not  not  PART  RB  _ 4 advmod _ _
      4 meet meet VERB  VB  _ 0 root   _ _
      5 Bo   Bo   PROPN NNP _ 4 obj    _ NER=B-person
      6 .    .    PUNCT .   _ 4 punct  _ _
      """,
      expects: ["Ada |met| Bo (not)"])
    check(
      """
      1 Ada     Ada    PROPN NNP _ 2 nsubj _ NER=B-person
      2 refused refuse VERB  VBD _ 0 root  _ _
      3 to      to     PART  TO  _ 4 mark  _ _
      4 meet    meet   VERB  VB  _ 2 xcomp _ _
      5 Bo      Bo     PROPN NNP _ 4 obj   _ NER=B-person
      6 .       .      PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |met| Bo (not)"])
    check(
      """
      1 Ada       Ada    PROPN NNP _ 2 nsubj _ NER=B-person
      2 cancelled cancel VERB  VBD _ 0 root  _ _
      3 talks     talk   NOUN  NNS _ 2 obj   _ _
      4 with      with   ADP   IN  _ 5 case  _ _
      5 Bo        Bo     PROPN NNP _ 3 nmod  _ NER=B-person
      6 .         .      PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |met| Bo (not)"])
  }

  @Test("Will, is to")
  func future() {
    check(
      """
      1 Ada  Ada  PROPN NNP _ 3 nsubj _ NER=B-person
      2 will will AUX   MD  _ 3 aux   _ _
      3 meet meet VERB  VB  _ 0 root  _ _
      4 Bo   Bo   PROPN NNP _ 3 obj   _ NER=B-person
      5 .    .    PUNCT .   _ 3 punct _ _
      """,
      expects: ["Ada |met| Bo (planned)"])
  }

  @Test("May, if")
  func possible() {
    check(
      """
      1 Ada Ada PROPN NNP _ 3 nsubj _ NER=B-person
      2 may may AUX   MD  _ 3 aux   _ _
      3 sue sue VERB  VB  _ 0 root  _ _
      4 Bo  Bo  PROPN NNP _ 3 obj   _ NER=B-person
      5 .   .   PUNCT .   _ 3 punct _ _
      """,
      expects: ["Ada |prosecuted| Bo (possible)"])
  }

  @Test("What somebody says, with who says it; saying itself is told as fact")
  func reported() {
    check(
      """
      1 Cy       Cy     PROPN NNP _ 2 nsubj _ NER=B-person
      2 claimed  claim  VERB  VBD _ 0 root  _ _
      3 Ada      Ada    PROPN NNP _ 4 nsubj _ NER=B-person
      4 attacked attack VERB  VBD _ 2 ccomp _ _
      5 Bo       Bo     PROPN NNP _ 4 obj   _ NER=B-person
      6 .        .      PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |attacked| Bo (reported by Cy)"])
    check(
      """
      1 Ada       Ada    PROPN NNP _ 2 nsubj _ NER=B-person
      2 attacked  attack VERB  VBD _ 0 root  _ _
      3 Bo        Bo     PROPN NNP _ 2 obj   _ NER=B-person
      4 according accord VERB  VBG _ 6 case  _ _
      5 to        to     ADP   IN  _ 4 fixed _ _
      6 Cy        Cy     PROPN NNP _ 2 obl   _ NER=B-person
      7 .         .      PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |attacked| Bo (reported by Cy)"])
  }

  @Test("X said Y had accused Z")
  func nested() {
    check(
      """
      1 Cy      Cy     PROPN NNP _ 2 nsubj _ NER=B-person
      2 said    say    VERB  VBD _ 0 root  _ _
      3 Ada     Ada    PROPN NNP _ 5 nsubj _ NER=B-person
      4 had     have   AUX   VBD _ 5 aux   _ _
      5 accused accuse VERB  VBN _ 2 ccomp _ _
      6 Bo      Bo     PROPN NNP _ 5 obj   _ NER=B-person
      7 .       .      PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |accused| Bo (reported by Cy)"])
  }

  @Test("Denying a deed")
  func denied() {
    check(
      """
      1 Ada       Ada    PROPN NNP _ 2 nsubj _ NER=B-person
      2 denied    deny   VERB  VBD _ 0 root  _ _
      3 attacking attack VERB  VBG _ 2 xcomp _ _
      4 Bo        Bo     PROPN NNP _ 3 obj   _ NER=B-person
      5 .         .      PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |attacked| Bo (denied)"])
  }

  @Test("A purpose is as planned as what serves it")
  func purposes() {
    func trip(_ aux: String) -> String {
      """
      1 Ada    Ada    PROPN NNP _ 3 nsubj _ NER=B-person
      2 \(aux)  will   AUX   MD  _ 3 aux   _ _
      3 travel travel VERB  VB  _ 0 root  _ _
      4 to     to     PART  TO  _ 5 mark  _ _
      5 meet   meet   VERB  VB  _ 3 advcl _ _
      6 Bo     Bo     PROPN NNP _ 5 obj   _ NER=B-person
      7 .      .      PUNCT .   _ 3 punct _ _
      """
    }
    check(trip("will"), expects: ["Ada |met| Bo (planned)"])
    check(trip("may"), expects: ["Ada |met| Bo (possible)"])
    // Ada travelled to meet Bo, but left.
    check(
      """
      1 Ada       Ada    PROPN NNP _ 2 nsubj _ NER=B-person
      2 travelled travel VERB  VBD _ 0 root  _ _
      3 to        to     PART  TO  _ 4 mark  _ _
      4 meet      meet   VERB  VB  _ 2 advcl _ _
      5 Bo        Bo     PROPN NNP _ 4 obj   _ NER=B-person
      6 but       but    CCONJ CC  _ 7 cc    _ _
      7 left      leave  VERB  VBD _ 2 conj  _ _
      8 .         .      PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |met| Bo (possible)"])
  }

  @Test("A headline's infinitive is a plan")
  func headlines() {
    check(
      """
      1 Arl Arl PROPN NNP _ 0 root _ NER=B-organization
      2 to  to  PART  TO  _ 3 mark _ _
      3 buy buy VERB  VB  _ 1 acl  _ _
      4 Bor Bor PROPN NNP _ 3 obj  _ NER=B-organization
      """,
      expects: ["Arl |owns| Bor (planned)"])
  }
}
