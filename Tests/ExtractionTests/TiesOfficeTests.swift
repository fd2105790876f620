import Testing

/// Offices, their holders and their bodies.
@Suite struct TiesOfficeTests {
  // Deputy Foreign Minister Anna Petrova met UN envoy Carlos Mendoza in Lisbon.
  @Test func titleBeforeName() {
    checkTies(
      """
      Deputy NOUN 3 compound
      Foreign ADJ 3 amod
      Minister NOUN 4 nmod:desc
      Anna PROPN 6 nsubj B-person
      Petrova PROPN 4 flat I-person
      met VERB 0 root
      UN PROPN 8 compound B-organization
      envoy NOUN 6 obj
      Carlos PROPN 6 obj B-person
      Mendoza PROPN 9 flat I-person
      in ADP 12 case
      Lisbon PROPN 6 obl B-place
      . PUNCT 6 punct
      """,
      expects: [
        "Anna Petrova holdsRole: Deputy Foreign Minister",
        "Carlos Mendoza holdsRole: UN envoy",
        "Carlos Mendoza represents: UN",
      ])
  }

  // Freedonia's ambassador to Portugal, Karim Haddad, resigned on Tuesday.
  @Test func ambassadorThenName() {
    checkTies(
      """
      Freedonia PROPN 3 nmod:poss B-place
      's PART 1 case
      ambassador NOUN 10 nsubj
      to ADP 5 case
      Portugal PROPN 3 nmod B-place
      , PUNCT 7 punct
      Karim PROPN 3 appos B-person
      Haddad PROPN 7 flat I-person
      , PUNCT 3 punct
      resigned VERB 0 root
      on ADP 12 case
      Tuesday PROPN 10 obl B-date
      . PUNCT 10 punct
      """,
      expects: [
        "Karim Haddad holdsRole: ambassador to Portugal",
        "Karim Haddad represents: Freedonia",
      ])
  }

  // Maria Lopez, 45, a former mayor of Porto and current chairwoman of the Harbour Union, spoke first.
  @Test func nameThenOffices() {
    checkTies(
      """
      Maria PROPN 19 nsubj B-person
      Lopez PROPN 1 flat I-person
      , PUNCT 4 punct
      45 NUM 1 dep
      , PUNCT 8 punct
      a DET 8 det
      former ADJ 8 amod
      mayor NOUN 1 appos
      of ADP 10 case
      Porto PROPN 8 nmod B-place
      and CCONJ 13 cc
      current ADJ 13 amod
      chairwoman NOUN 8 conj
      of ADP 17 case
      the DET 17 det
      Harbour PROPN 17 compound B-organization
      Union PROPN 13 nmod I-organization
      , PUNCT 1 punct
      spoke VERB 0 root
      first ADV 19 advmod
      . PUNCT 19 punct
      """,
      expects: [
        "Maria Lopez holdsRole: chairwoman of the Harbour Union",
        "Maria Lopez holdsRole: mayor of Porto",
        "Maria Lopez leads: Harbour Union",
        "Maria Lopez leads: Porto",
      ])
  }

  // Helen Novak is the head of the Norwegian Refugee Agency.
  @Test func isHead() {
    checkTies(
      """
      Helen PROPN 5 nsubj B-person
      Novak PROPN 1 flat I-person
      is AUX 5 cop
      the DET 5 det
      head NOUN 0 root
      of ADP 10 case
      the DET 10 det
      Norwegian ADJ 10 amod B-organization
      Refugee PROPN 10 compound I-organization
      Agency PROPN 5 nmod I-organization
      . PUNCT 5 punct
      """,
      expects: [
        "Helen Novak holdsRole: head of the Norwegian Refugee Agency",
        "Helen Novak leads: Norwegian Refugee Agency",
      ])
  }

