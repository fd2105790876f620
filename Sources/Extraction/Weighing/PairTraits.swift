import Statements

/// What is seen of a pair of mentions in one sentence: kinds, path, words, senses, the rules' proposals.
struct PairTraits {
  /// How often things are spoken of in the article, and together, and what rules propose of them anywhere in it.
  struct Counts {
    let frequency: [Entity.ID: Int]
    let together: [PairReader.Things: Int]
    let elsewhere: [PairReader.Things: Set<Relation>]
  }

  /// A mention's place among the arguments of a predicate.
  private struct Role {
    let slot: Slot
    /// Steps in the tree from the mention's head to the argument's.
    let steps: Int
  }

  private let reader: PairReader
  private let sentence: Int
  private let counts: Counts
  private let tree: SentenceTree
  private let predicates: [Predicate]
  private let slots: [[Int: Slot]]

  init(_ reader: PairReader, sentence: Int, counts: Counts) {
    self.reader = reader
    self.sentence = sentence
    self.counts = counts
    tree = reader.analyses[sentence].clauses.tree
    predicates = reader.analyses[sentence].predicates
    slots = predicates.map { p in
      Dictionary(p.arguments.map { ($0.token, $0.slot) }, uniquingKeysWith: { first, _ in first })
    }
  }

  func pair(_ a: Mention, _ b: Mention, proposals: [Int], reverse: [Int]) -> MentionPair {
    var traits = kinds(a, b)
    var hints: [Relation: [String]] = [:]
    var trigger = proposals.first.map { reader.stated[$0].candidate.trigger } ?? b.head
    var inner: [Int] = []
    if a.sentence == sentence, b.sentence == sentence, let path = TreePath(from: a.head, to: b.head, in: tree.tokens) {
      inner = Set(path.up.dropFirst() + path.down.dropFirst() + [path.top]).subtracting([a.head, b.head]).sorted()
      let isFree = !a.tokens.contains(path.top) && !b.tokens.contains(path.top)
      if proposals.isEmpty {
        trigger = isFree ? path.top : inner.first { !a.tokens.contains($0) && !b.tokens.contains($0) } ?? b.head
      }
      traits += along(path, a, b, inner) + between(a, b)
      hints = senses(a, b, inner)
    } else {
      traits.append("apart")
    }
    let told = told(a, b, proposals, reverse)
    traits += told.traits
    for (relation, more) in told.hints { hints[relation, default: []] += more }
    return MentionPair(
      subject: a.id, object: b.id, sentence: sentence, trigger: trigger, inner: inner, traits: traits,
      hints: hints.mapValues { Set($0).sorted() }, proposals: proposals)
  }

  // MARK: Kinds

  private func kinds(_ a: Mention, _ b: Mention) -> [String] {
    let (x, y) = (reader.things[a.id][0], reader.things[b.id][0])
    var out = ["kind \(x.type.rawValue) \(y.type.rawValue)", "form \(a.form.rawValue) \(b.form.rawValue)"]
    for (name, m, thing) in [("a", a, x), ("b", b, y)] {
      let token = reader.document.sentences[m.sentence].tokens[m.head]
      let deprel = token.deprel
      out.append("\(name) kind \(thing.type.rawValue)")
      out.append("\(name) form \(m.form.rawValue)")
      out.append("\(name) label \(deprel)")
      if m.type == .demonym { out.append("\(name) demonym") }
      if m.form != .name { out.append("\(name) noun \(token.lemma.lowercased())") }
      if thing.identifiers["iso3166"] != nil { out.append("\(name) country") }
      if reader.things[m.id].count > 1 { out.append("\(name) several") }
      out.append("\(name) often \(Self.bucket(counts.frequency[thing.id] ?? 0))")
    }
    let together = counts.together[PairReader.Things(subject: x.id, object: y.id)] ?? 0
    out.append("together \(Self.bucket(together))")
    let isTitle = reader.document.sentences[sentence].part == .title
    out.append(isTitle ? "place title" : sentence < 4 ? "place lead" : "place body")
    if a.sentence == b.sentence {
      if a.tokens.contains(b.head) { out.append("a holds b") }
      if b.tokens.contains(a.head) { out.append("b holds a") }
    }
    return out
  }

