import EntenteTestSupport
import Testing

/// Relations of event nouns: their phrase, the verb that carries them, the clause that they frame.
struct EventNounTests {
  @Test("The subject of a light verb takes part")
  func lightVerb() {
    check(
      """
      1 Ada   Ada  PROPN NNP _ 2 nsubj _ NER=B-person
      2 held  hold VERB  VBD _ 0 root  _ _
      3 talks talk NOUN  NNS _ 2 obj   _ _
      4 with  with ADP   IN  _ 5 case  _ _
      5 Bo    Bo   PROPN NNP _ 3 nmod  _ NER=B-person
      6 .     .    PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |met| Bo"])
  }

  @Test("Talks between A and B")
  func between() {
    check(
      """
      1 Talks   talk    NOUN  NNS _ 6 nsubj _ _
      2 between between ADP   IN  _ 3 case  _ _
      3 Ada     Ada     PROPN NNP _ 1 nmod  _ NER=B-person
      4 and     and     CCONJ CC  _ 5 cc    _ _
      5 Bo      Bo      PROPN NNP _ 3 conj  _ NER=B-person
      6 failed  fail    VERB  VBD _ 0 root  _ _
      7 .       .       PUNCT .   _ 6 punct _ _
      """,
      expects: ["Ada |met| Bo"])
  }

  @Test("During a meeting with B, A spoke: A took part")
  func clauseSubject() {
    check(
      """
      1 Ada     Ada     PROPN NNP _ 8 nsubj _ NER=B-person
      2 ,       ,       PUNCT ,   _ 5 punct _ _
      3 during  during  ADP   IN  _ 5 case  _ _
      4 a       a       DET   DT  _ 5 det   _ _
      5 meeting meeting NOUN  NN  _ 8 obl   _ _
      6 with    with    ADP   IN  _ 7 case  _ _
      7 Bo      Bo      PROPN NNP _ 5 nmod  _ NER=B-person
      8 smiled  smile   VERB  VBD _ 0 root  _ _
      9 .       .       PUNCT .   _ 8 punct _ _
      """,
      expects: ["Ada |met| Bo"])
  }

  @Test("The visit of A to B")
  func ownPhrase() {
    check(
      """
      1 The   the   DET   DT  _ 2 det   _ _
      2 visit visit NOUN  NN  _ 7 nsubj _ _
      3 of    of    ADP   IN  _ 4 case  _ _
      4 Ada   Ada   PROPN NNP _ 2 nmod  _ NER=B-person
      5 to    to    ADP   IN  _ 6 case  _ _
      6 Orvia Orvia PROPN NNP _ 2 nmod  _ NER=B-place
      7 ended end   VERB  VBD _ 0 root  _ _
      8 .     .     PUNCT .   _ 7 punct _ _
      """,
      expects: ["Ada |visited| Orvia"])
  }

  @Test("Who draws criticism is criticized")
  func receiver() {
    check(
      """
      1 Ada       Ada       PROPN NNP _ 2 nsubj _ NER=B-person
      2 drew      draw      VERB  VBD _ 0 root  _ _
      3 criticism criticism NOUN  NN  _ 2 obj   _ _
      4 from      from      ADP   IN  _ 5 case  _ _
      5 Bo        Bo        PROPN NNP _ 3 nmod  _ NER=B-person
      6 .         .         PUNCT .   _ 2 punct _ _
      """,
      expects: ["Bo |criticized| Ada"])
  }

  @Test("The subject of sanctions")
  func subjectOf() {
    check(
      """
      1 Ada       Ada      PROPN NNP _ 4 nsubj    _ NER=B-person
      2 is        be       AUX   VBZ _ 4 cop      _ _
      3 the       the      DET   DT  _ 4 det      _ _
      4 subject   subject  NOUN  NN  _ 0 root     _ _
      5 of        of       ADP   IN  _ 7 case     _ _
      6 Orvia     Orvia    PROPN NNP _ 7 compound _ NER=B-place
      7 sanctions sanction NOUN  NNS _ 4 nmod     _ _
      8 .         .        PUNCT .   _ 4 punct    _ _
      """,
      expects: ["Orvia |sanctioned| Ada"])
  }

  @Test("At the invitation of A, B came")
  func invitation() {
    check(
      """
      1 Bo         Bo         PROPN NNP _ 2 nsubj _ NER=B-person
      2 sang       sing       VERB  VBD _ 0 root  _ _
      3 at         at         ADP   IN  _ 5 case  _ _
      4 the        the        DET   DT  _ 5 det   _ _
      5 invitation invitation NOUN  NN  _ 2 obl   _ _
      6 of         of         ADP   IN  _ 7 case  _ _
      7 Ada        Ada        PROPN NNP _ 5 nmod  _ NER=B-person
      8 .          .          PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |invited| Bo"])
  }

  @Test("Being in talks, on a visit")
  func predicates() {
    check(
      """
      1 Ada   Ada   PROPN NNP _ 4 nsubj _ NER=B-person
      2 is    be    AUX   VBZ _ 4 cop   _ _
      3 in    in    ADP   IN  _ 4 case  _ _
      4 talks talk  NOUN  NNS _ 0 root  _ _
      5 with  with  ADP   IN  _ 6 case  _ _
      6 Bo    Bo    PROPN NNP _ 4 nmod  _ NER=B-person
      7 .     .     PUNCT .   _ 4 punct _ _
      """,
      expects: ["Ada |met| Bo"])
    check(
      """
      1 Ada   Ada   PROPN NNP _ 5 nsubj _ NER=B-person
      2 is    be    AUX   VBZ _ 5 cop   _ _
      3 on    on    ADP   IN  _ 5 case  _ _
      4 a     a     DET   DT  _ 5 det   _ _
      5 visit visit NOUN  NN  _ 0 root  _ _
      6 to    to    ADP   IN  _ 7 case  _ _
      7 Arl   Arl   PROPN NNP _ 5 nmod  _ NER=B-place
      8 .     .     PUNCT .   _ 5 punct _ _
      """,
      expects: ["Ada |visited| Arl"])
  }

  @Test("Who grants or rejects a request was asked by whoever made it; so was who acts at somebody's request")
  func requests() {
    check(
      """
      1 Ada     Ada     PROPN NNP _ 2 nsubj _ NER=B-person
      2 rejected reject VERB  VBD _ 0 root  _ _
      3 Bo      Bo      PROPN NNP _ 5 nmod:poss _ NER=B-person
      4 's      's      PART  POS _ 3 case  _ _
      5 request request NOUN  NN  _ 2 obj   _ _
      6 .       .       PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |rejected| Bo", "Bo |urged| Ada"])
    check(
      """
      1 Ada     Ada     PROPN NNP _ 2 nsubj _ NER=B-person
      2 resigned resign VERB  VBD _ 0 root  _ _
      3 at      at      ADP   IN  _ 5 case  _ _
      4 the     the     DET   DT  _ 5 det   _ _
      5 behest  behest  NOUN  NN  _ 2 obl   _ _
      6 of      of      ADP   IN  _ 7 case  _ _
      7 Bo      Bo      PROPN NNP _ 5 nmod  _ NER=B-person
      8 .       .       PUNCT .   _ 2 punct _ _
      """,
      expects: ["Bo |urged| Ada"])
  }
}
