import EntenteTestSupport
import Foundation
import Neural
import Statements
import Testing

@testable import Extraction

/// The relation head, and what it does with the rules' proposals. The heads here are made by `Training/parity.py`.
struct WeighingTests {
  private static func folder(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference").appending(path: name)
  }

  private struct Reference: Decodable {
    let vectors: [[Float]]
    let cases: [Case]

    struct Case: Decodable {
      let subject, object: Int
      let inner: [Int]
      let traits: [String]
      let hints: [[String]]
      let probabilities: [Float]
    }
  }

  /// For each mention a thing of its own, by its words.
  private func things(_ document: Document) -> [[Entity]] {
    document.mentions.map { m in
      let name = document.text(of: m)
      return [Entity(id: "e \(name)", type: m.type.isNode ? m.type : .place, name: name)]
    }
  }

  private func vectors(_ document: Document) -> [Matrix] {
    document.sentences.map { s in
      Matrix(rows: s.tokens.count, columns: 8, values: [Float](repeating: 0.5, count: s.tokens.count * 8))
    }
  }

  @Test("The arithmetic gives the training code's numbers")
  func parity() throws {
    let folder = Self.folder("arithmetic")
    let reference = try JSONDecoder().decode(
      Reference.self, from: Data(contentsOf: folder.appending(path: "cases.json")))
    let head = try #require(try RelationHead(folder: folder))
    let words = ["Ada", "Bo", "Cy", "Di", "Ed"]
    let rows = words.enumerated().map { i, word in
      "\(i + 1) \(word) \(word) PROPN NNP _ \(i == 0 ? 0 : 1) \(i == 0 ? "root" : "dep") _ NER=B-person"
    }
    let document = readDocument(rows.joined(separator: "\n"))
    try #require(document.mentions.map(\.head) == [0, 1, 2, 3, 4])
    let matrix = Matrix(rows: 5, columns: 8, values: reference.vectors.flatMap(\.self))
    for c in reference.cases {
      var hints: [Relation: [String]] = [:]
      for hint in c.hints { hints[Relation(rawValue: hint[0]), default: []].append(hint[1]) }
      let pair = MentionPair(
        subject: c.subject, object: c.object, sentence: 0, trigger: 0, inner: c.inner, traits: c.traits, hints: hints,
        proposals: [])
      let found = head.probabilities([pair], in: document, vectors: [matrix])
      #expect(found.columns == 4)
      for (a, b) in zip(found.values, c.probabilities) { #expect(abs(a - b) < 1e-4) }
    }
  }

  private let mentioned = readDocument(
    """
    1  Ada       Ada     PROPN NNP _ 2  nsubj     _ NER=B-person
    2  mentioned mention VERB  VBD _ 0  root      _ _
    3  Bo        Bo      PROPN NNP _ 2  obj       _ NER=B-person
    4  .         .       PUNCT .   _ 2  punct     _ _

    1  Cy        Cy      PROPN NNP _ 2  nsubj     _ NER=B-person
    2  condemned condemn VERB  VBD _ 0  root      _ _
    3  Di        Di      PROPN NNP _ 2  obj       _ NER=B-person
    4  .         .       PUNCT .   _ 2  punct     _ _

    1  Ed's      Ed      PROPN NNP _ 2  nmod:poss _ NER=B-person
    2  criticism criticism NOUN NN _ 5  nsubj     _ _
    3  of        of      ADP   IN  _ 4  case      _ _
    4  Flo       Flo     PROPN NNP _ 2  nmod      _ NER=B-person
    5  hurt      hurt    VERB  VBD _ 0  root      _ _
    6  .         .       PUNCT .   _ 5  punct     _ _
    """)

  @Test("Keeps what is likely with its measured probability, drops what is not, adds what rules do not reach")
  func weigh() throws {
    let weigher = Weigher(try #require(try RelationHead(folder: Self.folder("weighing"))))
    let proposals = Extractor().propose(from: mentioned)
    let rules = lines(proposals.extraction.statements, in: mentioned)
    #expect(rules.contains("Cy |criticized| Di") && rules.contains("Ed's |criticized| Flo"))
    #expect(!rules.contains { $0.contains("Ada") })

    let weighed = weigher.weigh(proposals, things: things(mentioned), vectors: vectors(mentioned)).statements
    #expect(lines(weighed, in: mentioned) == ["Ada |met| Bo", "Cy |criticized| Di"])
    #expect(weighed.map(\.evidence.rule) == ["head/met", "frame/verb/condemn"])
    #expect(weighed.allSatisfy { (0.5...0.95).contains($0.evidence.confidence) })
    for s in weighed {
      let text = mentioned.article.string(of: s.evidence.part)
      #expect(text.text(at: s.evidence.span) == s.evidence.quote)
    }
    #expect(weighed[0].evidence.relation.compactMap { mentioned.article.text.text(at: $0) } == ["mentioned"])
  }

  @Test(
    "Who met whom is added only where that is likelier than for other relations",
    arguments: [(0.6, true), (1.5, false)])
  func meetings(meet: Double, isAdded: Bool) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.folder("weighing"), to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let table = folder.appending(path: "relations.tsv")
    let text = try String(contentsOf: table, encoding: .utf8)
    let limits = try #require(text.split(separator: "\n").first { $0.hasPrefix("thresholds") })
    try text.replacingOccurrences(of: limits, with: "thresholds\t0.1\t2\t0.6\t\(meet)")
      .write(to: table, atomically: true, encoding: .utf8)
    let weigher = Weigher(try #require(try RelationHead(folder: folder)))
    let weighed = weigher.weigh(
      Extractor().propose(from: mentioned), things: things(mentioned), vectors: vectors(mentioned))
    #expect(lines(weighed.statements, in: mentioned).contains("Ada |met| Bo") == isAdded)
  }

  @Test("Pairs are of different things, both ways, and know what rules say of them")
  func pairs() {
    let proposals = Extractor().propose(from: mentioned)
    let pairs = proposals.pairs(things(mentioned))
    #expect(pairs.map { [$0.subject, $0.object] }.prefix(2) == [[0, 1], [1, 0]])
    #expect(pairs[0].traits.contains("top word mention") && pairs[0].traits.contains("unsaid"))
    let said = pairs.filter { !$0.proposals.isEmpty }
    #expect(said.allSatisfy { $0.hints[Relation(rawValue: "criticized")]?.contains("rule") ?? false })
    let one = Entity(id: "e", type: .person, name: "Ada")
    // Of mentions of one thing, only what rules propose is left to be weighed.
    #expect(proposals.pairs(mentioned.mentions.map { _ in [one] }).allSatisfy { !$0.proposals.isEmpty })
    #expect(proposals.pairs(mentioned.mentions.map { _ in [] }).isEmpty)
  }

  @Test("A path between two words meets where their ways to the root do; cycles have none or end")
  func path() throws {
    let tokens = mentioned.sentences[2].tokens
    let path = try #require(TreePath(from: 0, to: 3, in: tokens))
    #expect(path.top == 1 && path.up == [0] && path.down == [3])
    let cycle = readDocument(
      """
      1 Ada Ada PROPN NNP _ 2 dep _ NER=B-person
      2 Bo  Bo  PROPN NNP _ 1 dep _ NER=B-person
      3 Cy  Cy  PROPN NNP _ 0 root _ NER=B-person
      """)
    #expect(TreePath(from: 0, to: 2, in: cycle.sentences[0].tokens) == nil)
    #expect(TreePath(from: 0, to: 1, in: cycle.sentences[0].tokens) != nil)
  }

  @Test("A folder without a head has none; one that is broken says which file")
  func files() throws {
    #expect(try RelationHead(folder: Self.folder("nowhere")) == nil)
    let broken = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: broken, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: broken) }
    try Data("thresholds\t0.1\n".utf8).write(to: broken.appending(path: "relations.tsv"))
    #expect(throws: (any Error).self) { try RelationHead(folder: broken) }
    let weights = Self.folder("weighing").appending(path: "relations.bin")
    try FileManager.default.copyItem(at: weights, to: broken.appending(path: "relations.bin"))
    #expect(throws: RelationHeadError.self) { try RelationHead(folder: broken) }
  }

  @Test("Calibration is monotone, linear between its knots, flat outside")
  func calibration() throws {
    let map = try #require(Calibration([0.2, 0.4, 0.6, 0.8]))
    #expect(map.probability(0) == 0.4 && map.probability(1) == 0.8 && map.probability(0.4) == 0.6)
    #expect(Calibration([0.5, 0.4]) == nil && Calibration([0.5, 0.4, 0.5, 0.6]) == nil)
  }
}
