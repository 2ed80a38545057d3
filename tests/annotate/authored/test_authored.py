"""The authored sentences come out right, but for those that are known to come out wrong."""

from pathlib import Path

import pytest

from bench import authored

HERE = Path(__file__).parent
WRONG = {
    "ea005": "a meeting in the host's own capital: visitor and host are told apart by no word of the sentence",
    "qa009": "marks that fill the whole content behind على make it direct here, mixed there",
}
ITEMS = [
    pytest.param(
        item,
        id=item["id"],
        marks=[pytest.mark.xfail(reason=WRONG[item["id"]])] if item["id"] in WRONG else [],
    )
    for name in ("quotes", "events")
    for item in authored.items_of(HERE / f"{name}.jsonl")
]


@pytest.mark.parametrize("item", ITEMS)
def test_an_authored_sentence_is_read_right(item: authored.Item) -> None:
    assert authored.judged(item, authored.read(item, "lists")).flaws == ()
