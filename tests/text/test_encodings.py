"""Bytes of Arabic pages become the text that was meant, and what was doubtful is said."""

import pytest

from marsad.text.charsets import canonical
from marsad.text.encodings import decode

NEWS = (
    "قال وزير النقل في مؤتمر صحفي عقد في العاصمة إن الحكومة ستبدأ العمل في خط السكة الجديد خلال أشهر، "
    "وأضاف أن الكلفة لن تتجاوز ما أعلن عنه؛ فهل يكفي ذلك؟"
)
TITLE = "افتتاح معرض الكتاب في عمّان"
PERSIAN_IN_1256 = "وزير راه در اين ديدار گفت كه اين طرح با همكاري بخش خصوصي و براي مردم آن استان اجرا شد"
FRENCH = "Le ministre a déclaré à la presse que les travaux débuteront l'été prochain, malgré les critiques."
GERMAN = "Der Minister erklärte, die Gespräche über die Brücke würden fortgeführt; größere Änderungen gäbe es nicht."


def page(text: str, *, charset: str = "", xml: str = "", before: str = "") -> str:
    """An HTML page that says what it is told to say about its encoding."""
    head = f'<?xml version="1.0" encoding="{xml}"?>' if xml else ""
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">' if charset else ""
    return f"{head}<html><head>{before}{meta}<title>x</title></head><body><p class=story>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("codec", "declared", "charset", "name"),
    [
        ("utf-8", None, "", "utf-8"),
        ("utf-8", "utf-8", "", "utf-8"),
        ("utf-8", "UTF8", "utf-8", "utf-8"),
        ("utf-8", None, "utf-8", "utf-8"),
        ("utf-8-sig", None, "", "utf-8"),
        ("utf-8-sig", "windows-1256", "windows-1256", "utf-8"),
        ("cp1256", "windows-1256", "", "windows-1256"),
        ("cp1256", "cp1256", "", "windows-1256"),
        ("cp1256", "x-cp1256", "", "windows-1256"),
        ("cp1256", None, "windows-1256", "windows-1256"),
        ("cp1256", None, "Windows-1256", "windows-1256"),
        ("iso8859-6", "iso-8859-6", "", "iso-8859-6"),
        ("iso8859-6", "arabic", "", "iso-8859-6"),
        ("iso8859-6", None, "ISO_8859-6", "iso-8859-6"),
        ("utf-16", None, "", "utf-16le"),
        ("utf-16-le", "utf-16", "", "utf-16le"),
        ("utf-16-be", "utf-16be", "", "utf-16be"),
        ("utf-32", None, "", "utf-32le"),
        ("mac-arabic", "x-mac-arabic", "", "x-mac-arabic"),
    ],
)
def test_a_page_that_tells_the_truth_is_read_without_a_word(
    codec: str, declared: str | None, charset: str, name: str
) -> None:
    text = page(NEWS, charset=charset)
    decoded = decode(text.encode(codec), declared=declared)
    assert (decoded.text, decoded.encoding, decoded.warnings) == (text, name, ())


LIES = [
    ("cp1256", "utf-8", "windows-1256"),
    ("cp1256", "iso-8859-1", "windows-1256"),
    ("cp1256", "windows-1252", "windows-1256"),
    ("cp1256", "iso-8859-6", "windows-1256"),
    ("cp1256", "utf-16", "windows-1256"),
    ("cp1256", "gb2312", "windows-1256"),
    ("cp1256", "windows-1251", "windows-1256"),
    ("iso8859-6", "windows-1256", "iso-8859-6"),
    ("iso8859-6", "utf-8", "iso-8859-6"),
    ("iso8859-6", "iso-8859-1", "iso-8859-6"),
    ("utf-8", "windows-1256", "utf-8"),
    ("utf-8", "iso-8859-1", "utf-8"),
    ("utf-8", "iso-8859-6", "utf-8"),
    ("utf-8", "utf-16", "utf-8"),
    ("utf-8", "big5", "utf-8"),
    ("utf-16-le", "utf-8", "utf-16le"),
    ("utf-16-be", "windows-1256", "utf-16be"),
]


@pytest.mark.parametrize(("codec", "label", "name"), LIES)
def test_a_server_that_errs_is_overruled_and_named(codec: str, label: str, name: str) -> None:
    text = page(NEWS)
    decoded = decode(text.encode(codec), declared=label)
    assert (decoded.text, decoded.encoding) == (text, name)
    assert decoded.warnings == (f"encoding: the server declares {canonical(label)}, its bytes are {name}",)


@pytest.mark.parametrize(("codec", "label", "name"), [lie for lie in LIES if not lie[0].startswith("utf-16")])
def test_a_page_that_errs_about_itself_is_overruled_and_named(codec: str, label: str, name: str) -> None:
    text = page(NEWS, charset=label)
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding) == (text, name)
    assert decoded.warnings == (f"encoding: the page declares {canonical(label)}, its bytes are {name}",)


