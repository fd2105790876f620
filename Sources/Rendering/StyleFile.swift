import Foundation

extension PictureStyle {
  private static let shapes: Set<String> = [
    "box", "ellipse", "hexagon", "octagon", "diamond", "house", "parallelogram", "trapezium", "cylinder", "folder",
    "note", "component",
  ]
  private static let corners: Set<String> = ["", "rounded", "dashed", "rounded,dashed", "bold"]

  /// Reads a style: a JSON object with any of a style's fields; what it leaves out stays as in `base`.
  ///
  /// `{"background": "#fffaf0", "denied": "#c00000", "person": {"shape": "octagon", "fill": "#ffffff"}}`
  ///
  /// - Throws: ``RenderError/badStyle(_:)`` for what is no JSON, for an unknown field, and for a value that is no colour
  ///   (`#rrggbb`), shape or font name: values go into pictures as they are.
  package static func read(_ json: [UInt8], over base: PictureStyle = .light) throws(RenderError) -> PictureStyle {
    guard let fields = (try? JSONSerialization.jsonObject(with: Data(json))) as? [String: Any] else {
      throw .badStyle("it is no JSON object")
    }
    var style = base
    for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
      switch key {
      case "background": style.background = try color(value, key)
      case "text": style.text = try color(value, key)
      case "frame": style.frame = try color(value, key)
      case "mutedText": style.mutedText = try color(value, key)
      case "talks": style.talks = try color(value, key)
      case "cooperation": style.cooperation = try color(value, key)
      case "pressure": style.pressure = try color(value, key)
      case "force": style.force = try color(value, key)
      case "ties": style.ties = try color(value, key)
      case "reported": style.reported = try color(value, key)
      case "denied": style.denied = try color(value, key)
      case "font":
        guard let name = value as? String, (1...60).contains(name.count),
          name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == " " || $0 == "-") })
        else { throw .badStyle("'font' must be a font's name") }
        style.font = name
      case "person": style.person = try node(value, key, over: style.person)
      case "organization": style.organization = try node(value, key, over: style.organization)
      case "place": style.place = try node(value, key, over: style.place)
      case "event": style.event = try node(value, key, over: style.event)
      case "role": style.role = try node(value, key, over: style.role)
      default: throw .badStyle("it has no field '\(LabelText.clean(key, limit: 40))'")
      }
    }
    return style
  }

  private static func node(_ value: Any, _ type: String, over base: NodeStyle) throws(RenderError) -> NodeStyle {
    guard let fields = value as? [String: Any] else { throw .badStyle("'\(type)' must be an object") }
    var node = base
    for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
      switch key {
      case "fill": node.fill = try color(value, "\(type).fill")
      case "outline": node.outline = try color(value, "\(type).outline")
      case "shape":
        guard let shape = value as? String, shapes.contains(shape) else {
          throw .badStyle("'\(type).shape' must be one of \(shapes.sorted().joined(separator: ", "))")
        }
        node.shape = shape
      case "corners":
        guard let word = value as? String, corners.contains(word) else {
          throw .badStyle("'\(type).corners' must be one of \(corners.sorted().joined(separator: "; "))")
        }
        node.corners = word
      default: throw .badStyle("'\(type)' has no field '\(LabelText.clean(key, limit: 40))'")
      }
    }
    return node
  }

  private static func color(_ value: Any, _ key: String) throws(RenderError) -> String {
    guard let word = value as? String, word.wholeMatch(of: /#[0-9A-Fa-f]{6}/) != nil else {
      throw .badStyle("'\(key)' must be a colour such as #0072b2")
    }
    return word.lowercased()
  }
}
