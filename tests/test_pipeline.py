"""What is looked for in an article, and what a page without an exact day gives."""

from typing import Any

import pytest

from marsad import UsageError, Wanted, annotated, read_bytes
from marsad.annotate import STEPS
from marsad.annotate.annotator import first_line

PAGE = (
    '<html lang="ar"><head><title>بلدية الحلة تفتتح سوقا جديدا</title></head>'
    "<body><h1>بلدية الحلة تفتتح سوقا جديدا</h1><p>{date}</p>"
    "<p>افتتحت بلدية الحلة أمس سوقا جديدا للخضار في وسط المدينة، بعد أعمال استمرت عاما كاملا بحضور سكان الأحياء.</p>"
    "<p>وقال مدير البلدية كاظم الربيعي إن السوق يضم مئة محل، وإن الأجور ستبقى كما كانت طوال العام.</p></body></html>"
)
LISTS = Wanted(engine="lists")


@pytest.mark.parametrize(("date", "value"), [("14 آذار 2019", "2019-03-13"), ("آذار 2019", None), ("", None)])
def test_yesterday_needs_a_day_to_count_from(date: str, value: str | None) -> None:
    record = read_bytes(PAGE.format(date=date).encode(), wanted=LISTS)
    yesterday = next(time for time in record.times or () if time.text == "أمس")
    assert yesterday.value == value


@pytest.mark.parametrize("steps", [("sounds",), ("nonsense",), "times"])
def test_a_step_that_does_not_exist_is_wrong_usage(steps: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with pytest.raises(UsageError, match="mentions, entities, times"):
        Wanted(steps=steps)


def test_a_step_that_was_not_asked_for_leaves_its_list_out() -> None:
    record = read_bytes(PAGE.format(date="14 آذار 2019").encode(), wanted=Wanted(steps=("times",)))
    assert (record.mentions, record.entities) == (None, None)
    assert record.times


def page() -> bytes:
    return PAGE.format(date="14 آذار 2019").encode()


def test_a_step_brings_along_what_it_reads() -> None:
    record = read_bytes(page(), wanted=Wanted(("quotes",), "lists"))
    assert record.quotes
    assert None not in (record.mentions, record.entities, record.times)
    assert record.events is None
    record = read_bytes(page(), wanted=Wanted(("mentions",), "lists"))
    assert record.entities is not None  # each names the other
    assert (record.times, record.quotes) == (None, None)


def test_what_a_step_finds_does_not_depend_on_the_others() -> None:
    everything = read_bytes(page(), wanted=LISTS)
    for step in STEPS:
        alone = read_bytes(page(), wanted=Wanted((step,), "lists"))
        assert getattr(alone, step) == getattr(everything, step)
        assert alone.warnings == everything.warnings


def test_lists_of_other_steps_stay() -> None:
    with_times = read_bytes(page(), wanted=Wanted(("times",), "lists"))
    both = annotated(with_times, Wanted(("mentions",), "lists"))
    assert both.times == with_times.times
    assert both.mentions is not None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("الوزير: لن ننسحب\n\nقال الوزير إنه باق.", True),
        ("الوزير: لن ننسحب", True),  # a line without an end mark is a headline
        ("الوزير: لن ننسحبَ\u200f", True),
        ("الوزير: لن ننسحب.\u200f", False),
        ("الوزير: لن ننسحب.", False),
        ("الوزير: «لن ننسحب»", False),
        ("الوزير: «لن ننسحب»\n\nوصل الوزير أمس.", True),
        ("كلمة " * 60, False),
        ("", False),
        ("\n\nالوزير", False),
    ],
)
def test_a_first_line_without_an_end_mark_is_a_headline(text: str, said: bool) -> None:
    first = text.partition("\n")[0].rstrip()
    assert first_line(text) == (len(first) if said else 0)
