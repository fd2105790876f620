import Statements

/// The base form under which a word stands in the lexicons.
///
/// The analysis gives a lemma; where the lexicons do not know it, the regular and irregular inflections of English are
/// undone, and the first result that they know is taken. A word that they do not know under any form keeps the lemma
/// given.
struct Lemmas: Sendable {
  static let shared = Lemmas(
    known: FrameLexicon.shared.lemmas.union(GovernorLexicon.shared.lemmas).union(ActLexicon.shared.nouns)
      .union(NounAnalyzer.closedClasses).union(ClauseAnalyzer.controlNouns))

  private let known: Set<String>

  init(known: Set<String>) { self.known = known }

  func lemma(of token: Token) -> String {
    let form = token.form.lowercased()
    let given = token.lemma.isEmpty ? form : token.lemma.lowercased()
    switch token.upos {
    case "VERB", "AUX":
      // A past form may look like another verb's base: "found", "left".
      if let irregular = Self.irregular[form], known.contains(irregular) { return irregular }
      return base(given, Self.verbForms(form))
    case "NOUN", "PROPN": return token.upos == "PROPN" ? given : base(given, Self.nounForms(form))
    default: return given
    }
  }

  private func base(_ given: String, _ others: [String]) -> String {
    if known.contains(given) { return given }
    return others.first { known.contains($0) } ?? given
  }

  private static func verbForms(_ form: String) -> [String] {
    var out = [form]
    func strip(_ n: Int) -> String { String(form.dropLast(n)) }
    func undouble(_ s: String) -> String? {
      let end = s.suffix(2)
      guard end.count == 2, end.first == end.last else { return nil }
      return String(s.dropLast())
    }
    if form.hasSuffix("ies") || form.hasSuffix("ied") { out.append(strip(3) + "y") }
    if form.hasSuffix("s") { out += [strip(1), strip(2)] }
    if form.hasSuffix("ed") { out += [strip(1), strip(2)] + (undouble(strip(2)).map { [$0] } ?? []) }
    if form.hasSuffix("ing") { out += [strip(3), strip(3) + "e"] + (undouble(strip(3)).map { [$0] } ?? []) }
    return out
  }

  private static func nounForms(_ form: String) -> [String] {
    var out = [form]
    if form.hasSuffix("ies") { out.append(String(form.dropLast(3)) + "y") }
    if form.hasSuffix("s") { out += [String(form.dropLast()), String(form.dropLast(2))] }
    return out
  }

  private static let irregular: [String: String] = [
    "met": "meet", "said": "say", "told": "tell", "spoke": "speak", "spoken": "speak", "wrote": "write",
    "written": "write", "held": "hold", "made": "make", "took": "take", "taken": "take", "gave": "give",
    "given": "give", "went": "go", "gone": "go", "came": "come", "left": "leave", "led": "lead", "lost": "lose",
    "won": "win", "beat": "beat", "beaten": "beat", "began": "begin", "begun": "begin", "bought": "buy", "sold": "sell",
    "fought": "fight", "sought": "seek", "thought": "think", "brought": "bring", "caught": "catch", "taught": "teach",
    "found": "find", "shot": "shoot", "struck": "strike", "stricken": "strike", "slew": "slay", "slain": "slay",
    "sent": "send", "spent": "spend", "lent": "lend", "paid": "pay", "laid": "lay", "heard": "hear", "kept": "keep",
    "sat": "sit", "stood": "stand", "understood": "understand", "withdrew": "withdraw", "withdrawn": "withdraw",
    "drew": "draw", "drawn": "draw", "threw": "throw", "thrown": "throw", "overthrew": "overthrow",
    "overthrown": "overthrow", "knew": "know", "known": "know", "grew": "grow", "grown": "grow", "flew": "fly",
    "flown": "fly", "saw": "see", "seen": "see", "ran": "run", "chose": "choose", "chosen": "choose", "rose": "rise",
    "risen": "rise", "drove": "drive", "driven": "drive", "broke": "break", "broken": "break", "stole": "steal",
    "stolen": "steal", "swore": "swear", "sworn": "swear", "wore": "wear", "worn": "wear", "got": "get",
    "gotten": "get", "forgot": "forget", "forgotten": "forget", "forgave": "forgive", "forgiven": "forgive",
    "forbade": "forbid", "forbidden": "forbid", "hid": "hide", "hidden": "hide", "bore": "bear", "borne": "bear",
    "became": "become", "overcame": "overcome", "outran": "outrun", "overran": "overrun", "undertook": "undertake",
    "undertaken": "undertake", "underwent": "undergo", "undergone": "undergo", "built": "build", "dealt": "deal",
    "meant": "mean", "felt": "feel", "did": "do", "done": "do", "had": "have", "has": "have", "was": "be", "were": "be",
    "is": "be", "are": "be", "been": "be", "am": "be", "upheld": "uphold", "shook": "shake", "shaken": "shake",
    "arose": "arise", "awoke": "awake", "bit": "bite", "bitten": "bite", "shown": "show", "seeking": "seek",
    "dying": "die", "tying": "tie", "lying": "lie", "fled": "flee", "slid": "slide", "spoke out": "speak out",
  ]
}
