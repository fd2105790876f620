import Neural

/// The learned part of coreference: how well an earlier mention head fits as a later one's antecedent.
///
/// s(i, j) = [gelu(A hᵢ); 1]ᵀ U [gelu(B hⱼ); 1] + distance + match, as `Training/FORMAT.md` says; no antecedent scores 0.
package struct AntecedentHead: Sendable {
  private let anaphor: Linear
  private let antecedent: Linear
  private let biaffine: Biaffine
  private let distance: [Float]
  private let match: [Float]

  init(_ file: WeightFile, inputs: Int) throws(WeightError) {
    anaphor = try Linear(file, "coref.ana", inputs: inputs)
    antecedent = try Linear(file, "coref.ante", inputs: inputs)
    biaffine = try Biaffine(file, "coref.biaffine", left: anaphor.outputs, right: antecedent.outputs)
    distance = try file.floats("coref.distance", [10])
    match = try file.floats("coref.match", [6])
  }

  /// The vectors of mention heads as anaphors and as antecedents.
  struct Projected {
    fileprivate let anaphors: Matrix
    fileprivate let antecedents: Matrix
  }

  func project(_ vectors: Matrix) -> Projected {
    Projected(anaphors: anaphor.gelu(vectors), antecedents: antecedent.gelu(vectors))
  }

  /// Scores of some anaphors with some antecedents, without distance and match: row = anaphor.
  func pairs(_ projected: Projected, anaphors: Range<Int>, antecedents: Range<Int>) -> Matrix {
    biaffine(projected.anaphors.gathering(anaphors), projected.antecedents.gathering(antecedents))
  }

  /// Scores of all pairs of the words whose vectors are given, without distance and match: row = anaphor.
  func pairs(_ vectors: Matrix) -> Matrix { biaffine(anaphor.gelu(vectors), antecedent.gelu(vectors)) }

  /// What is added for the distance in words from antecedent to anaphor (negative: it comes after).
  func bias(distance d: Int) -> Float {
    switch d {
    case ..<(-8): distance[9]
    case ..<0: distance[8]
    case ...1: distance[0]
    case 2: distance[1]
    case ...4: distance[2]
    case ...8: distance[3]
    case ...16: distance[4]
    case ...32: distance[5]
    case ...64: distance[6]
    default: distance[7]
    }
  }

  /// What is added when the two words are equal or not, by the anaphor's class.
  func bias(isSame: Bool, anaphor: AnaphorClass) -> Float { match[(isSame ? 3 : 0) + anaphor.rawValue] }
}

enum AnaphorClass: Int {
  case pronoun, properNoun, other

  init(upos: String) {
    switch upos {
    case "PRON", "DET": self = .pronoun
    case "PROPN": self = .properNoun
    default: self = .other
    }
  }
}
