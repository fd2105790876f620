import Foundation
import Statements

/// Makes articles of what was asserted, so that it is stored, merged and traced like everything else: one article for
/// each source, whose text is the words that were handed over (quotations, or the rows as they were written), one under
/// the other. Each statement's evidence is its words there.
struct AssertedArticles {
  /// Who asserts what names no outlet, and whoever is told as the pipeline of what names none.
  let author: String

  /// In the order in which their sources come first; statements and entities by identifier.
  func graphs(_ assertions: [Assertion]) -> [ArticleGraph] {
    var order: [Assertion.Source] = []
    var groups: [Assertion.Source: [Assertion]] = [:]
    for assertion in assertions {
      if groups[assertion.source] == nil { order.append(assertion.source) }
      groups[assertion.source, default: []].append(assertion)
    }
    return order.map { graph($0, groups[$0] ?? []) }
  }

  private func graph(_ source: Assertion.Source, _ assertions: [Assertion]) -> ArticleGraph {
    var text = ""
    var places: [String: Span] = [:]
    for assertion in assertions where places[assertion.words.text] == nil {
      let words = assertion.words
      if words.part == .title, Self.span(of: words.text, in: source.title) != nil { continue }
      if !text.isEmpty { text += "\n" }
      let start = text.utf8.count
      text += words.text
      places[words.text] = Span(start, start + words.text.utf8.count)
    }
    let publisher = source.publisher ?? (source.url == nil ? author : nil)
    let id =
      source.article
      ?? ContentHash.identifier("a", [author, source.title, source.url ?? "", publisher ?? "", text])
    let article = Article(
      id: id, title: source.title, text: text, url: source.url.flatMap { URL(string: $0) }, publisher: publisher,
      published: source.published)
    var built = Built(article: article)
    for assertion in assertions {
      let isTitle = places[assertion.words.text] == nil
      let span = places[assertion.words.text] ?? Self.span(of: assertion.words.text, in: source.title) ?? Span(0, 0)
      built.add(assertion, part: isTitle ? .title : .text, span: span, author: author)
    }
    return built.graph
  }

  /// Where some words stand first; nil where they do not.
  static func span(of words: String, in text: String) -> Span? {
    guard !words.isEmpty, let range = text.utf8.firstRange(of: words.utf8) else { return nil }
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return Span(start, start + words.utf8.count)
  }
}

/// An article's graph while it is put together.
private struct Built {
  let article: Article
  private var entities: [Entity.ID: Assertion.Thing] = [:]
  private var mentions: Set<ArticleGraph.EntityMention> = []
  private var statements: [Statement<Entity.ID>] = []
  private var events: [Event<Entity.ID>.ID: Event<Entity.ID>] = [:]

  init(article: Article) { self.article = article }

  mutating func add(_ assertion: Assertion, part: ArticlePart, span: Span, author: String) {
    let quote = assertion.words.text
    /// Words in the article: where they were told to be, else where the name stands in the quotation, else all of it.
    func place(_ told: Span?, _ name: String) -> Span {
      let inside = told ?? AssertedArticles.span(of: name, in: quote) ?? Span(0, quote.utf8.count)
      return Span(span.start + inside.start, span.start + inside.end)
    }
    let subject = node(assertion.subject)
    let subjectSpan = place(assertion.words.subject, assertion.subject.name)
    mention(subject, assertion.subject, part, subjectSpan)
    let object: Term<Entity.ID>
    let objectSpan: Span
    switch assertion.object {
    case .node(let thing):
      let id = node(thing)
      object = .node(id)
      objectSpan = place(assertion.words.object, thing.name)
      mention(id, thing, part, objectSpan)
    case .literal(let words):
      object = .literal(words)
      objectSpan = place(assertion.words.object, words)
    }
    let attribution: Term<Entity.ID>? =
      switch assertion.attribution {
      case .node(let thing)?: .node(node(thing))
      case .literal(let words)?: .literal(words)
      case nil: nil
      }
    let evidence = Evidence(
      article: article.id, part: part, sentence: 0, quote: quote, span: span, subject: subjectSpan, object: objectSpan,
      relation: assertion.words.relation.map { [place($0, "")] } ?? [], rule: assertion.rule ?? "import",
      pipeline: assertion.pipeline ?? Evidence.pipeline(assertedBy: author), confidence: assertion.confidence)
    let triple = Triple(subject: subject, relation: assertion.relation, object: object)
    let derived = Statement(
      triple: triple, polarity: assertion.polarity, factuality: assertion.factuality, attribution: attribution,
      time: assertion.time, evidence: evidence)
    statements.append(
      Statement(
        // Several triples may rest on the same words.
        id: assertion.id
          ?? ContentHash.identifier("s", [derived.id, subject, "\(object)", assertion.time?.description ?? ""]),
        triple: triple, event: assertion.event.map { event($0) }, polarity: assertion.polarity,
        factuality: assertion.factuality,
        attribution: attribution, time: assertion.time, evidence: evidence))
  }

  private mutating func event(_ happening: Assertion.Happening) -> String {
    let id = happening.id ?? ContentHash.identifier("e", [article.id, happening.key])
    events[id] = Event(
      id: id, article: article.id, relation: happening.relation,
      participants: happening.participants.map { .init(node: node($0.thing), part: $0.part) }, time: happening.time,
      place: happening.place.map { node($0) })
    return id
  }

  private mutating func node(_ thing: Assertion.Thing) -> Entity.ID {
    let id = ContentHash.identifier("e", [article.id, thing.key])
    // What one row tells of a thing holds for the others.
    if entities[id]?.type == nil { entities[id] = thing }
    return id
  }

  private mutating func mention(_ id: Entity.ID, _ thing: Assertion.Thing, _ part: ArticlePart, _ span: Span) {
    guard article.string(of: part).text(at: span) == thing.name else { return }
    mentions.insert(ArticleGraph.EntityMention(entity: id, part: part, span: span, text: thing.name, form: .name))
  }

  var graph: ArticleGraph {
    var seen: Set<String> = []
    return ArticleGraph(
      article: article,
      entities: entities.sorted { $0.key < $1.key }.map { id, thing in
        Entity(
          id: id, type: thing.type ?? .other, name: thing.name, aliases: thing.aliases, identifiers: thing.identifiers)
      },
      mentions: mentions.sorted { ($0.part, $0.span, $0.entity) < ($1.part, $1.span, $1.entity) },
      statements: statements.sorted { $0.id < $1.id }.filter { seen.insert($0.id).inserted },
      events: events.values.sorted { $0.id < $1.id },
      judgements: [])
  }
}
