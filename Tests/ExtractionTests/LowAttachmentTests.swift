import EntenteTestSupport
import Testing

/// Participants that the tree hangs too low, and names that other words stand for.
struct LowAttachmentTests {

  // Dieter Kraus was accused of harassment by Eva Lindner.
  @Test("Who did it, hung from the nearer noun")
  func lowAgent() {
    check(
      """
      1  Dieter     Dieter     PROPN NNP _ 4 nsubj:pass _ NER=B-person
      2  Kraus      Kraus      PROPN NNP _ 1 flat       _ NER=I-person
      3  was        be         AUX   VBD _ 4 aux:pass   _ _
      4  accused    accuse     VERB  VBN _ 0 root       _ _
      5  of         of         ADP   IN  _ 6 case       _ _
      6  harassment harassment NOUN  NN  _ 4 obl        _ _
      7  by         by         ADP   IN  _ 8 case       _ _
      8  Eva        Eva        PROPN NNP _ 6 nmod       _ NER=B-person
      9  Lindner    Lindner    PROPN NNP _ 8 flat       _ NER=I-person
      10 .          .          PUNCT .   _ 4 punct      _ _
      """,
      expects: ["Eva Lindner |accused| Dieter Kraus"])
  }

  // Sarmin was rebuilt after its occupation by Tallis.
  @Test("Who did what was the occasion did not do the rest")
  func occasion() {
    check(
      """
      1 Sarmin     Sarmin     PROPN NNP  _ 3 nsubj:pass _ NER=B-place
      2 was        be         AUX   VBD  _ 3 aux:pass   _ _
      3 rebuilt    rebuild    VERB  VBN  _ 0 root       _ _
      4 after      after      ADP   IN   _ 6 case       _ _
      5 its        its        PRON  PRP$ _ 6 nmod:poss  _ _
      6 occupation occupation NOUN  NN   _ 3 obl        _ _
      7 by         by         ADP   IN   _ 8 case       _ _
      8 Tallis     Tallis     PROPN NNP  _ 6 nmod       _ NER=B-person
      9 .          .          PUNCT .    _ 3 punct      _ _
      """,
      expects: ["Tallis |attacked| its"])
  }

  // The European Commission fined Google 1.5 billion euros.
  @Test("Whom a sum is taken from, made a part of the sum")
  func payee() {
    check(
      """
      1 The        the        DET   DT  _ 3 det      _ _
      2 European   European   ADJ   NNP _ 3 amod     _ NER=B-organization
      3 Commission Commission PROPN NNP _ 4 nsubj    _ NER=I-organization
      4 fined      fin        VERB  VBD _ 0 root     _ _
      5 Google     Google     PROPN NNP _ 4 iobj     _ NER=B-organization
      6 1.5        1.5        NUM   CD  _ 7 compound _ _
      7 billion    billion    NUM   CD  _ 8 nummod   _ _
      8 euros      euro       NOUN  NNS _ 4 obj      _ _
      9 .          .          PUNCT .   _ 4 punct    _ _
      """,
      expects: ["European Commission |sanctioned| Google"])
  }

  // Daniel Frost met a number of ministers, including Noura Saleh.
  @Test("One of those met, after including")
  func included() {
    check(
      """
      1  Daniel    Daniel   PROPN NNP _ 3  nsubj _ NER=B-person
      2  Frost     Frost    PROPN NNP _ 1  flat  _ NER=I-person
      3  met       meet     VERB  VBD _ 0  root  _ _
      4  a         a        DET   DT  _ 5  det   _ _
      5  number    number   NOUN  NN  _ 3  obj   _ _
      6  of        of       ADP   IN  _ 7  case  _ _
      7  ministers minister NOUN  NNS _ 5  nmod  _ _
      8  ,         ,        PUNCT ,   _ 10 punct _ _
      9  including include  VERB  VBG _ 10 case  _ _
      10 Noura     Noura    PROPN NNP _ 3  obl   _ NER=B-person
      11 Saleh     Saleh    PROPN NNP _ 10 flat  _ NER=I-person
      12 .         .        PUNCT .   _ 3  punct _ _
      """,
      expects: ["Daniel Frost |met| a number of ministers", "Daniel Frost |met| Noura Saleh"])
  }

