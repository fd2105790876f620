/// A graph in libgraphviz's terms: what is written as DOT text and what is handed to the library.
struct DOTGraph {
  /// An attribute's value. The cases say who wrote it, and so how it is escaped.
  enum Value: Hashable {
    /// Ours: a number, a colour, a keyword. Never text from an article.
    case word(String)
    /// Anybody's, for attributes that libgraphviz expands (`\N`, `&amp;`) when it reads them.
    case phrase(String)
    /// An HTML-like label whose texts are escaped, without the outer brackets.
    case html(String)

    /// The value as libgraphviz's functions take it.
    var raw: String {
      switch self {
      case .word(let s), .html(let s): s
      case .phrase(let s):
        s.replacing("\\", with: "\\\\").replacing("&", with: "&amp;").replacing("\n", with: "\\n")
      }
    }

    /// The value in DOT's syntax. In quotes only the quote itself has an escape that the reader of DOT takes off, and
    /// backslashes come in pairs (`phrase`) or not at all (`word`), so that none can be taken for that escape.
    var quoted: String {
      switch self {
      case .html(let s): "<" + s + ">"
      case .word, .phrase: "\"" + raw.replacing("\"", with: "\\\"") + "\""
      }
    }
  }

  struct Attribute: Hashable {
    let key: String
    let value: Value

    init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }

    init(_ key: String, _ word: String) { self.init(key, .word(word)) }
  }

  struct Node: Hashable {
    let name: String
    var attributes: [Attribute]
  }

  struct Edge: Hashable {
    let name: String
    let tail: String
    let head: String
    var attributes: [Attribute]
  }

  /// A frame around nodes.
  struct Cluster: Hashable {
    let name: String
    var attributes: [Attribute]
    let nodes: [String]
  }

  var attributes: [Attribute] = []
  var nodeDefaults: [Attribute] = []
  var edgeDefaults: [Attribute] = []
  var nodes: [Node] = []
  var edges: [Edge] = []
  /// Disjoint; libgraphviz draws those whose names begin with `cluster`.
  var clusters: [Cluster] = []

  /// The graph as DOT text, one line an element, in the order of the arrays.
  func text() -> String {
    func list(_ attributes: [Attribute]) -> String {
      "[" + attributes.map { "\($0.key)=\($0.value.quoted)" }.joined(separator: " ") + "]"
    }
    var out = "digraph entente {\n"
    for attribute in attributes { out += "  \(attribute.key)=\(attribute.value.quoted)\n" }
    if !nodeDefaults.isEmpty { out += "  node \(list(nodeDefaults))\n" }
    if !edgeDefaults.isEmpty { out += "  edge \(list(edgeDefaults))\n" }
    for node in nodes { out += "  \(node.name) \(list(node.attributes))\n" }
    for cluster in clusters {
      out += "  subgraph \(cluster.name) {\n"
      for attribute in cluster.attributes { out += "    \(attribute.key)=\(attribute.value.quoted)\n" }
      out += "    \(cluster.nodes.joined(separator: "; "))\n  }\n"
    }
    for edge in edges {
      out += "  \(edge.tail) -> \(edge.head) \(list([Attribute("key", edge.name)] + edge.attributes))\n"
    }
    return out + "}\n"
  }
}
