import KnowledgeGraph
import Rendering
import Statements

extension PictureSettings {
  /// Marks what is new and what is gone in a picture of ``KnowledgeGraph/GraphDifference/union``.
  public mutating func mark(_ difference: GraphDifference) {
    changes = PictureChanges(
      newNodes: Set(difference.newNodes.map(\.node.id)), goneNodes: difference.goneNodeIDs,
      newStatements: difference.newStatements, goneStatements: difference.goneStatements)
  }
}
