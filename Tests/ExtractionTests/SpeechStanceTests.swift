import EntenteTestSupport
import Testing

/// What speakers do to whom they speak of.
struct SpeechStanceTests {
  @Test("Claiming that somebody did harm is accusing them")
  func claimedHarm() {
    check(
      """
      1 Cy       Cy     PROPN NNP _ 2 nsubj _ NER=B-person
      2 claimed  claim  VERB  VBD _ 0 root  _ _
      3 Ada      Ada    PROPN NNP _ 4 nsubj _ NER=B-person
      4 attacked attack VERB  VBD _ 2 ccomp _ _
      5 Bo       Bo     PROPN NNP _ 4 obj   _ NER=B-person
      6 .        .      PUNCT .   _ 2 punct _ _
      """,
      expects: ["Cy |accused| Ada"], of: "stance/")
  }

  @Test("Calling somebody a name")
  func named() {
    check(
      """
      1 Ada    Ada  PROPN NNP _ 2 nsubj _ NER=B-person
      2 called call VERB  VBD _ 0 root  _ _
      3 Bo     Bo   PROPN NNP _ 2 obj   _ NER=B-person
      4 a      a    DET   DT  _ 5 det   _ _
      5 hero   hero NOUN  NN  _ 2 xcomp _ _
      6 .      .    PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |praised| Bo"], of: "stance/")
    check(
      """
      1 Ada    Ada   PROPN NNP _ 2 nsubj _ NER=B-person
      2 called call  VERB  VBD _ 0 root  _ _
      3 the    the   DET   DT  _ 4 det   _ _
      4 plan   plan  NOUN  NN  _ 2 obj   _ _
      5 of     of    ADP   IN  _ 6 case  _ _
      6 Bo     Bo    PROPN NNP _ 4 nmod  _ NER=B-person
      7 lousy  lousy ADJ   JJ  _ 2 xcomp _ _
      8 .      .     PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |criticized| Bo"], of: "stance/")
  }

  @Test("Saying what somebody must do")
  func must() {
    check(
      """
      1 Ada    Ada    PROPN NNP _ 2 nsubj _ NER=B-person
      2 said   say    VERB  VBD _ 0 root  _ _
      3 Bo     Bo     PROPN NNP _ 5 nsubj _ NER=B-person
      4 must   must   AUX   MD  _ 5 aux   _ _
      5 resign resign VERB  VB  _ 2 ccomp _ _
      6 .      .      PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |urged| Bo"], of: "stance/")
  }

  @Test("Saying that somebody is good or bad")
  func wasSaidToBe() {
    check(
      """
      1 Ada     Ada     PROPN NNP _ 2 nsubj _ NER=B-person
      2 said    say     VERB  VBD _ 0 root  _ _
      3 Bo      Bo      PROPN NNP _ 5 nsubj _ NER=B-person
      4 was     be      AUX   VBD _ 5 cop   _ _
      5 corrupt corrupt ADJ   JJ  _ 2 ccomp _ _
      6 .       .       PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |criticized| Bo"], of: "stance/")
  }
}
