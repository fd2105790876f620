import CKernels
import Foundation

/// A memory-mapped file of named tensors, checked as a whole when it is opened.
///
/// The format is specified in `Sources/Language/Training/FORMAT.md`. Opening reads every byte once to compare checksums
/// (some 15 ms for 25 MB); after that pages come from the system's cache, shared between processes.
package struct WeightFile: Sendable {
  /// One tensor's type, shape and place in the file.
  package struct Tensor: Hashable, Sendable {
    package enum Element: UInt8, Sendable {
      case float32 = 0
      case int8 = 1

      var size: Int { self == .float32 ? 4 : 1 }
    }

    package let name: String
    package let element: Element
    package let dimensions: [Int]
    let bytes: Range<Int>

    var description: String { "\(element)[\(dimensions.map(String.init).joined(separator: ", "))]" }
  }

  static let version: UInt32 = 1

  package let url: URL
  /// The tensors by name.
  package let tensors: [String: Tensor]
  private let data: Data

  /// Maps and verifies a file.
  ///
  /// - Throws: `WeightError` when it cannot be read, is not of this format, is cut short, or a checksum differs.
  package init(contentsOf url: URL) throws(WeightError) {
    let mapped: Data
    do {
      mapped = try Data(contentsOf: url, options: .alwaysMapped)
    } catch {
      throw WeightError(file: url.path, reason: .unreadable(WeightFile.words(of: error, url)))
    }
    var reader = TableReader(data: mapped, file: url.path)
    let table = try reader.table()
    for tensor in table {
      let reason: WeightError.Reason? = mapped.withUnsafeBytes { buffer in
        let bytes = UnsafeRawBufferPointer(rebasing: buffer[tensor.range])
        let start = bytes.bindMemory(to: UInt8.self).baseAddress
        guard ck_crc32(start, bytes.count) == tensor.checksum else { return .checksum(tensor: tensor.name) }
        if tensor.element == .float32 {
          let floats = bytes.bindMemory(to: Float.self)
          guard ck_all_finite(floats.baseAddress, floats.count) else { return .notFinite(tensor: tensor.name) }
        }
        return nil
      }
      if let reason { throw WeightError(file: url.path, reason: reason) }
    }
    self.url = url
    data = mapped
    tensors = Dictionary(uniqueKeysWithValues: table.map { ($0.name, $0.tensor) })
  }

  /// The tensor of that name, type and shape; `nil` in `dimensions` stands for any size.
  ///
  /// - Throws: `WeightError` when it is missing or differs.
  package func tensor(
    _ name: String, _ element: Tensor.Element, _ dimensions: [Int?]
  ) throws(WeightError) -> Tensor {
    guard let tensor = tensors[name] else { throw WeightError(file: url.path, reason: .missing(tensor: name)) }
    let fits =
      tensor.element == element && tensor.dimensions.count == dimensions.count
      && zip(tensor.dimensions, dimensions).allSatisfy { size, expected in expected == nil || size == expected }
    guard fits else {
      let sizes = dimensions.map { $0.map(String.init) ?? "any" }.joined(separator: ", ")
      let reason = WeightError.Reason.shape(
        tensor: name, expected: "\(element)[\(sizes)]", found: tensor.description)
      throw WeightError(file: url.path, reason: reason)
    }
    return tensor
  }

  /// A copy of an fp32 tensor's values, row-major. For tables that the decoder reads itself, such as CRF transitions.
  ///
  /// - Throws: as `tensor`.
  package func floats(_ name: String, _ dimensions: [Int?]) throws(WeightError) -> [Float] {
    let tensor = try tensor(name, .float32, dimensions)
    return withFloats(of: tensor) { Array($0) }
  }

  /// The values of an int8 tensor [any, columns] with a scale a row, as numbers, row-major.
  ///
  /// - Throws: as `tensor`.
  package func dequantised(_ name: String, columns: Int) throws(WeightError) -> [Float] {
    let tensor = try tensor(name, .int8, [nil, columns])
    let scales = try floats(name + ".scale", [tensor.dimensions[0]])
    return withBytes(of: tensor) { bytes in
      bytes.indices.map { Float(bytes[$0]) * scales[$0 / columns] }
    }
  }

  /// Calls `body` with an fp32 tensor's values in the mapped file; the pointer must not outlive the call.
  func withFloats<Result>(of tensor: Tensor, _ body: (UnsafeBufferPointer<Float>) -> Result) -> Result {
    precondition(tensor.element == .float32)
    return data.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[tensor.bytes]).bindMemory(to: Float.self)) }
  }

  /// Calls `body` with an int8 tensor's values in the mapped file; the pointer must not outlive the call.
  func withBytes<Result>(of tensor: Tensor, _ body: (UnsafeBufferPointer<Int8>) -> Result) -> Result {
    precondition(tensor.element == .int8)
    return data.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[tensor.bytes]).bindMemory(to: Int8.self)) }
  }

  /// The system's reason without Foundation's domain and code.
  private static func words(of error: any Error, _ url: URL) -> String {
    if (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true { return "it is a folder" }
    return switch (error as? CocoaError)?.code {
    case .fileReadNoSuchFile?, .fileNoSuchFile?: "there is no such file"
    case .fileReadNoPermission?: "permission denied"
    default: (error as? CocoaError)?.localizedDescription ?? "\(error)"
    }
  }
}

