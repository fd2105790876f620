import EntenteTestSupport
import Foundation
import Statements
import Testing

@testable import Rendering

@Suite struct LivePageTests {
  private func page(_ graph: Subgraph) throws -> String {
    String(decoding: try Renderer.shared.render(graph, as: .html), as: UTF8.self)
  }

  @Test func pageLoadsNothingFromOutside() throws {
    let html = try page(Story.talks.subgraph)
    #expect(html.contains("default-src 'none'"))
    #expect(!html.contains("src=\"") && !html.contains("<link"))
  }

  @Test func dataClosesNoElement() {
    #expect(LivePage.json("</script><!--\u{2028}\"\\\n") == #""\u003c/script\u003e\u003c!--\u2028\"\\\u000a""#)
  }

  /// Search, filters and clicks in a real browser. The script under test is added to a copy without the page's policy.
  @Test func browserFindsFiltersAndShowsEvidence() throws {
    let probe = """
      <script>
      const out = {}, q = (s) => document.querySelector(s), seen = () => q("#count").textContent;
      out.start = seen();
      q("#statuses input[value=open]").click(); out.withoutPlans = seen(); q("#statuses input[value=open]").click();
      q("#groups input[value=talks]").click(); out.withoutTalks = seen(); q("#groups input[value=talks]").click();
      q("#since").value = "2021-06-01"; q("#since").dispatchEvent(new Event("input")); out.since = seen();
      q("#since").value = ""; q("#since").dispatchEvent(new Event("input"));
      q("#search").value = "kolvane"; q("#search").dispatchEvent(new Event("input"));
      out.hits = [...document.querySelectorAll(".hit text")].map((t) => t.textContent).join("|");
      const line = [...document.querySelectorAll("g.edge")].find((g) => g.querySelector("title").textContent
        .startsWith("Mira Kolvane – criticized"));
      line.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      out.evidence = q("#evidence").textContent; out.link = q("#evidence a").href;
      const before = q("#stage svg").getAttribute("viewBox");
      dispatchEvent(new KeyboardEvent("keydown", { key: "+" }));
      out.zoomed = before !== q("#stage svg").getAttribute("viewBox");
      const box = () => q("#stage svg").getAttribute("viewBox").split(" ").map(Number), from = box();
      const move = (type, x, y) => (type === "pointerdown" ? q("#stage") : window).dispatchEvent(
        new PointerEvent(type, { button: 0, clientX: x, clientY: y, bubbles: true }));
      move("pointerdown", 300, 300); move("pointermove", 240, 320); move("pointerup", 240, 320);
      out.panned = box()[0] > from[0] && box()[1] < from[1] && box()[2] === from[2];
      q("#whole").click(); out.whole = q("#stage svg").getAttribute("viewBox").split(" ")[2] > from[2];
      document.body.replaceChildren(JSON.stringify(out));
      </script></body>
      """
    let html = try page(Story.talks.subgraph)
      .replacing(/<meta http-equiv[^\n]*\n/, with: "").replacing("</body>", with: probe)
    guard let dom = try Self.domInBrowser(html) else { return }
    for expected in [
      #""start":"9 of 9 lines""#, #""withoutPlans":"8 of 9 lines""#, #""since":"1 of 9 lines""#,
      #""hits":"Mira Kolvane|trade envoy""#, "Mira Kolvane – SudmarkMira Kolvane criticized Sudmark",
      "“Mira Kolvane criticized Sudmark.”The Courier, 4 May 2021", #""link":"https://courier.example/a?b=1&amp;c=2""#,
      #""zoomed":true"#, #""withoutTalks":"6 of 9 lines""#, #""panned":true"#, #""whole":true"#,
    ] {
      #expect(dom.contains(expected), "\(expected) is not in \(dom.suffix(1500))")
    }
  }

  /// With its policy on, the page's own script runs and that of no name or quotation does.
  @Test func hostileTextRunsNothing() throws {
    var story = Story()
    let texts = HostileText.corpus.filter { $0.utf8.count < 1000 } + ["<img src=x onerror=document.title='owned'>"]
    story.entities = texts.map { ($0, .person) }
    story.facts = zip(texts, texts.dropFirst()).map { .init(subject: $0, relation: "met", object: $1, quote: $0) }
    guard let dom = try Self.domInBrowser(try page(story.subgraph)) else { return }
    #expect(!dom.contains("<title>owned"))
    #expect(dom.firstMatch(of: /aria-live="polite">(\d+) of \1 lines</) != nil, "\(dom.prefix(2000))")
    for markup in ["<img", "<b>", "<script>alert"] { #expect(!dom.contains(markup), "\(markup)") }
    #expect(dom.matches(of: /<script/).count == 2)
  }

  /// The document as a browser has it after running its scripts; nil, with a word, where none is installed.
  private static func domInBrowser(_ html: String) throws -> String? {
    let names = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    guard let browser = names.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      print("no Chromium is installed: the page is not tested in a browser")
      return nil
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "page.html")
    try Data(html.utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: browser)
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.appending(path: "profile").path)",
      "--dump-dom", file.absoluteString,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let dom = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: dom, as: UTF8.self)
  }
}
