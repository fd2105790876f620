import Testing

/// Ties of offices told for two, of people by their country, and of places within cities.
struct TiesScopeTests {

  // The Prime Minister and President Roland met in Amiens.
  @Test("Two who hold office, of whom one is named")
  func twoOffices() {
    checkTies(
      """
      The DET 3 det
      Prime ADJ 3 amod
      Minister NOUN 7 nsubj
      and CCONJ 6 cc
      President PROPN 6 nmod:desc
      Roland PROPN 3 conj B-person
      met VERB 0 root
      in ADP 9 case
      Amiens PROPN 7 obl B-place
      . PUNCT 7 punct
      """,
      expects: ["Roland holdsRole: President"])
  }

  // The Duchess of Cornwall and Prime Minister David Marlow attended.
  @Test("A peer in a list is not whoever comes next")
  func duchess() {
    checkTies(
      """
      The DET 2 det
      Duchess PROPN 10 nsubj
      of ADP 4 case
      Cornwall PROPN 2 nmod B-place
      and CCONJ 8 cc
      Prime ADJ 7 amod
      Minister PROPN 8 nmod:desc
      David PROPN 2 conj B-person
      Marlow PROPN 8 flat I-person
      attended VERB 0 root
      . PUNCT 10 punct
      """,
      expects: ["David Marlow holdsRole: Prime Minister"])
  }

  // Tom Frey named Dan Mills as secretary of state.
  @Test("Who is named holds the office, not who names")
  func namedAs() {
    checkTies(
      """
      Tom PROPN 3 nsubj B-person
      Frey PROPN 1 flat I-person
      named VERB 0 root
      Dan PROPN 3 xcomp B-person
      Mills PROPN 4 flat I-person
      as ADP 7 case
      secretary NOUN 3 xcomp
      of ADP 9 case
      state NOUN 7 nmod
      . PUNCT 3 punct
      """,
      expects: ["Dan Mills holdsRole: secretary of state"])
  }

  // Foreign Minister Ana Prem, Trade Minister Cy Moll and Suh Hoon, director of the Harbour Institute, came.
  @Test("The title behind a list is its last one's")
  func lastOfList() {
    checkTies(
      """
      Foreign ADJ 2 amod
      Minister PROPN 3 nmod:desc
      Ana PROPN 20 nsubj B-person
      Prem PROPN 3 flat I-person
      , PUNCT 8 punct
      Trade NOUN 7 compound
      Minister PROPN 3 nmod:desc
      Cy PROPN 3 flat B-person
      Moll PROPN 8 flat I-person
      and CCONJ 11 cc
      Suh PROPN 3 conj B-person
      Hoon PROPN 11 flat I-person
      , PUNCT 14 punct
      director NOUN 11 appos
      of ADP 18 case
      the DET 18 det
      Harbour PROPN 18 compound B-organization
      Institute PROPN 14 nmod I-organization
      , PUNCT 3 punct
      came VERB 0 root
      . PUNCT 20 punct
      """,
      expects: [
        "Ana Prem holdsRole: Foreign Minister", "Cy Moll holdsRole: Trade Minister",
        "Suh Hoon holdsRole: director of the Harbour Institute", "Suh Hoon leads: Harbour Institute",
      ])
  }

  // Iranian director Asghar Nouri won a prize.
  @Test("A director of a country's adjective comes from there")
  func directorOfLand() {
    checkTies(
      """
      Iranian ADJ 2 amod B-demonym
      director NOUN 3 nmod:desc
      Asghar PROPN 5 nsubj B-person
      Nouri PROPN 3 flat I-person
      won VERB 0 root
      a DET 7 det
      prize NOUN 5 obj
      . PUNCT 5 punct
      """,
      expects: ["Asghar Nouri citizenOf: Iranian", "Asghar Nouri holdsRole: Iranian director"])
  }

