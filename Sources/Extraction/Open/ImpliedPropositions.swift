import Statements

/// What a phrase says without a verb.
///
/// - "Ana Roe, the mayor", "the mayor, Ana Roe", "mayor Ana Roe", "Ana Roe, 58 years old": she is that.
/// - "his wife", "the town's mayor": he has a wife. Only what is someone's by its nature, not what someone does.
extension PropositionReader {
  func implied(_ i: Int) -> [Proposition] {
    guard tree.isNominal(i) || tokens[i].upos == "ADJ" else { return [] }
    switch tokens[i].deprel {
    case "appos": return apposition(i).map { [$0] } ?? []
    case "acl" where tokens[i].upos == "ADJ": return quality(i).map { [$0] } ?? []
    case "nmod:desc": return title(i).map { [$0] } ?? []
    case "nmod:poss": return possession(i).map { [$0] } ?? []
    default: return []
    }
  }

  private func isName(_ i: Int) -> Bool { tokens[i].upos == "PROPN" }

  private func says(_ subject: String, _ relation: String, _ object: String, _ confidence: Double) -> Proposition? {
    guard !subject.isEmpty, !object.isEmpty else { return nil }
    return Proposition(
      sentence: sentence, confidence: shortened(confidence, [subject, object]), subject: subject, relation: relation,
      arguments: [object])
  }

  /// A name and what stands beside it: the name is the subject, on whichever side.
  private func apposition(_ i: Int) -> Proposition? {
    guard let h = tokens[i].head, h < i, tree.isNominal(h), !tree.has(i, "nsubj"), !isPlacePart(i) else { return nil }
    let (subject, end) = isName(i) && !isName(h) ? (i, h) : (h, i)
    return says(
      text(phrase(subject, without: [i])), "is", text(phrase(end, without: [i])),
      isName(subject) != isName(end) ? 0.6 : 0.45)
  }

  /// "Ana Roe, 58 years old,"
  private func quality(_ i: Int) -> Proposition? {
    guard let h = tokens[i].head, h < i, isName(h) else { return nil }
    return says(text(phrase(h)), "is", text(clause(i)), 0.45)
  }

  private static let honorifics: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "st", "saint", "prof", "madam", "rev",
  ]

  /// "French president Ana Roe": all before the name.
  private func title(_ i: Int) -> Proposition? {
    guard let h = tokens[i].head, i < h, isName(h),
      !Self.honorifics.contains(tokens[i].form.lowercased().filter { $0 != "." }), tokens[i].upos == "NOUN" || isName(i)
    else { return nil }
    let all = phrase(h)
    let before = all.filter { $0 <= i }
    let name = all.filter { t in
      t > i && (t == h || tokens[t].head == h && ["flat", "compound"].contains(tokens[t].relation))
    }
    guard let last = before.last, last == i, let next = name.first, next == i + 1 else { return nil }
    return says(text(name), "is", text(before), 0.45)
  }

  private static let pronouns: [String: String] = [
    "his": "He", "her": "She", "its": "It", "their": "They", "my": "I", "our": "We", "your": "You",
  ]

  /// Nouns for what someone or something has by its nature.
  private static let belongings: Set<String> = [
    "adviser", "ally", "area", "aunt", "boss", "boyfriend", "branch", "brother", "budget", "capital", "captain",
    "career",
    "ceo", "chairman", "child", "coach", "colleague", "company", "cousin", "daughter", "debt", "degree", "deputy",
    "director", "economy", "editor", "employee", "family", "father", "fiancé", "founder", "friend", "girlfriend",
    "government", "grandfather", "grandmother", "grandson", "head", "headquarters", "home", "house", "husband",
    "lawyer",
    "leader", "manager", "mayor", "member", "minister", "mother", "name", "neighbor", "neighbour", "nephew", "niece",
    "office", "owner", "parent", "parliament", "partner", "population", "president", "rival", "sister", "son", "spouse",
    "spokesman", "spokesperson", "spokeswoman", "stake", "student", "subsidiary", "successor", "teacher", "team",
    "uncle", "widow", "wife",
  ]

  private func possession(_ i: Int) -> Proposition? {
    guard let h = tokens[i].head, i < h, tokens[h].upos == "NOUN", Self.belongings.contains(tree.lemma(h)) else {
      return nil
    }
    let owner: String
    if tokens[i].upos == "PRON" {
      guard let form = Self.pronouns[tokens[i].form.lowercased()] else { return nil }
      owner = clauseSubject(around: i, as: form).map { text(phrase($0)) } ?? form
    } else {
      owner = text(phrase(i).filter { tokens[$0].xpos != "POS" })
    }
    let number = tokens[i].form.lowercased()
    let relation = ["their", "our", "your", "my"].contains(number) || tokens[i].xpos == "NNS" ? "have" : "has"
    let owned = Set(subtree(i))
    return says(
      owner, relation, text(phrase(h, without: Set(tree.children(h, "appos"))).filter { !owned.contains($0) }), 0.25)
  }

  /// The subject of the clause in which a possessive pronoun stands, if it may be the owner: "Orlo sold its stake".
  private func clauseSubject(around i: Int, as form: String) -> Int? {
    var at = i
    for _ in 0..<8 {
      guard let h = tokens[at].head else { return nil }
      let arrivesAsSubject = tokens[at].relation == "nsubj"
      at = h
      guard tree.isVerb(h) else { continue }
      guard !arrivesAsSubject, let subject = clauses.subjects(of: h).first?.token, subject != i else { return nil }
      if tokens[subject].upos == "PRON" {
        return tokens[subject].form.lowercased() == form.lowercased() ? subject : nil
      }
      let isPlural = tokens[subject].xpos.hasSuffix("S") || tree.has(subject, "conj")
      return ["He", "She", "It"].contains(form) && !isPlural || form == "They" && isPlural ? subject : nil
    }
    return nil
  }
}
