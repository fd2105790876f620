import Foundation
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
