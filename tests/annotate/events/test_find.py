"""Events as a whole: when, where, told again, planned or reported, and in no more time than a long text needs."""

import time as clock

from tests.annotate.events.scenes import DAY, found, quote, time


def test_a_headline_told_again_is_one_event_with_two_tellings() -> None:
    text = "*كندا* تطرد دبلوماسيين برتغاليين\n\nطردت *كندا* اليوم دبلوماسيين برتغاليين بعد أزمة طويلة على الصيد."
    events = [event for event in found(text) if event.type == "SANCTION"]
    assert [len(event.mentions) for event in events] == [2]


def test_the_same_act_on_another_day_is_another_event() -> None:
    text = "اعتقلت الشرطة طلابا في *أغادير* يوم الاثنين.\n\nواعتقلت الشرطة طلابا في *أغادير* يوم الجمعة."
    days = (time(text, "يوم الاثنين", "2016-05-02"), time(text, "يوم الجمعة", "2016-04-29"))
    assert [event.date.value for event in found(text, days) if event.date] == ["2016-05-02", "2016-04-29"]


def test_the_same_act_in_another_place_is_another_event() -> None:
    text = "اعتقلت الشرطة طلابا في *أغادير*.\n\nواعتقلت الشرطة طلابا في *طنجة*."
    assert [event.place.text for event in found(text) if event.place] == ["أغادير", "طنجة"]


def test_news_without_a_time_is_of_the_day_it_was_published() -> None:
    (event,) = found("طردت *كندا* سفير *البرتغال*.")
    assert event.date is not None
    assert (event.date.value, event.modality) == (DAY, "actual")


def test_what_is_planned_has_no_day_of_its_own() -> None:
    (event,) = found("ستفرض *اليابان* عقوبات على *الدنمارك*.")
    assert (event.modality, event.date) == ("planned", None)


def test_what_only_a_quote_tells_is_reported() -> None:
    text = "قال *سالم الوهيبي* إن الشرطة اعتقلت ثلاثة طلاب."
    said = quote(text, "قال", "سالم الوهيبي", "سالم الوهيبي", "إن الشرطة اعتقلت ثلاثة طلاب")
    (event,) = found(text, quotes=(said,))
    assert (event.modality, event.quote) == ("reported", "q1")


def test_ids_count_in_text_order() -> None:
    events = found("طردت *كندا* سفير *البرتغال*.\n\nوفرضت *اليابان* عقوبات على *الدنمارك*.")
    assert [event.id for event in events] == ["v1", "v2"]
    assert events[0].trigger.start < events[1].trigger.start


def test_texts_without_letters_have_no_events() -> None:
    assert [found(text) for text in ("", " \n ", "…", "12 / 3", "—\n\n—")] == [()] * 5


def test_time_grows_no_faster_than_the_text() -> None:
    pieces = ("اعتقلت ", "الشرطة ", "و", "الذي ", "من قبل ", "قال إن ", "الجيش الجيش، ", "طردت كندا سفيرا، ", "بين ")
    for piece in pieces:
        short, long = _seconds(piece * 400), _seconds(piece * 1600)
        assert long < 8 * short + 0.5, piece


def _seconds(text: str) -> float:
    begun = clock.process_time()
    found(text)
    return clock.process_time() - begun
