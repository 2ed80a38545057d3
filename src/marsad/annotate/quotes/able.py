"""Whether words that stand where a source stands can be one: no verb, no particle, and of the verb's gender."""

from functools import cache

from marsad.annotate.grammar import Passage, articled, finite_verb, particles
from marsad.annotate.lists.channels import carrier
from marsad.annotate.lists.pointing import pointing
from marsad.annotate.lists.speakers import SpeakerNoun, speaker_noun
from marsad.annotate.lists.verbs import verb_readings
from marsad.annotate.quotes.agreement import Traits, agrees, of_name
from marsad.annotate.quotes.attribution import Attribution
from marsad.annotate.quotes.cues import word_list
from marsad.annotate.quotes.descriptions import Description
from marsad.annotate.quotes.referents import traits_of
from marsad.text.fold import fold_key

_CLOSED = ("prepositions", "relatives", "complementizers", "subordinators", "negations", "verb_particles", "adverbs")

_TO_WHOM = frozenset({"لي", "لك", "لنا", "لكم", "اياه", "اياها", "اياهم"})


def able(one: Attribution, description: Description) -> bool:
    """Whether the source of an attribution can be what its words say."""
    if description.name is None and description.head is None and _other_word(description):
        return False
    return _agrees(one, description)


def hearsay(description: Description) -> bool:
    """Whether a source is news of nobody: أنباء, تسريبات غير مؤكدة."""
    keys = description.keys
    whose = description.names or any(articled(key) for key in keys[1:])
    return bool(keys) and keys[0] in _heard() and not whose


@cache
def _heard() -> frozenset[str]:
    return frozenset(map(fold_key, pointing("hearsay")))


def _other_word(description: Description) -> bool:
    passage, first = description.passage, description.first
    key = description.keys[0] if description.keys else ""
    if not key or key in _TO_WHOM:
        return True
    if passage.tokens[first].kind == "sign" or passage.mention_at(first):
        return False
    known = carrier(description.keys[:3])
    if key in word_list("matters") or (known and known.kind) or _particle(key):  # ردد شعارات
        return True
    return _verbal(passage, first, key)


def _particle(key: str) -> bool:
    """Whether a word is one of the closed classes, alone or behind و."""
    forms = {key, key[1:] if key[:1] in "وف" else key}
    return any(form in particles(name) and speaker_noun(form) is None for form in forms for name in _CLOSED)


def _verbal(passage: Passage, first: int, key: str) -> bool:
    """Whether a word is a verb, the name of an act (اختيار الشركات), or what somebody does besides (زاد مستنكرا)."""
    if finite_verb(passage, first) and not key.startswith("ال"):
        return True
    parts = {one.form.part for one in verb_readings(passage.tokens[first].text)}
    return ("masdar" in parts and not passage.mark_at(first)) or ("participle" in parts and key.endswith("ا"))


def _traits(description: Description) -> Traits:
    """What agrees with a source in front of its verb; nothing is known of a name without a noun."""
    joined = any(key[:1] == "و" and len(key) > 3 for key in description.keys[1:])  # noqa: PLR2004 - و and a word
    if len(description.joined) > 1 or joined:
        return Traits()
    if description.head:
        return traits_of(description)
    label = description.name.label if description.name else ""
    return of_name(description.text) if label == "PER" else Traits()


def _agrees(one: Attribution, description: Description) -> bool:
    """Of a verb right in front of its subject the gender of both is one: حذر الحكومة is told to the government."""
    passage = description.passage
    if one.cue_kind == "verb" and description.span.end <= one.cue.start and one.gender:
        return agrees(one.gender, one.number, _traits(description))
    behind = description.first == passage.at(one.cue.start) + 1
    if one.cue_kind != "verb" or not behind or one.gender == "" or one.passive:
        return True
    head = description.head
    if head and _either(head, one.gender):
        return True
    if description.name and description.name.label == "LOC":
        return True
    traits = (
        traits_of(description) if head else of_name(description.name.text if description.name else description.text)
    )
    if head is None and not (description.name and description.name.label == "PER"):
        return True
    return traits.gender in {"", one.gender} or traits.number == "p"


def _either(head: SpeakerNoun, gender: str) -> bool:
    """Whether a verb of either gender may stand in front: قالت عضو المجلس, قالت رئيس الهيئة, قال معظم النساء."""
    if head.role == "office" and gender == "f":
        return True
    return head.role == "part" or head.number != "s" or head.kind == "document"
