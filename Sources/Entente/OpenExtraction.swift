import Extraction
import Foundation
import Statements

extension Pipeline {
  /// Every proposition of files, folders or standard input (`-`), in its own words: a line of tab-separated fields each.
  ///
  /// `line, confidence, subject, relation, object[, more…]`; `line` is the article's identifier and the number of the
  /// sentence, from 1, the headline counted.
  public func open(_ paths: [String], each: (Outcome<[String]>) throws -> Void) throws {
    try analyze(paths) { outcome in
      switch outcome {
      case .done(let document):
        try each(.done(lines(document) { "\(document.article.id):\($0 + 1)" }))
      case .skipped(let skip): try each(.skipped(skip))
      }
    }
  }

  /// Every proposition of sentences whose words are given, one sentence a line, parted by spaces.
  ///
  /// As ``open(_:each:)``, but `line` is the number of the line among all that are read, from 1. Words are kept as they
  /// are; an empty line has no propositions.
  public func open(sentences paths: [String], each: (Outcome<[String]>) throws -> Void) throws {
    let line = OrderedWork<Outcome<(number: Int, words: String)>, Outcome<[String]>>(jobs: jobs) { item in
      switch item {
      case .skipped(let skip): return .skipped(skip)
      case .done(let (number, words)):
        let treebank = TreebankWords(words)
        guard let parsed = Self.tokenized(treebank.words) else { return .done([]) }
        return .done(self.lines(self.analyze(tokenized: parsed), as: treebank.restored) { _ in String(number) })
      }
    }
    try line.run(
      source: { push in
        var number = 0
        for path in paths {
          guard let file = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path) else {
            try push(.skipped(Skip(source: path, description: "\(path): cannot be read; check that it is a file")))
            continue
          }
          try LineReader(file).read { words in
            number += 1
            try push(.done((number, words)))
          }
        }
      }, receive: each)
  }

  private func lines(_ document: Document, as word: (String) -> String = { $0 }, _ name: (Int) -> String) -> [String] {
    Extractor().propositions(in: document).map { proposition in
      let confidence = String((proposition.confidence * 1000).rounded() / 1000)
      let fields = [proposition.subject, proposition.relation] + proposition.arguments
      return ([name(proposition.sentence), confidence] + fields.map { Self.field($0, as: word) }).joined(
        separator: "\t")
    }
  }

  private static func field(_ text: String, as word: (String) -> String) -> String {
    text.split(whereSeparator: \.isWhitespace).map { word(String($0)) }.joined(separator: " ")
  }

  /// A sentence of words as a document of its own.
  private static func tokenized(_ words: [String]) -> CoNLLU.Parsed? {
    let rows = words.enumerated().map { i, word in
      "\(i + 1)\t\(word)\t_\t_\t_\t_\t_\t_\t_\t_\n"
    }
    return rows.isEmpty ? nil : CoNLLU.read(rows.joined() + "\n").first
  }
}

/// The words of a sentence with brackets and quotation marks as texts have them, where a treebank writes them otherwise:
/// "-LRB- 1861 -RRB-".
struct TreebankWords: Sendable {
  let words: [String]
  private let originals: [String: String]

  private static let marks = [
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": "“", "''": "”",
  ]

  /// A sentence's words are parted by spaces.
  init(_ sentence: String) {
    let all = sentence.split(whereSeparator: \.isWhitespace).map(String.init)
    words = all.map { Self.marks[$0] ?? $0 }
    let changed = zip(words, all).filter { $0 != $1 }
    originals = Dictionary(changed, uniquingKeysWith: { first, _ in first })
  }

  /// A word as the sentence writes it.
  func restored(_ word: String) -> String { originals[word] ?? word }
}

/// Lines of a file as they come, so that a pipe is answered line by line.
private struct LineReader {
  let file: FileHandle

  init(_ file: FileHandle) { self.file = file }

  func read(_ each: (String) throws -> Void) throws {
    var rest = Data()
    while true {
      let data = file.availableData
      if data.isEmpty { break }
      rest.append(data)
      while let end = rest.firstIndex(of: 0x0A) {
        try each(String(decoding: rest[rest.startIndex..<end], as: UTF8.self))
        rest = rest[rest.index(after: end)...]
      }
    }
    if !rest.isEmpty { try each(String(decoding: rest, as: UTF8.self)) }
  }
}
