import Statements

/// Tells which names of one document are the same by their words alone.
enum NameMatching {
  /// A name's words without articles, titles and possessive endings, lower-cased.
  static func key(_ mention: Mention, in sentence: Sentence) -> [String] {
    var words = sentence.tokens[mention.tokens].map { $0.form.lowercased() }
    while let first = words.first, words.count > 1, skipped.contains(first) { words.removeFirst() }
    while let last = words.last, words.count > 1, last == "'s" || last == "’s" || last == "'" { words.removeLast() }
    return words
  }

  private static let skipped: Set<String> = NounKinds.maleTitles.union(NounKinds.femaleTitles).union([
    "the", "a", "an", "dr", "dr.", "prof", "prof.", "sen.", "rep.", "gov.", "gen.", "col.", "lt.",
  ])

  /// Chains of names, as lists of indices into `names`: equal names; a person's surname or first name and the one full
  /// name of the document that has it; what stands in brackets after a name and is made of its capitals. Ordered by
  /// first member.
  static func chains(_ names: [Mention], in sentences: [Sentence]) -> [[Int]] {
    let keys = names.map { key($0, in: sentences[$0.sentence]) }
    let fullNames = fullNames(names, keys)
    var chainOf: [Int] = []
    var members: [[Int]] = []
    var known: [String: Int] = [:]
    for (i, name) in names.enumerated() {
      var words = keys[i]
      if name.type == .person || name.form == .nominal, words.count == 1, let full = fullNames[words[0]], let full {
        words = full
      }
      let group = name.type == .person || fullNames[words[0]] != nil ? "p" : name.type == .demonym ? "d" : "x"
      let identity = group + " " + words.joined(separator: " ")
      if let chain = known[identity] ?? expansion(of: i, names, sentences).map({ chainOf[$0] }) {
        members[chain].append(i)
        chainOf.append(chain)
        if known[identity] == nil { known[identity] = chain }
      } else {
        known[identity] = members.count
        chainOf.append(members.count)
        members.append([i])
      }
    }
    return members
  }

  /// The full names of people by their first and last words; nil where two people share one.
  private static func fullNames(_ names: [Mention], _ keys: [[String]]) -> [String: [String]?] {
    var found: [String: [String]?] = [:]
    for (name, key) in zip(names, keys) where name.type == .person && key.count > 1 {
      for part in Set([key[0], key[key.count - 1]]) where part.count > 2 {
        guard let other = found[part] else {
          found[part] = key
          continue
        }
        // "John Q. Public" and "John Public" are one.
        if let other, other == key || other.first == key.first && other.last == key.last {
          if key.count > other.count { found[part] = key }
        } else {
          found[part] = .some(nil)
        }
      }
    }
    return found
  }

  /// The name before, when this one stands in brackets behind it and is made of its capitals.
  private static func expansion(of i: Int, _ names: [Mention], _ sentences: [Sentence]) -> Int? {
    guard i > 0, names[i - 1].sentence == names[i].sentence, names[i].tokens.count == 1 else { return nil }
    let tokens = sentences[names[i].sentence].tokens
    let start = names[i].tokens.lowerBound
    guard start >= 2, tokens[start - 1].form == "(", names[i - 1].tokens.upperBound == start - 1 else { return nil }
    let acronym = tokens[start].form.filter(\.isLetter)
    guard acronym.count >= 2, acronym.allSatisfy(\.isUppercase) else { return nil }
    let capitals = names[i - 1].tokens.compactMap { tokens[$0].form.first }.filter(\.isUppercase)
    var rest = capitals[...]
    for letter in acronym {
      guard let at = rest.firstIndex(of: letter) else { return nil }
      rest = rest[(at + 1)...]
    }
    return capitals.first == acronym.first ? i - 1 : nil
  }
}
