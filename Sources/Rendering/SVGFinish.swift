import Statements

/// Makes libgraphviz's SVG a document of our own: titles and descriptions for people and screen readers, links, and a
/// style for dark screens.
///
/// The library's output holds text from articles in `<text>` elements alone, where it escapes it; all names in it are
/// ours. What is added here is escaped by ``LabelText/xml(_:)``. Comments and the DOCTYPE, which names an address, go.
struct SVGFinish {
  let diagram: Diagram
  let options: PictureOptions
  /// Links of lines to their articles; a page that shows the evidence itself does without.
  var hasLinks = true

  /// What is said about one group of the drawing.
  private struct About {
    let title: String
    let description: String?
    let link: String?
  }

  /// The finished document.
  ///
  /// Reads the library's output line by line: a group opens on a line of its own, its title stands on the next; groups
  /// of nodes and lines hold no others.
  func finish(_ svg: [UInt8]) -> [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + fragment(svg)
  }

  /// The `<svg>` element alone.
  func fragment(_ svg: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(svg.count * 2)
    func write(_ text: String) { out.append(contentsOf: text.utf8) }
    // One family for all, with names for machines that lack Arial: it is said once, in the style.
    let family = Array(" font-family=\"\(options.style.font)\"".utf8)
    var isInside = false
    var isComment = false
    var group: Substring?
    var closesLink = false
    var lines = svg.split(separator: UInt8(ascii: "\n"))[...]
    while let line = lines.popFirst() {
      func begins(_ words: StaticString) -> Bool {
        line.count >= words.utf8CodeUnitCount
          && line.starts(with: UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
      }
      if !isInside {
        guard begins("<svg ") else { continue }
        isInside = true
        write("<svg role=\"graphics-document document\" aria-roledescription=\"relationship diagram\" ")
        out += line.dropFirst(5)
        var end = line
        while end.last != UInt8(ascii: ">"), let next = lines.popFirst() {
          write(" ")
          out += next
          end = next
        }
        write("\n" + heading)
      } else if isComment || begins("<!--") {
        isComment = !line.suffix(3).elementsEqual("-->".utf8)
      } else if begins("<title>"), let name = group {
        group = nil
        guard let about = about(name) else { continue }
        write("<title>\(LabelText.xml(about.title))</title>\n")
        if let description = about.description { write("<desc>\(LabelText.xml(description))</desc>\n") }
        if let link = about.link {
          write("<a xlink:href=\"\(LabelText.xml(link))\" target=\"_blank\" rel=\"noopener noreferrer\">\n")
          closesLink = true
        }
      } else {
        if begins("<g id=\"") {
          group = String(decoding: line.dropFirst(7).prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)[...]
        } else if closesLink, line.elementsEqual("</g>".utf8) {
          write("</a>\n")
          closesLink = false
        }
        if begins("<text "), let start = Self.firstIndex(of: family, in: line) {
          out += line[..<start]
          out += line[(start + family.count)...]
        } else {
          out += line
        }
        write("\n")
      }
    }
    return out
  }

  private static func firstIndex(of words: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
    guard let first = words.first, line.count >= words.count else { return nil }
    return (line.startIndex...line.endIndex - words.count).first { i in
      line[i] == first && line[i..<i + words.count].elementsEqual(words)
    }
  }

  private var heading: String {
    let title = LabelText.clean(options.title, limit: 120)
    let caption = Furniture(diagram, options: options).caption.joined(separator: ". ")
    var css = "text{font-family:\(options.style.font),\"Liberation Sans\",Helvetica,sans-serif}"
    css += "a{cursor:pointer}.edge:hover path,.edge:focus-within path{stroke-width:4}"
    if options.style == .light {
      let pairs = zip(PictureStyle.light.colors, PictureStyle.dark.colors)
      var seen: Set<String> = []
      let rules = pairs.filter { seen.insert($0.0).inserted }.map { light, dark in
        "[fill=\"\(light)\"]{fill:\(dark)}[stroke=\"\(light)\"]{stroke:\(dark)}"
      }
      // Text without a fill of its own is black.
      css += "@media screen and (prefers-color-scheme:dark){" + rules.joined() + "}"
    }
    return "<title>\(LabelText.xml(title.isEmpty ? "Who deals with whom" : title))</title>\n"
      + "<desc>\(LabelText.xml(caption))</desc>\n<style>\(LabelText.xml(css))</style>\n"
  }

  private func about(_ name: Substring) -> About? {
    let number = name.dropFirst().prefix { $0.isNumber }
    guard let index = Int(number).map({ $0 - 1 }), index >= 0 else { return nil }
    switch name.first {
    case "n" where index < diagram.nodes.count:
      return About(title: Tooltip.node(diagram.nodes[index]), description: nil, link: nil)
    case "e" where index < diagram.lines.count, "t" where index < diagram.lines.count:
      let line = diagram.lines[index]
      return about(sentence(line), line.statements)
    case "c" where index < diagram.clusters.count:
      return About(title: diagram.clusters[index].name, description: nil, link: nil)
    case "m" where index < diagram.gatherings.count:
      let gathering = diagram.gatherings[index]
      let names = gathering.participants.map { title($0) }.joined(separator: ", ")
      let status = gathering.qualifier.map { " (\($0))" } ?? ""
      return about(
        "\(names): \(LabelText.clean(gathering.relation.label, limit: 80))\(status)", gathering.statements)
    default: return nil
    }
  }

  private func about(_ sentence: String, _ statements: [Statement<Entity.ID>]) -> About {
    let articles = Set(statements.map(\.evidence.article)).count
    return About(
      title: sentence + "\n" + Tooltip.evidence(statements, articles: diagram.articles),
      description: "\(articles) \(articles == 1 ? "article" : "articles")",
      link: hasLinks ? Tooltip.link(statements, articles: diagram.articles) : nil)
  }

  private func title(_ node: Int) -> String { Sketch.title(of: diagram.nodes[node].entity, limit: 60) }

  /// "Ada Roe – met, praised (planned) – Ben Oak": what the line says, for those who hear it.
  private func sentence(_ line: Diagram.Line) -> String {
    let words = line.entries.map { entry in
      LabelText.clean(entry.relation.label, limit: 80) + (entry.qualifier.map { " (\($0))" } ?? "")
    }
    let status = line.status == .reported ? " (only claimed)" : ""
    return "\(title(line.tail)) – \(words.joined(separator: ", "))\(status) – \(title(line.head))"
  }
}
