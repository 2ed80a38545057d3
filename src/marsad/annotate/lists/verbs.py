"""What a written word can be as a form of a verb: `verb_readings("وأعلنت")` → أعلن, perfect, 3rd feminine singular.

Clitics in front (و ف, س of the future, ل ب ك, ال) and pronouns behind are cut, each reading that the lexicon knows is
given, likeliest first: as spelt before hamza left out before other slips; whole before cut; finite verb before masdar,
participle, noun. Written vowel marks exclude what they contradict (قُتل is passive). Sources: `data/verb_forms.tsv.gz`
(all forms of `data/verbs.tsv`, made by resources/build_lexicons.py) and `data/nouns.tsv`.
"""

import gzip
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from marsad.annotate.lists.tables import rows
from marsad.text.conjugation import Inflection, Verb, agrees, conjugate, noun_forms
from marsad.text.fold import Fold, view
from marsad.text.letters import MARK

_LONGEST = 24  # letters; no form with its clitics is longer
_WORD = re.compile(f"([ء-غف-ي])([{MARK}]*)")
_PLAIN = re.compile(f"[ء-غف-ي]{{2,{_LONGEST}}}")
_KEY = str.maketrans("أإآىةؤئ", "ااايهوي")
_BARE = {"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي", "ي": "ى", "ؤ": "و", "ئ": "ي"}
_CLEAN = Fold.TATWEEL | Fold.INVISIBLE | Fold.PERSIAN | Fold.FORMS
_PARTS = {"p": "perfect", "i": "imperfect", "m": "masdar", "a": "participle", "o": "object-participle", "n": "noun"}
_VOICES = {"a": "active", "p": "passive", "-": ""}
_RANK = {part: rank for rank, part in enumerate(_PARTS.values())}
_FINITE = frozenset({"perfect", "imperfect"})
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا")
_OF_VERBS = ("ني", "كم")
# Endings that change before a pronoun, and what stood there: دعاه دعا/دعى, اتهموه اتهموا, تصريحه, رآه رأى, بقائه بقاء.
_RESTORED = {"ت": ("ة",), "ا": ("ى",), "و": ("وا",), "آ": ("أى",), "ئ": ("ء",), "ؤ": ("ء", "أ")}
_EXACT, _BARED, _SLIP = range(3)


class VerbForm(NamedTuple):
    """A form: its verb (or noun) as listed and its grammar; "" and 0 where a feature does not apply or is not told."""

    lemma: str
    part: str  # perfect imperfect masdar participle object-participle noun
    person: int  # 1, 3; 0 of nouns
    gender: str  # m f; "" of the first person
    number: str  # s d p
    voice: str  # active passive; "" where the letters do not tell


class VerbReading(NamedTuple):
    """A reading of a word: letters of clitics in front (counted without marks and tatweel), these, form, pronoun."""

    skip: int
    clitics: str
    form: VerbForm
    suffix: str


class _Head(NamedTuple):
    skip: int
    clitics: str
    kind: str  # "" nothing or a conjunction, "future", "ل", "preposition", "article"


class _Entry(NamedTuple):
    form: VerbForm
    letters: str
    state: str
    rare: bool


@lru_cache(maxsize=65536)
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


@cache
def verbs() -> dict[str, Verb]:
    """The verbs of the lexicon by their perfect, shadda written."""
    return {row[0]: Verb(*row[:5]) for row in rows("verbs.tsv")}


def _readings(word: str, marked: Sequence[tuple[str, str]] | None) -> list[VerbReading]:
    found: dict[VerbReading, tuple[int, ...]] = {}
    for head in _heads(word):
        for letters, suffix, restored in _tails(word[head.skip :], head):
            for entry in _entries(letters.translate(_KEY)):
                if not _fits(entry, head, suffix, letters):
                    continue
                form = _with_object(entry.form, suffix)
                if marked:
                    said = _marked(entry, form, marked[head.skip :], head, suffix)
                    if said is None:
                        continue
                    form = said
                rank = _rank(entry, form, head, suffix, _tier(letters, entry.letters)) + (int(restored),)
                reading = VerbReading(head.skip, head.clitics, form, suffix)
                if rank < found.get(reading, (9,)):
                    found[reading] = rank
    return _chosen(found)


def _chosen(found: dict[VerbReading, tuple[int, ...]]) -> list[VerbReading]:
    """In order; a verb that fits as spelt needs no reading with hamza put in, and slips count only where nothing fits."""
    best: dict[str, int] = {}
    for reading, (_, tier, *_) in found.items():
        best[reading.form.lemma] = min(best.get(reading.form.lemma, _SLIP), tier)
    worst = _BARED if min(best.values(), default=_SLIP) < _SLIP else _SLIP
    kept = (reading for reading, (_, tier, *_) in found.items() if tier <= min(worst, best[reading.form.lemma]))
    return sorted(kept, key=lambda reading: found[reading])


def _rank(entry: _Entry, form: VerbForm, head: _Head, suffix: str, tier: int) -> tuple[int, ...]:
    return (
        int(entry.rare),
        tier,
        int(bool(suffix)) + bool(head.clitics),
        _RANK[form.part],
        int(form.voice == "passive"),
        int(form.person == 1),
        ("s", "p", "d", "").index(form.number),
    )


