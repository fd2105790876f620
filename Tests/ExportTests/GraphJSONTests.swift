import Foundation
import Statements
import Testing

@testable import Export

@Suite struct GraphJSONTests {
  private struct Reading: Decodable {
    struct Statement: Decodable {
      struct Evidence: Decodable {
        let id: String
        let subject: [Int]
        let object: [Int]
      }
      let subject: String
      let object: String
      let evidence: [Evidence]
    }
    let id: String
    let entities: [[String: JSONIgnored]]
    let statements: [Statement]
  }

  private struct JSONIgnored: Decodable {
    init(from decoder: any Decoder) {}
  }

  /// Two articles that say the same, one of them the other way round, and one that says something else.
  private var graph: Subgraph {
    func met(_ subject: String, _ object: String, _ article: String, _ factuality: Factuality = .asserted)
      -> Statement<Entity.ID>
    {
      Statement(
        triple: Triple(subject: subject, relation: Relation(rawValue: "met"), object: .node(object)),
        factuality: factuality, evidence: Samples.evidence("Ada met HU", article: article))
    }
    return Subgraph(
      entities: [Entity(id: "e1", type: .person, name: "Ada"), Entity(id: "e2", type: .person, name: "Bo")],
      statements: [met("e2", "e1", "b"), met("e1", "e2", "a"), met("e1", "e2", "c", .planned)],
      articles: [])
  }

  @Test(arguments: [false, true])
  func whatIsSaidTwiceStandsOnceWithBothPassages(isIndented: Bool) throws {
    let text = try GraphJSON(id: "x\"", isIndented: isIndented).text(of: graph)
    #expect(text.contains("\n  ") == isIndented && text.hasSuffix("\n") == isIndented)
    let read = try JSONDecoder().decode(Reading.self, from: Data(text.utf8))
    #expect(read.id == "x\"" && read.entities.count == 2)
    #expect(read.statements.map(\.evidence.count) == [2, 1])
    #expect(read.statements.map(\.subject) == ["e1", "e1"])
    let turned = read.statements[0].evidence[1]
    #expect(turned.subject == [8, 10] && turned.object == [0, 3], "the spans go with their nodes")
  }

  @Test func anEmptyGraphIsAnEmptyObject() throws {
    let empty = Subgraph(entities: [], statements: [], articles: [])
    #expect(
      try GraphJSON(id: "g", isIndented: true).text(of: empty)
        == "{\n  \"id\": \"g\",\n  \"articles\": [],\n  \"entities\": [],\n  \"statements\": []\n}\n")
  }
}
