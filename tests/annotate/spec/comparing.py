"""How a case of the specification is compared with what was found: which fields, how tolerantly, and how it is told.

Only the fields that a case gives are compared. A name or a cue is the same without its clitics, marks and spelling
variants; the words said are the same without complementizer, quotation marks and punctuation; a trigger or a place need
only overlap. What a case lists is complete: whatever else is found is wrong, unless an entry says `optional = true`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from marsad.records import Entity, Event, Party, Quote
from marsad.text.fold import fold_key

Wanted = dict[str, Any]
Item = Quote | Event

_WORD = re.compile(r"[^\W_]+(?:[.,٫]\d+)*")
_OPENER = re.compile(r"(?:ا?ن|با?ن|لا?ن)(?:ه|ها|هم|هن|هما|ني|نا|ي|ك|كم)?")  # أن، إنه، بأنها
_PREPOSITIONS = {"الي", "علي", "عن", "من", "في", "ب", "خلال", "عبر", "امام", "ل"}
_SPLIT = " … "  # between the stretches of a split quotation


def pieces(text: str) -> list[str]:
    """The stretches of a quotation as a case writes them, each verbatim in its text."""
    return text.split(_SPLIT)


def words(text: str) -> list[str]:
    """The folded words, without marks and punctuation."""
    return _WORD.findall(fold_key(text).translate({0x640: None}))


def bare(word: str) -> set[str]:
    """A folded word as it may stand without the clitics in front of it."""
    forms = {word}
    for front in ("و", "ف"):
        forms |= {form[1:] for form in forms if form.startswith(front) and len(form) > 3}
    for front in ("ب", "ل", "ك"):
        forms |= {form[1:] for form in forms if form.startswith(front) and len(form) > 3}
    return forms | {"ال" + form[2:] for form in forms if form.startswith("لل")}


def same_word(one: str, other: str) -> bool:
    return bool(bare(one) & bare(other))


def holds(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether the words of `shorter` stand side by side in `longer`."""
    size = len(shorter)
    starts = range(len(longer) - size + 1)
    return any(all(map(same_word, longer[at : at + size], shorter)) for at in starts)


def overlapping(wanted: str, found: str | None) -> bool:
    """Whether one holds the other; an empty `wanted` wants nothing."""
    one, other = words(wanted), words(found or "")
    if not one or not other:
        return one == other
    return holds(one, other) or holds(other, one)


def same_name(wanted: str, found: str | None) -> bool:
    """The same name or noun phrase: one holds the other and is not much shorter. `|` parts what is as good."""
    for choice in wanted.split("|"):
        sizes = sorted((len(words(choice)), len(words(found or ""))))
        if overlapping(choice, found) and 2 * sizes[0] >= sizes[1]:
            return True
    return False


def said(text: str) -> list[str]:
    """The words said, without what introduces them: `أن موسكو لن تتخلى` gives the words from `موسكو` on."""
    found = words(text)
    while found and found[0] in _PREPOSITIONS:
        found = found[1:]
    return found[1:] if found and _OPENER.fullmatch(found[0]) else found


def same_words(wanted: str, found: str) -> bool:
    one, other = said(wanted), said(found)
    return len(one) == len(other) and one[1:] == other[1:] and all(map(same_word, one[:1], other[:1]))


