"""The acts of politics in words: which verb or noun is which PLOVER type, and where its parties stand.

`data/acts.tsv` has one line per sense; the lines of a word are tried in their order, and the first whose conditions
hold at a place of a text is its sense there. A line of type `-` says that the word is no act there. Light verbs stand
in `data/light_verbs.tsv`, the word classes that conditions name in `data/act_words.toml`; all three are reviewed in
`resources/lexicons/`.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple, cast

from marsad.annotate.lists.tables import lists, rows
from marsad.kinds import EventType
from marsad.text.fold import fold_key

Slot = str  # "subject", "object", "genitive", or a preposition as it is listed: ب ل على إلى من مع ضد عن في بين …

_PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "ه")
_LEAST = 2  # letters of a stem
_NONE = "-"
_GENITIVES = {"a": "actor", "r": "recipient", "e": "either", "": ""}


class Frame(NamedTuple):
    """Where the parties of an act stand, best place first.

    `actor` is ("subject",) of most verbs; ("من",) of تسلّم, whose giver acts; ("object",) where the subject suffers or
    receives (استقبل has the visitor as its object); () where no party of the sentence acts (لقي مصرعه). `recipient` may
    hold "object" (the object of a verb, or what stands behind a masdar and its agent), "subject" and prepositions.
    `genitive` says who stands right behind a noun or masdar: زيارة الوزير is its actor, مقتل جندي its recipient, قصف
    إسرائيل / قصف المدينة either. `mutual`: all parties act and nobody receives (التقى، اتفق مع): whoever stands in the
    recipient's place is a further actor.
    """

    actor: tuple[Slot, ...] = ("subject",)
    recipient: tuple[Slot, ...] = ()
    genitive: Literal["actor", "recipient", "either", ""] = ""
    mutual: bool = False


class Condition(NamedTuple):
    """What must stand where. `slot` is object, subject, of, adj, near, pred, carrier, a preposition, or a form.

    `words` is a class of words ("" where the slot alone is asked for); `wanted` is False where it must not be so.
    """

    slot: str
    words: str
    wanted: bool


class ActEntry(NamedTuple):
    """One line of the lexicon; `type` is None where the word is no act under these conditions."""

    lemma: str
    parts: str  # v finite verb, m masdar, p participle, n noun
    type: EventType | None
    mode: str | None
    frame: Frame
    conditions: tuple[Condition, ...]
    rule: str


class LightVerb(NamedTuple):
    """A verb that carries nouns of action; `subject` is what its subject is in the act, `classes` its kinds."""

    lemma: str
    slots: tuple[Slot, ...]
    subject: Literal["actor", "recipient", "host", ""]
    classes: frozenset[str]


class WordClasses(NamedTuple):
    """The classes that a word belongs to, and the clitics in front of it (without و and ف): "", ب, ل, ك."""

    clitic: str
    names: frozenset[str]


@cache
def entries() -> dict[str, tuple[ActEntry, ...]]:
    """The senses of each verb and noun, in their order."""
    return _listed()[0]


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], tuple[ActEntry, ...]], ...]]:
    """Fixed phrases by the key of their first word: their keys, and their senses; longest first."""
    return _listed()[1]


@cache
def light_verbs() -> dict[str, tuple[LightVerb, ...]]:
    """The light verbs by lemma, in their order."""
    found: dict[str, list[LightVerb]] = defaultdict(list)
    for lemma, slots, subject, classes in rows("light_verbs.tsv"):
        who = cast("Literal['actor', 'recipient', 'host', '']", subject)
        found[lemma].append(LightVerb(lemma, tuple(slots.split()), who, frozenset(classes.split())))
    return {lemma: tuple(verbs) for lemma, verbs in found.items()}


@lru_cache(maxsize=16384)
def word_classes(key: str) -> WordClasses:
    """The classes of a word by its `Token.key`: as it stands, else without its clitics, article or pronoun."""
    found: dict[str, frozenset[str]] = {}
    for clitic, stem, cut in _cuts(key):
        names = _classes().get(stem)
        if names and not (cut and clitic in found and key.endswith("ه")):  # دورية is a patrol, not his league
            found[clitic] = found.get(clitic, frozenset()) | names
    return WordClasses(*next(iter(found.items()))) if found else WordClasses("", frozenset())


def _listed() -> tuple[
    dict[str, tuple[ActEntry, ...]], dict[str, tuple[tuple[tuple[str, ...], tuple[ActEntry, ...]], ...]]
]:
    found: dict[str, list[ActEntry]] = defaultdict(list)
    for row in rows("acts.tsv"):
        entry = _entry(row)
        found[entry.lemma].append(entry)
    single = {lemma: tuple(senses) for lemma, senses in found.items() if " " not in lemma}
    several: dict[str, list[tuple[tuple[str, ...], tuple[ActEntry, ...]]]] = defaultdict(list)
    for lemma, senses in found.items():
        if " " in lemma:
            keys = tuple(map(fold_key, lemma.split()))
            several[keys[0]].append((keys, tuple(senses)))
    return single, {first: tuple(sorted(some, key=lambda one: -len(one[0]))) for first, some in several.items()}


def _entry(row: list[str]) -> ActEntry:
    lemma, parts, act, recipient, genitive, conditions, actor = row
    name, _, mode = act.partition(".")
    frame = Frame(
        () if actor == "none" else tuple(actor.split("|")) if actor else ("subject",),
        tuple(slot for slot in recipient.removeprefix("=").split("|") if slot),
        cast("Literal['actor', 'recipient', 'either', '']", _GENITIVES[genitive]),
        recipient.startswith("="),
    )
    found = None if name == _NONE else cast("EventType", name)
    asked = tuple(map(_condition, conditions.split()))
    rule = ":".join(filter(None, ("act", lemma.replace(" ", "_"), act, conditions.replace(" ", "+"))))
    return ActEntry(lemma, parts, found, mode or None, frame, asked, rule)


def _condition(text: str) -> Condition:
    wanted = not text.startswith("!")
    slot, _, words = text.removeprefix("!").partition(":")
    return Condition(slot, words.removeprefix("@").replace("*", ""), wanted)


@cache
def _classes() -> dict[str, frozenset[str]]:
    """Every form of the listed words by its key, with the classes that it is of."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, words in lists("act_words.toml").items():
        for word in words:
            key = fold_key(word.removeprefix("="))
            for form in (key,) if word.startswith("=") else endings(key):
                found[form].add(name)
    return {form: frozenset(names) for form, names in found.items()}


