"""How well and how fast copies are found: `python -m bench.copies [--injected] [--growth N …]`.

Without options: the labelled pairs of articles beside the repository (same-copy, same-story, related, different), each
pair alone, beside other ways to compare two texts; those have the threshold that suits these very pairs best. With
`--injected`: copies made by stated edits (`copies_made.py`) among all articles of two news corpora that are no copies
of each other; recall for each edit, precision, articles per second, memory. With `--growth`: speed alone, on texts put
together from sentences of these articles. The last two take minutes.
"""

import argparse
import json
import random
import resource
import sys
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from bench import dumps, gold, intervals
from bench.copies_made import EDITS, Source
from bench.copies_peers import PEERS
from bench.intervals import Counts
from bench.section import Section
from marsad.group.copies import Copies, copy_of
from marsad.text.sentences import sentences as sentences_of

SEED = 20261124
LABELS = ("same-copy", "same-story", "related", "different")
SHORTEST = 60  # words of an article that is copied: of 30 % of it, eighteen remain
EACH = 500  # copies for each edit
SHARED_OF_COPIES = 0.2  # of the rows of five words, from which on two articles are not both taken
PIECE = 5
SENTENCES = 8  # of a text that is put together


class Pair(NamedTuple):
    """Two articles and what a person says of them."""

    label: str
    first: str
    second: str


def pairs(shared: Path = gold.SHARED) -> list[Pair]:
    """The labelled pairs; none where they are absent."""
    listed = gold.story_pairs(shared)
    days: dict[str, list[dict[str, str]]] = {}
    for name in {one[side]["zip"] for one in listed for side in "ab"}:
        with zipfile.ZipFile(shared / "corpora" / "news" / "saudinewsnet" / name) as archive:
            days[name] = json.loads(archive.read(archive.namelist()[0]))
    texts = [[days[one[side]["zip"]][one[side]["index"]]["content"] for side in "ab"] for one in listed]
    return [Pair(one["label"], *both) for one, both in zip(listed, texts, strict=True)]


def counted(said: Sequence[bool], right: Sequence[bool]) -> Counts:
    """How many yeses are right, how many were said, how many are expected."""
    return sum(one and other for one, other in zip(said, right, strict=True)), sum(said), sum(right)


def f1(said: Sequence[bool], right: Sequence[bool]) -> float:
    """The harmonic mean of precision and recall."""
    return intervals.f1(counted(said, right))


def best(scores: Sequence[float], right: Sequence[bool]) -> tuple[float, float]:
    """The threshold with the best F1 on these very scores, and that F1: more than the way would have elsewhere."""
    tried = [(f1([score >= least for score in scores], right), least) for least in sorted(set(scores))]
    value, least = max(tried)
    return least, value


def section(shared: Path = gold.SHARED) -> Section:
    """Stated edits of the project's own articles; same-copy against the rest on the labelled pairs, beside peers."""
    found = Section("copies")
    own(found)
    listed = pairs(shared)
    if not listed:
        found.lines.append(f"no labelled pairs: {shared / 'gold' / 'stories_dev.json'} is absent")
        return found
    right = [one.label == "same-copy" for one in listed]
    said = [copy_of(one.second, one.first) is not None for one in listed]
    found.measures["pairs.f1"] = f1(said, right)
    taken = Counter(one.label for one, yes in zip(listed, said, strict=True) if yes)
    sizes = Counter(one.label for one in listed)
    found.lines.append(
        "taken for copies: " + ", ".join(f"{label} {taken[label]} of {sizes[label]}" for label in LABELS)
    )
    corpus = [text for one in listed for text in one[1:]]
    for name, made in PEERS.items():
        score = made(corpus)
        least, value = best([score(one.first, one.second) for one in listed], right)
        found.lines.append(f"{name:22} F1 {value:.3f} with the threshold that suits these pairs best, {least:.3f}")
    return found


def own(found: Section) -> None:
    """How many of the project's own versions are typed right, and how many of its own copies are found."""
    from tests.group import test_compare as versions
    from tests.group import test_copies as made

    typed = [versions.compared(one).kinds == {one.kind} for one in versions.VERSIONS]
    found.measures["edits.right"] = sum(typed) / len(typed)
    hits = [
        copy_of(made.MADE[kind](made.source(at), random.Random(at)), made.TEXTS[at]) is not None
        for at, kind in made.PAIRS
    ]
    found.measures["made.found"] = sum(hits) / len(hits)
    found.lines.append(f"{len(typed)} versions by stated edits, {len(hits)} copies by stated edits")


