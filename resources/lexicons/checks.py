"""What each list of this folder must keep to, beside its form: words that other lists know, classes that records have.

A check takes a row and what is known, and gives its complaints.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple, get_args

from marsad.kinds import CueClass, EventType

_PARTS_OF_ACTS = frozenset("vmpn")
_SPEAKERS = frozenset({"person", "group", "institution", "document", "outlet", "anonymous"})
_SPEAKER_ROLES = frozenset({"", "office", "spokesman", "relative", "part"})
_BODIES = frozenset({"person", "body", "state", "doubt", "part", "mark"})
_GENDERS = frozenset({"", "m", "f"})
_WORDLESS = frozenset({"according", "hearsay", "in"})  # frames of cues.tsv whose word is no verb of its own


class Known(NamedTuple):
    """Verbs (perfect, shadda written) and nouns that the lists may speak of."""

    verbs: frozenset[str]
    nouns: frozenset[str]


def _cue(row: list[str], known: Known) -> Iterator[str]:
    lemma, class_, frames = row[:3]
    if class_ not in get_args(CueClass):
        yield f"no class of cues: {class_}"
    if lemma not in known.verbs | known.nouns and not _WORDLESS & set(frames.split(" ")):
        yield f"no verb of verbs.tsv: {lemma}"


def _act(row: list[str], known: Known) -> Iterator[str]:
    word, parts, act = row[:3]
    if act != "-" and act.partition(".")[0] not in get_args(EventType):
        yield f"no type of events: {act}"
    if not parts or set(parts) - _PARTS_OF_ACTS:
        yield f"no parts of speech: {parts}"
    if set(parts) & set("vmp") and word not in known.verbs:
        yield f"no verb of verbs.tsv: {word}"
    if parts == "n" and " " not in word and word not in known.nouns:
        yield f"no noun of nouns.tsv: {word}"


def _light(row: list[str], known: Known) -> Iterator[str]:
    if row[0] not in known.verbs:
        yield f"no verb of verbs.tsv: {row[0]}"


def _speaker(row: list[str], _: Known) -> Iterator[str]:
    if row[2] not in _GENDERS or row[3] not in _SPEAKERS or row[5] not in _SPEAKER_ROLES:
        yield f"no gender, kind or role: {row[2:6]}"


def _code(row: list[str], _: Known) -> Iterator[str]:
    if row[2] not in _BODIES:
        yield f"no kind: {row[2]}"


def _noun(row: list[str], _: Known) -> Iterator[str]:
    if row[2] not in _GENDERS:
        yield f"no gender: {row[2]}"


CHECKS: dict[str, Callable[[list[str], Known], Iterator[str]]] = {
    "acts.tsv": _act,
    "codes.tsv": _code,
    "cues.tsv": _cue,
    "light_verbs.tsv": _light,
    "nouns.tsv": _noun,
    "speakers.tsv": _speaker,
}