@pytest.mark.parametrize(
    ("codec", "name"),
    [("cp1256", "windows-1256"), ("iso8859-6", "iso-8859-6"), ("utf-16-le", "utf-16le"), ("utf-16-be", "utf-16be")],
)
@pytest.mark.parametrize("text", [NEWS, TITLE.replace("ّ", ""), page(NEWS)])
def test_a_guess_says_that_it_is_one(codec: str, name: str, text: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.warnings) == (text, name, (f"encoding: guessed {name}",))


@pytest.mark.parametrize("codec", ["cp1256", "iso8859-6"])
@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1"])
@pytest.mark.parametrize(
    "text",
    ["مقتل عشرة جنود شمال بغداد", "نتائج سحب كأس آسيا", "فوز فريق دمشق", "وفاة شيخ قبيلة", "عاجل: زلزال يضرب طهران"],
)
def test_a_headline_without_common_words_is_read(text: str, declared: str | None, codec: str) -> None:
    assert decode(text.encode(codec), declared=declared).text == text


def test_persian_in_windows_1256_is_read_too() -> None:
    decoded = decode(page(PERSIAN_IN_1256).encode("cp1256"), declared="utf-8")
    assert PERSIAN_IN_1256 in decoded.text


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "latin1", None])
@pytest.mark.parametrize("text", [FRENCH, GERMAN])
def test_a_latin_page_does_not_become_arabic(text: str, label: str | None) -> None:
    decoded = decode(page(text).encode("cp1252"), declared=label)
    assert (decoded.text, decoded.encoding) == (page(text), "windows-1252")


@pytest.mark.parametrize(
    ("codec", "label", "text"),
    [
        ("cp1251", "windows-1251", "Министр заявил, что переговоры продолжатся в столице на следующей неделе."),
        ("cp1253", "windows-1253", "Ο υπουργός είπε ότι οι συνομιλίες θα συνεχιστούν στην πρωτεύουσα."),
        ("cp1255", "windows-1255", "השר אמר שהשיחות יימשכו בבירה בשבוע הבא"),
        ("gb18030", "gb18030", "外交部长星期日表示会谈将在首都继续举行。"),
        ("shift_jis", "Shift_JIS", "外務大臣は日曜日に会談が首都で続くと述べた。"),
        ("euc-kr", "euc-kr", "장관은 회담이 수도에서 계속될 것이라고 말했다."),
        ("cp1254", "iso-8859-9", "Bakan, görüşmelerin başkentte süreceğini söyledi."),
        ("koi8-r", "koi8-r", "Министр заявил, что переговоры продолжатся."),
    ],
)
def test_other_languages_keep_the_encoding_that_they_declare(codec: str, label: str, text: str) -> None:
    decoded = decode(page(text).encode(codec), declared=label)
    assert (decoded.text, decoded.encoding, decoded.warnings) == (page(text), canonical(label), ())


def test_what_the_server_says_is_heard_before_the_page_and_the_page_where_the_server_errs() -> None:
    text = page(NEWS, charset="windows-1256")
    assert decode(text.encode(), declared="utf-8").warnings == ()
    right_page = decode(text.encode("cp1256"), declared="utf-8")
    assert (right_page.text, right_page.encoding) == (text, "windows-1256")
    assert right_page.warnings == ("encoding: the server declares utf-8, its bytes are windows-1256",)


def test_the_xml_declaration_is_heard() -> None:
    text = page(NEWS, xml="windows-1256")
    assert decode(text.encode("cp1256")).warnings == ()
    wrong = page(NEWS, xml="utf-8")
    assert decode(wrong.encode("cp1256")).text == wrong


@pytest.mark.parametrize("filler", [5_000, 40_000])
def test_a_late_declaration_is_heard_too(filler: int) -> None:
    text = page(NEWS, charset="windows-1256", before="<script>" + "x=1;" * (filler // 4) + "</script>")
    assert decode(text.encode("cp1256")).warnings == ()


def test_a_declaration_in_a_comment_or_in_plain_text_is_not_heard() -> None:
    commented = page(NEWS, before='<!-- <meta charset="windows-1256"> -->')
    assert decode(commented.encode()).warnings == ()
    plain = '<meta charset="windows-1256">\n' + NEWS
    assert decode(plain.encode(), markup=False).warnings == ()


@pytest.mark.parametrize(
    "label", ["foo", "utf-7", "hex", "rot13", "idna", "unicode_escape", "x" * 500, "\x00", "é", "undefined"]
)
def test_an_unknown_label_is_ignored_and_said(label: str) -> None:
    decoded = decode(page(NEWS).encode(), declared=label)
    assert (decoded.text, decoded.encoding) == (page(NEWS), "utf-8")
    assert len(decoded.warnings) == 1
    assert "which is no known encoding" in decoded.warnings[0]
    assert len(decoded.warnings[0]) < 300


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("UTF-8", "utf-8"),
        (" utf8 ", "utf-8"),
        ("'utf-8'", "utf-8"),
        ("utf8mb4", "utf-8"),
        ("cp1256", "windows-1256"),
        ("CP-1256", "windows-1256"),
        ("win-1256", "windows-1256"),
        ("x-windows-1256", "windows-1256"),
        ("windows_1256", "windows-1256"),
        ("iso8859-6", "iso-8859-6"),
        ("ISO-8859-6-I", "iso-8859-6"),
        ("asmo-708", "iso-8859-6"),
        ("ecma-114", "iso-8859-6"),
        ("csisolatinarabic", "iso-8859-6"),
        ("latin1", "windows-1252"),
        ("us-ascii", "windows-1252"),
        ("unicode", "utf-16le"),
        ("gb2312", "gbk"),
        ("sjis", "shift_jis"),
        ("macintosh", "macintosh"),
        ("", None),
        ("zip", None),
        ("bz2", None),
        ("punycode", None),
    ],
)
def test_labels_have_one_name(label: str, name: str | None) -> None:
    assert canonical(label) == name


