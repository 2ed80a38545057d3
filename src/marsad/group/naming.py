"""Which names each outlet uses for the same thing, over time: تنظيم الفجر here, جماعة الفجر المتطرفة there."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from marsad.group.outlets import day, iso, outlet
from marsad.group.sets import usual
from marsad.group.stories_features import thing
from marsad.records import Record
from marsad.text.name_words import fold_name

Place = tuple[str, str]  # article id, entity id


@dataclass(frozen=True, slots=True)
class Use:
    """A name that an outlet uses for a thing.

    `name`: as the outlet mostly writes it; other spellings of the same letters are counted with it. `times`: how often;
    `share`: of all that this outlet says of the thing by name; `articles`: in how many. `first` and `last`: ISO
    days, None where no article has a date. `months`: how often in each month (`2015-02`), in order.
    """

    outlet: str
    name: str
    times: int
    share: float
    articles: int
    first: str | None
    last: str | None
    months: tuple[tuple[str, int], ...]


class _Seen(NamedTuple):
    outlet: str
    written: str
    article: str
    day: int | None


def naming(records: Iterable[Record], wanted: str, *, ids: Mapping[Place, str] | None = None) -> tuple[Use, ...]:
    """All names of one thing, by outlet and frequency.

    Arguments:
        records: with mentions and entities; those without say nothing.
        wanted: the key of the thing: what `ids` gives, else what `stories_features.thing` gives.
        ids: for (article, entity) the id of the entity in all articles (`entities.same_across`).
    """
    names: dict[tuple[str, str], list[_Seen]] = defaultdict(list)
    for record in records:
        for seen in _seen(record, wanted, ids or {}):
            names[seen.outlet, fold_name(seen.written)].append(seen)
    whole = Counter(place for (place, _), those in names.items() for _ in those)
    found = (_use(place, those, whole[place]) for (place, _), those in names.items())
    return tuple(sorted(found, key=lambda use: (use.outlet, -use.times, use.name)))


def _seen(record: Record, wanted: str, ids: Mapping[Place, str]) -> Iterator[_Seen]:
    """Every mention of the thing by a name; what is only said of it (المنظمة, هي) is no name."""
    article = record.article.id
    those = {one.id for one in record.entities or () if (ids.get((article, one.id)) or thing(one)) == wanted}
    place, when = outlet(record), day(record)
    for mention in record.mentions or ():
        if mention.kind == "name" and mention.entity in those:
            yield _Seen(place, _bare(mention.text), article, when)


def _bare(written: str) -> str:
    """The name without the ل that stays on a mention whose article is not written out: للفجر, الفجر."""
    return f"ال{written[2:]}" if written.startswith("لل") and len(written) > len("لل") + 1 else written


def _use(place: str, those: list[_Seen], whole: int) -> Use:
    written = Counter(seen.written for seen in those)
    days = sorted(seen.day for seen in those if seen.day is not None)
    months = Counter((iso(number) or "")[:7] for number in days)
    return Use(
        outlet=place,
        name=usual(written),
        times=len(those),
        share=round(len(those) / whole, 3),
        articles=len({seen.article for seen in those}),
        first=iso(days[0]) if days else None,
        last=iso(days[-1]) if days else None,
        months=tuple(sorted(months.items())),
    )
