import Statements

/// What the gazetteers say: countries, titles, nouns for offices and bodies, short forms of given names.
///
/// Read once from the tables embedded in the binary; every look-up is by folded words (``NameText``).
struct Gazetteer: Sendable {
  struct Country: Sendable {
    let code: String
    let type: EntityType
    let name: String
  }

  /// What a word or phrase has to do with a country.
  enum CountryWord: Hashable, Sendable {
    case name(Int)
    /// An adjective or an inhabitant.
    case adjective(Int)

    var country: Int {
      switch self {
      case .name(let i), .adjective(let i): i
      }
    }
  }

  struct RepresentativeKinds: OptionSet, Hashable, Sendable {
    let rawValue: Int
    /// A person may hold it: "minister".
    static let office = RepresentativeKinds(rawValue: 1)
    /// Unnamed, it stands for its country or body: "delegation".
    static let folds = RepresentativeKinds(rawValue: 2)
    /// The same, armed: "troops".
    static let force = RepresentativeKinds(rawValue: 4)
    /// An organization of its own where it is named as such: "government".
    static let body = RepresentativeKinds(rawValue: 8)
    /// A body of its state or town: "parliament".
    static let organ = RepresentativeKinds(rawValue: 16)
  }

  let countries: [Country]
  let countryWords: [String: CountryWord]
  /// Seats of government, by folded name.
  let seats: [String: Int]
  /// The longest country phrase, in words.
  let longestCountry: Int
  /// States of the United States: folded name or abbreviation → postal code.
  let states: [String: String]
  /// Titles that stand before a name; the value tells the gender where the title does.
  let honorifics: [String: String]
  let representatives: [String: RepresentativeKinds]
  /// Fields of life that an office belongs to.
  let fields: [String: [String]]
  /// What kind of thing a name with this head noun names.
  let kinds: [String: EntityType]
  /// For each given name or short form, the names it may stand for.
  let givenNames: [String: Set<String>]
  let genders: [String: String]

  static let standard = Gazetteer(
    countries: PackageResources.countries_tsv, states: PackageResources.states_tsv,
    honorifics: PackageResources.honorifics_tsv, representatives: PackageResources.representatives_tsv,
    kinds: PackageResources.kinds_tsv, nicknames: PackageResources.nicknames_tsv)

  init(
    countries: [UInt8], states: [UInt8], honorifics: [UInt8], representatives: [UInt8], kinds: [UInt8],
    nicknames: [UInt8]
  ) {
    var list: [Country] = []
    var words: [String: CountryWord] = [:]
    var seats: [String: Int] = [:]
    for row in Self.rows(countries) where row.count > 5 {
      let index = list.count
      list.append(Country(code: row[0], type: EntityType(rawValue: row[1]) ?? .place, name: row[2]))
      for name in [row[2]] + Self.list(row[3]) { words[NameText.key(name)] = .name(index) }
      for word in Self.list(row[4]) {
        let key = NameText.key(word)
        if words[key] == nil { words[key] = .adjective(index) }
        let plural = key.hasSuffix("s") ? key : key + "s"
        if words[plural] == nil { words[plural] = .adjective(index) }
      }
      for seat in Self.list(row[5]) { seats[NameText.key(seat)] = index }
    }
    self.countries = list
    countryWords = words
    self.seats = seats
    longestCountry = words.keys.map { $0.split(separator: " ").count }.max() ?? 1

    var stateCodes: [String: String] = [:]
    for row in Self.rows(states) where row.count > 2 {
      for name in [row[1]] + Self.list(row[2]) { stateCodes[NameText.key(name)] = row[0] }
    }
    self.states = stateCodes
    self.honorifics = Dictionary(
      Self.rows(honorifics).map { (NameText.key($0[0]), $0.count > 1 ? $0[1] : "") }, uniquingKeysWith: { a, _ in a })

    var kindsOf: [String: RepresentativeKinds] = [:]
    var fieldsOf: [String: [String]] = [:]
    for row in Self.rows(representatives) where row.count > 1 {
      let key = NameText.key(row[0])
      for kind in Self.list(row[1]) {
        let option: RepresentativeKinds? =
          switch kind {
          case "office": .office
          case "folds": .folds
          case "force": .force
          case "body": .body
          case "organ": .organ
          default: nil
          }
        if let option { kindsOf[key, default: []].insert(option) }
      }
      if row.count > 2, !row[2].isEmpty { fieldsOf[key] = Self.list(row[2]) }
    }
    self.representatives = kindsOf
    fields = fieldsOf
    self.kinds = Dictionary(
      Self.rows(kinds).compactMap { row in
        row.count > 1 ? EntityType(rawValue: row[1]).map { (NameText.key(row[0]), $0) } : nil
      }, uniquingKeysWith: { a, _ in a })

    var given: [String: Set<String>] = [:]
    var genders: [String: String] = [:]
    for row in Self.rows(nicknames) where row.count > 2 {
      let name = NameText.key(row[0])
      genders[name] = row[1]
      for form in [row[0]] + Self.list(row[2]) { given[NameText.key(form), default: []].insert(name) }
    }
    givenNames = given
    self.genders = genders
  }

  /// The fields of each line that is neither a comment nor empty.
  private static func rows(_ bytes: [UInt8]) -> [[String]] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func list(_ field: String) -> [String] { field.split(separator: ";").map(String.init) }

  /// Whether a head word, singular or plural, names a body of a state or town.
  func isOrgan(_ head: String) -> Bool {
    let one = head.hasSuffix("s") ? String(head.dropLast()) : head
    return (representatives[head] ?? representatives[one] ?? []).contains(.organ)
  }

  /// Whether two given names may be one: equal, an initial of the other, or forms of one name.
  func mayBeOneGivenName(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    if a.count == 1 || b.count == 1 { return a.first == b.first }
    if let x = givenNames[a], let y = givenNames[b], !x.isDisjoint(with: y) { return true }
    return PersonName.areSpellings(a, b)
  }
}
