"""Who said what, who did what: quotes and events against the annotated articles, each F1 with its 95 % interval.

    python -m bench.statements --half develop                     the layers
    python -m bench.statements --half develop --errors quotes     and every missed and wrong item with its words
    python -m bench.statements --half check --by outlet           the other half: figures only

Names and times come from `bench.remembered`, so that a run takes seconds. Quotes of hearsay are no quotes of the
annotated articles (their convention lists identifiable sources) and are left out of what is scored.
"""

import argparse
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench import annotations, misses, unseen
from bench.gold import SHARED
from bench.intervals import Figure, by_layer
from bench.predictions import Statements, full_prediction, statements
from bench.remembered import annotations as remembered
from bench.section import Section
from marsad.annotate import Annotations
from marsad.errors import MissingExtra

LAYERS = (
    "quotes.span", "quotes.full", "quotes.direct", "quotes.channel",
    "events.full", "events.quad", "events.actors", "events.type-only",
)  # fmt: skip
NAMES = ("entities.exact", "entities.exact.PER", "entities.exact.LOC", "entities.exact.ORG", "entities.relaxed", "dates.exact")  # fmt: skip  # noqa: E501

BEST = "accurate"  # the engine that is taken where it is installed; outlets are told with it only

Predictions = dict[str, annotations.Prediction]


def predicted(
    found: Mapping[str, Annotations], chosen: Iterable[Mapping[str, Any]], failed: list[str] | None = None
) -> tuple[Predictions, dict[str, Statements]]:
    """What the rules find in some articles. `failed`: takes the errors that they raise; else those are raised."""
    predictions: Predictions = {}
    raw: dict[str, Statements] = {}
    for article in chosen:
        names = found[article["id"]]
        try:
            said = statements(article["text"], names, article["pub_date"])
        except Exception:
            if failed is None:
                raise
            failed.append(f"{article['id']}: {traceback.format_exc(limit=-2).strip()}")
            said = Statements((), ())
        raw[article["id"]] = said
        predictions[article["id"]] = full_prediction(article["text"], names, without_hearsay(said))
    return predictions, raw


def without_hearsay(said: Statements) -> Statements:
    """The statements whose speaker is somebody."""
    if said.quotes is None:
        return said
    return Statements(tuple(quote for quote in said.quotes if quote.status != "hearsay"), said.events)


def figures(
    predictions: Predictions,
    ids: Sequence[str],
    module: Any,  # noqa: ANN401 - the scorer
    layers: Sequence[str] = LAYERS,
) -> tuple[dict[str, Figure], dict[str, float]]:
    """The layers of some articles with their intervals, and the accuracies of what was matched."""
    vars(module)["IDS"] = set(ids)
    scored = module.score(predictions, "article")
    vars(module)["IDS"] = None
    shares = {key: value for key, value in module.extras(scored["ALL"]).items() if key.startswith("quotes.")}
    return by_layer(scored, ids, layers), shares


def table(found: Mapping[str, Figure]) -> list[str]:
    """One line for each layer."""
    return [
        f"{layer:20} P {one.precision:.3f}  R {one.recall:.3f}  F1 {one.f1:.3f}  [{one.low:.3f}, {one.high:.3f}]"
        f"   {one.right:.0f} right, {one.found - one.right:.0f} wrong, {one.expected - one.right:.0f} missed"
        for layer, one in found.items()
    ]


def measures(engine: str, half: str, module: Any) -> tuple[list[str], dict[str, float]]:  # noqa: ANN401
    """For `make quality`: lines with every layer of a half and of its outlets, and the figures that have floors.

    The weights that ship have learnt names from some of these articles; quotes and events learn nothing, and with names
    read by weights that have not seen the outlet their figures are the same up to .01.
    """
    chosen = [article for article in annotations.articles() if annotations.half(article["outlet"]) == half]
    predictions, _ = predicted(remembered(engine), chosen)
    found, shares = figures(predictions, [article["id"] for article in chosen], module)
    lines = [f"{engine}, {half}: {len(chosen)} articles", *(f"   {line}" for line in table(found))]
    lines += [f"   {key:42} {value:.3f}" for key, value in shares.items()]
    for outlet in sorted({article["outlet"] for article in chosen} if engine == BEST else ()):
        ids = [article["id"] for article in chosen if article["outlet"] == outlet]
        here, _ = figures(predictions, ids, module)
        lines.append(f"   {outlet:34} ({len(ids):2}) " + "  ".join(f"{key} {one.f1:.2f}" for key, one in here.items()))
    kept = {f"{engine}.{half}.{layer}": one.f1 for layer, one in found.items()}
    direct, full = found["quotes.direct"], found["events.full"]
    kept |= {f"{engine}.{half}.quotes.direct.{name}": getattr(direct, name) for name in ("precision", "recall")}
    return lines, kept | {f"{engine}.{half}.events.full.recall": full.recall}


