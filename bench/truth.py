"""Which of the facts that were found in an annotated article are right: what confidence is measured by.

The matching is the scorer's own. A fact that the gold neither asks for nor forbids (optional names, dates and quotes;
hearsay; entities none of whose names is in the gold) has no verdict.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.predictions import Statements, full_prediction
from bench.statements import without_hearsay
from marsad.annotate import Annotations
from marsad.records import Mention

Scorer = Any
Gold = Mapping[str, Any]
Verdict = tuple[str, float, bool]  # kind of fact, its confidence, whether it is right


def verdicts(article: Gold, names: Annotations, said: Statements, module: Scorer) -> Iterator[Verdict]:
    """Every fact of an article that can be judged."""
    gold = article["gold"]
    surfaces: dict[str, tuple[str, str] | None] = {}
    for mention in names.mentions or ():
        if mention.kind == "name":
            surfaces[mention.id] = found = _surface(mention, gold, module)
            if found or not _optional(mention, gold, module):
                yield "mention", mention.confidence, found is not None
    yield from _entities(names, gold, surfaces, module)
    prediction = full_prediction(article["text"], names, without_hearsay(said))
    yield from _times(names, prediction["dates"], gold, module)
    quotes = [quote for quote in said.quotes or () if quote.status != "hearsay"]
    for place, right in _quotes(prediction["quotes"], gold, module):
        yield "quote", quotes[place].confidence, right
    for place, right in _events(prediction["events"], gold, module):
        yield "event", (said.events or ())[place].confidence, right


def _surface(mention: Mention, gold: Gold, module: Scorer) -> tuple[str, str] | None:
    """The gold name and label that a mention is."""
    known = {(module.lal(module.norm(one["text"])), one["type"]) for one in gold["entities"]}
    forms = module.variants(module.norm(mention.text))
    return next(((form, mention.label) for form in forms if (form, mention.label) in known), None)


def _optional(mention: Mention, gold: Gold, module: Scorer) -> bool:
    optional = [module.lal(module.norm(one["text"])) for one in gold["entities_optional"]]
    text = module.lal(module.norm(mention.text))
    words = set(text.split())
    return any(
        form == other or 2 * len(words & set(other.split())) >= min(len(words), len(other.split())) > 0
        for other in optional
        for form in (text, *module.variants(text))
    )


def _entities(
    names: Annotations, gold: Gold, surfaces: Mapping[str, tuple[str, str] | None], module: Scorer
) -> Iterator[Verdict]:
    """An entity is right whose names are one thing in the gold, and all the names of that thing that were found."""
    canonical = {
        (module.lal(module.norm(one["text"])), one["type"]): module.norm(one["canonical"]) for one in gold["entities"]
    }
    things: dict[str, set[str]] = {}
    owners: dict[str, set[str]] = defaultdict(set)
    for entity in names.entities or ():
        found = {canonical[surface] for one in entity.mentions if (surface := surfaces.get(one))}
        things[entity.id] = found
        for thing in found:
            owners[thing].add(entity.id)
    for entity in names.entities or ():
        if things[entity.id]:
            alone = all(len(owners[thing]) == 1 for thing in things[entity.id])
            yield "entity", entity.confidence, len(things[entity.id]) == 1 and alone


def _times(names: Annotations, said: Sequence[Gold], gold: Gold, module: Scorer) -> Iterator[Verdict]:
    expected = gold["dates"]
    texts = {module.norm(one["text"]) for one in expected}
    optional = [set(module.norm(one["text"]).split()) for one in gold["dates_optional"]]

    def same(one: Gold, other: Gold) -> bool:
        text = module.norm(one["text"])
        spelt = module.norm(other["text"])
        value = other["value"] is None or module.isov(one.get("value")) == module.isov(other["value"])
        return bool((text == spelt or spelt in module.variants(text)) and value)

    right = {place for place, _ in module.greedy(said, expected, same)}
    for place, time in enumerate(names.times or ()):
        words = set(module.norm(time.text).split())
        left_out = module.norm(time.text) not in texts and any(words <= one or one <= words for one in optional)
        if place in right or not left_out:
            yield "time", time.confidence, place in right


def _quotes(said: Sequence[Gold], gold: Gold, module: Scorer) -> Iterator[tuple[int, bool]]:
    def dice(one: Gold, other: Gold) -> float:
        both, first, second = module.share(one["text"], other["text"])
        return 2 * both / (first + second) if first + second else 0.0

    def full(one: Gold, other: Gold) -> bool:
        return dice(one, other) >= 0.5 and bool(module.speaker_match(one["speaker"], other["speaker"]))

    expected, optional = gold["quotes"], gold.get("quotes_optional", [])
    right = {place for place, _ in module.greedy(said, expected, full, dice)}
    for place, one in enumerate(said):
        asked = any(dice(one, other) >= 0.5 for other in expected)
        if asked or not any(dice(one, other) >= 0.5 for other in optional):
            yield place, place in right


def _events(said: Sequence[Gold], gold: Gold, module: Scorer) -> Iterator[tuple[int, bool]]:
    def full(one: Gold, other: Gold) -> bool:
        if module.evt(one["type"]) != module.evt(other["type"]):
            return False
        if not module.actor_match(one["source"], [other["source"], *other["source_alt"]]):
            return False
        return not other["target"] or module.actor_match(one["target"], [other["target"], *other["target_alt"]])

    right = {place for place, _ in module.greedy(said, gold["events"], full)}
    yield from ((place, place in right) for place in range(len(said)))
