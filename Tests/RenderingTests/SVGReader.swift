import Foundation

@testable import Rendering

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a real XML parser finds in a picture: its groups with their titles, words, links and extents.
final class SVGReader: NSObject, XMLParserDelegate {
  struct Group {
    let id: String
    let classes: Set<String>
    var title = ""
    var texts: [String] = []
    var links: [String] = []
    /// Around all shapes, in the drawing's own units.
    var extent: Box?
  }

  private(set) var groups: [Group] = []
  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var error: String?
  private var open: [Int] = []
  private var text = ""

  init(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    if !parser.parse() { error = parser.parserError.map { "\($0)" } ?? "not XML" }
  }

  func groups(of name: String) -> [Group] { groups.filter { $0.classes.contains(name) } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes values: [String: String] = [:]
  ) {
    elements.insert(name)
    attributes.formUnion(values.keys)
    text = ""
    if name == "g" {
      groups.append(
        Group(
          id: values["id"] ?? "", classes: Set((values["class"] ?? "").split(separator: " ").map(String.init))))
      open.append(groups.count - 1)
    }
    guard let at = open.last else { return }
    if let link = values["xlink:href"] { groups[at].links.append(link) }
    var points: [Point] = []
    if name == "polygon" || name == "path" {
      let numbers = (values["points"] ?? values["d"] ?? "").split { !"-.0123456789".contains($0) }.compactMap {
        Double($0)
      }
      points = stride(from: 0, to: numbers.count - 1, by: 2).map { Point(x: numbers[$0], y: numbers[$0 + 1]) }
    } else if name == "ellipse", let x = values["cx"].flatMap(Double.init), let y = values["cy"].flatMap(Double.init),
      let rx = values["rx"].flatMap(Double.init), let ry = values["ry"].flatMap(Double.init)
    {
      points = [Point(x: x - rx, y: y - ry), Point(x: x + rx, y: y + ry)]
    }
    for point in points {
      let box = Box(low: point, high: point)
      groups[at].extent = groups[at].extent?.union(box) ?? box
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    guard let at = open.last else { return }
    switch name {
    case "title": groups[at].title = text
    case "text": groups[at].texts.append(text)
    case "g": open.removeLast()
    default: break
    }
  }
}