  // Peter Larsen, who served as finance minister of Denmark from 2008 to 2016, joined the bank.
  @Test func servedAs() {
    checkTies(
      """
      Peter PROPN 16 nsubj B-person
      Larsen PROPN 1 flat I-person
      , PUNCT 5 punct
      who PRON 5 nsubj
      served VERB 1 acl:relcl
      as ADP 8 case
      finance NOUN 8 compound
      minister NOUN 5 obl
      of ADP 10 case
      Denmark PROPN 8 nmod B-place
      from ADP 12 case
      2008 NUM 5 obl B-date
      to ADP 14 case
      2016 NUM 5 obl B-date
      , PUNCT 1 punct
      joined VERB 0 root
      the DET 18 det
      bank NOUN 16 obj
      . PUNCT 16 punct
      """,
      expects: [
        "Peter Larsen holdsRole: finance minister of Denmark",
        "Peter Larsen represents: Denmark",
      ])
  }

  // Laura Chen was appointed chief executive of Acme Holdings in March.
  @Test func wasAppointed() {
    checkTies(
      """
      Laura PROPN 4 nsubj:pass B-person
      Chen PROPN 1 flat I-person
      was AUX 4 aux:pass
      appointed VERB 0 root
      chief NOUN 6 amod
      executive NOUN 4 xcomp
      of ADP 9 case
      Acme PROPN 9 compound B-organization
      Holdings PROPN 6 nmod I-organization
      in ADP 11 case
      March PROPN 4 obl B-date
      . PUNCT 4 punct
      """,
      expects: [
        "Laura Chen holdsRole: chief executive",
        "Laura Chen leads: Acme Holdings",
      ])
  }

  // French President Paul Martin and Senator Ruth Adams of Oregon praised the deal.
  @Test func countryAndChamber() {
    checkTies(
      """
      French ADJ 2 amod B-demonym
      President PROPN 3 nmod:desc
      Paul PROPN 11 nsubj B-person
      Martin PROPN 3 flat I-person
      and CCONJ 7 cc
      Senator NOUN 7 nmod:desc
      Ruth PROPN 3 conj B-person
      Adams PROPN 7 flat I-person
      of ADP 10 case
      Oregon PROPN 7 nmod B-place
      praised VERB 0 root
      the DET 13 det
      deal NOUN 11 obj
      . PUNCT 11 punct
      """,
      expects: [
        "Paul Martin holdsRole: French President",
        "Paul Martin leads: French",
        "Ruth Adams holdsRole: Senator",
        "Ruth Adams represents: Oregon",
      ])
  }

  // Labour MP Oliver Stone attended the Lisbon Climate Summit.
  @Test func partyAndEvent() {
    checkTies(
      """
      Labour PROPN 2 compound B-organization
      MP NOUN 3 nmod:desc
      Oliver PROPN 5 nsubj B-person
      Stone PROPN 3 flat I-person
      attended VERB 0 root
      the DET 9 det
      Lisbon PROPN 9 compound B-event
      Climate PROPN 9 compound I-event
      Summit PROPN 5 obj I-event
      . PUNCT 5 punct
      """,
      expects: [
        "Oliver Stone holdsRole: Labour MP",
        "Oliver Stone memberOf: Labour",
        "Oliver Stone participatedIn: Lisbon Climate Summit",
      ])
  }

  // Presidents Ali Hassan of Djibouti and Omar Salah of Eritrea shook hands.
  @Test func officeNameOfPlace() {
    checkTies(
      """
      Presidents PROPN 2 nmod:desc
      Ali PROPN 11 nsubj B-person
      Hassan PROPN 2 flat I-person
      of ADP 5 case
      Djibouti PROPN 2 nmod B-place
      and CCONJ 7 cc
      Omar PROPN 2 conj B-person
      Salah PROPN 7 flat I-person
      of ADP 10 case
      Eritrea PROPN 7 nmod B-place
      shook VERB 0 root
      hands NOUN 11 obj
      . PUNCT 11 punct
      """,
      expects: [
        "Ali Hassan holdsRole: President of Djibouti",
        "Ali Hassan leads: Djibouti",
        "Omar Salah holdsRole: President of Eritrea",
        "Omar Salah leads: Eritrea",
      ])
  }

