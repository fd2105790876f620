import Statements

/// Corrects types of names by what stands beside them, anywhere in the document.
///
/// In this order: a run of proper nouns that was taken for a date is a person; what officials, forces and organs are called
/// after ("the Freedonian minister") is a demonym, and the name that it is formed from a place; what has a chairman or
/// headquarters, or begins the name of an organization, is an organization. A part of somebody's full name stays a person.
enum NameTypes {
  static func corrected(_ names: [NameSpan], in sentences: [Sentence]) -> [NameSpan] {
    let names = names.map { name in
      if isMistakenDate(name, sentences[name.sentence]) { return name.typed(.person) }
      let last = sentences[name.sentence].tokens[name.tokens.upperBound - 1].form.lowercased()
      return name.type == .place && name.tokens.count > 1 && companyEndings.contains(last)
        ? name.typed(.organization) : name
    }
    let storms = storms(names, sentences)
    let words = names.map { sentences[$0.sentence].tokens[$0.tokens].map(\.form) }
    // Words of full names, and names that bear a title: "President Roe".
    let people = Set(
      zip(names, words).filter { name, words in
        let sentence = sentences[name.sentence]
        return name.type == .person
          && (words.count > 1 && !words.contains(where: stormNouns.contains)
            || sentence.children(of: name.tokens.lowerBound, "nmod:desc").contains { $0 < name.tokens.lowerBound })
      }.flatMap { $1 })

    var demonyms: Set<String> = []
    var bodies: Set<String> = []
    var places: Set<String> = []
    var marks: [String: Int] = [:]
    for (name, words) in zip(names, words) {
      if words.count == 1 {
        if name.type == .place { places.insert(words[0]) }
        if name.type == .organization { marks[words[0], default: 0] += 1 }
        if name.type == .person { marks[words[0], default: 0] -= 1 }
      }
      if name.type == .organization, words.count > 1, !people.contains(words[0]), isWord(words[0]) {
        bodies.insert(words[0])
        // "Freedonian Foreign Ministry"
        if stateNouns.contains(words[words.count - 1].lowercased()),
          Demonyms.endings.contains(where: { words[0].hasSuffix($0) })
        {
          demonyms.insert(words[0])
        }
      }
      guard words.count == 1, !people.contains(words[0]), name.type == .person || name.type == .organization else {
        continue
      }
      let sentence = sentences[name.sentence]
      let token = sentence.tokens[name.tokens.lowerBound]
      // "Freedonian Foreign Minister Ana Roe", however the tree puts it.
      let next = sentence.tokens[name.tokens.upperBound...].first { !officeModifiers.contains($0.form.lowercased()) }
      if let next, stateNouns.contains(next.form.lowercased()),
        Demonyms.endings.contains(where: { words[0].hasSuffix($0) })
      {
        demonyms.insert(words[0])
      }
      guard let head = token.head, head > name.tokens.lowerBound else { continue }
      let noun = sentence.tokens[head].form.lowercased()
      switch token.relation {
      case "amod", "compound":
        if companyNouns.contains(noun) { bodies.insert(words[0]) }
      case "nmod" where token.deprel == "nmod:poss" && companyNouns.contains(noun):
        bodies.insert(words[0])
      default: break
      }
    }
    return zip(names, words).map { name, words in
      if !storms.isEmpty, let last = words.last, storms.contains(last),
        words.count == 1 && !people.contains(last) || stormNouns.contains(words[words.count > 1 ? words.count - 2 : 0])
      {
        return name.typed(.event)
      }
      guard words.count == 1, !people.contains(words[0]), name.type == .person || name.type == .organization else {
        return name
      }
      if demonyms.contains(words[0]) { return name.typed(.demonym) }
      if demonyms.contains(where: { Demonyms.isFormed($0, from: words[0]) }) { return name.typed(.place) }
      // Without a title or a full name, as often the one as the other: rather an organization.
      let isBody = bodies.contains(words[0]) || (marks[words[0]] ?? 0) >= 0
      return isBody && !places.contains(words[0]) ? name.typed(.organization) : name
    }
  }

