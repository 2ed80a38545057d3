"""The lists of this folder: read, checked, and as they ship.

A TSV begins with comment lines (origin, licence, columns); every row has the columns of the last comment line that
holds tabs, or as many as the first row. A TOML file is a table of lists.
"""

import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from marsad.text.conjugation import Verb, conjugate
from marsad.text.verb_stems import stems
from resources.lexicons.checks import CHECKS, Known

FOLDER = Path(__file__).parent
NOT_SHIPPED = frozenset({"homographs.tsv"})  # read when the forms are made
ACTIONS = frozenset({"drop", "rare", "whole"})
PARTS = frozenset({"perfect", "imperfect", "masdar", "participle", "object-participle", "finite", "nominal", "*"})


def names() -> list[str]:
    """The files that ship under their own name."""
    return sorted(
        path.name for path in FOLDER.iterdir() if path.suffix in {".tsv", ".toml"} and path.name not in NOT_SHIPPED
    )


def content(name: str) -> bytes:
    """A file as it ships."""
    return (FOLDER / name).read_bytes()


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a TSV of this folder."""
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def verbs() -> list[Verb]:
    """The verbs."""
    return [Verb(*row) for row in rows("verbs.tsv")]


def homographs() -> dict[tuple[str, str, str], str]:
    """By letters, lemma and part ("*" for all): "drop" or "rare"."""
    return {(form, lemma, part): action for form, lemma, part, action in rows("homographs.tsv")}


def problems() -> list[str]:
    """What is wrong in the folder, a line each."""
    found = [f"{path.name}: {problem}" for path in sorted(FOLDER.iterdir()) for problem in _file(path)]
    special = (("verbs.tsv", _verbs()), ("homographs.tsv", _homographs()))
    found += [f"{name}: {problem}" for name, complaints in special for problem in complaints]
    return found or list(_content())


def _content() -> Iterator[str]:
    """What the checks of the lists say, once their form is right."""
    nouns = frozenset(row[0] for row in rows("nouns.tsv"))
    known = Known(frozenset(verb.perfect for verb in verbs()), nouns)
    for name, check in CHECKS.items():
        for row in rows(name):
            yield from (f"{name}: {row[0]}: {problem}" for problem in check(row, known))


def _file(path: Path) -> Iterator[str]:
    if path.suffix not in {".tsv", ".toml"}:
        return
    text = path.read_text("utf-8")
    if not text.endswith("\n") or not unicodedata.is_normalized("NFC", text):
        yield "not NFC text that ends with a line break"
    if not text.startswith("#"):
        yield "no head line that says what it is"
    if path.suffix == ".toml":
        try:
            tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            yield str(error)
        return
    table = list(rows(path.name))
    heads = [line for line in text.splitlines() if line.startswith("#") and "\t" in line]
    columns = heads[-1].count("\t") + 1 if heads else len(table[0]) if table else 0
    for row in table:
        if len(row) != columns:
            yield f"{len(row)} columns where {columns} stand: {row}"
        if any(cell != cell.strip() for cell in row):
            yield f"spaces at the edge of a cell: {row}"
    yield from (f"twice: {list(row)}" for row, count in Counter(map(tuple, table)).items() if count > 1)


def _verbs() -> Iterator[str]:
    """Every verb can be conjugated, stands once, and has the imperfect that its form gives."""
    table = list(rows("verbs.tsv"))
    yield from (f"twice: {lemma}" for lemma, count in Counter(row[0] for row in table).items() if count > 1)
    for row in table:
        try:
            verb = Verb(*row)
            forms = {form.letters for form in conjugate(verb) if form.part == "imperfect"}
            first = stems(verb.perfect, verb.imperfect.split("|")[0]).form
        except (ValueError, TypeError, IndexError) as error:
            yield f"{row}: {error}"
            continue
        if not {_bare(imperfect) for imperfect in verb.imperfect.split("|")} <= forms:
            yield f"{verb.perfect}: {verb.imperfect} is no imperfect of its form {first}"
        if verb.passive not in {"", "+", "-"}:
            yield f"{verb.perfect}: passive is + or - or nothing"


def _homographs() -> Iterator[str]:
    known = {"*", *(verb.perfect for verb in verbs())}
    for row in rows("homographs.tsv"):
        form, lemma, part, action = (*row, "", "", "", "")[:4]
        if lemma not in known or part not in PARTS or action not in ACTIONS or not form:
            yield f"no such verb, part or action: {row}"


def _bare(word: str) -> str:
    return "".join(letter for letter in word if not "\u064b" <= letter <= "\u0652")