  // Prime Minister Sofia Costa said Portugal would sign.
  @Test func impliedCountry() {
    checkTies(
      """
      Prime ADJ 2 amod
      Minister PROPN 3 nmod:desc
      Sofia PROPN 5 nsubj B-person
      Costa PROPN 3 flat I-person
      said VERB 0 root
      Portugal PROPN 8 nsubj B-place
      would AUX 8 aux
      sign VERB 5 ccomp
      . PUNCT 5 punct
      """,
      expects: [
        "Sofia Costa holdsRole: Prime Minister",
        "Sofia Costa leads: Portugal",
      ])
  }

  // Prime Minister Sofia Costa resigned. Ships left Portugal.
  @Test func aCountrySaidOnceElsewhereIsNotImplied() {
    checkTies(
      """
      Prime ADJ 2 amod
      Minister PROPN 3 nmod:desc
      Sofia PROPN 5 nsubj B-person
      Costa PROPN 3 flat I-person
      resigned VERB 0 root
      . PUNCT 5 punct

      Ships NOUN 2 nsubj
      left VERB 0 root
      Portugal PROPN 2 obj B-place
      . PUNCT 2 punct
      """,
      expects: ["Sofia Costa holdsRole: Prime Minister"])
  }

  // Deputy Minister and Envoy of Polish President Jan Maj Ewa Nowak left Kenya for Kenya.
  @Test func impliedCountryBetweenTitleAndName() {
    checkTies(
      """
      Deputy ADJ 2 amod
      Minister PROPN 12 nsubj
      and CCONJ 4 cc
      Envoy PROPN 2 conj
      of ADP 8 case
      Polish ADJ 7 amod B-demonym
      President PROPN 8 nmod:desc
      Jan PROPN 4 nmod B-person
      Maj PROPN 8 flat I-person
      Ewa PROPN 8 appos B-person
      Nowak PROPN 10 flat I-person
      left VERB 0 root
      Kenya PROPN 12 obj B-place
      for ADP 15 case
      Kenya PROPN 12 obl B-place
      . PUNCT 12 punct
      """,
      expects: [
        "Ewa Nowak holdsRole: Deputy Minister",
        "Ewa Nowak holdsRole: Envoy of Polish President Jan Maj",
        "Ewa Nowak represents: Jan Maj",
        "Ewa Nowak represents: Polish",
        "Jan Maj holdsRole: Polish President",
        "Jan Maj leads: Polish",
      ])
  }

  // Home Secretary Ruth Cole left Kenya for Kenya and Britain.
  @Test func impliedCountryKnowsTheOffice() {
    checkTies(
      """
      Home NOUN 2 compound
      Secretary PROPN 3 nmod:desc
      Ruth PROPN 5 nsubj B-person
      Cole PROPN 3 flat I-person
      left VERB 0 root
      Kenya PROPN 5 obj B-place
      for ADP 8 case
      Kenya PROPN 5 obl B-place
      and CCONJ 10 cc
      Britain PROPN 8 conj B-place
      . PUNCT 5 punct
      """,
      expects: [
        "Ruth Cole holdsRole: Home Secretary",
        "Ruth Cole represents: Britain",
      ])
  }

  // Foreign Minister Ruth Cole left Kenya for Ghana and Kenya.
  @Test func foreignMinistersAreSpokenOfWithOthers() {
    checkTies(
      """
      Foreign ADJ 2 amod
      Minister PROPN 3 nmod:desc
      Ruth PROPN 5 nsubj B-person
      Cole PROPN 3 flat I-person
      left VERB 0 root
      Kenya PROPN 5 obj B-place
      for ADP 8 case
      Ghana PROPN 5 obl B-place
      and CCONJ 10 cc
      Kenya PROPN 8 conj B-place
      . PUNCT 5 punct
      """,
      expects: ["Ruth Cole holdsRole: Foreign Minister"])
  }

