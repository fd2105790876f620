import Foundation
import Neural
import Statements

/// Analyses English articles: sentences, words, tags, trees, names, mentions and which of them refer to one thing.
///
/// Pure and synchronous: the same article gives the same document on every processor. It never fails on odd text; where
/// there is nothing to read, there is less in the document. Immutable, so that any number of threads may share one.
package struct Analyzer: Sendable {
  package let model: LanguageModel
  /// Where the model's files are.
  package let folder: URL
  private let tokenizer: Tokenizer
  private let thresholds: CoreferenceThresholds

  /// Loads the model: from the folder given, else from beside the program, else from the build's bundle.
  ///
  /// - Throws: ``ModelError`` or `WeightError`, which name the file and the remedy.
  package init(model folder: URL? = nil, thresholds: CoreferenceThresholds = CoreferenceThresholds()) throws {
    self.thresholds = thresholds
    self.folder = try ModelFolder.find(folder)
    model = try LanguageModel(folder: self.folder)
    tokenizer = Tokenizer(glue: model.glue)
  }

  /// Name and version of the model, for evidence: `en-2`.
  package var version: String { model.manifest.model }

  /// The whole analysis of an article.
  package func analyze(_ article: Article) -> Document { read(article).document }

  /// The whole analysis of an article, with the vectors of its words.
  package func read(_ article: Article) -> AnalysedArticle {
    reading(article, layOut(article), keepsSentences: false)
  }

  /// A document with the vectors of its words, which are found anew: those that ``read(_:)`` gave with it.
  package func read(_ document: Document) -> AnalysedArticle {
    let cutter = windows
    let segments = cutter.segments(document.sentences.map { $0.tokens.map(\.form) })
    let workspace = Workspace()
    var values = [[Float]](repeating: [], count: document.sentences.count)
    for window in cutter.windows(segments) {
      let rows = model.vectors(window, workspace: workspace)
      for (k, s) in window.segments.enumerated() {
        let words = window.offsets[k]..<window.offsets[k + 1]
        values[segments[s].sentence] += rows.values[words.lowerBound * rows.columns..<words.upperBound * rows.columns]
      }
    }
    let rows = values.map { Matrix(rows: $0.count / model.width, columns: model.width, values: $0) }
    return AnalysedArticle(document: document, vectors: rows)
  }

  /// The analysis of text whose words and sentences are given and stay as they are; its tags, trees and names are
  /// found anew.
  package func analyze(tokenized parsed: CoNLLU.Parsed) -> Document {
    reading(parsed.article, bareSentences(of: parsed), keepsSentences: true).document
  }

  /// What the antecedent head sees of tokenised text, for its training.
  package func antecedentExamples(tokenized parsed: CoNLLU.Parsed) -> AntecedentExamples {
    let (sentences, mentions, builder) = read(bareSentences(of: parsed), keepsSentences: true)
    return AntecedentExamples(resolver(sentences, mentions, builder.vectors))
  }

  /// Only the words and sentences of an article: tokens without tags, heads or mentions.
  package func tokenize(_ article: Article) -> Document {
    let sentences = layOut(article).map { bare in
      let tokens = zip(bare.spans, bare.forms).map { span, form in
        Token(span: span, form: form, lemma: "", upos: "", xpos: "", head: nil, deprel: "")
      }
      return Sentence(tokens: tokens, part: bare.part, paragraph: bare.paragraph)
    }
    return Document(article: article, sentences: sentences, mentions: [])
  }

  // MARK: words and sentences

  /// A sentence before its analysis.
  private struct BareSentence {
    let part: ArticlePart
    let paragraph: Int
    let spans: [Span]
    let forms: [String]
  }

  private func bareSentences(of parsed: CoNLLU.Parsed) -> [BareSentence] {
    parsed.sentences.filter { !$0.tokens.isEmpty }.map { sentence in
      BareSentence(
        part: sentence.part, paragraph: sentence.paragraph, spans: sentence.tokens.map(\.span),
        forms: sentence.tokens.map(\.form))
    }
  }

  private func layOut(_ article: Article) -> [BareSentence] {
    var sentences: [BareSentence] = []
    var paragraph = -1
    func add(_ bytes: [UInt8], _ span: Span, _ part: ArticlePart) {
      let words = tokenizer.words(of: bytes, in: span)
      for (range, begins) in model.splitter.sentences(words, in: bytes) {
        if begins { paragraph += 1 }
        let spans = words[range].map(\.span)
        let forms = spans.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
        sentences.append(BareSentence(part: part, paragraph: paragraph, spans: spans, forms: forms))
      }
    }
    let title = Array(article.title.utf8)
    add(title, Span(0, title.count), .title)
    let text = Array(article.text.utf8)
    for span in article.body { add(text, Span(max(0, span.start), min(span.end, text.count)), .text) }
    return sentences
  }

  // MARK: analysis

  /// What the encoder says of the words that may head a mention.
  typealias Vectors = [WordPlace: WordVector]

  private func resolver(_ sentences: [Sentence], _ mentions: [Mention], _ vectors: Vectors) -> CoreferenceResolver {
    CoreferenceResolver(
      head: model.coreference, firstNames: model.firstNames, thresholds: thresholds, sentences: sentences,
      mentions: mentions, vectors: vectors)
  }

  private var windows: Windows {
    Windows(
      wordPieces: model.wordPieces, limit: model.manifest.window, longest: model.manifest.longestSentence,
      noShape: model.encoder.noShape)
  }

  private func reading(_ article: Article, _ bare: [BareSentence], keepsSentences: Bool) -> AnalysedArticle {
    let (sentences, mentions, builder) = read(bare, keepsSentences: keepsSentences)
    let links = resolver(sentences, mentions, builder.vectors).links()
    let document = Document(
      article: article, sentences: sentences, mentions: mentions, coreference: links.chains,
      splitAntecedents: links.splits)
    return AnalysedArticle(document: document, vectors: builder.rows())
  }

  private func read(
    _ bare: [BareSentence], keepsSentences: Bool
  ) -> (sentences: [Sentence], mentions: [Mention], builder: Builder) {
    let cutter = windows
    let segments = cutter.segments(bare.map(\.forms))
    let workspace = Workspace()
    var builder = Builder(model: model)
    for window in cutter.windows(segments) {
      let forms = window.segments.flatMap { bare[segments[$0].sentence].forms[segments[$0].words] }
      let (readings, vectors, _) = model.read(window, forms: forms, workspace: workspace)
      for (k, s) in window.segments.enumerated() {
        let segment = segments[s]
        let source = bare[segment.sentence]
        builder.add(
          readings[k], vectors: vectors, firstRow: window.offsets[k], spans: source.spans[segment.words],
          forms: source.forms[segment.words], part: source.part, paragraph: source.paragraph,
          continues: keepsSentences && segment.words.lowerBound > 0)
      }
    }
    let sentences = builder.sentences()
    let names = NameConsistency.repaired(builder.names, in: sentences)
    return (sentences, MentionFinder.mentions(in: sentences, names: names), builder)
  }
}

