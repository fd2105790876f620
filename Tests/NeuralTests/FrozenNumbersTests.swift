import CKernels
import Testing

@testable import Neural

/// Kernels and heads against numbers from double precision (`Reference/frozen.py`).
@Suite struct FrozenNumbersTests {
  /// Largest difference, relative to the reference where that is above `floor`.
  static func error(_ found: [Float], _ reference: [Float], floor: Float = 1) -> Float {
    precondition(found.count == reference.count)
    return zip(found, reference).map { abs($0 - $1) / max(abs($1), floor) }.max() ?? 0
  }

  private func map(_ function: (UnsafeMutablePointer<Float>, Int) -> Void) -> [Float] {
    var values = FrozenNumbers.points
    values.withUnsafeMutableBufferPointer { if let start = $0.baseAddress { function(start, $0.count) } }
    return values
  }

  @Test(arguments: KernelPath.available)
  func elementaryFunctions(path: KernelPath) {
    #expect(Self.error(map { ck_exp(path.code, $0, $1) }, FrozenNumbers.exp, floor: 1e-9) < 1.5e-7)
    #expect(Self.error(map { ck_erf(path.code, $0, $1) }, FrozenNumbers.erf, floor: 1e-9) < 2.5e-7)
    #expect(Self.error(map { ck_gelu(path.code, $0, $1) }, FrozenNumbers.gelu) < 2.5e-7)
  }

  @Test func layerNorm() {
    var random = SplitMix(11)
    let (x, gain, bias) = (random.floats(2 * 37, scale: 5), random.floats(37), random.floats(37))
    let y = Matrix(rows: 2, columns: 37) { ck_layer_norm(CK_PORTABLE, x, nil, 2, 37, gain, bias, 1e-12, $0) }
    #expect(Self.error(y.values, FrozenNumbers.layerNorm) < 1e-6)
  }

  @Test func attention() {
    var random = SplitMix(12)
    let qkv = random.floats(5 * 96, scale: 3)
    var scratch = [Float](repeating: 0, count: ck_attention_scratch(5, 16))
    let y = Matrix(rows: 5, columns: 32) { ck_attention(CK_PORTABLE, qkv, 5, 2, 16, $0, &scratch) }
    #expect(Self.error(y.values, FrozenNumbers.attention) < 2e-6)
  }

  @Test func linear() {
    var random = SplitMix(13)
    let layer = Linear(weight: random.floats(210), bias: random.floats(10), inputs: 21)
    let x = Matrix(rows: 3, columns: 21, values: random.floats(63))
    #expect(Self.error(layer(x).values, FrozenNumbers.linear) < 1e-6)
    #expect(Self.error(layer.gelu(x).values, FrozenNumbers.linearGELU) < 1e-6)
  }

  @Test func biaffine() {
    var random = SplitMix(14)
    let weight = random.floats(63)
    let left = Matrix(rows: 4, columns: 8, values: random.floats(32))
    let right = Matrix(rows: 5, columns: 6, values: random.floats(30))
    let both = Biaffine(weight: weight, rows: 9, columns: 7, left: 8, right: 6)
    #expect(Self.error(both(left, right).values, FrozenNumbers.biaffine) < 2e-6)
    let narrow = (0..<9).flatMap { weight[$0 * 7..<$0 * 7 + 6] }
    let leftOnly = Biaffine(weight: narrow, rows: 9, columns: 6, left: 8, right: 6)
    #expect(Self.error(leftOnly(left, right).values, FrozenNumbers.biaffineLeftOnly) < 2e-6)
    #expect(both(left, Matrix(rows: 0, columns: 6, values: [])).values.isEmpty)
  }

  @Test func labelBiaffine() {
    var random = SplitMix(15)
    let product = LabelBiaffine(weight: random.floats(5 * 63), labels: 5, left: 8, right: 6)
    let left = Matrix(rows: 20, columns: 8, values: random.floats(160))
    let right = Matrix(rows: 20, columns: 6, values: random.floats(120))
    #expect(Self.error(product(left, right).values, FrozenNumbers.labelBiaffine) < 2e-6)
  }

  @Test func probabilities() {
    var scores: [Float] = [1, 3, -40, 2]
    Activation.softmax(&scores)
    #expect(Self.error(scores, [0.09003057, 0.66524096, 0, 0.24472847]) < 1e-6)
    var none: [Float] = []
    Activation.softmax(&none)
    #expect(none.isEmpty)
    #expect(abs(Activation.sigmoid(1.5) - 0.81757448) < 1e-6)
    #expect(Activation.sigmoid(-200) < 1e-30 && Activation.sigmoid(200) == 1)
  }

  @Test func matrixRows() {
    let matrix = Matrix(rows: 3, columns: 2, values: [1, 2, 4, 4, 0, 9])
    #expect(matrix.gathering([2, 0]).values == [0, 9, 1, 2])
    #expect(matrix.argmax(row: 1) == 0 && matrix.argmax(row: 2) == 1)
    #expect(matrix[2, 1] == 9 && Array(matrix[row: 1]) == [4, 4])
  }
}
