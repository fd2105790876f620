import Statements
import Testing

@testable import Resolution

@Suite struct LinkerTests {
  private func person(
    _ name: String, _ article: String, roles: [String] = [], with neighbours: [String] = [], in places: [String] = [],
    aliases: [String] = []
  ) -> LinkInput {
    input(name, .person, article, roles: roles, with: neighbours, in: places, aliases: aliases)
  }

  private func input(
    _ name: String, _ type: EntityType, _ article: String, roles: [String] = [], with neighbours: [String] = [],
    in places: [String] = [], aliases: [String] = [], setting: String? = nil, code: String? = nil
  ) -> LinkInput {
    LinkInput(
      entity: Entity(
        id: ContentHash.identifier("e", [article, name, type.rawValue]), type: type, name: name, aliases: aliases,
        identifiers: code.map { ["iso3166": $0] } ?? [:]),
      article: article, roles: roles, neighbours: neighbours.sorted(), places: places.sorted(), setting: setting)
  }

  /// Clusters as sorted lists of `name@article`, sorted.
  private func clusters(_ inputs: [LinkInput], _ decisions: [Judgement] = []) -> [[String]] {
    let label = Dictionary(
      inputs.map { ($0.entity.id, "\($0.entity.name)@\($0.article)") }, uniquingKeysWith: { a, _ in a })
    return Linker().link(inputs, decisions: decisions).clusters.map { $0.members.compactMap { label[$0] }.sorted() }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test func sameNamesAndSpellingsMerge() {
    #expect(
      clusters([
        person("Svetlana Kazhinskaya", "1"), person("Svetlana Kazhinskaya", "2"),
        person("Svetlana Kažinskaja", "3"), person("Mohammed al-Tarif", "1"), person("Muhammad Al Tarif", "2"),
        person("Bill Ashgrove", "1"), person("William Ashgrove", "2"),
      ]) == [
        ["Bill Ashgrove@1", "William Ashgrove@2"], ["Mohammed al-Tarif@1", "Muhammad Al Tarif@2"],
        ["Svetlana Kazhinskaya@1", "Svetlana Kazhinskaya@2", "Svetlana Kažinskaja@3"],
      ])
  }

