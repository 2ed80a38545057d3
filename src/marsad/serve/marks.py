"""A stretch of text as a tree of marks: whole quotes outside, names inside, every word of the text once and in order.

Marks may cross (a name that reaches out of a quote): the later one is then cut in two at the edge of the other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to be marked, `start:end` in code points of the text.

    `kind`: the class of the element; `id`: its anchor, once only; `href`: where it leads; `title`: what it is.
    """

    start: int
    end: int
    kind: str
    id: str = ""
    href: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark (None for the stretch itself) with what stands inside it: text and further marks."""

    mark: Mark | None
    inside: list["str | Marked"] = field(default_factory=list)


def tree(text: str, start: int, end: int, marks: Iterable[Mark]) -> Marked:
    """The stretch `start:end` of a text with all marks in it; of equal ones the first is outside."""
    whole = Marked(None)
    stack: list[tuple[Marked, int]] = [(whole, end)]
    at = start
    for mark in _nested([replace(one, start=max(one.start, start), end=min(one.end, end)) for one in marks]):
        while len(stack) > 1 and stack[-1][1] <= mark.start:
            at = _text(stack, text, at, stack[-1][1])
            stack.pop()
        at = _text(stack, text, at, mark.start)
        inner = Marked(mark)
        stack[-1][0].inside.append(inner)
        stack.append((inner, mark.end))
    while stack:
        at = _text(stack, text, at, stack[-1][1])
        stack.pop()
    return whole


def _text(stack: list[tuple[Marked, int]], text: str, at: int, end: int) -> int:
    if at < end:
        stack[-1][0].inside.append(text[at:end])
    return max(at, end)


def _nested(marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks in the order in which they open, cut where they cross; the second part of one has no anchor."""
    waiting = sorted(((one, place) for place, one in enumerate(marks) if one.start < one.end), key=_order)
    ends: list[int] = []
    while waiting:
        mark, place = waiting.pop(0)
        while ends and ends[-1] <= mark.start:
            ends.pop()
        if ends and mark.end > ends[-1]:
            rest = replace(mark, start=ends[-1], id="")
            waiting = sorted([*waiting, (rest, place)], key=_order)
            mark = replace(mark, end=ends[-1])
        ends.append(mark.end)
        yield mark


def _order(row: tuple[Mark, int]) -> tuple[int, int, int]:
    mark, place = row
    return mark.start, -mark.end, place
