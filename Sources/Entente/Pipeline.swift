@_exported import KnowledgeGraph
@_exported import Statements

import Extraction
import Foundation
import Ingest
import Language
import Resolution

/// A triple's whole journey: files in, articles analysed, statements extracted, identities resolved, all of it stored.
///
/// ```swift
/// let pipeline = try Pipeline()
/// let graph = try Graph(path: "news.sqlite")
/// let report = try pipeline.add(["articles/"], to: graph)
/// for tie in try graph.meetings(of: "Mira Kolvane").ties where tie.standing == .fact {
///   print(tie.other?.name ?? "", tie.citations.map(\.statement.evidence.quote))
/// }
/// ```
/// The same articles give the same graph, in whatever order they come and on however many cores. The model's weights
/// are mapped once and shared; a pipeline may be used from several threads.
public final class Pipeline: Sendable {
  /// The version that `entente --version` prints.
  public static let version = "0.1.0"

  /// What became of one article of the input.
  public enum Outcome<Value: Sendable>: Sendable {
    case done(Value)
    case skipped(Skip)
  }

  /// A file or record that gave nothing.
  public struct Skip: Hashable, Sendable, CustomStringConvertible {
    /// The file, with line or number where it holds several articles.
    public let source: String
    /// Names the file, says what is wrong and what helps.
    public let description: String

    public init(source: String, description: String) {
      self.source = source
      self.description = description
    }
  }

  /// What adding did.
  public struct Report: Hashable, Sendable {
    /// Identifiers of the articles that are new, in order of input.
    public fileprivate(set) var added: [Article.ID] = []
    /// How many were stored already.
    public fileprivate(set) var known = 0
    public fileprivate(set) var skipped: [Skip] = []
    /// Statements of the new articles.
    public fileprivate(set) var statements = 0
  }

  /// How many articles are worked on at once; changes nothing but the time it takes.
  public let jobs: Int
  let reader = ArticleReader()
  let analyzer: Analyzer
  let extractor = Extractor()
  /// Nil where the model's folder has no relation head: rules are left to themselves then.
  private let weigher: Weigher?
  let resolver = Resolver()

