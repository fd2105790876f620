import Entente
import Foundation

/// Files that the command leaves. Each takes its place whole: whoever reads it meanwhile has the old one.
enum Output {
  /// Writes a graph in a format, into a file or, where the format has several, into a folder.
  static func write(
    _ graph: Graph, _ selection: Selection, drawn: Subgraph? = nil, as format: Format, picture: PictureFlags,
    options: ExportOptions = ExportOptions(), pipeline: PipelineOptions? = nil, to path: String
  ) throws {
    var files: [OutputFile] = []
    do {
      if format.isPicture {
        for (path, bytes) in try picture.draw(try drawn ?? graph.subgraph(selection), as: format, to: path) {
          let file = try OutputFile(path)
          files.append(file)
          try file.write(bytes)
        }
        for file in files { try file.finish() }
        return
      }
      if format.isFolder { try makeFolder(path) }
      try graph.write(
        selection, as: format, picture: try picture.settings(), options: options,
        pipeline: try pipeline?.pipeline() ?? Pipeline()
      ) { name in
        let file = try OutputFile(name.isEmpty ? path : path + "/" + name)
        files.append(file)
        return { block in try file.write(block) }
      }
      for file in files { try file.finish() }
    } catch {
      for file in files { file.discard() }
      throw error
    }
  }

  private static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Refusal(description: "cannot make the folder \(path): name another with -o")
    }
  }
}

/// A file that is written beside its place and put there when it is whole.
final class OutputFile {
  private let path: String
  private let beside: String
  private let handle: FileHandle

  init(_ path: String) throws {
    self.path = path
    beside = path + ".part-\(ProcessInfo.processInfo.processIdentifier)"
    guard FileManager.default.createFile(atPath: beside, contents: nil),
      let handle = FileHandle(forWritingAtPath: beside)
    else { throw Self.refusal(path) }
    self.handle = handle
  }

  func write(_ block: [UInt8]) throws {
    do {
      try handle.write(contentsOf: Data(block))
    } catch {
      throw Refusal(description: "cannot write \(path): the disk may be full; free some space and run again")
    }
  }

  func finish() throws {
    try? handle.close()
    if rename(beside, path) != 0 { throw Self.refusal(path) }
  }

  /// Leaves nothing behind; what was put in its place stays.
  func discard() {
    try? handle.close()
    try? FileManager.default.removeItem(atPath: beside)
  }

  private static func refusal(_ path: String) -> Refusal {
    Refusal(description: "cannot write \(path): check that its folder is there and may be written")
  }
}
