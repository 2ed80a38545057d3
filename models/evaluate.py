"""How well checkpoints read the annotated articles, and with what temperature their beliefs are honest.

    python -m models.evaluate --folder OUT [--ship CHECKPOINT]

Articles that the second stage has learnt from are read by the network that has not seen their group (`without-*.pt`),
the others (`ds`, `df`, the seed page), which no weights have seen, by `full.pt`. Writes `OUT/beliefs.json`
(id -> words and, word by word, the logarithm of the probability of each tag) and prints the figures of the scorer.
"""

import argparse
import importlib.util
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType

import numpy as np

from marsad.annotate.engines.decoding import TAGS, Beliefs, stretches
from marsad.annotate.engines.encoder import Encoder
from models import corpora
from models.export import export

UNSEEN = ("ds", "df", "seed")
DEVELOPED = ("aljazeera.net", "hespress.com", "Al-Riyadh", "Al-Sharq Al-Awsat", "Al-Jazirah", "CNN Arabic", "Shaam")
LAYERS = ("entities.exact", *(f"entities.exact.{label}" for label in ("PER", "ORG", "LOC")), "entities.relaxed")
TEMPERATURES = [0.5 + 0.05 * step for step in range(16)]

Read = dict[str, tuple[corpora.Article, list[Beliefs]]]


def read(encoder: Encoder, found: Iterable[corpora.Article]) -> Read:
    """The beliefs of the encoder about each article's words."""
    made: Read = {}
    for article in found:
        rows = encoder.posteriors([article.words[start:end] for start, end in article.sentences])
        made[article.id] = article, [row for sentence in rows for row in sentence]
    return made


def held_out(folder: Path, *, quantised: bool = True) -> Read:
    """All articles, each read by a network that has not seen its outlet."""
    made: Read = {}
    learnt = corpora.articles()
    for group in sorted({article.group for article in learnt}):
        made |= read(_encoder(folder, f"without-{group}", quantised), [one for one in learnt if one.group == group])
    return made | read(_encoder(folder, "full", quantised), corpora.articles(UNSEEN))


def _encoder(folder: Path, name: str, quantised: bool) -> Encoder:  # noqa: FBT001
    export(folder / f"{name}.pt", folder / name, quantised=quantised, temperature=1.0)
    return Encoder.load(folder / name)


def predicted(found: Read) -> dict[str, dict[str, list[dict[str, str]]]]:
    """The names that the beliefs alone give, as the scorer reads them."""
    made = {}
    for name, (article, rows) in found.items():
        entities = []
        for start, end in article.sentences:
            for stretch in stretches(rows[start:end]):
                first, last = start + stretch.first, start + stretch.last - 1
                text = article.text[article.starts[first] : article.starts[last] + len(article.words[last])]
                entities.append({"text": text, "type": stretch.label})
        made[name] = {"entities": entities}
    return made


def temperature(found: Read) -> float:
    """What to divide scores by, so that the words' true tags are likeliest as a whole."""
    rows = np.array([row for _, beliefs in found.values() for row in beliefs])
    tags = [tag for article, _ in found.values() for tag in article.tags]
    known = [at for at, tag in enumerate(tags) if tag in TAGS]
    truth = np.array([TAGS.index(tags[at]) for at in known])

    def surprise(divisor: float) -> float:
        scaled = rows[known] / divisor
        chosen = scaled[np.arange(len(known)), truth]
        return float((np.log(np.exp(scaled).sum(axis=1)) - chosen).mean())

    return min(TEMPERATURES, key=surprise)


def divided(found: Read, divisor: float) -> Read:
    """The beliefs at another temperature."""
    made: Read = {}
    for name, (article, beliefs) in found.items():
        rows = np.array(beliefs) / divisor
        made[name] = article, [tuple(row) for row in (rows - np.log(np.exp(rows).sum(axis=1, keepdims=True))).tolist()]
    return made


def scorer() -> ModuleType:
    """The scorer of the annotated articles."""
    spec = importlib.util.spec_from_file_location("score", corpora.SHARED / "gold" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("no scorer beside the annotated articles")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(found: Read, ids: Sequence[str]) -> str:
    """Exact by type, then relaxed, of the articles with these ids."""
    score = scorer()
    score.IDS = set(ids)
    done = score.score(predicted(found))["ALL"]
    return "  ".join(f"{layer.removeprefix('entities.')} {done[layer].f:.3f}" for layer in LAYERS)


def report(found: Read) -> str:
    """The figures of both halves and of the articles that no weights have seen."""
    develop = [name for name, (article, _) in found.items() if article.outlet.startswith(DEVELOPED)]
    halves = {
        "all": list(found),
        "develop": develop,
        "check": [name for name in found if name not in develop],
        "ds df": [name for name in found if name.startswith(UNSEEN)],
        "folds": [name for name in found if not name.startswith(UNSEEN)],
    }
    return "\n".join(f"{half:8} {len(ids):3}  {figures(found, ids)}" for half, ids in halves.items() if ids)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("models/out"))
    parser.add_argument("--float", action="store_true", help="without quantisation")
    parser.add_argument("--ship", type=Path, help="writes full.pt, with the temperature found, into this folder")
    chosen = parser.parse_args()
    found = held_out(chosen.folder, quantised=not chosen.float)
    divisor = temperature(found)
    found = divided(found, divisor)
    print(f"temperature {divisor:.2f}\n{report(found)}")
    beliefs = {name: [article.words, [list(row) for row in rows]] for name, (article, rows) in found.items()}
    (chosen.folder / "beliefs.json").write_text(json.dumps(beliefs, ensure_ascii=False), "utf-8")
    if chosen.ship:
        export(chosen.folder / "full.pt", chosen.ship, quantised=True, temperature=divisor)


if __name__ == "__main__":
    main()