  // Viktor Orlov left Ankara on Monday after two days of talks with Mehmet Aslan.
  @Test("Talks under a measure of time")
  func daysOfTalks() {
    check(
      """
      1  Viktor Viktor PROPN NNP _ 3  nsubj  _ NER=B-person
      2  Orlov  Orlov  PROPN NNP _ 1  flat   _ NER=I-person
      3  left   leave  VERB  VBD _ 0  root   _ _
      4  Ankara Ankara PROPN NNP _ 3  obj    _ NER=B-place
      5  on     on     ADP   IN  _ 6  case   _ _
      6  Monday Monday PROPN NNP _ 3  obl    _ NER=B-date
      7  after  after  ADP   IN  _ 9  case   _ _
      8  two    two    NUM   CD  _ 9  nummod _ _
      9  days   day    NOUN  NNS _ 3  obl    _ _
      10 of     of     ADP   IN  _ 11 case   _ _
      11 talks  talk   NOUN  NNS _ 9  nmod   _ _
      12 with   with   ADP   IN  _ 13 case   _ _
      13 Mehmet Mehmet PROPN NNP _ 9  nmod   _ NER=B-person
      14 Aslan  Aslan  PROPN NNP _ 13 flat   _ NER=I-person
      15 .      .      PUNCT .   _ 3  punct  _ _
      """,
      expects: ["Viktor Orlov |other:leave| Ankara", "Viktor Orlov |met| Mehmet Aslan"])
  }

  // Fields killed a woman named Heather Moss.
  @Test("A woman named so is who bears the name")
  func bearer() {
    check(
      """
      1 Fields  Fields  PROPN NNP _ 2 nsubj _ NER=B-person
      2 killed  kill    VERB  VBD _ 0 root  _ _
      3 a       a       DET   DT  _ 4 det   _ _
      4 woman   woman   NOUN  NN  _ 2 obj   _ _
      5 named   name    VERB  VBN _ 4 acl   _ _
      6 Heather Heather PROPN NNP _ 5 xcomp _ NER=B-person
      7 Moss    Moss    PROPN NNP _ 6 flat  _ NER=I-person
      8 .       .       PUNCT .   _ 2 punct _ _
      """,
      expects: ["Fields |killed| Heather Moss"])
  }

  // Ali Osman shot dead Petr Dvorak.
  @Test("Shot dead, wherever the tree puts dead")
  func shotDead() {
    check(
      """
      1 Ali    Ali    PROPN NNP _ 3 nsubj _ NER=B-person
      2 Osman  Osman  PROPN NNP _ 1 flat  _ NER=I-person
      3 shot   shoot  VERB  VBD _ 0 root  _ _
      4 dead   dead   ADJ   JJ  _ 5 amod  _ _
      5 Petr   Petr   PROPN NNP _ 3 obj   _ NER=B-person
      6 Dvorak Dvorak PROPN NNP _ 5 flat  _ NER=I-person
      7 .      .      PUNCT .   _ 3 punct _ _
      """,
      expects: ["Ali Osman |killed| Petr Dvorak"])
  }

  // Tom Frey named Dan Mills prime minister.
  @Test("Named prime minister, with the title in apposition")
  func titled() {
    check(
      """
      1 Tom      Tom      PROPN NNP _ 3 nsubj _ NER=B-person
      2 Frey     Frey     PROPN NNP _ 1 flat  _ NER=I-person
      3 named    name     VERB  VBD _ 0 root  _ _
      4 Dan      Dan      PROPN NNP _ 3 xcomp _ NER=B-person
      5 Mills    Mills    PROPN NNP _ 4 flat  _ NER=I-person
      6 prime    prime    ADJ   JJ  _ 7 amod  _ _
      7 minister minister NOUN  NN  _ 4 appos _ _
      8 .        .        PUNCT .   _ 3 punct _ _
      """,
      expects: ["Tom Frey |appointed| Dan Mills"])
  }

