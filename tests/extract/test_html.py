"""Web pages become lines."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from marsad.extract.html import sheet
from marsad.extract.lines import Line, Sheet


def of(markup: str) -> Sheet:
    return sheet(LexborHTMLParser(f"<body>{markup}"))


def texts(markup: str) -> list[str]:
    return [line.text for line in of(markup).lines]


def only(markup: str) -> Line:
    (line,) = of(markup).lines
    return line


def test_each_block_is_a_line() -> None:
    assert texts("<p>أول</p><div>ثان<p>ثالث</p>رابع</div><h2>خامس</h2>") == ["أول", "ثان", "ثالث", "رابع", "خامس"]


def test_a_break_ends_a_line_and_two_leave_a_blank_one() -> None:
    assert [(line.text, line.breaks) for line in of("<p>أول<br>ثان<br><br>ثالث</p>").lines][1:] == [
        ("ثان", 1),
        ("ثالث", 2),
    ]


def test_a_preformatted_text_keeps_its_lines() -> None:
    assert texts("<pre>أول\nثان\n\nثالث</pre>") == ["أول", "ثان", "ثالث"]


def test_white_space_between_words_is_one_space() -> None:
    assert texts("<p> أول \n\t ثان </p>") == ["أول ثان"]


def test_words_that_inline_markup_cuts_stay_whole() -> None:
    assert texts('<p>الج<b>س</b>ر <span style="color:red">القد</span>يم</p>') == ["الجسر القديم"]


@pytest.mark.parametrize("tag", ["script", "style", "noscript", "svg", "select", "button", "textarea", "template"])
def test_what_no_reader_reads_is_no_line(tag: str) -> None:
    assert texts(f"<p>أول</p><{tag}>سر</{tag}><p>ثان</p>") == ["أول", "ثان"]


def test_links_are_kept_with_their_share_of_the_line() -> None:
    line = only('<p>نص <a href="/a?x=1&amp;y=2">رابط</a></p>')
    assert line.links == (("رابط", "/a?x=1&y=2"),)
    assert 0.4 < line.link_share < 0.7


def test_two_links_side_by_side_are_two_words() -> None:
    assert texts("<p><a href=a>أول</a><a href=b>ثان</a></p>") == ["أول ثان"]


def test_a_line_in_bold_is_bold_and_a_bold_beginning_is_its_head() -> None:
    assert only("<p><b>أول</b></p>").bold
    line = only("<p><b>أول</b> ثان وثالث ورابع</p>")
    assert (line.bold, line.head) == (False, "أول")


def test_a_class_says_what_a_block_is() -> None:
    found = of('<div class="article-body"><p>أول</p></div><nav>ثان</nav><div style="display: none">ثالث</div>')
    hints = [found.blocks[found.path(line.block)[-3 if line.tag == "p" else 0]].hints for line in found.lines]
    assert ["body" in hints[0], "menu" in hints[1], "hidden" in hints[2]] == [True, True, True]


def test_pictures_know_the_line_behind_them() -> None:
    found = of('<p>أول</p><figure><img data-src="/a.jpg" src="x.gif" alt="جسر"></figure><p>ثان</p>')
    picture = found.pictures[0]
    assert (picture.url, picture.line, picture.figure) == ("/a.jpg", 1, True)


def test_times_for_machines_are_kept() -> None:
    assert of('<p>أول</p><time datetime="2016-05-03">أمس</time>').times == [("2016-05-03", 1)]


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<p>",
        "<p></p>",
        "<!-- نص -->",
        "<!-- <p>نص</p>",
        "<",
        "<>",
        "</p></div>",
        "<img>",
        "<p>&nbsp;</p>",
        "<a href=x></a>",
    ],
)
def test_a_page_of_nothing_has_no_text(markup: str) -> None:
    assert "".join(texts(markup)).strip(" \u00a0<>") == ""


def test_markup_that_was_never_closed_is_repaired() -> None:
    assert texts("<div><p>أول<p>ثان<ul><li>ثالث<li>رابع") == ["أول", "ثان", "ثالث", "رابع"]


def test_signs_that_were_escaped_are_text() -> None:
    assert texts("<p>2 &lt; 3 &amp; &#1571;</p>") == ["2 < 3 & أ"]


def test_a_greater_sign_inside_an_attribute_ends_no_tag() -> None:
    assert texts('<p title="أ > ب">نص</p>') == ["نص"]


@pytest.mark.parametrize("tag", ["div", "span", "b", "a", "p", "table", "blockquote"])
def test_ten_thousand_levels_are_walked(tag: str) -> None:
    assert "".join(texts(f"<{tag}>" * 10_000 + "نص")) == "نص"


def test_blocks_know_what_they_hold() -> None:
    found = of("<div><p>أول</p><p>ثان</p></div><p>ثالث</p>")
    around = found.blocks[found.lines[0].block].parent
    assert [line.block in found.inside(around) for line in found.lines] == [True, True, False]