  // Ghana's President-elect David Okoro will speak.
  @Test func electIsPlanned() {
    checkTies(
      """
      Ghana PROPN 3 nmod:poss B-place
      's PART 1 case
      President PROPN 6 nmod:desc
      - PUNCT 3 punct
      elect NOUN 6 nmod:desc
      David PROPN 9 nsubj B-person
      Okoro PROPN 6 flat I-person
      will AUX 9 aux
      speak VERB 0 root
      . PUNCT 9 punct
      """,
      expects: [
        "David Okoro holdsRole: President (planned)",
        "David Okoro leads: Ghana (planned)",
      ])
  }

  // The company's chief economist, Irene Wolf, resigned.
  @Test func unnamedBody() {
    checkTies(
      """
      The DET 2 det
      company NOUN 5 nmod:poss
      's PART 2 case
      chief ADJ 5 amod
      economist NOUN 10 nsubj
      , PUNCT 7 punct
      Irene PROPN 5 appos B-person
      Wolf PROPN 7 flat I-person
      , PUNCT 5 punct
      resigned VERB 0 root
      . PUNCT 10 punct
      """,
      expects: [
        "Irene Wolf holdsRole: chief economist",
        "Irene Wolf represents: The company",
      ])
  }

  // Fado singer Rui Veloso performed.
  @Test func trade() {
    checkTies(
      """
      Fado PROPN 2 compound
      singer NOUN 5 nsubj
      Rui PROPN 2 appos B-person
      Torres PROPN 3 flat I-person
      performed VERB 0 root
      . PUNCT 5 punct
      """,
      expects: [
        "Rui Torres holdsRole: Fado singer"
      ])
  }

  // Two Republican senators, John Pike and Mary Stone, opposed the bill.
  @Test func lawmakersInApposition() {
    checkTies(
      """
      Two NUM 3 nummod
      Republican ADJ 3 amod B-demonym
      senators NOUN 11 nsubj
      , PUNCT 5 punct
      John PROPN 3 conj B-person
      Pike PROPN 5 flat I-person
      and CCONJ 8 cc
      Mary PROPN 3 conj B-person
      Stone PROPN 8 flat I-person
      , PUNCT 3 punct
      opposed VERB 0 root
      the DET 13 det
      bill NOUN 11 obj
      . PUNCT 11 punct
      """,
      expects: [
        "John Pike holdsRole: Republican senator",
        "John Pike memberOf: Republican",
        "Mary Stone holdsRole: Republican senator",
        "Mary Stone memberOf: Republican",
      ])
  }

  // The reporters Anna Petrova knew were late.
  @Test func noHolder() {
    checkTies(
      """
      The DET 2 det
      reporters NOUN 7 nsubj
      Anna PROPN 5 nsubj B-person
      Petrova PROPN 3 flat I-person
      knew VERB 2 acl:relcl
      were AUX 7 cop
      late ADJ 0 root
      . PUNCT 7 punct
      """,
      expects: [])
  }

  // The visit of the president pleased Anna Petrova.
  @Test func noOffice() {
    checkTies(
      """
      The DET 2 det
      visit NOUN 6 nsubj
      of ADP 5 case
      the DET 5 det
      president NOUN 2 nmod
      pleased VERB 0 root
      Anna PROPN 6 obj B-person
      Petrova PROPN 7 flat I-person
      . PUNCT 6 punct
      """,
      expects: [])
  }

  // Ada Roe, the mayor's sister, left. Nobody is mayor, even where the tree lets the office hang from the name.
  @Test func officeOfAnother() {
    checkTies(
      """
      Ada PROPN 9 nsubj B-person
      Roe PROPN 1 flat I-person
      , PUNCT 5 punct
      the DET 5 det
      mayor NOUN 1 appos
      's PART/POS 5 case
      sister NOUN 5 dep
      , PUNCT 5 punct
      left VERB 0 root
      . PUNCT 9 punct
      """,
      expects: [])
  }
}
