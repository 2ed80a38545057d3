"""What a difference of two texts is: a kind and how much it matters.

Kinds that an outlet answers for: headline, number, date, name, term (another choice of a word that values), quote,
attribution, deletion, addition. Beside them: wording, moved; spelling and typography, which change nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from marsad.group.comparing_sides import Stretch
from marsad.group.comparing_words import Term, attributes, dates, fraction, terms
from marsad.group.comparing_writing import written_alike
from marsad.records import Span, TextSpan
from marsad.text.numbers import FoundNumber
from marsad.text.spellings import SURE, same_name

EditKind = Literal[
    "headline", "number", "date", "name", "term", "quote", "attribution", "deletion", "addition", "wording", "moved",
    "spelling", "typography",
]  # fmt: skip
Severity = Literal["none", "low", "medium", "high"]
SEVERITIES: tuple[Severity, ...] = ("none", "low", "medium", "high")
SEVERITY_OF: dict[EditKind, Severity] = {
    "headline": "medium", "number": "high", "date": "high", "name": "high", "term": "medium", "quote": "high",
    "attribution": "high", "deletion": "medium", "addition": "medium", "wording": "low", "moved": "low",
    "spelling": "none", "typography": "none",
}  # fmt: skip

_A_FEW = 2  # words that may come or go without being an addition or deletion
_A_NUMBER = 3  # words that a number, a date or a name may have
_ONE_NOUN = 0.6  # share of letters that two forms of a noun have in common
_BARE = 2  # words that remain where an attribution was taken out of a clause
_CLAUSE = 8  # words of an attribution that comes or goes
_THAT = frozenset({"ان", "بان"})
_BESIDE = 6  # characters between a number in digits and the same one in words


@dataclass(frozen=True, slots=True)
class Edit:
    """A difference. `a` and `b` are the words of each text, None where it has none.

    `what`: of a headline, a deletion or an addition the kinds that are in it; of a term what it names; else "".
    """

    kind: EditKind
    severity: Severity
    a: TextSpan | None
    b: TextSpan | None
    what: str = ""


def kind_of(a: Stretch, b: Stretch) -> tuple[EditKind, str]:
    """What the difference of two stretches is, and what is in it; at most one of them is empty."""
    if alike := written_alike(a, b):
        return alike, ""
    if _touches(a, a.side.quoted) and _touches(b, b.side.quoted):
        return "quote", ""
    if _attributes(a, b):
        return "attribution", ""
    if thing := term_of(a, b):
        return "term", thing
    return _counted(a, b) or _named(a, b) or _sized(a, b)


def term_of(a: Stretch, b: Stretch) -> str:
    """The thing that both sides name with another choice of words; "" where there is none."""
    return next((one.thing for one, _ in _choices(a, b)), "")


def term_pair(a: Stretch, b: Stretch) -> tuple[Stretch, Stretch] | None:
    """The words of each side that name one thing with another choice, as far as they differ."""
    return next(((_clipped(a, one.first, one.last), _clipped(b, two.first, two.last)) for one, two in _choices(a, b)),
                None)  # fmt: skip


def number_pair(a: Stretch, b: Stretch) -> tuple[Stretch, Stretch] | None:
    """The first number of each side with what it counts (عشر ساعات, عشرين ساعة), where both have one."""
    here, there = _number_words(a), _number_words(b)
    if not here or not there:
        return None
    if here.last < a.last and there.last < b.last and _alike(a.keys[here.last], b.keys[there.last]):
        return here._replace(last=here.last + 1), there._replace(last=there.last + 1)
    return here, there


def _alike(one: str, other: str) -> bool:
    """Whether two words are forms of one: ساعات and ساعة, أشخاص and شخصا."""
    return SequenceMatcher(None, one, other).ratio() >= _ONE_NOUN


def _choices(a: Stretch, b: Stretch) -> Iterator[tuple[Term, Term]]:
    there = [one for one in terms(b.keys) if _meets(b, one)] if a.span else []
    for one in terms(a.keys) if there else ():
        for other in there:
            if _meets(a, one) and one.thing == other.thing and one.choice != other.choice:
                yield one, other


def _clipped(stretch: Stretch, first: int, last: int) -> Stretch:
    return stretch._replace(first=max(first, stretch.first), last=min(last, stretch.last))


def _number_words(stretch: Stretch) -> Stretch | None:
    number = next(iter(_numbers(stretch)), None)
    chosen = [
        at for at in range(stretch.first, stretch.last)
        if number and stretch.words[at].start < number.end and number.start < stretch.words[at].end
    ]  # fmt: skip
    return _clipped(stretch, chosen[0], chosen[-1] + 1) if chosen else None


def contents(stretch: Stretch) -> list[EditKind]:
    """What matters in words that only one text has: quote, attribution, number, name."""
    found: list[EditKind] = []
    if _holds(stretch, stretch.side.quoted):
        found.append("quote")
    if any(map(attributes, stretch.chosen)) or _holds(stretch, stretch.side.said_by):
        found.append("attribution")
    if _numbers(stretch):
        found.append("number")
    if _holds(stretch, stretch.side.names or ()):
        found.append("name")
    return found


def _meets(stretch: Stretch, term: Term) -> bool:
    return term.first < stretch.last and stretch.first < term.last


def _overlaps(one: Span, other: Span | FoundNumber) -> bool:
    return one.start < other.end and other.start < one.end


def _touches(stretch: Stretch, spans: tuple[Span, ...]) -> bool:
    """Whether the words, or the place where they are missing, lie in one of the spans."""
    place = stretch.place
    return any(one.start <= place.start and place.end <= one.end for one in spans)


def _holds(stretch: Stretch, spans: tuple[Span, ...]) -> bool:
    return stretch.span is not None and any(_overlaps(stretch.span, one) for one in spans)


def _attributes(a: Stretch, b: Stretch) -> bool:
    """Whether cue, source or channel of what is said is another one, or is gone."""
    said = [any(map(attributes, one.chosen)) for one in (a, b)]
    if a.span and b.span:
        short = max(a.last - a.first, b.last - b.first) <= _CLAUSE
        named = all(_speaks(one) or _holds(one, one.side.said_by) for one in (a, b))
        named = named or all(_opens(one) for one in (a, b))
        alone = said[0] != said[1] and min(a.last - a.first, b.last - b.first) <= _BARE
        return short and (all(said) or named or alone)
    return any(said) and max(a.last - a.first, b.last - b.first) <= _CLAUSE


def _speaks(stretch: Stretch) -> bool:
    """Whether the words stand between one that attributes and أن or a colon: وقال وزير الري إن."""
    before = stretch.keys[max(stretch.first - _CLAUSE, 0) : stretch.first]
    behind = stretch.words[stretch.last : stretch.last + _CLAUSE]
    following = stretch.keys[stretch.last : stretch.last + 1]  # سامي حداد قائلا: …
    if not stretch.span or not any(map(attributes, (*before, *following))) or not behind:
        return False
    text = stretch.side.text[stretch.span.end : behind[-1].end]
    return ":" in text or any(key in _THAT for key in stretch.keys[stretch.last : stretch.last + _CLAUSE])


def _opens(stretch: Stretch) -> bool:
    """Whether a colon stands behind the words: وجاء في البيان: …"""
    end = stretch.words[stretch.last - 1].end
    return stretch.side.text[end : end + 2].lstrip().startswith(":")


def _numbers(stretch: Stretch) -> list[FoundNumber]:
    return [one for one in stretch.side.numbers if stretch.span and _overlaps(stretch.span, one)]


def _counted(a: Stretch, b: Stretch) -> tuple[EditKind, str] | None:
    """A number or a date, where that is what differs."""
    sizes = (a.last - a.first, b.last - b.first)
    if max(sizes) > _A_NUMBER and (not min(sizes) or max(sizes) > 2 * min(sizes)):
        return None
    if _dated(a) or _dated(b):
        return "date", ""
    here, there = _numbers(a), _numbers(b)
    if not here and not there:
        return ("number", "") if _fractions(a) and _fractions(b) else None
    same = [(one.minimum, one.maximum) for one in here] == [(one.minimum, one.maximum) for one in there]
    again = not (here and there) and all(
        _said_twice(text, one) for text, those in ((a, here), (b, there)) for one in those
    )
    return ("typography" if same or again else "number"), ""


def _said_twice(stretch: Stretch, number: FoundNumber) -> bool:
    """Whether the same number stands beside it: ثلاثة (3)."""
    return any(
        other.minimum == number.minimum and 0 <= max(other.start - number.end, number.start - other.end) <= _BESIDE
        for other in stretch.side.numbers
    )


def _fractions(stretch: Stretch) -> bool:
    """Whether the words are a part of something: نصف, ثلث; such words are no numbers by themselves."""
    return any(map(fraction, stretch.chosen))


def _dated(stretch: Stretch) -> bool:
    """Whether the words are of a date: a month, a day of the week, 2024/03/12, a number before a month."""
    chosen = range(stretch.first, stretch.last)
    near = range(stretch.last, min(stretch.last + 1, len(stretch.keys))) if _numbers(stretch) else ()
    return any(dates(stretch.keys[at]) for at in (*chosen, *near)) or any(
        stretch.words[at].kind == "number" and not stretch.words[at].text.isdigit()
        and any(sign in stretch.words[at].text for sign in "/-") for at in chosen
    )  # fmt: skip


def _named(a: Stretch, b: Stretch) -> tuple[EditKind, str] | None:
    """A name, where names were looked for and one of them differs; another spelling of it is one."""
    here, there = _names(a), _names(b)
    if not here and not there:
        return None
    if max(a.last - a.first, b.last - b.first) > _A_NUMBER and not (here and there):
        return None
    if here and there:
        match = same_name(here[0], there[0])
        if match and match.strength >= SURE and not (set(here[0].split()) < set(there[0].split())):
            return "spelling", ""
    return "name", ""


def _names(stretch: Stretch) -> list[str]:
    place = stretch.place
    found = [one for one in stretch.side.names or () if _overlaps(place, one)]
    return [stretch.side.text[one.start : one.end] for one in found]


def _sized(a: Stretch, b: Stretch) -> tuple[EditKind, str]:
    if not a.span and b.last - b.first > _A_FEW:
        return "addition", ",".join(contents(b))
    if not b.span and a.last - a.first > _A_FEW:
        return "deletion", ",".join(contents(a))
    return "wording", ""
