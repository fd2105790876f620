import Testing

/// Kin, origin, membership.
@Suite struct TiesPersonTests {
  // He lives in Braga, Portugal, with his wife, Clara Sousa.
  @Test func livesWithWife() {
    checkTies(
      """
      He PRON 2 nsubj
      lives VERB 0 root
      in ADP 4 case
      Braga PROPN 2 obl B-place
      , PUNCT 6 punct
      Portugal PROPN 4 nmod:unmarked B-place
      , PUNCT 10 punct
      with ADP 10 case
      his PRON 10 nmod:poss
      wife NOUN 2 obl
      , PUNCT 12 punct
      Clara PROPN 10 appos B-person
      Sousa PROPN 12 flat I-person
      . PUNCT 2 punct
      """,
      expects: [
        "Braga partOf: Portugal",
        "Clara Sousa relatedTo: his",
        "He locatedIn: Braga",
      ])
  }

  // Clara Sousa, the daughter of Miguel Sousa, was born in Madrid.
  @Test func daughterBornIn() {
    checkTies(
      """
      Clara PROPN 11 nsubj:pass B-person
      Sousa PROPN 1 flat I-person
      , PUNCT 5 punct
      the DET 5 det
      daughter NOUN 1 appos
      of ADP 7 case
      Miguel PROPN 5 nmod B-person
      Sousa PROPN 7 flat I-person
      , PUNCT 1 punct
      was AUX 11 aux:pass
      born VERB 0 root
      in ADP 13 case
      Madrid PROPN 11 obl B-place
      . PUNCT 11 punct
      """,
      expects: [
        "Clara Sousa citizenOf: Madrid",
        "Clara Sousa relatedTo: Miguel Sousa",
      ])
  }

  // Emma Fischer of the Green Party and Jonas Weber of Greenpeace signed the letter.
  @Test func ofParty() {
    checkTies(
      """
      Emma PROPN 12 nsubj B-person
      Fischer PROPN 1 flat I-person
      of ADP 6 case
      the DET 6 det
      Green ADJ 6 amod B-organization
      Party PROPN 1 nmod I-organization
      and CCONJ 8 cc
      Jonas PROPN 1 conj B-person
      Weber PROPN 8 flat I-person
      of ADP 11 case
      Clearwater PROPN 8 nmod B-organization
      signed VERB 0 root
      the DET 14 det
      letter NOUN 12 obj
      . PUNCT 12 punct
      """,
      expects: [
        "Emma Fischer memberOf: Green Party",
        "Jonas Weber represents: Clearwater",
      ])
  }

  // Tom Baker left Roe's party, the Harbour Union.
  @Test func partyOfAPerson() {
    checkTies(
      """
      Tom PROPN 3 nsubj B-person
      Baker PROPN 1 flat I-person
      left VERB 0 root
      Roe PROPN 6 nmod:poss B-person
      's PART 4 case
      party NOUN 3 obj
      , PUNCT 10 punct
      the DET 10 det
      Harbour PROPN 10 compound B-organization
      Union PROPN 6 appos I-organization
      . PUNCT 3 punct
      """, expects: ["Roe memberOf: Harbour Union"])
  }

  // Tom Baker, a Republican, criticized the plan.
  @Test func partisan() {
    checkTies(
      """
      Tom PROPN 7 nsubj B-person
      Baker PROPN 1 flat I-person
      , PUNCT 5 punct
      a DET 5 det
      Republican PROPN 1 appos B-demonym
      , PUNCT 1 punct
      criticized VERB 0 root
      the DET 9 det
      plan NOUN 7 obj
      . PUNCT 7 punct
      """,
      expects: [
        "Tom Baker memberOf: Republican"
      ])
  }

  // Jane Roe of the Port Grey council spoke.
  @Test func aCouncilOfAPlaceIsNotThePlace() {
    checkTies(
      """
      Jane PROPN 8 nsubj B-person
      Roe PROPN 1 flat I-person
      of ADP 7 case
      the DET 7 det
      Port PROPN 7 compound B-place
      Grey PROPN 5 flat I-place
      council NOUN 1 nmod
      spoke VERB 0 root
      . PUNCT 8 punct
      """,
      expects: ["the Port Grey council partOf: Port Grey"])
  }

  // Acme's Jane Roe telescope failed.
  @Test func whatIsNamedAfterSomeoneIsNotHe() {
    checkTies(
      """
      Acme PROPN 5 nmod:poss B-organization
      's PART 1 case
      Jane PROPN 5 compound B-person
      Roe PROPN 3 flat I-person
      telescope NOUN 6 nsubj
      failed VERB 0 root
      . PUNCT 6 punct
      """,
      expects: [])
  }

  // An Australian, Jane Roe, spoke.
  @Test func aDemonymBesideAName() {
    checkTies(
      """
      An DET 2 det
      Australian ADJ 7 nsubj B-demonym
      , PUNCT 4 punct
      Jane PROPN 2 appos B-person
      Roe PROPN 4 flat I-person
      , PUNCT 4 punct
      spoke VERB 0 root
      . PUNCT 7 punct
      """,
      expects: ["Jane Roe citizenOf: Australian"])
  }
}
