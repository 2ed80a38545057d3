"""A record made by hand: an article of the project's own with quotes inside quotes, hearsay, events."""

from collections.abc import Iterator
from dataclasses import replace

from marsad.records import (
    SCHEMA,
    Article,
    Channel,
    Content,
    Cue,
    Entity,
    Event,
    EventDate,
    Figure,
    Location,
    Mention,
    Named,
    Origin,
    Party,
    Place,
    Quote,
    Record,
    Span,
    Telling,
    TextSpan,
    Time,
)

HEAD = "وزير الري يزور سد الزرقاء"
PARTS = (
    "زار وزير الري سمير الخطيب أمس سد الزرقاء. وقال الخطيب للصحفيين في مؤتمر صحفي إن السد «آمن تماما» بعد الصيانة.",
    "ونشرت وزارة الري على صفحتها في فيسبوك: «شدد الوزير على ضرورة ترشيد المياه».",
    "ونفت شركة السدود أن تكون قد خفضت العمال. وقيل إن الوزير سيستقيل. وقتل ثلاثة عمال في قصف استهدف السد عام 2019.",
)
TEXT = "\n\n".join((HEAD, *PARTS))


def at(words: str, behind: str = "") -> TextSpan:
    """Where words stand in the text, the first time behind some others."""
    start = TEXT.index(words, TEXT.index(behind))
    return TextSpan(start, start + len(words), words)


def named(words: str, entity: str | None = None, behind: str = "") -> Named:
    span = at(words, behind)
    return Named(span.start, span.end, span.text, entity)


def party(words: str, entity: str | None = None, code: str | None = None, behind: str = "") -> Party:
    span = at(words, behind)
    return Party(span.start, span.end, span.text, entity, code, "GOV" if code else None)


def paragraphs() -> Iterator[Span]:
    for part in PARTS:
        start = TEXT.index(part)
        yield Span(start, start + len(part))


def mention(name: str, words: str, entity: str | None, confidence: float = 0.95, behind: str = PARTS[0]) -> Mention:
    span = at(words, behind)
    return Mention(
        name,
        span.start,
        span.end,
        words,
        "LOC" if "سد " in words else "PER",
        "name",
        entity,
        "mentions.fast@1",
        confidence,
    )


def cue(words: str, class_: str, kind: str = "verb", lemma: str | None = None, behind: str = "") -> Cue:
    span = at(words, behind)
    return Cue(span.start, span.end, words, class_, kind, lemma)  # type: ignore[arg-type]  # the test's own values


def content(words: str, mode: str = "indirect") -> Content:
    span = at(words)
    return Content(span.start, span.end, mode)  # type: ignore[arg-type]


def _quotes() -> Iterator[Quote]:
    def quote(name: str, parts: tuple[Content, ...], said: Cue, **more: object) -> Quote:
        text = TEXT[parts[0].start : parts[-1].end]
        plain = Quote(name, "indirect", text, parts, said, None, None, None, "asserted", "quotes@1", rule="verb-first")
        return replace(plain, **more)  # type: ignore[arg-type]

    place = at("في مؤتمر صحفي")
    yield quote(
        "q1", (content("إن السد"), content("آمن تماما", "direct")), cue("قال", "declare", lemma="قال", behind="وقال"),
        kind="mixed", source=at("الخطيب", "وقال"), speaker="e1", speaker_name="سمير الخطيب", confidence=0.9,
        addressee=named("صحفيين"),
        channel=Channel(place.start, place.end, place.text, "press-conference"),
    )  # fmt: skip
    page = at("على صفحتها في فيسبوك")
    yield quote(
        "q2", (content("شدد الوزير على ضرورة ترشيد المياه", "direct"),), cue("نشرت", "declare"), kind="direct",
        source=at("وزارة الري"), speaker="e2", speaker_name="وزارة الري", confidence=0.8,
        channel=Channel(page.start, page.end, page.text, "social-media", "facebook"),
    )  # fmt: skip
    yield quote(
        "q3", (content("ضرورة ترشيد المياه"),), cue("شدد", "assert", lemma="شدّد على"), within="q2", confidence=0.7,
        source=at("الوزير", "شدد"), speaker="e1", speaker_name="سمير الخطيب", resolution="nominal",
    )  # fmt: skip
    yield quote(
        "q4", (content("أن تكون قد خفضت العمال"),), cue("نفت", "deny"), source=at("شركة السدود"),
        speaker_name="شركة السدود", status="denied", confidence=0.85,
    )  # fmt: skip
    yield quote(
        "q5", (content("إن الوزير سيستقيل"),), cue("قيل", "declare"), status="hearsay", resolution="hearsay",
        confidence=0.6,
    )  # fmt: skip


