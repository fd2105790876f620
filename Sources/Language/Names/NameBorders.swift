import Statements

/// Widens names that stop short.
///
/// - "[Commission] on Elections", "[Institute] for Marine Studies": the capitalised words behind the preposition.
/// - "[Society for Chemistry] and Molecular Biology", "[High Court of Freedonia] and [Sylvania]": the second of two.
///
/// - "Lower [Freedonia]", a place.
/// - "[Ana Roe], Jr.", "[Han Bo]-in", a person.
/// - "[Youth Forum] [Freedonia]", one organization.
///
/// Only a word for a kind of body is so continued; "the Ministry of Freedonia", "Acme of Oslo" stay two names.
enum NameBorders {
  static func widened(_ names: [NameSpan], in sentences: [Sentence]) -> [NameSpan] {
    let bySentence = Dictionary(grouping: names, by: \.sentence)
    return bySentence.keys.sorted().flatMap { s in
      widened(bySentence[s] ?? [], sentences[s]).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
  }

  private static func widened(_ names: [NameSpan], _ sentence: Sentence) -> [NameSpan] {
    var names = names
    var k = 0
    func widen(to tokens: Range<Int>) {
      let wide = NameSpan(sentence: names[k].sentence, tokens: tokens, type: names[k].type)
      names.removeAll { $0.tokens.overlaps(tokens) }
      names.append(wide)
    }
    while k < names.count {
      if names[k].type == .organization, let tokens = wider(names[k].tokens, names, sentence) {
        widen(to: tokens)
        k = 0
      } else if names[k].type == .organization, let branch = branch(behind: names[k].tokens, names, sentence) {
        widen(to: names[k].tokens.lowerBound..<branch.upperBound)
        k = 0
      } else if names[k].type == .person, let end = suffix(behind: names[k].tokens, sentence) {
        widen(to: names[k].tokens.lowerBound..<end)
        k = 0
      } else if names[k].type == .place, let before = direction(before: names[k].tokens, names, sentence) {
        names[k] = NameSpan(
          sentence: names[k].sentence, tokens: before..<names[k].tokens.upperBound, type: .place)
        k += 1
      } else {
        k += 1
      }
    }
    return names
  }

  /// "[Youth Forum] [Freedonia]": a place right behind, which hangs from the name as a part of it.
  private static func branch(behind name: Range<Int>, _ names: [NameSpan], _ sentence: Sentence) -> Range<Int>? {
    let place = names.first { $0.tokens.lowerBound == name.upperBound && $0.type == .place }?.tokens
    guard let place,
      place.contains(where: { t in
        let token = sentence.tokens[t]
        return token.head.map { name.contains($0) } ?? false && ["flat", "appos", "compound"].contains(token.relation)
      })
    else { return nil }
    return place
  }

  /// Words that go with a hyphen behind a name, and are none of it: "Roe-led".
  private static let bound: Set<String> = ["era", "led", "run", "pro"]

  /// "[Ana Roe], Jr.", "[Han Bo]-in": where the suffix ends.
  private static func suffix(behind name: Range<Int>, _ sentence: Sentence) -> Int? {
    let tokens = sentence.tokens
    var t = name.upperBound
    // The second half of a given name: short, in small letters, without a space.
    if name.count > 1, t + 1 < tokens.count, tokens[t].form == "-",
      tokens[t].span.start == tokens[t - 1].span.end, tokens[t + 1].span.start == tokens[t].span.end,
      (2...4).contains(tokens[t + 1].form.count), tokens[t + 1].form.allSatisfy(\.isLowercase),
      !bound.contains(tokens[t + 1].form)
    {
      return t + 2
    }
    if t < tokens.count, tokens[t].form == "," { t += 1 }
    guard t < tokens.count, ["Jr.", "Jr", "Sr.", "Sr"].contains(tokens[t].form) else { return nil }
    return t + 1
  }

  /// "Lower [Freedonia]": another place than Freedonia.
  private static func direction(before place: Range<Int>, _ names: [NameSpan], _ sentence: Sentence) -> Int? {
    let t = place.lowerBound - 1
    guard t >= 0, ["Lower", "Upper", "Greater", "Inner", "Outer"].contains(sentence.tokens[t].form),
      sentence.tokens[t].head.map({ place.contains($0) }) ?? false,
      names.allSatisfy({ !$0.tokens.contains(t) })
    else { return nil }
    return t
  }

  private static func wider(_ name: Range<Int>, _ names: [NameSpan], _ sentence: Sentence) -> Range<Int>? {
    let tokens = sentence.tokens
    let link = name.upperBound
    guard link + 1 < tokens.count else { return nil }
    var first = link + 1
    var from = name.lowerBound
    switch tokens[link].form.lowercased() {
    case "for", "on":
      guard name.contains(where: { kinds.contains(tokens[$0].form.lowercased()) }) else { return nil }
      if tokens[first].form.lowercased() == "the" { first += 1 }
    case "of":
      guard kinds.contains(tokens[name.upperBound - 1].form.lowercased()) else { return nil }
      if tokens[first].form.lowercased() == "the" { first += 1 }
    case "and":
      // Joined with a word behind the preposition: not "University of Arl and Institute".
      guard let preposition = name.last(where: { ["for", "of", "on"].contains(tokens[$0].form) }) else { return nil }
      from = preposition + 1
      if let place = secondPlace(of: name, behind: link, names, sentence) { return name.lowerBound..<place.upperBound }
    default: return nil
    }
    var end = first
    while end < tokens.count, isCapitalised(tokens[end]) { end += 1 }
    guard end > first else { return nil }
    let run = first..<end
    // The words behind belong to the name in the tree too, and are nobody's and no place's.
    guard run.contains(where: { t in tokens[t].head.map { (from..<link).contains($0) } ?? false }),
      names.allSatisfy({ !$0.tokens.overlaps(run) || $0.type == .other })
    else { return nil }
    return name.lowerBound..<end
  }

  /// "[High Court of Freedonia] and [Sylvania]": the second of two lands that one body is of.
  private static func secondPlace(
    of name: Range<Int>, behind link: Int, _ names: [NameSpan], _ sentence: Sentence
  ) -> Range<Int>? {
    let tokens = sentence.tokens
    let first = tokens[link + 1].form.lowercased() == "the" ? link + 2 : link + 1
    guard let place = names.first(where: { $0.type == .place && $0.tokens.lowerBound == first })?.tokens,
      let of = name.lastIndex(where: { tokens[$0].form == "of" }), of > name.lowerBound,
      joint.contains(tokens[of - 1].form.lowercased()),
      place.contains(where: { t in tokens[t].head.map { (of + 1..<link).contains($0) } ?? false })
    else { return nil }
    return place
  }

  /// Words for bodies that two lands may share.
  private static let joint: Set<String> = ["church", "conference", "council", "court", "diocese", "state"]

  private static func isCapitalised(_ token: Token) -> Bool {
    token.form.first?.isUppercase == true && ["PROPN", "NOUN", "ADJ"].contains(token.upos)
  }

  /// Words for bodies that are named after what they deal with.
  private static let kinds: Set<String> = [
    "academy", "agency", "alliance", "association", "authority", "board", "bureau", "campaign", "center", "centre",
    "coalition", "college", "commission", "committee", "conference", "council", "court", "department", "directorate",
    "faculty", "federation", "foundation", "fund", "institute", "institution", "ministry", "movement", "network",
    "office", "organisation", "organization", "school", "secretariat", "society", "union",
  ]
}
