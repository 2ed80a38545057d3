"""Whose name stands in the words of a source: the source's own, or somebody's whom it speaks for or belongs to.

Of «المتحدث باسم الرئيس فلان» nobody is named, of «المتحدث باسم الجيش فلان» the spokesman is; of «شقيق فلان» nobody,
of «وزير الخارجية فلان» the minister.
"""

from marsad.annotate.grammar import Passage, articled, bare, carries_b, definite, finite_verb, particles
from marsad.annotate.lists.channels import carrier
from marsad.annotate.lists.gazetteer import fold_word
from marsad.annotate.lists.lexicon import lexicon
from marsad.annotate.lists.pointing import pointing
from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.quotes.descriptions import Description, Name
from marsad.records import Mention, Span

_ON_BEHALF = frozenset({"باسم", "عن", "لدي", "ضد", "مع", "من", "بين"})
_CLITICS = "وفبلك"
_BRACKETS = frozenset("([")
_OPENING = frozenset('("«“”')
_AWAY = frozenset({"مع", "لدي", "ضد", "خلال", "الي", "امام", "عبر"})  # of whom else a name behind them is
_QUOTED = frozenset('"«»“”()')
_APPOSITION = 16  # tokens behind an office in which the name of its holder stands


def add_called(found: Description) -> None:
    """Takes in the name that a verb gives: شاهدة عيان تدعى فلانة."""
    passage, called = found.passage, pointing("called")
    place = found.behind if passage.tokens[found.behind - 1].key in called else found.behind + 1  # شاهدة اسمها
    if place >= len(passage.tokens) or passage.tokens[place - 1].key not in called:
        return
    at = passage.mention_at(place)
    if at and at[0] == place and at[2].label == "PER" and at[2].kind == "name" and not found.names:
        found.names.append(Name(place, at[1], at[2]))
        found.keys += [passage.tokens[index].key for index in range(found.behind, at[1])]
        found.behind, found.span = at[1], Span(found.span.start, at[2].end)


def add_apposition(found: Description) -> None:
    """Takes in the name behind an office: الناطق باسم المحكمة بالمنستير، فلان."""
    head, passage = found.head, found.passage
    able = head and head.kind == "person" and head.role in {"office", "spokesman", ""} and head.number == "s"
    if not able or not found.definite or any(name.mention.label == "PER" for name in found.names):
        return
    commas = 0
    for place in range(found.behind, min(found.behind + _APPOSITION, len(passage.tokens))):
        token, at = passage.tokens[place], passage.mention_at(place)
        if at and at[2].label == "PER" and at[2].kind == "name":
            if (commas or _closes(passage, place - 1)) and at[0] == place and at[2].start == token.start:
                found.names.append(Name(place, at[1], at[2]))
                found.behind, found.span = at[1], Span(found.span.start, at[2].end)
                found.keys += [passage.tokens[index].key for index in range(place, at[1])]
            return
        if token.text in "،,-–/":
            commas += token.text != "/"
        elif commas and _office(passage, place):
            commas = 0  # مدير الإدارة، رئيس اللجنة المهندس فلان
        elif commas or _ends_phrase(passage, place) or (token.kind != "arabic" and token.text not in _QUOTED):
            return


def _other_office(passage: Passage, place: int) -> bool:
    """Whether an office is the genitive of another noun: it has the name behind it to itself."""
    return not _title(passage.tokens[place].key) and _office(passage, place) and not definite(passage, place - 1)


def _office(passage: Passage, place: int) -> bool:
    """Whether a further office or title begins."""
    noun = speaker_noun(passage.tokens[place].key)
    office = noun is not None and noun.kind == "person" and noun.number == "s" and noun.role in {"office", "spokesman"}
    return office or _title(passage.tokens[place].key)


def _title(key: str) -> bool:
    return "hon" in lexicon().known(fold_word(key)).flags and articled(key)


def _closes(passage: Passage, place: int) -> bool:
    """Whether a word ends the phrase of an office, so that the name behind is its holder's: مدير الفرع بتبوك فلان."""
    while _title(passage.tokens[place].key):
        place -= 1
    key = passage.tokens[place].key
    noun = speaker_noun(bare(key)) if articled(key) else None
    quoted = passage.tokens[place].text in _QUOTED
    return quoted or passage.mention_at(place) is not None or (articled(key) and not (noun and noun.kind == "person"))


