"""The query language: what a query says, as a tree.

    query    = either { OR either }              either: all of what stands side by side
    either   = part { [AND] part }               OR, AND, NOT in capitals; or أو, و, وليس as words between two parts
    part     = [NOT] ( word | prefix* | "phrase" | field:value | date:period | "(" query ")" )

`parse` gives the tree; what a query means is said in one place, `docs/search.md`.
"""

from dataclasses import dataclass

from marsad.archive.query_dates import Period


@dataclass(frozen=True, slots=True)
class Word:
    """A word in all its forms, or (`prefix`) all words that begin so."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words side by side, as they are written."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """What a field must hold: a name, a kind; all words of `text`, in any of their spellings."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Among:
    """One of these articles: in which somebody stands who is asked for, whatever the name is there."""

    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """Published within a period."""

    period: Period


@dataclass(frozen=True, slots=True)
class Not:
    """Articles without."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class All:
    """All of them."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of them."""

    parts: tuple["Node", ...]


Node = Word | Phrase | Field | Among | Dated | Not | All | Any


def said(node: Node, *, inside: bool = False) -> str:
    """The tree in the words of the language, every operator written out: how a query was understood."""
    match node:
        case Word() | Phrase():
            return f'"{node.text}"' if isinstance(node, Phrase) else node.text + "*" * node.prefix
        case Field():
            return f'{node.name}:"{node.text}"' if " " in node.text else f"{node.name}:{node.text}"
        case Among():
            return f"{len(node.articles)} articles"
        case Dated():
            return f"date:{node.period.first or ''}..{node.period.last or ''}"
        case Not():
            return f"NOT {said(node.part, inside=True)}"
        case All() | Any():
            word = " AND " if isinstance(node, All) else " OR "
            text = word.join(said(part, inside=True) for part in node.parts)
            return f"({text})" if inside else text


def ranks(node: Node | None) -> bool:
    """Whether articles can answer more or less well: whether words are asked for, and not only conditions."""
    match node:
        case Word() | Phrase():
            return True
        case All() | Any():
            return any(ranks(part) for part in node.parts)
        case _:
            return False


def has_words(node: Node | None) -> bool:
    """Whether a query asks for words, or for texts without some."""
    match node:
        case Word() | Phrase():
            return True
        case Not():
            return has_words(node.part)
        case All() | Any():
            return any(has_words(part) for part in node.parts)
        case _:
            return False
