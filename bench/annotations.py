"""Entities and times against the annotated articles beside the repository, by the scorer that stands with them.

The articles are cut in two by outlet: rules are developed on one half (`develop`), the other (`check`) is only ever
scored. A gap between them says that rules were fitted.
"""

import importlib.util
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.gold import SHARED
from marsad.annotate import Annotations

DEVELOP = ("aljazeera.net", "hespress.com", "Al-Riyadh", "Al-Sharq Al-Awsat", "Al-Jazirah", "CNN Arabic", "Shaam")
LAYERS = ("entities.exact", "entities.exact.PER", "entities.exact.LOC", "entities.exact.ORG", "entities.relaxed",
          "entities.canonical-b3-f1", "dates.exact")  # fmt: skip

Prediction = dict[str, Any]


def scorer(shared: Path = SHARED) -> ModuleType | None:
    """The scorer of the annotated articles, or None where they are absent."""
    path = shared / "gold" / "score.py"
    if not path.exists():
        return None
    spec = importlib.util.spec_from_file_location("gold_scorer", path)
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def articles(shared: Path = SHARED) -> list[dict[str, Any]]:
    """The annotated articles, in the order of their ids."""
    return [json.loads(path.read_text("utf-8")) for path in sorted((shared / "gold" / "dev").glob("*.json"))]


def half(outlet: str) -> str:
    """Which half of the annotated articles an outlet belongs to."""
    return "develop" if outlet.startswith(DEVELOP) else "check"


def prediction(found: Annotations) -> Prediction:
    """What was found, in the terms of the scorer."""
    names = {entity.id: entity.name for entity in found.entities or ()}
    return {
        "entities": [
            {"text": m.text, "type": m.label, "canonical": f"{m.entity} {names.get(m.entity or '', '')}"}
            for m in found.mentions or ()
            if m.kind == "name"
        ],
        "dates": [{"text": time.text, "value": time.value} for time in found.times or ()],
    }


def scores(predictions: dict[str, Prediction], ids: Iterable[str], module: ModuleType) -> dict[str, float]:
    """The measures of some articles: exact and relaxed F1 of entities, each label, B-cubed, dates."""
    vars(module)["IDS"] = set(ids)
    total = module.score(predictions)["ALL"]
    found = {layer: total[layer].f for layer in LAYERS if layer in total}
    return found | {key: value for key, value in module.extras(total).items() if key in LAYERS}


def unseen(article: dict[str, Any]) -> bool:
    """Whether no weights that ship have learnt from this article, by the prefix of its id."""
    return str(article["id"]).startswith(("ds", "df", "seed"))


def by_group(
    annotate: Callable[[dict[str, Any]], Annotations],
    group: Callable[[dict[str, Any]], str | None],
    shared: Path = SHARED,
) -> dict[str, dict[str, float]]:
    """The measures of every group of articles (None: left out); empty where there are none."""
    module = scorer(shared)
    if module is None:
        return {}
    groups: dict[str, list[str]] = {}
    predictions: dict[str, Prediction] = {}
    for article in articles(shared):
        name = group(article)
        if name is not None:
            groups.setdefault(name, []).append(article["id"])
            predictions[article["id"]] = prediction(annotate(article))
    return {name: scores(predictions, ids, module) for name, ids in sorted(groups.items())}
