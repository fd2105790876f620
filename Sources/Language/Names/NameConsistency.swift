import Statements

/// Repairs names by what the rest of the document says: a name is mostly the same thing throughout an article.
///
/// In this order: neighbouring spans that the tree holds together as one name are joined; organizations get what their names go on with
/// (``NameBorders``); types are corrected by their
/// neighbours (``NameTypes``); a bare surname or first name is
/// a person where one full name in the document has it; equal names get the type that most of them have; capitalised
/// words that were passed over are marked where the same words are marked elsewhere.
enum NameConsistency {
  static func repaired(_ names: [NameSpan], in sentences: [Sentence]) -> [NameSpan] {
    var names = NameTypes.corrected(NameBorders.widened(joined(names, sentences), in: sentences), in: sentences)
    names = agreeing(names, sentences)
    names += missed(names, sentences)
    return names.sorted { ($0.sentence, $0.tokens.lowerBound) < ($1.sentence, $1.tokens.lowerBound) }
  }

  private static func words(_ name: NameSpan, _ sentences: [Sentence]) -> [String] {
    sentences[name.sentence].tokens[name.tokens].map(\.form)
  }

  /// "Ana" + "Roe", both persons, the second hanging from the first as `flat`.
  private static func joined(_ names: [NameSpan], _ sentences: [Sentence]) -> [NameSpan] {
    var out: [NameSpan] = []
    for name in names {
      if let last = out.last, last.sentence == name.sentence, last.tokens.upperBound == name.tokens.lowerBound,
        last.type == name.type, last.type == .person || last.type == .place,
        let head = sentences[name.sentence].tokens[name.tokens.lowerBound].head, last.tokens.contains(head),
        sentences[name.sentence].tokens[name.tokens.lowerBound].relation == "flat"
      {
        out[out.count - 1] = NameSpan(
          sentence: name.sentence, tokens: last.tokens.lowerBound..<name.tokens.upperBound, type: name.type)
      } else {
        out.append(name)
      }
    }
    return out
  }

  private static func agreeing(_ names: [NameSpan], _ sentences: [Sentence]) -> [NameSpan] {
    var votes: [[String]: [EntityType: Int]] = [:]
    var partsOfPeople: [String: Set<[String]>] = [:]
    for name in names {
      let words = words(name, sentences)
      votes[words, default: [:]][name.type, default: 0] += 1
      if name.type == .person, words.count > 1 {
        for part in [words[0], words[words.count - 1]] where part.utf8.count > 2 {
          partsOfPeople[part, default: []].insert(words)
        }
      }
    }
    return names.map { name in
      guard name.type != .date else { return name }
      let words = words(name, sentences)
      let found = votes[words] ?? [:]
      var type = name.type
      let total = found.values.reduce(0, +)
      // Ties keep what each has.
      if let (best, count) = found.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }),
        best != .date,
        total >= 3, count * 3 >= total * 2
      {
        type = best
      }
      if words.count == 1, type != .person, type != .demonym, partsOfPeople[words[0]]?.count == 1,
        (found[.place] ?? 0) + (found[.organization] ?? 0) <= max(1, found[.person] ?? 0)
      {
        type = .person
      }
      return NameSpan(sentence: name.sentence, tokens: name.tokens, type: type)
    }
  }

  /// Runs of proper nouns that are no name but stand elsewhere as one.
  private static func missed(_ names: [NameSpan], _ sentences: [Sentence]) -> [NameSpan] {
    var known: [String: [(words: [String], type: EntityType, count: Int)]] = [:]
    var counts: [[String]: (type: EntityType, count: Int)] = [:]
    var order: [[String]] = []
    for name in names
    where name.type == .person || name.type == .organization || name.type == .place || name.type == .event {
      let words = words(name, sentences)
      if counts[words] == nil { order.append(words) }
      counts[words] = (counts[words]?.type ?? name.type, (counts[words]?.count ?? 0) + 1)
    }
    for words in order {
      // One word alone is too little to go by when it was marked only once.
      guard let (type, count) = counts[words], words.count > 1 || count > 1 else { continue }
      known[words[0], default: []].append((words, type, count))
    }
    for key in known.keys { known[key]?.sort { $0.words.count > $1.words.count } }
    guard !known.isEmpty else { return [] }
    let taken = Dictionary(grouping: names, by: \.sentence)
    var out: [NameSpan] = []
    for (s, sentence) in sentences.enumerated() {
      var isTaken = [Bool](repeating: false, count: sentence.tokens.count)
      for name in taken[s] ?? [] { for t in name.tokens { isTaken[t] = true } }
      var t = 0
      while t < sentence.tokens.count {
        defer { t += 1 }
        guard !isTaken[t], sentence.tokens[t].upos == "PROPN", let candidates = known[sentence.tokens[t].form] else {
          continue
        }
        for (words, type, _) in candidates {
          let range = t..<t + words.count
          guard range.upperBound <= sentence.tokens.count, range.allSatisfy({ !isTaken[$0] }),
            zip(range, words).allSatisfy({ sentence.tokens[$0].form == $1 }), !isInsideLonger(range, sentence)
          else { continue }
          out.append(NameSpan(sentence: s, tokens: range, type: type))
          for k in range { isTaken[k] = true }
          break
        }
      }
    }
    return out
  }

  /// Whether the run is only a part of a longer proper name ("Roe" in "Roe Street").
  private static func isInsideLonger(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
    for t in [range.lowerBound - 1, range.upperBound] where sentence.tokens.indices.contains(t) {
      let token = sentence.tokens[t]
      guard token.upos == "PROPN" else { continue }
      if let head = token.head, range.contains(head), token.relation != "appos", token.relation != "conj",
        token.deprel != "nmod:desc"
      {
        return true
      }
      if range.contains(where: {
        sentence.tokens[$0].head == t && ["flat", "compound", "amod"].contains(sentence.tokens[$0].relation)
      }) {
        return true
      }
    }
    return false
  }
}
