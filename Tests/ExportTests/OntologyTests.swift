import Foundation
import Statements
import Testing

@testable import Export

/// The files in `Ontology` are what the table of relations makes of itself; `make ontology` writes them again.
@Suite struct OntologyTests {
  private func committed(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "Ontology/\(name)"), encoding: .utf8)
  }

  @Test func committedFilesAreUpToDate() throws {
    #expect(try committed("entente.ttl") == Ontology().text)
    #expect(try committed("shapes.ttl") == Ontology().shapes)
  }

  @Test func everyRelationHasItsInverseAndItsMatches() {
    let text = Ontology().text
    for relation in RelationDefinition.vocabulary {
      #expect(text.contains("\nentente:\(relation.name) a owl:"))
      if let inverse = relation.inverseName {
        #expect(text.contains("\nentente:\(inverse) a owl:ObjectProperty"))
      } else {
        #expect(relation.isSymmetric || relation.range.isEmpty, "\(relation.name) has no inverse")
      }
    }
    let inverses = RelationDefinition.vocabulary.compactMap(\.inverseName)
    #expect(Set(inverses + RelationDefinition.vocabulary.map(\.name)).count == inverses.count + 39)
    #expect(text.contains("entente:killedBy a owl:ObjectProperty ;\n  rdfs:label \"was killed by\"@en"))
    #expect(text.contains("skos:closeMatch wdt:P157"))
  }

  @Test func anotherVocabularyIsFollowed() {
    let text = Ontology(ExportOptions(vocabulary: "https://example.org/terms#")).text
    #expect(text.contains("@prefix entente: <https://example.org/terms#> ."))
    #expect(text.contains("\n<https://example.org/terms> a owl:Ontology"))
  }

  /// Terms are keys of one JSON object and must not mean two things.
  @Test func everyTermOfTheContextStandsOnce() {
    let terms = RDFProperty.all.map(\.term)
    #expect(Set(terms).count == terms.count)
    #expect(Set(RDFProperty.all.map(\.name)).count == terms.count)
  }
}
