"""What an event is about, by the words of its sentence."""

import pytest

from marsad.annotate.events.contexts import contexts
from marsad.text.fold import fold_key


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("التقى السفير نظيره في السفارة", "diplomatic"),
        ("قصف الجيش مواقع بالصواريخ", "military"),
        ("اقترضت الحكومة من البنك لسد عجز الميزانية", "economic"),
        ("قضت المحكمة في الدعوى", "legal"),
        ("منظمة حقوق الإنسان", "human_rights"),
        ("وفتحت مراكز الاقتراع أبوابها للناخبين", "election"),
        ("وصل آلاف اللاجئين والنازحين", "migration"),
        ("تفشي الكوليرا في المخيم", "disease"),
        ("اتهموه بالفساد والرشوة", "corruption"),
        ("ضبطوا كمية من المخدرات", "illegal_drugs"),
    ],
)
def test_words_tell_the_context(words: str, name: str) -> None:
    assert name in contexts(fold_key(words).split())


def test_at_most_four_in_the_order_of_the_list() -> None:
    found = contexts(fold_key("السفير والجيش والبنك والمحكمة والانتخابات واللاجئون والفساد").split())
    assert len(found) <= 4
    assert found.index("diplomatic") < found.index("military")


def test_no_words_no_context() -> None:
    assert contexts([]) == ()
    assert contexts(fold_key("جلس الرجل على الكرسي").split()) == ()
