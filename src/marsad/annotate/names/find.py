"""Names in a text: read by an engine, heard as an article, cut at their clitics.

    parse -> engine.beliefs -> stretches -> agree -> Mention

A mention is `kind: name`. A listed place inside a longer name is a `part` (جامعة القاهرة), a nationality outside of
names an `adjective`, which links to its country and is no name.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from marsad.annotate.confidence import band, confidence
from marsad.annotate.engines.choose import Engine
from marsad.annotate.engines.decoding import Stretch, stretches
from marsad.annotate.lists.parsing import Lists, Sentence, parse
from marsad.annotate.names.agreement import Found, agree
from marsad.annotate.names.evidence import weighed
from marsad.annotate.names.patterns import corrected
from marsad.annotate.names.spans import begin, written
from marsad.kinds import Label, MentionKind
from marsad.records import Mention

VERSION = "1"


class _Place(NamedTuple):
    start: int
    end: int
    label: Label
    kind: MentionKind
    sure: float = 1.0  # what the engine believes


def mentions(text: str, engine: Engine, known: Lists) -> tuple[Mention, ...]:
    """The mentions of a text in order, not yet linked (`entity` is None); offsets are code points of `text`."""
    sentences = parse(text, known)
    read = [
        corrected(sentence, stretches(weighed(sentence, beliefs)), known)
        for sentence, beliefs in zip(sentences, engine.beliefs(sentences), strict=True)
    ]
    made_by = f"mentions.{engine.name}@{VERSION}"
    places = _places(sentences, agree(sentences, read), known)
    return tuple(_mention(f"m{number}", text, place, made_by) for number, place in enumerate(places, 1))


def _mention(number: str, text: str, place: _Place, made_by: str) -> Mention:
    kind = "mention" if place.kind == "name" else place.kind
    group = (band(place.sure), place.label) if place.kind == "name" else ()
    return Mention(
        number,
        place.start,
        place.end,
        text[place.start : place.end],
        place.label,
        place.kind,
        entity=None,
        made_by=made_by,
        confidence=confidence(kind, made_by, *group),
    )


def _places(sentences: Sequence[Sentence], found: Found, known: Lists) -> Iterator[_Place]:
    seen = {form.folded for sentence in sentences for form in sentence.forms}
    for sentence, here in zip(sentences, found, strict=True):
        places = [*_names(sentence, here, seen, known), *_adjectives(sentence, here, known)]
        yield from sorted(places, key=lambda place: (place.start, -place.end))


def _names(sentence: Sentence, here: Sequence[Stretch], seen: set[str], known: Lists) -> Iterator[_Place]:
    ends = {name.last for name in here}
    for name in here:
        start = begin(sentence, name.first, name.last, seen, after_name=name.first in ends)
        yield _Place(start, sentence.words[name.last - 1].end, name.label, "name", name.sure)
        yield from _parts(sentence, name, known)


def _parts(sentence: Sentence, name: Stretch, known: Lists) -> Iterator[_Place]:
    """Listed places inside a longer name."""
    if name.label == "PER":
        return
    begin = name.first + 1
    for hit in known.gazetteer.hits([form.folded for form in sentence.forms[begin : name.last]]):
        if any(thing.label == "LOC" and not thing.need for thing in hit.things):
            first = sentence.words[begin + hit.first]
            yield _Place(
                first.start + written(first.text, hit.skip), sentence.words[begin + hit.last - 1].end, "LOC", "part"
            )


def _adjectives(sentence: Sentence, here: Sequence[Stretch], known: Lists) -> Iterator[_Place]:
    """Nationalities outside of names."""
    taken = {place for name in here for place in range(name.first, name.last)}
    for place, (word, form) in enumerate(zip(sentence.words, sentence.forms, strict=True)):
        if place not in taken and form.known.flags & {"nat", "natpl"} and known.lexicon.nation(form.known.form):
            yield _Place(word.start + written(word.text, form.known.skip), word.end, "LOC", "adjective")
