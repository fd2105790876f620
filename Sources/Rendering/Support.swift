import Statements

/// What statements rest on: articles, independent sources, dates.
struct Support {
  let articles: [Article.ID: Subgraph.Source]
  /// Whether the day of publication stands in for what the text does not date.
  let usesPublished: Bool

  func articles(_ statements: [Statement<Entity.ID>]) -> Int { Set(statements.map(\.evidence.article)).count }

  /// How many sources say so independently: one outlet is one source however often it says it, and outlets that print
  /// the same passage (an agency's) are one.
  func sources(_ statements: [Statement<Entity.ID>]) -> Int {
    // Union of outlets that share a passage.
    var leader: [String: String] = [:]
    func find(_ outlet: String) -> String {
      var at = outlet
      while let next = leader[at], next != at { at = next }
      return at
    }
    var first: [String: String] = [:]
    for statement in statements {
      let article = statement.evidence.article
      let outlet = articles[article]?.publisher.map { "p" + $0.lowercased() } ?? "a" + article
      if leader[outlet] == nil { leader[outlet] = outlet }
      let passage = statement.evidence.quote
      if let other = first[passage] { leader[find(outlet)] = find(other) } else { first[passage] = outlet }
    }
    return Set(leader.keys.map(find)).count
  }

  /// From the first day to the last: as the text says or, for what happens rather than holds, as its article is dated.
  func dates(_ statements: [Statement<Entity.ID>]) -> TemporalExtent? {
    var low: PartialDate?
    var high: PartialDate?
    var isOpen = false
    for statement in statements {
      // What holds rather than happens, and what has not happened, has no day but its own.
      let isOccasion =
        statement.triple.relation.category != .tie && statement.polarity == .positive
        && [.asserted, .reported].contains(statement.factuality)
      let published = isOccasion && usesPublished ? articles[statement.evidence.article]?.published : nil
      let time = statement.time ?? published.map { TemporalExtent($0) }
      guard let time else { continue }
      if time.end == nil { isOpen = true }
      for date in [time.start, time.end].compactMap(\.self) {
        if low.map({ date.firstDay < $0.firstDay }) ?? true { low = date }
        if high.map({ date.lastDay > $0.lastDay }) ?? true { high = date }
      }
    }
    guard let low, let high else { return nil }
    return isOpen && low == high ? TemporalExtent(start: low, end: nil) : TemporalExtent(start: low, end: high)
  }

  /// The surest first, then by date and place; one statement of each article before second ones of any.
  func byWeight(_ statements: [Statement<Entity.ID>]) -> [Statement<Entity.ID>] {
    let sorted = statements.sorted { a, b in
      if a.evidence.confidence != b.evidence.confidence { return a.evidence.confidence > b.evidence.confidence }
      let dates = (day(a), day(b))
      return dates.0 != dates.1 ? dates.0 < dates.1 : a.id < b.id
    }
    var seen: Set<Article.ID> = []
    var firsts: [Statement<Entity.ID>] = []
    var others: [Statement<Entity.ID>] = []
    for statement in sorted {
      if seen.insert(statement.evidence.article).inserted {
        firsts.append(statement)
      } else {
        others.append(statement)
      }
    }
    return firsts + others
  }

  private func day(_ statement: Statement<Entity.ID>) -> Int {
    articles[statement.evidence.article]?.published?.dayNumber ?? .max
  }
}
