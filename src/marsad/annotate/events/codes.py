"""Codes of parties: their sector and country by names and descriptions."""

from collections.abc import Sequence

from marsad.annotate.lists.codes import Noun, noun
from marsad.annotate.lists.tables import party_words
from marsad.records import Entity, Mention

_ADJECTIVES = frozenset({"OPP", "NGO", "ELI", "REB", "LAB", "JUD", "LEG", "COP", "GOV", "MIL", "MED", "EDU", "REL"})
_STRONG = frozenset({"OPP", "ELI"})  # what an adjective says even of those in office: نائب سابق, الحزب المعارض
_FIGHTERS = frozenset({"REB", "UAF", "MIL", "COP", "CVL", "CRM"})  # stay so whomever they follow: مقاتلو المعارضة
_EXACT = frozenset({"LEG", "JUD", "COP", "MIL", "BUS", "PTY", "NGO", "REB"})  # more exact than a list's "government"
_UNITS = party_words("made_of")
_ANYWHERE = frozenset({"رئيس", "مسؤول"})  # officials of a government, if of nothing else
_OF_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD", "CVL"})
_COALITION = "تحالف"
_UNION = "Q458"  # the European Union, which PLOVER codes like a country
_PLACELESS = frozenset({"UAF", "NGO", "IGO", "REB", "JRN", "CRM"})  # the place of an act tells nothing of theirs


def name_code(mention: Mention, entity: Entity | None) -> tuple[str, str]:
    """Sector and code of a name: what its entity is known as, else what its own words say (الحكومة اليمنية)."""
    if entity and entity.wikidata == _UNION:
        return "", "EUR"
    known = (entity.sector if entity else None) or ""
    if mention.label != "ORG":
        return known, ""
    said = _sector([noun(word) for word in mention.text.split()], [])
    return (said if not known or (known in {"GOV", "CVL"} and said in _EXACT) else known), ""


def description_code(words: Sequence[Noun], names: Sequence[Entity]) -> tuple[str, str, str]:
    """Country, sector and other code of a description by its words, the head first, and the names in it."""
    country = next((word.country for word in words[1:] if word.country), "")
    country = country or (words[0].head.country if words[0].head else "")
    person = not (words[0].head and words[0].head.kind == "part") and words[0].form != "حكومه"
    country = country or next(
        (one.country or "" for one in names if one.country and (one.label != "PER" or not person)), ""
    )
    code = "IMG" if not country and any(word.form == _COALITION for word in words) else ""
    return country, _sector(words, names), code


def _sector(words: Sequence[Noun], names: Sequence[Entity]) -> str:
    head = words[0].head if words else None
    sector = head.sector if head else ""
    part = head is not None and (head.kind == "part" or head.noun in _UNITS)
    if not sector or part:
        nested = (word.head.sector for word in words[1:] if word.head and word.head.sector)
        sector = next((one.sector for one in names if one.sector), "") or next(nested, "") or sector
        sector = "REB" if part and sector == "OPP" and head is not None and head.noun in _UNITS else sector
    if sector == "GOV" and head is not None and head.kind == "person" and head.noun in _ANYWHERE:
        of = next((one.sector for one in names if one.label == "ORG" and one.sector), "")
        sector = of if of and of not in _OF_STATE else sector  # مسؤول الحوثيين
    for word in words[1:]:
        strong = word.mark in _STRONG and sector not in _FIGHTERS
        if strong or (word.mark in _ADJECTIVES and sector in {"", "PTY", "UAF", "ELI"} and sector != "ELI"):
            sector = word.mark
    return sector


def homeless(sector: str, words: str) -> bool:
    """Whether the country of a sentence is not to be taken for a party: foreigners, armed men of no state."""
    return sector in _PLACELESS or any(noun(word).form.startswith(("اجنبي", "دولي", "امم")) for word in words.split())
