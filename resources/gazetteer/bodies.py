"""The bodies that every country has, by its nationality: الجيش الروسي, الخارجية الروسية, المنتخب الروسي."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from resources.gazetteer.build_nationalities import adjectives
from resources.gazetteer.listing import Alias, Thing
from resources.gazetteer.tables import folded

_AMBIGUOUS = frozenset({"ML"})  # المالي, المالية: of Mali or of finance


class Body(NamedTuple):
    """A body: slug, kind, sector, and its names, where {m} and {f} stand for the adjective of the country.

    "?" marks a short form that may be two words of the language as well (السياسة الخارجية الروسية).
    """

    slug: str
    kind: str
    sector: str
    names: tuple[str, ...]


BODIES = (
    Body("mfa", "body", "government", ("وزارة الخارجية {f}", "?الخارجية {f}", "وزارة الشؤون الخارجية {f}")),
    Body("interior", "body", "government", ("وزارة الداخلية {f}", "?الداخلية {f}")),
    Body("defence", "body", "military", ("وزارة الدفاع {f}", "?الدفاع {f}")),
    Body("finance", "body", "government", ("وزارة المالية {f}", "?المالية {f}")),
    Body("justice", "body", "government", ("وزارة العدل {f}", "?العدل {f}")),
    Body("health", "body", "government", ("وزارة الصحة {f}", "?الصحة {f}")),
    Body("presidency", "body", "government", ("الرئاسة {f}", "رئاسة الجمهورية {f}")),
    Body("parliament", "body", "government", ("البرلمان {m}",)),
    Body("embassy", "body", "government", ("السفارة {f}", "سفارة {country}")),
    Body("consulate", "body", "government", ("القنصلية {f}", "قنصلية {country}")),
    Body("army", "body", "military", ("الجيش {m}", "القوات المسلحة {f}", "القوات {f}")),
    Body("air-force", "body", "military", ("سلاح الجو {m}", "القوات الجوية {f}", "الطيران الحربي {m}")),
    Body("navy", "body", "military", ("القوات البحرية {f}", "سلاح البحرية {m}", "?البحرية {f}")),
    Body("police", "security", "security", ("الشرطة {f}", "قوات الشرطة {f}", "قوات الأمن {f}")),
    Body("intelligence", "security", "security", ("المخابرات {f}", "الاستخبارات {f}", "جهاز المخابرات {m}")),
    Body("central-bank", "bank", "business", ("البنك المركزي {m}", "المصرف المركزي {m}")),
    Body("national-team", "club", "sport", ("المنتخب {m}", "المنتخب الوطني {m}", "منتخب {country}")),
    Body("football", "club", "sport", ("الاتحاد {m} لكرة القدم",)),
    Body("red-crescent", "ngo", "ngo", ("الهلال الأحمر {m}",)),
    Body("red-cross", "ngo", "ngo", ("الصليب الأحمر {m}",)),
    Body("olympic", "club", "sport", ("اللجنة الأولمبية {f}",)),
)


def with_bodies(listed: Sequence[Thing]) -> list[Thing]:
    """The things of the lists and the bodies of their countries; a body that is listed gets its further names."""
    countries = {thing.id.partition(":")[2]: thing for thing in listed if thing.kind == "country"}
    owners = {folded(alias.text): thing.id for thing in reversed(listed) for alias in thing.aliases}
    ids = {thing.id for thing in listed}
    further: dict[str, list[Alias]] = {}
    built: dict[str, Thing] = {}
    for code, forms in adjectives().items():
        for body in BODIES if code in countries and code not in _AMBIGUOUS else ():
            country = countries[code]
            names = {alias.text: alias for alias in _names(body, country.aliases[0].text, forms)}
            own = f"{body.kind}:{code.lower()}-{body.slug}"
            found = next((owners[folded(name)] for name in names if folded(name) in owners), own)
            owner = own if own in ids else found
            aliases = [alias for name, alias in names.items() if owners.get(folded(name), owner) == owner]
            further.setdefault(owner, []).extend(aliases)
            built[own] = Thing(own, "ORG", body.kind, (), country.country, body.sector, "")
    known = [*listed, *(thing for key, thing in built.items() if key in further and key not in ids)]
    return [replace(thing, aliases=(*thing.aliases, *further.get(thing.id, ()))) for thing in known]


def _names(body: Body, country: str, forms: list[tuple[str, str]]) -> Iterator[Alias]:
    for masculine, feminine in forms:
        for name in body.names:
            text = name.lstrip("?").format(m=_definite(masculine), f=_definite(feminine), country=country)
            yield Alias(text, "context" if name.startswith("?") else "")


def _definite(adjective: str) -> str:
    """With the article on every word of a compound but on nouns: الكورية الجنوبية, الشرق أوسطية."""
    return " ".join(f"ال{word}" if word.endswith(("ي", "ية")) else word for word in adjective.split(" "))