def _events() -> Iterator[Event]:
    def event(name: str, kind: str, word: TextSpan, evidence: str, **more: object) -> Event:
        shown = at(evidence)
        telling = Telling(word, Span(shown.start, shown.end))
        plain = Event(
            name, kind, None, 1, word, (telling,), (), (), None, None, "actual", telling.evidence, "events@1",  # type: ignore[arg-type]
            rule="verb-subject",
        )  # fmt: skip
        return replace(plain, **more)  # type: ignore[arg-type]

    again = Telling(at("يزور"), Span(0, len(HEAD)))
    visit = event(
        "v1", "CONSULT", at("زار", PARTS[0]), "زار وزير الري سمير الخطيب أمس سد الزرقاء", mode="visit", confidence=0.9,
        actors=(party("سمير الخطيب", "e1", "JOR"),), date=EventDate("2024-05-01"),
        place=Place("سد الزرقاء", "e3"),
    )  # fmt: skip
    yield replace(visit, mentions=(*visit.mentions, again))
    yield event(
        "v2", "REQUEST", at("شدد"), "شدد الوزير على ضرورة ترشيد المياه", actors=(party("الوزير", "e1", "JOR", "شدد"),),
        modality="reported", quote="q3", confidence=0.5,
    )  # fmt: skip
    yield event(
        "v3", "ASSAULT", at("قصف"), "قتل ثلاثة عمال في قصف استهدف السد", mode="aerial", quad=4, background=True,
        recipients=(party("السد", "e3", behind="استهدف"),), date=EventDate("2019", "2019-01-01", "2019-12-31"),
        figures=(Figure("dead", 3, 3, "ثلاثة عمال"),), confidence=0.75,
    )  # fmt: skip


def told() -> Record:
    """The record: q1 to q5, v1 to v3, e1 to e4, m1 to m4, t1 and t2."""
    origin = Origin(uri="dam.html", media_type="text/html", encoding="utf-8", sha256="0", bytes=1)
    article = Article(
        "a-1", "ar", HEAD, TEXT, tuple(paragraphs()), section="محليات", source="وكالة النهر", authors=("هيا سالم",)
    )
    where = Location(None, 32.0, 36.1, "JO", None, None, "area", 0.65, "only-one")
    entities = (
        Entity("e1", "PER", "سمير الخطيب", ("الخطيب",), ("m1", "m2"), "linking@1", country="JO", sector="GOV",
               office="وزير الري", rule="surname", confidence=0.9),
        Entity("e2", "ORG", "وزارة الري", (), ("m3",), "linking@1", rule="one-form", confidence=0.6),
        Entity("e3", "LOC", "سد الزرقاء", (), ("m4",), "linking@1", location=where, rule="one-form", confidence=0.95),
        Entity("e4", "LOC", "عمّان", (), (), "linking@1", stands_for="e2", rule="metonym", confidence=0.95),
    )  # fmt: skip
    mentions = (
        mention("m1", "سمير الخطيب", "e1"), mention("m2", "الخطيب", "e1", 0.8, "وقال"),
        replace(mention("m3", "وزارة الري", "e2", 0.9, PARTS[1]), label="ORG"), mention("m4", "سد الزرقاء", "e3", 0.55),
    )  # fmt: skip
    yesterday, year = at("أمس"), at("عام 2019")
    times = (
        Time(
            yesterday.start, yesterday.end, "أمس", "2024-05-01", "relative", "times@1", rule="yesterday", confidence=0.9
        ),
        Time(year.start, year.end, "عام 2019", "2019", "explicit", "times@1", "2019-01-01", "2019-12-31", "year", 0.99),
    )  # fmt: skip
    return Record(SCHEMA, origin, article, mentions, entities, times, tuple(_quotes()), tuple(_events()))
