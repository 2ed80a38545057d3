"""Names that are one name written otherwise, and names that only look so."""

import random

import pytest

from marsad.text.spellings import SURE, key, misspelt, same_name

SPELLINGS = [
    ("أنقرة", "انقره"),
    ("أبو ظبي", "أبوظبي"),
    ("عبد اللطيف الدليمي", "عبداللطيف الدليمي"),
    ("نصر الله", "نصرالله"),
    ("خالد بن فيصل", "خالد ابن فيصل"),
    ("فهد آل سعود", "فهد السعود"),
    ("غراهام غرين", "جراهام جرين"),
    ("بيونغ يانغ", "بيونج يانج"),
    ("كازاخستان", "قازاخستان"),
    ("زيلينسكي", "زيلنسكي"),
    ("دونالد ترامب", "دونالد ترمب"),
    ("مارغريت ثاتشر", "مارجريت تاتشر"),
    ("فلاديمير", "ڤلاديمير"),
    ("بارغواي", "پارغواي"),
    ("فيس بوك", "فيسبوك"),
    ("سعيّد", "سعيد"),
    ("شي جين بينغ", "شي جينبينغ"),
    ("الكونغرس", "الكونجرس"),
    ("كـاميرون", "كاميرون"),
    ("وانغ شوجون", "شوجون وانغ"),
    ("الرئيس حسني مبارك", "حسني مبارك"),
    ("الدكتور عصام شرف", "عصام شرف"),
    ("Volkswagen", "VOLKSWAGEN"),
    ("Google", "غوغل"),
    ("Rosneft", "روسنفت"),
    ("CNN", "سي إن إن"),
]

APART = [
    ("روسيا", "روسية"),
    ("سوريا", "سورية"),  # the country or the adjective: a sentence must say
    ("تونس", "تونسي"),
    ("مصرية", "مصري"),
    ("عمّان", "عُمان"),
    ("خامنئي", "الخميني"),
    ("خامنئي", "خميني"),
    ("ميشال عون", "ميشال سليمان"),
    ("محمد فوزي", "محمد منير"),
    ("محمد", "محمود"),
    ("سالم", "سليم"),
    ("حسن", "حسين"),
    ("وزارة الداخلية", "وزارة الخارجية"),
    ("الجامعة الإسلامية", "الجماعة الإسلامية"),
    ("كينيا", "غينيا"),
    ("النيجر", "نيجيريا"),
    ("العامري", "العمري"),
    ("آن", "آنا"),
    ("صرّاف", "صَراف"),
    ("الملك فيصل", "الأمير فيصل"),
    ("الهلال السعودي", "الهلال السوداني"),
    ("Apple", "غوغل"),
    ("BBC", "سي إن إن"),
    ("", ""),
    ("", "بيروت"),
    ("  ", "؟"),
]


@pytest.mark.parametrize(("first", "second"), SPELLINGS)
def test_one_name_in_two_spellings_is_joined_both_ways(first: str, second: str) -> None:
    one, other = same_name(first, second), same_name(second, first)
    assert one is not None
    assert one.strength >= SURE
    assert one == other


@pytest.mark.parametrize(("first", "second"), APART)
def test_two_names_stay_two(first: str, second: str) -> None:
    match = same_name(first, second)
    assert match is None or match.kind == "identical"
    assert same_name(second, first) == match


@pytest.mark.parametrize(
    ("short", "full", "kind"),
    [
        ("مبارك", "حسني مبارك", "short-form"),
        ("الرئيس مبارك", "حسني مبارك", "title"),
        ("الملك فيصل", "فيصل بن عبد العزيز", "title"),
        ("النهضة", "حركة النهضة", "short-form"),
        ("الحرس الثوري", "الحرس الثوري الإيراني", "short-form"),
    ],
)
def test_a_short_form_is_possible_and_never_sure(short: str, full: str, kind: str) -> None:
    match = same_name(short, full)
    assert match is not None
    assert match.kind == kind
    assert match.strength < SURE


def test_a_name_that_marks_tell_apart_is_not_sure_without_them() -> None:
    match = same_name("عمان", "عمّان")
    assert match is not None
    assert match.strength < SURE


@pytest.mark.parametrize(("first", "second"), [pair for pair in SPELLINGS if pair[0][0] > "z"][:22])
def test_spellings_of_a_name_share_their_key(first: str, second: str) -> None:
    assert not same_name(first, second) or key(first) == key(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [("موينخ", "ميونخ"), ("ضرعام الربيعي", "ضرغام الربيعي"), ("بروكسل", "بركسل"), ("شتاينماير", "شتاينمير")],
)
def test_a_slip_of_the_keyboard_is_seen(first: str, second: str) -> None:
    assert misspelt(first, second)
    assert misspelt(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("حسن", "حسين"),
        ("محمد", "محمود"),
        ("كوريا", "سوريا"),
        ("لبنان", "لبناني"),
        ("محمد فوزي", "محمود فوزي"),
        ("جنوب السودان", "جنوب السودا ن"),
        ("روما", "روم"),
        ("", ""),
    ],
)
def test_two_real_names_are_no_slip_of_each_other(first: str, second: str) -> None:
    assert not misspelt(first, second)


def test_letters_in_any_order_and_length_give_an_answer_and_the_same_one_both_ways() -> None:
    chance = random.Random(7)
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإؤئءّ Aa(«1"
    for _ in range(2000):
        first, second = ("".join(chance.choices(letters, k=chance.randint(0, 12))) for _ in range(2))
        one, other = same_name(first, second), same_name(second, first)
        assert one == other
        assert misspelt(first, second) == misspelt(second, first)
        if (
            one
            and one.kind in {"orthographic", "transliteration"}
            and one.strength >= SURE
            and not set(first + second) & set("Aa")
        ):
            assert key(first) == key(second)


def test_a_page_of_letters_is_no_name() -> None:
    assert same_name("ا" * 100_000, "ا" * 99_999) is None
    assert isinstance(key("ب ت " * 50_000), str)
    assert not misspelt("ا" * 100_000, "ا" * 99_999)
