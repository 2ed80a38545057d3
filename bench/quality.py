"""`make quality`: scores the reader against gold and refuses to fall below a floor.

Sections: `pages` (real pages with hand-made gold), `golden` (the project's own pages: every field equal), `dumps`
(known articles written out as text and read again), `names` (annotated articles, pairs of names, homonyms of places),
`statements` (quotes and events of the annotated articles), `authored` (sentences with traps) and `copies` (pairs of
articles, stated edits). A section whose data are absent is skipped with the reason. Writes `bench/out/quality.txt`,
`quality.json` and `worst.json` (what to read next). Exit code 1 where a measure is worse than `bench/floors.json`
allows; a floor is lowered on purpose only.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import marsad
from bench import aliases, annotations, authored, copies, dumps, gold, homonyms, roundtrip, statements
from bench.measure import PageScore, Reading, score
from bench.section import Section
from marsad import annotate
from marsad.errors import MarsadError, MissingExtra
from marsad.records import Article, Record

HERE = Path(__file__).resolve().parent
OUT = HERE / "out"
FLOORS = HERE / "floors.json"
VERDICTS = ("date", "author", "source", "section")


def reading(article: Article) -> Reading:
    """What Marsad says, in the terms of the measures."""
    return Reading(
        title=article.headline,
        day=article.published.value[:10] if article.published else None,
        authors=article.authors,
        source=article.source,
        section=article.section,
        paragraphs=article.paragraph_texts(),
    )


def read_page(page: gold.GoldPage) -> Reading:
    """A gold page through the front door; Persian pages are read as any page."""
    try:
        if page.path.suffix == ".xml":
            first = next(iter(marsad.read(page.path, wanted=marsad.ARTICLE_ONLY)), None)
            if not isinstance(first, Record):
                return Reading(rejected=first.reason if first else "empty")
            return reading(first.article)
        found = marsad.read_bytes(
            page.path.read_bytes(), uri=page.path.name, any_page=page.language == "fa", wanted=marsad.ARTICLE_ONLY
        )
    except MarsadError as error:
        return Reading(rejected=error.reason)
    return reading(found.article)


def pages_section(read: Callable[[gold.GoldPage], Reading] = read_page, shared: Path = gold.SHARED) -> Section:
    """Body, fields and forbidden strings on pages with gold; pages without an article must be rejected."""
    section = Section("pages")
    scored: dict[str, list[PageScore]] = {}
    details: dict[str, object] = {}
    rejections: list[bool] = []
    for page in gold.pages(shared):
        said = read(page)
        if page.expected is None:
            rejections.append(said.rejected is not None)
            section.lines.append(f"{page.path.stem:30} rejected: {said.rejected or 'NO, READ AS AN ARTICLE'}")
            continue
        result = score(said, page.expected)
        scored.setdefault(page.group, []).append(result)
        details[page.path.name] = {"said": asdict(said), "score": asdict(result)}
        section.lines.append(_page_line(page.path.name, result, said))
    if not scored:
        section.skipped = f"no pages with gold: {shared / 'pages'} is absent"
        return section
    for group, results in scored.items():
        section.measures |= {f"{group}.{key}": value for key, value in _group(results).items()}
    section.measures["rejected.share"] = sum(rejections) / max(len(rejections), 1)
    section.details = details
    return section


def _page_line(name: str, result: PageScore, said: Reading) -> str:
    if said.rejected:
        return f"{name:30} REJECTED: {said.rejected}"
    verdicts = " ".join(f"{key}={getattr(result, key)}" for key in VERDICTS)
    flaws = f" missed={len(result.missed)} forbidden={len(result.forbidden)} repeated={result.repeated}"
    head = f"P {result.precision:.3f} R {result.recall:.3f} F1 {result.f1:.3f} title={'ok' if result.title else 'NO'}"
    return f"{name:30} {head} {verdicts}{flaws}"


def _group(results: Sequence[PageScore]) -> dict[str, float]:
    measures = {
        "f1.mean": sum(r.f1 for r in results) / len(results),
        "f1.min": min(r.f1 for r in results),
        "precision": sum(r.precision for r in results) / len(results),
        "recall": sum(r.recall for r in results) / len(results),
        "title": sum(r.title for r in results) / len(results),
        "must.missed": float(sum(len(r.missed) for r in results)),
        "must_not.present": float(sum(len(r.forbidden) for r in results)),
        "repeated": float(sum(r.repeated for r in results)),
    }
    for key in VERDICTS:
        said = [getattr(r, key) for r in results]
        named = [v for v in said if v not in ("none", "invented")]
        if named:
            measures[f"{key}.right"] = named.count("right") / len(named)
        measures[f"{key}.wrong"] = float(said.count("wrong"))
        measures[f"{key}.invented"] = float(said.count("invented"))
    return measures


def golden_section() -> Section:
    """The project's own pages: how many come out exactly as their JSON says (see tests/golden)."""
    from tests.golden import test_golden as golden

    section = Section("golden")
    flaws = {path.stem: _golden_flaws(path) for path in golden.GOLD}
    if not flaws:
        section.skipped = "no golden pages"
        return section
    section.measures = {"pages": float(len(flaws)), "exact": sum(not flaw for flaw in flaws.values()) / len(flaws)}
    section.details = {name: flaw for name, flaw in flaws.items() if flaw}
    section.lines = [
        f"{name}: {'; '.join(said.split(chr(10))[0] for said in flaw)}" for name, flaw in flaws.items() if flaw
    ]
    return section


