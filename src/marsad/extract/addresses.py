"""Addresses as pages write them: taken apart without ever failing on a malformed one."""

import re
from collections.abc import Iterable
from urllib.parse import SplitResult, urljoin, urlsplit

_NOTHING = SplitResult("", "", "", "", "")


def _split(url: str | None) -> SplitResult:
    try:
        return urlsplit(url) if url else _NOTHING
    except ValueError:  # a bracket that opens no IPv6 address, a port that is none
        return _NOTHING


def host(url: str | None) -> str:
    """The host without `www.`, "" where there is none."""
    try:
        return (_split(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def path(url: str | None) -> str:
    """The path without slashes at its ends, "" for a front page or no address."""
    return _split(url).path.strip("/")


def absolute(base: str | None, url: str) -> str:
    """An address of a page's markup made absolute, or as it stands where that cannot be done."""
    try:
        return urljoin(base or "", url)
    except ValueError:
        return url


_PERMALINK = re.compile(
    r"(?:الرابط|رابط|الوصلة|وصلة|الوصله|وصله)\s+(?:ال)?(?:دائم\w?|ثابت\w?|خبر|مقال|موضوع|ماد[ةه]|أصلي\w?)\b[^:]{0,25}:\s*(https?://\S+)"
)
_LONGEST_LINE = 400  # characters


def permalink(lines: Iterable[str]) -> str | None:
    """The address that a dump prints as its own: `وصلة دائمة لهذا المحتوى: https://…`."""
    found = (_PERMALINK.search(line) for line in lines if "http" in line and len(line) <= _LONGEST_LINE)
    return next((hit.group(1) for hit in found if hit), None)
