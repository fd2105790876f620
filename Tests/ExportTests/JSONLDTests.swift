import Foundation
import Statements
import Testing

@testable import Export

@Suite struct JSONLDTests {
  private func evidence(_ quote: String) -> Evidence {
    Evidence(
      article: "a 1", part: .text, sentence: 0, quote: quote, span: Span(0, quote.utf8.count), subject: Span(0, 3),
      object: Span(8, 10), relation: [Span(4, 7)], rule: "frame", pipeline: "test", confidence: 0.75)
  }

  private func graph(_ factuality: Factuality, _ polarity: Polarity = .positive, relation: String = "met") -> Subgraph {
    Subgraph(
      entities: [
        Entity(id: "e1", type: .person, name: "Ada \"Ace\" Roe", aliases: ["Roe"], identifiers: ["x": "1"]),
        Entity(id: "e2", type: .organization, name: "Harbour\u{0}Union<script>"),
      ],
      statements: [
        Statement(
          triple: Triple(subject: "e1", relation: Relation(rawValue: relation), object: .node("e2")),
          polarity: polarity, factuality: factuality, attribution: .literal("a clerk"), evidence: evidence("Ada met HU")
        )
      ],
      articles: [
        Subgraph.Source(
          id: "a 1", title: "T", url: "https://example.org/a b?\"<x>", publisher: "P",
          published: PartialDate("2024-05-06"))
      ])
  }

  private func nodes(_ graph: Subgraph) throws -> [[String: Any]] {
    let data = Data(JSONLDExport().write(graph).utf8)
    let document = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(document["@context"] is [String: Any])
    return try #require(document["@graph"] as? [[String: Any]])
  }

  @Test func aFactIsAnEdgeBothWaysWhenSymmetric() throws {
    let found = try nodes(graph(.asserted))
    #expect(found.count == 4)
    #expect(found[0]["met"] as? [String] == ["urn:entente:entity:e2"])
    #expect(found[1]["met"] as? [String] == ["urn:entente:entity:e1"])
    #expect(found[0]["name"] as? String == "Ada \"Ace\" Roe")
  }

  @Test(arguments: [Factuality.planned, .possible, .denied, .reported])
  func whatIsNoFactIsNoEdge(factuality: Factuality) throws {
    let found = try nodes(graph(factuality))
    #expect(found[0]["met"] == nil && found[1]["met"] == nil)
    #expect(found[2]["factuality"] as? String == factuality.rawValue)
  }

  @Test func whatDidNotHappenIsNoEdge() throws {
    #expect(try nodes(graph(.asserted, .negative))[0]["met"] == nil)
  }

  @Test func openRelationsKeepTheirPhrase() throws {
    let found = try nodes(graph(.asserted, relation: "other:sell ship to"))
    #expect(found[0]["other"] as? [String] == ["urn:entente:entity:e2"])
    #expect(found[2]["relationLabel"] as? String == "sell ship to")
  }

  @Test func evidenceAndAddressesAreWhole() throws {
    let found = try nodes(graph(.asserted))
    let evidence = try #require(found[2]["evidence"] as? [String: Any])
    #expect(evidence["source"] as? String == "urn:entente:article:a%201")
    let selectors = try #require(evidence["selector"] as? [[String: Any]])
    #expect(selectors[0]["exact"] as? String == "Ada met HU")
    #expect(selectors[1]["end"] as? Int == 10)
    #expect(found[3]["url"] as? String == "https://example.org/a%20b?%22%3Cx%3E")
  }

  @Test func nothingFromAnArticleCanCloseAScript() {
    #expect(!JSONLDExport().write(graph(.asserted)).contains("<script"))
  }
}
