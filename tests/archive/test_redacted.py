"""What is kept back is in no part of a record, in no spelling, and every offset fits what is handed out."""

import dataclasses
import json
import types
import typing
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.archive.hiding import MARK, Hider
from marsad.archive.redacted import NOT_WORDS, redacted
from marsad.archive.redaction import KINDS, Redaction, RedactionKind
from marsad.pipeline import Wanted, read_bytes
from marsad.records import Record, from_json, to_json

TEXT = (
    "لافروف يزور بيروت\n\nقال وزير الخارجية الروسي سيرغي لافروف في بيروت أمس إن بلاده مستعدة للحوار.\n\n"
    "وأضاف لافروف في مؤتمر صحفي أن سيرجي لافروف الآخر لا يعنيه، وللافروف رأي. والتقى كيري لافروف في بيروت.\n\n"
    "اقرأ أيضا: سيرة لافروف\n\nوسوم: لافروف، بيروت\n"
)


def redaction(words: str, kind: RedactionKind = "name", article: str | None = None) -> Redaction:
    """A decision, as it stands in an archive."""
    return Redaction(1, kind, words, article, "closed", "2026-03-10T09:00:00Z", "طلب")


def data(text: str = TEXT) -> dict[str, Any]:
    """A record with everything that is found in it."""
    wanted = Wanted(engine="lists")
    found = read_bytes(text.encode(), uri="لافروف.txt", media_type="text/plain", any_page=True, wanted=wanted)
    return to_json(found)


def fits(found: dict[str, Any]) -> bool:
    """Whether it is a record, and all words that stand beside offsets are those that stand there."""
    text = found["article"]["text"]
    from_json(found)
    return all(
        text[noun["start"] : noun["end"]] == noun["text"] for noun in nouns(found) if {"start", "text"} <= noun.keys()
    )


def nouns(part: object) -> list[dict[str, Any]]:
    """All objects in it."""
    if isinstance(part, dict):
        return [part, *(one for value in part.values() for one in nouns(value))]
    return [one for value in part for one in nouns(value)] if isinstance(part, list) else []


@pytest.mark.parametrize(
    ("kept_back", "text", "left"),
    [
        ("سامر الحداد", "قال سامر الحداد إن", "قال […] إن"),
        ("سامر الحداد", "وسامر الحدّاد، لسامر الحداد", "[…]، […]"),
        ("سامر الحداد", "سامِر الحدَّاد سـامر الحـداد", "[…] […]"),
        ("سامر الحداد", "#سامر_الحداد سا\u200bمر\u00a0الحداد", "#[…] […]"),
        ("سامر الحداد", "سامر\nالحداد", "سامر\nالحداد"),
        ("سامر الحداد", "سامر وحده، والحداد وحده", "سامر وحده، والحداد وحده"),
        ("سامر الحداد", "سامر (الحداد)", "[…])"),
        ("سيرغي", "سيرجي وسيرغي وسيرغيه", "[…] […] وسيرغيه"),
        ("عبد الله سالم", "عبدالله سالم وعبد الله سالم", "[…] […]"),
        ("عبدالله سالم", "عبد الله سالم", "[…]"),
        ("إدلب", "ادلب وبإدلب والادلبي", "[…] […] والادلبي"),
        ("John Smith", "said JOHN Smith; @john_smith", "said […]; @[…]"),
        ("سامر", "https://a.example/%D8%B3%D8%A7%D9%85%D8%B1/1 نص", "[…] نص"),
        ("سامر", "https://a.example/سامر/1", "https://a.example/[…]/1"),
        ("سامر", "نص بلا اسم", "نص بلا اسم"),
        ("٢٠١٥", "عام 2015", "عام […]"),
    ],
)
def test_words_are_found_in_every_form(kept_back: str, text: str, left: str) -> None:
    assert Hider([kept_back]).text(text) == left


def test_words_alone_have_no_other_spellings_of_names() -> None:
    assert Hider([], ["سيرغي"]).text("سيرجي ولسيرغي") == "سيرجي […]"


