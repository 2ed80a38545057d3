"""What the words of a source say: its noun, the name in it, whose it is, whether it points back.

`describe` reads the noun phrase at a cue. The name is that of the source itself: of «المتحدث باسم الرئيس فلان» nobody is
named, of «المتحدث باسم الجيش فلان» the spokesman is; of «شقيق فلان» nobody, of «وزير الخارجية فلان» the minister.
"""

from dataclasses import dataclass, field
from functools import cached_property

from marsad.annotate.grammar import Passage, Token, finite_verb, noun_phrase, particles
from marsad.annotate.linking.things import OTHER_SENSE
from marsad.annotate.lists.gazetteer import fold_word
from marsad.annotate.lists.lexicon import NATION, lexicon
from marsad.annotate.lists.pointing import pointing
from marsad.annotate.lists.speakers import SpeakerNoun, speaker_noun, speaker_phrase
from marsad.records import Mention, Span
from marsad.text.fold import fold_key

_ON_BEHALF = frozenset({"باسم", "عن", "لدي", "ضد", "مع", "من", "بين"})
_CLITICS = "وفبلك"
_PEERS = frozenset({"نظير", "نظيرة"})
_MOST = 40  # tokens of a source that are read
_OPENING = frozenset('("«“”')
_APPOSITION = 7  # tokens behind an office in which the name of its holder stands
_FURTHER = 6  # tokens behind a document in which its issuer begins


@dataclass(slots=True)
class Name:
    """A name inside the words: its first token, the token behind it, and the mention."""

    first: int
    behind: int
    mention: Mention


@dataclass
class Description:
    """The words of a source. `first` and `behind` are tokens of `passage`; `span` begins behind clitics."""

    passage: Passage
    span: Span
    first: int
    behind: int
    keys: list[str] = field(default_factory=list)  # of its tokens, the first without clitics
    names: list[Name] = field(default_factory=list)
    head: SpeakerNoun | None = None
    head_size: int = 1  # words of the head

    @property
    def text(self) -> str:
        """The words as written."""
        return self.passage.text[self.span.start : self.span.end]

    @cached_property
    def name(self) -> Mention | None:
        """The name of the source itself, None where the words name nobody or somebody else."""
        return _own_name(self)

    @property
    def joined(self) -> list[Name]:
        """The names that و joins from the first on: فلان وفلان."""
        if not self.names or (self.names[0].first != self.first and self.names[0].mention.label != "PER"):
            return []
        tokens, found = self.passage.tokens, self.names[:1]
        for name in self.names[1:]:
            token = tokens[name.first]
            if (
                token.key[:1] != "و"
                or name.mention.start == token.start
                or name.mention.label != found[0].mention.label
            ):
                break
            found.append(name)
        return found

    @cached_property
    def same(self) -> bool:
        """Whether the words say that it is the one spoken of: المصدر ذاته."""
        return any(key in pointing("same") for key in self.keys)

    @cached_property
    def definite(self) -> bool:
        """Whether the words point to somebody known: the noun has the article or a pronoun, or its genitive has."""
        if self.head and (self.head.definite or self.guest):
            return True
        if not self.head or self.head.role == "part":
            return False
        for place in range(self.first + self.head_size, self.behind):
            key, at = self.keys[place - self.first], self.passage.mention_at(place)
            if _has_article(key) or self.passage.mark_at(place) or (at and at[2].kind == "name"):
                return True
            adjective = key.endswith(_ADJECTIVE) and speaker_noun(key) is None
            if key in particles("prepositions") or adjective or key.startswith("باسم"):
                break
        return self.same

    @cached_property
    def nations(self) -> frozenset[str]:
        """The words of nationality, without article: اسباني, ماليه."""
        return frozenset(word for key in self.keys[1:] if _nation(word := bare(key)))

    @cached_property
    def words(self) -> frozenset[str]:
        """What else the words say: without article, noun, nationality, closed classes and what says ذاته."""
        closed = particles("prepositions") | particles("demonstratives") | particles("adverbs") | pointing("same")
        kept = (bare(key) for key in self._own_keys() if key not in closed)
        return frozenset(word for word in kept if len(word) > 1 and word not in self.nations and word not in closed)

    def _own_keys(self) -> list[str]:
        """The words behind the noun, up to a relative clause."""
        keys = self.keys[self.head_size if self.head else 0 :]
        if self.guest or (self.head and self.passage.mark_at(self.first + self.head_size)):  # ضيف «البرنامج»
            return []
        stop = next((place for place, key in enumerate(keys) if key in particles("relatives")), len(keys))
        return keys[:stop]

    @cached_property
    def of(self) -> SpeakerNoun | None:
        """Of a part the noun of the whole: مصدر of أحد المصادر."""
        if not self.head or self.head.role != "part":
            return None
        return next(
            (noun for key in self.keys[self.head_size : self.head_size + 3] if (noun := speaker_noun(key))), None
        )

    @cached_property
    def behind_head(self) -> "Description | None":
        """What stands behind the noun, as words of their own: الوزارة of «بيان للوزارة», «بيان أصدرته الوزارة»."""
        tokens = self.passage.tokens
        start, limit = self.first + self.head_size, min(self.behind + _FURTHER, len(tokens))
        while start < limit and (_between(self.passage, start) or self._adjective(start)):
            start += 1
        if start >= limit or (
            start >= self.behind and start == self.first + self.head_size and tokens[start].key[:1] != "ل"
        ):
            return None
        token = tokens[start]
        cut = 1 if token.key[:1] == "ل" and not token.key.startswith("لل") and not _listed(token.key) else 0
        at = self.passage.mention_at(start)
        begin = at[2].start if at and at[0] == start else token.start + cut
        end = max(self.span.end, tokens[max(noun_phrase(self.passage, start), start + 1) - 1].end)
        return describe(self.passage, Span(begin, end))

    def _adjective(self, place: int) -> bool:
        """Whether a word behind the noun only tells its kind: التقرير الاقتصادي, تقرير اقتصادي."""
        token = self.passage.tokens[place]
        if not self.head or self.passage.mention_at(place) or token.kind != "arabic":
            return False
        if self.head.definite and not self.head.owner:
            return token.key.startswith("ال")
        return not _has_article(token.key) and token.key.endswith(_ADJECTIVE[:2]) and token.key[:1] not in "لو"

    @property
    def guest(self) -> bool:
        """Whether it is the guest of a programme."""
        return self.head is not None and self.head.noun in pointing("guests")

    @property
    def peer(self) -> bool:
        """Whether it is somebody's counterpart: نظيره الفرنسي."""
        return self.head is not None and self.head.noun in _PEERS


