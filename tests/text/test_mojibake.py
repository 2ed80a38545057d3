"""Text that was read wrongly and stored so is undone; sound text is left alone."""

import pytest

from marsad.text.encodings import decode, repair, unescape_twice

NEWS = "قال المتحدث إن الوفد وصل إلى المدينة في ساعة مبكرة، ثم غادر فندق «الشاطئ» مع 12 من مرافقيه."
PERSIAN = "وزیر گفت که این طرح با همکاری مردم اجرا شد و در آن سود همه است"
FRENCH = "À l'été, où l'Élysée a été réélu, ça ira : ÇA VA, naïveté."


def misread(text: str, was: str, read_as: str) -> str:
    """The text as it looks when its bytes are read in another encoding (undefined bytes as browsers do)."""
    return "".join(bytes([byte]).decode(read_as, "ignore") or chr(byte) for byte in text.encode(was))


KINDS = [
    ("utf-8", "cp1252", "utf-8 read as windows-1252"),
    ("utf-8", "latin-1", "utf-8 read as windows-1252"),
    ("utf-8", "cp1256", "utf-8 read as windows-1256"),
    ("cp1256", "latin-1", "windows-1256 read as windows-1252"),
    ("cp1256", "cp1252", "windows-1256 read as windows-1252"),
    ("iso8859-6", "latin-1", "iso-8859-6 read as windows-1252"),
]


@pytest.mark.parametrize(("was", "read_as", "name"), KINDS)
def test_damage_is_undone_and_named(was: str, read_as: str, name: str) -> None:
    text = NEWS.replace("«", '"').replace("»", '"') if was == "iso8859-6" else NEWS
    repaired, warning = repair(misread(text, was, read_as))
    assert repaired == text
    assert warning == f"encoding: damage of an earlier decoding undone: {name} (17 words)"


@pytest.mark.parametrize(("was", "read_as", "name"), KINDS)
def test_sound_text_beside_the_damage_stays(was: str, read_as: str, name: str) -> None:
    del name
    text = "لا بد من المتابعة"
    sound = f"وفق النشرة (حرف ط، وحرف ظ؟) {FRENCH}\n<p>"
    repaired, warning = repair(sound + misread(text, was, read_as) + f"</p>\n{sound}")
    assert repaired == f"{sound}{text}</p>\n{sound}"
    assert warning


@pytest.mark.parametrize("short", ["السلام عليكم", "في البيت", "أخبار المدينة", "إعلان نتائج انتخابات بلدية"])
@pytest.mark.parametrize(("was", "read_as", "name"), KINDS)
def test_a_short_line_is_undone_too(short: str, was: str, read_as: str, name: str) -> None:
    del name
    assert repair(misread(short, was, read_as))[0] == short


def test_persian_is_undone_too() -> None:
    assert repair(misread(PERSIAN, "utf-8", "cp1252"))[0] == PERSIAN
    assert repair(misread(PERSIAN, "utf-8", "cp1256"))[0] == PERSIAN


def test_a_dash_and_a_comma_alone_are_undone_with_their_text() -> None:
    text = "وصل الوفد – مساء أمس – إلى المدينة ، ثم غادر"
    for read_as in ("latin-1", "cp1252"):
        assert repair(misread(text, "cp1256", read_as))[0] == text


def test_names_and_times_are_undone_though_they_hold_no_common_word() -> None:
    text = "د. سامي و م. هدى × ١ مايو 2013م"
    for read_as in ("cp1252", "cp1256"):
        assert repair(misread(text, "utf-8", read_as))[0] == text


def test_damage_done_twice_is_undone_twice() -> None:
    twice = misread(misread(NEWS, "utf-8", "cp1252"), "utf-8", "cp1252")
    repaired, warning = repair(twice)
    assert repaired == NEWS
    assert warning is not None
    assert warning.count("utf-8 read as windows-1252") == 2


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        PERSIAN,
        FRENCH,
        "",
        "plain ASCII",
        "ط، ظ، ع، غ",
        "المادة «ط» والفقرة «ظ»، ثم ط… إلى ظ؟",
        "§ 5 من القانون؛ الضغط، والحفظ؟ «حظ» فقط§ ظ„",
        "Ærøskøbing, Ålesund, Ø, Ù",
        "ÉÈÊË ÇÁÉ ÃÕÔ",
        "Ïðèâåò",
        "Việt Nam đã ký hiệp định",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert repair(text) == (text, None)


def test_a_letter_that_lost_a_byte_stays_and_the_others_are_undone() -> None:
    damaged = misread("قال الوزير إن العمل", "utf-8", "cp1252").split(" ")
    damaged[1] = damaged[1][:-1]
    assert repair(" ".join(damaged))[0] == "قال الوزيØ إن العمل"


def test_digits_quotes_and_lone_letters_of_a_damaged_text_are_undone_with_it() -> None:
    text = "في ٢٠١٥ و ٢٠١٦ قال “نعم” — ثم غادر 😀 إلى البيت و لم يعد"
    for read_as in ("cp1252", "cp1256"):
        assert repair(misread(text, "utf-8", read_as))[0] == text


def test_a_page_in_two_encodings_is_whole_after_decoding_and_repair() -> None:
    data = f"<p>{NEWS}</p>".encode() + f"<p>{NEWS}</p>".encode("cp1256") * 3
    repaired, _ = repair(decode(data).text)
    assert repaired == f"<p>{NEWS}</p>" * 4


@pytest.mark.parametrize(
    ("left", "text"),
    [
        ("&#1571;&#1582;&#1576;&#1575;&#1585;", "أخبار"),
        ("&#x623;&#X62E;", "أخ"),
        ("&amp;#1571;&amp;#1582;", "أخ"),
        ("&amp;amp;#1571;", "أ"),
        ("&#38;#1571;", "أ"),
        ("&#1571 &#1582", "أ خ"),
        ("قال &quot;نعم&quot;", 'قال "نعم"'),
        ("قال &amp;quot;نعم&amp;quot;", 'قال "نعم"'),
        ("خبر&nbsp;عاجل", "خبر\u00a0عاجل"),
        ("&laquo;الشرق&raquo; &hellip;", "«الشرق» …"),
        ("&rlm;نص&zwnj;", "\u200fنص\u200c"),
        ("A &amp; B", "A & B"),
        ("AT&T; R&D", "AT&T; R&D"),
        ("&notit; &unknown;", "&notit; &unknown;"),
        ("a=1&b=2&copy=3", "a=1&b=2&copy=3"),
        ("&#0; &#xD800; &#9999999;", "\ufffd \ufffd \ufffd"),
        ("&", "&"),
        ("", ""),
        ("نص بلا شيء", "نص بلا شيء"),
    ],
)
def test_references_left_over_are_decoded(left: str, text: str) -> None:
    assert unescape_twice(left) == text
