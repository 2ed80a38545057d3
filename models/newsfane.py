"""A second opinion on ANERcorp: NewsFANE labels the same newspaper text again, with fine types.

NewsFANE's copy is normalised (no hamza) and its clitics are split off, so it is not trained on itself: its labels are
carried over to ANERcorp's words. Sentences are paired by what is left of them without hamza, alef and signs; where
that differs (figures, cuts) by the six-letter runs that they share, and their letters aligned.
"""

import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher

from models.conll import Tagged, Token, listed, spans

_PERSONS = listed("Politician Athlete Artist Other_PER Religious_PER Scientist Businessperson Lawyer Engineer Police")
_BODIES = listed(
    "Government Non-Governmental Sports Media Commercial Educational Religious_ORG Entertainment Medical-Science"
)
_PLACES = listed(
    "Nation Population-Center State-or-Province GPE-Cluster Continent Water-Body Land-Region-Natural"
    " County-or-District Celestial Building-Grounds Airport Path Plant Subarea-Facility"
)
COARSE = dict.fromkeys(_PERSONS, "PER") | dict.fromkeys(_BODIES, "ORG") | dict.fromkeys(_PLACES, "LOC")
FACILITIES = frozenset({"Building-Grounds", "Airport", "Path", "Plant", "Subarea-Facility"})

_FOLD = str.maketrans("أإآٱىةؤئ", "ااااي" + "ه" + "وي")
_DROPPED = re.compile(r"[^\w]|_|[اءـ]")
_RUN = 6  # letters; long enough that two sentences rarely share one by chance
_SHARED = 0.5  # of a sentence's runs, from where on it is the same sentence


def _letters(sentence: list[Token]) -> tuple[str, list[int]]:
    """What the two copies agree on, and the word that each letter belongs to."""
    letters, owners = [], []
    for at, token in enumerate(sentence):
        kept = _DROPPED.sub("", token.text.translate(_FOLD))
        letters.append(kept)
        owners += [at] * len(kept)
    return "".join(letters), owners


def _runs(letters: str) -> set[str]:
    return {letters[at : at + _RUN] for at in range(len(letters) - _RUN + 1)}


def opinions(first: list[list[Token]], second: list[list[Token]]) -> list[list[Tagged] | None]:
    """For each sentence of `first` the spans that `second` has there, with its fine labels; None where it has none."""
    theirs = [_letters(sentence) for sentence in second]
    whole: dict[str, int] = {}
    index: dict[str, list[int]] = defaultdict(list)
    for at, (letters, _) in enumerate(theirs):
        whole.setdefault(letters, at)
        for run in _runs(letters):
            index[run].append(at)
    found: list[list[Tagged] | None] = []
    for sentence in first:
        letters, owners = _letters(sentence)
        pair = whole.get(letters, _nearest(letters, index))
        found.append(None if pair is None else _carried(letters, owners, theirs[pair], second[pair]))
    return found


def _nearest(letters: str, index: dict[str, list[int]]) -> int | None:
    """The sentence that shares most runs, if it shares enough of them."""
    runs = _runs(letters)
    counts = Counter(at for run in runs for at in index.get(run, ()))
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] > _SHARED * len(runs) else None


def _carried(letters: str, owners: list[int], theirs: tuple[str, list[int]], sentence: list[Token]) -> list[Tagged]:
    """Their spans on our words, by the letters that both have."""
    ours = _aligned(letters, theirs[0])
    where: dict[int, set[int]] = defaultdict(set)  # their word -> our words
    for at, owner in enumerate(theirs[1]):
        if at in ours:
            where[owner].add(owners[ours[at]])
    found = []
    for start, end, label in spans([token.tags[-1] for token in sentence]):
        words = set().union(*(where[at] for at in range(start, end)))
        if words:
            found.append(Tagged(min(words), max(words) + 1, label))
    return found


def _aligned(ours: str, theirs: str) -> dict[int, int]:
    """Letter of theirs -> letter of ours."""
    if ours == theirs:
        return dict(zip(range(len(ours)), range(len(ours)), strict=True))
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return {block.b + at: block.a + at for block in blocks for at in range(block.size)}