def _heads(word: str) -> Iterator[_Head]:
    """The clitics that may stand in front: و ف, then س or ل or ب ك, then ال."""
    skips = (0, 1) if word[0] in "وف" else (0,)
    for skip in skips:
        front, rest = word[:skip], word[skip:]
        yield _Head(skip, front, "")
        if rest.startswith("ال"):
            yield _Head(skip + 2, front + "ال", "article")
        first = rest[:1]
        if first == "س":
            yield _Head(skip + 1, front + "س", "future")
        elif first and first in "لبك":
            yield _Head(skip + 1, front + first, "ل" if first == "ل" else "preposition")
            if rest.startswith("لل"):
                yield _Head(skip + 2, front + "لل", "article")
                yield _Head(skip + 1, front + "لل", "article")  # للقاء: ل + اللقاء
            elif rest[1:3] == "ال":
                yield _Head(skip + 3, front + first + "ال", "article")


def _tails(rest: str, head: _Head) -> Iterator[tuple[str, str, bool]]:
    """The form without its pronoun, as spelt alone; the pronoun; whether its end was changed back."""
    if len(rest) >= 2:  # noqa: PLR2004
        yield rest, "", False
    if head.kind == "article":
        return
    for pronoun in (*_PRONOUNS, *_OF_VERBS):
        stem = rest.removesuffix(pronoun)
        if len(stem) == len(rest) or len(stem) < 2:  # noqa: PLR2004
            continue
        if stem[-1] not in "ةى":
            yield stem, pronoun, False
        for ending in _RESTORED.get(stem[-1], ()):
            yield stem[:-1] + ending, pronoun, True


def _fits(entry: _Entry, head: _Head, suffix: str, letters: str) -> bool:
    form, state = entry.form, entry.state
    finite = form.part in _FINITE
    if finite and (head.kind in {"article", "preposition"} or (head.kind and form.part == "perfect")):
        return False
    if not finite and (head.kind == "future" or suffix in _OF_VERBS):
        return False
    if head.kind == "article":
        return state in {"", "="}
    if state == "~":
        return not suffix and not head.kind
    if not suffix:
        return True
    if state == "=" or (finite and form.voice == "passive"):
        return False
    return entry.letters[-1] not in "ةىا" or entry.letters[-1] == letters[-1]


def _with_object(form: VerbForm, suffix: str) -> VerbForm:
    """A finite verb with an object is active."""
    return form._replace(voice="active") if suffix and form.part in _FINITE else form


def _tier(written: str, letters: str) -> int:
    """How far the written letters are from the right ones: exact; hamza, dots left out; otherwise folded."""
    if written == letters:
        return _EXACT
    return _BARED if all(w in (r, _BARE.get(r)) for w, r in zip(written, letters, strict=True)) else _SLIP


def _marked(
    entry: _Entry, form: VerbForm, marked: Sequence[tuple[str, str]], head: _Head, suffix: str
) -> VerbForm | None:
    """The form with the voice that the marks leave, or None where they exclude it."""
    cut = list(marked[: len(marked) - len(suffix)])
    if head.kind == "article":
        cut[0] = (cut[0][0], "")  # the doubling of a sun letter is no part of the word
    if form.part in _FINITE and any(mark in "\u064b\u064c\u064d" for _, marks in cut for mark in marks):
        return None
    voices = set()
    for inflection in _inflections(form.lemma, form.part):
        same = (inflection.letters, *inflection[2:6]) == (entry.letters, *form[1:5])
        if same and agrees(_resized(cut, len(inflection.letters)), inflection.shape):
            voices.add(inflection.voice)
    if not voices or (suffix and form.part in _FINITE and "active" not in voices):
        return None
    return form._replace(voice=voices.pop()) if len(voices) == 1 else form


def _resized(marked: list[tuple[str, str]], size: int) -> list[tuple[str, str]]:
    """As many letters as the form has alone: its end may have changed before a pronoun."""
    return (marked + [("", "")] * size)[:size]


@lru_cache(maxsize=512)
def _inflections(lemma: str, part: str) -> tuple[Inflection, ...]:
    if part == "noun":
        return tuple(form for row in rows("nouns.tsv") if row[0] == lemma for form in _of_noun(row))
    return tuple(form for form in conjugate(verbs()[lemma]) if form.part == part)


@lru_cache(maxsize=65536)
def _entries(key: str) -> tuple[_Entry, ...]:
    listed = _forms().get(key)
    return (
        (*(_entry(cell, key) for cell in listed.split(" ")), *_nouns().get(key, ()))
        if listed
        else _nouns().get(key, ())
    )


def _entry(cell: str, key: str) -> _Entry:
    lemma, code, *letters = cell.split(":")
    form = VerbForm(lemma, _PARTS[code[0]], int(code[1]), code[2].strip("-"), code[3].strip("-"), _VOICES[code[4]])
    return _Entry(form, letters[0] if letters else key, code[5:].strip("?"), code.endswith("?"))


@cache
def _forms() -> dict[str, str]:
    """By folded letters: the forms so spelt, as the table has them, read when asked for."""
    data = gzip.decompress(files("marsad.data").joinpath("verb_forms.tsv.gz").read_bytes()).decode("utf-8")
    cells = data[data.index("\n", data.rindex("\n#") + 1) + 1 : -1].replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=True))


@cache
def _nouns() -> dict[str, tuple[_Entry, ...]]:
    found: dict[str, tuple[_Entry, ...]] = {}
    if not files("marsad.data").joinpath("nouns.tsv").is_file():
        return found
    for row in rows("nouns.tsv"):
        for form in _of_noun(row):
            key = form.letters.translate(_KEY)
            entry = _Entry(
                VerbForm(row[0], "noun", 0, form.gender, form.number, ""), form.letters, form.state, rare=False
            )
            found[key] = (*found.get(key, ()), entry)
    return found


def _of_noun(row: Sequence[str]) -> Iterator[Inflection]:
    word, plurals, gender = row[0], row[1], row[2]
    return noun_forms(word, "noun", filter(None, plurals.split("|")), gender)
