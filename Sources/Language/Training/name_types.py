"""One mapping of name types for all corpora: what a span of each set becomes, and what the set leaves open.

Entente's types: PER, ORG, LOC (countries, cities, regions, buildings, waters), EVENT (wars, elections, summits, games),
NORP (demonyms and members of peoples, faiths and political groups: "Iranian", "the Dutch", "Muslims", "Republicans"), DATE,
MISC (works, products, laws, languages named as things, …).

Rulings
- A demonym is NORP wherever it stands alone, adjective or noun; inside a longer name it is part of that name
  ("Italian Democratic Socialists" ORG). Sets that call it LOC (Re-DocRED) or MISC (wikigold, CrossNER) are overruled by form.
- "the", titles ("President", "Mr") and the possessive 's are outside of the span.
- A party is ORG, also by its members' plural where the set says so (CrossNER `politicalparty`).
- A set that does not annotate a type says nothing about it: its O words may be that type (the loss sums over what is open).
- A MISC span of a set without EVENT may be either, unless its words settle it (`EVENT_WORDS`).
"""

TYPES = ["PER", "ORG", "LOC", "EVENT", "NORP", "DATE", "MISC"]

# set -> ({its type: ours}, types it annotates)
MAPPING = {
    "wikigold": ({"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC?"}, {"PER", "ORG", "LOC", "EVENT", "NORP", "MISC"}),
    "btc": ({"PER": "PER", "ORG": "ORG", "LOC": "LOC"}, {"PER", "ORG", "LOC"}),
    "wnut17": ({"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG", "product": "MISC", "creative-work": "MISC"},
               {"PER", "ORG", "LOC", "MISC"}),
    "crossner": ({"politician": "PER", "person": "PER", "politicalparty": "ORG", "organisation": "ORG", "location": "LOC", "country": "LOC",
                  "election": "EVENT", "event": "EVENT", "misc": "MISC?"}, {"PER", "ORG", "LOC", "EVENT", "NORP", "MISC"}),
    "redocred": ({"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC?", "TIME": "DATE"}, {"PER", "ORG", "LOC", "EVENT", "NORP", "MISC", "DATE"}),
    # GUM's own entity types, for mentions that are names (see corpora.gum_names)
    "gum": ({"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVENT", "time": "DATE", "object": "MISC", "abstract": "MISC",
             "animal": "MISC", "plant": "MISC", "substance": "MISC"}, {"PER", "ORG", "LOC", "EVENT", "NORP", "MISC"}),
    "ewt-names": ({"PER": "PER", "ORG": "ORG", "LOC": "LOC"}, {"PER", "ORG", "LOC"}),
    "gap": ({"PER": "PER"}, set()),
    # Our own; every node is marked, titles and other words with capitals are not.
    "articles": ({"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVENT", "thing": "MISC"}, {"PER", "ORG", "LOC", "EVENT"}),
}

EVENT_WORDS = set("""war wars battle siege election elections referendum olympics olympic games cup championship championships summit conference
festival revolution massacre uprising riots coup rebellion earthquake hurricane genocide invasion tournament offensive crisis crusade holocaust
campaign talks congress protests attacks bombing conflict""".split())

# Words after which a name goes on with "of …": "University of Oslo", "Bank of England".
OF_NAMES = set("""university ministry department bank republic kingdom house church school college institute council court board bureau office
academy museum union isle gulf bay battle city state states federation association society league organization organisation commission committee
party front movement army church cathedral bishopric parliament chamber center centre declaration treaty war house bank statue tower cape
brotherhood guild institution societies agency service authority conference confederation lake sea mount district province county duchy emirate order treasury""".split())

TITLES = set("""mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir dame lord lady president vice vice-president minister prime chancellor premier
secretary senator sen. representative rep. governor gov. mayor king queen prince princess emperor empress sultan emir sheikh shaikh sheik pope
cardinal archbishop bishop father rev. reverend saint captain capt. colonel col. general gen. lieutenant lt. lt major maj. sergeant sgt. sgt admiral
marshal commander officer judge justice congressman congresswoman ambassador envoy speaker chairman director ceo chief mp m.p. deputy foreign
ayatollah imam mullah rabbi baron duke duchess count countess attorney detective inspector superintendent coach madam former ex-president
co-founder founder actor actress singer author""".split())

