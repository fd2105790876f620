import Foundation
import Neural
import Testing

@testable import Language

/// Swift and the training code read the same sentences the same way. The numbers are made by `Training/parity.py`.
@Suite struct ParityTests {
  struct Reference: Decodable {
    let weightsSha256: String
    let tolerance: [String: Float]
    let windows: [Window]

    struct Window: Decodable {
      let sentences: [[String]]
      let pieces: [Int32]
      let shapes: [Int]
      let vectors: [[Float]]
      let root: [Float]
      let results: [Result]
      let coreference: [Link]
    }

    struct Result: Decodable {
      let xpos, upos, feats, lemmas, deprels, ner: [String]
      let heads: [Int]
      let mention: [Float]
    }

    struct Link: Decodable {
      let mention: Int
      let antecedent: Int
      let score: Float
    }
  }

  struct Manifest: Decodable {
    let weightsSha256: String
  }

  static func decode<Value: Decodable>(_ type: Value.Type, _ url: URL) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(contentsOf: url))
  }

  static func reference() throws -> Reference? {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file =
      ProcessInfo.processInfo.environment["ENTENTE_PARITY"].map { URL(fileURLWithPath: $0) }
      ?? here.appendingPathComponent("Reference/parity.json")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return try decode(Reference.self, file)
  }

  @Test(.enabled(if: TestModel.isThere, "the weights are not in this clone")) func readsAsTheTrainingCodeDoes() throws {
    let folder = try #require(TestModel.folder)
    let reference = try #require(
      try Self.reference(), "Reference/parity.json is missing; make it with Training/parity.py")
    let manifest = try Self.decode(Manifest.self, folder.appendingPathComponent("manifest.json"))
    #expect(reference.weightsSha256 == manifest.weightsSha256, "the numbers belong to other weights")
    let model = try TestModel.analyzer.get().model
    var agreement = Agreement()
    for window in reference.windows { check(window, model, reference.tolerance, &agreement) }
    // A value on the edge of a rounding step moves by one step, and what is nearly a tie may then fall the other way.
    #expect(agreement.decisions > 500)
    #expect(agreement.otherDecisions * 200 <= agreement.decisions, "\(agreement.examples)")
    #expect(agreement.farNumbers * 20 <= agreement.numbers)
    #expect(agreement.totalDifference / Float(agreement.numbers) <= (reference.tolerance["vectors"] ?? 0) / 2)
  }

  /// How often two readings say the same.
  struct Agreement {
    var decisions = 0
    var otherDecisions = 0
    var examples: [String] = []
    var numbers = 0
    var farNumbers = 0
    var totalDifference: Float = 0

    mutating func compare(_ found: [String], _ expected: [String]) {
      #expect(found.count == expected.count)
      for (a, b) in zip(found, expected) {
        decisions += 1
        if a != b {
          otherDecisions += 1
          examples.append("\(a) for \(b)")
        }
      }
    }

    mutating func compare(_ found: Float, _ expected: Float, _ tolerance: Float) {
      numbers += 1
      totalDifference += abs(found - expected)
      if !(abs(found - expected) <= tolerance) { farNumbers += 1 }
    }
  }

  private func check(
    _ expected: Reference.Window, _ model: LanguageModel, _ tolerance: [String: Float], _ agreement: inout Agreement
  ) {
    let cutter = Windows(
      wordPieces: model.wordPieces, limit: model.manifest.window, longest: model.manifest.longestSentence,
      noShape: model.encoder.noShape)
    let windows = cutter.windows(cutter.segments(expected.sentences))
    #expect(windows.count == 1)
    guard let window = windows.first else { return }
    #expect(window.pieces == expected.pieces)
    #expect(window.shapes == expected.shapes.map { $0 < 0 ? model.encoder.noShape : UInt8($0) })
    let (segments, vectors, root) = model.read(
      window, forms: expected.sentences.flatMap(\.self), workspace: Workspace())
    let limit = tolerance["vectors"] ?? 0
    for (row, numbers) in expected.vectors.enumerated() {
      for (column, number) in numbers.enumerated() { agreement.compare(vectors[row, column], number, limit) }
    }
    for (column, number) in expected.root.enumerated() { agreement.compare(root[0, column], number, limit) }
    for ((readings, result), words) in zip(zip(segments, expected.results), expected.sentences) {
      let manifest = model.manifest
      agreement.compare(readings.map { manifest.xpos[$0.xpos] }, result.xpos)
      agreement.compare(readings.map { manifest.upos[$0.upos] }, result.upos)
      agreement.compare(readings.map { manifest.feats[$0.feats] }, result.feats)
      agreement.compare(zip(readings, words).map { model.lemmaScripts[$0.lemma].apply(to: $1) }, result.lemmas)
      agreement.compare(readings.map { String($0.head.map { $0 + 1 } ?? 0) }, result.heads.map(String.init))
      agreement.compare(readings.map { manifest.deprels[$0.deprel] }, result.deprels)
      agreement.compare(readings.map { manifest.ner[$0.name] }, result.ner)
      for (reading, probability) in zip(readings, result.mention) {
        agreement.compare(Activation.sigmoid(reading.mention), probability, tolerance["mention"] ?? 0)
      }
    }
    let heads = expected.coreference.map(\.mention)
    let projected = model.coreference.project(vectors.gathering(heads))
    let pairs = model.coreference.pairs(projected, anaphors: heads.indices, antecedents: heads.indices)
    for (p, link) in expected.coreference.enumerated() {
      var best: (score: Float, word: Int) = (-.infinity, -1)
      for q in 0..<p {
        // Features that stand for none in particular.
        let values = PairFeatures.sizes.enumerated().map { k, size in UInt8((3 * p + 5 * q + k) % size) }
        let score = pairs[p, q] + model.coreference.bias(projected, p, q, values)
        if score >= best.score { best = (score, heads[q]) }
      }
      if p > 0 { agreement.compare(best.score, link.score, tolerance["coreference"] ?? 0) }
      agreement.compare([String(best.score > 0 ? best.word : -1)], [String(link.antecedent)])
    }
  }
}
