import Statements

/// Finds the pairs of mentions of a document of which something may be said: those of one sentence that refer to
/// different things, and those that a rule proposes.
///
/// Quadratic in the mentions of a sentence, of which at most `most` are looked at.
struct PairReader: Sendable {
  let document: Document
  let analyses: [SentenceAnalysis]
  let lexicon: FrameLexicon
  /// For each mention, the things that it refers to.
  let things: [[Entity]]
  /// What rules propose, and how the text presents it.
  let stated: [StatementBuilder.Stated]

  private static let most = 24

  private struct Ends: Hashable {
    let subject: Mention.ID
    let object: Mention.ID
  }

  struct Things: Hashable {
    let subject: Entity.ID
    let object: Entity.ID
  }

  /// By sentence, subject and object.
  func pairs() -> [MentionPair] {
    var proposals: [Ends: [Int]] = [:]
    var elsewhere: [Things: Set<Relation>] = [:]
    for (i, s) in stated.enumerated() {
      guard let object = s.candidate.object.node, isNode(s.candidate.subject), isNode(object) else { continue }
      proposals[Ends(subject: s.candidate.subject, object: object), default: []].append(i)
      for a in things[s.candidate.subject] {
        for b in things[object] {
          elsewhere[Things(subject: a.id, object: b.id), default: []].insert(s.candidate.relation)
        }
      }
    }
    var bySentence = [[Mention]](repeating: [], count: document.sentences.count)
    var frequency: [Entity.ID: Int] = [:]
    var together: [Things: Int] = [:]
    for m in document.mentions where isNode(m.id) && bySentence.indices.contains(m.sentence) {
      bySentence[m.sentence].append(m)
      for e in things[m.id] { frequency[e.id, default: 0] += 1 }
    }
    for mentions in bySentence {
      let entities = Set(mentions.flatMap { things[$0.id].map(\.id) })
      for a in entities { for b in entities where a != b { together[Things(subject: a, object: b), default: 0] += 1 } }
    }
    let counts = PairTraits.Counts(frequency: frequency, together: together, elsewhere: elsewhere)
    var out: [MentionPair] = []
    var done: Set<Ends> = []
    for (s, mentions) in bySentence.enumerated() where mentions.count > 1 {
      let traits = PairTraits(self, sentence: s, counts: counts)
      for a in mentions.prefix(Self.most) {
        for b in mentions.prefix(Self.most) where areApart(a.id, b.id) {
          let ends = Ends(subject: a.id, object: b.id)
          done.insert(ends)
          out.append(
            traits.pair(
              a, b, proposals: proposals[ends] ?? [],
              reverse: proposals[Ends(subject: b.id, object: a.id)] ?? []))
        }
      }
    }
    let rest = proposals.keys.filter { !done.contains($0) }
      .sorted { ($0.subject, $0.object) < ($1.subject, $1.object) }
    for ends in rest {
      let found = proposals[ends] ?? []
      guard let first = found.first else { continue }
      let traits = PairTraits(self, sentence: stated[first].candidate.sentence, counts: counts)
      out.append(
        traits.pair(
          document.mentions[ends.subject], document.mentions[ends.object], proposals: found,
          reverse: proposals[Ends(subject: ends.object, object: ends.subject)] ?? []))
    }
    return out
  }

  private func isNode(_ m: Mention.ID) -> Bool { things.indices.contains(m) && !things[m].isEmpty }

  private func areApart(_ a: Mention.ID, _ b: Mention.ID) -> Bool {
    a != b && !things[a].contains { x in things[b].contains { $0.id == x.id } }
  }
}
