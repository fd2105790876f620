import Foundation
import Statements

/// What a format's reader found, before it is checked and becomes an article.
struct ArticleDraft {
  var id: String?
  var title: String?
  var text = ""
  var url: String?
  var publisher: String?
  var published: PartialDate?
  /// Whether the first line of the text may be its headline.
  var mayHaveHeadline = true

  /// Checks the text and finds its prose.
  ///
  /// Without an identifier of its own an article is named by its content: publisher, date, title and text.
  func article(limits: ArticleReader.Limits) throws(Unfit) -> Article {
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw Unfit(reason: "has no text", remedy: "give the article's text, or leave it out")
    }
    guard text.utf8.count <= limits.textBytes else {
      throw Unfit(
        reason: "has a text of \(ByteCount.words(text.utf8.count)), more than the limit of "
          + "\(ByteCount.words(limits.textBytes)) an article",
        remedy: "split it into its articles")
    }
    if let objection = EnglishText.objection(text) {
      throw Unfit(reason: objection, remedy: "give articles in English")
    }
    let known = title.map { $0.onOneLine }.flatMap { $0.isEmpty ? nil : $0 }
    let body = ArticleBody(of: text, title: mayHaveHeadline ? known : known ?? "", published: published)
    let date = published ?? body.date ?? body.dateline?.date
    let headline = known ?? body.headline ?? ""
    let publisher = publisher.map(\.onOneLine).flatMap { $0.isEmpty ? nil : $0 }
    return Article(
      id: ownID
        ?? ContentHash.identifier("a", [publisher ?? "", date?.description ?? "", headline, text]),
      title: headline, text: text, body: body.spans, url: webAddress, publisher: publisher, published: date,
      dateline: body.dateline)
  }

  /// The input's identifier, if it can stand on a line of output.
  private var ownID: String? {
    guard let id = id?.trimmed, !id.isEmpty, id.utf8.count <= 200 else { return nil }
    return id.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } ? id : nil
  }

  /// Only http and https with a host: addresses become links in pictures and pages.
  private var webAddress: URL? {
    guard let text = url?.trimmed, text.utf8.count <= 2000, let found = URL(string: text) else { return nil }
    guard let scheme = found.scheme?.lowercased(), scheme == "http" || scheme == "https" else { return nil }
    return found.host?.isEmpty == false ? found : nil
  }
}

enum ByteCount {
  /// "64 MB", "1.5 MB", "300 kB"; powers of 1024.
  static func words(_ bytes: Int) -> String {
    let (value, unit) =
      bytes >= 1 << 20 ? (Double(bytes) / Double(1 << 20), "MB") : (Double(bytes) / 1024, "kB")
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 || tenths >= 100 ? "\((tenths + 5) / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
  }
}
