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

  @Test("What is quoted, in the next sentence too")
  func quoted() {
    check(
      """
      1 Ada     Ada    PROPN NNP _ 2 nsubj _ NER=B-person
      2 said    say    VERB  VBD _ 0 root  _ _
      3 :       :      PUNCT :   _ 2 punct _ _
      4 "       "      PUNCT ``  _ 7 punct _ _
      5 Bo      Bo     PROPN NNP _ 7 nsubj _ NER=B-person
      6 has     have   AUX   VBZ _ 7 aux   _ _
      7 lied    lie    VERB  VBN _ 2 ccomp _ _
      8 .       .      PUNCT .   _ 2 punct _ _

      1 Cy      Cy     PROPN NNP _ 3 nsubj _ NER=B-person
      2 must    must   AUX   MD  _ 3 aux   _ _
      3 leave   leave  VERB  VB  _ 0 root  _ _
      4 the     the    DET   DT  _ 6 det   _ _
      5 corrupt corrupt ADJ  JJ  _ 6 amod  _ _
      6 Union   Union  PROPN NNP _ 3 obj   _ NER=B-organization
      7 .       .      PUNCT .   _ 3 punct _ _
      8 "       "      PUNCT ''  _ 3 punct _ _
      """,
      expects: ["Ada |accused| Bo", "Ada |urged| Cy", "Ada |criticized| Union"], of: "stance/")
  }

  @Test("What is denied, wished or said of oneself is no stance")
  func unstated() {
    check(
      """
      1 Ada  Ada  PROPN NNP _ 2 nsubj _ NER=B-person
      2 said say  VERB  VBD _ 0 root  _ _
      3 :    :    PUNCT :   _ 2 punct _ _
      4 "    "    PUNCT ``  _ 8 punct _ _
      5 Bo   Bo   PROPN NNP _ 8 nsubj _ NER=B-person
      6 has  have AUX   VBZ _ 8 aux   _ _
      7 not  not  PART  RB  _ 8 advmod _ _
      8 lied lie  VERB  VBN _ 2 ccomp _ _
      9 and  and  CCONJ CC  _ 12 cc   _ _
      10 we  we   PRON  PRP _ 12 nsubj _ _
      11 must must AUX  MD  _ 12 aux  _ _
      12 act act  VERB  VB  _ 8 conj  _ _
      13 "   "    PUNCT ''  _ 2 punct _ _
      14 .   .    PUNCT .   _ 2 punct _ _
      """,
      expects: [], of: "stance/")
  }

  @Test("Threatening to do something to somebody is threatening them")
  func threat() {
    check(
      """
      1 Ada        Ada      PROPN NNP _ 2 nsubj _ NER=B-person
      2 threatened threaten VERB  VBD _ 0 root  _ _
      3 to         to       PART  TO  _ 4 mark  _ _
      4 sue        sue      VERB  VB  _ 2 xcomp _ _
      5 Bo         Bo       PROPN NNP _ 4 obj   _ NER=B-person
      6 .          .        PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |threatened| Bo"], of: "stance/")
  }

  @Test("Saying that somebody was behind an attack, or responsible for it, is accusing them")
  func blamed() {
    check(
      """
      1 Ada    Ada    PROPN NNP _ 2 nsubj _ NER=B-person
      2 said   say    VERB  VBD _ 0 root  _ _
      3 Bo     Bo     PROPN NNP _ 7 nsubj _ NER=B-person
      4 was    be     AUX   VBD _ 7 cop   _ _
      5 behind behind ADP   IN  _ 7 case  _ _
      6 the    the    DET   DT  _ 7 det   _ _
      7 attack attack NOUN  NN  _ 2 ccomp _ _
      8 .      .      PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |accused| Bo"], of: "stance/")
    check(
      """
      1 Ada         Ada         PROPN NNP _ 2 nsubj _ NER=B-person
      2 said        say         VERB  VBD _ 0 root  _ _
      3 Bo          Bo          PROPN NNP _ 5 nsubj _ NER=B-person
      4 was         be          AUX   VBD _ 5 cop   _ _
      5 responsible responsible ADJ   JJ  _ 2 ccomp _ _
      6 for         for         ADP   IN  _ 8 case  _ _
      7 the         the         DET   DT  _ 8 det   _ _
      8 harvest     harvest     NOUN  NN  _ 5 obl   _ _
      9 .           .           PUNCT .   _ 2 punct _ _
      """,
      expects: [], of: "stance/")
  }

  @Test("What \"we\" say, the speaker says; what \"we\" did, perhaps others did")
  func we() {
    let quotation = { (verb: String, tag: String) in
      """
      1 "     "     PUNCT `` _ 3 punct _ _
      2 We    we    PRON  PRP _ 3 nsubj _ _
      3 \(verb) urge VERB \(tag) _ 7 ccomp _ _
      4 Bo    Bo    PROPN NNP _ 3 obj   _ NER=B-person
      5 "     "     PUNCT '' _ 3 punct _ _
      6 Ada   Ada   PROPN NNP _ 7 nsubj _ NER=B-person
      7 said  say   VERB  VBD _ 0 root  _ _
      8 .     .     PUNCT .   _ 7 punct _ _
      """
    }
    check(quotation("urge", "VBP"), expects: ["Ada |urged| Bo"], of: "stance/")
    check(quotation("urged", "VBD"), expects: [], of: "stance/")
  }

  @Test("Thanking whom the words address by name")
  func addressed() {
    check(
      """
      1 "     "     PUNCT `` _ 2 punct _ _
      2 Thank thank VERB  VBP _ 7 ccomp _ _
      3 you   you   PRON  PRP _ 2 obj   _ _
      4 Bo    Bo    PROPN NNP _ 2 vocative _ NER=B-person
      5 "     "     PUNCT '' _ 2 punct _ _
      6 Ada   Ada   PROPN NNP _ 7 nsubj _ NER=B-person
      7 wrote write VERB  VBD _ 0 root  _ _
      8 .     .     PUNCT .   _ 7 punct _ _
      """,
      expects: ["Ada |praised| Bo"], of: "stance/")
  }

  @Test("\"This\" blames who did what the sentence told just before; a culprit is accused")
  func demonstrative() {
    check(
      """
      1  Ada      Ada      PROPN NNP _ 2  nsubj _ NER=B-person
      2  said     say      VERB  VBD _ 0  root  _ _
      3  "        "        PUNCT `` _ 5  punct _ _
      4  Bo       Bo       PROPN NNP _ 5  nsubj _ NER=B-person
      5  cheated  cheat    VERB  VBD _ 2  ccomp _ _
      6  -        -        PUNCT ,   _ 10 punct _ _
      7  this     this     PRON  DT  _ 10 nsubj _ _
      8  is       be       AUX   VBZ _ 10 cop   _ _
      9  a        a        DET   DT  _ 10 det   _ _
      10 disgrace disgrace NOUN  NN  _ 5  parataxis _ _
      11 "        "        PUNCT '' _ 5  punct _ _
      12 .        .        PUNCT .   _ 2  punct _ _
      """,
      expects: ["Ada |accused| Bo", "Ada |criticized| Bo"], of: "stance/")
    check(
      """
      1 Ada     Ada     PROPN NNP _ 2 nsubj _ NER=B-person
      2 said    say     VERB  VBD _ 0 root  _ _
      3 Bo      Bo      PROPN NNP _ 6 nsubj _ NER=B-person
      4 was     be      AUX   VBD _ 6 cop   _ _
      5 the     the     DET   DT  _ 6 det   _ _
      6 culprit culprit NOUN  NN  _ 2 ccomp _ _
      7 .       .       PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |accused| Bo"], of: "stance/")
  }
}
