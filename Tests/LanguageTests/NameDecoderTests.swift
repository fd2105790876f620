import Neural
import Statements
import Testing

@testable import Language

@Suite struct NameDecoderTests {
  private let labels = ["O", "B-PER", "I-PER", "E-PER", "S-PER", "S-NORP"]

  @Test func findsTheBestOfAllPaths() {
    var numbers = SpanningTreeTests.Numbers(state: 3)
    let n = labels.count
    for words in 1...5 {
      func draw(_ count: Int) -> [Float] { (0..<count).map { _ in Float(Int.random(in: -8...8, using: &numbers)) } }
      let (transitions, start, end, scores) = (draw(n * n), draw(n), draw(n), draw(words * n))
      func total(_ path: [Int]) -> Float {
        var sum = start[path[0]] + end[path[words - 1]]
        for i in 0..<words { sum += scores[i * n + path[i]] }
        for i in 1..<max(1, words) { sum += transitions[path[i - 1] * n + path[i]] }
        return sum
      }
      var best = -Float.infinity
      var path = [Int](repeating: 0, count: words)
      func search(_ i: Int) {
        if i == words {
          best = max(best, total(path))
          return
        }
        for y in 0..<n {
          path[i] = y
          search(i + 1)
        }
      }
      search(0)
      let decoder = NameDecoder(names: labels, transitions: transitions, start: start, end: end)
      let found = decoder.path(Matrix(rows: words, columns: n, values: scores), rows: 0..<words)
      #expect(total(found) == best)
    }
  }

  @Test func readsBIOES() {
    let decoder = NameDecoder(names: labels, transitions: [], start: [], end: [])
    let names = decoder.names([5, 1, 2, 3, 0, 4, 1, 0, 3])
    #expect(names.map(\.words) == [0..<1, 1..<4, 5..<6])
    #expect(names.map(\.type) == [.demonym, .person, .person])
  }
}
