import Foundation
import Testing

@testable import Neural

/// Speed of the forward pass at the model's real size, on one core:
/// `ENTENTE_BENCHMARK=1 swift test -c release --filter SpeedTests`.
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
      let encoder = try Encoder(file)
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

  /// Made once: writing 25 MB takes longer than measuring.
  private static let bytes: [UInt8]? = {
    guard ProcessInfo.processInfo.environment["ENTENTE_BENCHMARK"] != nil else { return nil }
    return TestModel(vocabulary: 30522, length: 512, width: 384, inner: 1536, layers: 6).write().bytes()
  }()
}
