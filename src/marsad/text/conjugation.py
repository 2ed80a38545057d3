"""Every form of an Arabic verb that news uses, from one entry of the lexicon.

Persons 3 and 1; perfect and imperfect (all three moods) in both voices; participles and verbal nouns (masdars) in all
genders, numbers and states. Forms are spelt without vowels, with hamza on its seat; `shape` keeps the vowels, so that
written vowel marks can choose between readings (`agrees`). Clitics and pronouns are the business of
`annotate/lists/verbs.py`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from marsad.text.hamza import spellings
from marsad.text.letters import SHADDA
from marsad.text.verb_stems import Stems, Tense, stems


class Verb(NamedTuple):
    """A verb as listed. `imperfect` and `masdars` may hold several by |; a masdar may name plurals: قول+أقوال.

    `masdars` and `participles` (active, then passive, by |) are empty where the regular ones are meant; "-" is none.
    `passive`: "+" it has one, "-" it has none, "" as is usual for its form.
    """

    perfect: str
    imperfect: str
    masdars: str = ""
    participles: str = ""
    passive: str = ""


class Inflection(NamedTuple):
    """A form: its letters, its shape, and what it is; the features are those of `VerbForm`.

    `state`: "" stands anywhere; "~" indefinite accusative (مضيفا); "+" before a genitive or pronoun only (متظاهرو);
    "=" absolute: no pronoun follows (متظاهرون); "-" a jussive shorter than the indicative (يقل).
    """

    letters: str
    shape: str
    part: str
    person: int = 0
    gender: str = ""
    number: str = ""
    voice: str = ""
    state: str = ""


Ending = tuple[int, str, str, str, str]  # person, gender, number, "open" or "closed", ending

_PERFECT: dict[str, tuple[tuple[int, str, str, bool, str], ...]] = {
    weak: tuple(
        (person, gender, number, closed, ending)
        for (person, gender, number, closed), ending in zip(
            (
                (3, "m", "s", False), (3, "f", "s", False), (3, "m", "d", False), (3, "f", "d", False),
                (3, "m", "p", False), (3, "f", "p", True), (1, "", "s", True), (1, "", "p", True),
            ),
            endings.split(" "),
            strict=True,
        )
    )
    for weak, endings in {
        "": "a aتo aا aتaا uوا oنa oتu oنaا",
        "ا": "aا aتo aوaا aتaا aوoا aوoنa aوoتu aوoنaا",
        "ى": "aى aتo aيaا aتaا aوoا aيoنa aيoتu aيoنaا",
        "ي": "iيa iيaتo iيaا iيaتaا uوا iينa iيتu iيناa",
    }.items()
}  # fmt: skip
# By the weak letter: without ending (indicative, jussive), dual, masculine plural, feminine plural.
_IMPERFECT = {
    "": (("*",), ("aانi", "aا"), ("uونa", "uوا"), "oنa"),
    "و": (("uو", "u"), ("uوaانi", "uوaا"), ("uونa", "uوا"), "uونa"),
    "ي": (("iي", "i"), ("iيaانi", "iيaا"), ("uونa", "uوا"), "iينa"),
    "ى": (("aى", "a"), ("aيaانi", "aيaا"), ("aوoنa", "aوoا"), "aيoنa"),
}
_PREFIXES = (("ي", 3, "m"), ("ت", 3, "f"), ("ء", 1, "s"), ("ن", 1, "p"))
# Endings of nouns: gender, number, state, ending; by the weak letter of the stem.
_NOMINAL = {
    "": (
        ("m", "s", "", ""), ("m", "s", "~", "*ا"), ("f", "s", "", "aة"), ("m", "d", "=", "aانi|aيoنi"),
        ("m", "d", "+", "aا|aيo"), ("f", "d", "=", "aتaانi|aتaيoنi"), ("f", "d", "+", "aتaا|aتaيo"),
        ("m", "p", "=", "uونa|iينa"), ("m", "p", "+", "uو|iي"), ("f", "p", "", "aات"),
    ),
    "ي": (
        ("m", "s", "~", "i"), ("m", "s", "", "iي"), ("m", "s", "~", "iيaا"), ("f", "s", "", "iيaة"),
        ("m", "d", "=", "iيaانi|iيaيoنi"), ("m", "d", "+", "iيaا|iيaيo"), ("f", "d", "=", "iيaتaانi|iيaتaيoنi"),
        ("f", "d", "+", "iيaتaا|iيaتaيo"), ("m", "p", "=", "uونa|iينa"), ("m", "p", "+", "uو"), ("f", "p", "", "iيaات"),
    ),
    "ى": (
        ("m", "s", "", "aى"), ("f", "s", "", "aاة"), ("m", "d", "=", "aيaانi|aيaيoنi"), ("m", "d", "+", "aيaا|aيaيo"),
        ("f", "d", "=", "aاتaانi|aاتaيoنi"), ("m", "p", "=", "aوoنa|aيoنa"), ("m", "p", "+", "aوo|aيo"),
        ("f", "p", "", "aيaات"),
    ),
}  # fmt: skip
_RARELY_PASSIVE = frozenset({"V", "VI", "VII", "QII", "QIV"})
_MASDAR_PLURALS = frozenset({"II", "IV", "V", "VI", "VII", "VIII", "X", "QI", "QII"})


def conjugate(verb: Verb) -> list[Inflection]:
    """All forms of a verb, each once. ValueError where the entry is no verb of a known form."""
    found: dict[Inflection, None] = {}
    for imperfect in verb.imperfect.split("|"):
        forms = stems(verb.perfect, imperfect)
        for inflection in _forms(verb, forms):
            found.setdefault(inflection)
    return list(found)


def has_passive(verb: Verb, forms: Stems) -> bool:
    """Whether a verb is used in the passive: hollow verbs of form I and reflexive forms only where they are marked."""
    rare = forms.form in _RARELY_PASSIVE or (forms.form == "I" and verb.perfect[1:2] == "ا")
    return verb.passive == "+" or (verb.passive != "-" and not rare)


def _forms(verb: Verb, forms: Stems) -> Iterator[Inflection]:
    passive = has_passive(verb, forms)
    yield from _perfect(forms.perfect, "active")
    yield from _imperfect(forms.imperfect, forms.prefix, "active")
    if passive:
        yield from _perfect(forms.passive_perfect, "passive")
        yield from _imperfect(forms.passive_imperfect, "u", "passive")
    given = [*verb.participles.split("|"), ""][:2]
    if given[0] != "-":
        yield from nominal(*_listed(given[0], forms.participle), "participle", "active")
    if given[1] != "-" and (passive or given[1]):
        yield from nominal(*_listed(given[1], forms.object_participle), "object-participle", "passive")
    yield from _masdars(verb, forms)


def _perfect(tense: Tense, voice: str) -> Iterator[Inflection]:
    for person, gender, number, closed, ending in _PERFECT[tense.weak]:
        stem = tense.closed if closed else tense.open
        for letters, shape in spellings(stem + ending):
            yield Inflection(letters, shape, "perfect", person, gender, number, voice)


def _imperfect(tense: Tense, vowel: str, voice: str) -> Iterator[Inflection]:
    alone, dual, plural, feminine = _IMPERFECT[tense.weak]
    for prefix, person, kind in _PREFIXES:
        gender, number = (kind, "s") if person == 3 else ("", kind)  # noqa: PLR2004
        endings = [(number, tense.open + ending, "-" * short) for short, ending in enumerate(alone)]
        if person == 3 and tense.closed != tense.open and not tense.open.endswith("~"):  # noqa: PLR2004
            endings.append((number, tense.closed + "o", "-"))
        if person == 3:  # noqa: PLR2004
            endings += [("d", tense.open + ending, "") for ending in dual]
        if prefix == "ي":
            endings += [("p", tense.open + ending, "") for ending in plural]
        for count, shape, state in endings:
            for letters, spelt in spellings(prefix + vowel + shape):
                yield Inflection(letters, spelt, "imperfect", person, gender, count, voice, state)
    for letters, spelt in spellings("ي" + vowel + tense.closed + feminine):
        yield Inflection(letters, spelt, "imperfect", 3, "f", "p", voice)


def _listed(given: str, regular: tuple[str, str]) -> tuple[str, str]:
    return (shape_of(given), "") if given else regular


def nominal(stem: str, weak: str, part: str, voice: str, only: str = "") -> Iterator[Inflection]:
    """The forms of a noun or participle from the shape of its stem; `only` these genders and numbers: "ms md"."""
    hamza = stem.endswith("ء") and not stem.endswith("aء")
    for gender, number, state, endings in _NOMINAL[weak]:
        if only and (gender + number not in only.split(" ") or (state == "+" and part == "masdar")):
            continue
        if state == "~" and stem.endswith(("aء", "اء")) and not weak:
            continue  # جزاء, مبدأ: no alif is written
        for ending in endings.split("|"):
            joined = "*" + ending[1:] if hamza and ending.startswith(("aا", "aي")) else ending
            for letters, shape in spellings(stem + joined):
                yield Inflection(letters, shape, part, 0, gender, number, voice, state)


def noun_forms(word: str, part: str, plurals: Sequence[str] = (), gender: str = "") -> Iterator[Inflection]:
    """The forms of a listed noun: singular, indefinite accusative, dual, its plurals as given; غارات is a plural."""
    feminine = word.endswith("ة")
    gender = gender or ("f" if feminine else "m")
    if word.endswith("ات") and not plurals:
        yield from _plural(word, part, gender)
        return
    if feminine:
        stem = shape_of(word)[:-1]
        wanted = (("s", "", "ة"), ("d", "=", "تaانi|تaيoنi"), ("d", "+", "تaا|تaيo"))
        for number, state, endings in wanted:
            for ending in endings.split("|"):
                for letters, shape in spellings(stem + ending):
                    yield Inflection(letters, shape, part, 0, gender, number, "", state)
    else:
        weak = word[-1] if word[-1] == "ى" else ""
        stem = shape_of(word[:-1] if weak else word)
        for form in nominal(stem, weak, part, "", "ms md"):
            yield form._replace(gender=gender)
    for plural in plurals:
        yield from _plural(plural, part, gender)


def _plural(plural: str, part: str, gender: str) -> Iterator[Inflection]:
    if plural.endswith("ون"):
        for form in nominal(shape_of(plural[:-2]), "", part, "", "mp"):
            yield form._replace(gender=gender)
        return
    for letters, shape in spellings(shape_of(plural)):
        yield Inflection(letters, shape, part, 0, gender, "p")
        if letters[-1] not in "ةاىء" and not letters.endswith("ات"):
            yield Inflection(letters + "ا", shape + "*ا", part, 0, gender, "p", "", "~")


def _masdars(verb: Verb, forms: Stems) -> Iterator[Inflection]:
    if verb.masdars == "-":
        return
    for listed in verb.masdars.split("|") if verb.masdars else ():
        word, *plurals = listed.split("+")
        if not plurals and word.endswith("ة"):
            plurals = [word[:-1] + "ات"]
        yield from noun_forms(word, "masdar", plurals)
    if verb.masdars or forms.masdar is None:
        return
    stem, weak = forms.masdar
    if weak:
        yield from nominal(stem, weak, "masdar", "", "ms md")
        plural = stem + "iيaات"
    elif stem.endswith("ة"):
        for letters, _ in spellings(stem)[:1]:
            yield from noun_forms(letters, "masdar")
        plural = stem[:-1] + ("ت" if stem.endswith("اة") else "ات")
    else:
        yield from nominal(stem, "", "masdar", "", "ms md")
        plural = stem + "aات"
    if forms.form in _MASDAR_PLURALS or stem.endswith("ة"):
        for letters, shape in spellings(plural):
            yield Inflection(letters, shape, "masdar", 0, "f" if stem.endswith("ة") else "m", "p")


def shape_of(word: str) -> str:
    """A shape for a listed word: hamza as it stands, doubled where shadda is written, vowels unknown.

    Its last letter has no vowel, so that endings can follow; a final hamza is a plain ء and finds its seat anew.
    """
    letters = re.sub("[\u064b-\u0650\u0652]", "", word)
    shape = "".join("~" if letter == SHADDA else letter if letter in "اىة" else letter + "*" for letter in letters)
    shape = shape.replace("*~", "~*").removesuffix("*")
    if letters[-1:] in _FINAL_HAMZA:
        head = shape[:-1]
        return head[: -1 if head.endswith("*") else None] + _FINAL_HAMZA[letters[-1]] + "ء"
    return shape


_FINAL_HAMZA = {"أ": "a", "ؤ": "u", "ئ": "i", "ء": ""}


def agrees(written: Sequence[tuple[str, str]], shape: str) -> bool:
    """Whether the marks that are written on letters contradict no vowel of a shape; the last letter's may be a case.

    `written`: each letter with its marks, as many letters as the shape has.
    """
    signs = _SIGN.findall(shape)
    if len(signs) != len(written):
        return False
    last = len(signs) - 1
    for place, ((_, marks), (letter, doubled, vowel)) in enumerate(zip(written, signs, strict=True)):
        if SHADDA in marks and not doubled:
            return False
        if place < last and vowel != "*" and any(_MARKS.get(mark, vowel) != (vowel or "o") for mark in marks):
            return letter == "ا" and not vowel
    return True


_SIGN = re.compile("([ء-غف-ي])(~?)([auio*]?)")
_MARKS = {"\u064e": "a", "\u064f": "u", "\u0650": "i", "\u0652": "o"}