/// Reads the header and the tensor table, checking every number before it is used.
private struct TableReader {
  struct Entry {
    let name: String
    let element: WeightFile.Tensor.Element
    let dimensions: [Int]
    let range: Range<Int>
    let checksum: UInt32

    var tensor: WeightFile.Tensor {
      WeightFile.Tensor(name: name, element: element, dimensions: dimensions, bytes: range)
    }
  }

  let data: Data
  let file: String
  var position = 0
  /// The last tensor whose name was read, for messages.
  var current: String?

  mutating func table() throws(WeightError) -> [Entry] {
    guard data.count >= 4, data.prefix(4).elementsEqual("ENTW".utf8) else {
      throw WeightError(file: file, reason: .notWeights)
    }
    position = 4
    let version: UInt32 = try integer()
    guard version == WeightFile.version else {
      throw WeightError(file: file, reason: .version(found: version, supported: WeightFile.version))
    }
    let count: UInt32 = try integer()
    let _: UInt32 = try integer()
    var entries: [Entry] = []
    var names: Set<String> = []
    for _ in 0..<count {
      let entry = try entry()
      guard names.insert(entry.name).inserted else { throw broken }
      entries.append(entry)
    }
    for entry in entries where entry.range.lowerBound < position {
      current = entry.name
      throw broken
    }
    return entries
  }

  private var broken: WeightError { WeightError(file: file, reason: .truncated(tensor: current)) }

  private mutating func entry() throws(WeightError) -> Entry {
    let nameLength: UInt16 = try integer()
    guard let name = String(data: try bytes(Int(nameLength)), encoding: .utf8) else { throw broken }
    current = name
    let code: UInt8 = try integer()
    guard let element = WeightFile.Tensor.Element(rawValue: code) else { throw broken }
    let rank: UInt8 = try integer()
    var dimensions: [Int] = []
    var size = element.size
    for _ in 0..<rank {
      let dimension: UInt32 = try integer()
      dimensions.append(Int(dimension))
      let (product, overflow) = size.multipliedReportingOverflow(by: Int(dimension))
      guard !overflow else { throw broken }
      size = product
    }
    let offset: UInt64 = try integer()
    let length: UInt64 = try integer()
    let checksum: UInt32 = try integer()
    let limit = UInt64(data.count)
    guard length == UInt64(size), offset % 64 == 0, offset <= limit, length <= limit - offset else { throw broken }
    return Entry(
      name: name, element: element, dimensions: dimensions, range: Int(offset)..<Int(offset + length),
      checksum: checksum)
  }

  /// The next little-endian integer.
  private mutating func integer<Integer: FixedWidthInteger>() throws(WeightError) -> Integer {
    try bytes(MemoryLayout<Integer>.size).reversed().reduce(0) { $0 << 8 | Integer($1) }
  }

  private mutating func bytes(_ count: Int) throws(WeightError) -> Data {
    guard count <= data.count - position else { throw broken }
    defer { position += count }
    return data[data.startIndex + position..<data.startIndex + position + count]
  }
}
