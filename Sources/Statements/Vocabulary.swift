extension RelationDefinition {
  private static let actors: Set<EntityType> = [.person, .organization, .place, .role]
  private static let anything: Set<EntityType> = [.person, .organization, .place, .event, .role]
  private static let people: Set<EntityType> = [.person, .role]
  private static let bodies: Set<EntityType> = [.organization, .place, .event]

  private static func entry(
    _ name: String, _ category: RelationCategory, _ label: String, inverse: String? = nil, _ meaning: String,
    symmetric: Bool = false,
    _ domain: Set<EntityType> = actors, _ range: Set<EntityType> = actors, cameo: String? = nil,
    wikidata: String? = nil, schemaOrg: String? = nil
  ) -> RelationDefinition {
    RelationDefinition(
      name: name, category: category, label: label, meaning: meaning, inverseLabel: inverse, isSymmetric: symmetric,
      domain: domain, range: range,
      cameo: cameo, wikidata: wikidata, schemaOrg: schemaOrg)
  }

  /// The whole vocabulary, by category.
  public static let vocabulary: [RelationDefinition] = [
    entry(
      "met", .consult, "met", "Came together with the other, in person or by video.", symmetric: true, cameo: "040",
      schemaOrg: "MeetAction"),
    entry(
      "spokeWith", .consult, "spoke with",
      "Exchanged words with the other without a meeting: by telephone, letter or message.", symmetric: true,
      cameo: "041", schemaOrg: "CommunicateAction"),
    entry(
      "visited", .consult, "visited", inverse: "was visited by", "Went to a place, or to someone as a guest.",
      cameo: "042", schemaOrg: "TravelAction"),
    entry(
      "hosted", .consult, "hosted", inverse: "was hosted by", "Received the other as a guest.", cameo: "043",
      schemaOrg: "ReceiveAction"),
    entry(
      "invited", .consult, "invited", inverse: "was invited by", "Asked the other to come or to take part.", actors,
      anything, schemaOrg: "InviteAction"),
    entry("negotiatedWith", .consult, "negotiated with", "Sought terms with the other.", symmetric: true, cameo: "046"),
    entry(
      "agreedWith", .agree, "agreed with", "Came to an agreement with the other, or signed one.", symmetric: true,
      cameo: "057", schemaOrg: "AgreeAction"),
    entry(
      "supported", .support, "supported", inverse: "was supported by", "Stood by the other in words or by a vote.",
      actors, anything, cameo: "051", schemaOrg: "EndorseAction"),
    entry(
      "praised", .support, "praised", inverse: "was praised by",
      "Spoke well of the other, thanked or congratulated them.", actors, anything, cameo: "051", schemaOrg: "LikeAction"
    ),
    entry(
      "cooperatedWith", .cooperate, "cooperated with", "Worked with the other: as an ally, in an exercise, in trade.",
      symmetric: true, cameo: "06"),
    entry(
      "aided", .aid, "aided", inverse: "was aided by", "Gave the other money, arms, relief, shelter or protection.",
      cameo: "07", schemaOrg: "GiveAction"),
    entry(
      "yieldedTo", .concede, "yielded to", inverse: "was yielded to by",
      "Gave way to the other: released, lifted, conceded or apologized.", cameo: "08"),
    entry(
      "urged", .request, "urged", inverse: "was urged by", "Asked or called on the other to do something.", cameo: "02",
      schemaOrg: "AskAction"),
    entry(
      "criticized", .accuse, "criticized", inverse: "was criticized by", "Spoke against the other or what they did.",
      actors, anything, cameo: "111", schemaOrg: "DislikeAction"),
    entry(
      "accused", .accuse, "accused", inverse: "was accused by", "Said that the other had done wrong.", actors, anything,
      cameo: "112"),
    entry(
      "rejected", .reject, "rejected", inverse: "was rejected by",
      "Refused, opposed, blocked or left the other or what they put forward.", actors, anything, cameo: "12",
      schemaOrg: "RejectAction"),
    entry(
      "threatened", .threaten, "threatened", inverse: "was threatened by",
      "Announced harm or consequences to the other.", cameo: "13"),
    entry(
      "protestedAgainst", .protest, "protested against", inverse: "was protested against by",
      "Showed opposition to the other in public or by formal complaint.", actors, anything, cameo: "14"),
    entry(
      "sanctioned", .sanction, "sanctioned", inverse: "was sanctioned by",
      "Imposed a ban, a fine, a suspension, an expulsion or a break of ties on the other.", cameo: "16"),
    entry(
      "arrested", .coerce, "arrested", inverse: "was arrested by", "Took the other into custody.", cameo: "173",
      schemaOrg: "ArrestAction"),
    entry(
      "prosecuted", .coerce, "prosecuted", inverse: "was prosecuted by",
      "Investigated, charged, sued, tried or ruled against the other.", actors, anything, cameo: "17"),
    entry(
      "attacked", .assault, "attacked", inverse: "was attacked by", "Used violence against the other.", cameo: "19"),
    entry(
      "killed", .assault, "killed", inverse: "was killed by", "Caused the death of the other.", cameo: "186",
      wikidata: "^P157"),
    entry(
      "appointed", .power, "appointed", inverse: "was appointed by", "Named the other to an office, or nominated them.",
      wikidata: "^P748", schemaOrg: "ChooseAction"),
    entry(
      "dismissed", .power, "dismissed", inverse: "was dismissed by", "Removed the other from an office.",
      schemaOrg: "DeleteAction"),
    entry(
      "succeeded", .power, "succeeded", inverse: "was succeeded by", "Took over from the other.", wikidata: "P1365"),
    entry(
      "defeated", .power, "defeated", inverse: "was defeated by", "Won against the other in a vote or a contest.",
      schemaOrg: "WinAction"),
    entry(
      "elected", .power, "elected", inverse: "was elected by", "Chose the other by a vote.", actors,
      people.union([.organization]), schemaOrg: "ChooseAction"),
    entry(
      "holdsRole", .tie, "holds role", "Has an office or a function, told by its title.", people.union([.organization]),
      [], wikidata: "P39", schemaOrg: "jobTitle"),
    entry(
      "leads", .tie, "leads", inverse: "is led by", "Is at the head of a body, a country or an event.", actors, bodies,
      wikidata: "^P1037", schemaOrg: "^employee"),
    entry(
      "memberOf", .tie, "member of", inverse: "has member", "Belongs to a body.", actors, bodies, wikidata: "P463",
      schemaOrg: "memberOf"),
    entry(
      "represents", .tie, "represents", inverse: "is represented by", "Speaks, acts or works for the other.", actors,
      anything, wikidata: "P1268", schemaOrg: "worksFor"),
    entry(
      "citizenOf", .tie, "citizen of", inverse: "has citizen", "Has the nationality of a place, or comes from there.",
      people.union([.organization]), [.place], wikidata: "P27",
      schemaOrg: "nationality"),
    entry(
      "relatedTo", .tie, "related to", "Is of the same family as the other.", symmetric: true, people, people,
      wikidata: "P1038", schemaOrg: "relatedTo"),
    entry(
      "partOf", .tie, "part of", inverse: "has part", "Is a part of a larger body or place.", bodies, bodies,
      wikidata: "P361", schemaOrg: "parentOrganization"),
    entry(
      "locatedIn", .tie, "located in", inverse: "is location of", "Is, lives or takes place there.", anything,
      [.place, .organization, .event], wikidata: "P131",
      schemaOrg: "containedInPlace"),
    entry(
      "owns", .tie, "owns", inverse: "is owned by", "Has or acquired the other as property.", actors, bodies,
      wikidata: "P1830", schemaOrg: "owns"),
    entry(
      "founded", .tie, "founded", inverse: "was founded by", "Brought a body into being.", actors, bodies,
      wikidata: "^P112", schemaOrg: "^founder"),
    entry(
      "participatedIn", .tie, "participated in", inverse: "had participant", "Took part in an event or an undertaking.",
      actors, anything, wikidata: "P1344", schemaOrg: "performerIn"),
  ]
}
