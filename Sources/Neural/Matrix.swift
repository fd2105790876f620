/// A row-major matrix of single-precision numbers, such as one vector a piece or one score a label.
package struct Matrix: Hashable, Sendable {
  package let rows: Int
  package let columns: Int
  /// `rows × columns` values, one row after another.
  package private(set) var values: [Float]

  /// - Precondition: `values.count == rows * columns`.
  package init(rows: Int, columns: Int, values: [Float]) {
    precondition(rows >= 0 && columns >= 0 && values.count == rows * columns)
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// A matrix that `fill` writes; it gets the start of `rows × columns` uninitialised values and must set them all.
  init(rows: Int, columns: Int, fill: (UnsafeMutablePointer<Float>) -> Void) {
    self.rows = rows
    self.columns = columns
    values = [Float](unsafeUninitializedCapacity: rows * columns) { buffer, count in
      if let start = buffer.baseAddress, !buffer.isEmpty { fill(start) }
      count = rows * columns
    }
  }

  package subscript(row: Int, column: Int) -> Float {
    get {
      precondition(column >= 0 && column < columns)
      return values[row * columns + column]
    }
    set {
      precondition(column >= 0 && column < columns)
      values[row * columns + column] = newValue
    }
  }

  /// The values of one row, without copying.
  package subscript(row row: Int) -> ArraySlice<Float> { values[row * columns..<(row + 1) * columns] }

  /// The given rows in the given order, for example those of each word's first piece.
  package func gathering(_ indices: some Collection<Int>) -> Matrix {
    var gathered: [Float] = []
    gathered.reserveCapacity(indices.count * columns)
    for index in indices { gathered += self[row: index] }
    return Matrix(rows: indices.count, columns: columns, values: gathered)
  }

  /// The column of the largest value of `row`; of equal ones the first.
  ///
  /// - Precondition: there is at least one column.
  package func argmax(row: Int) -> Int {
    precondition(columns > 0)
    let slice = self[row: row]
    var best = slice.startIndex
    for index in slice.indices.dropFirst() where slice[index] > slice[best] { best = index }
    return best - slice.startIndex
  }

  /// This matrix with a column of ones at its end: the `[v; 1]` of biaffine products.
  func appendingOnes() -> Matrix {
    var extended: [Float] = []
    extended.reserveCapacity(rows * (columns + 1))
    for row in 0..<rows {
      extended += self[row: row]
      extended.append(1)
    }
    return Matrix(rows: rows, columns: columns + 1, values: extended)
  }
}
