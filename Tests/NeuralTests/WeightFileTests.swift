import Foundation
import Testing

@testable import Neural

@Suite struct WeightFileTests {
  private func small() -> WeightFileWriter {
    var file = WeightFileWriter()
    file.add("b", [2, 3], [1, 2, 3, 4, 5, 6] as [Float])
    file.add("a", [4], [-128, 0, 1, 127] as [Int8])
    return file
  }

  /// The error that opening such a file throws; `nil` when there is none.
  private func error(opening bytes: [UInt8]) throws -> WeightError? {
    try withFile(bytes) { url in
      do {
        _ = try WeightFile(contentsOf: url)
        return nil
      } catch let error as WeightError {
        #expect(error.description.contains(url.path))
        return error
      }
    }
  }

  @Test func reads() throws {
    try withFile(small().bytes()) { url in
      let file = try WeightFile(contentsOf: url)
      #expect(file.tensors.keys.sorted() == ["a", "b"])
      #expect(try file.floats("b", [2, nil]) == [1, 2, 3, 4, 5, 6])
      #expect(file.withBytes(of: try file.tensor("a", .int8, [4])) { Array($0) } == [-128, 0, 1, 127])
    }
  }

  @Test func missingFile() throws {
    let url = URL(fileURLWithPath: "/nowhere/weights.bin")
    let error = #expect(throws: WeightError.self) { try WeightFile(contentsOf: url) }
    #expect(
      error?.description
        == "cannot read the model's weights '/nowhere/weights.bin': there is no such file; check the path and its permissions"
    )
  }

  @Test func folder() {
    let error = #expect(throws: WeightError.self) { try WeightFile(contentsOf: FileManager.default.temporaryDirectory) }
    #expect(error?.reason == .unreadable("it is a folder"))
  }

  @Test func otherFiles() throws {
    #expect(try error(opening: [])?.reason == .notWeights)
    #expect(try error(opening: Array("ENT".utf8))?.reason == .notWeights)
    #expect(try error(opening: Array("version https://git-lfs.github.com/spec/v1".utf8))?.reason == .notWeights)
  }

  @Test func otherVersion() throws {
    var file = small()
    file.version = 9
    let error = try error(opening: file.bytes())
    #expect(error?.reason == .version(found: 9, supported: 1))
    #expect(error?.description.contains("format 9, this program reads 1; use the model that came with") == true)
  }

  /// Cut anywhere, the file gives an error and never a crash.
  @Test func truncated() throws {
    let bytes = small().bytes()
    // What follows the last tensor is padding; nothing before it can be missed.
    let end = bytes.count - 64 + 24
    for length in [5, 8, 15, 16, 17, 20, 40, 70, 90, 127, 128, 130, 192, end - 1] {
      guard case .truncated = try error(opening: Array(bytes.prefix(length)))?.reason else {
        Issue.record("cut to \(length) of \(bytes.count) bytes")
        continue
      }
    }
    #expect(try error(opening: Array(bytes.prefix(end))) == nil)
  }

  /// Any bit that is flipped, in the header or the data, is noticed or harmless; none crashes.
  @Test func damaged() throws {
    let bytes = small().bytes()
    let data = bytes.count - 128
    for index in 0..<bytes.count {
      var flipped = bytes
      flipped[index] ^= 0x40
      let reason = try error(opening: flipped)?.reason
      if (data..<data + 4).contains(index) { #expect(reason == .checksum(tensor: "a")) }
      if (data + 64..<data + 88).contains(index) { #expect(reason == .checksum(tensor: "b")) }
    }
  }

  @Test func notFinite() throws {
    var file = WeightFileWriter()
    file.add("x", [2], [0, .nan] as [Float])
    #expect(try error(opening: file.bytes())?.reason == .notFinite(tensor: "x"))
  }

  @Test func wrongShapes() throws {
    try withFile(small().bytes()) { url in
      let file = try WeightFile(contentsOf: url)
      let missing = #expect(throws: WeightError.self) { try file.tensor("c", .int8, [1]) }
      #expect(missing?.reason == .missing(tensor: "c"))
      let shape = #expect(throws: WeightError.self) { try file.tensor("b", .float32, [nil, 4]) }
      #expect(shape?.reason == .shape(tensor: "b", expected: "float32[any, 4]", found: "float32[2, 3]"))
      #expect(throws: WeightError.self) { try file.tensor("a", .float32, [4]) }
      #expect(throws: WeightError.self) { try Linear(file, "b", inputs: 3) }
    }
  }
}
