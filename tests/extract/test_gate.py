"""Is a page an article at all?"""

import pytest

from marsad.errors import NotAnArticle
from marsad.extract import dump
from marsad.extract.gate import check
from marsad.extract.lexicon import label_kind
from marsad.extract.lines import Line, Sheet, finish
from marsad.extract.metadata import Metadata

TITLE = "بلدية الموصل تفتتح الجسر القديم"
TEXT = "افتتحت بلدية الموصل صباح أمس الجسر القديم أمام المارة والسيارات بعد ترميم استمر ثلاثة أعوام كاملة."
MORE = "وقال مدير البلدية إن الكلفة بلغت أربعة مليارات دينار وإن الشركة أنهت العمل قبل موعده المحدد بشهرين."


def of(text: str, *body: str) -> tuple[Sheet, list[Line]]:
    sheet = dump.sheet(text)
    finish(sheet, "ar")
    for line in sheet.lines:
        line.label = label_kind(line.key)
        line.reason = None if line.text in body else "other"
    return sheet, [line for line in sheet.lines if line.text in body]


def reason(
    text: str, *body: str, headline: str | None = TITLE, language: str = "ar", metadata: Metadata | None = None
) -> str:
    sheet, lines = of(text, *body)
    try:
        check(sheet, lines, headline, language, metadata or Metadata())
    except NotAnArticle as error:
        return error.reason
    return "article"


def test_a_headline_and_two_paragraphs_are_an_article() -> None:
    assert reason(f"{TITLE}\n{TEXT}\n{MORE}", TEXT, MORE) == "article"


def test_a_brief_of_one_sentence_is_an_article() -> None:
    assert reason(f"{TITLE}\n{TEXT}", TEXT) == "article"


@pytest.mark.parametrize("text", ["", "\n\n", "...", "نص"])
def test_a_page_without_text_is_empty(text: str) -> None:
    assert reason(text, headline=None) == "empty"


def test_a_page_of_a_few_words_is_too_short() -> None:
    assert reason("هذه صفحة قصيرة جدا لا خبر فيها أبدا", headline=None) == "too-short"


def test_a_text_without_a_headline_is_told_so() -> None:
    assert reason(f"{TEXT}\n{MORE}", TEXT, MORE, headline=None) == "no-headline"


@pytest.mark.parametrize("language", ["fa", "ur", "en"])
def test_a_text_in_another_language_is_told_so(language: str) -> None:
    assert reason(f"{TITLE}\n{TEXT}\n{MORE}", TEXT, MORE, language=language) == "other-language"


@pytest.mark.parametrize("title", ["الصفحة غير موجودة", "404 - الصفحة المطلوبة غير موجودة", "خطأ 404"])
def test_an_error_page_is_told_by_its_title(title: str) -> None:
    assert reason(f"{title}\nعد إلى الصفحة الرئيسية من هنا لو سمحت", headline=title) == "error-page"


def test_an_article_about_an_error_page_is_an_article() -> None:
    texts = [f"{TEXT} {MORE} {number}" for number in range(8)]
    title = "الصفحة غير موجودة: كيف اختفى موقع الوزارة"
    assert reason("\n".join([title, *texts]), *texts, headline=title) == "article"


def test_a_list_of_titles_is_a_listing() -> None:
    titles = [f"عنوان خبر من أخبار المدينة رقم {number}" for number in range(12)]
    assert reason("\n".join(titles), titles[0], headline=titles[0]) == "listing"


def test_the_titles_of_a_front_page_are_a_home_page() -> None:
    titles = [f"عنوان خبر من أخبار المدينة رقم {number}" for number in range(12)]
    metadata = Metadata(url="https://news.example/")
    assert reason("\n".join(titles), titles[0], headline=titles[0], metadata=metadata) == "home-page"


def test_an_article_among_many_titles_is_an_article() -> None:
    titles = [f"عنوان خبر من أخبار المدينة رقم {number}" for number in range(40)]
    texts = [f"{TEXT} {MORE} {number}" for number in range(6)]
    assert reason("\n".join([TITLE, *texts, *titles]), *texts) == "article"


def test_a_wall_of_consent_is_no_article() -> None:
    wall = "نحن نقدر خصوصيتك، ونستخدم مع شركائنا ملفات تعريف الارتباط لتحسين تجربتك على الموقع. اختر ما يناسبك من فضلك."
    assert reason(f"{TITLE}\n{wall}", wall) == "empty"


def test_a_page_of_search_results_is_a_listing() -> None:
    assert reason(f"نتائج البحث عن جسر\n{TEXT}", TEXT, headline="نتائج البحث عن جسر") == "listing"


def test_the_message_says_what_to_do() -> None:
    sheet, body = of(f"{TEXT}\n{MORE}", TEXT, MORE)
    with pytest.raises(NotAnArticle, match="--any"):
        check(sheet, body, None, "ar", Metadata())
