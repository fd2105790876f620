import Foundation
import Statements
import Testing

@testable import Export

@Suite struct JSONLDTests {
  /// The document's nodes by the last part of their identifier.
  private func nodes(_ graph: Subgraph, _ options: ExportOptions = ExportOptions()) throws -> [String: [String: Any]] {
    let data = Data(try JSONLDExport(options).text(of: graph).utf8)
    let document = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(document["@context"] is [String: Any])
    let nodes = try #require(document["@graph"] as? [[String: Any]])
    return Dictionary(
      nodes.map { node in (((node["id"] as? String) ?? "").components(separatedBy: "entente:").last ?? "", node) },
      uniquingKeysWith: { first, _ in first })
  }

  private func statement(_ nodes: [String: [String: Any]]) throws -> [String: Any] {
    try #require(nodes.first { $0.key.hasPrefix("statement:") }?.value)
  }

  @Test func aFactIsAnEdgeBothWaysWhenSymmetric() throws {
    let found = try nodes(Samples.graph(.asserted))
    #expect(found["entity:e1"]?["met"] as? [String] == ["urn:entente:entity:e2"])
    #expect(found["entity:e2"]?["met"] as? [String] == ["urn:entente:entity:e1"])
    #expect(found["entity:e1"]?["name"] as? String == "Ada \"Ace\" Roe")
    #expect(found["entity:e1"]?["sameAs"] as? [String] == ["http://www.wikidata.org/entity/Q1"])
  }

  @Test(arguments: [Factuality.planned, .possible, .denied, .reported])
  func whatIsNoFactIsNoEdge(factuality: Factuality) throws {
    let found = try nodes(Samples.graph(factuality))
    #expect(found["entity:e1"]?["met"] == nil && found["entity:e2"]?["met"] == nil)
    #expect(try statement(found)["factuality"] as? String == factuality.rawValue)
    #expect(found["event:v1"]?["factuality"] as? String == factuality.rawValue)
  }

  @Test func whatDidNotHappenIsNoEdge() throws {
    #expect(try nodes(Samples.graph(.asserted, .negative))["entity:e1"]?["met"] == nil)
  }

  @Test func openRelationsKeepTheirPhrase() throws {
    let found = try nodes(Samples.graph(.asserted, relation: "other:sell ship to"))
    #expect(found["entity:e1"]?["other"] as? [String] == ["urn:entente:entity:e2"])
    #expect(try statement(found)["relationLabel"] as? String == "sell ship to")
  }

  @Test func evidenceAndAddressesAreWhole() throws {
    let found = try nodes(Samples.graph(.asserted))
    let evidence = try #require(try statement(found)["evidence"] as? [String: Any])
    #expect(evidence["source"] as? String == "urn:entente:article:a%201")
    let selectors = try #require(evidence["selector"] as? [[String: Any]])
    #expect(selectors[0]["exact"] as? String == "Ada met HU")
    #expect(selectors[1]["end"] as? Int == 10)
    #expect(found["article:a%201"]?["url"] as? String == "https://example.org/a%20b?%22%3Cx%3E")
    let publisher = try #require(found["article:a%201"]?["publisher"] as? [String: Any])
    #expect(publisher["name"] as? String == "P")
  }

  @Test func datesAreAsPreciseAsTheText() throws {
    let found = try statement(try nodes(Samples.graph(.asserted, time: "2019/2020-07-01")))
    let begin = try #require(found["begin"] as? [String: String])
    #expect(begin == ["@value": "2019", "@type": "xsd:gYear"])
    #expect(found["until"] as? String == "2020-07-01")
  }

  @Test func anOfficeIsAMembershipWithItsTime() throws {
    let graph = Samples.graph(.asserted, relation: "holdsRole", object: .literal("treasurer"), time: "2019-07/")
    let membership = try #require(try nodes(graph).first { $0.key.hasPrefix("membership:") }?.value)
    #expect((membership["role"] as? [String: Any])?["name"] as? String == "treasurer")
    let during = try #require(membership["memberDuring"] as? [String: Any])
    #expect((during["hasBeginning"] as? [String: Any])?["inXSDgYearMonth"] as? String == "2019-07")
    #expect(during["hasEnd"] == nil)
    #expect(
      try nodes(Samples.graph(.reported, relation: "leads")).allSatisfy { !$0.key.hasPrefix("membership:") })
  }

  @Test func partsAreLeftOutOnRequest() throws {
    var options = ExportOptions()
    options.parts = []
    let found = try nodes(Samples.graph(.asserted), options)
    #expect(found.keys.sorted() == ["article:a%201", "entity:e1", "entity:e2"])
    #expect(found["entity:e1"]?["met"] == nil)
    options.parts = [.statements]
    #expect(try statement(try nodes(Samples.graph(.asserted), options))["evidence"] == nil)
  }

  @Test func nothingFromAnArticleCanCloseAScript() throws {
    #expect(!(try JSONLDExport().text(of: Samples.graph(.asserted)).contains("<script")))
    #expect(!(try JSONLDLinesExport().text(of: Samples.graph(.asserted)).contains("<script")))
  }

  @Test func everyLineOfLinesIsADocument() throws {
    let lines = try JSONLDLinesExport().text(of: Samples.graph(.asserted)).split(separator: "\n")
    for line in lines {
      let node = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(node["@id"] is String && node["@context"] == nil)
    }
    #expect(lines.count == 6)
  }
}
