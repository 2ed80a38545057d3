"""From the tokens of a query to its tree; where it is malformed, an error that says where and how to mend it."""

from typing import get_args

from marsad.archive.query import All, Any, Dated, Field, Node, Not, Phrase, Word
from marsad.archive.query_dates import period
from marsad.archive.query_tokens import HELD, QueryError, QueryToken, place, query_tokens
from marsad.errors import UsageError
from marsad.kinds import EventType
from marsad.records import STEPS
from marsad.text.search_words import tokens, written

_DEEPEST = 30  # parentheses inside one another
_MOST = 60  # words and phrases of a query
_LEAST_OF_PREFIX = 2  # letters
_AND, _OR = frozenset({"AND", "و"}), frozenset({"OR", "أو", "او"})
_NOT, _AND_NOT = frozenset({"NOT"}), frozenset({"وليس"})
_ARABIC_NOT = "ليس"
_CAPITALS = frozenset({"AND", "OR", "NOT"})


def parse(query: str) -> Node | None:
    """The tree of a query; None where it is empty, which asks for everything. Raises QueryError."""
    whole = query_tokens(query)
    row = [token for token in whole if token.kind != "word" or _says(token.text)]
    if whole and not row:
        raise QueryError(f"the query holds no word ({place(whole[0].start)}); write one", whole[0].start, whole[-1].end)
    return _Parser(row, len(query)).whole() if row else None


def _says(text: str) -> bool:
    """Whether a word holds anything to search for; lone signs are passed over."""
    return bool(tokens(text)) or "*" in text


class _Parser:
    """Reads the tokens from left to right."""

    def __init__(self, row: list[QueryToken], size: int) -> None:
        self._row, self._size = row, size
        self._at = self._depth = self._parts = 0

    def whole(self) -> Node:
        node = self._any()
        if self._at < len(self._row):
            token = self._row[self._at]
            raise QueryError(
                f"the parenthesis ) at {place(token.start)} closes nothing; leave it out", token.start, token.end
            )
        return node

    def _any(self) -> Node:
        parts = [self._all()]
        while self._is(_OR):
            self._at += 1
            self._operand(self._row[self._at - 1])
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def _all(self) -> Node:
        parts = [self._part()]
        while (token := self._next()) and token.kind != "close" and not self._is(_OR):
            if self._is(_AND):
                self._at += 1
                self._operand(token)
            parts.append(self._part())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _part(self) -> Node:
        token = self._next()
        if token is None or token.kind == "close":
            at = token.start if token else self._size
            raise QueryError(
                f"something to search for is missing at {place(at)}; write a word, or leave the parenthesis out", at, at
            )
        if self._negates(token):
            self._at += 1
            self._operand(token)
            return Not(self._part())
        if token.kind == "word" and token.text in _CAPITALS:
            raise QueryError(
                f"{token.text} at {place(token.start)} has nothing in front of it; write a word "
                f"there, or put {token.text} into "
                "quotation marks", token.start, token.end,
            )  # fmt: skip
        self._at += 1
        self._count(token)
        return self._group(token) if token.kind == "open" else self._leaf(token)

    def _count(self, token: QueryToken) -> None:
        self._parts += 1
        if self._parts > _MOST:
            raise QueryError(f"the query has more than {_MOST} parts; ask in several queries", token.start, token.end)

    def _group(self, opening: QueryToken) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise QueryError(f"more than {_DEEPEST} parentheses inside one another", opening.start, opening.end)
        node = self._any()
        if self._next() is None:
            raise QueryError(
                f"the parenthesis at {place(opening.start)} is not closed; add ) behind what belongs together",
                opening.start,
                self._size,
            )
        self._at += 1
        self._depth -= 1
        return node

    def _leaf(self, token: QueryToken) -> Node:
        if token.kind == "field":
            return self._field(token)
        if token.kind == "phrase":
            if not tokens(token.text):
                raise QueryError(
                    f"the phrase at {place(token.start)} holds no word; write one, or leave it out",
                    token.start,
                    token.end,
                )
            return Phrase(token.text.strip())
        return _word(token)

    def _field(self, token: QueryToken) -> Node:
        value = self._next()
        if value is None or value.kind not in {"word", "phrase"} or not value.text.strip():
            raise QueryError(
                f"{token.text}: at {place(token.start)} has no value; write one behind the colon, "
                f"as in {_EXAMPLES[token.text]}",
                token.start, token.end,
            )  # fmt: skip
        self._at += 1
        text = value.text.strip()
        if token.text != "date":
            _check(token.text, text, value)
            return Field(token.text, text)
        try:
            return Dated(period(text))
        except UsageError as error:
            raise QueryError(f"{error.what} ({place(value.start)})", value.start, value.end) from None

    def _operand(self, operator: QueryToken) -> None:
        """Behind an operator something must follow that it can join."""
        token = self._next()
        if token is None or token.kind == "close" or (token.kind == "word" and token.text in {"AND", "OR"}):
            raise QueryError(
                f"{operator.text} at {place(operator.start)} has nothing behind it; write a word "
                f"there, or put {operator.text} into "
                "quotation marks", operator.start, operator.end,
            )  # fmt: skip

    def _next(self) -> QueryToken | None:
        return self._row[self._at] if self._at < len(self._row) else None

    def _is(self, operators: frozenset[str]) -> bool:
        """Whether an operator stands here; و and أو are one only between two parts of a query."""
        token = self._next()
        if token is None or token.kind != "word" or token.text not in operators:
            return False
        if token.text in _CAPITALS:
            return True
        following = self._row[self._at + 1 : self._at + 2]
        return self._at > 0 and bool(following) and following[0].kind != "close"

    def _negates(self, token: QueryToken) -> bool:
        """Whether NOT is said here: ليس only behind و, أو or before what is no plain word; وليس between two parts."""
        if token.kind != "word":
            return False
        if token.text in _NOT:
            return True
        following = self._row[self._at + 1 : self._at + 2]
        if token.text not in {_ARABIC_NOT, *_AND_NOT} or not following or not _begins(following[0]):
            return False
        before = self._row[self._at - 1] if self._at else None
        if token.text in _AND_NOT:
            return before is not None and before.kind != "open"
        joined = before is not None and before.kind == "word" and before.text in _AND | _OR
        return joined or following[0].kind != "word"


