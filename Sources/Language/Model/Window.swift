/// Consecutive sentences of one article that are encoded together, in pieces.
struct Window {
  /// Indices of its segments.
  let segments: Range<Int>
  /// `[CLS] s1 [SEP] s2 [SEP] …`
  let pieces: [Int32]
  let shapes: [UInt8]
  /// Where each word's first piece stands.
  let first: [Int]
  /// Where each segment's words begin in `first`, and their end.
  let offsets: [Int]
}

/// One sentence in pieces, or a part of one that is too long for the encoder.
struct Segment {
  let sentence: Int
  /// The words of the sentence.
  let words: Range<Int>
  /// Pieces of its words, one after another.
  let pieces: [Int32]
  let shapes: [UInt8]
  /// Where each word's pieces begin in `pieces`.
  let first: [Int]
}

/// Cuts sentences into segments and segments into windows.
struct Windows {
  let wordPieces: WordPieces
  let limit: Int
  let longest: Int
  let noShape: UInt8
  /// Pieces of one word that are read: enough for any name, few enough that a sentence always fits.
  private static let piecesOfWord = 64

  /// The segments of sentences, given as the forms of their words. A sentence of more than `longest` pieces is cut
  /// after its last comma or semicolon that fits, or where it must be.
  func segments(_ sentences: [[String]]) -> [Segment] {
    var known: [String: [Int32]] = [:]
    var segments: [Segment] = []
    for (s, words) in sentences.enumerated() {
      var begin = 0
      var pieces: [Int32] = []
      var shapes: [UInt8] = []
      var first: [Int] = []
      var stop = 0
      func close(at end: Int) {
        let count = end - begin
        let cut = count < first.count ? first[count] : pieces.count
        segments.append(
          Segment(
            sentence: s, words: begin..<end, pieces: Array(pieces[..<cut]), shapes: Array(shapes[..<cut]),
            first: Array(first[..<count])))
        pieces.removeFirst(cut)
        shapes.removeFirst(cut)
        first = first[count...].map { $0 - cut }
        begin = end
        stop = end
      }
      for (w, word) in words.enumerated() {
        let found: [Int32]
        if let hit = known[word] {
          found = hit
        } else {
          found = Array(wordPieces.pieces(of: word).prefix(Self.piecesOfWord))
          known[word] = found
        }
        while pieces.count + found.count > longest { close(at: stop > begin ? stop : w) }
        first.append(pieces.count)
        pieces += found
        let shape = WordShape.of(word).rawValue
        for _ in found { shapes.append(shape) }
        if word == "," || word == ";" { stop = w + 1 }
      }
      if begin < words.count { close(at: words.count) }
    }
    return segments
  }

  /// Windows of at most `limit` pieces, each as full as the order allows; a longer segment stands alone.
  func windows(_ segments: [Segment]) -> [Window] {
    var windows: [Window] = []
    var start = 0
    var used = 1
    for (i, segment) in segments.enumerated() {
      let size = segment.pieces.count + 1
      if i > start, used + size > limit {
        windows.append(window(start..<i, segments))
        start = i
        used = 1
      }
      used += size
    }
    if start < segments.count { windows.append(window(start..<segments.count, segments)) }
    return windows
  }

  private func window(_ range: Range<Int>, _ segments: [Segment]) -> Window {
    var pieces = [wordPieces.classifier]
    var shapes = [noShape]
    var first: [Int] = []
    var offsets: [Int] = []
    for segment in segments[range] {
      offsets.append(first.count)
      for at in segment.first { first.append(pieces.count + at) }
      pieces += segment.pieces
      shapes += segment.shapes
      pieces.append(wordPieces.separator)
      shapes.append(noShape)
    }
    offsets.append(first.count)
    return Window(segments: range, pieces: pieces, shapes: shapes, first: first, offsets: offsets)
  }
}
