"""Which articles tell the same event: `python -m bench.stories [--engine fast] [--speed N]`.

All articles of the news corpus are grouped, in batch and as they arrive, and the labelled pairs are looked up: are both
articles in one story, in one thread, or apart? The pairs beside the repository are cut in two by their number, odd ones
to develop on, even ones to score only; `story_pairs.tsv` holds pairs of our own from the same corpus, drawn evenly over
likeness (so that most are hard), read and labelled, to develop on. Beside the stories stand tf-idf with a threshold,
simhash and MinHash, each alone, its threshold chosen on the pairs to develop on.

Reading the articles with names takes minutes; the profiles are kept in `bench/out/`. `--speed N` makes N articles out
of sentences of real ones and times grouping alone.
"""

import argparse
import csv
import json
import random
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from bench import dumps
from bench.copies import LABELS, best, counted, peak
from bench.copies_peers import PEERS
from bench.gold import SHARED, story_pairs
from bench.intervals import Figure
from marsad.errors import MarsadError
from marsad.group.stories import stories
from marsad.group.stories_features import Profile, profile, stems
from marsad.group.stories_stream import Arrivals
from marsad.pipeline import ARTICLE_ONLY, Wanted, read_bytes
from marsad.text.sentences import sentences

HERE = Path(__file__).resolve().parent
NEWS = SHARED / "corpora" / "news" / "saudinewsnet"
SAME = ("same-copy", "same-story")
SEED = 20261124
Likeness = Callable[[str, str], float]


class Pair(NamedTuple):
    """Two articles, by day and number, and what they are to one another."""

    one: str
    other: str
    label: str
    half: str


def gold() -> list[Pair]:
    """The labelled pairs beside the repository; odd numbers to develop on, even ones to check."""
    return [
        Pair(_key(pair["a"]), _key(pair["b"]), pair["label"], "develop" if int(pair["id"][1:]) % 2 else "check")
        for pair in story_pairs()
    ]


def _key(place: dict[str, Any]) -> str:
    return f"{place['zip'][:-4]}#{place['index']}"


def own() -> list[Pair]:
    """Pairs of our own."""
    with (HERE / "story_pairs.tsv").open(encoding="utf-8", newline="") as lines:
        return [Pair(row["a"], row["b"], row["label"], "own") for row in csv.DictReader(lines, delimiter="\t")]


def read_day(path: Path, engine: str) -> list[Profile]:
    """The profiles of the articles of one day."""
    wanted = Wanted(engine=engine) if engine else ARTICLE_ONLY
    with zipfile.ZipFile(path) as archive:
        items = json.loads(archive.read(archive.namelist()[0]))
    known = {one.key.split()[0]: one for one in dumps.saudinewsnet(NEWS) if one.key.startswith(path.stem)}
    found: list[Profile] = []
    for number, item in enumerate(items):
        key = f"{path.stem}#{number}"
        data = dumps.plain(known[key], ()).encode()
        try:
            record = read_bytes(data, uri=key, url=item["url"], media_type="text/plain", any_page=True, wanted=wanted)
        except MarsadError:
            continue
        found.append(
            profile(record)._replace(article=key, day=date.fromisoformat(item["date_extracted"][:10]).toordinal())
        )
    return found


def profiles(engine: str) -> list[Profile]:
    """The profiles of all articles of the corpus, read once."""
    kept = HERE / "out" / f"story-profiles-{engine or 'words'}.jsonl"
    if kept.exists():
        return [Profile(*json.loads(line)) for line in kept.read_text("utf-8").splitlines()]
    with ProcessPoolExecutor() as pool:
        found = [one for day in pool.map(partial(read_day, engine=engine), sorted(NEWS.glob("*.zip"))) for one in day]
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in found), "utf-8")
    return found


def f1(pairs: Sequence[Pair], same: Callable[[str, str], bool]) -> tuple[float, float, float]:
    """Precision, recall and F1 of "the same event" over pairs; copies tell the same event."""
    counts = counted([same(pair.one, pair.other) for pair in pairs], [pair.label in SAME for pair in pairs])
    found = Figure(*counts, 0, 0)
    return found.precision, found.recall, found.f1


def line(name: str, same: Callable[[str, str], bool], gold_pairs: Sequence[Pair], own_pairs: Sequence[Pair]) -> str:
    """A row of the table."""
    sets = [[pair for pair in gold_pairs if pair.half == half] for half in ("develop", "check")] + [list(own_pairs)]
    sets.append([pair for pair in sets[1] if pair.label != "same-copy"])
    cells = (" / ".join(f"{value:.3f}" for value in f1(pairs, same)) for pairs in sets)
    return f"| {name} | {' | '.join(cells)} |"


def peers(texts: dict[str, list[str]]) -> dict[str, Likeness]:
    """Likeness of two articles by each peer alone, over their stems."""
    whole = {key: " ".join(words) for key, words in texts.items()}
    return {name: _between(whole, made(list(whole.values()))) for name, made in PEERS.items()}


