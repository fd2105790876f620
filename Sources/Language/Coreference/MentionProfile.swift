import Statements

/// What agreement between mentions looks at.
struct MentionProfile {
  enum Kind {
    case person, body, place, event, other
  }

  enum Gender {
    case male, female
  }

  enum Pronoun {
    case first, firstPlural, second, he, she, it, they

    var isThird: Bool {
      switch self {
      case .he, .she, .it, .they: true
      case .first, .firstPlural, .second: false
      }
    }
  }

  let mention: Mention
  /// Words of the document before its head.
  let position: Int
  let pronoun: Pronoun?
  let isReflexive: Bool
  let isPossessive: Bool
  /// Nil where it is not known.
  let kind: Kind?
  let gender: Gender?
  let isPlural: Bool?
  /// "the", "this", "its", …: speaks of something known.
  let isDefinite: Bool
  let isIndefinite: Bool
  /// Lower-case head word, and its lemma.
  let word: String
  let lemma: String

  /// - Parameter surnames: Last words of the document's longer names of persons.
  init(
    _ mention: Mention, in sentence: Sentence, position: Int, firstNames: FirstNames = FirstNames([:]),
    surnames: Set<String> = []
  ) {
    self.mention = mention
    self.position = position
    let token = sentence.tokens[mention.head]
    word = token.form.lowercased()
    lemma = token.lemma.lowercased()
    isReflexive = word.hasSuffix("self") || word.hasSuffix("selves")
    isPossessive = token.deprel == "nmod:poss" || token.xpos == "PRP$"
    let children = sentence.children(of: mention.head, "det", "nmod:poss", "amod", "nmod:desc", "compound", "flat")
    let determiners = children.filter { ["det", "nmod:poss"].contains(sentence.tokens[$0].deprel) }
      .map { sentence.tokens[$0] }
    isDefinite = determiners.contains {
      $0.deprel == "nmod:poss" || ["the", "this", "that", "these", "those", "both"].contains($0.form.lowercased())
    }
    // "one of his stories"
    isIndefinite =
      word == "one" && !sentence.children(of: mention.head, "nmod").isEmpty
      || determiners.contains {
        ["a", "an", "another", "some", "any", "no", "every", "each"].contains($0.form.lowercased())
      }
    guard mention.form != .pronoun else {
      let p = Self.pronouns[word]
      pronoun = p
      kind = p == .it || p == .they || p == .firstPlural || p == nil ? nil : .person
      gender = p == .he ? .male : p == .she ? .female : nil
      isPlural = p == nil || p == .second ? nil : p == .they || p == .firstPlural
      return
    }
    pronoun = nil
    let isPluralNoun = token.xpos == "NNS" || token.xpos == "NNPS"
    isPlural =
      mention.form == .name && mention.type == .person
      ? false : token.upos == "NOUN" || isPluralNoun ? isPluralNoun : nil
    if mention.form == .name {
      kind =
        switch mention.type {
        case .person: .person
        case .organization: .body
        case .place: .place
        case .event: .event
        default: nil
        }
    } else {
      kind =
        NounKinds.people.contains(lemma)
        ? .person
        : NounKinds.bodies.contains(lemma)
          ? .body : NounKinds.places.contains(lemma) ? .place : token.upos == "NOUN" ? .other : nil
    }
    var gender: Gender?
    if NounKinds.male.contains(lemma) { gender = .male } else if NounKinds.female.contains(lemma) { gender = .female }
    if mention.form == .name, mention.type == .person {
      let before =
        children.map { $0 } + (mention.tokens.lowerBound > 0 ? [mention.tokens.lowerBound - 1] : []) + [
          mention.tokens.lowerBound
        ]
      for t in before {
        let title = sentence.tokens[t].form.lowercased()
        if NounKinds.maleTitles.contains(title) {
          gender = .male
        } else if NounKinds.femaleTitles.contains(title) {
          gender = .female
        }
      }
    }
    if gender == nil, mention.form == .name, mention.type == .person {
      let words = mention.tokens.map { sentence.tokens[$0].form.lowercased() }
        .filter { !NounKinds.maleTitles.contains($0) && !NounKinds.femaleTitles.contains($0) }
      if let first = words.first, mention.tokens.count > 1 || !surnames.contains(first) { gender = firstNames[first] }
    }
    self.gender = gender
  }

  private static let pronouns: [String: Pronoun] = [
    "i": .first, "me": .first, "my": .first, "mine": .first, "myself": .first,
    "we": .firstPlural, "us": .firstPlural, "our": .firstPlural, "ours": .firstPlural, "ourselves": .firstPlural,
    "you": .second, "your": .second, "yours": .second, "yourself": .second, "yourselves": .second,
    "he": .he, "him": .he, "his": .he, "himself": .he, "she": .she, "her": .she, "hers": .she, "herself": .she,
    "it": .it, "its": .it, "itself": .it, "they": .they, "them": .they, "their": .they, "theirs": .they,
    "themselves": .they, "themself": .they,
  ]
}

/// What the mentions of a chain have told so far.
struct ChainProfile {
  var kinds: Set<MentionProfile.Kind> = []
  var gender: MentionProfile.Gender?
  var isPlural: Bool?
  var hasName = false
  var pronouns: Set<MentionProfile.Pronoun> = []

  init(_ m: MentionProfile) { add(m) }

  mutating func add(_ m: MentionProfile) {
    if let kind = m.kind { kinds.insert(kind) }
    gender = gender ?? m.gender
    // "it" and "they" both take up a company or a team.
    isPlural = isPlural ?? (m.pronoun == .they ? nil : m.isPlural)
    hasName = hasName || m.mention.form == .name
    if let p = m.pronoun { pronouns.insert(p) }
  }

  mutating func add(_ other: ChainProfile) {
    kinds.formUnion(other.kinds)
    gender = gender ?? other.gender
    isPlural = isPlural ?? other.isPlural
    hasName = hasName || other.hasName
    pronouns.formUnion(other.pronouns)
  }

  /// Whether a mention may join, by number, gender and kind.
  func agrees(with m: MentionProfile) -> Bool {
    if let a = gender, let b = m.gender, a != b { return false }
    switch m.pronoun {
    case .he, .she:
      return isPlural != true && (kinds.isEmpty || kinds.contains(.person)) && !pronouns.contains(.it)
        && !pronouns.contains(m.pronoun == .he ? .she : .he) && !pronouns.contains(.first)
        && !pronouns.contains(.second)
    case .it:
      return isPlural != true && !kinds.contains(.person)
    case .they:
      if kinds.contains(.person) && isPlural == false { return false }
      return isPlural != false || kinds.contains(.body) || kinds.contains(.place)
    case .first, .second:
      return isPlural != true && (kinds.isEmpty || kinds.contains(.person))
    case .firstPlural: return isPlural != false || kinds.contains(.body) || kinds.contains(.place)
    case nil:
      if let a = isPlural, let b = m.isPlural, a != b { return false }
      guard let kind = m.kind, !kinds.isEmpty else { return true }
      if kinds.contains(kind) { return true }
      if kind == .body || kind == .place { return kinds.isSubset(of: [.body, .place]) }
      return kinds == [.other] && kind == .event || kinds == [.event] && kind == .other
    }
  }
}