def endings(key: str) -> Iterator[str]:
    """A word with the endings that Arabic nouns and adjectives take by rule."""
    yield key
    if key.endswith("ه"):
        yield from (key[:-1] + ending for ending in ("ات", "تان", "تين", "تي", "ت"))
    elif len(key) > _LEAST:
        yield from (key + ending for ending in ("ا", "ين", "ون", "ان", "ات", "ه"))


def stems(key: str) -> Iterator[tuple[str, str]]:
    """The word as it stands, then without و or ف, ب ل ك, ال, and the pronoun behind it; with the clitic cut off."""
    return ((clitic, stem) for clitic, stem, _ in _cuts(key))


def _cuts(key: str) -> Iterator[tuple[str, str, bool]]:
    """Clitic, stem, and whether a pronoun was cut off."""
    yield from (("", *end) for end in _ends(key))
    for skip in (0, 1) if key[:1] in "وف" else (0,):
        rest = key[skip:]
        if skip:
            yield from (("", *end) for end in _ends(rest))
        if rest.startswith("لل"):
            yield from (("ل", *end) for end in _ends(rest[2:]))
        if rest[:1] in {"ب", "ل", "ك"} and len(rest) > _LEAST:
            yield from ((rest[0], *end) for end in _ends(rest[1:]))


def _ends(word: str) -> Iterator[tuple[str, bool]]:
    if len(word) < _LEAST:
        return
    yield word, False
    bare = word.removeprefix("ال")
    if bare != word and len(bare) >= _LEAST:
        yield bare, False
        return
    for pronoun in _PRONOUNS:
        stem = word.removesuffix(pronoun)
        if stem != word and len(stem) > _LEAST:
            yield stem, True
            yield stem.removesuffix("ت") + "ه", True
