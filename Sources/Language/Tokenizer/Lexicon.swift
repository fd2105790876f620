/// Closed classes of words that decide where a word ends. All lower case.
enum Lexicon {
  /// Written with a period that belongs to the word, whatever follows.
  static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "rev", "fr", "hon", "messrs", "mme", "st", "ft", "mt", "jr", "sr", "esq",
    "gen", "col", "lt", "sgt", "capt", "cpl", "maj", "cmdr", "adm", "gov", "sen", "rep", "reps", "sens", "supt", "det",
    "pres", "amb", "atty", "inc", "ltd", "co", "corp", "bros", "llc", "plc", "vs", "etc", "dept", "univ", "assn",
    "assoc",
    "approx", "jan", "feb", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "blvd", "rd",
    "al", "cf", "viz", "ca", "tel", "ext", "ave", "attn", "ph.d", "ed.d", "wash", "calif", "fla", "conn", "mass",
    "mich",
    "minn", "okla", "ore", "pa", "tenn", "tex", "va", "wis", "ariz", "ala", "ga", "nev", "colo", "dist", "hwy", "incl",
  ]

  /// Abbreviations only when capitalised: in lower case they are words.
  static let capitalisedAbbreviations: Set<String> = [
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat",
  ]

  /// Abbreviations only before a number: "No. 10", "p. 4".
  static let abbreviationsBeforeNumbers: Set<String> = [
    "no", "nos", "p", "pp", "vol", "art", "fig", "sec", "ch", "par", "sun", "mar", "op", "c", "b", "d",
  ]

  /// Prefixes that a hyphen joins to what follows in one word; other compounds are three words in EWT.
  static let prefixes: Set<String> = [
    "e", "non", "pre", "anti", "mid", "re", "post", "co", "over", "pro", "multi", "ex", "sub", "semi", "cross", "neo",
    "psycho", "socio", "arch", "counter", "intra", "inter", "micro", "mini", "un", "ultra", "trans", "pan", "extra",
    "bi", "tri", "quasi", "pseudo", "hyper", "mega", "under",
  ]

  /// Letters that follow a number without being of its word: "10km", "5pm", "3bn".
  static let units: Set<String> = [
    "m", "k", "b", "bn", "mn", "tn", "mm", "cm", "km", "kg", "mg", "g", "ft", "in", "lb", "lbs", "oz", "am", "pm", "hz",
    "khz", "mhz", "ghz", "kb", "mb", "gb", "tb", "mph", "kph", "mi", "ha", "hrs", "hr", "min", "mins", "sec", "secs",
    "ms",
    "kw", "mw", "gw", "kwh", "mwh", "nm", "ml", "cl", "hh", "yrs", "yr", "p", "x", "million", "billion", "trillion",
    "percent", "years", "year", "days", "day", "hours", "minutes", "people", "miles", "dollars", "gmt", "est", "pst",
    "utc",
  ]

  /// What may follow an apostrophe as a word of its own.
  static let clitics: Set<String> = ["s", "re", "ve", "ll", "d", "m"]

  /// Words written together, and where the second begins.
  static let contractions: [String: Int] = [
    "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "dont": 2, "didnt": 3, "doesnt": 4, "cant": 2, "isnt": 2,
    "wasnt": 3, "werent": 4, "havent": 4, "hasnt": 3, "hadnt": 3, "wouldnt": 5, "couldnt": 5, "shouldnt": 6, "arent": 3,
    "aint": 2, "lotta": 3, "gimme": 3, "lemme": 3, "whatcha": 4,
  ]

  /// Short forms that begin with an apostrophe.
  static let elided: Set<String> = ["em", "til", "till", "cause", "cuz", "bout", "round", "n", "tis", "twas"]

  /// Last parts of internet names.
  static let domains: Set<String> = [
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "uk", "us", "eu", "de", "fr", "ru", "ir", "cn",
    "in",
    "au", "ca", "co", "tv", "io", "il", "jp", "kr", "br", "it", "es", "ch", "se", "no", "nl", "pl", "ua", "tr", "qa",
    "me",
  ]
}
