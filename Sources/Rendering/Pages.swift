import Foundation
import Statements

/// How a graph is spread over several pages.
package enum PageSplit: String, CaseIterable, Codable, Sendable {
  /// One drawing on sheets of paper that are put together.
  case poster
  /// A page for each community, and an overview of how they deal with each other.
  case communities
}

/// Pages of communities.
struct Pages {
  /// More pages are no help to a reader.
  static let most = 24
  /// A community of fewer nodes has no page.
  static let fewest = 4

  let overview: Diagram
  /// What each page shows.
  let pages: [Subgraph]

  /// Communities by size; the overview has a node for each page, with its strongest names.
  init(_ subgraph: Subgraph, options: PictureOptions) {
    let (drawn, withheld) = Diagram.drawable(subgraph, options: options)
    let ties = TieStrength(statements: drawn)
    let entities = Dictionary(subgraph.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let parts = ties.communities.filter { $0.count >= Self.fewest }.prefix(Self.most)
    var groups: [Diagram.Node] = []
    var pages: [Subgraph] = []
    for (i, part) in parts.enumerated() {
      let members = ties.byDegree(part).compactMap { entities[$0] }
      let name = "around " + members.prefix(2).map { Sketch.title(of: $0, limit: 40) }.joined(separator: ", ")
      let inside = Set(part)
      let statements = subgraph.statements.filter {
        inside.contains($0.triple.subject) && $0.triple.object.node.map(inside.contains) ?? true
      }
      let filter = [subgraph.filter, "page \(i + 1) of \(parts.count), \(name)"].filter { !$0.isEmpty }
      let speakers = Set(statements.compactMap { $0.attribution?.node })
      let page = Subgraph(
        entities: subgraph.entities.filter { inside.contains($0.id) || speakers.contains($0.id) },
        statements: statements, articles: subgraph.articles, totalEntities: ties.nodes.count,
        totalStatements: subgraph.totalStatements, filter: filter.joined(separator: "; "))
      pages.append(page)
      groups.append(
        Diagram.Node(
          entity: Entity(
            id: ContentHash.identifier("g", part), type: .other, name: name, aliases: members.prefix(20).map(\.name)),
          roles: [], members: members, heading: "Page \(i + 1)"))
    }
    self.pages = pages
    overview = Diagram(
      subgraph, nodes: groups, drawn: drawn, withheld: withheld, total: ties.nodes.count)
  }
}

// MARK: - Posters

/// One sheet of a poster.
struct Sheet: Codable {
  let row: Int
  let column: Int
  let bytes: Data
}

extension Renderer {
  /// The drawing at its own size on sheets of A4, upright or across, whichever takes fewer; by rows from the top.
  func poster(_ diagram: Diagram, as format: PictureFormat, options: PictureOptions) throws(RenderError) -> [Sheet] {
    var sketch = Sketch(diagram, options: options, target: .drawing)
    sketch.furnish(try place(sketch))
    let bounds = try layOut(sketch.graph, engine: "nop2").bounds.grown(by: 18)
    // A4 in points without margins of a centimetre; sheets share half a centimetre, for the glue.
    let (long, short, shared) = (785.0, 538.0, 14.0)
    func count(_ length: Double, _ sheet: Double) -> Int {
      max(1, Int(((length - shared) / (sheet - shared)).rounded(.up)))
    }
    let across = count(bounds.width, long) * count(bounds.height, short)
    let upright = count(bounds.width, short) * count(bounds.height, long)
    let (width, height) = across <= upright ? (long, short) : (short, long)
    let (columns, rows) = (count(bounds.width, width), count(bounds.height, height))
    var sheets: [Sheet] = []
    for row in 1...rows {
      for column in 1...columns {
        let low = Point(
          x: bounds.low.x + Double(column - 1) * (width - shared),
          y: bounds.high.y - Double(row - 1) * (height - shared) - height)
        let middle = Point(x: low.x + width / 2, y: low.y + height / 2)
        var graph = sketch.graph
        Sketch.set("pad", "0", in: &graph.attributes)
        Sketch.set(
          "viewport", "\(Int(width)),\(Int(height)),1,\(Sketch.position(middle))", in: &graph.attributes)
        graph.nodes.append(
          DOTGraph.Node(
            name: "sheet",
            attributes: [
              .init("shape", "none"), .init("margin", "0"), .init("width", "0.01"), .init("height", "0.01"),
              .init("fontsize", "7"), .init("fontname", options.style.font),
              .init("fontcolor", options.style.mutedText),
              .init("label", "row \(row) of \(rows), column \(column) of \(columns)"),
              .init("pos", Sketch.position(Point(x: low.x + 60, y: low.y + 8))),
            ]))
        let bytes = try draw(graph, format: format.graphvizName)
        let finished =
          format == .svg
          ? SVGFinish(diagram: diagram, options: options).finish(bytes)
          : bytes
        sheets.append(Sheet(row: row, column: column, bytes: Data(finished)))
      }
    }
    return sheets
  }
}

// MARK: - In the child

extension ChildRenderer {
  /// One of several pictures.
  package struct Page: Sendable {
    /// What the file's name gets before its suffix: empty for the overview, "-3", "-r1c2".
    package let name: String
    package let drawn: Drawn
  }

  /// Draws a graph on several pages. Each layout has its own limits.
  ///
  /// - Throws: ``RenderError``, as ``render(_:as:options:)`` does.
  package func pages(
    _ subgraph: Subgraph, as format: PictureFormat, split: PageSplit, options: PictureOptions
  ) throws(RenderError) -> [Page] {
    switch split {
    case .poster:
      let drawn = try render(as: format, options: options, isPoster: true) { Diagram(subgraph, options: $0) }
      guard let sheets = try? JSONDecoder().decode([Sheet].self, from: Data(drawn.bytes)) else {
        throw .failed("the drawing process gave no sheets")
      }
      return sheets.map { sheet in
        Page(
          name: "-r\(sheet.row)c\(sheet.column)",
          drawn: Drawn(bytes: Array(sheet.bytes), notices: sheet.row == 1 && sheet.column == 1 ? drawn.notices : []))
      }
    case .communities:
      let pages = Pages(subgraph, options: options)
      var drawn = [Page(name: "", drawn: try render(as: format, options: options) { _ in pages.overview })]
      let digits = String(pages.pages.count).count
      for (i, page) in pages.pages.enumerated() {
        let number = String(i + 1)
        let name = "-" + String(repeating: "0", count: digits - number.count) + number
        drawn.append(Page(name: name, drawn: try render(page, as: format, options: options)))
      }
      return drawn
    }
  }
}