  /// The last words of names that stand behind a word for a storm: "Hurricane [Mira]", "[Tropical Storm Olm]".
  private static func storms(_ names: [NameSpan], _ sentences: [Sentence]) -> Set<String> {
    Set(
      names.compactMap { name in
        guard name.type != .place, name.type != .date else { return nil }
        let tokens = sentences[name.sentence].tokens
        let last = name.tokens.upperBound - 1
        guard last > 0, stormNouns.contains(tokens[last - 1].form), !tokens[last].xpos.hasSuffix("S"),
          last == name.tokens.lowerBound || stormNouns.contains(tokens[name.tokens.lowerBound].form)
            || tokens[name.tokens.lowerBound].form == "Tropical"
        else { return nil }
        return tokens[last].form
      })
  }

  private static let stormNouns: Set<String> = ["Hurricane", "Storm", "Typhoon", "Cyclone"]

  /// "Luis Ortega" as a date: no digit, no word of the calendar.
  private static func isMistakenDate(_ name: NameSpan, _ sentence: Sentence) -> Bool {
    let tokens = sentence.tokens[name.tokens]
    return name.type == .date && tokens.count > 1
      && tokens.allSatisfy { $0.upos == "PROPN" && isWord($0.form) && !calendar.contains($0.form.lowercased()) }
      && tokens.dropFirst().allSatisfy { $0.relation == "flat" }
  }

  /// A capitalised word of letters, not an acronym.
  private static func isWord(_ form: String) -> Bool {
    form.count > 2 && form.allSatisfy(\.isLetter) && form.first?.isUppercase == true
      && form.dropFirst().contains(where: \.isLowercase)
  }

  /// What a country or region has, and a person's name hardly stands before as an adjective.
  private static let stateNouns: Set<String> = [
    "minister", "ministers", "ministry", "president", "premier", "parliament", "army", "navy", "military", "forces",
    "troops", "soldiers", "police", "embassy", "ambassador", "diplomat", "diplomats", "capital", "border", "republic",
    "authorities", "officials", "official", "citizens", "people", "coast", "constitution", "rebels", "islands",
  ]

  private static let officeModifiers: Set<String> = [
    "foreign", "prime", "deputy", "vice", "interior", "defence", "defense", "economy", "finance", "health", "trade",
    "former", "national", "special", "security", "armed", "state", "senior", "government",
  ]

  /// What a company or club has, and a person has not.
  private static let companyNouns: Set<String> = [
    "chairman", "chairwoman", "chairperson", "ceo", "cfo", "coo", "executive", "executives", "shareholders",
    "shareholder", "headquarters", "subsidiary", "subsidiaries", "board", "workers", "employees", "engineers",
    "factory", "factories", "plant", "plants", "stores", "customers", "midfielder", "striker", "goalkeeper", "defender",
    "branch", "branches", "manufacturing",
  ]

  /// Last words of companies' names.
  private static let companyEndings: Set<String> = [
    "inc", "inc.", "ltd", "ltd.", "llc", "plc", "corp", "corp.", "ag", "gmbh", "capital", "holdings", "partners",
    "group", "motors", "airlines", "airways", "bank", "industries", "technologies", "ventures", "investments",
    "pharmaceuticals", "securities", "logistics", "aerospace", "telecom", "communications", "entertainment", "media",
    "mining", "steel", "petroleum", "resources", "foods", "electronics", "insurance", "chemicals",
  ]

  private static let calendar: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "spring", "summer",
    "autumn", "winter", "day", "eve", "year", "week", "weekend", "month", "christmas", "easter", "ramadan", "new",
    "good", "ash", "holy", "palm", "night", "morning", "evening", "season", "century", "era", "age", "quarter",
  ]
}
