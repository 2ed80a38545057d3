"""According to: وفق مصدر، بحسب البيان، وفقا لما أعلنته الوزارة، نقلا عن رويترز، على حد قوله."""

from functools import cache
from typing import NamedTuple

from marsad.annotate.grammar import definite
from marsad.annotate.lists.speakers import speaker_noun
from marsad.annotate.lists.verbs import FINITE
from marsad.annotate.quotes.cues import entries, prepositions_of_sources, readings_of, word_list
from marsad.annotate.quotes.layout import COMMAS, Layout
from marsad.annotate.quotes.openings import Range, attached, speaks

_WITH_PREPOSITION = {"نقلا": "عن", "استنادا": "الي"}
_VIEWS = frozenset({"راي", "نظر", "تقدير"})  # في رأي, في نظر, في تقدير
_DAMMA = "\u064f"
_RELATIVE = frozenset({"ما", "لما", "عما"})
_WITH_RELATIVE = frozenset({"حسبما", "وفقما"})
_WITH_LAM = frozenset({"وفقا", "طبقا", "تبعا"})
_SUFFIXES = ("هما", "هم", "هن", "ها", "ه")
_ENDS = frozenset("،,.؛")
_SHORTEST_SAYING = 3  # letters
_REPORTS = frozenset({"جاء", "جاءت", "ورد", "وردت", "نص"})


class According(NamedTuple):
    """A phrase that names a source: its first token, the token behind it, and what it says of the source."""

    first: int
    behind: int
    source: Range | None
    pronoun: int | None  # the token whose suffix stands for the source: قوله
    verb: int | None  # the verb that it holds: بحسب ما أعلنت
    reporter: Range | None = None  # the medium that relays: بحسب وكالة … نقلا عن


def all_sources(layout: Layout) -> list[According]:
    """The phrases of a passage that name a source, without those that stand inside another one."""
    kept: list[According] = []
    behind = 0
    for index, token in enumerate(layout.tokens):
        if token.key in _openers() and index >= behind:
            found = according(layout, index)
            if found is not None:
                kept.append(found)
                behind = found.behind
    return kept


@cache
def _openers() -> frozenset[str]:
    """The keys of words with which such a phrase may begin."""
    bare = {*prepositions_of_sources(), "كما", "في", "علي"}
    return frozenset(clitic + key for clitic in ("", "و", "ف") for key in bare)


def according(layout: Layout, index: int) -> According | None:
    """The phrase that begins with token `index`, if one does and its noun can speak."""
    token = layout.tokens[index]
    if token.kind != "arabic" or layout.passage.mention_at(index) or _DAMMA in token.text:  # وُفق: a verb
        return None
    bare = token.key[1:] if token.key[:1] in {"و", "ف"} else token.key
    key = bare if bare in prepositions_of_sources() or bare == "في" else token.key
    if key == "كما":
        return _as_said(layout, index)
    if key == "في" and _key(layout, index + 1) in _VIEWS:
        return _source(layout, index, index + 2)
    if key == "علي" and _key(layout, index + 1) == "حد":
        return _saying(layout, index, index + 2)
    return _named(layout, index, key) if key in prepositions_of_sources() else None


def _named(layout: Layout, index: int, key: str) -> According | None:
    """وفق, بحسب, نقلا عن: whoever stands behind them, what they said, or a noun of saying."""
    place = index + 1
    following = _key(layout, place)
    if key in _WITH_RELATIVE or following in _RELATIVE:
        return _clause(layout, index, place if key in _WITH_RELATIVE else place + 1)
    if key in _WITH_LAM:
        if not following.startswith("ل"):
            return None
        place += following == "ل"
    elif key in _WITH_PREPOSITION:
        if following != _WITH_PREPOSITION[key]:
            return None
        place += 1
    return _saying(layout, index, place) or _source(layout, index, place)


def _as_said(layout: Layout, first: int) -> According | None:
    """…، كما ذكرت مصادر رسمية: behind a clause, with nothing that the verb would open."""
    if not first or layout.tokens[first - 1].kind != "sign":
        return None
    found = _clause(layout, first, first + 1)
    if found is None or found.source is None or found.verb is None or not speaks(layout, *found.source):
        return None
    behind = layout.skip_between(found.behind, layout.limit(first))
    ended = behind >= layout.limit(first) or layout.tokens[behind].text in _ENDS
    return found if ended and _declares(layout, found.verb) else None


def _declares(layout: Layout, verb: int) -> bool:
    """Whether a verb takes a clause or speech of its own."""
    known = entries()
    lemmas = {one.form.lemma for one in readings_of(layout.tokens[verb].text)}
    return any(known[lemma].takes("that") and known[lemma].class_ == "declare" for lemma in lemmas & known.keys())


