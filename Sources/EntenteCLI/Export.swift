import ArgumentParser
import Entente

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the graph, or a part of it, for other programs.",
    discussion: #"""
      The format is told by the file's name or by --format; without -o, it goes
      to standard output.
        json       one object, as 'entente extract' writes it; for scripts
        jsonld     JSON-LD 1.1, a document with its context
        ndjsonld   JSON-LD, each line a document by itself
        ttl, nq    Turtle, N-Quads
        graphml    for Gephi, networkx, igraph, Cytoscape
        gexf       the same with times, for Gephi's time line
        csv        a folder: nodes.csv, edges.csv, evidence.csv
        neo4j      a folder for neo4j-admin database import
        cypher     the same as a script
        ftm        FollowTheMoney entities, a line each; facts alone
        conllu     the analysis of the articles, made anew
        dot, svg, png, pdf, html   pictures; see 'entente render'
      'entente ontology' writes what the terms of the RDF formats mean.

      In graphml, gexf, csv, neo4j and cypher, an edge is a statement. In csv, an
      apostrophe before = + - @ or ' keeps spreadsheets from running text as
      formulas: take one off.

      Examples:
        entente export -o graph.ttl
        entente export --format nq --without evidence | gzip > graph.nq.gz
        entente export -o met.jsonld --relation CONSULT --since 2021-05
        entente export -o graph.nq --base https://example.org/id/
        entente export --format csv -o tables
        entente export --format neo4j -o neo4j
        neo4j-admin database import full --multiline-fields=true \
          --array-delimiter=U+001F --nodes=neo4j/nodes.csv \
          --relationships=neo4j/relationships.csv
      """#)

  @Option(help: ArgumentHelp("How it is written.", valueName: "format"))
  var format: Format?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("A file to write, or a folder where the format has several files.", valueName: "file"))
  var output: [String] = []

  @OptionGroup(title: "What is in it") var contents: ExportFlags
  @OptionGroup(title: "Which part") var part: SelectionOptions
  @OptionGroup(title: "How a picture is drawn") var picture: PictureFlags
  @OptionGroup(title: "How articles are analysed, for conllu") var pipeline: PipelineOptions
  @OptionGroup var graph: GraphOption

  func validate() throws {
    let known = Format.allCases.map(\.rawValue).joined(separator: ", ")
    if format == nil {
      if output.isEmpty {
        throw ValidationError("name a format, such as --format jsonld, or a file, such as -o graph.jsonld")
      }
      for path in output where Format(path: path) == nil {
        throw ValidationError("'\(path)' does not end in a format; name one with --format: \(known)")
      }
    }
    if let format, format.isFolder, output.isEmpty {
      throw ValidationError("\(format.rawValue) has several files: name a folder, such as -o graph.\(format.rawValue)")
    }
  }

  func run() throws {
    let opened = try graph.open()
    if output.isEmpty, let format, format.isPicture {
      Terminal.write(try picture.draw(try opened.subgraph(part.drawn), as: format))
    } else if output.isEmpty, let format {
      try opened.write(
        part.selection(as: format), as: format, picture: try picture.settings(), options: contents.options,
        pipeline: try pipeline.pipeline()
      ) { _ in { block in Terminal.write(block) } }
    }
    for path in output {
      guard let format = format ?? Format(path: path) else { continue }
      try Output.write(
        opened, part.selection(as: format), as: format, picture: picture, options: contents.options, pipeline: pipeline,
        to: path)
    }
  }
}

extension Format: ExpressibleByArgument {}

extension ExportPart: ExpressibleByArgument {}

/// What an export holds.
struct ExportFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Leave that out. May be given several times.", valueName: "what"))
  var without: [ExportPart] = []

  @Option(help: ArgumentHelp("RDF: what identifiers are appended to.", valueName: "iri"))
  var base: String = ExportOptions().base

  @Option(help: ArgumentHelp("RDF: what names of classes and properties are appended to.", valueName: "iri"))
  var vocabulary: String = ExportOptions().vocabulary

  func validate() throws {
    for (name, iri) in [("--base", base), ("--vocabulary", vocabulary)] where !ExportOptions.isPrefix(iri) {
      throw ValidationError(
        "\(name) must be the beginning of an address, such as https://example.org/id/, not '\(iri)'")
    }
  }

  var options: ExportOptions {
    ExportOptions(parts: Set(ExportPart.allCases).subtracting(without), vocabulary: vocabulary, base: base)
  }
}