def _between(whole: dict[str, str], score: Likeness) -> Likeness:
    return lambda one, other: score(whole[one], whole[other])


def threshold(pairs: Sequence[Pair], like: Likeness) -> float:
    """The likeness that divides these pairs best."""
    return best([like(pair.one, pair.other) for pair in pairs], [pair.label in SAME for pair in pairs])[0]


def confusion(pairs: Sequence[Pair], story: dict[str, str], thread: dict[str, str]) -> Iterator[str]:
    """How many pairs of each class are in one story, in one thread only, or apart."""
    for label in LABELS:
        those = [pair for pair in pairs if pair.label == label]
        same = sum(_same(story)(pair.one, pair.other) for pair in those)
        threads = sum(_same(thread)(pair.one, pair.other) for pair in those)
        yield f"| {label} | {len(those)} | {same} | {threads - same} | {len(those) - threads} |"


def _same(groups: dict[str, str]) -> Callable[[str, str], bool]:
    return lambda one, other: one in groups and groups[one] == groups.get(other)


def quality(engine: str) -> None:
    """The tables of quality."""
    known = profiles(engine)
    pairs, others = gold(), own()
    batch = stories(known)
    story = {article: one.id for one in batch for article in one.articles}
    thread = {article: one.thread for one in batch for article in one.articles}
    arrivals = Arrivals()
    online = {
        one.article: arrivals.add(one).member.story for one in sorted(known, key=lambda one: (one.day, one.article))
    }
    print(f"{len(known)} articles, {len(batch)} stories, {len(set(thread.values()))} threads")
    print(
        "| P / R / F1 | develop, 60 pairs | check, 60 pairs | own, hard | check without copies |\n|---|---|---|---|---|"
    )
    print(line("stories, in batch", _same(story), pairs, others))
    print(line("stories, as they arrive", _same(online), pairs, others))
    texts = {one.key.split()[0]: stems(dumps.plain(one, ())) for one in dumps.saudinewsnet(NEWS)}
    develop = [pair for pair in pairs if pair.half == "develop"] + others
    for name, like in peers(texts).items():
        least = threshold(develop, like)
        print(line(f"{name} ≥ {least:.2f}", lambda a, b, like=like, least=least: like(a, b) >= least, pairs, others))  # type: ignore[misc]
    for half in ("develop", "check"):
        print(f"\n| {half} | pairs | one story | one thread | apart |\n|---|---|---|---|---|")
        print(*confusion([pair for pair in pairs if pair.half == half], story, thread), sep="\n")


def made(size: int) -> Iterator[tuple[str, int, str, list[str]]]:
    """Articles made of sentences: the headline and half the sentences of one, the others of another of the corpus."""
    chance = random.Random(SEED)
    known = [one for one in dumps.saudinewsnet(NEWS) if one.headline and one.paragraphs]
    for number in range(size):
        one, other = chance.choice(known), chance.choice(known)
        parts = [
            [text[s.start : s.end] for s in sentences(text)]
            for text in map("\n".join, (one.paragraphs, other.paragraphs))
        ]
        mixed = [chance.choice(pair) for pair in zip(*parts, strict=False)] or parts[0]
        yield f"{number:06}", number * 30 // size, one.headline or "", mixed


def speed(size: int) -> None:
    """Times per article: profile, arrival, batch."""
    start = time.perf_counter()
    known: list[Profile] = []
    spent = 0.0
    for key, day, headline, mixed in made(size):
        record = read_bytes("\n\n".join([headline, *mixed]).encode(), uri=key, url=f"https://n.example/{key}",
                            media_type="text/plain", any_page=True, wanted=ARTICLE_ONLY)  # fmt: skip
        begun = time.perf_counter()
        known.append(profile(record)._replace(article=key, day=735000 + day))
        spent += time.perf_counter() - begun
    print(f"{size} articles made in {time.perf_counter() - start:.0f} s; profile {1000 * spent / size:.2f} ms each")
    arrivals, times = Arrivals(), []
    for one in known:
        begun = time.perf_counter()
        arrivals.add(one)
        times.append(1000 * (time.perf_counter() - begun))
    for part in (times[: size // 3], times[-size // 3 :], times):
        rank = sorted(part)
        print(f"arrival: mean {sum(rank) / len(rank):.2f}, p50 {rank[len(rank) // 2]:.2f}, "
              f"p99 {rank[len(rank) * 99 // 100]:.2f}, most {rank[-1]:.0f} ms")  # fmt: skip
    begun = time.perf_counter()
    batch = stories(known)
    print(f"batch: {1000 * (time.perf_counter() - begun) / size:.2f} ms each, {len(batch)} stories")
    print(f"peak memory {peak():.0f} MiB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--engine", default="fast", help="what reads names; '' for words alone")
    parser.add_argument("--speed", type=int, default=0, metavar="N", help="time N articles instead")
    asked = parser.parse_args()
    speed(asked.speed) if asked.speed else quality(asked.engine)
