"""Who a noun phrase means: by its own head, or as the first party that stands inside of it."""

from functools import lru_cache

from marsad.annotate.events.described import alone, described, sided
from marsad.annotate.events.naming import Who, named, nationality
from marsad.annotate.events.words import TENS, attached_letters, qualifies
from marsad.annotate.events.world import World
from marsad.annotate.grammar import Passage, finite_verb, noun_phrase, particles
from marsad.annotate.lists.codes import noun
from marsad.annotate.lists.tables import party_words

_BODIES = party_words("bodies")


def who(passage: Passage, first: int, last: int, world: World) -> Who | None:
    """Who a noun phrase (tokens `first` up to `last`) means by its own head; None where that is no party."""
    place = _past_quantity(passage, first, last)
    if place >= last:
        return _crowd(passage, first, last, world)
    name = passage.mention_at(place)
    if name and name[0] == place:
        return named(passage, (place, last), name[2], world)
    return described(passage, (first, place, last), world)


def thing(passage: Passage, first: int, last: int, world: World) -> Who:
    """Whatever some tokens mean, where only their place says that they take part: جرافات, مدرسة."""
    while last > first + 1 and passage.tokens[last - 1].kind == "sign":
        last -= 1
    start, end = passage.tokens[first].start + len(attached_letters(passage, first)), passage.tokens[last - 1].end
    word = noun(passage.tokens[first].text)
    feminine = word.form.endswith(("ه", "ات"))
    return Who(first, last, start, end, world.text[start:end], "thing", None, "", "", gender="f" if feminine else "m")


def _crowd(passage: Passage, first: int, last: int, world: World) -> Who | None:
    """People by their number alone: المئات, العشرات, بعض من حضر اللقاء."""
    tokens = passage.tokens
    if last + 1 < len(tokens) and tokens[last].key == "من" and finite_verb(passage, last + 1):
        behind = max(noun_phrase(passage, first, join=False), last + 2)
        start, end = tokens[first].start + len(attached_letters(passage, first)), tokens[behind - 1].end
        return Who(first, last, start, end, world.text[start:end], "nominal", None, "", "CVL", plural=True)
    word, token = noun(passage.tokens[last - 1].text), passage.tokens[last - 1]
    if not word.definite or word.head is None or word.head.kind != "part" or token.kind != "arabic":
        return None
    start = passage.tokens[first].start + len(attached_letters(passage, first))
    return Who(first, last, start, token.end, world.text[start : token.end], "nominal", None, "", "CVL", plural=True)


def inside(passage: Passage, first: int, last: int, world: World) -> Who | None:
    """The first party that stands anywhere in some tokens: الحكومة of سياسات الحكومة, فلسطين of مقترحا فلسطينيا.

    The tokens are the rest of a phrase, whose head is in front of them.
    """
    adjective: Who | None = None
    for place in range(first, last):
        name = passage.mention_at(place)
        if name and name[0] < place and place > first:
            continue
        if name and name[2].kind == "adjective" and not _is_people(passage, place):
            adjective = adjective or named(passage, (place, last), name[2], world)
        elif not name and (place > first or _indefinite(passage, place)) and _adjective(passage, place):
            adjective = adjective or nationality(passage, place, world)
        elif qualifies(passage, place) or (not name and _abstract(passage, place, last)):
            continue
        elif found := who(passage, place, last, world):
            return found
    return adjective


def _abstract(passage: Passage, place: int, last: int) -> bool:
    """Whether a noun inside of a phrase is rather a thing than a body: انتخابات *الرئاسة*."""
    word = noun(passage.tokens[place].text)
    doubt = word.head is not None and word.head.kind == "doubt" and word.form not in _BODIES
    return doubt and not sided(passage, place, last)


def _past_quantity(passage: Passage, first: int, last: int) -> int:
    """The token behind numbers and quantities in front: عشرات, نحو 30, عدد من."""
    place = first
    while place < last:
        token = passage.tokens[place]
        word = noun(token.text)
        quantity = (
            token.kind == "number" or token.key in _quantities() or (not word.definite and word.form in _quantities())
        )
        if token.kind == "sign" and passage.mark_at(place):
            quantity = True
        if word.head and place + 1 < last and noun(passage.tokens[place + 1].text).mark:  # مجموعة مسلحة
            break
        if not quantity and token.key not in particles("demonstratives") and not (place > first and token.key == "من"):
            break
        place += 1
    return place


@lru_cache(maxsize=1)
def _quantities() -> frozenset[str]:
    return particles("quantifiers") | TENS


def _is_people(passage: Passage, place: int) -> bool:
    """Whether a nationality word is a noun here: الروس, خمسة فلسطينيين."""
    token = passage.tokens[place]
    return token.key.endswith(("ون", "ين", "روس", "اتراك", "اكراد", "عرب")) and noun(token.text).country != ""


def _indefinite(passage: Passage, place: int) -> bool:
    """Whether a word without ال stands right behind a noun without it: لقاء *سعودي* إيراني."""
    return not noun(passage.tokens[place].text).definite and not alone(passage, place)


def _adjective(passage: Passage, place: int) -> bool:
    """Whether a word that no engine has marked is a nationality in the singular: القصف الإسرائيلي."""
    return bool(noun(passage.tokens[place].text).country) and not _is_people(passage, place)
