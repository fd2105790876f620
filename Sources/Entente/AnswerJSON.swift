import Export
import Foundation
import KnowledgeGraph
import Statements

/// Answers as JSON, for programs: keys in a fixed order, indented.
extension Answer {
  /// `{"node", "ties": [{"other", "literal", "relation", "direction", "standing", "sources", "citations"}]}`.
  public func json() -> String {
    JSONValue.object([("node", .node(node)), ("ties", .array(ties.map(JSONValue.tie)))]).text(isIndented: true)
  }
}

extension KnowledgeGraph.Path {
  /// `{"nodes", "steps": [[tie]]}`.
  public func json() -> String {
    JSONValue.object([
      ("nodes", .array(nodes.map(JSONValue.node))),
      ("steps", .array(steps.map { .array($0.map(JSONValue.tie)) })),
    ]).text(isIndented: true)
  }
}

extension SearchResult {
  /// `{"nodes": [{"id", "type", "name", "statements"}], "passages": [{"article", "snippet"}]}`.
  public func json() -> String {
    JSONValue.object([
      (
        "nodes",
        .array(
          nodes.map { summary in
            .object([
              ("id", .string(summary.entity.id)), ("type", .string(summary.entity.type.rawValue)),
              ("name", .string(summary.entity.name)), ("statements", .int(summary.statements)),
            ])
          })
      ),
      (
        "passages",
        .array(passages.map { .object([("article", .source($0.article)), ("snippet", .string($0.snippet))]) })
      ),
    ]).text(isIndented: true)
  }
}

extension Explanation {
  /// `{"statement", "nodes", "paragraph", "judgements": [{"left", "right", "verdict", "score", "reason", "author"}]}`.
  public func json() -> String {
    JSONValue.object([
      ("statement", .citation(citation)), ("nodes", .array(nodes.map(JSONValue.node))),
      ("paragraph", .string(paragraph)),
      (
        "judgements",
        .array(
          judgements.map { judgement in
            let author: String
            switch judgement.author {
            case .machine(let name), .person(let name): author = name
            }
            return .object([
              ("left", .string(judgement.left)), ("right", .string(judgement.right)),
              ("verdict", .string(judgement.verdict.rawValue)), ("score", .double(judgement.score)),
              ("reason", .string(judgement.reason)), ("author", .string(author)),
            ])
          })
      ),
    ]).text(isIndented: true)
  }
}

extension GraphStatistics {
  public func json() -> String {
    func counts(_ counts: [Count]) -> JSONValue { .object(counts.map { ($0.name, .int($0.count)) }) }
    return JSONValue.object([
      ("articles", .int(articles)), ("firstDay", .optional(firstDay)), ("lastDay", .optional(lastDay)),
      ("nodes", .int(entities)), ("articleEntities", .int(articleEntities)), ("statements", .int(statements)),
      ("events", .int(events)), ("types", counts(types)), ("relations", counts(relations)),
      ("standings", counts(standings)), ("publishers", counts(publishers)),
    ]).text(isIndented: true)
  }
}

extension [Subgraph.Source] {
  public func json() -> String { JSONValue.array(map(JSONValue.source)).text(isIndented: true) }
}

extension [String] {
  public func json() -> String { JSONValue.array(map { .string($0) }).text(isIndented: true) }
}

/// What is said of one node over time, as JSON.
public enum TimelineJSON {
  /// `{"node", "nodes", "citations"}`: the node asked for, the others by identifier, passages oldest first.
  public static func text(_ node: Entity, _ citations: [Citation], _ others: [Entity.ID: Entity]) -> String {
    JSONValue.object([
      ("node", .node(node)), ("nodes", .array(others.values.sorted { $0.id < $1.id }.map(JSONValue.node))),
      ("citations", .array(citations.map(JSONValue.citation))),
    ]).text(isIndented: true)
  }
}

extension JSONValue {
  static func node(_ entity: Entity) -> JSONValue {
    .object([
      ("id", .string(entity.id)), ("type", .string(entity.type.rawValue)), ("name", .string(entity.name)),
      ("aliases", .array(entity.aliases.map { .string($0) })),
    ])
  }

  static func source(_ source: Subgraph.Source) -> JSONValue {
    .object([
      ("id", .string(source.id)), ("title", .string(source.title)),
      ("date", .optional(source.published?.description)), ("url", .optional(source.url)),
      ("publisher", .optional(source.publisher)),
    ])
  }

  static func tie(_ tie: Tie) -> JSONValue {
    .object([
      ("other", tie.other.map(node) ?? .null), ("literal", .optional(tie.literal)),
      ("relation", .string(tie.relation.rawValue)), ("direction", .string(tie.direction.rawValue)),
      ("standing", .string(tie.standing.rawValue)), ("sources", .int(tie.sources)),
      ("citations", .array(tie.citations.map(citation))),
    ])
  }

  static func citation(_ citation: Citation) -> JSONValue {
    let statement = citation.statement
    let evidence = statement.evidence
    let object: String
    switch statement.triple.object {
    case .node(let id): object = id
    case .literal(let words): object = words
    }
    return .object([
      ("id", .string(statement.id)), ("subject", .string(statement.triple.subject)),
      ("relation", .string(statement.triple.relation.rawValue)), ("object", .string(object)),
      ("factuality", .string(statement.factuality.rawValue)), ("polarity", .string(statement.polarity.rawValue)),
      ("standing", .string(citation.standing.rawValue)), ("attribution", .optional(citation.attribution)),
      ("time", .optional(statement.time?.description)), ("quote", .string(evidence.quote)),
      ("part", .string(evidence.part.rawValue)), ("span", .span(evidence.span)), ("rule", .string(evidence.rule)),
      ("confidence", .double(evidence.confidence)), ("article", source(citation.source)),
    ])
  }
}
