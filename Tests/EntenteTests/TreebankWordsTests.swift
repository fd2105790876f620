import Testing

@testable import Entente

@Suite struct TreebankWordsTests {
  @Test func bracketsAndQuotationMarksAreReadAsTextsHaveThemAndKept() {
    let marked = TreebankWords("Roe -LRB- 1861 -RRB- said `` yes ''")
    #expect(marked.words == ["Roe", "(", "1861", ")", "said", "“", "yes", "”"])
    #expect(marked.words.map(marked.restored) == ["Roe", "-LRB-", "1861", "-RRB-", "said", "``", "yes", "''"])
    let plain = TreebankWords("Roe ( 1861 )")
    #expect(plain.words.map(plain.restored) == ["Roe", "(", "1861", ")"])
  }
}
