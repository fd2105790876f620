import Statements
import Testing

@testable import Ingest

@Suite struct TextDecodingTests {
  @Test func encodings() {
    let text = "Café “Żubr” — 5 € 🙂"
    #expect(TextDecoding.text(Array(text.utf8)[...]) == text)
    #expect(TextDecoding.text(([0xEF, 0xBB, 0xBF] + Array(text.utf8))[...]) == text)
    #expect(TextDecoding.text([0x43, 0x61, 0x66, 0xE9, 0x20, 0x93, 0x78, 0x94, 0x80]) == "Café “x”€")
    // A broken byte in a text that is UTF-8 elsewhere does not turn the rest into Windows-1252.
    #expect(TextDecoding.text((Array("Zürich é".utf8) + [0xFF])[...]) == "Zürich é\u{FFFD}")
  }

  @Test func binaries() {
    #expect(TextDecoding.binaryKind(Array("%PDF-1.4".utf8)[...])?.reason == "is a PDF, not text")
    #expect(TextDecoding.binaryKind([0x41, 0, 0, 0, 0x42, 1, 2, 3]) != nil)
    #expect(TextDecoding.binaryKind(Array("Plain words".utf8)[...]) == nil)
  }
}

@Suite struct DateTextTests {
  @Test(arguments: [
    ("2019-07-24T23:30:00-0500", "2019-07-24"), ("2019/07/24", "2019-07-24"), ("20190724", "2019-07-24"),
    ("Wed, 24 Jul 2019 10:00:00 GMT", "2019-07-24"), ("Wednesday, July 24, 2019", "2019-07-24"),
    ("24 July 2019", "2019-07-24"), ("24th of July 2019", "2019-07-24"),
    ("Published Jul. 4, 2019, 10:32 BST", "2019-07-04"),
    ("24.07.2019", "2019-07-24"), ("07/24/2019", "2019-07-24"), ("July 2019", "2019-07"), ("2019", "2019"),
    ("1563926400", "2019-07-24"), ("1563926400000", "2019-07-24"), ("2019-07-24 10:00", "2019-07-24"),
    ("Sept 5, 2020", "2020-09-05"),
  ])
  func reads(_ text: String, _ date: String) { #expect(DateText.date(text)?.description == date) }

  @Test(arguments: [
    "", "soon", "03/04/2019", "2019-13-01", "31 February 2019", "12345", "Marching on 2000", "٢٠١٩-٠١-٠١",
  ])
  func refuses(_ text: String) { #expect(DateText.date(text) == nil) }

  @Test func yearsFromTheDayOfPublication() {
    #expect(DateText.date("March 3", near: PartialDate("2020-03-04"))?.description == "2020-03-03")
    #expect(DateText.date("Dec 30", near: PartialDate("2020-01-02"))?.description == "2019-12-30")
    #expect(DateText.date("1 January", near: PartialDate("2019-12-31"))?.description == "2020-01-01")
    #expect(DateText.date("March 3", near: nil) == nil)
  }
}

@Suite struct DatelineTests {
  private func find(_ text: String) -> (place: String?, agency: String?, date: String?, rest: String)? {
    guard let found = DatelineText.find(in: text, published: PartialDate("2021-03-05")) else { return nil }
    let d = found.dateline
    return (d.place, d.agency, d.date?.description, String(text.utf8.dropFirst(found.length)) ?? "?")
  }

  @Test(
    arguments: [
      ("Oslo (NWA) - The minister left.", "Oslo", "NWA", nil),
      ("WASHINGTON, March 3 (Northwind) — The minister left.", "Washington", "Northwind", "2021-03-03"),
      ("PARIS — The minister left.", "Paris", nil, nil),
      ("GENEVA/VIENNA, 3 March 2021 – The minister left.", "Geneva/Vienna", nil, "2021-03-03"),
      ("MOSCOW, March 3. /NWA/. The minister left.", "Moscow", "NWA", "2021-03-03"),
      ("SALEM, Ore. (NWA) -- The minister left.", "Salem, Ore.", "NWA", nil),
      ("(Northwind) - The minister left.", nil, "Northwind", nil),
      ("KASSEL, Germany – The minister left.", "Kassel, Germany", nil, nil),
      ("THE HAGUE (NWA) — The minister left.", "The Hague", "NWA", nil),
      ("KASSEL, Germany (nwa) - The minister left.", "Kassel, Germany", "nwa", nil),
      ("NEW DELHI: The minister left.", "New Delhi", nil, nil),
      ("Rio de Janeiro – The minister left.", "Rio de Janeiro", nil, nil),
      ("Jakarta, Saturday — The minister left.", "Jakarta", nil, nil),
      ("BEIJING March 3 (NWA) -- The minister left.", "Beijing", "NWA", "2021-03-03"),
    ] as [(String, String?, String?, String?)])
  func finds(_ text: String, _ place: String?, _ agency: String?, _ date: String?) throws {
    let found = try #require(find(text))
    #expect(found.place == place)
    #expect(found.agency == agency)
    #expect(found.date == date)
    #expect(found.rest == "The minister left.")
  }

  @Test(arguments: [
    "The minister — a friend of hers — left.", "Ivor Lund, the minister of trade - an old man - left.",
    "Lund: We will not go.", "It was over - The talks had failed.", "Mayor Greta Brandt met the envoy – Pavel Ruzic.",
    "The so-called Orla-Lindholm line was opened.", "Talks (the third) - Lund left.", "No dateline here.",
    "", "-", "— ", "(", ") - A", "A minister said: The end.",
  ])
  func leavesAlone(_ text: String) { #expect(find(text) == nil) }
}

@Suite struct ArticleBodyTests {
  private func body(_ text: String, title: String? = nil) -> (headline: String?, kept: [String]) {
    let body = ArticleBody(of: text, title: title, published: nil)
    return (body.headline, body.spans.map { text.text(at: $0) ?? "?" })
  }

  @Test func headlineDateAndByline() {
    let found = body(
      """
      Minister and envoy meet in Lindholm
      By Ina Holt
      Friday, May 7, 2021

      LINDHOLM (NWA) — The minister met the envoy on Friday.

      They spoke about the harbour.
      """)
    #expect(found.headline == "Minister and envoy meet in Lindholm")
    #expect(found.kept == ["The minister met the envoy on Friday.", "They spoke about the harbour."])
  }

  @Test func aFirstSentenceIsNoHeadline() {
    let text = "The minister met the envoy on Friday.\n\nThey spoke about the harbour."
    #expect(body(text).headline == nil)
    #expect(body(text).kept.count == 2)
    #expect(body("Just a single line that has no end").kept == ["Just a single line that has no end"])
  }

  @Test func theKnownTitleIsNotReadTwice() {
    let text = "Talks at last!\n\nThe minister met the envoy on Friday."
    #expect(body(text, title: "Talks at Last").kept == ["The minister met the envoy on Friday."])
  }

  @Test func linksAndCreditsAreLeftOut() {
    let found = body(
      """
      The minister met the envoy on Friday.

      Read more: Ferry company closes

      Image: Ina Holt.

      The bridge at night. Photo: Ina Holt/Northwind

      Background

      Northwind News: The talks began at noon.

      —Greta Brandt on the ferry

      They ended at nine.

      Related news:

      Brandt: we will not close the ferry
      What does the bridge cost?

      The two will meet again on Monday, he said.

      (Reporting by Ina Holt; editing by Ole Rask)

      Sources

      Ina Holt. "The bridge". Northwind, May 7, 2021.
      """, title: "x")
    #expect(
      found.kept == [
        "The minister met the envoy on Friday.", "The talks began at noon.", "They ended at nine.",
        "The two will meet again on Monday, he said.",
      ])
  }

  @Test func galleriesAreLeftOutAndListsKept() {
    let found = body(
      "The fair opened.\n\nThe mayor at the gate\n\nBuilders on the new bridge\n\nThe ferry, from the shore\n\n"
        + "Those who came were:\n- Greta Brandt of the town council\n- Pavel Ruzic of the ministry\n\nIt closed at nine.",
      title: "x")
    #expect(
      found.kept == [
        "The fair opened.", "Those who came were:", "- Greta Brandt of the town council",
        "- Pavel Ruzic of the ministry", "It closed at nine.",
      ])
  }

  @Test func wrappedLinesAreOneParagraph() {
    let text = """
      The minister met the envoy of the neighbouring country on
      Friday, and they spoke for three hours about the harbour
      and the ferry.

      They will meet again.
      """
    #expect(body(text, title: "x").kept.count == 2)
    #expect(body("One sentence ends.\nAnother one ends.", title: "x").kept.count == 2)
  }
}

@Suite struct EnglishTextTests {
  @Test(arguments: [
    "Die Ministerin traf am Freitag den Botschafter in der Hauptstadt. Sie sprachen über den Hafen und die Fähre, die nach vierzig Jahren nicht mehr fährt.",
    "La ministre a rencontré l'ambassadeur vendredi dans la capitale. Ils ont parlé du port et du ferry qui ne circule plus depuis des mois.",
    "Министр встретился с послом в пятницу в столице. Они говорили о порте и о пароме.",
    "La ministra se reunió el viernes con el embajador en la capital. Hablaron sobre el puerto y el transbordador, que ya no navega desde hace meses.",
    "部長は金曜日に首都で大使と会談した。", "التقى الوزير بالسفير يوم الجمعة في العاصمة.",
  ])
  func refuses(_ text: String) { #expect(EnglishText.objection(text) != nil) }

  @Test(arguments: [
    "Lund resigns.", "Brandt beats Ruzic",
    "Luis de la Cruz, Maria del Carmen Ortiz and Pedro de los Santos met in El Paso.",
    "The mayor of La Paz met Ludwig van der Berg and Ursula von der Leyen's deputy.",
    "Present were Ivana Novak, Pyotr Sokolov, Jean-Luc Moreau, Haruto Tanaka, Ahmed al-Rashid, Li Wei, Kim Min-jun.",
    "He said \"nous ne sommes pas d'accord\" and left the room with the envoy.", "",
  ])
  func lets(_ text: String) { #expect(EnglishText.objection(text) == nil) }
}
