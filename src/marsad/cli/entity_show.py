"""Entities across articles as lines for people and as data."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from marsad.archive.entity_decisions import Decision
from marsad.archive.entity_find import Candidate, Office, Place, Portrait
from marsad.archive.entity_review import Doubtful
from marsad.cli.find_show import event_lines, quote_lines
from marsad.cli.look import Look, Piece, theirs
from marsad.cli.show_quotes import STEP, joined
from marsad.cli.words import WORDS, counted
from marsad.terms import Lang

_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "PER": "person", "ORG": "organisation", "LOC": "place", "names": "names", "given": "names given by decision",
        "offices": "offices", "said": "says", "about": "spoken of in", "acted": "acts in", "received": "concerned by",
        "articles": "Articles", "quotes": "Says", "quotes_about": "Spoken of", "events": "Does and meets with",
        "apart": "not joined", "may-be": "may be", "undone": "undone",
    },
    "ar": {
        "PER": "شخص", "ORG": "منظمة", "LOC": "مكان", "names": "الأسماء", "given": "أسماء أضيفت بقرار",
        "offices": "المناصب", "said": "قال", "about": "ذُكر في", "acted": "فاعل في", "received": "معني بـ",
        "articles": "المقالات", "quotes": "قال", "quotes_about": "قيل عنه", "events": "الأحداث",
        "apart": "لم يُربط", "may-be": "قد يكون", "undone": "أُلغي",
    },
}  # fmt: skip
_REASONS = {
    "surname": "اسم عائلة وحده", "common name": "اسم شائع", "one word": "كلمة واحدة", "pinned": "فُصل بقرار",
    "body of many countries": "هيئة لها مثيل في بلدان أخرى", "undecided place": "مكان لم يُحسم",
    "several countries": "حملة الاسم من عدة بلدان", "several bearers": "عدة حملة للاسم",
    "several holders of the office": "عدة شاغلين للمنصب", "government": "حكومة لم يُذكر بلدها", "no name": "بلا اسم",
    "name": "الاسم", "name and country": "الاسم والبلد", "office": "المنصب", "list": "القوائم",
    "taken out": "فُصل بقرار",
    "apart": "لم يُربط",
}  # fmt: skip
_OTHERS = 4  # with whom a doubtful one may be one: so many are shown to people
_Parts = list[list[Piece | str]]


def rule(key: str, lang: Lang) -> str:
    """A rule or a reason in words: `several countries`; a decision with its number."""
    word, _, number = key.partition(" ")
    if lang == "ar" and word == "decision":
        return f"القرار {number}"
    return _REASONS.get(key, key) if lang == "ar" else key


def candidate_lines(one: Candidate, how: Look) -> list[str]:
    """An entity in a list of those that share a name."""
    words = _WORDS[how.lang]
    parts: _Parts = [[theirs(one.name)], [words[one.label]], *_told(one.country)]
    parts += [[theirs(office)] for office in one.offices]
    parts += [[counted(one.articles, "article", how.lang)]]
    parts += [[f"{words['apart']} ({rule(one.apart, how.lang)})"]] if one.apart else []
    return how.lines(joined([*parts, [one.id]]), hang=STEP)


def portrait_lines(one: Portrait, how: Look, most: int) -> list[str]:
    """All that is known of an entity; `most` articles."""
    words, lang = _WORDS[how.lang], how.lang
    ids = dict.fromkeys((one.id, *one.ids))
    parts: _Parts = [[theirs(one.name)], [words[one.label]], *_told(one.country), *(_only(name) for name in ids)]
    lines = how.lines(joined(parts), hang=STEP)
    variants: list[Piece | str] = joined([[theirs(name), f" {times}"] for name, times in one.variants])
    lines += how.lines([f"{words['names']}: ", *variants], hang=STEP)
    if one.aliases:
        lines += how.lines([f"{words['given']}: ", *joined([[theirs(name)] for name in one.aliases])], hang=STEP)
    if one.offices:
        lines += how.lines([f"{words['offices']}: ", *joined([_office(each, lang) for each in one.offices])], hang=STEP)
    counts: _Parts = [
        [f"{words[name]} {counted(number, noun, lang)}"]
        for name, noun, number in (
            ("said", "quote", one.said), ("about", "quote", one.about), ("acted", "event", one.acted),
            ("received", "event", one.received),
        )
        if number
    ]  # fmt: skip
    lines += how.lines(joined([[counted(one.articles, "article", lang)], *counts]))
    lines += ["", words["articles"]]
    for place in one.places[:most]:
        lines += _place_lines(place, how)
    lines += _more(len(one.places) - most)
    for name, found, form in (
        ("quotes", one.quotes, quote_lines), ("quotes_about", one.quotes_about, quote_lines),
        ("events", one.events, event_lines),
    ):  # fmt: skip
        if found:
            lines += ["", words[name], *(line for fact in found for line in form(fact, how))]
    return lines


def doubt_lines(one: Doubtful, how: Look) -> list[str]:
    """A doubtful join: who, why, with whom; some articles of each side."""
    lines = candidate_lines(one.one.entity, how)
    for place in one.one.places:
        lines += _place_lines(place, how, own=one.one.entity.articles > 1)
    for other in one.others[:_OTHERS]:
        first, *rest = candidate_lines(other.entity, how)
        lines += [f"  {_WORDS[how.lang]['may-be']} {first}", *rest]
        for place in other.places:
            lines += _place_lines(place, how)
    return [*lines, *_more(len(one.others) - _OTHERS)]


def decision_line(one: Decision, lang: Lang) -> str:
    """A decision with its number, by which it can be undone."""
    sides = [side[0] for side in (one.one, one.other) if side]
    what = {
        "split": [f"{one.article} {one.start}–{one.end}", *sides],
        "alias": [*sides, one.text or "…"],
    }.get(one.kind, sides)
    undone = [f"{_WORDS[lang]['undone']} {one.undone}"] if one.undone else []
    return " · ".join([str(one.number), one.at, one.by, one.kind, *what, *undone])


def candidate_data(one: Candidate) -> dict[str, Any]:
    """A candidate for programs."""
    return {**asdict(one), "apart": one.apart or None}


def portrait_data(one: Portrait) -> dict[str, Any]:
    """A portrait for programs; quotes and events as the record has them, each with its article."""
    plain = {
        "id": one.id, "label": one.label, "name": one.name, "country": one.country, "ids": one.ids,
        "articles": one.articles, "variants": [{"name": name, "count": times} for name, times in one.variants],
        "aliases": one.aliases, "offices": [asdict(each) for each in one.offices],
        "said": one.said, "about": one.about, "acted": one.acted, "received": one.received,
        "places": [asdict(each) for each in one.places],
    }  # fmt: skip
    found = {"quotes": one.quotes, "quotes_about": one.quotes_about, "events": one.events}
    return plain | {
        name: [{"article": fact.article, "published": fact.published, **fact.fact} for fact in facts]
        for name, facts in found.items()
    }


def doubt_data(one: Doubtful) -> dict[str, Any]:
    """A doubtful join for programs."""
    sides = [
        {**candidate_data(side.entity), "places": [asdict(each) for each in side.places]}
        for side in (one.one, *one.others)
    ]
    return {"reason": one.reason, "one": sides[0], "others": sides[1:]}


def _place_lines(place: Place, how: Look, *, own: bool = False) -> list[str]:
    parts: _Parts = [[place.published or WORDS[how.lang]["no-date"]]]
    parts += [[theirs(place.source)]] if place.source else []
    parts += [[theirs(place.headline or place.name)], [f"{place.article} {place.id}"]]
    parts += [[place.own if own else rule(place.rule, how.lang)]]
    return how.lines(joined(parts), indent=STEP, hang=STEP)


def _office(one: Office, lang: Lang) -> list[Piece | str]:
    dates = "–".join(dict.fromkeys(date for date in (one.first, one.last) if date))
    return [theirs(one.text), f" ({counted(one.articles, 'article', lang)}{', ' if dates else ''}{dates})"]


def _told(country: str | None) -> Iterator[list[Piece | str]]:
    if country:
        yield [country]


def _only(text: str) -> list[Piece | str]:
    return [text]


def _more(number: int) -> Iterable[str]:
    return [" " * STEP + f"… {number:,}"] if number > 0 else []