_DEMONYMS = """
Afghan Albanian Algerian American Andorran Angolan Antiguan Argentine Argentinian Argentinean Armenian Aruban Australian Austrian Azerbaijani Azeri
Bahamian Bahraini Bangladeshi Barbadian Basque Bavarian Belarusian Belarusan Belgian Belizean Beninese Bermudian Bhutanese Bolivian Bosnian Botswanan Brazilian
British Briton Bruneian Bulgarian Burkinabe Burmese Burundian Cambodian Cameroonian Canadian Catalan Chadian Chechen Chilean Chinese Colombian
Comorian Congolese Corsican Costa-Rican Rican Croat Croatian Cuban Cypriot Czech Czechoslovak Czechoslovakian Dane Danish Djiboutian Dominican Dutch Dutchman Ecuadorian Ecuadorean Egyptian Emirati
English Englishman Eritrean Estonian Ethiopian European African Asian Fijian Filipino Filipina Finn Finnish Flemish French Frenchman Gabonese Gambian Georgian German
Ghanaian Greek Greenlandic Grenadian Guatemalan Guinean Guyanese Haitian Hawaiian Honduran Hungarian Icelandic Icelander Indian Indonesian
Iranian Persian Iraqi Irish Irishman Israeli Italian Ivorian Jamaican Japanese Jordanian Kazakh Kazakhstani Kenyan Korean Kosovan Kosovar Kurd
Kurdish Kuwaiti Kyrgyz Lao Laotian Latvian Lebanese Liberian Libyan Liechtensteiner Lithuanian Luxembourgish Macedonian Malagasy Malawian
Malay Malaysian Maldivian Malian Maltese Mauritanian Mauritian Mexican Micronesian Moldovan Mongol Mongolian Montenegrin Moroccan Mozambican Namibian
Nepalese Nepali Netherlandish Nicaraguan Nigerian Nigerien Norwegian Omani Ottoman Pakistani Palestinian Panamanian Papuan Paraguayan Peruvian Pole Polish Polynesian
Portuguese Prussian Qatari Romanian Russian Rwandan Salvadoran Samoan Saudi Scot Scots Scottish Scotsman Senegalese Serb Serbian Seychellois Singaporean Sicilian
Slav Slavic Slovak Slovakian Slovene Slovenian Somali Somalian Soviet Spaniard Spanish Lankan Sudanese Surinamese Swede Swedish Swiss Syrian Taiwanese
Tajik Tanzanian Tatar Thai Tibetan Togolese Tongan Trinidadian Tunisian Turk Turkish Turkmen Tuvaluan Ugandan Ukrainian Uruguayan Uyghur Uighur Uzbek Venezuelan
Vietnamese Welsh Welshman Yemeni Yemenite Yugoslav Yugoslavian Zambian Zimbabwean Rhodesian Arab Arabian Arabic Roman Byzantine Spartan Athenian Parisian Londoner Venetian
Latino Latina Hispanic Scandinavian Balkan Nordic Baltic Caribbean Celtic Cornish Breton Norman Saxon Anglo-Saxon Roma Romani Gypsy Zulu Xhosa Hausa Yoruba Igbo Hutu Tutsi Maori
Cherokee Navajo Inuit Apache Sioux Aztec Maya Mayan Inca Puerto-Rican Texan Californian Sikh Sinhalese Tamil Bengali Punjabi Kashmiri Pashtun Hazara Baloch Sindhi Rohingya Druze Alawite Yazidi
Christian Catholic Protestant Orthodox Anglican Baptist Methodist Lutheran Calvinist Presbyterian Evangelical Mormon Quaker Muslim Moslem Islamic Islamist Sunni Shia Shiite
Shi'ite Shi'a Jew Jewish Hindu Buddhist Jain Zoroastrian Sikh Judeo-Christian Atheist Salafi Wahhabi Sufi Houthi
Republican Democrat Democratic Conservative Labourite Tory Whig Liberal Communist Socialist Marxist Leninist Maoist Nazi Fascist Bolshevik Stalinist Zionist Nazis
Labour Green Unionist Nationalist Loyalist Jacobite Confederate Afro-American African-American Latin-American Euro-Atlantic Anglo-American Eurasian
Transatlantic Western Westerner Crimean Siberian Hellenic Iberian Gaelic Manx Galician Castilian Andalusian Silesian Bohemian Moravian Hanoverian Saudi-Arabian Emirian Kiwi Aussie Yankee
Timorese Bissau-Guinean Sahrawi Abkhaz Abkhazian Ossetian Circassian Dagestani Ingush
"""
_EITHER = {"Democratic", "Conservative", "Labour", "Green", "Liberal", "Orthodox", "Western", "Apache", "Norman", "Roma", "Pole", "Islamic", "Evangelical", "Georgian",
           "Confederate", "Unionist", "Nationalist", "Transatlantic", "Caribbean", "Balkan", "Baltic", "Maya", "Lao"}  # also ordinary words or other names
