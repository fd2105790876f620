import ArgumentParser
import Entente
import Foundation

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add triples that people wrote, or that other programs export.",
    discussion: """
      CSV begins with a line of names: subject, relation and object, and as may
      be subject_type, object_type (person, organization, place, event, role),
      date, source, quote, factuality, polarity, attribution:
        subject,relation,object,date,source,quote
        Mira Kolvane,met,Oskar Deln,2021-05-02,Harbour Post,"Kolvane met Deln."
        Mira Kolvane,holdsRole,trade envoy,,https://norland.example/staff,
      A relation is one of the vocabulary (met, spokeWith, leads …) or other: and
      a phrase. JSON-LD is what 'entente export' writes, or nodes with names and
      properties from one to the other.

      Each source of a file becomes an article whose text is the quotations, or
      the rows as they were written; 'entente remove' takes it out again. What
      cannot be read is named on standard error; the rest goes on.

      Examples:
        entente import triples.csv --by "Ada Roe"
        entente import other.jsonld --graph news.sqlite
      """)

  @Argument(help: ArgumentHelp("Files to read, or - for standard input.", valueName: "file"))
  var paths: [String]

  @Option(help: ArgumentHelp("Who asserts what names no outlet; else the file.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("JSON-LD: what names of our classes and properties are appended to.", valueName: "iri"))
  var vocabulary: String = ExportOptions().vocabulary

  @OptionGroup var graph: GraphOption

  func run() throws {
    let opened = try Graph(path: graph.graph)
    var statements = 0
    var known = 0
    var problems = 0
    for path in paths {
      let name = path == "-" ? "standard input" : URL(fileURLWithPath: path).lastPathComponent
      let report = try opened.importTriples(path, author: by ?? name, vocabulary: vocabulary)
      statements += report.statements
      known += report.known
      problems += report.problems.count
      for problem in report.problems { Terminal.complain("skipped " + problem) }
    }
    var parts = ["\(Terminal.count(statements, "statement")) added"]
    if known > 0 { parts.append("\(Terminal.count(known, "source")) known already") }
    if problems > 0 { parts.append("\(problems) skipped") }
    Terminal.say(Terminal.wrap(parts.joined(separator: ", ") + " · " + graph.graph))
    if problems > 0 { throw ExitCode.saidNo }
  }
}
