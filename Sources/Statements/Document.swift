/// One syntactic word with its analysis (Universal Dependencies).
public struct Token: Hashable, Codable, Sendable {
  /// Where it stands in its article part; words of one contraction may share a span.
  public let span: Span
  public let form: String
  public let lemma: String
  public let upos: String
  /// Penn Treebank tag.
  public let xpos: String
  /// `Name=Value` pairs as in CoNLL-U, `|`-separated; empty where there are none.
  public let feats: String
  /// Index in the sentence of the word it depends on; nil for the root.
  public let head: Int?
  public let deprel: String

  public init(
    span: Span, form: String, lemma: String, upos: String, xpos: String, feats: String = "", head: Int?,
    deprel: String
  ) {
    self.span = span
    self.form = form
    self.lemma = lemma
    self.upos = upos
    self.xpos = xpos
    self.feats = feats
    self.head = head
    self.deprel = deprel
  }

  /// The relation without its subtype: `nsubj` for `nsubj:pass`.
  public var relation: Substring { deprel.prefix { $0 != ":" } }
}

/// The words of one sentence, in order.
public struct Sentence: Hashable, Codable, Sendable {
  public let tokens: [Token]
  /// Whether its offsets point into the article's title or its text.
  public let part: ArticlePart
  /// Index of the paragraph it stands in, counted over the article; the title is a paragraph of its own.
  public let paragraph: Int
  /// For each token, the tokens that depend on it, in order.
  public let children: [[Int]]

  public init(tokens: [Token], part: ArticlePart = .text, paragraph: Int = 0) {
    self.tokens = tokens
    self.part = part
    self.paragraph = paragraph
    var children = [[Int]](repeating: [], count: tokens.count)
    for (i, t) in tokens.enumerated() {
      if let h = t.head, tokens.indices.contains(h) { children[h].append(i) }
    }
    self.children = children
  }

  public var span: Span {
    Span(tokens.first?.span.start ?? 0, tokens.last?.span.end ?? 0)
  }

  /// The span that a run of tokens covers.
  public func span(of range: Range<Int>) -> Span {
    guard !range.isEmpty else { return Span(span.start, span.start) }
    return Span(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
  }

  /// The dependents of a token that bear one of the relations; a name without subtype matches every subtype.
  public func children(of i: Int, _ relations: String...) -> [Int] {
    children[i].filter { c in
      relations.contains { $0 == tokens[c].deprel || $0 == tokens[c].relation }
    }
  }

  /// All tokens below `i` in the tree, `i` included, in order. Terminates on any input.
  public func subtree(of i: Int) -> [Int] {
    var seen: Set<Int> = []
    var stack = [i]
    while let t = stack.popLast() {
      if seen.insert(t).inserted { stack.append(contentsOf: children[t]) }
    }
    return seen.sorted()
  }
}

/// An article with its analysis: what Extraction and Resolution read.
public struct Document: Hashable, Codable, Sendable {
  public let article: Article
  public let sentences: [Sentence]
  /// Ordered by sentence, then first token; a mention's identifier is its index here.
  public let mentions: [Mention]
  /// Chains of mentions that refer to one thing, each in order, at least two long.
  public let coreference: [[Mention.ID]]
  /// For a mention of several things ("they", "the two sides"), one mention of each.
  public let splitAntecedents: [Mention.ID: [Mention.ID]]

  public init(
    article: Article, sentences: [Sentence], mentions: [Mention], coreference: [[Mention.ID]] = [],
    splitAntecedents: [Mention.ID: [Mention.ID]] = [:]
  ) {
    self.article = article
    self.sentences = sentences
    self.mentions = mentions
    self.coreference = coreference
    self.splitAntecedents = splitAntecedents
  }

  /// The text of a run of tokens as the article has it.
  public func text(_ sentence: Int, _ range: Range<Int>) -> String {
    let s = sentences[sentence]
    return article.string(of: s.part).text(at: s.span(of: range)) ?? ""
  }

  /// The text of a mention as the article has it.
  public func text(of mention: Mention) -> String { text(mention.sentence, mention.tokens) }
}
