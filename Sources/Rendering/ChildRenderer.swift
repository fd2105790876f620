import CGraphvizShim
import Foundation
import Statements

/// Draws in a child process with limits of time and memory, and falls back to a faster layout.
///
/// A layout in libgraphviz can take minutes and cannot be interrupted, and its memory leaks stay with its process. The
/// child is the same program under a hidden subcommand that calls ``serve()``.
package struct ChildRenderer: Sendable {
  /// The program, and the arguments that make it call ``serve()``.
  let executable: URL
  let arguments: [String]
  /// Of processor time for one layout, in seconds.
  var seconds: Int
  /// In bytes.
  var memory: Int

  /// What the child is told.
  private struct Job: Codable {
    let diagram: Diagram
    let isPoster: Bool
    let format: PictureFormat
    let options: PictureOptions
    let seconds: Int
    let memory: Int
  }

  /// A picture, and what a person should know about how it was made.
  package struct Drawn: Sendable {
    package let bytes: [UInt8]
    package let notices: [String]
  }

  package init(executable: URL, arguments: [String], seconds: Int = 20, memory: Int = 4 << 30) {
    self.executable = executable
    self.arguments = arguments
    self.seconds = seconds
    self.memory = memory
  }

  /// Draws a graph in at most four attempts: as asked, then with `sfdp`, then ever stronger parts of it.
  ///
  /// - Throws: ``RenderError``; ``RenderError/tooSlow(_:)`` where even the smallest attempt does not come back.
  package func render(
    _ subgraph: Subgraph, as format: PictureFormat, options: PictureOptions = PictureOptions()
  ) throws(RenderError) -> Drawn {
    try render(as: format, options: options) { Diagram(subgraph, options: $0) }
  }

  /// - Parameter diagram: what is drawn with some options.
  func render(
    as format: PictureFormat, options: PictureOptions, isPoster: Bool = false, _ diagram: (PictureOptions) -> Diagram
  ) throws(RenderError) -> Drawn {
    var notices: [String] = []
    let whole = diagram(options)
    let nodes = whole.nodes.count
    var attempts = [options]
    if options.engine != .sfdp {
      attempts.append(options)
      attempts[1].engine = .sfdp
    }
    for part in [300, 60] where part < nodes {
      var smaller = options
      smaller.engine = .sfdp
      smaller.nodeLimit = part
      attempts.append(smaller)
    }
    for (i, attempt) in attempts.enumerated() {
      let job = Job(
        diagram: attempt.nodeLimit == options.nodeLimit ? whole : diagram(attempt), isPoster: isPoster, format: format,
        options: attempt, seconds: seconds, memory: memory)
      if let bytes = try run(job) {
        return Drawn(bytes: bytes, notices: notices)
      }
      let layout = attempt.engine.map { "the layout '\($0.rawValue)'" } ?? "the layout"
      let next = attempts.dropFirst(i + 1).first.map { attempt in
        attempt.nodeLimit == options.nodeLimit
          ? "drawing with \(attempt.engine?.rawValue ?? "another")"
          : "drawing the strongest \(attempt.nodeLimit ?? nodes) nodes"
      }
      notices.append(
        "\(layout) took over \(seconds) s or too much memory" + (next.map { "; " + $0 } ?? ""))
    }
    throw .tooSlow(notices.last ?? "the layout took too long")
  }

  /// Nil where the child ran into a limit.
  private func run(_ job: Job) throws(RenderError) -> [UInt8]? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    let ended = DispatchSemaphore(value: 0)
    do {
      // Files rather than pipes: neither side can block on the other, and a dead child is no broken pipe.
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      let names = ["job", "picture", "message"].map { folder.appending(path: $0) }
      try JSONEncoder().encode(job).write(to: names[0])
      for name in names.dropFirst() { try Data().write(to: name) }
      process.executableURL = executable
      process.arguments = arguments
      process.standardInput = try FileHandle(forReadingFrom: names[0])
      process.standardOutput = try FileHandle(forWritingTo: names[1])
      process.standardError = try FileHandle(forWritingTo: names[2])
      process.terminationHandler = { _ in ended.signal() }
      try process.run()
      // The child's own limit is of processor time; on a busy machine that may take longer on the clock.
      if ended.wait(timeout: .now() + .seconds(seconds * 4 + 10)) == .timedOut {
        kill(process.processIdentifier, SIGKILL)
        ended.wait()
        return nil
      }
      if process.terminationReason == .uncaughtSignal { return nil }
      guard process.terminationStatus == 0 else {
        let message = LabelText.clean(String(decoding: try Data(contentsOf: names[2]), as: UTF8.self), limit: 300)
        throw RenderError.failed(message.isEmpty ? "the drawing process ended" : message)
      }
      return Array(try Data(contentsOf: names[1]))
    } catch let error as RenderError {
      throw error
    } catch {
      throw .failed("the drawing process could not be run (\(error.localizedDescription))")
    }
  }

  /// The child's side: reads a job from standard input, draws, writes the picture to standard output.
  ///
  /// - Returns: the exit status; a message goes to standard error.
  package static func serve() -> Int32 {
    do {
      let job = try JSONDecoder().decode(Job.self, from: FileHandle.standardInput.readToEnd() ?? Data())
      entente_limit_process(UInt32(clamping: job.seconds), job.memory)
      let bytes =
        if job.isPoster {
          try JSONEncoder().encode(Renderer.shared.poster(job.diagram, as: job.format, options: job.options))
        } else {
          Data(try Renderer.shared.render(job.diagram, as: job.format, options: job.options))
        }
      try FileHandle.standardOutput.write(contentsOf: bytes)
      return 0
    } catch {
      // The parent says what it is that failed.
      let message =
        if case .failed(let said)? = error as? RenderError {
          said
        } else {
          (error as? RenderError)?.description ?? error.localizedDescription
        }
      try? FileHandle.standardError.write(contentsOf: Data(message.utf8))
      return 3
    }
  }
}
