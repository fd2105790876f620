import Statements
import Testing

@Suite struct SurroundingsTests {
  @Test func endsAreCutBetweenCharacters() {
    let text = Array("„Grüße“, sagte Orsova".utf8)
    for cut in 0...text.count {
      let found = Surroundings(before: text[cut...], after: text[..<cut])
      #expect(!found.before.contains("\u{FFFD}") && !found.after.contains("\u{FFFD}"), "\(cut)")
      #expect("„Grüße“, sagte Orsova".hasSuffix(found.before) && "„Grüße“, sagte Orsova".hasPrefix(found.after))
    }
  }

  @Test func theyAreShort() {
    let text = Array(String(repeating: "ü", count: 100).utf8)
    let found = Surroundings(before: text[...], after: text[...])
    #expect(found.before.count == Surroundings.length && found.after.count == Surroundings.length)
    let none = Surroundings(of: Span(0, text.count), in: text)
    #expect(none.before.isEmpty && none.after.isEmpty)
  }

  @Test func theyEndWhereTheTextEnds() {
    let found = Surroundings(of: Span(8, 17), in: Array("Orsova, „Grüße“, sagte".utf8))
    #expect(found.before == "Orsova, " && found.after == "e“, sagte")
    let beyond = Surroundings(of: Span(40, 50), in: Array("Orsova".utf8))
    #expect(beyond.before == "Orsova" && beyond.after.isEmpty)
  }
}
