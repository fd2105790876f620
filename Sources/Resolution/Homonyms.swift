import Statements

/// Tells bearers of one name apart, by role, place and company.
struct Homonyms {
  private let inputs: [LinkInput]
  private let gazetteer: Gazetteer
  private let offices: [Set<String>]
  private let fields: [Set<String>]

  init(inputs: [LinkInput], gazetteer: Gazetteer) {
    self.inputs = inputs
    self.gazetteer = gazetteer
    offices = inputs.map { input in
      guard input.entity.type == .person else { return [] }
      let texts = input.roles + input.entity.aliases.filter { $0.contains(" ") }
      var found: Set<String> = []
      for text in texts {
        for word in NameText.words(text) where gazetteer.representatives[word]?.contains(.office) ?? false {
          found.insert(word)
        }
      }
      return found
    }
    fields = offices.map { words in Set(words.flatMap { gazetteer.fields[$0] ?? [] }) }
  }

  /// What is known of a group.
  struct Profile: Sendable {
    var offices: Set<String> = []
    var fields: Set<String> = []
    var places: Set<String> = []
    var neighbours: Set<String> = []
  }

  func profile(_ members: [Int]) -> Profile {
    var p = Profile()
    for m in members {
      p.offices.formUnion(offices[m])
      p.fields.formUnion(fields[m])
      p.places.formUnion(inputs[m].places)
      p.neighbours.formUnion(inputs[m].neighbours)
    }
    return p
  }

  /// The bearers of one name, each sorted, by first member.
  ///
  /// Members that share company or an office are one; a rest without contradiction joins the largest. A single name
  /// needs the agreement. O(members × their names).
  func split(_ members: [Int], key: LinkKey) -> [[Int]] {
    guard members.count > 1 else { return [members] }
    if case .country = key.kind { return [members] }
    var isSingleName = false
    if case .person(let name) = key.kind { isSingleName = !name.isFull }
    // Persons by company and office; bodies by company.
    var parent = Array(members.indices)
    func root(_ i: Int) -> Int {
      var i = i
      while parent[i] != i {
        parent[i] = parent[parent[i]]
        i = parent[i]
      }
      return i
    }
    var first: [String: Int] = [:]
    for (i, m) in members.enumerated() {
      // Company counts within one field of life: a footballer and a minister may both be named beside one broadcaster.
      let known = fields[m].isEmpty ? [""] : fields[m].sorted()
      var features = known.flatMap { field in inputs[m].neighbours.map { field + "|" + $0 } }
      for office in offices[m] { for place in inputs[m].places { features.append("@\(office)|\(place)") } }
      for feature in features {
        if let other = first[feature] {
          let (a, b) = (root(other), root(i))
          parent[max(a, b)] = min(a, b)
        } else {
          first[feature] = i
        }
      }
    }
    var parts: [Int: [Int]] = [:]
    for (i, m) in members.enumerated() { parts[root(i), default: []].append(m) }
    let sorted = parts.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    if isSingleName { return sorted.sorted { $0[0] < $1[0] } }
    var kept: [(members: [Int], profile: Profile)] = []
    for part in sorted {
      let known = profile(part)
      let open = kept.indices.filter { !contradict(kept[$0].profile, known) }
      let company = open.map { shared(kept[$0].profile.neighbours, known.neighbours) }
      // The part with most common company; of equals the first, which is the largest.
      if let k = zip(open, company).max(by: { ($0.1, -$0.0) < ($1.1, -$1.0) })?.0 {
        kept[k].members += part
        kept[k].profile.offices.formUnion(known.offices)
        kept[k].profile.fields.formUnion(known.fields)
        kept[k].profile.places.formUnion(known.places)
        kept[k].profile.neighbours.formUnion(known.neighbours)
      } else {
        kept.append((part, known))
      }
    }
    return kept.map { $0.members.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Whether two groups share company, or an office in one place.
  func agree(_ x: Profile, _ y: Profile) -> Bool {
    if contradict(x, y) { return false }
    if !x.neighbours.isDisjoint(with: y.neighbours) { return true }
    return !x.offices.isDisjoint(with: y.offices) && !x.places.isDisjoint(with: y.places)
  }

  /// Whether two groups have two neighbours in common, and nothing contradicts.
  func shareCompany(_ x: Profile, _ y: Profile) -> Bool {
    shared(x.neighbours, y.neighbours) > 1 && !contradict(x, y)
  }

  private func shared(_ a: Set<String>, _ b: Set<String>) -> Int {
    let (few, many) = a.count <= b.count ? (a, b) : (b, a)
    return few.reduce(0) { $0 + (many.contains($1) ? 1 : 0) }
  }

  /// Little common company, and either offices of different fields of life, or different places.
  func contradict(_ a: Profile, _ b: Profile) -> Bool {
    if shared(a.neighbours, b.neighbours) >= 2 { return false }
    if !a.fields.isEmpty, !b.fields.isEmpty, a.fields.isDisjoint(with: b.fields) { return true }
    return differ(a.places, b.places)
  }

  /// Whether places exclude each other: countries all different, or states all different.
  private func differ(_ a: Set<String>, _ b: Set<String>) -> Bool {
    guard !a.isEmpty, !b.isEmpty else { return false }
    let x = Set(a.map { String($0.prefix(2)) })
    let y = Set(b.map { String($0.prefix(2)) })
    if x.isDisjoint(with: y) { return true }
    let states = a.filter { $0.hasPrefix("US-") }
    let others = b.filter { $0.hasPrefix("US-") }
    return !states.isEmpty && !others.isEmpty && states.isDisjoint(with: others) && x == ["US"] && y == ["US"]
  }
}
