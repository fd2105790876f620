/// How a lemma is made from a form: keep or lower the case, drop some characters at the end, append some.
struct LemmaScript: Sendable {
  private let keepsCase: Bool
  private let dropped: Int
  private let suffix: String

  /// Reads `C-n+suffix`, C being `K` or `L`; anything else lower-cases.
  init(_ script: String) {
    let body = script.dropFirst(2)
    let plus = body.firstIndex(of: "+") ?? body.endIndex
    keepsCase = script.hasPrefix("K")
    dropped = Int(body[..<plus]) ?? 0
    suffix = plus < body.endIndex ? String(body[body.index(after: plus)...]) : ""
  }

  func apply(to form: String) -> String {
    let cased = keepsCase ? form : form.lowercased()
    if dropped == 0 { return suffix.isEmpty ? cased : cased + suffix }
    let scalars = cased.unicodeScalars
    guard scalars.count >= dropped else { return form.lowercased() }
    let lemma = String(scalars.dropLast(dropped)) + suffix
    return lemma.isEmpty ? form.lowercased() : lemma
  }
}
