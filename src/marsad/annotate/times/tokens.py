"""A text cut into words of time, one symbol each: the string that the grammar of times is matched on.

Clitics are tokens of their own (و W, ب ل ك ^) wherever the rest is a word of time; a whole word of the lexicon is
never cut (وقتها, أحد). `للعام` stays whole, as the spans of records do. Linear in the length of the text.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from marsad.annotate.times.lexicon import HEADS, LEXICON, word_set
from marsad.records import Span
from marsad.text.calendars import DAYS_OF_MONTH, YEARS
from marsad.text.date_view import DateView, view

_DATE = r"\d{1,4}(?: ?/ ?\d{1,2} ?/ ?|(?P<sign>[.\-])\d{1,2}(?P=sign))\d{2,4}(?![/.\-]?\d)"
_TOKEN = re.compile(rf"(?P<date>{_DATE})|\d+(?:[.,:٫٬]\d+)*|[^\W\d_]+|[^\w\s]|[\n\r\u2028\u2029]")
_SIGNS = {"/": "/", "-": "-", "(": "(", ")": ")", "[": "(", "]": ")", ",": "c", ":": "c", "؟": "!", "?": "!", "!": "!"}
_CLITICS = {"و": "W", "ف": "W", "ب": "^", "ل": "^", "ك": "^"}
_NEVER_CUT = frozenset("gkl%v")  # of these words a clitic makes other words: باحد is "with one"
_TENS = frozenset(("k", ten) for ten in range(20, 100, 10))
_SHORT = word_set("اب ماي جوان اوت مارس")  # لاب is "to a father"
_LONGEST_NUMBER = 4
_YEARS = (("y", YEARS["gregorian"]), ("h", YEARS["hijri"]), ("8", range(1000, 1900)))
_WHOLE_DATE = 6


@dataclass(slots=True)
class Tokens:
    """Parallel lists; `starts` and `ends` are places in the folded text, `meanings` what the lexicon says."""

    folded: DateView
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    meanings: list[int] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)
    symbols: str = ""

    def add(self, symbol: str, word: str, start: int, meaning: int = 0) -> None:
        """One more token, which starts at `start` of the folded text."""
        self.signs.append(symbol)
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(start + len(word))
        self.meanings.append(meaning)

    def place(self, first: int, last: int) -> tuple[int, int]:
        """The span of the original that tokens `first` up to `last` stand for."""
        return self.folded.back(self.starts[first], self.ends[last - 1])

    def pick(self, first: int, last: int, symbols: str) -> list[int]:
        """The meanings of those tokens between `first` and `last` whose symbol is one of `symbols`."""
        return [self.meanings[place] for place in range(first, last) if self.symbols[place] in symbols]


def cut(text: str, spans: Sequence[Span] | None = None) -> Tokens:
    """The tokens of `text`, of its `spans` alone where they are given; a span's end is the end of a sentence."""
    folded = view(text)
    tokens = Tokens(folded)
    for start, end in _places(folded, spans):
        _cut(tokens, start, end)
        tokens.add("!", "", end)
    tokens.symbols = "".join(tokens.signs)
    return tokens


def _places(folded: DateView, spans: Sequence[Span] | None) -> list[tuple[int, int]]:
    if spans is None:
        return [(0, len(folded.text))]
    if folded.places is None:
        return [(span.start, span.end) for span in spans]
    return [(bisect_left(folded.places, span.start), bisect_left(folded.places, span.end)) for span in spans]


def _cut(tokens: Tokens, start: int, end: int) -> None:
    skip = start
    text = tokens.folded.text
    for match in _TOKEN.finditer(text, start, end):
        place = match.start()
        if place < skip:
            continue
        word = match[0]
        entry = LEXICON.get(word)
        if word in HEADS or (word[0] in _CLITICS and word[1:] in HEADS):
            skip = _phrase(tokens, word, place, end)
            if skip:
                continue
        if entry:
            tokens.add(entry[0], word, place, entry[1])
        elif word[0] in _CLITICS and len(word) > 1:
            _without_clitics(tokens, word, place)
        else:
            _other(tokens, match)


def _phrase(tokens: Tokens, word: str, place: int, end: int) -> int:
    """Adds the phrase that begins at `place`, if one does, and gives its end; else 0."""
    text = tokens.folded.text
    clitic = word not in HEADS
    head = word[clitic:]
    first = place + clitic
    for tail in HEADS[head]:
        last = _follow(text, first + len(head), tail, end)
        if last:
            if clitic:
                tokens.add(_CLITICS[word[0]], word[0], place)
            symbol, meaning = LEXICON[" ".join((head, *tail))]
            tokens.add(symbol, text[first:last], first, meaning)
            return last
    return 0


def _follow(text: str, place: int, tail: tuple[str, ...], end: int) -> int:
    """The end of the words of `tail` where they stand at `place`, one white space before each; else 0."""
    for word in tail:
        place += 1
        after = place + len(word)
        if after > end or not text.startswith(word, place) or not text[place - 1].isspace():
            return 0
        if text[after : after + 1].isalpha():
            return 0
        place = after
    return place


def _without_clitics(tokens: Tokens, word: str, start: int) -> None:
    for count in (1, 2):
        rest = word[count:]
        if not rest or (count > 1 and word[1] not in "بلك"):
            break
        article = rest.startswith("ل") and word[count - 1] == "ل"
        entry = LEXICON.get("ا" + rest) if article else LEXICON.get(rest)
        if entry and word[0] == "ك" and entry[0] not in "YTASK":
            break  # كابريل is a person
        if entry and (entry[0] not in _NEVER_CUT or entry in _TENS) and not (rest in _SHORT and word[0] not in "وف"):
            kept = count - article
            for place in range(kept):
                tokens.add(_CLITICS[word[place]], word[place], start + place)
            tokens.add(entry[0], word[kept:], start + kept, entry[1])
            return
    tokens.add("x", word, start)


def _other(tokens: Tokens, match: re.Match[str]) -> None:
    word, start = match[0], match.start()
    if word[0].isdigit():
        tokens.add(*_number(match), start, int(word) if word.isdecimal() and len(word) <= _LONGEST_NUMBER else 0)
        return
    text = tokens.folded.text
    if word == ".":
        inside = text[start + 1 : start + 2].isdigit() or text[start - 1 : start] == "."
        tokens.add("x" if inside else "!", word, start)
    elif word in _CLITICS:
        tokens.add(_CLITICS[word], word, start)
    else:
        tokens.add(_SIGNS.get(word, "!" if word.isspace() else "x"), word, start)


def _number(match: re.Match[str]) -> tuple[str, str]:
    word = match[0]
    if match["date"]:
        return ("9" if len(word) >= _WHOLE_DATE else "n"), word
    if not word.isdecimal():
        return "n", word
    if len(word) == _LONGEST_NUMBER:
        return _year(int(word)), word
    return "d" if len(word) <= len("31") and int(word) in DAYS_OF_MONTH else "n", word


def _year(number: int) -> str:
    return next((symbol for symbol, years in _YEARS if number in years), "n")
