"""Through which channel words came: its exact words, its kind, its platform, and how long it holds."""

import pytest

from marsad.annotate import annotator
from marsad.records import Quote


def quotes(text: str) -> tuple[Quote, ...]:
    return annotator("fast")(text).quotes or ()


def channels(text: str) -> list[tuple[str, str, str | None] | None]:
    found = (one.channel for one in quotes(text))
    return [(one.text, one.kind, one.platform) if one else None for one in found]


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("وقالت الوزارة في بيان إن الطريق مغلق.", ("في بيان", "statement", None)),
        ("وقال الوزير في مؤتمر صحفي إن الطريق مغلق.", ("في مؤتمر صحفي", "press-conference", None)),
        ("وقال الوزير في مقابلة مع صحيفة الحياة إن الطريق مغلق.", ("في مقابلة مع صحيفة الحياة", "interview", None)),
        ("وقال الوزير في كلمة متلفزة إن الطريق مغلق.", ("في كلمة متلفزة", "broadcast", None)),
        ("وقال الوزير في اتصال هاتفي إن الطريق مغلق.", ("في اتصال هاتفي", "phone", None)),
        ("وقال الوزير أمام البرلمان إن الطريق مغلق.", ("أمام البرلمان", "parliament", None)),
        ("وقال الوزير في خطاب إن الطريق مغلق.", ("في خطاب", "speech", None)),
        ("وقال الوزير في رسالة إن الطريق مغلق.", ("في رسالة", "letter", None)),
    ],
)
def test_a_channel_is_its_words_and_its_kind(text: str, channel: tuple[str, str, str | None]) -> None:
    assert channels(text) == [channel]


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("وقال الوزير على صفحته الرسمية في فيسبوك إن الطريق مغلق.", ("على صفحته الرسمية في فيسبوك", "facebook")),
        ("وقالت الوزيرة على صفحتها الرسمية في فيسبوك إن الطريق مغلق.", ("على صفحتها الرسمية في فيسبوك", "facebook")),
        ("وقالت الوزيرة عبر حسابها الموثق على تويتر إن الطريق مغلق.", ("عبر حسابها الموثق على تويتر", "x")),
        ("وقال الوزير عبر منصة إكس إن الطريق مغلق.", ("عبر منصة إكس", "x")),
        ("وقال الوزير عبر تطبيق تلغرام إن الطريق مغلق.", ("عبر تطبيق تلغرام", "telegram")),
    ],
)
def test_a_page_or_account_is_a_social_medium_and_names_its_platform(text: str, channel: tuple[str, str]) -> None:
    words, platform = channel
    assert channels(text) == [(words, "social-media", platform)]


def test_an_outlet_that_is_told_is_the_channel() -> None:
    assert channels("وقال الوزير لصحيفة الحياة إن الطريق مغلق.") == [("صحيفة الحياة", "outlet", None)]


def test_a_channel_stands_in_front_of_its_cue_or_behind_the_words_as_well() -> None:
    assert channels("وفي بيان، قالت الوزارة إن الطريق مغلق.") == [("في بيان", "statement", None)]
    assert channels('"الطريق مغلق"، قالت الوزارة في بيان.') == [("في بيان", "statement", None)]


def test_a_channel_is_never_guessed() -> None:
    assert channels("وقال الوزير إن البيان صدر أمس، وإن المقابلة نشرت في صحيفة الحياة.") == [None]


def test_what_the_same_speaker_adds_came_through_the_same_channel() -> None:
    text = "وقالت الوزارة في بيان إن الطريق مغلق. وأضافت أن العمل بدأ."
    assert channels(text) == [("في بيان", "statement", None)] * 2


def test_a_new_speaker_ends_a_channel() -> None:
    text = "وقالت الوزارة في بيان إن الطريق مغلق. وقال السكان إن العمل لم يبدأ."
    assert channels(text) == [("في بيان", "statement", None), None]


def test_a_speaker_who_is_named_again_begins_anew() -> None:
    text = "وقال الوزير في بيان إن الطريق مغلق. وقال الوزير إن العمل بدأ."
    assert channels(text) == [("في بيان", "statement", None), None]


def test_a_press_conference_lasts_for_whoever_speaks_there() -> None:
    text = "وقال الوزير في مؤتمر صحفي إن الطريق مغلق. وقال الوزير إن العمل بدأ. وقال السكان إنه لم يبدأ."
    assert channels(text) == [("في مؤتمر صحفي", "press-conference", None)] * 2 + [None]


def test_a_sentence_of_its_own_names_the_channel_of_what_was_said_before() -> None:
    text = "وقال الوزير إن الطريق مغلق. جاء ذلك في مؤتمر صحفي. وأضاف أن العمل بدأ."
    assert channels(text) == [("في مؤتمر صحفي", "press-conference", None)] * 2


def test_an_occasion_tells_less_than_what_is_said_at_it() -> None:
    assert channels("وقال الوزير في كلمة له خلال حفل افتتاح الطريق إن العمل انتهى.") == [("في كلمة", "speech", None)]


def test_a_crowd_in_front_of_a_court_does_not_speak_to_it() -> None:
    (one,) = quotes("وتجمع الأهالي أمام المحكمة مطالبين بالكشف عن مصير أبنائهم.")
    assert (one.channel, one.addressee) == (None, None)


def test_the_words_of_a_channel_stand_at_its_place_in_the_text() -> None:
    text = "وقالت الوزيرة، عبر حسابها الموثق على تويتر، إن الطريق مغلق."
    channel = quotes(text)[0].channel
    assert channel
    assert text[channel.start : channel.end] == channel.text


def test_behind_a_comma_the_clause_of_a_cue_may_go_on_with_who_was_told() -> None:
    text = "الطريق مغلق، وفق ما صرح به الناطق باسم الشرطة، خالد القحطاني، لوكالة رويترز."
    assert channels(text) == [("وكالة رويترز", "agency", None)]


def test_a_page_that_is_named_as_the_source_carries_the_words_of_whom_it_belongs_to() -> None:
    (one,) = quotes("أغلقت السلطات الطريق الساحلي أمس، وفق ما جاء في الصفحة الرسمية لوزارة النقل.")
    assert one.channel
    assert (one.speaker_name, one.channel.kind) == ("وزارة النقل", "social-media")


def test_a_preposition_of_what_is_said_is_no_part_of_the_channel() -> None:
    text = "وأشار الأعضاء في مداخلاتهم إلى قصور المشروع."
    assert channels(text) == [("في مداخلاتهم", "speech", None)]
