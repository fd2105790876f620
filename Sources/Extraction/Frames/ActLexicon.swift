import Statements

/// Nouns for what someone does, says or issues, which stand for their author: "condemned the ministry's decision".
struct ActLexicon: Sendable {
  static let shared = ActLexicon(tsv: String(decoding: PackageResources.acts_tsv, as: UTF8.self))

  let nouns: Set<String>

  /// One lemma a line; lines that start with `#` say where the file comes from.
  init(tsv: String) {
    nouns = Set(
      tsv.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap {
        $0.split(separator: "\t").first.map(String.init)
      })
  }

  /// Who did, said or issued what a phrase names; nil where its head is no act or the phrase names no author.
  ///
  /// "the attack **by the rebels**", "**Tehran's** decision", "**US** policy", "a statement **from the palace**".
  func authors(
    of token: Int, in sentence: Int, tree: SentenceTree, participants: Participants, isAct: Bool = false
  ) -> [Mention.ID]? {
    guard tree.tokens[token].upos == "NOUN", isAct || nouns.contains(tree.lemma(token)),
      participants.name(at: token, in: sentence) == nil
    else { return nil }
    let nmods = tree.children(token, "nmod")
    func marked(_ prepositions: Set<String>) -> [Int] {
      nmods.filter { prepositions.contains(tree.preposition(of: $0)?.name ?? "") }
    }
    let owners = nmods.filter { tree.tokens[$0].deprel == "nmod:poss" }
    let agents = tree.children(token, "acl").flatMap { c in
      tree.children(c, "obl").filter { tree.preposition(of: $0)?.name == "by" }
    }
    // "the order the governor signed"
    let makers = tree.children(token, "acl:relcl").flatMap { c in
      tree.has(c, "obj") || tree.children(c, "nsubj:pass", "aux:pass").first != nil
        ? [] : tree.children(c, "nsubj").filter { !tree.isRelativePronoun($0) }
    }
    for group in [owners, marked(["by"]), agents, makers, marked(["from"]), marked(["of"])] {
      let found = group.flatMap { tree.coordination($0) }
        .flatMap { participants.mentions(at: $0, in: sentence, tree: tree) }
      if !found.isEmpty { return found }
    }
    let modifiers = tree.children(token, "compound", "amod").compactMap { participants.name(at: $0, in: sentence) }
    return modifiers.isEmpty ? nil : modifiers
  }
}