  // Hatice Demir is a Turkish national now living in London.
  @Test("A national, now living elsewhere")
  func isNational() {
    checkTies(
      """
      Hatice PROPN 6 nsubj B-person
      Demir PROPN 1 flat I-person
      is AUX 6 cop
      a DET 6 det
      Turkish ADJ 6 amod B-demonym
      national NOUN 0 root
      now ADV 8 advmod
      living VERB 6 acl
      in ADP 10 case
      London PROPN 8 obl B-place
      . PUNCT 6 punct
      """,
      expects: ["Hatice Demir citizenOf: Turkish", "Hatice Demir locatedIn: London"])
  }

  // London-based writer Sadiq Noor won the prize.
  @Test("Based, with a hyphen")
  func basedWriter() {
    checkTies(
      """
      London PROPN 3 obl:unmarked B-place
      - PUNCT 1 punct
      based VERB 4 amod
      writer NOUN 7 nsubj
      Sadiq PROPN 4 appos B-person
      Noor PROPN 5 flat I-person
      won VERB 0 root
      the DET 9 det
      prize NOUN 7 obj
      . PUNCT 7 punct
      """,
      expects: ["London - based writer locatedIn: London", "Sadiq Noor holdsRole: writer"])
  }

  // Erik Lindgren, who is Swedish, was travelling.
  @Test("The adjective as predicate")
  func isDemonym() {
    checkTies(
      """
      Erik PROPN 9 nsubj B-person
      Lindgren PROPN 1 flat I-person
      , PUNCT 6 punct
      who PRON 6 nsubj
      is AUX 6 cop
      Swedish ADJ 1 acl:relcl B-demonym
      , PUNCT 1 punct
      was AUX 9 aux
      travelling VERB 0 root
      . PUNCT 9 punct
      """,
      expects: ["Erik Lindgren citizenOf: Swedish"])
  }

  // Turkish-American journalist Leyla Aksoy was detained.
  @Test("Two countries with a hyphen")
  func dualDemonym() {
    checkTies(
      """
      Turkish ADJ 3 compound B-demonym
      - PUNCT 1 punct
      American ADJ 4 amod B-demonym
      journalist NOUN 8 nsubj:pass
      Leyla PROPN 4 appos B-person
      Aksoy PROPN 5 flat I-person
      was AUX 8 aux:pass
      detained VERB 0 root
      . PUNCT 8 punct
      """,
      expects: [
        "Leyla Aksoy citizenOf: American", "Leyla Aksoy citizenOf: Turkish",
        "Leyla Aksoy holdsRole: Turkish - American journalist",
      ])
  }

  // Jan Prem is survived by his wife Mary and two sons, Peter and Paul.
  @Test("Kin in a list")
  func kinInList() {
    checkTies(
      """
      Jan PROPN 4 nsubj:pass B-person
      Prem PROPN 1 flat I-person
      is AUX 4 aux:pass
      survived VERB 0 root
      by ADP 7 case
      his PRON 7 nmod:poss
      wife NOUN 4 obl:agent
      Mary PROPN 7 appos B-person
      and CCONJ 11 cc
      two NUM 11 nummod
      sons NOUN 8 conj
      , PUNCT 13 punct
      Peter PROPN 11 appos B-person
      and CCONJ 15 cc
      Paul PROPN 13 conj B-person
      . PUNCT 4 punct
      """,
      expects: ["Mary relatedTo: his", "Paul relatedTo: his", "Peter relatedTo: his"])
  }

  // Lena Khan, wife of detained journalist Adil Khan, appealed.
  @Test("A participle before who one is kin of")
  func wifeOfDetained() {
    checkTies(
      """
      Lena PROPN 11 nsubj B-person
      Khan PROPN 1 flat I-person
      , PUNCT 4 punct
      wife NOUN 1 appos
      of ADP 7 case
      detained VERB 7 amod
      journalist NOUN 4 nmod
      Adil PROPN 7 appos B-person
      Khan PROPN 8 flat I-person
      , PUNCT 1 punct
      appealed VERB 0 root
      . PUNCT 11 punct
      """,
      expects: ["Adil Khan holdsRole: journalist", "Lena Khan relatedTo: Adil Khan"])
  }

