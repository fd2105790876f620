import Entente
import Foundation
import Testing

/// The command as a person or a script meets it: what it prints, where, and its exit status.
@Suite(.enabled(if: Command.isThere, "the command is not built beside the tests"))
struct CommandTests {
  private func news(_ folder: ScratchFolder) throws -> String {
    try folder.file("news.jsonl", InventedNews.lines.joined(separator: "\n") + "\n")
  }

  @Test func statusTellsWhatWentWrong() throws {
    let folder = try ScratchFolder()
    let graph = try folder.file("graph.sqlite")
    #expect(try Command.run(["--version"]).status == 0)
    #expect(try Command.run(["build"]).status == 2)
    #expect(try Command.run(["build", "x.txt", "-o", "graph.gif"]).status == 2)
    #expect(try Command.run(["build", "x.txt", "--jobs", "0"]).status == 2)
    #expect(try Command.run(["render", "-o", "x.svg", "--since", "May"]).status == 2)
    let missing = try Command.run(["who-met", "Kolvane", "--graph", graph])
    #expect(missing.status == 3)
    #expect(missing.errors.contains("entente build"))
    let note = try folder.file("note.sqlite", "not a database, but long enough to be looked at as one; \(UUID())")
    #expect(try Command.run(["stats", "--graph", note]).status == 3)
    #expect(try Command.run(["extract", "--model", folder.path, try news(folder)]).status == 3)
  }

  @Test func everyHelpTeachesByExample() throws {
    for name in [
      "build", "add", "remove", "extract", "analyze", "who-met", "who", "show", "search", "path", "timeline", "explain",
      "render", "export", "import", "ontology", "stats", "check", "diff",
    ] {
      let help = try Command.run([name, "--help"])
      #expect(help.status == 0)
      #expect(help.output.contains("entente \(name)"), "\(name) has no example")
    }
  }

