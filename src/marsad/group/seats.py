"""Which profiles are one thing: what is certain first, then names with their countries, then offices.

What a person has decided comes before all rules. The result depends on the set of profiles and decisions, never on
their order; it is the same whether it is asked for all profiles or for those alone that hang together (`meets`), so an
archive can decide about the few that a new article touches.

Two persons of one bare surname or common name are one only where both hold the same office of the same country. A name
that bearers of two countries share says nothing without a country. Who is not joined keeps apart, each article's
entity for itself, with the reason and with those that it might be.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from marsad.group.links import Decided, Links
from marsad.group.profiles import PINNED, Profile, keys, surname
from marsad.group.sets import Sets, usual
from marsad.text.name_words import FIXED, bare, fold_name, parts
from marsad.text.spellings import SURE, same_name

_MOST_NAMES = 500  # distinct names below one key that are compared with one another; of more only equal ones join
_BY_PREFIX = {"wikidata": "wikidata", "geonames": "geonames", "gov": "government"}


class Seat(NamedTuple):
    """What was decided about a profile.

    `entity`: the id of the thing in the world, None where each of its bearers keeps apart; `rule`: what joined it;
    `doubt`: why it was not joined, or not all of it; `rivals`: profiles that it may be one thing with.
    """

    entity: str | None
    rule: str
    doubt: str = ""
    rivals: tuple[str, ...] = ()


def seats(profiles: Iterable[Profile], decided: Sequence[Decided] = ()) -> dict[str, Seat]:
    """What each profile is, by its id. Decisions about profiles that are not there change nothing."""
    ordered = sorted(profiles)
    links = Links(ordered, decided)
    rules = _certain(ordered, links)
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for block in _blocks(ordered, "name:"):
        for those in _alike(block):
            _by_country(those, links, rules, found)
    for block in _blocks(ordered, "post:"):
        _by_office(block, links, rules, found)
    return {one.id: _seat(one, links, rules, found) for one in ordered}


def _seat(one: Profile, links: Links, rules: dict[str, str], found: dict[str, tuple[str, tuple[str, ...]]]) -> Seat:
    doubt, rivals = found.get(one.id, (one.weak if one.weak != PINNED else "", ()))
    if one.id in rules:
        return Seat(links.entity(one.id), rules[one.id])
    if number := links.decision(one.id):
        return Seat(links.entity(one.id), f"decision {number}")
    if one.weak == PINNED:
        return Seat(links.entity(one.id), "taken out")
    free = tuple(rival for rival in rivals if not links.refused(one.id, rival))
    return Seat(None, "apart", doubt if free or not rivals else "", free)


def _certain(ones: Sequence[Profile], links: Links) -> dict[str, str]:
    """Joins what has one id.

    Where profiles have several ids, the weaker id stands for the stronger one that it mostly goes with; two ids of one
    kind are never made one, so that a wrong record joins nothing but itself.
    """
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for one in ones:
        for place, weaker in enumerate(one.certain[1:], 1):
            together[weaker].update(dict.fromkeys(one.certain[:place], one.times))
    better = {weaker: usual(found) for weaker, found in together.items()}
    rules: dict[str, str] = {}
    for one in ones:
        if one.certain:
            once = better.get(one.certain[0], one.certain[0])
            anchor = better.get(once, once)
            links.anchor(one.id, anchor)
            rules[one.id] = _BY_PREFIX.get(anchor.partition(":")[0], "list")
    return rules


def _blocks(ones: Sequence[Profile], kind: str) -> Iterator[list[Profile]]:
    """The profiles that meet below one key; `name:` where names say enough, `post:` of who holds an office."""
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for one in ones:
        for name in keys(one):
            if name.startswith(kind):
                blocks[name].append(one)
    yield from (blocks[name] for name in sorted(blocks))


def _alike(block: Sequence[Profile]) -> Iterator[list[Profile]]:
    """The profiles of a block by name, under any spelling."""
    by_name: dict[str, list[Profile]] = defaultdict(list)
    for one in block:
        by_name[fold_name(one.name)].append(one)
    names = sorted(by_name)
    sets = Sets(names)
    if not crowded(names):
        for place, first in enumerate(names):
            for second in names[place + 1 :]:
                written = (by_name[first][0].name, by_name[second][0].name)
                if sets.root(first) != sets.root(second) and _same(*written):
                    sets.unite(first, second)
    groups: dict[str, list[Profile]] = defaultdict(list)
    for name in names:
        groups[sets.root(name)] += by_name[name]
    yield from (groups[name] for name in sorted(groups))


def crowded(folded: Collection[str]) -> bool:
    """Whether so many names meet below one key that their spellings are not compared any more."""
    return len(folded) > _MOST_NAMES


def meets(key: str, one: str, other: str) -> bool:
    """Whether of two names that meet below a key one can decide about the other."""
    if key.startswith("is:") or fold_name(one) == fold_name(other):
        return True
    return _same(surname(one), surname(other)) if key.startswith("post:") else _same(one, other)


def _same(one: str, other: str) -> bool:
    match = same_name(one, other)
    if match is None or match.strength < SURE:
        return False
    # محمد علي and علي محمد are two persons, not one name in another order
    return match.kind != "order" or not all(bare(word) in FIXED for word in parts(one).words)


def _by_country(
    those: Sequence[Profile], links: Links, rules: dict[str, str], found: dict[str, tuple[str, tuple[str, ...]]]
) -> None:
    """Joins the bearers of one name: one per country; without a country only where there is one bearer."""
    groups: dict[str, list[Profile]] = defaultdict(list)
    for one in those:
        if one.country and one.id not in rules:
            groups[one.country].append(one)
    certain = [one for one in those if one.id in rules]
    for country, group in sorted(groups.items()):
        there = [one for one in certain if one.country == country]
        roots = {links.root(one.id) for one in there}
        if len(roots) > 1:  # two of one name and one country, both known: it may be either
            found |= {one.id: ("several bearers", tuple(one.id for one in there)) for one in group}
            continue
        rules |= dict.fromkeys((one.id for one in group), "name and country")
        links.join([one.id for one in (*there, *group)])
    nowhere = [one for one in those if not one.country and one.id not in rules]
    bearers = [one for one in those if one.id in rules]
    if len({links.root(one.id) for one in bearers}) > 1:
        found |= {one.id: ("several countries", tuple(other.id for other in bearers)) for one in nowhere}
    else:
        rules |= dict.fromkeys((one.id for one in nowhere), "name")
        links.join([one.id for one in (*bearers, *nowhere)])


def _by_office(
    those: Sequence[Profile], links: Links, rules: dict[str, str], found: dict[str, tuple[str, tuple[str, ...]]]
) -> None:
    """Joins who is named too briefly with the one bearer of such a name who holds the office."""
    for group in _alike([one for one in those if one.weak and one.weak != PINNED]):
        full = [one for one in those if not one.weak and one.id in rules and _bears(one.name, group[0])]
        if len({links.root(one.id) for one in full}) > 1:
            found |= {one.id: ("several holders of the office", tuple(one.id for one in full)) for one in group}
            continue
        rules |= dict.fromkeys((one.id for one in group), "office")
        links.join([one.id for one in (*full, *group)])


def _bears(full: str, one: Profile) -> bool:
    """Whether the full name is that of the brief one: it ends with the surname, or is the common name."""
    return _same(surname(full), one.name) if one.weak == "surname" else _same(full, one.name)