/// An analysed article, and what the encoder says of its words.
package struct AnalysedArticle: Sendable {
  package let document: Document
  /// For each sentence a row a word.
  package let vectors: [Matrix]
}

/// A word's vector, and whether it heads a mention, as a logit.
struct WordVector {
  let row: ArraySlice<Float>
  let mention: Float
}

/// Puts sentences together from the readings of segments.
private struct Builder {
  let model: LanguageModel
  private(set) var names: [NameSpan] = []
  private(set) var vectors: Analyzer.Vectors = [:]
  private var tokens: [[Token]] = []
  private var values: [[Float]] = []
  private var places: [(part: ArticlePart, paragraph: Int)] = []

  init(model: LanguageModel) { self.model = model }

  func sentences() -> [Sentence] {
    zip(tokens, places).map { Sentence(tokens: $0, part: $1.part, paragraph: $1.paragraph) }
  }

  func rows() -> [Matrix] {
    values.map { Matrix(rows: $0.count / model.width, columns: model.width, values: $0) }
  }

  mutating func add(
    _ readings: [LanguageModel.Reading], vectors rows: Matrix, firstRow: Int, spans: ArraySlice<Span>,
    forms: ArraySlice<String>, part: ArticlePart, paragraph: Int, continues: Bool
  ) {
    if !continues {
      tokens.append([])
      values.append([])
      places.append((part, paragraph))
    }
    let s = tokens.count - 1
    let base = tokens[s].count
    let mainRoot = tokens[s].firstIndex { $0.head == nil }
    values[s] += rows.values[firstRow * rows.columns..<(firstRow + readings.count) * rows.columns]
    let manifest = model.manifest
    for (i, (reading, (span, form))) in zip(readings, zip(spans, forms)).enumerated() {
      let feats = manifest.feats[reading.feats]
      let upos = manifest.upos[reading.upos]
      // The rest of a sentence that was too long to be read at once hangs from its beginning.
      let isLaterRoot = reading.head == nil && mainRoot != nil
      tokens[s].append(
        Token(
          span: span, form: form, lemma: model.lemma(of: form, reading), upos: upos,
          xpos: manifest.xpos[reading.xpos], feats: feats == "_" ? "" : feats,
          head: isLaterRoot ? mainRoot : reading.head.map { base + $0 },
          deprel: isLaterRoot ? "parataxis" : manifest.deprels[reading.deprel]))
      switch upos {
      case "NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ":
        vectors[WordPlace(sentence: s, token: base + i)] = WordVector(
          row: rows[row: firstRow + i], mention: reading.mention)
      default: break
      }
    }
    for name in model.names.names(readings.map(\.name)) {
      names.append(
        NameSpan(sentence: s, tokens: base + name.words.lowerBound..<base + name.words.upperBound, type: name.type))
    }
  }
}
