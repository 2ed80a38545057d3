"""Where an act happened: the place behind في or a word of nearness in its clause."""

import re
from collections.abc import Sequence

from marsad.annotate.events.clauses import Clauses
from marsad.annotate.events.naming import Who
from marsad.annotate.events.parties import inside
from marsad.annotate.events.types import Act
from marsad.annotate.events.words import attached
from marsad.annotate.grammar import Passage
from marsad.annotate.lists.codes import noun
from marsad.annotate.lists.tables import party_words
from marsad.records import Place

_WHERE = party_words("where")
_SIDES = party_words("sides")
_ARTICLE = re.compile(r"^[وف]?(لل|[بك]?ال|[بل])")
_TOPICS = party_words("topics")
_PLACED = party_words("placed")
_HEADS = party_words("kinds")
_FAR = 24  # tokens
_DEEP = 4  # tokens between في and the name: في أحد أحياء مدينة


def place(clauses: Clauses, act: Act, span: tuple[int, int], parties: Sequence[Who]) -> Place | None:
    """The place of an act whose evidence are the tokens of `span`; the nearest behind it first.

    Whoever takes part is no place, but for the host of a visit.
    """
    passage = clauses.passage
    low, high = passage.sentence(act.first)
    first, last = max(low, min(span[0], act.first - _FAR)), min(high, max(span[1], act.last + _FAR))
    found: list[tuple[bool, int, Who]] = []
    for index in range(first, last):
        name = passage.mention_at(index)
        if not name or name[0] != index or name[2].label != "LOC" or name[2].kind != "name":
            continue
        if not _located(passage, index, low) or (act.type == "CONSULT" and _told_of(clauses, act, index)):
            continue
        where = inside(passage, index, name[1], clauses.world)
        if where and where.sort in {"place", "state"} and not any(where.same(one) for one in parties):
            found.append((index < act.first, abs(index - act.first), where))
    best = min(found, key=lambda item: item[:2])[2] if found else _of_party(act, parties)
    return Place(best.text, best.entity) if best else None


def _of_party(act: Act, parties: Sequence[Who]) -> Who | None:
    """The city that is visited or left is the place, too."""
    if act.mode not in {"visit", "withdraw"}:
        return None
    return next((one for one in parties if one.sort == "place"), None)


def _located(passage: Passage, index: int, low: int) -> bool:
    """Whether a name stands behind في, near, in the north of …, with or without what kind of place it is."""
    if "ب" in attached(passage, index) or (index > low and passage.tokens[index - 1].key in _PLACED):
        return True
    for place in range(index - 1, max(low, index - _DEEP) - 1, -1):
        token = passage.tokens[place]
        word = noun(token.text)
        if token.key in _WHERE or token.key in _SIDES:
            return not _topic(passage, place, low)
        head = token.key.removeprefix("ال")
        if head.removeprefix("ب") in _HEADS and token.key.startswith("ب"):
            return True
        if head not in _HEADS and word.form not in _HEADS and token.key not in {"احد", "احدي", "عده"}:
            return False
    return False


def _topic(passage: Passage, place: int, low: int) -> bool:
    """Whether what is in a place is what is talked about: الوضع المتأزم *في* سورية, الحل السياسي *في* اليمن."""
    keys = [passage.tokens[index].key for index in range(max(low, place - 2), place)]
    return any(_ARTICLE.sub("", key) in _TOPICS for key in keys)


def _told_of(clauses: Clauses, act: Act, index: int) -> bool:
    """Whether a place belongs to what is spoken of at a meeting: وتناولت المحادثات ما يحصل في *اليمن*."""
    tokens = clauses.passage.tokens
    return any(place in clauses.verbs and tokens[place - 1].key in _WHAT for place in range(act.last + 1, index))


_WHAT = frozenset({"ما", "مما", "بما", "عما", "فيما"})