  // Criticism of Matteo Conti by Elena Ruiz has been growing.
  @Test("Criticism by somebody, hung from whom it is of")
  func critic() {
    check(
      """
      1  Criticism criticism NOUN  NN  _ 10 nsubj _ _
      2  of        of        ADP   IN  _ 3  case  _ _
      3  Matteo    Matteo    PROPN NNP _ 1  nmod  _ NER=B-person
      4  Conti     Conti     PROPN NNP _ 3  flat  _ NER=I-person
      5  by        by        ADP   IN  _ 6  case  _ _
      6  Elena     Elena     PROPN NNP _ 3  nmod  _ NER=B-person
      7  Ruiz      Ruiz      PROPN NNP _ 6  flat  _ NER=I-person
      8  has       have      AUX   VBZ _ 10 aux   _ _
      9  been      be        AUX   VBN _ 10 aux   _ _
      10 growing   grow      VERB  VBG _ 0  root  _ _
      11 .         .         PUNCT .   _ 10 punct _ _
      """,
      expects: ["Elena Ruiz |criticized| Matteo Conti"])
  }

  // Mark Elder dismissed reports that he had met Theresa Cole.
  @Test("What dismissed reports say is denied")
  func dismissedReports() {
    check(
      """
      1  Mark      Mark    PROPN NNP _ 3 nsubj _ NER=B-person
      2  Elder     Elder   PROPN NNP _ 1 flat  _ NER=I-person
      3  dismissed dismiss VERB  VBD _ 0 root  _ _
      4  reports   report  NOUN  NNS _ 3 obj   _ _
      5  that      that    SCONJ IN  _ 8 mark  _ _
      6  he        he      PRON  PRP _ 8 nsubj _ _
      7  had       have    AUX   VBD _ 8 aux   _ _
      8  met       meet    VERB  VBN _ 4 acl   _ _
      9  Theresa   Theresa PROPN NNP _ 8 obj   _ NER=B-person
      10 Cole      Cole    PROPN NNP _ 9 flat  _ NER=I-person
      11 .         .       PUNCT .   _ 3 punct _ _
      """,
      expects: ["Mark Elder |dismissed| reports", "Mark Elder |rejected| reports", "he |met| Theresa Cole (denied)"])
  }

  // Tom Bellamy has yet to visit Portugal.
  @Test("Has yet to")
  func yet() {
    check(
      """
      1 Tom      Tom      PROPN NNP _ 3 nsubj  _ NER=B-person
      2 Bellamy  Bellamy  PROPN NNP _ 1 flat   _ NER=I-person
      3 has      have     VERB  VBZ _ 0 root   _ _
      4 yet      yet      ADV   RB  _ 3 advmod _ _
      5 to       to       PART  TO  _ 6 mark   _ _
      6 visit    visit    VERB  VB  _ 3 xcomp  _ _
      7 Portugal Portugal PROPN NNP _ 6 obj    _ NER=B-place
      8 .        .        PUNCT .   _ 3 punct  _ _
      """,
      expects: ["Tom Bellamy |visited| Portugal (not)"])
  }

  // Anton Prem, whose father was killed by the Harbour Front, left.
  @Test("Whose father was killed was not")
  func whoseFather() {
    check(
      """
      1  Anton   Anton   PROPN NNP _ 13 nsubj      _ NER=B-person
      2  Prem    Prem    PROPN NNP _ 1  flat       _ NER=I-person
      3  ,       ,       PUNCT ,   _ 7  punct      _ _
      4  whose   whose   PRON  WP$ _ 5  nmod:poss  _ _
      5  father  father  NOUN  NN  _ 7  nsubj:pass _ _
      6  was     be      AUX   VBD _ 7  aux:pass   _ _
      7  killed  kill    VERB  VBN _ 1  acl:relcl  _ _
      8  by      by      ADP   IN  _ 11 case       _ _
      9  the     the     DET   DT  _ 11 det        _ _
      10 Harbour Harbour PROPN NNP _ 11 compound   _ NER=B-organization
      11 Front   Front   PROPN NNP _ 7  obl:agent  _ NER=I-organization
      12 ,       ,       PUNCT ,   _ 1  punct      _ _
      13 left    leave   VERB  VBN _ 0  root       _ _
      14 .       .       PUNCT .   _ 13 punct      _ _
      """,
      expects: ["Harbour Front |killed| whose father"])
  }

