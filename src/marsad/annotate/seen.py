"""A text as it is seen, and what was found there put back into the text as it is written.

Tatweel and characters without a shape (bidi controls, zero-width characters) change nothing of what a reader reads, so
no step has to know of them: they are taken out in front of all steps, and the spans found lead to the text as it came.
"""

import re
from collections.abc import Mapping
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
    if isinstance(found, tuple):
        return tuple(put_back(one, seen, text) for one in found)  # type: ignore[return-value]
    if not is_dataclass(found) or isinstance(found, type):
        return found
    parts: dict[str, Any] = {field.name: put_back(getattr(found, field.name), seen, text) for field in fields(found)}
    if "start" in parts:
        span = seen.back(Span(parts["start"], parts["end"]))
        parts |= {"start": span.start, "end": span.end} | _words(parts, span, text)
    if isinstance(found, Quote):
        parts |= _words(parts, Span(parts["content"][0].start, parts["content"][-1].end), text)
    return replace(found, **parts)


def _words(parts: Mapping[str, Any], span: Span, text: str) -> dict[str, str]:
    return {"text": text[span.start : span.end]} if "text" in parts else {}
