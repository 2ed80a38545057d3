"""The lexicon of acts: every line can be read, every condition means something, every type is there."""

import tomllib
from importlib.resources import files
from typing import get_args

import pytest

from marsad.annotate.events.conditions import _FORMS, _SLOTS
from marsad.annotate.lists.acts import Condition, endings, entries, light_verbs, phrases, word_classes
from marsad.annotate.lists.tables import rows
from marsad.annotate.lists.verbs import verbs
from marsad.kinds import EventType

SENSES = [entry for senses in entries().values() for entry in senses]
SENSES += [entry for several in phrases().values() for _, senses in several for entry in senses]
PREPOSITIONS = {"ب", "ل", "على", "إلى", "من", "عن", "في", "مع", "ضد", "لدى", "بين", "أمام"}
CLASSES = set(tomllib.loads(files("marsad.data").joinpath("act_words.toml").read_text("utf-8")))
COMPUTED = {"people", "party_any", "official", "officeholder", "force", "country", "number", "nation"}  # vocabulary.py
CARRIED = {name for verbs_ in light_verbs().values() for verb in verbs_ for name in verb.classes}
MODES = {
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "RETREAT": {"withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {"seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
               "misinformation", "cyber"},
    "ASSAULT": {"abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
                "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"},
}  # fmt: skip


def test_all_types_are_there() -> None:
    assert {entry.type for entry in SENSES if entry.type} == set(get_args(EventType))


def test_modes_are_those_of_their_type() -> None:
    wrong = {
        (entry.type, entry.mode) for entry in SENSES if entry.mode and entry.mode not in MODES.get(str(entry.type), ())
    }
    assert not wrong


def test_verbs_of_acts_are_listed_verbs() -> None:
    listed = set(verbs())
    assert not {entry.lemma for entry in SENSES if "n" not in entry.parts} - listed
    assert not set(light_verbs()) - listed


def test_nouns_of_acts_are_listed_nouns() -> None:
    listed = {row[0] for row in rows("nouns.tsv")}
    assert not {entry.lemma for entry in SENSES if entry.parts == "n" and " " not in entry.lemma} - listed


def test_parts_are_known() -> None:
    assert all(set(entry.parts) <= set("vmpn") and entry.parts for entry in SENSES)


def test_slots_of_frames_are_places() -> None:
    known = PREPOSITIONS | {"subject", "object", "حول", "بشأن", "إزاء", "تجاه", "حيال", "قرب", "باتجاه", "صوب", "نحو",
                            "داخل", "فوق", "بحق", "لصالح", "في حق", "في وجه", "إلى جانب"}  # fmt: skip
    assert not {slot for entry in SENSES for slot in (*entry.frame.actor, *entry.frame.recipient)} - known


def conditions() -> list[Condition]:
    return [condition for entry in SENSES for condition in entry.conditions]


def test_conditions_ask_for_known_places() -> None:
    known = set(_FORMS) | set(_SLOTS) | {"carrier", "near", "object"} | PREPOSITIONS
    assert not {condition.slot for condition in conditions()} - known


def test_conditions_name_classes_that_exist() -> None:
    named = {condition.words for condition in conditions() if condition.slot != "carrier"} - {""}
    assert not named - CLASSES - COMPUTED
    assert not {condition.words for condition in conditions() if condition.slot == "carrier"} - CARRIED - {""}


def test_no_class_is_empty() -> None:
    lists = tomllib.loads(files("marsad.data").joinpath("act_words.toml").read_text("utf-8"))
    assert all(lists.values())


@pytest.mark.parametrize(
    ("word", "name", "clitic"),
    [("عقوبات", "sanctions", ""), ("بالقذائف", "missiles", "ب"), ("وحدوده", "crossing", ""), ("للمحكمه", "court", "ل")],
)
def test_words_are_found_without_clitics_articles_and_pronouns(word: str, name: str, clitic: str) -> None:
    found = word_classes(word)
    assert name in found.names
    assert found.clitic == clitic


def test_endings_follow_the_gender() -> None:
    assert set(endings("غاره")) >= {"غاره", "غارات", "غارتين"}
    assert set(endings("مهاجر")) >= {"مهاجرين", "مهاجرون", "مهاجرا"}