  // Ten people died in the Salam district of Aleppo.
  @Test("A district of a city")
  func district() {
    checkTies(
      """
      Ten NUM 2 nummod
      people NOUN 3 nsubj
      died VERB 0 root
      in ADP 7 case
      the DET 7 det
      Salam PROPN 7 compound B-place
      district NOUN 3 obl
      of ADP 9 case
      Aleppo PROPN 7 nmod B-place
      . PUNCT 3 punct
      """,
      expects: ["Salam partOf: Aleppo"])
  }

  // A bus was hit in Donetsk, in eastern Ukraine, on Monday.
  @Test("A place, set off, in a part of a country")
  func inEastern() {
    checkTies(
      """
      A DET 2 det
      bus NOUN 4 nsubj:pass
      was AUX 4 aux:pass
      hit VERB 0 root
      in ADP 6 case
      Donetsk PROPN 4 obl B-place
      , PUNCT 10 punct
      in ADP 10 case
      eastern ADJ 10 amod
      Ukraine PROPN 4 obl B-place
      , PUNCT 13 punct
      on ADP 13 case
      Monday PROPN 4 obl B-date
      . PUNCT 4 punct
      """,
      expects: ["Donetsk partOf: Ukraine"])
  }

  // Poland's state-owned Wisla Works will build it.
  @Test("State-owned")
  func stateOwned() {
    checkTies(
      """
      Poland's _ _ _
      Poland PROPN 7 nmod:poss B-place
      's PART 1 case
      state NOUN 5 compound
      - PUNCT 3 punct
      owned VERB 7 amod
      Wisla PROPN 7 compound B-organization
      Works PROPN 9 nsubj I-organization
      will AUX 9 aux
      build VERB 0 root
      it PRON 9 obj
      . PUNCT 9 punct
      """,
      expects: ["Poland owns: Wisla Works"])
  }

  // Anton Prem, the three-time world champion, left.
  @Test("Half of a word is no part of a title")
  func halfWord() {
    checkTies(
      """
      Anton PROPN 11 nsubj B-person
      Prem PROPN 1 flat I-person
      , PUNCT 9 punct
      the DET 9 det
      three NUM 7 nummod
      - PUNCT 5 punct
      time NOUN 8 compound
      world NOUN 9 compound
      champion NOUN 1 appos
      , PUNCT 1 punct
      left ADV 0 root
      . PUNCT 11 punct
      """,
      expects: ["Anton Prem holdsRole: world champion"])
  }

  // Jakarta Post editor Rahmat Ali was arrested.
  @Test("A place that begins another name")
  func cutOutlet() {
    checkTies(
      """
      Jakarta PROPN 3 compound B-place
      Post NOUN 3 compound
      editor NOUN 7 nsubj:pass
      Rahmat PROPN 3 flat B-person
      Ali PROPN 4 flat I-person
      was AUX 7 aux:pass
      arrested VERB 0 root
      . PUNCT 7 punct
      """,
      expects: ["Rahmat Ali holdsRole: Jakarta Post editor"])
  }

  // Iraq War veteran Adam Moss spoke.
  @Test("Who fought in a war took part")
  func warVeteran() {
    checkTies(
      """
      Iraq PROPN 2 compound B-event
      War PROPN 3 compound I-event
      veteran NOUN 6 nsubj
      Adam PROPN 6 nsubj B-person
      Moss PROPN 4 flat I-person
      spoke VERB 0 root
      . PUNCT 6 punct
      """,
      expects: ["Adam Moss holdsRole: Iraq War veteran", "Adam Moss participatedIn: Iraq War"])
  }

  // If I were the mayor of Porto, Ana Prem said, I would resign.
  @Test("If I were")
  func hypothetical() {
    checkTies(
      """
      If SCONJ 5 mark
      I PRON 5 nsubj
      were AUX 5 cop
      the DET 5 det
      mayor NOUN 11 advcl
      of ADP 7 case
      Porto PROPN 5 nmod B-place
      , PUNCT 5 punct
      Ana PROPN 11 nsubj B-person
      Prem PROPN 9 flat I-person
      said VERB 0 root
      , PUNCT 5 punct
      I PRON 15 nsubj
      would AUX 15 aux
      resign VERB 11 ccomp
      . PUNCT 11 punct
      """,
      expects: [])
  }
}
