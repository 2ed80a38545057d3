"""Which medium relays: نقلت صحيفة … عن مسؤول قوله; «…»، كما نقلت «رويترز»; -وفقا لوكالة الأناضول-."""

from marsad.annotate.grammar import Passage
from marsad.annotate.lists.channels import channel_words
from marsad.annotate.quotes.attribution import Attribution
from marsad.annotate.quotes.outlets import Media
from marsad.records import Named, Span

_LEAD = frozenset({"كما", "وفق", "وفقا", "حسب", "بحسب", "حسبما", "نقلا", "بحسبما", "وفقما", "طبقا"})
_BETWEEN = frozenset({"ما", "لما", "عن", "به", "عنه", "عنها", "ذلك"})
_SIGNS = frozenset('"»”’،,-–—.')
_TAIL = 8  # tokens behind the content in which the phrase begins
_LEAD_WORDS = 4


def reporter(passage: Passage, one: Attribution, media: Media) -> Named | None:
    """The medium that relays an attribution; None where none is named."""
    if one.reporter:
        return _named(passage, one.reporter)
    end = max(one.content[-1].end, one.frame.end)
    if end >= passage.end:
        return None
    first = passage.behind(end)
    limit = min(first + _TAIL, len(passage.tokens))
    while first < limit and passage.tokens[first].text in _SIGNS:
        first += 1
    place = _behind_lead(passage, first)
    if place is None:
        return None
    found = media.at(passage, place, told=True)
    return _named(passage, Span(passage.tokens[place].start, passage.tokens[found[1] - 1].end)) if found else None


def _behind_lead(passage: Passage, first: int) -> int | None:
    """Behind «كما نقلت», «وفق ما ذكرت», «نقلا عن»; None where the words are others."""
    tokens = passage.tokens
    if first >= len(tokens) or tokens[first].key not in _LEAD:
        return None
    place = first + 1
    while place < len(tokens) and place - first < _LEAD_WORDS:
        if tokens[place].key in _BETWEEN or tokens[place].key in channel_words("relayed"):
            place += 1
        else:
            return place
    return None


def _named(passage: Passage, span: Span) -> Named:
    entity = None
    for place in range(passage.at(span.start), passage.behind(span.end)):
        at = passage.mention_at(place)
        if at and at[2].kind == "name" and at[2].label == "ORG":
            entity = at[2].entity
    return Named(span.start, span.end, passage.text[span.start : span.end], entity)
