import Statements
import Testing

@Suite struct TimeTests {
  @Test(arguments: ["2019", "2019-07", "2019-07-24", "0987-01-02"])
  func datesReadWhatTheyWrite(iso: String) {
    #expect(PartialDate(iso)?.description == iso)
  }

  @Test(arguments: ["", "19", "2019-13", "2019-02-29", "2019-", "2019-07-24-01", "x019", "2019-00-01"])
  func whatIsNoDateIsRefused(iso: String) {
    #expect(PartialDate(iso) == nil)
  }

  @Test func timesOfDayAreDropped() {
    #expect(PartialDate("2019-07-24T10:00:00Z")?.description == "2019-07-24")
  }

  @Test(arguments: ["2019-07-23", "2019-07-23/", "/2018", "2008/2016"])
  func extentsReadWhatTheyWrite(iso: String) {
    #expect(TemporalExtent(iso)?.description == iso)
  }

  @Test func dayNumbersGoBothWays() throws {
    for n in stride(from: -200_000, through: 200_000, by: 997) {
      #expect(PartialDate(dayNumber: n)?.dayNumber == n)
    }
    let day = try #require(PartialDate("2000-03-01"))
    #expect(day.dayNumber == 11_017)
    #expect(day.weekday == 2)
  }

  @Test func coarseDatesCoverTheirDays() throws {
    let february = try #require(PartialDate("2024-02"))
    #expect(february.firstDay.description == "2024-02-01")
    #expect(february.lastDay.description == "2024-02-29")
  }
}
