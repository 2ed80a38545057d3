"""How far a noun phrase reaches: each line of the table is one phenomenon."""

from pathlib import Path

import pytest

from marsad.annotate.grammar import Passage, noun_phrase, passages
from marsad.records import Mention

CASES = [
    line.split("\t")
    for line in Path(__file__).with_name("phrase_cases.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def passage(text: str, names: str = "") -> Passage:
    """The one passage of a text with the names given as LABEL:words|…"""
    mentions = []
    for name in filter(None, names.split("|")):
        label, words = name.split(":")
        start = text.index(words)
        mentions.append(Mention("m", start, start + len(words), words, label, "name", None, "test"))  # type: ignore[arg-type]
    (found,) = passages(text, mentions)
    return found


@pytest.mark.parametrize(("sentence", "names", "phrase"), CASES, ids=[case[0] for case in CASES])
def test_a_noun_phrase_ends_where_the_next_begins(sentence: str, names: str, phrase: str) -> None:
    front, _, rest = sentence.partition("| ")
    found = passage(front + rest, names)
    first = found.at(len(front))
    assert found.slice(first, noun_phrase(found, first)) == phrase


def test_a_name_in_marks_alone_is_followed_by_no_name() -> None:
    found = passage('وأوضح لـ "الزراعية"، سامر ضاهر مدير التسويق', "ORG:الزراعية|PER:سامر ضاهر")
    first = found.at(found.text.index('"'))
    assert "سامر" not in found.slice(first, noun_phrase(found, first))


def test_without_joining_a_phrase_ends_before_the_second_name() -> None:
    found = passage("قال الوزير والسفير إن الطريق آمن")
    assert found.slice(1, noun_phrase(found, 1, join=False)) == "الوزير"


@pytest.mark.parametrize(
    "hostile", ["و" * 10_000, "ال " * 5_000, "( " * 3_000, "- " * 3_000, "، " * 3_000, "1 " * 3_000]
)
def test_a_phrase_of_nothing_ends_soon(hostile: str) -> None:
    found = passage(f"قال {hostile}")
    assert 1 <= noun_phrase(found, 1) <= len(found.tokens)