  // Serge Moll, a Belgian who took over from Carla Pont, spoke.
  @Test("A compatriot who took over is the one named")
  func tookOver() {
    check(
      """
      1  Serge   Serge   PROPN NNP _ 13 nsubj        _ NER=B-person
      2  Moll    Moll    PROPN NNP _ 1  flat         _ NER=I-person
      3  ,       ,       PUNCT ,   _ 5  punct        _ _
      4  a       a       DET   DT  _ 5  det          _ _
      5  Belgian belgian ADJ   JJ  _ 1  appos        _ NER=B-demonym
      6  who     who     PRON  WP  _ 7  nsubj        _ _
      7  took    take    VERB  VBD _ 5  acl:relcl    _ _
      8  over    over    ADV   RP  _ 7  compound:prt _ _
      9  from    from    ADP   IN  _ 10 case         _ _
      10 Carla   Carla   PROPN NNP _ 7  obl          _ NER=B-person
      11 Pont    Pont    PROPN NNP _ 10 flat         _ NER=I-person
      12 ,       ,       PUNCT ,   _ 1  punct        _ _
      13 spoke   speak   VERB  VBD _ 0  root         _ _
      14 .       .       PUNCT .   _ 13 punct        _ _
      """,
      expects: ["Serge Moll |succeeded| Carla Pont"])
  }

  // Officers found that the car had left Arl and spoke with Anne Moll.
  @Test("Who goes with a past tense is who had one")
  func tense() {
    check(
      """
      1  Officers officer NOUN  NNS _ 2  nsubj _ _
      2  found    find    VERB  VBD _ 0  root  _ _
      3  that     that    SCONJ IN  _ 7  mark  _ _
      4  the      the     DET   DT  _ 5  det   _ _
      5  car      car     NOUN  NN  _ 7  nsubj _ _
      6  had      have    AUX   VBD _ 7  aux   _ _
      7  left     leave   VERB  VBN _ 2  ccomp _ _
      8  Arl      Arl     PROPN NNP _ 7  obj   _ NER=B-place
      9  and      and     CCONJ CC  _ 10 cc    _ _
      10 spoke    speak   VERB  VBD _ 7  conj  _ _
      11 with     with    ADP   IN  _ 12 case  _ _
      12 Anne     Anne    PROPN NNP _ 10 obl   _ NER=B-person
      13 Moll     Moll    PROPN NNP _ 12 flat  _ NER=I-person
      14 .        .       PUNCT .   _ 2  punct _ _
      """,
      expects: ["the car |other:leave| Arl", "Officers |spokeWith| Anne Moll"])
  }

  // Ada Roe made it clear to Anton Moll that she would go.
  @Test("Made it clear to somebody")
  func madeClear() {
    check(
      """
      1  Ada   Ada   PROPN NNP _ 3  nsubj _ NER=B-person
      2  Roe   Roe   PROPN NNP _ 1  flat  _ NER=I-person
      3  made  make  VERB  VBD _ 0  root  _ _
      4  it    it    PRON  PRP _ 3  expl  _ _
      5  clear clear ADJ   JJ  _ 3  xcomp _ _
      6  to    to    ADP   IN  _ 7  case  _ _
      7  Anton Anton PROPN NNP _ 3  obl   _ NER=B-person
      8  Moll  Moll  PROPN NNP _ 7  flat  _ NER=I-person
      9  that  that  SCONJ IN  _ 12 mark  _ _
      10 she   she   PRON  PRP _ 12 nsubj _ _
      11 would would AUX   MD  _ 12 aux   _ _
      12 go    go    VERB  VB  _ 5  ccomp _ _
      13 .     .     PUNCT .   _ 3  punct _ _
      """,
      expects: ["Ada Roe |spokeWith| Anton Moll"])
  }

  // Yann Scholl will visit Paris before meeting Vera Leyen.
  @Test("Planned, with what follows")
  func beforeTravelling() {
    check(
      """
      1  Yann    Yann   PROPN NNP _ 4 nsubj _ NER=B-person
      2  Scholl  Scholl PROPN NNP _ 1 flat  _ NER=I-person
      3  will    will   AUX   MD  _ 4 aux   _ _
      4  visit   visit  VERB  VB  _ 0 root  _ _
      5  Paris   Paris  PROPN NNP _ 4 obj   _ NER=B-place
      6  before  before SCONJ IN  _ 7 mark  _ _
      7  meeting meet   VERB  VBG _ 4 advcl _ _
      8  Vera    Vera   PROPN NNP _ 7 obj   _ NER=B-person
      9  Leyen   Leyen  PROPN NNP _ 8 flat  _ NER=I-person
      10 .       .      PUNCT .   _ 4 punct _ _
      """,
      expects: ["Yann Scholl |visited| Paris (planned)", "Yann Scholl |met| Vera Leyen (planned)"])
  }
}
