import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.annotate.engines.decoding import TAGS, Beliefs, stretches


def row(**shares: float) -> Beliefs:
    rest = (1 - sum(shares.values())) / (len(TAGS) - len(shares))
    return tuple(math.log(shares.get(tag.replace("-", "_"), rest)) for tag in TAGS)


OUT = row(O=0.999)


def test_a_name_is_a_begin_and_what_follows_inside() -> None:
    rows = [OUT, row(B_PER=0.9), row(I_PER=0.9), OUT]
    assert [(name.first, name.last, name.label) for name in stretches(rows)] == [(1, 3, "PER")]


def test_two_names_may_touch() -> None:
    rows = [row(B_LOC=0.9), row(B_LOC=0.9), row(B_ORG=0.9), row(I_ORG=0.9)]
    assert [(name.first, name.last) for name in stretches(rows)] == [(0, 1), (1, 2), (2, 4)]


def test_an_inside_without_a_begin_becomes_a_name_or_none() -> None:
    rows = [OUT, row(I_PER=0.6, B_PER=0.35), row(I_PER=0.9)]
    assert [(name.first, name.last, name.label) for name in stretches(rows)] == [(1, 3, "PER")]


def test_a_label_never_changes_within_a_name() -> None:
    rows = [row(B_PER=0.9), row(I_ORG=0.5, I_PER=0.4), row(I_PER=0.9)]
    assert [(name.first, name.last, name.label) for name in stretches(rows)] == [(0, 3, "PER")]


def test_nothing_is_found_in_nothing() -> None:
    assert stretches([]) == []
    assert stretches([OUT] * 1000) == []


@pytest.mark.parametrize("share", [0.5, 0.9])
def test_a_name_says_how_sure_it_is(share: float) -> None:
    (name,) = stretches([row(B_PER=share)])
    assert name.sure == pytest.approx(share)


@given(st.lists(st.lists(st.floats(-9, 0), min_size=7, max_size=7), max_size=20))
def test_names_never_overlap_and_lie_inside(rows: list[list[float]]) -> None:
    found = stretches(rows)
    assert all(0 <= name.first < name.last <= len(rows) for name in found)
    assert all(one.last <= two.first for one, two in pairwise(found))
    assert all(0 < name.sure <= 1 for name in found)
