"""What people see: every fact at a glance, as wide as the terminal, each name in an order of its own."""

import tomllib
from dataclasses import replace
from importlib.resources import files
from typing import get_args

import pytest
from tests.cli.told import told

from marsad import kinds
from marsad.annotate.linking.forms import whom
from marsad.cli.look import Look, Piece, cells, look, theirs
from marsad.cli.show import show
from marsad.cli.show_events import number
from marsad.records import Content, Figure, Named, Record
from marsad.terms import Lang

ENGLISH, ARABIC = Look("en"), Look("ar")
GROUPS = {
    "cue_class": kinds.CueClass, "cue_kind": kinds.CueKind, "quote_kind": kinds.QuoteKind,
    "quote_status": kinds.QuoteStatus, "resolution": kinds.Resolution, "channel_kind": kinds.ChannelKind,
    "event_type": kinds.EventType, "modality": kinds.Modality, "label": kinds.Label,
    "mention_kind": kinds.MentionKind, "time_basis": kinds.TimeBasis,
}  # fmt: skip


def quoted(count: int, **changes: object) -> Record:
    """The record with the second quote so many times."""
    _, first, *_ = told().quotes or ()
    many = tuple(replace(first, id=f"q{n}", **changes) for n in range(1, count + 1))  # type: ignore[arg-type]
    return replace(told(), quotes=many, events=())


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("للصحفيين", "الصحفيين"), ("للاجئين", "اللاجئين"), ("للجنة الأمن", "اللجنة الأمن"), ("للأردن", "الأردن"),
        ("للاذقية", "اللاذقية"), ("لافروف", "لافروف"), ("لله", "لله"), ("مجلس الأمن", "مجلس الأمن"),
    ],
)  # fmt: skip
def test_who_is_meant_stands_without_the_preposition(words: str, shown: str) -> None:
    assert whom(Named(0, len(words), words), {}) == shown
    assert whom(Named(0, len(words), words, "e1"), {"e1": "نادر"}) == "نادر"


def test_who_said_what_stands_with_channel_addressee_and_nesting() -> None:
    shown = show(told(), ENGLISH)
    start = shown.index("Who said what: 5")
    assert shown[start : shown.index("\n\n", start)].splitlines()[1:] == [
        "q1  سمير الخطيب · declares (قال) · press conference (في مؤتمر صحفي) · to صحفيين",
        "    إن السد «آمن تماما»",
        "q2  وزارة الري · declares (نشرت) · social media, facebook (على صفحتها في فيسبوك)",
        "    «شدد الوزير على ضرورة ترشيد المياه»",
        "    q3  سمير الخطيب · asserts (شدد)",
        "        ضرورة ترشيد المياه",
        "q4  شركة السدود · denies (نفت)",
        "    denied: أن تكون قد خفضت العمال",
        "q5  hearsay · declares (قيل)",
        "    إن الوزير سيستقيل",
    ]


def test_who_did_what_to_whom_stands_with_its_marks_and_figures() -> None:
    shown = show(told(), ENGLISH)
    start = shown.index("Who did what to whom: 3")
    assert shown[start : shown.index("\n\n", start)].splitlines()[1:] == [
        "v1  meeting or talks, visit (زار) · سمير الخطيب · 2024-05-01 · in سد الزرقاء · told 2 times",
        "v2  demand (شدد) · سمير الخطيب · in q3",
        "v3  assault, from the air (قصف) · ? → سد الزرقاء · 2019 (2019-01-01 – 2019-12-31) · background",
        "    dead: 3 (ثلاثة عمال)",
    ]


def test_everything_can_be_had_with_arabic_labels() -> None:
    shown = show(told(), ARABIC)
    for words in (
        "من قال ماذا: 5", "تصريح (قال) · مؤتمر صحفي (في مؤتمر صحفي) · المخاطب: صحفيين", "منفي: أن تكون", "رُوي مرتين",
        "من فعل ماذا بمن: 3", "لقاء أو محادثات، زيارة (زار)", "? ← سد الزرقاء", "قتلى: 3",
    ):  # fmt: skip
        assert words in shown
    assert "declares" not in shown


def test_quotes_come_behind_the_text_and_before_the_names() -> None:
    shown = show(told(), ENGLISH)
    places = [shown.index(words) for words in ("3 paragraphs", "ونفت شركة", "Who said", "Who did", "People:", "Times:")]
    assert places == sorted(places)


def test_an_article_without_quotes_and_events_says_nothing_of_them() -> None:
    for none in (replace(told(), quotes=(), events=()), replace(told(), quotes=None, events=None)):
        shown = show(none, ENGLISH)
        assert "Who" not in shown
        assert "\n\n\n" not in shown
        assert shown.endswith("Times: أمس (2024-05-01), عام 2019 (2019)")


def test_a_source_without_a_name_says_so() -> None:
    assert "مصدر أمني · source without a name · declares" in show(
        quoted(1, status="anonymous", speaker=None, speaker_name="مصدر أمني"), ENGLISH
    )
    assert "q1  nobody is named · declares" in show(quoted(1, speaker=None, speaker_name=None, source=None), ENGLISH)


def test_a_repeated_and_relayed_quote_says_of_what_and_by_whom() -> None:
    first, *_ = told().quotes or ()
    shown = show(quoted(2, paraphrase_of="q9", reporter=replace(first.addressee, entity="e1")), ENGLISH)  # type: ignore[type-var]
    assert "· passed on by سمير الخطيب · repeats q9" in shown


