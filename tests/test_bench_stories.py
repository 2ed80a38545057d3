"""The measures of stories count right, and their peers know the same text."""

from bench.stories import Pair, f1, own, peers, threshold

PAIRS = [Pair("a", "b", "same-copy", ""), Pair("a", "c", "same-story", ""), Pair("a", "d", "related", "")]
TEXTS = {
    "a": ["انهار", "سد", "وادي", "الرمل", "فجرا", "وشرد", "عائلات", "القرية"],
    "b": ["انهار", "سد", "وادي", "الرمل", "فجرا", "وشرد", "عائلات", "القرية"],
    "c": ["سد", "وادي", "الرمل", "المنهار", "يشرد", "عائلات"],
    "d": ["افتتاح", "مهرجان", "الزيتون", "في", "صفاقس", "اليوم"],
}


def test_precision_recall_and_f1_count_copies_as_the_same_story() -> None:
    assert f1(PAIRS, lambda _, other: other == "b") == (1.0, 0.5, 2 / 3)
    assert f1(PAIRS, lambda *_: True) == (2 / 3, 1.0, 0.8)
    assert f1(PAIRS, lambda *_: False) == (0.0, 0.0, 0.0)


def test_each_peer_finds_the_same_text_most_alike() -> None:
    for like in peers(TEXTS).values():
        assert like("a", "b") > like("a", "c") >= 0
        assert like("a", "b") > 0.99
        assert like("a", "d") < like("a", "b")


def test_the_threshold_divides_the_pairs() -> None:
    like = peers(TEXTS)["tf-idf, cosine"]
    assert like("a", "d") < threshold(PAIRS, like) <= like("a", "c")


def test_pairs_of_our_own_are_of_both_kinds() -> None:
    assert {pair.label for pair in own()} == {"same-story", "other"}
    assert len(own()) > 100
