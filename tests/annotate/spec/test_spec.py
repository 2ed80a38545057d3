"""The specification of quotes and events: `quotes/*.toml` and `events/*.toml`, a phenomenon a file, a case a sentence.

`not_yet.toml` lists the cases that are right but not reached; when one of them passes, its line has to go.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from _pytest.mark.structures import ParameterSet
from tests.annotate.spec import comparing

from marsad import annotate
from marsad.kinds import ChannelKind, CueClass, CueKind, EventType, Modality, QuoteKind, QuoteStatus, Resolution

HERE = Path(__file__).parent
FILES = sorted([*HERE.glob("quotes/*.toml"), *HERE.glob("events/*.toml")])
CASE_KEYS = {"says", "text", "published", "quotes", "events"}
CLOSED: dict[str, set[str]] = {
    "kind": set(get_args(QuoteKind)),
    "class": set(get_args(CueClass)),
    "cue_kind": set(get_args(CueKind)),
    "status": set(get_args(QuoteStatus)),
    "resolution": set(get_args(Resolution)),
    "channel_kind": set(get_args(ChannelKind)),
    "type": set(get_args(EventType)),
    "modality": set(get_args(Modality)),
}
QUOTE_KEYS = {
    *("cue", "cue_kind", "class", "kind", "text", "source", "speaker", "status", "resolution"),
    *("channel", "channel_kind", "platform", "addressee", "reporter", "within", "optional"),
}
EVENT_KEYS = {
    *("type", "mode", "trigger", "actors", "recipients", "actor_codes", "recipient_codes", "host", "place", "date"),
    *("modality", "background", "figures", "tellings", "quoted", "optional"),
}
Case = dict[str, Any]


@cache
def cases(file: Path) -> list[Case]:
    found: list[Case] = tomllib.loads(file.read_text("utf-8"))["case"]
    return found


def label(file: Path, case: Case) -> str:
    return f"{file.stem}: {case['says']}"


@cache
def not_yet() -> frozenset[str]:
    return frozenset(tomllib.loads((HERE / "not_yet.toml").read_text("utf-8"))["not_yet"])


def parameters() -> Iterator[ParameterSet]:
    """Every case under "NN_phenomenon: what it says"; those of not_yet.toml are expected to fail."""
    for file in FILES:
        for case in cases(file):
            name = label(file, case)
            marks = [pytest.mark.xfail(reason="right, not reached yet")] if name in not_yet() else []
            yield pytest.param(case, id=name, marks=marks)


@pytest.mark.parametrize("case", list(parameters()))
def test_case(case: Case) -> None:
    layer = "quotes" if "quotes" in case else "events"
    if layer not in annotate.STEPS:
        pytest.skip(f"the annotator has no step {layer} yet")
    found = annotate.annotator("fast")(case["text"], published=case.get("published"))
    wrong = differing(case, found)
    if wrong:
        pytest.fail(f"{case['says']}\n{case['text']}\n{wrong}", pytrace=False)


def differing(case: Case, found: Any) -> str | None:  # noqa: ANN401 - its lists are read only where the steps exist
    if "quotes" in case:
        quotes = [comparing.quote_fields(quote) for quote in found.quotes or ()]
        pairs = comparing.matched(case["quotes"], quotes)
        nested = comparing.nesting(case["quotes"], pairs, found.quotes or ())
        return comparing.difference(case["quotes"], quotes, nested)
    events = [comparing.event_fields(event, found.entities or ()) for event in found.events or ()]
    return comparing.difference(case["events"], events, [])


@pytest.mark.parametrize("file", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_file_is_well_formed(file: Path) -> None:
    says = [case["says"] for case in cases(file)]
    assert len(says) == len(set(says))
    layer = file.parent.name
    keys = {"quotes": QUOTE_KEYS, "events": EVENT_KEYS}[layer]
    wrong = []
    for case in cases(file):
        if not set(case) <= CASE_KEYS or layer not in case or {"quotes", "events"} <= set(case):
            wrong.append(f"{case['says']}: keys {sorted(case)}")
            continue
        for item in case[layer]:
            wrong += [f"{case['says']}: {problem}" for problem in problems(item, keys, case)]
    assert wrong == []


def problems(item: Case, keys: set[str], case: Case) -> Iterator[str]:
    """What is wrong with the form of one wanted quote or event."""
    unknown = sorted(set(item) - keys)
    if unknown:
        yield f"unknown keys {unknown}"
    for field, allowed in CLOSED.items():
        if item.get(field, next(iter(allowed))) not in allowed:
            yield f"{field} = {item[field]!r} is not in the closed list"
    if "within" in item and not -1 <= item["within"] < len(case["quotes"]):
        yield "within points to no quote"
    if not item.get("optional") and not {"cue", "text", "source"} & set(item) and "type" not in item:
        yield "nothing identifies the quote"
    for field, span in verbatim(item):
        if span not in case["text"]:
            yield f"{field} is not verbatim: {span}"


def verbatim(item: Case) -> Iterator[tuple[str, str]]:
    """The fields whose words have to stand in the text as they are."""
    for field in ("cue", "source", "channel", "addressee", "reporter", "trigger"):
        for choice in item.get(field, "").split("|"):
            yield field, choice
    for piece in comparing.pieces(item.get("text", "")):
        yield "text", piece


def test_every_case_has_a_sentence_of_its_own() -> None:
    texts = [(file.parent.name, case["text"]) for file in FILES for case in cases(file)]
    assert [text for text in set(texts) if texts.count(text) > 1] == []


def test_there_are_as_many_cases_as_promised() -> None:
    every = [(file.parent.name, not case[file.parent.name]) for file in FILES for case in cases(file)]
    assert min(sum(layer == one for one, _ in every) for layer in ("quotes", "events")) >= 170
    assert sum(empty for _, empty in every) >= len(every) * 0.15  # sentences in which nothing may be found


def test_what_is_not_reached_yet_names_cases_that_exist() -> None:
    assert not_yet() <= {label(file, case) for file in FILES for case in cases(file)}
