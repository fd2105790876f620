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
        to PART 8 mark
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
        """) == ["Maps | drawn by | monks", "Maps | burned in | June"])
  }
}
