"""The authored sentences, each with traps, each right or wrong as a whole: `python -m bench.authored [--errors]`.

A sentence of events is right where exactly the expected event is found: its type, the word that carries it and the
codes of its actors ("EGY GOV" is code and sector; "UNK" stands for nobody named). A sentence of quotes is right where
exactly the expected quotes are found: kind, speaker and content. Sentences that hold none must yield none. Recipients,
mode, cue and channel are told beside it.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.gold import SHARED
from bench.predictions import Statements, statements
from bench.section import Section
from marsad.annotate import annotator
from marsad.records import Event, Party, Quote
from marsad.text.fold import fold_key

FILES = {"events": "authored_events_ar.jsonl", "quotes": "authored_quotes_ar.jsonl"}
ENGINE = "fast"

_KINDS = {"reported": {"indirect"}, "headline": {"direct", "indirect", "mixed"}}  # else the kind itself
_FRAME = frozenset({"ان", "على", "من", "عن", "الى", "بان", "في", "فان"})  # a content may or may not begin with one
_WORD = re.compile(r"\w+")
_LONGER = 2  # words: a trigger that is found may be longer than the expected one by these

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with what was found in one sentence (nothing: right), and which further details are right."""

    id: str
    flaws: tuple[str, ...]
    details: Mapping[str, bool]

    @property
    def right(self) -> bool:
        """Whether the item is right as a whole."""
        return not self.flaws


def items(folder: Path, of: str) -> list[dict[str, Any]]:
    """The sentences on `quotes` or `events`; none where the file is absent."""
    return items_of(folder / FILES[of])


