/// What kind of thing common nouns stand for, as far as agreement needs it. Lemmas, sorted by meaning.
enum NounKinds {
  static let people: Set<String> = [
    "man", "woman", "boy", "girl", "person", "child", "baby", "teenager", "adult", "father", "mother", "son",
    "daughter",
    "brother", "sister", "husband", "wife", "widow", "uncle", "aunt", "cousin", "nephew", "niece", "grandfather",
    "grandmother", "parent", "friend", "colleague", "partner", "fiancé", "fiancée", "guy", "lady", "gentleman", "sir",
    "president", "minister", "premier", "chancellor", "secretary", "ambassador", "envoy", "diplomat", "official",
    "spokesman", "spokeswoman", "spokesperson", "senator", "congressman", "congresswoman", "lawmaker", "legislator",
    "politician", "mayor", "governor", "deputy", "candidate", "nominee", "leader", "chief", "head", "chairman",
    "chairwoman", "chair", "chairperson", "director", "manager", "executive", "ceo", "founder", "owner", "boss",
    "commander", "general", "colonel", "captain", "lieutenant", "sergeant", "major", "admiral", "officer", "soldier",
    "policeman", "policewoman", "guard", "king", "queen", "prince", "princess", "emperor", "sultan", "emir", "pope",
    "bishop", "priest", "imam", "rabbi", "cleric", "pastor", "judge", "justice", "lawyer", "attorney", "prosecutor",
    "defendant", "plaintiff", "suspect", "victim", "witness", "prisoner", "inmate", "detainee", "gunman", "attacker",
    "terrorist", "militant", "rebel", "fighter", "activist", "protester", "protestor", "demonstrator", "dissident",
    "journalist", "reporter", "editor", "author", "writer", "poet", "novelist", "blogger", "columnist", "broadcaster",
    "actor", "actress", "singer", "musician", "artist", "painter", "dancer", "comedian", "filmmaker", "producer",
    "player", "coach", "athlete", "footballer", "striker", "goalkeeper", "driver", "rider", "cyclist", "swimmer",
    "champion", "winner", "teacher", "professor", "student", "pupil", "scientist", "researcher", "engineer", "expert",
    "analyst", "economist", "historian", "doctor", "physician", "surgeon", "nurse", "patient", "worker", "employee",
    "employer", "farmer", "businessman", "businesswoman", "investor", "banker", "trader", "customer", "passenger",
    "pilot", "astronaut", "resident", "citizen", "refugee", "migrant", "immigrant", "tourist", "visitor", "successor",
    "predecessor", "counterpart", "rival", "opponent", "critic", "ally", "adviser", "advisor", "aide", "assistant",
    "representative", "delegate", "negotiator", "mediator", "commissioner", "councillor", "parliamentarian", "member",
    "veteran", "survivor", "hero", "killer", "murderer", "thief", "hacker", "whistleblower", "speaker", "monk", "lord",
  ]

  static let bodies: Set<String> = [
    "organization", "organisation", "company", "firm", "corporation", "bank", "group", "party", "government",
    "administration", "ministry", "department", "agency", "authority", "commission", "committee", "council", "court",
    "tribunal", "parliament", "congress", "senate", "house", "assembly", "cabinet", "army", "military", "navy", "force",
    "police", "militia", "movement", "union", "alliance", "coalition", "league", "federation", "association",
    "institute", "university", "school", "college", "church", "club", "team", "side", "squad", "band", "network",
    "newspaper", "channel", "broadcaster", "publisher", "airline", "manufacturer", "maker", "retailer", "charity",
    "foundation", "board", "bureau", "office", "delegation", "opposition", "regime", "staff", "crew", "family",
    "embassy", "consulate", "bloc", "faction", "cartel", "gang", "startup", "subsidiary",
  ]

  static let places: Set<String> = [
    "country", "nation", "state", "city", "town", "village", "region", "province", "district", "county", "capital",
    "island", "continent", "republic", "kingdom", "territory", "area", "neighbourhood", "neighborhood", "suburb",
    "border", "river", "mountain", "sea", "lake", "valley", "port", "airport", "building",
  ]

  static let male: Set<String> = [
    "man", "boy", "father", "son", "brother", "husband", "uncle", "nephew", "grandfather", "gentleman", "spokesman",
    "congressman", "chairman", "king", "prince", "emperor", "policeman", "businessman", "actor", "widower", "gunman",
    "sultan", "emir", "pope", "lord", "monk", "guy",
  ]

  static let female: Set<String> = [
    "woman", "girl", "mother", "daughter", "sister", "wife", "widow", "aunt", "niece", "grandmother", "lady",
    "spokeswoman", "congresswoman", "chairwoman", "queen", "princess", "policewoman", "businesswoman", "actress", "nun",
  ]

  /// Before a name.
  static let maleTitles: Set<String> = [
    "mr", "mr.", "sir", "lord", "king", "prince", "pope", "father", "sheikh", "count", "duke",
  ]
  static let femaleTitles: Set<String> = [
    "mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame", "queen", "princess", "baroness", "countess", "duchess",
    "sister",
  ]
}