def _key(layout: Layout, place: int) -> str:
    return layout.tokens[place].key if place < len(layout.tokens) else ""


def _bare(key: str) -> str:
    """A noun without the article and ل."""
    if key.startswith("لل"):
        return key[2:]
    return key[1:].removeprefix("ال") if key.startswith("ل") and speaker_noun(key) is None else key.removeprefix("ال")


def _saying(layout: Layout, first: int, place: int) -> According | None:
    """قوله، تعبير الوزير: a noun of saying and whose it is."""
    key = _key(layout, place)
    if key.startswith("ل") and not key.startswith("لل") and len(key) > _SHORTEST_SAYING:
        key = key[1:]
    for suffix in _SUFFIXES:
        stem = key.removesuffix(suffix)
        if stem != key and stem in word_list("sayings"):
            return According(first, place + 1, None, place, None)
    if key in word_list("sayings"):
        behind = layout.phrase(place + 1, len(layout.tokens))
        if behind > place + 1:
            return According(first, behind, (place + 1, behind), None, None)
    return None


def _clause(layout: Layout, first: int, place: int) -> According | None:
    """ما أفادت الوكالة، ما صرح به الناطق، ما جاء في البيان."""
    if place >= len(layout.tokens):
        return None
    readings = readings_of(layout.tokens[place].text)
    verb = next((one for one in readings if one.form.part in FINITE and one.form.lemma in entries()), None)
    if verb is None:
        return None
    behind = place + 1
    if _key(layout, behind) in {"به", "بها", "فيه", "فيها", "عنه", "عنها", "اليه", "اليها"}:
        behind += 1
    if _key(layout, place) in _REPORTS and _key(layout, behind) in {"في", "علي"}:
        behind += 1
    limit = layout.limit(first)
    start = layout.skip_between(behind, limit)
    if start < limit and attached(layout, start) == "ل":  # بحسب ما أكده لمراسلة الإذاعة، فلان
        start = layout.phrase(start, limit)
        start += start < limit and layout.tokens[start].text in COMMAS
    end = layout.phrase(start, limit)
    if end == start:
        return According(first, behind, None, place if verb.suffix else None, place)
    return _relayed(layout, According(first, end, (start, end), None, place))


def _source(layout: Layout, first: int, place: int) -> According | None:
    """A noun phrase whose head can speak, or that holds a name; a rule or plan cannot."""
    limit = layout.limit(first)
    behind = layout.phrase(place, limit)
    if behind == place:
        return None
    head = _bare(_key(layout, place))
    name = layout.passage.mention_at(place)
    rule = name is None and not word_list("no_sources").isdisjoint({head, head.removesuffix("ه")})
    if rule and not _document(layout, place, behind):
        return None
    if not _speaks(layout, first, place, behind) or _loose(layout, first, place, behind):
        return None
    return _relayed(layout, According(first, behind, (place, behind), None, None))


def _relayed(layout: Layout, found: According) -> According:
    """وفق وكالة … نقلا عن خبراء: the agency relays, the experts speak."""
    place = found.behind
    if _key(layout, place) != "نقلا" or _key(layout, place + 1) != "عن":
        return found
    behind = layout.phrase(place + 2, layout.limit(found.first))
    if behind == place + 2:
        return found
    return found._replace(behind=behind, source=(place + 2, behind), reporter=found.source)


def _document(layout: Layout, place: int, behind: int) -> bool:
    """نص البيان: the text of what speaks."""
    text = _bare(_key(layout, place)) == "نص" and behind > place + 1
    return text and speaker_noun(_key(layout, place + 1)) is not None


def _speaks(layout: Layout, first: int, place: int, behind: int) -> bool:
    for index in range(place, behind):
        name = layout.passage.mention_at(index)
        if name and name[2].label in {"PER", "ORG"}:
            return True
    key = layout.tokens[place].key
    if key in word_list("rumours"):
        return True
    if speaker_noun(key) or speaker_noun(key.removeprefix("ل")) or speaker_noun("ال" + _bare(key)):
        return True
    if layout.passage.mention_at(place) is not None:
        return True
    return layout.tokens[first].key.removeprefix("و") not in {"وفق", "حسب"} and definite(layout.passage, behind - 1)


def _loose(layout: Layout, first: int, place: int, behind: int) -> bool:
    """حكومة تأتي وفق برلمان جديد: no comma in front and an institution that is not known yet; a manner, no source."""
    if not first or layout.tokens[first - 1].kind == "sign" or definite(layout.passage, behind - 1):
        return False
    noun = speaker_noun(layout.tokens[place].key)
    return noun is not None and noun.kind in {"institution", "group"}