def same_set(wanted: list[str], found: Iterable[set[str]], same: Callable[[str, str], bool]) -> bool:
    """Whether every wanted one is found and every found one wanted; each found one goes under several names."""
    left = list(found)
    for name in wanted:
        hit = next((names for names in left if any(same(choice, n) for choice in name.split("|") for n in names)), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left


def quote_fields(quote: Quote) -> Wanted:
    """What a case may say about a quote; None where the record has nothing."""
    channel = quote.channel
    return {
        "cue": quote.cue.text if quote.cue else None,
        "lemma": quote.cue.lemma if quote.cue else None,
        "cue_kind": quote.cue.kind if quote.cue else None,
        "class": quote.cue.class_ if quote.cue else None,
        "kind": quote.kind,
        "text": quote.text,
        "source": quote.source.text if quote.source else None,
        "speaker": quote.speaker_name,
        "status": quote.status,
        "resolution": quote.resolution,
        "channel": channel.text if channel else None,
        "channel_kind": channel.kind if channel else None,
        "platform": channel.platform if channel else None,
        "addressee": quote.addressee.text if quote.addressee else None,
        "reporter": quote.reporter.text if quote.reporter else None,
        "within": quote.within,
    }


def event_fields(event: Event, entities: Sequence[Entity]) -> Wanted:
    """What a case may say about an event."""
    names = {entity.id: {entity.name, *entity.aliases} for entity in entities}

    def party(one: Party) -> set[str]:
        return {one.text} | names.get(one.entity or "", set())

    def code(one: Party) -> str:
        return f"{one.code or ''} {one.sector or ''}".strip()

    date = event.date
    return {
        "type": event.type,
        "mode": event.mode,
        "trigger": [told.trigger.text for told in event.mentions] or [event.trigger.text],
        "actors": [party(one) for one in event.actors],
        "recipients": [party(one) for one in event.recipients],
        "actor_codes": sorted(map(code, event.actors)),
        "recipient_codes": sorted(map(code, event.recipients)),
        "host": party(event.host) if event.host else None,
        "place": {event.place.text} | names.get(event.place.entity or "", set()) if event.place else None,
        "date": (date.value or (f"{date.earliest}/{date.latest}" if date.earliest else None)) if date else None,
        "modality": event.modality,
        "background": event.background,
        "figures": [{"kind": f.kind, "minimum": f.minimum, "maximum": f.maximum} for f in event.figures],
        "tellings": len(event.mentions),
        "quoted": event.quote is not None,
    }


def either(wanted: str, found: Iterable[str]) -> bool:
    """Whether one of the wanted choices overlaps one of the names found."""
    return any(overlapping(choice, name) for choice in wanted.split("|") for name in found)


def speaks(wanted: str, found: str | None) -> bool:
    return same_name(wanted, found) if wanted else found is None


def triggered(wanted: str, found: list[str]) -> bool:
    """Whether a wanted word is one of the words that carry the type, wherever the event is told."""
    forms = {form for text in found for word in words(text) for form in stem(word)}
    return bool(forms & {form for word in words(wanted) for form in stem(word)})


def stem(word: str) -> set[str]:
    """A word as a trigger: also without the sign of the future and the article."""
    return {form.removeprefix("س").removeprefix("ال") for form in bare(word)} | bare(word)


def parties(wanted: list[str], found: list[set[str]]) -> bool:
    return same_set(wanted, found, same_name if len(wanted) > 1 else overlapping)


def counted(wanted: list[Wanted], found: list[Wanted]) -> bool:
    return len(wanted) == len(found) and all(any(want.items() <= one.items() for one in found) for want in wanted)


COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "cue": overlapping,
    "text": same_words,
    **dict.fromkeys(("source", "speaker"), speaks),
    **dict.fromkeys(("channel", "addressee", "reporter"), lambda wanted, found: either(wanted, [found or ""])),
    "trigger": triggered,
    **dict.fromkeys(("actors", "recipients"), parties),
    **dict.fromkeys(("host", "place"), lambda wanted, found: either(wanted, found or [""])),
    **dict.fromkeys(("actor_codes", "recipient_codes"), lambda wanted, found: sorted(wanted) == found),
    **dict.fromkeys(("mode", "date", "platform"), lambda wanted, found: (found or "") in wanted.split("|")),
    "figures": counted,
}


def agrees(field: str, wanted: object, found: object) -> bool:
    """Whether one field of a case is met."""
    return COMPARED[field](wanted, found) if field in COMPARED else wanted == found


NOT_COMPARED = {"within", "optional"}  # the first needs the whole list


def misses(wanted: Wanted, found: Wanted) -> list[str]:
    """The fields of a case that are not met."""
    fields = (field for field in wanted if field not in NOT_COMPARED)
    return [field for field in fields if not agrees(field, wanted[field], found[field])]


def matched(wanted: list[Wanted], found: list[Wanted]) -> dict[int, int]:
    """Wanted to found, as many as fit; the needed ones are served before the optional ones."""
    fits = [[at for at, item in enumerate(found) if not misses(want, item)] for want in wanted]
    owner: dict[int, int] = {}

    def place(want: int, seen: set[int]) -> bool:
        for at in fits[want]:
            if at not in seen:
                seen.add(at)
                if at not in owner or place(owner[at], seen):
                    owner[at] = want
                    return True
        return False

    for want in sorted(range(len(wanted)), key=lambda at: bool(wanted[at].get("optional"))):
        place(want, set())
    return {want: at for at, want in owner.items()}


def nesting(wanted: list[Wanted], pairs: dict[int, int], quotes: Sequence[Quote]) -> list[str]:
    """Which wanted quotes stand inside the wrong quote; `within = -1` wants one that stands in none."""
    wrong = []
    for at, want in enumerate(wanted):
        if "within" in want and at in pairs:
            outer = want["within"]
            expected = quotes[pairs[outer]].id if outer in pairs else None
            if quotes[pairs[at]].within != expected:
                wrong.append(f"{want.get('cue')}: within {quotes[pairs[at]].within}, wanted {expected}")
    return wrong


def shown(item: Wanted) -> str:
    """One item on one line, what it lacks left out."""
    return "  ".join(f"{field}={value!r}" for field, value in item.items() if value or value is False)


def difference(wanted: list[Wanted], found: list[Wanted], extra: list[str]) -> str | None:
    """What is wrong, for people, or None where all is right. `extra`: what else is known to be wrong."""
    pairs = matched(wanted, found)
    missing = [want for at, want in enumerate(wanted) if at not in pairs and not want.get("optional")]
    surplus = [item for at, item in enumerate(found) if at not in pairs.values()]
    if not missing and not surplus and not extra:
        return None
    lines = []
    for want in missing:
        nearest = min(surplus, key=lambda item: len(misses(want, item)), default=None)
        lines.append(f"wanted  {shown(want)}")
        if nearest is not None:
            lines.append(f"        nearest found differs in: {', '.join(misses(want, nearest))}")
    lines += [f"found   {shown(item)}" for item in surplus]
    return "\n".join(lines + extra)
