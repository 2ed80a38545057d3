"""What stands behind a label of a byline: names of authors and editors, and of the outlets that a text is from."""

import re
from dataclasses import dataclass
from typing import Literal

from marsad.extract.lexicon import bare, is_agency, labels
from marsad.extract.names import is_initials, is_name, is_place, is_surely_name, jobs, several, trim, without_place
from marsad.extract.parts import is_outlet
from marsad.text.fold import fold_key

_SIGNS = re.compile(r"\s*[-–—ـ|/]+\s*|\s*[:：]\s*")


@dataclass(frozen=True, slots=True)
class Credit:
    """One thing that a line credits, as written: an author, a source, or who edited or translated the text."""

    role: Literal["author", "editor", "source", "other"]
    name: str


_SENTENCE = re.compile(r"\.\.|…|[؟!%]|(?:\S+\s+){8}")  # what names of outlets do not hold


def behind(label: str, value: str) -> list[Credit]:
    """Whom a folded label of author, editor, source or technician names: the value behind it, as written."""
    value = trim(value)
    if not value or "://" in value:
        return []
    if label in labels("author", "not_author"):
        return [Credit("other", value)]
    if label in labels("author", "editors"):
        return [Credit("editor", credit.name) if credit.role == "author" else credit for credit in people(value)]
    if label in labels("source"):
        return [Credit("source", _clip_source(value))] if len(value) <= 80 and not _SENTENCE.search(value) else []
    return people(value)


def _clip_source(value: str) -> str:
    return trim(re.split(r"\s{2,}|[|•●]|\s-\s(?=\S+\s*:)", value)[0]).strip("()[]").strip()


def people(value: str) -> list[Credit]:
    """Names of a byline: places and agencies set apart, several names split."""
    found: list[Credit] = []
    value = re.sub(
        r"[\(\[]([^()\[\]]{0,60})[\)\]]", lambda m: "" if is_place(m.group(1)) else f" - {m.group(1)} ", value
    )
    for part in (p for p in _SIGNS.split(value) if p.strip()):
        if is_place(part) or bare(fold_key(part)) in jobs() or is_initials(part) or _names_a_technician(part):
            continue
        for name in several(part):
            if is_agency(name):
                found.append(Credit("source", trim(name)))
            elif is_name(name) and (is_surely_name(name) or not is_outlet(name)):
                found.append(Credit("author", without_place(trim(name))))
    return found


def is_person(text: str) -> bool:
    """Whether a part of a text is a name by its first word, or stands beside a place, an outlet or a job."""
    parts = [part for part in _SIGNS.split(text) if part.strip()]
    return len(parts) > 1 or any(is_surely_name(name) for part in parts for name in several(part))


def _names_a_technician(part: str) -> bool:
    """`تصوير حسين فتحي`: who took the picture is no author."""
    return bare(fold_key(part)).split(" ")[0] in labels("author", "not_author")
