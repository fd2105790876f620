import Statements

/// An article as the tie rules see it: its sentences, and where it speaks of which country.
struct TieDocument: Sendable {
  let document: Document
  let sentences: [TieSentence]
  /// For each mention, the country that it names or whose adjective it is.
  let countries: [String?]
  /// How often each country is spoken of, adjectives and names of bodies included.
  let weights: [String: Int]
  private let mentionWords: [[String]]
  let lexicons = TieLexicons.shared
  let events: NamedEvents
  /// The offices of each sentence.
  let offices: [[Office]]
  /// For each title, the bodies that the article names with it, and with whom; in order.
  private(set) var bodies: [String: [(holder: String, body: Mention, isPresent: Bool)]] = [:]

  init(_ document: Document) {
    self.document = document
    let bySentence = Dictionary(grouping: document.mentions, by: \.sentence)
    sentences = document.sentences.indices.map {
      TieSentence(document: document, index: $0, mentions: bySentence[$0] ?? [])
    }
    let lexicons = TieLexicons.shared
    var weights: [String: Int] = [:]
    let sentences = sentences
    mentionWords = document.mentions.map { m in
      let words = m.tokens.map { sentences[m.sentence].lower[$0] }
      return words.first == "the" ? Array(words.dropFirst()) : words
    }
    countries = document.mentions.map { m in
      guard m.form == .name else { return nil }
      let words = m.tokens.map { sentences[m.sentence].lower[$0] }
      if let whole = lexicons.countries[Self.key(words)] {
        weights[whole, default: 0] += 1
        return whole
      }
      if let inside = Self.countries(in: words, lexicons).first { weights[inside.country, default: 0] += 1 }
      return nil
    }
    self.weights = weights
    events = NamedEvents(sentences)
    offices = sentences.map { Offices.find(in: $0) }
    var bodies: [String: [(holder: String, body: Mention, isPresent: Bool)]] = [:]
    for (s, offices) in zip(sentences, self.offices) {
      let holders = OfficeHolders.find(offices, in: s)
      for (office, held) in zip(offices, holders) {
        guard let body = OfficeBodies.bodies(office, s, self).first, body.form == .name else { continue }
        for h in held.isEmpty ? [""] : held.map({ personKey($0.mention) }) {
          bodies[office.title.words, default: []].append((h, body, office.standing == .present))
        }
      }
    }
    self.bodies = bodies
  }

  /// The lower-cased words of a mention, without an article.
  func words(of m: Mention) -> [String] { mentionWords[m.id] }

  /// A person by surname, as an article uses it: the last word of the name.
  func personKey(_ m: Mention) -> String {
    guard m.form == .name else { return "" }
    let suffixes: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "v", "vi", "xiv", "xvi"]
    let last = m.tokens.last { !suffixes.contains(sentences[m.sentence].lower[$0]) } ?? m.tokens.lowerBound
    return sentences[m.sentence].lower[last]
  }

  /// The countries that the article speaks of, most often first; the first named wins a tie.
  var rankedCountries: [String] {
    var seen: Set<String> = []
    let order = countries.compactMap { $0 }.filter { seen.insert($0).inserted }
    return order.enumerated().sorted { a, b in
      (-(weights[a.element] ?? 0), a.offset) < (-(weights[b.element] ?? 0), b.offset)
    }.map(\.element)
  }

  /// The country whose government published the article: "Freedonian Ministry of Defence".
  var homeCountry: String? {
    let words = (document.article.publisher ?? "").lowercased().split { !$0.isLetter }.map(String.init)
    guard words.contains(where: { ["government", "ministry", "department", "office", "embassy"].contains($0) }) else {
      return nil
    }
    return Self.countries(in: words, lexicons).first?.country
  }

  /// The country that the dateline names, or whose capital: "KASSEL, Germany —", "OSLO (AP) —".
  var datelineCountry: String? {
    let place = (document.article.dateline?.place ?? "").lowercased()
    let words = place.split { !$0.isLetter }.map(String.init)
    return Self.countries(in: words, lexicons).last?.country ?? lexicons.capitals[place]
  }

  /// The words of the city or region that the article speaks of twice as often as of any other; nil where there is none.
  var mainPlace: [String]? {
    var counts: [[String]: Int] = [:]
    for m in document.mentions where m.form == .name && m.type == .place && countries[m.id] == nil {
      counts[words(of: m), default: 0] += 1
    }
    let ranked = counts.sorted { ($1.value, $0.key.joined(separator: " ")) < ($0.value, $1.key.joined(separator: " ")) }
    guard let first = ranked.first, first.value > 1, ranked.count == 1 || first.value >= 2 * ranked[1].value else {
      return nil
    }
    return first.key
  }

  /// Words as the lexicon writes them.
  static func key(_ words: [String]) -> String {
    var words = words[...]
    if words.first == "the" { words = words.dropFirst() }
    return words.joined(separator: " ").replacing(" - ", with: "-")
  }

  /// The countries named among words, longest first at each place.
  static func countries(in words: [String], _ lexicons: TieLexicons) -> [(country: String, words: Range<Int>)] {
    var out: [(String, Range<Int>)] = []
    var i = 0
    while i < words.count {
      var found = false
      for n in stride(from: min(5, words.count - i), through: 1, by: -1) {
        if let c = lexicons.countries[key(Array(words[i..<i + n]))], words[i] != "the" {
          out.append((c, i..<i + n))
          i += n
          found = true
          break
        }
      }
      if !found { i += 1 }
    }
    return out
  }

  /// Whether a sentence speaks of a country, by its name or adjective.
  func isNamed(country: String, in s: TieSentence) -> Bool {
    s.names.contains { $0.map { countries[$0.id] == country } ?? false }
  }

  /// The mention of a country nearest to a sentence: in it, else before it, else after it; names before adjectives.
  func mention(ofCountry country: String, near sentence: Int) -> Mention? {
    nearest(to: sentence) { countries[$0.id] == country }
  }

  /// The nearest mention that a test accepts; places in the same sentence first, then the distance, then the order.
  ///
  /// Only in the same part of the article: evidence is one passage.
  func nearest(to sentence: Int, where accepts: (Mention) -> Bool) -> Mention? {
    let part = document.sentences[sentence].part
    var best: (rank: (Int, Int, Int), mention: Mention)?
    for m in document.mentions where document.sentences[m.sentence].part == part && accepts(m) {
      let distance = abs(m.sentence - sentence) * 2 + (m.sentence > sentence ? 1 : 0)
      let rank = (distance, m.type == .place ? 0 : 1, m.id)
      if best.map({ rank < $0.rank }) ?? true { best = (rank, m) }
    }
    return best?.mention
  }
}
