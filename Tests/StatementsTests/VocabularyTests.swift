import Statements
import Testing

@Suite struct VocabularyTests {
  @Test func everyNameStandsOnce() {
    #expect(RelationDefinition.byName.count == RelationDefinition.vocabulary.count)
    #expect(RelationDefinition.vocabulary.count == 39)
  }

  @Test func symmetricOnesAreThoseOfTheGuidelines() {
    let symmetric = RelationDefinition.vocabulary.filter(\.isSymmetric).map(\.name).sorted()
    #expect(symmetric == ["agreedWith", "cooperatedWith", "met", "negotiatedWith", "relatedTo", "spokeWith"])
  }

  @Test func openPhrasesKeepTheirWords() {
    let relation = Relation.other("sell ship to")
    #expect(relation.rawValue == "other:sell ship to")
    #expect(relation.label == "sell ship to")
    #expect(relation.category == .other && !relation.isSymmetric)
  }
}
