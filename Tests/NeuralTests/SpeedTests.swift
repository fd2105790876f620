import Foundation
import Testing

@testable import Neural

/// Speed of the forward pass at the model's real size, on one core:
/// `ENTENTE_BENCHMARK=best swift test -c release --filter SpeedTests`, or another path's name.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["ENTENTE_BENCHMARK"] != nil), .serialized)
struct SpeedTests {
  static let pieces = 4000

  @Test(arguments: [25, 100, 200, 256, 512])
  func piecesPerSecond(window: Int) throws {
    let model = TestModel(vocabulary: 30522, length: 512, width: 384, inner: 1536, layers: 6)
    try withFile(Self.bytes ?? model.write().bytes()) { url in
      let clock = ContinuousClock()
      let start = clock.now
      let file = try WeightFile(contentsOf: url)
      let opened = clock.now
      let name = ProcessInfo.processInfo.environment["ENTENTE_BENCHMARK"] ?? ""
      let encoder = try Encoder(file, path: KernelPath(rawValue: name) ?? .best)
      let loaded = clock.now
      var random = SplitMix(3)
      let pieces = (0..<window).map { _ in Int32(random.next() % 30522) }
      let shapes = (0..<window).map { _ in UInt8(random.next() % 7) }
      let workspace = Workspace()
      _ = encoder.encode(pieces: pieces, shapes: shapes, workspace: workspace)
      let rounds = max(Self.pieces / window, 2)
      var best = Duration.seconds(1000)
      for _ in 0..<3 {
        let begin = clock.now
        for _ in 0..<rounds { _ = encoder.encode(pieces: pieces, shapes: shapes, workspace: workspace) }
        best = min(best, clock.now - begin)
      }
      let speed = Double(window * rounds) / (best / .seconds(1))
      print(
        "\(encoder.path.rawValue), windows of \(window): \(Int(speed)) pieces/s;",
        "open \(opened - start), load \(loaded - opened)")
    }
  }

  /// The heads of a sentence of 25 words: 900 classes in all, arcs of 256, 50 labels of 96.
  @Test func wordsPerSecondOfTheHeads() {
    var random = SplitMix(4)
    let classes = Linear(weight: random.floats(900 * 384), bias: nil, inputs: 384)
    let arcs = Linear(weight: random.floats(256 * 384), bias: nil, inputs: 384)
    let labels = Linear(weight: random.floats(96 * 384), bias: nil, inputs: 384)
    let arcProduct = Biaffine(weight: random.floats(257 * 256), rows: 257, columns: 256, left: 256, right: 256)
    let labelProduct = LabelBiaffine(weight: random.floats(50 * 97 * 97), labels: 50, left: 96, right: 96)
    let words = Matrix(rows: 25, columns: 384, values: random.floats(25 * 384))
    let clock = ContinuousClock()
    var times = [String: Duration]()
    for _ in 0..<40 {
      let start = clock.now
      _ = classes(words)
      let linear = clock.now
      _ = arcProduct(arcs.gelu(words), arcs.gelu(words))
      let arc = clock.now
      _ = labelProduct(labels.gelu(words), labels.gelu(words))
      let label = clock.now
      times["classes"] = min(times["classes"] ?? .seconds(9), linear - start)
      times["arcs"] = min(times["arcs"] ?? .seconds(9), arc - linear)
      times["labels"] = min(times["labels"] ?? .seconds(9), label - arc)
    }
    for (name, time) in times.sorted(by: { $0.key < $1.key }) {
      print("\(name): \((time / .microseconds(25)).formatted(.number.precision(.fractionLength(1)))) µs a word")
    }
  }

  /// Made once: writing 25 MB takes longer than measuring.
  private static let bytes: [UInt8]? = {
    guard ProcessInfo.processInfo.environment["ENTENTE_BENCHMARK"] != nil else { return nil }
    return TestModel(vocabulary: 30522, length: 512, width: 384, inner: 1536, layers: 6).write().bytes()
  }()
}
