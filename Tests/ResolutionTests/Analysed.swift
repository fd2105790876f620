import Statements

@testable import Resolution

/// A document from words `form|UPOS|head|deprel|name|lemma`, the last two optional, blank lines between sentences; names
/// as `B-person`, `I-person`.
func analysed(
  _ text: String, id: String = "a", coreference: [[String]] = [], splits: [String: [String]] = [:]
) -> Document {
  var conllu = "# newdoc id = \(id)\n"
  for block in text.split(separator: "\n\n") {
    for (j, word) in block.split(whereSeparator: \.isWhitespace).enumerated() {
      let parts = word.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let name = parts.count > 4 && !parts[4].isEmpty ? "NER=\(parts[4])" : "_"
      let plural = parts[1] == "NOUN" && parts[0].hasSuffix("s")
      let tag = parts[0] == "'s" ? "POS" : plural ? "NNS" : parts[1] == "NOUN" ? "NN" : "_"
      let lemma = parts.count > 5 ? parts[5] : plural ? String(parts[0].dropLast()) : parts[0].lowercased()
      conllu += [String(j + 1), parts[0], lemma, parts[1], tag, "_", parts[2], parts[3], "_", name]
        .joined(separator: "\t")
      conllu += "\n"
    }
    conllu += "\n"
  }
  guard let parsed = CoNLLU.read(conllu).first else {
    return Document(article: Article(id: id, text: ""), sentences: [], mentions: [])
  }
  let mentions = MentionFinder.mentions(in: parsed.sentences, names: parsed.names)
  let bare = Document(article: parsed.article, sentences: parsed.sentences, mentions: mentions)
  // Chains are given by the words of their mentions, each the first not yet used.
  var used: Set<Int> = []
  let chains = coreference.map { chain in
    chain.compactMap { words -> Int? in
      let found = mentions.first { !used.contains($0.id) && bare.text(of: $0) == words }
      if let found { used.insert(found.id) }
      return found?.id
    }
  }
  func mention(_ words: String) -> Mention.ID? { mentions.first { bare.text(of: $0) == words }?.id }
  var antecedents: [Mention.ID: [Mention.ID]] = [:]
  for (words, others) in splits {
    if let m = mention(words) { antecedents[m] = others.compactMap(mention) }
  }
  return Document(
    article: parsed.article, sentences: parsed.sentences, mentions: mentions, coreference: chains,
    splitAntecedents: antecedents)
}

/// The entities of a text, one a line: type, name and aliases.
func entities(_ text: String, coreference: [[String]] = []) -> [String] {
  Resolver().resolve(analysed(text, coreference: coreference), statements: [], events: []).entities.map {
    "\($0.type.rawValue) \($0.name)" + ($0.aliases.isEmpty ? "" : ": " + $0.aliases.joined(separator: ", "))
  }
}

/// A statement between the mentions of these words (each the first of its kind), with plausible evidence.
func statement(
  _ document: Document, _ subject: String, _ relation: String, _ object: String, factuality: Factuality = .asserted,
  confidence: Double = 0.8, literal: Bool = false, rule: String = "test"
) -> Statement<Mention.ID>? {
  func mention(_ words: String) -> Mention? { document.mentions.first { document.text(of: $0) == words } }
  guard let a = mention(subject) else { return nil }
  let b = literal ? nil : mention(object)
  if b == nil, !literal { return nil }
  let sentence = document.sentences[a.sentence]
  return Statement(
    triple: Triple(
      subject: a.id, relation: Relation(rawValue: relation), object: b.map { .node($0.id) } ?? .literal(object)),
    factuality: factuality,
    evidence: Evidence(
      article: document.article.id, part: .text, sentence: a.sentence,
      quote: document.article.text.text(at: sentence.span) ?? "", span: sentence.span,
      subject: sentence.span(of: a.tokens),
      object: b.map { document.sentences[$0.sentence].span(of: $0.tokens) } ?? sentence.span, relation: [],
      rule: rule, pipeline: "test", confidence: confidence))
}
