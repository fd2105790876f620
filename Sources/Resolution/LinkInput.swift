import Statements

/// What ``Linker`` knows of one article's entity.
package struct LinkInput: Hashable, Codable, Sendable {
  package let entity: Entity
  package let article: Article.ID
  /// Titles that the article gives it.
  package let roles: [String]
  /// Folded names of the other persons and organizations of the article, sorted.
  package let neighbours: [String]
  /// Codes of the countries and states that the article ties it to, sorted: `GB`, `US-TX`.
  package let places: [String]
  /// The country that the article mentions most; what "Parliament" or "the police" belongs to.
  package let setting: String?

  package init(
    entity: Entity, article: Article.ID, roles: [String] = [], neighbours: [String] = [], places: [String] = [],
    setting: String? = nil
  ) {
    self.entity = entity
    self.article = article
    self.roles = roles
    self.neighbours = neighbours
    self.places = places
    self.setting = setting
  }

  private static let mostNeighbours = 60
  private static let tying: Set<String> = ["partOf", "locatedIn", "citizenOf", "represents", "leads", "memberOf"]

  /// One input for each entity of an article's graph, in its order.
  package static func inputs(from graph: ArticleGraph) -> [LinkInput] {
    let gazetteer = Gazetteer.standard
    let byID = Dictionary(graph.entities.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    var roles: [Entity.ID: [String]] = [:]
    var places: [Entity.ID: Set<String>] = [:]
    for s in graph.statements where s.polarity == .positive {
      switch s.triple.object {
      case .literal(let title):
        if s.triple.relation.rawValue == "holdsRole" { roles[s.triple.subject, default: []].append(title) }
      case .node(let id):
        guard tying.contains(s.triple.relation.rawValue), let place = byID[id] else { continue }
        if let code = code(of: place, gazetteer) { places[s.triple.subject, default: []].insert(code) }
      }
    }
    var counts: [String: Int] = [:]
    for mention in graph.mentions {
      if let country = byID[mention.entity]?.identifiers["iso3166"] { counts[country, default: 0] += 1 }
    }
    let setting = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    let named = graph.entities.filter { $0.type == .person || $0.type == .organization }
    let keys = named.map { NameText.key($0.name) }
    return graph.entities.map { entity in
      let own = NameText.key(entity.name)
      return LinkInput(
        entity: entity, article: graph.article.id, roles: (roles[entity.id] ?? []).sorted(),
        neighbours: Array(Set(keys.filter { $0 != own }.prefix(mostNeighbours)).sorted()),
        places: (places[entity.id] ?? []).sorted(), setting: setting)
    }
  }

  private static func code(of place: Entity, _ gazetteer: Gazetteer) -> String? {
    if let code = place.identifiers["iso3166"] ?? place.identifiers["region"] { return code }
    return gazetteer.states[NameText.key(place.name)].map { "US-" + $0 }
  }
}

/// Which entities of all articles are one, and how each is shown.
package struct Linking: Hashable, Sendable {
  package struct Cluster: Hashable, Sendable {
    /// The merged view; its identifier is the smallest among the members'.
    package let entity: Entity
    /// Identifiers of the articles' entities, sorted.
    package let members: [Entity.ID]
  }

  /// Sorted by identifier.
  package let clusters: [Cluster]
  /// For each article's entity, the identifier of its cluster.
  package let clusterOf: [Entity.ID: Entity.ID]
  /// Why each member was added, sorted by `left`, then `right`; also what was found to be different.
  package let judgements: [Judgement]
  /// Decisions that name entities which are not there.
  package let unknown: [Judgement]
}
