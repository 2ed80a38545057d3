"""Paragraphs as tokens: sentences, marks, names and times by place."""

import pytest

from marsad.annotate.grammar import passages
from marsad.records import Mention, Time


def marks(text: str) -> list[tuple[str, str]]:
    """The marked stretches of a text: their words and their style; an open one ends with …"""
    found = []
    for passage in passages(text):
        for pair in passage.marks:
            inside = passage.slice(pair.open + 1, pair.close if pair.close is not None else len(passage.tokens))
            found.append((inside if pair.close is not None else inside + "…", pair.style))
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("قال «لن نرحل» ومضى", [("لن نرحل", "angle")]),
        ("قال “لن نرحل” ومضى", [("لن نرحل", "curly")]),
        ("قال ”لن نرحل“ ومضى", [("لن نرحل", "curly")]),
        ('قال "لن نرحل" ومضى', [("لن نرحل", "straight")]),
        ("قال ‘لن نرحل’ ومضى", [("لن نرحل", "single")]),
        ("قال ‹لن نرحل› ومضى", [("لن نرحل", "angle")]),
        ('حركة "نور" قالت "لن نرحل"', [("نور", "straight"), ("لن نرحل", "straight")]),
        ('قال "لن نرحل', [("لن نرحل…", "straight")]),
        ('قال "لن نرحل ثم "لن نعود" ومضى', [('لن نرحل ثم "لن نعود" ومضى…', "straight"), ("لن نعود", "straight")]),
        ("قال “حركة “نور” لن ترحل” ومضى", [("حركة “نور” لن ترحل", "curly"), ("نور", "curly")]),
        ('قال «حركة "نور" لن ترحل»', [('حركة "نور" لن ترحل', "angle"), ("نور", "straight")]),
        ('عاصفة بـ"حزم" مضت', [("حزم", "straight")]),
        ('قال:" لن نرحل" ومضى', [("لن نرحل", "straight")]),
        ("قال »لن نرحل« ومضى", [("لن نرحل", "angle")]),
        ("O'Neill قال ذلك", []),
        ("قال ذلك» ومضى", []),
    ],
)
def test_marks_pair_by_what_they_touch(text: str, wanted: list[tuple[str, str]]) -> None:
    assert marks(text) == wanted


def test_a_sentence_does_not_end_inside_marked_speech() -> None:
    (passage,) = passages("قال الوزير «لن نرحل. سنبقى هنا». ثم مضى.")
    assert [passage.tokens[index].text for index in passage.breaks] == ["قال", "ثم"]
    assert passage.sentence(4) == (0, passage.breaks[1])


def test_marks_that_lie_far_apart_do_not_hold_a_paragraph_together() -> None:
    (passage,) = passages("قال «كلمة. " + "مضى اليوم. " * 300 + "انتهى»")
    assert len(passage.breaks) > 300


def test_passages_are_the_paragraphs_that_hold_anything() -> None:
    text = "عنوان\n\n  \nفقرة أولى\n"
    found = passages(text)
    assert [text[one.start : one.end] for one in found] == ["عنوان", "فقرة أولى"]
    assert [one.number for one in found] == [0, 1]


def test_names_and_times_are_found_by_place() -> None:
    text = "زار سامر الحداد بيروت أمس"
    names = [
        Mention("m1", 4, 15, "سامر الحداد", "PER", "name", "e1", "test"),
        Mention("m2", 16, 21, "بيروت", "LOC", "name", "e2", "test"),
        Mention("m3", 4, 8, "سامر", "PER", "part", "e1", "test"),
    ]
    (passage,) = passages(text, names, [Time(22, 25, "أمس", None, "relative", "test")])
    assert [(found[2].id, found[:2]) if (found := passage.mention_at(i)) else None for i in range(5)] == [
        None, ("m1", (1, 3)), ("m1", (1, 3)), ("m2", (3, 4)), None,
    ]  # fmt: skip
    moment = passage.time_at(4)
    assert moment
    assert moment[2].text == "أمس"
    assert passage.at(17) == 3


@pytest.mark.parametrize(
    "hostile", ["", " \n \n", '"' * 5_000, "«" * 5_000 + "»" * 5_000, "قال: " * 5_000, "a'b " * 999]
)
def test_hostile_texts_keep_their_offsets(hostile: str) -> None:
    for passage in passages(hostile):
        assert all(hostile[token.start : token.end] == token.text for token in passage.tokens)
        assert passage.tokens[-1].end <= passage.end
