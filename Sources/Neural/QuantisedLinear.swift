import CKernels

/// A linear layer with int8 weights, each activation row being quantised by its largest magnitude.
///
/// y[n] = float(Σ q[k] W[n][k]) × (amax / 127 × scale[n]) + b[n]; the sum is exact, so it is the same on every processor.
struct QuantisedLinear: Sendable {
  let inputs: Int
  let outputs: Int
  private let path: KernelPath
  private let weights: PackedWeights<UInt8>
  private let scales: [Float]
  private let bias: [Float]

  /// Lays the layers `names` (tensors `name.weight` int8 [any, inputs], `name.weight.scale`, `name.bias`) side by side.
  ///
  /// - Throws: `WeightError` when a tensor is missing or of another shape.
  init(_ file: WeightFile, _ names: [String], inputs: Int, path: KernelPath) throws(WeightError) {
    var tensors: [WeightFile.Tensor] = []
    var scales: [Float] = []
    var bias: [Float] = []
    for name in names {
      let tensor = try file.tensor("\(name).weight", .int8, [nil, inputs])
      tensors.append(tensor)
      scales += try file.floats("\(name).weight.scale", [tensor.dimensions[0]])
      bias += try file.floats("\(name).bias", [tensor.dimensions[0]])
    }
    let outputs = scales.count
    self.inputs = inputs
    self.outputs = outputs
    self.path = path
    self.scales = scales
    self.bias = bias
    weights = PackedWeights(count: ck_i8_packed_size(outputs, inputs)) { packed in
      var first = 0
      for tensor in tensors {
        file.withBytes(of: tensor) {
          ck_i8_pack(path.code, $0.baseAddress, first, tensor.dimensions[0], inputs, packed)
        }
        first += tensor.dimensions[0]
      }
    }
  }

  /// y [rows, outputs] of x [rows, inputs]; `scratch` takes the quantised rows.
  func apply(_ x: UnsafePointer<Float>, rows: Int, to y: UnsafeMutablePointer<Float>, scratch: QuantisedRows) {
    scratch.reserve(rows: rows, columns: inputs)
    let (q, scale, sum) = (scratch.values.start, scratch.scales.start, scratch.sums.start)
    ck_i8_quantise(path.code, x, rows, inputs, inputs, q, scale, sum)
    weights.withPointer {
      ck_i8_linear(path.code, q, scale, sum, rows, inputs, $0, scales, bias, outputs, y, outputs)
    }
  }
}

/// Scratch for quantised activations.
final class QuantisedRows {
  private(set) var values = AlignedBuffer<Int8>(count: 0)
  private(set) var scales = AlignedBuffer<Float>(count: 0)
  private(set) var sums = AlignedBuffer<Int32>(count: 0)

  func reserve(rows: Int, columns: Int) {
    let size = rows * ck_i8_row_size(columns)
    if values.count < size { values = AlignedBuffer(count: size) }
    if scales.count < rows {
      scales = AlignedBuffer(count: rows)
      sums = AlignedBuffer(count: rows)
    }
  }
}
