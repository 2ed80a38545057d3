"""Addresses as pages write them: taken apart without ever failing on a malformed one."""

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
