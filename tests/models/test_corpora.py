"""What the recognisers learn from: spans, conventions, exchanged names. The corpora themselves are not part of this."""

import random

import pytest

from models import conventions, mixing
from models.conll import MASKED, OUTSIDE, Tagged, bio, spans


def test_spans_and_tags_are_two_ways_to_say_the_same() -> None:
    tags = ["O", "B-PER", "I-PER", "B-PER", "X", "B-LOC"]
    found = spans(tags)
    assert found == [Tagged(1, 3, "PER"), Tagged(3, 4, "PER"), Tagged(5, 6, "LOC")]
    assert bio(6, [*found, Tagged(4, 5, MASKED)]) == tags


def test_an_inside_tag_without_beginning_begins() -> None:
    assert spans(["I-ORG", "I-ORG", "I--LOC"]) == [Tagged(0, 2, "ORG"), Tagged(2, 3, "LOC")]


@pytest.mark.parametrize(
    ("words", "label", "name", "becomes"),
    [
        ("الرئيس سليم ناصر", "PER", "سليم ناصر", "PER"),
        ("مدينة طنجة", "LOC", "طنجة", "LOC"),
        ("صحيفة النهار", "ORG", "النهار", "ORG"),
        ("وكالة الأناضول", "ORG", "الأناضول", "ORG"),
        ("وكالة الأنباء التونسية", "ORG", "وكالة الأنباء التونسية", "ORG"),
        ("جامعة دمشق", "LOC", "جامعة دمشق", "ORG"),
        ("البيت الأبيض", "LOC", "البيت الأبيض", "ORG"),
        ("الحكومة المغربية", "ORG", "الحكومة المغربية", MASKED),
        ("كأس العالم", "ORG", "كأس العالم", MASKED),
        ("المسلمين", "PER", "المسلمين", OUTSIDE),
        ("الحسين", "PER", "الحسين", "PER"),
        ("الشيخ", "PER", "", OUTSIDE),
    ],
)
def test_a_corpus_span_becomes_ours(words: str, label: str, name: str, becomes: str) -> None:
    cut = words.split()
    span = conventions.ours(cut, Tagged(0, len(cut), label))
    assert " ".join(cut[span.start : span.end]) == name
    assert span.label == becomes


def test_of_two_annotators_the_fuller_name_counts_without_a_nationality_behind_a_club() -> None:
    words = "الجيش اللبناني وميلان الإيطالي".split()  # noqa: SIM905 - one sentence
    army = conventions.merged(words, Tagged(0, 1, "ORG"), Tagged(0, 2, "ORG"), frozenset())
    club = conventions.merged(words, Tagged(2, 3, "ORG"), Tagged(2, 4, "ORG"), frozenset())
    assert (army, club) == (Tagged(0, 2, "ORG"), Tagged(2, 3, "ORG"))


def test_two_annotators_who_contradict_each_other_are_masked() -> None:
    assert conventions.merged(["هاجر"], Tagged(0, 1, "LOC"), Tagged(0, 1, "PER"), frozenset()).label == MASKED


def test_an_exchanged_name_keeps_its_clitics_and_its_tags() -> None:
    names: dict[str, list[tuple[str, ...]]] = {
        "LOC": [("الرقة",)],
        "PER": [("منى", "حداد")],
        "FOREIGN": [("سميث",)],
        "ORG": [("هيئة", "الري")],
    }
    stock = mixing.Stock(names, frozenset({"بيروت", "سليم"}))
    seen = set()
    for seed in range(60):
        words, tags = mixing.mixed(["وببيروت", "سليم", "قال"], ["B-LOC", "B-PER", "O"], stock, random.Random(seed))
        assert len(words) == len(tags)
        assert tags[-1] == "O"
        seen.add(words[0])
    assert seen == {"وببيروت", "وبالرقة"}
    words, _ = mixing.mixed(["لبيروت"] * 40, ["B-LOC"] * 40, stock, random.Random(1))
    assert set(words) == {"لبيروت", "للرقة"}
