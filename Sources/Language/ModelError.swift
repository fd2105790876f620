import Foundation

/// Why the language model cannot be used. Each message names the file and what to do.
package struct ModelError: Error, Hashable, Sendable, CustomStringConvertible, LocalizedError {
  package enum Reason: Hashable, Sendable {
    /// No folder with a model in any of the places, which are named.
    case notFound([String])
    /// The file is missing or cannot be read.
    case unreadable
    /// What the file holds is not what this program needs; the words say what.
    case broken(String)
  }

  /// The path of the file or folder.
  package let file: String
  package let reason: Reason

  package var description: String {
    let remedy = "give the folder of the model that came with this program (en-2)"
    switch reason {
    case .notFound(let places):
      return
        "found no language model; looked in \(places.map { "'\($0)'" }.joined(separator: ", ")); \(remedy) with --model"
    case .unreadable: return "cannot read '\(file)', which the language model needs; \(remedy)"
    case .broken(let what): return "'\(file)' cannot be used: \(what); \(remedy)"
    }
  }

  package var errorDescription: String? { description }
}
