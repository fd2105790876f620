import Statements

/// Reads statements off an analysed document.
///
/// Rules propose (``FrameRule``, ``OpenRule``, ``Ties``); ``Judge`` reads polarity, factuality and source off the words
/// around each proposal's trigger, `TimeResolver` its time; what one trigger says of several becomes an event.
/// Linear in the number of words, except for the pairs of a coordination. Never throws; odd trees give less.
package struct Extractor: Sendable {
  /// Version of the rules, for the evidence.
  package static let version = "1"

  private let lexicon = FrameLexicon.shared
  private let acts = ActLexicon.shared
  private let governors = GovernorLexicon.shared

  package init() {}

  package func extract(from document: Document) -> Extraction { propose(from: document).extraction }

  /// What the rules propose, before it is weighed.
  package func propose(from document: Document) -> Proposals {
    let participants = Participants(document)
    let analyses = document.sentences.map { SentenceAnalysis($0, lexicon: lexicon) }
    let ties = TieDocument(document)
    var candidates = Ties.candidates(of: ties)
    let acted = ToldActs(analyses, participants: participants, acts: acts, lexicon: lexicon)
    let frames = FrameRule(participants: participants, lexicon: lexicon, acts: acts, told: acted)
    let joined = JoinedActRule(participants: participants, lexicon: lexicon)
    let shared = SharedEventRule(participants: participants)
    var told: [SharedEventRule.Told] = []
    var all: [[FrameRule.Match]] = []
    let stances = SpeechStanceRule(participants: participants, governors: governors, acts: acts)
    for (s, analysis) in analyses.enumerated() {
      var bound: Set<Pair> = []
      var matches: [FrameRule.Match] = []
      for predicate in analysis.predicates {
        for match in frames.matches(predicate, in: s, tree: analysis.clauses.tree) {
          matches.append(match)
          bound.insert(Pair(match.subject, match.object))
          candidates.append(candidate(match, sentence: s, tree: analysis.clauses.tree, frames: frames))
        }
      }
      candidates += stances.candidates(matches, in: s, clauses: analysis.clauses)
      let successions = SuccessionRule(participants: participants).candidates(in: s, clauses: analysis.clauses)
      if !successions.isEmpty {
        // Who left is named there: "his" of "his successor" says no more.
        candidates.removeAll { c in
          c.sentence == s && c.object.node.map { document.mentions[$0].form == .pronoun } ?? false
            && successions.contains { $0.subject == c.subject && $0.relation == c.relation }
        }
        candidates += successions
      }
      let judge = Judge(tree: analysis.clauses.tree, clauses: analysis.clauses, governors: governors)
      candidates += shared.candidates(in: s, clauses: analysis.clauses, told: told, judge: judge)
      told += SharedEventRule.told(matches, in: s, judge: judge)
      candidates += joined.candidates(in: s, clauses: analysis.clauses, told: all)
      all.append(matches)
      let open = OpenRule(participants: participants, lexicon: lexicon, acts: acts)
      let understood = Set(matches.map(\.predicate.head))
      for predicate in analysis.predicates where predicate.kind == .verb && !understood.contains(predicate.head) {
        candidates += open.candidates(predicate, in: s, tree: analysis.clauses.tree)
          .filter { c in !bound.contains(Pair(c.subject, c.object.node ?? -1)) }
      }
    }
    candidates += AttributedAttackRule(participants: participants, acts: acts).candidates(analyses, all)
    candidates = ImpliedBodies.withoutForeign(candidates, in: ties)
    let builder = StatementBuilder(
      document: document, analyses: analyses, participants: participants, governors: governors,
      times: TimeResolver(document: document), quotations: Quotations(document.sentences))
    return Proposals(builder: builder, stated: builder.stated(candidates))
  }

  private struct Pair: Hashable {
    let low: Mention.ID
    let high: Mention.ID
    init(_ a: Mention.ID, _ b: Mention.ID) { (low, high) = (min(a, b), max(a, b)) }
  }

  private func candidate(
    _ m: FrameRule.Match, sentence: Int, tree: SentenceTree, frames: FrameRule
  ) -> Candidate {
    let markers = m.subjectArgument.markers + m.objectArgument.markers
    var confidence = m.predicate.kind == .noun ? 0.6 : 0.65
    if m.isProjected { confidence -= 0.1 }
    if m.subjectArgument.isShared || m.objectArgument.isShared { confidence -= 0.1 }
    return Candidate(
      subject: m.subject, relation: m.frame.relation, object: .node(m.object), sentence: sentence,
      trigger: m.predicate.head, words: Set(m.predicate.words + markers).sorted(),
      circumstances: frames.circumstances(of: m, in: sentence, tree: tree),
      rule: "\(m.isRecalled ? "act" : "frame")/\(m.frame.kind.rawValue)/\(m.frame.lemma)", confidence: confidence)
  }
}

/// What rules propose of one document.
package struct Proposals: Sendable {
  let builder: StatementBuilder
  /// By sentence, trigger, relation, subject and object.
  let stated: [StatementBuilder.Stated]

  /// All that rules propose, as statements with events.
  package var extraction: Extraction { builder.extraction(stated) }
}

/// The clauses of one sentence.
struct SentenceAnalysis: Sendable {
  let clauses: ClauseAnalyzer
  /// Verbs and adjectives, then event nouns, each in order.
  let predicates: [Predicate]

  init(_ sentence: Sentence, lexicon: FrameLexicon) {
    clauses = ClauseAnalyzer(sentence)
    predicates = clauses.verbs() + NounAnalyzer(clauses).nouns { lexicon.isEventNoun($0) }
  }
}
