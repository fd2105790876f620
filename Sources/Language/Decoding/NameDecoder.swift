import Neural
import Statements

/// Finds the best sequence of BIOES labels by dynamic programming (Viterbi 1967) over a linear-chain CRF.
package struct NameDecoder: Sendable {
  private let labels: Int
  /// [from, to]
  private let transitions: [Float]
  private let start: [Float]
  private let end: [Float]
  private let kinds: [Kind]

  private struct Kind: Sendable {
    let place: Character
    let type: EntityType?
  }

  /// - Precondition: `transitions` is [names.count, names.count], the others [names.count].
  package init(names: [String], transitions: [Float], start: [Float], end: [Float]) {
    labels = names.count
    self.transitions = transitions
    self.start = start
    self.end = end
    kinds = names.map { Kind(place: $0.first ?? "O", type: Self.types[String($0.dropFirst(2))]) }
  }

  private static let types: [String: EntityType] = [
    "PER": .person, "ORG": .organization, "LOC": .place, "EVENT": .event, "NORP": .demonym, "DATE": .date,
    "MISC": .other,
  ]

  /// The labels of the words whose scores are the rows `words` of a matrix whose columns from `column` on are the labels'.
  /// Ties go to the lower index. O(words × labels²).
  package func path(_ scores: Matrix, rows: Range<Int>, column: Int = 0) -> [Int] {
    guard !rows.isEmpty else { return [] }
    let n = labels
    var best = [Float](repeating: 0, count: n)
    var next = best
    var back = [UInt8](repeating: 0, count: rows.count * n)
    return scores.values.withUnsafeBufferPointer { values in
      transitions.withUnsafeBufferPointer { transitions in
        func emission(_ row: Int, _ label: Int) -> Float { values[row * scores.columns + column + label] }
        for y in 0..<n { best[y] = start[y] + emission(rows.lowerBound, y) }
        for (i, row) in rows.enumerated().dropFirst() {
          for y in 0..<n {
            var top = best[0] + transitions[y]
            var from = 0
            for x in 1..<n where best[x] + transitions[x * n + y] > top {
              top = best[x] + transitions[x * n + y]
              from = x
            }
            next[y] = top + emission(row, y)
            back[i * n + y] = UInt8(from)
          }
          swap(&best, &next)
        }
        var last = 0
        for y in 1..<n where best[y] + end[y] > best[last] + end[last] { last = y }
        var path = [Int](repeating: last, count: rows.count)
        for i in stride(from: rows.count - 1, to: 0, by: -1) {
          last = Int(back[i * n + last])
          path[i - 1] = last
        }
        return path
      }
    }
  }

  /// The names in a sequence of labels, as ranges of words.
  package func names(_ path: [Int]) -> [(words: Range<Int>, type: EntityType)] {
    var names: [(Range<Int>, EntityType)] = []
    var begin: Int?
    for (i, label) in path.enumerated() {
      let kind = kinds[label]
      if kind.place == "B" || kind.place == "S" { begin = i }
      if kind.place == "E" || kind.place == "S", let b = begin, let type = kind.type {
        names.append((b..<i + 1, type))
        begin = nil
      }
      if kind.place == "O" { begin = nil }
    }
    return names
  }
}
