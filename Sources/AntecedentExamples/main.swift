import Foundation
import Language
import Statements

// Writes what the antecedent head sees of each document of CoNLL-U files, for its training: `antecedent-examples MODEL
// INPUT.conllu OUTPUT`. The output holds the documents one after another, each with its length (u64) before it.

let arguments = CommandLine.arguments
guard arguments.count == 4 else {
  FileHandle.standardError.write(Data("usage: antecedent-examples MODEL INPUT.conllu OUTPUT\n".utf8))
  exit(64)
}
do {
  let analyzer = try Analyzer(model: URL(filePath: arguments[1]))
  let text = try String(contentsOf: URL(filePath: arguments[2]), encoding: .utf8)
  var output = Data()
  for parsed in CoNLLU.read(text) {
    let bytes = analyzer.antecedentExamples(tokenized: parsed).bytes
    withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { output.append(contentsOf: $0) }
    output.append(bytes)
  }
  try output.write(to: URL(filePath: arguments[3]))
} catch {
  FileHandle.standardError.write(Data("antecedent-examples: \(error)\n".utf8))
  exit(1)
}
