import Export
import KnowledgeGraph
import Statements

extension GraphDifference {
  /// `{"nodes": {"new", "gone", "changed"}, "lines": {"new", "gone", "changed"}}`. A node that came or went has `partner`:
  /// the node that it was split from or merged into, or null. What changed is `{"before", "after"}`, of lines also
  /// `{"aspects"}`: certainty, sources, time.
  public func json() -> String {
    func arrival(_ arrival: Arrival) -> JSONValue {
      .object([("node", .node(arrival.node)), ("partner", arrival.partner.map(JSONValue.node) ?? .null)])
    }
    return JSONValue.object([
      (
        "nodes",
        .object([
          ("new", .array(newNodes.map(arrival))), ("gone", .array(goneNodes.map(arrival))),
          (
            "changed",
            .array(changedNodes.map { .object([("before", .node($0.before)), ("after", .node($0.after))]) })
          ),
        ])
      ),
      (
        "lines",
        .object([
          ("new", .array(newLines.map(Self.line))), ("gone", .array(goneLines.map(Self.line))),
          (
            "changed",
            .array(
              changedLines.map { change in
                .object([
                  (
                    "aspects", .array(change.after.differences(from: change.before).map { .string($0.rawValue) })
                  ),
                  ("before", Self.line(change.before)), ("after", Self.line(change.after)),
                ])
              })
          ),
        ])
      ),
    ]).text(isIndented: true)
  }

  private static func line(_ line: Line) -> JSONValue {
    .object([
      ("subject", .node(line.subject)), ("relation", .string(line.relation.rawValue)),
      ("object", line.object.map(JSONValue.node) ?? .null), ("literal", .optional(line.words)),
      (
        "told",
        .array(
          line.modalities.map {
            .object([("polarity", .string($0.polarity.rawValue)), ("factuality", .string($0.factuality.rawValue))])
          })
      ),
      ("sources", .int(line.sources)), ("time", .optional(line.time?.description)),
      ("citations", .array(line.citations.map(JSONValue.citation))),
    ])
  }
}
