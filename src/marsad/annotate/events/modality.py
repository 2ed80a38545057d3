"""Whether an act happened, is planned, supposed, denied, or only wished; and whether it is told as background."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from marsad.annotate.events.surroundings import Surroundings
from marsad.annotate.events.types import Act, Standing
from marsad.annotate.grammar import particles
from marsad.annotate.lists.tables import modal_words
from marsad.annotate.lists.verbs import VerbReading
from marsad.kinds import EventType

_WILL_BECOME_AGREE: frozenset[EventType] = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_GIVES: frozenset[EventType] = _WILL_BECOME_AGREE | {"AGREE", "CONCEDE", "RETREAT"}  # denied for the future: REJECT
_HOLDS: frozenset[EventType] = frozenset(
    {"REQUEST", "THREATEN", "REJECT", "AGREE", "ACCUSE", "CONSULT", "PROTEST", "CONCEDE"}
)
_CONDITION = 24  # tokens behind إذا that are supposed
_FAR = 16  # tokens in front of an act in which stands what governs it
_WAS = 9  # tokens between كان and its verb
_INTRODUCTION = 40  # tokens behind يذكر أن that are background
_NEAR = 3


class Modality(NamedTuple):
    """`Act.standing` and `Act.background`, the type that the act becomes by it, and the rule that decided.

    `intends` is the token of the verb whose subject means to do it (يعتزم زيارة, سافر لإجراء محادثات), None without.
    """

    type: EventType
    standing: Standing
    background: bool
    rule: str
    intends: int | None = None


def modality(around: Surroundings, act: Act, before: Sequence[Act]) -> Modality:
    """How an act stands in its passage. `before`: the acts of the passage that stand in front of it."""
    background = _background(around, act)
    for decide in (_negated, _hypothetical, _planned):
        found = decide(around, act)
        if found:
            standing, type_, rule = found
            governor = _governor(around, act.head) if rule in {"intended", "does-not-intend"} else None
            return Modality(type_, standing, background, rule, governor[0] if governor else None)
    rule = _embedded(around, act, before)
    if rule == "purpose-of-travel":
        governor = _governor(around, act.carrier if act.carrier is not None else act.first)
        return Modality(_later(act.type), "planned", background, rule, governor[0] if governor else None)
    if rule:
        return Modality(act.type, "embedded", background, rule)
    if around.finite[act.head] is None and act.part in {"noun", "masdar"} and _coming(around, act):
        return Modality(_later(act.type), "planned", background, "coming")
    return Modality(act.type, "actual", background, "")


_Found = tuple[Standing, EventType, str] | None


def _later(type_: EventType) -> EventType:
    """The type of an act that is still to come."""
    if type_ in _WILL_BECOME_AGREE:
        return "AGREE"
    return "CONCEDE" if type_ == "RETREAT" else type_


def _negated(around: Surroundings, act: Act) -> _Found:
    """لم, لن, لا, عدم … right in front of the act or of what carries it."""
    for place in {act.head, act.first}:
        for front in range(max(place - 2, 0), place):
            key = around.tokens[front].key
            if key not in modal_words("negations") or (front == place - 2 and key not in _FAR_NEGATIONS):
                continue
            if around.tokens[front + 1].key in modal_words("still"):
                continue
            if key in modal_words("will_not") and act.type in _GIVES and act.part == "verb":
                return "actual", "REJECT", "will-not"
            return "negated", act.type, "negated"
    if _denied(around, act.head):
        return "negated", act.type, "denied"
    governor = _governor(around, act.head)
    if governor and governor[1].form.lemma in modal_words("plan_verbs") | {"قبل"}:
        particle = around.tokens[governor[0] - 1].key if governor[0] else ""
        if particle in modal_words("negations"):
            return ("actual", "REJECT", "does-not-intend") if act.type in _GIVES else ("negated", act.type, "negated")
    return None


def _denied(around: Surroundings, index: int) -> bool:
    """نفى أن يكون قد فعل: the clause of the verb is what somebody denies. ما فعل is a denial as well."""
    reading = around.finite[index]
    if not reading:
        return False
    front = around.tokens[index - 1] if index else None
    if front and front.key in {"ما", "وما"} and reading.form.part == "perfect" and not reading.suffix:
        return index - 1 in around.passage.breaks or around.tokens[index - 2].kind == "sign"
    for place in range(index - 1, max(around.passage.sentence(index)[0], index - 6) - 1, -1):
        if around.tokens[place].key in particles("complementizers"):
            governor = _governor(around, place)
            return bool(governor and governor[1].form.lemma in modal_words("denials"))
    return False


_FAR_NEGATIONS = frozenset({"لم", "لن", "ولم", "ولن", "فلم", "فلن"})


def _hypothetical(around: Surroundings, act: Act) -> _Found:
    """إذا, لو, في حال before it in its sentence; ربما, يمكن أن, قد يفعل."""
    first = around.passage.sentence(act.head)[0]
    keys = [token.key for token in around.tokens[max(first, act.head - _CONDITION) : act.head]]
    for back, key in enumerate(reversed(keys), 1):
        pair = f"{keys[-back - 1]} {key}" if back < len(keys) else key
        if key in modal_words("conditions") or pair in modal_words("condition_phrases"):
            return "hypothetical", act.type, "condition"
        if back <= _NEAR + 2 and key in modal_words("perhaps"):
            return "hypothetical", act.type, "perhaps"
        if key in ".؛":
            break
    reading = around.finite[act.head]
    if reading and reading.form.part == "imperfect" and keys and keys[-1] in modal_words("maybe"):
        return "hypothetical", act.type, "may"
    return None


def _planned(around: Surroundings, act: Act) -> _Found:
    """سـ, سوف, من المقرر أن, يعتزم; a present verb or an appointed noun with المقبل, غدا."""
    reading = around.finite[act.head]
    keys = [token.key for token in around.tokens[max(act.head - 6, 0) : act.head]]
    rule = ""
    if reading and reading.form.part == "imperfect":
        if reading.clitics.endswith("س") or any(key in modal_words("future") for key in keys[-2:]):
            rule = "future"
        elif _coming(around, act):
            rule = "coming"
    if not rule and any(key in modal_words("appointed") for key in keys):
        rule = "appointed"
    if not rule:
        governor = _governor(around, act.head)
        if governor and governor[1].form.lemma in modal_words("plan_verbs"):
            rule = "intended"
    return ("planned", _later(act.type), rule) if rule else None


def _coming(around: Surroundings, act: Act) -> bool:
    """Whether a time to come stands in the clause, and no verb in the past."""
    end = min(around.ends[act.last - 1], act.last + _FAR)
    near = range(max(around.begin(act.head), act.head - 6), end)
    return any(around.tokens[place].key in modal_words("coming") for place in near)


def _governor(around: Surroundings, index: int) -> tuple[int, VerbReading] | None:
    """The verb whose complement a word or the clause أن + verb stands in: its token and reading."""
    first = around.passage.sentence(index)[0]
    place = index - 1
    if place >= first and around.tokens[place].key in particles("complementizers"):
        place -= 1
    for front in range(place, max(first, index - _FAR) - 1, -1):
        reading = around.finite[front]
        if reading:
            return front, reading
        if around.opens[front]:
            return None
    return None


def _embedded(around: Surroundings, act: Act, before: Sequence[Act]) -> str:
    """The rule by which an act is only what something else is about; "" where it is told."""
    head = act.head
    reading = around.finite[head]
    if reading:
        rule = _in_clause(around, head, reading)
        aside = (
            not rule and act.carrier is not None and act.carrier < act.first and _unreal(around, act.first, act.type)
        )
        return "unreal-noun" if aside else rule
    outer = act.carrier if act.carrier is not None else act.first
    front = around.tokens[outer - 1].key if outer else ""
    attempt = act.lemma.startswith("محاولة")  # a coup that failed was one
    if not attempt and any(_unreal(around, place, act.type) for place in {outer, act.first}):
        return "unreal-noun"
    governor = _governor(around, outer)
    if around.governed[outer] == "ل" and act.part in {"masdar", "noun"}:
        travels = governor is not None and governor[1].form.lemma in modal_words("travel_verbs")
        return "purpose-of-travel" if travels else "purpose"
    held = _held(around, outer, act, before)
    if _of_part(around, outer):
        return held or "involvement"
    if front in modal_words("occasions") or around.governed[outer] in modal_words("occasions"):
        return ""
    told = attempt or (act.type == "CONSULT" and governor is not None and _is_about(around, act, governor[0]))
    return held or ("" if told else _by_verb(governor))


def _of_part(around: Surroundings, place: int) -> bool:
    """Whether an act is what somebody is said to have a part in: الضلوع في *اغتيال* …"""
    return (
        place > 1
        and around.tokens[place - 1].key == "في"
        and around.tokens[place - 2].key in modal_words("involvement")
    )


def _is_about(around: Surroundings, act: Act, verb: int) -> bool:
    """Whether a meeting is the subject of the verb in front: وتناولت *المحادثات* الأزمة, وناقش *اللقاء*."""
    return verb == act.first - 1 and around.tokens[act.first].key.startswith("ال") and not around.governed[act.first]


_STILL_TOLD: dict[EventType, frozenset[str]] = {  # فشل المفاوضات, أنباء حول مقتل: they were
    "CONSULT": frozenset({"فشل", "نتائج", "نهايه", "بنهايه", "مراحل", "حول", "بشان"}),
    "ASSAULT": frozenset({"حول", "بشان", "نتائج"}),
}


def _unreal(around: Surroundings, place: int, type_: EventType) -> bool:
    """Whether a noun in front says that the act has not happened: وقف القصف, الرامية إلى وقف القصف."""
    fronts = [token.key for token in around.tokens[max(place - 2, 0) : place]]
    if not fronts or place in around.passage.breaks:
        return False
    if fronts[-1] in _STILL_TOLD.get(type_, ()):
        return False
    if fronts[-1] in modal_words("unreal") or fronts[-1] in modal_words("purposes"):
        return True
    return fronts[-1] in {"الي", "علي", "من", "عن"} and fronts[0] in modal_words("unreal")


def _in_clause(around: Surroundings, head: int, reading: VerbReading) -> str:
    """A verb behind أن, كي or ل: what is wished, ordered, possible; not قبل أن, بعد أن."""
    keys = [token.key for token in around.tokens[max(head - 3, 0) : head]]
    last = keys[-1] if keys else ""
    if reading.form.part != "imperfect":
        return ""
    if "ل" in reading.clitics or last in modal_words("purposes"):
        return "purpose"
    told = last not in {"ان", "بان", "الا"} or (len(keys) > 1 and keys[-2] in _BEFORE_FACTS)
    if told:
        return ""
    governor = _governor(around, head - 1)
    return "" if governor and governor[1].form.lemma == "قرّر" else "subjunctive"


_BEFORE_FACTS = frozenset({"قبل", "بعد", "منذ", "الي", "سبق"})  # قبل أن يحله: he did


def _held(around: Surroundings, outer: int, act: Act, before: Sequence[Act]) -> str:
    """Whether an earlier act of the clause is about this one: a demand, threat, refusal, promise, accusation, talks."""
    begin = around.begin(outer)
    for earlier in reversed(before):
        if earlier.first < begin or earlier.first >= act.first:
            continue
        if earlier.type not in _HOLDS and earlier.lemma not in _BANS:
            continue
        if earlier.carrier == act.carrier is not None and _joined(around, act):
            continue
        if (act.part == "participle") is not (earlier.type == "PROTEST" and earlier.part == "noun"):
            continue  # مظاهرات منددة tells of one act; other participles are acts of their own
        if any(around.finite[place] for place in range(earlier.last, outer)):
            return ""
        if earlier.type == "ACCUSE" and act.part == "masdar" and _has_agent(around, act):
            return ""
        return f"held-by-{earlier.type}"
    return ""


_BANS = frozenset({"حظر", "منع", "قيّد"})


def _joined(around: Surroundings, act: Act) -> bool:
    return around.tokens[act.first].key.startswith("و")


def _has_agent(around: Surroundings, act: Act) -> bool:
    """Whether somebody is named right behind a masdar."""
    return act.frame.genitive != "recipient" and around.genitive(act.last - 1, "party_any")


def _by_verb(governor: tuple[int, VerbReading] | None) -> str:
    return "unreal-verb" if governor and governor[1].form.lemma in modal_words("unreal_verbs") else ""


def _background(around: Surroundings, act: Act) -> bool:
    """كان (قد) before its verb, يذكر أن, سبق أن in front of it in its sentence."""
    first = around.passage.sentence(act.head)[0]
    begin = max(around.begin(act.head), act.head - _WAS)
    if any(around.tokens[place].key in modal_words("was") for place in range(begin, act.head)):
        return True
    keys = [token.key for token in around.tokens[max(first, act.head - _INTRODUCTION) : act.head]]
    pairs = {f"{one} {two}" for one, two in pairwise(keys)}
    return bool(pairs & modal_words("background"))
