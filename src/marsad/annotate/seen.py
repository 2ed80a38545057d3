"""A text as it is seen, and what was found there put back into the text as it is written.

Tatweel and characters without a shape (bidi controls, zero-width characters) change nothing of what a reader reads, so
no step has to know of them: they are taken out in front of all steps, and the spans found lead to the text as it came.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from marsad.records import Quote, Span
from marsad.text.fold import Fold, View, view
from marsad.text.letters import INVISIBLE, TATWEEL

_T = TypeVar("_T")
_UNSEEN = re.compile(f"[{TATWEEL}{INVISIBLE}]")


def as_seen(text: str) -> View | None:
    """The text without tatweel and invisible characters; None where it has none."""
    return view(text, Fold.TATWEEL | Fold.INVISIBLE) if _UNSEEN.search(text) else None


def put_back(found: _T, seen: View, text: str) -> _T:
    """What was found in `seen.text`, with the spans and words of `text`, of which it is the view."""
    return _moved(found, seen.back, text)


def put_in(found: _T, seen: View) -> _T:
    """What was found in a text, with the spans and words of `seen.text`: the other way round."""

    def forward(span: Span) -> Span:
        return Span(bisect_left(seen.offsets, span.start), bisect_left(seen.offsets, span.end))

    return _moved(found, forward, seen.text)


def _moved(found: _T, move: Callable[[Span], Span], text: str) -> _T:
    if isinstance(found, tuple):
        return tuple(_moved(one, move, text) for one in found)  # type: ignore[return-value]
    if not is_dataclass(found) or isinstance(found, type):
        return found
    parts: dict[str, Any] = {field.name: _moved(getattr(found, field.name), move, text) for field in fields(found)}
    if "start" in parts:
        span = move(Span(parts["start"], parts["end"]))
        parts |= {"start": span.start, "end": span.end} | _words(parts, span, text)
    if isinstance(found, Quote):
        parts |= _words(parts, Span(parts["content"][0].start, parts["content"][-1].end), text)
    return replace(found, **parts)


def _words(parts: Mapping[str, Any], span: Span, text: str) -> dict[str, str]:
    return {"text": text[span.start : span.end]} if "text" in parts else {}
