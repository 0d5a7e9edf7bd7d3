"""Closed classes of English words that the room's readers of mentions and names share."""

from __future__ import annotations

from onrecord.word_list import words

FIRST_PERSON = frozenset({"i", "we", "us", "me"})
PRONOUNS = frozenset("which he she they it him her them his their its i we who you hers".split())  # noqa: SIM905
AGREEMENT = {
    "which": "it",
    "him": "he",
    "his": "he",
    "her": "she",
    "hers": "she",
    "them": "they",
    "their": "they",
    "its": "it",
}
DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its"})
ARTICLES = DEFINITE | {"a", "an", "our", "my", "one"}
# What ends the first noun phrase of a mention.
CUTS = frozenset(
    "of for from at in with to on about who that whose which by near familiar briefed close speaking involved and or "  # noqa: SIM905
    "published seen obtained released issued filed reviewed provided compiled commissioned conducted "
    "as including such like within inside across around working living citing quoting under behind after before "
    "has have had is was are were will would here there i we he she they sent put dated written posted signed "
    "unsealed recorded taken prepared drafted "
    "circulated submitted presented broadcast aired uploaded filmed tabled tucked leaked responsible employed tasked "
    "elsewhere today alike alone abroad overseas overall just newly recently "
    "privy aware acquainted stationed assigned opposed titled entitled headed".split()
)
STOPPERS = frozenset(
    "the a an and or but by to in on at for with from as that said told his her their its when while after before "  # noqa: SIM905
    "like including against between since than through during under over without within because although though if "
    "once until despite among about across around behind beyond near toward towards upon via per amid what how why "
    "where who which there here then now yet so still also even only just".split()
)
RELATIVES = frozenset({"who", "which", "that", "whose", "whom"})
CLAUSE_MARKS = frozenset({",", "(", "—", "–", ";", ":", "-"})
PARTICLES = frozenset(
    "van von der den de da di du del della la le el al bin bint ibn ben abu ter ten dos das ap ole mac mhic nic ni zu "  # noqa: SIM905
    "zur zum vom af av y".split()
)
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
# Words for callings and places that are common surnames behind a given name.
SURNAMES = frozenset(
    "king cook baker bishop pope prince dean farmer carpenter judge major marshall singer shepherd driver banks church "  # noqa: SIM905
    "house post mills fields field park grant press lane law steel farms homes trust page read reader bull day stone "
    "brewer miller butcher taylor tailor mason fisher hunter gardener potter porter parson abbot player speaker weaver "
    "walker bond bill chance hope rose brand lodge carrier orchard canon prior duke elder child youth groom regent "
    "boxer runner rider skipper merchant foreman forester farrier sadler provost proctor steward trapper patron cantor "
    "jeweller glazier joiner cutter diver climber reeve squire usher chandler sexton verger knight quarry ranch "
    "gold wood silver power temple abbey".split()
)
MEMBERSHIP = frozenset({"of", "from", "at", "with", "for"})
HEADING_VERBS = frozenset(
    "heads leads runs chairs directs represents owns teaches studies edits coaches manages oversees founded headed "  # noqa: SIM905
    "led ran chaired directed owned".split()
)
SPOKESPEOPLE = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative", "press officer"}
)
# Nouns for people that say nothing of where they belong: the words around them do.
QUANTIFIERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozens hundreds scores some many most several all "  # noqa: SIM905
    "both none neither each few half".split()
)
# "Sections of the press": what they are sections of speaks.
PARTITIVES = frozenset({"sections", "parts", "swathes", "swaths", "elements", "quarters"})
ADVERSARIES = frozenset({"critic", "opponent", "rival", "sceptic", "skeptic", "supporter", "ally", "foe", "admirer"})
# Endings of adjectives made from names: "Telford-based", "Republican-led".
MADE_ADJECTIVES = (
    "-based",
    "-led",
    "-backed",
    "-owned",
    "-born",
    "-controlled",
    "-run",
    "-listed",
    "-funded",
    "-style",
)
AGENT_NOUNS = frozenset(
    "official officer source agent analyst adviser advisor aide chief director people person".split()  # noqa: SIM905
)
AGENT_ENDINGS = ("er", "or", "ist", "ant", "ent", "ian", "man", "woman", "head", "chief", "ee", "ive")
INTELLIGENCE = frozenset({"intelligence", "spy", "counterintelligence", "counter-intelligence"})
MILITARY = frozenset({"military", "army", "defense", "defence", "navy", "naval"})
# Letters behind a name, and the sector they tell: "Hilary Bostock KC", "Denzil Okpara MP".
POSTNOMINALS = {
    "KC": "courts", "QC": "courts", "MP": "politics", "MEP": "politics", "MSP": "politics", "TD": "politics",
    "MLA": "politics", "MPP": "politics", "PhD": "expert", "MD": "expert", "FRS": "expert",
    "OBE": "unknown", "MBE": "unknown", "CBE": "unknown", "OAM": "unknown",
}  # fmt: skip
# Verbs behind "who" that tell what somebody does for a living, and so the field they speak from.
WORKING_VERBS = HEADING_VERBS | frozenset(
    "works worked covers covered studied researches researched taught treats treated advises advised commands "  # noqa: SIM905
    "commanded serves served sits sat coached writes edits reports negotiates".split()
)
OWNERS = frozenset({"its", "their", "his", "her"})
# What a firm has and a person has not: "Corvane's shareholders".
CORPORATE = frozenset(
    "shares shareholders headquarters board customers profits profit revenue sales workforce network networks factory "  # noqa: SIM905
    "factories plant plants warehouse warehouses website app subsidiary stores owners parent employees products "
    "chairman chairwoman chief stock branches fleet flights newsroom readers range brand brands patents "
    "technology devices models turnover margins dividend takeover bid".split()
)
NAMING = frozenset({"called", "named", "dubbed"})
# Words that point at one or some of a group told before: "one of them", "the third", "both".
MEMBERS = frozenset({"one", "another", "each", "neither", "either"})
ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "latter", "former", "other"})
WHOLES = frozenset({"both", "two", "three", "four", "five", "all"})
# "Chief" and "head" of one thing are one office; so are the words for who sits in judgement.
SAME_OFFICE = (
    frozenset({"chief", "head", "boss", "leader"}),
    frozenset({"judge", "justice", "magistrate"}),
    frozenset({"senator", "sen.", "sen"}),
    frozenset({"governor", "gov.", "gov"}),
    frozenset({"congressman", "congresswoman", "representative", "rep.", "rep", "lawmaker"}),
    frozenset({"general", "gen.", "gen"}),
    frozenset({"colonel", "col.", "col"}),
    frozenset({"captain", "capt.", "capt"}),
    frozenset({"lieutenant", "lt.", "lt"}),
    frozenset({"sergeant", "sgt.", "sgt"}),
    frozenset({"detective", "det.", "det"}),
)
WEEKDAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})
GRADES = frozenset({"deputy", "vice", "assistant", "former", "shadow", "junior", "acting", "associate", "second"})
# What stands before a calling and is a calling itself: "Chief Judge", "Team Principal".
PARTS_OF_OFFICES = frozenset(
    {"chief", "head", "senior", "lead", "master", "team", "police", "house", "state", "union", "band"}
)
# Callings behind "who": the field somebody knows.
EXPERT_VERBS = frozenset({"covers", "covered", "studies", "studied", "researches", "researched", "teaches", "taught"})
# Ends of the names of places, which are no surnames.
GEOGRAPHY = frozenset(
    "street road avenue creek basin valley river islands island county boulevard highway airport station stadium "  # noqa: SIM905
    "mountains gulf peninsula square plaza heights strait sound district quarter".split()
)
# Callings that firms have as well as people: "Aerotrak, the prime contractor".
FIRMS_BY_CALLING = frozenset(
    {"contractor", "vendor", "supplier", "distributor", "exporter", "importer", "lender", "haulier", "manufacturer"}
)
# Common nouns for firms: an article that has one may name it in one word.
FIRM_NOUNS = words(
    """
    airline app automaker bank brewer brewery broker builder carmaker carrier chipmaker company contractor developer
    drugmaker firm insurer lender maker manufacturer miner operator plaintiff producer provider refiner retailer rival
    shipbuilder shipyard startup supermarket supplier utility vendor
    """
)
# Words before a region's name that leave it a place: "Upstate Ohio", "Northern Ireland".
PARTS_OF_REGIONS = frozenset(
    "north south east west northern southern eastern western northeast northwest southeast southwest central "  # noqa: SIM905
    "northeastern northwestern southeastern southwestern upstate downstate upper lower greater rural urban coastal "
    "inland mainland new old latin sub-saharan mid state".split()
)
# What stands before places and hardly before people.
LOCATING = frozenset(
    "in at near into outside inside across throughout around through via toward towards beyond along".split()  # noqa: SIM905
)
# Surnames that end the names of streets and buildings as well: nobody is meant by "on Tenter Lane".
SURNAMES_OF_PLACES = frozenset(
    "lane hill park field fields row close way drive court place green house banks mills".split()  # noqa: SIM905
)
# Descriptions of somebody whom the article has named, and the pronoun they agree with: "the dad-of-three".
EPITHETS = {
    "father": "he", "dad": "he", "grandfather": "he", "grandad": "he", "widower": "he",
    "mother": "she", "mum": "she", "mom": "she", "grandmother": "she", "gran": "she", "nan": "she", "widow": "she",
    "pensioner": "who", "retiree": "who", "parent": "who", "grandparent": "who", "great-grandmother": "she",
    "great-grandfather": "he",
}  # fmt: skip
# Descriptions by fame, fortune or office sought: of somebody named of whom no other office is told.
STANDINGS = {
    "front-runner": "who", "frontrunner": "who", "nominee": "who", "contender": "who", "hopeful": "who",
    "candidate": "who", "magnate": "who", "mogul": "who", "tycoon": "who", "billionaire": "who", "millionaire": "who",
    "businessman": "he", "businesswoman": "she", "star": "who", "superstar": "who", "singer": "who", "actor": "who",
    "actress": "she", "rapper": "who", "politician": "who", "incumbent": "who", "novelist": "who", "striker": "who",
    "midfielder": "who", "goalkeeper": "who", "sprinter": "who", "swimmer": "who", "golfer": "who", "celebrity": "who",
}  # fmt: skip
