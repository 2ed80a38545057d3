"""Texts that nobody wrote to be read: other languages, no sentence, no word, too many names. Bounded, no crash."""

import faulthandler
import random
from collections.abc import Callable, Iterator

import pytest

from marsad import annotate, read_bytes
from marsad.annotate import Annotations
from marsad.annotate.linking.link import link
from marsad.annotate.lists.tables import rows
from marsad.errors import MissingExtra
from marsad.records import Mention
from marsad.text.clean import clean

PUBLISHED = "2016-05-03"
SECONDS = 120  # after which a test that hangs says where
MB = 300_000  # characters; a whole million is read once below
LINKED = 20_000  # mentions of one text that are linked
GIVEN = ("محمد", "أحمد", "سامي", "خالد", "ليلى", "هدى", "نبيل", "كريم", "ياسر", "سعاد")
FAMILY = ("الهلالي", "المنصوري", "البغدادي", "العلي", "حداد", "خوري", "الزين", "درويش", "قاسم", "النجار")

Read = Callable[[str], Annotations]


@pytest.fixture(params=["lists", "fast"])
def read(request: pytest.FixtureRequest) -> Iterator[Read]:
    """An engine; one that hangs says where."""
    try:
        annotator = annotate.annotator(request.param)
    except MissingExtra as missing:
        pytest.skip(str(missing))

    def reads(text: str) -> Annotations:
        found = annotator(text, published=PUBLISHED)
        sound(text, found)
        return found

    faulthandler.dump_traceback_later(SECONDS)
    yield reads
    faulthandler.cancel_dump_traceback_later()


def sound(text: str, found: Annotations) -> None:
    """What holds whatever the text."""
    mentions, entities = found.mentions or (), found.entities or ()
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert len({mention.id for mention in mentions}) == len(mentions)
    of = {number: entity.id for entity in entities for number in entity.mentions}
    assert all(mention.entity == of.get(mention.id) for mention in mentions)
    assert any(warning.startswith("entities: ") for warning in found.warnings) is (len(mentions) > LINKED)


