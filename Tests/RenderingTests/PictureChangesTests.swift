import Foundation
import Statements
import Testing

@testable import Rendering

/// A picture of two graphs in one.
@Suite struct PictureChangesTests {
  private let graph = Story(
    entities: [("Mira Kolvane", .person), ("Oskar Deln", .person), ("Tamas Rook", .person), ("Norland", .place)],
    facts: [
      .init(subject: "Mira Kolvane", relation: "met", object: "Oskar Deln"),
      .init(subject: "Mira Kolvane", relation: "accused", object: "Tamas Rook"),
      .init(subject: "Oskar Deln", relation: "visited", object: "Norland"),
    ]
  ).subgraph

  private var options: PictureOptions {
    func statement(_ relation: String) -> Set<String> {
      Set(graph.statements.filter { $0.triple.relation.rawValue == relation }.map(\.id))
    }
    var options = PictureOptions()
    options.changes = PictureChanges(
      newNodes: [Story.id("Norland")], goneNodes: [Story.id("Tamas Rook")], newStatements: statement("visited"),
      goneStatements: statement("accused"))
    return options
  }

  @Test func whatChangedIsToldWithoutColour() throws {
    let dot = DOT.write(graph, options: options)
    #expect(dot.contains("+ <B>Norland</B>") && dot.contains("− <S><B>Tamas Rook</B></S>"))
    #expect(dot.contains("+ visited") && dot.contains("− <S>accused</S>"))
    #expect(!dot.contains("+ met") && !dot.contains("<S>met"))
    let style = PictureStyle.light
    #expect(dot.contains("\(style.denied):\(style.background):\(style.denied)"), "a hollow line")
  }

  @Test func theLegendSaysWhatTheMarksMean() throws {
    let reader = SVGReader(try Renderer.shared.render(graph, as: .svg, options: options))
    #expect(reader.error == nil)
    let texts = reader.groups.flatMap(\.texts)
    for words in ["+ new", "− gone", "as before"] { #expect(texts.contains(words)) }
    let plain = SVGReader(try Renderer.shared.render(graph, as: .svg))
    #expect(!plain.groups.flatMap(\.texts).contains("as before"))
  }
}
