import Statements

/// What words say of the clause or event below them: "agreed **to meet**", "denied **attacking**".
///
/// `Lexicons/governors.tsv`: lemma, effect, example. The effects: `fact` (leaves it as it is), `planned`, `possible`,
/// `reported` (its subject says so), `denied`, `negative` (it did not happen).
struct GovernorLexicon: Sendable {
  enum Effect: String, Hashable, Sendable {
    case fact, planned, possible, reported, denied, negative
  }

  static let shared = GovernorLexicon(tsv: String(decoding: PackageResources.governors_tsv, as: UTF8.self))

  private let effects: [String: Effect]

  init(tsv: String) {
    var effects: [String: Effect] = [:]
    for line in tsv.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t").map(String.init)
      guard columns.count >= 2, let effect = Effect(rawValue: columns[1]) else { continue }
      effects[columns[0]] = effect
    }
    self.effects = effects
  }

  var lemmas: Set<String> {
    Set(effects.keys.map { $0.split(separator: " ").first.map(String.init) ?? $0 })
  }

  func effect(of lemma: String) -> Effect? { effects[lemma] }
}
