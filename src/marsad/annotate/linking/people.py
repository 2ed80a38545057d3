"""Persons within an article: the full name, and what is left of it further on.

`لافروف` is `سيرغي لافروف` where one long name of the article ends so; a given name alone (`حمزة`) is a person where
one long name begins so. Where several fit, each mention goes to the one with the same title in front, else to the
one that was named last before it. A father's name (`محمد بن سلمان`) is no family name, and beside a word of kinship
(نجل، شقيق) a long name that ends in another long name is a second person.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from marsad.annotate.linking.forms import Clusters, Form, patronymics
from marsad.records import Mention
from marsad.text.name_letters import skeleton
from marsad.text.name_words import FIXED, TITLES, bare, fold_name, wordset
from marsad.text.spellings import SURE, same_name

_KIN = re.compile(r"\b[ولب]?(?:ال)?(?:نجل|ابن|ابنة|بنت|والد|شقيق|أخ|أخو|زوج|حفيد|عائلة)(?:ه|ها|ته|تها|ة)?\b")
_AROUND = 40  # characters before and behind a name in which kinship is looked for
_TITLE_BEFORE = 30  # and a title
_AN_ARTICLE = 2000  # persons; where there are more, only equal words are looked for
_MOST = 60  # long names that share one word; more are a list, not an article


def link_people(clusters: Clusters, text: str, mentions: Sequence[Mention]) -> None:
    """Joins short names of persons with the long ones of the article."""
    people = [form for form in clusters.forms if form.label == "PER"]
    sound = skeleton if len(people) <= _AN_ARTICLE else str
    by_word: dict[str, list[Form]] = defaultdict(list)
    for form in people:
        for word in {sound(bare(word)) for word in form.parts.words}:
            by_word[word].append(form)
    for form in sorted(people, key=lambda form: (-len(form.parts.words), form.places[0])):
        words = form.parts.words
        near = {id(other): other for word in (words[0], words[-1]) for other in by_word[sound(bare(word))][:_MOST]}
        longer = [other for other in near.values() if len(other.parts.words) > len(words)]
        for rule, confidence, found in _candidates(form, longer, text, mentions):
            if _attach(clusters, form, found, (rule, confidence), (text, mentions)):
                break


def _candidates(
    form: Form, longer: list[Form], text: str, mentions: Sequence[Mention]
) -> list[tuple[str, float, list[Form]]]:
    """The long names that end, begin, or begin and end as this one: best reading first."""
    words = form.parts.words
    family = [other for other in longer if _is_family(form, other, text, mentions)]
    given = [other for other in longer if _alike(words, other.parts.words[: len(words)])]
    both = [other for other in given if len(words) > 1 and _alike(words[-1:], other.parts.words[-1:])]
    middle = [other for other in longer if len(words) > 1 and _ends_meet(words, other.parts.words)]
    return [("full-name", 0.9, both or middle), ("surname", 0.9, family), ("given-name", 0.75, given)]


def _ends_meet(words: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """A middle name left out: عبد ربه هادي, عبد ربه منصور هادي."""
    return _alike(words[:1], longer[:1]) and _alike(words[-1:], longer[-1:])


def _alike(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    if len(words) != len(others):
        return False
    return all(a == b or _sure(a, b) for a, b in zip(words, others, strict=True))


def _sure(one: str, other: str) -> bool:
    match = same_name(one, other)
    return match is not None and match.strength >= SURE


def _is_family(form: Form, longer: Form, text: str, mentions: Sequence[Mention]) -> bool:
    words = form.parts.words
    if not _alike(words, longer.parts.words[-len(words) :]):
        return False
    if len(words) > 1:
        return not _kin(form, longer, text, mentions)
    if words[0] in _ORDINALS or (words[0] in TITLES and not words[0].startswith("ال")):
        return False
    given = words[0] in FIXED or words[0].startswith("عبد")
    return not (given and form.words[0] == words[0] and words[0] in patronymics(longer))


_ORDINALS = wordset("الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر عشر")


def _kin(form: Form, longer: Form, text: str, mentions: Sequence[Mention]) -> bool:
    """Whether kinship is spoken of beside the longer name, or of the bearer of the shorter (نجل ديبي)."""
    near = [mentions[place] for place in longer.places[:5]]
    if any(_KIN.search(text, max(0, one.start - _AROUND), one.end + _AROUND) for one in near):
        return True
    of_whom = (fold_name(text[match.end() : match.end() + _AROUND]).split()[:4] for match in _some_kin(text))
    return any(set(words) & set(form.words) for words in of_whom)


def _some_kin(text: str) -> list[re.Match[str]]:
    return list(islice(_KIN.finditer(text), 50))


def _attach(
    clusters: Clusters,
    form: Form,
    found: list[Form],
    why: tuple[str, float],
    where: tuple[str, Sequence[Mention]],
) -> bool:
    """Joins a short name with its long one; of several, mention by mention."""
    able = [other for other in found if other.places and not clusters.apart(form, other)]
    roots = {clusters.root(other): other for other in able}
    if not roots:
        return False
    if clusters.root(form) in roots:
        return True
    if len(roots) == 1:
        return clusters.join(able[0], form, *why)
    _share_out(clusters, form, able, why[0], where)
    return True


def _share_out(
    clusters: Clusters, form: Form, found: list[Form], rule: str, where: tuple[str, Sequence[Mention]]
) -> None:
    """Each mention of a short name to the long name with its title, else to the last one before it."""
    shares: dict[tuple[int, bool], tuple[Form, list[int]]] = {}
    titles = {id(other): _titles(other.places, where) for other in found}
    for place in form.places:
        own = _titles([place], where)
        agreeing = [other for other in found if own & titles[id(other)]]
        agreed = len({clusters.root(other) for other in agreeing}) == 1
        best = _last_before(place, agreeing if agreed else found)
        shares.setdefault((clusters.root(best), agreed), (best, []))[1].append(place)
    for (_, agreed), (best, places) in shares.items():
        part = clusters.cut(form, places)
        clusters.join(
            best, part, f"{rule} by title" if agreed else f"{rule} of the last one named", 0.8 if agreed else 0.6
        )


def _last_before(place: int, found: list[Form]) -> Form:
    """The form that was used last before a mention; if none was, the one that is used first after it."""

    def distance(form: Form) -> tuple[bool, int]:
        before = [other for other in form.places if other < place]
        return (not before, place - before[-1] if before else form.places[0] - place)

    return min(found, key=distance)


def _titles(places: Sequence[int], where: tuple[str, Sequence[Mention]]) -> frozenset[str]:
    """The titles that stand directly in front of some mentions."""
    text, mentions = where
    found: set[str] = set()
    for place in places[:20]:
        start = mentions[place].start
        words = fold_name(text[max(0, start - _TITLE_BEFORE) : start]).split()[-3:]
        found.update(
            bare(word.removeprefix("و")) for word in words if word in TITLES or word.removeprefix("و") in TITLES
        )
    return frozenset(found)
