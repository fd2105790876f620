/// How far apart two spellings are.
enum SpellingDistance {
  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment), or nil above `limit`.
  ///
  /// O(length²), on folded words.
  static func between(_ a: String, _ b: String, limit: Int) -> Int? {
    let x = Array(a.unicodeScalars)
    let y = Array(b.unicodeScalars)
    if abs(x.count - y.count) > limit { return nil }
    if x == y { return 0 }
    var two = [Int](repeating: 0, count: y.count + 1)
    var one = Array(0...y.count)
    for i in 1...max(1, x.count) where i <= x.count {
      var row = [i] + [Int](repeating: 0, count: y.count)
      for j in 1...max(1, y.count) where j <= y.count {
        row[j] = min(one[j] + 1, row[j - 1] + 1, one[j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1))
        if i > 1, j > 1, x[i - 1] == y[j - 2], x[i - 2] == y[j - 1] { row[j] = min(row[j], two[j - 2] + 1) }
      }
      if (row.min() ?? 0) > limit { return nil }
      two = one
      one = row
    }
    return one[y.count] <= limit ? one[y.count] : nil
  }

  /// Whether two lists of words differ by one slip of the pen in one long word without digits.
  static func isSlip(_ a: [String], _ b: [String], shortest: Int) -> Bool {
    guard a.count == b.count else { return false }
    var slips = 0
    for (x, y) in zip(a, b) where x != y {
      guard min(x.count, y.count) >= shortest, x.first == y.first, !x.contains(where: \.isNumber),
        !y.contains(where: \.isNumber), between(x, y, limit: 1) != nil
      else { return false }
      slips += 1
    }
    return slips == 1
  }
}
