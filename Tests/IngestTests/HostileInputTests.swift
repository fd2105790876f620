import Foundation
import Statements
import Testing

@testable import Ingest

@Suite struct HostileInputTests {
  private func read(_ name: String, _ bytes: some Sequence<UInt8>) throws -> [ArticleReader.Item] {
    let folder = try ScratchFolder()
    return ArticleReader().items([try folder.write(name, Array(bytes))])
  }

  @Test func loneSurrogatesInJSON() throws {
    let items = try read("a.json", #"{"text": "The \ud800 envoy \udc00\ud83d\ude42 met \ud800\u0041 them."}"#.utf8)
    #expect(items.first?.article?.text == "The \u{FFFD} envoy \u{FFFD}🙂 met \u{FFFD}A them.")
  }

  @Test func deepNesting() throws {
    let deep = 100_000
    let json = String(repeating: "[", count: deep) + String(repeating: "]", count: deep)
    #expect(try read("a.json", json.utf8).first?.problem?.reason.hasPrefix("is nested more than 200 levels") == true)
    let html = "<html><body>" + String(repeating: "<div>", count: deep) + "<p>The envoy met the minister there.</p>"
    #expect(try read("a.html", html.utf8).count == 1)
    let xml = "<rss>" + String(repeating: "<x>", count: deep)
    #expect(try read("a.rss", xml.utf8).first?.problem != nil)
  }

  @Test func tenMegabytesOnALine() throws {
    let line = String(repeating: "The envoy met the minister. ", count: 370_000)
    #expect(try read("a.txt", line.utf8).first?.problem?.reason.contains("more than the limit of 1 MB") == true)
    #expect(
      try read("a.jsonl", "{\"text\": \"\(line)\"}".utf8).first?.problem?.reason.contains("limit of 1 MB") == true)
    #expect(try read("a.jsonl", String(repeating: "x", count: 10 << 20).utf8).first?.problem != nil)
  }

  @Test func manyShortLinesAfterAColonTakeLinearTime() throws {
    let text = "The envoy met the minister. Those were there:\n" + String(repeating: "Ina Holt of it\n", count: 20_000)
    let article = try #require(try read("a.txt", text.utf8).first?.article)
    #expect(article.body.count == 20_001)
  }

  @Test func malformedHTML() throws {
    for html in [
      "<html", "<html><p", "<html><body><p>The envoy <b>met <i>the</b> minister</i> there.",
      "<html></p></div></html></body>",
      "<html><!--", "<html><body><table><p>The envoy left the town.</td></table>", "<html>&#x110000;&#0;&bogus;&amp",
      "<!doctype html><script>while(1)", "<html><body>\u{1}\u{2}<p a=\"<p>\">The minister left the town.</p>",
      "<html><body><![CDATA[ The envoy ]]><p>The minister left the town.</p></body></html><p>And the envoy too.</p>",
    ] {
      #expect(try read("a.html", html.utf8).count == 1)
    }
  }

  @Test func externalEntitiesAreNotRead() throws {
    let folder = try ScratchFolder()
    let secret = try folder.write("secret.txt", "hidden words of the owner")
    let rss = """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file://\(secret)">]>
      <rss><channel><item><title>T</title><description>The envoy said &x; to the minister.</description></item></channel></rss>
      """
    let html = """
      <!DOCTYPE html [<!ENTITY x SYSTEM "file://\(secret)">]>
      <html><body><p>The envoy said &x; to the minister in the town.</p></body></html>
      """
    for (name, text) in [("a.rss", rss), ("a.html", html)] {
      for item in try read(name, text.utf8) {
        #expect(item.article?.text.contains("hidden words") != true)
      }
    }
  }

  @Test func entityExpansionIsRefused() throws {
    var rss = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"ha\">"
    for i in 1...20 { rss += "<!ENTITY a\(i) \"" + String(repeating: "&a\(i - 1);", count: 10) + "\">" }
    rss += "]><rss><channel><item><description>The &a20;</description></item></channel></rss>"
    let items = try read("a.rss", rss.utf8)
    #expect(items.first?.problem?.reason == "declares entities of its own, which feeds have no need of")
  }

  @Test func brokenXML() throws {
    for xml in ["<rss>", "<rss><channel></rss>", "<feed/>", "<x/>", "<?xml version='1.0'?>", "<rss>\u{1}</rss>"] {
      let items = try read("a.xml", xml.utf8)
      #expect(items.count == 1)
      #expect(items.first?.problem != nil, "\(xml)")
    }
  }

  @Test func truncatedUTF16() throws {
    let text = "The envoy met the minister in the old town on Friday."
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try read("a.txt", bytes).first?.article?.text == text)
    #expect(try read("a.txt", bytes.dropLast()).first?.article?.text == text.dropLast() + "\u{FFFD}")
    #expect(try read("a.txt", bytes.dropFirst(2)).first?.article?.text == text)
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in text.utf16 { big += [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    big += [0xD8, 0x00]
    #expect(try read("a.txt", big).first?.article?.text == text + "\u{FFFD}")
  }

  @Test func randomBytesNeverCrash() throws {
    var state: UInt64 = 42
    func next() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    let starts = [
      "", "<html><body><p>The ", "<rss><channel><item>", "{\"text\": \"", "[{\"text\": \"The ", "Title: x\n\n",
    ]
    for round in 0..<120 {
      let body = (0..<400).map { _ in
        let byte = next()
        return round % 2 == 0 ? byte : (byte % 95) + 32
      }
      let names = ["a.txt", "a.html", "a.json", "a.jsonl", "a.xml"]
      #expect(try !read(names[round % 5], Array(starts[round % 6].utf8) + body).isEmpty)
    }
  }
}
