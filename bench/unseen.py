"""Every annotated article read by weights that have not seen its outlet, as far as such weights are there.

`python -m models.crossval --folder models/out` makes them. Without them the weights that ship read the articles that
they have not learnt from, and no others.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

from bench.annotations import unseen
from bench.gold import ROOT
from marsad.annotate import Annotator, annotator

FOLDER = ROOT / "models" / "out"
Reader = Callable[[Mapping[str, Any]], Annotator | None]


def reader(engine: str) -> Reader:
    """What reads an article with an engine; None for one that its weights have learnt from."""
    if engine == "lists":
        return lambda _: annotator("lists")
    crossed = _crossed(engine)
    return crossed or (lambda article: annotator(engine) if unseen(dict(article)) else None)


@cache
def _crossed(engine: str) -> Reader | None:
    try:
        crossval, corpora = import_module("models.crossval"), import_module("models.corpora")
    except ModuleNotFoundError:  # what trains is not installed
        return None
    paths = {group: FOLDER / f"linear-{group}.npz" for group in crossval.GROUPS}
    beliefs = FOLDER / "beliefs.json"
    if not all(path.exists() for path in paths.values()) or (engine == "accurate" and not beliefs.exists()):
        return None
    choose = import_module("marsad.annotate.engines.choose")
    linear = {group: import_module("marsad.annotate.engines.linear").Linear(path) for group, path in paths.items()}
    group_of = {article.id: article.group for article in corpora.articles()}
    believed = json.loads(beliefs.read_text("utf-8")) if engine == "accurate" else {}
    others = min(crossval.GROUPS, key=lambda group: sum(one == group for one in group_of.values()))

    def read(article: Mapping[str, Any]) -> Annotator:
        model = linear[group_of.get(article["id"], others)]
        if engine == "fast":
            return Annotator(choose.FastEngine(model))
        return Annotator(choose.AccurateEngine(model, crossval.Remembered(article["text"], believed[article["id"]][1])))

    return read
