import CKernels
import Testing

@testable import Neural

/// Every instruction set gives the bits of the portable one, at sizes that fill no tile evenly.
@Suite struct PathTests {
  static let others = KernelPath.available.filter { $0 != .portable }
  static let sizes = [(1, 1, 1), (2, 3, 5), (7, 17, 47), (9, 64, 49), (13, 33, 96), (5, 131, 100), (19, 48, 16)]

  /// Bits of what `run` writes into `count` floats on a path.
  private func bits(_ path: KernelPath, _ count: Int, _ run: (ck_path, UnsafeMutablePointer<Float>) -> Void) -> [UInt32]
  {
    Matrix(rows: 1, columns: count) { run(path.code, $0) }.values.map(\.bitPattern)
  }

  private func agree(_ count: Int, _ run: (ck_path, UnsafeMutablePointer<Float>) -> Void) {
    let expected = bits(.portable, count, run)
    for path in Self.others { #expect(bits(path, count, run) == expected, "\(path.rawValue)") }
  }

  private struct Quantised: Equatable {
    var q: [Int8]
    var scale: [Float]
    var sum: [Int32]
  }

  private func quantise(_ x: [Float], rows: Int, columns: Int, path: KernelPath) -> Quantised {
    var result = Quantised(
      q: [Int8](repeating: 99, count: rows * ck_i8_row_size(columns)), scale: [Float](repeating: 9, count: rows),
      sum: [Int32](repeating: 9, count: rows))
    ck_i8_quantise(path.code, x, rows, columns, columns, &result.q, &result.scale, &result.sum)
    return result
  }

  @Test(arguments: sizes)
  func quantisation(rows: Int, columns: Int, _: Int) {
    var random = SplitMix(1)
    let x = random.floats(rows * columns, scale: 3)
    let expected = quantise(x, rows: rows, columns: columns, path: .portable)
    for path in Self.others { #expect(quantise(x, rows: rows, columns: columns, path: path) == expected) }

    let size = ck_i8_row_size(columns)
    for row in 0..<rows {
      let values = x[row * columns..<(row + 1) * columns]
      let amax = values.map(abs).max() ?? 0
      let q = values.map { Int8(($0 * (127 / amax)).rounded(.toNearestOrEven)) }
      #expect(Array(expected.q[row * size..<row * size + columns]) == q)
      #expect(expected.q[row * size + columns..<(row + 1) * size].allSatisfy { $0 == 0 })
      #expect(expected.scale[row] == amax / 127)
      #expect(expected.sum[row] == q.reduce(0) { $0 + Int32($1) })
    }
  }

  /// Halves go to the even neighbour, rows of zeros stay zeros, the extremes do not wrap.
  @Test(arguments: KernelPath.available)
  func quantisationOfOddRows(path: KernelPath) {
    let x: [Float] = [127, 0.5, 1.5, -2.5, -127, 0, 0, 0, 0, 0, 1e-38, -1e-38, 0, 0, 0, 3e38, -3e38, 0, 1e38, 0]
    let result = quantise(x, rows: 4, columns: 5, path: path)
    #expect(result.q.prefix(8) == [127, 0, 2, -2, -127, 0, 0, 0])
    #expect(result.q[8..<24].allSatisfy { $0 == 0 })
    #expect(result.q.suffix(8) == [127, -127, 0, 42, 0, 0, 0, 0])
    #expect(result.scale == [1, 0, 0, 3e38 / 127])
    #expect(result.sum == [0, 0, 0, 42])
  }

  @Test(arguments: sizes)
  func int8Product(rows: Int, columns: Int, outputs: Int) {
    var random = SplitMix(2)
    let x = random.floats(rows * columns)
    let weight = random.bytes(outputs * columns)
    let scales = random.floats(outputs)
    let bias = random.floats(outputs)
    let row = quantise(x, rows: rows, columns: columns, path: .portable)
    let size = ck_i8_row_size(columns)
    var expected: [UInt32] = []
    for m in 0..<rows {
      for n in 0..<outputs {
        let sum = (0..<columns).reduce(Int32(0)) { $0 + Int32(row.q[m * size + $1]) * Int32(weight[n * columns + $1]) }
        expected.append((Float(sum) * (row.scale[m] * scales[n]) + bias[n]).bitPattern)
      }
    }
    for path in KernelPath.available {
      var packed = [UInt8](repeating: 0, count: ck_i8_packed_size(outputs, columns))
      // In two parts, as query, key and value are.
      let half = outputs / 2
      weight.withUnsafeBufferPointer {
        ck_i8_pack(path.code, $0.baseAddress, 0, half, columns, &packed)
        ck_i8_pack(path.code, $0.baseAddress.map { $0 + half * columns }, half, outputs - half, columns, &packed)
      }
      let found = bits(path, rows * outputs) {
        ck_i8_linear($0, row.q, row.scale, row.sum, rows, columns, packed, scales, bias, outputs, $1, outputs)
      }
      #expect(found == expected, "\(path.rawValue)")
    }
  }

  /// The largest sum there is: no path may saturate.
  @Test(arguments: KernelPath.available)
  func int8ExtremesDoNotSaturate(path: KernelPath) {
    let columns = 1536
    let x = (0..<columns).map { Float($0 % 2 == 0 ? 1 : -1) }
    let weight = (0..<columns).map { Int8($0 % 2 == 0 ? -128 : 127) }
    let row = quantise(x, rows: 1, columns: columns, path: path)
    var packed = [UInt8](repeating: 0, count: ck_i8_packed_size(1, columns))
    ck_i8_pack(path.code, weight, 0, 1, columns, &packed)
    var y: Float = 0
    ck_i8_linear(path.code, row.q, row.scale, row.sum, 1, columns, packed, [127], [0], 1, &y, 1)
    #expect(y == -127 * 255 * 768)
  }

  @Test(arguments: sizes)
  func float32Product(rows: Int, columns: Int, outputs: Int) {
    var random = SplitMix(3)
    let x = random.floats(rows * columns)
    let weight = random.floats(outputs * columns)
    let bias = random.floats(outputs)
    var packed = [Float](repeating: 0, count: ck_f32_packed_size(outputs, columns))
    ck_f32_pack(weight, outputs, columns, columns, &packed)
    var expected: [UInt32] = []
    for m in 0..<rows {
      for n in 0..<outputs {
        let sum = (0..<columns).reduce(bias[n]) { $0.addingProduct(x[m * columns + $1], weight[n * columns + $1]) }
        expected.append(sum.bitPattern)
      }
    }
    for path in KernelPath.available {
      let found = bits(path, rows * outputs) {
        ck_f32_linear($0, x, rows, columns, columns, packed, bias, outputs, $1, outputs)
      }
      #expect(found == expected, "\(path.rawValue)")
    }
  }

  @Test(arguments: [1, 15, 16, 17, 63, 384])
  func elementaryFunctions(count: Int) {
    var random = SplitMix(4)
    let x = random.floats(count, scale: 12) + [0, -0.0, 1e-30, -90, 90, 5]
    let all = x.count
    agree(all) { path, y in
      y.initialize(from: x, count: all)
      ck_exp(path, y, all)
    }
    agree(all) { path, y in
      y.initialize(from: x, count: all)
      ck_erf(path, y, all)
    }
    agree(all) { path, y in
      y.initialize(from: x, count: all)
      ck_gelu(path, y, all)
    }
  }

  @Test(arguments: [1, 15, 16, 33, 384])
  func layerNorm(width: Int) {
    var random = SplitMix(5)
    let rows = 3
    let (x, r) = (random.floats(rows * width), random.floats(rows * width))
    let (gain, bias) = (random.floats(width), random.floats(width))
    agree(rows * width) { ck_layer_norm($0, x, r, rows, width, gain, bias, 1e-12, $1) }
    agree(rows * width) { ck_layer_norm($0, x, nil, rows, width, gain, bias, 1e-12, $1) }
  }

  @Test(arguments: [1, 2, 8, 16, 23, 48, 61])
  func attention(rows: Int) {
    var random = SplitMix(6)
    let (heads, headWidth) = (3, 32)
    let qkv = random.floats(rows * 3 * heads * headWidth, scale: 3)
    var scratch = [Float](repeating: .nan, count: ck_attention_scratch(rows, headWidth))
    agree(rows * heads * headWidth) { ck_attention($0, qkv, rows, heads, headWidth, $1, &scratch) }
  }

  @Test func contraction() {
    var random = SplitMix(7)
    let (rows, width, labels) = (3, 21, 48)
    let (a, t) = (random.floats(rows * width), random.floats(rows * width * labels))
    agree(rows * labels) { path, y in
      y.initialize(repeating: 0.5, count: rows * labels)
      ck_contract(path, a, t, rows, width, labels, y)
    }
  }

  @Test func theBestPathIsAvailable() {
    #expect(KernelPath.best.isAvailable)
    #expect(KernelPath.available.first == .portable)
  }
}
