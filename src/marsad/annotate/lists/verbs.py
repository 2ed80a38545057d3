"""What a written word can be as a form of a verb: `verb_readings("وأعلنت")` → أعلن, perfect, 3rd feminine singular.

Clitics in front (و ف, س of the future, ل ب ك, ال) and pronouns behind are cut, each reading that the lexicon knows is
given, likeliest first: as spelt before hamza left out before other slips; whole before cut; finite verb before masdar,
participle, noun. Written vowel marks exclude what they contradict (قُتل is passive). Forms are those of `verb_table.py`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from marsad.annotate.lists.verb_table import Entry, VerbForm, entries, inflections, is_whole, key, verbs
from marsad.text.conjugation import agrees
from marsad.text.fold import Fold, view
from marsad.text.letters import MARK

__all__ = ["FINITE", "VerbForm", "VerbReading", "likeliest", "verb_readings", "verbs"]

_LEAST = 2  # letters of a form
_LONGEST = 24  # letters; no form with its clitics is longer
_WORD = re.compile(f"([ء-غف-ي])([{MARK}]*)")
_PLAIN = re.compile(f"[ء-غف-ي]{{2,{_LONGEST}}}")
_BARE = {"أ": "ا", "إ": "ا", "آ": "ا"}
_SEAT = {"ؤ": "و", "ئ": "ي"}
_LAST = {"ة": "ه", "ى": "ي", "ي": "ى"}  # as careless or Egyptian spelling ends a word
_CLEAN = Fold.TATWEEL | Fold.INVISIBLE | Fold.PERSIAN | Fold.FORMS
_RANK = {"perfect": 0, "imperfect": 1, "masdar": 2, "participle": 3, "object-participle": 4, "noun": 5}
FINITE = frozenset({"perfect", "imperfect"})  # parts of a form with a subject of its own
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا")
_OF_VERBS = ("ني", "كم")
# Endings that change before a pronoun, and what stood there: دعاه دعا/دعى, اتهموه اتهموا, تصريحه, رآه رأى, بقائه بقاء.
_RESTORED = {"ت": ("ة",), "ا": ("ى",), "و": ("وا",), "آ": ("أى",), "ئ": ("ء",), "ؤ": ("ء", "أ")}
_EXACT, _BARED, _SLIP, _OTHER = range(4)


class VerbReading(NamedTuple):
    """A reading of a word: letters of clitics in front (counted without marks and tatweel), these, form, pronoun."""

    skip: int
    clitics: str
    form: VerbForm
    suffix: str
    rare: bool = False  # the letters are nearly always another word: بين, عبر


class _Head(NamedTuple):
    skip: int
    clitics: str
    kind: str  # "" nothing or a conjunction, "future", "ل", "preposition", "article"


@lru_cache(maxsize=16384)
def verb_readings(word: str) -> tuple[VerbReading, ...]:
    """All readings of a written word that the lexicon knows, likeliest first; () for what is no single Arabic word."""
    if _PLAIN.fullmatch(word):
        return tuple(_readings(word, None))
    letters = _WORD.findall(view(word, _CLEAN).text) if len(word) <= _LONGEST * 4 else []
    plain = "".join(letter for letter, _ in letters)
    rest = view(word, _CLEAN | Fold.MARKS | Fold.SHADDA).text
    if rest != plain or not _PLAIN.fullmatch(plain):
        return ()
    return tuple(_readings(plain, letters if any(marks for _, marks in letters) else None))


def likeliest(word: str) -> VerbReading | None:
    """The first of `verb_readings`; None where there is none."""
    return next(iter(verb_readings(word)), None)


def _readings(word: str, marked: Sequence[tuple[str, str]] | None) -> list[VerbReading]:
    found: dict[VerbReading, tuple[int, ...]] = {}
    for head in _heads(word):
        for letters, suffix, restored in _tails(word, head):
            for entry in entries(key(letters)):
                tier = _tier(letters, entry.letters)
                if tier == _OTHER or not _fits(entry, head, suffix, letters):
                    continue
                form: VerbForm | None = _with_object(entry.form, suffix)
                if marked and form:
                    form = _marked(entry, form, marked[head.skip :], head, suffix)
                if form:
                    rank = (*_rank(entry, form, head, suffix, tier), int(restored))
                    reading = VerbReading(head.skip, head.clitics, form, suffix, entry.rare)
                    found[reading] = min(rank, found.get(reading, rank))
    return _chosen(found)


def _chosen(found: dict[VerbReading, tuple[int, ...]]) -> list[VerbReading]:
    """In order; اعتبر is no أعتبر where it is a form of the same verb as it stands; slips count where nothing fits."""
    best: dict[str, int] = {}
    for reading, (_, tier, *_) in found.items():
        best[reading.form.lemma] = min(best.get(reading.form.lemma, _SLIP), tier)
    worst = _BARED if min(best.values(), default=_SLIP) < _SLIP else _SLIP
    kept = (
        reading
        for reading, (_, tier, *_) in found.items()
        if tier <= (best[reading.form.lemma] if reading.form.person == 1 else worst)
    )
    return sorted(kept, key=lambda reading: found[reading])


def _rank(entry: Entry, form: VerbForm, head: _Head, suffix: str, tier: int) -> tuple[int, ...]:
    dual = form.number == "d" and form.part in FINITE  # نقلا is rather the noun
    return (
        int(entry.rare),
        tier,
        int(bool(suffix)) + bool(head.clitics) + dual,
        int(entry.state == "-"),
        int(dual),
        _RANK[form.part],
        int(form.person == 1),
        int(form.voice == "passive"),
        ("s", "p", "d", "").index(form.number),
        len(form.lemma),
    )


def _heads(word: str) -> Iterator[_Head]:
    """The clitics that may stand in front: و ف, then س or ل or ب ك, then ال. Some words are never cut."""
    yield _Head(0, "", "")
    if is_whole(word):
        return
    yield from _cut(word, 0)
    if word[0] in "وف":
        yield _Head(1, word[0], "")
        if not is_whole(word[1:]):
            yield from _cut(word, 1)


def _cut(word: str, skip: int) -> Iterator[_Head]:
    """What may be cut behind a conjunction or nothing."""
    front, rest = word[:skip], word[skip:]
    first = rest[:1]
    if rest.startswith("ال"):
        yield _Head(skip + 2, front + "ال", "article")
    elif first == "س":
        yield _Head(skip + 1, front + "س", "future")
    elif first and first in "لبك":
        yield _Head(skip + 1, front + first, "ل" if first == "ل" else "preposition")
        if rest.startswith("لل"):
            yield _Head(skip + 2, front + "لل", "article")
            yield _Head(skip + 1, front + "لل", "article")  # للقاء: ل + اللقاء
        elif rest[1:3] == "ال":
            yield _Head(skip + 3, front + first + "ال", "article")


def _tails(word: str, head: _Head) -> Iterator[tuple[str, str, bool]]:
    """The form without its pronoun, as spelt alone; the pronoun; whether its end was changed back."""
    rest = word[head.skip :]
    if len(rest) >= _LEAST:
        yield rest, "", False
    if head.kind == "article" or is_whole(rest):
        return
    for pronoun in (*_PRONOUNS, *_OF_VERBS):
        stem = rest.removesuffix(pronoun)
        if len(stem) == len(rest) or len(stem) < _LEAST:
            continue
        if stem[-1] not in "ةى":
            yield stem, pronoun, False
        for ending in _RESTORED.get(stem[-1], ()):
            yield stem[:-1] + ending, pronoun, True


def _fits(entry: Entry, head: _Head, suffix: str, letters: str) -> bool:
    """Whether a form may have these clitics and this pronoun; `letters` is what was looked up."""
    form, state = entry.form, entry.state
    finite = form.part in FINITE
    if finite:
        fronted = head.kind in {"", "future", "ل"} and (not head.kind or form.part == "imperfect")
        return fronted and not (suffix and form.voice == "passive") and _joins(entry, suffix, letters)
    if head.kind == "future" or suffix in _OF_VERBS:
        return False
    if head.kind == "article":
        return state in {"", "="}
    if state == "~":
        return not suffix and not head.kind
    return _joins(entry, suffix, letters)


def _joins(entry: Entry, suffix: str, letters: str) -> bool:
    """Whether a form takes this pronoun, and has its end as it is before one."""
    if not suffix:
        return True
    bared = letters != entry.letters
    if entry.rare or entry.state == "=" or (bared and (suffix in _OF_VERBS or letters.startswith("ال"))):
        return False
    return entry.letters[-1] not in "ةىا" or entry.letters[-1] == letters[-1]


def _with_object(form: VerbForm, suffix: str) -> VerbForm:
    """A finite verb with an object is active."""
    return form._replace(voice="active") if suffix and form.part in FINITE else form


def _tier(written: str, letters: str) -> int:
    """How far a spelling is from the right one: not at all; hamza or last dots left out; other slips; another word."""
    if written == letters:
        return _EXACT
    last, tier = len(letters) - 1, _BARED
    for place, (one, right) in enumerate(zip(written, letters, strict=True)):
        if one == right or one == _BARE.get(right) or (place == last and one == _LAST.get(right)):
            continue
        if one != _SEAT.get(right) and (place or right != "ا" or one not in "أإ"):
            return _OTHER
        tier = _SLIP  # يوكد; إستقال
    return tier


def _marked(
    entry: Entry, form: VerbForm, marked: Sequence[tuple[str, str]], head: _Head, suffix: str
) -> VerbForm | None:
    """The form with the voice that the marks leave, or None where they exclude it."""
    cut = list(marked[: len(marked) - len(suffix)])
    if head.kind == "article":
        cut[0] = (cut[0][0], "")  # the doubling of a sun letter is no part of the word
    if form.part in FINITE and any(mark in "\u064b\u064c\u064d" for _, marks in cut for mark in marks):
        return None
    voices = set()
    for inflection in inflections(form.lemma, form.part):
        same = (inflection.letters, *inflection[2:6]) == (entry.letters, *form[1:5])
        if same and agrees(_resized(cut, len(inflection.letters)), inflection.shape):
            voices.add(inflection.voice)
    if not voices or (suffix and form.part in FINITE and "active" not in voices):
        return None
    return form._replace(voice=voices.pop()) if len(voices) == 1 else form


def _resized(marked: list[tuple[str, str]], size: int) -> list[tuple[str, str]]:
    """As many letters as the form has alone: its end may have changed before a pronoun."""
    return (marked + [("", "")] * size)[:size]
