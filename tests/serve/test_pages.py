"""Pages: each in both languages, whole without a script, and what a reader finds on them."""

import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.serve.browser import Browser
from tests.serve.conftest import Html

from marsad.archive import Archive, Intake, redact, set_level

NOW = Intake("2026-03-10T09:00:00Z", "مريم", "test", "marsad test")
PAGES = (
    "/",
    "/search",
    "/search?q=الأردن",
    "/search?q=الأردن&as_written=1&sort=oldest",
    "/search?q=لاشيءمثله",
    "/quotes",
    "/quotes?speaker=الحوراني&kind=mixed",
    "/events",
    "/events?type=CONSULT&dyad=JOR:EGY",
    "/article/{id}",
    "/search?page=2",
    "/nowhere",
    "/article/a-000000000000",
    "/search?q=%22",
    "/quotes?page=x",
)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_sound_html_in_both_languages(client: Browser, talks: str, path: str, lang: str) -> None:
    done = client.get(f"/{lang}{path.format(id=talks)}")
    page = Html(done.text)
    assert done.status_code in {200, 400, 404}
    assert (page.root["lang"], page.root["dir"]) == (lang, "rtl" if lang == "ar" else "ltr")
    assert len(done.content) < 100_000
    other = "en" if lang == "ar" else "ar"
    assert any(link.startswith(f"/{other}/") for link in page.links)


def test_every_link_of_every_page_leads_somewhere(client: Browser, talks: str) -> None:
    waiting, seen = ["/ar/", f"/ar/article/{talks}"], set[str]()
    while waiting and len(seen) < 150:
        path = waiting.pop(0)
        if path in seen or path.startswith("http"):
            continue
        seen.add(path)
        done = client.get(path)
        assert done.status_code == 200, path
        if done.headers["content-type"].startswith("text/html"):
            waiting += [link.partition("#")[0] for link in Html(done.text).links if link.startswith("/")]
    assert len(seen) > 60


def test_the_first_page_is_arabic(client: Browser) -> None:
    done = client.get("/")
    assert done.headers["location"] == "/ar/"
    page = Html(client.get("/ar/").text)
    assert "5 مقالات" in page.words["p"]
    assert "وزيرا الطاقة في الأردن ومصر" in page.words["h2"]


def test_an_article_shows_all_its_text_once_and_in_order(client: Browser, archive: Path, talks: str) -> None:
    with Archive.open(archive, read_only=True) as opened:
        record = opened.record(talks)
    assert record is not None
    text = client.get(f"/ar/article/{talks}").text
    body = re.search(r'<div class="text".*?</div>', text, re.DOTALL)
    assert body is not None
    shown = [re.sub(r"<[^>]+>", "", part) for part in re.findall(r'<p id="p\d+">(.*?)</p>', body[0], re.DOTALL)]
    assert shown == [part.replace('"', "&#34;") for part in record.article.paragraph_texts()]


def test_every_quote_and_event_leads_to_its_words(client: Browser, archive: Path, talks: str) -> None:
    with Archive.open(archive, read_only=True) as opened:
        record = opened.record(talks)
    assert record is not None
    assert record.quotes
    assert record.events
    page = Html(client.get(f"/ar/article/{talks}").text)
    for name in [*(quote.id for quote in record.quotes), *(event.id for event in record.events)]:
        assert {name, f"card-{name}"} <= set(page.ids)
        assert f"/ar/article/{talks}#{name}" in page.links
    for label in (
        "التصريحات", "الأحداث", "الأصل", "القناة", "مؤتمر صحفي", "المخاطبالصحفيين", "منفي", "لم يُسمَّ أحد",
        "وكالة الضفتين",
    ):  # fmt: skip
        assert label in page.words["main"]


def switched_on(client: Browser, path: str) -> list[str]:
    """The forms of words that a page of results has switched on."""
    return re.findall(r'class="chip"[^>]*aria-current="true"><bdi[^>]*>([^<]+)<', client.get(path).text)


def test_a_form_is_switched_on_and_off_again(client: Browser) -> None:
    first = "/ar/search?" + urlencode({"q": "الأردن"})
    page = Html(client.get(first).text)
    taken_in = next(link for link in page.links if "also=" in link)
    assert len(switched_on(client, taken_in)) == len(switched_on(client, first)) + 1
    assert first in Html(client.get(taken_in).text).links


def test_a_form_is_switched_off_and_on_again(client: Browser) -> None:
    first = "/ar/search?" + urlencode({"q": "كهرباء"})
    forms = switched_on(client, first)
    assert "الكهرباء" in forms
    without = next(link for link in Html(client.get(first).text).links if urlencode({"without": "الكهرباء"}) in link)
    assert switched_on(client, without) == [form for form in forms if form != "الكهرباء"]
    assert first in Html(client.get(without).text).links


