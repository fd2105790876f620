import Foundation
import Ingest
import KnowledgeGraph
import Resolution
import Statements

/// A graph of who deals with whom, in one file. See ``Pipeline`` for how articles get in.
///
/// All questions may be asked from several threads at once, also while articles are added. They throw
/// ``LookupError`` where a name fits no node or several, ``StoreError`` where the file cannot be used.
public final class Graph: Sendable {
  package let store: Store

  /// Opens a graph, and makes it where there is none.
  public init(path: String) throws {
    store = try Store(path: path)
  }

  /// A graph in memory.
  public init() throws {
    store = try Store()
  }

  /// Opens a graph that must be there, to ask it.
  ///
  /// Where a run that added articles was ended before it merged them, that is made up for first.
  public init(reading path: String) throws {
    let reading = try Store(path: path, access: .read)
    guard try reading.isStale(), let writing = try? Store(path: path) else {
      store = reading
      return
    }
    store = writing
    try link()
  }

  /// Takes articles out by identifier, with all that only they say.
  public func remove(_ articles: [Article.ID]) throws {
    try store.remove(articles)
    try link()
  }

  /// What importing triples did.
  public struct ImportReport: Hashable, Sendable {
    /// Statements of files that were not known.
    public fileprivate(set) var statements = 0
    /// How many articles, one for each source of a file, were stored already.
    public fileprivate(set) var known = 0
    /// What is wrong with single triples or whole files: place, reason and remedy.
    public fileprivate(set) var problems: [String] = []
  }

  /// Adds triples that people wrote (CSV) or other programs export (JSON-LD), as statements that `author` asserts, each
  /// source of a file as an article whose text is the words that were handed over.
  ///
  /// What cannot be read is told in the report; the rest goes on.
  ///
  /// - Parameters:
  ///   - path: A file, or `-` for standard input.
  ///   - vocabulary: What the names of our classes and properties are appended to in JSON-LD.
  public func importTriples(
    _ path: String, author: String, vocabulary: String = ExportOptions().vocabulary
  ) throws -> ImportReport {
    var report = ImportReport()
    let handle = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path)
    guard let handle, let bytes = try? handle.readToEnd() ?? Data() else {
      report.problems.append("\(path): cannot be read; check that it is a file and may be read")
      return report
    }
    let reader = TripleReader(author: author, vocabulary: vocabulary) { [store] name in
      try? store.node(named: name).type
    }
    do {
      let reading = try reader.read([UInt8](bytes), name: path == "-" ? "standard input" : path)
      report.problems = reading.problems.map(\.description)
      for graph in reading.graphs {
        do {
          switch try store.add([graph])[0] {
          case .added: report.statements += graph.statements.count
          case .known: report.known += 1
          }
        } catch let error as StoreError where error.concernsOneArticle {
          report.problems.append("\(path): \(error.description)")
        }
      }
    } catch let error as IngestError {
      report.problems.append(error.description)
    }
    try link()
    return report
  }

  /// Makes the merged view anew where articles came or went.
  func link() throws {
    guard try store.isStale() else { return }
    let linked = Linker().link(try store.articleGraphs().flatMap(LinkInput.inputs))
    try store.link(
      linked.clusters.map { KnowledgeGraph.Cluster(node: $0.entity, members: $0.members) },
      judgements: linked.judgements)
  }

  // MARK: - Questions

  /// A part of the graph, or all of it.
  public func subgraph(_ selection: Selection = Selection()) throws -> Subgraph { try store.subgraph(selection) }

  /// The node that a name, an alias or an identifier means.
  public func node(named name: String) throws -> Entity { try store.node(named: name) }

  /// Whom a node met, negotiated with, visited or hosted; places that were visited are left out.
  public func meetings(of name: String, since: PartialDate? = nil, until: PartialDate? = nil) throws -> Answer {
    try store.meetings(of: name, since: since, until: until)
  }

  /// What ties a node to others, by relations (`met`) or categories (`CONSULT`); by any where none is given.
  public func ties(
    of name: String, relations: [String] = [], since: PartialDate? = nil, until: PartialDate? = nil
  ) throws -> Answer {
    try store.ties(of: name, relations: relations, since: since, until: until)
  }

  /// Everything said of a node, oldest first, with the nodes that it names.
  public func timeline(
    of name: String, since: PartialDate? = nil, until: PartialDate? = nil
  ) throws -> (node: Entity, citations: [Citation], others: [Entity.ID: Entity]) {
    try store.timeline(of: name, since: since, until: until)
  }

  /// A shortest way between two nodes over facts; nil where there is none.
  public func path(from start: String, to end: String) throws -> Path? { try store.path(from: start, to: end) }

  /// Nodes and passages that have all of the words, or words that begin with them.
  public func search(_ text: String, limit: Int = 20) throws -> SearchResult {
    try store.search(text, limit: limit)
  }

  /// Why a statement is there: its words, their paragraph, and the judgements that led to its nodes.
  public func explanation(of statement: String) throws -> Explanation { try store.explanation(of: statement) }

  public func statistics() throws -> GraphStatistics { try store.statistics() }

  /// The articles that the graph rests on, by identifier.
  public func articles() throws -> [Subgraph.Source] { try store.articles() }

  /// What one article says, as it was stored.
  public func article(_ id: Article.ID) throws -> ArticleGraph { try store.articleGraph(id) }

  /// What is wrong with the file, a sentence each; empty where it is sound. Reads all of it.
  public func defects() throws -> [String] { try store.defects() }
}
