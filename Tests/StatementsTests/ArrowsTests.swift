import Foundation
import Testing

/// What each target may import besides Foundation: the arrows of ARCHITECTURE.md. An undeclared import can compile by
/// accident, when another target has built the module already.
@Suite struct ArrowsTests {
  private static let arrows: [String: Set<String>] = [
    "Statements": [],
    "Ingest": ["Statements", "CHTML"],
    "Neural": ["CKernels"],
    "Language": ["Neural", "Statements"],
    "Extraction": ["Neural", "Statements"],
    "Resolution": ["Statements"],
    "KnowledgeGraph": ["Statements", "GRDB"],
    "Rendering": ["Statements", "CGraphvizShim"],
    "Export": ["Statements"],
    "Entente": [
      "Statements", "Ingest", "Language", "Extraction", "Resolution", "KnowledgeGraph", "Rendering", "Export",
    ],
    // The nouns are the pipeline's currency; the command prints them.
    "EntenteCLI": ["Entente", "ArgumentParser", "Statements"],
    "AntecedentExamples": ["Language", "Statements"],
    "EntenteTestSupport": ["Statements", "Testing", "Extraction"],
  ]

  /// The platform's own modules.
  private static let platform: Set<String> = [
    "Foundation", "FoundationEssentials", "FoundationXML", "Glibc", "Musl", "Darwin", "Dispatch", "Synchronization",
  ]

  @Test func targetsImportOnlyWhatTheyMay() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    var seen = 0
    for (target, allowed) in Self.arrows.sorted(by: { $0.key < $1.key }) {
      let files = FileManager.default.enumerator(at: sources.appending(path: target), includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift" else { continue }
        seen += 1
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
          let words = line.split(separator: " ")
          guard let at = words.firstIndex(of: "import"), words[..<at].allSatisfy(Self.isImportModifier),
            words.count > at + 1
          else { continue }
          let named = words.count > at + 2 ? words[at + 2] : words[at + 1]  // `import struct Module.Name`
          let module = String(named.split(separator: ".").first ?? named)
          #expect(
            allowed.contains(module) || Self.platform.contains(module),
            "\(target)/\(file.lastPathComponent) imports \(module)")
        }
      }
    }
    #expect(seen > 20)
  }

  private static func isImportModifier(_ word: Substring) -> Bool {
    word.hasPrefix("@") || ["public", "package", "internal", "private", "fileprivate"].contains(word)
  }
}
