import CHTML

/// A page as a flat list of nodes in document order, so that nothing walks it by recursion.
struct HTMLTree {
  struct Node {
    let parent: Int
    /// Empty for text.
    let tag: String
    let text: String
    /// One past the last node below this one.
    var end: Int
    var attributes: [String: String] = [:]

    var isText: Bool { tag.isEmpty }
  }

  private(set) var nodes: [Node] = []

  /// Parses what may be malformed; empty where nothing comes of it. Nodes deeper than 512 levels are left out.
  init(_ html: String) {
    var html = html
    let document = html.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chtml_parse($0.baseAddress, $0.count) }
    }
    guard let document else { return }
    defer { chtml_free(document) }
    guard let root = chtml_root(document) else { return }
    var open: [Int] = []
    var current: OpaquePointer? = root
    while let node = current {
      let isElement = Int(chtml_node_kind(node)) == Int(chtml_kind_element.rawValue)
      add(node, parent: open.last ?? -1, isElement: isElement)
      if isElement, open.count < Self.maximumDepth, let child = chtml_first_child(node) {
        open.append(nodes.count - 1)
        current = child
        continue
      }
      var last: OpaquePointer? = node
      while let done = last {
        if done == root {
          current = nil
          break
        }
        if let next = chtml_next_sibling(done) {
          current = next
          break
        }
        if let parent = open.popLast() { nodes[parent].end = nodes.count }
        last = chtml_parent(done)
        current = nil
      }
    }
    for parent in open { nodes[parent].end = nodes.count }
  }

  private static let maximumDepth = 512
  private static let wanted = [
    "id", "class", "name", "property", "itemprop", "content", "href", "rel", "type", "role", "hidden", "aria-hidden",
    "style", "datetime",
  ]

  private mutating func add(_ node: OpaquePointer, parent: Int, isElement: Bool) {
    if isElement {
      let tag = chtml_name(node).map { String(cString: $0).lowercased() } ?? "?"
      var attributes: [String: String] = [:]
      for name in Self.wanted {
        if let value = chtml_copy_attribute(node, name) {
          attributes[name] = String(cString: value)
          chtml_release(value)
        }
      }
      nodes.append(
        Node(parent: parent, tag: tag.isEmpty ? "?" : tag, text: "", end: nodes.count + 1, attributes: attributes))
    } else {
      let text = chtml_text(node).map { String(cString: $0) } ?? ""
      nodes.append(Node(parent: parent, tag: "", text: text, end: nodes.count + 1))
    }
  }

  /// All text below a node, as it stands.
  func text(of i: Int) -> String {
    nodes[i..<nodes[i].end].reduce(into: "") { $0 += $1.text }
  }
}

/// Pieces of HTML as feeds and JSON have them.
enum HTMLFragment {
  /// The text of markup, paragraphs parted by empty lines; text without markup and entities comes back as it is.
  static func text(_ html: String) -> String {
    guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return html }
    let tree = HTMLTree("<html><body>" + html + "</body></html>")
    return HTMLBlocks(tree).blocks.map(\.text).joined(separator: "\n\n")
  }
}
