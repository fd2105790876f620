import Foundation
import Testing

@testable import Rendering

/// The parent's side, with shell scripts for children.
@Suite struct ChildRendererTests {
  private func child(_ script: String) -> ChildRenderer {
    ChildRenderer(executable: URL(filePath: "/bin/sh"), arguments: ["-c", script], seconds: 1)
  }

  @Test func pictureComesThrough() throws {
    let drawn = try child("cat > /dev/null; printf picture").render(Story.talks.subgraph, as: .svg)
    #expect(String(decoding: drawn.bytes, as: UTF8.self) == "picture")
    #expect(drawn.notices.isEmpty)
  }

  @Test func slowLayoutFallsBackAndSaysSo() throws {
    let script = "if grep -q '\"engine\":\"sfdp\"'; then printf fast; else kill -XCPU $$; fi"
    let drawn = try child(script).render(Story.talks.subgraph, as: .svg)
    #expect(String(decoding: drawn.bytes, as: UTF8.self) == "fast")
    #expect(drawn.notices == ["the layout took over 1 s or too much memory; drawing with sfdp"])
  }

  @Test func limitOfTheUserIsNoFallback() throws {
    let script = "if grep -q '\"engine\":\"sfdp\"'; then printf fast; else kill -XCPU $$; fi"
    let drawn = try child(script).render(
      Story.random(nodes: 90, statements: 200), as: .svg, options: PictureOptions(nodeLimit: 80))
    #expect(drawn.notices == ["the layout took over 1 s or too much memory; drawing with sfdp"])
  }

  /// What the child reads is enough to draw the same bytes.
  @Test func diagramSurvivesTheWayToTheChild() throws {
    for clustering in [nil, Clustering.community] {
      let options = PictureOptions(showsDenied: true, clustering: clustering, title: "Talks")
      let diagram = Diagram(Story.talks.subgraph, options: options)
      let copy = try JSONDecoder().decode(Diagram.self, from: JSONEncoder().encode(diagram))
      #expect(
        try Renderer.shared.render(copy, as: .html, options: options)
          == Renderer.shared.render(Story.talks.subgraph, as: .html, options: options))
    }
  }

  @Test func hopelessGraphIsAnError() {
    #expect(throws: RenderError.self) {
      try child("kill -KILL $$").render(Story.random(nodes: 80, statements: 120), as: .svg)
    }
  }

  @Test func messageOfAFailedChildIsPassedOn() {
    #expect(throws: RenderError.failed("no fonts")) {
      try child("cat > /dev/null; echo no fonts >&2; exit 3").render(Story.talks.subgraph, as: .svg)
    }
  }

  @Test func missingProgramIsAnError() {
    let child = ChildRenderer(executable: URL(filePath: "/no/such/program"), arguments: [])
    #expect(throws: RenderError.self) { try child.render(Story.talks.subgraph, as: .svg) }
  }
}
