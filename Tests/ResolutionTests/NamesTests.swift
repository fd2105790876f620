import Statements
import Testing

@testable import Resolution

@Suite struct NamesTests {
  private let gazetteer = Gazetteer.standard

  private func name(_ text: String) -> PersonName { PersonName(words: NameText.words(text), gazetteer: gazetteer) }

  @Test(arguments: [
    ("J. R. Moor", "John Robert Moor", true), ("Ana Lind", "Ana María Lind", true), ("Ana Lind", "Ina Lind", false),
    ("Omar al-Tarif", "Omar Tarif", true), ("Paul Moor Jr.", "Paul Moor Sr.", false),
    ("Kim Soo-jin", "Soo-jin Kim", true),
    ("Robert Hall", "Bob Hall", true), ("Robert Hall", "Rose Hall", false), ("Ana Lind Holm", "Ana Lind", true),
    ("Yevgeny Morozov", "Evgeny Morozov", true), ("Piet Moor", "Piet Mohr", false),
  ])
  func fullNames(_ a: String, _ b: String, _ same: Bool) {
    #expect(name(a).matchesFully(name(b), gazetteer: gazetteer) == same)
    #expect(name(b).matchesFully(name(a), gazetteer: gazetteer) == same)
  }

  @Test(arguments: [
    ("Tarasevich", "Tarasievich"), ("Zelenko", "Zelenkko"), ("Hodorkin", "Hodorkine"), ("Morozov", "Morosov"),
  ])
  func spellings(_ a: String, _ b: String) {
    #expect(PersonName.areSpellings(NameText.fold(a), NameText.fold(b)))
  }

  @Test func folding() {
    #expect(NameText.words("The Łódź-Oslo Société’s") == ["lodz", "oslo", "societe"])
    #expect(NameText.key("U.S.") == "us")
    #expect(NameText.clean("the “Marsh Frog’s”") == "Marsh Frog")
    #expect(NameText.isAcronym("U.N.") && NameText.isAcronym("PG&E") && !NameText.isAcronym("Oslo"))
  }

  @Test func bags() {
    func bag(_ text: String) -> [String] {
      BodyName(text: text, words: NameText.words(text), gazetteer: gazetteer).bag
    }
    #expect(bag("United States Department of Ponds") == bag("U.S. Ponds Department"))
    #expect(bag("Government of Norway") == bag("Norwegian government"))
    #expect(bag("Help us Trust") == ["help", "trust", "us"])
  }

  @Test func distance() {
    #expect(SpellingDistance.between("kitten", "kitten", limit: 0) == 0)
    #expect(SpellingDistance.between("moor", "mroo", limit: 2) == 2)
    #expect(SpellingDistance.between("lindholm", "lindhlom", limit: 1) == 1)
    #expect(SpellingDistance.between("", "abc", limit: 2) == nil)
    #expect(SpellingDistance.between("", "ab", limit: 2) == 2)
  }

  /// The tables are sorted, bear their licence, and know what they should.
  @Test func gazetteers() {
    for bytes in [
      PackageResources.countries_tsv, PackageResources.honorifics_tsv, PackageResources.kinds_tsv,
      PackageResources.nicknames_tsv, PackageResources.representatives_tsv, PackageResources.states_tsv,
    ] {
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      #expect(lines.first?.contains("CC0") == true)
      let rows = lines.filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t")[0] }
      #expect(rows == rows.sorted())
      #expect(Set(rows).count == rows.count)
    }
    #expect(gazetteer.countries.count > 200)
    #expect(gazetteer.countryWords["swedes"]?.country == gazetteer.countryWords["sweden"]?.country)
    #expect(gazetteer.representatives["government"]?.contains([.body, .organ]) == true)
  }
}
