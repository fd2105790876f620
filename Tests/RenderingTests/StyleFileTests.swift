import Testing

@testable import Rendering

@Suite struct StyleFileTests {
  private func read(_ json: String) throws -> PictureStyle { try PictureStyle.read(Array(json.utf8)) }

  @Test func whatIsNamedChangesAndTheRestStays() throws {
    let style = try read(##"{"background": "#FFFAF0", "person": {"shape": "octagon"}, "font": "Noto Sans"}"##)
    #expect(style.background == "#fffaf0")
    #expect(style.person.shape == "octagon")
    #expect(style.person.fill == PictureStyle.light.person.fill)
    #expect(style.denied == PictureStyle.light.denied)
    let dot = DOT.write(Story.talks.subgraph, options: PictureOptions(style: style))
    #expect(dot.contains("bgcolor=\"#fffaf0\"") && dot.contains("shape=\"octagon\""))
  }

  @Test(arguments: [
    ##"[1]"##, "nothing", ##"{"backgroud": "#ffffff"}"##, ##"{"denied": "red"}"##, ##"{"denied": "#fff\" onload=\""}"##,
    ##"{"person": {"shape": "box;}"}}"##, ##"{"font": "Arial\"; }"}"##, ##"{"person": "#ffffff"}"##,
  ])
  func whatIsNoStyleIsAnError(_ json: String) {
    #expect(throws: RenderError.self) { try read(json) }
  }
}
