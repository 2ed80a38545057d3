"""What the linear model sees of a word: strings, most of them the same wherever the word stands.

Features are the word folded and without clitics, its edges, what the lexicon and the gazetteer say of it, the shape of
the phrase around it, and the same of its neighbours (the usual set of a CRF for names: words, affixes, context, lists).
`features` gives them all, which is what the model learns from. Reading adds up the weights of the parts (`own`, `near`,
`far`, `pair`, `marks`), since most are known from the last time that the word was seen.
"""

from collections.abc import Sequence

from marsad.annotate.lists.forms import Form
from marsad.annotate.lists.gazetteer import Hit
from marsad.annotate.lists.phrases import after_title, institutions

FIRST, LAST = ("-1<", "-2<"), ("+1>", "+2>")  # no word in front, none two in front; none behind, none two behind
BEFORE, BEHIND = "ww=", "wv="  # of a word: itself with the word in front, with the word behind

_LONG = 8
Features = tuple[str, ...]


def features(forms: Sequence[Form], hits: Sequence[Hit]) -> list[list[str]]:
    """The features of every word of a sentence. `hits`: what the gazetteer found in it."""
    size = len(forms)
    marked = marks(forms, hits)
    found: list[list[str]] = []
    for place, form in enumerate(forms):
        item = [*own(form), *marked[place]]
        if place:
            item += edged("-1", near(forms[place - 1]))
            item.append(BEFORE + pair(forms[place - 1], form))
            item += edged("-1", marked[place - 1])
            item += edged("-2", far(forms[place - 2])) if place > 1 else (FIRST[1],)
        else:
            item.append(FIRST[0])
        if place + 1 < size:
            item += edged("+1", near(forms[place + 1]))
            item.append(BEHIND + pair(form, forms[place + 1]))
            item += edged("+1", marked[place + 1])
            item += edged("+2", far(forms[place + 2])) if place + 2 < size else (LAST[1],)
        else:
            item.append(LAST[0])
        found.append(item)
    return found


def own(form: Form) -> list[str]:
    """What a word says of itself."""
    found = [f"w={form.folded}", f"k={form.shape}"]
    if form.arabic:
        base = form.known.form
        found += [f"b={base}", f"c={form.known.clitics}", f"n={min(len(base), _LONG)}"]
        found += [f"p{size}={base[:size]}" for size in (1, 2, 3, 4)]
        found += [f"s{size}={base[-size:]}" for size in (1, 2, 3, 4)]
        found += [f"f={flag}" for flag in sorted(form.known.flags)] or ["f=?"]
        found.append(f"o={form.folded[:1]}{form.folded[-1:]}")
    return found


def near(form: Form) -> list[str]:
    """What the words beside it see of a word."""
    base = form.known.form
    found = [f"w={base}", f"k={form.shape}", f"s={base[-2:]}", f"al={base[:2] == 'ال'}"]
    return found + [f"f={flag}" for flag in sorted(form.known.flags)]


def far(form: Form) -> list[str]:
    """What the words two places away see of it."""
    return [f"w={form.known.form}", *(f"f={flag}" for flag in sorted(form.known.flags))]


def pair(first: Form, second: Form) -> str:
    """Two words that follow each other."""
    return f"{first.known.form}|{second.known.form}"


def edged(edge: str, items: Sequence[str]) -> list[str]:
    """Features as a neighbour sees them; `edge`: from where."""
    return [edge + item for item in items]


def marks(forms: Sequence[Form], hits: Sequence[Hit]) -> list[Features]:
    """What the gazetteer and the shape of the sentence say of every word; most words have none."""
    found: list[Features] = [()] * len(forms)
    for hit in hits:
        kinds = sorted({f"{thing.label}{thing.need[:1]}" for thing in hit.things})
        kind, sort = "/".join(kinds), hit.things[0].kind
        length = min(hit.last - hit.first, 3)
        found[hit.first] = (f"g=B{kind}", f"gk=B{sort}", f"g=B{kind}{length}")
        for place in range(hit.first + 1, hit.last):
            found[place] = (f"g=I{kind}", f"gk=I{sort}", f"g=I{kind}{length}")
    for phrase in institutions(forms):
        found[phrase.first] += ("np=B", f"np={phrase.core - phrase.first}")
        for place in range(phrase.first + 1, phrase.last):
            found[place] += ("np=I",) if place < phrase.core else ("np=J",)
    for place, mark in enumerate(after_title(forms)):
        if mark:
            found[place] += (f"tt={mark}",)
    return found
