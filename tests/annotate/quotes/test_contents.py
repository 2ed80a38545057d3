"""How far words reach, which of them stand in marks, and that no text makes reading slow."""

import time
from collections.abc import Callable

import pytest

from marsad.annotate.quotes.attribution import Attribution
from marsad.annotate.quotes.spans import Spans

Read = Callable[..., list[Attribution]]


def parts(text: str, found: list[Attribution]) -> list[list[tuple[str, str]]]:
    return [[(text[part.start : part.end], part.mode) for part in one.content] for one in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("وقال الوزير إن الجسر قديم. وفتحت الطريق.", "إن الجسر قديم"),
        ("وقال الوزير إن الجسر قديم، في إشارة إلى عمره الطويل.", "إن الجسر قديم"),
        ("وقال الوزير إن الجسر قديم، بحسب الصحيفة.", "إن الجسر قديم"),
        ("وقال الوزير إن الجسر قديم، فيما فتحت الطريق.", "إن الجسر قديم"),
        ("وقال الوزير إن الجسر قديم وإن الطريق ضيقة.", "إن الجسر قديم وإن الطريق ضيقة"),
        ("وقال الوزير إن الجسر قديم، وإن الطريق ضيقة.", "إن الجسر قديم، وإن الطريق ضيقة"),
        ("وقال الوزير (سبعون عاما) إن الجسر قديم.", "إن الجسر قديم"),
        ("وقال الوزير الذي زار الجسر أمس إنه قديم.", "إنه قديم"),
        ("وأشار الوزير إلى أن الجسر قديم.", "أن الجسر قديم"),
        ("ونوه الوزير بأن الجسر قديم.", "أن الجسر قديم"),
        ("وأوضح الوزير في رده على سؤال حول «أسباب إغلاق الجسر القديم»، أن الجسر ضيق.", "أن الجسر ضيق"),
        ("وتابع حديثه: «الجسر قديم».", "الجسر قديم"),
    ],
)
def test_a_clause_ends_where_the_writer_goes_on(read: Read, text: str, words: str) -> None:
    assert [part[0][0] for part in parts(text, read(text))][:1] == [words]


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("وقال الوزير إن «الجسر قديم جدا».", "direct", [("الجسر قديم جدا", "direct")]),
        (
            "وقال الوزير إن حي «النور» قديم.",
            "mixed",
            [("إن حي", "indirect"), ("النور", "direct"), ("قديم", "indirect")],
        ),
        ("وقال الوزير إن صحيفة «النور» قديمة.", "indirect", [("إن صحيفة «النور» قديمة", "indirect")]),
        ("وقال الوزير: “الجسر قديم جدا”.", "direct", [("الجسر قديم جدا", "direct")]),
        ("وقال الوزير: ‹الجسر قديم جدا›.", "direct", [("الجسر قديم جدا", "direct")]),
        ("وقال الوزير: ”الجسر قديم جدا“.", "direct", [("الجسر قديم جدا", "direct")]),
        ('وقال الوزير: «جسر "النور" قديم».', "direct", [('جسر "النور" قديم', "direct")]),
        ("وقال الوزير إن» الجسر قديم جدا».", "direct", [("الجسر قديم جدا", "direct")]),
    ],
)
def test_marks_decide_the_kind(read: Read, text: str, kind: str, wanted: list[tuple[str, str]]) -> None:
    found = read(text)
    assert [one.kind for one in found] == [kind]
    assert parts(text, found) == [wanted]


def test_every_span_lies_in_the_text_and_in_order(read: Read) -> None:
    text = "وقال الوزير: «نعم». وأضاف أن «الجسر» قديم، مؤكدا إغلاقه، وفق الصحيفة.\n«لا نعرف شيئا بعد» قال المدير."
    found = read(text)
    assert found
    assert [one.cue.start for one in found] == sorted(one.cue.start for one in found)
    for one in found:
        places = [place for part in one.content for place in (part.start, part.end)]
        assert places == sorted(places)
        assert 0 <= places[0] < places[-1] <= len(text)


def test_stretches_answer_like_a_sweep() -> None:
    stretches = [(2, 5), (3, 20), (8, 9), (30, 31)]
    spans = Spans(stretches)
    for place in range(35):
        assert spans.holds(place) is any(start <= place < end for start, end in stretches)
        assert spans.overlaps(place, place + 2) is any(start < place + 2 and place < end for start, end in stretches)


HOSTILE = {
    "closing marks": "»",
    "straight marks": '"',
    "opening marks": "«",
    "pairs": "«»",
    "brackets": "(",
    "cues": "قال ",
    "cues with colons": "قال: ",
    "cues with clauses": "قال إن ",
    "demands": "طالب الوزير بفتح ",
    "sources": "وفق مصدر، ",
    "relative clauses": "الذي قال، ",
    "participles": "مضيفا أن ",
    "joined speech": "«كلام طويل هنا في النص كله» و",
    "open lines": "قال: «\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text_and_no_faster(read: Read, name: str) -> None:
    def seconds(times: int) -> float:
        begun = time.process_time()
        read(HOSTILE[name] * times)
        return time.process_time() - begun

    seconds(200)
    once, fourfold = seconds(2000), seconds(8000)
    assert fourfold < 12 * once + 1