def test_a_facet_narrows_the_search_to_as_many_as_it_says(client: Browser) -> None:
    text = client.get("/en/search?q=المياه OR الطاقة").text
    rows = re.findall(r'<li><a href="([^"]+)">.*?<span class="count">(\d+)</span></li>', text)
    assert len(rows) > 5
    for href, count in rows:
        assert f"<strong>{count} article" in client.get(href.replace("&amp;", "&")).text


def test_words_that_were_found_are_marked_whole(client: Browser) -> None:
    assert "<mark>الأردن</mark>" in client.get("/ar/search?q=الأردن").text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ('"وزارة', "علامة التنصيص"),
        ("topic:water", "لا حقل باسم topic"),
        ("OR روسيا", "لا شيء قبل OR"),
        ("روسيا AND", "لا شيء بعد AND"),
        ("(روسيا", "لم يُغلق"),
        ("روسيا)", "لا يقابله"),
        ("date:أمسية", "ليس هذا تاريخا"),
        ("type:DANCE", "ليس نوعا"),
        ("has:cats", "لا يعرف الحقل"),
        ("رو*سيا", "علامة *"),
        ("*", "قصيرة"),
        ("ر*", "قصيرة"),
        ("speaker:", "لا قيمة"),
        ("()", "لا شيء يُبحث عنه"),
        ("«»", "خالية"),
        ("روسيا »", "لا تغلق عبارة"),
        ("، ،", "لا كلمة"),
        ("date:..", "لا قيمة"),
        ('date:" .. "', "لا تاريخ على جانبي"),
        ("date:2016..2015", "بداية المدة بعد نهايتها"),
        ("ا " * 61, "أكثر من 60"),
        ("(" * 31 + "ا" + ")" * 31, "أكثر من 30"),
        ("ا" * 2001, "2,001 حرف"),
    ],
)
def test_a_malformed_query_is_said_in_arabic_with_its_place(client: Browser, query: str, said: str) -> None:
    done = client.get("/ar/search", params={"q": query})
    assert done.status_code == 400
    page = Html(done.text)
    assert said in page.words["p"]
    assert '<p class="note" lang="ar" dir="rtl">' in done.text
    english = client.get("/en/search", params={"q": query})
    assert english.status_code == 400
    assert '<p class="note" lang="en" dir="ltr">' in english.text


@pytest.mark.parametrize("page", ["0", "-1", "x", "1.5", "٣", "99999999999999999999", "501"])
def test_a_wrong_page_number_is_said(client: Browser, page: str) -> None:
    for path in ("/ar/search", "/ar/quotes", "/ar/events"):
        done = client.get(path, params={"page": page})
        assert done.status_code == 400
        assert "page" in Html(done.text).words["p"]


def test_a_page_behind_the_last_one_leads_back(client: Browser) -> None:
    done = client.get("/ar/search?page=9")
    assert done.status_code == 404
    assert "بعد الأخيرة" in Html(done.text).words["main"]


def test_an_archive_without_articles_says_so(browse: Callable[..., Browser], tmp_path: Path) -> None:
    with Archive.open(tmp_path / "empty.db", create=True):
        pass
    client = browse(tmp_path / "empty.db")
    assert "marsad add" in Html(client.get("/ar/").text).words["p"]
    assert client.get("/en/quotes").status_code == client.get("/en/events").status_code == 200


def test_what_is_added_kept_back_or_closed_is_so_at_once(
    browse: Callable[..., Browser], tmp_path: Path, archive: Path, talks: str
) -> None:
    path = tmp_path / "copy.db"
    with Archive.open(archive) as opened:
        opened.connection.execute("VACUUM INTO ?", (str(path),))
    client = browse(path)
    before = client.get(f"/ar/article/{talks}")
    assert "الحوراني" in before.text
    with Archive.open(path) as opened:
        redact(opened, "الحوراني", NOW, reason="طلب")
    known = {"If-None-Match": before.headers["etag"]}
    after = client.get(f"/ar/article/{talks}", headers=known)
    assert after.status_code == 200
    for shown in (after, client.get("/ar/"), client.get("/ar/quotes"), client.get(f"/api/v1/articles/{talks}")):
        assert "الحوراني" not in shown.text
    with Archive.open(path) as opened:
        set_level(opened, [talks], "closed", "طلب", NOW)
    assert client.get(f"/ar/article/{talks}").status_code == 404
    assert "4 مقالات" in client.get("/ar/").text
    assert browse(path, "closed").get(f"/ar/article/{talks}").status_code == 200


def test_the_style_sheet_knows_no_left_and_right_and_loads_nothing() -> None:
    css = files("marsad.serve").joinpath("static", "marsad.css").read_text("utf-8")
    rules = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    assert not re.findall(r"\b(?:left|right|letter-spacing|italic|justify)\b(?!-content)", rules)
    assert not re.findall(r"https?:|@import", rules)
    assert set(re.findall(r'url\("([^"]+)"\)', rules)) == {"naskh-arabic.woff2", "naskh-latin.woff2"}
