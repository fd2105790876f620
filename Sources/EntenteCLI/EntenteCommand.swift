import ArgumentParser
import Entente
import Foundation

/// The `entente` command: parses, runs, and turns every error into a line on standard error and an exit status.
@main
struct EntenteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract: "Reads news articles and draws who deals with whom, each line traceable to the words that say so.",
    usage: "entente <subcommand> …",
    discussion: """
      The main job, in one go:
        entente build articles/ -o graph.svg
      Then ask the graph that it left in entente.sqlite:
        entente who-met "Mira Kolvane"
        entente show "Harbour Bank"
        entente path "Mira Kolvane" "Oskar Deln"
      Without a graph, for pipes:
        entente extract news.jsonl > statements.jsonl

      Exit status: 0 done; 1 the data said no (nothing found, a name is ambiguous, something was skipped);
      2 the command was misused; 3 the environment failed (a missing model, an unreadable graph, a full disk).
      """,
    version: Pipeline.version,
    subcommands: [DrawingServer.self],
    groupedSubcommands: [
      CommandGroup(name: "Making a graph", subcommands: [Build.self, Add.self, Import.self, Remove.self]),
      CommandGroup(
        name: "Asking it",
        subcommands: [
          WhoMet.self, Who.self, Show.self, Search.self, PathBetween.self, Timeline.self, Explain.self,
        ]),
      CommandGroup(
        name: "Taking it along",
        subcommands: [Render.self, Export.self, OntologyCommand.self, Stats.self, Check.self, Diff.self]),
      CommandGroup(name: "Without a graph", subcommands: [Extract.self, Analyze.self, Pairs.self]),
    ])

  static func main() {
    // A reader that closes its end (`entente … | head`) ends the program as it ends every filter.
    signal(SIGPIPE, SIG_DFL)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Foundation.exit(Self.status(of: error))
    }
  }

  /// Says what went wrong, where it has not been said, and gives the exit status.
  private static func status(of error: any Error) -> Int32 {
    switch error {
    case let code as ExitCode: return code.rawValue
    case let error as LookupError:
      Terminal.complain(error.description)
      if case .unknownRelation = error { return ExitCode.misused.rawValue }
      return ExitCode.saidNo.rawValue
    case let error as StoreError:
      Terminal.complain(error.description)
      return error.isAboutData ? ExitCode.saidNo.rawValue : ExitCode.environment.rawValue
    case let error as Refusal:
      Terminal.complain(error.description)
      return ExitCode.environment.rawValue
    default:
      // ArgumentParser's own errors and requests have a full message; everything else describes itself.
      if exitCode(for: error) == .failure {
        Terminal.complain(String(describing: error))
        return ExitCode.environment.rawValue
      }
    }
    let message = fullMessage(for: error)
    if exitCode(for: error) == .success {
      Terminal.say(message)
      return ExitCode.success.rawValue
    }
    Terminal.complain(message, isWhole: true)
    return ExitCode.misused.rawValue
  }
}

extension ExitCode {
  static let saidNo = ExitCode(1)
  static let misused = ExitCode(2)
  static let environment = ExitCode(3)
}

/// What the environment did not allow, in words.
struct Refusal: Error, CustomStringConvertible {
  let description: String
}

extension StoreError {
  fileprivate var isAboutData: Bool {
    switch self {
    case .articleChanged, .inconsistent: true
    default: false
    }
  }
}
