import Neural
import Statements

/// Links mentions that refer to one thing.
struct CoreferenceResolver {
  private let head: AntecedentHead
  private let sentences: [Sentence]
  private let mentions: [Mention]
  private let vectors: Analyzer.Vectors
  /// Earlier mentions that are looked at.
  private let reach = 120

  init(head: AntecedentHead, sentences: [Sentence], mentions: [Mention], vectors: Analyzer.Vectors) {
    self.head = head
    self.sentences = sentences
    self.mentions = mentions
    self.vectors = vectors
  }

  /// Chains of mentions, each in order and at least two long, ordered by their first.
  func chains() -> [[Mention.ID]] {
    guard let width = vectors.values.first?.count else { return [] }
    var starts: [Int] = []
    var total = 0
    for sentence in sentences {
      starts.append(total)
      total += sentence.tokens.count
    }
    let known = mentions.filter { $0.type != .date && vectors[WordPlace(sentence: $0.sentence, token: $0.head)] != nil }
    var values: [Float] = []
    for m in known { values += vectors[WordPlace(sentence: m.sentence, token: m.head)] ?? [] }
    let scores = head.pairs(Matrix(rows: known.count, columns: width, values: values))
    let forms = known.map { sentences[$0.sentence].tokens[$0.head].form.lowercased() }
    var chain: [Int] = []
    var members: [[Mention.ID]] = []
    for i in known.indices {
      let anaphor = AnaphorClass(upos: sentences[known[i].sentence].tokens[known[i].head].upos)
      let place = starts[known[i].sentence] + known[i].head
      var best: Int?
      var top: Float = 0
      for j in stride(from: i - 1, through: max(0, i - reach), by: -1) {
        let d = place - starts[known[j].sentence] - known[j].head
        let s = scores[i, j] + head.bias(distance: d) + head.bias(isSame: forms[i] == forms[j], anaphor: anaphor)
        if s > top {
          top = s
          best = j
        }
      }
      if let best {
        chain.append(chain[best])
        members[chain[best]].append(known[i].id)
      } else {
        chain.append(members.count)
        members.append([known[i].id])
      }
    }
    return members.filter { $0.count > 1 }
  }
}
