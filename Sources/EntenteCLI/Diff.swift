import ArgumentParser
import Entente
import Foundation

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What came, went and changed between two graphs, or two times of one.",
    discussion: """
      Two stores are compared, such as a copy from before a correction and the
      graph after it; or one store at two times, each a day, month, year or span:
      2019-01, 2018/2019, /2019-06 for all up to then. + is new, - is gone, ~ is
      told otherwise. Nodes are the same by identifier, by the statements that
      they share, or by name.
      Exit status: 0 no differences, 1 some, 2 misuse, 3 a graph cannot be read.

      Examples:
        entente diff before.sqlite after.sqlite
        entente diff --at 2019-01 --at 2019-06 --graph news.sqlite
        entente diff --at /2019-01 --at /2019-06 --around "Mira Kolvane" -o diff.svg
      """)

  @Argument(help: ArgumentHelp("The stores before and after.", valueName: "store"))
  var stores: [String] = []

  @Option(help: ArgumentHelp("A time of the one graph. Given twice, before and after.", valueName: "time"))
  var at: [TemporalExtent] = []

  @Option(help: ArgumentHelp("Quotations for each line that came or went.", valueName: "n"))
  var quotations = 1

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("A picture of both, .svg .html .png .pdf .dot. May be given several times.", valueName: "file"))
  var output: [String] = []

  @OptionGroup(title: "Which part") var part: SelectionOptions
  @OptionGroup(title: "How a picture is drawn") var picture: PictureFlags
  @OptionGroup var graph: GraphOption
  @OptionGroup var json: JSONFlag

  func validate() throws {
    switch (stores.count, at.count) {
    case (2, 0), (0, 2), (1, 2): break
    default: throw ValidationError("name two stores, or one graph and two times with --at")
    }
    if !at.isEmpty, part.period.since != nil || part.period.until != nil {
      throw ValidationError("--at says when: leave out --since and --until")
    }
    if quotations < 0 { throw ValidationError("--quotations must be 0 or more") }
    for path in output where Format(path: path)?.isDrawing != true {
      throw ValidationError("'\(path)' is no picture: name a file that ends in .svg .html .png .pdf .dot")
    }
  }

  func run() throws {
    let before: Subgraph
    let after: Subgraph
    let names: [String]
    if at.count == 2 {
      let opened = try stores.first.map { try Graph(reading: $0) } ?? graph.open()
      (before, after) = (try opened.subgraph(selection(at: at[0])), try opened.subgraph(selection(at: at[1])))
      names = at.map(AnswerText.words)
    } else {
      (before, after) = (
        try Graph(reading: stores[0]).subgraph(part.drawn), try Graph(reading: stores[1]).subgraph(part.drawn)
      )
      names = stores.map { URL(fileURLWithPath: $0).lastPathComponent }
    }
    let difference = GraphDifference(from: before, to: after, caption: names.joined(separator: " → "))
    try draw(difference)
    if json.json {
      Terminal.say(difference.json())
    } else {
      Terminal.say(DifferenceText.text(difference, names: names, quotations: quotations))
    }
    if !difference.isEmpty { throw ExitCode.saidNo }
  }

  private func draw(_ difference: GraphDifference) throws {
    var settings = try picture.settings()
    settings.mark(difference)
    for path in output {
      guard let format = Format(path: path) else { continue }
      let file = try OutputFile(path)
      do {
        try file.write(
          format == .dot
            ? [UInt8](difference.union.data(as: format, settings: settings))
            : picture.draw(difference.union, as: format, settings: settings))
        try file.finish()
      } catch {
        file.discard()
        throw error
      }
    }
  }

  private func selection(at time: TemporalExtent) -> Selection {
    var selection = part.drawn
    selection.since = time.start
    selection.until = time.end
    return selection
  }
}

extension TemporalExtent: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
