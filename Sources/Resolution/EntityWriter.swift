import Statements

/// Gives each thing of an article its name, its other names, its type and its identifier.
struct EntityWriter: Sendable {
  /// Entities by first mention.
  let entities: [Entity]
  /// For each node of ``Referents``, its entity's index in `entities`.
  let entityOf: [Int: Int]
  let mentions: [ArticleGraph.EntityMention]

  /// Longer descriptions are no names.
  private static let longestAlias = 8

  init(_ document: Document, _ referents: Referents, gazetteer: Gazetteer) {
    let clusters = referents.clusters
    var first: [Int: Mention.ID] = [:]
    for (m, nodes) in referents.nodesOf.enumerated() {
      for node in nodes where first[node] == nil { first[node] = m }
    }
    // A country that only the name of its army or court names.
    for within in referents.places.values { first[within.node] = min(first[within.node] ?? .max, within.mention) }
    let drawn = first.keys.filter { referents.nodes[$0].type.isNode }
      .sorted { (first[$0] ?? 0, $0) < (first[$1] ?? 0, $1) }
    var entities: [Entity] = []
    var entityOf: [Int: Int] = [:]
    var taken: Set<String> = []
    for n in drawn {
      let node = referents.nodes[n]
      let names = Self.names(of: node, clusters)
      let name: String
      if let country = node.country {
        name = gazetteer.countries[country].name
      } else {
        name = Self.fullest(node, clusters, gazetteer) ?? node.label ?? referents.name(of: n)
      }
      guard !name.isEmpty else { continue }
      var aliases: [String] = []
      var seen: Set<String> = [NameText.key(name)]
      let described = node.descriptions.filter { referents.nodesOf[$0].count == 1 }
        .map { Self.trimmed(document.text(of: document.mentions[$0])) }
      for alias in names + described where !alias.isEmpty {
        guard alias.split(whereSeparator: \.isWhitespace).count <= Self.longestAlias,
          seen.insert(NameText.key(alias)).inserted
        else { continue }
        aliases.append(alias)
      }
      var key = node.country.map { gazetteer.countries[$0].code } ?? NameText.key(name)
      key += node.isPerson ? "|person" : ""
      var id = ContentHash.identifier("e", [document.article.id, key])
      var number = 2
      while !taken.insert(id).inserted {
        id = ContentHash.identifier("e", [document.article.id, key, String(number)])
        number += 1
      }
      let code = node.country.map { gazetteer.countries[$0].code }
      entityOf[n] = entities.count
      entities.append(
        Entity(
          id: id, type: node.type, name: name, aliases: aliases.sorted(),
          identifiers: code.map { $0.count == 2 ? ["iso3166": $0] : ["region": $0] } ?? [:]))
    }
    self.entities = entities
    self.entityOf = entityOf
    mentions = document.mentions.flatMap { mention in
      (referents.nodesOf.indices.contains(mention.id) ? referents.nodesOf[mention.id] : []).compactMap { node in
        entityOf[node].map { e in
          let sentence = document.sentences[mention.sentence]
          return ArticleGraph.EntityMention(
            entity: entities[e].id, part: sentence.part, span: sentence.span(of: mention.tokens),
            text: document.text(of: mention), form: mention.form)
        }
      }
    }
  }

  /// All names as written, in order of appearance, each with its titled form.
  private static func names(of node: Referents.Node, _ clusters: NameClusters) -> [String] {
    node.surfaces.flatMap { clusters.surfaces[$0].uses }.sorted().flatMap { n in
      [clusters.names[n].text] + (clusters.names[n].phrase.map { [$0] } ?? [])
    }
  }

  /// The fullest name: the one of most words that is no acronym; the more frequent, then the earlier of equals.
  private static func fullest(_ node: Referents.Node, _ clusters: NameClusters, _ gazetteer: Gazetteer) -> String? {
    let ranked = node.surfaces.map { s -> (surface: Int, rank: [Int]) in
      let surface = clusters.surfaces[s]
      let isAcronym = NameText.isAcronym(clusters.text(s))
      let words =
        node.isPerson
        ? PersonName(words: surface.words, gazetteer: gazetteer).core.count : surface.words.count
      let isDemonym = !node.isPerson && surface.type == .demonym
      return (s, [isDemonym ? 0 : 1, isAcronym ? 0 : 1, words, surface.uses.count, -s])
    }
    return ranked.max { $0.rank.lexicographicallyPrecedes($1.rank) }.map { clusters.text($0.surface) }
  }

  private static func trimmed(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var s = words[...]
    while let c = s.last, ",;:.\"”'’-–—(".contains(c) { s = s.dropLast() }
    while let c = s.first, ",;:.\"“'‘-–—)".contains(c) { s = s.dropFirst() }
    return String(s)
  }
}
