import CKernels

/// A linear layer in single precision: y = W x + b.
///
/// Each output is one chain of fused multiply-adds in the order of the inputs, beginning at the bias: the same bits
/// on every path and for any number of rows.
package struct Linear: Sendable {
  package let inputs: Int
  package let outputs: Int
  package let path: KernelPath
  private let weights: PackedWeights<Float>
  private let bias: [Float]

  /// - Parameters:
  ///   - weight: [outputs, inputs], row-major.
  ///   - bias: [outputs], or nil for none.
  /// - Precondition: the counts agree.
  package init(weight: [Float], bias: [Float]?, inputs: Int, path: KernelPath = .best) {
    precondition(inputs > 0 && weight.count % inputs == 0)
    let outputs = weight.count / inputs
    precondition(bias == nil || bias?.count == outputs)
    self.inputs = inputs
    self.outputs = outputs
    self.path = path
    self.bias = bias ?? [Float](repeating: 0, count: outputs)
    weights = PackedWeights(count: ck_f32_packed_size(outputs, inputs)) {
      ck_f32_pack(weight, outputs, inputs, inputs, $0)
    }
  }

  /// The layer whose tensors are `name.weight` [any, inputs] and `name.bias`.
  ///
  /// - Throws: `WeightError` when one is missing or of another shape.
  package init(_ file: WeightFile, _ name: String, inputs: Int, path: KernelPath = .best) throws(WeightError) {
    let tensor = try file.tensor("\(name).weight", .float32, [nil, inputs])
    let bias = try file.floats("\(name).bias", [tensor.dimensions[0]])
    self.init(weight: file.withFloats(of: tensor) { Array($0) }, bias: bias, inputs: inputs, path: path)
  }

  /// y [rows, outputs] of x [rows, inputs].
  package func callAsFunction(_ x: Matrix) -> Matrix {
    precondition(x.columns == inputs)
    return Matrix(rows: x.rows, columns: outputs) { y in
      weights.withPointer { ck_f32_linear(path.code, x.values, x.rows, inputs, inputs, $0, bias, outputs, y, outputs) }
    }
  }

  /// gelu(y): the projections before a biaffine product.
  package func gelu(_ x: Matrix) -> Matrix {
    precondition(x.columns == inputs)
    return Matrix(rows: x.rows, columns: outputs) { y in
      weights.withPointer { ck_f32_linear(path.code, x.values, x.rows, inputs, inputs, $0, bias, outputs, y, outputs) }
      ck_gelu(path.code, y, x.rows * outputs)
    }
  }
}
