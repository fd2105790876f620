import Testing

/// What descriptions of names and of kin say.
@Suite struct DescribedTests {
  // Terrafolk, a consultancy in Leuven, hired Kit Rosen, a glaciologist at Barnard College.
  @Test func firmInPlace() {
    checkTies(
      """
      Terrafolk PROPN 8 nsubj B-organization
      , PUNCT 4 punct
      a DET 4 det
      consultancy NOUN 1 appos
      in ADP 6 case
      Leuven PROPN 4 nmod B-place
      , PUNCT 4 punct
      hired VERB 0 root
      Kit PROPN 8 obj B-person
      Rosen PROPN 9 flat I-person
      , PUNCT 13 punct
      a DET 13 det
      glaciologist NOUN 9 appos
      at ADP 15 case
      Barnard PROPN 13 nmod B-organization
      College PROPN 15 flat I-organization
      . PUNCT 8 punct
      """,
      expects: [
        "Kit Rosen represents: Barnard College",
        "Terrafolk locatedIn: Leuven",
      ])
  }

  // Norrby, the Swedish side, signed Eze, a joiner from Enugu.
  @Test func sideOfLand() {
    checkTies(
      """
      Norrby PROPN 7 nsubj B-organization
      , PUNCT 5 punct
      the DET 5 det
      Swedish ADJ 5 amod B-demonym
      side NOUN 1 appos
      , PUNCT 5 punct
      signed VERB 0 root
      Eze PROPN 7 obj B-person
      , PUNCT 11 punct
      a DET 11 det
      joiner NOUN 8 appos
      from ADP 13 case
      Enugu PROPN 11 nmod B-place
      . PUNCT 7 punct
      """,
      expects: ["Eze citizenOf: Enugu", "Norrby locatedIn: Swedish"])
  }

  // The Swiss-born witness Hana Kuroda sued a court in Pardubov.
  @Test func born() {
    checkTies(
      """
      The DET 5 det
      Swiss ADJ 4 compound B-demonym
      - PUNCT 4 punct
      born VERB 5 amod
      witness NOUN 8 nsubj
      Hana PROPN 5 appos B-person
      Kuroda PROPN 6 flat I-person
      sued VERB 0 root
      a DET 10 det
      court NOUN 8 obj
      in ADP 12 case
      Pardubov PROPN 10 nmod B-place
      . PUNCT 8 punct
      """,
      expects: ["Hana Kuroda citizenOf: Swiss", "a court in Pardubov locatedIn: Pardubov"])
  }

  // Roe met her Finnish counterpart, Pirkko Lumme.
  @Test func counterpart() {
    checkTies(
      """
      Roe PROPN 2 nsubj B-person
      met VERB 0 root
      her PRON 5 nmod:poss
      Finnish ADJ 5 amod B-demonym
      counterpart NOUN 2 obj
      , PUNCT 7 punct
      Pirkko PROPN 5 appos B-person
      Lumme PROPN 7 flat I-person
      . PUNCT 2 punct
      """,
      expects: ["Pirkko Lumme represents: Finnish"])
  }

  // Nadia Sharabi, whose son Karim sang, is a sister-in-law of Serrat.
  @Test func whoseSon() {
    checkTies(
      """
      Nadia PROPN 11 nsubj B-person
      Sharabi PROPN 1 flat I-person
      , PUNCT 7 punct
      whose PRON 5 nmod:poss
      son NOUN 7 nsubj
      Karim PROPN 5 appos B-person
      sang VERB 1 acl:relcl
      , PUNCT 7 punct
      is AUX 11 cop
      a DET 11 det
      sister NOUN 0 root
      - PUNCT 15 punct
      in ADP 15 case
      - PUNCT 15 punct
      law NOUN 11 nmod
      of ADP 17 case
      Serrat PROPN 11 nmod B-person
      . PUNCT 11 punct
      """,
      expects: ["Karim relatedTo: Nadia Sharabi", "Nadia Sharabi relatedTo: Serrat"])
  }

  // Two cousins, Jad Kfoury and Lama Abi, marched.
  @Test func cousins() {
    checkTies(
      """
      Two NUM 2 nummod
      cousins NOUN 9 nsubj
      , PUNCT 4 punct
      Jad PROPN 2 appos B-person
      Kfoury PROPN 4 flat I-person
      and CCONJ 7 cc
      Lama PROPN 4 conj B-person
      Abi PROPN 7 flat I-person
      marched VERB 0 root
      . PUNCT 9 punct
      """,
      expects: ["Jad Kfoury relatedTo: Lama Abi"])
  }
}
