import Foundation

/// What `manifest.json` of a model says: the names of the classes by index, and the sizes that the decoder keeps to.
struct Manifest: Decodable, Sendable {
  let format: Int
  let model: String
  /// Pieces of a window, `[CLS]` and `[SEP]` included.
  let window: Int
  /// Pieces of the longest sentence.
  let longestSentence: Int
  let xpos: [String]
  let upos: [String]
  let feats: [String]
  let lemmaScripts: [String]
  let deprels: [String]
  let ner: [String]
  let mentionThreshold: Float
  let relations: [String]

  init(contentsOf url: URL) throws(ModelError) {
    guard let data = try? Data(contentsOf: url) else { throw ModelError(file: url.path, reason: .unreadable) }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      self = try decoder.decode(Manifest.self, from: data)
    } catch {
      throw ModelError(file: url.path, reason: .broken("it is no manifest of a language model"))
    }
    guard format == 1 else {
      throw ModelError(file: url.path, reason: .broken("it has format \(format), this program reads 1"))
    }
    guard window >= 16, longestSentence >= window, deprels.contains("root"), ner.first == "O" else {
      throw ModelError(file: url.path, reason: .broken("its sizes or labels make no sense"))
    }
  }
}
