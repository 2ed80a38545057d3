"""An article agrees with itself: a name that was found once is that name wherever it stands.

After a first reading of all sentences: the family name of a full name found alone is that person, a name found
elsewhere with the same words is the same kind of thing, and one name has one label where nothing near it says
otherwise. What is added has the probability of what it repeats.
"""

from collections import defaultdict
from collections.abc import Sequence
from operator import itemgetter

from marsad.annotate.engines.decoding import LABELS, Stretch
from marsad.annotate.lists.gazetteer import Hit
from marsad.annotate.lists.lexicon import NATION, TITLE, lexicon
from marsad.annotate.lists.parsing import Sentence
from marsad.annotate.lists.tables import word_list
from marsad.annotate.names.trimming import is_word
from marsad.kinds import Label
from marsad.text.clitics import readings

_SURE = 0.6  # a name of one word must be believed this much before it is looked for elsewhere
_SHORT = 3  # letters: a shorter family name is left alone
_SOME = 3  # mentions of clubs that make an article one on sport
_PLACE = frozenset({"locin", "locout"})

Found = list[list[Stretch]]  # per sentence
Key = tuple[str, ...]
Votes = dict[Key, dict[Label, float]]


def agree(sentences: Sequence[Sentence], found: Found) -> Found:
    """The names of every sentence after the article was heard as a whole; order and disjointness are kept."""
    found = [
        [name for name in here if _of_words(sentence, name)] for sentence, here in zip(sentences, found, strict=True)
    ]
    labels = _labels(sentences, found)
    names = _Names(_looked_for(labels))
    families, sport = _families(labels), _of_sport(sentences, found)
    return [
        names.merged(
            sentence,
            [
                _as_club(sentence, _as_family(sentence, _voted(sentence, name, labels), families), sport)
                for name in here
            ],
        )
        for sentence, here in zip(sentences, found, strict=True)
    ]


def _of_words(sentence: Sentence, name: Stretch) -> bool:
    """Whether more than signs make a name: a row of brackets names nothing, whatever an engine believes."""
    return any(word.kind != "sign" for word in sentence.words[name.first : name.last])


def key_of(sentence: Sentence, first: int, last: int) -> Key:
    """The folded words of a name, the first without the clitics that the lists or the lexicon see."""
    skip = next((hit.skip for hit in sentence.hits if hit.first == first), sentence.forms[first].known.skip)
    known, head = sentence.forms[first].known, sentence.forms[first].folded[skip:]
    if head.startswith("لل"):  # للأردن, وللأردن: the article is written inside
        head = known.form if known.flags and known.skip == skip else "ال" + head[2:]
    return (head, *(form.folded for form in sentence.forms[first + 1 : last]))


def _labels(sentences: Sequence[Sentence], found: Found) -> Votes:
    votes: Votes = defaultdict(lambda: dict.fromkeys(LABELS, 0.0))
    for sentence, here in zip(sentences, found, strict=True):
        for name in here:
            votes[key_of(sentence, name.first, name.last)][name.label] += name.sure
    return votes


def _voted(sentence: Sentence, name: Stretch, labels: Votes) -> Stretch:
    votes = labels[key_of(sentence, name.first, name.last)]
    label, weight = max(votes.items(), key=itemgetter(1))
    return name._replace(label=label) if weight > 2 * votes[name.label] else name


def _families(labels: Votes) -> frozenset[str]:
    """The last words of the full names of persons."""
    return frozenset(
        key[-1] for key, votes in labels.items() if len(key) > 1 and max(votes, key=votes.__getitem__) == "PER"
    )


def _of_sport(sentences: Sequence[Sentence], found: Found) -> bool:
    """Whether several clubs are spoken of."""
    clubs = sum(
        name.label == "ORG" and any(hit.first == name.first and _is_club(hit) for hit in sentence.hits)
        for sentence, here in zip(sentences, found, strict=True)
        for name in here
    )
    return clubs >= _SOME


def _is_club(hit: Hit) -> bool:
    return any(thing.kind == "club" for thing in hit.things)


def _as_club(sentence: Sentence, name: Stretch, sport: bool) -> Stretch:  # noqa: FBT001
    """A town that has the name of its club is the club in an article on sport, but where it stands as a place."""
    clubs = (
        name.label == "LOC"
        and sport
        and any((hit.first, hit.last) == (name.first, name.last) and _is_club(hit) for hit in sentence.hits)
    )
    return name._replace(label="ORG") if clubs and not _stands_as_place(sentence, name) else name


def _stands_as_place(sentence: Sentence, name: Stretch) -> bool:
    """Whether a preposition or the noun of a place stands in front."""
    before = sentence.forms[name.first - 1] if name.first else None
    return sentence.forms[name.first].known.clitics[-1:] == "ب" or (
        before is not None and (bool(before.known.flags & _PLACE) or before.folded in word_list("prepositions"))
    )


def _as_family(sentence: Sentence, name: Stretch, families: frozenset[str]) -> Stretch:
    """A town that is named as somebody in the article is him (الدهماني), but where it stands as a place."""
    if name.label != "LOC" or name.last - name.first > 1 or key_of(sentence, name.first, name.last)[0] not in families:
        return name
    state = any(
        hit.first == name.first and any(thing.kind in {"country", "capital"} for thing in hit.things)
        for hit in sentence.hits
    )
    return name if state or _stands_as_place(sentence, name) else name._replace(label="PER")


def _looked_for(labels: Votes) -> dict[Key, tuple[Label, float]]:
    """What to look for: whole names, and family names of persons."""
    names: dict[Key, tuple[Label, float]] = {}
    for key, votes in labels.items():
        label, weight = max(votes.items(), key=itemgetter(1))
        if len(key) > 1 or (weight >= _SURE and _tells(key[0])):
            names[key] = label, min(weight, 1.0)
        if label == "PER" and len(key) > 1 and len(key[-1]) > _SHORT and not lexicon().flags(key[-1]) & TITLE:
            names.setdefault(key[-1:], (label, min(weight, 0.9)))
    return names


def _tells(word: str) -> bool:
    """Whether a word alone can be looked for: neither short nor a word of the language's frame."""
    return len(word) > _SHORT and word not in word_list("closed")


class _Names:
    """Names to look for, by their first word."""

    def __init__(self, names: dict[Key, tuple[Label, float]]) -> None:
        self._names = names
        self._lengths: dict[str, list[int]] = {}  # of the names that begin with a word, longest first
        for length, head in sorted({(len(key), key[0]) for key in names}, reverse=True):
            self._lengths.setdefault(head, []).append(length)

    def merged(self, sentence: Sentence, here: list[Stretch]) -> list[Stretch]:
        """The names of a sentence with those that are added, in order."""
        taken = {place for name in here for place in range(name.first, name.last)}
        added: list[Stretch] = []
        for place in range(len(sentence.words)):
            name = None if place in taken else self._at(sentence, place, taken)
            if name:
                taken.update(range(name.first, name.last))
                added.append(name)
        return sorted([*here, *added])

    def _at(self, sentence: Sentence, place: int, taken: set[int]) -> Stretch | None:
        form = sentence.forms[place]
        if form.known.flags & NATION or (place and sentence.words[place - 1].text == "آل"):
            return None
        for reading in readings(form.folded):
            for length in self._lengths.get(reading.form, ()):
                last = place + length
                key = (reading.form, *(form.folded for form in sentence.forms[place + 1 : last]))
                if len(key) == length and key in self._names and taken.isdisjoint(range(place, last)):
                    again = Stretch(place, last, *self._names[key])
                    return None if is_word(sentence, again) else again
        return None
