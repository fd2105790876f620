import Foundation
import Neural
import Statements

/// The learned relation head: how likely each relation is between two mentions, from the encoder's vectors of their heads
/// and of the words between them in the tree, and from what is seen of the pair.
///
/// `Training/FORMAT.md` specifies the arithmetic; `relations.bin` holds the numbers and `relations.tsv` the names of traits,
/// hints and relations. Immutable; the same bits on every processor.
package struct RelationHead: Sendable {
  /// The classes after the first, which is "any relation at all".
  package let relations: [Relation]
  /// How likely a proposal of a rule must be to be kept, and one of the head's own to be made.
  package let thresholds: Thresholds
  let ruled: Calibration
  let added: Calibration
  /// Measured precision of rules whose statements are not pairs of things: those about titles.
  let literals: [String: Double]

  package struct Thresholds: Hashable, Sendable {
    package let keep: Float
    package let add: Float
    /// How likely it must be that something relates two things that nothing else ties, to say the likeliest.
    package let any: Float
    /// The same for who met or spoke with whom.
    package let meet: Float
  }

  private let subject: Linear
  private let object: Linear
  private let inner: Linear
  private let left: Linear
  private let right: Linear
  private let out: Linear
  private let encoder: EncoderRelations
  private let scale: [Float]
  private let mix: [Float]
  private let bias: [Float]
  private let traitVectors: [Float]
  private let hintWeights: [Float]
  private let boundWeights: [Float]
  private let traits: [String: Int]
  private let hints: [String: Int]
  private let classes: [Relation: Int]
  private var hidden: Int { bias.count }

  /// Reads the head from a model's folder; nil where the folder has none, and rules are left to themselves.
  ///
  /// - Throws: `WeightError` or ``RelationHeadError``, which name the file and the remedy.
  package init?(folder: URL) throws {
    let table = folder.appendingPathComponent("relations.tsv")
    let weights = folder.appendingPathComponent("relations.bin")
    let manager = FileManager.default
    guard manager.fileExists(atPath: table.path) || manager.fileExists(atPath: weights.path) else { return nil }
    guard let text = try? String(contentsOf: table, encoding: .utf8) else {
      throw RelationHeadError(file: table.path)
    }
    var names: [String: [String]] = [:]
    var numbers: [String: [Double]] = [:]
    var literals: [String: Double] = [:]
    var scored: [String] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 2 else { throw RelationHeadError(file: table.path) }
      switch fields[0] {
      case "trait", "hint", "relation": names[fields[0], default: []].append(fields[1])
      case "scored": scored = Array(fields.dropFirst())
      case "literal": literals[fields[1]] = fields.count > 2 ? Double(fields[2]) : nil
      default: numbers[fields[0]] = fields.dropFirst().compactMap(Double.init)
      }
    }
    let file = try WeightFile(contentsOf: weights)
    let relationNames = names["relation"] ?? []
    guard let width = file.tensors["relations.subject"]?.dimensions.last, width > 0, relationNames.first == "any",
      let limits = numbers["thresholds"], limits.count == 4, let ruled = Calibration(numbers["ruled"] ?? []),
      let added = Calibration(numbers["added"] ?? [])
    else { throw RelationHeadError(file: table.path) }
    bias = try file.floats("relations.bias", [nil])
    let hidden = bias.count
    func linear(_ name: String, bias: [Float]?) throws -> Linear {
      let weight = try file.dequantised(name, columns: width)
      guard bias == nil || weight.count == width * (bias?.count ?? 0) else {
        throw RelationHeadError(file: weights.path)
      }
      return Linear(weight: weight, bias: bias, inputs: width)
    }
    subject = try linear("relations.subject", bias: nil)
    object = try linear("relations.object", bias: nil)
    inner = try linear("relations.inner", bias: nil)
    left = try linear("relations.left", bias: try file.floats("relations.left.bias", [nil]))
    right = try linear("relations.right", bias: try file.floats("relations.right.bias", [nil]))
    out = try Linear(file, "relations.out", inputs: hidden + left.outputs)
    let order = relationNames.compactMap { scored.firstIndex(of: $0) }
    guard order.count == relationNames.count else { throw RelationHeadError(file: table.path) }
    encoder = try EncoderRelations(folder: folder, classes: scored.count, order: order, width: width)
    scale = try file.floats("relations.scale", [relationNames.count])
    mix = try file.floats("relations.mix", [relationNames.count, hidden])
    let traitNames = names["trait"] ?? []
    let hintNames = names["hint"] ?? []
    traitVectors = try file.dequantised("relations.traits", columns: hidden)
    hintWeights = try file.floats("relations.hints", [2, hintNames.count])
    boundWeights = try file.floats("relations.bound", [relationNames.count, hintNames.count])
    guard subject.outputs == hidden, traitVectors.count == traitNames.count * hidden, object.outputs == hidden,
      inner.outputs == hidden, right.outputs == left.outputs,
      out.outputs == relationNames.count
    else { throw RelationHeadError(file: weights.path) }
    traits = Dictionary(traitNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    hints = Dictionary(hintNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    relations = relationNames.map { Relation(rawValue: $0) }
    classes = Dictionary(relations.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    thresholds = Thresholds(
      keep: Float(limits[0]), add: Float(limits[1]), any: Float(limits[2]), meet: Float(limits[3]))
    self.ruled = ruled
    self.added = added
    self.literals = literals
  }

  /// The class of a relation; all open phrases are one.
  func column(of relation: Relation) -> Int? { classes[relation.phrase == nil ? relation : PairTraits.open] }

  /// Probabilities of pairs [pairs, relations]: that something relates the two, and then of each relation.
  package func probabilities(_ pairs: [MentionPair], in document: Document, vectors: [Matrix]) -> Matrix {
    var values: [Float] = []
    values.reserveCapacity(pairs.count * relations.count)
    var words = Words(head: self, vectors: vectors)
    let seen = encoder.scores(pairs, in: document, vectors: vectors)
    for (row, pair) in pairs.enumerated() { values += probabilities(pair, seen[row: row], document, &words) }
    return Matrix(rows: pairs.count, columns: relations.count, values: values)
  }

  private func probabilities(
    _ pair: MentionPair, _ seen: ArraySlice<Float>, _ document: Document, _ words: inout Words
  ) -> [Float] {
    let (a, b) = (document.mentions[pair.subject], document.mentions[pair.object])
    var h = bias
    for row in Set(pair.traits.compactMap { traits[$0] }).sorted() {
      for k in 0..<hidden { h[k] += traitVectors[row * hidden + k] }
    }
    Self.add(words.subject(a.sentence, a.head), to: &h)
    Self.add(words.object(b.sentence, b.head), to: &h)
    if !pair.inner.isEmpty {
      var sum = [Float](repeating: 0, count: hidden)
      for w in pair.inner { Self.add(words.inner(pair.sentence, w), to: &sum) }
      let count = Float(pair.inner.count)
      for k in 0..<hidden { h[k] += sum[k] / count }
    }
    for (c, value) in seen.enumerated() {
      for k in 0..<hidden { h[k] += value * mix[c * hidden + k] }
    }
    Activation.gelu(&h)
    let (x, y) = (words.left(a.sentence, a.head), words.right(b.sentence, b.head))
    for k in 0..<left.outputs { h.append(x[x.startIndex + k] * y[y.startIndex + k]) }
    let z = out(Matrix(rows: 1, columns: h.count, values: h)).values
    let sum = zip(z, zip(scale, seen)).map { $0 + $1.0 * $1.1 }
    var some = sum[0]
    var types = Array(sum.dropFirst())
    let count = hints.count
    for (relation, found) in pair.hints.sorted(by: { $0.key < $1.key }) {
      guard let c = classes[relation], c > 0 else { continue }
      for hint in found.compactMap({ hints[$0] }) {
        types[c - 1] += hintWeights[count + hint] + boundWeights[c * count + hint]
        // Whatever speaks for a relation speaks for there being one.
        some += hintWeights[hint]
      }
    }
    some = Activation.sigmoid(some)
    Activation.softmax(&types)
    return [some] + types.map { some * $0 }
  }

  private static func add(_ row: some Collection<Float>, to sum: inout [Float]) {
    for (k, value) in row.enumerated() { sum[k] += value }
  }

  /// The projections of the words of sentences, made when first asked for.
  private struct Words {
    let head: RelationHead
    let vectors: [Matrix]
    private var projected: [Int: [Matrix]] = [:]

    init(head: RelationHead, vectors: [Matrix]) {
      self.head = head
      self.vectors = vectors
    }

    private mutating func matrices(_ s: Int) -> [Matrix] {
      if let known = projected[s] { return known }
      let x = vectors[s]
      let made = [head.subject(x), head.object(x), head.inner(x), head.left.gelu(x), head.right.gelu(x)]
      projected[s] = made
      return made
    }

    mutating func subject(_ s: Int, _ word: Int) -> [Float] { Array(matrices(s)[0][row: word]) }
    mutating func object(_ s: Int, _ word: Int) -> ArraySlice<Float> { matrices(s)[1][row: word] }
    mutating func inner(_ s: Int, _ word: Int) -> ArraySlice<Float> { matrices(s)[2][row: word] }
    mutating func left(_ s: Int, _ word: Int) -> ArraySlice<Float> { matrices(s)[3][row: word] }
    mutating func right(_ s: Int, _ word: Int) -> ArraySlice<Float> { matrices(s)[4][row: word] }
  }
}

/// A relation head whose files do not fit each other.
package struct RelationHeadError: Error, Hashable, Sendable, CustomStringConvertible, LocalizedError {
  package let file: String

  package var description: String {
    "'\(file)' cannot be used: it is no relation head of this version; give the folder of the model that came with this "
      + "program (en-2)"
  }

  package var errorDescription: String? { description }
}
