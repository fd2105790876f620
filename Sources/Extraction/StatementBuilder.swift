import Statements

/// Turns what rules propose into statements with their evidence, and what one trigger says of several into events.
struct StatementBuilder: Sendable {
  let document: Document
  let analyses: [SentenceAnalysis]
  let participants: Participants
  let governors: GovernorLexicon
  let times: TimeResolver
  let quotations: Quotations

  /// A proposal, and the statement that the text makes of it.
  struct Stated: Sendable {
    let candidate: Candidate
    let statement: Statement<Mention.ID>
  }

  func build(_ candidates: [Candidate]) -> Extraction { extraction(stated(candidates)) }

  /// Statements with the events that they are part of.
  func extraction(_ stated: [Stated]) -> Extraction {
    let statements = stated.map(\.statement)
    let circumstances = Dictionary(
      stated.map { ($0.statement.id, $0.candidate.circumstances) }, uniquingKeysWith: { first, _ in first })
    let events = EventBuilder(document: document, participants: participants, circumstances: circumstances)
      .events(of: statements)
    return Extraction(
      statements: statements.map { $0.with(event: events.byStatement[$0.id]) }, events: events.events)
  }

  /// Each proposal once, by sentence, trigger, relation, subject and object.
  func stated(_ candidates: [Candidate]) -> [Stated] {
    var statements: [Stated] = []
    var seen: Set<Identity> = []
    var verdicts: [[Int]: Judge.Verdict] = [:]
    for c in candidates.sorted(by: precedes) where seen.insert(Identity(c)).inserted {
      guard document.sentences.indices.contains(c.sentence), isOnePassage(c) else { continue }
      let verdict: Judge.Verdict
      if let known = verdicts[[c.sentence, c.trigger]] {
        verdict = known
      } else {
        let clauses = analyses[c.sentence].clauses
        verdict = Judge(tree: clauses.tree, clauses: clauses, governors: governors).verdict(at: c.trigger)
        verdicts[[c.sentence, c.trigger]] = verdict
      }
      statements.append(Stated(candidate: c, statement: statement(c, verdict)))
    }
    return statements
  }

  /// Evidence is one passage: the headline's words prove nothing about the text's, and the other way round.
  private func isOnePassage(_ c: Candidate) -> Bool {
    let part = document.sentences[c.sentence].part
    return ([c.subject] + (c.object.node.map { [$0] } ?? [])).allSatisfy {
      document.sentences[participants.mention($0).sentence].part == part
    }
  }

  private func statement(_ c: Candidate, _ verdict: Judge.Verdict) -> Statement<Mention.ID> {
    // A title or an apposition is told as fact even inside what someone says.
    let tree = analyses[c.sentence].clauses.tree
    let isPresupposed =
      c.relation.category == .tie && tree.tokens[c.trigger].upos != "VERB" && !tree.has(c.trigger, "cop")
      && tree.tokens[c.trigger].deprel != "xcomp"
    var factuality = c.factuality ?? (isPresupposed ? .asserted : verdict.factuality)
    var source: Term<Mention.ID>?
    if factuality == .asserted, c.factuality == nil, let speaker = quoted(c) {
      factuality = .reported
      source = speaker
    }
    if factuality != .asserted {
      if let token = verdict.source { source = sourceTerm(token, c.sentence) }
      if source == nil, let words = verdict.words { source = .literal(words) }
    }
    return Statement(
      triple: Triple(subject: c.subject, relation: c.relation, object: c.object),
      polarity: c.polarity ?? (isPresupposed ? .positive : verdict.polarity), factuality: factuality,
      attribution: source,
      time: c.time ?? times.time(of: c.trigger, in: c.sentence), evidence: evidence(c))
  }

