"""How sure the facts are that Marsad tells: `python -m bench.calibrate`, with `--write` the table that ships.

Every fact belongs to a group: its kind, its maker, then rule, label or band of belief, from the general to the
particular. Its confidence begins as the share of the group that is right in the articles that rules are developed on
(names read by weights that have not seen the outlet). A small group is drawn towards the share of the wider one, or
towards what its maker believes where it is a band of belief, as by so many more facts as `PULL` says. But a rule is
more often right where it was made than elsewhere: all odds of a kind are moved by one factor, so that the mean
confidence is the share right in the other half of the articles. Reliability and precision by coverage are measured on
that half, the factor for each outlet from the other outlets. `--unmoved` shows them without the factor. Articles of
corpora that are for measuring only (`annotations.unseen`) are measured, but not counted.
"""

import argparse
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from bench import annotations, truth, unseen
from bench.gold import ROOT, SHARED
from bench.peers import OUT
from bench.predictions import statements
from marsad.annotate import confidence

TABLE = ROOT / "src" / "marsad" / "data" / "confidence.tsv"
PULL = 10.0
SUREST = 0.999  # nothing that is counted on some hundred articles is certain
LEAST = 3  # facts of a group that is written down
ENGINES = ("lists", "fast", "accurate")
BEST = "accurate"  # the engine that reads the names of everything but mentions
BINS = 10
COVERED = (1.0, 0.9, 0.75, 0.5, 0.25)
# The annotated articles hold names only. A sample of the others was read, in the half that rules are developed on:
# wrong were الرومانية of antiquity as Romania (twice) and the adjective of an agency as a place inside its name.
BY_HAND = {"adjective": (108, 110), "part": (54, 55)}
HEAD = """\
# How often facts are right, for marsad.annotate.confidence. Made by bench/calibrate.py: do not edit.
# Origin: counted on the annotated articles beside the repository; figures only, no text of theirs.
# confidence (at the level of the check half), right and of (develop half), group (kind, made by, general to particular)
"""

Group = tuple[str, ...]


class Fact(NamedTuple):
    """One fact with its verdict; `counted`: it may be counted in what ships (not those of corpora for measuring)."""

    group: Group
    right: bool
    outlet: str = ""
    counted: bool = True


Table = dict[Group, tuple[float, int, int]]
_EDGES = (0.4, *confidence.BANDS, 1.0)
_FARTHEST, _HALVINGS = 100.0, 40  # bounds of the search for a factor
MIDDLES = {confidence.band((low + high) / 2): (low + high) / 2 for low, high in pairwise(_EDGES)}


@contextmanager
def recorded() -> Iterator[list[Group]]:
    """Lets every fact carry the number of its group, in the list that is given, in place of its confidence."""
    groups: list[Group] = []
    numbers: dict[Group, float] = {}

    def number(group: Group) -> float:
        if group not in numbers:
            numbers[group] = float(len(groups))
            groups.append(group)
        return numbers[group]

    with mock.patch.object(confidence, "_share", number):
        yield groups


def facts(half: str, shared: Path = SHARED) -> dict[str, list[Fact]]:
    """The facts of one half of the articles that can be judged, by kind; mentions by engine too."""
    module = annotations.scorer(shared)
    found: dict[str, list[Fact]] = defaultdict(list)
    if module is None:
        return found
    for engine in ENGINES:
        reader = unseen.reader(engine)
        for article in annotations.articles(shared):
            reads = reader(article) if annotations.half(article["outlet"]) == half else None
            if reads is None:
                continue
            with recorded() as groups:
                names = reads(article["text"], published=article["pub_date"], steps=("mentions", "entities", "times"))
                said = statements(article["text"], names, article["pub_date"])
                counted = not annotations.unseen(article)
                for kind, number, right in truth.verdicts(article, names, said, module):
                    if kind == "mention" or engine == BEST:
                        name = f"mention, {engine}" if kind == "mention" else kind
                        found[name].append(Fact(groups[int(number)], right, article["outlet"], counted))
    return found


