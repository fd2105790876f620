import Statements

/// Triples in CSV (RFC 4180; a comma, semicolon or tab parts the cells, as the header has it): one row each.
///
/// ```
/// subject,relation,object,date,source,quote
/// Mira Kolvane,met,Oskar Deln,2021-05-02,https://harbour.example/1,"Kolvane met Deln, aides said."
/// ```
/// `subject`, `relation` and `object` must be there. `subject_type` and `object_type` are `person`, `organization`,
/// `place`, `event` or `role`; `date` is a year, month, day or span (`2008/2016`); `source` an outlet or an address;
/// `quote` its words; `factuality`, `polarity` and `attribution` (who says so) as in the exports.
struct CSVTriples {
  /// One row: its triple, or what is wrong with it, and the line it begins at.
  struct Row {
    let line: Int
    let assertion: Result<Assertion, Unfit>
  }

  private enum Column: String, CaseIterable {
    case subject, relation, object, subjecttype, objecttype, date, source, quote, factuality, polarity, attribution
  }

  private struct Cell {
    let text: String
    /// Bytes of the file.
    let span: Span
  }

  /// - Throws: where the header is missing or names something else.
  static func read(_ text: String) throws(Unfit) -> [Row] {
    let bytes = Array(text.utf8)
    let end = bytes.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    let parting = [",", ";", "\t"].map { UInt8(ascii: $0) }.max { a, b in
      bytes[..<end].count { $0 == a } < bytes[..<end].count { $0 == b }
    }
    var records = Records(bytes: bytes, parting: parting ?? UInt8(ascii: ","))
    guard let head = try records.next() else { return [] }
    let columns = try header(head.cells.map(\.text))
    var rows: [Row] = []
    while true {
      let record: Records.Record
      do {
        guard let next = try records.next() else { return rows }
        record = next
      } catch {
        rows.append(Row(line: records.first, assertion: .failure(error)))
        return rows
      }
      if record.cells.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) { continue }
      rows.append(
        Row(
          line: record.line,
          assertion: Result { () throws(Unfit) in try assertion(record, columns, bytes) }))
    }
  }

  private static func header(_ names: [String]) throws(Unfit) -> [Column] {
    let known =
      "subject, relation, object, subject_type, object_type, date, source, quote, factuality, polarity, attribution"
    var columns: [Column] = []
    for name in names {
      let folded = name.lowercased().filter { $0.isLetter }
      guard let column = Column(rawValue: folded == "time" ? "date" : folded) else {
        throw Unfit(
          reason: "line 1 names no column in '\(name)'",
          remedy: "begin with a line of names such as subject,relation,object,date,source,quote; known are \(known)")
      }
      columns.append(column)
    }
    for needed in [Column.subject, .relation, .object] where !columns.contains(needed) {
      throw Unfit(reason: "line 1 has no column '\(needed.rawValue)'", remedy: "name the columns there: \(known)")
    }
    return columns
  }

  private static func assertion(_ record: Records.Record, _ columns: [Column], _ bytes: [UInt8]) throws(Unfit)
    -> Assertion
  {
    if record.cells.count > columns.count {
      throw Unfit(
        reason: "has \(record.cells.count) cells where the first line names \(columns.count)",
        remedy: "put text with the parting character into quotation marks")
    }
    var cells: [Column: Cell] = [:]
    for (column, cell) in zip(columns, record.cells) { cells[column] = cell }
    func text(_ column: Column) -> String? {
      guard let words = cells[column]?.text.split(whereSeparator: \.isWhitespace), !words.isEmpty else { return nil }
      return words.joined(separator: " ")
    }
    func needed(_ column: Column) throws(Unfit) -> String {
      guard let text = text(column) else {
        throw Unfit(reason: "has no \(column.rawValue)", remedy: "fill that cell or take the row out")
      }
      return text
    }
    func choice<Value: RawRepresentable & CaseIterable>(_ column: Column, _: Value.Type) throws(Unfit) -> Value?
    where Value.RawValue == String {
      guard let word = text(column) else { return nil }
      if let value = Value(rawValue: word.lowercased()) { return value }
      throw Unfit(
        reason: "'\(word)' is no \(column.rawValue)",
        remedy: "write one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    let relation = try Relation(asserted: needed(.relation))
    let subject = try needed(.subject)
    let object = try needed(.object)
    let isWords = relation.definition?.range.isEmpty == true
    if subject == object, !isWords {
      throw Unfit(reason: "ties '\(subject)' to itself", remedy: "name another subject or object")
    }
    var time: TemporalExtent?
    if let date = text(.date) {
      time = TemporalExtent(date)
      if time == nil {
        throw Unfit(
          reason: "'\(date)' is no date",
          remedy: "write 2021, 2021-05, 2021-05-02, or a span such as 2008/2016 or 2021-05/")
      }
    }
    let start = record.span.start
    func place(_ column: Column) -> Span? {
      cells[column].map { Span($0.span.start - start, $0.span.end - start) }
    }
    let words: Assertion.Words
    if let quote = cells[.quote]?.text, !quote.allSatisfy(\.isWhitespace) {
      words = Assertion.Words(text: quote, part: .text)
    } else {
      words = Assertion.Words(
        text: String(decoding: bytes[start..<record.span.end], as: UTF8.self), part: .text, subject: place(.subject),
        object: place(.object), relation: place(.relation))
    }
    let source = text(.source)
    let isAddress = source?.contains("://") == true
    let thing = Assertion.Thing(key: object, name: object, type: try choice(.objecttype, EntityType.self))
    return Assertion(
      subject: Assertion.Thing(key: subject, name: subject, type: try choice(.subjecttype, EntityType.self)),
      relation: relation, object: isWords ? .literal(object) : .node(thing),
      polarity: try choice(.polarity, Polarity.self) ?? .positive,
      factuality: try choice(.factuality, Factuality.self) ?? .asserted,
      attribution: text(.attribution).map { .literal($0) }, time: time,
      source: Assertion.Source(url: isAddress ? source : nil, publisher: isAddress ? nil : source), words: words)
  }

  /// The records of a file, one after the other.
  private struct Records {
    struct Record {
      let line: Int
      let cells: [Cell]
      /// Bytes of the file, without the end of line.
      let span: Span
    }

    let bytes: [UInt8]
    let parting: UInt8
    private var line = 1
    /// Where the record begins that was read last.
    private(set) var first = 1
    private var i = 0

    init(bytes: [UInt8], parting: UInt8) {
      self.bytes = bytes
      self.parting = parting
    }

    mutating func next() throws(Unfit) -> Record? {
      guard i < bytes.count else { return nil }
      first = line
      let start = i
      var cells: [Cell] = []
      while true {
        cells.append(try cell())
        if i < bytes.count, bytes[i] == parting {
          i += 1
          continue
        }
        let end = i
        if i < bytes.count, bytes[i] == 0x0D { i += 1 }
        if i < bytes.count, bytes[i] == 0x0A { i += 1 }
        line += 1
        return Record(line: first, cells: cells, span: Span(start, end))
      }
    }

    private mutating func cell() throws(Unfit) -> Cell {
      guard i < bytes.count, bytes[i] == UInt8(ascii: "\"") else {
        let start = i
        while i < bytes.count, bytes[i] != parting, bytes[i] != 0x0A, bytes[i] != 0x0D { i += 1 }
        return Cell(text: String(decoding: bytes[start..<i], as: UTF8.self), span: Span(start, i))
      }
      i += 1
      let start = i
      var out: [UInt8] = []
      while i < bytes.count {
        if bytes[i] == UInt8(ascii: "\"") {
          if i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "\"") {
            out.append(bytes[i])
            i += 2
            continue
          }
          let cell = Cell(text: String(decoding: out, as: UTF8.self), span: Span(start, i))
          i += 1
          if i < bytes.count, bytes[i] != parting, bytes[i] != 0x0A, bytes[i] != 0x0D {
            throw Unfit(
              reason: "has something after a closing quotation mark",
              remedy: "double the quotation marks that stand inside a cell")
          }
          return cell
        }
        if bytes[i] == 0x0A { line += 1 }
        out.append(bytes[i])
        i += 1
      }
      throw Unfit(reason: "has a quotation mark that is not closed", remedy: "close it, or double it inside a cell")
    }
  }
}