def test_a_name_takes_along_all_that_the_article_calls_its_bearer() -> None:
    found = redacted(data(), [redaction("سيرغي لافروف")])
    assert fits(found)
    assert "لافروف" not in json.dumps(found, ensure_ascii=False)
    assert found["article"]["headline"] == f"{MARK} يزور بيروت"
    assert found["article"]["text"].startswith(found["article"]["headline"] + "\n\n")
    assert "بيروت" in found["article"]["text"]
    assert found["origin"]["uri"] == f"{MARK}.txt"
    (who,) = [one for one in found["entities"] if one["name"] == MARK]
    assert {who[name] for name in ("wikidata", "country", "office", "sector", "location")} == {None}
    assert any(quote["speaker_name"] == MARK for quote in found["quotes"])
    assert (found["origin"]["sha256"], found["origin"]["bytes"]) == ("", 0)


def test_a_thing_is_kept_back_by_its_id() -> None:
    whole = data()
    wikidata = next(one["wikidata"] for one in whole["entities"] if "لافروف" in one["name"])
    assert wikidata
    for words in (wikidata, f"wikidata:{wikidata}"):
        found = redacted(whole, [redaction(words, "entity")])
        assert fits(found)
        assert "لافروف" not in json.dumps(found, ensure_ascii=False).replace("سيرجي لافروف", "")
    assert redacted(whole, [redaction("Q1", "entity")]) is whole


def test_a_place_is_kept_back_on_the_map_too() -> None:
    found = redacted(data(), [redaction("بيروت")])
    assert fits(found)
    assert "بيروت" not in json.dumps(found, ensure_ascii=False)
    assert all(one["location"] is None for one in found["entities"] if one["name"] == MARK)
    assert "لافروف" in found["article"]["text"]


def test_words_alone_leave_the_rest_of_the_name() -> None:
    found = redacted(data(), [redaction("سيرغي", "words")])
    assert fits(found)
    assert "لافروف" in found["article"]["text"]
    assert "سيرغي" not in json.dumps(found, ensure_ascii=False)
    assert {one["wikidata"] for one in found["entities"] if MARK in one["name"]} == {None}


def test_what_holds_nothing_of_it_stays_itself() -> None:
    whole = data()
    assert redacted(whole, [redaction("مدريد")]) is whole


@given(st.lists(st.sampled_from(sorted(set(TEXT.split()))), min_size=1, max_size=4), st.sampled_from(KINDS[:2]))
def test_offsets_fit_whatever_is_kept_back(words: list[str], kind: RedactionKind) -> None:
    whole = data()
    found = redacted(whole, [redaction(word, kind) for word in words])
    assert fits(found)
    assert redacted(found, [redaction(word, kind) for word in words])["article"]["text"] == found["article"]["text"]


def filled(kind: Any, words: str) -> Any:  # noqa: ANN401 - whatever a field holds
    """A value of a type in which every text is `words`."""
    if dataclasses.is_dataclass(kind):
        made = {name: filled(hint, words) for name, hint in get_type_hints(kind).items()}
        made |= {"start": 0, "end": len(words)} if "start" in made else {}
        return kind(**made)  # type: ignore[operator]
    if get_origin(kind) in {typing.Union, types.UnionType}:
        return filled(get_args(kind)[0], words)
    if get_origin(kind) is tuple:
        return (filled(get_args(kind)[0], words),)
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    return {str: words, int: 1, float: 1.0, bool: False}[kind]


def test_no_field_of_the_record_lets_it_through() -> None:
    """A field that is added later is filled here by itself: it is looked through, or listed as having no words."""
    words = "سامر الحداد"
    found = redacted(to_json(filled(Record, words)), [redaction(words)])
    left = {
        name
        for noun in nouns(found)
        for name, value in noun.items()
        if (value == words or (isinstance(value, list) and words in value))
    }
    assert left == {
        "schema", "id", "entity", "kind", "made_by", "speaker", "within", "paraphrase_of", "quote", "value", "earliest",
        "latest", "mode", "language", "fetched_at", "media_type", "encoding", "contexts", "mentions",
    }  # fmt: skip
    assert left <= NOT_WORDS
    assert found["article"]["text"] == found["article"]["headline"] == found["quotes"][0]["speaker_name"] == MARK