def items_of(path: Path) -> list[dict[str, Any]]:
    """The sentences of a file, one JSON object a line; none where it is absent."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line] if path.exists() else []


def read(item: Item, engine: str = ENGINE) -> Statements:
    """What the rules find in one sentence."""
    text, published = item["text"], item.get("pub_date")
    names = annotator(engine)(text, published=published, steps=("mentions", "entities", "times"))
    return statements(text, names, published)


def judged(item: Item, said: Statements) -> Verdict:
    """The verdict on one sentence."""
    if "quotes" in item:
        return _quotes(item, said.quotes or ())
    return _events(item, said.events or ())


def _words(text: str | None) -> list[str]:
    return _WORD.findall(fold_key(text or ""))


def _bare(word: str, others: Sequence[str]) -> str:
    """The word without attached clitics, where the rest is among the others."""
    return next((word[skip:] for skip in (1, 2) if word[skip:] in others and set(word[:skip]) <= set("وفبلك")), word)


def _events(item: Item, found: Sequence[Event]) -> Verdict:
    if item["event"] is None:
        return Verdict(item["id"], tuple(f"{event.type} at {event.trigger.text} <{event.rule}>" for event in found), {})
    of_type = [event for event in found if event.type == item["event"]]
    right = [event for event in of_type if _same_trigger(event, item)]
    best = next((event for event in right if _codes(event.actors) == set(item["actor"])), None)
    flaws: list[str] = []
    if not of_type:
        flaws.append(f"no {item['event']}")
    elif not right:
        flaws.append(f"trigger {of_type[0].trigger.text} instead of {item['trigger']}")
    elif best is None:
        flaws.append(f"actors {sorted(_codes(right[0].actors))} instead of {item['actor']}")
    taken = best or next(iter(right or of_type), None)
    flaws += [f"besides {event.type} at {event.trigger.text} <{event.rule}>" for event in found if event is not taken]
    if best is None:
        return Verdict(item["id"], tuple(flaws), {})
    details = {"mode": best.mode == item["mode"]}
    if not item.get("recipient_optional"):
        details["recipients"] = _codes(best.recipients, unknown=set()) == set(item["recipient"])
    if "date" in item:
        details["date"] = best.date is not None and best.date.value == item["date"]
    if "location" in item:
        details["place"] = best.place is not None and _words(best.place.text) == _words(item["location"])
    return Verdict(item["id"], tuple(flaws), details)


def _same_trigger(event: Event, item: Item) -> bool:
    said, expected = _words(event.trigger.text), _words(item["trigger"])
    said = [_bare(word, expected) for word in said]
    return set(said) <= set(expected) or (set(expected) <= set(said) and len(said) <= len(expected) + _LONGER)


def _codes(parties: Sequence[Party], unknown: set[str] | None = None) -> set[str]:
    """Code and sector of each party; `unknown` where there is none."""
    codes = {" ".join(filter(None, (party.code, party.sector))) for party in parties}
    return codes or ({"UNK"} if unknown is None else unknown)


def _quotes(item: Item, found: Sequence[Quote]) -> Verdict:
    flaws: list[str] = []
    details: dict[str, bool] = {}
    left = list(found)
    for expected in item["quotes"]:
        content = _content(f"{expected['content']} {expected.get('second_direct') or ''}")
        near = next((quote for quote in left if _content(_said(item["text"], quote)) == content), None)
        if near is None:
            flaws.append(f"no «{expected['content']}»")
            continue
        left.remove(near)
        if near.kind not in _KINDS.get(expected["type"], {expected["type"]}):
            flaws.append(f"{near.kind} instead of {expected['type']}")
        if not _same_speaker(near, expected["speaker"]):
            flaws.append(f"speaker {near.source.text if near.source else None} instead of {expected['speaker']}")
        details |= _details(near, expected)
    flaws += [f"besides {quote.kind} «{_said(item['text'], quote)}» <{quote.rule}>" for quote in left]
    return Verdict(item["id"], tuple(flaws), details)


def _said(text: str, quote: Quote) -> str:
    return " ".join(text[part.start : part.end] for part in quote.content)


def _content(text: str) -> list[str]:
    """The words of a content without the particle that binds it to its cue."""
    words = _words(text)
    return words[1:] if words and words[0] in _FRAME else words


def _same_speaker(quote: Quote, expected: str | None) -> bool:
    """The same words, titles dropped or added, clitics aside; where nobody is named, nobody."""
    if expected is None:
        return quote.source is None and quote.speaker is None
    if quote.source is None:
        return False
    right = _words(expected)
    said = {_bare(word, right) for word in _words(quote.source.text)}
    return said <= set(right) or (set(right) <= said and len(said) <= 2 * len(right) + 2)


def _details(quote: Quote, expected: Item) -> dict[str, bool]:
    cue, said = _words(expected["cue"]), _words(quote.cue.text if quote.cue else None)
    found = {"cue": [_bare(word, cue) for word in said][: len(cue)] == cue[: len(said)]} if cue else {}
    carrier = [quote.channel.text if quote.channel else "", quote.reporter.text if quote.reporter else ""]
    if expected["channel"]:
        found["channel"] = any(set(_words(expected["channel"])) & set(_words(text)) for text in carrier)
    if expected["addressee"]:
        found["addressee"] = quote.addressee is not None and bool(
            set(_words(expected["addressee"])) & set(_words(quote.addressee.text))
        )
    return found


def verdicts(of: str, folder: Path | None = None, engine: str = ENGINE) -> Iterator[tuple[Item, Verdict]]:
    """Every sentence on `quotes` or `events` with its verdict."""
    for item in items(folder or SHARED / "gold" / "authored", of):
        yield item, judged(item, read(item, engine))


def measures(engine: str = ENGINE) -> dict[str, float]:
    """Shares of right items (`quotes.right`, `events.right`, `right` for both) and of right details."""
    found: dict[str, float] = {}
    right = number = 0
    for of in FILES:
        judgements = [verdict for _, verdict in verdicts(of, engine=engine)]
        if not judgements:
            continue
        found[f"{of}.right"] = sum(verdict.right for verdict in judgements) / len(judgements)
        right += sum(verdict.right for verdict in judgements)
        number += len(judgements)
        asked: Counter[str] = Counter(name for verdict in judgements for name in verdict.details)
        good: Counter[str] = Counter(name for verdict in judgements for name, fine in verdict.details.items() if fine)
        found |= {f"{of}.{name}": good[name] / asked[name] for name in sorted(asked)}
    return found | ({"right": right / number} if number else {})


def wrong(engine: str = ENGINE) -> list[str]:
    """One line for each sentence that is not right, with what is wrong about it."""
    return [
        f"{verdict.id}: {'; '.join(verdict.flaws)}"
        for of in FILES
        for _, verdict in verdicts(of, engine=engine)
        if not verdict.right
    ]


def section() -> Section:
    """Authored sentences, each right or wrong as a whole."""
    found = Section("authored", measures=measures())
    if not found.measures:
        found.skipped = f"no authored sentences: {SHARED} is absent"
        return found
    found.lines = wrong()
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the shares, and with `--errors` every sentence that is wrong with what is wrong about it."""
    parser = argparse.ArgumentParser(prog="python -m bench.authored", description=str(__doc__).split("\n", 1)[0])
    parser.add_argument("--errors", action="store_true", help="every wrong sentence")
    parser.add_argument("--engine", default=ENGINE)
    options = parser.parse_args(arguments)
    for of in FILES if options.errors else ():
        for item, verdict in verdicts(of, engine=options.engine):
            loose = [name for name, fine in verdict.details.items() if not fine]
            if verdict.flaws or loose:
                print(f"{'WRONG' if verdict.flaws else 'right'} {item['id']} {item['text']}")
                print(*(f"      {flaw}" for flaw in (*verdict.flaws, *(f"({name} wrong)" for name in loose))), sep="\n")
    for name, value in measures(options.engine).items():
        print(f"{name:20} {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
