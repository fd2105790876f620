import Statements

/// The names of one article, gathered into things: which spellings and shortenings mean the same.
///
/// Every distinct name (folded words, and whether a person bears it) is a *surface*; rules join surfaces, each join with
/// its reason. Persons are joined in ``PersonMatcher``, all else in ``BodyMatcher``.
struct NameClusters {
  /// One distinct name.
  struct Surface {
    let words: [String]
    let isPerson: Bool
    /// The country whose name, adjective or seat this is.
    let country: Int?
    /// The gender that an honorific tells, where surfaces are kept apart by it.
    let gender: String?
    /// Indices of `names`, in order.
    var uses: [Int] = []
    var types: [EntityType: Int] = [:]

    /// The type that most uses have; ties go to the order of declaration.
    var type: EntityType {
      EntityType.allCases.filter { types[$0] != nil }.max { (types[$0] ?? 0) < (types[$1] ?? 0) } ?? .other
    }
  }

  let names: [NameMention]
  private(set) var surfaces: [Surface] = []
  /// For each name, its surface.
  private(set) var surfaceOf: [Int] = []
  private(set) var judgements: [Judgement] = []
  private var parent: [Int] = []

  init(names: [NameMention], sentences: [Sentence], gazetteer: Gazetteer) {
    self.names = names
    let countries = CountryReader(names: names, gazetteer: gazetteer)
    let people = PersonTypes(names: names, sentences: sentences, gazetteer: gazetteer)
    var index: [String: Int] = [:]
    let genders = Self.conflictingGenders(names)
    for (n, name) in names.enumerated() {
      let sentence = sentences[name.sentence]
      let country = countries.country(of: name, in: sentence)
      let isMistaken = name.type == .person && countries.isSeat(name)
      let isPerson = country == nil && !isMistaken && people.isPerson(name)
      let gender = isPerson && genders.contains(name.words.joined(separator: " ")) ? name.gender : nil
      let words = country == nil ? name.words : ["@" + gazetteer.countries[country ?? 0].code]
      let key = words.joined(separator: " ") + (isPerson ? "|p" : "|o") + (gender ?? "")
      let s = index[key] ?? surfaces.count
      if s == surfaces.count {
        index[key] = s
        surfaces.append(Surface(words: words, isPerson: isPerson, country: country, gender: gender))
      }
      surfaces[s].uses.append(n)
      surfaces[s].types[isPerson ? .person : isMistaken ? .place : name.type, default: 0] += 1
      surfaceOf.append(s)
    }
    parent = Array(surfaces.indices)
  }

  /// Single names that bear both male and female honorifics.
  private static func conflictingGenders(_ names: [NameMention]) -> Set<String> {
    var told: [String: Set<String>] = [:]
    for name in names where name.words.count == 1 {
      if let g = name.gender { told[name.words[0], default: []].insert(g) }
    }
    return Set(told.filter { $0.value.count > 1 }.keys)
  }

  /// The representative surface of a surface: the smallest index of its class.
  func root(_ s: Int) -> Int {
    var s = s
    while parent[s] != s { s = parent[s] }
    return s
  }

  /// The class of a name mention.
  func cluster(ofName n: Int) -> Int { root(surfaceOf[n]) }

  /// Takes a name for the adjective of another, whatever kind it was read as.
  mutating func markAsAdjective(_ s: Int) { surfaces[s].types = [.demonym: surfaces[s].uses.count] }

  /// Joins two surfaces and notes why.
  mutating func join(_ a: Int, _ b: Int, score: Double, reason: String) {
    let x = root(a)
    let y = root(b)
    guard x != y else { return }
    parent[max(x, y)] = min(x, y)
    judgements.append(
      Judgement(
        left: text(a), right: text(b), verdict: .same, score: score, reason: reason,
        author: .machine("resolution")))
  }

  /// A surface's name as first written.
  func text(_ s: Int) -> String {
    surfaces[s].uses.first.map { names[$0].text } ?? surfaces[s].words.joined(separator: " ")
  }

  /// All surfaces by class, classes by smallest surface.
  var classes: [[Int]] {
    var members: [Int: [Int]] = [:]
    for s in surfaces.indices { members[root(s), default: []].append(s) }
    return members.keys.sorted().map { members[$0] ?? [] }
  }
}

/// Recognises countries among an article's names.
struct CountryReader {
  private let gazetteer: Gazetteer
  /// Countries whose name is also a state's, and which this article means the state by.
  private let states: Set<String>
  /// Words of full names of persons.
  private let parts: Set<String>

