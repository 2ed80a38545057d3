"""What the rules missed and what they found wrongly, item by item, for the half that rules are written on.

The matching is the scorer's own (`greedy`, `share`, `speaker_match`, `actor_match`), so that the lists and the figures
speak of the same items.
"""

from collections.abc import Iterator, Mapping
from typing import Any

Item = Mapping[str, Any]


def quotes(said: Item, gold: Item, module: Any) -> Iterator[str]:  # noqa: ANN401 - the scorer
    """The lines on the quotes of one article: missed, wrong, and matched with a wrong speaker, kind or channel."""

    def dice(one: Item, other: Item) -> float:
        both, first, second = module.share(one["text"], other["text"])
        return 2 * both / (first + second) if first + second else 0.0

    def speaker(one: Item, other: Item) -> bool:
        return bool(module.speaker_match(one["speaker"], other["speaker"]))

    expected, optional = gold["quotes"], gold.get("quotes_optional", [])
    found = [
        one
        for one in said["quotes"]
        if any(dice(one, other) >= 0.5 for other in expected) or not any(dice(one, other) >= 0.5 for other in optional)
    ]
    pairs = module.greedy(
        found,
        expected,
        lambda one, other: dice(one, other) >= 0.5,
        lambda one, other: dice(one, other) + 0.2 * speaker(one, other),
    )
    matched = {place for place, _ in pairs}
    reached = {place for _, place in pairs}
    for place, other in enumerate(expected):
        if place not in reached:
            yield f"MISSED   {_expected_quote(other)}"
            share, near = max(((dice(one, other), at) for at, one in enumerate(found)), default=(0.0, 0))
            if share > 0.2:
                yield f"   near  {_found_quote(found[near])}"
    yield from (f"WRONG    {_found_quote(one)}" for place, one in enumerate(found) if place not in matched)
    for first, second in pairs:
        yield from _differences(found[first], expected[second], module)


def _differences(one: Item, other: Item, module: Any) -> Iterator[str]:  # noqa: ANN401
    if not module.speaker_match(one["speaker"], other["speaker"]):
        yield f"SPEAKER  {_speaker(one)} instead of {_speaker(other)} | {one['rule']} | {one['cue']} | {one['text']}"
    if one["kind"] != other["kind"]:
        yield f"KIND     {one['kind']} instead of {other['kind']} | {one['rule']} | {one['cue']} | {one['text']}"
    said, right = one.get("channel") or "", other["channel"] or ""
    if (said or right) and not module.content(said) & module.content(right):
        yield f"CHANNEL  «{said}» instead of «{right}» | {one['rule']} | {one['cue']} | {one['text']}"


def _expected_quote(other: Item) -> str:
    return f"[{other['kind']}] {_speaker(other)} | {other['cue']} | ch={other['channel']} | {other['text']}"


def _found_quote(one: Item) -> str:
    return f"[{one['kind']}] {_speaker(one)} | {one['cue']} | ch={one['channel']} | {one['text']} <{one['rule']}>"


def _speaker(item: Item) -> str:
    speaker = item["speaker"]
    return f"{speaker.get('text') or speaker.get('mention') or ''} => {speaker['canonical']}"


def events(said: Item, gold: Item, module: Any) -> Iterator[str]:  # noqa: ANN401 - the scorer
    """The lines on the events of one article: missed and wrong, each with what stands nearest on the other side."""

    def parties(one: Item, other: Item) -> bool:
        if not module.actor_match(one["source"], [other["source"], *other["source_alt"]]):
            return False
        return not other["target"] or module.actor_match(one["target"], [other["target"], *other["target_alt"]])

    def kind(one: Item, other: Item) -> bool:
        return bool(module.evt(one["type"]) == module.evt(other["type"]))

    found, expected = said["events"], gold["events"]
    pairs = module.greedy(found, expected, lambda one, other: kind(one, other) and parties(one, other))
    wrong = [one for place, one in enumerate(found) if place not in {first for first, _ in pairs}]
    for place, other in enumerate(expected):
        if place in {second for _, second in pairs}:
            continue
        yield f"MISSED   {_expected_event(other)}"
        near = [("type", one) for one in wrong if kind(one, other)] + [
            ("actors", one) for one in wrong if not kind(one, other) and parties(one, other)
        ]
        for why, one in near[:3]:
            yield f"   same {why}: {_found_event(one)}"
    yield from (f"WRONG    {_found_event(one)}" for one in wrong)


def _expected_event(other: Item) -> str:
    source = " / ".join([other["source"] or "", *other["source_alt"]])
    target = " / ".join([other["target"] or "", *other["target_alt"]])
    return f"{other['type']} | {source} -> {target} | {other['evidence']}"


def _found_event(one: Item) -> str:
    source, target = (_party(one[side]) for side in ("source", "target"))
    return f"{one['type']} | {source} -> {target} | {one['trigger']} | {one['evidence']} <{one['rule']}>"


def _party(party: Item | None) -> str:
    return f"{party['text']} => {party['canonical']}" if party else "–"
