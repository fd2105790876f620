/// The best dependency tree: a maximum spanning arborescence with one word under the root (Chu and Liu 1965, Edmonds 1967).
package enum SpanningTree {
  /// The head of each word, nil for the one under the root.
  ///
  /// - Parameters:
  ///   - count: n, the number of words.
  ///   - score: the score of a word (0 ..< n) under a head (0 is the root, j + 1 is word j).
  /// - Complexity: O(n²) when the best heads form a tree, as they mostly do, else O(n³) at worst. Ties: the lower head.
  package static func heads(count n: Int, score: (Int, Int) -> Float) -> [Int?] {
    guard n > 1 else { return n == 1 ? [nil] : [] }
    // Node 0 is the root.
    let width = n + 1
    var scores = [Double](repeating: -.infinity, count: width * width)
    var lowest = Double.infinity
    var highest = -Double.infinity
    for i in 0..<n {
      for j in 0...n where j != i + 1 {
        let s = Double(score(i, j))
        scores[(i + 1) * width + j] = s.isFinite ? s : -1e6
        lowest = min(lowest, scores[(i + 1) * width + j])
        highest = max(highest, scores[(i + 1) * width + j])
      }
    }
    var heads = best(scores, width)
    if !(heads.dropFirst().lazy.filter { $0 == 0 }.count == 1 && cycle(heads) == nil) {
      // A price on each arc from the root that no gain elsewhere makes up for: the best tree then has one.
      let price = (highest - lowest + 1) * Double(n)
      for i in 1...n { scores[i * width] -= price }
      heads = arborescence(scores, width)
    }
    return heads.dropFirst().map { $0 == 0 ? nil : $0 - 1 }
  }

  /// Each node's best head; the root's is itself.
  private static func best(_ scores: [Double], _ n: Int) -> [Int] {
    (0..<n).map { i in
      guard i > 0 else { return 0 }
      var top = -1
      for j in 0..<n where j != i && (top < 0 || scores[i * n + j] > scores[i * n + top]) { top = j }
      return top
    }
  }

  /// The nodes of one cycle, nil when there is none.
  private static func cycle(_ heads: [Int]) -> [Int]? {
    var state = [UInt8](repeating: 0, count: heads.count)
    state[0] = 2
    for i in 1..<heads.count {
      var path: [Int] = []
      var j = i
      while state[j] == 0 {
        state[j] = 1
        path.append(j)
        j = heads[j]
      }
      if state[j] == 1, let k = path.firstIndex(of: j) { return Array(path[k...]) }
      for k in path { state[k] = 2 }
    }
    return nil
  }

  /// Contracts cycles until there are none. `scores` is [dependent, head].
  private static func arborescence(_ scores: [Double], _ n: Int) -> [Int] {
    var heads = best(scores, n)
    guard let cycle = cycle(heads) else { return heads }
    var isInside = [Bool](repeating: false, count: n)
    for i in cycle { isInside[i] = true }
    let outside = (0..<n).filter { !isInside[$0] }
    let m = outside.count
    var small = [Double](repeating: -.infinity, count: (m + 1) * (m + 1))
    var leave = [Int](repeating: 0, count: m)
    var enter = [Int](repeating: 0, count: m)
    for (a, i) in outside.enumerated() {
      for (b, j) in outside.enumerated() where i != j { small[a * (m + 1) + b] = scores[i * n + j] }
      var head = cycle[0]
      var entry = cycle[0]
      var gain = -Double.infinity
      for k in cycle.sorted() {
        if scores[i * n + k] > scores[i * n + head] || scores[i * n + k] == scores[i * n + head] && k < head {
          head = k
        }
        let g = scores[k * n + i] - scores[k * n + heads[k]]
        if g > gain {
          gain = g
          entry = k
        }
      }
      if i > 0 { small[a * (m + 1) + m] = scores[i * n + head] }
      leave[a] = head
      small[m * (m + 1) + a] = gain
      enter[a] = entry
    }
    let solved = arborescence(small, m + 1)
    for (a, i) in outside.enumerated() where i > 0 { heads[i] = solved[a] == m ? leave[a] : outside[solved[a]] }
    heads[enter[solved[m]]] = outside[solved[m]]
    return heads
  }
}
