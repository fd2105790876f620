import Statements

/// The triples that a JSON-LD 1.1 document means: terms, prefixes, vocabulary, types, nested nodes and inline contexts.
///
/// Left out: contexts that would have to be fetched (but schema.org's, whose terms are its names), lists' order,
/// languages of text, and scoped contexts.
struct JSONLDTriples {
  enum Object: Hashable {
    case iri(String)
    case text(String)
  }

  struct Triple: Hashable {
    let subject: String
    let predicate: String
    let object: Object
  }

  static let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

  private(set) var triples: [Triple] = []
  private var blanks = 0

  mutating func read(_ document: JSONValue) throws(Unfit) {
    let base = Context()
    for element in Self.elements(document) { _ = try node(element, base) }
  }

  // MARK: Contexts

  private struct Definition {
    let iri: String
    /// `@id`, `@vocab` or a datatype.
    let type: String?
    let isReverse: Bool
  }

  private struct Context {
    var vocabulary = ""
    var base = ""
    var terms: [String: Definition] = [:]

    /// The keyword that a key stands for, or the key.
    func keyword(_ key: String) -> String {
      if key.hasPrefix("@") { return key }
      if let iri = terms[key]?.iri, iri.hasPrefix("@") { return iri }
      return key
    }

    /// A term, a compact or whole IRI, or a name of the vocabulary; nil for what is none of these.
    func name(_ key: String) -> String? {
      if let iri = terms[key]?.iri { return iri }
      if let whole = compact(key) { return whole }
      return vocabulary.isEmpty ? nil : vocabulary + key
    }

    /// A compact or whole IRI, or one relative to the base.
    func reference(_ text: String) -> String { compact(text) ?? base + text }

    func compact(_ text: String) -> String? {
      guard let colon = text.firstIndex(of: ":") else { return nil }
      let rest = text[text.index(after: colon)...]
      if !rest.hasPrefix("//"), let prefix = terms[String(text[..<colon])]?.iri { return prefix + rest }
      return text
    }
  }

  private func extended(_ context: Context, by value: JSONValue) throws(Unfit) -> Context {
    var context = context
    for element in Self.elements(value) {
      switch element {
      case .null: context = Context()
      case .string(let address):
        guard address.wholeMatch(of: /https?:\/\/(www\.)?schema\.org\/?.*/) != nil else {
          throw Unfit(
            reason: "its context '\(address)' would have to be fetched",
            remedy: "put the context itself into the document, or expand it first")
        }
        context.vocabulary = "https://schema.org/"
      case .object(let members):
        for member in members {
          switch (member.key, member.value) {
          case ("@vocab", .string(let iri)): context.vocabulary = context.name(iri) ?? iri
          case ("@vocab", .null): context.vocabulary = ""
          case ("@base", .string(let iri)): context.base = iri
          default: break
          }
        }
        // Terms may be told by terms that stand later: prefixes first, then twice, which is deep enough for them.
        for _ in 0..<3 { for member in members where !member.key.hasPrefix("@") { define(member, in: &context) } }
      default: throw Unfit(reason: "its context is neither a name nor an object", remedy: "check the @context")
      }
    }
    return context
  }

  private func define(_ member: JSONValue.Member, in context: inout Context) {
    switch member.value {
    case .string(let iri):
      context.terms[member.key] = Definition(
        iri: iri.hasPrefix("@") ? iri : context.name(iri) ?? iri, type: nil, isReverse: false)
    case .object(let parts):
      func part(_ name: String) -> String? {
        if case .string(let text)? = parts.first(where: { $0.key == name })?.value { text } else { nil }
      }
      context.terms[member.key] = nil
      let reverse = part("@reverse")
      let iri = reverse ?? part("@id") ?? member.key
      let type = part("@type").map { $0.hasPrefix("@") ? $0 : context.name($0) ?? $0 }
      context.terms[member.key] = Definition(
        iri: iri.hasPrefix("@") ? iri : context.name(iri) ?? iri, type: type, isReverse: reverse != nil)
    default: context.terms[member.key] = nil
    }
  }

  // MARK: Nodes

  /// Adds what a node object says; its IRI. Nil for what is no node.
  private mutating func node(_ value: JSONValue, _ outer: Context) throws(Unfit) -> String? {
    guard case .object(let members) = value else { return nil }
    var context = outer
    if let inner = members.first(where: { $0.key == "@context" }) { context = try extended(context, by: inner.value) }
    let keyed = members.map { (keyword: context.keyword($0.key), key: $0.key, value: $0.value) }
    let id: String
    if case .string(let told)? = keyed.first(where: { $0.keyword == "@id" })?.value {
      id = told.hasPrefix("_:") ? told : context.reference(told)
    } else {
      blanks += 1
      id = "_:entente-\(blanks)"
    }
    for (keyword, key, value) in keyed {
      switch keyword {
      case "@type":
        for type in Self.elements(value) {
          if case .string(let name) = type, let iri = context.name(name) { add(id, Self.type, .iri(iri)) }
        }
      case "@graph", "@included": for element in Self.elements(value) { _ = try node(element, context) }
      case "@reverse":
        for member in value.members {
          guard let predicate = context.name(member.key) else { continue }
          for element in Self.elements(member.value) {
            if let subject = try node(element, context) { add(subject, predicate, .iri(id)) }
          }
        }
      default:
        if keyword.hasPrefix("@") { continue }
        guard let predicate = context.name(key), predicate.contains(":") else { continue }
        let definition = context.terms[key]
        for element in Self.elements(value) {
          guard let object = try object(element, definition?.type, context) else { continue }
          if definition?.isReverse == true {
            if case .iri(let subject) = object { add(subject, predicate, .iri(id)) }
          } else {
            add(id, predicate, object)
          }
        }
      }
    }
    return id
  }

  private mutating func object(_ value: JSONValue, _ type: String?, _ context: Context) throws(Unfit) -> Object? {
    switch value {
    case .null, .array: return nil
    case .bool(let flag): return .text(flag ? "true" : "false")
    case .number(let number): return .text(number)
    case .string(let text):
      switch type {
      case "@id"?: return .iri(text.hasPrefix("_:") ? text : context.reference(text))
      case "@vocab"?: return .iri(context.name(text) ?? context.reference(text))
      default: return .text(text)
      }
    case .object(let members):
      for member in members where context.keyword(member.key) == "@value" {
        switch member.value {
        case .string(let text): return .text(text)
        case .number(let number): return .text(number)
        case .bool(let flag): return .text(flag ? "true" : "false")
        default: return nil
        }
      }
      return try node(value, context).map { .iri($0) }
    }
  }

  private mutating func add(_ subject: String, _ predicate: String, _ object: Object) {
    triples.append(Triple(subject: subject, predicate: Self.secure(predicate), object: Self.secure(object)))
  }

  /// schema.org's names are the same with and without the `s`.
  private static func secure(_ iri: String) -> String {
    iri.hasPrefix("http://schema.org/") ? "https" + iri.dropFirst(4) : iri
  }

  private static func secure(_ object: Object) -> Object {
    if case .iri(let iri) = object { .iri(secure(iri)) } else { object }
  }

  /// A value, or each of a list, also of `@set` and `@list`.
  private static func elements(_ value: JSONValue) -> [JSONValue] {
    switch value {
    case .array(let elements): return elements.flatMap(Self.elements)
    case .object(let members):
      if let list = members.first(where: { $0.key == "@set" || $0.key == "@list" }) { return elements(list.value) }
      return [value]
    default: return [value]
    }
  }
}