  init(names: [NameMention], gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    let keys = Set(names.map { $0.words.joined(separator: " ") })
    let hasStates =
      keys.contains { gazetteer.states[$0] != nil && gazetteer.countryWords[$0] == nil }
      || keys.contains("us") || keys.contains("united states")
    var ambiguous: Set<String> = []
    for key in keys where gazetteer.states[key] != nil {
      guard let country = gazetteer.countryWords[key]?.country else { continue }
      let others = gazetteer.countryWords.filter { $0.value.country == country && $0.key != key }.keys
      let seats = gazetteer.seats.filter { $0.value == country }.keys
      if hasStates, keys.isDisjoint(with: others), keys.isDisjoint(with: seats) { ambiguous.insert(key) }
    }
    states = ambiguous
    parts = Set(
      names.filter {
        $0.type == .person && $0.words.count > 1 && gazetteer.seats[$0.words.joined(separator: " ")] == nil
      }
      .flatMap(\.words))
  }

  /// Countries whose names people bear.
  private static let borne: Set<String> = [
    "chad", "jordan", "georgia", "israel", "india", "kenya", "cyprus", "malta", "france", "ireland", "england",
    "holland",
    "china", "brazil", "cuba", "congo", "mali", "niger", "turkey", "oman", "guinea", "dominica", "benin", "wales",
  ]

  /// Whether a name is that of a country, and nobody's in the article.
  func isLand(_ name: NameMention) -> Bool {
    let key = name.words.joined(separator: " ")
    guard case .name? = gazetteer.countryWords[key] else { return false }
    return !Self.borne.contains(key) && parts.isDisjoint(with: name.words) && NameText.startsWithCapital(name.text)
      && name.titles.isEmpty
  }

  /// Whether a name is that of a seat of government, and nobody's in the article: "Khartoum", whatever it is marked as.
  func isSeat(_ name: NameMention) -> Bool {
    gazetteer.seats[name.words.joined(separator: " ")] != nil && parts.isDisjoint(with: name.words)
      && NameText.startsWithCapital(name.text) && name.titles.isEmpty
  }

  /// The country that a name means: by its own name, by its adjective, or as the government at its seat.
  func country(of name: NameMention, in sentence: Sentence) -> Int? {
    let key = name.words.joined(separator: " ")
    // A person may bear a country's name, but hardly that of its inhabitants.
    if name.type == .person, !isSeat(name), !isLand(name) {
      guard key.hasSuffix("s"), case .adjective(let i)? = gazetteer.countryWords[key],
        gazetteer.countryWords[String(key.dropLast())] == .adjective(i)
      else { return nil }
    }
    guard NameText.startsWithCapital(name.text) else { return nil }
    if name.text.count <= 3, key == "us", name.text.filter(\.isUppercase).count < 2 { return nil }
    if let word = gazetteer.countryWords[key], !states.contains(key) { return word.country }
    if let seat = gazetteer.seats[key], Metonymy.meansGovernment(name, in: sentence) { return seat }
    return nil
  }
}

/// Decides which names persons bear, where the marks of one name differ from place to place.
struct PersonTypes {
  private let people: Set<String>
  private let others: Set<String>

  init(names: [NameMention], sentences: [Sentence], gazetteer: Gazetteer) {
    var person: [String: Int] = [:]
    var other: [String: Int] = [:]
    // Ends of full names: "Assad", "bin Salman".
    var ends: Set<String> = []
    var families: Set<String> = []
    var inBodies: Set<String> = []
    var groups: Set<String> = []
    var firstOfBody: [String: String] = [:]
    for name in names {
      let key = name.words.joined(separator: " ")
      if name.type == .person {
        person[key, default: 0] += 1
        let read = PersonName(words: name.words, gazetteer: gazetteer)
        if read.isFull {
          families.insert(read.family)
          for i in 1..<max(2, name.words.count) {
            ends.insert(name.words[min(i, name.words.count - 1)...].joined(separator: " "))
          }
        }
        // "Liberals", "Freedonians": a plural is no person's name.
        let token = sentences[name.sentence].tokens[name.head]
        if name.words.count == 1, token.xpos == "NNS" || token.xpos == "NNPS" { groups.insert(key) }
      } else {
        other[key, default: 0] += 1
        if name.words.count > 1 {
          inBodies.formUnion(name.words)
          firstOfBody[name.words[0]] = name.words.last
        }
      }
    }
    var people: Set<String> = []
    var others = groups.subtracting(families)
    for key in other.keys where person[key] == nil {
      // A family name marked as something else everywhere.
      let isPart = ends.contains(key) && (key.contains(" ") || !inBodies.contains(key))
      if isPart, gazetteer.countryWords[key] == nil, gazetteer.seats[key] == nil { people.insert(key) }
    }
    for (key, count) in person {
      // "Acme" of "Acme Airlines", where no person of that name is around.
      if !families.contains(key), let last = firstOfBody[key], gazetteer.kinds[last] == .organization {
        others.insert(key)
      }
      guard let rival = other[key] else { continue }
      if count >= 2 * rival || families.contains(key) && count >= rival {
        people.insert(key)
      } else if rival >= 2 * count, !families.contains(key) {
        others.insert(key)
      }
    }
    self.people = people
    self.others = others
  }

  func isPerson(_ name: NameMention) -> Bool {
    let key = name.words.joined(separator: " ")
    if others.contains(key) { return false }
    if people.contains(key) { return true }
    return name.type == .person
  }
}
