"""What holds for the annotations of any text: spans are exact and never cross, and marks on letters are no matter."""

import random
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad import annotate
from marsad.annotate import Annotations, Annotator
from marsad.annotate.lists.gazetteer import fold_word
from marsad.errors import MissingExtra
from marsad.records import Entity, Mention
from marsad.text.clean import clean
from marsad.text.clitics import readings
from marsad.text.letters import INVISIBLE, LETTER, MARK, TATWEEL, characters
from marsad.text.sentences import sentences
from marsad.text.words import words

PUBLISHED = "2016-05-03"
# Without names that a vowel mark tells apart (عمّان, عُمان): there marks do matter.
SENTENCES = (
    "قال وزير الخارجية الروسي سيرغي لافروف يوم الثلاثاء إن بلاده لن تشارك في مؤتمر جنيف.",
    "وأكد لافروف أن موسكو ودمشق اتفقتا في 12 كانون الثاني 2015 على موعد جديد.",
    "التقى أمين عام جامعة الدول العربية وفداً من منظمة الصحة العالمية في القاهرة أمس.",
    "وصل وفد من حركة فتح إلى الدوحة لبحث الأوضاع في قطاع غزة والضفة الغربية.",
    "افتتحت جامعة القاهرة معرضا للكتاب بحضور سفير فرنسا والسفير الألماني.",
    "وللأردن حدود مع سوريا والعراق والسعودية، وللسعودية حدود مع اليمن.",
    "أعلنت وزارة الداخلية التونسية توقيف خمسة أشخاص في ولاية القصرين نهاية الشهر الماضي.",
    "وفي بيروت دعا رئيس مجلس النواب نبيه بري إلى جلسة في 3 أيار المقبل.",
    "كتب الصحفي سامي الهلالي في صحيفة الحياة أن ليلى المنصوري فازت بالجائزة عام 2014.",
    "شارك لاعبو نادي الزمالك ومنتخب مصر في بطولة أفريقيا بين 2010 و2012.",
    "استهدف الطيران مواقع تنظيم داعش قرب الرقة، وفق المرصد السوري لحقوق الإنسان.",
    "بغداد وواشنطن وطهران تتابع؛ وكيري يزور باريس الأحد القادم.",
    "وأشارت هيومن رايتس ووتش (HRW) إلى تقرير نشرته رويترز في 1 رمضان 1437.",
    "هبت رياح شديدة على الساحل مساء اليوم، ولم تقع أضرار.",
    "الروس والأميركيون يتفاوضون، والفرنسية لغة رسمية هناك.",
    "قُتل ثلاثة مدنيين في حلب «شمال سوريا» بعد قصف استمر ساعتين.",
)
VOCABULARY = [
    *sorted({word for sentence in SENTENCES for word in sentence.split()}),
    *("(", ")", "«", "»", '"', "،", ".", "بن", "أبو", "عبد", "آل", "د.", "U.S.", "12/5/2014", "بـ20", "الـ", "-", "…"),
]
CHARS = st.one_of(
    st.sampled_from('ابتةهىيأإآؤئءلموقرسد ـَّ ٠١٢34.،؛«»()"-\n\u200f\u00a0'),
    st.sampled_from("AZaé😀\ud800\ufffd&#;\x00"),
    st.characters(),
)

ARTICLES = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map(" ".join)
SOUPS = st.lists(st.sampled_from(VOCABULARY), max_size=40).map(" ".join)
NOISE = st.text(CHARS, max_size=40)
PIECES = st.one_of(st.sampled_from(SENTENCES), SOUPS, NOISE)
TEXTS = st.lists(PIECES, max_size=5).map("\n".join).map(clean)
CHANCE = st.randoms(use_true_random=False)

VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
BIDI = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\u061c\ufeff"
UNSEEN = re.compile(f"[{MARK}{TATWEEL}{INVISIBLE}]")
ON_LETTERS = frozenset(characters(MARK) + TATWEEL)


@pytest.fixture(scope="module", params=["lists", "fast"])
def read(request: pytest.FixtureRequest) -> Annotator:
    try:
        return annotate.annotator(request.param)
    except MissingExtra as missing:
        pytest.skip(str(missing))


def kept(mention: Mention) -> tuple[object, ...]:
    """A mention as a reader sees it."""
    return mention.label, mention.kind, mention.id, mention.entity, UNSEEN.sub("", mention.text)


def known(entity: Entity) -> tuple[object, ...]:
    return entity.id, entity.label, UNSEEN.sub("", entity.name), entity.mentions, entity.country, entity.rule


def seen(found: Annotations) -> tuple[object, ...]:
    """What must not depend on marks that a reader does not see or read."""
    return (
        [kept(mention) for mention in found.mentions or ()],
        [known(entity) for entity in found.entities or ()],
        [(UNSEEN.sub("", time.text), time.value, time.basis, time.rule) for time in found.times or ()],
    )


def edges(text: str) -> Iterator[tuple[int, set[int]]]:
    """Each word's end, and where a name may begin in it: at its first letter, or behind clitics with their marks."""
    for word in words(text):
        letters = [place for place, char in enumerate(word.text) if char not in ON_LETTERS and not UNSEEN.match(char)]
        skips = {reading.skip for reading in readings(fold_word(word.text))}
        yield word.end, {word.start} | {word.start + letters[skip] for skip in skips if skip < len(letters)}


