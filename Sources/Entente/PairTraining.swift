import Export
import Extraction
import Foundation
import Resolution
import Statements

extension Pipeline {
  /// What the relation head is trained on: a line of JSON an article, from what the rules alone make of it.
  ///
  /// `graph` is the article's graph; `sentences` the text of each; `pairs` every pair of mentions with what the head sees
  /// of it, the entities of both ends, and what rules propose; `vectors` the words' vectors, little-endian 32-bit floats in
  /// base64, `width` to a word, sentence after sentence; `lengths` the words of each sentence.
  public func pairs(_ paths: [String], each: (Outcome<String>) throws -> Void) throws {
    try run(paths, each: each) { [analyzer, extractor, resolver] article in
      let read = analyzer.read(article)
      let proposals = extractor.propose(from: read.document)
      let extraction = proposals.extraction
      var records: [Proposals.PairRecord] = []
      let graph = resolver.resolve(read.document, statements: extraction.statements, events: extraction.events) {
        records = proposals.records($0)
        return (extraction.statements, extraction.events)
      }
      let mentions = read.document.mentions
      var bytes = Data()
      for rows in read.vectors {
        for value in rows.values { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) } }
      }
      let sentences = read.document.sentences
      let rest = JSONValue.object([
        (
          "sentences",
          .array(sentences.map { .string(article.string(of: $0.part).text(at: $0.span) ?? "") })
        ),
        ("lengths", .array(sentences.map { .int($0.tokens.count) })),
        ("width", .int(read.vectors.first?.columns ?? 0)),
        ("pairs", .array(records.map { Self.value($0, mentions) })),
        ("vectors", .string(bytes.base64EncodedString())),
      ]).text()
      let drawn = try Subgraph(Self.sound(graph)).json(id: article.id)
      return "{\"id\":\(JSONValue.string(article.id).text()),\"graph\":\(drawn),\(rest.dropFirst())"
    }
  }

  private static func value(_ record: Proposals.PairRecord, _ mentions: [Mention]) -> JSONValue {
    let pair = record.pair
    func place(_ m: Mention.ID) -> JSONValue { .array([.int(mentions[m].sentence), .int(mentions[m].head)]) }
    func words(_ list: [String]) -> JSONValue { .array(list.map { .string($0) }) }
    return .object([
      ("sentence", .int(pair.sentence)), ("trigger", .int(pair.trigger)), ("subject", place(pair.subject)),
      ("object", place(pair.object)), ("subjects", words(record.subjects)), ("objects", words(record.objects)),
      ("inner", .array(pair.inner.map { .int($0) })), ("traits", words(pair.traits)),
      ("hints", .object(pair.hints.sorted { $0.key < $1.key }.map { ($0.key.rawValue, words($0.value)) })),
      ("polarity", .string(record.polarity.rawValue)), ("factuality", .string(record.factuality.rawValue)),
      (
        "proposed",
        .array(
          record.proposed.map { s in
            .object([
              ("relation", .string(s.triple.relation.rawValue)), ("rule", .string(s.evidence.rule)),
              ("polarity", .string(s.polarity.rawValue)), ("factuality", .string(s.factuality.rawValue)),
              ("confidence", .double(s.evidence.confidence)),
            ])
          })
      ),
    ])
  }
}
