"""The stems of an Arabic verb: from its perfect and imperfect (3rd person masculine) to form, radicals and tenses.

Form and class are read off the letters: shadda is written in the lexicon (صرّح, تخلّى, أعدّ), hamza stands as it should.
What is made are shapes (`hamza.py`). Forms I-VIII, X and those of four radicals; weak, doubled, hamzated.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

_LETTER = re.compile("([ء-غف-ي])([\u064b-\u0652]*)")
_SHADDA = "\u0651"
_VOWEL = {"\u064e": "a", "\u064f": "u", "\u0650": "i"}
_HAMZAS = str.maketrans("أإؤئ", "ءءءء")
_MIDDLE = {"أ": "a", "ئ": "i", "ؤ": "u", "آ": "a"}


class Tense(NamedTuple):
    """A stem: `open` before vowels and without ending, `closed` before consonants and in the jussive.

    `weak` is the letter in which a defective tense ends (ا ى ي و), which the stems then leave out.
    """

    open: str
    closed: str
    weak: str = ""


class Stems(NamedTuple):
    """All stems of a verb. Participles and masdar are (shape, weak letter); None where there is none."""

    form: str
    perfect: Tense
    imperfect: Tense
    prefix: str  # vowel of the imperfect's prefix
    passive_perfect: Tense
    passive_imperfect: Tense
    participle: tuple[str, str]
    object_participle: tuple[str, str]
    masdar: tuple[str, str] | None


class _Pattern(NamedTuple):
    perfect: str
    passive: str
    imperfect: str
    prefix: str
    vowel: str
    masdar: str  # of sound verbs; 2 and 3 are the last two radicals
    weak_masdar: str


# What stands in front of the last two radicals (2, 3); 1 is all that comes before them in the root.
_PATTERNS = {
    "II": _Pattern("1a", "1u", "1a", "u", "i", "تa1o2iي3", "تa1o2iيaة"),
    "III": _Pattern("1aا", "1uو", "1aا", "u", "i", "مu1aا2a3aة", "مu1aا2aاة"),
    "IV": _Pattern("ءa1o", "ءu1o", "1o", "u", "i", "ءi1o2aا3", "ءi1o2aاء"),
    "V": _Pattern("تa1a", "تu1u", "تa1a", "a", "a", "تa1a2~u3", "تa1a2~"),
    "VI": _Pattern("تa1aا", "تu1uو", "تa1aا", "a", "a", "تa1aا2u3", "تa1aا2"),
    "VII": _Pattern("اiنo1a", "اuنo1u", "نo1a", "a", "i", "اiنo1i2aا3", "اiنo1i2aاء"),
    "VIII": _Pattern("اi1a", "اu1u", "1a", "a", "i", "اi1i2aا3", "اi1i2aاء"),
    "X": _Pattern("اiسoتa1o", "اuسoتu1o", "سoتa1o", "a", "i", "اiسoتi1o2aا3", "اiسoتi1o2aاء"),
    "QI": _Pattern("1o", "1o", "1o", "u", "i", "1o2a3aة", "1o2aاة"),
    "QII": _Pattern("تa1o", "تu1o", "تa1o", "a", "a", "تa1o2u3", "تa1o2"),
}
_OF_FOUR = frozenset({"QI", "QII"})  # radicals
_THREE, _FOUR, _FIVE = 3, 4, 5
_HOLLOW = frozenset({"I", "IV", "VII", "VIII", "X"})


class Root(NamedTuple):
    """Form, what precedes the last two radicals (in VIII with its ت: "نoت"), and these two; class "" is sound."""

    form: str
    first: str
    second: str
    third: str
    kind: str  # "", hollow, defective, doubled


def root(perfect: str, imperfect: str) -> Root:
    """The root of a verb as listed. ValueError for what is no verb of a known form."""
    found = [(letter, _SHADDA in marks) for letter, marks in _LETTER.findall(perfect)]
    if found and found[0][0] == "آ":  # آخذ يؤاخذ III, آل يؤول I, آمن يؤمن IV
        third = imperfect[1:3] == "ؤا" or len(found) == len("آل")
        found[:1] = [("ء", False), ("ا", False)] if third else [("أ", False), ("ء", False)]
    letters = "".join(letter for letter, _ in found)
    doubled = next((place for place, (_, double) in enumerate(found) if double), -1)
    count = len(letters) + (doubled >= 0)
    if letters.startswith("ا"):
        return _with_alef(letters, doubled, count)
    for form, cut, fits in (
        ("IV", 1, letters[:1] == "أ" and count == _FOUR and doubled != 1),
        ("V", 1, letters[:1] == "ت" and doubled == len("تف") and len(letters) == _FOUR),
        ("VI", 1, letters[:1] == "ت" and count == _FIVE and letters[2:3] == "ا"),
        ("QII", 1, letters[:1] == "ت" and len(letters) == _FIVE),
        ("III", 0, count == _FOUR and letters[1:2] == "ا"),
        ("II", 0, doubled == 1 and len(letters) == _THREE),
        ("QI", 0, len(letters) == _FOUR and doubled < 0),
        ("I", 0, count == _THREE),
    ):
        if fits:
            return _root(form, letters[cut:], doubled=doubled == len(letters) - 1)
    raise ValueError(f"no verb of a known form: {perfect}")


def _with_alef(letters: str, doubled: int, count: int) -> Root:
    last = doubled == len(letters) - 1
    if letters.startswith("است") and count == len("است") + 3:
        return _root("X", letters[3:], doubled=last)
    if letters[1:2] == "ن" and letters[2:3] != "ت" and count == len("ان") + 3:
        return _root("VII", letters[2:], doubled=last)
    if doubled == 1 and len(letters) == _FOUR:  # اتّصل, ادّعى: the first radical has become the ت
        return _last("VIII", letters[1] + "~", letters[2:], doubled=False)
    if letters[2:3] and letters[2] in "تطد" and count == len("افت") + 2:
        return _last("VIII", letters[1].translate(_HAMZAS) + "o" + letters[2], letters[3:], doubled=last)
    if last and len(letters) == _FIVE:  # اطمأنّ
        radicals = letters[1:].translate(_HAMZAS)
        return Root("QIV", radicals[0] + "o" + radicals[1], radicals[2], radicals[3], "doubled")
    raise ValueError(f"no verb of a known form: {letters}")


def _root(form: str, letters: str, *, doubled: bool) -> Root:
    if form in _OF_FOUR:
        return _last(
            form, letters[0].translate(_HAMZAS) + "a" + letters[1].translate(_HAMZAS), letters[2:], doubled=False
        )
    rest = letters[2:] if form in {"III", "VI"} else letters[1:]
    return _last(form, letters[0].translate(_HAMZAS), rest, doubled=doubled)


def _last(form: str, first: str, rest: str, *, doubled: bool) -> Root:
    rest = rest.translate(_HAMZAS)
    if doubled:
        return Root(form, first, rest[0], rest[0], "doubled")
    if rest[1] in "اى" or (form == "I" and rest[1] == "ي"):
        return Root(form, first, rest[0], rest[1], "defective")
    return Root(form, first, rest[0], rest[1], "hollow" if rest[0] == "ا" and form in _HOLLOW else "")


def stems(perfect: str, imperfect: str) -> Stems:
    """The stems of a verb as listed; the imperfect is looked at in form I only, and may elsewhere be empty."""
    found = root(perfect, imperfect)
    if found.form == "I":
        return _first(found, perfect, imperfect)
    return _fourth(found) if found.form == "QIV" else _derived(found)


def _derived(verb: Root) -> Stems:
    pattern = _PATTERNS[verb.form]
    middle = verb.second + ("~" if verb.form in {"II", "V"} else "")

    def filled(template: str) -> str:
        return template.replace("1", verb.first).replace("2", verb.second).replace("3", verb.third)

    def tense(head: str, vowel: str, *, active: bool) -> Tense:
        head = filled(head) if active or vowel == "a" or verb.form not in _OF_FOUR else filled(head).replace("a", "u")
        if verb.kind == "defective":
            return Tense(head + middle, head + middle, {"i": "ي"}.get(vowel, "ى"))
        if verb.kind == "hollow":
            long = "aا" if vowel == "a" or (active and verb.form in {"VII", "VIII"}) else "iي"
            return Tense(head[:-1] + long + verb.third, head[:-1] + long[0] + verb.third)
        closed = head + middle + vowel + verb.third
        if verb.kind == "doubled":
            opened = head[:-1] + vowel if head.endswith("o") else head
            return Tense(opened + verb.second + "~", closed)
        return Tense(closed, closed)

    imperfect = tense(pattern.imperfect, pattern.vowel, active=True)
    passive = tense(pattern.imperfect, "a", active=False)
    subject = tense(pattern.imperfect, "i", active=True)
    return Stems(
        verb.form,
        tense(pattern.perfect, "a", active=True),
        imperfect,
        pattern.prefix,
        tense(pattern.passive, "i", active=False),
        passive,
        ("مu" + subject.open, subject.weak),
        ("مu" + passive.open, passive.weak),
        _masdar(verb, pattern, filled),
    )


def _masdar(verb: Root, pattern: _Pattern, filled: Callable[[str], str]) -> tuple[str, str]:
    if verb.kind == "defective":
        return filled(pattern.weak_masdar), "ي" if verb.form in {"V", "VI", "QII"} else ""
    if verb.form == "II" and verb.third == "ء":  # تهنئة
        return filled("تa1o2iءaة"), ""
    if verb.kind == "hollow":
        if verb.form in {"IV", "X"}:
            return filled({"IV": "ءi1aا3aة", "X": "اiسoتi1aا3aة"}[verb.form]), ""
        return filled(pattern.masdar.replace("2", "ي")), ""
    if verb.kind == "doubled" and verb.form in {"III", "VI"}:
        return filled({"III": "مu1aا2~aة", "VI": "تa1aا2~"}[verb.form]), ""
    return filled(pattern.masdar), ""


def _fourth(verb: Root) -> Stems:
    """اطمأنّ يطمئنّ اطمئنان."""
    head, third, fourth = verb.first, verb.second, verb.third
    stem = f"{head}a{third}i{fourth}~"
    closed = f"{head}a{third}o{fourth}i{fourth}"
    passive = Tense(f"{head}a{third}a{fourth}~", closed)
    perfect = Tense(f"اi{head}a{third}a{fourth}~", f"اi{head}a{third}o{fourth}a{fourth}")
    return Stems(
        "QIV", perfect, Tense(stem, closed), "a", Tense(f"اu{head}u{third}i{fourth}~", closed), passive,
        ("مu" + stem, ""), ("مu" + passive.open, ""), (f"اi{head}i{third}o{fourth}aا{fourth}", ""),
    )  # fmt: skip


def _first(verb: Root, perfect: str, imperfect: str) -> Stems:
    tenses = {"hollow": _hollow, "defective": _weak, "doubled": _doubled}.get(verb.kind, _sound)(
        verb, perfect, imperfect
    )
    one, two, three = verb.first, verb.second, verb.third
    if verb.kind == "hollow":
        subject, target = (f"{one}aاءi{three}", ""), (f"مa{one}{_long(imperfect)}{three}", "")
    elif verb.kind == "defective":
        last = "و" if _last_letter(imperfect) == "و" else "ي"
        subject, target = (f"{one}aا{two}", "ي"), (f"مa{one}o{two}{'u' if last == 'و' else 'i'}{last}~", "")
    elif verb.kind == "doubled":
        subject, target = (f"{one}aا{two}~", ""), (f"مa{one}o{two}uو{two}", "")
    else:
        subject, target = (f"{one}aا{two}i{three}", ""), (f"مa{one}o{two}uو{three}", "")
    return Stems("I", tenses[0], tenses[1], "a", tenses[2], tenses[3], subject, target, None)


def _letters(word: str) -> list[tuple[str, str]]:
    """The letters of a word, each with its short vowel where one is written."""
    return [(letter, next((_VOWEL[m] for m in marks if m in _VOWEL), "")) for letter, marks in _LETTER.findall(word)]


def _last_letter(word: str) -> str:
    return _letters(word)[-1][0] if word else ""


def _vowel(word: str, place: int) -> str:
    """The vowel of a letter counted from the end: as written, or as the seat of hamza there or behind tells; else *."""
    letters = _letters(word)
    written = letters[place][1]
    behind = letters[place + 1][0] if place < -1 else ""
    return written or _MIDDLE.get(letters[place][0]) or _MIDDLE.get(behind) or "*"


def _sound(verb: Root, perfect: str, imperfect: str) -> tuple[Tense, Tense, Tense, Tense]:
    one, two, three = verb.first, verb.second, verb.third
    full = len(_letters(imperfect)) == len("يفعل")
    active = f"{one}a{two}{_vowel(perfect, -2)}{three}"
    present = (f"{one}o" if full else "") + f"{two}{_vowel(imperfect, -2)}{three}"
    said, done = f"{one}u{two}i{three}", f"{one}o{two}a{three}"
    return Tense(active, active), Tense(present, present), Tense(said, said), Tense(done, done)


def _long(imperfect: str) -> str:
    """The long vowel of a hollow imperfect."""
    return {"و": "uو", "ي": "iي"}.get(_letters(imperfect)[-2][0], "aا")


def _hollow(verb: Root, _: str, imperfect: str) -> tuple[Tense, Tense, Tense, Tense]:
    one, three = verb.first, verb.third
    long = _long(imperfect)
    return (
        Tense(f"{one}aا{three}", f"{one}{'u' if long == 'uو' else 'i'}{three}"),
        Tense(one + long + three, one + long[0] + three),
        Tense(f"{one}iي{three}", f"{one}*{three}"),
        Tense(f"{one}aا{three}", f"{one}a{three}"),
    )


def _weak(verb: Root, _: str, imperfect: str) -> tuple[Tense, Tense, Tense, Tense]:
    one, two = verb.first, verb.second
    full = len(_letters(imperfect)) == len("يفعى")
    present = f"{one}o{two}" if full else _letters(imperfect)[1][0].translate(_HAMZAS)  # يقي of وقى, يرى of رأى
    done = f"{one}o{two}" if full or one == "و" else present
    return (
        Tense(f"{one}a{two}", f"{one}a{two}", verb.third),
        Tense(present, present, _last_letter(imperfect)),
        Tense(f"{one}u{two}", f"{one}u{two}", "ي"),
        Tense(done, done, "ى"),
    )


def _doubled(verb: Root, _: str, imperfect: str) -> tuple[Tense, Tense, Tense, Tense]:
    one, two = verb.first, verb.second
    vowel = _vowel(imperfect, -2)
    return (
        Tense(f"{one}a{two}~", f"{one}a{two}*{two}"),
        Tense(f"{one}{vowel}{two}~", f"{one}o{two}*{two}"),
        Tense(f"{one}u{two}~", f"{one}u{two}i{two}"),
        Tense(f"{one}a{two}~", f"{one}o{two}a{two}"),
    )
