"""Records made by hand: articles with the events, names and days that a test wants."""

from marsad.kinds import EventType, Label
from marsad.records import (
    SCHEMA,
    Article,
    Entity,
    Event,
    EventDate,
    Location,
    Mention,
    Origin,
    Party,
    Place,
    PrintedDate,
    Record,
    Span,
    TextSpan,
)

STATES = {"TN": "تونس", "DZ": "الجزائر", "LY": "ليبيا", "YE": "اليمن"}
ALPHA3 = {"TN": "TUN", "DZ": "DZA", "LY": "LBY", "YE": "YEM"}
PEOPLE = {
    "TN-minister": "سليم المرواني",
    "DZ-minister": "رشيد بن عاشور",
    "armed": "تنظيم الراية",
    "company": "شركة الأنابيب",
    "union": "رابطة الإغاثة",
    "LY-police": "الشرطة الليبية",
    "TN-police": "الشرطة التونسية",
}
WORDS = {
    "market": "سوق الخضار",
    "checkpoint": "حاجز للجيش",
    "teachers": "المعلمون",
    "drivers": "سائقو الحافلات",
    "smugglers": "مهربين",
}  # parties that are no names
TOWNS = {"تونس": "TN", "صفاقس": "TN", "الجزائر": "DZ", "طرابلس": "LY", "طبرق": "LY", "سرت": "LY", "عدن": "YE",
         "مأرب": "YE", "القاهرة": "EG", "عين السلام": "LY"}  # fmt: skip


def article(
    number: str,
    headline: str,
    *paragraphs: str,
    day: str | None = "2024-03-12",
    publisher: str | None = None,
) -> Article:
    """An article of these paragraphs."""
    text, spans = headline, []
    for paragraph in paragraphs:
        spans.append(Span(len(text) + 2, len(text) + 2 + len(paragraph)))
        text += f"\n\n{paragraph}"
    published = PrintedDate(day, "day", day) if day else None
    return Article(number, "ar", headline or None, text, tuple(spans), published=published, publisher=publisher)


def bare(made: Article) -> Record:
    """A record of which no step was run."""
    return Record(SCHEMA, Origin(made.id), made)


def naming_record(made: Article, *names: tuple[str, Label], known: str | None = None) -> Record:
    """A record with each name as a mention wherever it stands; all are one thing where `known` is its Wikidata id."""
    mentions: list[Mention] = []
    entities: list[Entity] = []
    for name, label in names:
        places = [i for i in range(len(made.text)) if made.text.startswith(name, i)]
        entity = "e1" if known else f"e{len(entities) + 1}"
        fresh = [Mention(f"m{len(mentions) + i}", at, at + len(name), name, label, "name", entity, "test")
                 for i, at in enumerate(places, 1)]  # fmt: skip
        mentions += fresh
        if not known or not entities:
            entities.append(Entity(entity, label, name, (), tuple(m.id for m in fresh), "test", wikidata=known))
    return Record(SCHEMA, Origin(made.id), made, mentions=tuple(mentions), entities=tuple(entities))


def telling(number: str, row: dict[str, str]) -> Record:
    """The record of an article that tells one event, as a line of `happenings.tsv` describes it."""
    sentence = row["sentence"]
    made = article(number, "خبر", sentence, day=row["published"], publisher=f"صحيفة {number}")
    span = made.paragraphs[0]
    entities: dict[str, Entity] = {}
    names = (*row["actors"].split(), *row["recipients"].split())
    for name in names:
        if name not in WORDS:
            label: Label = "PER" if name.endswith("minister") else "LOC" if name in STATES else "ORG"
            entities[name] = _entity(f"e{len(entities) + 1}", name, label)
    place = None
    if row["place"]:
        place = Place(row["place"], "e90")
        country = TOWNS[row["place"]]
        where = Location(None, None, None, country, None, None, "city", 1.0, "test")
        entities["place"] = Entity("e90", "LOC", row["place"], (), (), "test", country=country, location=where)
    kind: EventType = row["type"]  # type: ignore[assignment]
    event = Event(
        "v1", kind, None, 1, TextSpan(span.start, span.start, ""), (),
        tuple(_party(name, entities.get(name)) for name in row["actors"].split()),
        tuple(_party(name, entities.get(name)) for name in row["recipients"].split()),
        EventDate(row["date"]) if row["date"] else None, place,
        "planned" if row["date"] > row["published"] else "actual", span, "test",
    )  # fmt: skip
    return Record(SCHEMA, Origin(number), made, entities=tuple(entities.values()), events=(event,))


def _entity(number: str, name: str, label: Label) -> Entity:
    country = name[:2] if name[:2] in STATES else None
    stands = "gov" if name in STATES else None
    written = STATES.get(name) or PEOPLE[name]
    return Entity(number, label, written, (), (), "test", country=country, stands_for=stands)


def _party(name: str, entity: Entity | None) -> Party:
    state = name in STATES or name.endswith("minister")
    code = ALPHA3[name[:2]] if name[:2] in STATES else None
    written = entity.name if entity else WORDS[name]
    return Party(0, 0, written, entity.id if entity else None, code, "GOV" if state else "COP" if code else None)
