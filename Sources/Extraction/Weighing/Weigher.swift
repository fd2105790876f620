import Neural
import Statements

/// Weighs what rules propose and adds what they do not reach, by the relation head.
///
/// A proposal gets its measured probability, and goes where that is too small. A statement of the head's own is made where
/// it is sure enough of a relation, or, of two things that nothing else ties, of there being one.
package struct Weigher: Sendable {
  private let head: RelationHead

  package init(_ head: RelationHead) { self.head = head }

  /// - Parameters:
  ///   - things: For each mention, the things that it refers to.
  ///   - vectors: For each sentence, a vector a word.
  package func weigh(_ proposals: Proposals, things: [[Entity]], vectors: [Matrix]) -> Extraction {
    let document = proposals.builder.document
    let pairs = proposals.pairs(things)
    let beliefs = head.probabilities(pairs, in: document, vectors: vectors)
    var levels = [Float?](repeating: nil, count: proposals.stated.count)
    for (row, pair) in pairs.enumerated() {
      for i in pair.proposals {
        guard let c = head.column(of: proposals.stated[i].candidate.relation) else { continue }
        levels[i] = beliefs[row, c]
      }
    }
    var candidates: [Candidate] = []
    for (stated, level) in zip(proposals.stated, levels) {
      guard let level else {
        let sure = head.literals[PairTraits.family(stated.candidate.rule)] ?? stated.candidate.confidence
        candidates.append(stated.candidate.with(confidence: sure))
        continue
      }
      if level < head.thresholds.keep { continue }
      candidates.append(stated.candidate.with(confidence: head.ruled.probability(level)))
    }
    candidates += added(pairs, beliefs, proposals, things)
    return proposals.builder.build(candidates)
  }

  private struct Fact: Hashable {
    let subject: Entity.ID
    let column: Int
    let object: Entity.ID
  }

  private struct Belief {
    let level: Float
    let row: Int
  }

  /// The head's own statements: one a fact, from the pair that speaks for it most.
  private func added(
    _ pairs: [MentionPair], _ beliefs: Matrix, _ proposals: Proposals, _ things: [[Entity]]
  ) -> [Candidate] {
    var best: [Fact: Belief] = [:]
    var order: [Fact] = []
    for (row, pair) in pairs.enumerated() {
      for a in things[pair.subject] {
        for b in things[pair.object] where a.id != b.id {
          for c in head.relations.indices {
            let fact = Fact(subject: a.id, column: c, object: b.id)
            if let known = best[fact] {
              if beliefs[row, c] > known.level { best[fact] = Belief(level: beliefs[row, c], row: row) }
            } else {
              best[fact] = Belief(level: beliefs[row, c], row: row)
              order.append(fact)
            }
          }
        }
      }
    }
    var taken: Set<Fact> = []
    var tied: Set<Set<Entity.ID>> = []
    for stated in proposals.stated {
      guard let object = stated.candidate.object.node, let c = head.column(of: stated.candidate.relation),
        things.indices.contains(object), things.indices.contains(stated.candidate.subject)
      else { continue }
      for a in things[stated.candidate.subject] {
        for b in things[object] {
          taken.insert(Fact(subject: a.id, column: c, object: b.id))
          if head.relations[c].isSymmetric { taken.insert(Fact(subject: b.id, column: c, object: a.id)) }
          tied.insert([a.id, b.id])
        }
      }
    }
    // What both directions say of a symmetric relation counts.
    func level(_ fact: Fact) -> Float {
      let own = best[fact]?.level ?? 0
      let back = Fact(subject: fact.object, column: fact.column, object: fact.subject)
      guard head.relations[fact.column].isSymmetric, let other = best[back]?.level else { return own }
      return (own + other) / 2
    }
    let ranked = order.enumerated().filter { $0.element.column > 0 }
      .map { (place: $0.offset, fact: $0.element, level: level($0.element)) }
      .sorted { ($0.level, $1.place) > ($1.level, $0.place) }
    var out: [Candidate] = []
    for (_, fact, level) in ranked {
      guard let belief = best[fact], !taken.contains(fact) else { continue }
      let relation = head.relations[fact.column]
      let pair = pairs[belief.row]
      var isSure = level >= head.thresholds.add
      if !isSure, !tied.contains([fact.subject, fact.object]),
        let any = best[Fact(subject: fact.subject, column: 0, object: fact.object)]
      {
        isSure = any.level >= head.thresholds.any
        if isSure, relation.category == .consult, any.level < head.thresholds.meet {
          tied.insert([fact.subject, fact.object])
          continue
        }
      }
      guard isSure, isPlausible(relation, of: pair, proposals),
        let named = self.relation(relation, of: pair, proposals)
      else { continue }
      taken.insert(fact)
      if relation.isSymmetric {
        taken.insert(Fact(subject: fact.object, column: fact.column, object: fact.subject))
      }
      tied.insert([fact.subject, fact.object])
      out.append(
        Candidate(
          subject: pair.subject, relation: named, object: .node(pair.object), sentence: pair.sentence,
          trigger: pair.trigger, words: isFree(pair, proposals) ? [pair.trigger] : [],
          rule: Evidence.headPrefix + relation.rawValue, confidence: head.added.probability(level)))
    }
    return out
  }

  /// Whether both ends are of the kinds that a relation ties; a country is no part of another.
  private func isPlausible(_ relation: Relation, of pair: MentionPair, _ proposals: Proposals) -> Bool {
    let mentions = proposals.builder.document.mentions
    let (a, b) = (mentions[pair.subject], mentions[pair.object])
    func fits(_ m: Mention, _ kinds: Set<EntityType>?) -> Bool {
      guard let kinds, m.form == .name, m.type.isNode else { return true }
      return kinds.contains(m.type)
    }
    let definition = relation.definition
    guard fits(a, definition?.domain), fits(b, definition?.range) else { return false }
    guard relation.category == .tie, a.form == .name, b.form == .name else { return true }
    let countries = [a, b].map { m in
      TieLexicons.shared.countries[
        TieDocument.key(proposals.builder.document.sentences[m.sentence].tokens[m.tokens].map { $0.form.lowercased() })]
    }
    return countries.contains { $0 == nil }
  }

  /// Whether the trigger is a word of neither mention.
  private func isFree(_ pair: MentionPair, _ proposals: Proposals) -> Bool {
    let mentions = proposals.builder.document.mentions
    return [pair.subject, pair.object].allSatisfy { m in
      mentions[m].sentence != pair.sentence || !mentions[m].tokens.contains(pair.trigger)
    }
  }

  /// An open relation is worded by its trigger and the preposition before its object; without a trigger there is none.
  private func relation(_ relation: Relation, of pair: MentionPair, _ proposals: Proposals) -> Relation? {
    guard relation == PairTraits.open else { return relation }
    guard isFree(pair, proposals) else { return nil }
    let tree = proposals.builder.analyses[pair.sentence].clauses.tree
    let object = proposals.builder.document.mentions[pair.object]
    let preposition = object.sentence == pair.sentence ? tree.preposition(of: object.head)?.name : nil
    return .other([tree.lemma(pair.trigger), preposition].compactMap(\.self).joined(separator: " "))
  }
}
