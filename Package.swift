// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "Entente",
  platforms: [.macOS(.v14)],
  products: [
    .library(name: "Entente", targets: ["Entente"]),
    .executable(name: "entente", targets: ["EntenteCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
  ],
  targets: [
    // A triple's journey, in order.
    .target(name: "Statements"),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "CHTML", dependencies: ["CLibXML2"]),
    .target(name: "Ingest", dependencies: ["Statements", "CHTML"]),
    // SwiftPM compiles C without optimisation in debug builds, where tests run the encoder. A package that depends on this
    // one may not use unsafe flags.
    .target(
      name: "CKernels",
      cSettings: Context.packageDirectory.contains("/checkouts/")
        ? [] : [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
    .target(name: "Neural", dependencies: ["CKernels"]),
    .target(
      name: "Language", dependencies: ["Neural", "Statements"], exclude: ["Training"],
      resources: [.copy("Resources/en-2")]),
    .target(
      name: "Extraction", dependencies: ["Neural", "Statements"], exclude: ["Training"],
      resources: [.embedInCode("Lexicons")]),
    .target(name: "Resolution", dependencies: ["Statements"], resources: [.embedInCode("Gazetteers")]),
    .target(
      name: "KnowledgeGraph", dependencies: ["Statements", .product(name: "GRDB", package: "GRDB.swift")]),
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .target(name: "CGraphvizShim", dependencies: ["CGraphviz"]),
    .target(name: "Rendering", dependencies: ["Statements", "CGraphvizShim"]),
    .target(name: "Export", dependencies: ["Statements"]),
    .target(
      name: "Entente",
      dependencies: [
        "Statements", "Ingest", "Language", "Extraction", "Resolution", "KnowledgeGraph", "Rendering", "Export",
      ]),
    .executableTarget(
      name: "EntenteCLI",
      dependencies: ["Entente", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    // What the antecedent head is trained on, as the program sees it.
    .executableTarget(name: "AntecedentExamples", dependencies: ["Language", "Statements"]),
    .target(name: "EntenteTestSupport", dependencies: ["Statements"]),

    .testTarget(name: "StatementsTests", dependencies: ["Statements", "EntenteTestSupport"]),
    .testTarget(name: "IngestTests", dependencies: ["Ingest"], resources: [.copy("Fixtures")]),
    .testTarget(name: "NeuralTests", dependencies: ["Neural", "CKernels"], exclude: ["Reference"]),
    .testTarget(name: "LanguageTests", dependencies: ["Language", "EntenteTestSupport"], exclude: ["Reference"]),
    .testTarget(
      name: "ExtractionTests", dependencies: ["Extraction", "Neural", "EntenteTestSupport"], exclude: ["Reference"]),
    .testTarget(name: "ResolutionTests", dependencies: ["Resolution", "EntenteTestSupport"]),
    .testTarget(name: "KnowledgeGraphTests", dependencies: ["KnowledgeGraph", "EntenteTestSupport"]),
    .testTarget(name: "RenderingTests", dependencies: ["Rendering", "EntenteTestSupport"], exclude: ["Snapshots"]),
    .testTarget(name: "ExportTests", dependencies: ["Export", "EntenteTestSupport"]),
    .testTarget(name: "EntenteTests", dependencies: ["Entente", "EntenteTestSupport"]),
  ]
)
