"""A passage cut into its noun phrases, each with the preposition in front: where the parties of acts are looked for."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from marsad.annotate.events.words import TENS, attached, gender, plural, qualifies
from marsad.annotate.grammar import Passage, Token, noun_phrase, particles
from marsad.annotate.lists.codes import Noun, noun
from marsad.annotate.lists.tables import party_words
from marsad.annotate.lists.verbs import verb_readings

# Prepositions with their pronoun: what follows is no complement of theirs.
_WITH_PRONOUN = party_words("with_pronoun")
_PREFIXES = {"ب": "ب", "ل": "ل", "ك": "ك"}


@dataclass(slots=True)
class Chunk:
    """A noun phrase: tokens `first` up to `last`, which is left out.

    `prep` is the preposition in front, a word of its own (then the token before) or attached (ب ل ك), "" where none is;
    a phrase that و joins to another has the other's. `number` counts the chunks of a passage.
    """

    number: int
    first: int
    last: int
    prep: str
    joined: bool  # و in front, right behind another phrase


def chunked(passage: Passage, verbs: Collection[int]) -> list[Chunk]:
    """The noun phrases of a passage, in order; they do not overlap. Linear in the number of tokens.

    `verbs`: the tokens that are finite verbs, which no phrase holds.
    """
    found: list[Chunk] = []
    index, size = 0, len(passage.tokens)
    prep = ""
    while index < size:
        token = passage.tokens[index]
        kind, bare = _opening(token.key)
        if moment := passage.time_at(index):
            index, prep = moment[1], ""
        elif least := compared(passage, index):
            index += least
        elif kind == "none" and not passage.mention_at(index):
            index, prep = index + 1, ""
        elif kind == "about" and index + 1 < size and _counts(passage, index + 1):
            index += 1
        elif kind == "preposition":
            index, prep = index + 1, bare
        elif index in verbs or (behind := _behind(passage, index, verbs)) <= index:
            prep = prep if token.kind == "sign" and passage.mark_at(index) else ""  # على "الجزيرة"
            index += 1
        elif found and _goes_on(passage, found[-1], (index, behind), prep):
            found[-1].last = behind
            index, prep = behind, ""
        else:
            found.append(_chunk(passage, len(found), (index, behind), prep, found[-1] if found else None))
            index, prep = behind, ""
    return found


_COMPARISONS = ("ما لا يقل عن", "لا يقل عن", "ما يزيد علي", "ما يزيد عن", "ما يربو علي", "اكثر من", "اقل من", "ازيد من")
_LONGEST = 4  # words of a comparison


def compared(passage: Passage, index: int) -> int:
    """The tokens of ما لا يقل عن, أكثر من in front of a number, which belong to its phrase; 0 where none begin here."""
    keys = [token.key for token in passage.tokens[index : index + _LONGEST]]
    if not keys or keys[0].removeprefix("و")[:1] not in {"م", "ل", "ا"}:
        return 0
    words = " ".join((keys[0].removeprefix("و"), *keys[1:]))
    for comparison in _COMPARISONS:
        size = comparison.count(" ") + 1
        counted = index + size < len(passage.tokens) and _counts(passage, index + size)
        if counted and (words == comparison or words.startswith(comparison + " ")):
            return size
    return 0


@lru_cache(maxsize=16384)
def _opening(key: str) -> tuple[str, str]:
    """What a word opens, with و as without: none (وكان, وهو, ولم: no phrase), about, preposition (على, بـ), ""."""
    bare = key.removeprefix("و")
    if {key, bare} & (particles("verb_particles") | particles("pronouns") | {"لم", "لن"}):
        return "none", ""
    if bare in _ABOUT:
        return "about", ""
    if bare in _PREFIXES or bare in particles("prepositions"):
        return "preposition", "" if bare in _WITH_PRONOUN else bare
    return "", ""


def _goes_on(passage: Passage, chunk: Chunk, span: tuple[int, int], prep: str) -> bool:
    """Whether some tokens belong to the phrase in front of them."""
    if prep:
        side = passage.tokens[span[0]].key in _SIDES  # القوات من جهة، والمسلحين من جهة أخرى
        return prep == "من" and chunk.last == span[0] - 1 and not side and _partitive(passage, chunk)
    return chunk.last == span[0] and _adjective_name(passage, chunk, *span)


def _adjective_name(passage: Passage, chunk: Chunk, first: int, behind: int) -> bool:
    """Whether what was taken for a country is the adjective of the phrase in front: البحريتان *السعودية*."""
    head, word = noun(passage.tokens[chunk.first].text), noun(passage.tokens[first].text)
    feminine = head.definite and head.form.endswith(("ه", "ات", "تان", "تين")) and head.head is not None
    return behind - first == 1 and feminine and bool(word.country) and word.form.endswith("يه") and not word.clitics


_SIDES = frozenset({"جهه", "جانب", "ناحيه", "طرف", "قبل", "خلال", "اجل"})
_UNITS = party_words("units")
_ABOUT = party_words("about")


def _counts(passage: Passage, index: int) -> bool:
    token = passage.tokens[index]
    return token.kind == "number" or token.key in particles("quantifiers")


_PART_OF = party_words("part_of")


def _partitive(passage: Passage, chunk: Chunk) -> bool:
    """Whether من goes on with the phrase: عناصر من قوات الأمن, قيادات من الحركة, كلا من السويد."""
    if chunk.last - chunk.first > _SHORT:
        return False
    word = noun(passage.tokens[chunk.first].text)
    if not word.definite and word.form in {"كل", "كلا", "عدد", "عددا", "مجموعه", "بعض"}:
        return True
    if chunk.last - chunk.first == 1 and passage.tokens[chunk.first].kind == "number":
        return True  # 5 من الحوثيين
    if word.definite and word.form in {"عشرات", "مييات", "الاف", "عديد"}:
        return True  # العشرات من المواطنين
    many = plural(word)
    if word.head is not None and word.head.noun in _UNITS and not word.definite:
        return True
    return (
        word.head is not None
        and not word.definite
        and (word.head.kind == "part" or (word.head.noun in _PART_OF and many))
    )


_SHORT = 2  # tokens of a phrase that من goes on


def _behind(passage: Passage, index: int, verbs: Collection[int]) -> int:
    behind = noun_phrase(passage, index, join=False)
    for place in range(index + 1, behind):
        name = passage.mention_at(place)
        if name and name[0] < place:
            continue  # names are not cut
        if place in verbs or _hangs(passage, place) or _another(passage, index, place) or _begins_anew(passage, place):
            dangles = passage.tokens[place - 1].key in particles("prepositions")  # الخبراء المكلفون | من | القضاة
            return max(place - 1, index + 1) if dangles else place
    return behind


def _hangs(passage: Passage, place: int) -> bool:
    """Whether a word in a phrase belongs to the verb: by ب (بطرد، بقيادة), or as an adverb (دعما لـ، احتجاجا على)."""
    token = passage.tokens[place]
    if token.kind != "arabic" or passage.mark_at(place - 1) or passage.mention_at(place):
        return False
    if token.key.startswith(_LED):
        return True
    readings = verb_readings(token.text)
    adverb = token.plain.endswith("ا") and any(one.form.part in {"masdar", "participle"} for one in readings)
    if adverb and not _counts(passage, place - 1):  # 23 مدنيا are civilians
        return True
    return bool(readings) and all(reading.clitics.endswith("ب") for reading in readings)


def _begins_anew(passage: Passage, place: int) -> bool:
    """Whether a word cannot belong to the phrase in front of it, by its case, its number, or the name it begins."""
    front, here = passage.tokens[place - 1], passage.tokens[place]
    before, word = noun(front.text), noun(here.text)
    if here.key in _OBJECTS or (here.key in _SELF and not before.definite):
        return True  # أطلق جنود الاحتلال | النار
    if word.clitics or front.kind != "arabic" or here.kind == "sign":
        return False
    apart = _behind_name(passage, place, word)
    if apart is not None:
        return apart
    return (
        _of_other_case(front, here)
        if passage.mention_at(place) is None
        else _numeral(here) and not _numeral(front) and not before.head
    )


def _behind_name(passage: Passage, place: int, word: Noun) -> bool | None:
    """Whether a name, or a person or body with ال, is another than the name in front; None where neither stands so."""
    name, last = passage.mention_at(place), passage.mention_at(place - 1)
    if last is None:
        return None
    if name and name[0] == place and last[1] == place and "LOC" in {name[2].label, last[2].label}:
        return name[2].kind == "name" and last[2].kind == "name"  # سلمت الإمارات | فرنسا
    if word.head and word.definite and not word.mark and word.head.kind in {"person", "body"}:
        return last[2].label != "PER" and not qualifies(passage, place)  # طردت تشاد | السفير
    return None


def _of_other_case(front: Token, here: Token) -> bool:
    """Whether a word's ending parts it from the one in front: مسلحون | ثلاثة مزارعين, مجهولون | قاضيا."""
    before, word = noun(front.text), noun(here.text)
    nunated = front.key.endswith(_MANY) and (before.head is not None or before.country)
    sound = here.key.endswith((*_MANY, "ان")) or (here.key.endswith("ات") and word.head is None)
    agrees = sound or word.country or word.mark  # not so محتجون | قوات الأمن
    if nunated and not before.definite and not agrees and before.form not in _SINGULAR:
        return True
    if here.plain.endswith("ا") and word.head and not word.definite:
        return not front.plain.endswith("ا") and not _numeral(front)
    return _numeral(here) and not _numeral(front) and not before.head