def _golden_flaws(path: Path) -> list[str]:
    from tests.golden import test_golden as golden

    expected = golden.expected_of(path)
    try:
        record = golden.read_gold(path)
    except MarsadError as error:
        reasons = {*expected.get("why", error.reason).split("|"), *expected.get("why_or", [])}
        right = expected.get("rejected") and error.reason in reasons
        return [] if right else [f"rejected: {error.reason}"]
    if expected.get("rejected"):
        return ["read, though it holds no article"]
    return golden.differences(record, expected)


def _read_dump(dump: str, *, any_page: bool) -> Record:
    return marsad.read_bytes(dump.encode(), uri="dump.txt", any_page=any_page, wanted=marsad.ARTICLE_ONLY)


def dumps_section(size: int, shared: Path = gold.SHARED) -> Section:
    """Known articles, dumped clean, without blank lines and messed up: how many come back exact."""
    section = Section("dumps")
    news = shared / "corpora" / "news"
    sets = {
        "dev": list(dumps.gold_dev(shared / "gold" / "dev")),
        "saudi": dumps.sample(dumps.saudinewsnet(news / "saudinewsnet"), size),
        "ant": dumps.sample(dumps.antcorpus(news / "antcorpus_v1.1.tar.gz"), size),
    }
    details: dict[str, object] = {}
    for name, articles in sets.items():
        if not articles:
            continue
        for dump, outcomes in roundtrip.read_all(articles, _read_dump).items():
            shares = roundtrip.shares(outcomes)
            section.measures |= {f"{name}.{dump}.{key}": value for key, value in shares.items()}
            figures = " ".join(f"{key} {value:.4f}" for key, value in shares.items())
            section.lines.append(f"{name + ' ' + dump:14} ({len(articles)}) {figures}")
            section.lines.append(f"{'':14} not kept: {roundtrip.fates(outcomes)}")
            details[f"{name}.{dump}"] = roundtrip.worst(outcomes)
    if not section.measures:
        section.skipped = f"no known articles: {shared} is absent"
    section.details = details
    return section


