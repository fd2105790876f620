import CKernels

/// A BERT-style transformer encoder: a window of word pieces in, one vector a piece out.
///
/// Post-layer-norm, exact GELU, learned positions, plus an embedding of each word's shape. The equations are in
/// `Sources/Language/Training/FORMAT.md`. A pure function: the same window gives the same bits on every processor, whatever else runs.
/// Immutable after loading; 23 MB beside the mapped file for six layers of 384.
package struct Encoder: Sendable {
  /// Length of a vector (384).
  package let width: Int
  /// Pieces there are embeddings for; ids lie below.
  package let vocabularySize: Int
  /// Word shapes there are embeddings for; ids lie below.
  package let shapeCount: Int
  /// The shape id of pieces that belong to no word, such as `[CLS]` and `[SEP]`: nothing is added for them.
  package var noShape: UInt8 { UInt8(shapeCount) }
  /// The longest window, in pieces (512).
  package let maximumLength: Int
  package let layerCount: Int
  package let path: KernelPath

  private let file: WeightFile
  private let words: WeightFile.Tensor
  private let wordScales: [Float]
  private let positions: [Float]
  /// One row for each shape and a row of zeros for `noShape`.
  private let shapes: [Float]
  private let norm: LayerNorm
  private let layers: [EncoderLayer]

  /// Reads the tensors `embeddings.*` and `layer.*` and packs them for `path`.
  ///
  /// - Parameter headWidth: length of one attention head's vectors, a multiple of 16.
  /// - Throws: `WeightError` when a tensor is missing or of another shape.
  package init(_ file: WeightFile, headWidth: Int = 32, path: KernelPath = .best) throws(WeightError) {
    words = try file.tensor("embeddings.word", .int8, [nil, nil])
    let width = words.dimensions[1]
    guard width > 0, headWidth > 0, headWidth % 16 == 0, width % headWidth == 0 else {
      let reason = WeightError.Reason.shape(
        tensor: words.name, expected: "int8[any, a multiple of \(headWidth)]", found: words.description)
      throw WeightError(file: file.url.path, reason: reason)
    }
    self.file = file
    self.width = width
    self.path = path
    vocabularySize = words.dimensions[0]
    wordScales = try file.floats("embeddings.word.scale", [words.dimensions[0]])
    positions = try file.floats("embeddings.position", [nil, width])
    let shapes = try file.tensor("embeddings.shape", .float32, [nil, width])
    guard shapes.dimensions[0] < UInt8.max else {
      let reason = WeightError.Reason.shape(
        tensor: shapes.name, expected: "float32[at most 254, \(width)]", found: shapes.description)
      throw WeightError(file: file.url.path, reason: reason)
    }
    self.shapes = file.withFloats(of: shapes) { Array($0) } + [Float](repeating: 0, count: width)
    maximumLength = positions.count / width
    shapeCount = shapes.dimensions[0]
    norm = try LayerNorm(file, "embeddings.norm", width: width)
    var layers: [EncoderLayer] = []
    while file.tensors["layer.\(layers.count).attention.query.weight"] != nil {
      layers.append(
        try EncoderLayer(file, "layer.\(layers.count)", width: width, headWidth: headWidth, path: path))
    }
    guard !layers.isEmpty else {
      throw WeightError(file: file.url.path, reason: .missing(tensor: "layer.0.attention.query.weight"))
    }
    self.layers = layers
    layerCount = layers.count
  }

  /// The last layer's vectors [pieces.count, width] of one window.
  ///
  /// - Parameters:
  ///   - pieces: vocabulary ids, special pieces included; at most `maximumLength`.
  ///   - shapes: the shape id of each piece's word, `noShape` where there is none.
  ///   - workspace: scratch that is reused from call to call; one for each thread.
  /// - Precondition: as many shapes as pieces, all ids in range, the window not longer than `maximumLength`.
  /// - Complexity: 21 MFLOP a piece for six layers of 384, plus attention, which grows with the window.
  package func encode(pieces: [Int32], shapes: [UInt8], workspace: Workspace) -> Matrix {
    let count = pieces.count
    precondition(shapes.count == count && count <= maximumLength)
    precondition(pieces.allSatisfy { $0 >= 0 && $0 < vocabularySize })
    precondition(shapes.allSatisfy { $0 <= noShape })
    guard count > 0 else { return Matrix(rows: 0, columns: width) { _ in } }
    workspace.reserve(rows: count, layers: layers)
    return Matrix(rows: count, columns: width) { x in
      file.withBytes(of: words) {
        ck_embed(
          path.code, pieces, shapes, count, width, $0.baseAddress, wordScales, positions, self.shapes, x)
      }
      norm.apply(x, adding: nil, rows: count, path: path)
      for layer in layers { layer.apply(x, rows: count, workspace: workspace) }
    }
  }
}

/// Scratch of the forward pass, grown to the longest window seen. Not for two threads at once.
package final class Workspace {
  private(set) var projections = AlignedBuffer<Float>(count: 0)
  private(set) var attended = AlignedBuffer<Float>(count: 0)
  private(set) var output = AlignedBuffer<Float>(count: 0)
  private(set) var inner = AlignedBuffer<Float>(count: 0)
  private(set) var attention = AlignedBuffer<Float>(count: 0)
  let quantised = QuantisedRows()

  package init() {}

  func reserve(rows: Int, layers: [EncoderLayer]) {
    guard let layer = layers.first else { return }
    grow(&projections, to: rows * 3 * layer.width)
    grow(&attended, to: rows * layer.width)
    grow(&output, to: rows * layer.width)
    grow(&attention, to: ck_attention_scratch(rows, layer.headWidth))
    let widest = layers.map(\.innerWidth).max() ?? 0
    grow(&inner, to: min(rows, EncoderLayer.chunk) * widest)
  }

  private func grow(_ buffer: inout AlignedBuffer<Float>, to count: Int) {
    if buffer.count < count { buffer = AlignedBuffer(count: count) }
  }
}
