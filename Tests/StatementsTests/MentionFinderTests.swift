import Statements
import Testing

@Suite struct MentionFinderTests {
  @Test func namesNominalsAndPronouns() throws {
    let parsed = try #require(
      CoNLLU.read(
        """
        1\tThe\tthe\tDET\tDT\t_\t3\tdet\t_\t_
        2\tNorlandian\tNorlandian\tADJ\tJJ\t_\t3\tamod\t_\tNER=B-demonym
        3\tenvoy\tenvoy\tNOUN\tNN\t_\t6\tnsubj\t_\t_
        4\tto\tto\tADP\tIN\t_\t5\tcase\t_\t_
        5\tSouthmark\tSouthmark\tPROPN\tNNP\t_\t3\tnmod\t_\tNER=B-place
        6\tthanked\tthank\tVERB\tVBD\t_\t0\troot\t_\t_
        7\tits\tits\tPRON\tPRP$\t_\t9\tnmod:poss\t_\t_
        8\tPresident\tPresident\tPROPN\tNNP\t_\t9\tcompound\t_\t_
        9\tAda\tAda\tPROPN\tNNP\t_\t6\tobj\t_\tNER=B-person
        10\tRoe\tRoe\tPROPN\tNNP\t_\t9\tflat\t_\tNER=I-person

        """
      ).first)
    let mentions = MentionFinder.mentions(in: parsed.sentences, names: parsed.names)
    let words = mentions.map { m in
      parsed.sentences[0].tokens[m.tokens].map(\.form).joined(separator: " ") + " \(m.form.rawValue) \(m.head)"
    }
    #expect(
      words == [
        "The Norlandian envoy to Southmark nominal 2", "Norlandian name 1", "Southmark name 4", "its pronoun 6",
        "Ada Roe name 8",
      ])
    #expect(mentions.map(\.id) == Array(mentions.indices))
  }

  @Test func namesThatAreSeldomMarked() throws {
    let parsed = try #require(
      CoNLLU.read(
        """
        1\tOrr\tOrr\tPROPN\tNNP\t_\t2\tnsubj\t_\tNER=B-person
        2\turges\turge\tVERB\tVBZ\t_\t0\troot\t_\t_
        3\tUS\twe\tPRON\tPRP\t_\t2\tobj\t_\t_
        4\tand\tand\tCCONJ\tCC\t_\t6\tcc\t_\t_
        5\tLabour\tlabour\tADJ\tJJ\t_\t6\tamod\t_\t_
        6\tleaders\tleader\tNOUN\tNNS\t_\t3\tconj\t_\t_

        """
      ).first)
    let mentions = MentionFinder.mentions(in: parsed.sentences, names: parsed.names)
    #expect(mentions.map(\.form) == [.name, .name, .nominal, .name])
    #expect(mentions.map(\.type) == [.person, .place, .other, .organization])
  }
}
