import Foundation
import Statements

/// A page that holds a picture and all its evidence: pan, zoom, search, filters, a click for the words behind a line.
///
/// One file, no network, no framework. Its policy lets nothing run but the one script written here, by its hash, so that
/// no text could, even if it got out of where it is written; the script itself writes text as text alone.
struct LivePage {
  let diagram: Diagram
  let options: PictureOptions

  /// - Parameter svg: what libgraphviz drew.
  func page(_ svg: [UInt8]) -> String {
    var finish = SVGFinish(diagram: diagram, options: options)
    finish.hasLinks = false
    let title = LabelText.clean(options.title, limit: 120)
    let hash = Data(ContentHash.sha256(Array(Self.script.utf8))).base64EncodedString()
    let policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(hash)'; base-uri 'none'"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(LabelText.xml(title.isEmpty ? "Who deals with whom" : title))</title>
      <style>\(Self.css)</style>
      </head>
      <body>
      <header>
      <input id="search" type="search" placeholder="Find a name" aria-label="Find a name">
      <label>from <input id="since" type="date"></label>
      <label>to <input id="until" type="date"></label>
      <fieldset id="groups"><legend>relations</legend></fieldset>
      <fieldset id="statuses"><legend>certainty</legend></fieldset>
      <button id="whole" type="button">Whole picture</button>
      <output id="count" aria-live="polite"></output>
      </header>
      <main>
      <div id="stage">
      \(String(decoding: finish.fragment(svg), as: UTF8.self))</div>
      <aside id="evidence" aria-live="polite"><p>Click a line or a name for the words behind it.</p>
      <p class="quiet">The wheel or + and − zoom, dragging or the arrow keys move, 0 shows all. Tab goes from name to line,
      Enter opens its evidence, Escape closes it.</p></aside>
      </main>
      <script type="application/json" id="data">\(data)</script>
      <script>\(Self.script)</script>
      </body>
      </html>

      """
  }

  // MARK: - Data

  private var data: String {
    let furniture = Furniture(diagram, options: options)
    var lines: [String] = []
    for (i, line) in diagram.lines.enumerated() {
      lines.append(
        entry(
          "e\(i + 1)", ends: [line.tail, line.head], group: line.group, status: line.status,
          isDirected: line.isDirected,
          line.statements))
    }
    for (i, gathering) in diagram.gatherings.enumerated() {
      lines.append(
        entry(
          "m\(i + 1)", ends: gathering.participants, group: LineGroup(gathering.relation.category),
          status: gathering.status, isDirected: false, gathering.statements))
    }
    let nodes = diagram.nodes.enumerated().map { i, node in
      let names = ([node.entity.name] + node.entity.aliases.prefix(20)).map { LabelText.clean($0, limit: 120) }
      let roles = node.roles.prefix(4).map { Self.json($0) }
      return "{\"id\":\"n\(i + 1)\",\"names\":[\(names.map(Self.json).joined(separator: ","))],"
        + "\"type\":\"\(node.entity.type.rawValue)\",\"roles\":[\(roles.joined(separator: ","))]}"
    }
    let shown = Set(diagram.lines.map(\.group) + diagram.gatherings.map { LineGroup($0.relation.category) })
    // Each with the colour and the dashes of its lines.
    let style = options.style
    let groups = shown.sorted().map {
      "[\"\($0.rawValue)\",\(Self.json($0.label)),\(Self.json(style.line($0, .fact))),\"\"]"
    }
    let statuses = furniture.statuses.map {
      let dashes = $0 == .open ? "5 2" : $0 == .denied ? "1 3" : ""
      return "[\"\($0)\",\(Self.json($0.label)),\(Self.json(style.line(.ties, $0))),\"\(dashes)\"]"
    }
    return "{\"nodes\":[\(nodes.joined(separator: ",\n"))],\n\"lines\":[\(lines.joined(separator: ",\n"))],\n"
      + "\"groups\":[\(groups.joined(separator: ","))],\"statuses\":[\(statuses.joined(separator: ","))]}"
  }

  private func entry(
    _ id: String, ends: [Int], group: LineGroup, status: LineStatus, isDirected: Bool,
    _ statements: [Statement<Entity.ID>]
  ) -> String {
    let facts = statements.prefix(50).map { statement -> String in
      let article = diagram.articles[statement.evidence.article]
      let extent = statement.time ?? article?.published.map { TemporalExtent($0) }
      func name(_ id: Entity.ID) -> String { LabelText.clean(diagram.names[id] ?? "", limit: 80) }
      let object = statement.triple.object.node.map(name) ?? ""
      let words =
        "\(name(statement.triple.subject)) \(LabelText.clean(statement.triple.relation.label, limit: 80)) \(object)"
      var fields = [
        "\"says\":\(Self.json(words))",
        "\"quote\":\(Self.json(LabelText.clean(statement.evidence.quote, limit: 600)))",
        "\"source\":\(Self.json(Tooltip.source(statement, articles: diagram.articles)))",
        "\"how\":\"\(statement.polarity == .negative ? "negated" : statement.factuality.rawValue)\"",
      ]
      if let link = LinkAddress.safe(article?.url) { fields.append("\"url\":\(Self.json(link))") }
      if let first = extent?.start { fields.append("\"first\":\"\(first.firstDay)\"") }
      if let last = extent?.end { fields.append("\"last\":\"\(last.lastDay)\"") }
      return "{" + fields.joined(separator: ",") + "}"
    }
    return
      "{\"id\":\"\(id)\",\"ends\":[\(ends.map { "\"n\($0 + 1)\"" }.joined(separator: ","))],\"group\":\"\(group.rawValue)\","
      + "\"status\":\"\(status)\",\"more\":\(statements.count - facts.count),\"facts\":[\(facts.joined(separator: ","))]}"
  }

  /// A JSON string that may also stand in a script element: no markup character is left in it.
  static func json(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\" + String(scalar)
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{7F}", "\u{0}"..."\u{1F}":
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
