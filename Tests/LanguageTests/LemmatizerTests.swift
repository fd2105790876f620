import Testing

@testable import Language

@Suite struct LemmatizerTests {
  private let lemmatizer = Lemmatizer(
    table: """
      # comment
      V\tfind\tfound
      V\tfound
      V\tmeet\tmet
      V\tplan
      N\twoman\twomen
      """)

  @Test(arguments: [
    ("met", "VERB", "VBD", "meet"), ("meeting", "VERB", "VBG", "meet"), ("found", "VERB", "VBD", "find"),
    ("founded", "VERB", "VBD", "found"), ("women", "NOUN", "NNS", "woman"), ("planned", "VERB", "VBD", "plan"),
    // Not in the table: by their endings.
    ("accused", "VERB", "VBD", "accuse"), ("criticised", "VERB", "VBN", "criticise"),
    ("arrested", "VERB", "VBD", "arrest"), ("sacked", "VERB", "VBD", "sack"), ("mediated", "VERB", "VBD", "mediate"),
    ("carried", "VERB", "VBD", "carry"), ("referred", "VERB", "VBD", "refer"), ("passed", "VERB", "VBD", "pass"),
    ("praising", "VERB", "VBG", "praise"), ("urged", "VERB", "VBD", "urge"), ("attacks", "VERB", "VBZ", "attack"),
    ("parties", "NOUN", "NNS", "party"), ("churches", "NOUN", "NNS", "church"), ("visited", "VERB", "VBD", "visit"),
    ("released", "VERB", "VBD", "release"), ("signed", "VERB", "VBD", "sign"),
    ("warned", "VERB", "VBD", "warn"), ("replanned", "VERB", "VBD", "replan"), ("defeated", "VERB", "VBD", "defeat"),
    ("opposed", "VERB", "VBD", "oppose"),
  ])
  func words(form: String, upos: String, xpos: String, lemma: String) {
    #expect(lemmatizer.lemma(of: form, upos: upos, xpos: xpos) == lemma)
  }

  @Test(arguments: [("her", "PRON", "PRP"), ("'s", "AUX", "VBZ"), ("wo", "AUX", "MD"), ("Roe", "PROPN", "NNP")])
  func othersAreLeftToTheModel(form: String, upos: String, xpos: String) {
    #expect(lemmatizer.lemma(of: form, upos: upos, xpos: xpos) == nil)
  }
}
