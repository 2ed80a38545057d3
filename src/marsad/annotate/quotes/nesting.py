"""The attributions of a whole text put in order, and which stands in which."""

from marsad.annotate.quotes.attribution import Attribution

_NEAR = 12  # attributions looked at on each side


def arranged(found: list[Attribution]) -> list[Attribution]:
    """In the order of their cues, each with the index of the one whose content holds its cue."""
    found.sort(key=lambda one: (one.cue.start, one.content[0].start))
    for place, one in enumerate(found):
        for back in range(place - 1, max(-1, place - _NEAR), -1):
            holder = found[back]
            if holder.content[0].start <= one.cue.start < holder.content[-1].end:
                one.outer = back
                break
        if one.outer is None:
            one.outer = _held_behind(found, place)
    return found


def _held_behind(found: list[Attribution], place: int) -> int | None:
    """«قال الوزير إن …»، بحسب الوكالة: the cue that holds this one stands behind it."""
    one = found[place]
    for index in range(place + 1, min(len(found), place + _NEAR)):
        holder = found[index]
        if holder.content[0].start <= one.cue.start and one.content[-1].end <= holder.content[-1].end:
            return index
    return None