_OBJECTS = party_words("objects")
_SELF = party_words("selves")
_SINGULAR = party_words("not_plural")


def _numeral(token: Token) -> bool:
    return token.kind == "number" or token.key in particles("quantifiers") or token.key in TENS


def _another(passage: Passage, first: int, place: int) -> bool:
    """Whether a definite noun behind a definite one is a phrase of its own: الشرطة | المتظاهرين, المحتجون | المنتظم."""
    before, word = noun(passage.tokens[place - 1].text), noun(passage.tokens[place].text)
    name = passage.mention_at(place)
    if (before.mark or before.country) and not before.definite and not word.clitics:
        if word.head or name:
            return not word.mark and (name is None or word.definite)  # جماعات مسلحة | حكومتين
        known = word.mark or word.country or word.definite or passage.tokens[place].kind != "arabic"
        return before.form.endswith("يه") and not word.form.endswith(("ه", "ي")) and not known  # قوة أمنية | مقر الحزب
    plurals = passage.tokens[first].key.endswith(_MANY) and passage.tokens[place - 1].key.endswith(_MANY)
    plurals = plurals and not _SINGULAR & {before.form, noun(passage.tokens[first].text).form}
    if plurals and word.definite and not before.definite and not name:  # محتجون غاضبون | الطريق
        return True
    if not (before.definite and word.definite) or word.clitics or passage.mention_at(place):
        return False
    if before.form.endswith("ون") and before.head and word.form.endswith(("ون", "ات", "ه", "ين")) is False:
        return not word.country and not word.mark
    return place - first <= _SHORT and _side_by_side(before, word, adjective=qualifies(passage, place))