def times(text: str, size: int) -> str:
    return text * (size // len(text))


@pytest.mark.parametrize(
    "text",
    [
        "Sergei Lavrov met John Kerry in Geneva on Monday, the U.S. State Department said. ",
        "俄罗斯外交部长谢尔盖·拉夫罗夫在莫斯科表示，会谈将继续。",
        "Министр иностранных дел России Сергей Лавров прибыл в Женеву. ",
        "ये वार्ता जिनेवा में जारी रहेगी। ",
    ],
)
def test_other_scripts_hold_no_arabic_names(read: Read, text: str) -> None:
    found = read(times(text, MB // 20))
    assert [mention for mention in found.mentions or () if mention.kind != "name"] == []
    assert any("not Arabic" in warning for warning in found.warnings)


def test_persian_is_read_as_far_as_its_names_are_arabic_ones(read: Read) -> None:
    found = read(times("رئیس جمهور ایران در تهران با وزیر خارجه روسیه دیدار کرد. ", MB // 20))
    assert "ایران" in {mention.text for mention in found.mentions or ()}


def test_a_megabyte_in_one_sentence(read: Read) -> None:
    found = read(times("قال الوزير سيرغي لافروف في موسكو إن المحادثات مع دمشق مستمرة ", MB))
    places = [mention for mention in found.mentions or () if mention.text == "موسكو"]
    assert len(places) == MB // 61
    assert len({mention.entity for mention in places} - {None}) == 1
    assert any("read in pieces" in warning for warning in found.warnings)


@pytest.mark.parametrize("word", ["ل", "وال", "للا", "ـ", "َ", "a", "a-", "A.", "1", "1/2/"])
def test_a_megabyte_in_one_word(read: Read, word: str) -> None:
    assert read(times(word, MB)).mentions == ()


@pytest.mark.parametrize("digits", ["12 ", "٢٠١٥ ", "2015-", "12:30 ", "1.000.000 ", "+971 "])
def test_digits_only_name_nobody(read: Read, digits: str) -> None:
    assert read(times(digits, MB // 20)).mentions == ()


@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_text_of_a_hundred_thousand_names(read: Read, between: str) -> None:
    names = [f"{GIVEN[number % 10]} {FAMILY[number // 10 % 10]}" for number in range(100_000)]
    found = read(between.join(names))
    assert len(found.mentions or ()) > LINKED
    assert found.warnings[-1].endswith("only the first 20,000 are linked")
    assert 0 < len(found.entities or ()) < 1000


def test_thousands_of_different_people(read: Read) -> None:
    people = [name for name, *_ in rows("gaz_people.tsv.gz")]
    random.Random(4).shuffle(people)
    found = read("، ".join(people[:3000]))
    assert len(found.entities or ()) > 2500


def test_thousands_of_names_that_no_list_holds(read: Read) -> None:
    chance = random.Random(4)
    unheard = ["".join(chance.choices("بتجحدرسشعفقكلمنهوي", k=5)) for _ in range(3000)]
    read(". ".join(f"قال الرئيس {chance.choice(GIVEN)} {word} إن {word} عاد" for word in unheard))


@pytest.mark.parametrize("text", ["\0", "قال\0 سيرغي\0 لافروف\0 ", "\ufffd", "\u200f\u200e", "\U0001f600", "\x1b[31m"])
def test_what_is_no_text(read: Read, text: str) -> None:
    read(times(text, MB // 20))
    read(clean(times(text, MB // 20)))


def test_half_characters_are_replaced_before_they_are_read(read: Read) -> None:
    text = clean("\ud800 التقى سيرغي لافروف \udfff في موسكو " * 2000)
    found = read(text)
    assert "موسكو" in {mention.text for mention in found.mentions or ()}
    assert text.encode()


@pytest.mark.parametrize(
    "signs", ["(", ")", "«", "»", '"', "“", "'", "()", "«»", "(«", "[{", ".", "..", ". ", "،", "-"]
)
def test_a_megabyte_of_brackets_and_quotes(read: Read, signs: str) -> None:
    assert read(times(signs, MB if signs in "(«" else MB // 20)).mentions == ()


@pytest.mark.parametrize(("opening", "closing"), ["()", "«»", "[]", '""'])
def test_a_name_under_twenty_thousand_brackets(read: Read, opening: str, closing: str) -> None:
    found = read(opening * 20_000 + "موسكو" + closing * 20_000)
    assert [mention.text for mention in found.mentions or ()] == ["موسكو"]


@pytest.mark.parametrize(
    "phrase",
    [
        "وزير الخارجية ", "وزارة الخارجية والداخلية و", "محمد بن ", "عبد ال", "مدينة ", "جامعة ", "رئيس رئيس ",
        "سيرغي لافروف (لافروف) ", "من 2015 إلى ", "مئة وخمسة وعشرين ألف ", "مليون و", "عام ", "الأحد الماضي ",
        "كانون الثاني ", "نهاية بداية ", "د. ", "أ.", "و ", "في ", "\n", "أ\n", " ",
    ],
)  # fmt: skip
def test_what_grammar_repeats_without_end(read: Read, phrase: str) -> None:
    read(times(phrase, MB // 20))


def test_a_page_without_arabic_gives_a_record_all_the_same() -> None:
    page = "<title>Report</title><p>" + "Lavrov met Kerry in Geneva on Monday. " * 500
    found = read_bytes(page.encode(), any_page=True)
    assert found.mentions is not None
    assert found.entities is not None


def people(names: list[str]) -> tuple[str, list[Mention]]:
    """A text of names, each a mention of a person."""
    text, mentions = "، ".join(names), list[Mention]()
    for number, name in enumerate(names, 1):
        start = text.index(name, mentions[-1].end if mentions else 0)
        mentions.append(Mention(f"m{number}", start, start + len(name), name, "PER", "name", None, "test"))
    return text, mentions


def test_short_names_of_short_names_that_two_people_share() -> None:
    text, mentions = people(["محمد سعيد الهلالي", "أحمد سعيد الهلالي", "سعيد الهلالي", "الهلالي"])
    found, entities = link(text, mentions)
    assert [mention.entity for mention in found[:2]] == [entity.id for entity in entities[:2]]
    assert all(mention.entity in {"e1", "e2"} for mention in found)
