import Entente
import Foundation
import Testing

/// The same articles give the same bytes, whatever their order, the number of jobs and the road into the store.
@Suite struct SamenessTests {
  private static func products(_ graph: Graph) throws -> [Format: Data] {
    let subgraph = try graph.subgraph()
    return Dictionary(
      uniqueKeysWithValues: try [Format.json, .jsonld, .dot, .svg].map { ($0, try subgraph.data(as: $0)) })
  }

  private static func build(_ lines: [String], jobs: Int, oneByOne: Bool = false) throws -> [Format: Data] {
    let folder = try ScratchFolder()
    let pipeline = try TestPipeline.make(jobs: jobs)
    let graph = try Graph(path: try folder.file("graph.sqlite"))
    if oneByOne {
      for (i, line) in lines.enumerated() { try pipeline.add([try folder.file("\(i).jsonl", line)], to: graph) }
    } else {
      try pipeline.add([try folder.file("news.jsonl", lines.joined(separator: "\n"))], to: graph)
    }
    return try products(graph)
  }

  @Test func theOrderOfArticlesAndTheNumberOfJobsDoNotShow() throws {
    let lines = InventedNews.lines
    let expected = try Self.build(lines, jobs: 1)
    let json = try #require(expected[.json])
    #expect(json.count > 2000, "there is something to compare")
    #expect(try Self.build(lines.reversed(), jobs: 2) == expected)
    #expect(try Self.build([lines[1], lines[2], lines[0]], jobs: 1, oneByOne: true) == expected)
  }

  @Test func addingAgainAndRemovingLeaveNoTrace() throws {
    let folder = try ScratchFolder()
    let pipeline = try TestPipeline.make()
    let graph = try Graph(path: try folder.file("graph.sqlite"))
    let two = try folder.file("two.jsonl", InventedNews.lines[0..<2].joined(separator: "\n"))
    let all = try folder.file("all.jsonl", InventedNews.lines.joined(separator: "\n"))
    #expect(try pipeline.add([two], to: graph).added == ["talks", "reply"])
    let before = try Self.products(graph)
    let again = try pipeline.add([two], to: graph)
    #expect(again.added.isEmpty && again.known == 2 && again.skipped.isEmpty)
    #expect(try Self.products(graph) == before)
    #expect(try pipeline.add([all], to: graph).added == ["deal"])
    #expect(try Self.products(graph) != before)
    try graph.remove(["deal"])
    #expect(try Self.products(graph) == before)
    #expect(try graph.defects() == [])
  }

  /// The 171 articles, forwards on one core and backwards on two.
  @Test(.enabled(if: SharedArticles.isThere, SharedArticles.absence))
  func theWikinewsArticlesGiveTheSameBytesInEitherOrder() throws {
    let lines = try SharedArticles.lines()
    let forwards = try Self.build(lines, jobs: 1)
    #expect(try Self.build(lines.reversed(), jobs: 2) == forwards)
  }
}

/// The articles beside the repository, where they are there.
enum SharedArticles {
  static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "shared/articles/wikinews-2019.jsonl"
    ).path

  static let isThere = FileManager.default.fileExists(atPath: path)
  static let absence: Comment = "the articles of ../shared are not here, so nothing can be tested on them"

  static func lines() throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
  }
}