  @Test func differentGivenNamesStayApart() {
    #expect(
      clusters([
        person("John Ashgrove", "1"), person("Jane Ashgrove", "2"), person("Daniela Moor", "1"),
        person("Daniel Moor", "2"),
      ])
      .count == 4)
  }

  @Test func homonymsAreToldApartByRoleAndPlace() {
    #expect(
      clusters([
        person("Paul Moor", "1", roles: ["striker"], with: ["greenmoss fc"]),
        person("Paul Moor", "2", roles: ["finance minister"], with: ["ana lind"]),
        person("Paul Moor", "3", roles: ["goalkeeper", "striker"], with: ["greenmoss fc"]),
        person("Vera Hall", "1", roles: ["governor"], in: ["US-TX"]),
        person("Vera Hall", "2", roles: ["mayor"], in: ["US-OH"]),
      ]) == [["Paul Moor@1", "Paul Moor@3"], ["Paul Moor@2"], ["Vera Hall@1"], ["Vera Hall@2"]])
  }

  @Test func aChangedOfficeIsNoContradiction() {
    #expect(
      clusters([
        person("Ana Lind", "1", roles: ["foreign minister"], in: ["NO"]),
        person("Ana Lind", "2", roles: ["prime minister"], in: ["NO"]),
      ]).count == 1)
  }

  @Test func aFamilyNameAloneNeedsCompany() {
    #expect(
      clusters([
        person("Ana Lind", "1", with: ["piet moor"]), person("Lind", "2", with: ["piet moor"]),
        person("Lind", "3", with: ["vera hall"]),
      ]) == [["Ana Lind@1", "Lind@2"], ["Lind@3"]])
  }

  @Test func acronymsThatAnArticleExplains() {
    #expect(
      clusters([
        input("Marsh Frog Union", .organization, "1", aliases: ["MFU"]), input("MFU", .organization, "2"),
      ]).count == 1)
  }

  @Test func plainNamesBelongToTheirCountry() {
    #expect(
      clusters([
        input("Parliament", .organization, "1", setting: "NO"), input("Parliament", .organization, "2", setting: "NO"),
        input("Parliament", .organization, "3", setting: "FI"),
      ]) == [["Parliament@1", "Parliament@2"], ["Parliament@3"]])
  }

  @Test func adjectivesOfUnknownPlacesJoinThem() {
    let company = ["ana lind", "piet moor"]
    #expect(
      clusters([
        input("Sylvania Minor", .place, "1", with: company), input("Ruvania", .place, "1", with: company),
        input("Ruvanian", .place, "2", with: company), input("Ruvanian", .place, "3", with: ["cy dor"]),
      ]).contains(["Ruvania@1", "Ruvanian@2", "Ruvanian@3"]))
    #expect(
      clusters([
        input("Ruvania", .place, "1", with: company), input("Ruvanian", .place, "3", with: ["cy dor"]),
      ]).count == 2, "without common company nothing says so")
  }

  @Test func countriesMergeByCode() {
    #expect(
      clusters([
        input("Norway", .place, "1", code: "NO"), input("Norway", .place, "2", code: "NO"),
        input("Georgia", .place, "1", code: "GE"), input("Georgia", .place, "2"),
      ]).count == 3)
  }

  @Test func aPersonsWordBeatsTheMachine() {
    let inputs = [person("Ana Lind", "1"), person("Ana Lind", "2"), person("A. Holm", "3")]
    func decision(_ a: Int, _ b: Int, _ verdict: Judgement.Verdict) -> Judgement {
      Judgement(
        left: inputs[a].entity.id, right: inputs[b].entity.id, verdict: verdict, score: 1, reason: "known",
        author: .person("editor"), date: PartialDate("2024-01-02"))
    }
    #expect(clusters(inputs, [decision(0, 1, .different)]).count == 3)
    #expect(clusters(inputs, [decision(0, 2, .same)]).count == 1)
    #expect(
      clusters(inputs, [decision(0, 2, .same), decision(1, 2, .different)])
        == [["A. Holm@3", "Ana Lind@1"], ["Ana Lind@2"]])
  }

  @Test func orderAndUnrelatedArticlesChangeNothing() {
    var inputs = [
      person("Ana Lind", "1", with: ["piet moor"]), person("Ana Lind", "2", roles: ["mayor"]),
      person("Lind", "3", with: ["piet moor"]), input("Greenmoss", .organization, "1"),
      input("Greenmoss", .organization, "4"),
    ]
    let linking = Linker().link(inputs)
    #expect(Linker().link(inputs.reversed()) == linking)
    inputs.append(person("Vera Hall", "9"))
    let more = Linker().link(inputs)
    #expect(linking.clusters.allSatisfy(more.clusters.contains))
    #expect(linking.clusterOf.allSatisfy { more.clusterOf[$0.key] == $0.value })
    #expect(linking.clusters.allSatisfy { cluster in cluster.members.contains(cluster.entity.id) })
  }

  @Test func everyMergeHasAJudgement() {
    let inputs = [person("Ana Lind", "1"), person("Ana Lind", "2"), person("Ana Lind", "3")]
    let linking = Linker().link(inputs)
    #expect(linking.judgements.filter { $0.verdict == .same }.count == 2)
    #expect(linking.judgements.allSatisfy { !$0.reason.isEmpty })
  }

  @Test func manyEntitiesInLittleTime() {
    var inputs: [LinkInput] = []
    let given = ["Ana", "Piet", "Vera", "Paul", "Lucía", "Omar", "Nils", "Ida", "Rosa", "Jens"]
    for article in 0..<400 {
      for k in 0..<10 {
        let family = "Lo" + String(repeating: "k", count: (article + k) % 3) + "ma" + String(article % 97) + "r"
        inputs.append(person("\(given[k]) \(family)", String(article), with: ["body \(article % 50)"]))
      }
    }
    let clock = ContinuousClock()
    let took = clock.measure { #expect(Linker().link(inputs).clusters.count > 100) }
    #expect(took < .seconds(20))
  }
}
