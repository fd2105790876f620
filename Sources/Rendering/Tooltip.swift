import Statements

/// The words behind a node or a line.
enum Tooltip {
  /// Name, what it is, its offices, its other names; a line each.
  static func node(_ node: Diagram.Node) -> String {
    var lines = [LabelText.clean(node.entity.name, limit: 200), node.entity.type.rawValue]
    lines += node.roles.prefix(4)
    let aliases = node.entity.aliases.prefix(6).map { LabelText.clean($0, limit: 60) }.filter { !$0.isEmpty }
    if !aliases.isEmpty { lines.append("also: " + aliases.joined(separator: "; ")) }
    return lines.joined(separator: "\n")
  }

  /// Up to three quotations with source and date; a line each.
  static func evidence(_ statements: [Statement<Entity.ID>], articles: [Article.ID: Subgraph.Source]) -> String {
    var lines: [String] = []
    var seen: Set<String> = []
    for statement in statements {
      let quote = LabelText.clean(statement.evidence.quote, limit: 400)
      let source = source(statement, articles: articles)
      guard seen.insert(quote + "\n" + source).inserted else { continue }
      if lines.count == 3 {
        lines.append("and \(statements.count - 3) more")
        break
      }
      lines.append("“\(quote)” — \(source)")
    }
    return lines.joined(separator: "\n")
  }

  /// "The Harbour Post, 3 May 2021".
  static func source(_ statement: Statement<Entity.ID>, articles: [Article.ID: Subgraph.Source]) -> String {
    guard let article = articles[statement.evidence.article] else {
      return LabelText.clean(statement.evidence.article, limit: 80)
    }
    let outlet = [article.publisher, article.title, article.id].compactMap { $0 }
      .map { LabelText.clean($0, limit: 80) }.first { !$0.isEmpty }
    return [outlet, article.published.map { DateText.short($0) }].compactMap(\.self).joined(separator: ", ")
  }

  /// The address of the best evidence that has one.
  static func link(_ statements: [Statement<Entity.ID>], articles: [Article.ID: Subgraph.Source]) -> String? {
    for statement in statements {
      if let link = LinkAddress.safe(articles[statement.evidence.article]?.url) { return link }
    }
    return nil
  }
}
