"""Feeds asked again and again: what is new is added, what is known costs nothing, what fails waits."""

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import islice

import pytest
from tests.watch.conftest import TEXTS, WHO, Answer, Clock, Site, Start, entry, feed, one, outcomes, page

from marsad.archive import Archive, rejects, verify, withdraw
from marsad.archive.watched import enlist, feeds, seen, unlist
from marsad.errors import ArchiveError, UsageError
from marsad.watch import check_feed


def conditional(body: bytes, etag: str = '"a1"') -> Callable[[dict[str, str]], Answer]:
    """A server that sends only what has changed."""

    def answer(headers: dict[str, str]) -> Answer:
        if headers.get("if-none-match") == etag:
            return 304, {"ETag": etag}, b""
        return 200, {"ETag": etag, "Last-Modified": "Tue, 10 Mar 2026 08:00:00 GMT"}, body

    return answer


def conditions(site: Site) -> list[tuple[str | None, str | None]]:
    return [(headers.get("if-none-match"), headers.get("if-modified-since")) for _, headers in site.asked]


def test_what_is_new_is_added_with_its_bytes_and_its_origin(site: Site, archive: Archive, watch: Start) -> None:
    url = site.page("/feed", feed(entry(1), entry(2)), "application/rss+xml")
    polled = one(watch(url))
    assert outcomes(polled) == ["added", "added"]
    record = archive.record(polled.kept[0].id or "")
    assert record is not None
    assert TEXTS[1] in record.article.text
    assert record.origin.url == "https://akhbar.example/1"
    assert record.origin.container is not None
    assert (record.origin.container.uri, record.origin.container.record) == (url, "n-1")
    assert record.origin.fetched_at == "2026-03-10T09:00:00Z"
    (first, _) = archive.entries()
    assert (first.at, first.data["by"]) == ("2026-03-10T09:00:00Z", "مريم")
    assert list(verify(archive)) == []


def test_atom_and_json_feeds_are_read_too(site: Site, watch: Start) -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>أخبار</title><entry><id>urn:1</id><title>خبر</title>'
        f'<link href="https://akhbar.example/a"/><content type="html">{TEXTS[1]}</content></entry></feed>'
    )
    items = [{"id": 7, "url": "https://akhbar.example/j", "title": "خبر", "content_text": TEXTS[2]}]
    as_json = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "أخبار", "items": items})
    urls = [site.page("/atom", atom.encode()), site.page("/json", as_json.encode())]
    assert [outcomes(polled) for polled in watch(*urls).round()] == [["added"], ["added"]]


def test_known_items_are_not_read_again_and_new_ones_are(site: Site, watch: Start, archive: Archive) -> None:
    url = site.page("/feed", feed(entry(1)))
    watched = watch(url)
    one(watched)
    site.page("/feed", feed(entry(2), entry(1)))
    polled = one(watched)
    assert (outcomes(polled), polled.passed) == (["added"], 1)
    assert one(watch(url)).passed == 2
    assert len(archive) == 2


def test_a_changed_item_becomes_a_version(site: Site, watch: Start, archive: Archive) -> None:
    url = site.page("/feed", feed(entry(1)))
    first = one(watch(url)).kept[0]
    site.page("/feed", feed(entry(1, TEXTS[1].replace("الصيف", "الخريف"))))
    changed = one(watch(url))
    assert [(kept.id, kept.version, kept.outcome) for kept in changed.kept] == [(first.id, 2, "version")]
    site.page("/feed", feed(entry(1)))
    assert outcomes(one(watch(url))) == ["version"]  # back to what it was: a silent edit all the same
    assert list(verify(archive)) == []


def test_a_withdrawn_article_stays_out(site: Site, watch: Start, archive: Archive) -> None:
    url = site.page("/feed", feed(entry(1)))
    withdraw(archive, one(watch(url)).kept[0].id or "", "court order", replace(WHO, at="2026-03-10T09:30:00Z"))
    site.page("/feed", feed(entry(1, TEXTS[3])))
    assert outcomes(one(watch(url))) == ["withdrawn"]
    assert len(archive) == 0


def test_a_feed_is_sent_only_if_it_has_changed_also_in_another_run(site: Site, watch: Start) -> None:
    site.answers["/feed"] = conditional(feed(entry(1)))
    url = site.url("/feed")
    one(watch(url))
    polled = one(watch(url))
    assert (polled.feed.result.reason, polled.kept) == ("unchanged", ())
    site.answers["/feed"] = conditional(feed(entry(1), entry(2)), '"b2"')
    assert outcomes(one(watch(url))) == ["added"]
    since = "Tue, 10 Mar 2026 08:00:00 GMT"
    assert conditions(site) == [(None, None), ('"a1"', since), ('"a1"', since)]
    one(watch(url))
    assert conditions(site)[-1] == ('"b2"', since)


def test_feeds_are_asked_for_as_such_and_pages_as_pages(site: Site, watch: Start) -> None:
    site.page("/1", page("عنوان الصفحة", TEXTS[1]))
    one(watch(site.page("/feed", feed(entry(1, link=site.url()))), follow=True))
    assert [headers["accept"].partition(",")[0] for _, headers in site.asked] == ["application/rss+xml", "text/html"]


