import Testing

@testable import Language

@Suite struct SpanningTreeTests {
  /// A small generator of our own: the same numbers everywhere.
  struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 33
    }
  }

  private func total(_ heads: [Int?], _ scores: [[Float]]) -> Float {
    heads.enumerated().reduce(0) { $0 + scores[$1.offset][$1.element.map { $0 + 1 } ?? 0] }
  }

  private func isTree(_ heads: [Int?]) -> Bool {
    guard heads.filter({ $0 == nil }).count == 1 else { return false }
    return heads.indices.allSatisfy { i in
      var at: Int? = i
      for _ in 0...heads.count {
        guard let j = at else { return true }
        at = heads[j]
      }
      return false
    }
  }

  /// All assignments of heads to n words, the best tree of them.
  private func bruteForce(_ scores: [[Float]]) -> Float {
    let n = scores.count
    var best = -Float.infinity
    var heads = [Int](repeating: 0, count: n)
    func search(_ i: Int) {
      if i == n {
        let found = heads.map { $0 == 0 ? nil : $0 - 1 }
        if isTree(found) { best = max(best, total(found, scores)) }
        return
      }
      for h in 0...n where h != i + 1 {
        heads[i] = h
        search(i + 1)
      }
    }
    search(0)
    return best
  }

  @Test(arguments: 1...6) func isTheBestOfAll(n: Int) {
    var numbers = Numbers(state: UInt64(n) * 77)
    for _ in 0..<(n == 6 ? 12 : 60) {
      let scores = (0..<n).map { _ in (0...n).map { _ in Float(Int.random(in: -9...9, using: &numbers)) } }
      let heads = SpanningTree.heads(count: n) { scores[$0][$1] }
      #expect(isTree(heads))
      #expect(total(heads, scores) == bruteForce(scores))
    }
  }

  @Test func alwaysATree() {
    var numbers = Numbers(state: 5)
    for n in [0, 1, 2, 40, 120] {
      let scores = (0..<n).map { _ in (0...n).map { _ in Float.random(in: -1...1, using: &numbers) } }
      let heads = SpanningTree.heads(count: n) { scores[$0][$1] }
      #expect(heads.count == n && (n == 0 || isTree(heads)))
      #expect(n == 0 || isTree(SpanningTree.heads(count: n) { _, _ in 0 }))
      #expect(n == 0 || isTree(SpanningTree.heads(count: n) { _, _ in .nan }))
    }
  }
}
