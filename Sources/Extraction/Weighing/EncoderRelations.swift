import Foundation
import Neural
import Statements

/// The relation head of the language model: scores of every relation between two mentions, from the encoder's vectors of
/// their heads alone (`Language/Training/FORMAT.md`). It was trained with the encoder, on annotated articles; what is seen
/// of the pair besides, ``RelationHead`` adds.
struct EncoderRelations: Sendable {
  private let subject: Linear
  private let object: Linear
  private let product: LabelBiaffine
  /// For each class of the relation head its class here.
  private let order: [Int]

  /// Scores beyond this, either way, say nothing more.
  private static let limit: Float = 8

  /// - Parameters:
  ///   - classes: How many classes the model's head has.
  ///   - order: Which of them are wanted, in order; the first is whether there is any relation.
  /// - Throws: `WeightError`, which names the file and the remedy.
  init(folder: URL, classes: Int, order: [Int], width: Int) throws {
    let file = try WeightFile(contentsOf: folder.appendingPathComponent("pairs.bin"))
    subject = try Linear(file, "relation.subject", inputs: width)
    object = try Linear(file, "relation.object", inputs: width)
    let weight = try file.dequantised("relation.biaffine", columns: object.outputs + 1)
    guard weight.count == classes * (subject.outputs + 1) * (object.outputs + 1) else {
      throw RelationHeadError(file: file.url.path)
    }
    product = LabelBiaffine(weight: weight, labels: classes, left: subject.outputs, right: object.outputs)
    self.order = order
  }

  /// [pairs, order]: the logit of any relation, within ±8, and the others' less the largest of them, at least −8.
  func scores(_ pairs: [MentionPair], in document: Document, vectors: [Matrix]) -> Matrix {
    var rowOf: [Mention.ID: Int] = [:]
    var rows: [Float] = []
    var width = subject.inputs
    for m in pairs.flatMap({ [$0.subject, $0.object] }) where rowOf[m] == nil {
      let mention = document.mentions[m]
      rowOf[m] = rowOf.count
      rows += vectors[mention.sentence][row: mention.head]
      width = vectors[mention.sentence].columns
    }
    let words = Matrix(rows: rowOf.count, columns: width, values: rows)
    let all = product(
      subject.gelu(words), object.gelu(words),
      pairs: pairs.map { (left: rowOf[$0.subject] ?? 0, right: rowOf[$0.object] ?? 0) })
    var values: [Float] = []
    values.reserveCapacity(pairs.count * order.count)
    for row in pairs.indices {
      let given = order.map { all[row, $0] }
      let types = given.dropFirst()
      let top = types.max() ?? 0
      values.append(min(max(given[0], -Self.limit), Self.limit))
      values += types.map { max($0 - top, -Self.limit) }
    }
    return Matrix(rows: pairs.count, columns: order.count, values: values)
  }
}
