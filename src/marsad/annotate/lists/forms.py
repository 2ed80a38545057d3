"""Words as the recognisers see them: folded and read by the lexicon, each written word once."""

from functools import lru_cache
from typing import NamedTuple

from marsad.annotate.lists.gazetteer import fold_word
from marsad.annotate.lists.lexicon import Known, Lexicon


class Form(NamedTuple):
    """A written word as the lists read it; `shape` is a (Arabic), o (other letters), n (number) or the sign itself."""

    folded: str
    arabic: bool
    known: Known
    shape: str
    key: str  # the same for words that no recogniser tells apart


class Forms:
    """Words as forms, each made once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.form = lru_cache(maxsize=16384)(self._form)

    def _form(self, text: str, kind: str) -> Form:
        folded = fold_word(text)
        known = self._lexicon.known(folded) if kind == "arabic" else Known(0, folded, "", frozenset())
        shape = kind[0] if kind != "sign" else folded
        return Form(folded, kind == "arabic", known, shape, f"{shape} {folded}")