  /// Small numbers as they are, large ones by their order.
  private static func bucket(_ n: Int) -> String {
    switch n {
    case ...3: String(n)
    case ...5: "5"
    case ...9: "9"
    case ...15: "15"
    default: "more"
    }
  }

  // MARK: The path

  private func along(_ path: TreePath, _ a: Mention, _ b: Mention, _ inner: [Int]) -> [String] {
    let tokens = tree.tokens
    func step(_ i: Int) -> String {
      guard tokens[i].relation == "obl" || tokens[i].relation == "nmod", let p = tree.preposition(of: i) else {
        return tokens[i].deprel
      }
      return "\(tokens[i].deprel)/\(p.name)"
    }
    let up = path.up.map { step($0) }
    let down = path.down.reversed().map { step($0) }
    let bare =
      path.up.map { String(tokens[$0].relation) }.joined(separator: "<") + "|"
      + path.down.reversed().map { String(tokens[$0].relation) }.joined(separator: ">")
    let top = tree.lemma(path.top)
    var out = ["path \(bare)", "length \(min(up.count, 6)) \(min(down.count, 6))", "top \(tokens[path.top].upos)"]
    out.append("steps \(up.joined(separator: "<"))|\(down.joined(separator: ">"))")
    if path.top != a.head, path.top != b.head {
      out.append("top word \(top)")
      out.append("top way \(top) \(up.last ?? "")|\(down.first ?? "")")
    } else {
      out.append(path.top == a.head ? "top a" : "top b")
    }
    out += Set(path.up.map { "up " + step($0) } + path.down.map { "down " + step($0) }).sorted()
    for w in inner where tokens[w].upos != "PROPN" { out.append("on \(tree.lemma(w))") }
    for (name, m) in [("a", a), ("b", b)] {
      if let h = tokens[m.head].head {
        out.append("\(name) above \(tokens[h].upos == "PROPN" ? "PROPN" : tree.lemma(h))")
      }
      if let p = tree.preposition(of: m.head) { out.append("\(name) case \(p.name)") }
      for c in tree.sentence.children[m.head] where tokens[c].upos != "PUNCT" && tokens[c].upos != "PROPN" {
        if ["amod", "compound", "nmod", "appos", "acl", "flat", "cop", "det", "case"].contains(tokens[c].relation) {
          out.append("\(name) below \(tokens[c].relation) \(tree.lemma(c))")
        }
      }
    }
    return out
  }

  /// Words between the two, where they are few.
  private func between(_ a: Mention, _ b: Mention) -> [String] {
    let isFirst = a.tokens.lowerBound < b.tokens.lowerBound
    let (left, right) = isFirst ? (a, b) : (b, a)
    let words = left.tokens.upperBound..<max(left.tokens.upperBound, right.tokens.lowerBound)
    var out = [isFirst ? "a first" : "b first", "gap \(isFirst ? "" : "-")\(Self.bucket(words.count))"]
    if words.count <= 7 {
      for w in words where tree.tokens[w].upos != "PROPN" {
        out.append("mid \(isFirst ? "" : "-")\(tree.tokens[w].form.lowercased())")
      }
      if words.count <= 4, !words.isEmpty {
        let run = words.map { tree.tokens[$0].upos == "PROPN" ? "PROPN" : tree.tokens[$0].form.lowercased() }
        out.append("run \(isFirst ? "" : "-")\(run.joined(separator: " "))")
      }
    }
    return out
  }

  // MARK: Senses

