"""A record without what is kept back: the mark stands in its place, and every offset fits the text that is handed out.

What would tell it all the same goes too: of a thing whose name is kept back, its ids, its place on the map, its
country, office and codes; of the page, its hash, against which guesses could be tried.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

from marsad.archive.hiding import MARK, Hider, Range, hider, joined, marked
from marsad.archive.redaction import Redaction

# Fields that hold no words of a page: ids, closed lists, values. Whatever is not listed here is looked through.
NOT_WORDS = frozenset({
    "schema", "id", "language", "label", "kind", "entity", "mentions", "made_by", "precision", "calendar", "months",
    "basis", "value", "earliest", "latest", "class", "mode", "type", "modality", "status", "resolution", "within",
    "paraphrase_of", "quote", "speaker", "code", "sector", "country", "stands_for", "reason", "fetched_at",
    "media_type", "encoding", "sha256", "contexts",
})  # fmt: skip
_TELLING = ("wikidata", "global", "country", "sector", "office", "stands_for", "location")  # of an entity
_NAMING = frozenset({"name", "part", "adjective"})  # kinds of mentions that hold a name
_Data = dict[str, Any]


def redacted(data: _Data, redactions: Sequence[Redaction], meant: frozenset[str] = frozenset()) -> _Data:
    """The record (as `to_json` gives it) without what the redactions keep back; the same one where there is nothing.

    `meant`: ids of entities of the record that are kept back as well, for what they are in other articles.
    """
    entities = data.get("entities") or []
    named_so = (one["id"] for one in entities if any(_meant(one, redaction) for redaction in redactions))
    hidden = meant | frozenset(named_so)
    named = [name for one in entities if one["id"] in hidden for name in _names(one)]
    hiding = hider(
        (*(one.words for one in redactions if one.kind == "name"), *named),
        tuple(one.words for one in redactions if one.kind == "words"),
    )
    text = data["article"]["text"]
    spans = [
        (one["start"], one["end"])
        for one in data.get("mentions") or ()
        if one["entity"] in hidden and one["kind"] in _NAMING
    ]
    ranges = joined([*hiding.ranges(text), *spans])
    found = _Redacting(text, ranges, hiding, hidden, _blank(entities, hidden, hiding)).record(data)
    if found == data:
        return data
    return found | {"origin": found["origin"] | {"sha256": "", "bytes": 0}}


def _names(entity: _Data) -> list[str]:
    return [entity["name"], *entity["aliases"]]


def _meant(entity: _Data, redaction: Redaction) -> bool:
    """Whether it is this thing that is kept back, under all its names and not under one word alone."""
    words = redaction.words
    if redaction.kind == "entity":
        place = (entity.get("location") or {}).get("geonames")
        return words.removeprefix("wikidata:") == entity.get("wikidata") or words in {
            entity.get("global"), f"geonames:{place}" if place else None
        }  # fmt: skip
    if redaction.kind != "name" or entity.get("stands_for"):  # واشنطن is not all that the United States are called
        return False
    hiding = hider((words,))
    if entity["label"] == "PER":
        return any(hiding.ranges(name) for name in _names(entity))
    return any(hiding.ranges(name) == [(0, len(name))] for name in _names(entity))


def _blank(entities: Iterable[_Data], hidden: frozenset[str], hiding: Hider) -> frozenset[str]:
    """The entities of which nothing may be told that names them: those that are meant, or have such words in a name."""
    return frozenset(one["id"] for one in entities if one["id"] in hidden or any(map(hiding.ranges, _names(one))))


class _Redacting:
    """Goes through one record."""

    def __init__(
        self, text: str, ranges: Sequence[Range], hiding: Hider, hidden: frozenset[str], blank: frozenset[str]
    ) -> None:
        self._old, self._ranges, self._hider, self._hidden, self._blank = text, ranges, hiding, hidden, blank
        self._new = marked(text, ranges)
        self._starts = [start for start, _ in ranges]
        self._shifts = [0, *accumulate(len(MARK) - (end - start) for start, end in ranges)]

    def record(self, data: _Data) -> _Data:
        """The record with marks and with offsets that fit."""
        found = self._noun({name: part for name, part in data.items() if name != "article"})
        return found | {"article": self._article(data["article"])}

    def _article(self, article: _Data) -> _Data:
        found: _Data = self._walk(article)
        headline = article.get("headline")
        if headline and self._old.startswith(headline):
            found["headline"] = self._new[: self._place(len(headline), ends=True)]
        return found | {"text": self._new}

    def _walk(self, part: Any) -> Any:  # noqa: ANN401 - JSON
        if isinstance(part, dict):
            return self._noun(part)
        if isinstance(part, list):
            return [self._walk(one) for one in part]
        return self._hider.text(part) if isinstance(part, str) else part

    def _noun(self, noun: _Data) -> _Data:
        """One noun of the record: its strings, its span and the words that stand there."""
        found = {
            name: value if name in NOT_WORDS and _is_plain(value) else self._walk(value) for name, value in noun.items()
        }
        span = self._span(noun)
        if span:
            start, end = self._place(span[0], ends=False), self._place(span[1], ends=True)
            found |= {"start": start, "end": end} if "start" in noun else {}
            if noun.get("text") == self._old[span[0] : span[1]]:
                found["text"] = self._new[start:end]
        return found | self._without_telling(noun)

    def _span(self, noun: _Data) -> Range | None:
        """Where it stands; a quote stands where its words begin and end."""
        if "start" in noun:
            return noun["start"], noun["end"]
        content = noun.get("content")
        return (content[0]["start"], content[-1]["end"]) if content else None

    def _without_telling(self, noun: _Data) -> _Data:
        """What is kept back of a noun beside its words."""
        if noun.get("id") in self._blank and "aliases" in noun:
            return dict.fromkeys((name for name in _TELLING if name in noun), None)
        if noun.get("speaker") in self._hidden and noun.get("speaker_name"):
            return {"speaker_name": MARK}
        if noun.get("entity") in self._blank:
            return dict.fromkeys((name for name in ("code", "sector") if name in noun), None)
        return {}

    def _place(self, place: int, *, ends: bool) -> int:
        """A place of the old text in the new one; inside of what is kept back it is an edge of the mark."""
        number = bisect_right(self._starts, place - 1 if ends else place)  # ranges that begin before it
        if number and place < self._ranges[number - 1][1]:
            return self._ranges[number - 1][0] + self._shifts[number - 1] + (len(MARK) if ends else 0)
        return place + self._shifts[number]


def _is_plain(value: Any) -> bool:  # noqa: ANN401 - JSON
    """Whether it is a value or a list of values, and no noun."""
    return not isinstance(value, dict) and not (isinstance(value, list) and any(isinstance(one, dict) for one in value))
