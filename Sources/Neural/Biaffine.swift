import CKernels

/// Scores for every pair of a left and a right vector: s(i, j) = lᵢᵀ U rⱼ, where lᵢ and rⱼ may have a one appended.
///
/// Dependency arcs (dependents left, heads right) and coreference links are scored so (Dozat and Manning 2017).
package struct Biaffine: Sendable {
  /// Sizes of the vectors, without the appended ones.
  package let left: Int
  package let right: Int
  /// lᵀ U: from a left vector to what the right ones are multiplied with.
  private let transform: Linear
  private let appendsRight: Bool

  /// - Parameters:
  ///   - weight: U, row-major [left or left + 1, right or right + 1]; the larger size means that a one is appended.
  /// - Precondition: `weight.count` is `rows × columns` with such sizes.
  package init(weight: [Float], rows: Int, columns: Int, left: Int, right: Int, path: KernelPath = .best) {
    precondition(weight.count == rows * columns)
    precondition(rows == left || rows == left + 1)
    precondition(columns == right || columns == right + 1)
    self.left = left
    self.right = right
    appendsRight = columns == right + 1
    var transposed = [Float](repeating: 0, count: columns * left)
    for row in 0..<left {
      for column in 0..<columns { transposed[column * left + row] = weight[row * columns + column] }
    }
    let bias = rows == left + 1 ? Array(weight[left * columns..<rows * columns]) : nil
    transform = Linear(weight: transposed, bias: bias, inputs: left, path: path)
  }

  /// The product whose tensor is `name`.
  ///
  /// - Throws: `WeightError` when it is missing or of another shape.
  package init(
    _ file: WeightFile, _ name: String, left: Int, right: Int, path: KernelPath = .best
  ) throws(WeightError) {
    let tensor = try file.tensor(name, .float32, [nil, nil])
    let (rows, columns) = (tensor.dimensions[0], tensor.dimensions[1])
    guard rows == left || rows == left + 1, columns == right || columns == right + 1 else {
      let expected = "float32[\(left) or \(left + 1), \(right) or \(right + 1)]"
      let reason = WeightError.Reason.shape(tensor: name, expected: expected, found: tensor.description)
      throw WeightError(file: file.url.path, reason: reason)
    }
    self.init(
      weight: file.withFloats(of: tensor) { Array($0) }, rows: rows, columns: columns, left: left, right: right,
      path: path)
  }

  /// s [lefts.rows, rights.rows]. For arcs: `self(dependents, heads)[i, j]` is the score of head j for dependent i.
  package func callAsFunction(_ lefts: Matrix, _ rights: Matrix) -> Matrix {
    precondition(lefts.columns == left && rights.columns == right)
    guard lefts.rows > 0, rights.rows > 0 else { return Matrix(rows: lefts.rows, columns: rights.rows) { _ in } }
    let transformed = transform(lefts)
    let keys = appendsRight ? rights.appendingOnes() : rights
    return Linear(weight: keys.values, bias: nil, inputs: keys.columns, path: transform.path)(transformed)
  }
}

/// One score for each label of a pair: s(l) = [a; 1]ᵀ U_l [b; 1]. For dependency labels and relations.
package struct LabelBiaffine: Sendable {
  package let left: Int
  package let right: Int
  package let labels: Int
  /// `labels` rounded up to whole vectors.
  private let padded: Int
  /// From a right vector to [left + 1, padded].
  private let transform: Linear

  /// Rows that are transformed together: bounds the scratch to some hundred KB.
  private static let chunk = 16

  /// - Parameter weight: [labels, left + 1, right + 1], row-major.
  /// - Precondition: `weight.count` agrees.
  package init(weight: [Float], labels: Int, left: Int, right: Int, path: KernelPath = .best) {
    precondition(weight.count == labels * (left + 1) * (right + 1))
    let padded = (labels + 15) / 16 * 16
    var rows = [Float](repeating: 0, count: (left + 1) * padded * right)
    var bias = [Float](repeating: 0, count: (left + 1) * padded)
    for label in 0..<labels {
      for i in 0...left {
        let from = (label * (left + 1) + i) * (right + 1)
        let to = i * padded + label
        for j in 0..<right { rows[to * right + j] = weight[from + j] }
        bias[to] = weight[from + right]
      }
    }
    self.left = left
    self.right = right
    self.labels = labels
    self.padded = padded
    transform = Linear(weight: rows, bias: bias, inputs: right, path: path)
  }

  /// The product whose tensor is `name` [any, left + 1, right + 1].
  ///
  /// - Throws: `WeightError` when it is missing or of another shape.
  package init(
    _ file: WeightFile, _ name: String, left: Int, right: Int, path: KernelPath = .best
  ) throws(WeightError) {
    let tensor = try file.tensor(name, .float32, [nil, left + 1, right + 1])
    self.init(
      weight: file.withFloats(of: tensor) { Array($0) }, labels: tensor.dimensions[0], left: left, right: right,
      path: path)
  }

  /// s [rows, labels]: row m scores the pair of row m of `lefts` and row m of `rights`.
  package func callAsFunction(_ lefts: Matrix, _ rights: Matrix) -> Matrix {
    precondition(lefts.columns == left && rights.columns == right && lefts.rows == rights.rows)
    let extended = lefts.appendingOnes()
    var scores: [Float] = []
    scores.reserveCapacity(lefts.rows * labels)
    for first in stride(from: 0, to: lefts.rows, by: Self.chunk) {
      let rows = first..<min(first + Self.chunk, lefts.rows)
      let transformed = transform(rights.gathering(rows))
      var sums = [Float](repeating: 0, count: rows.count * padded)
      extended.values.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        ck_contract(
          transform.path.code, start + first * (left + 1), transformed.values, rows.count, left + 1, padded, &sums)
      }
      for row in 0..<rows.count { scores += sums[row * padded..<row * padded + labels] }
    }
    return Matrix(rows: lefts.rows, columns: labels, values: scores)
  }

  /// s [pairs, labels] of rows of `lefts` with rows of `rights`; a right row's product with the weights is made once.
  ///
  /// The same bits as for the pairs' rows one by one.
  package func callAsFunction(_ lefts: Matrix, _ rights: Matrix, pairs: [(left: Int, right: Int)]) -> Matrix {
    precondition(lefts.columns == left && rights.columns == right)
    let extended = lefts.appendingOnes()
    var scores = [Float](repeating: 0, count: pairs.count * labels)
    let ordered = pairs.indices.sorted { (pairs[$0].right, $0) < (pairs[$1].right, $1) }
    var sums = [Float](repeating: 0, count: padded)
    var transformed = Matrix(rows: 0, columns: 0, values: [])
    var last: Int?
    for p in ordered {
      let pair = pairs[p]
      precondition(pair.left >= 0 && pair.left < lefts.rows && pair.right >= 0 && pair.right < rights.rows)
      if last != pair.right {
        transformed = transform(rights.gathering([pair.right]))
        last = pair.right
      }
      for k in 0..<padded { sums[k] = 0 }
      extended.values.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        ck_contract(
          transform.path.code, start + pair.left * (left + 1), transformed.values, 1, left + 1, padded, &sums)
      }
      for label in 0..<labels { scores[p * labels + label] = sums[label] }
    }
    return Matrix(rows: pairs.count, columns: labels, values: scores)
  }
}
