"""A query as a row of tokens: words, phrases, fields, parentheses, each with its place."""

import re
from typing import Literal, NamedTuple

from marsad.errors import UsageError

LONGEST = 2000  # characters of a query
FIELDS: dict[str, str] = {
    "speaker": "speaker", "المتحدث": "speaker", "القائل": "speaker",
    "source": "source", "المصدر": "source",
    "section": "section", "القسم": "section",
    "place": "place", "المكان": "place",
    "person": "person", "الشخص": "person",
    "type": "type", "النوع": "type",
    "lang": "lang", "اللغة": "lang",
    "has": "has", "فيه": "has",
    "date": "date", "التاريخ": "date",
}  # fmt: skip
HELD = ("images", "headline", "authors", "section", "source", "keywords", "links")  # of an article, for has:
NAMES = ("speaker", "source", "section", "place", "person", "type", "lang", "has", "date")
_CLOSING = {'"': '"', "«": "»", "“": "”", "„": "“”", "‟": "”", "＂": "＂"}
_SPACE = re.compile(r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u061c]+")
_FIELD = re.compile(r"([^\W\d_]+)[:：]")
_PLAIN = re.compile(r"[^\s()\"«»“”„‟＂\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u061c]+")

Kind = Literal["word", "phrase", "field", "open", "close"]


class QueryError(UsageError):
    """A query that cannot be read: `start` to `end` (code points of the query) is what is wrong with it."""

    reason = "query"

    def __init__(self, what: str, start: int, end: int) -> None:
        super().__init__(what)
        self.start, self.end = start, end

    def __reduce__(self) -> tuple[object, ...]:
        """What pickle needs."""
        return type(self), (self.what, self.start, self.end)


class QueryToken(NamedTuple):
    """A token of a query: `text` is a word as it stands, a phrase without its marks, or the field's own name."""

    kind: Kind
    text: str
    start: int
    end: int


def place(position: int) -> str:
    """How messages name a place: characters count from 1."""
    return f"character {position + 1}"


def query_tokens(query: str) -> list[QueryToken]:
    """The tokens of a query, in order. Raises QueryError for an open quotation mark or an unknown field."""
    if len(query) > LONGEST:
        raise QueryError(f"the query has {len(query):,} characters; {LONGEST:,} are the most", LONGEST, len(query))
    found: list[QueryToken] = []
    at = 0
    while at < len(query):
        space = _SPACE.match(query, at)
        if space:
            at = space.end()
            continue
        token = _token(query, at)
        found.append(token)
        at = token.end
    return found


def _token(query: str, at: int) -> QueryToken:
    char = query[at]
    if char in "()":
        return QueryToken("open" if char == "(" else "close", char, at, at + 1)
    if char in _CLOSING:
        return _phrase(query, at)
    if char in "»”":
        raise QueryError(
            f"the mark {char} at {place(at)} closes no phrase; put one in front of its first word, or leave it out",
            at,
            at + 1,
        )
    field = _FIELD.match(query, at)
    if field:
        name = FIELDS.get(field[1].lower())
        if name is None:
            raise QueryError(
                f"there is no field {field[1]}: ({place(at)}); fields are {', '.join(NAMES)}. "
                "Words with a colon go into quotation marks",
                at, field.end(),
            )  # fmt: skip
        return QueryToken("field", name, at, field.end())
    word = _PLAIN.match(query, at)
    if word is None:  # an invisible sign that is no space
        return QueryToken("word", char, at, at + 1)
    return QueryToken("word", word[0], at, word.end())


def _phrase(query: str, at: int) -> QueryToken:
    ends = [end for closing in _CLOSING[query[at]] if (end := query.find(closing, at + 1)) >= 0]
    if not ends:
        raise QueryError(
            f"the quotation mark {query[at]} at {place(at)} is not closed; "
            f"add {_CLOSING[query[at]][0]} behind the phrase",
            at, len(query),
        )  # fmt: skip
    return QueryToken("phrase", query[at + 1 : min(ends)], at, min(ends) + 1)
