import CKernels

/// Element-wise functions with the same bits on every processor, which the C library's are not.
package enum Activation {
  /// Replaces scores with probabilities: `exp(x − max)` over its sum, added in order.
  package static func softmax(_ scores: inout [Float]) {
    guard let top = scores.max() else { return }
    for index in scores.indices { scores[index] -= top }
    ck_exp(KernelPath.best.code, &scores, scores.count)
    let total = scores.reduce(0, +)
    for index in scores.indices { scores[index] /= total }
  }

  /// Replaces each x with x/2 · (1 + erf(x/√2)).
  package static func gelu(_ values: inout [Float]) { ck_gelu(KernelPath.best.code, &values, values.count) }

  /// e^x, as far as a `Float` goes.
  package static func exp(_ x: Float) -> Float {
    var value = x
    ck_exp(KernelPath.portable.code, &value, 1)
    return value
  }

  /// 1 / (1 + e^−x).
  package static func sigmoid(_ x: Float) -> Float { 1 / (1 + exp(-x)) }
}
