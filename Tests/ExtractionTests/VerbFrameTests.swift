import EntenteTestSupport
import Testing

/// Relations of verbs: voice, coordination, control, relative clauses.
struct VerbFrameTests {
  @Test("The verb's subject and object")
  func active() {
    check(
      """
      1 Ada     Ada    PROPN NNP _ 2 nsubj _ NER=B-person
      2 praised praise VERB  VBD _ 0 root  _ _
      3 Bo      Bo     PROPN NNP _ 2 obj   _ NER=B-person
      4 .       .      PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |praised| Bo"])
  }

  @Test("A passive is turned round; without an agent it says nothing")
  func passive() {
    check(
      """
      1 Ada      Ada    PROPN NNP _ 3 nsubj:pass _ NER=B-person
      2 was      be     AUX   VBD _ 3 aux:pass   _ _
      3 arrested arrest VERB  VBN _ 0 root       _ _
      4 by       by     ADP   IN  _ 5 case       _ _
      5 Orvia    Orvia  PROPN NNP _ 3 obl:agent  _ NER=B-organization
      6 .        .      PUNCT .   _ 3 punct      _ _
      """,
      expects: ["Orvia |arrested| Ada"])
    check(
      """
      1 Ada      Ada    PROPN NNP _ 3 nsubj:pass _ NER=B-person
      2 was      be     AUX   VBD _ 3 aux:pass   _ _
      3 arrested arrest VERB  VBN _ 0 root       _ _
      4 in       in     ADP   IN  _ 5 case       _ _
      5 Orvia    Orvia  PROPN NNP _ 3 obl        _ NER=B-place
      6 .        .      PUNCT .   _ 3 punct      _ _
      """,
      expects: [])
  }

  @Test("A preposition that hangs from the title before the name is the name's")
  func prepositionUnderTitle() {
    check(
      """
      1 Ada     Ada     PROPN NNP _ 2 nsubj     _ NER=B-person
      2 spoke   speak   VERB  VBD _ 0 root      _ _
      3 with    with    ADP   IN  _ 4 case      _ _
      4 Speaker Speaker PROPN NNP _ 5 nmod:desc _ _
      5 Bo      Bo      PROPN NNP _ 2 obl       _ NER=B-person
      6 .       .       PUNCT .   _ 2 punct     _ _
      """,
      expects: ["Ada |spokeWith| Bo"])
  }

  @Test("A headline leaves the auxiliary out")
  func headline() {
    check(
      """
      1 Editor editor NOUN  NN  _ 2 nsubj _ _
      2 jailed jail   VERB  VBN _ 0 root  _ _
      3 by     by     ADP   IN  _ 4 case  _ _
      4 Orvia  Orvia  PROPN NNP _ 2 obl   _ NER=B-organization
      """,
      expects: ["Orvia |arrested| Editor"])
  }

  @Test("A and B met C: A and C, B and C, not A and B")
  func coordinatedSubjects() {
    check(
      """
      1 Ada Ada  PROPN NNP _ 4 nsubj _ NER=B-person
      2 and and  CCONJ CC  _ 3 cc    _ _
      3 Bo  Bo   PROPN NNP _ 1 conj  _ NER=B-person
      4 met meet VERB  VBD _ 0 root  _ _
      5 Cy  Cy   PROPN NNP _ 4 obj   _ NER=B-person
      6 .   .    PUNCT .   _ 4 punct _ _
      """,
      expects: ["Ada |met| Cy", "Bo |met| Cy"])
    check(
      """
      1 Ada Ada  PROPN NNP _ 4 nsubj _ NER=B-person
      2 and and  CCONJ CC  _ 3 cc    _ _
      3 Bo  Bo   PROPN NNP _ 1 conj  _ NER=B-person
      4 met meet VERB  VBD _ 0 root  _ _
      5 .   .    PUNCT .   _ 4 punct _ _
      """,
      expects: ["Ada |met| Bo"])
  }

  @Test("A group does with itself what several do with each other")
  func groups() {
    let text = """
      1 Ada  Ada  PROPN NNP _ 2 nsubj _ NER=B-person
      2 left leave VERB VBD _ 0 root  _ _
      3 Bo   Bo   PROPN NNP _ 2 obj   _ NER=B-person

      1 They they PRON PRP _ 2 nsubj _ _
      2 met  meet VERB VBD _ 0 root  _ _

      """
    check(text, expects: ["Ada |other:leave| Bo", "They |met| They"], splits: ["2:1": ["1:1", "1:3"]])
    check(text, expects: ["Ada |other:leave| Bo"])
  }

  @Test("A second verb shares the subject, and an object after both")
  func coordinatedVerbs() {
    check(
      """
      1 Ada     Ada   PROPN NNP _ 2 nsubj _ NER=B-person
      2 met     meet  VERB  VBD _ 0 root  _ _
      3 Bo      Bo    PROPN NNP _ 2 obj   _ NER=B-person
      4 and     and   CCONJ CC  _ 5 cc    _ _
      5 thanked thank VERB  VBD _ 2 conj  _ _
      6 Cy      Cy    PROPN NNP _ 5 obj   _ NER=B-person
      7 .       .     PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |met| Bo", "Ada |praised| Cy"])
  }

  @Test("Who is accused of a deed does it")
  func objectControl() {
    check(
      """
      1 Ada       Ada    PROPN NNP _ 2 nsubj _ NER=B-person
      2 accused   accuse VERB  VBD _ 0 root  _ _
      3 Bo        Bo     PROPN NNP _ 2 obj   _ NER=B-person
      4 of        of     SCONJ IN  _ 5 mark  _ _
      5 attacking attack VERB  VBG _ 2 advcl _ _
      6 Cy        Cy     PROPN NNP _ 5 obj   _ NER=B-person
      7 .         .      PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |accused| Bo", "Bo |attacked| Cy (reported by Ada)"])
  }

  @Test("Who agrees to meet meets")
  func subjectControl() {
    check(
      """
      1 Ada    Ada   PROPN NNP _ 2 nsubj _ NER=B-person
      2 agreed agree VERB  VBD _ 0 root  _ _
      3 to     to    PART  TO  _ 4 mark  _ _
      4 meet   meet  VERB  VB  _ 2 xcomp _ _
      5 Bo     Bo    PROPN NNP _ 4 obj   _ NER=B-person
      6 .      .     PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |met| Bo (planned)"])
  }

  @Test("Who is asked to release somebody would release")
  func askedTo() {
    check(
      """
      1 Ada     Ada     PROPN NNP _ 2 nsubj _ NER=B-person
      2 urged   urge    VERB  VBD _ 0 root  _ _
      3 Orvia   Orvia   PROPN NNP _ 2 obj   _ NER=B-place
      4 to      to      PART  TO  _ 5 mark  _ _
      5 release release VERB  VB  _ 2 xcomp _ _
      6 Bo      Bo      PROPN NNP _ 5 obj   _ NER=B-person
      7 .       .       PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |urged| Orvia", "Orvia |yieldedTo| Bo (possible)"])
  }

  @Test("A relative pronoun is what it stands for")
  func relativePronoun() {
    check(
      """
      1 Ada        Ada       PROPN NNP _ 6 nsubj     _ NER=B-person
      2 ,          ,         PUNCT ,   _ 4 punct     _ _
      3 who        who       PRON  WP  _ 4 nsubj     _ _
      4 criticized criticize VERB  VBD _ 1 acl:relcl _ _
      5 Bo         Bo        PROPN NNP _ 4 obj       _ NER=B-person
      6 resigned   resign    VERB  VBD _ 0 root      _ _
      7 .          .         PUNCT .   _ 6 punct     _ _
      """,
      expects: ["Ada |criticized| Bo"])
  }

  @Test("A participle describes its noun")
  func participle() {
    check(
      """
      1 Bo        Bo      PROPN NNP _ 5 nsubj _ NER=B-person
      2 appointed appoint VERB  VBN _ 1 acl   _ _
      3 by        by      ADP   IN  _ 4 case  _ _
      4 Ada       Ada     PROPN NNP _ 2 obl   _ NER=B-person
      5 resigned  resign  VERB  VBD _ 0 root  _ _
      6 .         .       PUNCT .   _ 5 punct _ _
      """,
      expects: ["Ada |appointed| Bo"])
  }

  @Test("Who comes at an invitation is invited, also where a noun says that they came")
  func invited() {
    check(
      """
      1  The        the        DET   DT  _ 2  det   _ _
      2  visit      visit      NOUN  NN  _ 5  nsubj _ _
      3  of         of         ADP   IN  _ 4  case  _ _
      4  Bo         Bo         PROPN NNP _ 2  nmod  _ NER=B-person
      5  began      begin      VERB  VBD _ 0  root  _ _
      6  at         at         ADP   IN  _ 8  case  _ _
      7  the        the        DET   DT  _ 8  det   _ _
      8  invitation invitation NOUN  NN  _ 5  obl   _ _
      9  of         of         ADP   IN  _ 10 case  _ _
      10 Ada        Ada        PROPN NNP _ 8  nmod  _ NER=B-person
      11 .          .          PUNCT .   _ 5  punct _ _
      """,
      expects: ["Ada |invited| Bo"])
  }

  @Test("A sense holds for its kind of object only")
  func restriction() {
    check(
      """
      1 Ada   Ada   PROPN NNP _ 2 nsubj _ NER=B-person
      2 left  leave VERB  VBD _ 0 root  _ _
      3 Orvia Orvia PROPN NNP _ 2 obj   _ NER=B-place
      4 .     .     PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |other:leave| Orvia"])
    check(
      """
      1 Orvia Orvia PROPN NNP _ 2 nsubj _ NER=B-place
      2 left  leave VERB  VBD _ 0 root  _ _
      3 Bloc  Bloc  PROPN NNP _ 2 obj   _ NER=B-organization
      4 .     .     PUNCT .   _ 2 punct _ _
      """,
      expects: ["Orvia |rejected| Bloc"])
  }

  @Test("Condemning a deed is criticizing who did it")
  func author() {
    check(
      """
      1 Ada       Ada     PROPN NNP _ 2 nsubj _ NER=B-person
      2 condemned condemn VERB  VBD _ 0 root  _ _
      3 the       the     DET   DT  _ 4 det   _ _
      4 attack    attack  NOUN  NN  _ 2 obj   _ _
      5 by        by      ADP   IN  _ 6 case  _ _
      6 Orvia     Orvia   PROPN NNP _ 4 nmod  _ NER=B-organization
      7 .         .       PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |criticized| Orvia"])
  }

  @Test("A title that the names hang from")
  func titleAbove() {
    check(
      """
      1 Presidents president NOUN  NNS _ 5 nsubj _ _
      2 Ada        Ada       PROPN NNP _ 1 flat  _ NER=B-person
      3 and        and       CCONJ CC  _ 4 cc    _ _
      4 Bo         Bo        PROPN NNP _ 2 conj  _ NER=B-person
      5 thanked    thank     VERB  VBD _ 0 root  _ _
      6 Cy         Cy        PROPN NNP _ 5 obj   _ NER=B-person
      7 .          .         PUNCT .   _ 5 punct _ _
      """,
      expects: ["Ada |praised| Cy", "Bo |praised| Cy"])
  }

  @Test("Taking what somebody has is done to them; their people are their own")
  func owner() {
    check(
      """
      1 Orvia     Orvia   PROPN NNP _ 2 nsubj     _ NER=B-organization
      2 suspended suspend VERB  VBD _ 0 root      _ _
      3 Ada       Ada     PROPN NNP _ 5 nmod:poss _ NER=B-person
      4 's        's      PART  POS _ 3 case      _ _
      5 permit    permit  NOUN  NN  _ 2 obj       _ _
      6 .         .       PUNCT .   _ 2 punct     _ _
      """,
      expects: ["Orvia |sanctioned| Ada"])
    check(
      """
      1 Orvia     Orvia   PROPN NNP _ 2 nsubj     _ NER=B-organization
      2 suspended suspend VERB  VBD _ 0 root      _ _
      3 Ada       Ada     PROPN NNP _ 5 nmod:poss _ NER=B-person
      4 's        's      PART  POS _ 3 case      _ _
      5 deputy    deputy  NOUN  NN  _ 2 obj       _ _
      6 .         .       PUNCT .   _ 2 punct     _ _
      """,
      expects: ["Orvia |sanctioned| Ada 's deputy"])
  }

  @Test("A verb without a sense keeps its own phrase")
  func openPhrase() {
    check(
      """
      1 Ada     Ada   PROPN NNP _ 2 nsubj _ NER=B-person
      2 painted paint VERB  VBD _ 0 root  _ _
      3 Bo      Bo    PROPN NNP _ 2 obj   _ NER=B-person
      4 .       .     PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |other:paint| Bo"])
  }

  @Test("The form tells the sense where the lemma given is wrong")
  func wrongLemma() {
    check(
      """
      1 Ada     Ada   PROPN NNP _ 2 nsubj _ NER=B-person
      2 accused accus VERB  VBD _ 0 root  _ _
      3 Bo      Bo    PROPN NNP _ 2 obj   _ NER=B-person
      4 .       .     PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |accused| Bo"])
  }

  @Test("A person as the only, indirect object; what is done by telephone is no passive")
  func onlyObject() {
    check(
      """
      1 Ada     Ada     PROPN NNP _ 2 nsubj _ NER=B-person
      2 thanked thank   VERB  VBD _ 0 root  _ _
      3 Bo      Bo      PROPN NNP _ 2 iobj  _ NER=B-person
      4 .       .       PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |praised| Bo"])
    check(
      """
      1 Ada       Ada       PROPN NNP _ 2 nsubj _ NER=B-person
      2 spoke     speak     VERB  VBD _ 0 root  _ _
      3 with      with      ADP   IN  _ 4 case  _ _
      4 Bo        Bo        PROPN NNP _ 2 obl   _ NER=B-person
      5 by        by        ADP   IN  _ 6 case  _ _
      6 telephone telephone NOUN  NN  _ 2 obl   _ _
      7 .         .         PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |spokeWith| Bo"])
  }

  @Test("Of which kind the parties are decides the sense")
  func kinds() {
    check(
      """
      1 Ada     Ada     PROPN NNP _ 2 nsubj _ NER=B-person
      2 clashed clash   VERB  VBD _ 0 root  _ _
      3 with    with    ADP   IN  _ 4 case  _ _
      4 Bo      Bo      PROPN NNP _ 2 obl   _ NER=B-person
      5 .       .       PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |criticized| Bo"])
    check(
      """
      1 Orr     Orr     PROPN NNP _ 2 nsubj _ NER=B-organization
      2 belongs belong  VERB  VBZ _ 0 root  _ _
      3 to      to      ADP   IN  _ 4 case  _ _
      4 Ada     Ada     PROPN NNP _ 2 obl   _ NER=B-person
      5 .       .       PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |owns| Orr"])
  }

  @Test("Whom an act befalls did not do it")
  func undergone() {
    check(
      """
      1 Ada       Ada     PROPN NNP _ 2 nsubj _ NER=B-person
      2 condemned condemn VERB  VBD _ 0 root  _ _
      3 the       the     DET   DT  _ 4 det   _ _
      4 killing   killing NOUN  NN  _ 2 obj   _ _
      5 of        of      ADP   IN  _ 6 case  _ _
      6 Bo        Bo      PROPN NNP _ 4 nmod  _ NER=B-person
      7 by        by      ADP   IN  _ 8 case  _ _
      8 Cy        Cy      PROPN NNP _ 4 nmod  _ NER=B-person
      9 .         .       PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |criticized| Cy", "Cy |killed| Bo"])
    check(
      """
      1 Ada       Ada     PROPN NNP _ 2 nsubj _ NER=B-person
      2 condemned condemn VERB  VBD _ 0 root  _ _
      3 the       the     DET   DT  _ 4 det   _ _
      4 treatment treatment NOUN NN _ 2 obj   _ _
      5 of        of      ADP   IN  _ 6 case  _ _
      6 Bo        Bo      PROPN NNP _ 4 nmod  _ NER=B-person
      7 .         .       PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |criticized| the treatment of Bo"])
  }

  @Test("A word that is no participant decides the sense; welcoming a deal supports it")
  func outcomes() {
    check(
      """
      1 Ada  Ada   PROPN NNP _ 2 nsubj _ NER=B-person
      2 shot shoot VERB  VBD _ 0 root  _ _
      3 Bo   Bo    PROPN NNP _ 2 obj   _ NER=B-person
      4 dead dead  ADJ   JJ  _ 2 xcomp _ _
      5 .    .     PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |killed| Bo"])
    check(
      """
      1 Ada       Ada     PROPN NNP _ 2 nsubj _ NER=B-person
      2 welcomed  welcome VERB  VBD _ 0 root  _ _
      3 Bo        Bo      PROPN NNP _ 5 nmod:poss _ NER=B-person
      4 's        's      PART  POS _ 3 case  _ _
      5 decision  decision NOUN NN  _ 2 obj   _ _
      6 .         .       PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |supported| Bo"])
  }

  @Test("What a statement condemns, its author condemns")
  func authors() {
    check(
      """
      1 Ada        Ada       PROPN NNP _ 2 nsubj _ NER=B-person
      2 issued     issue     VERB  VBD _ 0 root  _ _
      3 a          a         DET   DT  _ 4 det   _ _
      4 statement  statement NOUN  NN  _ 2 obj   _ _
      5 condemning condemn   VERB  VBG _ 4 acl   _ _
      6 Bo         Bo        PROPN NNP _ 5 obj   _ NER=B-person
      7 .          .         PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |criticized| Bo"], of: "frame/")
    check(
      """
      1 Ada      Ada     PROPN NNP  _ 3 nmod:poss _ NER=B-person
      2 's       's      PART  POS  _ 1 case  _ _
      3 letter   letter  NOUN  NN   _ 6 nsubj _ _
      4 accusing accuse  VERB  VBG  _ 3 acl   _ _
      5 Bo       Bo      PROPN NNP  _ 4 obj   _ NER=B-person
      6 vanished vanish  VERB  VBD  _ 0 root  _ _
      7 .        .       PUNCT .    _ 6 punct _ _
      """,
      expects: ["Ada |accused| Bo"], of: "frame/")
  }

  @Test("Blaming a deed on somebody")
  func blame() {
    check(
      """
      1 Ada    Ada    PROPN NNP _ 2 nsubj _ NER=B-person
      2 blamed blame  VERB  VBD _ 0 root  _ _
      3 the    the    DET   DT  _ 4 det   _ _
      4 attack attack NOUN  NN  _ 2 obj   _ _
      5 on     on     ADP   IN  _ 6 case  _ _
      6 Orvia  Orvia  PROPN NNP _ 4 nmod  _ NER=B-place
      7 .      .      PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |accused| Orvia"], of: "frame/")
  }

  @Test("Who writes to somebody asking for something asks them; asking is no talk")
  func addressees() {
    check(
      """
      1 Ada    Ada    PROPN NNP _ 2 nsubj _ NER=B-person
      2 wrote  write  VERB  VBD _ 0 root  _ _
      3 to     to     ADP   IN  _ 4 case  _ _
      4 Bo     Bo     PROPN NNP _ 2 obl   _ NER=B-person
      5 asking ask    VERB  VBG _ 2 advcl _ _
      6 to     to     PART  TO  _ 7 mark  _ _
      7 resign resign VERB  VB  _ 5 xcomp _ _
      8 .      .      PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |spokeWith| Bo", "Ada |urged| Bo"])
  }

  @Test("What is given decides what giving is")
  func gifts() {
    check(
      """
      1 Ada    Ada    PROPN NNP _ 2 nsubj _ NER=B-person
      2 gave   give   VERB  VBD _ 0 root  _ _
      3 Bo     Bo     PROPN NNP _ 2 iobj  _ NER=B-person
      4 asylum asylum NOUN  NN  _ 2 obj   _ _
      5 .      .      PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |aided| Bo"])
    check(
      """
      1 Ada  Ada  PROPN NNP _ 2 nsubj _ NER=B-person
      2 gave give VERB  VBD _ 0 root  _ _
      3 Bo   Bo   PROPN NNP _ 2 iobj  _ NER=B-person
      4 a    a    DET   DT  _ 5 det   _ _
      5 list list NOUN  NN  _ 2 obj   _ _
      6 .    .    PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |other:give to| Bo"])
  }

  @Test("A decree stands for who declared it, also where the clause hangs from its last word")
  func decrees() {
    check(
      """
      1 Ada       Ada       PROPN NNP _ 2 nsubj _ NER=B-person
      2 condemned condemn   VERB  VBD _ 0 root  _ _
      3 the       the       DET   DT  _ 4 det   _ _
      4 state     state     NOUN  NN  _ 2 obj   _ _
      5 of        of        ADP   IN  _ 6 case  _ _
      6 emergency emergency NOUN  NN  _ 4 nmod  _ _
      7 Bo        Bo        PROPN NNP _ 8 nsubj _ NER=B-person
      8 declared  declare   VERB  VBD _ 6 acl:relcl _ _
      9 .         .         PUNCT .   _ 2 punct _ _
      """,
      expects: ["Ada |criticized| Bo", "Bo |other:declare| emergency"])
  }
}