def _side_by_side(before: Noun, word: Noun, *, adjective: bool) -> bool:
    """Whether two heads with ال are two parties: النقابة | الحكومة, الوزير | المعارضة."""
    if before.head is None or word.head is None:
        return False
    kinds = (before.head.kind, word.head.kind)
    if word.mark or adjective:
        return kinds == ("person", "doubt") and not plural(before) and gender(before, None) != gender(word, None)
    return kinds in {("body", "body"), ("person", "body")} or (kinds == ("body", "person") and plural(word))


_MANY = ("ون", "ين")
_LED = tuple(party_words("leading"))


def _chunk(passage: Passage, number: int, span: tuple[int, int], prep: str, before: Chunk | None) -> Chunk:
    clitics = attached(passage, span[0])
    alone = span[0] > 0 and passage.tokens[span[0] - 1].key == "و"  # و "حركة النهضة"
    joined = ("و" in clitics or alone) and before is not None and _touches(passage, before.last, span[0])
    own = prep or next((_PREFIXES[letter] for letter in clitics if letter in _PREFIXES), "")
    if joined and not own and before is not None:
        own = before.prep
    return Chunk(number, span[0], span[1], own, joined)


def _touches(passage: Passage, behind: int, first: int) -> bool:
    """Whether nothing but signs of quotation stands between."""
    between = range(behind, first)
    return len(between) <= 2 and all(passage.mark_at(at) or passage.tokens[at].key == "و" for at in between)  # noqa: PLR2004
