import Statements

/// What a picture of two graphs in one tells apart: what is new, what is gone, and the rest, which stayed.
///
/// Told apart without colour: what is new is bold and bears a plus, what is gone is hollow, struck out and bears a minus,
/// what stayed is thin and grey.
package struct PictureChanges: Hashable, Codable, Sendable {
  package let newNodes, goneNodes: Set<Entity.ID>
  /// Statements that one side alone tells so.
  package let newStatements, goneStatements: Set<String>

  package init(
    newNodes: Set<Entity.ID>, goneNodes: Set<Entity.ID>, newStatements: Set<String>, goneStatements: Set<String>
  ) {
    self.newNodes = newNodes
    self.goneNodes = goneNodes
    self.newStatements = newStatements
    self.goneStatements = goneStatements
  }
}

enum Change: CaseIterable {
  case new, gone, kept

  /// Words in an HTML-like label.
  func marked(_ html: String) -> String {
    switch self {
    case .new: "+ " + html
    case .gone: "− <S>" + html + "</S>"
    case .kept: html
    }
  }
}

extension PictureOptions {
  /// Nil for a picture of one graph.
  func change(of node: Entity.ID) -> Change? {
    changes.map { $0.newNodes.contains(node) ? .new : $0.goneNodes.contains(node) ? .gone : .kept }
  }

  /// What of a line with these statements is new or gone: all of it, or it stayed.
  func change(of statements: [Statement<Entity.ID>]) -> Change? {
    changes.map { changes in
      if statements.allSatisfy({ changes.newStatements.contains($0.id) }) { return .new }
      return statements.allSatisfy { changes.goneStatements.contains($0.id) } ? .gone : .kept
    }
  }

  /// Attributes of a node, with what sets new and gone ones off.
  func marked(_ attributes: [DOTGraph.Attribute], node: Entity.ID) -> [DOTGraph.Attribute] {
    switch change(of: node) {
    case .new: attributes + [.init("penwidth", "3")]
    case .gone: attributes.filter { $0.key != "fillcolor" } + [.init("fillcolor", style.background)]
    case .kept, nil: attributes
    }
  }

  /// Attributes of the node of a gathering.
  func marked(_ attributes: [DOTGraph.Attribute], gathering statements: [Statement<Entity.ID>]) -> [DOTGraph.Attribute]
  {
    switch change(of: statements) {
    case .new: attributes + [.init("penwidth", "2")]
    case .kept: attributes.filter { $0.key != "color" } + [.init("color", style.reported)]
    case .gone, nil: attributes
    }
  }

  /// Attributes of a line, with what sets new, gone and kept ones off; color and width are among them already.
  func marked(_ attributes: [DOTGraph.Attribute], line statements: [Statement<Entity.ID>]) -> [DOTGraph.Attribute] {
    change(of: statements).map { style.marked(attributes, $0) } ?? attributes
  }

  /// Words for the legend.
  var changeLegend: [(change: Change, words: String)] {
    changes == nil ? [] : [(.new, "+ new"), (.gone, "− gone"), (.kept, "as before")]
  }
}

extension PictureStyle {
  func marked(_ attributes: [DOTGraph.Attribute], _ change: Change) -> [DOTGraph.Attribute] {
    let rest = attributes.filter { $0.key != "color" && $0.key != "penwidth" }
    return switch change {
    case .new: attributes.filter { $0.key != "penwidth" } + [.init("penwidth", "3")]
    // Two lines with the ground between them.
    case .gone: rest + [.init("color", "\(denied):\(background):\(denied)"), .init("penwidth", "1.2")]
    case .kept: rest + [.init("color", reported), .init("penwidth", "0.8")]
    }
  }
}
