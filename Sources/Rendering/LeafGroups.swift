import Statements

/// Hubs drawn readably: the many nodes that hang from one hub, and from nothing else, by the same relation become one
/// node that lists them.
struct LeafGroups {
  /// Diagrams up to this size are drawn node by node.
  static let largestWithout = 40
  /// Fewer leaves than this stay by themselves.
  static let fewest = 4

  /// The diagram's nodes with groups in place of their first members.
  private(set) var nodes: [Diagram.Node] = []
  let isEmpty: Bool

  private struct Key: Hashable {
    let hub: Int
    let isTail: Bool
    let isDirected: Bool
    let status: LineStatus
    let relations: [Relation]
    let type: EntityType
  }

  init(_ diagram: Diagram) {
    let degree = diagram.degrees
    var leaves: [Key: [Int]] = [:]
    for line in diagram.lines {
      let ends = [(leaf: line.tail, hub: line.head), (leaf: line.head, hub: line.tail)]
      guard let end = ends.first(where: { degree[$0.leaf] == 1 && degree[$0.hub] > 1 }) else { continue }
      let key = Key(
        hub: end.hub, isTail: line.isDirected && end.leaf == line.tail, isDirected: line.isDirected,
        status: line.status, relations: line.entries.map(\.relation).sorted(),
        type: diagram.nodes[end.leaf].entity.type)
      leaves[key, default: []].append(end.leaf)
    }
    // Indices follow names, so a group stands where the first of its names would.
    var groups: [Int: [Int]] = [:]
    var members: Set<Int> = []
    for group in leaves.values where group.count >= Self.fewest {
      let sorted = group.sorted()
      groups[sorted[0]] = sorted
      members.formUnion(sorted)
    }
    isEmpty = groups.isEmpty
    for (i, node) in diagram.nodes.enumerated() {
      if let group = groups[i] {
        nodes.append(Self.node(of: group.map { diagram.nodes[$0].entity }))
      } else if !members.contains(i) {
        nodes.append(node)
      }
    }
  }

  private static func node(of members: [Entity]) -> Diagram.Node {
    let names = members.map { LabelText.clean($0.name, limit: 60) }
    let entity = Entity(
      id: ContentHash.identifier("g", members.map(\.id)), type: members[0].type,
      name: names.prefix(3).joined(separator: ", ") + " and \(members.count - 3) others", aliases: names)
    return Diagram.Node(entity: entity, roles: [], members: members)
  }
}
