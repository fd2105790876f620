/// Finds what sentences mention, from their trees and names.
///
/// A name is a mention as it is marked. A noun (or a proper noun outside every name) that heads a phrase is a nominal
/// mention; personal, possessive and reflexive pronouns are pronoun mentions. Titles and other modifiers inside a
/// phrase (`compound`, `flat`, …) are none: rules read them from the tree.
public enum MentionFinder {
  public static func mentions(in sentences: [Sentence], names: [NameSpan]) -> [Mention] {
    let bySentence = Dictionary(grouping: names, by: \.sentence)
    var found: [(sentence: Int, tokens: Range<Int>, head: Int, form: Mention.Form, type: EntityType)] = []
    for (s, sentence) in sentences.enumerated() {
      var named = [Bool](repeating: false, count: sentence.tokens.count)
      for name in bySentence[s] ?? [] where !name.tokens.isEmpty && name.tokens.upperBound <= named.count {
        for t in name.tokens { named[t] = true }
        found.append((s, name.tokens, head(of: name.tokens, in: sentence), .name, name.type))
      }
      for t in sentence.tokens.indices where !named[t] {
        guard let type = unmarkedName(t, in: sentence) else { continue }
        named[t] = true
        found.append((s, t..<t + 1, t, .name, type))
      }
      let dates = (bySentence[s] ?? []).filter { $0.type == .date }.map(\.tokens)
      for (t, token) in sentence.tokens.enumerated() where !named[t] {
        if isReferringPronoun(token) {
          found.append((s, t..<t + 1, t, .pronoun, .other))
        } else if headsPhrase(t, in: sentence) {
          found.append((s, phrase(at: t, in: sentence, dates), t, .nominal, .other))
        }
      }
    }
    found.sort {
      ($0.sentence, $0.tokens.lowerBound, -$0.tokens.upperBound, $0.head)
        < ($1.sentence, $1.tokens.lowerBound, -$1.tokens.upperBound, $1.head)
    }
    return found.enumerated().map { id, m in
      Mention(id: id, sentence: m.sentence, tokens: m.tokens, head: m.head, form: m.form, type: m.type)
    }
  }

  private static let partyAdjectives: Set<String> = [
    "Democratic", "Republican", "Conservative", "Labour", "Liberal", "Socialist", "Communist", "Tory",
  ]

  /// The type of a name that is seldom marked as one: "US" in a headline, taken for the pronoun; a party's adjective,
  /// capitalised within a sentence ("the Labour leader").
  private static func unmarkedName(_ t: Int, in sentence: Sentence) -> EntityType? {
    let token = sentence.tokens[t]
    if token.form == "US", token.upos == "PRON" {
      return sentence.tokens.contains { $0.form.contains(where: \.isLowercase) } ? .place : nil
    }
    guard partyAdjectives.contains(token.form), ["amod", "compound", "nmod"].contains(token.relation),
      let h = token.head, h > t, ["NOUN", "PROPN"].contains(sentence.tokens[h].upos),
      // At the start of a sentence, where every word has a capital, before somebody's title.
      t > 0 || h + 1 < sentence.tokens.count && sentence.tokens[h + 1].upos == "PROPN",
      // A headline capitalises every word.
      sentence.tokens.contains(where: { $0.upos == "NOUN" && $0.form.first?.isLowercase ?? false })
    else { return nil }
    return .organization
  }

  /// The word of a run whose own head lies outside it.
  public static func head(of range: Range<Int>, in sentence: Sentence) -> Int {
    let candidates = range.filter { t in sentence.tokens[t].head.map { !range.contains($0) } ?? true }
    return candidates.first { sentence.tokens[$0].upos == "PROPN" }
      ?? candidates.first { sentence.tokens[$0].upos != "PUNCT" } ?? range.lowerBound
  }

  private static let pronouns: Set<String> = [
    "i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours", "he", "him", "his", "she", "her",
    "hers", "it", "its", "they", "them", "their", "theirs", "myself", "ourselves", "yourself", "yourselves",
    "himself", "herself", "itself", "themselves", "themself",
  ]

  private static func isReferringPronoun(_ token: Token) -> Bool {
    token.upos == "PRON" && pronouns.contains(token.form.lowercased()) && token.deprel != "expl"
  }

  private static let modifierRelations: Set<Substring> = ["compound", "flat", "fixed", "goeswith", "reparandum"]

  private static func headsPhrase(_ t: Int, in sentence: Sentence) -> Bool {
    let token = sentence.tokens[t]
    switch token.upos {
    case "NOUN", "PROPN": return !modifierRelations.contains(token.relation) && token.deprel != "nmod:desc"
    case "PRON", "DET", "NUM", "ADJ":
      // "both", "the two", "three of them", "the accused": only as an argument.
      guard ["nsubj", "obj", "iobj", "obl", "nmod"].contains(token.relation) else { return false }
      if token.upos == "PRON" || token.upos == "DET" { return ["both", "all", "others", "one"].contains(token.lemma) }
      return token.upos == "NUM" || !sentence.children(of: t, "det").isEmpty
    default: return false
    }
  }

  /// The phrase of a noun: its modifiers to the left, and to the right what follows directly, up to a relative clause,
  /// an apposition, a conjunct, a date or a comma.
  private static func phrase(at head: Int, in sentence: Sentence, _ dates: [Range<Int>]) -> Range<Int> {
    var lower = head
    var upper = head + 1
    let left: Set<Substring> = ["det", "amod", "nummod", "compound", "nmod", "advmod", "case"]
    for c in sentence.children[head].reversed() where c < head {
      let token = sentence.tokens[c]
      guard left.contains(token.relation), token.upos != "ADP", token.upos != "PUNCT" else { continue }
      let below = sentence.subtree(of: c)
      if let first = below.first, let last = below.last, last < lower,
        lower - last <= 1 + punctuation(last + 1..<lower, sentence)
      {
        lower = first
      }
    }
    for c in sentence.children[head] where c > head {
      let token = sentence.tokens[c]
      guard token.relation == "nmod" || token.relation == "flat" || token.relation == "fixed" else { continue }
      // "a court on Friday": when it was is no part of what it is called.
      if dates.contains(where: { $0.contains(c) }) { break }
      let below = sentence.subtree(of: c)
      guard below.first == upper else { break }
      var end = upper
      for t in below {
        let b = sentence.tokens[t]
        if t != end || b.upos == "PUNCT" && b.form == "," || b.deprel == "acl:relcl" || b.relation == "appos" { break }
        end = t + 1
      }
      upper = max(end, c + 1)
    }
    return lower..<upper
  }

  private static func punctuation(_ range: Range<Int>, _ sentence: Sentence) -> Int {
    range.filter { sentence.tokens[$0].upos == "PUNCT" && sentence.tokens[$0].form == "-" }.count
  }
}
