import CKernels
import Testing

@testable import Neural

@Suite struct EncoderTests {
  static let pieces: [Int32] = [1, 7, 7, 49, 0, 23, 31, 8, 15, 2, 48]
  /// Seven is no shape: there are shapes 0 to 6.
  static let shapes: [UInt8] = [7, 0, 1, 2, 3, 4, 5, 6, 0, 1, 7]

  private func encode(
    _ path: KernelPath, pieces: [Int32] = pieces, shapes: [UInt8] = shapes, model: TestModel = TestModel()
  ) throws -> Matrix {
    try withFile(model.write().bytes()) { url in
      let encoder = try Encoder(WeightFile(contentsOf: url), path: path)
      return encoder.encode(pieces: pieces, shapes: shapes, workspace: Workspace())
    }
  }

  /// A value that lies on the border between two integers may be rounded the other way in double precision, hence the wide margin.
  @Test func agreesWithTheReference() throws {
    let found = try encode(.best)
    #expect(found.rows == 11 && found.columns == 64)
    let sample = (0..<11).flatMap { row in stride(from: 0, to: 64, by: 8).map { found[row, $0] } }
    #expect(FrozenNumbersTests.error(sample, FrozenNumbers.encoder) < 2e-3)
  }

  /// The same bits on this and on every other processor.
  @Test(arguments: KernelPath.available)
  func exactBits(path: KernelPath) throws {
    let bits = try encode(path).values.map(\.bitPattern.littleEndian)
    let checksum = bits.withUnsafeBytes { ck_crc32($0.bindMemory(to: UInt8.self).baseAddress, $0.count) }
    #expect(checksum == 1_187_328_896)
  }

  /// What a workspace held before, and how long its windows were, changes nothing.
  @Test func workspaceCarriesNothingOver() throws {
    try withFile(TestModel().write().bytes()) { url in
      let encoder = try Encoder(WeightFile(contentsOf: url))
      let workspace = Workspace()
      let first = encoder.encode(pieces: Self.pieces, shapes: Self.shapes, workspace: workspace)
      let long = encoder.encode(
        pieces: [Int32](repeating: 3, count: 40), shapes: [UInt8](repeating: 0, count: 40), workspace: workspace)
      #expect(long.rows == 40)
      #expect(encoder.encode(pieces: Self.pieces, shapes: Self.shapes, workspace: workspace) == first)
      #expect(encoder.encode(pieces: [], shapes: [], workspace: workspace).rows == 0)
      #expect(encoder.encode(pieces: [4], shapes: [0], workspace: workspace).rows == 1)
    }
  }

  /// Windows longer than the chunk of the feed-forward network, on all paths.
  @Test func longWindowsAgree() throws {
    var random = SplitMix(21)
    let pieces = (0..<133).map { _ in Int32(random.next() % 50) }
    let shapes = (0..<133).map { _ in UInt8(random.next() % 7) }
    let model = TestModel(length: 140, layers: 1)
    let expected = try encode(.portable, pieces: pieces, shapes: shapes, model: model)
    for path in KernelPath.available {
      #expect(try encode(path, pieces: pieces, shapes: shapes, model: model) == expected, "\(path.rawValue)")
    }
  }

  @Test func incompleteModels() throws {
    var file = TestModel().write()
    file.tensors.removeAll { $0.name == "layer.1.ffn.down.bias" }
    try withFile(file.bytes()) { url in
      let error = #expect(throws: WeightError.self) { try Encoder(WeightFile(contentsOf: url)) }
      #expect(error?.reason == .missing(tensor: "layer.1.ffn.down.bias"))
    }
    file.tensors.removeAll { $0.name.hasPrefix("layer.") }
    try withFile(file.bytes()) { url in
      let error = #expect(throws: WeightError.self) { try Encoder(WeightFile(contentsOf: url)) }
      #expect(error?.reason == .missing(tensor: "layer.0.attention.query.weight"))
    }
  }
}
