import Entente
import Foundation

/// The model that comes with the program, or the one at `ENTENTE_MODEL`.
enum TestPipeline {
  static let model = ProcessInfo.processInfo.environment["ENTENTE_MODEL"]

  static func make(jobs: Int = 1) throws -> Pipeline { try Pipeline(model: model, jobs: jobs) }
}

/// A folder for one test's files, gone with the object.
final class ScratchFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("entente-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String, _ text: String? = nil) throws -> String {
    let file = path + "/" + name
    if let text { try text.write(toFile: file, atomically: true, encoding: .utf8) }
    return file
  }
}

/// Invented news, a JSON object a line.
enum InventedNews {
  static let lines = [
    """
    {"id": "talks", "title": "Norland and Vesk resume talks", "date": "2021-05-04", "publisher": "Harbour Post", \
    "url": "https://example.org/talks", "text": "Norland's foreign minister, Mira Kolvane, met President Oskar Deln of \
    Vesk in Port Essel on Monday. The two sides discussed fishing rights. Kolvane did not meet the opposition leader \
    Tamas Rook.\\n\\nDeln invited Kolvane to visit Vesk in June. The Fishermen's Union criticized the talks and accused \
    Norland of breaking its word."}
    """,
    """
    {"id": "reply", "title": "Rook urges Deln to step down", "date": "2021-05-05", "publisher": "Essel Gazette", \
    "url": "https://example.org/reply", "text": "Opposition leader Tamas Rook urged President Oskar Deln to resign on \
    Tuesday. Mr Rook said that Deln had met Mira Kolvane in secret. The Fishermen's Union supported Rook.\\n\\nDeln \
    denied the charge. A court in Port Essel will try Rook next month, his lawyer Anna Sorel said."}
    """,
    """
    {"id": "deal", "title": "Harbour Bank buys Essel Ferries", "date": "2021-05-06", "publisher": "Harbour Post", \
    "url": "https://example.org/deal", "text": "Harbour Bank has acquired Essel Ferries, the bank's chief executive, \
    Lene Brandt, said on Wednesday. Brandt met Mira Kolvane last week and thanked Norland for its support. The \
    Fishermen's Union, which is led by Ivo Marsh, opposed the sale."}
    """,
  ]
}
