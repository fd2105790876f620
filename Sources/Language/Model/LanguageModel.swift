import Foundation
import Neural
import Statements

/// The trained model: the encoder, the heads that read its vectors, and the names of their classes.
///
/// The arithmetic is that of `Training/FORMAT.md`. Immutable; a pure function of its input.
package struct LanguageModel: Sendable {
  let manifest: Manifest
  let wordPieces: WordPieces
  let splitter: SentenceSplitter
  let glue: GluedWords
  let firstNames: FirstNames
  let encoder: Encoder
  let names: NameDecoder
  let coreference: AntecedentHead

  let lemmaScripts: [LemmaScript]
  private let lemmatizer: Lemmatizer
  private let tags: TagLexicon

  /// Tags, features, lemma scripts, names and mention in one product; `columns` tells whose are which.
  private let classes: Linear
  private let columns: Columns
  private let arcDependent: Linear
  private let arcHead: Linear
  private let arcs: Biaffine
  private let labelDependent: Linear
  private let labelHead: Linear
  private let labels: LabelBiaffine
  private let root: Int

  private struct Columns {
    var xpos = 0..<0
    var upos = 0..<0
    var feats = 0..<0
    var lemma = 0..<0
    var ner = 0..<0
    var mention = 0..<0
  }

  /// Reads the model in a folder.
  ///
  /// - Throws: ``ModelError`` or `WeightError`, which name the file and the remedy.
  package init(folder: URL) throws {
    manifest = try Manifest(contentsOf: folder.appendingPathComponent("manifest.json"))
    wordPieces = try WordPieces(contentsOf: folder.appendingPathComponent("vocab.txt"))
    splitter = try SentenceSplitter(contentsOf: folder.appendingPathComponent("sentences.tsv"))
    firstNames = try FirstNames(contentsOf: folder.appendingPathComponent("first_names.tsv"))
    glue = try GluedWords(
      vocabulary: wordPieces, properNames: folder.appendingPathComponent("proper.txt"))
    let weights = folder.appendingPathComponent("weights.bin")
    let file = try WeightFile(contentsOf: weights)
    encoder = try Encoder(file)
    let width = encoder.width
    guard wordPieces.count == encoder.vocabularySize, encoder.shapeCount > Int(WordShape.none.rawValue) else {
      throw ModelError(file: weights.path, reason: .broken("it does not belong to the vocabulary beside it"))
    }
    guard manifest.longestSentence + 2 <= encoder.maximumLength else {
      throw ModelError(file: weights.path, reason: .broken("it has fewer positions than the manifest asks for"))
    }
    var weight: [Float] = []
    var bias: [Float] = []
    func add(_ name: String, _ count: Int) throws -> Range<Int> {
      weight += try file.floats("\(name).weight", [count, width])
      bias += try file.floats("\(name).bias", [count])
      return bias.count - count..<bias.count
    }
    var columns = Columns()
    columns.xpos = try add("xpos", manifest.xpos.count)
    columns.upos = try add("upos", manifest.upos.count)
    columns.feats = try add("feats", manifest.feats.count)
    columns.lemma = try add("lemma", manifest.lemmaScripts.count)
    columns.ner = try add("ner", manifest.ner.count)
    columns.mention = try add("mention", 1)
    self.columns = columns
    classes = Linear(weight: weight, bias: bias, inputs: width)
    lemmaScripts = manifest.lemmaScripts.map(LemmaScript.init)
    lemmatizer = try Lemmatizer(contentsOf: folder.appendingPathComponent("lemmas.tsv"))
    tags = try TagLexicon(contentsOf: folder.appendingPathComponent("tags.tsv"), tags: manifest.xpos)
    let n = manifest.ner.count
    names = NameDecoder(
      names: manifest.ner, transitions: try file.floats("ner.transitions", [n, n]),
      start: try file.floats("ner.start", [n]), end: try file.floats("ner.end", [n]))
    arcDependent = try Linear(file, "arc.dep", inputs: width)
    arcHead = try Linear(file, "arc.head", inputs: width)
    arcs = try Biaffine(file, "arc.biaffine", left: arcDependent.outputs, right: arcHead.outputs)
    labelDependent = try Linear(file, "label.dep", inputs: width)
    labelHead = try Linear(file, "label.head", inputs: width)
    labels = try LabelBiaffine(file, "label.biaffine", left: labelDependent.outputs, right: labelHead.outputs)
    guard labels.labels == manifest.deprels.count else {
      throw ModelError(file: weights.path, reason: .broken("it does not belong to the manifest beside it"))
    }
    root = manifest.deprels.firstIndex(of: "root") ?? 0
    coreference = try AntecedentHead(file, inputs: width)
  }

  /// Numbers in a word's vector.
  var width: Int { encoder.width }

  /// The vectors of all words of a window [words, width].
  func vectors(_ window: Window, workspace: Workspace) -> Matrix {
    encoder.encode(pieces: window.pieces, shapes: window.shapes, workspace: workspace).gathering(window.first)
  }

  /// The lemma of a word that was read so.
  func lemma(of form: String, _ reading: Reading) -> String {
    lemmatizer.lemma(of: form, upos: manifest.upos[reading.upos], xpos: manifest.xpos[reading.xpos])
      ?? lemmaScripts[reading.lemma].apply(to: form)
  }

  /// What the heads say of one word.
  struct Reading {
    let xpos: Int
    let upos: Int
    let feats: Int
    let lemma: Int
    /// In the segment; nil under the root.
    let head: Int?
    let deprel: Int
    let name: Int
    /// Whether it is the head of a mention, as a logit.
    let mention: Float
  }

  /// Readings of the words of each segment of a window, and the vectors of all its words [words, width].
  ///
  /// - Parameter forms: the window's words, as they are written.
  func read(
    _ window: Window, forms: [String], workspace: Workspace
  ) -> (segments: [[Reading]], vectors: Matrix, root: Matrix) {
    let encoded = encoder.encode(pieces: window.pieces, shapes: window.shapes, workspace: workspace)
    let vectors = encoded.gathering(window.first)
    let rootVector = encoded.gathering([0])
    var scores = classes(vectors)
    for (row, form) in forms.enumerated() {
      for tag in tags.unseen(with: form) { scores[row, columns.xpos.lowerBound + tag] -= TagLexicon.penalty }
    }
    let dependents = arcDependent.gelu(vectors)
    let heads = arcHead.gelu(vectors)
    let rootHead = arcHead.gelu(rootVector)
    var segments: [[Reading]] = []
    var arcsOfWords: [Int] = []
    var trees: [[Int?]] = []
    for s in 0..<window.segments.count {
      let rows = window.offsets[s]..<window.offsets[s + 1]
      let candidates = Matrix(
        rows: rows.count + 1, columns: heads.columns,
        values: rootHead.values + heads.values[rows.lowerBound * heads.columns..<rows.upperBound * heads.columns])
      let table = arcs(dependents.gathering(rows), candidates)
      let tree = table.values.withUnsafeBufferPointer { values in
        SpanningTree.heads(count: rows.count) { i, j in values[i * table.columns + j] }
      }
      trees.append(tree)
      for head in tree { arcsOfWords.append(head.map { rows.lowerBound + $0 + 1 } ?? 0) }
    }
    let labelHeads = labelHead.gelu(
      Matrix(rows: vectors.rows + 1, columns: vectors.columns, values: rootVector.values + vectors.values))
    let labelScores = labels(labelDependent.gelu(vectors), labelHeads.gathering(arcsOfWords))
    for (s, tree) in trees.enumerated() {
      let rows = window.offsets[s]..<window.offsets[s + 1]
      let path = names.path(scores, rows: rows, column: columns.ner.lowerBound)
      segments.append(
        tree.enumerated().map { i, head in
          let row = rows.lowerBound + i
          return Reading(
            xpos: best(scores, row, columns.xpos), upos: best(scores, row, columns.upos),
            feats: best(scores, row, columns.feats), lemma: best(scores, row, columns.lemma), head: head,
            deprel: head == nil ? root : best(labelScores, row, 0..<labelScores.columns, except: root), name: path[i],
            mention: scores[row, columns.mention.lowerBound])
        })
    }
    return (segments, vectors, rootVector)
  }

  /// The index in `range` of a row's largest value there; of equal ones the first.
  private func best(_ matrix: Matrix, _ row: Int, _ range: Range<Int>, except: Int? = nil) -> Int {
    matrix.values.withUnsafeBufferPointer { values in
      let base = row * matrix.columns
      var top = -1
      for c in range where c != except && (top < 0 || values[base + c] > values[base + top]) { top = c }
      return top - range.lowerBound
    }
  }
}
