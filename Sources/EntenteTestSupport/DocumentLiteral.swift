import Statements

/// A document from a CoNLL-U literal in a test, whose columns may be parted by blanks.
///
/// Names stand in MISC as `NER=B-person`; other mentions are found as they are in real articles.
/// - Parameters:
///   - coreference: chains as `sentence:token` of the mentions' heads, both counted from 1.
///   - splits: for a mention of several things, the mentions that it takes up.
package func readDocument(
  _ conllu: String, date: String? = nil, coreference: [[String]] = [], splits: [String: [String]] = [:]
) -> Document {
  let text = conllu.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    line.hasPrefix("#") ? String(line) : line.split(separator: " ").joined(separator: "\t")
  }.joined(separator: "\n")
  let parsed = CoNLLU.read(text, defaultID: "test").first
  let sentences = parsed?.sentences ?? []
  let mentions = MentionFinder.mentions(in: sentences, names: parsed?.names ?? [])
  func mention(at place: String) -> Mention.ID? {
    let numbers = place.split(separator: ":").compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    return mentions.first { $0.sentence == numbers[0] - 1 && $0.head == numbers[1] - 1 }?.id
  }
  let chains = coreference.map { $0.compactMap(mention) }
  var antecedents: [Mention.ID: [Mention.ID]] = [:]
  for (place, others) in splits {
    if let m = mention(at: place) { antecedents[m] = others.compactMap(mention) }
  }
  let article = Article(
    id: "test", title: parsed?.article.title ?? "", text: parsed?.article.text ?? "",
    published: date.flatMap { PartialDate($0) } ?? parsed?.article.published)
  return Document(
    article: article, sentences: sentences, mentions: mentions, coreference: chains, splitAntecedents: antecedents)
}

/// Statements as a reader would note them, one a line, in order: `Ada |met| Bo`, with what differs from plain assertion
/// after it: `(planned)`, `(not)`, `(reported by Cy)`, `(2019-03-05)`.
package func lines(_ statements: [Statement<Mention.ID>], in document: Document) -> [String] {
  func words(_ m: Mention.ID) -> String { document.text(of: document.mentions[m]) }
  func words(_ t: Term<Mention.ID>) -> String {
    switch t {
    case .node(let m): words(m)
    case .literal(let s): "“\(s)”"
    }
  }
  return statements.map { s in
    var line = "\(words(s.triple.subject)) |\(s.triple.relation.rawValue)| \(words(s.triple.object))"
    if s.polarity == .negative { line += " (not)" }
    if s.factuality != .asserted || s.attribution != nil {
      line += " (\(s.factuality.rawValue)" + (s.attribution.map { " by " + words($0) } ?? "") + ")"
    }
    if let time = s.time { line += " (\(time))" }
    return line
  }
}
