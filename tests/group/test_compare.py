"""Two texts compared: every stated edit is found, as what it is, and nothing beside it."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from marsad.group.compare import Comparison, compare, plain
from marsad.group.comparing_sides import Side
from marsad.records import Span

ARTICLES = tomllib.loads((Path(__file__).parent / "edited.toml").read_text("utf-8"))["article"]


class Version(NamedTuple):
    """A version of an article with the kind of edit that made it."""

    article: dict[str, Any]
    headline: str
    text: str
    kind: str
    words: str


def versions() -> Iterator[Version]:
    for article in ARTICLES:
        for edit in article["edits"]:
            yield made(article, edit)


def made(article: dict[str, Any], edit: dict[str, Any]) -> Version:
    headline, text = article["headline"], article["text"].strip()
    words = edit.get("move") or edit.get("append") or edit["old"]
    if "move" in edit:
        assert edit["move"] in text
        text = edit["move"] + "\n" + text.replace("\n" + edit["move"], "")
    elif "append" in edit:
        text += "\n" + edit["append"]
    else:
        whole = headline if edit.get("in") == "headline" else text
        assert whole.count(edit["old"]) == 1 or edit["old"].endswith("\n"), edit
        changed = (whole + "\n").replace(edit["old"], edit.get("new", "")).strip()
        headline, text = (changed, text) if whole is headline else (headline, changed)
    return Version(article, headline, text, edit["kind"], words.strip())


def read(headline: str, text: str, names: list[str]) -> Side:
    """The text with the names that a reader would find in it."""
    bare = plain(text, headline=headline)
    found = [Span(at, at + len(name)) for name in names for at in places(bare.text, name)]
    return Side(bare.text, bare.headline, bare.body, tuple(found), bare.quoted)


def places(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def compared(version: Version) -> Comparison:
    names = version.article["names"]
    before = read(version.article["headline"], version.article["text"].strip(), names)
    return compare(before, read(version.headline, version.text, names))


VERSIONS = list(versions())


@pytest.mark.parametrize("version", VERSIONS, ids=lambda one: f"{one.kind}: {one.words[:40]}")
def test_an_edit_is_found_as_what_it_is_and_nothing_beside_it(version: Version) -> None:
    assert compared(version).kinds == {version.kind}


def test_there_are_sixty_versions_and_every_kind_is_among_them() -> None:
    assert len(VERSIONS) >= 60
    assert len({one.kind for one in VERSIONS}) == 13


FIRST, SECOND, THIRD = (
    "أعلنت بلدية دير القمر فتح الطريق الجبلي أمام الشاحنات بعد إزالة الثلوج.",
    "وعملت خمس جرافات طوال الليل على شق الممر بين القريتين.",
    "وينصح السائقون بحمل السلاسل المعدنية حتى نهاية العاصفة.",
)


def test_a_text_differs_in_nothing_from_itself() -> None:
    text = plain(f"{FIRST}\n{SECOND}", headline="فتح الطريق الجبلي")
    found = compare(text, text)
    assert found.edits == ()
    assert (found.share_a, found.share_b, found.severity) == (1.0, 1.0, "none")
    assert [piece.status for piece in found.pieces] == ["kept", "kept"]


@pytest.mark.parametrize(("one", "other"), [("", ""), ("", FIRST), (FIRST, ""), ("…!", "؟"), ("\u0640\u064b", FIRST)])
def test_an_empty_text_has_nothing_in_common_with_any(one: str, other: str) -> None:
    found = compare(plain(one), plain(other))
    assert (found.share_a, found.share_b) == (0.0, 0.0)
    assert {edit.kind for edit in found.edits} <= {"addition", "deletion"}
    assert len(found.edits) == sum(text == FIRST for text in (one, other))


def test_spans_are_those_of_each_text() -> None:
    one, other = (
        plain(f"{FIRST}\n{SECOND}", headline="عنوان"),
        plain(f"{FIRST}\n{SECOND.replace('خمس', 'ست')}\n{THIRD}"),
    )
    found = compare(one, other)
    for side, spans in ((one, [edit.a for edit in found.edits]), (other, [edit.b for edit in found.edits])):
        assert all(span is None or side.text[span.start : span.end] == span.text for span in spans)
    assert [(edit.kind, edit.what) for edit in found.edits] == [
        ("headline", "missing"), ("number", ""), ("addition", ""),
    ]  # fmt: skip


def test_a_sentence_that_was_split_is_still_one() -> None:
    split = SECOND.replace(" على شق", ". وعملت على شق")
    found = compare(plain(f"{FIRST}\n{SECOND}\n{THIRD}"), plain(f"{FIRST}\n{split}\n{THIRD}"))
    assert [(piece.status, piece.moved) for piece in found.pieces] == [
        ("kept", False),
        ("changed", False),
        ("kept", False),
    ]
    assert found.kinds == {"wording"}


def test_comparing_the_other_way_round_turns_cut_into_added() -> None:
    long, short = plain(f"{FIRST}\n{SECOND}\n{THIRD}"), plain(f"{FIRST}\n{THIRD}")
    assert compare(long, short).kinds == {"deletion"}
    assert compare(short, long).kinds == {"addition"}
    assert compare(short, long).share_a == 1.0


def test_a_sentence_with_a_quote_weighs_more_than_one_without() -> None:
    quoted = "وقال رئيس البلدية: «لن نغلق الطريق مرة أخرى هذا الشتاء»."
    assert compare(plain(f"{FIRST}\n{quoted}"), plain(FIRST)).severity == "high"
    assert compare(plain(f"{FIRST}\n{THIRD}"), plain(FIRST)).severity == "medium"


def test_without_names_a_changed_name_is_a_changed_word() -> None:
    other = FIRST.replace("دير القمر", "دير النجم")
    assert compare(plain(FIRST), plain(other)).kinds == {"wording"}


def test_another_spelling_of_a_name_is_no_other_name() -> None:
    one, other = (
        read("", text, [name])
        for name, text in (("غورباتشوف", "زار غورباتشوف المدينة."), ("جورباتشوف", "زار جورباتشوف المدينة."))
    )
    assert compare(one, other).kinds == {"spelling"}


def test_two_texts_of_many_like_sentences_are_compared() -> None:
    one = "\n".join(f"وصلت الحافلة رقم {number} إلى محطة الركاب في موعدها." for number in range(400))
    found = compare(plain(one), plain(one.replace("رقم 7 إلى", "رقم 9999 إلى")))
    assert found.kinds == {"number"}


@pytest.mark.parametrize("text", ["كلمة " * 6000, "نعم. " * 3000, " ".join(f"كلمة{number}" for number in range(6000))])
def test_a_text_that_is_no_text_is_compared_too(text: str) -> None:
    found = compare(plain(text), plain(text + "وأخيرا انتهى."))
    assert found.share_a <= 1.0
    assert all(edit.kind in {"addition", "wording", "deletion"} for edit in found.edits)


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("افتتح المدير سامي حداد أمس المعرض الجديد.", "افتتح المدير أمس المعرض الجديد سامي حداد.", {"wording"}),
        ("وقع الحادث يوم 10/1/1436 في المدينة.", "وقع الحادث يوم 10 / 1 / 1436هـ في المدينة.", {"typography"}),
        ("بلغ عدد الموقوفين (45) رجلا.", "بلغ عدد الموقوفين (45) خمسة وأربعين رجلا.", {"typography"}),
        ("بلغ عدد الموقوفين (45) رجلا.", "بلغ عدد الموقوفين (45) ستة وأربعين رجلا.", {"number"}),
        ("وصل اثنان من الوزراء.", "وصل أحد الوزراء.", {"number"}),
        ("وصل الوزير اليوم إلى الميناء.", "وصل الوزير أمس الأول إلى الميناء.", {"date"}),
        ("وقال: «هذه هي الطريق التي اخترناها».", "وقال: «وهذه هي الطريق التي اخترناها».", {"wording"}),
        ("وصل إلى المطار عند الظهر.", "وصل الى المطار عند الظهر", {"spelling", "typography"}),
    ],
)
def test_what_is_the_same_in_another_place_or_writing_is_no_other_thing(one: str, other: str, kinds: set[str]) -> None:
    found = compare(read("", one, ["سامي حداد"]), read("", other, ["سامي حداد"]))
    assert found.kinds == kinds
