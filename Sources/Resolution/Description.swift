import Statements

/// What a noun phrase says about its referent: its head word, what modifies it, and whose it is.
struct Description: Sendable {
  /// A name or a country within the phrase that tells whose or which.
  enum Owner: Hashable, Sendable {
    case name(Int)
    case country(Int)
  }

  let mention: Mention
  /// Lemma of the head, folded; "prime minister" counts as `minister` with the word `prime`.
  let head: String
  let kinds: Gazetteer.RepresentativeKinds
  /// The content words of the phrase but for countries, folded.
  let words: Set<String>
  /// Whose it is, in order: "Ruritanian officials", "a delegation from Hamas", "the bank's managers".
  let owners: [Owner]
  let isPlural: Bool
  let isDefinite: Bool

  /// Reads a nominal mention off the tree; `names` finds the name that a word heads.
  init(_ mention: Mention, in sentence: Sentence, gazetteer: Gazetteer, name: (Int) -> Int?) {
    self.mention = mention
    let h = mention.head
    let token = sentence.tokens[h]
    isPlural = token.xpos == "NNS" || token.xpos == "NNPS" || token.feats.contains("Number=Plur")
    let form = NameText.key(token.form)
    var head = NameText.key(token.lemma.isEmpty ? token.form : token.lemma)
    if gazetteer.representatives[head] == nil {
      // A lemma that the tagger got wrong ("authoritie") must not hide the word.
      for candidate in [form, form.hasSuffix("s") ? String(form.dropLast()) : form]
      where gazetteer.representatives[candidate] != nil {
        head = candidate
        break
      }
    }
    self.head = head
    // "the heads of government of Freedonia and Sylvania"
    let states = head == "head" ? sentence.children(of: h, "nmod").filter { Self.isState($0, sentence) } : []
    kinds = states.isEmpty ? gazetteer.representatives[head] ?? [] : [.office, .folds]

    var owners: [Owner] = []
    func add(_ t: Int) {
      var list = [t]
      list += sentence.children(of: t, "conj")
      for c in list {
        if let n = name(c) {
          owners.append(.name(n))
        } else if let country = Self.country(at: c, in: sentence, gazetteer) {
          owners.append(.country(country))
        }
      }
    }
    var determined = false
    for c in sentence.children[h] + states.flatMap({ sentence.children[$0] }) {
      let child = sentence.tokens[c]
      switch child.relation {
      case "det":
        determined = determined || ["the", "this", "that", "these", "those"].contains(child.form.lowercased())
      case "amod", "compound": add(c)
      case "nmod" where child.deprel == "nmod:poss" || c < h: add(c)
      case "nmod":
        if let p = Phrase.preposition(of: c, in: sentence), ["of", "from", "for"].contains(p) { add(c) }
      default: break
      }
      if child.deprel == "nmod:poss" { determined = true }
    }
    self.owners = owners
    isDefinite = determined

    var words: Set<String> = []
    for t in mention.tokens {
      let token = sentence.tokens[t]
      guard token.upos != "DET", token.upos != "PUNCT", token.upos != "ADP", token.xpos != "POS" else { continue }
      for word in NameText.words(token.form) where gazetteer.countryWords[word] == nil { words.insert(word) }
    }
    words.remove(form)
    words.insert(head)
    self.words = words
  }

  /// Whether a word is the "state" of "head of state".
  private static func isState(_ t: Int, _ sentence: Sentence) -> Bool {
    ["state", "government"].contains(sentence.tokens[t].form.lowercased())
      && Phrase.preposition(of: t, in: sentence) == "of"
  }

  /// The country that a capitalised word means, where no name is marked there.
  private static func country(at t: Int, in sentence: Sentence, _ gazetteer: Gazetteer) -> Int? {
    let token = sentence.tokens[t]
    guard NameText.startsWithCapital(token.form) else { return nil }
    if NameText.key(token.form) == "us", token.form.filter(\.isUppercase).count < 2 { return nil }
    return gazetteer.countryWords[NameText.key(token.form)]?.country
  }
}

/// A title that an article gives a person: "US Secretary of State" before the name, "the mayor of Oslo" beside it.
struct PersonTitle: Hashable, Sendable {
  let head: String
  let words: Set<String>
  let countries: Set<String>

  /// Reads folded words; nil where no office is among them.
  init?(_ words: [String], gazetteer: Gazetteer) {
    let name = BodyName(words: words, gazetteer: gazetteer)
    let split = name.words.firstIndex { ["of", "for", "to", "in"].contains($0) } ?? name.words.count
    guard
      let head = name.words[..<split].last(where: { gazetteer.representatives[$0]?.contains(.office) ?? false })
        ?? name.words.last(where: { gazetteer.representatives[$0]?.contains(.office) ?? false })
    else { return nil }
    self.head = head
    self.words = Set(name.words.filter { !BodyName.isCountry($0) && !NameText.connectives.contains($0) })
    countries = Set(name.words.filter(BodyName.isCountry).map { String($0.dropFirst()) })
  }

  /// Words that make another office of the same head word.
  static let distinguishing: Set<String> = [
    "vice", "deputy", "assistant", "former", "ex", "then", "acting", "prime", "shadow", "first", "minority", "majority",
    "incoming", "opposition", "lieutenant", "under", "attorney",
  ]

  /// Whether a description may refer to a person of this title: the same head word, no word that the title lacks, no
  /// country that contradicts it.
  func covers(_ words: Set<String>, head: String, countries described: Set<String>) -> Bool {
    guard head == self.head, words.isSubset(of: self.words) else { return false }
    if !self.words.subtracting(words).isDisjoint(with: Self.distinguishing) { return false }
    return described.isEmpty || countries.isEmpty || !described.isDisjoint(with: countries)
  }
}
