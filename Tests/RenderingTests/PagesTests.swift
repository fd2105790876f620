import Foundation
import Statements
import Testing

@testable import Rendering

@Suite struct PagesTests {
  /// Three groups where all have met, each tied to the next once.
  private static var groups: Story {
    var story = Story(entities: (1...15).map { ("N\(10 + $0)", EntityType.person) })
    for group in 0..<3 {
      let names = (1...5).map { "N\(10 + group * 5 + $0)" }
      for (i, a) in names.enumerated() {
        for b in names[(i + 1)...] {
          story.facts.append(.init(subject: a, relation: "praised", object: b))
        }
      }
    }
    for (a, b) in [("N15", "N16"), ("N20", "N21")] {
      story.facts.append(.init(subject: a, relation: "accused", object: b))
    }
    return story
  }

  @Test func communitiesHavePagesAndAnOverview() {
    let pages = Pages(Self.groups.subgraph, options: PictureOptions())
    #expect(pages.pages.map(\.entities.count) == [5, 5, 5])
    #expect(pages.pages.allSatisfy { $0.statements.count == 10 })
    #expect(pages.overview.nodes.map(\.heading) == ["Page 1", "Page 2", "Page 3"])
    #expect(
      pages.overview.lines.map { $0.entries.map(\.relation.rawValue) } == [
        ["accused"], ["accused"],
      ])
    #expect(!pages.overview.isPartial)
    let page = Diagram(pages.pages[1], options: PictureOptions())
    let caption = Furniture(page, options: PictureOptions()).caption[0]
    #expect(caption.hasPrefix("5 of 15 nodes shown: page 2 of 3, around N"), "\(caption)")
  }

  @Test func posterIsTheWholeDrawingInSheets() throws {
    let options = PictureOptions()
    let diagram = Diagram(Story.random(nodes: 150, statements: 220), options: options)
    let sheets = try Renderer.shared.poster(diagram, as: .svg, options: options)
    let rows = sheets.map(\.row).max() ?? 0
    let columns = sheets.map(\.column).max() ?? 0
    #expect(rows * columns == sheets.count && sheets.count > 2)
    for sheet in sheets {
      let svg = String(decoding: sheet.bytes, as: UTF8.self)
      #expect(SVGReader(Array(sheet.bytes)).error == nil)
      #expect(svg.contains("row \(sheet.row) of \(rows), column \(sheet.column) of \(columns)"))
      // A4 across or upright, without margins.
      #expect(
        svg.contains("width=\"785pt\" height=\"538pt\"")
          || svg.contains("width=\"538pt\" height=\"785pt\""))
    }
    #expect(Set(sheets.map(\.bytes)).count == sheets.count)
  }

  @Test func sheetsComeThroughTheChild() throws {
    let sheets = try JSONEncoder().encode([Sheet(row: 1, column: 2, bytes: Data("picture".utf8))])
    let file = FileManager.default.temporaryDirectory.appending(
      path: "entente-\(UUID().uuidString)")
    try sheets.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let child = ChildRenderer(
      executable: URL(filePath: "/bin/sh"),
      arguments: ["-c", "cat > /dev/null; cat '\(file.path)'"])
    let pages = try child.pages(
      Story.talks.subgraph, as: .pdf, split: .poster, options: PictureOptions())
    #expect(pages.map(\.name) == ["-r1c2"] && pages[0].drawn.bytes == Array("picture".utf8))
  }
}
