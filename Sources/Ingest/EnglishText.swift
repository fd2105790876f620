/// Tells English from other languages by script and by function words.
///
/// Meant to let doubtful text pass: it says no only to text that is mostly in another script, or that has clearly more
/// function words of another language, or, if long, next to none of English.
enum EnglishText {
  /// What else it is ("is mostly in Cyrillic script", "looks German"), or nil where it may be English.
  ///
  /// Reads the first 20,000 characters.
  static func objection(_ text: some StringProtocol) -> String? {
    var latin = 0
    var scripts = [Int](repeating: 0, count: Self.scripts.count)
    var other = 0
    var count = 0
    var words: [String] = []
    var word = ""
    var isCapital = false
    func finish() {
      guard !word.isEmpty else { return }
      // "Maria de la Cruz", "Ludwig van der Berg": particles of a name say nothing of the language around it.
      while isCapital, let last = words.last, Self.particles.contains(last) { words.removeLast() }
      words.append(word)
      word = ""
    }
    for scalar in text.unicodeScalars {
      count += 1
      if count > 20_000 { break }
      guard scalar.properties.isAlphabetic else {
        if scalar != "'", scalar != "’" { finish() }
        continue
      }
      if word.isEmpty { isCapital = scalar.properties.isUppercase }
      if scalar.value < 0x250 || (0x1E00...0x1EFF).contains(scalar.value) {
        latin += 1
      } else if let i = Self.scripts.firstIndex(where: { $0.range.contains(scalar.value) }) {
        scripts[i] += 1
      } else {
        other += 1
      }
      word.append(contentsOf: scalar.properties.lowercaseMapping)
    }
    finish()
    let foreign = scripts.reduce(other, +)
    if foreign > latin {
      let most = scripts.indices.max { (scripts[$0], $1) < (scripts[$1], $0) } ?? 0
      return scripts[most] > 0 ? "is mostly in \(Self.scripts[most].name) script" : "is not in Latin script"
    }
    let english = words.count { Self.english.contains($0) }
    let counts = Self.languages.map { language in words.count { language.words.contains($0) } }
    guard let best = counts.indices.max(by: { (counts[$0], $1) < (counts[$1], $0) }) else { return nil }
    if counts[best] >= 3, counts[best] > english * 3 / 2, counts[best] * 12 > words.count {
      return "looks \(Self.languages[best].name)"
    }
    // English prose has a function word in every second or third place; lists of names still have some.
    if words.count >= 60, english * 25 < words.count { return "does not look English" }
    return nil
  }

  private static let scripts: [(name: String, range: ClosedRange<UInt32>)] = [
    ("Greek", 0x370...0x3FF), ("Cyrillic", 0x400...0x52F), ("Armenian", 0x530...0x58F), ("Hebrew", 0x590...0x5FF),
    ("Arabic", 0x600...0x77F), ("Devanagari", 0x900...0x97F), ("Bengali", 0x980...0x9FF), ("Tamil", 0xB80...0xBFF),
    ("Thai", 0xE00...0xE7F), ("Georgian", 0x10A0...0x10FF), ("Korean", 0xAC00...0xD7AF), ("Japanese", 0x3040...0x30FF),
    ("Chinese", 0x3400...0x9FFF), ("Ethiopic", 0x1200...0x137F),
  ]

  private static let particles: Set<String> = [
    "de", "la", "las", "los", "el", "del", "da", "do", "dos", "das", "di", "du", "des", "le", "van", "der", "den",
    "von",
    "y", "e",
  ]

  private static let english: Set<String> = [
    "the", "of", "and", "to", "in", "that", "is", "was", "for", "with", "on", "as", "by", "at", "from", "his", "her",
    "he", "she", "it", "they", "their", "has", "have", "had", "been", "were", "are", "be", "not", "but", "which", "who",
    "this", "would", "will", "said", "after", "an", "its", "about", "than", "when", "also", "more", "or", "over",
  ]

