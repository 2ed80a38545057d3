"""Copies are found whatever was done to them; what only tells the same is none."""

import random
import sqlite3
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from bench.copies_made import EDITS, Edit, Source, edited, extended, spelt
from marsad.group.copies import Copies, copy_of
from marsad.group.copies_prints import marks_of, packed, print_of, unpacked
from marsad.group.copies_shelf import MOST_HOLDERS, Kept, MemoryShelf, Shelf

ARTICLES = tomllib.loads((Path(__file__).parent / "edited.toml").read_text("utf-8"))["article"]
TEXTS = [article["text"].strip() for article in ARTICLES]
MADE: dict[str, Edit] = {
    **EDITS, "text in front and behind": extended, "8 % of words edited": edited(0.08), "spelt otherwise again": spelt,
}  # fmt: skip
# The same news as the first article, told by somebody else.
RETOLD = """
انتشل حرس السواحل سبعة صيادين أحياء من البحر أمام المنستير صباح اليوم، وتتواصل عمليات التمشيط بحثا عن رفيقين لهم.
وأفاد بلاغ رسمي بأن القارب خرج في رحلة صيد ليلية وفاجأته الرياح على بعد أميال من الشاطئ.
وقال أحد الناجين لمراسلنا إن الموج كسر الدفة ثم غمر السطح في لحظات، وإنهم تمسكوا بالألواح حتى وصلت النجدة.
ونقل المصابون إلى المستشفى الجهوي وحالتهم لا تدعو إلى القلق بحسب مصدر طبي.
"""


def source(at: int) -> Source:
    return Source(TEXTS[at], ARTICLES[at - 1]["headline"], TEXTS[at - 1].split())


PAIRS = [(at, kind) for at in range(len(TEXTS)) for kind in MADE]


@pytest.mark.parametrize(("at", "kind"), PAIRS)
def test_a_copy_is_found_whatever_was_done_to_it(at: int, kind: str) -> None:
    index = Copies()
    for number, text in enumerate(TEXTS):
        assert index.add(str(number), text) is None
    match = index.add("copy", MADE[kind](source(at), random.Random(at)))
    assert match is not None
    assert match.article == str(at)
    assert index.group("copy") == (str(at), "copy")


def test_there_are_sixty_pairs() -> None:
    assert len(PAIRS) >= 60


@pytest.mark.parametrize(
    ("kind", "manner"),
    [
        ("3 % of words edited", "same"),
        ("other spellings", "same"),
        ("cut to 60 %", "shortened"),
        ("cut to 30 %", "shortened"),
        ("text in front and behind", "extended"),
        ("15 % of words edited", "reworked"),
    ],
)
def test_what_was_done_is_told(kind: str, manner: str) -> None:
    match = copy_of(MADE[kind](source(0), random.Random(0)), TEXTS[0])
    assert match is not None
    assert match.manner == manner


def test_the_same_news_in_other_words_is_no_copy() -> None:
    assert copy_of(RETOLD, TEXTS[0]) is None
    assert copy_of(TEXTS[0], RETOLD) is None


@pytest.mark.parametrize("text", ["", " \n", "…", "خبر", "عاجل: انقطاع الكهرباء", "\u0640\u064b\u200f"])
def test_what_has_no_four_words_is_no_copy_of_anything(text: str) -> None:
    index = Copies()
    index.add("one", TEXTS[0])
    assert index.add("two", text) is None
    assert index.add("three", text) is None
    assert index.groups() == []


def test_of_a_short_text_only_an_equal_one_is_a_copy() -> None:
    short = "أعلنت الأرصاد الجوية تأجيل إغلاق الطريق الساحلي حتى صباح الغد."
    assert copy_of(short, short) is not None
    assert copy_of(short, short.replace("صباح", "مساء")) is None


def test_a_formula_that_everybody_prints_joins_nothing() -> None:
    formula = "وتقدمت أسرة التحرير إلى القراء الكرام بأطيب التهاني وأصدق الأمنيات بمناسبة حلول الشهر الفضيل."
    chance = random.Random(3)
    words = [f"كلمة{number}" for number in range(2000)]
    index = Copies()
    for number in range(MOST_HOLDERS * 3):
        assert index.add(str(number), " ".join(chance.choices(words, k=40)) + "\n" + formula) is None