def shares(found: Sequence[Fact], pull: float = PULL) -> Table:
    """Confidence, right and number of each group and of the wider groups that it belongs to."""
    right: Counter[Group] = Counter()
    number: Counter[Group] = Counter()
    makers = Counter(kind for kind, _ in {fact.group[:2] for fact in found})
    for fact in found:
        for group in _with_wider(fact.group, pooled=makers[fact.group[0]] > 1):
            number[group] += 1
            right[group] += fact.right
    for maker in {group[:2] for group in number if len(group) > 2 and group[2] in MIDDLES}:
        number.update({(*maker, name): 0 for name in MIDDLES})
    table: Table = {}
    for group in sorted(number, key=lambda group: (len(group), group)):
        wider = table[group[:-1]][0] if len(group) > 1 else right[group] / number[group]
        prior = MIDDLES.get(group[2], wider) if len(group) == 3 else wider
        table[group] = ((right[group] + pull * prior) / (number[group] + pull), right[group], number[group])
    return table


def _with_wider(group: Group, *, pooled: bool) -> Iterator[Group]:
    """The groups that a fact belongs to: as it is, and among the facts of any maker where there are several."""
    yield group[:1]
    for maker in (group[1], confidence.ANY) if pooled else group[1:2]:
        whole = (group[0], maker, *group[2:])
        yield from (whole[:size] for size in range(2, len(whole) + 1))


def looked_up(table: Table, group: Group) -> float:
    """The confidence that a fact of a group gets."""
    sizes = range(len(group), 0, -1)
    return next((table[group[:size]][0] for size in sizes if group[:size] in table), confidence.UNKNOWN)


def factors(table: Table, found: Sequence[Fact]) -> dict[Group, float]:
    """For every kind and maker by what the odds are multiplied so that their mean is the share that is right."""
    made: dict[Group, list[tuple[float, bool]]] = defaultdict(list)
    for fact in found:
        made[fact.group[:2]].append((looked_up(table, fact.group), fact.right))
    return {maker: _factor(facts) for maker, facts in made.items()}


def _factor(found: Sequence[tuple[float, bool]]) -> float:
    low, high = 1 / _FARTHEST, _FARTHEST
    for _ in range(_HALVINGS):
        middle = math.sqrt(low * high)
        if sum(moved(sure, middle) for sure, _ in found) < sum(right for _, right in found):
            low = middle
        else:
            high = middle
    return math.sqrt(low * high)


def moved(sure: float, factor: float) -> float:
    """A confidence with its odds multiplied."""
    return sure * factor / (sure * factor + 1 - sure)