def _ends_phrase(passage: Passage, place: int) -> bool:
    key = passage.tokens[place].key
    if carries_b(passage.tokens[place].text, key) or _other_office(passage, place):  # الوزير | بإعلان رئيس الحكومة فلان
        return True
    if key in _AWAY or (key == "في" and carrier([token.key for token in passage.tokens[place + 1 : place + 4]])):
        return True
    closed = ("complementizers", "relatives", "subordinators", "negations", "verb_particles", "pronouns")
    return any(key in particles(name) for name in closed) or finite_verb(passage, place) is not None


def own_name(description: Description) -> Mention | None:
    """The name of the source itself; None where its words name nobody or somebody else."""
    names, head = description.names, description.head
    if not names:
        return None
    called = description.passage.tokens[names[0].first - 1].key in pointing("called")
    if names[0].first == description.first or (called and len(names) == 1):
        return names[0].mention
    if head and head.role == "relative" and head.kind != "group":
        return _of_relative(description)
    if head and (head.role == "part" or head.number == "p" or head.kind in {"anonymous", "document"}):
        return _one_of_several(description)
    persons = [name for name in names if name.mention.label == "PER"]
    if head is None or head.kind == "person":
        if description.guest:
            persons = [name for name in persons if name.first > description.first + description.head_size + 1]
        named = next((name for name in reversed(persons) if not _somebody_else(description, name)), None)
        return named.mention if named else None
    return _of_body(description)


def _of_relative(description: Description) -> Mention | None:
    """Of a brother or friend only the name that stands beside: شقيقه فلان; شقيق الضحية، فلان."""
    tokens = description.passage.tokens
    for name in description.names:
        if name.mention.label != "PER":
            continue
        beside = name.first == description.first + 1 and description.head is not None and description.head.owner
        if beside or tokens[name.first - 1].text in "،,-–":
            return name.mention
    return None


def _one_of_several(description: Description) -> Mention | None:
    """أحد المشاركين الدكتور فلان: the name behind a title of its own."""
    if not description.head or description.head.noun not in {"أحد", "إحدى"}:
        return None
    for name in description.names:
        title = speaker_noun(description.passage.tokens[name.first - 1].key)
        if name.mention.label == "PER" and title and title.number == "s" and title.definite:
            return name.mention
    return None


def _of_body(description: Description) -> Mention | None:
    """The name of an institution behind its noun (حركة حماس, قناة «المسيرة»), or in brackets at the end."""
    tokens = description.passage.tokens
    for name in description.names:
        if name.mention.label == "PER" and not (description.head and description.head.kind == "outlet"):
            continue
        between = range(description.first + description.head_size, name.first)
        near = all(tokens[place].kind == "sign" and tokens[place].text not in "،,(" for place in between)
        free = name.mention.start == tokens[name.first].start
        if (
            near
            and free
            and name.mention.label == "ORG"
            and not (description.head and description.head.definite and not between)
        ):
            return name.mention
        closing = name.behind == description.behind - 1 and tokens[name.first - 1].text in _OPENING
        if closing and name.mention.label == "ORG":
            return name.mention
    return None


def _somebody_else(description: Description, name: Name) -> bool:
    """Whether a person's name belongs to somebody whom the source only speaks for or belongs to."""
    passage, tokens = description.passage, description.passage.tokens
    token = tokens[name.first]
    nickname = tokens[name.first - 1].text in _BRACKETS and any(
        other.behind == name.first - 1 for other in description.names
    )
    if nickname or (name.mention.start > token.start and token.key[:1] in _CLITICS):
        return True
    place = name.first - 1
    if tokens[place].text in "،,-–" or (tokens[place].kind == "sign" and tokens[place - 1].text in "،,-–"):
        return False
    for index in range(place, description.first, -1):
        key = tokens[index].key
        if key in _ON_BEHALF:
            return index == place or _is_person(passage, index + 1, name)
    return False


def _is_person(passage: Passage, index: int, name: Name) -> bool:
    """Whether the words between «باسم» and a name are that person's title: باسم رئيس الوزراء فلان."""
    at = passage.mention_at(index)
    if at and at[0] == index and at[2].kind == "name":
        return False  # باسم حماس فلان
    noun = speaker_noun(passage.tokens[index].key)
    if noun is None or noun.kind != "person":
        return False
    before = speaker_noun(passage.tokens[name.first - 1].key)
    return not (before and before.kind == "person" and before.definite and name.first - 1 > index)
