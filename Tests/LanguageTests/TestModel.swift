import Foundation
import Testing

@testable import Language

/// The model that the tests run on: `ENTENTE_MODEL`, else the one in the repository.
enum TestModel {
  static let folder: URL? = {
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let asked = ProcessInfo.processInfo.environment["ENTENTE_MODEL"].map { URL(fileURLWithPath: $0) }
    let places = [asked, repository.appendingPathComponent("Sources/Language/Resources/en-2")].compactMap { $0 }
    return places.first { FileManager.default.fileExists(atPath: $0.appendingPathComponent("weights.bin").path) }
  }()

  static var isThere: Bool { folder != nil }

  /// Loaded once for all tests.
  static let analyzer = Result { try Analyzer(model: folder) }

  /// The splitter's weights are in the repository, those of the encoder need not be.
  static let sentences = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources/Language/Resources/en-2/sentences.tsv")
}
