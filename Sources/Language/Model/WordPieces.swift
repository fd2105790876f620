import Foundation

/// BERT's uncased word pieces: greedy longest match in a vocabulary (Devlin et al. 2019), as `Training/FORMAT.md` says.
///
/// Immutable; a look-up costs one hash of each prefix of the word.
package struct WordPieces: Sendable {
  let classifier: Int32
  let separator: Int32
  let unknown: Int32

  private let table: Table

  /// A part of a word that is longer is unknown.
  private static let longest = 100

  /// Reads `vocab.txt`: a piece a line, the line's number being its id.
  ///
  /// - Throws: ``ModelError`` when it cannot be read or lacks the special pieces.
  package init(contentsOf url: URL) throws(ModelError) {
    guard let data = try? Data(contentsOf: url) else { throw ModelError(file: url.path, reason: .unreadable) }
    let table = Table([UInt8](data))
    func special(_ name: String) throws(ModelError) -> Int32 {
      guard let id = table.id(of: Array(name.utf8)) else {
        throw ModelError(file: url.path, reason: .broken("it lacks the piece \(name)"))
      }
      return id
    }
    self.table = table
    classifier = try special("[CLS]")
    separator = try special("[SEP]")
    unknown = try special("[UNK]")
  }

  package var count: Int { table.count }

  /// Whether a lower-case word is a piece of its own.
  package func contains(_ word: some Sequence<UInt8>) -> Bool { table.id(of: Array(word)) != nil }

  /// The pieces of one word; never empty.
  package func pieces(of word: String) -> [Int32] {
    var out: [Int32] = []
    var part: [UInt8] = []
    if word.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in word.utf8 {
        switch byte {
        case 0x41...0x5A: part.append(byte + 32)
        case 0x61...0x7A, 0x30...0x39: part.append(byte)
        case 0x20, 0x09, 0x0A, 0x0D: flush(&part, part.count, &out)
        case ..<0x20, 0x7F: continue
        default:
          flush(&part, part.count, &out)
          part.append(byte)
          flush(&part, 1, &out)
        }
      }
      flush(&part, part.count, &out)
    } else {
      var scalars = 0
      for scalar in normalised(word).unicodeScalars where scalar.properties.generalCategory != .nonspacingMark {
        if scalar.properties.isWhitespace {
          flush(&part, scalars, &out)
          scalars = 0
        } else if isPunctuation(scalar) || isIdeograph(scalar) {
          flush(&part, scalars, &out)
          part.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
          flush(&part, 1, &out)
          scalars = 0
        } else {
          part.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
          scalars += 1
        }
      }
      flush(&part, scalars, &out)
    }
    return out.isEmpty ? [unknown] : out
  }

  /// Without control characters, lower case, decomposed.
  private func normalised(_ word: String) -> String {
    var clean = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar.properties.generalCategory {
      case _ where scalar.value == 0 || scalar.value == 0xFFFD: continue
      case .control: if scalar == "\t" || scalar == "\n" || scalar == "\r" { clean.append(" ") }
      case .format: continue
      case .spaceSeparator: clean.append(" ")
      default: clean.append(scalar)
      }
    }
    return String(clean).lowercased().decomposedStringWithCanonicalMapping
  }

  private func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 33...47, 58...64, 91...96, 123...126: return true
    case ..<128: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  private func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F, 0x2B820...0x2CEAF,
      0xF900...0xFAFF, 0x2F800...0x2FA1F:
      return true
    default: return false
    }
  }

  /// Cuts a part into pieces, appends them and empties it.
  private func flush(_ part: inout [UInt8], _ scalars: Int, _ out: inout [Int32]) {
    guard !part.isEmpty else { return }
    defer { part.removeAll(keepingCapacity: true) }
    guard scalars <= Self.longest else {
      out.append(unknown)
      return
    }
    let before = out.count
    var start = 0
    var hashes = [UInt64](repeating: 0, count: part.count + 1)
    while start < part.count {
      var hash = start > 0 ? Table.continuation : Table.seed
      for end in start..<part.count {
        hash = Table.step(hash, part[end])
        hashes[end + 1] = hash
      }
      var end = part.count
      var found: Int32?
      while end > start, found == nil {
        found = table.look(up: hashes[end], part, start..<end, isContinuation: start > 0)
        end -= 1
      }
      guard let found else {
        out.removeSubrange(before...)
        out.append(unknown)
        return
      }
      out.append(found)
      start = end + 1
    }
  }
}

/// The vocabulary: open addressing with linear probing over FNV-1a (64 bits).
private struct Table: Sendable {
  /// All pieces one after another, and where each begins.
  private let bytes: [UInt8]
  private let starts: [Int32]
  /// -1 is free.
  private let slots: [Int32]
  private let mask: Int

  init(_ lines: [UInt8]) {
    var starts: [Int32] = [0]
    var packed: [UInt8] = []
    packed.reserveCapacity(lines.count)
    for byte in lines {
      if byte == 0x0A { starts.append(Int32(packed.count)) } else if byte != 0x0D { packed.append(byte) }
    }
    if Int(starts[starts.count - 1]) < packed.count { starts.append(Int32(packed.count)) }
    var size = 1
    while size < starts.count * 3 { size *= 2 }
    let mask = size - 1
    var slots = [Int32](repeating: -1, count: size)
    for id in 0..<starts.count - 1 {
      var hash = Self.seed
      for k in starts[id]..<starts[id + 1] { hash = Self.step(hash, packed[Int(k)]) }
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(id)
    }
    (self.bytes, self.starts, self.slots, self.mask) = (packed, starts, slots, mask)
  }

  var count: Int { starts.count - 1 }

  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  /// After `##`.
  static let continuation = step(step(seed, 0x23), 0x23)

  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  func id(of piece: [UInt8]) -> Int32? {
    look(up: piece.reduce(Self.seed) { Self.step($0, $1) }, piece, 0..<piece.count, isContinuation: false)
  }

  /// The id of `part[range]`, after `##` for a continuation, whose hash is given.
  func look(up hash: UInt64, _ part: [UInt8], _ range: Range<Int>, isContinuation: Bool) -> Int32? {
    let prefix = isContinuation ? 2 : 0
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      let start = Int(starts[id])
      if Int(starts[id + 1]) - start == range.count + prefix,
        !isContinuation || bytes[start] == 0x23 && bytes[start + 1] == 0x23,
        (0..<range.count).allSatisfy({ bytes[start + prefix + $0] == part[range.lowerBound + $0] })
      {
        return slots[slot]
      }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
