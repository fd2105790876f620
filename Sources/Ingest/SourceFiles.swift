import Foundation

/// Goes from the paths that a user named to the files to read, in a fixed order.
enum SourceFiles {
  enum Source {
    case standardInput
    case file(String)
    case problem(IngestError)
  }

  /// Files as they are named; a folder's, at any depth, sorted by the bytes of their paths.
  ///
  /// In folders only files with a known ending are read, hidden ones and linked folders are passed over, and documents
  /// of kinds that cannot be read are reported.
  static func find(_ path: String) -> [Source] {
    if path == "-" { return [.standardInput] }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      return [.file(path)]
    }
    var sources: [Source] = []
    walk(path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path, depth: 0, into: &sources)
    if sources.isEmpty {
      sources.append(
        .problem(
          IngestError(
            name: path, reason: "has no articles in it",
            remedy: "put files there that end in \(articles.sorted().map { ".\($0)" }.joined(separator: ", "))")))
    }
    return sources
  }

  private static let articles: Set<String> = [
    "txt", "text", "html", "htm", "xhtml", "json", "jsonl", "ndjson", "rss", "atom", "xml",
  ]
  private static let documents: Set<String> = [
    "pdf", "doc", "docx", "odt", "rtf", "epub", "pages", "mht", "mhtml", "warc", "zip", "gz", "bz2", "xz", "zst", "7z",
  ]

  private static func walk(_ folder: String, depth: Int, into sources: inout [Source]) {
    guard depth < 64 else { return }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      sources.append(
        .problem(
          IngestError(name: folder, reason: "the folder may not be read", remedy: "give yourself the right to read it"))
      )
      return
    }
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
      let path = folder == "/" ? "/" + name : folder + "/" + name
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      if isFolder.boolValue {
        let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
        if !isLink { walk(path, depth: depth + 1, into: &sources) }
        continue
      }
      let ending = ending(of: name)
      if articles.contains(ending) || documents.contains(ending) { sources.append(.file(path)) }
    }
  }

  /// What follows the last dot of a file's name, in small letters.
  static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
