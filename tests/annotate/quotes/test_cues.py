"""The lexicon of cues: every line is one that the reader can use."""

from importlib.resources import files

import pytest

from marsad.annotate.grammar import passages
from marsad.annotate.quotes.cues import behind_clitics, entries, word_list
from marsad.text.fold import fold_key

OPENS = {"that", "say", "q", "noun", "masdar", "matter", "two", "in", "hearsay", "according", "attitude", "مسؤولية"}
PREPOSITIONS = {"ب", "على", "إلى", "من", "عن", "في", "ل"}


def lines() -> list[list[str]]:
    text = files("marsad.data").joinpath("cues.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def test_no_lemma_stands_twice() -> None:
    lemmas = [line[0] for line in lines()]
    assert len(lemmas) == len(set(lemmas))


def test_frames_open_what_the_reader_knows() -> None:
    wrong = {
        (entry.lemma, frame)
        for entry in entries().values()
        for frame in entry.frames
        if frame.opens not in OPENS | PREPOSITIONS or frame.party not in {"", "obj", "to", *PREPOSITIONS}
    }
    assert not wrong


@pytest.mark.parametrize(
    "lemma", ["قال", "أبرز", "سجّل", "نوّه", "أهاب", "شجب", "ثمّن", "استنكر", "أعرب", "رحّب", "أقرّ", "توقّع"]
)
def test_verbs_of_all_regions_are_there(lemma: str) -> None:
    assert lemma in entries()


@pytest.mark.parametrize("name", ["before_that", "asides", "no_sources", "sayings", "namers", "evidence", "joining"])
def test_lists_are_written_as_words_are_compared(name: str) -> None:
    assert all(fold_key(word) == word for word in word_list(name))


def test_a_cue_begins_behind_its_clitics() -> None:
    token = passages("وَقال")[0].tokens[0]
    assert behind_clitics(token, 1) == 2
    assert behind_clitics(token, 0) == 0
