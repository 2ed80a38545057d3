"""What the linear model sees of a word: strings, most of them the same wherever the word stands.

Everything that depends on one written word alone is made once and kept, so that a sentence costs little more than
joining tuples. Features are the word folded and without clitics, its edges, what the lexicon and the gazetteer say
of it, and the same of its neighbours, after the CRF of `design` practice (words, affixes, context, lists).
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from marsad.annotate.gazetteer import Gazetteer, Hit, fold_word
from marsad.annotate.lexicon import Known, Lexicon
from marsad.text.words import Word

_LONG = 8
Features = tuple[str, ...]
_EDGE = ("-2", "-1", "+1", "+2")


class Form(NamedTuple):
    """A written word with the features that it gives itself and its neighbours."""

    folded: str
    known: Known
    own: Features
    before: Features  # what the next word sees of it
    behind: Features  # what the word in front sees
    far_before: Features
    far_behind: Features


class Forms:
    """Words as forms, each made once."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._lexicon = lexicon
        self._gazetteer = gazetteer
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
            known,
            tuple(own),
            *(tuple(f"{edge}{item}" for item in near) for edge in ("-1", "+1")),
            *(tuple(f"{edge}{item}" for item in far) for edge in ("-2", "+2")),
        )


_OUTSIDE: Features = ("out",)


def features(forms: Sequence[Form], hits: Sequence[Hit]) -> list[list[str]]:
    """The features of every word of a sentence. `hits`: what the gazetteer found in it."""
    size = len(forms)
    listed = _listed(size, hits)
    found: list[list[str]] = []
    for place, form in enumerate(forms):
        item = [*form.own, *listed[place]]
        if place:
            previous = forms[place - 1]
            item += previous.before
            item.append(f"ww={previous.known.form}|{form.known.form}")
            item += [f"-1{mark}" for mark in listed[place - 1]]
            item += forms[place - 2].far_before if place > 1 else ("-2<",)
        else:
            item.append("-1<")
        if place + 1 < size:
            item += forms[place + 1].behind
            item.append(f"wv={form.known.form}|{forms[place + 1].known.form}")
            item += [f"+1{mark}" for mark in listed[place + 1]]
            item += forms[place + 2].far_behind if place + 2 < size else ("+2>",)
        else:
            item.append("+1>")
        found.append(item)
    return found


def _listed(size: int, hits: Sequence[Hit]) -> list[Features]:
    listed: list[Features] = [()] * size
    for hit in hits:
        kinds = sorted({f"{thing.label}{thing.need[:1]}" for thing in hit.things})
        kind, sort = "/".join(kinds), hit.things[0].kind
        length = min(hit.last - hit.first, 3)
        listed[hit.first] = (f"g=B{kind}", f"gk=B{sort}", f"g=B{kind}{length}")
        for place in range(hit.first + 1, hit.last):
            listed[place] = (f"g=I{kind}", f"gk=I{sort}", f"g=I{kind}{length}")
    return listed


def forms_of(words: Sequence[Word], forms: Forms) -> list[Form]:
    """The forms of the words of a sentence."""
    return [forms.form(word.text, word.kind) for word in words]
