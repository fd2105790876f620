import CKernels

/// Layer normalisation: (x − mean) / √(variance + eps) × gain + bias.
struct LayerNorm: Sendable {
  private static let epsilon: Float = 1e-12
  private let gain: [Float]
  private let bias: [Float]

  init(_ file: WeightFile, _ name: String, width: Int) throws(WeightError) {
    gain = try file.floats("\(name).weight", [width])
    bias = try file.floats("\(name).bias", [width])
  }

  /// Normalises the rows of x, after adding `residual` if there is one, in place.
  func apply(
    _ x: UnsafeMutablePointer<Float>, adding residual: UnsafePointer<Float>?, rows: Int, path: KernelPath
  ) {
    ck_layer_norm(path.code, x, residual, rows, gain.count, gain, bias, Self.epsilon, x)
  }
}

/// One transformer layer: self-attention and a feed-forward network, each added to its input and normalised.
struct EncoderLayer: Sendable {
  let width: Int
  let headWidth: Int
  /// Length of the feed-forward network's hidden vectors.
  var innerWidth: Int { up.outputs }

  /// Rows that go through the feed-forward network together: their hidden values then stay in the second-level cache.
  static let chunk = 64

  private let path: KernelPath
  private let queryKeyValue: QuantisedLinear
  private let attentionOutput: QuantisedLinear
  private let attentionNorm: LayerNorm
  private let up: QuantisedLinear
  private let down: QuantisedLinear
  private let innerNorm: LayerNorm

  init(
    _ file: WeightFile, _ name: String, width: Int, headWidth: Int, path: KernelPath
  ) throws(WeightError) {
    self.width = width
    self.headWidth = headWidth
    self.path = path
    for part in ["query", "key", "value", "output"] {
      _ = try file.tensor("\(name).attention.\(part).weight", .int8, [width, width])
    }
    let three = ["query", "key", "value"].map { "\(name).attention.\($0)" }
    queryKeyValue = try QuantisedLinear(file, three, inputs: width, path: path)
    attentionOutput = try QuantisedLinear(file, ["\(name).attention.output"], inputs: width, path: path)
    attentionNorm = try LayerNorm(file, "\(name).attention.norm", width: width)
    up = try QuantisedLinear(file, ["\(name).ffn.up"], inputs: width, path: path)
    _ = try file.tensor("\(name).ffn.down.weight", .int8, [width, up.outputs])
    down = try QuantisedLinear(file, ["\(name).ffn.down"], inputs: up.outputs, path: path)
    innerNorm = try LayerNorm(file, "\(name).ffn.norm", width: width)
  }

  /// Replaces the window's vectors x [rows, width].
  func apply(_ x: UnsafeMutablePointer<Float>, rows: Int, workspace: Workspace) {
    let output = workspace.output.start
    queryKeyValue.apply(x, rows: rows, to: workspace.projections.start, scratch: workspace.quantised)
    ck_attention(
      path.code, workspace.projections.start, rows, width / headWidth, headWidth, workspace.attended.start,
      workspace.attention.start)
    attentionOutput.apply(workspace.attended.start, rows: rows, to: output, scratch: workspace.quantised)
    attentionNorm.apply(x, adding: output, rows: rows, path: path)
    for first in stride(from: 0, to: rows, by: Self.chunk) {
      let count = min(Self.chunk, rows - first)
      let part = x + first * width
      up.apply(part, rows: count, to: workspace.inner.start, scratch: workspace.quantised)
      ck_gelu(path.code, workspace.inner.start, count * innerWidth)
      down.apply(workspace.inner.start, rows: count, to: output, scratch: workspace.quantised)
      innerNorm.apply(part, adding: output, rows: count, path: path)
    }
  }
}
