"""A text as sentences of words, each with what the lists say of it: what every engine reads."""

from dataclasses import dataclass
from functools import cache

from marsad.annotate.lists.forms import Form, Forms
from marsad.annotate.lists.gazetteer import Gazetteer, Hit, name_key
from marsad.annotate.lists.lexicon import Lexicon, lexicon
from marsad.annotate.lists.tables import rows
from marsad.annotate.lists.things import Thing, everything
from marsad.text.sentences import sentences
from marsad.text.words import Word, words

_LONGEST = 200  # words that an engine sees at once; a longer sentence is read in pieces
_LETTERS = 100  # of a word that are looked at: what is made of a word is remembered, and a longer one is no word

_SOMEBODY = Thing("", "PER", "fullname", "", (), "", "", "", "")  # a full name of the lists; who it is, is not decided


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a piece of a very long one."""

    words: list[Word]
    forms: list[Form]
    hits: list[Hit]


@dataclass(frozen=True, slots=True)
class Lists:
    """Everything that is known before reading."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    forms: Forms


@cache
def lists() -> Lists:
    """The lists that ship, loaded once."""
    names: dict[str, list[Thing]] = {}
    for thing in everything():
        for name in (thing.name, *thing.aliases):
            same = names.setdefault(name_key(name), [])
            if thing not in same:
                same.append(thing)
    for name, *_ in rows("gaz_people.tsv.gz"):  # folded already
        names.setdefault(name, [_SOMEBODY])
    gazetteer = Gazetteer({key: tuple(things) for key, things in names.items() if key})
    known = lexicon()
    return Lists(known, gazetteer, Forms(known))


def parse(text: str, known: Lists) -> list[Sentence]:
    """The sentences of a text in order, with offsets of the text."""
    return [sentence(piece, known) for span in sentences(text) for piece in _pieces(words(text, span.start, span.end))]


def _pieces(whole: list[Word]) -> list[list[Word]]:
    return [whole[start : start + _LONGEST] for start in range(0, len(whole), _LONGEST)]


def sentence(whole: list[Word], known: Lists) -> Sentence:
    """Words with their forms and the listed names among them."""
    forms = [known.forms.form(word.text[:_LETTERS], word.kind) for word in whole]
    return Sentence(whole, forms, known.gazetteer.hits([form.folded for form in forms]))