DEMONYMS = {w for w in _DEMONYMS.split()}
DEMONYMS |= {w + "s" for w in DEMONYMS if not w.endswith(("s", "sh", "ch", "ese", "man"))}
DEMONYMS |= {w[:-3] + "men" for w in DEMONYMS if w.endswith("man") and w not in ("German", "Roman", "Norman", "Ottoman")}
DEMONYMS -= {"Laos", "Mayas"}
SURE_DEMONYMS = DEMONYMS - _EITHER
DIRECTIONS = {"South", "North", "East", "West", "Southern", "Northern", "Eastern", "Western", "Central", "Saudi", "Sri", "Costa", "Puerto", "Latin", "New", "Sierra", "Bosnian",
              "African", "Roman", "Greek", "Native", "Anglo", "El", "Cape", "Papua", "Czech", "Sunni", "Shia", "Jehovah"}


def is_demonym(words):
    """Whether the words are a demonym by form: "Iranian", "South Koreans", "Costa Rican"."""
    words = [w for w in words if w != "-"]
    return bool(words) and words[-1] in DEMONYMS and all(w in DIRECTIONS or w in DEMONYMS for w in words[:-1]) and len(words) <= 2


def normalize(words, start, end, kind):
    """Moves a span's borders past "the", titles and 's. Returns (start, end) or None when nothing is left."""
    while start < end and words[start].lower() in ("the", "a", "an", "``", '"', "'", "“"):
        start += 1
    if kind == "PER":
        while end - start > 1 and words[start].lower() in TITLES:
            start += 1
        if words[start].lower() in TITLES | {"members", "team", "manager", "fellow", "doctor", "member", "sheriff", "special"} and end - start == 1:
            return None
    while end > start and words[end - 1] in ("'s", "’s", "'", "’", ",", ".", '"', "''", "”") and not (words[end - 1] == "." and end - start > 1 and len(words[end - 2]) <= 2):
        end -= 1
    return (start, end) if start < end else None


def resolve(source, original, words, start, end):
    """Our types that a span may have: (start, end, types), or None for no name."""
    kind = MAPPING[source][0].get(original)
    if kind is None:
        return None
    borders = normalize(words, start, end, "PER" if kind == "PER" else kind)
    if borders is None:
        return None
    start, end = borders
    span = words[start:end]
    if is_demonym(span) and kind in ("LOC", "MISC?", "MISC", "ORG", "PER") and not (kind in ("ORG", "PER") and span[-1] in _EITHER) \
            and not (source == "crossner" and kind == "ORG"):
        return start, end, ("NORP",)
    if kind in ("MISC?", "MISC", "EVENT"):
        if any(w.lower() in EVENT_WORDS for w in span) and kind != "MISC":
            return start, end, ("EVENT",)
        if kind == "MISC?":
            return start, end, ("MISC", "EVENT") if len(span) > 1 else ("MISC", "NORP")
    return start, end, (kind,)
