"""Feeds that fail, move or end, pages that cannot be had, and runs that are interrupted."""

from collections.abc import Iterator
from itertools import islice

import pytest
from tests.watch.conftest import TEXTS, WHO, Answer, Clock, Site, Start, entry, feed, one, outcomes, page

from marsad.archive import Archive, rejects, verify
from marsad.archive.watched import Feed, feeds
from marsad.errors import UsageError
from marsad.pipeline import Wanted
from marsad.read import FetchOptions, Options
from marsad.scale import Crew
from marsad.watch import Polled, Watch
from marsad.watch.times import LONGEST, LONGEST_ASKED, until_next


def state(archive: Archive) -> Feed:
    (only,) = feeds(archive)
    return only


def failing(site: Site, status: int = 500, **headers: str) -> str:
    site.answers["/feed"] = (status, headers, b"")
    return site.url("/feed")


def test_the_pauses_double_up_to_a_day_and_a_server_may_ask_for_more() -> None:
    assert [until_next(900, failures, 0) for failures in range(5)] == [900, 900, 1800, 3600, 7200]
    assert until_next(900, 100_000, 0) == LONGEST
    assert until_next(7 * LONGEST, 3, 0) == 7 * LONGEST  # never more often than was wanted
    assert until_next(900, 1, 5000) == 5000
    assert until_next(900, 1, float("inf")) == LONGEST_ASKED


def test_a_feed_that_fails_is_asked_less_and_less_often(site: Site, watch: Start, clock: Clock) -> None:
    url = failing(site)
    told = list(islice(watch(url, every=600.0).rounds(), 4))
    assert clock.slept == [600, 1200, 2400]
    assert [polled.feed.failures for polled in told] == [1, 2, 3, 4]
    assert "500" in str(told[0].error)
    assert len(site.asked) == 4  # the next round is the next try
    site.page("/feed", feed(entry(1)))
    clock.sleep(4800)
    again = one(watch(url))
    assert (again.feed.failures, outcomes(again)) == (0, ["added"])


def test_a_feed_that_waits_is_left_alone_by_the_next_run_too(site: Site, watch: Start, clock: Clock) -> None:
    url = failing(site)
    one(watch(url))
    assert list(watch(url).round()) == []
    assert [feed.url for feed in watch(url).resting()] == [url]
    clock.sleep(900)
    assert one(watch(url)).feed.failures == 2
    assert len(site.asked) == 2


@pytest.mark.parametrize(
    ("status", "asks", "due"),
    [
        (429, "7200", "2026-03-10T11:00:00Z"), (503, "7200", "2026-03-10T11:00:00Z"),
        (503, "5", "2026-03-10T09:15:00Z"), (503, "9" * 500, "2026-04-09T09:00:00Z"),
        (503, "soon", "2026-03-10T09:15:00Z"), (503, "-5", "2026-03-10T09:15:00Z"),
        (429, "Tue, 10 Mar 2026 12:00:00 GMT", "2026-03-10T12:00:00Z"),
    ],
)  # fmt: skip
def test_a_server_is_left_alone_for_as_long_as_it_asks(
    site: Site, watch: Start, archive: Archive, status: int, asks: str, due: str
) -> None:
    url = failing(site, status, **{"Retry-After": asks, "Date": "Tue, 10 Mar 2026 09:00:00 GMT"})
    one(watch(url))
    assert state(archive).due == due
    assert len(site.asked) == 1


def test_a_feed_that_is_gone_is_never_asked_again(site: Site, watch: Start, clock: Clock) -> None:
    url = failing(site, 410)
    told = list(watch(url).rounds())  # it ends by itself
    assert [(polled.feed.gone, polled.feed.due) for polled in told] == [(True, None)]
    clock.sleep(1e7)
    assert list(watch(url).round()) == []
    assert len(site.asked) == 1


