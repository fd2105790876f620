import Statements

/// An office or occupation that a sentence names, with the words around it that say of what body.
struct Office: Sendable {
  /// What goes with the noun by a preposition: "of the House", "to Germany".
  struct Complement: Sendable {
    let preposition: String
    let mentions: [Mention]
    let range: Range<Int>
  }

  /// When it is held, by the words before it.
  enum Standing: Sendable {
    case present, past, future, possible
  }

  let title: TieLexicons.Title
  /// The word that the tree hangs the office from: "secretary" of "secretary of state".
  let head: Int
  /// The title's own words: "Foreign Minister".
  let core: Range<Int>
  /// With its modifiers, without "former" and the like: "Deputy Foreign Minister".
  let phrase: Range<Int>
  /// With article and possessor.
  let start: Int
  let standing: Standing
  let possessor: Mention?
  /// Names among the modifiers, in order.
  let modifiers: [Mention]
  let complements: [Complement]
  let isPlural: Bool

  /// Just past the last complement.
  var end: Int { complements.last?.range.upperBound ?? core.upperBound }
}

/// Finds the offices of a sentence.
///
/// The title's words come from the lexicon, longest first. Its modifiers are the run of nouns, names and adjectives to
/// its left that hang within the phrase; a possessor ends the run. Its complements are the prepositional phrases that
/// follow directly. Runs of words are trusted over labels, since parsers disagree most inside titles.
enum Offices {
  static let past: Set<String> = [
    "former", "ex", "then", "late", "previous", "onetime", "retired", "ousted", "longtime",
  ]
  static let future: Set<String> = ["incoming", "designate", "elect", "prospective", "future", "next"]
  static let possible: Set<String> = ["would-be", "potential", "possible"]
  static let fillers: Set<String> = [
    "current", "incumbent", "sitting", "outgoing", "new", "newly", "fellow", "now", "acting", "elected", "embattled",
    "another", "first", "second", "third", "old", "year", "topmost", "longest", "serving",
  ]

  static func find(in s: TieSentence) -> [Office] {
    var out: [Office] = []
    var i = 0
    let lexicons = TieLexicons.shared
    while i < s.count {
      guard let (title, core) = match(at: i, in: s, lexicons) else {
        i += 1
        continue
      }
      out.append(office(title, core, from: out.last?.core.upperBound ?? 0, in: s))
      i = core.upperBound
    }
    return out
  }

  private static func match(
    at i: Int, in s: TieSentence, _ lexicons: TieLexicons
  ) -> (TieLexicons.Title, Range<Int>)? {
    for n in stride(from: min(lexicons.longestTitle, s.count - i), through: 1, by: -1) {
      let core = i..<i + n
      let last = core.upperBound - 1
      guard ["NOUN", "PROPN"].contains(s.upos(last)) || s.upos(last) == "ADJ" && isCapital(s, last) || n > 1 else {
        continue
      }
      if core.contains(where: { t in s.name(t).map { blocks($0, core, s) } ?? false }) { continue }
      var words = Array(s.lower[core])
      if let bare = prefixed(words[0]) { words[0] = bare.word }
      guard let title = lexicons.title(words) else { continue }
      // "police officer training": the title only modifies another noun.
      if let h = s.head(last), h == core.upperBound, s.upos(h) == "NOUN", s.name(h) == nil,
        lexicons.title([s.lower[h]]) == nil
      {
        continue
      }
      if s.upos(i) == "VERB" || s.upos(last) == "VERB" || s.upos(last) == "AUX" { continue }
      return (title, core)
    }
    return nil
  }

  /// Whether a name keeps a title from being read across its words. The name head takes titles for names at times:
  /// "[Secretary of State] Roe", "[Freedonian Secretary of State] Roe", "[Senate Minority] Leader Roe".
  private static func blocks(_ name: Mention, _ core: Range<Int>, _ s: TieSentence) -> Bool {
    if name.type == .person {
      return name.tokens.upperBound < core.upperBound || name.tokens.lowerBound > core.lowerBound
    }
    if name.type == .date || name.type == .event || name.type == .place { return true }
    // "Labour Minister": no party's.
    if name.tokens == core.lowerBound..<core.lowerBound + 1,
      ["labour", "labor", "green"].contains(s.lower[core.lowerBound])
    {
      return false
    }
    if name.tokens == core { return false }
    if name.tokens.upperBound == core.upperBound { return s.person(startingAt: core.upperBound) == nil }
    return !(name.tokens.upperBound < core.upperBound && ["majority", "minority"].contains(s.lower[core.lowerBound]))
  }

  /// "ex-president", "then-minister" as one word.
  private static func prefixed(_ word: String) -> (word: String, standing: Office.Standing)? {
    for prefix in ["ex-", "then-", "former-"] where word.hasPrefix(prefix) {
      return (String(word.dropFirst(prefix.count)), .past)
    }
    return nil
  }

  static func isCapital(_ s: TieSentence, _ i: Int) -> Bool {
    s.tokens[i].form.first?.isUppercase ?? false
  }

