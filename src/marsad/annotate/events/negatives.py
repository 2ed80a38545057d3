"""What looks like an act of politics and is none: matches, weather, accidents, figures of speech, anniversaries."""

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.annotate.grammar import Passage
from marsad.annotate.lists.acts import word_classes
from marsad.annotate.lists.tables import modal_words

_SHARE = 0.012  # of the words of a text that are words of a scene, from which the text is of it
_LEAST = 4  # such words
_ANNIVERSARIES = frozenset(
    {"ذكري", "الذكري", "ذكراه", "ذكراها", "لذكري", "بذكري", "بالذكري", "للذكري", "ذكراهم", "سنويه"}
)
_NEAR_ANNIVERSARY = 5  # tokens between ذكرى and what is remembered


@dataclass(frozen=True, slots=True)
class Scene:
    """What a text is about, as far as it decides whether words of conflict mean conflict."""

    sport: bool = False
    weather: bool = False
    accident: bool = False


def scene(passages: Sequence[Passage]) -> Scene:
    """The scene of a whole text, from the words of all its passages."""
    total = sport = nature = 0
    for passage in passages:
        for token in passage.tokens:
            if token.kind == "arabic":
                total += 1
                names = word_classes(token.key).names
                sport += "sport" in names
                nature += "nature" in names
    least = max(_LEAST, _SHARE * total)
    return Scene(sport=sport >= least, weather=nature >= least)


def remembered(passage: Passage, index: int) -> bool:
    """Whether an act is only the subject of an anniversary: الذكرى العاشرة لاغتيال …"""
    first = max(passage.sentence(index)[0], index - _NEAR_ANNIVERSARY)
    return any(token.key in _ANNIVERSARIES for token in passage.tokens[first:index])


def told_as_story(passage: Passage, index: int) -> bool:
    """Whether a film or book tells of an act: يروي الفيلم قصة شرطي …"""
    first, _ = passage.sentence(index)
    keys = {token.key for token in passage.tokens[first:index]}
    return bool(keys & modal_words("stories")) and bool(keys & modal_words("tells"))
