import pytest

from marsad.annotate.lists.gazetteer import Gazetteer, fold_word, name_key
from marsad.annotate.lists.parsing import lists, parse
from marsad.annotate.lists.things import Thing
from marsad.text.words import words


def thing(name: str, *aliases: str) -> Thing:
    return Thing(f"x:{name}", "LOC", "city", name, aliases, "", "", "", "")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    things = [
        thing("الأردن"), thing("اللاذقية"), thing("فرنسا"), thing("وادي"), thing("وادي رم"), thing("رم"),
        thing("الولايات المتحدة", "أميركا"), thing("أ ف ب", "أ.ف.ب"), thing("علي"), thing("مصطفى البلد"),
    ]  # fmt: skip
    return Gazetteer({name_key(name): (item,) for item in things for name in (item.name, *item.aliases)})


def found(gazetteer: Gazetteer, text: str) -> list[tuple[str, str]]:
    whole = words(text)
    hits = gazetteer.hits([fold_word(word.text) for word in whole])
    return [(text[whole[hit.first].start + hit.skip : whole[hit.last - 1].end], hit.things[0].name) for hit in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("زار الأردن", [("الأردن", "الأردن")]),
        ("سافر للأردن وللأردن", [("للأردن", "الأردن"), ("للأردن", "الأردن")]),
        ("طريق للاذقية", [("للاذقية", "اللاذقية")]),
        ("وفرنسا وبفرنسا", [("فرنسا", "فرنسا"), ("فرنسا", "فرنسا")]),
        ("في وادي رم الجميل", [("وادي رم", "وادي رم")]),
        ("الى وادي", [("وادي", "وادي")]),
        (
            "والوِلايَات المتحده وامريكا واميركا",
            [("الوِلايَات المتحده", "الولايات المتحدة"), ("اميركا", "الولايات المتحدة")],
        ),
        ("قالت أ.ف.ب إن", [("أ.ف.ب", "أ ف ب")]),
        ("على الطاولة", []),
        ("مصطفي البلد", [("مصطفي البلد", "مصطفى البلد")]),
        ("", []),
    ],
)
def test_names_are_found_under_clitics_and_spellings(
    gazetteer: Gazetteer, text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(gazetteer, text) == expected


def test_alef_maksura_stays_in_short_words() -> None:
    assert fold_word("على") != fold_word("علي")
    assert fold_word("مستشفى") == fold_word("مستشفي")


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("ڨفصة", "قفصة"),
        ("الڤاتيكان", "الفاتيكان"),
        ("پاريس", "باريس"),
        ("چنين", "جنين"),
        ("گركوك", "كركوك"),
        ("ژنيف", "زنيف"),
    ],
)
def test_letters_of_other_alphabets_are_matched_as_the_usual_ones(written: str, usual: str) -> None:
    assert fold_word(written) == fold_word(usual)
    assert name_key(f"ولاية {written}") == name_key(f"ولاية {usual}")


def test_marks_and_tatweel_change_no_match(gazetteer: Gazetteer) -> None:
    assert found(gazetteer, "فَرَنْسـا")[0][1] == "فرنسا"


def test_a_hundred_thousand_names_are_found(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.hits(["فرنسا"] * 100_000)) == 100_000


@pytest.mark.parametrize("word", ["على", "عَلَى", "علىٰ", "على\u200c", "علىـ", "ﻋﻠﻰ"])
def test_on_is_not_ali_whatever_marks_it_bears(word: str) -> None:
    assert fold_word(word) == "على"


@pytest.mark.parametrize("word", ["وعلى", "فعلى", "وَعَلَى", "وإلى", "ولدى"])
def test_particles_stay_particles_behind_and(word: str) -> None:
    assert fold_word(word).endswith("ى")
    assert not lists().lexicon.known(fold_word(word)).flags & {"off", "given", "given?"}


def test_a_governor_is_one_in_both_spellings() -> None:
    assert fold_word("والى") == fold_word("والي")


def test_of_a_word_without_end_only_the_beginning_is_remembered() -> None:
    sentence = parse("مصر " + "ب" * 100_000, lists())[0]
    assert sentence.words[1].end == 100_004
    assert len(sentence.forms[1].folded) < 1_000