def names(engine: str, half: str, module: Any) -> list[str]:  # noqa: ANN401
    """For `make quality`: the layers of names and dates, each article read by weights that do not know it."""
    reader = unseen.reader(engine)
    chosen = [article for article in annotations.articles() if annotations.half(article["outlet"]) == half]
    predictions: Predictions = {}
    for article in chosen:
        reads = reader(article)
        if reads is not None:
            found = reads(article["text"], published=article["pub_date"], steps=("mentions", "entities", "times"))
            predictions[article["id"]] = full_prediction(article["text"], found, Statements((), ()))
    layers, _ = figures(predictions, list(predictions), module, NAMES)
    return [f"{engine}, {half}: {len(predictions)} articles", *(f"   {line}" for line in table(layers))]


def section(shared: Path = SHARED) -> Section:
    """Quotes and events of the annotated articles, each half with both engines; every F1 with its interval."""
    found = Section("statements")
    module = annotations.scorer(shared)
    if module is None:
        found.skipped = f"no annotated articles: {shared} is absent"
        return found
    for engine in ("fast", "accurate"):
        try:
            parts = [measures(engine, half, module) for half in ("develop", "check")]
        except MissingExtra as error:
            found.lines.append(f"{engine}: skipped: {error}")
            continue
        for lines, figure in parts:
            found.lines += lines
            found.measures |= figure
    return found


def _report(predictions: Predictions, ids: Sequence[str], module: Any, *, names: bool) -> None:  # noqa: ANN401
    found, shares = figures(predictions, ids, module, (*LAYERS, *NAMES) if names else LAYERS)
    print(*table(found), sep="\n")
    for key, value in shares.items():
        print(f"{key:42} {value:.3f}")


def _errors(predictions: Predictions, chosen: Iterable[Mapping[str, Any]], module: Any, of: str) -> None:  # noqa: ANN401
    tell = misses.quotes if of == "quotes" else misses.events
    counted: Counter[str] = Counter()
    for article in chosen:
        lines = list(tell(predictions[article["id"]], article["gold"], module))
        counted.update(line.split()[0] for line in lines if line[0] != " ")
        print(f"\n== {article['id']} {article['outlet']} {article['pub_date']}", *lines, sep="\n")
    print("\n" + ", ".join(f"{number} {word}" for word, number in counted.most_common()))


def _chosen(options: argparse.Namespace) -> list[dict[str, Any]]:
    wanted = set(options.only or ())
    return [
        article
        for article in annotations.articles()
        if annotations.half(article["outlet"]) == options.half and (not wanted or article["id"] in wanted)
    ]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench.statements",
        description=str(__doc__),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--half", choices=["develop", "check"], default="develop")
    parser.add_argument("--engine", default="fast", help="lists, fast or accurate: what reads the names")
    parser.add_argument("--errors", choices=["quotes", "events"], help="every missed and wrong item (develop only)")
    parser.add_argument("--by", choices=["outlet", "genre"], help="the layers of each outlet or genre")
    parser.add_argument("--only", action="append", metavar="ID", help="an article of the half (may be repeated)")
    parser.add_argument("--names", action="store_true", help="the layers of names and dates too")
    parser.add_argument("--gold", action="store_true", help="score the gold itself: 1.000 everywhere")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the layers of one half, and on wish what is wrong in it."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.half == "check" and (options.errors or options.only):
        parser.error("the check half is only ever scored: no errors and no single articles of it")
    module = annotations.scorer(SHARED)
    if module is None:
        print(f"skipped: no annotated articles: {SHARED} is absent")
        return 0
    chosen = _chosen(options)
    start, failed = time.perf_counter(), list[str]()
    if options.gold:
        predictions = module.gold_as_pred()
    else:
        predictions, raw = predicted(remembered(options.engine), chosen, failed)
        for name in ("quotes", "events"):
            if all(getattr(said, name) is None for said in raw.values()):
                print(f"{name}: not there yet (marsad.annotate.{name}.{name})")
    print(f"{options.half}: {len(chosen)} articles, engine {options.engine}, {time.perf_counter() - start:.1f} s")
    if failed:
        print(f"{len(failed)} articles RAISED and count as empty; the first: {failed[0]}")
    _report(predictions, [article["id"] for article in chosen], module, names=options.names)
    for group in sorted({article[options.by] for article in chosen} if options.by else ()):
        print(f"\n-- {group}")
        ids = [article["id"] for article in chosen if article[options.by] == group]
        _report(predictions, ids, module, names=options.names)
    if options.errors:
        _errors(predictions, chosen, module, options.errors)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
