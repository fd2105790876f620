import Statements
import Testing

@testable import Language

/// The parts of coreference that need no weights.
@Suite struct CoreferenceRulesTests {
  /// One sentence a line, words as `form/UPOS/head/deprel`, names in brackets with their type before: `PER[Ana Roe]`.
  private func sentences(_ lines: String...) -> [Sentence] {
    var paragraph = -1
    return lines.map { line in
      let isNew = line.hasPrefix("¶")
      if isNew || paragraph < 0 { paragraph += 1 }
      let tokens = line.drop { $0 == "¶" }.split(separator: " ").map { word in
        let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let head = parts.count > 2 ? Int(parts[2]).flatMap { $0 > 0 ? $0 - 1 : nil } : nil
        return Token(
          span: Span(0, 0), form: parts[0], lemma: parts[0].lowercased() == "said" ? "say" : parts[0].lowercased(),
          upos: parts.count > 1 ? parts[1] : "X", xpos: "", head: head, deprel: parts.count > 3 ? parts[3] : "dep")
      }
      return Sentence(tokens: tokens, paragraph: paragraph)
    }
  }

  private func name(_ sentence: Int, _ tokens: Range<Int>, _ type: EntityType, id: Int) -> Mention {
    Mention(id: id, sentence: sentence, tokens: tokens, head: tokens.lowerBound, form: .name, type: type)
  }

  // MARK: names

  @Test func shortNamesFollowTheOneFullName() {
    let text = sentences("Roe met Ana Roe and Lee", "Mr Lee met Ana and Tom Lee", "Lee saw Jo Lee")
    let names = [
      name(0, 0..<1, .person, id: 0), name(0, 2..<4, .person, id: 1), name(0, 5..<6, .person, id: 2),
      name(1, 0..<2, .person, id: 3), name(1, 3..<4, .person, id: 4), name(1, 5..<7, .person, id: 5),
      name(2, 2..<4, .person, id: 6),
    ]
    // Two people are called Lee: the bare surname is neither's.
    #expect(NameMatching.chains(names, in: text) == [[0, 1, 4], [2, 3], [5], [6]])
  }

  @Test func acronymsInBracketsAreTheNameBefore() {
    let text = sentences("the Harbour Workers Union ( HWU ) and the Union ( ILO )", "HWU")
    let names = [
      name(0, 1..<4, .organization, id: 0), name(0, 5..<6, .organization, id: 1), name(0, 9..<10, .organization, id: 2),
      name(0, 11..<12, .organization, id: 3), name(1, 0..<1, .organization, id: 4),
    ]
    #expect(NameMatching.chains(names, in: text) == [[0, 1, 4], [2], [3]])
  }

  @Test func articlesAndPossessivesAreNoPartOfAName() {
    let text = sentences("The Senate 's vote", "Senate")
    let names = [name(0, 0..<3, .organization, id: 0), name(1, 0..<1, .organization, id: 1)]
    #expect(NameMatching.chains(names, in: text) == [[0, 1]])
  }

  // MARK: quotations

  @Test func theSpeakerIsTheSubjectOfSaying() {
    let text = sentences(
      "“/PUNCT I/PRON agree/VERB ,/PUNCT ”/PUNCT said/VERB/0/root Roe/PROPN/6/nsubj", "“/PUNCT We/PRON too/ADV ”/PUNCT")
    let quotations = Quotations(text)
    #expect(quotations.speaker(at: WordPlace(sentence: 0, token: 1)) == WordPlace(sentence: 0, token: 6))
    #expect(quotations.speaker(at: WordPlace(sentence: 0, token: 6)) == nil)
    // The next one in the same paragraph is the same speaker's.
    #expect(quotations.speaker(at: WordPlace(sentence: 1, token: 1)) == WordPlace(sentence: 0, token: 6))
  }

