import GRDB

/// Why a store could not do what was asked; each message names the file and what helps.
public enum StoreError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No file is there.
  case missing(path: String)
  /// The file is no SQLite database, or one that another program made.
  case notAStore(path: String)
  /// A later version of Entente made it.
  case newerSchema(path: String)
  /// The file or its folder cannot be written.
  case readOnly(path: String)
  case diskFull(path: String)
  /// Another process has been writing for longer than the wait.
  case busy(path: String)
  /// SQLite found the file's structure broken.
  case damaged(path: String)
  /// An article of this identifier but with other content is stored already.
  case articleChanged(id: String, path: String)
  /// What was to be stored breaks a rule of the schema.
  case inconsistent(article: String, reason: String)
  case other(path: String, message: String)

  public var description: String {
    switch self {
    case .missing(let path): "no graph at \(path): make one with 'entente build PATH… --graph \(path)'"
    case .notAStore(let path): "\(path) is not an entente graph: name another file with --graph"
    case .newerSchema(let path):
      "\(path) was made by a later version of entente: update entente, or build the graph anew"
    case .readOnly(let path): "\(path) cannot be written: change its permissions or name another file with --graph"
    case .diskFull(let path): "no space left for \(path): nothing of this batch was stored; free some and run again"
    case .busy(let path): "\(path) is in use by another process: wait until it has finished"
    case .damaged(let path): "\(path) is damaged: restore a copy or build the graph anew"
    case .articleChanged(let id, let path):
      "another article '\(id)' with different content is in \(path): remove it first with 'entente remove \(id)'"
    case .inconsistent(let article, let reason): "article '\(article)' was not stored: \(reason)"
    case .other(let path, let message): "\(path): \(message)"
    }
  }

  /// Translates what SQLite reports.
  init(_ error: any Error, path: String) {
    if let error = error as? StoreError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self = .other(path: path, message: String(describing: error))
      return
    }
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notAStore(path: path)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: self = .readOnly(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path)
    default: self = .other(path: path, message: error.message ?? "SQLite error \(error.resultCode.rawValue)")
    }
  }
}

/// A name that fits no node, or several.
public enum LookupError: Error, Hashable, Sendable, CustomStringConvertible {
  /// With the nearest names, best first.
  case unknown(name: String, nearest: [NodeSummary])
  case ambiguous(name: String, candidates: [NodeSummary])
  case unknownRelation(name: String, known: [String])
  case unknownArticle(id: String)
  case unknownStatement(id: String)

  public var description: String {
    switch self {
    case .unknown(let name, let nearest):
      nearest.isEmpty
        ? "nothing in the graph is called '\(name)'"
        : "nothing in the graph is called '\(name)'; there is "
          + nearest.map { "'\($0.entity.name)'" }.joined(separator: ", ")
    case .ambiguous(let name, let candidates):
      "'\(name)' may be any of these; name one by its identifier:\n"
        + candidates.map { c in
          let count = c.statements == 1 ? "1 statement" : "\(c.statements) statements"
          return "  \(c.entity.id)  \(c.entity.name) (\(c.entity.type.rawValue), \(count))"
        }.joined(separator: "\n")
    case .unknownRelation(let name, let known):
      "no relation is called '\(name)'; the vocabulary: \(known.joined(separator: ", ")); or a category such as CONSULT, or other:PHRASE"
    case .unknownArticle(let id): "no article '\(id)' is in the graph; 'entente stats --articles' lists them"
    case .unknownStatement(let id): "no statement '\(id)' is in the graph"
    }
  }
}
