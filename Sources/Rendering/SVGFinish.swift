import Statements

/// Makes libgraphviz's SVG a document of our own: titles and descriptions for people and screen readers, links, a style
/// for dark screens and for print.
///
/// The library's output holds text from articles in `<text>` elements alone, where it escapes it; all names in it are
/// ours. What is added here is escaped by ``LabelText/xml(_:)``. Comments and the DOCTYPE, which names an address, go.
struct SVGFinish {
  let diagram: Diagram
  let options: PictureOptions

  /// The finished document. Reads the library's output line by line: each group opens on a line of its own, its title
  /// stands on the next.
  func finish(_ svg: String) -> String {
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    out.reserveCapacity(svg.utf8.count * 2)
    var isBefore = true
    var isComment = false
    var group: Substring?
    var closesLink = false
    for line in svg.split(separator: "\n", omittingEmptySubsequences: true) {
      if isBefore {
        guard line.hasPrefix("<svg ") else { continue }
        isBefore = false
        out += line + (line.hasSuffix(">") ? "\n" : " ")
        continue
      }
      if isComment || line.hasPrefix("<!--") {
        isComment = !line.hasSuffix("-->")
        continue
      }
      if line.hasPrefix("<g id=\""), let name = line.dropFirst(7).split(separator: "\"").first {
        group = name
        if name == "graph0" { out += heading }
        out += line + "\n"
        continue
      }
      if line.hasPrefix("<title>"), let name = group {
        let element = name == "graph0" ? nil : describe(name)
        if let element {
          out += "<title>\(LabelText.xml(element.title))</title>\n"
          if let link = element.link {
            out += "<a xlink:href=\"\(LabelText.xml(link))\" target=\"_blank\" rel=\"noopener noreferrer\">\n"
            closesLink = true
          }
        }
        group = nil
        continue
      }
      if line == "</g>", closesLink {
        out += "</a>\n"
        closesLink = false
      }
      out += line + "\n"
    }
    return out
  }

  private var heading: String {
    let title = LabelText.clean(options.title, limit: 120)
    let caption = Furniture(diagram, options: options).caption.joined(separator: ". ")
    return "<title>\(LabelText.xml(title.isEmpty ? "Who deals with whom" : title))</title>\n"
      + "<desc>\(LabelText.xml(caption))</desc>\n"
  }

  private func describe(_ name: Substring) -> (title: String, link: String?)? {
    let number = name.dropFirst().prefix { $0.isNumber }
    guard let index = Int(number).map({ $0 - 1 }), index >= 0 else { return nil }
    switch name.first {
    case "n" where index < diagram.nodes.count:
      return (Tooltip.node(diagram.nodes[index]), nil)
    case "e" where index < diagram.lines.count:
      let line = diagram.lines[index]
      return (
        sentence(line) + "\n" + Tooltip.evidence(line.statements, articles: diagram.articles),
        Tooltip.link(line.statements, articles: diagram.articles)
      )
    case "m" where index < diagram.gatherings.count:
      let gathering = diagram.gatherings[index]
      let names = gathering.participants.map { title($0) }.joined(separator: ", ")
      let status = gathering.qualifier.map { " (\($0))" } ?? ""
      return (
        "\(names): \(LabelText.clean(gathering.relation.label, limit: 80))\(status)\n"
          + Tooltip.evidence(gathering.statements, articles: diagram.articles),
        Tooltip.link(gathering.statements, articles: diagram.articles)
      )
    default: return nil
    }
  }

  private func title(_ node: Int) -> String { Sketch.title(of: diagram.nodes[node].entity, limit: 60) }

  /// "Ada Roe met, praised (planned) Ben Oak": what the line says, for those who hear it.
  private func sentence(_ line: Diagram.Line) -> String {
    let words = line.entries.map { entry in
      LabelText.clean(entry.relation.label, limit: 80) + (entry.qualifier.map { " (\($0))" } ?? "")
    }
    let status = line.status == .reported ? " (only claimed)" : ""
    return "\(title(line.tail)) – \(words.joined(separator: ", "))\(status) – \(title(line.head))"
  }
}
