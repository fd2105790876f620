import Testing

@testable import Rendering

@Suite struct LabelTextTests {
  @Test func invisibleCharactersGo() {
    #expect(LabelText.clean("a\u{0}b\u{202E}c\r\n\td\u{200B}", limit: 50) == "abc d")
    #expect(LabelText.clean("  \u{7}  ", limit: 50).isEmpty)
    #expect(LabelText.clean("سفیر\u{200C}ها", limit: 50) == "سفیر\u{200C}ها")
  }

  @Test func stackedAccentsAreCut() {
    let towering = "a" + String(repeating: "\u{301}", count: 10_000) + "b"
    #expect(LabelText.clean(towering, limit: 5).unicodeScalars.count < 100)
  }

  @Test func megabyteIsCutBetweenWords() {
    let long = String(repeating: "word ", count: 200_000)
    #expect(LabelText.clean(long, limit: 12) == "word word…")
  }

  @Test func namesAreWrappedInBalance() {
    #expect(LabelText.wrap("Ministry of Foreign Affairs", width: 22, lines: 3) == ["Ministry of", "Foreign Affairs"])
    #expect(LabelText.wrap("Short", width: 22, lines: 3) == ["Short"])
    #expect(LabelText.wrap("", width: 22, lines: 3).isEmpty)
    let many = LabelText.wrap(String(repeating: "several words ", count: 12), width: 20, lines: 3)
    #expect(many.count == 3)
    #expect(many.last?.hasSuffix("…") == true)
  }

  @Test(arguments: [
    ("https://a.example/x?y=1&z=2", "https://a.example/x?y=1&z=2"),
    ("http://a.example/\" onload=\"x", "http://a.example/%22%20onload=%22x"),
    ("HTTPS://a.example/<b>\\'", "HTTPS://a.example/%3Cb%3E%5C%27"),
    ("https://a.example/é", "https://a.example/%C3%A9"),
  ])
  func addressesAreEncoded(_ address: String, _ safe: String) {
    #expect(LinkAddress.safe(address) == safe)
  }

  @Test(arguments: ["javascript:alert(1)", " https://a.example", "data:text/html,x", "", "//a.example", "file:///etc"])
  func otherSchemesAreNoLinks(_ address: String) {
    #expect(LinkAddress.safe(address) == nil)
  }
}
