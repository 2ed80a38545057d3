"""What the tests of attributions share: a reader that is told which words are names."""

from collections.abc import Callable

import pytest

from marsad.annotate.grammar import passages
from marsad.annotate.quotes.attribution import Attribution
from marsad.annotate.quotes.find import attributions
from marsad.records import Mention

Read = Callable[..., list[Attribution]]


def _mention(text: str, name: str) -> Mention:
    start = text.index(name)
    return Mention("m", start, start + len(name), name, "PER", "name", None, "test")


@pytest.fixture
def read() -> Read:
    """`read(text, *names, headline=0)`: the attributions of a text in which the given persons are known."""

    def _read(text: str, *names: str, headline: int = 0) -> list[Attribution]:
        return attributions(passages(text, [_mention(text, name) for name in names]), headline)

    return _read