def names_section(shared: Path = gold.SHARED) -> Section:
    """Entities, their linking, times, pairs of spellings and homonyms of places.

    Weights have learnt from some of the annotated articles: an engine with weights is scored on the others only
    (`python -m models.crossval` gives its figures on all, each outlet unseen).
    """
    section = Section("names")
    for engine in ("lists", "fast", "accurate"):
        try:
            annotator = annotate.annotator(engine)
        except MissingExtra as error:
            section.lines.append(f"{engine}: skipped: {error}")
            continue
        found = annotations.by_group(partial(_annotated, annotator), partial(_scored_half, engine), shared)
        module = annotations.scorer(shared)
        for half in ("develop", "check") if module else ():
            section.lines += statements.names(engine, half, module)
        section.measures |= {f"{engine}.{half}.{key}": value for half, of in found.items() for key, value in of.items()}
    pairs = aliases.by_half(shared)
    section.measures |= {f"aliases.{half}.{key}": value for half, of in pairs.items() for key, value in of.items()}
    section.measures |= homonyms.score()
    return section


def _annotated(annotator: annotate.Annotator, article: dict[str, Any]) -> annotate.Annotations:
    return annotator(article["text"], published=article["pub_date"], steps=("mentions", "entities", "times"))


def _scored_half(engine: str, article: dict[str, Any]) -> str | None:
    """The half of an article; None for one that the weights of the engine have learnt from."""
    scored = engine == "lists" or annotations.unseen(article)
    return annotations.half(article["outlet"]) if scored else None


def below_floor(measures: dict[str, float], floors: dict[str, dict[str, float]]) -> list[str]:
    """One sentence for each measure that is worse than its floor (`at_least`) or ceiling (`at_most`)."""
    low = [
        f"{key} is {measures[key]:.4f}, at least {floor} is kept"
        for key, floor in floors["at_least"].items()
        if key in measures and measures[key] < floor
    ]
    high = [
        f"{key} is {measures[key]:.4f}, at most {ceiling} is kept"
        for key, ceiling in floors["at_most"].items()
        if key in measures and measures[key] > ceiling
    ]
    return low + high


def _text(sections: Sequence[Section], failures: Sequence[str]) -> str:
    parts: list[str] = []
    for section in sections:
        parts.append(f"== {section.name}")
        parts.extend([f"skipped: {section.skipped}"] if section.skipped else section.lines)
        if section.name != "dumps":
            parts.extend(f"   {key:32} {value:.4f}" for key, value in section.measures.items())
    parts.append("== floors")
    parts.extend(failures or ["every floor is kept"])
    return "\n".join(parts) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Scores everything that is there, prints and writes the report, and says with the exit code if it is enough."""
    parser = argparse.ArgumentParser(prog="python -m bench.quality", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--sample", type=int, default=1500, help="articles taken from each corpus (default 1500)")
    parser.add_argument(
        "--only", choices=["pages", "golden", "dumps", "names", "statements", "authored", "copies"], help="one section"
    )
    options = parser.parse_args(arguments)
    runs: dict[str, Callable[[], Section]] = {
        "pages": pages_section,
        "golden": golden_section,
        "dumps": lambda: dumps_section(options.sample),
        "names": names_section,
        "statements": statements.section,
        "authored": authored.section,
        "copies": copies.section,
    }
    sections = [run() for name, run in runs.items() if options.only in (None, name)]
    measures = {f"{section.name}.{key}": value for section in sections for key, value in section.measures.items()}
    failures = below_floor(measures, json.loads(FLOORS.read_text("utf-8")))
    report = _text(sections, failures)
    OUT.mkdir(exist_ok=True)
    (OUT / "quality.txt").write_text(report, "utf-8")
    summary = {"measures": measures, "below_floor": failures}
    (OUT / "quality.json").write_text(json.dumps(summary, ensure_ascii=False, indent=1), "utf-8")
    details = {section.name: section.details for section in sections}
    (OUT / "worst.json").write_text(json.dumps(details, ensure_ascii=False, indent=1), "utf-8")
    sys.stdout.write(report)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
