import Testing

/// Places of events, and places within others.
struct TiesPlaceTests {
  @Test("What happens at one place is an event of its own")
  func happening() {
    check(
      """
      1 Ada    Ada    PROPN NNP _ 2 nsubj _ NER=B-person
      2 saw    see    VERB  VBD _ 0 root  _ _
      3 a      a      DET   DT  _ 4 det   _ _
      4 riot   riot   NOUN  NN  _ 2 obj   _ _
      5 in     in     ADP   IN  _ 6 case  _ _
      6 Arl    Arl    PROPN NNP _ 4 nmod  _ NER=B-place
      7 .      .      PUNCT .   _ 2 punct _ _
      """,
      expects: ["a riot in Arl |locatedIn| Arl"], of: "event-in-place")
  }

  @Test("A city by its country's adjective; a member as part of a body")
  func parts() {
    check(
      """
      1 Arl      Arl      PROPN NNP _ 5 nsubj _ NER=B-place
      2 is       be       AUX   VBZ _ 5 cop   _ _
      3 a        a        DET   DT  _ 5 det   _ _
      4 Norland  Norland  PROPN NNP _ 5 compound _ NER=B-place
      5 town     town     NOUN  NN  _ 0 root  _ _
      6 .        .        PUNCT .   _ 5 punct _ _
      """,
      expects: ["Arl |partOf| Norland"], of: "place-of-land")
    check(
      """
      1 Norland   Norland   PROPN NNP _ 7 nsubj _ NER=B-place
      2 as        as        ADP   IN  _ 3 case  _ _
      3 part      part      NOUN  NN  _ 1 nmod  _ _
      4 of        of        ADP   IN  _ 6 case  _ _
      5 the       the       DET   DT  _ 6 det   _ _
      6 Coalition Coalition PROPN NNP _ 3 nmod  _ NER=B-organization
      7 fights    fight     VERB  VBZ _ 0 root  _ _
      8 .         .         PUNCT .   _ 7 punct _ _
      """,
      expects: ["Norland |memberOf| Coalition"], of: "as-part-of-body")
  }
}