@pytest.mark.parametrize("header", ["\u00e9\u0660", "a\x01b"])
def test_a_strange_etag_is_not_sent_back(site: Site, watch: Start, header: str) -> None:
    site.answers["/feed"] = (200, {"ETag": header.encode().decode("latin-1")}, feed(entry(1)))
    one(watch(site.url("/feed")))
    one(watch(site.url("/feed")))
    assert conditions(site) == [(None, None)] * 2


def test_following_fetches_new_pages_only(site: Site, watch: Start, archive: Archive) -> None:
    for number in (1, 2):
        site.page(f"/{number}", page(f"عنوان الصفحة رقم {number}", TEXTS[number]))
    url = site.page("/feed", feed(entry(1, link=site.url())))
    watched = watch(url, follow=True)
    record = archive.record(one(watched).kept[0].id or "")
    assert record is not None
    assert record.article.headline == "عنوان الصفحة رقم 1"
    site.page("/feed", feed(entry(2, link=site.url()), entry(1, link=site.url())))
    one(watched)
    one(watched)
    assert site.paths() == ["/feed", "/1", "/feed", "/2", "/feed"]


def test_a_page_that_another_feed_has_had_is_not_fetched_again(site: Site, watch: Start) -> None:
    site.page("/1", page("عنوان الصفحة", TEXTS[1]))
    urls = [site.page(f"/{name}", feed(entry(1, link=site.url(), guid=name))) for name in "ab"]
    assert [polled.passed for polled in watch(*urls, follow=True).round()] == [0, 1]
    assert site.paths() == ["/a", "/1", "/b"]
    assert [polled.passed for polled in watch(*urls, follow=True).round()] == [1, 1]


def test_an_item_that_a_feed_tells_twice_is_read_once(site: Site, watch: Start) -> None:
    url = site.page("/feed", feed(entry(1), entry(1)))
    polled = one(watch(url))
    assert (outcomes(polled), polled.passed) == (["added"], 1)


def test_items_of_one_id_at_several_addresses_are_several(site: Site, watch: Start) -> None:
    items = [entry(number).replace(f"n-{number}", "same") for number in (1, 2, 3)]
    assert outcomes(one(watch(site.page("/feed", feed(*items))))) == ["added"] * 3


def test_an_item_without_id_and_address_is_known_by_its_title(site: Site, watch: Start) -> None:
    item = f"<item><title>خبر بلا رابط</title><description>{TEXTS[1]}</description></item>"
    url = site.page("/feed", feed(item))
    assert outcomes(one(watch(url))) == ["added"]
    assert one(watch(url)).passed == 1


def test_a_page_that_is_no_article_is_refused_once(site: Site, watch: Start, archive: Archive) -> None:
    url = site.page("/feed", feed("<item><title>فارغ</title><guid>e</guid></item>", entry(1)))
    assert outcomes(one(watch(url))) == ["refused", "added"]
    assert [reject.reason for reject in rejects(archive)] == ["empty"]
    assert one(watch(url)).passed == 2


def test_without_names_all_feeds_of_the_archive_are_asked(site: Site, watch: Start, archive: Archive) -> None:
    urls = [site.page(f"/{name}", feed(entry(1))) for name in "ab"]
    list(watch(urls[0]).round())
    list(watch(urls[1]).round())
    assert [polled.feed.url for polled in watch().round()] == urls
    unlist(archive, urls[0])
    assert [polled.feed.url for polled in watch().round()] == urls[1:]
    assert not seen(archive, urls[0])
    with pytest.raises(ArchiveError, match="no feed"):
        unlist(archive, urls[0])


@pytest.mark.parametrize("url", ["feed.xml", "ftp://akhbar.example/feed", "https://", "", "file:///etc/passwd"])
def test_what_is_no_address_is_said_at_once(url: str, watch: Start, archive: Archive) -> None:
    with pytest.raises(UsageError, match="no address of a feed"):
        check_feed(url)
    with pytest.raises(UsageError):
        watch(url)
    assert feeds(archive) == []


def test_rounds_begin_when_their_time_has_come(site: Site, watch: Start, clock: Clock) -> None:
    url = site.page("/feed", feed(entry(1)))
    told = list(islice(watch(url, every=600.0).rounds(), 3))
    assert [polled.feed.polled for polled in told] == [
        "2026-03-10T09:00:00Z", "2026-03-10T09:10:00Z", "2026-03-10T09:20:00Z",
    ]  # fmt: skip
    assert clock.slept == [600, 600]


def test_a_feed_that_joins_meanwhile_is_asked_with_the_next_round(site: Site, watch: Start, archive: Archive) -> None:
    first, second = site.page("/a", feed(entry(1))), site.page("/b", feed(entry(2)))
    watch(first)
    rounds = watch().rounds()
    assert next(rounds).feed.url == first
    enlist(archive, [second])
    assert next(rounds).feed.url == second
