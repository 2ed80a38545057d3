"""The lists of those who speak and of what carries words: every form of a noun, and nothing twice."""

from collections import Counter

import pytest

from marsad.annotate.lists.channels import carrier, platform
from marsad.annotate.lists.pointing import meaning, pointing
from marsad.annotate.lists.speakers import gender_of, speaker_noun, speaker_phrase
from marsad.annotate.lists.tables import rows
from marsad.text.fold import fold_key

KINDS = {"person", "group", "institution", "document", "outlet", "anonymous"}
ROLES = {"", "office", "spokesman", "relative", "part"}


def said(word: str) -> str | None:
    one = speaker_noun(fold_key(word))
    return one and f"{one.noun} {one.gender}{one.number}"


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("الوزير", "وزير ms"),
        ("الوزيرة", "وزيرة fs"),
        ("الوزراء", "وزير mp"),
        ("المتظاهرين", "متظاهر mp"),
        ("مسؤولان", "مسؤول md"),
        ("مسؤولا", "مسؤول m"),
        ("للوزارة", "وزارة fs"),
        ("صديقتها", "صديقة fs"),
        ("الطاولة", None),
    ],
)
def test_a_noun_is_known_in_all_its_forms(word: str, read: str | None) -> None:
    assert said(word) == read


def test_a_word_with_his_pronoun_may_be_a_woman() -> None:
    one = speaker_noun(fold_key("زميله"))
    assert one
    assert (one.gender, one.owner) == ("", "ه")


def test_two_words_may_be_one_noun() -> None:
    one = speaker_phrase(fold_key("شاهد"), fold_key("عيان"))
    assert one
    assert one.kind == "anonymous"


def test_every_line_of_the_list_is_well_formed() -> None:
    lines = list(rows("speakers.tsv"))
    assert [noun for noun, count in Counter(tuple(line[:2]) for line in lines).items() if count > 1] == []
    assert [line for line in lines if line[3] not in KINDS or line[5] not in ROLES or line[2] not in {"m", "f"}] == []


def test_words_that_point_are_words_of_the_list() -> None:
    names = [*pointing("any_person"), *pointing("any_body"), *pointing("any_name"), *pointing("guests")]
    assert [name for name in names if speaker_noun(fold_key(name)) is None] == []
    assert meaning("رئيس حكومة") == meaning("رئيس وزراء")


def test_given_names_tell_the_gender() -> None:
    assert [gender_of(fold_key(name)) for name in ("محمد", "فاطمة", "طاولة")] == ["m", "f", ""]


@pytest.mark.parametrize(
    ("words", "kind"),
    [("بيان", "statement"), ("مؤتمر صحفي", "press-conference"), ("كلمة متلفزة", "broadcast"), ("طاولة", None)],
)
def test_what_carries_words_has_a_kind(words: str, kind: str | None) -> None:
    found = carrier(fold_key(words).split())
    assert (found.kind if found else None) == kind


@pytest.mark.parametrize(
    "name", ["تويتر", "إكس", "فيسبوك", "إنستغرام", "انستجرام", "يوتيوب", "واتساب", "تيك توك", "تلغرام"]
)
def test_a_platform_has_one_name(name: str) -> None:
    found = platform(fold_key(name).split())
    assert found
    assert found[0] in {"x", "facebook", "instagram", "youtube", "whatsapp", "tiktok", "telegram"}
