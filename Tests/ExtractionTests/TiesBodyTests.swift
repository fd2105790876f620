import Testing

/// Bodies, places and events.
@Suite struct TiesBodyTests {
  // Portugal's foreign ministry and the Portuguese army confirmed the report.
  @Test func organOfCountry() {
    checkTies(
      """
      Portugal PROPN 4 nmod:poss B-place
      's PART 1 case
      foreign ADJ 4 amod
      ministry NOUN 9 nsubj
      and CCONJ 8 cc
      the DET 8 det
      Portuguese ADJ 8 amod B-demonym
      army NOUN 4 conj
      confirmed VERB 0 root
      the DET 11 det
      report NOUN 9 obj
      . PUNCT 9 punct
      """,
      expects: [
        "Portugal 's foreign ministry partOf: Portugal",
        "the Portuguese army partOf: Portuguese",
      ])
  }

  // The Supreme Court of Portugal overturned the ruling.
  @Test func courtOfCountry() {
    checkTies(
      """
      The DET 3 det
      Supreme ADJ 3 amod B-organization
      Court PROPN 6 nsubj I-organization
      of ADP 5 case I-organization
      Portugal PROPN 3 nmod I-organization
      overturned VERB 0 root
      the DET 8 det
      ruling NOUN 6 obj
      . PUNCT 6 punct

      Portugal PROPN 2 nsubj B-place
      agreed VERB 0 root
      . PUNCT 2 punct
      """,
      expects: [
        "Supreme Court of Portugal partOf: Portugal"
      ])
  }

  // The Oslo-based company is a subsidiary of Nordic Holdings.
  @Test func subsidiary() {
    checkTies(
      """
      The DET 5 det
      Oslo PROPN 4 obl:unmarked B-place
      - PUNCT 2 punct
      based VERB 5 amod
      company NOUN 8 nsubj
      is AUX 8 cop
      a DET 8 det
      subsidiary NOUN 0 root
      of ADP 11 case
      Nordic ADJ 11 amod B-organization
      Holdings PROPN 8 nmod I-organization
      . PUNCT 8 punct
      """,
      expects: [
        "The Oslo - based company locatedIn: Oslo", "The Oslo - based company partOf: Nordic Holdings",
      ])
  }

  // The minister visited the Portuguese city of Braga.
  @Test func cityOfPlace() {
    checkTies(
      """
      The DET 2 det
      minister NOUN 3 nsubj
      visited VERB 0 root
      the DET 6 det
      Portuguese ADJ 6 amod B-demonym
      city NOUN 3 obj
      of ADP 8 case
      Braga PROPN 6 nmod B-place
      . PUNCT 3 punct
      """,
      expects: [
        "Braga partOf: Portuguese"
      ])
  }

  // German firms including Bayer and Siemens left.
  @Test func firmsOfCountry() {
    checkTies(
      """
      German ADJ 2 amod B-demonym
      firms NOUN 7 nsubj
      including VERB 4 case
      Kessler PROPN 2 nmod B-organization
      and CCONJ 6 cc
      Vogt PROPN 4 conj B-organization
      left VERB 0 root
      . PUNCT 7 punct
      """,
      expects: [
        "Kessler locatedIn: German",
        "Vogt locatedIn: German",
      ])
  }

  // Grey Station is part of the Oslo Metro.
  @Test func partOfMetro() {
    checkTies(
      """
      Grey PROPN 2 compound B-place
      Station PROPN 4 nsubj I-place
      is AUX 4 cop
      part NOUN 0 root
      of ADP 8 case
      the DET 8 det
      Oslo PROPN 8 compound B-place
      Metro PROPN 4 nmod I-place
      . PUNCT 4 punct
      """,
      expects: [
        "Grey Station partOf: Oslo Metro"
      ])
  }

  // The group, led by Nadia Karim, attacked Aleppo.
  @Test func ledBy() {
    checkTies(
      """
      The DET 2 det
      group NOUN 9 nsubj
      , PUNCT 4 punct
      led VERB 2 acl
      by ADP 6 case
      Nadia PROPN 4 obl:agent B-person
      Karim PROPN 6 flat I-person
      , PUNCT 2 punct
      attacked VERB 0 root
      Aleppo PROPN 9 obj B-place
      . PUNCT 9 punct
      """,
      expects: [
        "Nadia Karim leads: The group"
      ])
  }

  // The Social Democrats won 40 seats in the 2019 Danish general election.
  @Test func partyInElection() {
    checkTies(
      """
      The DET 3 det
      Social ADJ 3 amod B-organization
      Democrats PROPN 4 nsubj I-organization
      won VERB 0 root
      40 NUM 6 nummod
      seats NOUN 4 obj
      in ADP 12 case
      the DET 12 det
      2019 NUM 12 compound B-event
      Danish ADJ 12 amod I-event
      general ADJ 12 amod I-event
      election NOUN 4 obl I-event
      . PUNCT 4 punct

      Denmark PROPN 2 nsubj B-place
      voted VERB 0 root
      . PUNCT 2 punct
      """,
      expects: [
        "Social Democrats participatedIn: 2019 Danish general election",
        "2019 Danish general election locatedIn: Denmark",
      ])
  }
}
