import Foundation
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

  @Test("Where somebody is from, lives, or is taken")
  func people() {
    check(
      """
      1 Norland  Norland PROPN NNP _ 3 nmod:poss _ NER=B-place
      2 's       's      PART  POS _ 1 case  _ _
      3 Ada      Ada     PROPN NNP _ 5 nsubj:pass _ NER=B-person
      4 was      be      AUX   VBD _ 5 aux:pass _ _
      5 taken    take    VERB  VBN _ 0 root  _ _
      6 to       to      ADP   IN  _ 8 case  _ _
      7 a        a       DET   DT  _ 8 det   _ _
      8 clinic   clinic  NOUN  NN  _ 5 obl   _ _
      9 in       in      ADP   IN  _ 10 case _ _
      10 Arl     Arl     PROPN NNP _ 8 nmod  _ NER=B-place
      11 from    from    ADP   IN  _ 13 case _ _
      12 her     her     PRON  PRP$ _ 13 nmod:poss _ _
      13 home    home    NOUN  NN  _ 5 obl   _ _
      14 in      in      ADP   IN  _ 15 case _ _
      15 Orr     Orr     PROPN NNP _ 13 nmod _ NER=B-place
      16 .       .       PUNCT .   _ 5 punct _ _
      """,
      expects: ["Ada |locatedIn| Arl", "her |locatedIn| Orr"], of: "brought-to-place", "home-in-place")
  }

  @Test("Near is not in; a list of towns is no chain of parts")
  func near() {
    check(
      """
      1 Arl    Arl    PROPN NNP _ 4 nsubj _ NER=B-place
      2 near   near   ADP   IN  _ 3 case  _ _
      3 Orr    Orr    PROPN NNP _ 1 nmod  _ NER=B-place
      4 burned burn   VERB  VBD _ 0 root  _ _
      5 .      .      PUNCT .   _ 4 punct _ _
      """,
      expects: ["Arl |other:near| Orr"], of: "place-")
    check(
      """
      1 Towns  town   NOUN  NNS _ 2 nsubj _ _
      2 are    be     AUX   VBP _ 0 root  _ _
      3 Arl    Arl    PROPN NNP _ 2 obj   _ NER=B-place
      4 ,      ,      PUNCT ,   _ 5 punct _ _
      5 Orr    Orr    PROPN NNP _ 3 conj  _ NER=B-place
      6 ,      ,      PUNCT ,   _ 7 punct _ _
      7 Elm    Elm    PROPN NNP _ 3 conj  _ NER=B-place
      8 ,      ,      PUNCT ,   _ 9 punct _ _
      9 Ulm    Ulm    PROPN NNP _ 3 conj  _ NER=B-place
      10 .     .      PUNCT .   _ 2 punct _ _
      """,
      expects: [], of: "place-")
  }

  @Test("Members of a group that is said to be one of states; of a party by its members' name")
  func members() {
    check(
      """
      1 Six       Six     PROPN NNP _ 4 nsubj _ NER=B-organization
      2 is        be      AUX   VBZ _ 4 cop   _ _
      3 a         a       DET   DT  _ 4 det   _ _
      4 group     group   NOUN  NN  _ 0 root  _ _
      5 of        of      ADP   IN  _ 7 case  _ _
      6 six       six     NUM   CD  _ 7 nummod _ _
      7 countries country NOUN  NNS _ 4 nmod  _ _
      8 ,         ,       PUNCT ,   _ 9 punct _ _
      9 Norland   Norland PROPN NNP _ 7 appos _ NER=B-place
      10 and      and     CCONJ CC  _ 11 cc   _ _
      11 Orland   Orland  PROPN NNP _ 9 conj  _ NER=B-place
      12 .        .       PUNCT .   _ 4 punct _ _
      """,
      expects: ["Norland |memberOf| Six", "Orland |memberOf| Six"], of: "listed-member")
    check(
      """
      1 Some      some    DET   DT  _ 2 det   _ _
      2 Democrats Democrat PROPN NNPS _ 7 nsubj _ NER=B-organization
      3 ,         ,       PUNCT ,   _ 5 punct _ _
      4 including include VERB  VBG _ 5 case  _ _
      5 Ada       Ada     PROPN NNP _ 2 nmod  _ NER=B-person
      6 ,         ,       PUNCT ,   _ 5 punct _ _
      7 agree     agree   VERB  VBP _ 0 root  _ _
      8 .         .       PUNCT .   _ 7 punct _ _
      """,
      expects: ["Ada |memberOf| Democrats"], of: "person-a-partisan")
  }

  @Test("A ballot is where the country is that holds it; a body has its own units")
  func owners() {
    check(
      """
      1 Norland    Norland    PROPN NNP _ 2 nsubj _ NER=B-place
      2 held       hold       VERB  VBD _ 0 root  _ _
      3 a          a          DET   DT  _ 4 det   _ _
      4 referendum referendum NOUN  NN  _ 2 obj   _ _
      5 .          .          PUNCT .   _ 2 punct _ _
      """,
      expects: ["a referendum |locatedIn| Norland"], of: "ballot-held-by")
    check(
      """
      1 The     the     DET   DT  _ 2 det   _ _
      2 army    army    NOUN  NN  _ 5 nmod:poss _ _
      3 's      's      PART  POS _ 2 case  _ _
      4 Arl     Arl     PROPN NNP _ 5 compound _ NER=B-organization
      5 Command Command PROPN NNP _ 6 nsubj _ NER=I-organization
      6 left    leave   VERB  VBD _ 0 root  _ _
      7 .       .       PUNCT .   _ 6 punct _ _
      """,
      expects: ["Arl Command |partOf| The army"], of: "body-of-body")
  }

  @Test("Where someone is, by the noun beside the name")
  func described() {
    let trees = """
      1 Ada    Ada    PROPN NNP _ 7 nsubj _ NER=B-person
      2 ,      ,      PUNCT ,   _ 4 punct _ _
      3 a      a      DET   DT  _ 4 det   _ _
      4 cook   cook   NOUN  NN  _ 1 appos _ _
      5 in     in     ADP   IN  _ 6 case  _ _
      6 Arl    Arl    PROPN NNP _ 4 nmod  _ NER=B-place
      7 left   leave  VERB  VBD _ 0 root  _ _
      8 .      .      PUNCT .   _ 7 punct _ _
      """
    check(trees, expects: ["Ada |locatedIn| Arl"], of: "described-in-place")
    check(
      trees.replacingOccurrences(of: "cook ", with: "mayor"), expects: [], of: "described-in-place")
  }

  @Test("The members of a body, listed behind the noun")
  func listedMembers() {
    check(
      """
      1 Union   Union   PROPN NNP _ 2 compound _ NER=B-organization
      2 members member  NOUN  NNS _ 6 nsubj _ _
      3 Norland Norland PROPN NNP _ 2 appos _ NER=B-place
      4 and     and     CCONJ CC  _ 5 cc    _ _
      5 Orvia   Orvia   PROPN NNP _ 3 conj  _ NER=B-place
      6 met     meet    VERB  VBD _ 0 root  _ _
      7 .       .       PUNCT .   _ 6 punct _ _
      """,
      expects: ["Norland |memberOf| Union", "Orvia |memberOf| Union"], of: "member-of-body")
  }
}
