"""Makes `gaz_nationalities.tsv` from the curated list (`nationalities.txt`)."""

from collections.abc import Iterator
from pathlib import Path

from resources.gazetteer.tables import table

LIST = Path(__file__).parent / "nationalities.txt"
HEAD = (
    "Nationalities and peoples, without the article. Made by resources/build_gazetteer.py: do not edit.",
    "Origin: the project's own list resources/gazetteer/nationalities.txt (Apache-2.0).",
    "country (ISO2) or id of a thing\tmasculine\tfeminine\tplurals and duals",
)


def build() -> bytes:
    """The table."""
    return table(HEAD, (row for line in _lines() for row in _rows(line)))


def adjectives() -> dict[str, list[tuple[str, str]]]:
    """By country or thing: its adjectives, masculine and feminine, a pair per spelling."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in _lines():
        for nation, masculine, feminine, _ in _rows(line):
            found.setdefault(nation, []).append((masculine, feminine))
    return found


def _lines() -> Iterator[list[str]]:
    for line in LIST.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [part.strip() for part in line.split("|")]


def _rows(line: list[str]) -> Iterator[list[str]]:
    """A row per spelling of the masculine; plurals that are given belong to the last spelling before them."""
    nation, first, *rest = line
    spellings: list[tuple[str, list[str]]] = [(first, [])]
    for item in rest:
        if item.startswith("="):
            spellings.append((item[1:], []))
        else:
            spellings[-1][1].append(item)
    for masculine, plurals in spellings:
        feminine, forms = _forms(masculine)
        yield [nation.removesuffix("-x"), masculine, feminine, "|".join(dict.fromkeys([*plurals, *forms]))]


def _forms(masculine: str) -> tuple[str, list[str]]:
    """Feminine; sound plurals and duals. Of a compound every adjective agrees: كورية جنوبية, but شرق أوسطية."""
    words = masculine.split(" ")
    endings = ("ة", "ون", "ين", "ات", "ان", "تان", "تين")
    feminine, *plurals = (
        " ".join(word + ending if word.endswith("ي") else word for word in words) for ending in endings
    )
    return feminine, plurals
