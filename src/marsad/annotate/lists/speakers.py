"""The nouns of those who speak: people, groups, institutions, documents, outlets, in every form that news writes.

`speaker_noun("المتظاهرين")` is متظاهر, a group, masculine plural. Source: `data/speakers.tsv`; the article, pronouns
behind (صديقه، صديقتها), duals and the cases of sound plurals are made here, so that a noun is one line of the list.
Given names and whose they are: `data/given_names.tsv`.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple, cast

from marsad.annotate.lists.tables import rows
from marsad.text.fold import fold_key

NounKind = Literal["person", "group", "institution", "document", "outlet", "anonymous"]
Role = Literal["", "office", "spokesman", "relative", "part"]

PRONOUNS = ("هما", "ها", "هم", "هن", "ه", "نا")  # longest first


class SpeakerNoun(NamedTuple):
    """A noun as one of its forms says it: its singular, gender and number of this form, what it names.

    `owner` is the pronoun on the form (صديقه: ه), `definite` whether it has the article or a pronoun. The gender of a
    plural is that of its singular; what agrees with it is the concern of `quotes.agreement`.
    """

    noun: str
    gender: str
    number: str  # s d p; "" of وزيرا, which is one in the accusative or two before a genitive
    kind: NounKind
    sector: str
    role: Role
    owner: str = ""
    definite: bool = False


def speaker_noun(key: str) -> SpeakerNoun | None:
    """The noun of a form as `fold_key` gives it, without clitics but for the article; None for another word."""
    found = _forms().get(key)
    if found:
        return _or_his(key, found)
    if key.startswith("لل"):
        key = "ال" + key[2:]
    if key.startswith("ال"):
        found = _forms().get(key[2:])
        return found._replace(definite=True) if found else None
    accusative = _forms().get(key[:-1]) if key.endswith("ا") else None  # مسؤولا
    return accusative if accusative and accusative.number == "s" else _owned(key)


def speaker_phrase(first: str, second: str) -> SpeakerNoun | None:
    """The fixed phrase of two words (شاهد عيان، وسائل إعلام); the second word may have the article."""
    bare = second.removeprefix("ال")
    found = _forms().get(f"{first.removeprefix('ال')} {bare}")
    return found._replace(definite=first.startswith("ال") or bare != second) if found else None


def _or_his(key: str, one: SpeakerNoun) -> SpeakerNoun:
    """Folded, زميلة is زميله as well, which is likelier."""
    his = _forms().get(key[:-1]) if one.role == "relative" and one.gender == "f" and key.endswith("ه") else None
    return his._replace(gender="", owner="ه", definite=True) if his and his.role == "relative" else one


def _owned(key: str) -> SpeakerNoun | None:
    for pronoun in PRONOUNS:
        stem = key.removesuffix(pronoun)
        if stem == key:
            continue
        for form in (stem, stem[:-1] + "ه" if stem.endswith("ت") else ""):
            found = _forms().get(form)
            if found and not found.owner:
                return found._replace(owner=pronoun, definite=True)
    return None


@cache
def _forms() -> dict[str, SpeakerNoun]:
    found: dict[str, SpeakerNoun] = {}
    plural: list[tuple[str, SpeakerNoun]] = []
    dual: list[tuple[str, SpeakerNoun]] = []
    for noun, plurals, gender, kind, sector, role in rows("speakers.tsv"):
        number = "p" if noun in plurals.split("|") else "s"  # سكان is plural only
        one = SpeakerNoun(noun, gender, number, cast("NounKind", kind), sector, cast("Role", role))
        found.setdefault(fold_key(noun), one)
        plural += [(form, one._replace(number=_number(form, one))) for form in _plurals(plurals)]
        if number == "s":
            dual += [(form, one._replace(number="" if form.endswith("ا") else "d")) for form in _duals(noun)]
    for form, one in (*plural, *dual):  # a plural in ـين is likelier than the dual that is written the same
        found.setdefault(form, one)
    return found


def _number(form: str, one: SpeakerNoun) -> str:
    """Of relatives موكلي is likelier one of mine than several of somebody's."""
    return "" if one.role == "relative" and one.kind == "person" and form.endswith("ي") else "p"


def _plurals(plurals: str) -> Iterator[str]:
    for plural in filter(None, plurals.split("|")):
        key = fold_key(plural)
        yield key
        head, space, rest = key.partition(" ")
        if head.endswith("ون"):
            for ending in ("ين", "و", "ي"):
                yield head[:-2] + ending + space + rest


def _duals(noun: str) -> Iterator[str]:
    key = fold_key(noun)
    if " " not in key:
        stem = key[:-1] + "ت" if noun.endswith("ة") else key
        for ending in ("ان", "ين", "ا", "ي"):
            yield stem + ending


def gender_of(given: str) -> str:
    """Whether a given name (as `fold_key` gives it) is a man's or a woman's: m, f, or "" where it does not tell."""
    return _given().get(given, "")


@cache
def _given() -> dict[str, str]:
    return {fold_key(name): gender for name, gender in rows("given_names.tsv")}