  /// Who says in a quotation that others did something; nil for what is told outside, for ties and support, which words
  /// alone make, and for what speakers say of themselves.
  private func quoted(_ c: Candidate) -> Term<Mention.ID>? {
    let place = WordPlace(sentence: c.sentence, token: c.trigger)
    // "'We told Y,' X said": that it happened, X says.
    let isTold = c.rule.hasPrefix("stance") && c.relation.category == .consult
    guard c.relation.category != .tie, c.relation.category != .support, isTold || !c.rule.hasPrefix("stance"),
      let speaker = quotations.speaker(at: place),
      case .node(let who)? = sourceTerm(speaker.token, speaker.sentence), isTold || who != c.subject
    else { return nil }
    let subject = document.mentions[c.subject]
    let word = document.sentences[subject.sentence].tokens[subject.head].form.lowercased()
    return ["i", "we", "my", "our", "me", "us"].contains(word) ? nil : .node(who)
  }

  private func sourceTerm(_ token: Int, _ s: Int) -> Term<Mention.ID>? {
    let tree = analyses[s].clauses.tree
    if let mention = participants.mentions(at: token, in: s, tree: tree).first { return .node(mention) }
    let words = tree.sentence.subtree(of: token)
    guard let first = words.first, let last = words.last else { return nil }
    return .literal(document.text(s, first..<last + 1))
  }

  private func evidence(_ c: Candidate) -> Evidence {
    let subject = participants.mention(c.subject)
    let object = c.object.node.map { participants.mention($0) }
    let sentence = document.sentences[c.sentence]
    func span(_ m: Mention) -> Span { document.sentences[m.sentence].span(of: m.tokens) }
    var quote = sentence.span
    for m in [subject, object].compactMap(\.self) where document.sentences[m.sentence].part == sentence.part {
      quote = quote.union(document.sentences[m.sentence].span)
    }
    return Evidence(
      article: document.article.id, part: sentence.part, sentence: c.sentence,
      quote: document.article.string(of: sentence.part).text(at: quote) ?? "", span: quote, subject: span(subject),
      object: object.map(span) ?? (c.literal.isEmpty ? sentence.tokens[c.trigger].span : sentence.span(of: c.literal)),
      relation: spans(c.words, sentence), rule: c.rule, pipeline: Extractor.version, confidence: c.confidence)
  }

  /// The spans of words, neighbours joined.
  private func spans(_ words: [Int], _ sentence: Sentence) -> [Span] {
    var out: [(last: Int, span: Span)] = []
    for w in words.sorted() where sentence.tokens.indices.contains(w) {
      if let previous = out.last, previous.last + 1 == w {
        out[out.count - 1] = (w, previous.span.union(sentence.tokens[w].span))
      } else {
        out.append((w, sentence.tokens[w].span))
      }
    }
    return out.map(\.span)
  }

  // MARK: Order and sameness

  private struct Identity: Hashable {
    let sentence: Int
    let trigger: Int
    let low: Mention.ID
    let relation: Relation
    let object: Term<Mention.ID>

    init(_ c: Candidate) {
      sentence = c.sentence
      trigger = c.trigger
      relation = c.relation
      if c.relation.isSymmetric, let b = c.object.node, b < c.subject {
        (low, object) = (b, .node(c.subject))
      } else {
        (low, object) = (c.subject, c.object)
      }
    }
  }

  private func precedes(_ a: Candidate, _ b: Candidate) -> Bool {
    let x = (a.sentence, a.trigger, a.relation.rawValue, a.subject, order(a.object).0)
    let y = (b.sentence, b.trigger, b.relation.rawValue, b.subject, order(b.object).0)
    if x != y { return x < y }
    return (order(a.object).1, -a.confidence, a.rule) < (order(b.object).1, -b.confidence, b.rule)
  }

  private func order(_ t: Term<Mention.ID>) -> (Int, String) {
    switch t {
    case .node(let n): (n, "")
    case .literal(let s): (-1, s)
    }
  }
}

extension Statement {
  fileprivate func with(event: Event<Node>.ID?) -> Statement {
    Statement(
      id: id, triple: triple, event: event, polarity: polarity, factuality: factuality, attribution: attribution,
      time: time, evidence: evidence)
  }
}
