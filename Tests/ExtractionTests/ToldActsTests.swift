import EntenteTestSupport
import Testing

@testable import Extraction

/// Charges and requests that are answered, and acts that others join, in a later sentence.
struct ToldActsTests {
  private static let charge = """
    1 Ada     Ada     PROPN NNP _ 2 nsubj _ NER=B-person
    2 accused accuse  VERB  VBD _ 0 root  _ _
    3 Bo      Bo      PROPN NNP _ 2 obj   _ NER=B-person
    4 .       .       PUNCT .   _ 2 punct _ _


    """

  @Test("Who rejects the accusation rejects whoever made it")
  func answered() {
    check(
      Self.charge + """
        1 Bo         Bo         PROPN NNP _ 2 nsubj _ NER=B-person
        2 rejected   reject     VERB  VBD _ 0 root  _ _
        3 the        the        DET   DT  _ 4 det   _ _
        4 accusation accusation NOUN  NN  _ 2 obj   _ _
        5 .          .          PUNCT .   _ 2 punct _ _
        """,
      expects: ["Ada |accused| Bo", "Bo |rejected| Ada"], of: "frame/", "act/")
  }

  @Test("Another act than the one told, or one with an owner of its own, is not taken for it")
  func unlike() {
    check(
      Self.charge + """
        1 Cy       Cy       PROPN NNP _ 2 nsubj _ NER=B-person
        2 rejected reject   VERB  VBD _ 0 root  _ _
        3 the      the      DET   DT  _ 4 det   _ _
        4 verdict  verdict  NOUN  NN  _ 2 obj   _ _
        5 .        .        PUNCT .   _ 2 punct _ _

        1 Cy       Cy       PROPN NNP _ 2 nsubj _ NER=B-person
        2 rejected reject   VERB  VBD _ 0 root  _ _
        3 Di       Di       PROPN NNP _ 5 nmod:poss _ NER=B-person
        4 's       's       PART  POS _ 3 case  _ _
        5 accusation accusation NOUN NN _ 2 obj  _ _
        6 .        .        PUNCT .   _ 2 punct _ _
        """,
      expects: [], of: "act/")
  }

  @Test("Who joins a boycott boycotts; who is joined in a suit by others sues with them")
  func joined() {
    check(
      """
      1 Ada  Ada PROPN NNP _ 2 nsubj _ NER=B-person
      2 sued sue VERB  VBD _ 0 root  _ _
      3 Bo   Bo  PROPN NNP _ 2 obj   _ NER=B-person
      4 .    .   PUNCT .   _ 2 punct _ _

      1 Ada    Ada    PROPN NNP _ 3 nsubj:pass _ NER=B-person
      2 was    be     AUX   VBD _ 3 aux:pass _ _
      3 joined join   VERB  VBN _ 0 root  _ _
      4 in     in     ADP   IN  _ 6 case  _ _
      5 the    the    DET   DT  _ 6 det   _ _
      6 suit   suit   NOUN  NN  _ 3 obl   _ _
      7 by     by     ADP   IN  _ 8 case  _ _
      8 Cy     Cy     PROPN NNP _ 3 obl:agent _ NER=B-person
      9 .      .      PUNCT .   _ 3 punct _ _
      """,
      expects: ["Ada |prosecuted| Bo", "Cy |prosecuted| Bo"], of: "act/")
  }

  @Test("Who joins a club does nothing that others did")
  func club() {
    check(
      Self.charge + """
        1 Cy     Cy   PROPN NNP _ 2 nsubj _ NER=B-person
        2 joined join VERB  VBD _ 0 root  _ _
        3 the    the  DET   DT  _ 4 det   _ _
        4 club   club NOUN  NN  _ 2 obj   _ _
        5 .      .    PUNCT .   _ 2 punct _ _
        """,
      expects: [], of: "act/")
  }
}
