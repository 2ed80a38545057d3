"""Confidence: figures of the narrowest group that has any."""

import pytest

from marsad.annotate import annotator, confidence
from marsad.annotate.confidence import UNKNOWN, band
from marsad.annotate.lists.tables import rows
from marsad.records import Entity, Mention, Time


def test_a_group_without_figures_has_those_of_the_wider_one() -> None:
    wide = confidence.confidence("mention", "mentions.lists@1")
    assert confidence.confidence("mention", "mentions.lists@7", "no such band") == wide
    assert confidence.confidence("mention", "mentions.new@1", "<0.5") < confidence.confidence(
        "mention", "mentions.new@1"
    )
    assert confidence.confidence("no such kind", "maker") == UNKNOWN


def test_a_surer_engine_is_more_often_right() -> None:
    sure, unsure = (confidence.confidence("mention", "mentions.fast", band(belief)) for belief in (0.999, 0.6))
    assert sure > 0.95
    assert unsure < 0.8


@pytest.mark.parametrize(("belief", "name"), [(0.0, "<0.5"), (0.5, "<0.7"), (0.9979, "<0.998"), (1.0, ">0.998")])
def test_a_belief_falls_into_one_band(belief: float, name: str) -> None:
    assert band(belief) == name


def test_every_line_of_the_table_is_a_share_of_a_group() -> None:
    table = list(rows("confidence.tsv"))
    assert table
    for share, right, number, kind, *_ in table:
        assert 0.0 < float(share) < 1.0
        assert 0 <= int(right) <= int(number)
        assert kind in {"mention", "part", "adjective", "entity", "time", "quote", "event"}


def test_every_fact_says_how_sure_it_is() -> None:
    text = "قال وزير الخارجية المصري سامح شكري في القاهرة يوم الثلاثاء إن المحادثات مستمرة."
    found = annotator("lists")(text, published="2020-12-24")
    facts: list[Mention | Entity | Time] = [*(found.mentions or ()), *(found.entities or ()), *(found.times or ())]
    assert len(facts) > 5
    assert all(0.0 < fact.confidence < 1.0 for fact in facts)
