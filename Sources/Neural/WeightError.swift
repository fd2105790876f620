import Foundation

/// Why a weight file cannot be used. Each message names the file and what to do.
package struct WeightError: Error, Hashable, Sendable, CustomStringConvertible, LocalizedError {
  package enum Reason: Hashable, Sendable {
    /// The system did not open or map the file; its words are given.
    case unreadable(String)
    /// The first bytes are not `ENTW`.
    case notWeights
    /// Another version of the format.
    case version(found: UInt32, supported: UInt32)
    /// The file ends before what its table announces, or the table itself is broken.
    case truncated(tensor: String?)
    /// A tensor's bytes do not match their checksum.
    case checksum(tensor: String)
    /// A number that is infinite or not a number.
    case notFinite(tensor: String)
    /// The model lacks a tensor that this program needs.
    case missing(tensor: String)
    /// A tensor has another type or shape than this program needs.
    case shape(tensor: String, expected: String, found: String)
  }

  /// The file's path.
  package let file: String
  package let reason: Reason

  package var description: String {
    let again = "get it again (from the release, or with `git checkout` in a clone)"
    switch reason {
    case .unreadable(let why):
      return "cannot read the model's weights '\(file)': \(why); check the path and its permissions"
    case .notWeights:
      return "'\(file)' is not a file of model weights; give the model folder that came with this program"
    case .version(let found, let supported):
      return
        "'\(file)' has weight format \(found), this program reads \(supported); use the model that came with this program"
    case .truncated(let tensor):
      let place = tensor.map { " at tensor '\($0)'" } ?? ""
      return "the model's weights '\(file)' are cut short or broken\(place); \(again)"
    case .checksum(let tensor):
      return "the model's weights '\(file)' are damaged: tensor '\(tensor)' does not match its checksum; \(again)"
    case .notFinite(let tensor):
      return "the model's weights '\(file)' are unusable: tensor '\(tensor)' holds values that are not finite; \(again)"
    case .missing(let tensor):
      return "the model's weights '\(file)' lack tensor '\(tensor)'; use the model that came with this program"
    case .shape(let tensor, let expected, let found):
      return "tensor '\(tensor)' of '\(file)' is \(found), not \(expected); use the model that came with this program"
    }
  }

  package var errorDescription: String? { description }
}