@given(text=TEXTS)
@settings(max_examples=100)
def test_spans_are_exact_and_lie_in_one_sentence(read: Annotator, text: str) -> None:
    found = read(text, published=PUBLISHED)
    inside = sentences(text)
    for mention in found.mentions or ():
        assert text[mention.start : mention.end] == mention.text != ""
        assert any(span.start <= mention.start and mention.end <= span.end for span in inside), mention
    for time in found.times or ():
        assert text[time.start : time.end] == time.text != ""


@given(text=TEXTS)
@settings(max_examples=100)
def test_mentions_begin_at_a_word_or_behind_its_clitics_and_end_with_a_word(read: Annotator, text: str) -> None:
    found = read(text, published=PUBLISHED)
    ends, starts = set(), set()
    for end, begins in edges(text):
        ends.add(end)
        starts |= begins
    for mention in found.mentions or ():
        assert mention.start in starts, mention
        assert mention.end in ends, mention


@given(text=TEXTS)
@settings(max_examples=100)
def test_mentions_never_cross(read: Annotator, text: str) -> None:
    found = read(text, published=PUBLISHED).mentions or ()
    assert list(found) == sorted(found, key=lambda mention: (mention.start, -mention.end))
    whole = [mention for mention in found if mention.kind != "part"]
    assert all(one.end <= other.start for one, other in pairwise(whole))
    names = [mention for mention in whole if mention.kind == "name"]
    parts = [mention for mention in found if mention.kind == "part"]
    for part in parts:
        around = [name for name in names if name.start <= part.start and part.end <= name.end]
        assert around, part
        assert around[0].end - around[0].start > part.end - part.start
    assert all(one.end <= other.start for one, other in pairwise(parts))


@given(text=TEXTS)
@settings(max_examples=100)
def test_mentions_and_entities_name_each_other(read: Annotator, text: str) -> None:
    found = read(text, published=PUBLISHED)
    mentions = {mention.id: mention for mention in found.mentions or ()}
    entities = {entity.id: entity for entity in found.entities or ()}
    assert len(mentions) == len(found.mentions or ())
    assert len(entities) == len(found.entities or ())
    assert not mentions.keys() & entities.keys()
    for entity in entities.values():
        assert entity.mentions
        assert all(mentions[number].entity == entity.id for number in entity.mentions)
        assert entity.stands_for is None or entity.stands_for in entities
    for mention in mentions.values():
        assert mention.entity is None or mention.id in entities[mention.entity].mentions


@given(text=TEXTS)
@settings(max_examples=40)
def test_the_same_text_gives_the_same_annotations(read: Annotator, text: str) -> None:
    first = read(text, published=PUBLISHED)
    read("نص آخر عن موسكو")
    assert read(text, published=PUBLISHED) == first


def dressed(text: str, chance: random.Random, signs: str, share: float) -> str:
    """The text with signs behind letters chosen by chance."""
    return "".join(
        char + chance.choice(signs) if re.match(f"[{LETTER}]", char) and chance.random() < share else char
        for char in text
    )


def stretched(text: str, chance: random.Random, share: float) -> str:
    """The text with tatweel between letters that join, chosen by chance."""
    joint = re.compile(f"(?<=[بتثجحخسشصضطظعغفقكلمنهيئ])(?=[{LETTER}])")
    return joint.sub(lambda _: TATWEEL * chance.randint(1, 3) if chance.random() < share else "", text)


@given(text=st.one_of(ARTICLES, SOUPS), chance=CHANCE, share=st.sampled_from([0.05, 0.3, 1.0]))
@settings(max_examples=60)
def test_vowel_marks_change_nothing(read: Annotator, text: str, chance: random.Random, share: float) -> None:
    plain = clean(UNSEEN.sub("", text))
    marked = clean(dressed(plain, chance, VOWELS, share))
    assert UNSEEN.sub("", marked) == plain
    assert seen(read(marked, published=PUBLISHED)) == seen(read(plain, published=PUBLISHED))


@given(text=st.one_of(ARTICLES, SOUPS), chance=CHANCE, share=st.sampled_from([0.05, 0.3, 1.0]))
@settings(max_examples=60)
def test_tatweel_changes_nothing(read: Annotator, text: str, chance: random.Random, share: float) -> None:
    plain = clean(text)
    assert clean(stretched(plain, chance, share)) == plain
    uncleaned = read(stretched(plain, chance, share), published=PUBLISHED)  # a text that no extraction went over
    assert seen(uncleaned) == seen(read(plain, published=PUBLISHED))


@given(text=st.one_of(ARTICLES, SOUPS), chance=CHANCE, share=st.sampled_from([0.05, 0.3, 1.0]))
@settings(max_examples=60)
def test_bidi_marks_change_nothing(read: Annotator, text: str, chance: random.Random, share: float) -> None:
    plain = clean(text)
    marked = "".join(char + chance.choice(BIDI) if chance.random() < share else char for char in plain)
    assert clean(marked) == plain
    within = dressed(plain, chance, BIDI, share)
    assert seen(read(within, published=PUBLISHED)) == seen(read(plain, published=PUBLISHED))