def articles(news: Path) -> list[tuple[str, str]]:
    """Headline and body of the articles of the corpora, of those alone that share little with any before."""
    known = chain(dumps.saudinewsnet(news / "saudinewsnet"), dumps.antcorpus(news / "antcorpus_v1.1.tar.gz"))
    holders: dict[int, list[int]] = defaultdict(list)
    kept: list[tuple[str, str]] = []
    sizes: list[int] = []
    for one in known:
        text = "\n".join(filter(None, (one.lead, *one.paragraphs)))
        words = text.split()
        rows = {hash(tuple(words[at : at + PIECE])) for at in range(len(words) - PIECE + 1)}
        shared = Counter(number for row in rows for number in holders.get(row, ()))
        if rows and all(count < SHARED_OF_COPIES * min(len(rows), sizes[at]) for at, count in shared.items()):
            for row in rows:
                holders[row].append(len(kept))
            kept.append((one.headline or "", text))
            sizes.append(len(rows))
    return kept


def injected(news: Path) -> Iterator[str]:
    """Recall for each kind of edit, precision, speed and memory."""
    known = articles(news)
    chance = random.Random(SEED)
    fit = [at for at, (_, text) in enumerate(known) if len(text.split()) >= SHORTEST]
    chosen = chance.sample(fit, min(len(fit), EACH * len(EDITS)))
    copies = []
    for number, at in enumerate(chosen):
        kind = list(EDITS)[number % len(EDITS)]
        headline, other = known[chance.randrange(len(known))]
        copies.append((kind, at, EDITS[kind](Source(known[at][1], headline, other.split() or ["كلمة"]), chance)))
    index = Copies()
    start = time.process_time()
    wrong = sum(index.add(str(at), text) is not None for at, (_, text) in enumerate(known))
    found: Counter[str] = Counter()
    for number, (kind, at, text) in enumerate(copies):
        match = index.add(f"copy {number}", text)
        right = match is not None and str(at) in index_group(index, match.article)
        found[kind] += right
        wrong += match is not None and not right
    spent = time.process_time() - start
    total = Counter(kind for kind, _, _ in copies)
    yield f"{len(known):,} articles that share little with one another, {len(copies):,} copies among them"
    for kind in EDITS:
        yield f"{kind:22} recall {found[kind] / total[kind]:.3f} of {total[kind]}"
    right_ones = sum(found.values())
    yield f"precision {right_ones / (right_ones + wrong):.4f} ({wrong} wrong)"
    yield f"{(len(known) + len(copies)) / spent:,.0f} articles a second of one core, peak memory {peak():,.0f} MiB"


def index_group(index: Copies, article: str) -> tuple[str, ...]:
    """The group that a match is in: a copy may be found as the copy of another copy."""
    return (article, *index.group(article)) if article.startswith("copy") else (article,)


def growth(news: Path, sizes: Sequence[int]) -> Iterator[str]:
    """Articles per second for each size, the slowest of a hundred, memory; texts are put together from sentences."""
    known = chain(dumps.saudinewsnet(news / "saudinewsnet"), dumps.antcorpus(news / "antcorpus_v1.1.tar.gz"))
    sentences = [part for one in known for text in one.paragraphs for part in parts(text)]
    for size in sizes:
        chance = random.Random(SEED)
        index = Copies()
        times = []
        for number in range(size):
            text = "\n".join(chance.choices(sentences, k=SENTENCES))
            start = time.process_time()
            index.add(str(number), text)
            times.append(time.process_time() - start)
        slow = sorted(times)[int(len(times) * 0.99)]
        last = times[-len(times) // 10 :]
        yield (
            f"{size:9,} articles  {size / sum(times):6,.0f} a second of one core, the last tenth "
            f"{len(last) / sum(last):6,.0f}; p99 {slow * 1000:.2f} ms; peak memory {peak():,.0f} MiB"
        )


def parts(text: str) -> list[str]:
    """The sentences of a paragraph that are longer than a label."""
    found = (text[one.start : one.end] for one in sentences_of(text))
    return [sentence for sentence in found if len(sentence.split()) > PIECE]


def peak() -> float:
    """The peak memory of this process in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures what is asked for and prints it."""
    parser = argparse.ArgumentParser(prog="python -m bench.copies", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--injected", action="store_true", help="copies made by stated edits among two news corpora")
    parser.add_argument("--growth", type=int, nargs="+", metavar="N", default=[], help="speed with so many articles")
    asked = parser.parse_args(arguments)
    news = gold.SHARED / "corpora" / "news"
    runs: list[Callable[[], Iterator[str]]] = []
    runs += [lambda: injected(news)] if asked.injected else []
    runs += [lambda: growth(news, asked.growth)] if asked.growth else []
    if not runs:
        found = section()
        lines = [*found.lines, *(f"{name} {value:.3f}" for name, value in found.measures.items())]
        sys.stdout.write("\n".join(lines) + "\n")
    for run in runs:
        for line in run():
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
