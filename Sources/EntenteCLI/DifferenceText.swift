import Entente

/// A difference for people: a line of marks and words each, with a quotation under what came or went.
enum DifferenceText {
  static func text(_ difference: GraphDifference, names: [String], quotations: Int) -> String {
    var blocks = [Terminal.wrap("\(names.joined(separator: " → ")): \(summary(difference))", hanging: "  ")]
    let nodes =
      difference.newNodes.map { entry("+", name($0.node) + ($0.partner.map { ", split from \($0.name)" } ?? "")) }
      + difference.goneNodes.map { entry("-", name($0.node) + ($0.partner.map { ", now one with \($0.name)" } ?? "")) }
      + difference.changedNodes.map { change in
        entry("~", "\(name(change.before)) → \(name(change.after))")
      }
    if !nodes.isEmpty { blocks.append("Nodes\n" + nodes.joined(separator: "\n")) }
    let lines =
      difference.newLines.map { line("+", $0, quotations) } + difference.goneLines.map { line("-", $0, quotations) }
      + difference.changedLines.map { entry("~", phrase($0.after) + " · " + changes($0)) }
    if !lines.isEmpty { blocks.append("Lines\n" + lines.joined(separator: "\n")) }
    return blocks.joined(separator: "\n\n")
  }

  private static func summary(_ d: GraphDifference) -> String {
    if d.isEmpty { return "no differences" }
    func counts(_ noun: String, _ new: Int, _ gone: Int, _ changed: Int) -> String? {
      let parts = [(new, "new"), (gone, "gone"), (changed, "changed")].filter { $0.0 > 0 }
      return parts.isEmpty ? nil : noun + " " + parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
    return [
      counts("nodes", d.newNodes.count, d.goneNodes.count, d.changedNodes.count),
      counts("lines", d.newLines.count, d.goneLines.count, d.changedLines.count),
    ].compactMap(\.self).joined(separator: "; ")
  }

  private static func entry(_ mark: String, _ words: String) -> String {
    Terminal.wrap("\(mark) \(words)", indent: "  ", hanging: "    ")
  }

  private static func name(_ node: Entity) -> String { "\(node.name) (\(node.type.rawValue))" }

  private static func phrase(_ line: GraphDifference.Line) -> String {
    "\(line.subject.name) \(line.relation.label) \(line.object?.name ?? line.words ?? "")"
  }

  private static func line(_ mark: String, _ line: GraphDifference.Line, _ quotations: Int) -> String {
    var parts = [phrase(line), Terminal.count(line.sources, "article")]
    if let told = told(line) { parts.append(told) }
    if let time = line.time { parts.append(AnswerText.words(time)) }
    let citations = line.citations.prefix(quotations).map { AnswerText.citation($0, indent: "      ") }
    return ([entry(mark, parts.joined(separator: " · "))] + citations).joined(separator: "\n")
  }

  /// "planned → told as fact; 1 → 3 articles; 2021-06 → 2021-06-12".
  private static func changes(_ change: GraphDifference.Change<GraphDifference.Line>) -> String {
    change.after.differences(from: change.before).map { aspect in
      switch aspect {
      case .certainty: "\(told(change.before) ?? "told as fact") → \(told(change.after) ?? "told as fact")"
      case .sources: "\(change.before.sources) → \(Terminal.count(change.after.sources, "article"))"
      case .time:
        "\(change.before.time.map(AnswerText.words) ?? "undated") → \(change.after.time.map(AnswerText.words) ?? "undated")"
      }
    }.joined(separator: "; ")
  }

  /// How a line is told; nil where it is a fact and nothing else.
  private static func told(_ line: GraphDifference.Line) -> String? {
    if line.modalities.allSatisfy(\.isFact) { return nil }
    return line.modalities.map { modality in
      switch (modality.polarity, modality.factuality) {
      case (_, .denied): "denied"
      case (.negative, .planned), (.negative, .possible): "will not happen"
      case (.negative, _): "did not happen"
      case (.positive, .asserted): "told as fact"
      case (.positive, let factuality): factuality.rawValue
      }
    }.joined(separator: ", ")
  }
}
