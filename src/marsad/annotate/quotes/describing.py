"""Reads the words of a source, and what stands behind the noun of a document."""

from marsad.annotate.grammar import Passage, Token, articled, noun_phrase
from marsad.annotate.lists.pointing import pointing
from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.quotes.descriptions import ADJECTIVE, Description, Name, head_of
from marsad.annotate.quotes.own_names import add_apposition, add_called, own_name
from marsad.records import Span
from marsad.text.fold import fold_key

_MOST = 40  # tokens of a source that are read
_FURTHER = 6  # tokens behind a document in which its issuer begins


def describe(passage: Passage, span: Span) -> Description:
    """The description that stands at `span`."""
    first = passage.at(span.start)
    behind = first
    tokens = passage.tokens
    while behind < len(tokens) and tokens[behind].start < span.end and behind - first < _MOST:
        behind += 1
    span = _cut(passage, span, first)
    found = Description(passage, span, first, behind)
    found.keys = [_key(tokens[place], span.start) for place in range(first, behind)]
    found.names = _names(passage, first, behind, span.start)
    found.head, found.head_size = head_of(found.keys)
    add_called(found)
    add_apposition(found)
    found.name = own_name(found)
    return found


def _cut(passage: Passage, span: Span, first: int) -> Span:
    """The span behind a preposition that is still written on its noun: لإحصاء, بمصدر."""
    token = passage.tokens[first] if first < len(passage.tokens) else None
    if token is None or token.start != span.start or passage.mention_at(first) or speaker_noun(token.key):
        return span
    if token.key[:1] in "لبو" and not token.key.startswith("لل") and speaker_noun(token.key[1:]):
        return Span(span.start + 1, span.end)
    return span


def _key(token: Token, start: int) -> str:
    return fold_key(token.text[start - token.start :]) if token.start < start < token.end else token.key


def _names(passage: Passage, first: int, behind: int, start: int) -> list[Name]:
    found: list[Name] = []
    place = first
    while place < behind:
        at = passage.mention_at(place)
        if at and at[2].kind == "name" and at[2].end > start:
            found.append(Name(max(at[0], first), at[1], at[2]))
        place = at[1] if at else place + 1
    return found


def behind_head(words: Description) -> Description | None:
    """What stands behind the noun, as words of their own: الوزارة of «بيان للوزارة», «بيان أصدرته الوزارة»."""
    tokens = words.passage.tokens
    start, limit = words.first + words.head_size, min(words.behind + _FURTHER, len(tokens))
    while start < limit and (_between(words.passage, start) or _adjective(words, start)):
        start += 1
    if start >= limit or (
        start >= words.behind and start == words.first + words.head_size and tokens[start].key[:1] != "ل"
    ):
        return None
    token = tokens[start]
    cut = 1 if token.key[:1] == "ل" and not token.key.startswith("لل") and not _listed(token.key) else 0
    at = words.passage.mention_at(start)
    begin = at[2].start if at and at[0] == start else token.start + cut
    end = max(words.span.end, tokens[max(noun_phrase(words.passage, start), start + 1) - 1].end)
    return describe(words.passage, Span(begin, end))


def _between(passage: Passage, place: int) -> bool:
    """Whether a token may stand between a document and its issuer: صادر اليوم عن."""
    token = passage.tokens[place]
    return token.key in pointing("issuing") or token.kind == "number" or passage.time_at(place) is not None


def _adjective(words: Description, place: int) -> bool:
    """Whether a word behind the noun only tells its kind: التقرير الاقتصادي, تقرير اقتصادي."""
    token = words.passage.tokens[place]
    if not words.head or words.passage.mention_at(place) or token.kind != "arabic":
        return False
    if words.head.definite and not words.head.owner:
        return token.key.startswith("ال")
    return not articled(token.key) and token.key.endswith(ADJECTIVE[:2]) and token.key[:1] not in "لو"


def _listed(key: str) -> bool:
    return speaker_noun(key) is not None
