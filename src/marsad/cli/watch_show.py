"""Feeds that are watched, as lines: what came of asking them, and how they stand."""

from collections import Counter

from marsad.archive.watched import Feed, Result
from marsad.cli.words import WORDS, tally
from marsad.terms import Lang
from marsad.watch import Polled

_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "added": "{count} new", "version": "{count} changed", "known": "{count} known",
        "withdrawn": "{count} withdrawn before", "refused": "{count} refused", "unchanged": "unchanged",
        "nothing": "no items", "moved": "; moved for good to {url}, which is asked from now on",
        "asked": "asked {polled}", "next": "next {due}", "failures": "errors in a row: {failures}",
        "never": "not asked yet", "gone": "not asked any more", "at": "at {url}",
    },
    "ar": {
        "added": "جديد {count}", "version": "متغير {count}", "known": "معروف من قبل {count}",
        "withdrawn": "مسحوب من قبل {count}", "refused": "مرفوض {count}", "unchanged": "لا جديد",
        "nothing": "بلا مواد", "moved": "؛ انتقل نهائيا إلى {url} ومنه يُقرأ من الآن",
        "asked": "سُئل {polled}", "next": "والسؤال القادم {due}", "failures": "أخطاء متتالية: {failures}",
        "never": "لم يُسأل بعد", "gone": "لا يُسأل بعد اليوم", "at": "في {url}",
    },
}  # fmt: skip
_COUNTS = ("added", "version", "known", "withdrawn", "refused")


def polled_line(polled: Polled, lang: Lang) -> str:
    """What came of asking a feed."""
    words, feed = _WORDS[lang], polled.feed
    reasons = Counter(kept.error.reason for kept in polled.kept if kept.error)
    why = f" ({tally(reasons, lang)})" if reasons else ""
    moved = words["moved"].format(url=polled.moved) if polled.moved else ""
    return f"{feed.url}: {_counts(feed.result, lang)}{why}{moved}"


def again(feed: Feed) -> str:
    """When a feed that failed is asked again, in the language of errors."""
    if feed.gone:
        return "it is not asked any more; marsad watch --forget takes it off the list"
    return f"asked again at {feed.due} (errors in a row: {feed.failures})"


def feed_line(feed: Feed, lang: Lang) -> str:
    """How a feed stands."""
    words = _WORDS[lang]
    if feed.polled is None:
        return f"{feed.url}: {words['never']}"
    parts = [words["at"].format(url=feed.moved)] if feed.moved else []
    parts.append(words["asked"].format(polled=feed.polled))
    parts.append(words["gone"] if feed.gone else words["next"].format(due=feed.due))
    if feed.failures:
        parts.append(words["failures"].format(failures=feed.failures))
    said = [] if feed.failures else [_counts(feed.result, lang)]
    said += [feed.result.message] if feed.result.message else []
    return f"{feed.url}: {WORDS[lang]['comma'].join(parts)}: {'; '.join(said)}"


def _counts(result: Result, lang: Lang) -> str:
    words = _WORDS[lang]
    if result.reason == "unchanged":
        return words["unchanged"]
    counts = [words[name].format(count=f"{count:,}") for name in _COUNTS if (count := getattr(result, name))]
    return WORDS[lang]["comma"].join(counts) or words["nothing"]
