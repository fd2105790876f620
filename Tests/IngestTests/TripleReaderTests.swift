import Statements
import Testing

@testable import Ingest

@Suite struct TripleReaderTests {
  private func read(_ text: String) throws -> TripleReader.Reading {
    try TripleReader(author: "Ada Roe", known: { $0 == "Norland" ? .place : nil }).read(Array(text.utf8), name: "t.csv")
  }

  /// Every quotation stands in its article, and subject and object inside it.
  private func checkEvidence(_ graph: ArticleGraph) {
    for statement in graph.statements {
      let evidence = statement.evidence
      #expect(graph.article.string(of: evidence.part).text(at: evidence.span) == evidence.quote)
      #expect(evidence.span.contains(evidence.subject) && evidence.span.contains(evidence.object))
    }
  }

  @Test func rowsAreWhatTheyAssert() throws {
    let reading = try read(
      """
      subject,relation,object,date,source,quote\r
      Mira Kolvane,met,Oskar Deln,2021-05-02,The Harbour Post,"On Sunday Kolvane, ""the envoy"", met Oskar Deln."\r
      Mira Kolvane,holds role,trade envoy,2019/2021,,\r

      "Roe, Ada",other:sell ship to,Norland,,https://norland.example/1,\r
      """)
    #expect(reading.problems.isEmpty)
    #expect(reading.graphs.map(\.article.publisher) == ["The Harbour Post", "Ada Roe", nil])
    #expect(reading.graphs[2].article.url?.absoluteString == "https://norland.example/1")
    for graph in reading.graphs { checkEvidence(graph) }
    let met = try #require(reading.graphs[0].statements.first)
    #expect(met.triple.relation.rawValue == "met")
    #expect(met.time == TemporalExtent("2021-05-02"))
    #expect(met.evidence.quote == "On Sunday Kolvane, \"the envoy\", met Oskar Deln.")
    #expect(reading.graphs[0].article.text.text(at: met.evidence.object) == "Oskar Deln")
    let role = try #require(reading.graphs[1].statements.first)
    #expect(role.triple.object == .literal("trade envoy"))
    #expect(role.evidence.quote == "Mira Kolvane,holds role,trade envoy,2019/2021,,")
    #expect(Evidence.person(ofPipeline: role.evidence.pipeline) == "Ada Roe")
    let sold = reading.graphs[2]
    #expect(sold.statements[0].triple.relation.phrase == "sell ship to")
    #expect(sold.entities.map(\.name).sorted() == ["Norland", "Roe, Ada"])
    #expect(sold.entities.first { $0.name == "Norland" }?.type == .place)
    #expect(sold.article.text.text(at: sold.statements[0].evidence.subject) == "Roe, Ada")
  }

  @Test func theSameFileIsTheSameArticles() throws {
    let text = "subject;relation;object\nA B;met;C D\nC D;citizenOf;Norland\n"
    #expect(try read(text).graphs == read(text).graphs)
    #expect(try read(text).graphs[0].statements.count == 2)
  }

  @Test func faultsNameLineAndRemedy() throws {
    let reading = try read(
      """
      subject,relation,object,date,object_type,factuality
      A,dances with,B
      A,met,
      A,met,B,May
      A,met,B,,animal
      A,met,B,,,sure
      A,met,A
      A,met,B,,,,too,much
      A,met,B
      A,met,"B
      """)
    let said = reading.problems.map(\.description)
    #expect(
      said.map { $0.prefix { $0 != " " } } == [
        "t.csv:2:", "t.csv:3:", "t.csv:4:", "t.csv:5:", "t.csv:6:", "t.csv:7:", "t.csv:8:", "t.csv:10:",
      ])
    for (fault, word) in zip(
      said, ["other:dances with", "object", "2021-05", "person", "asserted", "itself", "quotation", "close"])
    {
      #expect(fault.contains(word), "\(fault)")
    }
    #expect(reading.graphs.map(\.statements.count) == [1])
  }

  @Test(arguments: ["subject,relation\nA,met\n", "A,met,B\n", "subject,relation,object,sorce\n"])
  func aHeaderMustSayWhatIsWhere(text: String) {
    #expect(throws: IngestError.self) { try read(text) }
  }

  @Test func emptyFilesAssertNothing() throws {
    #expect(try read("").graphs.isEmpty)
    #expect(try read("subject,relation,object\n").graphs.isEmpty)
  }

  @Test func plainJSONLDTiesNodesWithNames() throws {
    let reading = try read(
      """
      {"@context": {"schema": "http://schema.org/", "name": "schema:name", "ex": "https://x.example/",
          "knows": {"@id": "ex:worksWith", "@type": "@id"}, "employer": {"@id": "schema:worksFor"}},
       "@graph": [
         {"@id": "ex:a", "@type": "schema:Person", "name": "Ada Roe", "knows": "ex:b",
          "employer": {"@type": "schema:Organization", "name": "Harbour Bank"}, "schema:jobTitle": "clerk"},
         {"@id": "ex:b", "@type": ["schema:Person"], "name": ["Ivo Brandt"], "knows": "ex:nobody"}]}
      """)
    let graph = try #require(reading.graphs.first)
    checkEvidence(graph)
    let names = Dictionary(uniqueKeysWithValues: graph.entities.map { ($0.id, $0.name) })
    let told = graph.statements.map { statement -> String in
      let object: String =
        switch statement.triple.object {
        case .node(let id): names[id] ?? ""
        case .literal(let words): "“\(words)”"
        }
      return "\(names[statement.triple.subject] ?? "") \(statement.triple.relation.rawValue) \(object)"
    }
    #expect(
      told.sorted() == [
        "Ada Roe holdsRole “clerk”", "Ada Roe other:works with Ivo Brandt", "Ada Roe represents Harbour Bank",
      ])
    #expect(graph.entities.first { $0.name == "Harbour Bank" }?.type == .organization)
  }

  @Test func inversesAreTurned() throws {
    let reading = try read(
      """
      {"@context": {"@vocab": "https://schema.org/", "e": "urn:entente:terms#"}, "name": "Harbour Bank",
       "founder": {"name": "Ada Roe"}, "e:visitedBy": {"name": "Ivo Brandt"}, "e:confidence": {"name": "No One"}}
      """)
    let graph = try #require(reading.graphs.first)
    let names = Dictionary(uniqueKeysWithValues: graph.entities.map { ($0.id, $0.name) })
    let told = graph.statements.map { "\(names[$0.triple.subject] ?? "") \($0.triple.relation.rawValue)" }
    #expect(told.sorted() == ["Ada Roe founded", "Ivo Brandt visited"])
    #expect(graph.statements.allSatisfy { $0.triple.object.node.flatMap { names[$0] } == "Harbour Bank" })
  }

  @Test func contextsAreNeverFetched() throws {
    let error = #expect(throws: IngestError.self) {
      try read(#"{"@context": "https://x.example/context.jsonld", "name": "A"}"#)
    }
    #expect(error?.remedy.contains("context") == true)
    let known = try read(
      #"{"@context": "https://schema.org", "@type": "Person", "name": "A B", "memberOf": {"@type": "Organization", "name": "C"}}"#
    )
    #expect(known.graphs[0].statements[0].triple.relation.rawValue == "memberOf")
  }

  @Test func brokenJSONNamesItsPlace() {
    let error = #expect(throws: IngestError.self) { try read("{\"@id\": \"x\",\n \"name\" \"y\"}") }
    #expect(error?.reason.contains("line 2") == true)
  }
}
