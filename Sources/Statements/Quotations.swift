/// A word of a document: its sentence, and its place there.
package struct WordPlace: Hashable, Comparable, Sendable {
  package let sentence: Int
  package let token: Int

  package init(sentence: Int, token: Int) {
    self.sentence = sentence
    self.token = token
  }

  package static func < (a: WordPlace, b: WordPlace) -> Bool { (a.sentence, a.token) < (b.sentence, b.token) }
}

/// Finds what is said in quotation marks, or after "said:", and by whom.
package struct Quotations: Sendable {
  /// For each sentence, for each word: the index of the quotation it is in.
  package private(set) var inside: [[Int?]]
  /// Who speaks in each quotation: the word that heads the speaker's mention.
  package private(set) var speakers: [WordPlace?] = []

  private static let sayings: Set<String> = [
    "say", "tell", "add", "note", "state", "comment", "explain", "write", "tweet", "declare", "announce", "claim",
    "argue", "insist", "stress", "emphasize", "emphasise", "warn", "reply", "respond", "answer", "ask", "continue",
    "conclude", "remark", "observe", "acknowledge", "admit", "confirm", "deny", "report", "recall", "describe", "call",
    "promise", "urge", "believe", "think", "post", "read", "joke", "complain", "shout", "speak", "suggest", "point",
    "thank",
  ]

  package init(_ sentences: [Sentence]) {
    inside = sentences.map { [Int?](repeating: nil, count: $0.tokens.count) }
    var open: (index: Int, closing: Character)?
    for (s, sentence) in sentences.enumerated() {
      let isNewParagraph = s == 0 || sentences[s - 1].paragraph != sentence.paragraph
      if isNewParagraph, let o = open {
        // A quotation goes on into the next paragraph only where that begins with a mark again.
        let first = sentence.tokens.first?.form.first
        if first == "“" && o.closing == "”" || first == "\"" && o.closing == "\"" { open = o } else { open = nil }
      }
      for (t, token) in sentence.tokens.enumerated() {
        let mark = token.form.first.flatMap { token.form.count <= 2 ? $0 : nil }
        if let o = open {
          if t == 0, isNewParagraph { continue }
          if mark == o.closing || token.form == "''" && o.closing == "\"" { open = nil } else { inside[s][t] = o.index }
        } else if mark == "“" || mark == "\"" || token.form == "``" {
          open = (speakers.count, mark == "“" ? "”" : "\"")
          speakers.append(nil)
        }
      }
    }
    findSpeakers(sentences)
    findStatements(sentences)
  }

  /// The word that heads the mention of who speaks at a place.
  package func speaker(at place: WordPlace) -> WordPlace? {
    inside[place.sentence][place.token].flatMap { speakers[$0] }
  }

  /// The quotation at a place.
  package func quotation(at place: WordPlace) -> Int? { inside[place.sentence][place.token] }

  // MARK: speakers

  private mutating func findSpeakers(_ sentences: [Sentence]) {
    var last: (quotation: Int, paragraph: Int, speaker: WordPlace)?
    for q in speakers.indices {
      guard let first = inside.firstIndex(where: { $0.contains(q) }) else { continue }
      let final = inside.lastIndex { $0.contains(q) } ?? first
      var found: WordPlace?
      for s in [first, final] where found == nil { found = saying(in: s, sentences) }
      if found == nil, first > 0, endsWithColon(sentences[first - 1]) { found = saying(in: first - 1, sentences) }
      if found == nil, let l = last, sentences[first].paragraph - l.paragraph <= 1 { found = l.speaker }
      speakers[q] = found
      if let found { last = (q, sentences[final].paragraph, found) }
    }
  }

  private func endsWithColon(_ sentence: Sentence) -> Bool {
    sentence.tokens.suffix(2).contains { $0.form == ":" }
  }

  /// The subject of a verb of saying outside quotation marks.
  private func saying(in s: Int, _ sentences: [Sentence]) -> WordPlace? {
    let sentence = sentences[s]
    for (t, token) in sentence.tokens.enumerated()
    where token.upos == "VERB" && Self.sayings.contains(token.lemma) && inside[s][t] == nil {
      if let subject = sentence.children(of: t, "nsubj").first(where: {
        inside[s][$0] == nil && sentence.tokens[$0].deprel != "nsubj:pass"
      }) {
        return WordPlace(sentence: s, token: subject)
      }
    }
    if let according = sentence.tokens.firstIndex(where: { $0.form.lowercased() == "according" }),
      inside[s][according] == nil,
      let head = sentence.tokens[according].head, sentence.tokens[according].relation == "case"
    {
      // "according to a statement by X"
      let authors =
        sentence.tokens[head].upos == "NOUN"
        ? sentence.children(of: head, "nmod").filter { n in
          sentence.tokens[n].deprel == "nmod:poss"
            || sentence.children(of: n, "case").contains {
              ["by", "from"].contains(sentence.tokens[$0].form.lowercased())
            }
        } : []
      return WordPlace(sentence: s, token: authors.first ?? head)
    }
    return nil
  }

  /// Press releases quote without marks: a paragraph that ends in "said:" and the paragraphs after it.
  private mutating func findStatements(_ sentences: [Sentence]) {
    var current: (index: Int, paragraph: Int)?
    for (s, sentence) in sentences.enumerated() {
      let isLast = s + 1 == sentences.count || sentences[s + 1].paragraph != sentence.paragraph
      if let c = current, sentence.paragraph > c.paragraph {
        if inside[s].allSatisfy({ $0 == nil }), !(isLast && sentence.tokens.last?.form == ":") {
          for t in inside[s].indices { inside[s][t] = c.index }
        } else {
          current = nil
        }
      }
      if isLast, sentence.tokens.last?.form == ":", sentence.part == .text, let who = saying(in: s, sentences) {
        current = (speakers.count, sentence.paragraph)
        speakers.append(who)
      }
    }
  }
}
