import Statements

/// Decides whether a capital's name means the city or the government that sits there, by its role in the sentence.
///
/// The government: who says, accuses or agrees ("Ottawa rejected the offer"), whom one accuses or urges, with whom one
/// talks ("ties with Ottawa", "between Oslo and Ottawa"), whose policy it is ("Ottawa's position"), to whom an
/// ambassador is sent, and "Ottawa-backed". The city: everything else, all that is in, at, near or through it first.
enum Metonymy {
  static func meansGovernment(_ mention: NameMention, in sentence: Sentence) -> Bool {
    let t = Phrase.firstConjunct(of: mention.head, in: sentence)
    let token = sentence.tokens[t]
    let next = mention.tokens.upperBound
    if next + 1 < sentence.tokens.count, sentence.tokens[next].form == "-",
      adjectives.contains(sentence.tokens[next + 1].form.lowercased())
    {
      return true
    }
    guard let h = token.head, sentence.tokens.indices.contains(h) else { return false }
    let above = sentence.tokens[h]
    switch token.deprel {
    case "nsubj":
      return acts.contains(above.lemma.lowercased())
        || above.upos == "VERB" && !sentence.children(of: h, "ccomp", "xcomp").isEmpty
          && !states.contains(above.lemma.lowercased())
    case "obj", "iobj", "nsubj:pass":
      return addressed.contains(above.lemma.lowercased())
    case "nmod:poss":
      return policies.contains(above.lemma.lowercased())
    case "obl:agent":
      return true
    default: break
    }
    guard token.relation == "nmod" || token.relation == "obl" else { return false }
    switch Phrase.preposition(of: t, in: sentence) {
    case "with", "between", "against", "by", "toward", "towards":
      return token.relation == "nmod" || above.upos == "VERB" && dealings.contains(above.lemma.lowercased())
        || token.deprel == "obl:agent"
    case "to": return addressedTo.contains(above.lemma.lowercased())
    case "on": return pressures.contains(above.lemma.lowercased())
    case "from": return gifts.contains(above.lemma.lowercased())
    default: return false
    }
  }

  private static let adjectives: Set<String> = [
    "backed", "led", "sponsored", "appointed", "controlled", "brokered", "funded", "friendly", "aligned", "supported",
    "imposed", "installed", "allied",
  ]

  /// What governments do and cities do not.
  private static let acts: Set<String> = [
    "accept", "accuse", "acknowledge", "admit", "agree", "announce", "appeal", "approve", "argue", "ask", "assert",
    "back", "ban", "blame", "block", "call", "cancel", "claim", "close", "condemn", "confirm", "consider", "criticise",
    "criticize", "cut", "decide", "declare", "decline", "demand", "denounce", "deny", "deploy", "dismiss", "endorse",
    "expel", "extradite", "fear", "freeze", "fund", "halt", "hit", "hope", "impose", "insist", "intend", "invite",
    "issue", "join", "lift", "maintain", "negotiate", "object", "offer", "oppose", "order", "pledge", "pressure",
    "promise", "propose", "protest", "provide", "pull", "push", "react", "recall", "recognise", "recognize", "refuse",
    "reject", "renew", "reply", "respond", "restore", "resume", "retaliate", "revoke", "sanction", "say", "seek",
    "send", "sever", "sign", "stress", "suggest", "summon", "supply", "support", "suspend", "tell", "threaten", "try",
    "urge", "veto", "view", "vow", "want", "warn", "welcome", "withdraw",
  ]

  /// Verbs with a clause that cities are the subjects of too.
  private static let states: Set<String> = ["be", "become", "have", "see", "start", "begin", "continue", "remain"]

  private static let addressed: Set<String> = [
    "accuse", "ask", "blame", "condemn", "criticise", "criticize", "denounce", "persuade", "pressure", "sanction",
    "thank", "threaten", "urge", "warn", "anger", "irritate", "tell", "convince", "inform", "notify",
  ]

  private static let policies: Set<String> = [
    "aim", "ally", "ambassador", "announcement", "approach", "backing", "claim", "concern", "decision", "demand",
    "diplomacy", "diplomat", "effort", "envoy", "government", "influence", "intention", "interest", "involvement",
    "leadership", "move", "offer", "plan", "policy", "position", "proposal", "refusal", "rejection", "relation",
    "response", "role", "sanction", "stance", "statement", "strategy", "support", "threat", "tie", "troop", "view",
  ]

  private static let dealings: Set<String> = [
    "agree", "ally", "clash", "cooperate", "deal", "discuss", "negotiate", "side", "sign", "talk", "trade", "work",
  ]

  private static let addressedTo: Set<String> = [
    "aid", "ambassador", "appeal", "concession", "demand", "envoy", "export", "letter", "loyal", "loyalty", "message",
    "minister", "offer", "pressure", "proposal", "request", "response", "signal", "supply", "support", "threat",
    "ultimatum", "warning", "appeal", "close",
  ]

  private static let pressures: Set<String> = ["pressure", "sanction", "tariff", "impose", "call", "reliance"]

  private static let gifts: Set<String> = [
    "aid", "approval", "backing", "help", "money", "pressure", "reaction", "reply", "response", "support", "threat",
    "weapon", "official", "independence",
  ]
}
