"""Pairs of quotation marks, as newsrooms really type them.

Four families («», “”, "", ‘’) of which each may be doubled, turned round or left open. Within a family a sign opens
or closes by what touches it (a closing sign leans on the word in front), and by its own direction only where that
says nothing. A straight sign that opens behind one that was never closed starts anew; a directed one («, “) may
stand inside another of its kind.
"""

from collections.abc import Sequence
from typing import NamedTuple

from marsad.annotate.grammar.tokens import Token

_FAMILIES = {
    **dict.fromkeys("«»‹›", "angle"),
    **dict.fromkeys("“”„‟", "curly"),
    **dict.fromkeys('"', "straight"),
    **dict.fromkeys("‘’'", "single"),
}
_OPENING = frozenset("«‹“„‘")
_CLOSING = frozenset("»›”’")
_LEAN = frozenset(".,،؛:!?؟)]…")


class Marked(NamedTuple):
    """A marked stretch: indices of the tokens that open and close it.

    `close` is None where the passage ends before a closing sign; `style` is the family: angle, curly, straight, single.
    """

    open: int
    close: int | None
    style: str


def marked(tokens: Sequence[Token]) -> list[Marked]:
    """The marked stretches of the tokens of one passage, by their opening. Linear in their number."""
    opened: dict[str, list[int]] = {}
    found: list[Marked] = []
    for index, token in enumerate(tokens):
        style = _FAMILIES.get(token.text) if token.kind == "sign" else None
        if style is None:
            continue
        side, stack = _side(tokens, index), opened.setdefault(style, [])
        if not stack:
            if side != "close" or token.text in _OPENING:
                stack.append(index)
        elif side == "open" and index - stack[-1] > 1 and token.text not in _CLOSING:
            if token.text not in _OPENING:  # a straight sign: the one before it was never closed
                found.append(Marked(stack.pop(), None, style))
            stack.append(index)
        else:
            found.append(Marked(stack.pop(), index, style))
    found += [Marked(index, None, style) for style, stack in opened.items() if style != "single" for index in stack]
    return sorted(_without_apostrophes(found))


def _side(tokens: Sequence[Token], index: int) -> str:
    """Which way a sign leans: open, close, or nothing that tells."""
    token = tokens[index]
    before = index > 0 and tokens[index - 1].end == token.start and tokens[index - 1].text not in "([ـ:"
    behind = index + 1 < len(tokens) and tokens[index + 1].start == token.end and tokens[index + 1].text not in _LEAN
    if behind and (not before or tokens[index - 1].kind == "sign"):
        return "open"
    if before and not behind:
        return "close"
    if before and len(tokens[index - 1].key) == 1 and tokens[index - 1].key in "بلكوف":  # بـ"حزم"
        return "open"
    return ""


def _without_apostrophes(found: list[Marked]) -> list[Marked]:
    """Single signs count only as a short pair: alone they are apostrophes."""
    return [pair for pair in found if pair.style != "single" or (pair.close is not None and pair.close - pair.open > 1)]
