import Statements

/// A name as one place of the article has it, with the words around it that describe its bearer.
struct NameMention: Sendable {
  let id: Mention.ID
  let sentence: Int
  let tokens: Range<Int>
  let head: Int
  /// The name without article, honorifics and possessive ending.
  let text: String
  /// Folded words of `text`.
  let words: [String]
  let type: EntityType
  /// The descriptive words directly before the name, folded: `["deputy", "foreign", "minister"]`.
  let titles: [String]
  /// The name with the words before it that belong to its phrase: "President Trump"; nil where there are none.
  let phrase: String?
  /// m or f where an honorific tells.
  let gender: String?

  /// Reads one name off the tree.
  init(_ mention: Mention, in document: Document, gazetteer: Gazetteer) {
    let sentence = document.sentences[mention.sentence]
    id = mention.id
    self.sentence = mention.sentence
    tokens = mention.tokens
    head = mention.head
    var first = mention.tokens.lowerBound
    let last = mention.tokens.upperBound
    var gender: String?
    var titles: [String] = []
    // Honorifics inside the marked name: "Mr Johnson", "President Trump".
    if mention.type == .person {
      while last - first > 1, let title = gazetteer.honorifics[NameText.key(sentence.tokens[first].form)],
        sentence.tokens[first + 1].upos != "ADP", !Self.isTitleName(first, last, sentence)
      {
        if !title.isEmpty { gender = title }
        titles.append(NameText.key(sentence.tokens[first].form))
        first += 1
      }
    }
    let text = NameText.clean(document.text(mention.sentence, first..<last))
    self.text = text
    words = NameText.words(text)
    type = mention.type

    let start = Phrase.start(of: mention.tokens, head: mention.head, in: sentence)
    var before: [String] = []
    for t in start..<mention.tokens.lowerBound where sentence.tokens[t].upos != "DET" {
      let token = sentence.tokens[t]
      guard token.upos != "PUNCT", token.xpos != "POS" else { continue }
      let word = NameText.key(token.form)
      if word.isEmpty { continue }
      before.append(word)
      if let told = gazetteer.honorifics[word], !told.isEmpty { gender = told }
    }
    self.titles = before + titles
    self.gender = gender
    // "northern Ruritania" is another place than Ruritania.
    if start < first, mention.type != .place, mention.type != .demonym {
      let full = NameText.clean(document.text(mention.sentence, start..<last))
      phrase = full == text ? nil : full
    } else {
      phrase = nil
    }
  }

  /// "Queen Elizabeth", "Pope Francis", "Prince Harry": the title is part of a name that would be a given name alone.
  private static func isTitleName(_ first: Int, _ last: Int, _ sentence: Sentence) -> Bool {
    let royal: Set<String> = [
      "queen", "king", "pope", "prince", "princess", "emperor", "saint", "sultan", "lord", "lady",
    ]
    return royal.contains(NameText.key(sentence.tokens[first].form))
  }
}

/// Reads phrases off the tree.
enum Phrase {
  private static let modifiers: Set<Substring> = ["det", "compound", "amod", "flat", "nmod", "nummod"]

  /// The first token of the phrase that a name closes: "US Secretary of State Mike Pompeo" starts at "US".
  ///
  /// Only what is contiguous with the name counts, and nothing behind a comma.
  static func start(of tokens: Range<Int>, head: Int, in sentence: Sentence) -> Int {
    var lower = tokens.lowerBound
    // The title may itself be the head that the name hangs from ("President" → flat "Trump").
    var heads = [head]
    if let above = sentence.tokens[head].head, above < tokens.lowerBound,
      ["flat", "appos"].contains(sentence.tokens[head].relation),
      above == tokens.lowerBound - 1
    {
      heads.append(above)
      lower = above
    }
    for h in heads {
      for c in sentence.children[h].reversed() where c < lower {
        let token = sentence.tokens[c]
        guard modifiers.contains(token.relation), token.upos != "ADP", token.upos != "PUNCT" else { continue }
        let below = sentence.subtree(of: c)
        guard let first = below.first, let last = below.last, last < lower, first < lower else { continue }
        let gap = (last + 1)..<lower
        guard gap.allSatisfy({ isGlue($0, sentence) }), !below.contains(where: { isComma($0, sentence) }) else { break }
        lower = first
      }
    }
    return lower
  }

  private static func isGlue(_ t: Int, _ sentence: Sentence) -> Bool {
    let token = sentence.tokens[t]
    return token.form == "-" || token.xpos == "POS"
  }

  private static func isComma(_ t: Int, _ sentence: Sentence) -> Bool {
    sentence.tokens[t].upos == "PUNCT" && [",", ";", ":"].contains(sentence.tokens[t].form)
  }

  /// The preposition or other case marker of a word, lower case.
  static func preposition(of t: Int, in sentence: Sentence) -> String? {
    sentence.children(of: t, "case").first { sentence.tokens[$0].upos == "ADP" || sentence.tokens[$0].upos == "SCONJ" }
      .map { sentence.tokens[$0].form.lowercased() }
  }

  /// The first conjunct of the list that a word stands in.
  static func firstConjunct(of t: Int, in sentence: Sentence) -> Int {
    var t = t
    var steps = 0
    while sentence.tokens[t].relation == "conj", let h = sentence.tokens[t].head, h < t, steps < 50 {
      t = h
      steps += 1
    }
    return t
  }
}
