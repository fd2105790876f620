import Neural

/// The learned part of coreference: how well another mention fits as a mention's antecedent.
///
/// s(i, j) = [Aᵢ; 1]ᵀ U [Bⱼ; 1] + w · relu(P Aᵢ + Q Bⱼ + Σ_k E_k[f_k]) with A = gelu(ana h), B = gelu(ante h), as
/// `Training/FORMAT.md` says; no antecedent scores 0.
package struct AntecedentHead: Sendable {
  private let anaphor: Linear
  private let antecedent: Linear
  private let biaffine: Biaffine
  private let hiddenAnaphor: Linear
  private let hiddenAntecedent: Linear
  /// One row for each value of each feature, in order.
  private let features: [Float]
  /// Where each feature's rows begin.
  private let offsets: [Int]
  private let output: [Float]

  init(_ file: WeightFile, inputs: Int) throws(WeightError) {
    anaphor = try Linear(file, "coref.ana", inputs: inputs)
    antecedent = try Linear(file, "coref.ante", inputs: inputs)
    biaffine = try Biaffine(file, "coref.biaffine", left: anaphor.outputs, right: antecedent.outputs)
    hiddenAnaphor = try Linear(file, "coref.hidden.ana", inputs: anaphor.outputs)
    hiddenAntecedent = try Linear(file, "coref.hidden.ante", inputs: antecedent.outputs)
    var offsets: [Int] = []
    var rows = 0
    for size in PairFeatures.sizes {
      offsets.append(rows)
      rows += size
    }
    let width = hiddenAnaphor.outputs
    self.offsets = offsets.map { $0 * width }
    features = try file.floats("coref.features", [rows, width])
    output = try file.floats("coref.output", [width])
  }

  /// The vectors of mention heads as anaphors and as antecedents.
  struct Projected {
    fileprivate let anaphors: Matrix
    fileprivate let antecedents: Matrix
    fileprivate let hiddenAnaphors: Matrix
    fileprivate let hiddenAntecedents: Matrix
  }

  func project(_ vectors: Matrix) -> Projected {
    let (a, b) = (anaphor.gelu(vectors), antecedent.gelu(vectors))
    return Projected(
      anaphors: a, antecedents: b, hiddenAnaphors: hiddenAnaphor(a), hiddenAntecedents: hiddenAntecedent(b))
  }

  /// What the words alone say of some anaphors with some antecedents: row = anaphor.
  func pairs(_ projected: Projected, anaphors: Range<Int>, antecedents: Range<Int>) -> Matrix {
    biaffine(projected.anaphors.gathering(anaphors), projected.antecedents.gathering(antecedents))
  }

  /// What is added for the features of a pair, one value a feature, in the light of its words.
  func bias(_ projected: Projected, _ i: Int, _ j: Int, _ values: UnsafePointer<UInt8>) -> Float {
    let width = output.count
    return projected.hiddenAnaphors.values.withUnsafeBufferPointer { a in
      projected.hiddenAntecedents.values.withUnsafeBufferPointer { b in
        features.withUnsafeBufferPointer { rows in
          withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { hidden in
            for c in 0..<width { hidden[c] = a[i * width + c] + b[j * width + c] }
            for (k, offset) in offsets.enumerated() {
              let row = offset + Int(values[k]) * width
              for c in 0..<width { hidden[c] += rows[row + c] }
            }
            var sum: Float = 0
            for c in 0..<width where hidden[c] > 0 { sum += output[c] * hidden[c] }
            return sum
          }
        }
      }
    }
  }
}
