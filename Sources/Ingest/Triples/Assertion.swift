import Statements

/// A triple that a person wrote, or that another program hands over: what `entente import` reads.
struct Assertion {
  /// A node as it was named.
  struct Thing: Hashable {
    /// What tells it from others of the same import: an IRI, else its name.
    let key: String
    let name: String
    var type: EntityType?
    var aliases: [String] = []
    var identifiers: [String: String] = [:]
  }

  /// Where it is said to come from.
  struct Source: Hashable {
    /// The identifier of the article, where it has one.
    var article: Article.ID?
    var title = ""
    var url: String?
    var publisher: String?
    var published: PartialDate?
  }

  /// The words that say so: a quotation, or the row as it was written.
  struct Words {
    let text: String
    let part: ArticlePart
    /// Bytes of `text`; nil where the words have to be looked for.
    var subject: Span?
    var object: Span?
    var relation: Span?
  }

  /// What a statement tells of as something that happened, with everyone who took part.
  struct Happening: Hashable {
    /// What tells it from others of the same import.
    let key: String
    /// Kept from an export.
    var id: String?
    let relation: Relation
    var participants: [Participant] = []
    var time: TemporalExtent?
    var place: Thing?
  }

  struct Participant: Hashable {
    let thing: Thing
    let part: Event<Entity.ID>.Part
  }

  /// Kept from an export; nil for what a person wrote.
  var id: String?
  let subject: Thing
  let relation: Relation
  let object: Term<Thing>
  var polarity = Polarity.positive
  var factuality = Factuality.asserted
  var attribution: Term<Thing>?
  var time: TemporalExtent?
  var event: Happening?
  let source: Source
  let words: Words
  var confidence = 1.0
  var rule: String?
  var pipeline: String?
}

// What `Term` asks of its nodes.
extension Assertion.Thing: Codable {}

extension Relation {
  /// The relation of a name (`spokeWith`, `spoke-with`) or label ("spoke with"), or an open one (`other:sell ship to`).
  init(asserted word: String) throws(Unfit) {
    if let relation = Relation(named: word) {
      self = relation
      return
    }
    throw Unfit(
      reason: "no relation is called '\(word)'",
      remedy: "write other:\(word), or one of \(RelationDefinition.vocabulary.map(\.name).joined(separator: ", "))")
  }
}
