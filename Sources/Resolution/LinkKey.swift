import Statements

/// How ``Linker`` files an entity: what it must share with others to be compared to them at all.
struct LinkKey: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case country
    case person(PersonName)
    case body(BodyName, isPlace: Bool)
  }

  let kind: Kind
  /// Equal for entities whose names are the same words.
  let exact: String
  /// Other full names by which the article calls it, as exact keys.
  let others: [String]
  /// Equal for names that may be spellings of one another.
  let block: String
  /// A name that only its setting tells from others: "Parliament", "Supreme Court".
  let isGeneric: Bool

  init(_ input: LinkInput, gazetteer: Gazetteer) {
    let entity = input.entity
    if let code = entity.identifiers["iso3166"] ?? entity.identifiers["region"] {
      kind = .country
      exact = "c|" + code
      others = []
      block = ""
      isGeneric = false
      return
    }
    let words = NameText.words(entity.name)
    if entity.type == .person || entity.type == .role {
      let name = PersonName(words: words, gazetteer: gazetteer)
      kind = .person(name)
      exact = "p|" + name.core.joined(separator: " ") + (name.suffix.map { "|" + $0 } ?? "")
      others = entity.aliases.compactMap { alias in
        let other = PersonName(words: NameText.words(alias), gazetteer: gazetteer)
        guard NameText.startsWithCapital(alias), other.isFull, name.isFull, other.core != name.core,
          other.matchesFully(name, gazetteer: gazetteer)
        else { return nil }
        return "p|" + other.core.joined(separator: " ")
      }
      let given = gazetteer.givenNames[name.given]?.min() ?? name.given
      block = name.isFull ? "p|" + NameText.skeleton(name.family) + "|" + (NameText.skeleton(given).prefix(1)) : ""
      isGeneric = !name.isFull
      return
    }
    let isPlace = entity.type == .place
    let name = BodyName(text: entity.name, words: words, gazetteer: gazetteer)
    kind = .body(name, isPlace: isPlace)
    let generic = name.bag.allSatisfy { word in
      gazetteer.kinds[word] != nil || gazetteer.representatives[word] != nil || Self.plain.contains(word)
    }
    isGeneric = generic && !isPlace
    let prefix = (isPlace ? "l|" : "o|")
    let setting = generic && !isPlace ? "|" + (input.places.first ?? input.setting ?? input.article) : ""
    exact = prefix + name.bag.joined(separator: " ") + setting
    others = entity.aliases.compactMap { alias in
      let words = NameText.words(alias)
      guard NameText.startsWithCapital(alias), !words.isEmpty else { return nil }
      let other = BodyName(text: alias, words: words, gazetteer: gazetteer)
      let isPlain = other.bag.allSatisfy { word in
        BodyName.isCountry(word) || gazetteer.kinds[word] != nil || gazetteer.representatives[word] != nil
          || Self.plain.contains(word)
      }
      // A description with a capital ("British officials") is no name; an acronym or a name of two words is.
      // So is the name without what names its kind or legal form: "Acme" of "Acme AG".
      let isShortForm =
        entity.type == .organization && words.count == 1 && name.words.first == words[0]
        && name.words.dropFirst().allSatisfy { BodyMatcher.droppable.contains($0) }
      guard !isPlain, other.bag != name.bag, NameText.isAcronym(alias) || words.count > 1 || isShortForm else {
        return nil
      }
      guard !words.contains(where: { gazetteer.representatives[$0]?.contains(.folds) ?? false }) else { return nil }
      return prefix + other.bag.joined(separator: " ")
    }
    block =
      generic
      ? ""
      : prefix + name.words.filter { !NameText.connectives.contains($0) }.map(NameText.skeleton).joined(separator: " ")
  }

  /// Words that single out no body.
  private static let plain: Set<String> = [
    "supreme", "high", "national", "federal", "state", "local", "general", "public", "royal", "foreign", "interior",
    "defence", "defense", "central", "district", "county", "city", "house", "upper", "lower", "representatives",
    "people",
    "health", "education", "finance", "security", "armed", "joint", "regional", "republic", "first", "second", "air",
    "justice", "affairs", "and", "of", "electoral", "constitutional", "legislative", "municipal", "police",
    "opposition",
    "coalition", "officials", "authorities", "military", "protesters", "prosecutors", "media", "parliamentary",
    "appeals",
    "appeal", "criminal", "human", "rights", "labour", "labor", "trade", "economic", "democratic", "conservative",
    "republican", "liberal", "socialist", "green", "election", "intelligence", "judiciary", "foreign",
  ]
}