  /// For every predicate near: whether its senses give the two the places that they have.
  private func senses(_ a: Mention, _ b: Mention, _ inner: [Int]) -> [Relation: [String]] {
    var hints: [Relation: [String]] = [:]
    let (above, below) = (climb(a), climb(b))
    let linking = Set(inner)
    for (i, p) in predicates.enumerated() {
      let (x, y) = (role(above, slots[i]), role(below, slots[i]))
      let isLinking = linking.contains(p.head)
      guard isLinking || x != nil && y != nil else { continue }
      let objects = Set(p.arguments.filter { $0.slot == .object }.map { tree.lemma($0.token) })
      let (special, plain) = reader.lexicon.senses(p.lemma, p.kind, objectLemmas: objects)
      for frame in special + plain {
        func fit(_ r: Role?, _ slots: [Slot]) -> String {
          guard let r else { return "-" }
          return slots.contains(r.slot) ? String(min(r.steps, 2)) : "x"
        }
        var found = "\(isLinking ? "link" : "near") \(fit(x, frame.subject)) "
        found += frame.object == [.mutual] ? fit(y, frame.subject) + "m" : fit(y, frame.object)
        hints[frame.relation, default: []].append("sense \(found)")
        if frame.object != [.mutual] {
          let turned = "\(fit(y, frame.subject)) \(fit(x, frame.object))"
          hints[frame.relation, default: []].append("turned \(isLinking ? "link" : "near") \(turned)")
        }
      }
    }
    return hints
  }

  /// The words from a mention's head upwards, nearest first.
  private func climb(_ m: Mention) -> [Int] {
    var out = [m.head]
    while out.count < 6, let h = tree.tokens[out[out.count - 1]].head { out.append(h) }
    return out
  }

  private func role(_ way: [Int], _ slots: [Int: Slot]) -> Role? {
    for (steps, token) in way.enumerated() {
      if let slot = slots[token] { return Role(slot: slot, steps: steps) }
    }
    return nil
  }

  // MARK: What rules say

  /// "frame/verb/meet" → "frame/verb"; names without a path are whole.
  static func family(_ rule: String) -> String {
    rule.split(separator: "/").prefix(2).joined(separator: "/")
  }

  private func told(
    _ a: Mention, _ b: Mention, _ proposals: [Int], _ reverse: [Int]
  ) -> (traits: [String], hints: [Relation: [String]]) {
    var hints: [Relation: [String]] = [:]
    var traits: Set<String> = []
    for i in proposals {
      let c = reader.stated[i].candidate
      let relation = c.relation.phrase == nil ? c.relation : Self.open
      traits.insert("said \(relation.rawValue)")
      traits.insert("factuality \(reader.stated[i].statement.factuality.rawValue)")
      hints[relation, default: []] += [
        "rule", "rule \(c.rule)", "family \(Self.family(c.rule))", "sure \(Int((c.confidence * 10).rounded()))",
      ]
    }
    for i in reverse {
      let c = reader.stated[i].candidate
      let relation = c.relation.phrase == nil ? c.relation : Self.open
      traits.insert("said back \(relation.rawValue)")
      hints[relation, default: []] += relation.isSymmetric ? ["rule", "family \(Self.family(c.rule))"] : ["rule back"]
    }
    if proposals.isEmpty && reverse.isEmpty { traits.insert("unsaid") }
    for x in reader.things[a.id] {
      for y in reader.things[b.id] {
        for r in counts.elsewhere[PairReader.Things(subject: x.id, object: y.id)] ?? [] {
          hints[r.phrase == nil ? r : Self.open, default: []].append("anywhere")
        }
        for r in counts.elsewhere[PairReader.Things(subject: y.id, object: x.id)] ?? [] {
          hints[r.phrase == nil ? r : Self.open, default: []].append("anywhere back")
        }
      }
    }
    return (traits.sorted(), hints)
  }

  /// All open phrases are one relation here.
  static let open = Relation(rawValue: "other")
}
