/// What a statement says, without the words that say so: statements of equal content differ in their evidence alone. A
/// symmetric relation goes from the lower identifier to the higher.
package struct StatementContent: Hashable, Comparable {
  package let subject: Entity.ID
  package let relation: Relation
  package let object: Term<Entity.ID>
  package let modality: Modality
  package let attribution: Term<Entity.ID>?
  package let time: TemporalExtent?

  package init(_ statement: Statement<Entity.ID>) {
    let triple = statement.triple
    let turned = triple.turned.flatMap { Self.precedes($0.subject, triple.subject) ? $0 : nil }
    subject = (turned ?? triple).subject
    relation = triple.relation
    object = (turned ?? triple).object
    modality = statement.modality
    attribution = statement.attribution
    time = statement.time
  }

  /// By subject, relation, object, certainty, source and time; strings by their bytes, as a database has them.
  package static func < (a: StatementContent, b: StatementContent) -> Bool {
    func parts(_ c: StatementContent) -> [String] {
      let (isWords, object) = words(c.object)
      return [c.subject, c.relation.rawValue, isWords ? "1" : "0", object]
    }
    func rest(_ c: StatementContent) -> [String] {
      [c.attribution.map { words($0).text } ?? "", c.time?.description ?? ""]
    }
    let (left, right) = (parts(a), parts(b))
    if left != right { return left.lexicographicallyPrecedes(right, by: precedes) }
    if a.modality != b.modality { return a.modality < b.modality }
    return rest(a).lexicographicallyPrecedes(rest(b), by: precedes)
  }

  private static func words(_ term: Term<Entity.ID>) -> (isWords: Bool, text: String) {
    switch term {
    case .node(let id): (false, id)
    case .literal(let words): (true, words)
    }
  }

  package static func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
}
