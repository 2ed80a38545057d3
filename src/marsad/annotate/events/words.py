"""Single words of phrases: their clitics, their gender, and whether they qualify the word in front."""

from functools import lru_cache

from marsad.annotate.grammar import Passage
from marsad.annotate.lists.codes import Noun, noun
from marsad.annotate.lists.speakers import gender_of
from marsad.annotate.lists.tables import party_words
from marsad.records import Mention
from marsad.text.fold import fold_key

ADJECTIVES = party_words("adjectives")


def attached(passage: Passage, index: int) -> str:
    """The letters of clitics in front of a token: of a name those outside of it, of a noun those that the lists see."""
    name = passage.mention_at(index)
    token = passage.tokens[index]
    if name and name[0] == index:
        return _before_name(passage, name[2], index)
    return noun(token.text).clitics or _unknown_clitic(token.key)


@lru_cache(maxsize=16384)
def _unknown_clitic(key: str) -> str:
    """ب or ل in front of a word that no list knows, which begins a phrase: بشدة, بشكل, لمواجهة."""
    bare = key.removeprefix("و") if len(key) > _LEAST else key
    if key.startswith("وال") and len(key) > _LEAST + 1:
        return "و"
    if len(bare) < _LEAST or bare[0] not in "بل" or noun(key).head or bare.startswith(_WHOLE):
        return ""
    return key[: len(key) - len(bare)] + bare[0]


_LEAST = 4  # letters of a word with a preposition on it
_WHOLE = tuple(party_words("whole"))


def _before_name(passage: Passage, name: Mention, index: int) -> str:
    token = passage.tokens[index]
    letters = passage.text[token.start : name.start] if name.start > token.start else ""
    return letters + ("ل" if name.text.startswith("لل") and len(name.text) > len("لل") + 2 else "")


def attached_letters(passage: Passage, place: int) -> str:
    """The clitics in front of a token that are not part of what it names; of لل nothing, as spans of names have it."""
    letters = attached(passage, place)
    return letters[:-1] if letters.endswith("ل") and noun(passage.tokens[place].text).definite else letters


def qualifies(passage: Passage, place: int) -> bool:
    """Whether a noun that is an adjective too qualifies the one in front: التيار *السياسي*, not اعتقال *الصحفية*."""
    word = noun(passage.tokens[place].text)
    if word.definite and word.form.endswith("ه") and _governs(passage, place):
        return False
    singular = word.head is not None and not word.form.endswith(("ون", "ين")) and not passage.mention_at(place)
    return singular and word.head is not None and (word.head.noun in ADJECTIVES or bool(word.mark))


def _governs(passage: Passage, place: int) -> bool:
    """Whether the word in front, without ال, has the one at `place` as its genitive or object."""
    token = passage.tokens[place - 1] if place else None
    if token is None or token.kind != "arabic" or passage.mention_at(place - 1) or passage.mark_at(place - 1):
        return False
    front = noun(token.text)
    return not (front.definite or front.country or front.mark or token.plain.endswith(("ها", "هم", "ه", "نا")))


_FEMININE = party_words("feminine")
_MASCULINE_PLACES = party_words("masculine_places")
_MASCULINE = party_words("masculine")


_BROKEN = party_words("broken")


def plural(word: Noun) -> bool:
    """Whether a known noun stands in the plural or dual: by its ending, else as a broken plural of the list."""
    if word.head is None or word.form == noun(word.head.noun).form:
        return word.form in _ALWAYS
    if word.form.endswith("ي") and word.head.noun in _DEFECTIVE:
        return False
    if word.form.endswith("ه"):
        return word.form in _BROKEN
    return not word.form.endswith("ا")


TENS = party_words("tens")
_ALWAYS = party_words("always_plural")
_DEFECTIVE = party_words("defective")


def gender(word: Noun, name: Mention | None) -> str:
    """m, f, or "" where the letters don't tell; plurals of things are feminine, given names tell whose they are."""
    if name is not None and name.label == "PER":
        return gender_of(fold_key(name.text.split()[0]))
    if name is not None and name.label == "LOC" and word.head is None:
        return "m" if word.form in _MASCULINE_PLACES else "f"
    if name is not None and (name.label != "ORG" or word.head is None):
        return "f" if name.label == "ORG" and word.form.endswith("ه") else ""
    return _gender(word)


def _gender(word: Noun) -> str:
    if word.form.endswith(("ون", "ين")) or word.form in _BROKEN:
        return "" if word.form in _BROKEN else "m"
    if word.form in _FEMININE or (word.form.endswith(("ه", "ات")) and word.form not in _MASCULINE):
        return "f"
    if word.head and word.head.kind != "person":
        if word.form.endswith("ا"):
            return ""  # ميليشيا
        if plural(word):
            return "" if word.form.endswith(("ان", "ي")) else "f"
    return "m" if word.head else ""
