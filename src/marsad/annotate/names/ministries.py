"""Names of ministries and governments, by pattern: وزارة الصحة والسكان المصرية، الخارجية الروسية، الحكومة اللبنانية."""

from functools import lru_cache

from marsad.annotate.engines.decoding import Stretch
from marsad.annotate.lists.forms import Form
from marsad.annotate.lists.lexicon import NATION, Known
from marsad.annotate.lists.parsing import Lists, Sentence
from marsad.annotate.lists.tables import word_list
from marsad.text.clitics import readings

SURE = 0.95  # how sure a pattern is


def ministries(sentence: Sentence, known: Lists) -> list[Stretch]:
    """The names of ministries and governments in a sentence, from left to right."""
    found: list[Stretch] = []
    for place, form in enumerate(sentence.forms):
        if not _opens_ministry(form.folded, form.known) or (found and place < found[-1].last):
            continue
        last = _ministry(sentence, place, form, known)
        if last:
            found.append(Stretch(place, last, "ORG", SURE))
    return found


@lru_cache(maxsize=16384)
def _opens_ministry(folded: str, known: Known) -> bool:
    """Whether the name of a ministry or government may begin with a word."""
    if known.form in word_list("ministries") or "minshort" in known.flags:
        return True
    return any(reading.form in word_list("governments") for reading in readings(folded))


def _ministry(sentence: Sentence, place: int, form: Form, known: Lists) -> int:
    """Behind the last word of the ministry that begins here; 0 where none does."""
    if form.known.form in word_list("ministries"):
        last = _portfolio(sentence, place + 1, known)
        return last + _nation_at(sentence, last) if last else 0
    if any(reading.form in word_list("governments") for reading in readings(form.folded)):
        return place + 2 if _nation_at(sentence, place + 1) else 0
    if "minshort" in form.known.flags and not _behind_office(sentence, place):
        return place + 2 if _nation_at(sentence, place + 1) else 0
    return 0


def _portfolio(sentence: Sentence, first: int, known: Lists) -> int:
    """Behind the longest portfolio that begins at `first`; 0 where there is none."""
    folded = [form.folded for form in sentence.forms[first : first + known.lexicon.longest_ministry]]
    for size in range(len(folded), 0, -1):
        if " ".join(folded[:size]) in known.lexicon.ministries:
            return first + size
    return 0


def _nation_at(sentence: Sentence, place: int) -> int:
    return int(place < len(sentence.forms) and definite_nation(sentence.forms[place]))


def _behind_office(sentence: Sentence, place: int) -> bool:
    return place > 0 and sentence.forms[place - 1].known.form.removeprefix("ال") in word_list("offices_before")


def definite_nation(form: Form) -> bool:
    """Whether a word is a nationality with its article: الروسية."""
    return bool(form.known.flags & NATION) and form.folded.startswith("ال")
