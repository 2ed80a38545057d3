"""What the linear model sees of a word: strings, most of them the same wherever the word stands.

Features are the word folded and without clitics, its edges, what the lexicon and the gazetteer say of it, the shape of
the phrase around it, and the same of its neighbours (the usual set of a CRF for names: words, affixes, context, lists).
"""

from collections.abc import Sequence

from marsad.annotate.lists.forms import Features, Form
from marsad.annotate.lists.gazetteer import Hit
from marsad.annotate.lists.phrases import after_title, institutions


def features(forms: Sequence[Form], hits: Sequence[Hit]) -> list[list[str]]:
    """The features of every word of a sentence. `hits`: what the gazetteer found in it."""
    size = len(forms)
    listed = _listed(size, hits)
    _phrases(forms, listed)
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


def _phrases(forms: Sequence[Form], listed: list[Features]) -> None:
    """What the shape of the sentence says, beside the marks of the lists."""
    for phrase in institutions(forms):
        listed[phrase.first] += ("np=B", f"np={phrase.core - phrase.first}")
        for place in range(phrase.first + 1, phrase.last):
            listed[place] += ("np=I",) if place < phrase.core else ("np=J",)
    for place, mark in enumerate(after_title(forms)):
        if mark:
            listed[place] += (f"tt={mark}",)
