"""How sure a fact is: the share of facts of its kind, maker and rule that were right in annotated articles.

The figures stand in `data/confidence.tsv`, made by `python -m bench.calibrate --write`. A group without figures of its
own has those of the wider group that it belongs to.
"""

from functools import cache, lru_cache

from marsad.annotate.lists.tables import rows

UNKNOWN = 0.5  # of a kind that was never measured
ANY = "any"  # the maker of groups that hold the facts of all makers
BANDS = (0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998)

Group = tuple[str, ...]


def confidence(kind: str, made_by: str, *group: str) -> float:
    """How often facts of this kind are right, from 0 to 1.

    `kind`: mention, entity, time, quote, event. `made_by`: as in the record; its version is not looked at. `group`:
    what is known of the fact, from the general to the particular (rule, label, …).
    """
    return _share((kind, made_by.partition("@")[0], *group))


def band(sure: float) -> str:
    """The belief of a maker as a member of a group: what it is worth is measured band by band."""
    return next((f"<{edge}" for edge in BANDS if sure < edge), f">{BANDS[-1]}")


@lru_cache(maxsize=16384)
def _share(group: Group) -> float:
    known = _shares()
    if group[:2] not in known:  # a maker that was never measured
        group = (group[0], ANY, *group[2:])
    sizes = range(len(group), 0, -1)
    return next((known[group[:size]] for size in sizes if group[:size] in known), UNKNOWN)


@cache
def _shares() -> dict[Group, float]:
    return {tuple(group): float(share) for share, _right, _of, *group in rows("confidence.tsv")}
