import Foundation
import Neural
import Statements

/// What the antecedent head sees of one document, for its training: `Training/antecedents.py` reads it.
package struct AntecedentExamples {
  private var data = Data()

  init(_ resolver: CoreferenceResolver) {
    var resolver = resolver
    resolver.linkByRule()
    let fixed = resolver.frozen()
    let profiles = resolver.profiles
    let rows = resolver.rows()
    let features = PairFeatures(
      profiles, chainOf: fixed.chainOf, quotations: resolver.quotations, sentences: resolver.sentences)
    let anaphors = profiles.indices.map { ($0, fixed.candidates(of: $0)) }.filter { !$0.1.isEmpty }
    add([profiles.count, rows.columns, anaphors.count, PairFeatures.count])
    for (i, p) in profiles.enumerated() {
      add([p.mention.sentence, p.mention.head, p.mention.tokens.lowerBound, p.mention.tokens.upperBound])
      add([fixed.chainOf[i], p.mention.form == .name ? 0 : p.mention.form == .nominal ? 1 : 2])
    }
    for value in rows.values { withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) } }
    var values = [UInt8](repeating: 0, count: PairFeatures.count)
    for (i, candidates) in anaphors {
      add([i, candidates.count])
      add(candidates.map(\.index))
      for c in candidates {
        features.write(i, c, into: &values)
        data.append(contentsOf: values)
      }
    }
  }

  private mutating func add(_ numbers: [Int]) {
    for n in numbers { withUnsafeBytes(of: Int32(n).littleEndian) { data.append(contentsOf: $0) } }
  }

  /// Little endian. Counts: mentions, width of a vector, anaphors, features. For each mention: sentence, head word,
  /// first word, end, chain by rule, form (0 name, 1 nominal, 2 pronoun). The vectors of all heads (f32). For each
  /// anaphor: its mention, number of candidates, their mentions, then a byte for each feature of each.
  package var bytes: Data { data }
}