def test_a_round_up_joins_the_first_and_does_not_make_all_one() -> None:
    index = Copies()
    for number, text in enumerate(TEXTS[:3]):
        index.add(str(number), text)
    assert index.add("round-up", "\n".join(TEXTS[:3])) is not None
    assert [len(group) for group in index.groups()] == [2]
    assert len(index.find("\n".join(TEXTS[:3]))) == 4


def test_forty_copies_are_one_group_and_hold_its_marks_once() -> None:
    shelf = MemoryShelf()
    index = Copies(shelf)
    for number in range(40):
        index.add(str(number), TEXTS[0])
    assert index.groups() == [tuple(str(number) for number in range(40))]
    marks = marks_of(print_of(TEXTS[0]))
    assert set(map(len, shelf.holders(marks).values())) == {1}


def test_an_article_that_is_added_again_with_another_text_is_looked_at_anew() -> None:
    index = Copies()
    index.add("a", TEXTS[0])
    index.add("b", TEXTS[0])
    assert index.add("b", TEXTS[1]) is None
    assert index.groups() == []
    assert index.add("c", TEXTS[1]) is not None
    assert index.group("b") == ("b", "c")


def test_what_was_taken_out_is_found_no_more() -> None:
    shelf = MemoryShelf()
    index = Copies(shelf)
    index.add("a", TEXTS[0])
    index.drop("a")
    index.drop("never there")
    assert index.find(TEXTS[0]) == []
    assert index.group("a") == ()
    assert shelf.holders(marks_of(print_of(TEXTS[0]))) == {}


@pytest.mark.parametrize("text", ["ها " * 30_000, "ا" * 300_000, " ".join(map(str, range(50_000)))])
def test_a_text_that_is_no_text_is_taken_as_well(text: str) -> None:
    index = Copies()
    assert index.add("a", text) is None
    assert len(marks_of(print_of(text))) <= 400
    index.add("b", TEXTS[0] + text)
    assert index.find(TEXTS[1]) == []


def test_a_print_goes_into_bytes_and_back() -> None:
    made = print_of(TEXTS[0])
    assert unpacked(packed(made)) == made
    assert len(packed(made)) == 4 * len(made)


class Table(Shelf):
    """A shelf of rows in a database: what the index knows are plain values."""

    def __init__(self) -> None:
        self.base = sqlite3.connect(":memory:")
        self.base.execute("CREATE TABLE article (number INTEGER PRIMARY KEY, id TEXT, grp INTEGER, shingles BLOB)")
        self.base.execute("CREATE TABLE holder (mark INTEGER, number INTEGER)")

    def holders(self, marks: Iterable[int]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for mark in marks:
            for (number,) in self.base.execute("SELECT number FROM holder WHERE mark = ?", (mark,)):
                found.setdefault(mark, []).append(number)
        return found

    def kept(self, number: int) -> Kept | None:
        row = self.base.execute("SELECT * FROM article WHERE number = ?", (number,)).fetchone()
        return Kept(*row) if row else None

    def number(self, article: str) -> int | None:
        row = self.base.execute("SELECT number FROM article WHERE id = ?", (article,)).fetchone()
        return row[0] if row else None

    def next_number(self) -> int:
        number: int = self.base.execute("SELECT coalesce(max(number), 0) + 1 FROM article").fetchone()[0]
        return number

    def keep(self, article: Kept, marks: Iterable[int]) -> None:
        self.base.execute("INSERT INTO article VALUES (?, ?, ?, ?)", article)
        self.base.executemany("INSERT INTO holder VALUES (?, ?)", ((mark, article.number) for mark in marks))

    def drop(self, number: int) -> None:
        self.base.execute("DELETE FROM article WHERE number = ?", (number,))
        self.base.execute("DELETE FROM holder WHERE number = ?", (number,))

    def all(self) -> Iterator[Kept]:
        return (Kept(*row) for row in self.base.execute("SELECT * FROM article ORDER BY number"))


def test_an_index_in_a_table_finds_what_one_in_memory_finds() -> None:
    table, memory = Copies(Table()), Copies()
    for at, kind in PAIRS[:30]:
        text = MADE[kind](source(at), random.Random(at))
        assert table.add(f"{at} {kind}", text) == memory.add(f"{at} {kind}", text)
    assert table.groups() == memory.groups()
