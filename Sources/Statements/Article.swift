import Foundation

/// One news article as its source gave it, decoded to UTF-8.
///
/// Offsets everywhere are UTF-8 bytes of `text` (or of `title`, see ``ArticlePart``); the text is never rewritten, so
/// that they hold for whoever has the source.
public struct Article: Hashable, Codable, Sendable, Identifiable {
  public typealias ID = String

  /// The input's own identifier, or one derived from the content.
  public let id: ID
  public let title: String
  public let text: String
  /// The parts of `text` that are the article's own prose, in order: no dateline, no "read more" block.
  public let body: [Span]
  public let url: URL?
  public let publisher: String?
  /// The day it was published.
  public let published: PartialDate?
  public let dateline: Dateline?

  public init(
    id: ID, title: String = "", text: String, body: [Span]? = nil, url: URL? = nil, publisher: String? = nil,
    published: PartialDate? = nil, dateline: Dateline? = nil
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.body = body ?? [Span(0, text.utf8.count)]
    self.url = url
    self.publisher = publisher
    self.published = published
    self.dateline = dateline
  }

  /// The string that offsets of a part point into.
  public func string(of part: ArticlePart) -> String { part == .title ? title : text }
}

/// Which string of an article an offset points into.
public enum ArticlePart: String, Hashable, Codable, Sendable, Comparable {
  case title, text

  public static func < (a: ArticlePart, b: ArticlePart) -> Bool { a == .title && b == .text }
}

/// What stood before the first sentence: "WASHINGTON, March 3 (Reuters) —".
public struct Dateline: Hashable, Codable, Sendable {
  public let place: String?
  public let agency: String?
  public let date: PartialDate?

  public init(place: String?, agency: String?, date: PartialDate? = nil) {
    self.place = place
    self.agency = agency
    self.date = date
  }
}
