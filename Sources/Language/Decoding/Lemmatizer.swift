import Foundation

/// Lemmas by dictionary, then by the regular inflections of English, then by the model's edit script.
///
/// The dictionary (`lemmas.tsv`, made by `Training/lemmas.py`) holds lemmas with their irregular forms; regular forms of
/// known lemmas are generated when it is read. For unknown words the tag says which ending to undo. The script is left for
/// all else: pronouns, determiners, abbreviations, names.
struct Lemmatizer: Sendable {
  private enum WordClass: UInt8 { case verb, noun, adjective }

  private struct Key: Hashable {
    let wordClass: WordClass
    let form: String
  }

  private let lemmas: [Key: String]

  /// Reads `lemmas.tsv` of a model folder.
  ///
  /// - Throws: ``ModelError`` when it is missing.
  init(contentsOf url: URL) throws(ModelError) {
    do {
      self.init(table: try String(contentsOf: url, encoding: .utf8))
    } catch {
      throw ModelError(file: url.path, reason: .unreadable)
    }
  }

  /// Reads rows of class, lemma and irregular forms, separated by tabs; others are passed over.
  init(table: String) {
    var lemmas: [Key: String] = [:]
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t").map(String.init)
      guard columns.count >= 2, let wordClass = Self.classes[columns[0]] else { continue }
      for form in columns[2...] { lemmas[Key(wordClass: wordClass, form: form)] = columns[1] }
      // A form that is irregular somewhere is not made regularly elsewhere: "found" is find's before found's.
      for form in Self.regularForms(of: columns[1], wordClass)
      where lemmas[Key(wordClass: wordClass, form: form)] == nil {
        lemmas[Key(wordClass: wordClass, form: form)] = columns[1]
      }
    }
    self.lemmas = lemmas
  }

  private static let classes: [String: WordClass] = ["V": .verb, "N": .noun, "A": .adjective]

  /// The lemma of a form with its tags; nil where neither dictionary nor endings tell.
  func lemma(of form: String, upos: String, xpos: String) -> String? {
    let wordClass: WordClass
    switch upos {
    case "VERB", "AUX": wordClass = .verb
    case "NOUN": wordClass = .noun
    case "ADJ", "ADV": wordClass = .adjective
    default: return nil
    }
    let lower = form.lowercased()
    // A contracted auxiliary ("'s", "n't", "wo") is what the model says it is.
    guard lower.utf8.count > 2, lower.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return nil }
    if let known = lemmas[Key(wordClass: wordClass, form: lower)] { return known }
    // "renamed" as "named"
    if wordClass == .verb,
      let prefix = Self.prefixes.first(where: { lower.hasPrefix($0) && lower.count > $0.count + 4 }),
      let known = lemmas[Key(wordClass: .verb, form: String(lower.dropFirst(prefix.count)))]
    {
      return prefix + known
    }
    switch xpos {
    case "VBD", "VBN": return lower.hasSuffix("ed") ? Self.base(String(lower.dropLast(2)), isY: "i") : nil
    case "VBG": return lower.hasSuffix("ing") ? Self.base(String(lower.dropLast(3)), isY: nil) : nil
    case "VBZ", "NNS": return Self.singular(lower)
    case "VB", "VBP", "NN", "JJ", "RB": return lower
    default: return nil
    }
  }

  private static let prefixes = ["re", "over", "out", "mis", "co"]

  private static let vowels: Set<Character> = ["a", "e", "i", "o", "u"]

  /// The forms that a regular word has; `lemmas.py` lists what they miss.
  private static func regularForms(of lemma: String, _ wordClass: WordClass) -> [String] {
    let letters = Array(lemma)
    guard letters.count > 1, wordClass != .adjective, let last = letters.last else { return [lemma] }
    let beforeLast = letters[letters.count - 2]
    let isConsonantY = last == "y" && !vowels.contains(beforeLast)
    let third: String
    if ["s", "x", "z"].contains(last) || lemma.hasSuffix("ch") || lemma.hasSuffix("sh") {
      third = lemma + "es"
    } else {
      third = isConsonantY ? lemma.dropLast() + "ies" : lemma + "s"
    }
    guard wordClass == .verb else { return [lemma, third] }
    if last == "e" { return [lemma, third, lemma + "d", lemma.dropLast() + "ing"] }
    if isConsonantY { return [lemma, third, lemma.dropLast() + "ied", lemma + "ing"] }
    var forms = [lemma, third, lemma + "ed", lemma + "ing"]
    if letters.count > 2, !vowels.contains(last), !["w", "x", "y"].contains(last), vowels.contains(beforeLast),
      !vowels.contains(letters[letters.count - 3])
    {
      forms += [lemma + String(last) + "ed", lemma + String(last) + "ing"]
    }
    return forms
  }

  /// The verb whose stem before "-ed" or "-ing" this is: "plann" → plan, "accus" → accuse, "carri" → carry.
  private static func base(_ stem: String, isY: Character?) -> String? {
    let letters = Array(stem)
    guard letters.count > 1, letters.contains(where: { vowels.contains($0) || $0 == "y" }), let last = letters.last
    else {
      return nil
    }
    let beforeLast = letters[letters.count - 2]
    if last == isY { return stem.dropLast() + "y" }
    if last == beforeLast, !vowels.contains(last) {
      // "passed", "called", "buzzed", "staffed" keep both letters; "planned", "referred" doubled one.
      return ["s", "l", "z", "f"].contains(last) ? stem : String(stem.dropLast())
    }
    let endsInE: Bool
    switch last {
    case "c", "v", "u", "z": endsInE = true
    case "g": endsInE = beforeLast != "n" || letters.count > 4 && ["a", "e"].contains(letters[letters.count - 3])
    case "s": endsInE = vowels.contains(beforeLast) || ["n", "r", "p", "l"].contains(beforeLast)
    case "l": endsInE = !vowels.contains(beforeLast) && beforeLast != "r" && beforeLast != "w"
    case "t": endsInE = beforeLast == "a" && letters.count > 3 && !["e", "o"].contains(letters[letters.count - 3])
    case "r":
      endsInE = ["i", "u", "a"].contains(beforeLast) && letters.count < 7 || beforeLast == "o" && letters.count > 4
    case "n": endsInE = beforeLast == "i" && letters.count > 4 || beforeLast == "a" && letters.count < 4
    case "d": endsInE = vowels.contains(beforeLast) && letters.count > 2
    case "k", "m", "b", "p": endsInE = ["a", "i", "o", "u"].contains(beforeLast) && letters.count < 5
    default: endsInE = false
    }
    return endsInE ? stem + "e" : stem
  }

  private static func singular(_ form: String) -> String? {
    guard form.hasSuffix("s"), !form.hasSuffix("ss") else { return nil }
    if form.hasSuffix("ies"), form.utf8.count > 4 { return form.dropLast(3) + "y" }
    for ending in ["sses", "xes", "zes", "ches", "shes"] where form.hasSuffix(ending) {
      return String(form.dropLast(2))
    }
    return String(form.dropLast())
  }
}