  /// Words that are frequent in the language and none, or rare, in English.
  private static let languages: [(name: String, words: Set<String>)] = [
    (
      "German",
      [
        "der", "und", "das", "den", "dem", "ein", "eine", "einen", "einem", "einer", "ist", "nicht", "mit", "von", "zu",
        "zum", "zur", "auf", "für", "sich", "auch", "als", "nach", "bei", "aus", "wird", "wurde", "sind", "haben",
        "hat", "über", "vor", "im", "dass", "sie", "er", "wir", "ihr", "oder", "aber", "noch", "am", "um", "durch",
      ]
    ),
    (
      "French",
      [
        "le", "la", "les", "des", "du", "de", "et", "une", "un", "est", "dans", "que", "qui", "pour", "par", "sur",
        "avec", "pas", "plus", "au", "aux", "ce", "cette", "ces", "son", "sa", "ses", "il", "elle", "ils", "été",
        "sont", "ont", "mais", "ou", "où", "selon", "après", "leur", "nous", "vous", "être", "avait",
      ]
    ),
    (
      "Spanish",
      [
        "el", "la", "los", "las", "de", "del", "y", "en", "que", "un", "una", "por", "para", "con", "se", "su", "sus",
        "es", "al", "lo", "como", "más", "pero", "sobre", "entre", "fue", "ha", "han", "este", "esta", "también",
        "según", "desde", "hasta", "muy", "ser", "tras", "ante", "durante",
      ]
    ),
    (
      "Italian",
      [
        "il", "lo", "la", "gli", "di", "del", "della", "dei", "delle", "che", "è", "un", "una", "per", "con", "non",
        "sono", "nel", "nella", "alla", "dal", "dalla", "anche", "più", "come", "si", "da", "al", "ha", "sul", "sulla",
        "dopo", "stato", "ai", "le", "questo", "questa", "suo", "sua",
      ]
    ),
    (
      "Portuguese",
      [
        "o", "os", "as", "da", "do", "das", "dos", "de", "e", "em", "um", "uma", "que", "para", "com", "não", "por",
        "no", "na", "nos", "nas", "ao", "aos", "à", "é", "foi", "mais", "mas", "como", "seu", "sua", "pela", "pelo",
        "são", "também", "segundo", "após",
      ]
    ),
    (
      "Dutch",
      [
        "het", "een", "van", "en", "de", "dat", "niet", "zijn", "voor", "met", "op", "te", "aan", "ook", "er", "bij",
        "naar", "wordt", "werd", "uit", "maar", "om", "heeft", "hebben", "deze", "dit", "tegen", "hij", "zij", "ze",
      ]
    ),
    (
      "Swedish",
      [
        "och", "att", "det", "som", "en", "ett", "på", "är", "av", "för", "med", "till", "den", "har", "inte", "om",
        "vid", "från", "efter", "också", "eller", "när", "sig", "kan", "ska", "blev", "hade",
      ]
    ),
    (
      "Danish or Norwegian",
      [
        "og", "at", "det", "som", "en", "et", "på", "er", "af", "av", "til", "den", "har", "ikke", "om", "fra",
        "efter", "etter", "også", "eller", "når", "seg", "sig", "kan", "skal", "ble", "blev", "var",
      ]
    ),
    (
      "Polish",
      [
        "w", "i", "z", "na", "się", "nie", "do", "że", "jest", "o", "po", "jak", "za", "od", "przez", "oraz", "dla",
        "ze", "który", "która", "są", "był", "była", "został", "przed", "jego", "tego",
      ]
    ),
    (
      "Turkish",
      [
        "ve", "bir", "bu", "için", "ile", "da", "de", "olarak", "olan", "daha", "çok", "gibi", "kadar", "sonra", "ise",
        "değil", "olduğunu", "dedi", "ancak", "göre",
      ]
    ),
    (
      "Indonesian or Malay",
      [
        "yang", "dan", "di", "dengan", "untuk", "dari", "ini", "itu", "pada", "adalah", "dalam", "tidak", "akan",
        "telah", "oleh", "juga", "kepada", "sebagai", "karena", "bahwa",
      ]
    ),
  ]
}
