import Foundation

/// The bytes of a file or of standard input, in pieces.
final class ByteSource {
  private let descriptor: Int32
  private let isOwned: Bool
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// - Parameter path: nil for standard input.
  init(path: String?) throws(Unfit) {
    guard let path else {
      descriptor = 0
      isOwned = false
      return
    }
    descriptor = open(path, O_RDONLY)
    isOwned = true
    if descriptor < 0 { throw Self.failure(errno) }
  }

  deinit { if isOwned, descriptor >= 0 { close(descriptor) } }

  static func failure(_ code: Int32) -> Unfit {
    switch code {
    case ENOENT: Unfit(reason: "there is no such file or folder", remedy: "check the path")
    case EACCES, EPERM: Unfit(reason: "may not be read", remedy: "give yourself the right to read it")
    case EISDIR: Unfit(reason: "is a folder", remedy: "name the folder itself")
    case EMFILE, ENFILE: Unfit(reason: "cannot be opened while so many files are open", remedy: "raise ulimit -n")
    case ELOOP: Unfit(reason: "is a link that leads back to itself", remedy: "correct the link")
    default:
      Unfit(
        reason: "cannot be read (\(String(cString: strerror(code)).lowercased()))", remedy: "check the disk or the path"
      )
    }
  }

  /// At least `count` bytes from the present place if there are as many, without moving on.
  func peek(_ count: Int) throws(Unfit) -> ArraySlice<UInt8> {
    while buffer.count - start < count, try fill() {}
    return buffer[start..<min(buffer.count, start + count)]
  }

  /// All that is left, or nil where it is more than `limit`.
  func rest(limit: Int) throws(Unfit) -> ArraySlice<UInt8>? {
    while buffer.count - start <= limit, try fill() {}
    guard buffer.count - start <= limit else { return nil }
    defer { start = buffer.count }
    return buffer[start...]
  }

  enum Line {
    case bytes(ArraySlice<UInt8>)
    /// Longer than the limit; it has been passed over.
    case tooLong
  }

  /// The next line without its end, nil at the end of the input. Holds no more than a line and a piece.
  func line(limit: Int) throws(Unfit) -> Line? {
    var searched = start
    while true {
      if let end = lineEnd(from: searched) {
        defer { start = end + 1 }
        return end - start > limit ? .tooLong : .bytes(buffer[start..<end])
      }
      searched = buffer.count
      if buffer.count - start > limit {
        try skipLine()
        return .tooLong
      }
      let passed = start
      guard try fill() else {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return .bytes(buffer[start...])
      }
      searched -= passed - start
    }
  }

  private func lineEnd(from place: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard place < bytes.count, let base = bytes.baseAddress else { return nil }
      return memchr(base + place, 0x0A, bytes.count - place).map { UnsafeRawPointer($0) - base }
    }
  }

  private func skipLine() throws(Unfit) {
    while true {
      if let end = lineEnd(from: start) {
        start = end + 1
        return
      }
      start = buffer.count
      guard try fill() else { return }
    }
  }

  /// Reads one more piece; false at the end. Bytes already passed are dropped first.
  private func fill() throws(Unfit) -> Bool {
    if isAtEnd { return false }
    if start > 0 {
      buffer.removeSubrange(0..<start)
      start = 0
    }
    let size = 1 << 18
    var code: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: size) { bytes, count in
      var got: Int
      repeat { got = Foundation.read(descriptor, bytes.baseAddress, size) } while got < 0 && errno == EINTR
      if got < 0 { code = errno }
      count = max(0, got)
    }
    if code != 0 { throw Self.failure(code) }
    buffer.append(contentsOf: piece)
    isAtEnd = piece.isEmpty
    return !isAtEnd
  }
}