  @Test func theMainJobAndItsAnswers() throws {
    let folder = try ScratchFolder()
    let graph = try folder.file("graph.sqlite")
    let picture = try folder.file("graph.svg")
    let built = try Command.run(["build"] + Command.model + [try news(folder), "-o", picture, "--graph", graph])
    #expect(built.status == 0, "\(built.errors)")
    #expect(built.errors.isEmpty, "no progress where standard error is no terminal")
    #expect(try String(contentsOfFile: picture, encoding: .utf8).contains("<svg"))

    let met = try Command.run(["who-met", "Kolvane", "--graph", graph])
    #expect(met.status == 0, "\(met.errors)")
    #expect(met.output.contains("Oskar Deln"))
    #expect(met.output.contains("Harbour Post, 2021-05-04"))
    #expect(met.output.contains("“"))
    let facts = met.output.components(separatedBy: "Not told as facts")[0]
    #expect(!facts.contains("Rook (person)"), "she did not meet him")

    let narrow = try Command.run(["show", "Mira Kolvane", "--graph", graph], environment: ["COLUMNS": "40"])
    #expect(narrow.output.split(separator: "\n").allSatisfy { $0.count <= 40 })

    #expect(try Command.run(["who-met", "Zebulon Quarg", "--graph", graph]).status == 1)
    #expect(try Command.run(["who", "dances", "Kolvane", "--graph", graph]).status == 2)
    #expect(try Command.run(["check", "--graph", graph]).status == 0)
    for question in [["who-met", "Kolvane"], ["show", "Kolvane"], ["search", "ferries"], ["stats"], ["check"]] {
      let answer = try Command.run(question + ["--json", "--graph", graph])
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) }
    }
  }

  @Test func differencesAreToldAsTextJSONAndPicture() throws {
    let folder = try ScratchFolder()
    let (old, new) = (try folder.file("old.sqlite"), try folder.file("new.sqlite"))
    let first = try folder.file("first.jsonl", InventedNews.lines[0] + "\n")
    _ = try Command.run(["add"] + Command.model + [first, "--graph", old])
    _ = try Command.run(["add"] + Command.model + [try news(folder), "--graph", new])

    let same = try Command.run(["diff", old, old])
    #expect(same.status == 0 && same.output.contains("no differences"))
    let picture = try folder.file("diff.svg")
    let run = try Command.run(["diff", old, new, "-o", picture], environment: ["COLUMNS": "40"])
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.output.hasPrefix("old.sqlite → new.sqlite"))
    #expect(run.output.contains("  + Harbour Bank (organization)"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 40 })
    #expect(try String(contentsOfFile: picture, encoding: .utf8).contains(">as before<"))

    let back = try Command.run(["diff", new, old, "--json"])
    let json = try #require(JSONSerialization.jsonObject(with: Data(back.output.utf8)) as? [String: [String: Any]])
    let gone = try #require(json["nodes"]?["gone"] as? [[String: Any]])
    #expect(gone.contains { ($0["node"] as? [String: Any])?["name"] as? String == "Harbour Bank" })

    // Up to the first day, and up to the last.
    let times = try Command.run(["diff", "--at", "/2021-05-04", "--at", "/2021-05-06", "--graph", new])
    #expect(times.status == 1 && times.output.contains("+ Harbour Bank (organization)"))
    #expect(try Command.run(["diff", old]).status == 2)
    #expect(try Command.run(["diff", "--at", "2021-05-04", "--graph", new]).status == 2)
    #expect(try Command.run(["diff", old, new, "-o", "x.csv"]).status == 2)
    #expect(try Command.run(["diff", old, folder.path + "/nowhere.sqlite"]).status == 3)
  }

  @Test func whatCannotBeReadIsNamedAndTheRestGoesOn() throws {
    let folder = try ScratchFolder()
    let nothing = try folder.file("nothing.txt", "")
    let run = try Command.run(["extract"] + Command.model + [nothing, try news(folder), folder.path + "/nowhere.txt"])
    #expect(run.status == 1)
    #expect(run.output.split(separator: "\n").count == 3)
    #expect(run.errors.contains("nothing.txt") && run.errors.contains("nowhere.txt"))
    #expect(run.errors.contains("2 inputs skipped"))
  }

  @Test func extractKeepsOrderAndIdentifiers() throws {
    let folder = try ScratchFolder()
    let run = try Command.run(["extract"] + Command.model + ["--jobs", "2", try news(folder)])
    let identifiers = try run.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])["id"] as? String
    }
    #expect(identifiers == ["talks", "reply", "deal"])
  }

  @Test func aClosedPipeEndsItQuietly() throws {
    let folder = try ScratchFolder()
    let run = try Command.shell(
      "'\(Command.path)' analyze \(Command.model.joined(separator: " ")) '\(try news(folder))' | head -n 1")
    #expect(run.output.hasPrefix("# newdoc id = talks"))
    #expect(run.errors.isEmpty)
  }

  @Test func aRunThatIsKilledLeavesASoundGraph() throws {
    let folder = try ScratchFolder()
    let graph = try folder.file("graph.sqlite")
    _ = try Command.run(["add"] + Command.model + [try news(folder), "--graph", graph])
    let before = try Command.run(["export", "--format", "json", "--graph", graph]).output
    let many = (0..<60).map { i in
      InventedNews.lines[i % 3].replacingOccurrences(of: "\"id\": \"", with: "\"id\": \"copy-\(i)-")
        .replacingOccurrences(of: "\"text\": \"", with: "\"text\": \"Report number \(i). ")
    }
    let file = try folder.file("many.jsonl", many.joined(separator: "\n"))
    for delay in [300, 700, 1500] {
      let process = try Command.start(["add"] + Command.model + [file, "--graph", graph])
      Thread.sleep(forTimeInterval: Double(delay) / 1000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(try Command.run(["check", "--graph", graph]).status == 0)
    }
    let stored = try Graph(reading: graph).articles().map(\.id)
    #expect(Set(["talks", "reply", "deal"]).isSubset(of: stored))
    try Graph(path: graph).remove(stored.filter { $0.hasPrefix("copy-") })
    #expect(try Command.run(["export", "--format", "json", "--graph", graph]).output == before)
  }
}

/// Runs the command that was built beside the tests.
enum Command {
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Beside the test bundle, which is what runs.
  static let path: String = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    var folder = URL(fileURLWithPath: bundle)
    while folder.path != "/",
      !FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("entente").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder.appendingPathComponent("entente").path
  }()

  static let isThere = FileManager.default.isExecutableFile(atPath: path)
  static let model = TestPipeline.model.map { ["--model", $0] } ?? []

  static func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Run {
    try run(path, arguments, environment)
  }

  static func shell(_ line: String) throws -> Run { try run("/bin/sh", ["-c", line], [:]) }

  private static func run(_ path: String, _ arguments: [String], _ environment: [String: String]) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    let folder = try ScratchFolder()
    let files = try ["out", "err"].map { name in
      let file = try folder.file(name, "")
      return (file, try FileHandle(forWritingTo: URL(fileURLWithPath: file)))
    }
    process.standardOutput = files[0].1
    process.standardError = files[1].1
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0.0)), as: UTF8.self) }
    return Run(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}