  /// Loads the language model.
  ///
  /// - Parameters:
  ///   - model: The model's folder; without it, the one that comes with the program.
  ///   - jobs: Articles at once; without it, one for each core.
  /// - Throws: An error that names the file where the model is missing or damaged.
  public init(model: String? = nil, jobs: Int? = nil) throws {
    analyzer = try Analyzer(model: model.map { URL(fileURLWithPath: $0, isDirectory: true) })
    weigher = try RelationHead(folder: analyzer.folder).map(Weigher.init)
    self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  // MARK: - One article

  /// Sentences, words, trees, names and coreference of an article.
  public func analyze(_ article: Article) -> Document { analyzer.analyze(article) }

  /// Trees, names and coreference for words and sentences that are given.
  public func analyze(tokenized: CoNLLU.Parsed) -> Document { analyzer.analyze(tokenized: tokenized) }

  /// What an article says, about the entities that it names.
  public func extract(_ article: Article) -> ArticleGraph { extract(analyzer.read(article)) }

  /// What an analysed article says.
  public func extract(_ document: Document) -> ArticleGraph { extract(analyzer.read(document)) }

  private func extract(_ read: AnalysedArticle) -> ArticleGraph {
    let proposals = extractor.propose(from: read.document)
    let extraction = proposals.extraction
    let (statements, events) = (extraction.statements, extraction.events)
    let graph = resolver.resolve(read.document, statements: statements, events: events) { [weigher] things in
      guard let weigher else { return (statements, events) }
      let weighed = weigher.weigh(proposals, things: things, vectors: read.vectors)
      return (weighed.statements, weighed.events)
    }
    return Self.sound(graph)
  }

  // MARK: - Many articles

  /// Analyses files, folders or standard input (`-`), in order; `each` may throw to end it.
  ///
  /// Every word of the text, also what is no prose and is passed over when statements are read: the analysis of a file
  /// can be laid beside another's, word for word.
  public func analyze(_ paths: [String], each: (Outcome<Document>) throws -> Void) throws {
    try run(paths, each: each) { article in
      let repeatsTitle = article.text.contains(article.title)
      return self.analyze(
        Article(
          id: article.id, title: repeatsTitle ? "" : article.title, text: article.text, url: article.url,
          publisher: article.publisher, published: article.published))
    }
  }

  /// Analyses CoNLL-U files (or `-`) whose words and sentences are kept, in order; `each` may throw to end it.
  public func analyze(tokenized paths: [String], each: (Outcome<Document>) throws -> Void) throws {
    let line = OrderedWork<Outcome<CoNLLU.Parsed>, Outcome<Document>>(jobs: jobs) { item in
      switch item {
      case .done(let parsed): .done(self.analyze(tokenized: parsed))
      case .skipped(let skip): .skipped(skip)
      }
    }
    try line.run(
      source: { push in
        for path in paths {
          let file = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
          guard let data = try? file?.readToEnd() else {
            try push(.skipped(Skip(source: path, description: "\(path): cannot be read; check that it is a file")))
            continue
          }
          for parsed in CoNLLU.read(String(decoding: data, as: UTF8.self)) { try push(.done(parsed)) }
        }
      }, receive: each)
  }

  /// Extracts from files, folders or standard input (`-`), in order; `each` may throw to end it.
  public func extract(_ paths: [String], each: (Outcome<ArticleGraph>) throws -> Void) throws {
    try run(paths, each: each) { self.extract($0) }
  }

  /// Adds what files, folders or standard input (`-`) say to a graph; content that is there already is passed over.
  ///
  /// Articles are stored by the dozen, each dozen in one transaction; the merged view is made anew at the end.
  ///
  /// - Parameter progress: Called after each article with the report so far and the article's identifier or file.
  @discardableResult
  public func add(
    _ paths: [String], to graph: Graph, progress: (Report, String) -> Void = { _, _ in }
  ) throws -> Report {
    var report = Report()
    var batch: [ArticleGraph] = []
    let store = graph.store
    func flush() throws {
      for (graph, result) in try Self.add(batch, to: store) {
        switch result {
        case .success(.added):
          report.added.append(graph.article.id)
          report.statements += graph.statements.count
        case .success(.known): report.known += 1
        case .failure(let error):
          report.skipped.append(Skip(source: graph.article.id, description: error.description))
        }
      }
      batch = []
    }
    try run(paths) { (outcome: Outcome<ArticleGraph?>) in
      switch outcome {
      case .done(let graph?):
        batch.append(graph)
        if batch.count >= 12 { try flush() }
        progress(report, graph.article.id)
      case .done(nil):
        report.known += 1
        progress(report, "")
      case .skipped(let skip):
        report.skipped.append(skip)
        progress(report, skip.source)
      }
    } work: { article in
      // What is stored already need not be read again. A clash is told when the batch is stored.
      if (try? store.stored(article)) != nil { return nil }
      return self.extract(article)
    }
    try flush()
    try graph.link()
    return report
  }

  /// Stores a batch at once, or, where one article of it is refused, each by itself.
  private static func add(
    _ batch: [ArticleGraph], to store: Store
  ) throws -> [(ArticleGraph, Result<Addition, StoreError>)] {
    if batch.isEmpty { return [] }
    if let additions = try attempt({ try store.add(batch) }) {
      return zip(batch, additions).map { ($0, .success($1)) }
    }
    return try batch.map { graph in
      do {
        return (graph, .success(try store.add([graph])[0]))
      } catch let error as StoreError where error.concernsOneArticle {
        return (graph, .failure(error))
      }
    }
  }

  private static func attempt<Value>(_ body: () throws -> Value) throws -> Value? {
    do {
      return try body()
    } catch let error as StoreError where error.concernsOneArticle {
      return nil
    }
  }

  func run<Value: Sendable>(
    _ paths: [String], each: (Outcome<Value>) throws -> Void, work: @escaping @Sendable (Article) throws -> Value
  ) throws {
    let reader = reader
    let line = OrderedWork<ArticleReader.Item, Outcome<Value>>(jobs: jobs) { item in
      switch item.result {
      case .success(let article): .done(try work(article))
      case .failure(let error): .skipped(Skip(source: item.source, description: error.description))
      }
    }
    try line.run(source: { push in try reader.read(paths, each: push) }, receive: each)
  }

  /// A graph in which every reference leads somewhere and no identifier stands for two statements.
  ///
  /// One passage may make several statements of the same words ("they met X", of two people): their identifiers are
  /// told apart by their nodes. Sorted, so that the order of rules does not show.
  static func sound(_ graph: ArticleGraph) -> ArticleGraph {
    let entities = Set(graph.entities.map(\.id))
    let events = Set(graph.events.map(\.id))
    var count: [String: Int] = [:]
    for statement in graph.statements { count[statement.id, default: 0] += 1 }
    var seen: Set<String> = []
    let statements = graph.statements.compactMap { statement -> Statement<Entity.ID>? in
      let triple = statement.triple
      guard entities.contains(triple.subject), triple.object.node.map(entities.contains) ?? true,
        triple.object.node != triple.subject
      else { return nil }
      var id = statement.id
      if count[id, default: 0] > 1 {
        let object: String
        switch triple.object {
        case .node(let node): object = node
        case .literal(let words): object = words
        }
        id = ContentHash.identifier("s", [id, triple.subject, object])
      }
      guard seen.insert(id).inserted else { return nil }
      return Statement(
        id: id, triple: triple, event: statement.event.flatMap { events.contains($0) ? $0 : nil },
        polarity: statement.polarity, factuality: statement.factuality, attribution: statement.attribution,
        time: statement.time, evidence: statement.evidence)
    }
    return ArticleGraph(
      article: graph.article, entities: graph.entities.sorted { $0.id < $1.id }, mentions: graph.mentions,
      statements: statements.sorted { $0.id < $1.id }, events: graph.events.sorted { $0.id < $1.id },
      judgements: graph.judgements)
  }
}

extension StoreError {
  /// Whether the store itself is sound and only one article is refused.
  var concernsOneArticle: Bool {
    switch self {
    case .articleChanged, .inconsistent: true
    default: false
    }
  }
}
