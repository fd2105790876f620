import Statements

/// Says when something happened, from the dates and spans of its sentence.
///
/// An expression belongs to the word that the tree hangs it from. A noun of an event takes the time of its verb ("held
/// talks on Tuesday"), an infinitive that of the verb that governs it ("is due to meet on Tuesday"); a title takes only what
/// hangs from it. Relative dates are resolved against ``Article/published``, else the dateline's, else a date line that
/// opens the text ("Friday, January 4, 2019").
package struct TimeResolver: Sendable {
  /// The day that relative dates count from.
  package let anchor: PartialDate?
  private let document: Document
  private let expressions: [[TimeExpression]]

  /// Reads every sentence once; linear in the number of words.
  package init(document: Document) {
    self.document = document
    var anchor = document.article.published ?? document.article.dateline?.date
    if anchor?.day == nil {
      for s in document.sentences.prefix(3) where s.tokens.count <= 8 {
        let found = TimeExpressions(anchor: nil, sentence: s, looksAhead: { _ in false }).all()
        if let day = found.first?.extent.start, day.day != nil {
          anchor = day
          break
        }
      }
    }
    self.anchor = anchor
    expressions = document.sentences.map { s in
      TimeExpressions(anchor: anchor, sentence: s, looksAhead: { Self.looksAhead($0, in: s) }).all()
    }
  }

  /// The time expressions of a sentence, in order.
  package func expressions(in sentence: Int) -> [TimeExpression] {
    expressions.indices.contains(sentence) ? expressions[sentence] : []
  }

  /// When what a word stands for happens or holds; nil where the sentence does not say.
  package func time(of trigger: Int, in sentence: Int) -> TemporalExtent? {
    guard document.sentences.indices.contains(sentence) else { return nil }
    let s = document.sentences[sentence]
    guard s.tokens.indices.contains(trigger), !expressions[sentence].isEmpty else { return nil }
    let governors = expressions[sentence].map { governor(of: $0, in: s) }
    func own(_ t: Int) -> TemporalExtent? {
      let found = zip(expressions[sentence], governors).filter { $0.1 == t || $0.0.tokens.contains(t) }.map(\.0)
      return found.max { Self.precision($0.extent) < Self.precision($1.extent) }?.extent
    }
    var t = trigger
    for _ in 0..<5 {
      if let extent = own(t) { return extent }
      guard let h = s.tokens[t].head else { return nil }
      let token = s.tokens[t]
      switch (token.upos, token.relation) {
      case ("NOUN", "obj"), ("NOUN", "obl"), ("NOUN", "nmod"), ("NOUN", "nsubj"), ("NOUN", "compound"),
        ("NOUN", "conj"),
        ("PROPN", "obj"), ("PROPN", "obl"), ("PROPN", "nmod"):
        if isTitle(t, s) { return nil }
        t = h
      case (_, "xcomp"), (_, "fixed"), (_, "aux"), (_, "cop"): t = h
      case ("VERB", "conj"): t = h
      default: return nil
      }
    }
    return nil
  }

  private func isTitle(_ t: Int, _ s: Sentence) -> Bool {
    TieLexicons.shared.title([s.tokens[t].form.lowercased()]) != nil
  }

  private static func precision(_ e: TemporalExtent) -> Int {
    func of(_ d: PartialDate?) -> Int { d.map { $0.day != nil ? 3 : $0.month != nil ? 2 : 1 } ?? 0 }
    return max(of(e.start), of(e.end))
  }

  /// The word outside of an expression that the tree hangs it from.
  private func governor(of e: TimeExpression, in s: Sentence) -> Int? {
    for t in e.tokens {
      guard let h = s.tokens[t].head, !e.tokens.contains(h) else { continue }
      if s.tokens[t].relation == "punct" { continue }
      // "at a summit on Tuesday" may hang on the place; one step up from a name or a number.
      return h
    }
    return nil
  }

  private static let ahead: Set<String> = [
    "scheduled", "due", "planned", "set", "slated", "expected", "plan", "plans", "intends", "intend", "upcoming",
  ]

  /// Whether the clause around a word tells of what is to come.
  private static func looksAhead(_ i: Int, in s: Sentence) -> Bool {
    var t = s.tokens[i].head
    for _ in 0..<5 {
      guard let v = t else { return false }
      let words = [v] + s.children[v]
      if words.contains(where: {
        ["will", "'ll", "shall", "wo"].contains(s.tokens[$0].form.lowercased()) && s.tokens[$0].upos == "AUX"
      }) {
        return true
      }
      if ahead.contains(s.tokens[v].form.lowercased()) { return true }
      if s.tokens[v].upos == "VERB", s.tokens[v].deprel != "xcomp" {
        // "is to meet": an infinitive whose "be" is an auxiliary.
        return words.contains { s.tokens[$0].form.lowercased() == "to" && s.tokens[$0].relation == "mark" }
          && words.contains { s.tokens[$0].lemma == "be" && $0 != v }
      }
      t = s.tokens[v].head
    }
    return false
  }
}
