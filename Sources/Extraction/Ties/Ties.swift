import Statements

/// What ties people, bodies and places: offices, membership, kin, origin, parts, seats, ownership, taking part.
///
/// Each rule reads words and trees of one sentence; where the text leaves a body unsaid ("the Prime Minister"), the
/// article's own country or legislature is meant (``ImpliedBodies``). Linear in the number of words.
package enum Ties {
  /// All candidates of a document, each once, by sentence, subject, relation and object.
  static func candidates(of view: TieDocument) -> [Candidate] {
    var found: [Candidate] = []
    for (sentence, offices) in zip(view.sentences, view.offices) {
      found += OfficeTies.candidates(offices, in: sentence, of: view)
    }
    found = OfficeTies.fullest(found, view)
    found += Institutions.administrations(of: found, view)
    for sentence in view.sentences {
      found += Institutions.candidates(in: sentence, of: view)
      found += PlaceTies.candidates(in: sentence, of: view)
      found += Kinship.candidates(in: sentence, of: view)
      found += Origins.candidates(in: sentence, of: view)
      found += Participation.candidates(in: sentence, of: view)
      found += Parts.candidates(in: sentence, of: view)
      found += PartyTies.candidates(in: sentence, of: view)
      found += Presence.candidates(in: sentence, of: view)
      found += Described.candidates(in: sentence, of: view)
    }
    var seen: Set<Key> = []
    let once = found.sorted(by: precedes).filter {
      $0.object != .node($0.subject) && seen.insert(Key($0)).inserted
    }
    return once
  }

  private struct Key: Hashable {
    let subject: Mention.ID
    let relation: Relation
    let object: Term<Mention.ID>

    init(_ c: Candidate) {
      subject = c.subject
      relation = c.relation
      object = c.object
    }
  }

  private static func precedes(_ a: Candidate, _ b: Candidate) -> Bool {
    func order(_ t: Term<Mention.ID>) -> (Int, String) {
      switch t {
      case .node(let n): (n, "")
      case .literal(let s): (-1, s)
      }
    }
    let (x, y) = (order(a.object), order(b.object))
    let left = (a.sentence, a.subject, a.relation.rawValue, x.0, x.1)
    let right = (b.sentence, b.subject, b.relation.rawValue, y.0, y.1)
    return left == right ? (-a.confidence, a.rule, a.trigger) < (-b.confidence, b.rule, b.trigger) : left < right
  }
}