  private static func office(
    _ title: TieLexicons.Title, _ core: Range<Int>, from floor: Int, in s: TieSentence
  ) -> Office {
    let head = core.upperBound - 1
    let top = core.last { t in s.head(t).map { !core.contains($0) } ?? true } ?? head
    let isBeforePerson = s.person(startingAt: core.upperBound) != nil
    var start = core.lowerBound
    var phraseStart = start
    var standing = prefixed(s.lower[core.lowerBound])?.standing ?? .present
    // A name that overlaps the title is no modifier of it.
    func name(_ i: Int) -> Mention? {
      s.name(i).flatMap { $0.tokens.upperBound > core.lowerBound && i < core.lowerBound ? nil : $0 }
    }
    var possessor: Mention?
    var modifiers: [Mention] = []
    var marked = false
    var j = core.lowerBound - 1
    while j >= floor {
      let w = s.lower[j]
      if s.isPossessive(j), j > 0 {
        if s.upos(j - 1) == "NOUN" || s.upos(j - 1) == "PROPN" || s.name(j - 1) != nil {
          possessor = s.heads[j - 1]
          start = possessor.map { min($0.tokens.lowerBound, j - 1) } ?? j - 1
        }
        break
      }
      if s.upos(j) == "PRON" || s.upos(j) == "DET" && ["his", "her", "its", "their"].contains(w) {
        // "the union, whose president Jane Roe"
        if w == "whose" {
          possessor = s.referent(j)
        } else if s.tokens[j].deprel == "nmod:poss" || s.tokens[j].xpos == "PRP$" {
          possessor = s.heads[j]
        }
        start = j
        break
      }
      if s.upos(j) == "DET" {
        start = j
        break
      }
      // "Organisation of Harbours (OH) head"
      if w == ")", let open = (max(0, j - 4)..<j).last(where: { s.word($0) == "(" }),
        s.name(open - 1)?.type == .organization
      {
        j = open - 1
        continue
      }
      if name(j)?.type == .person { break }
      if name(j)?.type == .date {
        // "Last year US President Roe": the name head has drawn the country into the date.
        if isBeforePerson, isCapital(s, j), TieLexicons.shared.countries[w] != nil {
          start = j
          if !marked { phraseStart = j }
        }
        break
      }
      // "Freedonian-Sylvanian journalist"
      if w == "-", s.name(j + 1)?.type == .demonym, s.name(j - 1)?.type == .demonym {
        j -= 1
        continue
      }
      if w == "-" || w == "–" {
        guard j > 0, ["ex", "then", "vice", "deputy", "now", "co"].contains(s.lower[j - 1]) || s.name(j) != nil else {
          // "the three-time champion", "an off-duty policeman": half of a word says nothing.
          if phraseStart == j + 1, j + 1 < core.lowerBound { phraseStart = j + 2 }
          break
        }
        start = j
        j -= 1
        if s.name(j) != nil { continue }
        if past.contains(s.lower[j]) {
          standing = .past
          marked = true
        } else if !marked, !["now"].contains(s.lower[j]) {
          phraseStart = j
        }
        start = j
        j -= 1
        continue
      }
      if let known = standingWord(w) {
        standing = known
        marked = true
        start = j
        j -= 1
        continue
      }
      if w == "and", j > 0, s.name(j) == nil {
        // "trade and industry commissioner": only between modifiers that hang from the phrase.
        if s.relation(j + 1) == "conj", s.head(j + 1) == j - 1, isModifier(s, j - 1), s.name(j - 1)?.type != .person {
          j -= 1
          continue
        }
        guard let h = s.head(j - 1), h > j, h <= head + (isBeforePerson ? 2 : 0),
          s.upos(j - 1) != "PROPN" || isCapital(s, head),
          Offices.isModifier(s, j - 1), s.name(j - 1)?.type != .person
        else { break }
        j -= 1
        continue
      }
      // A name right before "title Person" belongs to the title, unless a preposition governs it.
      let adjoins =
        name(j).map { n in
          isBeforePerson && n.type != .person
            && s.sentence.children(of: n.head, "case").allSatisfy { n.tokens.contains($0) }
        } ?? false
      guard isModifier(s, j), adjoins || hangsWithin(s, j, head) else { break }
      if let name = name(j) {
        if let last = modifiers.first, last.id == name.id {
        } else {
          modifiers.insert(name, at: 0)
        }
        start = name.tokens.lowerBound
        if !marked { phraseStart = start }
        j = start - 1
        continue
      }
      start = j
      if !marked, !fillers.contains(w), !(s.upos(j) == "ADJ" && isCapital(s, head) && !isCapital(s, j)) {
        phraseStart = j
      } else if fillers.contains(w) {
        marked = true
      }
      j -= 1
    }
    if s.word(core.upperBound) == "-", ["elect", "designate"].contains(s.word(core.upperBound + 1)) {
      standing = .future
    }
    if ["elect", "designate"].contains(s.word(core.upperBound)) { standing = .future }
    let tag = s.tokens[head].xpos
    return Office(
      title: title, head: top, core: core, phrase: phraseStart..<core.upperBound, start: start, standing: standing,
      possessor: possessor, modifiers: modifiers, complements: complements(after: core.upperBound, in: s),
      isPlural: tag == "NNS" || tag == "NNPS"
        || s.lower[head] != title.words.split(separator: " ").last.map(String.init)
          && s.lower[head].hasSuffix("s")
    )
  }

