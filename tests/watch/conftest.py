"""A site with feeds on this machine, a clock that only the tests move, and an archive."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.read.conftest import Answer, Site, site

from marsad.archive import Archive, Intake
from marsad.pipeline import ARTICLE_ONLY
from marsad.read import FetchOptions, Options
from marsad.watch import Polled, Watch

__all__ = ["Answer", "Clock", "Site", "Start", "entry", "feed", "one", "outcomes", "page", "site"]

WHO = Intake("2026-03-10T00:00:00Z", "مريم", "test", "marsad test")
TEXTS = {
    1: "أعلنت بلدية طرطوس أن سوق السمك سينتقل إلى الميناء الجديد قبل بداية الصيف.",
    2: "قالت إدارة المكتبة الوطنية في الرباط إن قاعة المخطوطات ستفتح أبوابها للباحثين يوم الأحد.",
    3: "افتتح وزير الزراعة في عمّان معرض الزيتون بمشاركة ثمانين مزارعا من أنحاء البلاد.",
}


def entry(number: int, text: str = "", link: str = "https://akhbar.example/", guid: str = "n-") -> str:
    """An RSS item with an article of its own; `link` and `guid` without the number at their end."""
    text = text or TEXTS[number]
    return (
        f"<item><title>عنوان الخبر رقم {number}</title><link>{link}{number}</link><guid>{guid}{number}</guid>"
        f"<description><![CDATA[<p>{text}</p><p>وأضافت أن {text}</p>]]></description></item>"
    )


def feed(*entries: str) -> bytes:
    """An RSS feed."""
    return f'<rss version="2.0"><channel><title>أخبار</title>{"".join(entries)}</channel></rss>'.encode()


def page(title: str, text: str) -> bytes:
    """The page of an article."""
    return (
        f'<html lang="ar"><head><meta charset="utf-8"><title>{title}</title></head><body><h1>{title}</h1>'
        f"<article><p>{text}</p><p>وأوضحت أن {text}</p></article></body></html>"
    ).encode()


@dataclass
class Clock:
    """A time that passes while somebody sleeps."""

    time: datetime = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> datetime:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += timedelta(seconds=seconds)


Start = Callable[..., Watch]


def one(watch: Watch) -> Polled:
    """What comes of a round with one feed."""
    (polled,) = watch.round()
    return polled


def outcomes(polled: Polled) -> list[str]:
    return [kept.outcome for kept in polled.kept]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "أرشيف.db", create=True) as opened:
        yield opened


@pytest.fixture
def watch(archive: Archive, clock: Clock) -> Iterator[Start]:
    """Begins to watch feeds."""
    opened: list[Watch] = []

    def started(*urls: str, follow: bool = False, robots: bool = False, every: float = 900.0) -> Watch:
        fetch = FetchOptions(allow_private=True, delay=0, pause=lambda _: None, timeout=5, respect_robots=robots)
        options = Options(follow=follow, fetch=fetch)
        made = Watch(
            archive, urls, WHO, options=options, wanted=ARTICLE_ONLY, any_page=True, jobs=0, clock=clock,
            sleep=clock.sleep, every=every,
        )  # fmt: skip
        opened.append(made)
        return made

    yield started
    for one in opened:
        one.__exit__()
