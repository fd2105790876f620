/// Memory on a 64-byte boundary, so that no vector load straddles two cache lines.
///
/// It is mutable only through `start`; owners that share it (packed weights) write it once in their initialiser.
final class AlignedBuffer<Element: BitwiseCopyable> {
  let start: UnsafeMutablePointer<Element>
  let count: Int

  /// `count` elements of zero bytes.
  init(count: Int) {
    self.count = count
    let size = max(count, 1) * MemoryLayout<Element>.stride
    let raw = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    raw.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    start = raw.bindMemory(to: Element.self, capacity: max(count, 1))
  }

  deinit { start.deallocate() }
}

/// Weights in the layout that one path's kernels read. Immutable once made, hence safe to share.
struct PackedWeights<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private let buffer: AlignedBuffer<Element>

  /// `count` elements, zeros until `fill` writes them.
  init(count: Int, fill: (UnsafeMutablePointer<Element>) -> Void) {
    buffer = AlignedBuffer(count: count)
    fill(buffer.start)
  }

  func withPointer<Result>(_ body: (UnsafePointer<Element>) -> Result) -> Result {
    withExtendedLifetime(buffer) { body(buffer.start) }
  }
}