  private static func standingWord(_ w: String) -> Office.Standing? {
    if past.contains(w) { return .past }
    if future.contains(w) { return .future }
    if possible.contains(w) { return .possible }
    return nil
  }

  private static func isModifier(_ s: TieSentence, _ i: Int) -> Bool {
    if s.name(i) != nil { return true }
    return ["ADJ", "NOUN", "PROPN"].contains(s.upos(i)) || s.upos(i) == "ADV" && fillers.contains(s.lower[i])
      || s.upos(i) == "VERB" && fillers.contains(s.lower[i])
  }

  /// Whether a word left of a title hangs from a word of the phrase (or of the holder's name that follows it).
  private static func hangsWithin(_ s: TieSentence, _ i: Int, _ head: Int) -> Bool {
    var t = i
    var limit = head
    if let name = s.name(head + 1) { limit = name.tokens.upperBound - 1 }
    if let own = s.name(i) { t = own.head }
    var steps = 0
    while let h = s.head(t), steps < 8 {
      if h > i && h <= limit { return true }
      if let own = s.name(i), own.tokens.contains(h) {
        t = h
        steps += 1
        continue
      }
      // "trade and industry commissioner": a conjunct stands where its first does.
      if s.relation(t) == "conj" {
        t = h
        steps += 1
        continue
      }
      // A flat title: its first word carries the rest.
      return s.relation(i + 1) == "flat" && s.head(i + 1) == i || s.head(head) == i
    }
    // The root of a headline.
    return s.head(head).map { $0 >= i } ?? false
  }

  private static let prepositions: Set<String> = ["of", "for", "to", "at", "from", "in", "with", "on"]

  /// The prepositional phrases that follow a title directly, up to a person's name that the title belongs to.
  private static func complements(after end: Int, in s: TieSentence) -> [Office.Complement] {
    var out: [Office.Complement] = []
    var p = end
    while prepositions.contains(s.word(p)),
      s.upos(p) == "ADP" || s.upos(p) == "SCONJ" || s.word(p) == "to" && s.upos(p) != "PART"
    {
      guard let (range, mentions) = phrase(after: p, in: s) else { break }
      out.append(Office.Complement(preposition: s.lower[p], mentions: mentions, range: p..<range.upperBound))
      p = range.upperBound
    }
    return out
  }

  /// The noun phrase that a preposition governs, read left to right.
  private static func phrase(after p: Int, in s: TieSentence) -> (Range<Int>, [Mention])? {
    var i = p + 1
    var hasNoun = false
    var mentions: [Mention] = []
    let lexicons = TieLexicons.shared
    while i < s.count {
      if CalendarWords.units[s.lower[i]] != nil { return nil }
      if let name = s.name(i) {
        if name.type == .date { break }
        if name.type == .person, hasNoun, !(lexicons.title([s.lower[i - 1]]) != nil) { break }
        if name.tokens.lowerBound < i { break }
        mentions.append(name)
        hasNoun = true
        i = name.tokens.upperBound
        continue
      }
      let u = s.upos(i)
      if u == "DET" || u == "NUM" {
        if hasNoun { break }
      } else if s.isPossessive(i) {
        guard hasNoun else { break }
      } else if s.lower[i] == "and", hasNoun, s.upos(i - 1) == "NOUN" || s.upos(i - 1) == "PROPN",
        s.upos(i + 1) == "NOUN" || s.upos(i + 1) == "PROPN" || s.upos(i + 1) == "ADJ",
        s.name(i - 1) == nil || isOrganization(s.name(i + 1)) && isOrganization(s.name(i - 1))
      {
        // "Minister of Trade and Industry"
      } else if s.lower[i] == "-", hasNoun, s.upos(i - 1) != "ADP",
        ["NOUN", "PROPN", "ADJ"].contains(s.upos(i + 1)) || s.upos(i + 1) == "VERB" && s.relation(i + 1) == "amod"
      {
        // "the Secretary-General", "of the state-owned Harbour Bank"
      } else if ["ADJ", "NOUN", "PROPN"].contains(u) || u == "VERB" && s.relation(i) == "amod" && !hasNoun {
        if u == "NOUN" || u == "PROPN" {
          hasNoun = true
          if s.relation(i) != "compound", let m = s.heads[i], m.form == .nominal { mentions.append(m) }
        }
      } else if u == "PRON", s.tokens[i].xpos == "PRP$" {
        if hasNoun { break }
        if let m = s.heads[i] { mentions.append(m) }
      } else {
        break
      }
      i += 1
    }
    guard hasNoun, i > p + 1 else { return nil }
    return (p + 1..<i, mentions)
  }

  private static func isOrganization(_ m: Mention?) -> Bool { m?.type == .organization }
}
