"""Words as the recognisers see them: folded, read by the lexicon, with the features that each gives and lends.

Everything that depends on one written word alone is made once and kept, so that a sentence costs little more than
joining tuples.
"""

from functools import lru_cache
from typing import NamedTuple

from marsad.annotate.lists.gazetteer import fold_word
from marsad.annotate.lists.lexicon import Known, Lexicon

_LONG = 8
Features = tuple[str, ...]


class Form(NamedTuple):
    """A written word with the features that it gives itself and its neighbours."""

    folded: str
    arabic: bool
    known: Known
    own: Features
    before: Features  # what the next word sees of it
    behind: Features  # what the word in front sees
    far_before: Features
    far_behind: Features


class Forms:
    """Words as forms, each made once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.form = lru_cache(maxsize=65536)(self._form)

    def _form(self, text: str, kind: str) -> Form:
        folded = fold_word(text)
        known = self._lexicon.known(folded) if kind == "arabic" else Known(0, folded, "", frozenset())
        base = known.form
        flags = sorted(known.flags)
        shape = kind[0] if kind != "sign" else folded
        own = [f"w={folded}", f"k={shape}"]
        if kind == "arabic":
            own += [f"b={base}", f"c={known.clitics}", f"n={min(len(base), _LONG)}"]
            own += [f"p{size}={base[:size]}" for size in (1, 2, 3, 4)]
            own += [f"s{size}={base[-size:]}" for size in (1, 2, 3, 4)]
            own += [f"f={flag}" for flag in flags] or ["f=?"]
            own.append(f"o={folded[:1]}{folded[-1:]}")
        near = [f"w={base}", f"k={shape}", f"s={base[-2:]}", f"al={base[:2] == 'ال'}", *(f"f={flag}" for flag in flags)]
        far = [f"w={base}", *(f"f={flag}" for flag in flags)]
        return Form(
            folded,
            kind == "arabic",
            known,
            tuple(own),
            *(tuple(f"{edge}{item}" for item in near) for edge in ("-1", "+1")),
            *(tuple(f"{edge}{item}" for item in far) for edge in ("-2", "+2")),
        )
