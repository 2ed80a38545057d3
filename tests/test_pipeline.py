"""What is looked for in an article, and what a page without an exact day gives."""

from typing import Any

import pytest

from marsad import UsageError, Wanted, read_bytes

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


@pytest.mark.parametrize("steps", [("quotes",), ("nonsense",), "times"])
def test_a_step_that_does_not_exist_is_wrong_usage(steps: Any) -> None:  # noqa: ANN401 - wrong on purpose
    with pytest.raises(UsageError, match="mentions, entities, times"):
        Wanted(steps=steps)


def test_a_step_that_was_not_asked_for_leaves_its_list_out() -> None:
    record = read_bytes(PAGE.format(date="14 آذار 2019").encode(), wanted=Wanted(steps=("times",)))
    assert (record.mentions, record.entities) == (None, None)
    assert record.times
