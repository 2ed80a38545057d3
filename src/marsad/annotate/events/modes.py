"""Modes that the complement decides: what is asked for, refused or threatened, how one meets, with what one attacks."""

from marsad.annotate.events.conditions import Place
from marsad.kinds import EventType

# Behind an act of these types the words of its clause decide, in this order; the classes stand in act_words.toml.
_BY_WORDS: dict[EventType, tuple[tuple[str, str], ...]] = {
    "REQUEST": (("yield", "mode_yield"), ("meet", "mode_meet"), ("assist", "mode_assist"), ("change", "mode_change")),
    "REJECT": (("meet", "mode_meet"), ("yield", "mode_yield"), ("assist", "mode_assist"), ("change", "mode_change")),
    "THREATEN": (
        ("violence", "mode_violence"), ("restrict", "mode_restrict"), ("arrest", "mode_arrest"),
        ("expel", "mode_expel"), ("relations", "mode_relations"), ("territory", "mode_territory"),
    ),
    "CONSULT": (("phone", "phone"), ("third-party", "mode_hosted"), ("multilateral", "mode_multilateral")),
    "ASSAULT": (
        ("suicide-attack", "mode_suicide"), ("drone", "mode_drone"), ("explosives", "bomb"), ("aerial", "mode_aerial"),
        ("heavy-weapons", "mode_heavy"), ("firearms", "bullets"), ("primitive", "mode_blade"), ("beat", "mode_beat"),
    ),
}  # fmt: skip
_OF_A_MEETING = (("phone", "phone"), ("third-party", "mode_hosted"))  # of a verb: التقى, بحث
_REACH = 14  # tokens behind the act
_BEFORE: dict[EventType, int] = {"ASSAULT": 4, "CONSULT": 6}  # tokens before it


def mode(type_: EventType, given: str | None, place: Place) -> str | None:
    """The mode of an act: the lexicon's, else what the words behind it tell."""
    choices = _BY_WORDS.get(type_)
    if type_ == "CONSULT" and place.reading and place.reading.form.part not in {"masdar", "noun"}:
        choices = _OF_A_MEETING
    if given is not None or choices is None:
        return given
    around = place.around
    end = min(around.passage.sentence(place.at)[1], place.behind + _REACH)
    first = max(around.passage.sentence(place.at)[0], place.at - _BEFORE.get(type_, 0))
    found = frozenset().union(*around.names[first:end]) if first < end else frozenset()
    return next((name for name, words in choices if words in found), None)
