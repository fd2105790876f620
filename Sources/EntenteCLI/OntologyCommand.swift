import ArgumentParser
import Entente

struct OntologyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ontology",
    abstract: "Write what the terms of the RDF exports mean, in Turtle.",
    discussion: """
      The same as Ontology/entente.ttl and Ontology/shapes.ttl of the source, for whatever vocabulary an export has.

      Examples:
        entente ontology > entente.ttl
        entente ontology --shapes --vocabulary https://example.org/terms# > shapes.ttl
      """)

  @Flag(help: "The SHACL shapes that an export has, instead of the ontology.")
  var shapes = false

  @Option(help: ArgumentHelp("What names of classes and properties are appended to.", valueName: "iri"))
  var vocabulary: String = ExportOptions().vocabulary

  func validate() throws {
    if !ExportOptions.isPrefix(vocabulary) {
      throw ValidationError("--vocabulary must be the beginning of an address, such as https://example.org/terms#")
    }
  }

  func run() throws {
    let options = ExportOptions(vocabulary: vocabulary)
    Terminal.write(shapes ? options.shapes : options.ontology)
  }
}