def _begins(token: QueryToken) -> bool:
    """Whether a part of a query can begin with the token, other than with an operator."""
    return token.kind != "close" and not (token.kind == "word" and token.text in _AND | _OR | _CAPITALS)


def _word(token: QueryToken) -> Node:
    text = token.text
    stars = text.count("*")
    if stars and (stars > 1 or not text.endswith("*")):
        star = token.start + text.index("*")
        raise QueryError(
            f"the * at {place(star)} must stand behind the beginning of a word, as in مستقب*", star, star + 1
        )
    found = tokens(text)
    if stars and (len(found) != 1 or len(written(text[:-1])) < _LEAST_OF_PREFIX):
        raise QueryError(
            f"{text} at {place(token.start)} is too short; write at least {_LEAST_OF_PREFIX} letters before *",
            token.start,
            token.end,
        )
    if len(found) > 1:  # و60, 10:30, a-b: what is written together is searched together
        return Phrase(text)
    return Word(text[found[0].start : found[0].end], prefix=bool(stars))


def _check(field: str, text: str, token: QueryToken) -> None:
    """The fields that hold one of a closed list hold nothing else."""
    if field == "type" and text.upper() not in get_args(EventType):
        raise QueryError(
            f"{text[:40]} ({place(token.start)}) is no type of event; types are {', '.join(get_args(EventType))}",
            token.start, token.end,
        )  # fmt: skip
    if field == "has" and text.lower() not in {*STEPS, *HELD, "date"}:
        raise QueryError(
            f"has: knows no {text[:40]} ({place(token.start)}); it knows {', '.join((*STEPS, *HELD, 'date'))}",
            token.start, token.end,
        )  # fmt: skip


_EXAMPLES = {
    "speaker": "speaker:لافروف", "source": "source:رويترز", "section": 'section:"أخبار دولية"', "place": "place:ميونخ",
    "person": "person:لافروف", "type": "type:CONSULT", "lang": "lang:ar", "has": "has:quotes",
    "date": "date:2015-02..2015-03",
}  # fmt: skip
