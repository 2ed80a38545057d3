"""Actor codes: what the head of a noun phrase tells of who is meant, and countries in three letters.

Sources: `data/codes.tsv` (reviewed in `resources/lexicons/`), `data/alpha3.tsv`.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple, cast

from marsad.annotate.lists.lexicon import lexicon
from marsad.annotate.lists.tables import rows
from marsad.text.clitics import readings
from marsad.text.name_words import fold_name

HeadKind = Literal["person", "body", "doubt", "state", "part"]
_ALPHA_2 = 2  # letters of a country code; peoples and areas have longer ids


class Head(NamedTuple):
    """A noun that can take part in an event; `sector` is PLOVER's, "" where what stands behind the noun decides."""

    noun: str
    kind: HeadKind
    sector: str
    country: str = ""  # alpha-2 of what only one country has: الكرملين


class Noun(NamedTuple):
    """What one word is as a part of a noun phrase.

    `clitics` are the letters in front (و، ب، لل …), `form` what is left, folded, without the article.
    """

    clitics: str
    form: str
    definite: bool
    head: Head | None
    mark: str  # the sector that the word as an adjective gives to its phrase
    country: str  # alpha-2 of a nationality word; "" where it is none
    owned: bool = False  # carries a pronoun: قواته, سفيرها


def alpha3(code: str | None) -> str | None:
    """The three letters of an alpha-2 code; None for what is no country."""
    return _alpha3().get(code or "")


@lru_cache(maxsize=16384)
def noun(word: str) -> Noun:
    """A word as written, or folded, as the likeliest noun: the first reading of its clitics that the lists know."""
    pronoun = not word.rstrip("ًٌٍَُِّْ").endswith("ة")
    found = [_noun(reading.clitics, reading.form, pronoun=pronoun) for reading in readings(fold_name(word))]
    known = (one for one in found if one.head or one.mark or one.country)
    return next(known, found[0] if found else Noun("", word, definite=False, head=None, mark="", country=""))


def _noun(clitics: str, form: str, *, pronoun: bool) -> Noun:
    bare = form.removeprefix("ال") if len(form) > len("ال") + 1 else form
    code = _countries().get(bare, "")
    head = _heads().get(bare)
    if head is None and bare == form and pronoun:
        for stem in _stems(bare):
            if stem in _heads():
                return Noun(clitics, stem, definite=True, head=_heads()[stem], mark="", country="", owned=True)
    if head is None and not code and (single := _single(bare)):
        return Noun(clitics, bare, bare != form, _heads()[single], _marks().get(single, ""), "")
    if head is None and not code and bare.endswith("ا") and _heads().get(bare[:-1]):  # أشخاصا, وفدا
        return Noun(clitics, bare[:-1], bare != form, _heads()[bare[:-1]], _marks().get(bare[:-1], ""), "")
    return Noun(clitics, bare, bare != form, head, _marks().get(bare, ""), code)


def _stems(form: str) -> Iterator[str]:
    """What is left of a noun without the pronoun on it; its ة shows as ت: حكومته, قواتهم, سفيرها."""
    for suffix in ("هما", "ها", "هم", "هن", "نا", "ه"):
        stem = form.removesuffix(suffix)
        if stem != form and len(stem) > len("ال"):
            yield stem
            if stem.endswith("ت"):
                yield stem[:-1] + "ه"
            if stem.endswith(("ي", "و")):  # مقاتليه, مستشاروه: the plural has lost its ن before the pronoun
                yield stem + "ن"


def _single(form: str) -> str:
    """The head of the list whose dual or sound plural a form is: ناشطان, ناشطتين, خاطفون."""
    for ending, single in (("تان", "ه"), ("تين", "ه"), ("ان", ""), ("ين", ""), ("ون", "")):
        stem = form.removesuffix(ending) + single
        head = _heads().get(stem) if form.endswith(ending) and len(stem) > _SHORTEST else None
        if head and head.kind in {"person", "body"} and (head.kind == "person" or ending != "ون"):
            return stem
    return ""


_SHORTEST = 3  # letters of a noun that is found by its dual


@cache
def _heads() -> dict[str, Head]:
    found: dict[str, Head] = {}
    for word, forms, kind, sector, *more in rows("codes.tsv"):
        if kind != "mark":
            for form in (word, *forms.split("|")):
                sure = "body" if kind == "doubt" and form != word else kind  # the plural (السلطات) is no abstract
                found.setdefault(fold_name(form), Head(word, cast("HeadKind", sure), sector, "".join(more)))
    found.pop("", None)
    return found


@cache
def _marks() -> dict[str, str]:
    return {
        fold_name(form): sector
        for word, forms, kind, sector, *_ in rows("codes.tsv")
        if kind == "mark"
        for form in (word, *forms.split("|"))
        if form
    }


@cache
def _countries() -> dict[str, str]:
    """Nationality words without the article."""
    return {
        bare: code
        for word, code in lexicon().countries.items()
        if len(code) == _ALPHA_2 and (bare := fold_name(word).removeprefix("ال")) not in {"مالي", "ماليه"}
    }  # which are finance rather; where a text speaks of Mali, its mentions say so


@cache
def _alpha3() -> dict[str, str]:
    return dict(rows("alpha3.tsv"))
