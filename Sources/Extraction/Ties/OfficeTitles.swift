import Statements

/// The words of a title as a statement's literal.
///
/// Modifiers, title and what completes it: "Deputy Foreign Minister", "Speaker of the House", "US Ambassador to
/// Freedonia". Left out are "former" and the like, possessors, and what a title of two words can do without: "general
/// manager" of Acme, "spokeswoman" for Acme.
enum OfficeTitles {
  /// Whether a holder is said to hold an office, and not only to belong or to have a trade.
  static func isRole(_ office: Office, _ holder: OfficeHolder, _ s: TieSentence) -> Bool {
    let words = office.title.words
    if words == "member" || words.hasSuffix(" member") {
      return office.complements.contains { chambers.contains(s.lower[$0.range.upperBound - 1]) }
    }
    if holder.mention.form == .name, holder.mention.type != .person { return false }
    switch office.title.tie?.rawValue {
    case "memberOf"?:
      return office.title.body == .legislature || office.title.body == .court || holder.rule == "office-before-name"
    case nil: return holder.rule != "is-office"
    default: return !(holder.rule == "is-office" && ["candidate", "nominee", "official"].contains(words))
    }
  }

  private static let chambers: Set<String> = [
    "parliament", "senate", "congress", "assembly", "council", "house", "commons", "lords", "legislature", "committee",
    "court",
  ]

  static func range(_ office: Office) -> Range<Int> {
    var end = office.core.upperBound
    let words = office.title.words
    let isComplete =
      words.contains(" ") && ["organization", "any"].contains(office.title.body.rawValue) || words == "owner"
    let isAgent = words.hasPrefix("spokes") || office.title.body == .any && words != "ambassador"
    for c in office.complements where !isComplete || words.hasSuffix(" of") {
      guard ["of", "to", "for", "from"].contains(c.preposition), c.range.lowerBound == end else { break }
      if isAgent, c.preposition != "of", c.preposition != "to" { break }
      end = c.range.upperBound
    }
    // "a Freedonian painter": where a tradesman is from is no part of the trade.
    let isTrade = office.title.tie == nil && office.title.body == .any
    let start = isTrade ? office.modifiers.filter { $0.type == .demonym }.map(\.tokens.upperBound).max() : nil
    return min(max(office.phrase.lowerBound, start ?? 0), office.core.lowerBound)..<end
  }

  static func text(_ office: Office, _ s: TieSentence) -> String {
    let literal = range(office)
    guard office.isPlural else { return s.text(literal) }
    let isCapital = Offices.isCapital(s, office.core.lowerBound)
    let words = office.title.words.split(separator: " ").map { w in
      isCapital && w != "of" && w != "the" ? w.prefix(1).uppercased() + w.dropFirst() : String(w)
    }
    let before = literal.lowerBound < office.core.lowerBound ? s.text(literal.lowerBound..<office.core.lowerBound) : ""
    let after = literal.upperBound > office.core.upperBound ? s.text(office.core.upperBound..<literal.upperBound) : ""
    return ([before] + words + [after]).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