def test_a_long_quote_is_cut_on_a_terminal_unless_all_is_wanted() -> None:
    record = told()
    content = Content(0, len(record.article.text), "indirect")
    record = quoted(1, content=(content,))
    terminal = Look("en", 60)
    start = show(record, terminal).index("q1")
    assert show(record, terminal)[start:].splitlines()[5].endswith("…")
    assert "عام 2019" not in show(record, terminal)[start:].split("People")[0]
    for whole in (show(record, terminal, verbose=True), show(record, ENGLISH)):
        assert "عام 2019" in whole[whole.index("q1") :].split("People")[0]


@pytest.mark.parametrize("lang", get_args(Lang))
@pytest.mark.parametrize("width", [20, 33, 60, 80, 110])
def test_no_line_is_wider_than_the_terminal(width: int, lang: Lang) -> None:
    for line in show(told(), Look(lang, width, isolates=True), verbose=True).splitlines():
        longest = max((cells(word) for word in line.split()), default=0)
        assert cells(line) <= max(width, longest + width // 3 + 6)
    text = " ".join(told().article.paragraph_texts())
    assert text in " ".join(show(told(), Look(lang, width)).split())  # no word is lost by breaking lines


@pytest.mark.parametrize("lang", get_args(Lang))
def test_on_a_terminal_every_line_closes_what_it_isolates(lang: Lang) -> None:
    shown = show(told(), Look(lang, 40, isolates=True), verbose=True)
    for line in shown.splitlines():
        depth = 0
        for sign in line:
            depth += (sign in "\u2067\u2068") - (sign == "\u2069")
            assert 0 <= depth <= 2
        assert depth == 0
    assert shown.replace("\u2067", "").replace("\u2068", "").replace("\u2069", "") == show(
        told(), Look(lang, 40), verbose=True
    )


def test_in_a_pipe_nothing_is_isolated_and_no_line_broken() -> None:
    piped = show(told(), look("en", terminal=False))
    assert not set(piped) & set("\u2066\u2067\u2068\u2069\u200e\u200f\x1b")
    assert all(text in piped for text in told().article.paragraph_texts())


def test_a_terminal_that_would_show_the_signs_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert look("en", terminal=True) == Look("en", 72, isolates=True)
    monkeypatch.setenv("TERM", "linux")
    assert look("en", terminal=True) == Look("en", 72)
    monkeypatch.setenv("COLUMNS", "5")
    assert look("en", terminal=True).width == 20


def test_each_name_of_a_line_is_isolated_by_itself() -> None:
    (line,) = Look("en", 80, isolates=True).lines([theirs("أ ب"), " → ", theirs("ج"), " · 2024 (", theirs("د"), ")"])
    assert line == "\u2068أ ب\u2069 → \u2068ج\u2069 · 2024 (\u2068د\u2069)"
    first, second = Look("en", 20, isolates=True).lines([theirs("كلمة " * 6)])
    assert (first.count("\u2068"), second.count("\u2068")) == (1, 1)


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("مُحَمَّد", 4), ("中文", 4), ("\u2068أ\u2069", 1), ("", 0)])
def test_marks_take_no_cell_and_wide_letters_two(text: str, width: int) -> None:
    assert cells(text) == width


def test_odd_pieces_make_no_odd_lines() -> None:
    plain = Look("en", 30)
    assert plain.lines([]) == []
    assert plain.lines(["", Piece(""), theirs("  ")]) == []
    assert plain.lines(["a", theirs("b"), "c d"]) == ["abc d"]
    assert plain.lines([theirs("ب" * 50), " x"]) == ["ب" * 50, "x"]
    assert plain.text("سطر\n\nسطر") == ["سطر", "سطر"]
    assert Look("en").text("a  b\nc") == ["a  b", "c"]


def test_five_hundred_quotes_are_shown_and_not_slowly() -> None:
    shown = show(quoted(500), Look("en", 80, isolates=True))
    assert "Who said what: 500" in shown
    assert "\nq500  " in shown


def test_quotes_as_deep_as_they_are_many_are_shown() -> None:
    quotes = tuple(replace(q, within=f"q{n}" if n else None) for n, q in enumerate(quoted(500).quotes or ()))
    shown = show(replace(told(), quotes=quotes), Look("en", 60))
    assert sum(line.lstrip().startswith("q") for line in shown.splitlines()) == 500
    assert max(map(cells, shown.splitlines())) <= 60


@pytest.mark.parametrize("within", ["q1", "q2", "q3", "q77"])
def test_no_quote_is_lost_however_they_stand_in_each_other(within: str) -> None:
    shown = show(quoted(3, within=within), ENGLISH)
    assert [sum(f"q{n}  " in line for line in shown.splitlines()) for n in (1, 2, 3)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [(3, 3, "3"), (3, 5, "3–5"), (3, None, "at least 3"), (None, 5, "at most 5"), (None, None, "?"),
     (1200, 1200, "1,200")],
)  # fmt: skip
def test_a_count_of_people_is_as_exact_as_its_words(least: int | None, most: int | None, said: str) -> None:
    assert number(Figure("dead", least, most, "…"), "en") == said


@pytest.mark.parametrize("group", GROUPS)
def test_every_value_of_a_closed_list_has_words_in_both_languages(group: str) -> None:
    terms = tomllib.loads(files("marsad.data").joinpath("terms.toml").read_text("utf-8"))
    assert set(terms[group]) == set(get_args(GROUPS[group]))
    assert all(set(words) == set(get_args(Lang)) and all(words.values()) for words in terms[group].values())
