"""To whom it was said, and who only passes it on."""

import pytest

from marsad.annotate import annotator
from marsad.records import Quote


def quotes(text: str) -> tuple[Quote, ...]:
    return annotator("fast")(text).quotes or ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("وقال الوزير للصحفيين إن الطريق مغلق.", "للصحفيين"),
        ("وأبلغ الوزير النواب أن الطريق مغلق.", "النواب"),
        ("وقال الوزير في رسالة إلى مجلس الأمن إن الطريق مغلق.", "مجلس الأمن"),
    ],
)
def test_whoever_is_told_is_the_addressee(text: str, told: str) -> None:
    (one,) = quotes(text)
    assert one.addressee
    assert one.addressee.text == told


def test_an_outlet_that_is_told_is_no_addressee() -> None:
    (one,) = quotes("وقال الوزير لصحيفة الحياة إن الطريق مغلق.")
    assert one.addressee is None


def test_of_an_office_the_body_belongs_to_it() -> None:
    (one,) = quotes("وقال المدير العام للشركة إن الطريق مغلق.")
    assert one.addressee is None


def test_whoever_relays_is_the_reporter_and_not_the_speaker() -> None:
    (one,) = quotes("ونقلت وكالة رويترز عن مسؤول قوله إن الطريق مغلق.")
    assert one.reporter
    assert (one.reporter.text, one.speaker_name) == ("وكالة رويترز", "مسؤول")


def test_journalists_behind_the_speaker_do_not_belong_to_him() -> None:
    (one,) = quotes("وقال الوزير للصحافيين إن الطريق مغلق.")
    assert one.source
    assert one.source.text == "الوزير"


def test_the_object_of_a_verb_of_telling_is_addressed_by_its_participle() -> None:
    (one,) = quotes('خبر اليوم.\n\nوخاطب البابا الشباب قائلا: "لا تخافوا من المستقبل".')
    assert one.addressee
    assert (one.speaker_name, one.addressee.text) == ("البابا", "الشباب")
