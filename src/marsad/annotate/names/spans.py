"""Where a name begins inside its first word: clitics are no part of a mention, letters of the name are.

Decided by evidence, strongest first: the listed name that was found there; what the lexicon knows of the word; the
same name without the clitic elsewhere in the article; how the word stands (behind another name و‎ joins; behind
وفقا, نسبة and their like ل governs). Without evidence the letter belongs to the name.
"""

from collections.abc import Container

from marsad.annotate.lists.forms import Form
from marsad.annotate.lists.lexicon import lexicon
from marsad.annotate.lists.parsing import Sentence
from marsad.text.clitics import readings
from marsad.text.letters import INVISIBLE, MARK, TATWEEL, characters

_NO_LETTER = frozenset(characters(MARK + INVISIBLE) + TATWEEL)
_GOVERNS_LAM = frozenset(
    [
        "وفقا",
        "تبعا",
        "خلافا",
        "نسبه",
        "طبقا",
        "استنادا",
        "نظرا",
        "دعما",
        "تاييدا",
        "تابعه",
        "تابع",
        "تابعا",
        "قال",
        "قالت",
    ]
)
_LEAST = 3  # letters that an unknown name keeps


def begin(sentence: Sentence, first: int, last: int, seen: Container[str], after_name: bool) -> int:  # noqa: FBT001
    """The offset at which the name of words `first` to `last` begins.

    `seen`: the folded words of the article; `after_name`: whether a name ends just in front.
    """
    word = sentence.words[first]
    return word.start + written(word.text, _skip(sentence, first, last, seen, after_name))


def _skip(sentence: Sentence, first: int, last: int, seen: Container[str], after_name: bool) -> int:  # noqa: FBT001
    for hit in sentence.hits:
        if hit.first == first and hit.last <= last:
            return hit.skip
    form = sentence.forms[first]
    if form.known.flags:
        return len("و") if after_name and _two(form) else form.known.skip
    for reading in readings(form.folded)[1:]:
        article = reading.form.startswith("ال") and len(reading.form) > len("ال") + _LEAST and reading.skip
        joined = reading.clitics == "و" and after_name
        governed = reading.clitics == "ل" and reading.skip and first and _governs(sentence, first)
        if len(reading.form) >= _LEAST and (article or joined or governed or reading.form in seen):
            return reading.skip
    return 0


def _two(form: Form) -> bool:
    """Whether what some list has as a rare name is rather و and a given name: (محمد السنان) *وعلي* الغانم."""
    rest = form.folded.removeprefix("و")
    rare = "given" not in form.known.flags and not form.known.skip
    return rest != form.folded and rare and "given" in lexicon().known(rest).flags


def _governs(sentence: Sentence, first: int) -> bool:
    return sentence.forms[first - 1].known.form in _GOVERNS_LAM


def written(word: str, skip: int) -> int:
    """How many characters of a written word its first `skip` letters take, with the marks on them."""
    place = 0
    while place < len(word) - 1 and (skip or word[place] in _NO_LETTER):
        skip -= word[place] not in _NO_LETTER
        place += 1
    return place
