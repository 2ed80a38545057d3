"""Text dumps become lines."""

import pytest

from marsad.extract.dump import sheet


def texts(text: str) -> list[str]:
    return [line.text.strip() for line in sheet(text).lines]


def test_each_line_that_holds_something_is_a_line() -> None:
    assert texts("أول\nثان\n\nثالث") == ["أول", "ثان", "ثالث"]


def test_blank_lines_are_counted_as_breaks() -> None:
    assert [line.breaks for line in sheet("أول\nثان\n \n\u00a0\nثالث").lines] == [1, 1, 3]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_sign_that_ends_a_line_ends_a_line(end: str) -> None:
    assert texts(f"أول{end}ثان") == ["أول", "ثان"]


@pytest.mark.parametrize("text", ["", "\n", " \t\n\u00a0", "\r\n" * 100])
def test_a_dump_of_blanks_has_no_lines(text: str) -> None:
    assert sheet(text).lines == []


def test_a_dump_is_one_block() -> None:
    found = sheet("أول\nثان")
    assert found.is_dump
    assert {line.block for line in found.lines} == {0}


MARKDOWN = "[الرئيسية](http://n.example/) [محليات](/local) [رياضة](/sport)\n"


def test_links_of_markdown_are_links() -> None:
    first = sheet(MARKDOWN).lines[0]
    assert first.text == "الرئيسية محليات رياضة"
    assert first.links[1] == ("محليات", "/local")
    assert first.link_share > 0.8


@pytest.mark.parametrize("raw", ["## عنوان", "**عنوان**", "* عنوان", "_عنوان_", "> عنوان", "## عنوان ##"])
def test_marks_of_markdown_go_where_links_prove_it(raw: str) -> None:
    assert texts(MARKDOWN + raw)[-1] == "عنوان"


@pytest.mark.parametrize("raw", ["## عنوان", "**عنوان**", "[عنوان](http://n.example/)", "* عنوان"])
def test_the_same_marks_stay_where_nothing_proves_markdown(raw: str) -> None:
    assert texts(raw) == [raw]


def test_what_stands_under_a_picture_of_markdown_is_its_caption() -> None:
    lines = sheet(f"{MARKDOWN}![جسر](a.jpg)\nالجسر القديم\n\nنص الخبر").lines
    assert [line.text for line in lines if "caption" in line.hints] == ["الجسر القديم"]


def test_numbers_of_links_by_lynx_go() -> None:
    assert texts("[1]الرئيسية [2]محليات [3]رياضة\nفي عام [1] كان") == ["الرئيسية محليات رياضة", "في عام [1] كان"]


@pytest.mark.parametrize("raw", ["12. http://n.example/a", "[3]: https://n.example/", "   4. mailto:a@n.example"])
def test_the_list_of_addresses_at_the_end_is_a_menu(raw: str) -> None:
    assert sheet(raw).lines[0].reason == "menu"


def test_an_address_inside_a_sentence_is_no_menu() -> None:
    assert sheet("زوروا 12. http://n.example/a وقولوا رأيكم").lines[0].reason is None


@pytest.mark.parametrize("raw", ["[" * 3000, "](" * 3000, "[a](b" * 1000, "![" * 2000, "**" * 2000])
def test_brackets_without_end_do_no_harm(raw: str) -> None:
    assert len(sheet(f"{MARKDOWN}{raw}").lines) >= 1


def test_no_letter_of_a_plain_dump_is_lost() -> None:
    text = "أ(ب)[ج] *د* _ه_ #و ~ز~\nح|ط"
    assert "\n".join(texts(text)) == text
