import Testing

/// Whose an office is.
@Suite struct TiesOfficeBodyTests {
  // The Harbour Union, whose president Jane Roe resigned, left.
  @Test func bodyOfARelativeClause() {
    checkTies(
      """
      The DET 3 det
      Harbour PROPN 3 compound B-organization
      Union PROPN 10 nsubj I-organization
      , PUNCT 8 punct
      whose PRON 6 nmod:poss
      president NOUN 7 nmod:desc
      Jane PROPN 9 nsubj B-person
      Roe PROPN 7 flat I-person
      resigned VERB 3 acl:relcl
      left VERB 0 root
      . PUNCT 10 punct
      """,
      expects: ["Jane Roe holdsRole: president", "Jane Roe leads: Harbour Union"])
  }

  // Freedonia's envoy for Sylvania, Jane Roe, spoke.
  @Test func whatAnEnvoyIsForIsNotWhoseHeIs() {
    checkTies(
      """
      Freedonia PROPN 3 nmod:poss B-place
      's PART 1 case
      envoy NOUN 10 nsubj
      for ADP 5 case
      Sylvania PROPN 3 nmod B-place
      , PUNCT 7 punct
      Jane PROPN 3 appos B-person
      Roe PROPN 7 flat I-person
      , PUNCT 3 punct
      spoke VERB 0 root
      . PUNCT 10 punct
      """,
      expects: ["Jane Roe holdsRole: envoy", "Jane Roe represents: Freedonia"])
  }

  // The Arl Bank's head of sales, Jane Roe, spoke.
  @Test func theHeadOfAPartDoesNotLeadTheWhole() {
    checkTies(
      """
      The DET 3 det
      Arl PROPN 3 compound B-organization
      Bank PROPN 5 nmod:poss I-organization
      's PART 3 case
      head NOUN 12 nsubj
      of ADP 7 case
      sales NOUN 5 nmod
      , PUNCT 9 punct
      Jane PROPN 5 appos B-person
      Roe PROPN 9 flat I-person
      , PUNCT 5 punct
      spoke VERB 0 root
      . PUNCT 12 punct
      """,
      expects: ["Jane Roe holdsRole: head of sales", "Jane Roe represents: Arl Bank"])
  }

  // Director Jane Roe of the Harbour Institute spoke.
  @Test func theBodyBehindTheName() {
    checkTies(
      """
      Director NOUN 2 nmod:desc
      Jane PROPN 8 nsubj B-person
      Roe PROPN 2 flat I-person
      of ADP 7 case
      the DET 7 det
      Harbour PROPN 7 compound B-organization
      Institute PROPN 2 nmod I-organization
      spoke VERB 0 root
      . PUNCT 8 punct
      """,
      expects: ["Jane Roe holdsRole: Director", "Jane Roe leads: Harbour Institute"])
  }

  // Sylvania's ambassador in Freedonia, Jane Roe, spoke.
  @Test func whereAnAmbassadorSitsIsNotWhoseHeIs() {
    checkTies(
      """
      Sylvania PROPN 3 nmod:poss B-place
      's PART 1 case
      ambassador NOUN 10 nsubj
      in ADP 5 case
      Freedonia PROPN 3 nmod B-place
      , PUNCT 7 punct
      Jane PROPN 3 appos B-person
      Roe PROPN 7 flat I-person
      , PUNCT 3 punct
      spoke VERB 0 root
      . PUNCT 10 punct
      """,
      expects: [
        "Jane Roe holdsRole: ambassador", "Jane Roe represents: Sylvania", "Jane Roe locatedIn: Freedonia",
      ])
  }

  // Jane Roe, an envoy of the Secretary-General of Acme, spoke.
  @Test func anOfficeOfAnOfficeIsOfItsBody() {
    checkTies(
      """
      Jane PROPN 13 nsubj B-person
      Roe PROPN 1 flat I-person
      , PUNCT 5 punct
      an DET 5 det
      envoy NOUN 1 appos
      of ADP 10 case
      the DET 10 det
      Secretary NOUN 10 compound
      - PUNCT 10 punct
      General NOUN 5 nmod
      of ADP 12 case
      Acme PROPN 10 nmod B-organization
      spoke VERB 0 root
      . PUNCT 13 punct
      """,
      expects: ["Jane Roe holdsRole: envoy of the Secretary - General of Acme", "Jane Roe represents: Acme"])
  }

  // Jane Roe, the candidate of the ruling Harbour Party, spoke.
  @Test func whoStandsForAPartyIsOfIt() {
    checkTies(
      """
      Jane PROPN 11 nsubj B-person
      Roe PROPN 1 flat I-person
      , PUNCT 5 punct
      the DET 5 det
      candidate NOUN 1 appos
      of ADP 10 case
      the DET 10 det
      ruling VERB 10 amod
      Harbour PROPN 10 compound B-organization
      Party PROPN 5 nmod I-organization
      spoke VERB 0 root
      . PUNCT 11 punct
      """,
      expects: ["Jane Roe holdsRole: candidate of the ruling Harbour Party", "Jane Roe memberOf: Harbour Party"])
  }

  // Two senators, Jane Roe of Freedonia and Martin Moe of Sylvania, spoke.
  @Test func eachOfSeveralIsOfHisPlace() {
    checkTies(
      """
      Two NUM 2 nummod
      senators NOUN 14 nsubj
      , PUNCT 4 punct
      Jane PROPN 2 appos B-person
      Roe PROPN 4 flat I-person
      of ADP 7 case
      Freedonia PROPN 4 nmod B-place
      and CCONJ 9 cc
      Martin PROPN 4 conj B-person
      Moe PROPN 9 flat I-person
      of ADP 12 case
      Sylvania PROPN 9 nmod B-place
      , PUNCT 4 punct
      spoke VERB 0 root
      . PUNCT 14 punct
      """,
      expects: [
        "Jane Roe holdsRole: senator", "Jane Roe represents: Freedonia", "Martin Moe holdsRole: senator",
        "Martin Moe represents: Sylvania",
      ])
  }
}
