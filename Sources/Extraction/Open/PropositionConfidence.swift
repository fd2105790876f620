import Statements

/// How far a proposition can be trusted: what is said plainly, of a subject beside its verb and in few words, most; what
/// is shared, reported, supposed or long, less.
extension PropositionReader {
  func confidence(_ v: Int, _ subject: Subject) -> Double {
    var trust = 0.9
    if subject.isShared { trust *= tokens[v].deprel == "conj" ? 0.93 : tokens[v].deprel == "advcl" ? 0.7 : 0.8 }
    if tree.children(v, "aux").contains(where: { Self.modals.contains(tree.lemma($0)) }) { trust *= 0.93 }
    var at = v
    for _ in 0..<8 {
      trust *= embedding(at)
      guard let h = tokens[at].head else { break }
      at = h
    }
    if let last = tokens.last(where: { $0.upos != "PUNCT" || $0.form == "?" }), last.form == "?" { trust *= 0.6 }
    return trust
  }

  private static let modals: Set<String> = ["could", "may", "might", "would", "should"]

  /// What the place of a clause in another takes away: reported, conditional, conceded.
  private func embedding(_ at: Int) -> Double {
    switch tokens[at].deprel {
    case "ccomp": return 0.88
    case "csubj", "csubj:pass", "csubj:outer": return 0.7
    case "advcl":
      let first = subtree(at).first.map { tokens[$0].form.lowercased() } ?? ""
      return ["if", "unless", "whether", "lest"].contains(first) ? 0.5 : 0.92
    case "acl": return tree.children(at, "mark").isEmpty ? 0.95 : 0.6
    case "parataxis", "dep", "list", "discourse": return 0.9
    default: return 1
    }
  }

  /// Lowered by the number of words beyond a dozen, to two decimals.
  func shortened(_ trust: Double, _ parts: [String]) -> Double {
    let count = parts.reduce(0) { $0 + $1.split(separator: " ").count }
    let factor = count <= 12 ? 1 : max(0.6, 1 - 0.015 * Double(count - 12))
    return (trust * factor * 100).rounded() / 100
  }
}
