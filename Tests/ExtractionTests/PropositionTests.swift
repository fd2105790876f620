import Statements
import Testing

@testable import Extraction

/// Open extraction; trees written by hand: `form upos head deprel`, heads from 1.
@Suite struct PropositionTests {
  private func lines(_ tree: String) -> [String] {
    Extractor().propositions(in: document(tree)).map { p in
      ([p.subject, p.relation] + p.arguments).joined(separator: " | ")
    }
  }

  @Test func wordsOfTheSentenceBetweenNamesOrNot() {
    #expect(
      lines(
        """
        The DET 2 det
        dog NOUN 4 nsubj
        had AUX 4 aux
        chased VERB 0 root
        a DET 6 det
        cat NOUN 4 obj
        into ADP 9 case
        the DET 9 det
        barn NOUN 4 obl
        """) == ["The dog | had chased | a cat | into the barn"])
  }

  @Test func aPrepositionJoinsTheRelationWhereThereIsNoObject() {
    #expect(
      lines(
        """
        In ADP 2 case
        May PROPN 4 obl
        trains NOUN 4 nsubj
        ran VERB 0 root
        through ADP 6 case
        snow NOUN 4 obl
        and CCONJ 8 cc
        rain NOUN 6 conj
        """) == ["trains | ran through | snow | In May", "trains | ran through | rain | In May"])
  }

  @Test func whatIsSharedIsFilledIn() {
    #expect(
      lines(
        """
        The DET 2 det
        law NOUN 3 nsubj
        gives VERB 0 root
        farmers NOUN 3 iobj
        the DET 6 det
        right NOUN 3 obj
        to PART/TO 8 mark
        sue VERB 6 acl
        mills NOUN 8 obj
        """) == ["The law | gives | farmers | the right to sue mills", "farmers | to sue | mills"])
  }

  @Test func aLaterObjectIsNotTakenBack() {
    #expect(
      lines(
        """
        She PRON 2 nsubj
        resigned VERB 0 root
        and CCONJ 4 cc
        left VERB 2 conj
        town NOUN 4 obj
        """) == ["She | left | town"])
  }

  @Test func existentialsCopulasAndNamesBesideNouns() {
    #expect(
      lines(
        """
        There PRON 2 expl
        were VERB 0 root
        boats NOUN 2 nsubj
        near ADP 6 case
        the DET 6 det
        pier NOUN 2 obl
        """) == ["There | were | boats | near the pier"])
    #expect(
      lines(
        """
        The DET 2 det
        mayor NOUN 9 nsubj
        , PUNCT 4 punct
        Ana PROPN 2 appos
        Roe PROPN 4 flat
        , PUNCT 4 punct
        was AUX 9 cop
        not PART 9 advmod
        hurt ADJ 0 root
        """) == ["Ana Roe | is | The mayor", "The mayor | was not | hurt"])
  }

  @Test func whatACommaSetsOffIsNoPartOfThePhrase() {
    #expect(
      lines(
        """
        Maps NOUN 8 nsubj
        , PUNCT 3 punct
        drawn VERB 1 acl
        by ADP 5 case
        monks NOUN 3 obl
        , PUNCT 3 punct
        all ADV 8 advmod
        burned VERB 0 root
        in ADP 10 case
        June PROPN 8 obl
        """) == ["Maps | drawn by | monks", "Maps | all burned in | June"])
  }

  @Test func purposesAndAdverbialsAreArguments() {
    #expect(
      lines(
        """
        The DET 2 det
        river NOUN 4 nsubj:pass
        was AUX 4 aux:pass
        dammed VERB 0 root
        to PART/TO 6 mark
        store VERB 4 advcl
        water NOUN 6 obj
        two NUM 9 nummod
        years NOUN 10 obl:unmarked
        later ADV 4 advmod
        """)
        == ["The river | was dammed | to store water | two years later", "The river | was dammed to store | water"])
  }

  @Test func auxiliariesAreSharedInACoordination() {
    #expect(
      lines(
        """
        It PRON 3 nsubj:pass
        was AUX 3 aux:pass
        written VERB/VBN 0 root
        by ADP 5 case
        Roe PROPN 3 obl:agent
        and CCONJ 8 cc
        first ADV 8 advmod
        staged VERB/VBN 3 conj
        by ADP 10 case
        Lim PROPN 8 obl:agent
        """) == ["It | was written by | Roe", "It | was first staged by | Lim"])
  }

  @Test func anInfinitiveIsOneRelationWithItsGovernor() {
    #expect(
      lines(
        """
        Ana PROPN 2 nsubj
        agreed VERB 0 root
        on ADP 4 case
        Monday PROPN 2 obl
        to PART/TO 6 mark
        sell VERB 2 xcomp
        it PRON 6 obj
        """) == ["Ana | agreed to sell | it | on Monday"])
    #expect(
      lines(
        """
        Ana PROPN 2 nsubj
        declined VERB 0 root
        to PART/TO 4 mark
        comment VERB 2 xcomp
        """) == ["Ana | declined | to comment"])
  }

  @Test func aPassiveWithoutMoreIsToldAndSpansStayWhole() {
    #expect(
      lines(
        """
        It PRON 4 nsubj:pass
        was AUX 4 aux:pass
        never ADV 4 advmod
        rebuilt VERB 0 root
        """) == ["It | was never | rebuilt"])
    #expect(
      lines(
        """
        He PRON 2 nsubj
        served VERB 0 root
        from ADP 4 case
        1988 NUM 2 obl
        to ADP 6 case
        1993 NUM 2 obl
        """) == ["He | served from | 1988 | to 1993"])
  }

  @Test func whatAPrepositionGovernsIsNotTold() {
    #expect(
      lines(
        """
        It PRON 2 nsubj
        bars VERB 0 root
        firms NOUN 2 obj
        from SCONJ 5 mark
        dumping VERB/VBG 2 advcl
        waste NOUN 5 obj
        """) == ["It | bars | firms | from dumping waste"])
  }

  @Test func aPredicateIsOneRelationWithWhatClaimsIt() {
    #expect(
      lines(
        """
        He PRON 2 nsubj
        claims VERB 0 root
        to PART/TO 6 mark
        be AUX 6 cop
        a DET 6 det
        king NOUN 2 xcomp
        """) == ["He | claims to be | a king"])
  }

  @Test func anAdverbBeforeAPrepositionKeepsThePhraseWhole() {
    #expect(
      lines(
        """
        She PRON 2 nsubj
        left VERB 0 root
        home NOUN 2 obj
        shortly ADV 7 advmod
        before ADP 7 case
        the DET 7 det
        war NOUN 2 obl
        """) == ["She | left | home | shortly before the war"])
  }

  @Test func whatHasFurtherPhrasesIsAlsoToldInShort() {
    #expect(
      lines(
        """
        She PRON 3 nsubj:pass
        was AUX 3 aux:pass
        born VERB 0 root
        in ADP 5 case
        Oslo PROPN 3 obl
        in ADP 7 case
        1901 NUM 3 obl
        """) == ["She | was born in | Oslo | in 1901", "She | was born in | 1901"])
  }

  @Test func predicatesAreCoordinatedAndTakeTheirPreposition() {
    #expect(
      lines(
        """
        Ana PROPN 4 nsubj
        was AUX 4 cop
        a DET 4 det
        painter NOUN 0 root
        and CCONJ 7 cc
        a DET 7 det
        teacher NOUN 4 conj
        """) == ["Ana | was | a painter", "Ana | was | a teacher"])
    #expect(
      lines(
        """
        Ana PROPN 3 nsubj
        is AUX 3 cop
        critical ADJ 0 root
        of ADP 6 case
        the DET 6 det
        board NOUN 3 obl
        """) == ["Ana | is critical of | the board"])
  }

  @Test func aRelativeClauseSaysItOfWhomThePredicateDescribes() {
    #expect(
      lines(
        """
        Ana PROPN 4 nsubj
        was AUX 4 cop
        an DET 4 det
        architect NOUN 0 root
        who PRON/WP 6 nsubj
        designed VERB 4 acl:relcl
        mills NOUN 6 obj
        """) == ["Ana | was | an architect", "Ana | designed | mills"])
  }

  @Test func whoseIsReplacedAndTakesNoObject() {
    #expect(
      lines(
        """
        They PRON 2 nsubj
        honour VERB 0 root
        Orin PROPN 2 obj
        , PUNCT 7 punct
        whose PRON/WP$ 6 nmod:poss
        grave NOUN 7 nsubj
        lies VERB 3 acl:relcl
        beneath ADP 10 case
        the DET 10 det
        church NOUN 7 obl
        """) == ["They | honour | Orin", "Orin 's grave | lies beneath | the church"])
  }

  @Test func titlesAndOwnersAreImplied() {
    #expect(
      lines(
        """
        His PRON 2 nmod:poss
        wife NOUN 3 nsubj
        met VERB 0 root
        French ADJ 5 amod
        president NOUN 6 nmod:desc
        Ana PROPN 3 obj
        Roe PROPN 6 flat
        """) == ["He | has | wife", "His wife | met | French president Ana Roe", "Ana Roe | is | French president"])
  }

  @Test func aDayBesideTheSubjectBelongsToTheVerb() {
    #expect(
      lines(
        """
        The DET 2 det
        Senate PROPN 5 nsubj
        on ADP 4 case
        Thursday PROPN 2 nmod
        passed VERB 0 root
        the DET 7 det
        bill NOUN 5 obj
        """) == ["The Senate | passed | the bill | on Thursday"])
  }

  @Test func alternativesStayTogether() {
    #expect(
      lines(
        """
        Neither CCONJ 2 cc:preconj
        Ana PROPN 5 nsubj
        nor CCONJ 4 cc
        Ben PROPN 2 conj
        saw VERB 0 root
        it PRON 5 obj
        """
      ).count == 1)
  }

  @Test func whatIsReportedOrSupposedIsTrustedLess() {
    let tree = """
      Ana PROPN 2 nsubj
      said VERB 0 root
      Ben PROPN 4 nsubj
      won VERB 2 ccomp
      it PRON 4 obj
      if SCONJ 8 mark
      Cas PROPN 8 nsubj
      lost VERB 4 advcl
      it PRON 8 obj
      """
    let trust = Extractor().propositions(in: document(tree)).map { ($0.subject, $0.confidence) }
    #expect(trust.map(\.0) == ["Ana", "Ben", "Cas"])
    #expect(trust[0].1 > trust[2].1 && trust[1].1 > trust[2].1)
  }
}