def test_a_few_broken_bytes_do_not_make_utf8_something_else() -> None:
    data = page(NEWS).encode().replace("الحكومة".encode(), "الحكو".encode() + b"\xd9" + "ة".encode())
    decoded = decode(data, declared="windows-1256")
    assert decoded.encoding == "utf-8"
    assert "الحكو\ufffdة" in decoded.text
    assert decoded.warnings[1:] == ("encoding: 1 character could not be read",)


@pytest.mark.parametrize("cut", [1, 2])
def test_a_page_cut_within_a_character_is_still_utf8(cut: int) -> None:
    decoded = decode("<p>x</p>خ“".encode()[:-cut])
    assert (decoded.text, decoded.encoding) == ("<p>x</p>خ\ufffd", "utf-8")
    assert decoded.warnings == ("encoding: 1 character could not be read",)


def test_an_utf16_page_cut_within_a_character_is_read() -> None:
    decoded = decode(NEWS.encode("utf-16")[:-1])
    assert decoded.text == NEWS[:-1] + "\ufffd"


def test_characters_that_were_lost_earlier_are_told_from_those_lost_now() -> None:
    decoded = decode(("خبر \ufffd\ufffd عاجل " + NEWS).encode())
    assert decoded.warnings == ("encoding: 2 characters had been lost before the page was stored",)


def test_a_false_mark_before_windows_1256_is_overruled() -> None:
    decoded = decode(b"\xef\xbb\xbf" + NEWS.encode("cp1256"))
    assert (decoded.text, decoded.encoding) == (NEWS, "windows-1256")
    assert decoded.warnings == ("encoding: the byte order mark declares utf-8, its bytes are windows-1256",)


def test_an_english_page_with_curly_quotes_of_windows_is_read() -> None:
    decoded = decode(b"<p>The minister\x92s car \x96 a \x93gift\x94</p>", declared="utf-8")
    assert decoded.text == "<p>The minister’s car – a “gift”</p>"
    assert decoded.warnings == ("encoding: the server declares utf-8, its bytes are windows-1252",)


def test_an_ascii_page_of_references_needs_no_warning() -> None:
    data = page("".join(f"&#{ord(char)};" for char in TITLE)).encode()
    assert decode(data, declared="windows-1256").warnings == ()
    assert decode(b"").text == ""


def test_zero_bytes_alone_do_not_make_utf16() -> None:
    data = b"\x00\x00" + page(NEWS).encode() + b"\x00"
    assert decode(data).text == "\x00\x00" + page(NEWS) + "\x00"
    assert decode(b"\x00" * 64).encoding == "utf-8"


@pytest.mark.parametrize(
    "data", [bytes(range(256)), b"\x89PNG\r\n\x1a\n" + bytes(range(255, 0, -1)) * 9, b"\xff", b"\xff\xfe", b"\xfe"]
)
def test_bytes_that_are_no_text_come_out_as_something(data: bytes) -> None:
    assert isinstance(decode(data, declared="utf-8").text, str)


def test_what_cannot_be_read_is_counted() -> None:
    decoded = decode(b"caf\x81 \x8d", declared="windows-1252")
    assert decoded.text == "caf\ufffd \ufffd"
    assert decoded.warnings == ("encoding: 2 characters could not be read",)


SUR = "يعمل في مرفأ صور نحو أربعمئة صياد، ويبيعون ما يصطادونه في سوق المدينة، ثم يعودون إلى منازلهم مساء كل يوم."


@pytest.mark.parametrize("ends", ["\n", "\r\n", "</p>\n<p>"])
def test_utf8_read_as_latin1_is_undone_before_its_letters_are_taken_for_ends_of_lines(ends: str) -> None:
    meant = ends.join([SUR] * 3)
    found = decode(meant.encode().decode("latin-1").encode())
    assert found.text == meant
    assert [warning for warning in found.warnings if "undone: utf-8 read as windows-1252" in warning]


def test_letters_that_lost_a_byte_are_counted() -> None:
    damaged = SUR.encode().decode("latin-1").replace("\x85", " ", 2)
    assert "encoding: 2 characters lost a byte in an earlier decoding and cannot be undone" in decode(
        damaged.encode()
    ).warnings  # fmt: skip
    assert decode("Ø, sa Ùmit, og Øystein gikk til Ærø".encode()).warnings == ()
