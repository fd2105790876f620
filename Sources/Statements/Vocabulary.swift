extension RelationDefinition {
  private static let actors: Set<EntityType> = [.person, .organization, .place, .role]
  private static let anything: Set<EntityType> = [.person, .organization, .place, .event, .role]
  private static let people: Set<EntityType> = [.person, .role]
  private static let bodies: Set<EntityType> = [.organization, .place, .event]

  private static func entry(
    _ name: String, _ category: RelationCategory, _ label: String, symmetric: Bool = false,
    _ domain: Set<EntityType> = actors, _ range: Set<EntityType> = actors, cameo: String? = nil,
    wikidata: String? = nil, schemaOrg: String? = nil
  ) -> RelationDefinition {
    RelationDefinition(
      name: name, category: category, label: label, isSymmetric: symmetric, domain: domain, range: range,
      cameo: cameo, wikidata: wikidata, schemaOrg: schemaOrg)
  }

  /// The whole vocabulary, by category.
  public static let vocabulary: [RelationDefinition] = [
    entry("met", .consult, "met", symmetric: true, cameo: "040", schemaOrg: "MeetAction"),
    entry("spokeWith", .consult, "spoke with", symmetric: true, cameo: "041", schemaOrg: "CommunicateAction"),
    entry("visited", .consult, "visited", cameo: "042", schemaOrg: "TravelAction"),
    entry("hosted", .consult, "hosted", cameo: "043", schemaOrg: "ReceiveAction"),
    entry("invited", .consult, "invited", actors, anything, schemaOrg: "InviteAction"),
    entry("negotiatedWith", .consult, "negotiated with", symmetric: true, cameo: "046"),
    entry("agreedWith", .agree, "agreed with", symmetric: true, cameo: "057", schemaOrg: "AgreeAction"),
    entry("supported", .support, "supported", actors, anything, cameo: "051", schemaOrg: "EndorseAction"),
    entry("praised", .support, "praised", actors, anything, cameo: "051", schemaOrg: "LikeAction"),
    entry("cooperatedWith", .cooperate, "cooperated with", symmetric: true, cameo: "06"),
    entry("aided", .aid, "aided", cameo: "07", schemaOrg: "GiveAction"),
    entry("yieldedTo", .concede, "yielded to", cameo: "08"),
    entry("urged", .request, "urged", cameo: "02", schemaOrg: "AskAction"),
    entry("criticized", .accuse, "criticized", actors, anything, cameo: "111", schemaOrg: "DislikeAction"),
    entry("accused", .accuse, "accused", actors, anything, cameo: "112"),
    entry("rejected", .reject, "rejected", actors, anything, cameo: "12", schemaOrg: "RejectAction"),
    entry("threatened", .threaten, "threatened", cameo: "13"),
    entry("protestedAgainst", .protest, "protested against", actors, anything, cameo: "14"),
    entry("sanctioned", .sanction, "sanctioned", cameo: "16"),
    entry("arrested", .coerce, "arrested", cameo: "173", schemaOrg: "ArrestAction"),
    entry("prosecuted", .coerce, "prosecuted", actors, anything, cameo: "17"),
    entry("attacked", .assault, "attacked", cameo: "19"),
    entry("killed", .assault, "killed", cameo: "186", wikidata: "P157"),
    entry("appointed", .power, "appointed", wikidata: "P748", schemaOrg: "ChooseAction"),
    entry("dismissed", .power, "dismissed", schemaOrg: "DeleteAction"),
    entry("succeeded", .power, "succeeded", wikidata: "P1365"),
    entry("defeated", .power, "defeated", schemaOrg: "WinAction"),
    entry("elected", .power, "elected", actors, people.union([.organization]), schemaOrg: "ChooseAction"),
    entry("holdsRole", .tie, "holds role", people.union([.organization]), [], wikidata: "P39", schemaOrg: "jobTitle"),
    entry("leads", .tie, "leads", actors, bodies, wikidata: "P1308", schemaOrg: "employee"),
    entry("memberOf", .tie, "member of", actors, bodies, wikidata: "P463", schemaOrg: "memberOf"),
    entry("represents", .tie, "represents", actors, anything, wikidata: "P1268", schemaOrg: "worksFor"),
    entry(
      "citizenOf", .tie, "citizen of", people.union([.organization]), [.place], wikidata: "P27",
      schemaOrg: "nationality"),
    entry("relatedTo", .tie, "related to", symmetric: true, people, people, wikidata: "P1038", schemaOrg: "relatedTo"),
    entry("partOf", .tie, "part of", bodies, bodies, wikidata: "P361", schemaOrg: "parentOrganization"),
    entry(
      "locatedIn", .tie, "located in", anything, [.place, .organization, .event], wikidata: "P131",
      schemaOrg: "containedInPlace"),
    entry("owns", .tie, "owns", actors, bodies, wikidata: "P1830", schemaOrg: "owns"),
    entry("founded", .tie, "founded", actors, bodies, wikidata: "P112", schemaOrg: "founder"),
    entry("participatedIn", .tie, "participated in", actors, anything, wikidata: "P1344", schemaOrg: "performerIn"),
  ]
}
