"""When a feed is asked again. Times are ISO 8601 in UTC, spans are seconds."""

import datetime as dt

LONGEST = 24 * 3600.0  # between two tries, however often they failed
LONGEST_ASKED = 30 * LONGEST  # that a server may ask for


def iso(moment: dt.datetime) -> str:
    """A moment as it is kept; in this form the order of texts is that of time."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(text: str) -> dt.datetime:
    """What `iso` has written."""
    return dt.datetime.fromisoformat(text)


def now() -> dt.datetime:
    """This moment."""
    return dt.datetime.now(dt.UTC)


def until_next(every: float, failures: int, asked: float) -> float:
    """How long a feed is left alone that has failed so often in a row, and whose server asks for that long."""
    doubled = every * 2.0 ** min(failures - 1, 32) if failures else every
    return max(min(doubled, max(every, LONGEST)), min(asked, LONGEST_ASKED))
