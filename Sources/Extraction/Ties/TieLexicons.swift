import Statements

/// The open word classes that the tie rules read, from the tables in `Lexicons/`.
///
/// Loaded once; lookups are by lower-cased words joined by one blank, hyphens without blanks (`vice-president`).
struct TieLexicons: Sendable {
  static let shared = TieLexicons()

  /// What an office or occupation says of the body that it is held in.
  struct Title: Sendable {
    enum Body: String, Sendable {
      case country, region, city, organization, legislature, court, police, any
    }

    let words: String
    /// The holder's tie to the body; nil where an office says none ("general").
    let tie: Relation?
    let body: Body
    /// The kind of body that is meant where none is named ("the Prime Minister"); nil: none may be assumed.
    let implied: Body?
    /// The countries that have an office of this name, where only some do; empty where any may.
    let countries: Set<String>
  }

  let titles: [String: Title]
  /// Longest title, in tokens as written (a hyphen is one).
  let longestTitle: Int
  /// Head nouns of bodies: `partOf` for organs of a state or body, `locatedIn` for the rest.
  let groups: [String: Relation]
  let kinship: Set<String>
  /// Adjectives, inhabitants and names, lower-cased, to the country's plain name.
  let countries: [String: String]
  /// For each country, the heads of government or state that it has not: "president" in a monarchy.
  let absentOffices: [String: Set<String>]
  /// Capitals, lower-cased, to the country's plain name.
  let capitals: [String: String]
  /// The names among them ("france", "uk"), without adjectives.
  let countryNames: Set<String>

  private init() {
    var titles: [String: Title] = [:]
    var longest = 1
    for row in Self.rows(PackageResources.titles_tsv) where row.count >= 4 {
      let tie = row[1] == "none" ? nil : Relation(rawValue: row[1])
      titles[row[0]] = Title(
        words: row[0], tie: tie, body: Title.Body(rawValue: row[2]) ?? .any, implied: Title.Body(rawValue: row[3]),
        countries: row.count > 5 ? Set(row[5].split(separator: ",").map(String.init)) : [])
      longest = max(longest, row[0].split { $0 == " " || $0 == "-" }.count + row[0].filter { $0 == "-" }.count)
    }
    self.titles = titles
    longestTitle = longest
    groups = Dictionary(
      Self.rows(PackageResources.groups_tsv).filter { $0.count >= 2 }.map { ($0[0], Relation(rawValue: $0[1])) },
      uniquingKeysWith: { first, _ in first })
    kinship = Set(Self.rows(PackageResources.kinship_tsv).map { $0[0] })
    var countries: [String: String] = [:]
    var names: Set<String> = []
    for row in Self.rows(PackageResources.nationalities_tsv) where row.count >= 4 {
      for (column, cell) in row.enumerated() where column != 2 && cell != "-" {
        for form in cell.split(separator: ",") {
          let key = form.lowercased()
          if countries[key] == nil { countries[key] = row[0] }
          if column != 1 { names.insert(key) }
        }
      }
    }
    self.countries = countries
    countryNames = names
    capitals = Dictionary(
      Self.rows(PackageResources.nationalities_tsv).filter { $0.count >= 3 && $0[2] != "-" }.flatMap { row in
        row[2].split(separator: ",").map { ($0.lowercased(), row[0]) }
      }, uniquingKeysWith: { first, _ in first })
    absentOffices = Dictionary(
      Self.rows(PackageResources.nationalities_tsv).filter { $0.count >= 5 && $0[4] != "-" }.map {
        ($0[0], Set($0[4].split(separator: ",").map(String.init)))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The cells of a table's rows; comment lines and empty ones are passed over.
  private static func rows(_ bytes: [UInt8]) -> [[String]] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The title that words spell, in the singular or the plural of their first or last word.
  func title(_ words: [String]) -> Title? {
    func find(_ words: [String]) -> Title? {
      let joined = words.joined(separator: " ")
      return titles[joined.replacing(" - ", with: "-")] ?? titles[joined.replacing(" - ", with: " ")]
    }
    if let found = find(words) { return found }
    for i in [words.count - 1, 0] where words.indices.contains(i) {
      for singular in Self.singulars(words[i]) {
        var other = words
        other[i] = singular
        if let found = find(other) { return found }
      }
    }
    return nil
  }

  /// What a plural may be the plural of.
  static func singulars(_ word: String) -> [String] {
    var out: [String] = []
    if word.hasSuffix("men") { out.append(String(word.dropLast(2)) + "an") }
    if word.hasSuffix("ies") { out.append(String(word.dropLast(3)) + "y") }
    if word.hasSuffix("es") { out.append(String(word.dropLast(2))) }
    if word.hasSuffix("s"), !word.hasSuffix("ss") { out.append(String(word.dropLast(1))) }
    if word == "wives" { out.append("wife") }
    if word == "children" { out.append("child") }
    return out
  }
}
