"""The words that name a channel, in every form that news writes (`data/channels.toml`).

`carrier(["صفحتها"])` is a page with its owner; `platform(["فيسبوك"])` is facebook. Words come as `fold_key` gives them,
without clitics in front.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, cast

from marsad.annotate.lists.speakers import PRONOUNS
from marsad.annotate.lists.tables import lists
from marsad.kinds import ChannelKind
from marsad.text.fold import fold_key

_FILE = "channels.toml"
_LONGEST = 3  # words of a phrase


class Carrier(NamedTuple):
    """A noun that can carry words: `kind` where it alone tells, `limited` where more is needed (page, site, talk …)."""

    noun: str  # the entry of the list, folded
    kind: ChannelKind | None
    limited: str
    size: int  # words
    owner: str  # the pronoun on it
    definite: bool


def carrier(words: Sequence[str]) -> Carrier | None:
    """The longest entry that a row of words begins with."""
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for first, owner, definite in _readings(words[0]):
            key = " ".join((first, *(word.removeprefix("ال") for word in words[1:size])))
            found = _carriers().get(key)
            if found:
                return found._replace(owner=owner, definite=definite)
    return None


def _readings(word: str) -> list[tuple[str, str, bool]]:
    """The ways to read a word: as it is, without the article, without a pronoun."""
    found = [(word, "", False)]
    if word.startswith("ال"):
        found.append((word[2:], "", True))
    for pronoun in PRONOUNS:
        stem = word.removesuffix(pronoun)
        if stem != word and len(stem) > 1:
            found.append((stem, pronoun, True))
            if stem.endswith("ت"):
                found.append((stem[:-1] + "ه", pronoun, True))
    return found


@cache
def _carriers() -> dict[str, Carrier]:
    found: dict[str, Carrier] = {}
    table = lists(_FILE)
    for group, limited in ((table["nouns"], False), (table["limited"], True)):
        for kind, entries in group.items():
            for entry in entries:
                for form in entry.split("|"):
                    words = [word.removeprefix("ال") for word in fold_key(form).split()]
                    known = None if limited else cast("ChannelKind", kind)
                    one = Carrier(" ".join(words), known, kind if limited else "", len(words), "", definite=False)
                    found.setdefault(one.noun, one)
    return found


def audience(words: Sequence[str]) -> tuple[ChannelKind, int] | None:
    """What an audience behind أمام makes of the words, and how many words name it."""
    for size in range(min(_LONGEST, len(words)), 0, -1):
        found = _audiences().get(" ".join(words[:size]))
        if found:
            return found, size
    return None


@cache
def _audiences() -> dict[str, ChannelKind]:
    table = lists(_FILE)["audiences"]
    return {fold_key(name): cast("ChannelKind", kind) for kind in table for name in table[kind]}


def platform(words: Sequence[str]) -> tuple[str, int] | None:
    """The platform that a row of words begins with, and how many words name it."""
    for size in range(min(_LONGEST, len(words)), 0, -1):
        key = " ".join(words[:size])
        found = _platforms().get(key) or _platforms().get(key.removeprefix("ال"))
        if found:
            return found, size
    return None


@cache
def _platforms() -> dict[str, str]:
    table = lists(_FILE)["platforms"]
    return {fold_key(name): known for known in table for name in table[known]}


@cache
def channel_words(name: str) -> frozenset[str]:
    """A list of `[words]`: prepositions, press, filmed, outlets, agencies, issued, relayed."""
    return frozenset(map(fold_key, lists(_FILE)["words"][name]))