def test_one_feed_that_fails_stops_no_other(site: Site, watch: Start) -> None:
    urls = [
        site.page("/a", "<p>صفحة</p>".encode()), failing(site), "http://127.0.0.1:1/feed", "https://no.invalid/feed",
        site.page("/bomb", b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><rss>&b;</rss>'),
        site.page("/json", b'{"version": "https://jsonfeed.org/version/1", '),
        site.page("/picture", b"\x89PNG\r\n\x1a\n"), site.page("/z", feed(entry(1))),
    ]  # fmt: skip
    told = {polled.feed.url: polled for polled in watch(*urls).round()}
    assert sorted(told) == sorted(urls)
    assert outcomes(told[urls[-1]]) == ["added"]
    assert all(told[url].error and told[url].feed.failures == 1 for url in urls[:-1])
    assert all(told[url].error.where == url for url in urls[:-1])  # type: ignore[union-attr]


def test_a_page_instead_of_a_feed_is_no_article_and_names_its_feeds(site: Site, watch: Start, archive: Archive) -> None:
    head = b'<link rel="alternate" type="application/rss+xml" href="/rss"><link rel="alternate" href="/en">'
    url = site.page("/", page("عنوان", TEXTS[1]).replace(b"<title>", head + b"<title>"))
    assert f"a page, not a feed; the page names: {site.url('/rss')}" in str(one(watch(url)).error)
    assert len(archive) == 0


def test_an_empty_feed_is_no_failure(site: Site, watch: Start) -> None:
    polled = one(watch(site.page("/feed", feed())))
    assert (polled.feed.failures, polled.kept) == (0, ())
    assert "no items" in str(polled.feed.result.message)


def test_a_feed_that_breaks_off_gives_what_is_whole_and_is_had_again(site: Site, watch: Start) -> None:
    whole = feed(entry(1), entry(2))
    site.answers["/feed"] = (200, {"ETag": '"x"'}, whole[: whole.index(b"n-2")])
    polled = one(watch(site.url("/feed")))
    assert outcomes(polled) == ["added"]
    assert "breaks off" in str(polled.error)
    assert (polled.feed.failures, polled.feed.conditions) == (0, {})


def test_robots_txt_is_minded(site: Site, watch: Start) -> None:
    url = site.page("/feed", feed(entry(1)))
    site.page("/robots.txt", b"User-agent: *\nDisallow: /feed\n", "text/plain")
    polled = one(watch(url, robots=True))
    assert polled.error is not None
    assert polled.error.reason == "robots"
    assert site.paths() == ["/robots.txt"]


def test_a_private_address_is_not_asked(site: Site, archive: Archive, clock: Clock) -> None:
    fetch = FetchOptions(pause=lambda _: None, respect_robots=False)
    with Watch(archive, [site.url("/feed")], WHO, options=Options(fetch=fetch), clock=clock) as watched:
        assert "private network" in str(one(watched).error)
    assert site.asked == []


# Feeds that move


def test_a_move_for_good_is_told_once_and_remembered(site: Site, watch: Start, archive: Archive) -> None:
    site.page("/new", feed(entry(1)))
    url = site.url("/old")
    site.answers["/old"] = (301, {"Location": "/newer"}, b"")
    site.answers["/newer"] = (308, {"Location": "/new"}, b"")
    assert one(watch(url)).moved == site.url("/new")
    assert one(watch(url)).moved is None
    assert site.paths() == ["/old", "/newer", "/new", "/new"]
    assert state(archive).url == url


def test_a_move_for_now_is_not_remembered(site: Site, watch: Start) -> None:
    site.page("/new", feed(entry(1)))
    url = site.redirect("/old", "/new")
    assert one(watch(url)).moved is None
    one(watch(url))
    assert site.paths() == ["/old", "/new"] * 2


def test_a_move_to_what_is_no_feed_is_not_remembered(site: Site, watch: Start, archive: Archive) -> None:
    site.page("/login", page("سجل الدخول", TEXTS[1]))
    site.answers["/feed"] = (301, {"Location": "/login"}, b"")
    assert one(watch(site.url("/feed"))).moved is None
    assert state(archive).moved is None


def test_where_the_new_address_fails_the_old_one_is_asked_again(site: Site, watch: Start, clock: Clock) -> None:
    site.page("/new", feed(entry(1)))
    site.answers["/old"] = (301, {"Location": "/new"}, b"")
    url = site.url("/old")
    one(watch(url))
    site.answers["/new"] = (404, {}, b"")
    one(watch(url))
    site.page("/old", feed(entry(1), entry(2)))
    clock.sleep(900)
    assert outcomes(one(watch(url))) == ["added"]


# Pages that cannot be had


def test_a_page_that_cannot_be_had_is_tried_again_and_its_item_kept_meanwhile(
    site: Site, watch: Start, archive: Archive
) -> None:
    site.answers["/1"] = (503, {}, b"")
    site.answers["/feed"] = (200, {"ETag": '"x"'}, feed(entry(1, link=site.url())))
    url = site.url("/feed")
    first = one(watch(url, follow=True))
    assert outcomes(first) == ["refused", "added"]
    assert first.feed.conditions == {}  # it is had again, though it stays the same
    site.page("/1", page("عنوان الصفحة", TEXTS[3]))
    second = one(watch(url, follow=True))
    assert [(kept.id, kept.outcome) for kept in second.kept] == [(first.kept[1].id, "version")]
    assert second.feed.conditions == {"If-None-Match": '"x"'}
    assert one(watch(url, follow=True)).passed == 1
    assert list(verify(archive)) == []


def test_a_page_that_never_comes_is_asked_for_in_five_rounds(site: Site, watch: Start) -> None:
    site.answers["/1"] = (503, {}, b"")
    url = site.page("/feed", feed(entry(1, link=site.url())))
    for _ in range(7):
        one(watch(url, follow=True))
    assert site.paths().count("/1") == 5


def test_a_site_that_fails_is_spared_and_the_rest_of_its_pages_had_when_it_is_back(site: Site, watch: Start) -> None:
    numbers = range(10, 15)
    for number in numbers:
        site.answers[f"/{number}"] = (503, {}, b"")
    items = [entry(number, TEXTS[1].replace("طرطوس", f"المدينة {number}"), site.url()) for number in numbers]
    watched = watch(site.page("/feed", feed(*items)), follow=True)
    first = one(watched)
    assert outcomes(first) == ["refused", "added"] * 5  # what the feed says of them is kept
    assert [kept.error.reason for kept in first.kept if kept.error] == ["fetch-failed"] * 3 + ["spared"] * 2
    assert site.paths() == ["/feed", "/10", "/11", "/12"]
    for number in numbers:
        site.page(f"/{number}", page(f"عنوان الصفحة رقم {number}", TEXTS[2].replace("الأحد", f"{number} أيار")))
    assert outcomes(one(watched)) == ["version"] * 5
    assert one(watched).passed == 5


def test_pages_that_were_spared_are_not_given_up(site: Site, watch: Start) -> None:
    for number in range(10, 15):
        site.answers[f"/{number}"] = (503, {}, b"")
    items = [entry(number, TEXTS[1], site.url()) for number in range(10, 15)]
    watched = watch(site.page("/feed", feed(*items)), follow=True)
    for _ in range(5):
        one(watched)  # the first three are given up
    assert site.paths().count("/14") == 0
    one(watched)
    assert site.paths()[-3:] == ["/feed", "/13", "/14"]


def test_a_page_that_does_not_exist_is_asked_for_once(site: Site, watch: Start, archive: Archive) -> None:
    url = site.page("/feed", feed(entry(1, link=site.url())))
    for _ in range(3):
        one(watch(url, follow=True))
    assert site.paths().count("/1") == 1
    assert [reject.reason for reject in rejects(archive)] == ["not-found"]


# Interruptions


def test_an_interrupted_run_keeps_what_was_read_and_reads_the_rest_later(
    site: Site, watch: Start, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(self: Crew, pages: object) -> Iterator[object]:
        yield from islice(read(self, pages), 2)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    read = Crew.results
    url = site.page("/feed", feed(entry(1), entry(2), entry(3)))
    told: list[Polled] = []
    with monkeypatch.context() as patch:
        patch.setattr(Crew, "results", interrupted)
        with pytest.raises(KeyboardInterrupt):
            told.extend(watch(url).round())  # extend takes what comes before the interruption
    assert outcomes(told[0]) == ["added", "added"]
    assert len(archive) == 2
    polled = one(watch(url))
    assert (outcomes(polled), polled.passed) == (["known", "added"], 1)


def test_an_engine_that_does_not_exist_ends_the_run(site: Site, archive: Archive, clock: Clock) -> None:
    url = site.page("/feed", feed(entry(1)))
    fetch = FetchOptions(allow_private=True, delay=0, respect_robots=False)
    with (
        Watch(archive, [url], WHO, options=Options(fetch=fetch), wanted=Wanted(engine="no"), clock=clock) as watched,
        pytest.raises(UsageError, match="engine"),
    ):
        list(watched.round())


def test_lone_surrogates_and_endless_ids_do_no_harm(site: Site, watch: Start, archive: Archive) -> None:
    item = f'{{"id": "\\ud800{"x" * 100_000}", "title": "\\udfff خبر", "content_text": "{TEXTS[1]}"}}'
    body = f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{item}, 5, null]}}'
    url = site.page("/feed", body.encode())
    assert len(one(watch(url)).kept) == 1
    assert one(watch(url)).passed == 1
    assert list(verify(archive)) == []


def test_a_server_that_says_unchanged_without_having_been_asked_is_in_error(site: Site, watch: Start) -> None:
    def answer(_: dict[str, str]) -> Answer:
        return 304, {}, b""

    site.answers["/feed"] = answer
    assert one(watch(site.url("/feed"))).error is not None
