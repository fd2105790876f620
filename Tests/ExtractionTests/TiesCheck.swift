import Statements
import Testing

@testable import Extraction

/// Documents from trees written by hand: one word a line (`form upos head deprel [NER]`, heads from 1; `upos/xpos` where
/// the finer tag matters), an empty line between sentences.
func document(_ trees: String, published: String = "2024-05-16") -> Document {
  var conllu = "# newdoc id = test\n# date = \(published)\n"
  for sentence in trees.split(separator: "\n\n") {
    for (i, row) in sentence.split(separator: "\n").enumerated() {
      let cells = row.split(separator: " ").map(String.init)
      guard cells.count >= 4 else { continue }
      let ner = cells.count > 4 ? "NER=" + cells[4] : "_"
      let tags = cells[1].split(separator: "/").map(String.init)
      let tag = ["NOUN": cells[0].hasSuffix("s") ? "NNS" : "NN", "PROPN": cells[0].hasSuffix("s") ? "NNPS" : "NNP"]
      let columns = [
        String(i + 1), cells[0], cells[0].lowercased(), tags[0],
        tags.count > 1 ? tags[1] : cells[3] == "nmod:poss" && tags[0] == "PRON" ? "PRP$" : tag[tags[0]] ?? "X",
        "_", cells[2], cells[3], "_", ner,
      ]
      conllu += columns.joined(separator: "\t") + "\n"
    }
    conllu += "\n"
  }
  guard let parsed = CoNLLU.read(conllu).first else {
    return Document(article: Article(id: "test", text: ""), sentences: [], mentions: [])
  }
  return Document(
    article: parsed.article, sentences: parsed.sentences,
    mentions: MentionFinder.mentions(in: parsed.sentences, names: parsed.names))
}

/// Compares the ties of a document with the expected ones, written `subject relation: object`, in any order.
func checkTies(
  _ trees: String, expects: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
  let document = document(trees)
  let found = Ties.candidates(of: TieDocument(document)).map { c in
    let object =
      switch c.object {
      case .node(let id): document.text(of: document.mentions[id])
      case .literal(let words): words
      }
    let mark = c.factuality.map { " (\($0.rawValue))" } ?? ""
    return "\(document.text(of: document.mentions[c.subject])) \(c.relation.rawValue): \(object)\(mark)"
  }
  #expect(found.sorted() == expects.sorted(), sourceLocation: sourceLocation)
}