_ADJECTIVE = ("ي", "يه", "يا", "يون", "يين")


def _between(passage: Passage, place: int) -> bool:
    """Whether a token may stand between a document and its issuer: صادر اليوم عن."""
    token = passage.tokens[place]
    return token.key in pointing("issuing") or token.kind == "number" or passage.time_at(place) is not None


def describe(passage: Passage, span: Span) -> Description:
    """The description that stands at `span`."""
    first = passage.at(span.start)
    behind = first
    tokens = passage.tokens
    while behind < len(tokens) and tokens[behind].start < span.end and behind - first < _MOST:
        behind += 1
    span = _cut(passage, span, first)
    found = Description(passage, span, first, behind)
    found.keys = [_key(tokens[place], span.start) for place in range(first, behind)]
    found.names = _names(passage, first, behind, span.start)
    found.head, found.head_size = head_of(found.keys)
    _add_apposition(found)
    return found


def _add_apposition(found: Description) -> None:
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
        elif token.kind != "arabic" or commas or _ends_phrase(passage, place):
            return


def _title(key: str) -> bool:
    return "hon" in lexicon().known(fold_word(key)).flags and _has_article(key)


def _closes(passage: Passage, place: int) -> bool:
    """Whether a word ends the phrase of an office, so that the name behind it is its holder's: مدير الفرع بتبوك فلان."""
    if _title(passage.tokens[place].key):
        place -= 1
    key = passage.tokens[place].key
    noun = speaker_noun(bare(key)) if _has_article(key) else None
    return passage.mention_at(place) is not None or (_has_article(key) and not (noun and noun.kind == "person"))


def _ends_phrase(passage: Passage, place: int) -> bool:
    key = passage.tokens[place].key
    closed = ("complementizers", "relatives", "subordinators", "negations", "verb_particles", "pronouns")
    return any(key in particles(name) for name in closed) or finite_verb(passage, place) is not None


def _cut(passage: Passage, span: Span, first: int) -> Span:
    """The span behind a preposition that is still written on its noun: لإحصاء, بمصدر."""
    token = passage.tokens[first] if first < len(passage.tokens) else None
    if token is None or token.start != span.start or passage.mention_at(first) or speaker_noun(token.key):
        return span
    if token.key[:1] in "لبو" and not token.key.startswith("لل") and speaker_noun(token.key[1:]):
        return Span(span.start + 1, span.end)
    return span


def _key(token: Token, start: int) -> str:
    return fold_key(token.text[start - token.start :]) if token.start < start < token.end else token.key


def _names(passage: Passage, first: int, behind: int, start: int) -> list[Name]:
    found: list[Name] = []
    place = first
    while place < behind:
        at = passage.mention_at(place)
        if at and at[2].kind == "name" and at[2].end > start:
            found.append(Name(max(at[0], first), at[1], at[2]))
        place = at[1] if at else place + 1
    return found


def head_of(keys: list[str]) -> tuple[SpeakerNoun | None, int]:
    """The noun that a row of folded words begins with, and of how many words it is."""
    words = [key for key in keys[:2] if key]
    if not words:
        return None, 1
    phrase = speaker_phrase(*words) if len(words) > 1 else None
    if phrase:
        return phrase, 2
    found = speaker_noun(words[0]) or _people(words[0])
    if found is None and words[0] in pointing("same") and len(words) > 1:  # ذات المصدر
        return speaker_noun(words[1]), 2
    return found, 1


def _people(key: str) -> SpeakerNoun | None:
    """A nationality as a noun: فلسطينيون, الإيرانيون."""
    flags = lexicon().known(fold_word(key)).flags
    if "natpl" not in flags and not (flags & NATION and key.endswith(("ون", "ين"))):
        return None
    return SpeakerNoun(bare(key), "m", "p", "group", "", "", definite=_has_article(key))


def _nation(word: str) -> bool:
    return word not in OTHER_SENSE and lexicon().nation(fold_word(word)) is not None


def bare(key: str) -> str:
    """A folded word without article and the prepositions written on it."""
    for front in ("وال", "بال", "فال", "كال", "لل", "ال"):
        if key.startswith(front) and len(key) > len(front) + 1:
            return key[len(front) :]
    return key


def _has_article(key: str) -> bool:
    return bare(key) != key


def _listed(key: str) -> bool:
    return speaker_noun(key) is not None


def _own_name(description: Description) -> Mention | None:
    names, head = description.names, description.head
    if not names:
        return None
    if names[0].first == description.first:
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
    assert description.head is not None
    tokens = description.passage.tokens
    for name in description.names:
        if name.mention.label != "PER":
            continue
        beside = name.first == description.first + 1 and description.head.owner
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
    if name.mention.start > token.start and token.key[:1] in _CLITICS:
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
