"""What a story is about, told in words of its own articles: title, summary, who and what makes it, and a timeline.

Nothing is written here: title and sentences are chosen, each with the article and the span that it stands at.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from marsad.group.occurrences import Occurrence
from marsad.group.outlets import by_day, copy_groups, day, iso, outlet
from marsad.group.sets import usual
from marsad.group.stories_features import stems, thing
from marsad.kinds import EventType, Label
from marsad.records import Record
from marsad.text.sentences import sentences

SENTENCES = 3
ACTORS = 10
MOMENTS = 20
_READ = 8000  # characters of an article that say what the story is about
_LEADING = 6  # sentences of an article that may be chosen
_SHORTEST, _LONGEST = 6, 60  # stems of a sentence that may be chosen
_SAME = 0.5  # share of the shorter sentence's stems from which two sentences say the same
_LATER = 0.9  # what a sentence loses with each one that stands before it


@dataclass(frozen=True, slots=True)
class Chosen:
    """Words of an article: `text == article.text[start:end]` (code points)."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that makes the story: its key in other articles, its usual name, in how many it stands."""

    thing: str
    name: str
    label: Label
    articles: int


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened: on which ISO day (the first that is possible), told first by whom, by how many outlets.

    `occurrence` is None of a story that tells no dated event: its first article stands for it.
    """

    day: str | None
    type: EventType | None
    what: Chosen
    first: str  # outlet that told it first, "" where it is unknown
    told: str | None  # ISO day when it was told first
    outlets: int
    occurrence: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """A story in words of its articles."""

    title: Chosen | None
    summary: tuple[Chosen, ...]
    actors: tuple[Actor, ...]
    timeline: tuple[Moment, ...]


def told(
    records: Iterable[Record], *, occurrences: Iterable[Occurrence] = (), copies: Iterable[Iterable[str]] = ()
) -> Told:
    """Title, summary, actors and timeline of the articles of a story, or of a thread.

    Arguments:
        records: the articles of the story, in any order; of copies only the earliest is chosen from and counted.
        occurrences: of these articles or of more (`occurrences.occurrences`); what no article tells is left out.
        copies: groups of article ids that are copies of one another.
    """
    known = sorted(records, key=by_day)
    groups = copy_groups(copies)
    firsts: dict[str, Record] = {}
    for record in known:
        firsts.setdefault(groups.get(record.article.id, record.article.id), record)
    own = list(firsts.values())
    weights = _weights(own)
    return Told(_title(own, weights), _summary(own, weights), actors(own), timeline(known, occurrences))


def _weights(records: Sequence[Record]) -> Mapping[str, float]:
    """What each stem says for the story: the more articles have it, the more; what only one has says little."""
    found = Counter(stem for record in records for stem in set(stems(record.article.text[:_READ])))
    least = 1 if len(records) == 1 else 0  # of one article every word has one
    return {stem: math.log(times + least) for stem, times in found.items()}


def _worth(those: Sequence[str], weights: Mapping[str, float]) -> float:
    """What a stretch of text tells of the story, for its length."""
    return sum(weights.get(stem, 0.0) for stem in set(those)) / math.sqrt(len(those) + 1)


def _title(records: Sequence[Record], weights: Mapping[str, float]) -> Chosen | None:
    heads = [(-_worth(stems(head), weights), record.article.id, head, record.article.text.find(head))
             for record in records if (head := record.article.headline or "")]  # fmt: skip
    if not heads:
        return None
    _, article, head, start = min(heads)
    return Chosen(article, max(start, 0), max(start, 0) + len(head), head)


def _summary(records: Sequence[Record], weights: Mapping[str, float]) -> tuple[Chosen, ...]:
    """The sentences that tell most and do not say what another has said, by the day of their articles."""
    candidates: list[tuple[float, int, Chosen, set[str]]] = []
    for number, record in enumerate(records):
        article = record.article
        spans = [span for one in article.paragraphs for span in sentences(article.text, one.start, one.end)]
        for place, span in enumerate(spans[:_LEADING]):
            text = article.text[span.start : span.end]
            those = stems(text)
            if _SHORTEST <= len(those) <= _LONGEST:
                worth = _worth(those, weights) * _LATER**place
                candidates.append((-worth, number, Chosen(article.id, span.start, span.end, text), set(those)))
    chosen: list[tuple[int, Chosen, set[str]]] = []
    for _, number, sentence, said in sorted(candidates, key=lambda one: (one[0], one[1], one[2].start)):
        if len(chosen) < SENTENCES and all(_apart(said, other) for _, _, other in chosen):
            chosen.append((number, sentence, said))
    return tuple(sentence for _, sentence, _ in sorted(chosen, key=lambda one: (one[0], one[1].start)))


def _apart(those: set[str], others: set[str]) -> bool:
    return len(those & others) < _SAME * min(len(those), len(others))


def actors(records: Iterable[Record]) -> tuple[Actor, ...]:
    """Whom and what most of the articles name, the most frequent first."""
    articles: Counter[str] = Counter()
    names: dict[str, Counter[tuple[str, Label]]] = defaultdict(Counter)
    for record in records:
        here = {thing(entity): entity for entity in record.entities or ()}
        articles.update(here.keys())
        for key, entity in here.items():
            names[key][entity.name, entity.label] += 1
    best = sorted(articles, key=lambda key: (-articles[key], key))[:ACTORS]
    return tuple(Actor(key, *usual(names[key]), articles[key]) for key in best)


def timeline(records: Sequence[Record], occurrences: Iterable[Occurrence]) -> tuple[Moment, ...]:
    """What happened when, and who told it first: the occurrences that most outlets tell, by day.

    Records sorted by day. Left out are background, what is planned, and, where several outlets tell something, what
    only one tells. Where nothing is left, the first article with a headline is the one moment.
    """
    known = {record.article.id: record for record in records}
    found: list[Moment] = []
    for one in occurrences:
        here = [telling for telling in one.tellings if telling.article in known]
        if here and one.earliest and one.modality != "planned" and not one.background:
            outlets = len({telling.outlet or telling.article for telling in here})
            what = _sentence(known[here[0].article], here[0].event)
            found.append(Moment(one.earliest, one.type, what, here[0].outlet, here[0].day, outlets, one.id))
    if any(one.outlets > 1 for one in found):
        found = [one for one in found if one.outlets > 1]
    best = sorted(found, key=lambda one: (-one.outlets, one.day or "", one.occurrence or ""))[:MOMENTS]
    if not best:
        return tuple(_opening(record) for record in records if record.article.headline)[:1]
    return tuple(sorted(best, key=lambda one: (one.day or "", one.told or "", one.occurrence or "")))


def _sentence(record: Record, event: str) -> Chosen:
    span = next(one.evidence for one in record.events or () if one.id == event)
    return Chosen(record.article.id, span.start, span.end, record.article.text[span.start : span.end])


def _opening(record: Record) -> Moment:
    head = record.article.headline or ""
    start = max(record.article.text.find(head), 0)
    what = Chosen(record.article.id, start, start + len(head), head)
    when = iso(day(record))
    return Moment(when, None, what, outlet(record), when, 1, None)
