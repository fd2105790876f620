import Foundation
import Statements
import Testing

@testable import Ingest

/// A folder that goes away with the test.
final class ScratchFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "ingest-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }
}

func fixture(_ name: String) throws -> String {
  let url = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
  return url.appendingPathComponent(name).path
}

extension ArticleReader.Item {
  var article: Article? { try? result.get() }
  var problem: IngestError? {
    if case .failure(let error) = result { return error }
    return nil
  }
}

extension Article {
  var bodyText: [String] { body.map { text.text(at: $0) ?? "?" } }
}

private let prose = "The minister met the envoy in the capital on Friday. They spoke about the harbour.\n"

@Suite struct ArticleReaderTests {
  @Test func foldersAreReadInTheOrderOfTheirPaths() throws {
    let folder = try ScratchFolder()
    for name in ["b.txt", "a/z.txt", "a.txt", "B.txt", "a/.hidden.txt", ".git/x.txt", "README.md", "a/b.css"] {
      try folder.write(name, "It was \(name) that the minister named in the talks.\n")
    }
    try folder.write("old.pdf", "%PDF-1.7 ...")
    let items = ArticleReader().items([folder.path])
    #expect(
      items.map { String($0.source.dropFirst(folder.path.count + 1)) }
        == ["B.txt", "a/z.txt", "a.txt", "b.txt", "old.pdf"])
    #expect(items.last?.problem?.reason == "is a PDF, not text")
  }

  @Test func oneBadFileDoesNotStopTheRest() throws {
    let folder = try ScratchFolder()
    let good = try folder.write("good.txt", prose)
    let paths = [
      folder.path + "/none.txt", try folder.write("empty.txt", " \n\t"),
      try folder.write("nul.txt", "The \0 end of it."),
      try folder.write("zip.txt", [0x50, 0x4B, 3, 4, 0, 0]), try folder.write("bad.json", "{\"text\": \"The"), good,
    ]
    let items = ArticleReader().items(paths)
    #expect(
      items.map { $0.problem?.reason } == [
        "there is no such file or folder", "is empty", "holds NUL bytes, so it is no text",
        "is a ZIP archive or an office document, not text", "has a string without an end (line 1, column 14)", nil,
      ])
    for case let problem? in items.map(\.problem) {
      #expect(paths.contains(problem.name))
      #expect(!problem.remedy.isEmpty)
      #expect(
        problem.description == problem.description.prefix(problem.name.count) + ": \(problem.reason); \(problem.remedy)"
      )
    }
    #expect(items.last?.article?.text == prose)
  }

  @Test func emptyFolderIsReported() throws {
    let folder = try ScratchFolder()
    #expect(ArticleReader().items([folder.path]).first?.problem?.reason == "has no articles in it")
  }

  @Test func limitsAreNamed() throws {
    let folder = try ScratchFolder()
    let reader = ArticleReader(limits: .init(fileBytes: 2048, recordBytes: 1024, textBytes: 512))
    let large = try folder.write("large.txt", String(repeating: prose, count: 40))
    let long = try folder.write("long.txt", String(repeating: prose, count: 10))
    let record = "{\"text\": \"\(String(repeating: "The end of the day. ", count: 60))\"}\n"
    let lines = try folder.write("lines.jsonl", record + "{\"id\": 7, \"text\": \"The envoy met the minister.\"}\n")
    let items = reader.items([large, long, lines])
    #expect(
      items.map { $0.problem?.reason } == [
        "is larger than the limit of 2 kB a file",
        "has a text of 0.8 kB, more than the limit of 0.5 kB an article", "is longer than the limit of 1 kB a line",
        nil,
      ])
    #expect(items.map(\.source)[2...] == ["\(lines):1", "\(lines):2"])
    #expect(items.last?.article?.id == "7")
  }

  @Test func identifiersComeFromContent() throws {
    let folder = try ScratchFolder()
    let items = ArticleReader().items([
      try folder.write("one.txt", prose), try folder.write("two.txt", prose),
      try folder.write("three.txt", prose + "He left.\n"),
    ])
    let ids = items.compactMap { $0.article?.id }
    #expect(ids[0] == ids[1])
    #expect(ids[0] != ids[2])
    #expect(ids[0].hasPrefix("a") && ids[0].count == 17)
  }

  @Test func jsonLinesAreStreamed() throws {
    let folder = try ScratchFolder()
    var text = ""
    for i in 0..<5000 {
      text += "{\"id\": \"n\(i)\", \"text\": \"The minister of the \(i)th district met the envoy.\"}\r\n"
      if i == 100 { text += "\n{\"text\": \n" }
    }
    let file = try folder.write("many.jsonl", text)
    var seen = 0
    var problems: [String] = []
    struct Enough: Error {}
    #expect(throws: Enough.self) {
      try ArticleReader().read([file]) { item in
        switch item.result {
        case .success: seen += 1
        case .failure(let error): problems.append(error.name)
        }
        if seen == 4000 { throw Enough() }
      }
    }
    #expect(seen == 4000)
    #expect(problems == ["\(file):103"])
  }

  @Test func htmlPageGivesItsArticle() throws {
    let article = try #require(ArticleReader().items([fixture("page.html")]).first?.article)
    #expect(article.title == "Minister opens bridge over the Orla")
    #expect(article.publisher == "The Harbour Post")
    #expect(article.url?.absoluteString == "https://harbourpost.example/2021/05/orla-bridge")
    #expect(article.published == PartialDate("2021-05-07"))
    #expect(
      article.text == """
        Transport Minister Pavel Ruzic opened a new bridge over the Orla on Friday, together with the mayor of Lindholm, \
        Greta Brandt.

        “We waited nine years for this,” said Brandt.

        Long delays

        The builder, Norvik Construction, had asked the ministry twice for more money. The ministry refused.

        Yes.
        """)
    #expect(article.bodyText.count == 4)
    #expect(!article.bodyText.contains("Long delays"))
  }

  @Test func feedsGiveTheirItems() throws {
    let items = ArticleReader().items([try fixture("feed.rss"), try fixture("feed.atom")])
    let articles = items.compactMap(\.article)
    #expect(articles.map(\.id) == ["hp-1", articles[1].id, "urn:x:1"])
    #expect(articles.map(\.title) == ["Ruzic & Brandt open bridge", "Talks go on", "Envoy leaves"])
    #expect(articles.map(\.publisher) == ["The Harbour Post", "The Harbour Post", "Northwind News"])
    #expect(articles.map { $0.published?.description } == ["2021-05-07", "2021-05-08", "2020-02-29"])
    #expect(articles[0].text == "Pavel Ruzic opened a bridge on Friday.\n\nGreta Brandt thanked him & the builders.")
    #expect(articles[1].text == "The talks between the union and the ferry company went on in Lindholm on Saturday.")
    #expect(articles[2].url?.absoluteString == "https://n.example/a")
    #expect(articles[2].text == "The envoy left the capital on Saturday.\n\nHe had met nobody there.")
    #expect(items.map { $0.source.split(separator: "/").last } == ["feed.rss#1", "feed.rss#2", "feed.atom"])
  }

  @Test func jsonIsFoundUnderItsUsualNames() throws {
    let folder = try ScratchFolder()
    let file = try folder.write(
      "all.json",
      """
      {"status": "ok", "articles": [
        {"source": {"id": null, "name": "Northwind"}, "headline": "One", "publishedAt": "2020-01-02T03:04:05Z",
         "url": "javascript:alert(1)", "content": "The minister met the envoy."},
        {"title": "Two", "date_published": 1577934245, "link": "https://n.example/2",
         "content_html": "<p>The envoy left.</p><p>He was tired &amp; sad.</p>"},
        {"title": "Three", "tags": []},
        {"_id": 12, "pubDate": "3 January 2020", "body": ["The first part of it.", "The second part of it."]}
      ]}
      """)
    let items = ArticleReader().items([file])
    #expect(items.count == 4)
    let articles = items.compactMap(\.article)
    #expect(articles.map(\.title) == ["One", "Two", ""])
    #expect(articles.map { $0.published?.description } == ["2020-01-02", "2020-01-02", "2020-01-03"])
    #expect(articles.map { $0.url?.absoluteString } == [nil, "https://n.example/2", nil])
    #expect(articles[0].publisher == "Northwind")
    #expect(articles[1].text == "The envoy left.\n\nHe was tired & sad.")
    #expect(articles[2].text == "The first part of it.\n\nThe second part of it.")
    #expect(articles[2].id == "12")
    #expect(items[2].problem?.reason == "has no text among its keys \"title\", \"tags\"")
    #expect(items[2].problem?.name == "\(file)#3")
  }

  @Test func objectOnOneOrManyLines() throws {
    let folder = try ScratchFolder()
    let one = try folder.write("one.json", "{\"id\": \"x\",\n \"text\": \"The envoy met the minister.\"}\n")
    let lines = try folder.write(
      "lines.json",
      "{\"id\": \"y\", \"text\": \"The envoy left.\"}\n{\"id\": \"z\", \"text\": \"The minister left.\"}\n")
    #expect(ArticleReader().items([one, lines]).map { $0.article?.id } == ["x", "y", "z"])
  }

  @Test func offsetsHoldInTheSourcesOwnText() throws {
    let folder = try ScratchFolder()
    let text =
      "PARIS, 3 March (NWA) — “Où est-il?” the señor asked the envoy 🙂 in Zürich.\r\n\r\nShe did not answer.\r\n"
    let encoded = try JSONEncoder().encode(["id": "q", "text": text, "date": "2021-03-04"])
    let file = try folder.write("x.json", encoded)
    let article = try #require(ArticleReader().items([file]).first?.article)
    #expect(Array(article.text.utf8) == Array(text.utf8))
    #expect(article.bodyText == ["“Où est-il?” the señor asked the envoy 🙂 in Zürich.", "She did not answer."])
    #expect(article.dateline == Dateline(place: "Paris", agency: "NWA", date: PartialDate("2021-03-03")))
  }

  @Test func plainTextHeader() {
    let draft = PlainText.draft(
      "Title: Talks at last\nDate: 7 May 2021\nAuthor: I. Holt\nSource: Northwind\nURL: https://n.example/3\nID: k-3\n\n\(prose)"
    )
    #expect(draft.title == "Talks at last")
    #expect(draft.published == PartialDate("2021-05-07"))
    #expect(draft.publisher == "Northwind")
    #expect(draft.id == "k-3")
    #expect(draft.text == prose)
    let none = PlainText.draft("Moscow: The minister left.\nHe flew.\n")
    #expect(none.text == "Moscow: The minister left.\nHe flew.\n")
  }
}
