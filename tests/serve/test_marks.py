"""Marks in a text: nested where they nest, cut where they cross, and never a word lost or moved."""

from hypothesis import given
from hypothesis import strategies as st

from marsad.serve.marks import Mark, Marked, tree

TEXT = "قال لافروف إن موسكو «مستعدة» 💣 وأضاف"
_PLACES = st.integers(0, len(TEXT))
_MARKS = st.lists(
    st.builds(
        lambda one, other, kind: Mark(min(one, other), max(one, other), kind, kind),
        _PLACES,
        _PLACES,
        st.sampled_from("abcdef"),
    )
)


def words(node: Marked) -> str:
    return "".join(part if isinstance(part, str) else words(part) for part in node.inside)


def covered(node: Marked, found: dict[str, str]) -> dict[str, str]:
    """What each kind of mark holds."""
    for part in node.inside:
        if isinstance(part, Marked):
            assert part.mark is not None
            found[part.mark.kind] = found.get(part.mark.kind, "") + words(part)
            covered(part, found)
    return found


def test_a_name_stands_inside_of_a_quote() -> None:
    whole = tree("قال زيد نعم", 0, 11, [Mark(4, 7, "name"), Mark(0, 11, "quote")])
    quote = whole.inside[0]
    assert isinstance(quote, Marked)
    assert [part if isinstance(part, str) else words(part) for part in quote.inside] == ["قال ", "زيد", " نعم"]


def test_what_crosses_is_cut_and_has_one_anchor() -> None:
    whole = tree("abcdef", 0, 6, [Mark(0, 4, "one", "1"), Mark(2, 6, "two", "2")])
    assert covered(whole, {}) == {"one": "abcd", "two": "cdef"}
    anchors = [part.mark.id for part in whole.inside if isinstance(part, Marked) and part.mark]
    assert anchors == ["1", ""]


@given(_MARKS, _PLACES, _PLACES)
def test_no_mark_changes_the_text(marks: list[Mark], one: int, other: int) -> None:
    start, end = sorted((one, other))
    assert words(tree(TEXT, start, end, marks)) == TEXT[start:end]


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), _MARKS)
def test_a_mark_holds_exactly_its_words(one: int, other: int, others: list[Mark]) -> None:
    start, end = sorted((one, other))
    found = covered(tree(TEXT, 0, len(TEXT), [*others, Mark(start, end, "mine")]), {})
    assert found.get("mine", "") == TEXT[start:end]
