"""The forms in which a word may stand in a text: what Arabic writes onto it, in front and behind.

In front: و ف, then ب ل ك, then ال (لل with ل); س before an imperfect. Behind: the pronouns, of nouns. All forms are
*candidates*, folded as `fold_key` does: which of them occur, and which are words of their own (ورد is not و + رد), is
for the caller to find out, who knows the texts.
"""

from typing import Literal, NamedTuple

from marsad.text.fold import fold_key

Why = Literal["exact", "spelling", "clitic", "pronoun", "name", "country", "adjective"]

_AND = ("", "و", "ف")
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "كم")
_ARTICLE = "ال"
_IMPERFECT = frozenset("يتنا")
_LEAST_FOR_PRONOUN = 3  # letters of a word that takes a pronoun
_LEAST_FOR_FUTURE = 4
_SEATS = (("ؤو", "ئو"), ("ئو", "ؤو"), ("ؤو", "ءو"), ("ءو", "ؤو"), ("ئو", "ءو"), ("ءو", "ئو"))  # مسؤول, مسئول; قراءون


class Candidate(NamedTuple):
    """A form that a word may have in a text: `core` is what of it is the word, without the letters written onto it."""

    form: str
    why: Why
    front: str = ""  # the clitics in front, with the article
    core: str = ""


def candidates(word: str, *, pronouns: bool = True) -> list[Candidate]:
    """All forms of an Arabic word, itself first; no form twice.

    `word` as it is written (`search_words.written`); `pronouns`: also with what is written behind it; not of names.
    """
    folded = fold_key(word)
    found: dict[str, Candidate] = {folded: Candidate(folded, "exact", "", folded)}
    cores: list[tuple[str, Why]] = [(folded, "clitic"), *((other, "spelling") for other in other_seats(folded))]
    if pronouns and len(folded) >= _LEAST_FOR_PRONOUN and not folded.startswith(_ARTICLE):
        cores += [(stem + pronoun, "pronoun") for stem in _stems(word, folded) for pronoun in _PRONOUNS]
    for core, why in cores:
        for front, form in _fronts(core, article=why != "pronoun"):
            found.setdefault(form, Candidate(form, why, front, core))
    return list(found.values())


def other_seats(folded: str) -> list[str]:
    """The word with the other seats that the press gives a hamza before و: مسؤول, مسئول."""
    return [folded.replace(old, new) for old, new in _SEATS if old in folded]


def _stems(word: str, folded: str) -> list[str]:
    """What a word becomes before a pronoun: حكومة حكومتها, مبنى مبناها, وزراء وزرائه."""
    last, rest = word[-1], folded[:-1]
    if last == "ه":  # a letter of the word (وجه), or ة without its dots
        return [folded, rest + "ت"]
    return {"ة": [rest + "ت"], "ى": [rest + "ا"], "ء": [rest + seat for seat in "ئؤء"]}.get(last, [folded])


def _fronts(core: str, *, article: bool) -> list[tuple[str, str]]:
    """What may stand in front of a word, with the form that it makes; a word with a pronoun takes no article."""
    bare = core.removeprefix(_ARTICLE) if core.startswith(_ARTICLE) and len(core) > len(_ARTICLE) + 1 else None
    front = ["", "ب", "ك"] if bare is not None else ["", "ب", "ك", "ل"]
    if article and bare is None:
        front += ["ال", "بال", "كال"]
    if len(core) >= _LEAST_FOR_FUTURE and core[0] in _IMPERFECT:
        front.append("س")
    pairs = [(letters, letters + core) for letters in front]
    if article or bare is not None:
        pairs += [("لل", form) for form in _with_lam(bare or core)]
    return [(conjunction + letters, conjunction + form) for conjunction in _AND for letters, form in pairs]


def _with_lam(bare: str) -> list[str]:
    """ل + ال + word: للأردن; of a word in ل one lam is mostly not written (للاذقية)."""
    return [f"لل{bare}", f"ل{bare}"] if bare.startswith("ل") else [f"لل{bare}"]
