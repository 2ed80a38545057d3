"""What an article as a whole says of its names."""

import time

from marsad.annotate.engines.decoding import Stretch
from marsad.annotate.lists.parsing import lists, parse
from marsad.annotate.names.agreement import agree, key_of
from marsad.kinds import Label

_LETTERS = [f"قا{letter}" for letter in "بتثجحخدذرزسشصضطظعغفقكلمنهوي"]


def agreed(text: str, *names: tuple[str, Label]) -> list[tuple[str, Label]]:
    """The names of a text after a first reading that found `names`, each at its first place behind the last one."""
    sentences = parse(text, lists())
    found: list[list[Stretch]] = [[] for _ in sentences]
    left = list(names)
    for here, sentence in zip(found, sentences, strict=True):
        spelt = [word.text for word in sentence.words]
        for place in range(len(spelt)):
            wanted = left[0][0].split() if left else []
            taken = bool(here) and place < here[-1].last
            if wanted and not taken and spelt[place : place + len(wanted)] == wanted:
                here.append(Stretch(place, place + len(wanted), left.pop(0)[1], 0.9))
    return [
        (" ".join(word.text for word in sentence.words[name.first : name.last]), name.label)
        for sentence, here in zip(sentences, agree(sentences, found), strict=True)
        for name in here
    ]


def test_a_family_name_is_the_person_of_the_full_name() -> None:
    assert agreed("وصل إياد القاسمي. وقال القاسمي إنه سعيد.", ("إياد القاسمي", "PER")) == [
        ("إياد القاسمي", "PER"),
        ("القاسمي", "PER"),
    ]


def test_a_town_that_a_person_is_named_after_is_the_person() -> None:
    found = agreed("وصل إياد الدهماني. وأوضح الدهماني ذلك.", ("إياد الدهماني", "PER"), ("الدهماني", "LOC"))
    assert found[1] == ("الدهماني", "PER")


def test_a_town_stays_one_behind_its_noun_or_preposition() -> None:
    found = agreed("وصل إياد الدهماني. وأقام في الدهماني شهرا.", ("إياد الدهماني", "PER"), ("الدهماني", "LOC"))
    assert found[1] == ("الدهماني", "LOC")


def test_a_house_is_not_its_member() -> None:
    found = agreed("وصل سعد بن علي آل زيدون. وتحكم أسرة آل زيدون البلاد.", ("سعد بن علي آل زيدون", "PER"))
    assert found == [("سعد بن علي آل زيدون", "PER")]


def test_an_idiom_is_not_looked_for() -> None:
    found = agreed("وصل علي صالح. وسجل هدفا لصالح الفريق.", ("علي صالح", "PER"))
    assert found == [("علي صالح", "PER")]


def test_a_town_in_an_article_on_clubs_is_its_club_but_not_behind_a_preposition() -> None:
    found = agreed(
        "فاز بنفيكا على بنفيكا. وخسر بنفيكا. يدخل برشلونة المباراة. وصل الفريق إلى برشلونة ليلا.",
        ("بنفيكا", "ORG"),
        ("بنفيكا", "ORG"),
        ("بنفيكا", "ORG"),
        ("برشلونة", "LOC"),
        ("برشلونة", "LOC"),
    )
    assert [label for _, label in found] == ["ORG", "ORG", "ORG", "ORG", "LOC"]


def test_the_article_inside_a_preposition_is_part_of_the_name() -> None:
    known = lists()
    keys = {key_of(parse(text, known)[0], 0, 1) for text in ("الأردن", "للأردن", "وللأردن")}
    assert keys == {("الاردن",)}


def test_a_name_cut_off_by_the_end_of_a_sentence_is_not_found() -> None:
    found = agreed("وصل إياد سامر القاسمي. وصل إياد سامر.", ("إياد سامر القاسمي", "PER"))
    assert found == [("إياد سامر القاسمي", "PER")]


def test_many_names_that_begin_alike_cost_no_more_than_one() -> None:
    names = [f"إياد {one}{other}" for one in _LETTERS for other in _LETTERS]
    text = " ".join(f"وصل {name}." for name in names) + " سمع إياد ذلك." * 10_000
    sentences = parse(text, lists())
    assert len(sentences) == len(names) + 10_000
    found = [[Stretch(1, 3, "PER", 0.9)] if number < len(names) else [] for number in range(len(sentences))]
    begun = time.process_time()
    agree(sentences, found)
    assert time.process_time() - begun < 2  # seconds; ten times this long where every name is tried at every place
