"""Each thing once: further copies of the body, teaser copies of the lead, doubled paragraphs.

Pages print a text twice (desktop and mobile, page and print view), with other white space, wrapped, cut short
or with a paragraph more. A copy is told from a refrain by what stands around it: a copy runs on for paragraphs,
stands directly behind its original, or closes the page; a refrain comes back between new text, and stays.
"""

import re

from marsad.extract.lines import Line, letters
from marsad.text.fold import fold_key

_PREFIX = 20  # letters by which beginnings are looked up
_MOST_ALIKE = 100  # later paragraphs that begin alike and are looked at
_MOST_LINES = 4000  # of a body; beyond that only whole lines are compared, as searching grows with the square
_SHORTEST = 25  # letters; below that, equality says nothing
_TEASER = 0.95  # share of a cut-off copy that must be found in the paragraph that it teases
# Possessive, as dots are both the sign and what may follow it.
_CUT_OFF = re.compile(r"(?:\s*+[\[(«]?(?:\.{2,}+|…|المزيد|التفاصيل|اقرا المزيد|للمزيد|more)\s*+[.…»>\])]*+)++\s*$")
_LONG_RUN = 300  # letters of running copy that no refrain has
_SENTENCE = re.compile(r"(?<=[.!؟?…])\s+")


def _announced(key: str) -> str | None:
    """The letters of a text that was cut off, without what says so; None for a text that was not."""
    tail = key[-40:]
    if not tail.endswith(_CUT_ENDS) or not (hit := _CUT_OFF.search(tail)):
        return None
    return letters(key[: len(key) - len(tail) + hit.start()])


_CUT_ENDS = (".", "…", "»", ">", "]", ")", "المزيد", "التفاصيل", "more")


def mark(lines: list[Line]) -> list[Line]:
    """Mark every further copy among the lines of a body as "repeat"; return the lines that stay, in order."""
    live = [line for line in lines if line.reason is None]
    bodies = [line.letters for line in live]
    if len(live) > _MOST_LINES:
        _exact(live, bodies)
    else:
        _teasers(live, bodies)
        _copies(live, bodies)
    return [line for line in live if line.reason is None]


def _teasers(live: list[Line], bodies: list[str]) -> None:
    """A line that is only the beginning of a later paragraph announces it: drop the announcement."""
    later: dict[str, list[str]] = {}  # first letters -> the paragraphs after this line that begin so
    for at in range(len(live) - 1, -1, -1):
        announced = _announced(live[at].key)
        cut_off = announced is not None
        body = bodies[at] if announced is None else announced
        # A copy may be cut inside its last word: `… أعلن الوزير في مؤت…`.
        probe = body[: int(len(body) * _TEASER)] if cut_off else body
        if len(body) >= _SHORTEST and any(
            other.startswith(probe) and len(other) > len(body) and not _glued(other, body, bodies, at)
            for other in later.get(body[:_PREFIX], ())[-_MOST_ALIKE:]
        ):
            live[at].reason = "repeat"
            continue
        later.setdefault(bodies[at][:_PREFIX], []).append(bodies[at])


def _glued(other: str, body: str, bodies: list[str], at: int) -> bool:
    """Whether a longer paragraph is a copy of this one and the next ones run together."""
    following = bodies[at + 1] if at + 1 < len(bodies) else ""
    return bool(following) and other.startswith(body + following[:_SHORTEST])


def _exact(live: list[Line], bodies: list[str]) -> None:
    """The cheap way for huge bodies: a long line that stood before is a copy."""
    seen: set[str] = set()
    for line, body in zip(live, bodies, strict=True):
        if len(body) >= _SHORTEST and body in seen:
            line.reason = "repeat"
        seen.add(body)


def _copies(live: list[Line], bodies: list[str]) -> None:
    """Runs of lines whose letters all stand in what was kept before them."""
    kept = ""
    at = 0
    last_kept = ""
    while at < len(live):
        if live[at].reason is not None:
            at += 1
            continue
        run = _run(live, bodies, at, kept)
        if run and _is_copy(live, bodies, at, run, kept, last_kept):
            for line in live[at : at + run]:
                line.reason = line.reason or "repeat"
            at += run
            continue
        if not run and (parts := _only_new(live[at], kept)) is not None:
            copied, rest = parts
            live[at].shorten(rest, "repeat", copied)
        last_kept = live[at].letters
        kept += last_kept
        at += 1


def _run(live: list[Line], bodies: list[str], at: int, kept: str) -> int:
    """How many lines from `at` on stand in `kept`, one after the other."""
    size = 0
    place = 0
    while at + size < len(live):
        line, body = live[at + size], bodies[at + size]
        if line.reason is None and body:
            found = kept.find(body, place)
            if found < 0 and place:
                found = kept.find(body)
            if found < 0:
                cut = _announced(line.key) or ""
                found = kept.find(cut) if len(cut) >= _SHORTEST else -1
            if found < 0:
                break
            place = found
        size += 1
    return size


def _is_copy(live: list[Line], bodies: list[str], at: int, run: int, kept: str, last_kept: str) -> bool:
    """Whether a run that stands in `kept` is a copy and not a refrain."""
    size = sum(len(bodies[i]) for i in range(at, at + run))
    first = bodies[at]
    if size < _SHORTEST:
        return run == 1 and at > 0 and first == last_kept and bool(first) and live[at].words > 2
    if size >= _LONG_RUN and run > 1:
        return True
    if size >= 0.6 * len(kept):
        return True
    if first == last_kept or (kept.endswith(first) and len(first) >= _SHORTEST):
        return True  # directly behind its original
    after = sum(len(body) for body in bodies[at + run :])
    return after == 0 and size >= 60  # it closes the page: nothing new follows


def _only_new(line: Line, kept: str) -> tuple[str, str] | None:
    """A paragraph that begins with copied sentences and goes on with new ones: (copied, new), where that is sure.

    Two sentences or 120 letters of copy in front make it sure; a single repeated sentence may be meant.
    """
    sentences = _SENTENCE.split(line.text)
    copied = 0
    size = 0
    for sentence in sentences:
        body = letters(fold_key(sentence))
        if not body or body not in kept:
            break
        copied += 1
        size += len(body)
    if copied < 2 or copied == len(sentences) or size < 120:
        return None
    return " ".join(sentences[:copied]), " ".join(sentences[copied:])
