import Statements
import Testing

@testable import Export

@Suite struct RDFTextTests {
  @Test func addressesOfTheWebBecomeIRIs() {
    #expect(RDFText.address("https://a.example/x?y=1&z=ü#ü") == "https://a.example/x?y=1&z=%C3%BC#%C3%BC")
    #expect(RDFText.address("HTTP://a.example") == "http://a.example")
    #expect(RDFText.address("https://a.example/%zz%41[1]#a#b") == "https://a.example/%25zz%41%5B1%5D#a%23b")
    #expect(RDFText.address("https://a.example/a\nb") == "https://a.example/a%0Ab")
    for other in ["javascript:alert(1)", "https://", "https://a b/", "https://[x", "https://a:port/", "x", "", "//a/b"]
    {
      #expect(RDFText.address(other) == nil, "\(other)")
    }
  }

  @Test func confidenceIsADecimal() {
    let numbers = [0, 1, 0.5, 0.123456, 0.00001, 0.99999, .nan, 7].map { RDFText.decimal($0) }
    #expect(numbers == ["0.0", "1.0", "0.5", "0.1235", "0.0", "1.0", "0.0", "1.0"])
  }

  @Test func literalsHoldEverything() {
    #expect(RDFText.literal.text("a\"b\\c\nd\u{0}é\u{202E}\u{85}”\u{FFFE}") == #"a\"b\\c\nd\u0000é\u202E\u0085”\uFFFE"#)
    #expect(RDFText.literal.text("") == "")
    #expect(RDFText.encoded("a 1/é") == "a%201%2F%C3%A9")
  }

  @Test func onlyBeginningsOfAddressesArePrefixes() {
    for good in ["urn:entente:", "https://example.org/id/", "https://example.org/terms#"] {
      #expect(ExportOptions.isPrefix(good))
    }
    for bad in ["", "terms", "https://x/ y", "https://x/<", "a#b#", "é:x"] { #expect(!ExportOptions.isPrefix(bad)) }
  }

  @Test func aSinkHandsOverBlocks() throws {
    var blocks: [[UInt8]] = []
    let sink = TextSink(blockSize: 4) { blocks.append($0) }
    for word in ["ab", "cd", "e"] { try sink.write(word) }
    #expect(blocks.count == 1)
    try sink.finish()
    #expect(String(decoding: blocks.joined(), as: UTF8.self) == "abcde")
  }
}
