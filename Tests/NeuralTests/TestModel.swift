import CKernels
import Foundation

@testable import Neural

/// Numbers that look random and are the same everywhere: SplitMix64 (Steele, Lea and Flood 2014).
struct SplitMix {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// In [−1, 1), a multiple of 2⁻²³.
  mutating func unit() -> Float { Float(next() >> 40) / 8_388_608 - 1 }

  mutating func floats(_ count: Int, scale: Float = 1) -> [Float] { (0..<count).map { _ in unit() * scale } }

  /// In [−127, 127].
  mutating func bytes(_ count: Int) -> [Int8] { (0..<count).map { _ in Int8(Int(next() % 255) - 127) } }
}

/// A weight file in memory, in the layout of `Sources/Language/Training/FORMAT.md`.
struct WeightFileWriter {
  struct Tensor {
    let name: String
    let element: UInt8
    let dimensions: [Int]
    let bytes: [UInt8]
  }

  var version: UInt32 = 1
  var tensors: [Tensor] = []

  mutating func add(_ name: String, _ dimensions: [Int], _ values: [Float]) {
    precondition(values.count == dimensions.reduce(1, *))
    let bytes = values.flatMap { littleEndian($0.bitPattern) }
    tensors.append(Tensor(name: name, element: 0, dimensions: dimensions, bytes: bytes))
  }

  mutating func add(_ name: String, _ dimensions: [Int], _ values: [Int8]) {
    precondition(values.count == dimensions.reduce(1, *))
    tensors.append(
      Tensor(name: name, element: 1, dimensions: dimensions, bytes: values.map { UInt8(bitPattern: $0) }))
  }

  func bytes() -> [UInt8] {
    let sorted = tensors.sorted { $0.name < $1.name }
    var header = Array("ENTW".utf8) + littleEndian(version)
    header += littleEndian(UInt32(sorted.count)) + littleEndian(UInt32(0))
    let table = sorted.reduce(0) { $0 + 2 + $1.name.utf8.count + 2 + 4 * $1.dimensions.count + 20 }
    var offset = (header.count + table + 63) / 64 * 64
    var data: [UInt8] = []
    for tensor in sorted {
      header += littleEndian(UInt16(tensor.name.utf8.count)) + Array(tensor.name.utf8)
      header += [tensor.element, UInt8(tensor.dimensions.count)]
      header += tensor.dimensions.flatMap { littleEndian(UInt32($0)) }
      header += littleEndian(UInt64(offset)) + littleEndian(UInt64(tensor.bytes.count))
      header += littleEndian(ck_crc32(tensor.bytes, tensor.bytes.count))
      let padding = (64 - tensor.bytes.count % 64) % 64
      data += tensor.bytes + [UInt8](repeating: 0, count: padding)
      offset += tensor.bytes.count + padding
    }
    header += [UInt8](repeating: 0, count: (64 - header.count % 64) % 64)
    return header + data
  }

  private func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}

/// An encoder with random weights; `Reference/frozen.py` makes the same one.
struct TestModel {
  var vocabulary = 50
  var length = 40
  var width = 64
  var inner = 96
  var layers = 2
  var seed: UInt64 = 7

  func write() -> WeightFileWriter {
    var random = SplitMix(seed)
    var file = WeightFileWriter()
    file.add("embeddings.word", [vocabulary, width], random.bytes(vocabulary * width))
    file.add("embeddings.word.scale", [vocabulary], random.floats(vocabulary, scale: 0.001))
    file.add("embeddings.position", [length, width], random.floats(length * width, scale: 0.1))
    file.add("embeddings.shape", [7, width], random.floats(7 * width, scale: 0.1))
    norm("embeddings.norm", &file, &random)
    for layer in 0..<layers {
      for part in ["query", "key", "value", "output"] {
        linear("layer.\(layer).attention.\(part)", width, width, &file, &random)
      }
      norm("layer.\(layer).attention.norm", &file, &random)
      linear("layer.\(layer).ffn.up", inner, width, &file, &random)
      linear("layer.\(layer).ffn.down", width, inner, &file, &random)
      norm("layer.\(layer).ffn.norm", &file, &random)
    }
    return file
  }

  private func linear(
    _ name: String, _ outputs: Int, _ inputs: Int, _ file: inout WeightFileWriter, _ random: inout SplitMix
  ) {
    file.add("\(name).weight", [outputs, inputs], random.bytes(outputs * inputs))
    file.add("\(name).weight.scale", [outputs], random.floats(outputs, scale: 0.002))
    file.add("\(name).bias", [outputs], random.floats(outputs, scale: 0.1))
  }

  private func norm(_ name: String, _ file: inout WeightFileWriter, _ random: inout SplitMix) {
    file.add("\(name).weight", [width], random.floats(width).map { 1 + $0 / 4 })
    file.add("\(name).bias", [width], random.floats(width, scale: 0.1))
  }
}

/// Calls `body` with a file of those bytes, which is removed afterwards.
func withFile<Result>(_ bytes: [UInt8], _ body: (URL) throws -> Result) throws -> Result {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("entente-\(UUID().uuidString).bin")
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  return try body(url)
}
