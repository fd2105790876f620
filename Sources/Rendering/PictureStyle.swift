import Statements

/// The colours and shapes of a picture.
///
/// The colours are Okabe and Ito's ("Color Universal Design", 2008), which the colour-blind can tell apart, as outlines,
/// with paler fills of the same hue. Nothing is told by colour alone: types have shapes, what is no plain fact has
/// dashes or dots, and relations are written.
package struct PictureStyle: Hashable, Codable, Sendable {
  /// How nodes of one type look.
  package struct NodeStyle: Hashable, Codable, Sendable {
    package var shape: String
    /// Of libgraphviz: `rounded`, `dashed`, or empty.
    package var corners: String
    package var fill: String
    package var outline: String
  }

  package var background: String
  package var text: String
  /// Second lines, counts and dates.
  package var mutedText: String
  /// Ground of what is drawn together.
  package var frame: String
  package var person, organization, place, event, role: NodeStyle
  /// Lines by what kind of dealing they are.
  package var talks, cooperation, pressure, force, ties: String
  /// What is only claimed by a source.
  package var reported: String
  package var denied: String
  /// The layout's font. Arial, since it is everywhere or has a substitute of the same widths.
  package var font: String

  package static let light = PictureStyle(
    background: "#ffffff", text: "#1a1a1a", mutedText: "#595959", frame: "#f6f6f4",
    person: NodeStyle(shape: "box", corners: "rounded", fill: "#e3f0fa", outline: "#0072b2"),
    organization: NodeStyle(shape: "box", corners: "", fill: "#fdf1d6", outline: "#9a6a00"),
    place: NodeStyle(shape: "ellipse", corners: "", fill: "#e0f3ec", outline: "#00785a"),
    event: NodeStyle(shape: "hexagon", corners: "", fill: "#f8e6f0", outline: "#a8487e"),
    role: NodeStyle(shape: "box", corners: "rounded,dashed", fill: "#f2f2f2", outline: "#595959"),
    talks: "#0072b2", cooperation: "#00785a", pressure: "#b35900", force: "#8b2f6b", ties: "#3d3d3d",
    reported: "#8c8c8c", denied: "#c1121f", font: "Arial")

  package static let dark = PictureStyle(
    background: "#14181d", text: "#f0f0f0", mutedText: "#b4b9c0", frame: "#1f252c",
    person: NodeStyle(shape: "box", corners: "rounded", fill: "#12324a", outline: "#56b4e9"),
    organization: NodeStyle(shape: "box", corners: "", fill: "#3d2f0c", outline: "#e6a51e"),
    place: NodeStyle(shape: "ellipse", corners: "", fill: "#0c3a2e", outline: "#2fc39b"),
    event: NodeStyle(shape: "hexagon", corners: "", fill: "#43203a", outline: "#dd92bf"),
    role: NodeStyle(shape: "box", corners: "rounded,dashed", fill: "#2a2f36", outline: "#b4b9c0"),
    talks: "#56b4e9", cooperation: "#2fc39b", pressure: "#f0a04b", force: "#dd92bf", ties: "#d0d4da",
    reported: "#8f959d", denied: "#ff6b6b", font: "Arial")

  /// Every colour, in a fixed order.
  var colors: [String] {
    [background, text, mutedText, frame]
      + [person, organization, place, event, role].flatMap { [$0.fill, $0.outline] }
      + [talks, cooperation, pressure, force, ties, reported, denied]
  }

  func node(_ type: EntityType) -> NodeStyle {
    switch type {
    case .person: person
    case .organization: organization
    case .place: place
    case .event: event
    case .role, .demonym, .date, .other: role
    }
  }

  func line(_ group: LineGroup, _ status: LineStatus) -> String {
    switch status {
    case .denied: return denied
    case .reported: return reported
    case .fact, .open: break
    }
    return switch group {
    case .talks: talks
    case .cooperation: cooperation
    case .pressure: pressure
    case .force: force
    case .ties: ties
    }
  }
}

/// Relations' categories in the few groups that a reader can keep apart by colour.
enum LineGroup: String, CaseIterable, Comparable, Codable, Sendable {
  case talks, cooperation, pressure, force, ties

  init(_ category: RelationCategory) {
    switch category {
    case .consult: self = .talks
    case .agree, .support, .cooperate, .aid, .concede: self = .cooperation
    case .request, .accuse, .reject, .threaten, .protest: self = .pressure
    case .sanction, .coerce, .assault: self = .force
    case .power, .tie, .other: self = .ties
    }
  }

  var label: String {
    switch self {
    case .talks: "talks and visits"
    case .cooperation: "agreement, support, aid"
    case .pressure: "demands, criticism, refusal"
    case .force: "sanctions, law, force"
    case .ties: "offices, membership, other ties"
    }
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  static func < (a: LineGroup, b: LineGroup) -> Bool { a.rank < b.rank }
}

/// How sure the text is of what a line says; one line never mixes two of them.
enum LineStatus: Int, CaseIterable, Comparable, Codable, Sendable {
  case fact
  /// Only claimed by a source.
  case reported
  /// Planned or merely possible.
  case open
  /// Denied, or said not to have happened.
  case denied

  init(_ statement: Statement<Entity.ID>) {
    if statement.polarity == .negative {
      self = .denied
      return
    }
    switch statement.factuality {
    case .asserted: self = .fact
    case .reported: self = .reported
    case .planned, .possible: self = .open
    case .denied: self = .denied
    }
  }

  var label: String {
    switch self {
    case .fact: "told as fact"
    case .reported: "only claimed by a source"
    case .open: "planned or possible"
    case .denied: "denied, or did not happen"
    }
  }

  static func < (a: LineStatus, b: LineStatus) -> Bool { a.rawValue < b.rawValue }
}