def reliability(sure: Sequence[tuple[float, bool]]) -> tuple[float, list[tuple[float, float, int]]]:
    """The expected calibration error, and for each bin mean confidence, share right and number."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for believed, right in sure:
        bins[min(int(believed * BINS), BINS - 1)].append((believed, right))
    rows = [
        (sum(one for one, _ in facts) / len(facts), sum(fine for _, fine in facts) / len(facts), len(facts))
        for _, facts in sorted(bins.items())
    ]
    error = sum(abs(believed - right) * number for believed, right, number in rows) / max(len(sure), 1)
    return error, rows


def precision_at(sure: Sequence[tuple[float, bool]], coverage: float) -> float:
    """The share right of the surest facts; of facts that are equally sure, the mean."""
    ranked = sorted((believed for believed, _ in sure), reverse=True)
    wanted = max(1, round(coverage * len(ranked)))
    edge = ranked[wanted - 1]
    above = [right for believed, right in sure if believed > edge]
    at_edge = [right for believed, right in sure if believed == edge]
    return (sum(above) + (wanted - len(above)) * sum(at_edge) / len(at_edge)) / wanted


def report(of: Mapping[str, Sequence[tuple[float, bool]]]) -> str:
    """The measures as Markdown: one line for each kind of fact, then the bins."""
    head = " | ".join(f"{100 * share:.0f} %" for share in COVERED)
    lines = [
        f"| fact | number | right | mean confidence | calibration error | precision of the surest {head} |",
        "|---" * (5 + len(COVERED)) + "|",
    ]
    bins = ["| fact | " + " | ".join(f"{edge / BINS:.1f}" for edge in range(BINS)) + " |", "|---" * (BINS + 1) + "|"]
    for kind, sure in of.items():
        error, rows = reliability(sure)
        right = sum(fine for _, fine in sure) / len(sure)
        believed = sum(one for one, _ in sure) / len(sure)
        covered = " | ".join(f"{precision_at(sure, share):.3f}" for share in COVERED)
        lines.append(f"| {kind} | {len(sure)} | {right:.3f} | {believed:.3f} | {error:.3f} | {covered} |")
        cells = {min(int(one * BINS), BINS - 1): f"{share:.2f} ({number})" for one, share, number in rows}
        bins.append(f"| {kind} | " + " | ".join(cells.get(edge, "") for edge in range(BINS)) + " |")
    return "\n".join([*lines, "", *bins]) + "\n"


def written(table: Table) -> str:
    """The table as the file that ships."""
    lines = [
        "\t".join((f"{min(share, SUREST):.3f}", str(right), str(number), *group))
        for group, (share, right, number) in sorted(table.items())
        if number >= LEAST or len(group) == 1 or (len(group) == 3 and group[2] in MIDDLES)
    ]
    return HEAD + "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Counts, prints what that is worth (kept in `bench/out/confidence.md`), and writes the table on wish."""
    parser = argparse.ArgumentParser(prog="python -m bench.calibrate", description=str(__doc__).split("\n", 1)[0])
    parser.add_argument("--write", action="store_true", help="write the table that ships")
    parser.add_argument("--unmoved", action="store_true", help="measure without the factors of the other half")
    parser.add_argument("--pull", type=float, default=PULL, help="facts by which a group is drawn to the wider one")
    options = parser.parse_args(arguments)
    check = facts("check")
    if not check:
        print(f"skipped: no annotated articles: {SHARED} is absent")
        return 0
    table = shares([fact for kind in facts("develop").values() for fact in kind if fact.counted], options.pull)
    everything = [fact for kind in check.values() for fact in kind]
    counted = [fact for fact in everything if fact.counted]
    if options.write:
        by_hand = {(kind,): ((right + 1) / (of + 2), right, of) for kind, (right, of) in BY_HAND.items()}
        TABLE.write_text(written(_all_moved(table, factors(table, counted)) | by_hand), "utf-8")
    outlets = {fact.outlet for fact in everything}
    by = {outlet: factors(table, [fact for fact in counted if fact.outlet != outlet]) for outlet in outlets}
    judged = {
        kind: [
            (
                moved(looked_up(table, fact.group), 1.0 if options.unmoved else by[fact.outlet][fact.group[:2]]),
                fact.right,
            )
            for fact in found
        ]
        for kind, found in check.items()
    }
    found = report(judged)
    OUT.mkdir(exist_ok=True)
    (OUT / "confidence.md").write_text(found, "utf-8")
    print(found, end="")
    return 0


def _all_moved(table: Table, by: dict[Group, float]) -> Table:
    """The table with its odds moved; a kind as a whole by the mean of its makers."""
    found: Table = {}
    for group, (share, right, number) in table.items():
        of_kind = [factor for maker, factor in by.items() if maker[0] == group[0]]
        mean = math.exp(sum(map(math.log, of_kind)) / len(of_kind)) if of_kind else 1.0
        found[group] = moved(share, by.get(group[:2], mean)), right, number
    return found


if __name__ == "__main__":
    sys.exit(main())