  @Test func aQuotationGoesOnWhereAParagraphOpensWithAMark() {
    let text = sentences(
      "Roe/PROPN/2/nsubj said/VERB/0/root :/PUNCT “/PUNCT I/PRON went/VERB ./PUNCT",
      "¶“/PUNCT I/PRON came/VERB ./PUNCT ”/PUNCT",
      "¶I/PRON left/VERB ./PUNCT")
    let quotations = Quotations(text)
    let roe = WordPlace(sentence: 0, token: 0)
    #expect(quotations.speaker(at: WordPlace(sentence: 0, token: 4)) == roe)
    #expect(quotations.speaker(at: WordPlace(sentence: 1, token: 1)) == roe)
    #expect(quotations.speaker(at: WordPlace(sentence: 2, token: 0)) == nil)
  }

  @Test func statementsWithoutMarksFollowAColon() {
    let text = sentences(
      "The/DET minister/NOUN/3/nsubj said/VERB/0/root :/PUNCT", "¶I/PRON condemn/VERB this/PRON ./PUNCT",
      "We/PRON act/VERB ./PUNCT")
    let quotations = Quotations(text)
    #expect(quotations.speaker(at: WordPlace(sentence: 1, token: 0)) == WordPlace(sentence: 0, token: 1))
    #expect(quotations.speaker(at: WordPlace(sentence: 2, token: 0)) == WordPlace(sentence: 0, token: 1))
    #expect(quotations.speaker(at: WordPlace(sentence: 0, token: 1)) == nil)
  }

  // MARK: agreement

  private func profile(
    _ form: String, _ upos: String, _ xpos: String = "NN", type: EntityType = .other, isName: Bool = false
  ) -> MentionProfile {
    let token = Token(
      span: Span(0, 1), form: form, lemma: form.lowercased(), upos: upos, xpos: xpos, head: nil, deprel: "root")
    let mention = Mention(
      id: 0, sentence: 0, tokens: 0..<1, head: 0, form: upos == "PRON" ? .pronoun : isName ? .name : .nominal,
      type: type)
    return MentionProfile(mention, in: Sentence(tokens: [token]), position: 0)
  }

  @Test func pronounsAgreeInGenderNumberAndKind() {
    let he = profile("he", "PRON")
    let it = profile("it", "PRON")
    let they = profile("they", "PRON")
    let woman = ChainProfile(profile("spokeswoman", "NOUN"))
    let company = ChainProfile(profile("company", "NOUN"))
    let roe = ChainProfile(profile("Roe", "PROPN", "NNP", type: .person, isName: true))
    let ministers = ChainProfile(profile("minister", "NOUN", "NNS"))
    #expect(!woman.agrees(with: he) && !woman.agrees(with: it) && woman.agrees(with: profile("she", "PRON")))
    #expect(company.agrees(with: it) && company.agrees(with: they) && !company.agrees(with: he))
    #expect(roe.agrees(with: he) && !roe.agrees(with: it) && !roe.agrees(with: they))
    #expect(ministers.agrees(with: they) && !ministers.agrees(with: he))
    var known = roe
    known.add(profile("she", "PRON"))
    #expect(!known.agrees(with: he))
    #expect(!roe.agrees(with: profile("company", "NOUN")))
  }

  @Test func aFirstNameAloneTellsTheGenderUnlessItIsASurname() {
    let token = Token(
      span: Span(0, 1), form: "Ana", lemma: "ana", upos: "PROPN", xpos: "NNP", head: nil, deprel: "root")
    let mention = Mention(id: 0, sentence: 0, tokens: 0..<1, head: 0, form: .name, type: .person)
    func gender(_ surnames: Set<String>) -> MentionProfile.Gender? {
      MentionProfile(
        mention, in: Sentence(tokens: [token]), position: 0, firstNames: FirstNames(["ana": .female]),
        surnames: surnames
      ).gender
    }
    #expect(gender([]) == .female)
    #expect(gender(["ana"]) == nil)
  }

  @Test func allMentionsOfAChainSpeakForIt() {
    var groups = AntecedentGroups()
    let near = AntecedentCandidate(index: 9, between: 0, isCoordination: false)
    groups.add(near, score: 1, chain: 9)
    groups.add(AntecedentCandidate(index: 5, between: 1, isCoordination: false), score: 0.6, chain: 2)
    groups.add(AntecedentCandidate(index: 2, between: 2, isCoordination: false), score: 0.6, chain: 2)
    #expect(groups.best(over: 0)?.index == 5)
    #expect(groups.best(over: 3) == nil)
  }
}
